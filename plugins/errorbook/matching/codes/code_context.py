"""Whether a text uses a number or a word as the code of an error: 'error 6240', "code": "6240", (6240)."""

from __future__ import annotations

import re

from errorbook.matching.words.normalising import Normaliser

_BEFORE, _AFTER, _NEAR = 400, 160, 120
"""Characters that are read before and behind a code, and those that are near."""
_ESCAPE = re.compile(r"\\+([\"'/nrt])|&(?:amp;)*(?:quot|#34|apos|#39|lt|gt|#60|#62);")
_LETTERS = {"n": "\n", "r": "\n", "t": " "}
# All below is read in small letters, without accents, and every single quote is one.
_ERROR = (
    "(?:err(?:or|eur|ore)?|erro|fehler|fout|virhe|blad|hiba|feil|fejl|fault|exception|failure"
    "|o\u0448\u0438\u0431k[a-z\u0430-\u044f]{0,2}|\u30a8\u30e9\u30fc|\u9519\u8bef|\u932f\u8aa4|\uc624\ub958)"
)
_MARKS = "[ \t\n\"'*:=#>(\\[{|;,\\]-]{0,8}"
_IS = "(?: {1,2}(?:is|was|ist|war|est|es|era))?"
_CODE_WORD = "(?:code|kode|kod|\u30b3\u30fc\u30c9|\u4ee3\u7801|\u4ee3\u78bc|\u7801|\ucf54\ub4dc)"
_ERROR_BEFORE = re.compile(
    f"{_ERROR}(?:[ _.-]?{_CODE_WORD}|[ _.-](?:number|num|nummer|nr|no|id)[.]?)?{_IS}{_MARKS}\\Z"
)
_CODE_BEFORE = re.compile(f"([a-z]*)(?:code|kode|codigo|codice)(?: (?:number|no|nr)[.]?)?{_IS}({_MARKS})\\Z")
_CALL_BEFORE = re.compile("(?:fault|error|exception|fail|reject)[a-z]*[(](?:[^()\n]{0,100}[, ])?[\"']?\\Z")
_FAILED_BEFORE = re.compile("(?:fail|refus|reject|abort)[a-z]* (?:with|as) [\"'(#]?\\Z")
_SAID_BEFORE = re.compile(
    "(?:as|says?|said|saying|reports|reported|returns|returned|gives|gave|giving|shows|showed|throws|sends|sent"
    "|with|code|what is|what's|what does)[ \t]{1,2}[\"'(\\[#]?\\Z"
)
_ERROR_BEHIND = re.compile(f"[\"'*)\\]]{{0,2}}[ _-]{_ERROR}(?![a-z])")
_WORD_BEFORE = re.compile("([a-z][a-z']*)([ _.-]+)\\Z")
_THING_BEFORE = re.compile("([a-z]+)[ \t(\\[#:]{0,4}\\Z")
_NAME_BEFORE = re.compile("([0-9a-z]+(?:[ _.-][0-9a-z]+){0,2})[ \t_:;,|#\"'*(\\[-]{0,3}\\Z")
_MARKED = re.compile(f"(?:^|[^a-z]){_ERROR}(?:[_ -]?code)?[_.-]?\\Z")
_JOINED = re.compile("[0-9a-z][_.-]?\\Z|[+$-]\\Z")
_SIGN = re.compile(f"{_ERROR}|fail|reject|refus|(?:message|msg|detail)s?[\"'\\]]?[ ]*[:=>]|<message>")
_FIELD = re.compile("(?:name|rate|type|title|price|sku)[\"'\\]]?[ ]*(?::|=)")
_OPENED = re.compile("<([a-z0-9.:_-]{1,60})[^<>]{0,200}\\Z")
_KEYED = re.compile("[\"']?\n[ ]*[a-z]+:")
_TROUBLE = re.compile(
    f"{_ERROR}|fail|refus|reject|denied|declin|invalid|impossible|unable|blocked|problem"
    "|(?:can|could|would|will|did|does|do|must|may|is|was)(?: ?no|n')t|cannot|won't|not (?:allowed|possible)"
    "|echou|echec|fehlgeschlagen|abgelehnt|nicht|no se p|no puede|rechaz|rifiut|geweigerd|mislukt"
)
_UNITS = "(?:eur|usd|gbp|aud|nzd|cad|chf|kg|ms|mb|kb|gb|px|euro|dollar)"
_COUNT = re.compile(f" {{1,2}}(?:of [0-9]|x |{_UNITS}(?![a-z])|([a-z]+s)(?![a-z]))")
_LEVEL = re.compile("[\\])]? {0,2}(?:info|debug|warn|warning|error|trace|log|notice|fatal)(?![a-z])")
_CLOCK = re.compile("[0-9]:[0-9]{2}")
_TIMED = re.compile(":[0-9]{2}[.,](?:[0-9]{1,9} {1,2})?\\Z")
_THREAD = re.compile(" {1,2}--- {1,2}\\[")
_CLOSED = re.compile("[)\\]]{1,2}[.!?]?[ ]*(?:\n|[\"'<]|\\Z)")
_CELL = re.compile("[\"']?[ ]*(?:[,;)\\]}<|\n]|\\Z)")
_LETTER = re.compile("[a-z]")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split(" "))


