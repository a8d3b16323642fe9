"""Reads the pictures that the steps of entries name, from the folder of the entry or of the blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from errorbook.catalogue import blocks, entry_texts, images
from errorbook.catalogue.images import Image
from errorbook.catalogue.model import Entry
from errorbook.catalogue.yaml_source import Source
from errorbook.common import reading
from errorbook.common.problems import CatalogueError, Problem


def read(
    folder: Path, shown: str, placed: Iterable[tuple[Entry, Source]], problems: list[Problem]
) -> dict[str, Image]:
    """Return the pictures of entries by system and file, noting what is wrong with them."""
    found: dict[str, Image] = {}
    for entry, source in placed:
        for path, step in entry_texts.steps(entry.resolution):
            if not step.image:
                continue
            here = (*path, "image")
            for field in ("file", "dark"):
                name = getattr(step.image, field)
                key = f"{entry.system}/{name}"
                if name and key not in found:
                    problems.extend(_take(folder, shown, key, found, source, (*here, field)))
            problems.extend(_unlike(step.image.file, step.image.dark, entry.system, found, source, here))
    return found


def _take(
    folder: Path,
    shown: str,
    key: str,
    found: dict[str, Image],
    source: Source,
    place: tuple[str | int, ...],
) -> Iterator[Problem]:
    """Put one picture into what was found, or yield why that cannot be."""
    shared = f"{blocks.FOLDER}/{key.partition('/')[2]}"
    uri = next((uri for uri in (key, shared) if (folder / uri).exists()), "")
    if not uri:
        yield source.problem(place, f"is {shown}/{key}, which is not there", "Put the file beside the entry")
        return
    try:
        image = images.parse(reading.content_of(folder / uri, f"{shown}/{uri}", images.LARGEST))
    except CatalogueError as error:
        yield from error.problems
        return
    if image is None:
        fix = "Save it as PNG, JPEG or WebP"
        yield Problem.of(f"{shown}/{uri}", "is no picture that browsers can show", fix)
    else:
        found[key] = image


def _unlike(
    file: str,
    dark: str | None,
    system: str,
    found: dict[str, Image],
    source: Source,
    here: tuple[str | int, ...],
) -> Iterator[Problem]:
    """Yield the problem of a dark picture of another size: the page would jump."""
    light, other = found.get(f"{system}/{file}"), found.get(f"{system}/{dark}")
    if light and other and (light.width, light.height) != (other.width, other.height):
        what = f"has {other.width} by {other.height} pixels, the light one {light.width} by {light.height}"
        yield source.problem((*here, "dark"), what, "Make both of one size")
