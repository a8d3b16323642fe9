"""What a text may not hold although it is YAML is told where it is, and how to do without."""

from __future__ import annotations

import pytest

from errorbook.catalogue.yaml_source import read
from errorbook.catalogue.yaml_traps import is_plain, unseen, visible
from errorbook.common.problems import CatalogueError

STRANGE = 'Remove it, or write it as "\\u…" in double quotes'
SECOND = "starts a second document. Remove the line '---', or move what follows into its own file"
TOLD = {
    "a: \x07\n": f"1:4: has a character that YAML does not allow (U+0007). {STRANGE}",
    "a\n\n\x00": f"3:1: has a character that YAML does not allow (U+0000). {STRANGE}",
    "a: \ud800\n": f"1:4: has a character that YAML does not allow (U+D800). {STRANGE}",
    "a: b\n---\nc: d\n": f"2:1: {SECOND}",
    "---\na: b\n---\n": f"3:1: {SECOND}",
    "%YAML 1.1\n---\na: b\n": "1:1: has a YAML directive. Remove it",
    "a: &x b\n": "1:4: uses a YAML anchor. Write the value out where it is needed",
    "a: !t b\n": "1:4: has a YAML tag. Remove it; every value is text, a list or a mapping",
    "a: {b: 12,5}\n": "1:8: a.b: ends at its comma. Put the whole text in quotes: '12,5'",
    "{b: 1.234,50 , c: 3}\n": "1:5: b: ends at its comma. Put the whole text in quotes: '1.234,50'",
    "{b: Köln, Mitte, Süd}\n": "1:5: b: ends at its comma. Put the whole text in quotes: 'Köln, Mitte, Süd'",
    "[" * 61 + "]" * 61: "1:61: is nested too deep. Keep to 60 levels",
}
BOTH = {
    "a: &x 1\n---\nb: 2": ["1:4: uses a YAML anchor", "2:1: starts a second document"],
    "a: *x\nb: " + "[" * 61: ["1:4: uses a YAML alias", "2:63: is nested too deep"],
    "a: !x 1\nb: @": ["1:4: has a YAML tag", "2:4: begins with '@'"],
}
MARKS = 600


@pytest.mark.parametrize("text", TOLD)
def test_a_trap_is_told_with_its_place(text: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read("a.yml", text)
    assert [str(problem) for problem in caught.value.problems] == [f"a.yml:{TOLD[text]}"]
    assert [problem.rule for problem in caught.value.problems] == ["yaml"]


@pytest.mark.parametrize("text", ["{a: 1, b: , c: 3}", "{a: '12,5'}", "{a: 1, b: 2}", "a: 12,5", "a: 1\nb:"])
def test_a_comma_that_parts_fields_or_is_in_quotes_is_no_trap(text: str) -> None:
    assert read("a.yml", text).value


@pytest.mark.parametrize("text", BOTH)
def test_what_ends_the_reading_is_told_beside_what_was_found_before(text: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read("a.yml", text)
    told = [str(problem) for problem in caught.value.problems]
    assert len(told) == len(BOTH[text])
    assert all(map(str.startswith, told, [f"a.yml:{begins}" for begins in BOTH[text]]))


@pytest.mark.parametrize("text", ["&x", "a *x", "!x", "%x", "---", "a\n---", "..."])
def test_the_mark_of_a_trap_is_seen(text: str) -> None:
    assert not is_plain(text)


@pytest.mark.parametrize("mark", "[{-:?")
def test_a_text_with_many_marks_is_read_word_by_word(mark: str) -> None:
    assert is_plain(f"{mark} " * (MARKS - 1))
    assert not is_plain(f"{mark} " * MARKS)


@pytest.mark.parametrize("text", ["a\x1fb", "\ud7ff\ue000\ufffd\U0010ffff\x85\xa0 ~\t", "\ufffe"])
def test_characters_that_yaml_has_are_no_trap(text: str) -> None:
    assert is_plain(text) == (text[0] == "\ud7ff")


SEEN = "\t\n\r ~\xa0\u202c\u202f\U000e0080e"
UNSEEN = "\0\x08\x0b\x0c\x0e\x1f\x7f\x9f\u202d\u202e\U000e0000\U000e007f"


@pytest.mark.parametrize("letter", UNSEEN)
def test_what_nobody_can_see_is_told_but_in_pastes(letter: str) -> None:
    told = f"has a character that nobody can see (U+{ord(letter):04X})", "Remove it"
    assert unseen(f"a{letter}b", ("causes", 0)) == told
    assert unseen(f"a{letter}b", ()) == told
    for field in ("examples", "non_examples"):
        assert unseen(f"a{letter}b", (field, 0, "paste")) is None


def test_what_is_seen_is_not() -> None:
    assert unseen(SEEN, ()) is None
    assert unseen("", ()) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (SEEN, SEEN),
        (UNSEEN, ""),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[1;31mred\x1b[K!", "red!"),
        ("\x1b[123456789012mred", "red"),
        ("\x1b[1234567890123mred", "[1234567890123mred"),
        ("e[31m", "e[31m"),
    ],
)
def test_a_text_is_made_visible_without_the_colours_of_a_terminal(text: str, shown: str) -> None:
    assert visible(text) == shown
