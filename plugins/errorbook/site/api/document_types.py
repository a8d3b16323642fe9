"""What programs read: the shape of every document below ``api/v1/``, from which its JSON Schema is made.

Within a version, fields are only added. Whatever breaks a reader needs ``api/v2/`` beside this one.
"""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from errorbook.catalogue.value_types import Evidence, Status
from errorbook.site.api.entry_parts import (
    Cause,
    Code,
    Escalation,
    Guide,
    Message,
    Public,
    Reference,
    Relation,
    Step,
    Value,
)

VERSION = "1.3"
"""Major.minor: the minor grows when a field is added."""


class Summary(Public):
    """One error in the list of all. Addresses are whole, or start at the site's root if it knows none."""

    id: str
    """Permanent and opaque; never reused or changed."""
    title: str
    """What went wrong, in plain words."""
    summary: str | None = None
    """What happened and what it means; may have {name} holes."""
    status: Status
    """active, not-emitted (no longer shown), superseded (replaced) or withdrawn (was wrong)."""
    superseded_by: list[str]
    """The errors that replaced it: one after a merge, several after a split."""
    system: str
    """Who emits the text."""
    shown_in: list[str]
    """The products in which it is read."""
    integrations: list[str]
    """The other systems that show it, besides the system itself."""
    records: list[str]
    """The kinds of record that fail."""
    codes: list[Code]
    """Native codes that mean this error."""
    since: str | None = None
    """The version that shows it first."""
    until: str | None = None
    """The last version that shows it."""
    fixed_in: str | None = None
    """The version in which its cause is gone."""
    severity: str
    """What it holds up, as the catalogue calls it."""
    fixable_by: list[str]
    """Who can fix it, as the catalogue calls them."""
    evidence: Evidence
    """verified: reproduced. reported: a source shows it. inferred: nobody has shown it."""
    reviewed: str | None = None
    """Day of the last review, as year-month-day."""
    url: str
    """The page that explains it; of a merged error, that of the error it was merged into."""
    permalink: str
    """The address that stays when titles and pages change."""
    json_url: str
    """This error's own document."""
    markdown_url: str | None = None
    """The page as Markdown, where the site serves it."""


class Error(Summary):
    """One error. Merged and withdrawn ones keep their document, with nothing left to advise."""

    schema_version: str
    """Version of this document's shape."""
    aliases: list[str]
    """Words people use for it."""
    messages: list[Message]
    """Every known wording."""
    values: dict[str, Value]
    """What fills the holes, by name."""
    causes: list[Cause]
    """Why it happens, the likeliest first."""
    resolution: list[Step]
    """How to fix it."""
    verify: str | None = None
    """How to know that it is fixed."""
    prevention: str | None = None
    """How it does not come back."""
    escalate: Escalation | None = None
    """When to ask support, and with what."""
    relations: list[Relation]
    """Other errors."""
    guides: list[Guide]
    """Guidance pages that help."""
    references: list[Reference]
    """Where the facts come from."""


class Named(Public):
    """A word of the catalogue and what readers call it."""

    name: str
    """What readers call it."""


class Whole(Public):
    """What a document about all errors says of the catalogue."""

    schema_version: str
    """Version of this document's shape."""
    name: str
    """What the catalogue is about."""
    systems: dict[str, Named]
    """The systems that emit errors."""
    records: dict[str, Named]
    """The kinds of record that can fail."""


class ErrorList(Whole):
    """All errors ever published, by system and id."""

    errors: list[Summary]
    """The errors."""


class ErrorBook(Whole):
    """All errors ever published with everything about them, by system and id."""

    errors: list[Error]
    """The errors, each as in its own document."""


class Redirect(Public):
    """An address that leads to another; both start at the site's root."""

    source: str
    """The address that was given before."""
    target: str
    """Where it leads."""
    id: str | None = None
    """The error it belongs to."""


class RedirectList(Public):
    """Every address that leads to another."""

    schema_version: str
    """Version of this document's shape."""
    redirects: list[Redirect]
    """The redirects, by source."""


class AddressList(Public):
    """Every address of the site that is promised to stay; they start at the site's root."""

    schema_version: str
    """Version of this document's shape."""
    errors_path: str
    """Where the site has its errors."""
    directory_urls: bool
    """Whether pages end in a slash rather than .html."""
    urls: list[str]
    """The addresses, sorted; the home page's is empty."""


class _Plain(GenerateJsonSchema):
    """A JSON Schema of what is sent: without made-up names, and without null, which never is."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def nullable_schema(self, schema: Any) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])


def json_schema(model: type[Public]) -> dict[str, Any]:
    """Return the JSON Schema of a document."""
    return {
        "$schema": _Plain.schema_dialect,
        **model.model_json_schema(mode="serialization", schema_generator=_Plain),
    }
