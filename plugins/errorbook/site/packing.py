"""What exports for other programs are packed in: files by name, zips that are the same bytes each time."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from errorbook.catalogue.model import Catalogue
from errorbook.common import latin
from errorbook.site.site_info import SiteInfo
from errorbook.wording import Wording

Files = dict[str, bytes]
"""What to write, by path below the target."""


@dataclass(frozen=True, slots=True)
class Package:
    """What the whole of an export is called, and whose it is."""

    group: str
    """The catalogue's name, which stands above its errors in a list."""
    author: str
    email: str
    url: str
    release: str
    wording: Wording
    """The sentences of the site, for what people read of it."""

    @classmethod
    def of(cls, catalogue: Catalogue, site: SiteInfo, release: str) -> Package:
        """Return the package of a site's catalogue."""
        name = catalogue.vocabulary.name
        return cls(
            f"{name[:1].upper()}{name[1:]}",
            site.name or name,
            site.contact.email,
            site.canonical(""),
            release,
            site.worded(catalogue.vocabulary).wording,
        )

    def slug(self, kind: str) -> str:
        """Return the name of its files of a kind: lower-case letters, digits and hyphens."""
        words = latin.words(self.group)
        return "-".join((*words, kind))[-80:].strip("-")


def encoded(text: str) -> bytes:
    """Return a text as a file holds it; halves of characters, which no file can hold, are replaced."""
    return text.encode("utf-8", "replace")


def as_json(value: Any) -> bytes:
    """Return a value as a file of JSON that people can read."""
    return encoded(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return files as a zip, neither packed nor dated: programs pack differently, and days go by."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            about = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            about.create_system, about.external_attr = 3, 0o644 << 16
            archive.writestr(about, data)
    return content.getvalue()
