"""A text without what is somebody's own: names, addresses, amounts, numbers and secrets become holes.

It errs on the side of hiding: what it does not know to be harmless goes. No pattern knows every name, so
somebody still reads what is passed on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from errorbook import walk
from errorbook.generalise import generalise
from errorbook.model import Catalogue
from errorbook.template import Hole, parse

Words = frozenset[str]

# Words that begin or fill messages of any product; the catalogue's own words come on top.
_COMMON = """
a access account action added address after all already also amount an and another any api application
apr april are as at aug august authentication authorization be because been before between bill body both
but by call can cannot change channel check client code column company conflict connection contact could
create created currency customer data date dec december delivery did document does due duplicate each
email empty error exceeded exception existing expired failed failure feb february field file for
forbidden found friday from gmt has have header http id if import in inactive integration internal
invalid inventory invoice is it item its jan january json jul july jun june key kind line list location
locked login long mapping mar march maximum may message method minimum missing monday must name network
new no not nov november null number object oct october of on one only open operation or order other out
page parameter parse password payment pending permission please price process product profile purchase
quantity query rate reason record reference refused rejected request required response result retry row
sale sales saturday save sep sept september server service session setting shipment shipping should
status stock string sunday supplier sync system tax template that the there this thursday time timeout to
token too total transaction transfer tuesday type unable undefined unexpected unit unknown unsupported
update url user utc value vendor version warehouse warning was webhook wednesday were when with without
write xml you your
"""
# What a mark stands for until the holes are made: characters that no text has a use for.
_MARKS = {"\ue000": "secret", "\ue001": "name", "\ue002": "url", "\ue003": "path", "\ue004": "email"}
_SECRET, _NAME, _URL, _PATH, _EMAIL = _MARKS
_KEPT = rf"\1{_SECRET}"
_KEYS = (
    r"(?:\w*(?:password|passwd|passphrase|secret|token|(?:api|access|private)[_ -]?key|signature|cookie"
    r"|credentials?|session[_ -]?id|auth|authorization)|pwd|pin)"
)
_SCHEMES = "(?:Bearer|Basic|Digest|Token)"
_PREFIXES = "[srp]k_(?:live|test)_|gh[a-z]_|github_pat_|xox[a-z]-|shp[a-z]{2}_|AKIA|AIza|glpat-|eyJ"
_PATTERNS = tuple(
    (re.compile(pattern, re.IGNORECASE if insensitive else 0), mark)
    for pattern, mark, insensitive in (
        ("[\ue000-\uf8ff]", "", False),
        # A number that touches an amount stands by itself.
        (r"(?<=\d)(?=[A-Z]{2,6}-\d)", " ", False),
        (r"[A-Za-z][A-Za-z0-9+.-]*://[^\s'\"<>]+", _URL, False),
        (r"[^\s@<>\"'(),;:]+@[^\s@<>\"'(),;:]+\.\w+", _EMAIL, False),
        (
            rf"\b({_KEYS}[\"']?\s*[:=]\s*)(?:\"[^\"]*\"|'[^']*'|(?:(?:Bearer|Basic)\s+)?[^\s,;&]+)",
            _KEPT,
            True,
        ),
        (rf"\b({_SCHEMES}\s+)(?=[\w+/=.~-]*[\d+/=.~_-])[\w+/=.~-]{{6,}}", _KEPT, True),
        (r"\b((?:password|passcode|pin|key|token|secret) (?:is|was) )(?=\S*[\W\d]\S)\S+", _KEPT, True),
        (rf"(?<!\w)(?:{_PREFIXES})[\w.-]{{6,}}", _SECRET, False),
        (r"(?<![\w-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Za-z])(?![0-9a-fA-F]{8}-)[\w+/=-]{20,}", _SECRET, False),
        (r"\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b", _SECRET, False),
        (r"(?:[A-Za-z]:|\\)\\[^\s\"'<>|]+|(?<![A-Za-z/])~?/(?:[\w.@-]+/)+[\w.@-]*", _PATH, False),
    )
)
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['\u2019-][^\W_]+)*")
_HUMP = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CUE = re.compile(
    r"(?:customer|contact|supplier|vendor|user|employee|client|buyer|mrs?|ms|dr|dear|hi|hello)\W*$", re.I
)
# At a sentence's beginning every word is capitalised: "Jane is …" may be somebody, "Bin location …" is not.
_NOUN_FOLLOWS = re.compile(
    r" (?!(?:is|was|has|had|have|does|do|did|can|could|may|might|must|will|would|should|are|were|and|or|not"
    r"|no|of|from|at|in|on|by)\b|[a-z]+ed\b)[a-z]{2,}"
)
_DIGITS = re.compile(r"[^\s{}'\"()<>\[\]=:,;]*\d[^\s{}'\"()<>\[\]]*")
_GLUED_AFTER, _GLUED_BEFORE = re.compile(r"^[\w-]+"), re.compile(r"[\w-]+$")
_HOLES_BESIDE = re.compile(r"\{(\w+)\}(?:[\s,;:/&+.#-]*\{\w+\})+")


def known_words(catalogue: Catalogue) -> Words:
    """Return the words that are nobody's name: those of the catalogue's own prose and of its systems."""
    vocabulary = catalogue.vocabulary
    texts = [_COMMON, vocabulary.name, *(system.name for system in vocabulary.systems.values())]
    texts += [record.name for record in vocabulary.records.values()]
    for entry in catalogue.entries:
        texts += [text for _, text in walk.prose(entry)]
        texts += [message.text for message in entry.messages]
    return frozenset(word.lower() for text in texts for word in re.findall(r"[^\W_]+", text))


def mask(text: str, known: Words) -> str:
    """Return a message as a template in which everything that may be somebody's own is a hole.

    Holes of one kind have the same name; literal braces are doubled.
    """
    for pattern, mark in _PATTERNS:
        text = pattern.sub(mark, text)
    text = _names(" ".join(text.split()), known)
    parts = parse(generalise(text).template)
    pieces = []
    for place, part in enumerate(parts):
        if isinstance(part, Hole):
            pieces.append(f"{{{re.sub(r'_[0-9]+$', '', part.name)}}}")
        else:
            # What is glued to a value is a part of it.
            part = _GLUED_AFTER.sub("", part) if place else part
            part = _GLUED_BEFORE.sub("", part) if place + 1 < len(parts) else part
            pieces.append(_literal(part, known))
    return _HOLES_BESIDE.sub(r"{\1}", "".join(pieces))


def _literal(text: str, known: Words) -> str:
    """Return fixed text with its marks as holes; a number that stands in it still becomes one, too."""

    def number(found: re.Match[str]) -> str:
        token = found[0].rstrip(".,;:!?")
        rest = found[0][len(token) :]
        return found[0] if token.lower() in known and not token.isdigit() else "{code}" + rest

    text = _DIGITS.sub(number, text.replace("{", "\ue00a").replace("}", "\ue00b"))
    for mark, name in _MARKS.items():
        text = text.replace(mark, f"{{{name}}}")
    return text.replace("\ue00a", "{{").replace("\ue00b", "}}")


def _names(text: str, known: Words) -> str:
    """Return a text whose names are marks: capitalised words that nobody's catalogue uses."""
    out: list[str] = []
    end = 0
    for run in _runs(text):
        place = _name_in(run, text, known)
        if place < len(run):
            out += [text[end : run[place].start()], _NAME]
            end = run[-1].end()
    return "".join([*out, text[end:]])


