"""The whole site as plain files for another generator: Markdown with HTML, scripts, style and redirects.

Every page is to load the script (``defer``) and the style sheet that ``Exported`` names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from errorbook.catalogue import translating
from errorbook.catalogue.model import Catalogue
from errorbook.indexing import match_index
from errorbook.site import browser_files, images, markers, outputs, pages
from errorbook.site.site_info import SiteInfo

INDEX = "match-index.json"


@dataclass(frozen=True, slots=True)
class Exported:
    """Files by path, and which of them every page loads."""

    files: Mapping[str, str]
    script: str
    style: str
    images: Mapping[str, bytes] = field(default_factory=dict)


def build(
    catalogue: Catalogue, written: Mapping[str, str], layout: SiteInfo, examples: Sequence[str] = ()
) -> Exported:
    """Return the site of a catalogue and its written pages, given by path."""
    catalogue = translating.catalogue(catalogue, layout.language)
    site = with_pages(written, layout).worded(catalogue.vocabulary)
    code, data = browser_files.code(wording=site.wording), browser_files.data(catalogue, site)
    files = {page.uri: page.markdown for page in pages.build(catalogue, site, scripts=code.scripts)}
    for uri, markdown in written.items():
        available = markers.build(uri, catalogue, site, data.index.uri, code.scripts, examples)
        files[uri] = markers.fill(markers.with_errors(markdown, uri, site), available)
    others = outputs.build(catalogue, site, code.bundles["redirect"], map(site.url, written))
    files.update((file.uri, file.content) for file in (*code.files, *data.files, *others))
    # The index without its wrapping, for programs that match on their own.
    files[INDEX] = match_index.dumps(match_index.build(catalogue, site.entry_url)) + "\n"
    return Exported(
        files,
        code.script.uri,
        code.style.uri,
        {image.uri: image.content for image in images.build(catalogue)},
    )


def with_pages(written: Mapping[str, str], layout: SiteInfo) -> SiteInfo:
    """Return the layout with what the written pages add, and without the pages that nobody wrote."""

    def page(uri: str) -> str:
        return uri if uri in written else ""

    return replace(
        layout,
        guides={
            PurePosixPath(uri).stem: markers.title(markdown, PurePosixPath(uri).stem)
            for uri, markdown in written.items()
            if PurePosixPath(uri).parent.as_posix() == layout.guides_dir
        },
        where_page=page(layout.where_page),
        privacy_page=page(layout.privacy_page),
        contact_page=page(layout.contact_page),
        # Pages are Markdown here already; another one beside each would become a second page.
        plain_pages=False,
    )
