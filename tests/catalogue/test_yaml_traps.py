"""What keeps a text from being YAML is told by its likeliest cause, where it begins, and how to mend it."""

from __future__ import annotations

import pytest

from errorbook.catalogue.yaml_source import read
from errorbook.catalogue.yaml_traps import is_plain
from errorbook.common.problems import CatalogueError

QUOTE = "opens a quote that is never closed. Close it at the end of the text; a ' in it is written ''"
ESCAPE = "in double quotes, where a backslash begins an escape of YAML. Write the text in single quotes: '…'"
TAB = "is indented with a tab. Indent with spaces"
BLANK = "is indented with a blank that is no space. Type the spaces at its beginning again"
STRANGE = 'Remove it, or write it as "\\u…" in double quotes'
SECOND = "starts a second document. Remove the line '---', or move what follows into its own file"
TOLD = {
    'a: "C:\\q x"\n': f"1:7: has '\\q' {ESCAPE}",
    'a: "one\\\n  \\q"\n': f"2:3: has '\\q' {ESCAPE}",
    "a: 'x": f"1:4: {QUOTE}",
    'a: "x\n\nb: c\n': f"1:4: {QUOTE}",
    "a: 'one\nb: 'two'\n": f"1:4: {QUOTE}",
    "a:\n\tb: c\n": f"2:1: {TAB}",
    " \ta: b\n\t- c\n": f"1:2: {TAB}",
    "a:\n  b: c\n   \n \u2003d: [\n": f"4:2: {BLANK}",
    "a:\n  b: c\n\u00a0\u00a0d: e\n f: g\n": f"3:1: {BLANK}",
    "a: \x07\n": f"1:4: has a character that YAML does not allow (U+0007). {STRANGE}",
    "a\n\n\x00": f"3:1: has a character that YAML does not allow (U+0000). {STRANGE}",
    "a: \ud800\n": f"1:4: has a character that YAML does not allow (U+D800). {STRANGE}",
    "a: b\n---\nc: d\n": f"2:1: {SECOND}",
    "---\na: b\n---\n": f"3:1: {SECOND}",
    "%YAML 1.1\n---\na: b\n": "1:1: has a YAML directive. Remove it",
    "a: &x b\n": "1:4: uses a YAML anchor. Write the value out where it is needed",
    "a: !t b\n": "1:4: has a YAML tag. Remove it; every value is text, a list or a mapping",
    "[" * 61 + "]" * 61: "1:61: is nested too deep. Keep to 60 levels",
}
MARKS = 600


@pytest.mark.parametrize("text", TOLD)
def test_a_trap_is_told_with_its_place(text: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read("a.yml", text)
    assert [str(problem) for problem in caught.value.problems] == [f"a.yml:{TOLD[text]}"]
    assert [problem.rule for problem in caught.value.problems] == ["yaml"]


@pytest.mark.parametrize("mark", "[{-:?")
def test_a_text_with_many_marks_is_read_word_by_word(mark: str) -> None:
    assert is_plain(f"{mark} " * (MARKS - 1))
    assert not is_plain(f"{mark} " * MARKS)


@pytest.mark.parametrize("text", ["a\x1fb", "\ud7ff\ue000\ufffd\U0010ffff\x85\xa0 ~\t", "\ufffe"])
def test_characters_that_yaml_has_are_no_trap(text: str) -> None:
    assert is_plain(text) == (text[0] == "\ud7ff")
