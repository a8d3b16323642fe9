"""Where in a structured payload a place stands: the keys of JSON or the elements of XML around it."""

from __future__ import annotations

import re

_MOST = 200_000
_KEY = re.compile(r"\\*[\"']([A-Za-z_][A-Za-z0-9_.-]{0,60})\\*[\"'][ \t\r\n]*(?::|=>|=)[ \t\r\n]*\\*\Z")
_ELEMENT = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9_.:-]{0,60})(?:[ \t\r\n][^<>]{0,400}?)?(/?)>")
_CLOSING = re.compile(r"</([A-Za-z][A-Za-z0-9_.:-]{0,60})")
_LAYOUT = re.compile(
    "(?:b|blockquote|body|br|center|dd|div|dl|dt|em|font|h[1-6]|html|i|li|ol|p|pre"
    "|small|span|strong|table|tbody|td|tfoot|th|thead|tr|ul)",
    re.I | re.A,
)
"""Elements with which mails and pages are laid out: they name no part of a payload."""
_LONGEST_KEY = 80
_FARTHEST_QUOTE = 10_000


def path(paste: str, place: int) -> tuple[str, ...]:
    """Return the keys or elements that lead to a place in the paste, outermost first; () for plain text."""
    if place > _MOST:
        return ()
    keys = _keys(paste, place)
    return keys if keys else _elements(paste, place)


def _keys(paste: str, place: int) -> tuple[str, ...]:
    """Walk back from the place: each bracket that is still open, and the key before it, is a step."""
    # The text itself stands in a string, whose key comes right before its opening quote.
    position = _opening_quote(paste, place)
    if position == -1:
        return ()
    steps, depth = [_key_before(paste, position)], 0
    while position:
        position -= 1
        character = paste[position]
        if character in "\"'":
            # Brackets inside strings do not count: jump to the string's beginning.
            start = paste.rfind(character, 0, position)
            if start == -1:
                break
            position = start
        elif character in "}])":
            depth += 1
        elif character in "{[(":
            if depth:
                depth -= 1
            elif key := _key_before(paste, position):
                steps.append(key)
    steps.reverse()
    return tuple(steps)


def _opening_quote(paste: str, place: int) -> int:
    """Return where the string opens that a place stands in: in its line, behind a key; -1 if none does."""
    least = max(paste.rfind("\n", 0, place) + 1, place - _FARTHEST_QUOTE)
    position = paste.rfind('"', least, place)
    while position != -1 and not _key_before(paste, position):
        position = paste.rfind('"', least, position)
    return position


def _key_before(paste: str, position: int) -> str:
    match = _KEY.search(paste[max(0, position - _LONGEST_KEY) : position])
    return match[1] if match else ""


def _elements(paste: str, place: int) -> tuple[str, ...]:
    # Most pastes are no XML: what cannot be closed need not be read.
    if paste.find("</", place, place + _MOST) == -1:
        return ()
    steps: list[str] = []
    opened: dict[str, int] = {}
    for match in _ELEMENT.finditer(paste[:place]):
        closing, name, empty = match[1], match[2], match[3]
        if closing:
            until = opened.get(name, 0)
            while until and opened[name] == until:
                opened[steps.pop()] -= 1
        elif not empty:
            steps.append(name)
            opened[name] = opened.get(name, 0) + 1
    closed = set(_CLOSING.findall(paste, place, place + _MOST)) if steps else set()
    return tuple(step for step in steps if step in closed and not _LAYOUT.fullmatch(step))
