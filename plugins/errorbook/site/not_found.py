"""The theme's 404 page with the lookup in it, at whatever depth and in whatever folder a server shows it."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from markupsafe import Markup

from errorbook.site import bundle
from errorbook.site.browser_files import SOURCES, Code
from errorbook.site.compact import compact
from errorbook.site.rendering import render
from errorbook.site.site_info import SiteInfo

NAME = "404.html"
_HEADING = re.compile(r"<h1\b[^>]*>.*?</h1>", re.DOTALL)


def linker(site: SiteInfo) -> Callable[[str], str]:
    """Return what turns a url into a link that holds at any depth: from the root of the site's address."""
    root = urlsplit(site.site_url).path.rstrip("/")
    return lambda target: f"{root}/{target}"


def fill(html: str, lookup: str, code: Code, site: SiteInfo) -> str:
    """Return the theme's page with words that help and the lookup, below its heading."""
    words = render("not-found.html.jinja", site.wording, lookup=Markup(lookup), to=linker(site), site=site)
    filled = _HEADING.sub(lambda _: words, html, count=1)
    if site.site_url:
        return filled
    script = compact("not-found.js", bundle.build(SOURCES, "pages/not-found.js"))
    return filled.replace("<head>", f'<head><script data-probe="{code.style.uri}">{script}</script>', 1)
