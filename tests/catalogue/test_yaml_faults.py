"""What keeps a text from being YAML is told by its likeliest cause, where it begins, and how to mend it."""

from __future__ import annotations

import pytest
import yaml

from errorbook.catalogue import yaml_faults
from errorbook.catalogue.yaml_source import read
from errorbook.common.problems import CatalogueError

QUOTE = "opens a quote that is never closed. Close it at the end of the text; a ' in it is written ''"
TAB = "is indented with a tab. Indent with spaces"
BLANK = "is indented with a blank that is no space. Type the spaces at its beginning again"
CONFLICT = "is a mark of a merge conflict. Keep one of the two versions, and remove the marks"
IN_QUOTES = "Put the whole text in quotes: '…'"
SECOND = f"has a second ': ', as if a field began inside the text. {IN_QUOTES}"
BEHIND = "goes on behind a closing quote or bracket. Remove what goes on, or put the whole text in quotes"
LINE_UP = (
    "does not line up with the lines it belongs to."
    " Begin it exactly below their first letter; in a list, all begin with '- '"
)
OTHER = "Put texts that hold ': ', '#', quotes or braces in quotes, and indent with spaces"


def escape(sign: str) -> str:
    fix = "Write the text in single quotes: '…'"
    return f"has '\\{sign}' in double quotes, where a backslash begins an escape of YAML. {fix}"


def colon(name: str) -> str:
    fix = f"Write '{name}: …', with a colon and a space, or indent the line if it goes on the one above"
    return f"has no ': ' behind '{name}'. {fix}"


def dash(sign: str) -> str:
    return f"begins with '{sign}', which is no item of a list. Write '- …', with a space"


def means(sign: str) -> str:
    return f"begins with '{sign}', which means something to YAML. {IN_QUOTES}"


def still_open(opening: str, closing: str) -> str:
    fix = f"Part what it holds by ', ' and close it with '{closing}'; put a text that begins so in quotes"
    return f"opens a '{opening}' that does not come to its '{closing}'. {fix}"


def right_behind(sign: str) -> str:
    fix = "Begin the text on the next line, indented, or put it in quotes: '…'"
    return f"has a text right behind '{sign}', which begins one on the lines below. {fix}"


def brace(sign: str) -> str:
    return f"has a '{sign}' inside a text, which between brackets needs quotes. {IN_QUOTES}"


