"""Replies as they are exported, read back as people and tools read them."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from typing import Any

import json_schema

from errorbook.catalogue.model import Catalogue
from errorbook.replies import choosing, formats
from errorbook.replies.choosing import Wishes
from errorbook.replies.marks import Marks
from errorbook.replies.writing import plain_text
from errorbook.site.packing import Package
from errorbook.site.site_info import Contact, SiteInfo

SITE = SiteInfo(
    name="Help {{x}}",
    site_url="https://help.example.com/",
    contact=Contact(email="help@example.com"),
)
FOLDER = "sync-errors-replies"
NOTE = "Only we know"
ONE_TEXT = {"type": "string"}


def exported(catalogue: Catalogue, tool: str, wishes: Wishes | None = None) -> dict[str, bytes]:
    """Return what is exported for a tool, by file."""
    replies = choosing.build(catalogue, SITE, wishes or Wishes())
    return formats.write(tool, replies, Package.of(catalogue, SITE, "1.2.0"))


def texts(catalogue: Catalogue) -> list[str]:
    """Return the replies as people read them."""
    return [plain_text(reply.blocks, Marks(str)) for reply in choosing.build(catalogue, SITE, Wishes())]


def squeezed(several: list[str]) -> list[str]:
    """Return texts without blanks: those are all that keeps a mark of ours apart."""
    return [re.sub(r"\s", "", text) for text in several]


def faults(value: Any, schema: dict[str, Any]) -> list[str]:
    """Return what a value breaks of a schema."""
    return list(json_schema.faults(value, schema, schema))


def macros(catalogue: Catalogue, **wishes: Any) -> list[dict[str, Any]]:
    """Return the macros for Zendesk."""
    (lines,) = exported(catalogue, "zendesk", Wishes(**wishes)).values()
    found = [json.loads(line) for line in lines.decode("ascii").split("\n")[:-1]]
    assert [list(body) for body in found] == [["macro"]] * len(found)
    return [body["macro"] for body in found]


def app(catalogue: Catalogue) -> dict[str, Any]:
    """Return the files of the app for Zendesk, read."""
    ((name, content),) = exported(catalogue, "zendesk-app").items()
    assert name == f"{FOLDER}.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {part: json.loads(archive.read(part)) for part in archive.namelist()}


def rows(content: bytes) -> list[list[str]]:
    """Return the rows of a CSV file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