_VERBS = _set(
    "is was has means says as this does occurs appears happens comes keeps shows persists stands its"
    " stops remains blocks needs refers tells us"
)
"""What ends like a plural behind a code and counts nothing."""
_COMPOUNDS = _set("reason result return api native fault sub status")
_LEADS = _set(
    "reason result return returned returns api native fault with and or got gets getting get says shows"
    " by und mit avec con et y e"
)
"""What stands before the word 'code' where it is an error's."""
_THINGS = _set(
    "account accounts acct amount batch bill bills box build case class client commit contact cost"
    " customer date document entry file height house id in invoice invoices issue item items job journal"
    " line lines model number order orders page pages payment phone pid pin po port process product"
    " products quantity qty record rent rev revision room row rows size sku step street suite supplier"
    " table task tax tel thread ticket total unit units vendor version width worker year zip rechnung"
    " konto auftrag bestellung kunde zeile seite facture commande compte ligne factura pedido cuenta"
)
"""What has a number of its own."""


class Surroundings:
    """What stands before and behind a place of a paste, as far as it tells what that is."""

    def __init__(self, paste: str, start: int, end: int, alone: bool, normaliser: Normaliser) -> None:
        """Read the text around a place: in small letters, its escapes undone; ``alone``: it is one line."""
        self._raw_before, self._raw_behind = paste[max(0, start - _BEFORE) : start], paste[end : end + _AFTER]
        self.before = normaliser.plain(_plain(self._raw_before))
        self.behind = normaliser.plain(_plain(self._raw_behind))
        self.line = self.before.rpartition("\n")[2]
        self.rest = self.behind.partition("\n")[0]
        self._alone = alone

    def text(self, written: str) -> str:
        """Return the line as it is written."""
        return self._raw_before.rpartition("\n")[2] + written + self._raw_behind.partition("\n")[0]

    def wide(self, written: str) -> str:
        """Return all that is read around it, as it is written."""
        return self._raw_before + written + self._raw_behind

    @property
    def is_counted(self) -> bool:
        """Whether the number says how many there are: 'error: 6240 records', 'error 3 of 10'."""
        found = _COUNT.match(self.behind)
        return found is not None and found[1] not in _VERBS

    @property
    def calls_it_error(self) -> bool:
        """Whether the text calls it the code or the number of an error."""
        # Behind a time, '[6240]' is the process that writes a log, and so is '6240' before its thread;
        # '(#6240)' is a number of a change.
        if self.before.endswith("(#") or (self.before.endswith("[") and _CLOCK.search(self.line)):
            return False
        if _THREAD.match(self.behind):
            return False
        if _ERROR_BEFORE.search(self.before) or _CALL_BEFORE.search(self.before):
            return True
        if _FAILED_BEFORE.search(self.before) or (self.before.endswith("[") and self._is_bracketed()):
            return True
        # Behind a colon without a blank it is a port, behind a time a part of its second, or a process.
        other = self._has_thing or self.before.endswith(":") or _TIMED.search(self.before) is not None
        return not other and _ERROR_BEHIND.match(self.behind) is not None

    @property
    def _has_thing(self) -> bool:
        """Whether it is the number of what stands right before it: 'order 6240'."""
        found = _THING_BEFORE.search(self.before)
        return found is not None and found[1] in _THINGS

    def _is_bracketed(self) -> bool:
        """Tell whether '[6240]' begins a single line, or what follows the word for a failure."""
        if not self.behind.startswith("]") or _LEVEL.match(self.behind):
            return False
        told = self.line[:-1].rstrip(" ")
        if not told:
            return self._alone and len(self.rest) > 1
        return told.endswith(":") and _TROUBLE.search(told[-_NEAR:]) is not None

    def calls_it_code(self, system_named: bool) -> bool:
        """Return whether the text calls it a code, and not an account's, a product's or a door's."""
        found = _CODE_BEFORE.search(self.before)
        if not found or (found[1] and found[1] not in _COMPOUNDS):
            return False
        lead = self.before[: found.start()]
        word = _WORD_BEFORE.search(lead)
        if word and not found[1] and (word[1] not in _LEADS or re.search("exit[a-z]* with ", lead)):
            return system_named and word[1] in ("the", "a", "its", "online")
        opened = _OPENED.search(self.before)
        if opened:
            return re.search(_ERROR, opened[1]) is not None
        if not self._is_structured(lead, found[2]):
            return not _FIELD.search(self.behind[:_NEAR])
        own = self.behind.replace("}", ">").partition(">")[0]
        signs = _SIGN.search(self.before) or _SIGN.search(self.behind)
        lone = self._alone and not _LETTER.search(lead) and not _LETTER.search(self.behind)
        return lone or (signs is not None and not _FIELD.search(own))

    def _is_structured(self, lead: str, marks: str) -> bool:
        """Tell whether 'code' is a key beside others, and no word of a sentence."""
        if lead[-1:] in ('"', "'", "[", "<") and marks.strip(" "):
            return True
        if lead.rfind("{") > lead.rfind("}"):
            return True
        return lead.rstrip(" -")[-1:] in ("", "\n") and _KEYED.match(self.behind) is not None

    @property
    def is_said(self) -> bool:
        """Whether somebody says it, as in 'The till reports it as 6240'."""
        return _SAID_BEFORE.search(self.before) is not None

    @property
    def is_closed(self) -> bool:
        """Whether it stands in brackets at the end of a sentence that tells of trouble and names no thing."""
        if self.before[-1:] not in ("(", "[") or not _CLOSED.match(self.behind) or self._has_thing:
            return False
        last = self._raw_before.rstrip(" ([\t").rpartition(" ")[2]
        return not "A" <= last[:1] <= "Z" and _TROUBLE.search(self.line) is not None

    @property
    def is_at_edge(self) -> bool:
        """Whether it begins a line, or ends one in brackets."""
        begins = not self.line.strip(" \t\"'#([*-")
        return begins or _CLOSED.match(self.behind) is not None

    @property
    def is_cell(self) -> bool:
        """Whether nothing else stands in its cell, string or element."""
        return _CELL.match(self.behind) is not None

    @property
    def names_before(self) -> list[str]:
        """The words right before it, the most first: 'till online', 'online'."""
        found = _NAME_BEFORE.search(self.before)
        words = re.split("[ _.-]", found[1]) if found else []
        return ["".join(words[place:]) for place in range(len(words))]

    @property
    def is_joined(self) -> bool:
        """Whether it is the end of a longer token, such as SO-6240."""
        return _JOINED.search(self.before) is not None

    @property
    def is_marked(self) -> bool:
        """Whether what it is joined to is the word for an error: ERR6240."""
        return _MARKED.search(self.before) is not None


def _plain(text: str) -> str:
    return _ESCAPE.sub(lambda found: _unescaped(found[0], found[1]), text)


def _unescaped(whole: str, letter: str | None) -> str:
    if letter:
        return _LETTERS.get(letter, letter)
    if "lt" in whole or "60" in whole:
        return "<"
    if "gt" in whole or "62" in whole:
        return ">"
    return "'" if "apos" in whole or "39" in whole else '"'
