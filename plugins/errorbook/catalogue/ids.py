"""Ids of entries: a system's prefix and a number, or a native code of the entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

ID = r"^([A-Z]+(-[A-Z]+)*-?[0-9]|[0-9]+[A-Z])([A-Z0-9]|-[A-Z0-9])*$"
"""Letters and digits, both: SHOP-0031, TS2322, ORA-00942, 42P01."""
LONGEST = 40
PREFIX = r"^[A-Z][A-Z0-9]{0,7}$"
Kind = Literal["numbers", "codes"]
_DIGITS = re.compile(r"[0-9]+")


def order(id_: str) -> tuple[str, int, str]:
    """Return what sorts ids: SHOP-10000 stands behind SHOP-9999."""
    head, _, number = id_.rpartition("-")
    return (head, len(number), id_) if number.isdecimal() else (id_, 0, id_)


def is_numbered(id_: str, prefix: str) -> bool:
    """Tell whether an id is a system's prefix and a number of at least four digits."""
    return re.fullmatch(rf"{prefix}-(?:[0-9]{{4}}|[1-9][0-9]{{4,}})", id_) is not None


def faults(id_: str, prefix: str, name: str, kind: Kind, codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with an id of a system, as what and fix."""
    if is_numbered(id_, prefix):
        return
    if kind == "numbers":
        fix = f"Write '{prefix}-' and at least four digits; for codes as ids, give the system 'ids: codes'"
        yield f"is not an id of {name}", fix
        return
    own = {_letters(code) for code in codes}
    if not {_letters(id_)} & {*own, *(_letters(prefix) + code for code in own)}:
        fix = f"Write one of its 'codes' as the id, or '{prefix}-' and at least four digits"
        yield f"is none of the codes of this entry of {name}", fix


def of_code(code: str) -> str:
    """Return a native code as an id; nothing where it cannot be one."""
    id_ = "-".join(re.findall(r"[A-Z0-9]+", code.upper()))
    return id_ if re.fullmatch(ID, id_) and len(id_) <= LONGEST else ""


def shape(id_: str) -> str:
    """Return the pattern of ids, and of constants, that differ from one in their numbers alone."""
    return _DIGITS.sub("[0-9]+", id_.replace("-", "[-_]"))


def _letters(text: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", text.upper())
