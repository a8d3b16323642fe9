"""What stops a build before it begins, of the settings that MkDocs itself takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from errorbook.site import folders, option_shapes


def told(config: MkDocsConfig, errors: Path, plugin: BasePlugin[Any]) -> Iterator[str]:
    """Yield what is wrong with the folders, the addresses and the list of plugins, and what to do."""
    for option, what, fix in folders.faults(errors, Path(config.docs_dir), Path(config.site_dir)):
        yield f"{option}: {what}. {fix}"
    for name, shape in (("site_url", option_shapes.WEB_ADDRESS), ("repo_url", option_shapes.REPOSITORY)):
        if not shape.fits(config[name] or ""):
            yield f"{name}: '{config[name]}' is not {shape.words}. Correct it"
    if sum(type(each) is type(plugin) for each in config.plugins.values()) > 1:
        yield "plugins: errorbook is named more than once, and every page would be made twice. Keep one"
