"""The programs that the lookup is packed for, by name."""

from __future__ import annotations

from collections.abc import Callable

from errorbook.panels import extension, zendesk
from errorbook.panels.page import Source
from errorbook.site.packing import Files

_WRITERS: dict[str, Callable[[Source], Files]] = {
    "chromium": extension.chromium,
    "firefox": extension.firefox,
    "zendesk": zendesk.app,
}
NAMES = tuple(_WRITERS)


def write(name: str, source: Source) -> Files:
    """Return the files of a panel."""
    return _WRITERS[name](source)
