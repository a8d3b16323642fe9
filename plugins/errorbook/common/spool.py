"""Keeps on disk what a build needs again later, so that memory holds one text at a time."""

from __future__ import annotations

import tempfile
import threading
import weakref
from dataclasses import dataclass


class Spool:
    """A file to which contents are added, and which goes with the last of those who look at one."""

    def __init__(self) -> None:
        """Begin with a file that has no name, where the system knows such."""
        self._file = tempfile.TemporaryFile(prefix="errorbook-", buffering=0)  # noqa: SIM115 (closed below)
        self._end = 0
        self._lock = threading.Lock()
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
        return Spooled(self, start, len(data), isinstance(content, str))

    def read(self, start: int, length: int) -> bytes:
        """Return what was added at a place."""
        with self._lock:
            self._file.seek(start)
            return self._file.read(length)


@dataclass(frozen=True, slots=True)
class Spooled:
    """The place of a content in a spool."""

    spool: Spool
    start: int
    length: int
    is_text: bool

    def content(self) -> str | bytes:
        """Return the content, as it was put."""
        data = self.spool.read(self.start, self.length)
        return data.decode("utf-8", "surrogatepass") if self.is_text else data
