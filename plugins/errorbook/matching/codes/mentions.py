"""Which of the known codes that stand in a paste are meant as codes there, and whose they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from errorbook.matching.codes.code_context import Surroundings
from errorbook.matching.codes.code_keys import PIECE
from errorbook.matching.codes.codes import YEAR, Code, Codes
from errorbook.matching.index.index_shape import IndexEntry
from errorbook.matching.index.inverted_index import InvertedIndex
from errorbook.matching.words.tokens import split

_MOST_LOOKED_AT, _MOST_FOUND = 200, 20
_LETTERS, _SHORTEST = 8, 4
"""Letters of a code such as card_declined that is no word of a sentence; characters of one such as 42P01."""
_SHARED, _WORD = 2, 4
"""How many words of an entry make a number beside them its code, and of how many letters."""
_REASON = re.compile(
    "[\"')\\]:,;-]{0,2} ?(?:unauthori[sz]ed|forbidden|not found|too many requests|bad request|conflict"
    "|internal server|bad gateway|service unavailable|gateway time|unprocessable|method not|not acceptable)"
)
_STATUS = re.compile("(?:http(?:/[0-9.]+)?|status|response)(?:[ _-]?code)?[ \"'=:(]{0,4}\\Z")


@dataclass(frozen=True, slots=True)
class Mention:
    """A code that stands in a paste, and the entries that declare it."""

    start: int
    end: int
    codes: list[Code]
    sure: bool
    """Whether the text calls it a code, so that it counts beside a message, too."""


class Mentions:
    """Finds the codes of an index in pastes."""

    def __init__(self, codes: Codes, inverted: InvertedIndex) -> None:
        """Keep the codes, and what tells whose they are."""
        self._codes, self._names, self._folder = codes, inverted.names, inverted.normaliser
        self._entries = inverted.entries

    def find(self, paste: str) -> list[Mention]:
        """Return the codes that stand in a paste, in its order, each entry once."""
        found: list[Mention] = []
        seen: set[int] = set()
        alone = "\n" not in paste.strip(" \t\r\n")
        for looked, (start, end, codes) in enumerate(self._codes.candidates(paste)):
            if looked == _MOST_LOOKED_AT or len(found) == _MOST_FOUND:
                break
            if all(code.place in seen for code in codes):
                continue
            mention = self._judge(
                paste, start, end, codes, Surroundings(paste, start, end, alone, self._folder)
            )
            if mention:
                seen.update(code.place for code in mention.codes)
                found.append(mention)
        return found

    def _judge(
        self, paste: str, start: int, end: int, codes: list[Code], around: Surroundings
    ) -> Mention | None:
        """Return what a code that stands somewhere says, if it is meant as one there."""
        written = paste[start:end]
        prefix = next(filter(None, map(self._codes.system, around.names_before)), "")
        if around.is_joined and not prefix and not around.is_marked:
            return None
        own, foreign = self._named(around.text(written))
        if prefix:
            own = {prefix}
        elif not own:
            own, _ = self._named(around.wide(written))
        fitting = [code for code in codes if code.system in own]
        telling = any(is_telling_code(code.text, written) for code in codes)
        if not fitting and (own or foreign) and not telling:
            return None
        statuses = [code for code in fitting or codes if code.role == "status"]
        if statuses:
            named = prefix or telling or _REASON.match(around.behind) or _STATUS.search(around.before)
            return Mention(start, end, statuses, False) if fitting and named else None
        if telling:
            return Mention(start, end, fitting or codes, True)
        if around.is_counted:
            return None
        if self._is_named_code(written, prefix, bool(fitting), around):
            return Mention(start, end, fitting or codes, True)
        weak = around.is_closed or (around.is_at_edge and self._shares(around, fitting or codes))
        weak = weak and _is_number(written) and (bool(fitting) or not YEAR.fullmatch(written))
        return Mention(start, end, fitting or codes, False) if weak else None

    def _is_named_code(self, written: str, prefix: str, fits: bool, around: Surroundings) -> bool:
        """Tell whether a text calls it a code, or gives it behind the name of its system."""
        if around.calls_it_error or around.calls_it_code(fits):
            return re.search("[0-9]", written) is not None or around.is_cell
        if not _is_number(written) or not fits:
            return False
        if prefix and around.is_joined:
            return True
        return not YEAR.fullmatch(written) and (prefix != "" or around.is_said)

    def _named(self, line: str) -> tuple[set[str], bool]:
        """Return the systems that a text names, and whether it names a stranger."""
        normalised = self._folder.normalise(line)
        found = split(normalised.text)
        own: set[str] = set()
        foreign = False
        for place in range(len(found.words)):
            first = normalised.first(found.starts[place])
            _, name = self._names.find(found.words, place, len(found.words), "A" <= line[first] <= "Z")
            if name and not name.system:
                foreign = True
            elif name and name.system not in self._names.neutral:
                own.add(name.system)
        return own, foreign

    def _shares(self, around: Surroundings, codes: list[Code]) -> bool:
        """Tell whether most of the words beside a number are those of its entry."""
        words = {word for word in split(f"{around.line} {around.rest}").words if len(word) >= _WORD}
        shared = [len(words & self._words(self._entries[code.place])) for code in codes]
        return any(count >= _SHARED and 2 * count >= len(words) for count in shared)

    def _words(self, entry: IndexEntry) -> set[str]:
        texts = [entry.get("title", ""), *(message[0] for message in entry.get("messages", []))]
        return {word for text in texts for word in split(self._folder.plain(text)).words}


def is_telling_code(text: str, written: str) -> bool:
    """Tell whether a code is no number and no word of the language, so that it needs nothing to name it."""
    pieces = PIECE.findall(text)
    letters = sum(len(piece) for piece in pieces if not _is_number(piece))
    if letters < sum(map(len, pieces)):
        return letters > 0 and len("".join(pieces)) >= _SHORTEST
    if letters < _LETTERS:
        return False
    if len(pieces) > 1:
        return "_" in written or written.lower() == text.lower()
    return re.search("[a-z][A-Z]", text) is not None or (text == written and not re.search("[a-z]", text))


def _is_number(text: str) -> bool:
    return re.fullmatch("[0-9]+", text) is not None
