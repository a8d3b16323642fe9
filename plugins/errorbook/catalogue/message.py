"""A message of an entry: the text, how it writes its holes, and how it is known."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from errorbook.catalogue.hole_forms import HoleForm
from errorbook.catalogue.value_types import Evidence, Frozen, Line, Url, Words


class Message(Frozen):
    """One wording of the error."""

    text: Words
    """The text as people see it, with {name} holes where it varies; write {{ and }} for literal braces."""
    holes: HoleForm | None = None
    """How the text writes its holes, where that is not what the catalogue says: {0}, %s, %1, ${name}."""
    role: Literal["full", "fragment", "heading"] = "full"
    """full: the whole message. fragment: a part of it. heading: only announces that details follow."""
    evidence: Evidence = "reported"
    """inferred: a likely wording nobody has shown; it is never the ground for 'this is'."""
    lang: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] = "en"
    """Language of the text; left out, that of the catalogue."""
    source: Url | None = None
    """Where this exact wording was seen."""
    wording_of: Line | None = None
    """Another app whose own words these are, where no source says that they are shown here as well."""

    @property
    def is_shown(self) -> bool:
        """Whether somebody has seen this wording here: only such a one is the ground for 'this is'."""
        return self.evidence != "inferred" and not self.wording_of
