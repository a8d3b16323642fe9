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


COMMENT = (
    "which YAML takes for a comment. Put the whole text in quotes: '…'; a comment has a blank behind its '#'"
)
ITEM = (
    "whose '- ' begins no item there."
    " Begin the '- ' exactly below the one above, or put the whole text in quotes: '…'"
)
NO_SPACE = "is indented with a blank that is no space. Type the spaces at its beginning again"
SLIPS = {
    "a: Order #1042 failed": f"1:4: a: ends before '#1042', {COMMENT}",
    "- Order\t#1042 failed": f"1:3: [0]: ends before '#1042', {COMMENT}",
    "a: Order #1042": f"1:4: a: ends before '#1042', {COMMENT}",
    "a: one\n  two #3\n": f"1:4: a: ends before '#3', {COMMENT}",
    "a:\n  - b\n   - c": f"2:5: a[0]: goes on with line 3, {ITEM}",
    "a:\n  - b\n    c\n   - d\n  - e": f"2:5: a[0]: goes on with line 4, {ITEM}",
    "a:\n  <<: {b: 1}": "2:3: a: uses a YAML merge key. Write the fields out",
    "- a: 1\n  [b]: 2": "2:3: [0]: has a key that is not text. Write a plain word as the key",
    "a: 1\n\u00a0 b: c\n": f"2:1: \u00a0 b: {NO_SPACE}",
    "b:\n  - a: 1\n    a: 2": "3:5: b[0].a: is there twice (first on line 2). Keep one of the two",
}


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_one_problem_at_its_own_line_in_words_of_what_to_type(text: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read("a.yml", text)
    (problem,) = caught.value.problems
    assert str(problem) == f"a.yml:{SLIPS[text]}"
    assert problem.rule == "yaml"


@pytest.mark.parametrize(
    "text",
    [
        "a: b # c",
        "a: b #",
        "a: C#7 and b#c",
        "a: b\n  c - d",
        "a: b\n  -c",
        "a: 'b #1'",
        "a: >\n  - b\n  #1",
        "'<<': a",
    ],
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
