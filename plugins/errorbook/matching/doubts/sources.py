"""Tells whose error a paste shows: the product that it names near a message, if that is another one's.

A product is named by a mention in the message's line, or where the text says that it is the source:
'Square:', 'error from NetSuite', 'the Vend API', 'provider: Adyen', '<provider>Adyen' or
'<log app="Adyen">'. For all but the first any name counts. A name that is denied, as in 'not from Xero', is
no source, and a stranger may stand on the line above, or in the address of who sent it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from errorbook.matching.candidates.scoring import ScoredAlignment
from errorbook.matching.doubts.naming import denial, heads, is_sender
from errorbook.matching.index.inverted_index import InvertedIndex
from errorbook.matching.words.lines import written
from errorbook.matching.words.tags import TAG
from errorbook.matching.words.tokens import Tokens, split

_SAYS = frozenset(
    [
        "api",
        "error",
        "errors",
        "exception",
        "failure",
        "fault",
        "rejected",
        "responded",
        "response",
        "returned",
        "said",
        "says",
    ]
)
_FROM = frozenset(("from", "by"))
_KEYS = frozenset(
    ["app", "application", "integration", "platform", "provider", "service", "source", "vendor"]
)
_ELEMENT = re.compile(rf"<({'|'.join(sorted(_KEYS))})(?:[ \t][^<>]{{0,80}})?>[ \t\n]*\Z", re.I)
_TAGS = re.compile(r"<[A-Za-z][^<>]*>(?:[ \t\r\n]*(?:<[A-Za-z][^<>]*>|<!\[CDATA\[))*[^<>]*\Z")
"""The tags that stand before a message, with the words of a value between."""
_ATTRIBUTE = re.compile(r"[ \t\r\n]([A-Za-z]+)=[\"']([A-Za-z][A-Za-z0-9 ._-]{0,40})[\"']")
_LONGEST_TAG = 120
_LONGEST_TAGS = 300
_GENERAL = frozenset(
    [
        "accounting",
        "admin",
        "an",
        "api",
        "app",
        "client",
        "core",
        "csv",
        "default",
        "gateway",
        "http",
        "https",
        "import",
        "internal",
        "json",
        "local",
        "manual",
        "none",
        "null",
        "online",
        "our",
        "public",
        "rest",
        "server",
        "sync",
        "system",
        "the",
        "their",
        "this",
        "unknown",
        "user",
        "web",
        "your",
    ]
)
"""What stands before 'API' or behind 'source:' and is nobody's name."""


def foreign(scored: ScoredAlignment, tokens: Tokens, inverted: InvertedIndex) -> str:
    """Return the name of the product whose error it is, where that is not the entry's; else nothing.

    What any program may say is anybody's, so for it a mere mention of another system counts.
    """
    entry = inverted.entries[scored.alignment.template.entry]
    own = {entry.get("system"), *entry.get("with", ())}
    found, without = _in_attribute(scored.start, own, tokens, inverted), ""
    for place, in_line in _around(scored, tokens, inverted.settings["near_words"]):
        last = scored.start if place < scored.start else len(tokens.words)
        # As the value of such a field, or in an address, a name needs no capital to be one.
        sent = place < scored.start and is_sender(place, tokens)
        named = sent or _is_capital(place, tokens) or bool(_source_key(place, tokens))
        end, name = inverted.names.find(tokens.words, place, last, named)
        if not name:
            if not found and _is_unlisted(place, tokens, inverted):
                found = written(place, place + 1, tokens)
            continue
        denied, nothing = denial(place, end, tokens)
        if denied:
            if nothing and name.system in own and not without:
                without = f"{denied} {written(place, end, tokens)}"
            continue
        if name.system in own:
            return ""
        if found or name.system in inverted.names.neutral:
            continue
        stranger = not name.system
        mentioned = in_line and (stranger or is_general(scored, inverted))
        above = stranger and place < scored.start and (sent or heads(place, end, scored.start, tokens))
        said = bool(_source_key(place, tokens)) or (in_line and _is_source(place, end, tokens))
        if mentioned or above or said:
            found = written(place, end, tokens)
    return found or without


def is_named(scored: ScoredAlignment, tokens: Tokens, inverted: InvertedIndex) -> bool:
    """Tell whether the entry's system is named near a message, or shown by another message of its own."""
    system = inverted.entries[scored.alignment.template.entry].get("system", "")
    if system in tokens.systems:
        return True
    for place, _ in _around(scored, tokens, inverted.settings["near_words"]):
        last = scored.start if place < scored.start else len(tokens.words)
        name = inverted.names.find(tokens.words, place, last, _is_capital(place, tokens))[1]
        if name and name.system == system:
            return True
    return False


