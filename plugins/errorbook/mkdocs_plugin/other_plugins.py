"""Looks for plugins, hooks and templates beside ours: without any, pages are written as we know them."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

SEARCH = "material.plugins.search.plugin"
"""The one plugin that only reads pages."""
_ELSEWHERE = ("startup", "shutdown", "serve")
"""The events that make nothing of a site."""


def absent(config: MkDocsConfig, plugin: object) -> bool:
    """Tell whether no plugin and no hook works on a site beside this plugin and Material's search."""
    found = {
        getattr(method, "__self__", None)
        for event, methods in config.plugins.events.items()
        for method in methods
        if event not in _ELSEWHERE
    }
    return all(each is plugin or type(each).__module__ == SEARCH for each in found)


def lists_pages(config: MkDocsConfig) -> bool:
    """Tell whether templates of the site's author may show what other pages are called."""
    folder = config.theme.custom_dir
    found = Path(folder).rglob("*.html") if folder else ()
    return any("pages" in path.read_text("utf-8", "replace") for path in found)
