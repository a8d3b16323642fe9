"""A text without what is somebody's own: names, addresses, amounts, numbers and secrets become holes.

It errs on the side of hiding: what it does not know to be harmless goes. No pattern knows every name, so
somebody still reads what is passed on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from errorbook.authoring.infer_template import generalise
from errorbook.catalogue import entry_texts
from errorbook.catalogue.model import Catalogue
from errorbook.common.template import Hole, parse
from errorbook.redaction import german_words, stated_codes
from errorbook.redaction.common_words import COMMON_WORDS
from errorbook.redaction.personal_data import MARKS, NAME, PATTERNS, WHO, WHO_IN_GERMAN
from errorbook.wording import tables

Words = frozenset[str]

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['\u2019-][^\W_]+)*")
_HUMP = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CUE = re.compile(
    "(?:customer|contact|supplier|vendor|user|employee|client|buyer|mrs?|ms|dr|dear|hi|hello"
    rf"|{WHO_IN_GERMAN}|herrn?|frau|hallo)\W*$",
    re.I,
)
# At a sentence's beginning every word is capitalised: "Jane is …" may be somebody, "Bin location …" is not.
_NOUN_FOLLOWS = re.compile(
    r" (?!(?:is|was|has|had|have|does|do|did|can|cannot|could|may|might|must|will|would|should|are|were"
    r"|and|or|not|no|of|from|at|in|on|by)\b|[a-z]+ed\b"
    rf"|{german_words.AFTER_A_NAME}\b)[a-z]{{2,}}"
)
_DIGITS = re.compile(r"(?<![^\s{}'\"()<>\[\]=:,;])[^\s{}'\"()<>\[\]=:,;]*\d[^\s{}'\"()<>\[\]]*")
_GLUED_AFTER, _GLUED_BEFORE = re.compile(r"^[\w-]+"), re.compile(r"(?<![\w-])[\w-]+$")
_GIVEN = "(?:allowed|assigned|belongs|denied|forwarded|granted|invite[sd]?|mailed|sent|shared)"
# Whoever does or gets something: a word that nobody knows is a name there, in any case of letters.
_BEHIND = re.compile(
    rf"\b(?:by|for|from|dear|hi|hello|{_GIVEN} to|{WHO}s?):? (?:the )?"
    r"([^\W\d_][\w'\u2019-]*)(?: ([^\W\d_][\w'\u2019-]*))?",
    re.I,
)
_JOINED = re.compile(r"(?<![\w.\ue000-\ue01b])[^\W\d_]+(?:[._][^\W\d_]+)+")
_CELL = re.compile(r"(?<=,)[^\W\d_]+(?=,)")
_HOLES_BESIDE = re.compile(r"\{(\w+)\}(?:[\s,;:/&+.#-]*\{\w+\})+")


def known_words(catalogue: Catalogue) -> Words:
    """Return what is nobody's name: words of the catalogue's prose and systems, families of its codes."""
    vocabulary = catalogue.vocabulary
    is_german = tables.nearest(vocabulary.language) == "de"
    texts = [COMMON_WORDS, vocabulary.name, *(system.name for system in vocabulary.systems.values())]
    texts += [record.name for record in vocabulary.records.values()]
    if is_german:
        texts.append(german_words.COMMON.read_text("utf-8"))
    for entry in catalogue.entries:
        texts += [text for _, text in entry_texts.prose(entry)]
        texts += [message.text for message in entry.messages]
    words = frozenset(word.lower() for text in texts for word in re.findall(r"[^\W_]+", text))
    codes = (code.code for entry in catalogue.entries for code in entry.codes)
    known = words | stated_codes.families(codes)
    return german_words.GermanWords(known) if is_german else known


def mask(text: str, known: Words) -> str:
    """Return a message as a template in which everything that may be somebody's own is a hole.

    Holes of one kind have the same name; literal braces are doubled. Digits are left in codes alone.
    """
    for pattern, mark in PATTERNS:
        text = pattern.sub(mark, text)
    text = stated_codes.set_apart(" ".join(text.split()), known)
    for own in (_JOINED, _CELL):
        text = own.sub(lambda found: _unless_known(found[0], known), text)
    text = _BEHIND.sub(lambda found: _behind(found, known), _names(text, known))
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
    return stated_codes.shown(_HOLES_BESIDE.sub(r"{\1}", "".join(pieces)))


def _unless_known(joined: str, known: Words) -> str:
    """Return words joined by dots or underscores, or a mark where one of them is nobody's word."""
    return joined if all(_harmless(part, known) for part in re.split("[._]", joined) if part) else NAME


def _behind(found: re.Match[str], known: Words) -> str:
    """Return what stands behind a cue with its unknown words as a mark."""
    first, second = found[1], found[2]
    if _ordinary(first, known):
        return found[0]
    rest = f" {second}" if second and _ordinary(second, known) else ""
    return f"{found[0][: found.start(1) - found.start()]}{NAME}{rest}"


def _ordinary(word: str, known: Words) -> bool:
    """Return whether a word stands in known texts, itself or in another form of it."""
    word = re.sub("['\u2019]s?$", "", word.lower())
    forms = (word, *(word.removesuffix(end) for end in ("s", "es", "ed", "d", "ing", "ly", "ion", "ation")))
    parts = word.split("-")
    return any(form in known or f"{form}e" in known for form in forms if len(form) > 1) or (
        len(parts) > 1 and all(part in known for part in parts)
    )


def _literal(text: str, known: Words) -> str:
    """Return fixed text with its marks as holes; a number that stands in it still becomes one, too."""

    def number(found: re.Match[str]) -> str:
        token = found[0].rstrip(".,;:!?")
        rest = found[0][len(token) :]
        return found[0] if token.lower() in known and not token.isdigit() else "{code}" + rest

    text = _DIGITS.sub(number, text.replace("{", "\ue00a").replace("}", "\ue00b"))
    for mark, name in MARKS.items():
        text = text.replace(mark, f"{{{name}}}")
    return text.replace("\ue00a", "{{").replace("\ue00b", "}}")


def _names(text: str, known: Words) -> str:
    """Return a text whose names are marks: capitalised words that nobody's catalogue uses."""
    out: list[str] = []
    end = 0
    for run in _runs(text):
        place = _name_in(run, text, known)
        if place < len(run):
            out += [text[end : run[place].start()], NAME]
            end = run[-1].end()
    return "".join([*out, text[end:]])


def _name_in(run: list[re.Match[str]], text: str, known: Words) -> int:
    """Return from which word of a run on it may be a name, or the run's length."""
    words = [found[0] for found in run]
    start, end = run[0].start(), run[-1].end()
    before = text[max(0, start - 12) : start]
    if len(run) > 1 and _CUE.search(before):
        return 0
    for place, word in enumerate(words[:-2], 1):
        if _CUE.fullmatch(word):
            return place
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
