"""Redirects and headers as web servers and hosts take them: true to crawlers, and safe to readers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, unquote, urlsplit

from errorbook.site.redirects import Redirect
from errorbook.site.site_info import SiteFile, SiteInfo

Host = Literal["netlify", "nginx", "apache"]
Pair = tuple[str, str]
"""The paths from the server's root, as they are read: from where, to where."""

PERMALINKS = "e/"
"""The folder of the permalinks, which people type in any case."""
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"
_HASHED = r"assets/(.+[.][0-9a-f]{8}([.]min)?[.](css|js)|errorbook/match-[0-9a-f]{8}/.+)$"
"""Files whose name, or whose folder's name, changes with what they hold."""
_OWN_FILES = r"(^|/)([.](?!well-known/)|_headers$|_redirects$|(headers|redirects)[.]nginx[.]conf$)"
_COMPRESSED = (
    "text/plain text/css text/markdown text/xml text/javascript "
    "application/javascript application/json application/xml image/svg+xml"
)


@dataclass(frozen=True, slots=True)
class Built:
    """What the files of a host say about a site that is built."""

    base: str
    """Where the site is on its host, such as ``/`` or ``/help/``."""
    pairs: Sequence[Pair]
    policy: str
    hashed: Sequence[str]
    """The files of the site whose names change with their content."""

    @property
    def headers(self) -> dict[str, str]:
        """The headers of every answer."""
        return {
            "Content-Security-Policy": self.policy,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
        }


def build(
    hosts: Sequence[Host],
    redirects: Iterable[Redirect],
    site: SiteInfo,
    policy: str,
    uris: Iterable[str] = (),
) -> list[SiteFile]:
    """Return the files of each kind of host; a site below a path of its host says so by its site_url."""
    root = unquote(urlsplit(site.site_url).path).strip("/")
    base = f"/{root}/" if root else "/"
    pairs = [(base + redirect.source, base + redirect.target) for redirect in redirects]
    built = Built(base, pairs, policy, sorted(filter(re.compile(_HASHED).match, uris)))
    return [SiteFile(name, write(built)) for host in hosts for name, write in _FILES[host].items()]


def _netlify_redirects(built: Built) -> str:
    """Return ``_redirects``, which Netlify, Cloudflare Pages and GitLab Pages read; they keep the query."""
    return "".join(
        f"{quote(path)} {quote(target)} 301\n"
        for source, target in built.pairs
        for path in _with_and_without_slash(source)
    )


def _netlify_headers(built: Built) -> str:
    """Return ``_headers``; these hosts join the values of two rules, so none names a header of another."""
    folders = (re.sub(r"(cards|match-[0-9a-f]{8}|lunr/min)/[^/]+$", r"\1/*", uri) for uri in built.hashed)
    rules = {
        "*": built.headers,
        "api/*": {"Access-Control-Allow-Origin": "*"},
        **{uri: {"Cache-Control": _FOR_EVER} for uri in folders},
    }
    return "".join(
        f"{quote(built.base + path, safe='/*')}\n"
        + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for path, headers in rules.items()
    )


def _nginx_redirects(built: Built) -> str:
    """Return exact locations: nginx finds them by a tree, however many; only odd cases are searched for."""
    exact = (
        f"location = {_quoted(path)} {{ return 301 {_quoted(quote(target) + '$is_args$args')}; }}\n"
        for source, target in built.pairs
        for path in _with_and_without_slash(source)
    )
    folder = built.base + PERMALINKS
    permalinks = [(source, target) for source, target in built.pairs if source.startswith(folder)]
    any_case = (
        f"  location ~* {_quoted(pattern)} {{ return 301 {_quoted(quote(target) + '$is_args$args')}; }}\n"
        for pattern, target in _patterns(permalinks).items()
    )
    return (
        "# In server { }: include redirects.nginx.conf;\n"
        + "".join(exact)
        + (f"location {_quoted(folder)} {{\n{''.join(any_case)}}}\n" if permalinks else "")
    )


