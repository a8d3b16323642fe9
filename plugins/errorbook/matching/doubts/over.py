"""Tells whether the text around a message says that it did not come, or that it is over."""

from __future__ import annotations

import re

INTRODUCES = r" ?(?::[^a-z0-9]{0,12}|[\"'(][^a-z0-9]{0,2})\Z"
"""What stands between words that introduce a message and that: a colon, also on a line above, or a quote."""
_NAMED = r"(?: (?:an?|any|error|it|message|of|text|that|the|this|warning)){0,3}"
_OVER = r"behoben|cleared|closed|done|erledigt|fixed|gelost|geschlossen|resolved|solved"
_BEFORE = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!never )(?<!not )(?<!n't )((?:ceased|quit|stopped)(?: to)?) (?:get(?:ting)?|giv(?:e|ing)"
        r"|rais(?:e|ing)|report(?:ing)?|return(?:ing)?|say(?:ing)?|see(?:ing)?|send(?:ing)?|show(?:ing)?"
        r"|throw(?:ing)?)" + _NAMED + INTRODUCES,
        r"(?:\A|[^a-z])(eliminated|exclud(?:ed?|ing)|rid of|rul(?:ed?|ing) out)" + _NAMED + INTRODUCES,
        rf"(?:\A|[^a-z0-9 ] ?)({_OVER}|dismissed|won.?t ?fix)(?:\]|\)| ?:| - )[^a-z0-9]{{0,3}}\Z",
        r"(?:\A|[.!?:\n] ?|please |just |can )(disregard|ignore)(?: (?:it|that|the|this))?"
        r"(?: (?:error|message|one|text|warning))?(?:,? (?:it|that|this) was [a-z ]{1,20})?" + INTRODUCES,
        r"(?<!no )(?<!not a )(false alarm|fehlalarm)(?![a-z])[^.!?\n]{0,60}\Z",
        r"(?:\A|[^a-z0-9.,])((?:0|zero) ?(?:x|(?:hits|matches|results) for|occurrences of|times))"
        r"[ :]{0,2}[^a-z0-9]{0,3}\Z",
    )
)
"""What ends a message, counts none, or calls it no matter, in front of it."""
_APPEARS = (
    r"(?:appear(?:ed)?|c[ao]me (?:again|back|up)|displayed|happen(?:ed)?|logged|occur(?:red)?|present|raised"
    r"|recur(?:red)?|reported|returned|seen|show(?:ed)? up|shown|there|thrown|turn(?:ed)? up)"
)
_BEHIND = tuple(
    re.compile(pattern)
    for pattern in (
        r"[^\na-z0-9]{0,4}[\"')] (?:(?:error|message|text|warning) )?((?:are|did|do|does|had|has|have|is|was"
        r"|were|will)(?: not|n'?t| never)|never)(?: (?:actually|be|been|even|ever)){0,2} "
        + _APPEARS
        + r"(?![a-z])"
        r"(?![^\n.!?]{0,40}(?:before|earlier|previously|till|until|yesterday)(?![a-z]))",
        r"[^\na-z0-9]{0,4}[\"')] (?:(?:error|message|text|warning) )?(?:(?:had|has|have|is|just|now"
        r"|was) ){0,2}(absent|disappeared|gone away|missing from|stopped (?:appearing|coming|showing)"
        r"|vanished|went away)"
        r"(?![^\n.!?]{0,40}(?:again|back)(?![a-z]))",
        r"(?=[^\na-z0-9]{0,5}[:=(\[|-])[^\na-z0-9]{1,6}"
        r"((?:0|keine|no|null|zero) ?(?:cases|hits?|mal|matches|occurrences?|results?|times|treffer|x))"
        r"(?![a-z0-9])",
    )
)
"""What denies a message, or counts none, behind it; 'was not seen before' says that it is new."""
_STRUCK = re.compile(r"(~~)[^a-z0-9~]{0,2}\Z")
_STRUCK_BEHIND = re.compile(r"[^a-z0-9~\n]{0,4}~~")

