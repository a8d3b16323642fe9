"""Both matchers hold the same words, numbers and ranges in their patterns and tables, room by room.

The cases cannot name every word that a pattern knows; a word that one language has lost stands here.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "plugins/errorbook"
ROOMS = ("codes", "values", "words")
# The keys of objects and the names of settings: one language quotes them where the other does not.
KEYS = {
    *("bracket", "codes", "colon", "is", "like", "merged", "messages", "pattern"),
    *("quote", "sentence", "systems", "title", "type", "values"),
}
# Python asks for digits, and for what a letter behind a backslash is, without a pattern.
ALONE = {"codes": ["nr", "0-9"], "words": ["0-9"]}
_SCRIPT = re.compile(
    r"""//[^\n]*|/\*.*?\*/
    |"(?!\.)((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`
    |(?:(?<=[(,=:!&|?\[;])|(?<=return))[ \n]*/(?![/*])((?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)/""",
    re.DOTALL | re.VERBOSE,
)
_PART = re.compile(r"[^\W_]-[^\W_]|[^\W\d_]{2,}|\{\d+(?:,\d*)?\}")


def parts(text: str) -> list[str]:
    """Return the words, ranges and repetitions of a literal, whichever way its characters are written."""
    text = re.sub(r"\\u\{?([0-9a-f]{4,5})\}?|\\x([0-9a-f]{2})|\\U00([0-9a-f]{6})", _character, text)
    plain = re.sub(r"\\+[A-Za-z]|\$\{[^{}]*\}", " ", text)
    return [part for part in _PART.findall(plain) if part not in KEYS]


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1] or found[2] or found[3], 16))


def of_python(text: str) -> list[str]:
    """Return those of a module: no docstrings, and no names that a value is asked for by."""
    tree = ast.parse(text)
    unread = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    unread |= {node.slice for node in ast.walk(tree) if isinstance(node, ast.Subscript)}
    strings = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in unread)
    return [part for node in strings if isinstance(node.value, str) for part in parts(node.value)]


def of_javascript(text: str) -> list[str]:
    """Return those of a script: no comments, and no paths of imports."""
    literals = (literal for found in _SCRIPT.finditer(text) for literal in found.groups() if literal)
    return [part for literal in literals for part in parts(literal)]


@pytest.mark.parametrize("room", ROOMS)
def test_both_languages_hold_the_same_words(room: str) -> None:
    ours, theirs = Counter(ALONE.get(room, [])), Counter[str]()
    for path in (PACKAGE / "matching" / room).glob("*.py"):
        ours.update(of_python(path.read_text("utf-8")))
    for path in (PACKAGE / "assets/matching" / room).glob("*.js"):
        theirs.update(of_javascript(path.read_text("utf-8")))
    assert theirs.total() > 100
    assert (theirs - ours, ours - theirs) == (Counter(), Counter())
