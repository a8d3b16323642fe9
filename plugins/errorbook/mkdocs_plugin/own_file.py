"""A file of ours as MkDocs has files: with a source on disk when somebody asks for it, and written fast."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.structure.files import File

from errorbook.common.spool import Spool, Spooled


class OwnFile(File):
    """A file of ours, whose source is written when somebody asks where it is.

    MkDocs needs no source on disk, but many plugins read the path of a page's source, and stop at None.
    """

    folder: Path | None = None
    """Where sources are written."""
    spool: Spool | None = None
    """Where the content is kept: memory would hold the texts of all files at once."""
    _held: str | bytes | Spooled | None = None

    def keep(self, folder: Path, spool: Spool) -> None:
        """Keep the content in a spool, and the source, once somebody asks for it, in a folder."""
        content = self._content
        self.folder, self.spool = folder, spool
        self._content = content

    @property
    def _content(self) -> str | bytes | None:
        return self._held.content() if isinstance(self._held, Spooled) else self._held

    @_content.setter
    def _content(self, value: str | bytes | None) -> None:
        self._held = self.spool.put(value) if self.spool and value is not None else value

    @property
    def src_path(self) -> str:
        """The path of the source, as the system writes paths."""
        return os.path.normpath(self.src_uri)

    @src_path.setter
    def src_path(self, value: str) -> None:
        """Take the path as it is: ours are uris already, and thousands need not be taken apart."""
        self.src_uri = value

    @property
    def abs_src_path(self) -> str | None:
        """Where the source is on disk."""
        if self.folder is None:
            return None
        path = self.folder / self.src_uri
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.content_bytes)
        return str(path)

    @abs_src_path.setter
    def abs_src_path(self, value: str | None) -> None:
        """Forget the source, which another content replaces."""
        if self.folder is not None:
            (self.folder / self.src_uri).unlink(missing_ok=True)

    def copy_file(self, dirty: bool = False) -> None:
        """Write the file; its folder is made when it is missing, not looked for each time."""
        content = self._content
        if not isinstance(content, bytes):
            super().copy_file(dirty)
            return
        try:
            self._write(content)
        except FileNotFoundError:
            folder = os.path.dirname(self.abs_dest_path)
            try:
                os.mkdir(folder)
            except FileNotFoundError:
                os.makedirs(folder, exist_ok=True)
            self._write(content)

    def _write(self, content: bytes) -> None:
        with open(self.abs_dest_path, "wb", buffering=0) as file:
            file.write(content)