def is_general(scored: ScoredAlignment, inverted: InvertedIndex) -> bool:
    """Tell whether any program may say what is there of a wording: a status, everyday talk, an alias."""
    template, most = scored.alignment.template, int(inverted.settings["status_words"])
    return len(scored.alignment.pairs) <= most or template.everyday or template.role == "alias"


def _around(scored: ScoredAlignment, tokens: Tokens, most: int) -> Iterator[tuple[int, bool]]:
    """Yield the words before and behind a message, and whether they are in its lines."""
    before: list[tuple[int, bool]] = []
    in_line = True
    for place in range(scored.start - 1, max(-1, scored.start - 1 - most), -1):
        in_line = in_line and "\n" not in tokens.gaps[place + 1]
        before.append((place, in_line))
    yield from reversed(before)
    in_line = True
    for place in range(scored.end, min(len(tokens.words), scored.end + most)):
        in_line = in_line and "\n" not in tokens.gaps[place]
        yield place, in_line


def _in_attribute(start: int, own: set[str | None], tokens: Tokens, inverted: InvertedIndex) -> str:
    """Return the name of another product that a tag before a message gives: '<log app="NetSuite">'."""
    begin = tokens.normalised.first(tokens.starts[start])
    tags = _TAGS.search(tokens.paste[max(0, begin - _LONGEST_TAGS) : begin])
    for attribute in _ATTRIBUTE.finditer(tags[0]) if tags else ():
        key, value = attribute.groups()
        words, capital = split(value.lower()).words, value[0] <= "Z"
        name = inverted.names.find(words, 0, len(words), capital)[1]
        if name and name.system not in own and name.system not in inverted.names.neutral:
            return value
        unlisted = not name and capital and words[0] not in _GENERAL and not inverted.knows(words[0])
        if unlisted and key.lower() in _KEYS:
            return value
    return ""


def _is_unlisted(place: int, tokens: Tokens, inverted: InvertedIndex) -> bool:
    """Tell whether a word is a name by what it is said to do: no word of ours, and with a capital.

    Of what a 'provider' is called the capital may be lost.
    """
    word = tokens.words[place]
    if word in _GENERAL or inverted.knows(word):
        return False
    if not _is_capital(place, tokens):
        return _source_key(place, tokens) == "provider" and _is_all(place, tokens)
    api = tokens.words[place + 1 : place + 2] == ["api"] and not tokens.marks[place + 1]
    return api or _is_from(place, tokens) or bool(_source_key(place, tokens))


def _is_source(start: int, end: int, tokens: Tokens) -> bool:
    """Tell whether a text says that a name is where a message comes from."""
    behind = tokens.marks[end][:1]
    says = end < len(tokens.words) and not behind and tokens.words[end] in _SAYS
    return behind in (":", "]", "-") or says or _is_from(start, tokens)


def _is_from(place: int, tokens: Tokens) -> bool:
    """Tell whether 'error from' or 'returned by' stands before a word, with one word between at most."""
    for at in (place - 1, place - 2):
        if at >= 1 and tokens.words[at] in _FROM and not tokens.marks[at]:
            return any(word in _SAYS for word in tokens.words[max(0, at - 2) : at])
    return False


def _source_key(place: int, tokens: Tokens) -> str:
    """Return the key or the element that names a source and whose value begins with a word; else nothing."""
    mark = tokens.marks[place]
    if place > 0 and tokens.words[place - 1] in _KEYS and (":" in mark or "=" in mark):
        return tokens.words[place - 1]
    if TAG not in tokens.gaps[place]:
        return ""
    begin = tokens.normalised.first(tokens.starts[place])
    found = _ELEMENT.search(tokens.paste[max(0, begin - _LONGEST_TAG) : begin])
    return found[1].lower() if found else ""


def _is_all(place: int, tokens: Tokens) -> bool:
    """Tell whether a word is all that a field holds: no other stands behind it but the next field's key."""
    return tokens.gaps[place + 1] != " " or all("=" in mark for mark in tokens.marks[place + 2 : place + 3])


def _is_capital(place: int, tokens: Tokens) -> bool:
    begin = tokens.normalised.first(tokens.starts[place])
    return "A" <= tokens.paste[begin] <= "Z"
