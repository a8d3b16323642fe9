"""Codes of errors in a text, which tell authors which error it is and say nothing about anybody.

One counts as sure where the text states it, "error code 6240", or where it differs in its number alone from
a code of the catalogue, ORA-00942 from ORA-00955. Any other may be somebody's document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_SIGNS = "0123456789'\""
_STAND_INS = "".join(map(chr, range(0xE010, 0xE010 + len(_SIGNS))))
"""What stands for a code's digits and quotes while a text is masked: characters that no text uses."""
_HIDE, _SHOW = str.maketrans(_SIGNS, _STAND_INS), str.maketrans(_STAND_INS, _SIGNS)
# Quotes come in pairs, so that none is left to open a value that is not there.
_STATED = (
    r"(?P<key>['\"]?)(?i:(?<![^\W_])(?:(?:error|fault|failure|exception|status|reason)[ _-]?code"
    r"|error[ _-](?:number|no\.?)|errno)(?P=key)(?: (?:is|was))?)[ :=#(\[]{0,3}(?P<quote>['\"]?)"
)
_NO_DOCUMENT = (
    r"(?!(?:S?INV|SI|SO|PO|PINV|CN|SCN|CRN?|DN|BILL|ORD(?:ER)?|PAY|QU?|RCPT?|GRN|ITEM|SKU|CUST)[-_]?[0-9])"
)
# Neither an amount, a date or a part of a longer number, nor anything as long as the number of a phone.
_ENDS = r"(?![\w%$\u20ac\u00a3]|[-.,:/]\w| ?[$\u20ac\u00a30-9]| [A-Z][a-z]{2,8} [0-9])"
_CODE = re.compile(
    rf"(?P<stated>{_STATED}{_NO_DOCUMENT}(?:[A-Z]{{1,6}}[-_]?)?[0-9]{{1,6}}(?P=quote){_ENDS})"
    rf"|(?<![\w./-]){_NO_DOCUMENT}(?P<family>[A-Z]{{2,}}[-_]?)[0-9]{{3,6}}{_ENDS}"
)
_OF_FAMILY = re.compile(r"([A-Z]{2,}[-_]?)[0-9]{3,6}")


def families(codes: Iterable[str]) -> frozenset[str]:
    """Return the families of codes with letters and a number: TS# of TS2322."""
    return frozenset(f"{found[1]}#" for code in codes if (found := _OF_FAMILY.fullmatch(code)))


def set_apart(text: str, known: frozenset[str]) -> str:
    """Return a text in which no digit of a code is a digit; ``known`` has the families."""

    def code(found: re.Match[str]) -> str:
        return found[0].translate(_HIDE) if found["stated"] or f"{found['family']}#" in known else found[0]

    return _CODE.sub(code, text)


def shown(text: str) -> str:
    """Return a text with the codes that were set apart as they are written."""
    return text.translate(_SHOW)


def codes_of(masked: str) -> tuple[str, ...]:
    """Return the words of a masked text that hold a code: nothing else in it has digits."""
    return tuple(word for word in masked.split() if re.search("[0-9]", word))
