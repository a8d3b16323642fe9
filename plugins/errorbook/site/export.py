"""The whole site as files for another generator, or for none: pages, scripts, style and redirects.

Every Markdown page is to load the script (``defer``) and the style sheet that ``Exported`` names; an HTML
page does.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Literal

from errorbook.catalogue import translating
from errorbook.catalogue.model import Catalogue
from errorbook.common.memory import growing
from errorbook.indexing import match_index
from errorbook.site import browser_files, html_pages, images, markers, outputs, pages
from errorbook.site.site_info import SiteInfo
from errorbook.site.style_sheet import Look

INDEX = "match-index.json"
Pages = Literal["markdown", "html"]


@dataclass(frozen=True, slots=True)
class Exported:
    """Files by path, and which of them every page loads."""

    files: Mapping[str, str]
    script: str
    style: str
    images: Mapping[str, bytes] = field(default_factory=dict)


@growing()
def build(
    catalogue: Catalogue,
    written: Mapping[str, str],
    layout: SiteInfo,
    examples: Sequence[str] = (),
    kind: Pages = "markdown",
    look: Look = "material",
    others: Collection[str] = (),
) -> Exported:
    """Return the site of a catalogue and its written pages, given by path.

    ``others`` are the files beside the written pages, to which these may link.
    """
    catalogue = translating.catalogue(catalogue, layout.language)
    site = with_pages(written, replace(layout, plain_pages=kind == "html")).worded(catalogue.vocabulary)
    code = browser_files.code(wording=site.wording, look="page" if kind == "html" else look)
    data = browser_files.data(catalogue, site)
    built = pages.build(catalogue, site, data.card_uris, code.scripts, data.all_rows)
    files = {page.uri: page.markdown for page in built}
    for uri, markdown in written.items():
        available = markers.build(uri, catalogue, site, data.index.uri, code.scripts, examples)
        files[uri] = markers.fill(markers.with_errors(markdown, uri, site), available)
    if kind == "html":
        converter = html_pages.Converter(catalogue, site, code, {*files, *others})
        files = dict(converter.page(uri, markdown) for uri, markdown in files.items())
    documents = outputs.build(catalogue, site, code.bundles["redirect"], map(site.url, written))
    files.update((file.uri, file.content) for file in (*code.files, *data.files, *documents))
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
        playground=any(map(markers.has_playground, written.values())),
    )
