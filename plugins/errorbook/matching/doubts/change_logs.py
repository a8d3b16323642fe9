"""Tells whether a change log speaks of a message: 'Fixed in v2: …', '[FIX] …', a list under 'Removed'."""

from __future__ import annotations

import re

from errorbook.matching.words.tokens import Tokens

_CHANGES = frozenset(
    [
        "add",
        "added",
        "adds",
        "bugfix",
        "bugfixes",
        "change",
        "changed",
        "changelog",
        "changes",
        "chore",
        "deprecated",
        "docs",
        "feat",
        "fix",
        "fixed",
        "fixes",
        "hotfix",
        "improve",
        "improved",
        "refactor",
        "remove",
        "removed",
        "removes",
        "rename",
        "renamed",
        "resolved",
        "revert",
        "reverted",
        "reword",
        "reworded",
        "scenario",
        "todo",
        "translate",
        "translated",
        "unreleased",
    ]
)
"""First words of lines in change logs, and of stories."""
_MARK = re.compile(r"v?[0-9]+|x|bug")
"""What stands before them: a version, a date, a number or a tick."""
_OF = frozenset(
    [
        "and",
        "bug",
        "for",
        "in",
        "issue",
        "issues",
        "known",
        "log",
        "new",
        "notes",
        "other",
        "release",
        "since",
        "this",
        "v",
        "version",
        "what",
    ]
)
"""What else stands between them and a colon, or with them in a heading."""
_ANNOUNCES = re.compile(r"[:\]]| - ")
_BULLETS = ("-", "*", "+")
_TITLE = re.compile(r"known issues|release notes|what's new|# new")
"""Headings of change logs that hold no word for a change."""
_LETTERS = re.compile(r"[a-z]{2,}")  # of a version its "v" says nothing
_LONGEST_LIST = 2000


def change_in(line: list[str], gaps: list[str], quoted: bool) -> str:
    """Return the word with which the words before a message begin a change; ``gaps[i]`` is behind word i."""
    place = 0
    while place < len(line) and _MARK.fullmatch(line[place]):
        place += 1
    if place == len(line) or line[place] not in _CHANGES:
        return ""
    if quoted or gaps[place].startswith("("):
        return line[place]
    for at in range(place, len(line)):
        if at > place and line[at] not in _OF and not _MARK.fullmatch(line[at]):
            break
        if _ANNOUNCES.search(gaps[at]):
            return line[place]
    return ""


def heading_above(first: int, tokens: Tokens) -> str:
    """Return the heading of the list of changes in which a line stands, else nothing."""
    begin = tokens.starts[first]
    *above, own = tokens.normalised.text[max(0, begin - _LONGEST_LIST) : begin].split("\n")
    if not own.lstrip(" \t").startswith(_BULLETS):
        return ""
    for line in reversed(above):
        words = _LETTERS.findall(line)
        title = _TITLE.search(line)
        change = next((word for word in words if word in _CHANGES), title[0] if title else "")
        if change and all(word in _CHANGES or word in _OF for word in words):
            return change
        if line.strip(" \t") and not line.startswith((*_BULLETS, " ", "\t")):
            return ""
    return ""