TOLD = {
    # A hole in a list between brackets
    "a: [The {book} is shut., Two]\n": f"1:9: {brace('{')}",
    "a: [One, The {book}]\n": f"1:14: {brace('{')}",
    "a: [\n  The {book} x,\n  y]\n": f"2:7: {brace('{')}",
    "a: {do: Open {book} now, see: y}\n": f"1:14: {brace('{')}",
    "a: [The [book] is shut, y]\n": f"1:9: {brace('[')}",
    # Both versions of a conflict
    "a: 1\n<<<<<<< HEAD\nb: 2\n": f"2:1: {CONFLICT}",
    "=======\na: b: c": f"1:1: {CONFLICT}",
    "a: 1\n\n>>>>>>> x\n@": f"3:1: {CONFLICT}",
    "\n=======\na: b: c": f"2:1: {CONFLICT}",
    "a: 1\n||||||| b\n@": f"2:1: {CONFLICT}",
    "a: ======= b: c": f"1:13: {SECOND}",
    # A backslash in double quotes
    'a: "C:\\q x"\n': f"1:7: {escape('q')}",
    'a: "one\\\n  \\q"\n': f"2:3: {escape('q')}",
    'a: "one\n\\q"': f"2:1: {escape('q')}",
    'a: "\\q\\z"': f"1:5: {escape('q')}",
    'a: "\\t\\q"': f"1:7: {escape('q')}",
    'a: "C:\\users\\x"': f"1:7: {escape('u')}",
    'b: "x"\na: "\\x4"\n': f"2:5: {escape('x')}",
    # A quote that stays open
    "a: 'x": f"1:4: {QUOTE}",
    'a: "x\n\nb: c\n': f"1:4: {QUOTE}",
    "a: 'one\nb: 'two'\n": f"1:4: {QUOTE}",
    "a:\n  - 'Pay {x}\nb: {c: '12', d: e}\n": f"2:5: {QUOTE}",
    'a:\n  - "Pay {x}\nb: {c: "12", d: e}\n': f"2:5: {QUOTE}",
    "a: 'b\n  c'\nd: {e: f": f"3:4: {still_open('{', '}')}",
    "a: ['b\n  c', d]\ne: @": f"3:4: {means('@')}",
    "a: ['b\n  c']\ne: @": f"3:4: {means('@')}",
    "a: {b: 'c\n  d'}\ne: @": f"3:4: {means('@')}",
    "a: 'b\n  c' # d\ne: @": f"3:4: {means('@')}",
    "a: 'one\n  two' early": f"1:4: {QUOTE}",
    "a: |\n  b\nc: @": f"3:4: {means('@')}",
    "a: 'b' c\nd: e": f"1:8: {BEHIND}",
    # Blanks at the beginning
    "a:\n\tb: c\n": f"2:1: {TAB}",
    " \ta: b\n\t- c\n": f"1:2: {TAB}",
    "a: b\n\t": f"2:1: {TAB}",
    "a:\n  b: c\n   \n \u2003d: [\n": f"4:2: {BLANK}",
    "a:\n  b: c\n\u00a0\u00a0d: e\n f: g\n": f"3:1: {BLANK}",
    "a:\n\u00a0 - b\nc: 3\n": f"2:1: {BLANK}",
    "a: {\n \t\u00a0b: @": f"2:3: {BLANK}",
    "a: b\n \u00a0c\nd: e\n@": f"4:1: {means('@')}",
    # No colon
    "a: 1\nb\n  - c\nd: 2": f"2:1: {colon('b')}",
    "a: 1\nb c\nd: 2": f"2:1: {colon('b')}",
    "a:1\nb: 2": f"1:1: {colon('a')}",
    "a:\xa01\nb: 2": f"1:1: {colon('a')}",
    "a\uff1a 1\nb: 2": f"1:1: {colon('a')}",
    "# Ours\n\n---\na:1\nb: 2": f"4:1: {colon('a')}",
    "[a]\nb: c": f"1:1: {colon('[a]')}",
    f"{'a' * 61}\nb: c": f"1:1: {colon('a' * 60)}",
    "a: b\n- c\nd:1": f"2:1: {LINE_UP}",
    # No item
    "a:\n  - b\n  -c\n  - d: 1": f"3:3: {dash('-')}",
    "a:\n  - b\n  \u2013 c\nd: 1": f"3:3: {dash(chr(0x2013))}",
    "\u2022 a\nb: c": f"1:1: {dash(chr(0x2022))}",
    "* a\n* b": f"1:1: {dash('*')}",
    "a:\n  * b": f"2:3: {dash('*')}",
    "a:\n  - b\n  -\u00e9\nd: 1": f"3:3: {dash('-')}",
    "a: 1\n--\nb: 2": f"2:1: {colon('--')}",
    # Brackets
    "a: {b: 1, c: 2\nd: 3": f"1:4: {still_open('{', '}')}",
    "a: {b: 1 c: 2}": f"1:4: {still_open('{', '}')}",
    "a: [": f"1:4: {still_open('[', ']')}",
    "a: [b, c\nd: e\n": f"1:4: {still_open('[', ']')}",
    "a: [b, , c]": f"1:4: {still_open('[', ']')}",
    "a: [[b], {c: d},": f"1:4: {still_open('[', ']')}",
    "a: ['x[y',": f"1:4: {still_open('[', ']')}",
    "a: [b [c": f"1:4: {still_open('[', ']')}",
    "a:\n - {b: [c, {d: e,": f"2:12: {still_open('{', '}')}",
    # A sign that means something
    "a: @all": f"1:4: {means('@')}",
    "`a`: b": f"1:1: {means('`')}",
    "a: [b, %c]": f"1:8: {means('%')}",
    "a: }": f"1:4: {means('}')}",
    "a: , b": f"1:4: {means(',')}",
    "a: * b": f"1:4: {means('*')}",
    "- * b": f"1:3: {means('*')}",
    "a:\n  & b": f"2:3: {means('&')}",
    "a: > one": f"1:4: {right_behind('>')}",
    "b: 'c'\na: |x\n  y": f"2:4: {right_behind('|')}",
    # A second field in a text
    "a: Note: it broke": f"1:8: {SECOND}",
    "- a: It was: broken": f"1:12: {SECOND}",
    "- - a b: It was: broken": f"1:16: {SECOND}",
    "a: 'b': c": f"1:7: {SECOND}",
    # What does not line up
    "- do: one\n    see: two": f"2:5: {LINE_UP}",
    "s:\n  - do: one\n   see: two": f"3:4: {LINE_UP}",
    "a:\n  - b\n c: 1": f"3:2: {LINE_UP}",
    "  a: b\nc: d": f"2:1: {LINE_UP}",
    "---\na: b\n c: d": f"3:2: {LINE_UP}",
    "'on': x\n c: d": f"2:2: {LINE_UP}",
    "- a\n  b: c": f"2:3: {LINE_UP}",
    "- a\nb: c": f"2:1: {LINE_UP}",
    "- - a\n - b": f"2:2: {LINE_UP}",
    # What goes on
    "a: 'Save' does nothing": f"1:11: {BEHIND}",
    "- a\n- {b} is large": f"2:7: {BEHIND}",
    "- 'a' b": f"1:7: {BEHIND}",
    "[a] b": f"1:5: {BEHIND}",
    # Breaks that only YAML takes for one
    "a: b\u2028c: [": f"2:4: {still_open('[', ']')}",
    "a: b\x85\u2029\n  c: d": f"4:3: {LINE_UP}",
    "a: b\r\nc: d\re: @": f"3:4: {means('@')}",
}
BY_C = {
    "a: - b": f"1:4: is not YAML: block sequence entries are not allowed in this context. {OTHER}",
    "a:\tb: c": f"1:5: {SECOND}",
}
BY_PYTHON = {
    "a: - b": f"1:4: is not YAML: sequence entries are not allowed here. {OTHER}",
    "a:\tb: c": "1:3: has a tab where YAML wants a space. Write a space",
}
"""Where the two readers of YAML differ: mkdocs.yml is read by that in Python."""


