"""The errors that a program may name: of a catalogue, or of a document that was made from one."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from errorbook.catalogue.model import Catalogue
from errorbook.catalogue.value_types import EntryId, Status
from errorbook.common import reading
from errorbook.common.problems import CatalogueError, Problem
from errorbook.site.site_info import SiteInfo

LARGEST = 100_000_000
"""Bytes of a document; one of 10,000 errors has 10,000,000."""


class _Read(BaseModel):
    """A value that leaves out what it does not know: later documents may say more."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class NativeCode(_Read):
    """A code of the program that shows the error."""

    system: str
    code: str
    role: Literal["error", "wrapper", "status"] = "error"


class KnownError(_Read):
    """An error by its id."""

    id: EntryId
    title: str
    permalink: str
    codes: tuple[NativeCode, ...] = ()
    status: Status = "active"
    superseded_by: tuple[EntryId, ...] = ()

    @property
    def constant(self) -> str:
        """The name of its constant in a program."""
        name = self.id.replace("-", "_")
        return f"_{name}" if name[0].isdecimal() else name


class Known(_Read):
    """All errors ever published: an id stays, whatever becomes of its page."""

    errors: tuple[KnownError, ...]

    @cached_property
    def by_id(self) -> dict[str, KnownError]:
        """The errors by id."""
        return {error.id: error for error in self.errors}

    @property
    def site(self) -> str:
        """The address of the site, or nothing where the errors do not tell it."""
        for error in self.errors:
            base, found, _ = error.permalink.partition(f"e/{error.id}/")
            return base if found and "://" in base else ""
        return ""


def of_catalogue(catalogue: Catalogue, site: SiteInfo) -> Known:
    """Return the errors of a catalogue."""
    return Known(
        errors=tuple(
            KnownError(
                id=entry.id,
                title=entry.title,
                permalink=site.address(site.permalink(entry.id)),
                codes=tuple(NativeCode.model_validate(code.model_dump()) for code in entry.codes),
                status=entry.status,
                superseded_by=entry.superseded_by,
            )
            for entry in catalogue.published
        )
    )


def load(path: Path) -> Known:
    """Return the errors of a document; raises CatalogueError where a file lists none."""
    shown = path.as_posix()
    text = reading.text(path, shown, LARGEST)
    try:
        return Known.model_validate_json(text)
    except ValidationError:
        what = "does not list errors"
        fix = "Name the site's api/v1/errors.json, or what 'errorbook export --constants json' wrote"
        raise CatalogueError([Problem.of(shown, what, fix, rule="known")]) from None
