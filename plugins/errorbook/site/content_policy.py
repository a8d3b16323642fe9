"""The content policy of a built site: what its pages run and load, and nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

_ATTRIBUTES = r"""(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)"""
_SCRIPT = re.compile(rf"<script\b{_ATTRIBUTES}>(?P<text>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_LOADING = re.compile(rf"<(?P<tag>link|img|iframe|audio|video|source)\b{_ATTRIBUTES}>", re.IGNORECASE)
_ADDRESS = re.compile(
    r"""(?<![\w-])(?:src|href)\s*=\s*["']?(?P<url>(?:https?:)?//[^\s"'>]+)""", re.IGNORECASE
)
_TYPE = re.compile(r"""(?<![\w-])type\s*=\s*["']?(?P<type>[^\s"'>]+)""", re.IGNORECASE)
_DIRECTIVES = {"img": "img-src", "iframe": "frame-src"}
_FONTS = {"https://fonts.googleapis.com": "https://fonts.gstatic.com"}
_REPOSITORY = 'data-md-component="source"'
"""Where Material shows a repository, it asks the repository's host for stars and forks."""
_RUNS = ("text/javascript", "application/javascript", "module", "speculationrules", "importmap")


def build(pages: Iterable[str], frame_ancestors: str, endpoint: str = "") -> str:
    """Return the policy for the HTML of every page; ``endpoint`` is an address that scripts send to."""
    allowed: dict[str, set[str]] = {}
    for html in pages:
        for directive, source in _needed(html):
            allowed.setdefault(directive, set()).add(source)
    if origin := _origin(endpoint):
        allowed.setdefault("connect-src", set()).add(origin)
    directives = {
        "default-src": "'self'",
        "script-src": "'self'",
        # Tables align their cells by a style, and themes set more; a style runs nothing.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "media-src": "'self'",
        "frame-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": frame_ancestors,
    }
    return "; ".join(
        " ".join((directive, sources, *sorted(allowed.get(directive, ()))))
        for directive, sources in directives.items()
    )


def _needed(html: str) -> Iterable[tuple[str, str]]:
    """Yield what one page needs: the directive and its source."""
    for script in _SCRIPT.finditer(html):
        kind = _TYPE.search(script["attributes"])
        if origin := _loaded_from(script["attributes"]):
            yield "script-src", origin
        elif script["text"] and (kind is None or kind["type"].lower() in _RUNS):
            digest = hashlib.sha256(script["text"].encode()).digest()
            yield "script-src", f"'sha256-{base64.b64encode(digest).decode()}'"
    for element in _LOADING.finditer(html):
        tag, attributes = element["tag"].lower(), element["attributes"]
        origin = _loaded_from(attributes)
        if not origin or (tag == "link" and "stylesheet" not in attributes):
            continue
        yield "style-src" if tag == "link" else _DIRECTIVES.get(tag, "media-src"), origin
        if origin in _FONTS:
            yield "font-src", _FONTS[origin]
    if _REPOSITORY in html:
        yield from (("connect-src", "https://api.github.com"), ("connect-src", "https://gitlab.com"))


def _loaded_from(attributes: str) -> str:
    address = _ADDRESS.search(attributes)
    return _origin(address["url"]) if address else ""


def _origin(url: str) -> str:
    """Return the origin of an address elsewhere, and nothing for one of the site."""
    parts = urlsplit(url)
    return f"{parts.scheme or 'https'}://{parts.netloc}" if parts.netloc else ""
