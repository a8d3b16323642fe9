import pytest

from errorbook.catalogue import yaml_traps
from errorbook.catalogue.yaml_source import Value, field_name, read
from errorbook.common.problems import CatalogueError


@pytest.mark.parametrize(
    "text", ["on", "yes", "0123", "1.10", "2026-11-22", "1e3", "0x1F", "12:30:45", "=", "True"]
)
def test_a_plain_scalar_stays_what_the_author_wrote(text: str) -> None:
    assert read("a.yml", f"value: {text}").value == {"value": text}


def test_a_plain_key_stays_what_the_author_wrote() -> None:
    assert read("a.yml", "on: a\n0123: b").value == {"on": "a", "0123": "b"}


@pytest.mark.parametrize("text", ["", " ~", " null"])
def test_nothing_is_nothing(text: str) -> None:
    assert read("a.yml", f"value:{text}").value == {"value": None}


def test_nothing_in_quotes_is_text() -> None:
    assert read("a.yml", 'a: "null"\nb: ""').value == {"a": "null", "b": ""}


def test_a_file_without_content_has_no_value() -> None:
    assert read("a.yml", "# only a comment\n").value is None


def test_a_byte_order_mark_is_no_content() -> None:
    assert read("a.yml", "\ufeffa: b").value == {"a": "b"}


def test_lists_and_mappings_nest() -> None:
    value: Value = {"a": [{"b": "c"}, ["d"]]}
    assert read("a.yml", "a:\n  - b: c\n  - [d]\n").value == value


def test_a_value_knows_the_place_of_its_key() -> None:
    source = read("a.yml", "a:\n  - b:\n      c\n")
    assert source.place(("a",)) == (1, 1)
    assert source.place(("a", 0, "b")) == (2, 5)


def test_a_missing_value_is_placed_where_it_belongs() -> None:
    source = read("a.yml", "# first line\na:\n  - b: c\n")
    assert source.place(("a", 0, "missing")) == (3, 5)
    assert source.place(("missing",)) == (2, 1)


def test_a_path_reads_as_people_write_it() -> None:
    assert field_name(("resolution", 2, "answers", "Yes", 0, "do")) == "resolution[2].answers.Yes[0].do"
    assert field_name(("a" * 100, "b" * 101)) == f"{'a' * 100}.{'b' * 100}…"


