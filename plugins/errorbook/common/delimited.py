"""What separates the cells of a table, which spreadsheets of some countries write with semicolons."""

from __future__ import annotations

import re

_SEPARATORS = (",", ";", "\t", "|")
_SETTING = re.compile(r'"?sep=([,;|:^~\t])"?\r?\n?')


def setting(line: str) -> str:
    """Return the separator that the first line of a table does nothing but say, as Excel's do; or nothing."""
    found = _SETTING.fullmatch(line)
    return found[1] if found else ""


def commonest(line: str) -> str:
    """Return what most likely separates the cells of a line: what stands in quotes separates none."""
    return max(_SEPARATORS, key=re.sub('"[^"]*"', "", line).count)