@pytest.mark.parametrize(("text", "told"), [*TOLD.items(), *BY_C.items()])
def test_what_is_no_yaml_is_one_problem_in_words_of_what_to_type(text: str, told: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read("a.yml", text)
    assert [str(problem) for problem in caught.value.problems] == [f"a.yml:{told}"]
    assert [problem.rule for problem in caught.value.problems] == ["yaml"]


@pytest.mark.parametrize(("text", "told"), [*TOLD.items(), *BY_PYTHON.items()])
def test_it_is_told_alike_whichever_reader_of_yaml_finds_it(text: str, told: str) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        yaml.compose(text, Loader=yaml.SafeLoader)
    assert str(yaml_faults.problem("a.yml", text, caught.value)) == f"a.yml:{told}"


@pytest.mark.parametrize("sign", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022")
def test_no_sign_but_the_hyphen_begins_an_item(sign: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read("a.yml", f"{sign} a\nb: c")
    assert str(caught.value.problems[0]) == f"a.yml:1:1: {dash(sign)}"


def test_what_has_no_place_is_told_at_the_beginning_in_the_words_there_are() -> None:
    error = yaml.MarkedYAMLError("in a file", problem="went wrong")
    told = f"is not YAML: in a file, went wrong. {OTHER}"
    assert str(yaml_faults.problem("a.yml", "a: b", error)) == f"a.yml:1:1: {told}"
    error.context_mark = yaml.Mark("a.yml", 3, 0, 3, None, 0)
    assert str(yaml_faults.problem("a.yml", "a: b", error)) == f"a.yml:1:4: {told}"
