"""The files of a site that are not pages: scripts, style, and data for the browser."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from errorbook.catalogue.model import Catalogue, Entry
from errorbook.common.memory import growing
from errorbook.indexing import description_index, everyday, index_shards, match_index
from errorbook.matching.index.index_shape import MatchIndex
from errorbook.site import bundle, cards, delivery, index_parts, listings, style_sheet
from errorbook.site.compact import compact
from errorbook.site.site_info import SiteFile, SiteInfo
from errorbook.site.style_sheet import Look
from errorbook.wording import ENGLISH, Wording

FOLDER = "assets/errorbook"
EMBED = f"{FOLDER}/embed.js"
DOCUMENTS = "search-pages.js"
"""The pages that can be searched; the name stays, so that a page of the build before finds them."""
PLACE = f"{FOLDER}/search-place.js"
"""Where the site's search finds the match index; the name stays, too."""
SOURCES = Path(__file__).parents[1] / "assets"


SCRIPTS = {
    "errorbook": "main.js",
    "lookup": "lookup/lookup-page.js",
    "matcher": "engine/matcher.js",
    "entry": "pages/entry-tools.js",
    "filter": "pages/index-filter.js",
    "long-filter": "pages/long-index.js",
    "redirect": "pages/redirect.js",
    "playground": "playground/playground.js",
    "batch": "desk/batch.js",
    "embedded": "embed/embedded.js",
}
"""The scripts by name, and the module in which each begins: a page loads those that it needs."""


@dataclass(frozen=True, slots=True)
class Code:
    """What the browser runs and applies, the same for all that is worded alike."""

    style: SiteFile
    styles: Mapping[str, SiteFile]
    """The style sheets that come with scripts, by the names of these."""
    bundles: Mapping[str, SiteFile]
    """The scripts by the names of SCRIPTS."""
    loader: str
    """The script that puts the lookup into other sites, with the braces that `loader` fills in."""
    search_start: str
    """The worker that waits for a search, with the brace that `search` fills in."""
    search: str
    """What it loads then, with the braces that `search` fills in."""
    send: SiteFile
    """The only script that sends anything: it is served where answers have somewhere to go."""
    readable: tuple[SiteFile, ...]
    """What people read instead of those: pages load none of it."""

    @property
    def script(self) -> SiteFile:
        """Return the script that every page loads."""
        return self.bundles["errorbook"]

    @property
    def files(self) -> tuple[SiteFile, ...]:
        """Those that every site serves."""
        return (*self.bundles.values(), self.style, *self.styles.values(), *self.readable)

    @property
    def scripts(self) -> dict[str, str]:
        """Where what pages name is served: scripts, and what comes with them by their names and .css."""
        styles = {f"{name}.css": file for name, file in self.styles.items()}
        return {name: file.uri for name, file in {**self.bundles, "send": self.send, **styles}.items()}


@dataclass(frozen=True, slots=True)
class Data:
    """What the browser's matcher knows of a catalogue: the index, and a card for each entry."""

    index: SiteFile
    cards: tuple[SiteFile, ...]
    parts: tuple[SiteFile, ...]
    """What is loaded when somebody needs it: descriptions, or the shards of an index in parts, and trials."""
    rows: tuple[SiteFile, ...] = ()
    """What the filter of an index of several pages shows of all errors, where there is such an index."""

    @property
    def all_rows(self) -> str:
        """Where those rows are, if anywhere."""
        return self.rows[0].uri if self.rows else ""

    @property
    def files(self) -> tuple[SiteFile, ...]:
        """All of them."""
        return (self.index, *self.cards, *self.parts, *self.rows)

    @property
    def card_uris(self) -> dict[str, str]:
        """Where the card of each entry is served, by id."""
        return {Path(card.uri).name.partition(".")[0]: card.uri for card in self.cards}


def code(folder: Path = SOURCES, wording: Wording = ENGLISH, look: Look = "material") -> Code:
    """Return the scripts, with the sentences that they say, and the style sheets for the look of a site.

    Raises BundleError and CompactError.
    """
    said = wording.texts
    texts = {f"{name}.js": bundle.build(folder, module, said) for name, module in SCRIPTS.items()}
    styles = folder / "style"
    texts["errorbook.css"] = style_sheet.build(styles, look)
    for name in style_sheet.WITH_SCRIPTS:
        texts[f"{name}.css"] = style_sheet.with_script(styles, name, look)
    files = {name: _named(name, compact(name, text)) for name, text in texts.items()}
    return Code(
        style=files["errorbook.css"],
        styles={name: files[f"{name}.css"] for name in style_sheet.WITH_SCRIPTS},
        bundles={name: files[f"{name}.js"] for name in SCRIPTS},
        loader=bundle.build(folder, "embed/loader.js", said),
        search_start=bundle.build(folder, "search/search-start.js", said),
        search=bundle.build(folder, "search/site-search.js", said),
        # Left as it was written: this is what people look at who ask what is sent.
        send=_named("send.js", (folder / "feedback/send.js").read_text("utf-8")),
        readable=tuple(_readable(files[name], text) for name, text in texts.items()),
    )


def _readable(file: SiteFile, text: str) -> SiteFile:
    """Return the copy for people, beside what it became."""
    return SiteFile(re.sub(r"(?=[.][a-z]+$)", ".readable", file.uri), text)


