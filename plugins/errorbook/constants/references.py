"""What a line of a program names: ids, constants and permanent links, and what is wrong with each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from errorbook.catalogue import ids
from errorbook.constants.known import Known, KnownError

IGNORED = "errorbook: ignore"
"""What a line says that names no error although it looks so."""
_NUMBERED = re.compile(r"[A-Z0-9]+-[0-9]{4,}")
_LINK = r"(?P<link>https?://[^\s\"'`<>()\[\]{}\\|^]*?/e/(?P<linked>[\w-]+))"


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that names an error: ``what`` and ``fix`` say what is wrong there, if something is."""

    column: int
    id: str
    what: str = ""
    fix: str = ""
    leads: bool = True
    """Whether it leads to a page all the same."""


class References:
    """Finds what names an error of those known."""

    def __init__(self, known: Known, site: str = "") -> None:
        """Prepare for the prefixes of all ids; ``site`` is the address that links are to begin with."""
        self._known = known
        self._site = site.rstrip("/") + "/" if site else known.site
        numbered = {error.id.rpartition("-")[0] for error in known.errors if _NUMBERED.fullmatch(error.id)}
        self._prefixes = frozenset(numbered)
        # Of native codes only those that are known name an error: others may be a part's or a colour's.
        shapes = {ids.shape(error.id) for error in known.errors if not _NUMBERED.fullmatch(error.id)}
        prefixes = "|".join(sorted(numbered, key=len, reverse=True)) or r"(?!)"
        codes = "|".join(sorted(shapes, key=len, reverse=True)) or r"(?!)"
        self._named = re.compile(
            rf"{_LINK}|(?<![\w-])(?:(?P<id>(?:{prefixes})[-_](?:[0-9]{{4}}|[1-9][0-9]{{4,}}))|_?(?P<code>{codes}))(?!\w)"
        )

    def find(self, line: str) -> Iterator[Reference]:
        """Yield what a line names; a line that says so is left out."""
        if IGNORED in line:
            return
        for found in self._named.finditer(line):
            reference = self._linked(found) if found["link"] else self._plain(found)
            if reference:
                yield reference

    def _plain(self, found: re.Match[str]) -> Reference | None:
        code = found["code"]
        if code and code.replace("_", "-") not in self._known.by_id:
            return None
        return self._of_id(found.start() + 1, code or found["id"])

    def _linked(self, found: re.Match[str]) -> Reference | None:
        link, column = found["link"], found.start() + 1
        base, id_ = link[: link.rindex("e/")], found["linked"].upper()
        if base == self._site:
            return self._of_id(column, id_)
        if id_.rpartition("-")[0] not in self._prefixes and id_ not in self._known.by_id:
            return None
        if not self._site:
            return self._of_id(column, id_)
        fix = f"Link to {self._site}e/{id_}/, or write '{IGNORED}' behind it"
        return Reference(column, id_, f"{link} is on another site", fix, leads=False)

    def _of_id(self, column: int, named: str) -> Reference:
        id_ = named.replace("_", "-")
        error = self._known.by_id.get(id_)
        if error is None:
            fix = f"Correct the id, or write '{IGNORED}' behind it where it is none"
            return Reference(column, id_, f"{named} is no error that was ever published", fix, leads=False)
        return Reference(column, id_, *_doubt(error))


def _doubt(error: KnownError) -> tuple[str, str]:
    if error.status == "withdrawn":
        return f"{error.id} was wrong and is withdrawn", "Name the error that is meant, or none"
    if error.status == "superseded":
        return f"{error.id} was replaced", f"Name {' or '.join(error.superseded_by)}"
    return "", ""
