"""The pages of a built site, and whether what they link to is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from builders import links

HERE = "http://site.test/"


def html_of(site: Path) -> dict[str, str]:
    """Return every page of a site by its path."""
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))
    }


def broken(pages: dict[str, str], site: Path) -> Iterator[str]:
    """Yield every link inside the site that leads to no file or no anchor."""
    for name, html in pages.items():
        if name == "404.html":
            continue  # served anywhere, so its links start at the root
        for link in set(links(html)):
            if link.startswith(("mailto:", "data:")):
                continue
            target = urlsplit(urljoin(HERE + name, link))
            if f"{target.scheme}://{target.netloc}/" != HERE:
                continue
            path = unquote(target.path[1:])
            file = f"{path}index.html" if path.endswith("/") or not path else path
            if not (site / file).exists() and not (path.endswith("/") and (site / path).is_dir()):
                yield f"{name} → {link}"
            elif target.fragment and file in pages and f'id="{unquote(target.fragment)}"' not in pages[file]:
                yield f"{name} → {link} (no such anchor)"
