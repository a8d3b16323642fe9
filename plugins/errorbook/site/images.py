"""The pictures of steps as files to serve: each name changes with what it shows."""

from __future__ import annotations

import hashlib

from errorbook.catalogue.entry_parts import Picture
from errorbook.catalogue.model import Catalogue, Entry
from errorbook.site.site_info import Binary

FOLDER = "assets/errorbook/images"


def build(catalogue: Catalogue) -> list[Binary]:
    """Return every picture of the catalogue."""
    return [Binary(_uri(key, catalogue), image.content) for key, image in catalogue.images.items()]


def shown(picture: Picture | None, entry: Entry, catalogue: Catalogue) -> dict[str, str | int] | None:
    """Return a picture as pages and cards show it; addresses start at the site's root."""
    key = f"{entry.system}/{picture.file}" if picture else ""
    image = catalogue.images.get(key)
    if picture is None or image is None:
        return None
    size = {"width": image.width, "height": image.height}
    dark = {"dark": _uri(f"{entry.system}/{picture.dark}", catalogue)} if picture.dark else {}
    return {"src": _uri(key, catalogue), "alt": picture.alt, **size, **dark}


def _uri(key: str, catalogue: Catalogue) -> str:
    name, _, kind = key.rpartition(".")
    print_of = hashlib.sha256(catalogue.images[key].content).hexdigest()[:8]
    return f"{FOLDER}/{name}.{print_of}.{kind}"
