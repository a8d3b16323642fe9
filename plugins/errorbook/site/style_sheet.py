"""Joins the style sheets that pages load, for the look of the site that they come into.

Sizes are written for Material's root of 20 pixels. Other themes leave the root at the browser's 16, so for
them each size grows, and what dresses Material itself makes way for what our parts take from it there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

Look = Literal["material", "plain", "page", "panel"]
"""Material's; that of another theme, of pages without any, and of the lookup alone."""
STYLES = (
    "tokens",
    "theme",
    "header",
    "parts",
    "fields",
    "entry",
    "steps",
    "text-blocks",
    "decisions",
    "chart",
    "around",
    "lookup",
    "indexes",
    "preferences",
    "on-pages",
    "sharing",
    "feedback",
    "embedding",
    "touch",
    "print",
)
"""What every page loads, in the order in which it is joined: of equal rules the later one wins."""
WITH_SCRIPTS = {
    "lookup": ("results", "card", "overview", "paste"),
    "batch": ("batch",),
    "playground": ("playground", "trial"),
}
"""What pages with a script load as well, by the script's name."""
INSTEAD = {"material": ("theme", "menu"), "plain": ("plain",), "page": ("page", "plain"), "panel": ("plain",)}
"""What stands in the place of ``theme``."""
PANEL = "panel"
"""What is joined, too, where no theme is around the lookup at all."""
_DARK = re.compile(r'\[data-md-color-scheme="slate"\] (\{[^}]*\})')
_LIKE_MATERIAL = ("material", "materialx", "")
_SIZE = re.compile(r"(?<![\w.-])(\d*\.?\d+)rem\b")
_GROWTH = 1.25


def look_of(theme: str) -> Look:
    """Return the look of a theme, by its name; where none is named, as for Zensical, it is Material's."""
    return "material" if theme in _LIKE_MATERIAL else "plain"


def build(folder: Path, look: Look = "material") -> str:
    """Return the style sheets that every page loads as one; a panel has those of the lookup in it."""
    names = [each for name in STYLES for each in (INSTEAD[look] if name == "theme" else (name,))]
    names += [*WITH_SCRIPTS["lookup"], PANEL] if look == "panel" else []
    joined = _joined(folder, names, look)
    if look == "page" and (dark := _DARK.search(joined)):
        # No theme, so no switch: the device says what it wants.
        joined += f"\n@media screen and (prefers-color-scheme: dark) {{ :root {dark[1]} }}\n"
    return joined


def with_script(folder: Path, script: str, look: Look) -> str:
    """Return the style sheet that comes with a script of WITH_SCRIPTS."""
    return _joined(folder, WITH_SCRIPTS[script], look)


def _joined(folder: Path, names: Iterable[str], look: Look) -> str:
    joined = "\n".join((folder / f"{name}.css").read_text("utf-8") for name in names)
    return joined if look == "material" else _SIZE.sub(_grown, joined)


def _grown(size: re.Match[str]) -> str:
    return f"{float(size[1]) * _GROWTH:.4f}".rstrip("0").rstrip(".") + "rem"
