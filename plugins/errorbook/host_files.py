"""Redirects as web servers and hosts take them: faster than a page that leads on, and true to crawlers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Literal
from urllib.parse import quote, urlsplit

from errorbook.redirects import Redirect
from errorbook.site_info import SiteFile, SiteInfo

Host = Literal["netlify", "nginx", "apache"]
Pair = tuple[str, str]
"""The paths from the server's root: from where, to where."""


def build(hosts: Sequence[Host], redirects: Iterable[Redirect], site: SiteInfo) -> list[SiteFile]:
    """Return the file of each kind of host; a site below a path of its host says so by its site_url."""
    root = urlsplit(site.site_url).path.strip("/")
    base = f"/{root}/" if root else "/"
    pairs = [(quote(base + redirect.source), quote(base + redirect.target)) for redirect in redirects]
    return [SiteFile(_FILES[host][0], _FILES[host][1](pairs)) for host in hosts]


def _netlify(pairs: Iterable[Pair]) -> str:
    """Return ``_redirects``, which Netlify, Cloudflare Pages and GitLab Pages read; they keep the query."""
    return "".join(
        f"{path} {target} 301\n" for source, target in pairs for path in _with_and_without_slash(source)
    )


def _nginx(pairs: Iterable[Pair]) -> str:
    """Return exact locations: nginx finds them by a tree, however many there are."""
    lines = (
        f'location = "{path}" {{ return 301 "{target}$is_args$args"; }}\n'
        for source, target in pairs
        for path in _with_and_without_slash(source)
    )
    return "# In server { }: include redirects.nginx.conf;\n" + "".join(lines)


def _apache(pairs: Iterable[Pair]) -> str:
    """Return ``.htaccess`` rules for mod_alias, which keeps the query; ids are found in any case."""
    seen: dict[str, str] = {}
    for source, target in pairs:
        pattern = re.escape(source.removesuffix("/")) + ("/?" if source.endswith("/") else "")
        seen.setdefault(f"(?i)^{pattern}$".lower(), target)
    return "".join(f'RedirectMatch 301 "{pattern}" "{target}"\n' for pattern, target in seen.items())


def _with_and_without_slash(path: str) -> tuple[str, ...]:
    return (path, path.removesuffix("/")) if path.endswith("/") else (path,)


_FILES: dict[Host, tuple[str, Callable[[Iterable[Pair]], str]]] = {
    "netlify": ("_redirects", _netlify),
    "nginx": ("redirects.nginx.conf", _nginx),
    "apache": (".htaccess", _apache),
}
HOSTS = tuple(_FILES)
"""Every kind of host there is a file for."""
