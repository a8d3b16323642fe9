"""What personal data looks like: forms of addresses, secrets and names, each with the mark for it.

`masking.js` needs none: it shows only what is known to be harmless. Both are tried on the same cases.
"""

from __future__ import annotations

import re

# What a mark stands for until the holes are made: characters that no text has a use for.
MARKS = {"\ue000": "secret", "\ue001": "name", "\ue002": "url", "\ue003": "path", "\ue004": "email"}
_SECRET, NAME, _URL, _PATH, _EMAIL = MARKS
_KEPT = rf"\1{_SECRET}"
_KEYS = (
    r"(?:\w*(?:password|passwd|passphrase|secret|token|(?:api|access|private)[_ -]?key|signature|cookie"
    r"|credentials?|session[_ -]?id|auth|authorization)|pwd|pin)"
)
_SCHEMES = "(?:Bearer|Basic|Digest|Token)"
_PREFIXES = "[srp]k_(?:live|test)_|gh[a-z]_|github_pat_|xox[a-z]-|shp[a-z]{2}_|AKIA|AIza|glpat-|eyJ"
WHO = "(?:customer|contact|supplier|vendor|user|employee|client|buyer|owner|assignee)"
WHO_IN_GERMAN = "(?:(?:benutzer|kund|mitarbeiter|lieferant|nutzer)(?:e|in)?|kontakt|anwender(?:in)?)"
# Letters of scripts that know no capitals: nothing says which of their words are names.
_CASELESS = (
    "[\u0590-\u08ff\u0900-\u109f\u10d0-\u10ff\u1100-\u139f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_NUMBER_WORD = (
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    "|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million)"
)
_CURRENCY = (
    "(?:dollars?|euros?|pounds?|quid|pence|cents?|rupees?|yen|yuan|francs?|rand|pesos?|dirhams?|zloty"
    "|kron(?:a|e|er|or))"
)
PATTERNS = tuple(
    (re.compile(pattern, re.IGNORECASE if insensitive else 0), mark)
    for pattern, mark, insensitive in (
        # Characters that nobody sees may split a name.
        ("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff]", "", False),
        # A number that touches an amount stands by itself.
        (r"(?<=\d)(?=[A-Z]{2,6}-\d)", " ", False),
        (r"[A-Za-z][A-Za-z0-9+.-]{0,30}://[^\s'\"<>]+", _URL, False),
        # An address is tried from the beginning of its word only: a long word costs no more than its length.
        (r"(?<![^\s@<>\"'(),;:])[^\s@<>\"'(),;:=]+@[^\s@<>\"'(),;:]+", _EMAIL, False),
        (r"(?<=[=])[^\s@<>\"'(),;:=]+@[^\s@<>\"'(),;:]+", _EMAIL, False),
        (r"\b\w+(?: (?:dot|dash|underscore) \w+){0,4} at \w+(?: dot \w+){1,4}\b", _EMAIL, True),
        (r"(?<![\w@])@[\w.-]+", NAME, False),
        (
            rf"\b((?:{WHO}|{WHO_IN_GERMAN}|login)(?:[_ -]?(?:name|id))?[\"']?\s*=\s*)"
            r"(?:\"[^\"]*\"|'[^']*'|[^\s,;&]+)",
            rf"\1{NAME}",
            True,
        ),
        (rf"{_CASELESS}(?:[ \u00b7\u30fb]{_CASELESS})*", NAME, False),
        (r"\b(?:0[58]00|1[ -]?8\d\d)(?:[ -][A-Z0-9]+)*[ -][A-Z]{3,}\b", "0800", False),
        (
            rf"\b{_NUMBER_WORD}(?:[ -](?:and |a |half ){{0,3}}{_NUMBER_WORD}){{0,12}}"
            rf"(?= (?:\w+ )?{_CURRENCY}\b)",
            "0.00",
            True,
        ),
        (r"\b((?:passphrase|recovery phrase)(?: is|:|=) ?)[^\n.,;]+", _KEPT, True),
        (
            r"\b((?:password|passcode|pin)(?: \w+){1,5} (?:is|was) )"
            r"(?!not\b|no\b|invalid|required|missing|empty|wrong|too\b|locked|expired|incorrect|\w+ed\b)\S+",
            _KEPT,
            True,
        ),
        (r"\b[a-fA-F]{16,}\b", _SECRET, False),
        # A company, by its form of enterprise or its ampersand.
        (r"(?<![\w&'-])(?:\w[\w&'-]* ){1,3}(?:limited|ltd|llc|inc|gmbh|pty|plc)\b\.?", NAME, True),
        (r"\b[A-Z]\w{0,30} ?& ?[A-Z]\w*", NAME, False),
        (
            rf"\b({_KEYS}[\"']?\s*[:=]\s*)(?:\"[^\"]*\"|'[^']*'|(?:(?:Bearer|Basic)\s+)?[^\s,;&]+)",
            _KEPT,
            True,
        ),
        (rf"\b({_SCHEMES}\s+)(?=[\w+/=.~-]*[\d+/=.~_-])[\w+/=.~-]{{6,}}", _KEPT, True),
        (r"\b((?:password|passcode|pin|key|token|secret) (?:is|was) )(?=\S*[\W\d]\S)\S+", _KEPT, True),
        (rf"(?<!\w)(?:{_PREFIXES})[\w.-]{{6,}}", _SECRET, False),
        (
            r"(?<![\w+/=-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Za-z])(?![0-9a-fA-F]{8}-)[\w+/=-]{20,}",
            _SECRET,
            False,
        ),
        (r"\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b", _SECRET, False),
        (r"(?:[A-Za-z]:|\\)\\[^\s\"'<>|]+|(?<![A-Za-z/])~?/(?:[\w.@-]+/)+[\w.@-]*", _PATH, False),
    )
)
