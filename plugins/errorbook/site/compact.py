"""Scripts and style sheets without what only people need, who have the readable copy beside each."""

from __future__ import annotations

import re

import minify

_KINDS = {".js": "text/javascript", ".css": "text/css"}
# The library joins declarations, and moves such a pattern before what its value is made of.
_MOVED = re.compile(
    r"^[ \t]*(?:const|let|var)\s+[{\[][^;]*?[}\]]\s*=\s*(?:/\*(?:(?!\*/).)*\*/\s*)*\(.*?(?=;?$)",
    re.DOTALL | re.MULTILINE,
)


class CompactError(Exception):
    """A script or a style sheet cannot be made compact; the message says which, why and what to write."""


def compact(name: str, text: str) -> str:
    """Return a script or a style sheet that does the same in fewer bytes; raises CompactError."""
    suffix = name[name.rindex(".") :]
    moved = [" ".join(found[0].split()) for found in _MOVED.finditer(text)] if suffix == ".js" else []
    if moved:
        fix = "Give the value in brackets a name first, then take it apart."
        raise CompactError(f"{name}: cannot be made compact: {'; '.join(moved)}. {fix}")
    try:
        # The library gives its result the room of the text, and there is none of length nothing.
        return str(minify.string(_KINDS[suffix], text)) if text else ""
    except minify.MinifyError as error:
        where = str(error).partition("\n")[0]
        raise CompactError(
            f"{name}: cannot be made compact: {where}. Correct the module it comes from."
        ) from None