def _nginx_headers(built: Built) -> str:
    """Return the rest of a server's block; its variables let one set of headers serve every path."""
    base = _pattern(built.base)
    headers = {
        **built.headers,
        "Cache-Control": "$errorbook_cache",
        "Access-Control-Allow-Origin": "$errorbook_cors",
    }
    return f"""\
# In server {{ }}: include headers.nginx.conf; A location with an add_header of its own loses those below.
error_page 404 {_quoted(built.base + "404.html")};
charset utf-8;
charset_types {_COMPRESSED};
gzip on;
gzip_vary on;
gzip_proxied any;
gzip_min_length 1024;
gzip_types {_COMPRESSED};
set $errorbook_cache "{_ASK_AGAIN}";
if ($uri ~ {_quoted(f"^{base}{_HASHED}")}) {{ set $errorbook_cache "{_FOR_EVER}"; }}
set $errorbook_cors "";
if ($uri ~ {_quoted(f"^{base}api/")}) {{ set $errorbook_cors "*"; }}
{"".join(f"add_header {name} {_quoted(value)} always;{chr(10)}" for name, value in headers.items())}\
location ~ {_quoted(_OWN_FILES)} {{ return 404; }}
location ~ "[.]md$" {{ default_type text/markdown; }}
"""


def _apache(built: Built) -> str:
    """Return ``.htaccess``: redirects by mod_alias, which keep the query, and what other modules add."""
    base = _pattern(built.base)
    hashed, api = (_quoted(f"expr=%{{REQUEST_URI}} =~ m#^{base}{path}#") for path in (_HASHED, "api/"))
    other = _quoted(f"expr=%{{REQUEST_URI}} !~ m#^{base}{_HASHED}#")
    redirects = (
        # mod_alias encodes the target itself.
        f"RedirectMatch 301 {_quoted(f'(?i){pattern}')} {_quoted(target)}\n"
        for pattern, target in _patterns(built.pairs).items()
    )
    headers = (f"Header always set {name} {_quoted(value)}\n" for name, value in built.headers.items())
    return f"""\
{"".join(redirects)}\
RedirectMatch 404 {_quoted(_OWN_FILES)}
ErrorDocument 404 {quote(built.base)}404.html
AddDefaultCharset utf-8
<IfModule mod_mime.c>
AddType text/markdown .md
AddCharset utf-8 .md .js .json .css .xml
</IfModule>
<IfModule mod_headers.c>
{"".join(headers)}\
Header set Cache-Control "{_ASK_AGAIN}" {other}
Header set Cache-Control "{_FOR_EVER}" {hashed}
Header set Access-Control-Allow-Origin "*" {api}
</IfModule>
<IfModule mod_deflate.c>
<IfModule mod_filter.c>
AddOutputFilterByType DEFLATE text/html {_COMPRESSED}
</IfModule>
</IfModule>
"""


def _patterns(pairs: Iterable[Pair]) -> dict[str, str]:
    """Return where each pattern leads; paths that only differ in case have one."""
    seen: dict[str, Pair] = {}
    for source, target in pairs:
        pattern = _pattern(source.removesuffix("/")) + ("/?" if source.endswith("/") else "")
        seen.setdefault(pattern.lower(), (f"^{pattern}$".lower(), target))
    return dict(seen.values())


def _pattern(path: str) -> str:
    """Return a regular expression for a path as servers compare it: decoded."""
    return re.sub(r"[][.^$*+?(){}|\\#]", r"\\\g<0>", path)


def _quoted(text: str) -> str:
    """Return a text as nginx and Apache read it between quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _with_and_without_slash(path: str) -> tuple[str, ...]:
    return (path, path.removesuffix("/")) if path.endswith("/") else (path,)


_FILES: dict[Host, dict[str, Callable[[Built], str]]] = {
    "netlify": {"_redirects": _netlify_redirects, "_headers": _netlify_headers},
    "nginx": {"redirects.nginx.conf": _nginx_redirects, "headers.nginx.conf": _nginx_headers},
    "apache": {".htaccess": _apache},
}
HOSTS = tuple(_FILES)
"""Every kind of host there are files for."""
