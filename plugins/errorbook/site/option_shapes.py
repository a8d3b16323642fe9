"""The shapes of a site's options, for those who read them by MkDocs and for those who do not."""

from __future__ import annotations

import re
from dataclasses import dataclass

_INSIDE = r"(?!(?:.*/)?\.+(?:/|$))"
"""Not a path with a name of dots alone, which leads out of a folder."""
_FRAMER = r"('self'|https?://[\w.*-]+(:(\d+|\*))?)"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a text must look like, as a pattern and in words."""

    pattern: str
    words: str

    def fits(self, text: str) -> bool:
        """Say whether a text has this shape."""
        return re.fullmatch(self.pattern, text) is not None


PAGE = Shape(
    rf"{_INSIDE}[^/\\][^\\]*\.md", "the path of a page below the content folder, such as help/index.md"
)
FOLDER = Shape(rf"{_INSIDE}[^/\\]+(/[^/\\]+)*", "a path without slashes at its ends, such as errors")
WEB_ADDRESS = Shape(r"(https?://\S+)?", "a web address that starts with https://")
VERSION = Shape(r"(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}", "a version of three numbers, such as 1.2.0")
EMAIL = Shape(r"([^@\s]+@[^@\s]+)?", "an email address")
MAIL_TARGET = Shape(r"([^@\s?&]+@[^@\s?&]+)?", "an email address")
ENDPOINT = Shape(r"(https?://\S+|/\S*)?", "a web address, or a path of this site that starts with /")
FRAMERS = Shape(
    f"'none'|{_FRAMER}( {_FRAMER})*",
    "'none', or 'self' and web addresses without a path, a space between them",
)
HOSTS = ("netlify", "nginx", "apache")
"""The web servers that files can be written for."""
