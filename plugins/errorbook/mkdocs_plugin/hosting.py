"""Writes what web servers need to know of a built site: redirects, and the headers of its pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from errorbook.catalogue.model import Catalogue
from errorbook.site import content_policy, redirects, server_files
from errorbook.site.site_info import SiteInfo


def write(
    folder: Path, named: Sequence[str], frame_ancestors: str, catalogue: Catalogue, site: SiteInfo
) -> None:
    """Write the files of the web servers that are named, now that every page is there."""
    hosts = [host for host in server_files.HOSTS if host in named]
    if not hosts:
        return
    endpoint = site.feedback.to if site.feedback.kind == "endpoint" else ""
    html = (path.read_text("utf-8", "replace") for path in sorted(folder.rglob("*.html")))
    policy = content_policy.build(html, frame_ancestors, endpoint)
    # A server would take a fragment along, and with it answers that another error does not have.
    plan = [each for each in redirects.plan(catalogue, site) if not each.merged]
    uris = [path.relative_to(folder).as_posix() for path in folder.rglob("*.*")]
    for file in server_files.build(hosts, plan, site, policy, uris):
        (folder / file.uri).write_text(file.content, "utf-8", newline="\n")