def _name_in(run: list[re.Match[str]], text: str, known: Words) -> int:
    """Return from which word of a run on it may be a name, or the run's length."""
    words = [found[0] for found in run]
    start, end = run[0].start(), run[-1].end()
    before = text[max(0, start - 12) : start]
    if len(run) > 1 and _CUE.search(before):
        return 0
    if len(run) > 2 and _CUE.fullmatch(words[0]):
        return 1
    unknown = [len(word) > 1 and word.lower() not in known for word in words]
    if len(run) == 1 and (not before or before.endswith((". ", ": "))) and _NOUN_FOLLOWS.match(text, end):
        return 1
    # One unknown word in capitals is a code; two side by side may be a name.
    strange = unknown if sum(unknown) > 1 else [not _harmless(word, known) for word in words]
    return strange.index(True) if any(strange) else len(run)


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the runs of capitalised words, as names are."""
    run: list[re.Match[str]] = []
    for found in _WORD.finditer(text):
        if run and not re.fullmatch(r"[ .&]{1,2}", text[run[-1].end() : found.start()]):
            yield run
            run = []
        if found[0][0].isupper():
            run.append(found)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _harmless(word: str, known: Words) -> bool:
    """Return whether a capitalised word is no name: a known one, an identifier made of such, an acronym."""
    if word.lower() in known or len(word) == 1:
        return True
    if word.isupper():
        return True
    humps = _HUMP.findall(word)
    return len(humps) > 1 and any(hump.lower() in known and len(hump) > 2 for hump in humps)
