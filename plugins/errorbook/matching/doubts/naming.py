"""Tells what a text says of a product that it names: it is not meant, or heads or sends a message."""

from __future__ import annotations

import re

from errorbook.matching.words.lines import beginning_of_line, line_before
from errorbook.matching.words.tokens import Tokens

_DENIES = re.compile(
    r"(?:\A|[^a-z])((?:no|not|nicht|keine?|instead of|rather than"
    r"|(?:(?:did|do|does)(?: not|n'?t)|never|no longer) (?:have|run|use|used|work with))"
    r"(?: (?:any|aus|from|of|our|the|von))?(?: (at|bei|for|in|on|to|with))?) \Z"
)
"""What denies the name behind it; 'not in Sage' may also say where a record lacks."""
_LONGEST_DENIAL = 40
_ENDS = re.compile(r"[^a-z0-9]{0,2}(?:[.,;:!?)\n]|\Z)| (?:aber|and|at all|but|here|i|sondern|we)(?![a-z])")
"""What stands behind a name that is denied, and not behind that of which more is said: 'not Sage alone'."""
_SAYS = re.compile(
    r"answer(?:ed|s)|errors?|exception|failure|gives|message|meldet|repl(?:ied|ies)|report(?:ed|s)"
    r"|respond(?:ed|s)|return(?:ed|s)|said|sagt|says|show(?:ed|s)|tells|told|writes|wrote|zeigt"
)
_OF = frozenset(["by", "from", "in", "of", "von"])
_SENDERS = frozenset(["absender", "from", "sender", "von"])
_BLANK_LINE = re.compile(r"\n[ \t]*\n|[#*]")
"""What stands before a heading that is nothing but a name: in a list of names there is none."""
_MOST = 4


def denial(place: int, end: int, tokens: Tokens) -> tuple[str, bool]:
    """Return the words that deny a name, and whether they say that nothing is from it: 'not from Sage'."""
    text, begin = tokens.normalised.text, tokens.starts[place]
    found = _DENIES.search(text[max(0, begin - _LONGEST_DENIAL) : begin])
    if not found or not _ENDS.match(text, tokens.ends[end - 1]):
        return "", False
    return found[1], not found[2]


def heads(place: int, end: int, start: int, tokens: Tokens) -> bool:
    """Tell whether a name heads a message, or says it, on the line above: 'Sage 50', 'MYOB says:'."""
    gaps, words = tokens.gaps, tokens.words
    line = beginning_of_line(start, tokens)
    if place >= line or "\n" not in gaps[line] or any("\n" in gap for gap in gaps[place + 1 : line]):
        return False
    while end < line and words[end][0] <= "9":
        end += 1
    first = beginning_of_line(place, tokens)
    lead, behind = line_before(first, place, tokens)[0], line_before(end, line, tokens)[0]
    if len(lead) > _MOST - 1 or len(behind) > _MOST or (lead and lead[-1] not in _OF):
        return False
    if behind:
        return _SAYS.fullmatch(behind[0]) is not None and not tokens.marks[end]
    return bool(lead) or ":" in gaps[line] or first == 0 or _BLANK_LINE.search(gaps[first]) is not None


def is_sender(place: int, tokens: Tokens) -> bool:
    """Tell whether a word is the name in an address from which a mail is sent."""
    if tokens.gaps[place] not in ("@", ".") or tokens.gaps[place + 1] != ".":
        return False
    first = beginning_of_line(place, tokens)
    return tokens.words[first] in _SENDERS and ":" in tokens.gaps[first + 1]