_FIELD = r"(?:resolution|stand|state|status|zustand)\** ?[:=] ?\**"
_STATUS_ABOVE = re.compile(
    rf"(?:\A|[|,;] ?|\n[ \t]*[-*|]{{0,2}} ?){_FIELD}([a-z]+)\**[,;]?[ \t]*(?:\n[ \t]*|[,;|] ?)[-*]{{0,2}} ?"
    r"(?:[a-z ]{1,20}\** ?[:=])?[^a-z0-9]{0,4}\Z"
)
_STATUS_BELOW = re.compile(rf"[^a-z0-9\n]{{0,4}}\n[ \t]*[-*|]{{0,2}} ?{_FIELD}([a-z]+)")
_IS_OVER = re.compile(_OVER)
"""The field that says how a message stands, on the line before it or behind."""
_STATES = re.compile(rf"{_OVER}|ok(?:ay)?|passed|success(?:ful)?|synced|synchronised")
_IN_TROUBLE = re.compile(
    r"(?:error|exception|fail|fehler|fehlgeschlagen|not |nicht |open|pending|rejected"
    r"|un(?:resolved|solved))"
)
"""What the cells of a row say of a record; of one in trouble another cell says nothing."""
_CELL_MARKS = "|\t;,"

_SEARCHED = re.compile(r"(?:\A|[^a-z])(filter|find|query|search(?:ed)?(?: for| term)?|suche)[ :=\"']{1,4}\Z")
_NONE_FOUND = re.compile(
    r"[^a-z0-9]{1,8}(?:(?:0|keine|no|zero) (?:[a-z]{1,12} )?(?:entries|ergebnisse|hits?|items|match(?:es)?"
    r"|records?|results?|rows|treffer)|nichts gefunden|nothing found)(?![a-z])"
)
_NEXT_LINE = re.compile(r"[^a-z0-9\n]{0,6}\n[^a-z0-9]{0,6}([^\n]*)")
_NEVER_MIND = re.compile(r"(never ?mind)(?:[.,!]|\Z)")
_NOT_SURE = re.compile(
    r"\?|n't|(?:\A|[^a-z])(?:again|but|how|if|never|no|not|still|unless|until|why)(?![a-z])"
)
_WORKS = (
    re.compile(
        r"(?:(?:all|it|that|this)(?:'s| is)? )?((?:behoben|erledigt|fixed|gelost|resolved|solved|sorted)"
        r"(?: it| now| that| this)?(?=[.!,:]|\Z)|(?:fine|gone|good|okay|ok|well|working|works) now)"
    ),
    re.compile(
        r"(?:.{0,80}[^a-z])?(?:everything|it|retried|that|this)(?: all| has| then)? ((?:goes|gone|went)"
        r" through|is (?:fine|fixed|gone|good|ok|okay|resolved|solved) now|synced|works? (?:fine )?now"
        r"|worked this time)"
    ),
)
"""How the line below a message says that all is well."""


def over_around(above: str, before: str, behind: str) -> str:
    """Return the words around a message that say that it did not come, or is over; else nothing."""
    introduction = above + before
    found = [pattern.search(introduction) for pattern in _BEFORE]
    found += [pattern.match(behind) for pattern in _BEHIND]
    if _STRUCK_BEHIND.match(behind):
        found.append(_STRUCK.search(before))
    if _NONE_FOUND.match(behind):
        found.append(_SEARCHED.search(before))
    told = next((each[1] for each in found if each), "")
    return told or _status(introduction, behind) or _cell(before, behind) or _below(behind)


def _status(introduction: str, behind: str) -> str:
    """Return what a field on the line before a message, or else behind it, says of it: 'Status: Resolved'."""
    field = _STATUS_ABOVE.search(introduction) or _STATUS_BELOW.match(behind)
    return field[1] if field and _IS_OVER.fullmatch(field[1]) else ""


def _cell(before: str, behind: str) -> str:
    """Return the cell of a message's row that says that its record is well: '| SO-1 | … | Resolved |'."""
    head, rest = before.rstrip("\"'(* "), behind.partition("\n")[0].lstrip(".!?\"')* ")
    last, first = head[-1:], rest[:1]
    separator = first if first and first in _CELL_MARKS else last
    if not separator or separator not in _CELL_MARKS:
        return ""
    # A sentence has a blank behind its comma, a table of values has none.
    if separator in ",;" and (
        rest[1:2] == " " if first == separator else before.rstrip("\"'(*").endswith(" ")
    ):
        return ""
    row = head.split(separator) if last == separator else []
    row += rest.split(separator) if first == separator else []
    cells = [cell.strip(" \t\"'*[]()") for cell in row]
    if any(_IN_TROUBLE.match(cell) for cell in cells):
        return ""
    return next((cell for cell in cells if _STATES.fullmatch(cell)), "")


def _below(behind: str) -> str:
    """Return the words with which the line below a message says that all is well now; else nothing."""
    if not (found := _NEXT_LINE.match(behind)):
        return ""
    line = found[1]
    if never_mind := _NEVER_MIND.match(line):
        return never_mind[1]
    works = None if _NOT_SURE.search(line) else next(filter(None, (p.match(line) for p in _WORKS)), None)
    return works[1] if works else ""
