"""Keeps on disk what a build needs again later, so that memory holds one text at a time."""

from __future__ import annotations

import tempfile
import threading
import weakref
from dataclasses import dataclass

_AT_HAND = 4
"""Contents kept in memory: of the page at work its Markdown, its HTML and the file beside it."""


class Spool:
    """A file to which contents are added, and which goes with the last of those who look at one."""

    def __init__(self) -> None:
        """Begin with a file that has no name, where the system knows such."""
        self._file = tempfile.TemporaryFile(prefix="errorbook-", buffering=0)  # noqa: SIM115 (closed below)
        self._end = 0
        self._lock = threading.Lock()
        self._latest: dict[int, str | bytes] = {}
        weakref.finalize(self, self._file.close)

    def __deepcopy__(self, _: object) -> Spool:
        """Return the same: who copies a page shares its file."""
        return self

    def put(self, content: str | bytes) -> Spooled:
        """Add a content and return where it is."""
        # A text may have halves of characters, which only its reader will refuse.
        data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        with self._lock:
            start = self._file.seek(self._end)
            left = memoryview(data)
            while left:
                left = left[self._file.write(left) :]
            self._end += len(data)
            self._remember(start, content)
        return Spooled(self, start, len(data), isinstance(content, str))

    def read(self, start: int, length: int, is_text: bool) -> str | bytes:
        """Return what was added at a place."""
        with self._lock:
            known = self._latest.get(start) if length else None
            if known is None:
                self._file.seek(start)
                data = self._file.read(length)
                known = data.decode("utf-8", "surrogatepass") if is_text else data
                self._remember(start, known)
            return known

    def _remember(self, start: int, content: str | bytes) -> None:
        """Keep the latest few at hand: a page is looked at many times while it is made."""
        if content:
            self._latest[start] = content
        if len(self._latest) > _AT_HAND:
            del self._latest[next(iter(self._latest))]


@dataclass(frozen=True, slots=True)
class Spooled:
    """The place of a content in a spool."""

    spool: Spool
    start: int
    length: int
    is_text: bool

    def content(self) -> str | bytes:
        """Return the content, as it was put."""
        return self.spool.read(self.start, self.length, self.is_text)