@growing()
def data(catalogue: Catalogue, site: SiteInfo, beside: Mapping[str, cards.Card] | None = None) -> Data:
    """Return the match index and the card of every entry that the lookup can find, and what is ``beside``."""

    def card_of(entry_id: str, card: cards.Card) -> SiteFile:
        return catalogue.memory.keep_for_next(
            "card file", entry_id, card, lambda: _named(f"cards/{entry_id}.js", delivery.of("card", card))
        )

    shown = {id_: card | (beside or {}).get(id_, {}) for id_, card in cards.build(catalogue, site).items()}
    found = {id_: card_of(id_, card) for id_, card in shown.items() if card["status"] != "withdrawn"}

    def card_file(entry: Entry) -> str:
        return found[entry.id].uri.removeprefix(f"{FOLDER}/")

    index = match_index.build(catalogue, site.entry_url, card_file, site.foreign)
    # An index of descriptions cannot come in parts: any entry may be told of in any words.
    head, parts = _in_parts(index) if site.split_index else _with_descriptions(index, catalogue)
    parts += (trial(catalogue),) if site.playground else ()
    index_file, rows = (
        _named("match-index.js", delivery.of_text("index", match_index.dumps(head))),
        _rows(catalogue, site),
    )
    return Data(index_file, tuple(found.values()), parts, rows)


def _rows(catalogue: Catalogue, site: SiteInfo) -> tuple[SiteFile, ...]:
    if not any(map(index_parts.is_long, listings.build(catalogue, site))):
        return ()
    return (_named("rows.js", delivery.of("rows", {"rows": index_parts.rows(catalogue, site)})),)


def _with_descriptions(
    index: MatchIndex, catalogue: Catalogue
) -> tuple[Mapping[str, object], tuple[SiteFile, ...]]:
    """Return an index that names the one of descriptions, and the latter's file."""
    part = {"id": "described", **description_index.build(catalogue)}
    file = _named("descriptions.js", delivery.of("part", part))
    return {**index, "described": file.uri.removeprefix(f"{FOLDER}/")}, (file,)


def _in_parts(index: MatchIndex) -> tuple[Mapping[str, object], tuple[SiteFile, ...]]:
    """Return the part of an index that is always needed, and the files of its shards."""
    parts = index_shards.split(index)
    texts = [
        delivery.of("part", {"id": str(number), "entries": entries})
        for number, entries in enumerate(parts.shards)
    ]
    # One name for all: a page never mixes the shards of two builds.
    folder = f"match-{hashlib.sha256(''.join(texts).encode()).hexdigest()[:8]}/"
    files = tuple(SiteFile(f"{FOLDER}/{folder}{number}.js", text) for number, text in enumerate(texts))
    return {**parts.head, "folder": folder}, files


def trial(catalogue: Catalogue) -> SiteFile:
    """Return what the playground tries a draft with: every example, and the words of ordinary programs."""
    tried = [
        [family[0].id, example.paste]
        for family in match_index.families(catalogue)
        for entry in family
        for example in entry.examples
    ]
    part = {"id": "trial", "tried": tried, "everyday": everyday.listed()}
    return _named("trial.js", delivery.of("part", part))


def loader(code: Code, data: Data, site: SiteInfo) -> SiteFile:
    """Return the script that puts the lookup into other pages: its name stays, what it loads is new."""
    files = {"script": code.bundles["embedded"], "index": data.index, "matcher": code.bundles["matcher"]}
    names = {name: file.uri.removeprefix(f"{FOLDER}/") for name, file in files.items()}
    values = {**names, "promise": site.promise}
    return SiteFile(EMBED, compact(EMBED, _filled(code.loader, values)))


def place(data: Data) -> SiteFile:
    """Return what tells the site's search where the match index is."""
    return SiteFile(PLACE, delivery.of("place", {"index": data.index.uri.removeprefix(f"{FOLDER}/")}))


def search(code: Code, lookup: str, theirs: str, folder: str = "") -> tuple[SiteFile, SiteFile]:
    """Return the worker that pages start and the search that it loads; both stay while only entries change.

    ``lookup`` and ``theirs`` are where the lookup and the theme's worker are served, ``folder`` is that of
    the language that is built.
    """
    values = {
        "theirs": posixpath.relpath(theirs, f"{folder}{FOLDER}"),
        "matcher": code.bundles["matcher"].uri.removeprefix(f"{FOLDER}/"),
        "place": PLACE.removeprefix(f"{FOLDER}/"),
        "documents": DOCUMENTS,
        "folder": folder,
        "lookup": f"{folder}{lookup}",
    }
    name = "site-search.js"
    search = _named(name, compact(name, _filled(code.search, values)))
    name, values = "search-start.js", {"search": search.uri.removeprefix(f"{FOLDER}/")}
    return _named(name, compact(name, _filled(code.search_start, values))), search


def _filled(script: str, values: Mapping[str, str]) -> str:
    """Return a script with its braces filled in."""
    return re.sub(r'"\{\{ (\w+) \}\}"', lambda hole: json.dumps(values[hole[1]], ensure_ascii=False), script)


def _named(name: str, content: str) -> SiteFile:
    """Return a file whose name changes with its content, so that browsers may keep it for ever."""
    digest = hashlib.sha256(content.encode()).hexdigest()[:8]
    return SiteFile(f"{FOLDER}/{re.sub(r'(?=[.][a-z]+$)', f'.{digest}', name)}", content)
