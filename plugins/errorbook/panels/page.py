"""The page of a panel, and the files that it loads: they lie as they do on the site, and all come along."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass, replace

from errorbook.catalogue import translating
from errorbook.catalogue.model import Catalogue
from errorbook.panels.icon import icon
from errorbook.site import browser_files, bundle, images, markers, style_sheet
from errorbook.site.packing import Files, Package, encoded
from errorbook.site.rendering import render
from errorbook.site.site_info import Feedback, SiteInfo

FOLDER = browser_files.FOLDER
STYLE = f"{FOLDER}/errorbook.css"
ICON_SIZES = (16, 32, 48, 128)


@dataclass(frozen=True, slots=True)
class Source:
    """What panels are made of: a catalogue, told and worded as its site tells it."""

    catalogue: Catalogue
    site: SiteInfo
    package: Package
    examples: tuple[str, ...] = ()

    @classmethod
    def of(cls, catalogue: Catalogue, site: SiteInfo, release: str, examples: Sequence[str] = ()) -> Source:
        """Return the source of a site whose address is known: the links of a panel lead there."""
        told = translating.catalogue(catalogue, site.language)
        # A panel sends nothing, so it asks for no answer; and it has the whole index at hand.
        quiet = replace(site, feedback=Feedback(), split_index=False).worded(told.vocabulary)
        return cls(told, quiet, Package.of(told, quiet, release), tuple(examples))


def script(source: Source, name: str, module: str) -> Files:
    """Return a script by where it lies: with line ends and comments, for whoever reviews the package."""
    return {
        f"{FOLDER}/{name}": encoded(bundle.build(browser_files.SOURCES, module, source.site.wording.texts))
    }


def build(
    source: Source, uri: str, module: str, foreign: Sequence[str] = (), for_agents: bool = False
) -> Files:
    """Return the page at ``uri``, which begins with a module, and all that it loads.

    ``foreign`` are scripts of the program around it, which the page loads before its own. With ``for_agents``
    the cards tell an entry's support notes: nobody else may open the page.
    """
    told = source.catalogue.entries if for_agents else ()
    notes = {entry.id: {"support_notes": list(entry.support_notes)} for entry in told if entry.support_notes}
    data = browser_files.data(source.catalogue, source.site, notes)

    def to(target: str) -> str:
        """Return a link: what comes along lies beside the page, all else on the site."""
        if target.startswith(f"{FOLDER}/"):
            return posixpath.relpath(target, posixpath.dirname(uri) or ".") + "/" * target.endswith("/")
        return source.site.canonical(target)

    scripts = dict.fromkeys(browser_files.SCRIPTS, "") | {
        "lookup": f"{FOLDER}/panel.js",
        "matcher": f"{FOLDER}/matcher.js",
        "send": "",
    }
    blocks = markers.build(uri, source.catalogue, source.site, data.index.uri, scripts, source.examples, to)
    html = render(
        "panel.html.jinja",
        source.site.wording,
        site=source.site,
        title=source.package.group,
        style=to(STYLE),
        foreign=foreign,
        lookup=blocks["lookup"](),
    )
    return {
        uri: encoded(html),
        STYLE: encoded(style_sheet.build(browser_files.SOURCES / "style", "panel")),
        **script(source, "panel.js", module),
        **script(source, "matcher.js", "engine/matcher.js"),
        **{file.uri: encoded(file.content) for file in data.files},
        **{image.uri: image.content for image in images.build(source.catalogue)},
    }


def icons(folder: str) -> Files:
    """Return the icon in each size that browsers ask for."""
    return {f"{folder}/icon-{size}.png": icon(size) for size in ICON_SIZES}
