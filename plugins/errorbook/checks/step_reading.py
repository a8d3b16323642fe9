"""Reads what a step does, and what to: in English, in German, or roughly in another language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from errorbook.catalogue.vocabulary import Vocabulary
from errorbook.common import latin
from errorbook.describing.german_stems import german_stem

_PART_ENDS = re.compile("[,;.:!?\u0964\u3001\u3002\uff0c\uff1a\uff1b]")
_POLITE = re.compile("bitte|please")
# English words behind which a sentence tells no more of its object.
_GOES_ON = re.compile(
    "after|and|as|at|because|before|by|during|for|from|if|in|into|of|on|or|so|than|that|through|to|under|until"
    "|using|via|when|where|which|while|with|within|without"
)
# German words before a noun that is no object: prepositions, and articles of other cases.
_ASIDE = re.compile(
    "ab|als|am|ans?|aufs?|aus|ausser|bei|beim|bis|durch|fuer|gegen|gegenueber|hinter|im|in|innerhalb|ins|je|laut"
    "|mit|nach|neben|ohne|per|pro|seit|statt|trotz|ueber|unter|vom|von|vorm?|waehrend|wegen|wie|zum?|zur|zwischen"
    "|aller|de[rsm]|(?:dies|ein|ihr)e[rsm]"
)
_YOU = re.compile("sie|ihr(?:en?)?")
_JOINING = re.compile("oder|sowie|und")
# "Konto" and "Konten", "Firma" and "Firmen".
_FOREIGN_END = re.compile("(?<=...)(?:um|us|[ao]s?)$")
_NOT = re.compile("kein(?:e[nmrs]?)?|nicht|nie|niemals")


@dataclass(frozen=True, slots=True)
class Deed:
    """What a step may do, and what to."""

    verbs: tuple[str, ...]
    things: tuple[str, ...]


def risky_verb(step: str, words: Vocabulary) -> str:
    """Return the verb for which a step needs a risk, or nothing."""
    done = deed(step, words.language)
    stem = _german_stem if words.language == "de" else latin.plain
    for verb in done.verbs:
        if any(each.covers(verb, thing, stem) for each in words.risky for thing in done.things):
            return verb
    return ""


def deed(step: str, language: str) -> Deed:
    """Return what a step does, by the language that it is in."""
    part = _PART_ENDS.split(step, maxsplit=1)[0]
    words = [word for word in _words(part) if not _POLITE.fullmatch(latin.plain(word))]
    if not words:
        return Deed((), ())
    if language == "de":
        return _german(words)
    if language == "en":
        end = next((place for place, word in enumerate(words) if _GOES_ON.fullmatch(word.lower())), None)
        return Deed((words[0],), tuple(words[:end][-1:]))
    # Nobody told us how sentences of other languages are built: each of their words may be the thing.
    return Deed((words[0], words[-1]), tuple(words))


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text, in the letters of any language; of a compound with hyphens, the last."""
    kept = (
        each if each.isalnum() or each == "-" or unicodedata.category(each)[0] == "M" else " "
        for each in text
    )
    parts = (each.strip("-").rpartition("-")[2] for each in "".join(kept).split())
    return tuple(filter(None, parts))


def _german(words: list[str]) -> Deed:
    """Return the verbs that a German step may have, and its objects."""
    if any(_NOT.fullmatch(word.lower()) for word in words):
        return Deed((), ())
    first, last = words[0], words[-1]
    verbs = [first]
    # "Den Zylinder lösen und entfernen" ends with its verbs, "Schalte die Anlage ab" with a part of one.
    at_end = last.islower() and last.endswith("n")
    if at_end:
        ends = (word for word, behind in pairwise(words) if _JOINING.fullmatch(behind))
        verbs += [word for word in (*ends, last) if word.islower()]
    if last.islower():
        verbs.append(last + first.lower())
    # No capital tells a noun that begins a sentence from its other words.
    return Deed(tuple(verbs), (first, *_objects([first.lower(), *words[1:]], at_end)))


def _objects(words: list[str], at_end: bool) -> Iterator[str]:
    """Yield the first noun of a German sentence that no preposition leads in, and those joined to it.

    Where verbs stand at the end of their parts, each part has an object of its own.
    """
    is_object = found = aside = False
    before = ""
    for word in words:
        plain = latin.plain(word)
        if word[0].isupper() and not _YOU.fullmatch(plain):
            if before not in ("noun", "joining"):
                is_object = not (aside or found)
            if is_object:
                found = True
                yield word
            before, aside = "noun", False
        elif _JOINING.fullmatch(plain):
            found = found and not (at_end and before != "noun")
            before = "joining" if before == "noun" else ""
        elif _ASIDE.fullmatch(plain):
            before, aside = "", True
        elif before != "joining":
            before = ""


def _german_stem(word: str) -> str:
    return _FOREIGN_END.sub("", german_stem(latin.plain(word)))
