"""The shapes of a site's options, for those who read them by MkDocs and for those who do not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from errorbook.common import addresses

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
WEB_ADDRESS = Shape(
    f"({addresses.WEB})?", "a web address that starts with https://, without a name or password"
)
REPOSITORY = Shape(
    rf"({addresses.WEB}|(?!https?:)[a-z][a-z0-9+.-]*://\S+)?",
    "the address of a repository that starts with https://, without a name or password",
)
WORDS = Shape(rf"(?s:(?!.*{addresses.LOGIN}).*)", "a text whose web addresses are without a name or password")
VERSION = Shape(r"(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}", "a version of three numbers, such as 1.2.0")
EMAIL = Shape(r"([^@\s]+@[^@\s]+)?", "an email address")
MAIL_TARGET = Shape(r"([^@\s?&]+@[^@\s?&]+)?", "an email address")
ENDPOINT = Shape(
    rf"({addresses.WEB}|/([^\s/\\]\S*)?)?",
    "a web address without a name or password, or a path of this site that starts with one /",
)
FILE = Shape(r".+", "the path of a file")
LOCALE = Shape(r"[A-Za-z]+(_[0-9A-Za-z]+)*", "a language, with _ before its country, such as pt_BR")
FRAMERS = Shape(
    f"'none'|{_FRAMER}( {_FRAMER})*",
    "'none', or 'self' and web addresses without a path, a space between them",
)
HOSTS = ("netlify", "nginx", "apache")
"""The web servers that files can be written for."""
