"""A catalogue whose lookup is packed as a panel, and what is in the zip."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

from builders import make_catalogue, make_entry, picture

from errorbook.catalogue.images import Image
from errorbook.panels import formats
from errorbook.panels.page import Source
from errorbook.site.site_info import Contact, Feedback, SiteInfo

SITE = SiteInfo(
    name="Help",
    site_url="https://help.example.com/sub/",
    split_index=True,
    contact=Contact(email="help@example.com"),
    feedback=Feedback("endpoint", "https://elsewhere.example/answers"),
)
SECRET = "zq-sentinel-7"
"""What only agents may read."""
HOSTILE = '</textarea><script src="https://evil.example/x.js"></script>'


def source(**site: Any) -> Source:
    """Return a catalogue of two errors, one of them with a picture and a title that would be markup."""
    step = {"do": "Look there.", "image": {"file": "there.png", "alt": "The list of payments"}}
    catalogue = make_catalogue(
        make_entry(title=HOSTILE, resolution=[step], support_notes=[f"Escalate {SECRET}."]),
        make_entry(id="XERO-0002", slug="other", messages=["Another message of this kind"]),
    )
    shown = {"xero/there.png": Image(picture(4, 4), 4, 4)}
    filled = replace(catalogue, images=shown)
    return Source.of(filled, SITE if not site else SiteInfo(**site), "1.2.0", ["XERO-0001"])


def packed(name: str, made: Source | None = None) -> dict[str, bytes]:
    """Return the files in the zip of an extension."""
    ((zip_name, content),) = formats.write(name, made or source()).items()
    assert zip_name.startswith(f"sync-errors-{name}")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {file: archive.read(file) for file in archive.namelist()}