NO_COLON = "Write '{0}: …', with a colon and a space, or indent the line if it goes on the one above"
LINE_UP = (
    "does not line up with the lines it belongs to."
    " Begin it exactly below their first letter; in a list, all begin with '- '"
)
CLOSE = "opens a '{' that does not come to its '}'. Part what it holds by ', ' and close it with '}';"
SECOND = "has a second ': ', as if a field began inside the text."
COMMENT = "'#1042', which YAML takes for a comment. Put the whole text in quotes"
BEHIND = "goes on behind a closing quote or bracket."
SLIPS = {
    "no colon": ("a: 1\nb\n  - c\nd: 2", f"2:1: has no ': ' behind 'b'. {NO_COLON.format('b')}"),
    "an item without a blank": (
        "a:\n  - b\n  -c\n  - d: 1",
        "3:3: begins with '-', which is no item of a list.",
    ),
    "a long dash": ("a:\n  - b\n  \u2013 c\nd: 1", "3:3: begins with '\u2013', which is no item of a list."),
    "no blank behind it": ("a:1\nb: 2", f"1:1: has no ': ' behind 'a'. {NO_COLON.format('a')}"),
    "a blank that is none": ("a:\xa01\nb: 2", f"1:1: has no ': ' behind 'a'. {NO_COLON.format('a')}"),
    "a wide colon": ("a\uff1a 1\nb: 2", f"1:1: has no ': ' behind 'a'. {NO_COLON.format('a')}"),
    "a conflict": ("a: 1\n<<<<<<< HEAD\nb: 2\n", "2:1: is a mark of a merge conflict. Keep one"),
    "a field too deep": ("- do: one\n    see: two", f"2:5: {LINE_UP}"),
    "a field too shallow": ("s:\n  - do: one\n   see: two", f"3:4: {LINE_UP}"),
    "a name too deep": ("a:\n  - b\n c: 1", f"3:2: {LINE_UP}"),
    "a colon in a text": ("a: Note: it broke", f"1:8: {SECOND}"),
    "a colon in an item": ("- a: It was: broken", f"1:12: {SECOND}"),
    "words behind a quote": ("a: 'Save' does nothing", f"1:11: {BEHIND}"),
    "a hole first": ("- a\n- {b} is large", f"2:7: {BEHIND}"),
    "a sign first": ("a: @all", "1:4: begins with '@', which means something to YAML. Put the whole text"),
    "a brace left open": ("a: {b: 1, c: 2\nd: 3", f"1:4: {CLOSE}"),
    "no comma": ("a: {b: 1 c: 2}", f"1:4: {CLOSE}"),
    "a bracket at the end": ("a: [", "1:4: opens a '[' that does not come to its ']'."),
    "a text behind a sign": (
        "a: > one",
        "1:4: has a text right behind '>', which begins one on the lines below.",
    ),
    "a number sign": ("a: Order #1042 failed", f"1:4: a: ends before {COMMENT}"),
    "a number sign in an item": ("- Order #1042 failed", f"1:3: [0]: ends before {COMMENT}"),
    "an item too deep": (
        "a:\n  - b\n   - c",
        "2:5: a[0]: goes on with line 3, whose '- ' begins no item there.",
    ),
    "a merge key": ("a:\n  <<: {b: 1}", "2:3: a: uses a YAML merge key. Write the fields out"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_one_problem_at_its_own_line_in_words_of_what_to_type(slip: str) -> None:
    text, told = SLIPS[slip]
    with pytest.raises(CatalogueError) as caught:
        read("a.yml", text)
    (problem,) = caught.value.problems
    assert str(problem).startswith(f"a.yml:{told}")


@pytest.mark.parametrize(
    "text", ["a: b # c", "a: C#7 and b#c", "a: b\n  c - d", "a: 'b #1'", "a: >\n  - b\n  #1"]
)
def test_what_only_looks_like_a_slip_is_none(text: str) -> None:
    assert read("a.yml", text).value


@pytest.mark.parametrize(
    ("written", "code"),
    [(r"\0", "0000"), (r"\e[31m", "001B"), (r"\u202e", "202E"), ("\u202e", "202E"), ("\U000e0041", "E0041")],
)
def test_what_nobody_can_see_is_refused_but_in_pastes(written: str, code: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read("a.yml", f'a:\n  - "b{written}"\n')
    (problem,) = caught.value.problems
    assert str(problem) == f"a.yml:2:5: a[0]: has a character that nobody can see (U+{code}). Remove it"
    assert read("a.yml", f'examples:\n  - paste: "b{written}"\n').value


def test_every_trap_is_reported_at_once() -> None:
    with pytest.raises(CatalogueError) as caught:
        read("a.yml", "a: &x 1\nb: *x\nc: !!int 3\n")
    assert [(problem.line, problem.column, problem.what) for problem in caught.value.problems] == [
        (1, 4, "uses a YAML anchor"),
        (2, 4, "uses a YAML alias"),
        (3, 4, "has a YAML tag"),
    ]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_absurd_nesting_is_a_problem_and_no_crash(opening: str) -> None:
    with pytest.raises(CatalogueError, match="is nested too deep"):
        read("a.yml", opening * 100_000)


@pytest.mark.parametrize("comment", ["", " # an & and a *b"], ids=["quick", "word-by-word"])
def test_the_deepest_level_is_the_same_however_a_text_is_read(comment: str) -> None:
    assert read("a.yml", "[" * 60 + "]" * 60 + comment).value is not None
    with pytest.raises(CatalogueError) as caught:
        read("a.yml", "[" * 61 + "]" * 61 + comment)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column, problem.what) == (1, 61, "is nested too deep")


@pytest.mark.parametrize(
    "trap", ["a: &x 1", "[*x]", "{a: !b 1}", '{"a":&x 1}', "! a", "a: 1\n---\nb: 2", "%YAML 1.1\n--- a"]
)
def test_no_trap_is_taken_for_plain(trap: str) -> None:
    with pytest.raises(CatalogueError):
        read("a.yml", trap)


@pytest.mark.parametrize("text", ["R&D & more: a * b, **bold**, 5!", "a: 'x'\nb: [c]"])
def test_usual_texts_are_read_at_once(text: str) -> None:
    assert yaml_traps.is_plain(text)


def test_the_c_loader_and_the_python_loader_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    text = "a: [1, {b: 'c'}]\nd: |\n  two\n  lines\n"
    fast = read("a.yml", text)
    monkeypatch.setattr("errorbook.catalogue.yaml_traps.LOADER", yaml.SafeLoader)
    assert read("a.yml", text) == fast


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('a:\n  - "Pay {x}\nb: {c: "12", d: e}\n', "f.yml:2:5: opens a quote that is never closed."),
        ("a:\n  - 'Pay {x}\nb: {c: '12', d: e}\n", "f.yml:2:5: opens a quote that is never closed."),
        ('a: "b\nc: d\n', "f.yml:1:4: opens a quote that is never closed."),
        ("a:\n\u00a0 - b\nc: 3\n", "f.yml:2:1: is indented with a blank that is no space."),
        ("a: 1\n\u00a0 b: c\n", "f.yml:2:1: \u00a0 b: is indented with a blank that is no space."),
        ("a:\n  b: c\n \u00a0d: {e: 1}\n", "f.yml:3:2: is indented with a blank that is no space."),
    ],
)
def test_what_goes_wrong_far_below_is_told_where_it_begins(text: str, told: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read("f.yml", text)
    (problem,) = caught.value.problems
    assert str(problem).startswith(told)
