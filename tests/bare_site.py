"""A small site without a theme or a generator: our blocks on plain pages, served with any content policy."""

from __future__ import annotations

from pathlib import Path

from builders import make_catalogue, make_entry

from errorbook.catalogue.model import Catalogue
from errorbook.site import browser_files, markers
from errorbook.site.site_info import SiteInfo

TITLE = "The payment is too large"
MESSAGE = "Payment exceeds the amount due"
PAGES = {"index": "lookup", "playground": "playground", "batch": "batch", "embed": "embed"}


def write_site(folder: Path, split: bool = False, catalogue: Catalogue | None = None) -> Path:
    """Write a page for each block that runs code, and one with all of them."""
    site = SiteInfo(split_index=split, playground=True)
    catalogue = catalogue or make_catalogue(make_entry())
    code, data = browser_files.code(), browser_files.data(catalogue, site)
    for file in (*code.files, *data.files, browser_files.loader(code, data, site)):
        path = folder / file.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.content, "utf-8")
    made = markers.build("index.md", catalogue, site, data.index.uri, code.scripts, ["XERO-0001"])
    bodies = {name: made[block]() for name, block in PAGES.items()}
    for name, body in {**bodies, "all": "".join(bodies.values())}.items():
        (folder / f"{name}.html").write_text(
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Help</title>'
            f'<link rel="icon" href="data:,"><link rel="stylesheet" href="{code.style.uri}">'
            f'<script defer src="{code.script.uri}"></script>{body}</html>',
            "utf-8",
        )
    return folder
