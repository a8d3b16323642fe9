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
