"""The parts that pages written by hand leave to us, each where the page has its marker.

A marker is a line of its own, such as ``<!-- errorbook:lookup -->``; blanks in it may be missing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict

from errorbook.catalogue import publication
from errorbook.catalogue.model import Catalogue
from errorbook.common.problems import Problem
from errorbook.indexing import value_shapes
from errorbook.site import agent_words, browser_files, grounds, listings, named_entries, rows
from errorbook.site.rendering import render
from errorbook.site.site_info import SiteInfo

Block = Callable[[], str]
NAMES = (
    "lookup",
    "playground",
    "batch",
    "bookmarklet",
    "embed",
    "ways-in",
    "popular",
    "guides",
    "contact",
    "errors",
    "grounds",
)
_MARKER = re.compile(r"^<!--[ \t]*errorbook:([\w-]+?)[ \t]*-->[ \t\r]*$", re.MULTILINE)
_ANYWHERE = re.compile(r"<!--[ \t]*errorbook:([\w-]+?)[ \t]*-->")
_CODE = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,}).*?(?:^[ \t]*(?P=fence)|\Z)"  # a block between fences
    r"|^(?: {4}|\t)[^\n]*"  # an indented line
    r"|(?P<tick>`+)[^\n]*?(?P=tick)",  # code in a sentence
    re.MULTILINE | re.DOTALL,
)
_TITLE = re.compile(r"^(?:title: *\"?(?P<meta>.+?)\"?|# (?P<heading>.+?)(?: *\{[^}]*\})?) *$", re.MULTILINE)


def markers(markdown: str) -> list[str]:
    """Return the names of a page's markers in order."""
    return _MARKER.findall(markdown)


def misplaced(markdown: str) -> list[str]:
    """Return the names of markers that share a line with other text, in order; code is left alone."""
    return _ANYWHERE.findall(_MARKER.sub("", without_code(markdown)))


def without_code(markdown: str) -> str:
    """Return a page's text without what it shows as code."""
    return _CODE.sub("", markdown)


def doubts(file: str, markdown: str) -> Iterator[Problem]:
    """Yield the markers of a page that are not filled: of no block, or beside other text."""
    for name in markers(markdown):
        if name not in NAMES:
            what, fix = f"nothing is called errorbook:{name}", f"Write one of {', '.join(NAMES)}"
            yield Problem.of(file, what, fix, "warning", "marker")
    for name in misplaced(markdown):
        what = f"<!-- errorbook:{name} --> is in a line with other text"
        fix = "Put it on a line of its own, without blanks before it"
        yield Problem.of(file, what, fix, "warning", "marker")


def has_playground(markdown: str) -> bool:
    """Tell whether a page has the playground."""
    return "playground" in markers(markdown)


def has_lookup(markdown: str) -> bool:
    """Tell whether a page is meant to have the lookup; ``doubts`` tells where its marker is not filled."""
    return "lookup" in (*markers(markdown), *misplaced(markdown))


def fill(markdown: str, blocks: Mapping[str, Block]) -> str:
    """Return a page with each marker replaced by its block; a marker without one stays.

    Braces are written as entities: a plugin that fills templates in pages would read those of a catalogue's
    texts as its own.
    """

    def block(found: re.Match[str]) -> str:
        return blocks[found[1]]().replace("{", "&#123;") if found[1] in blocks else found[0]

    return _MARKER.sub(block, markdown)


def with_errors(markdown: str, uri: str, site: SiteInfo) -> str:
    """Return a guidance page that leaves room for the errors it helps with, at its end if nowhere else."""
    slug = uri.removeprefix(f"{site.guides_dir}/").removesuffix(".md")
    is_guide = slug in site.guides and uri == site.guide_uri(slug)
    return (
        f"{markdown}\n\n<!-- errorbook:errors -->\n"
        if is_guide and "errors" not in markers(markdown)
        else markdown
    )


def title(markdown: str, otherwise: str) -> str:
    """Return the title of a written page: of its front matter, else its first heading."""
    found = _TITLE.search(markdown)
    return (found["meta"] or found["heading"]) if found else otherwise


def build(
    uri: str,
    catalogue: Catalogue,
    site: SiteInfo,
    index: str,
    scripts: Mapping[str, str],
    examples: Sequence[str],
    to: Callable[[str], str] | None = None,
) -> dict[str, Block]:
    """Return the blocks of the page at ``uri`` by name.

    ``index`` and ``scripts`` are where the match index and the browser's scripts are served, and the style
    sheets of these, if they have their own; ``to`` makes the links of a page that is shown elsewhere than at
    its own address.
    """
    to = to or site.linker(uri)
    tried = named_entries.tried(examples, catalogue)
    guide = next((slug for slug in site.guides if site.guide_uri(slug) == uri), None)

    def block(template: str, **values: object) -> Block:
        return lambda: render(f"blocks/{template}.html.jinja", site.wording, to=to, site=site, **values)

    def ways_in() -> str:
        # Only for the pages that show them: the indexes cost as much as all entries.
        indexes = listings.build(catalogue, site)
        return block("ways-in", ways=listings.ways(indexes)[:2], count=indexes[0].count)()

    def known() -> str:
        return block("grounds", lines=grounds.figures(catalogue, site.wording))()

    return {
        "lookup": block(
            "lookup",
            index=index,
            assets=f"{browser_files.FOLDER}/",
            examples=tried,
            contact=asdict(site.contact),
            send=scripts["send"],
            script=scripts["lookup"],
            style=scripts.get("lookup.css"),
            matcher=scripts["matcher"],
            agents=json.dumps(agent_words.of_page(not site.split_index)),
        ),
        "playground": block(
            "playground",
            index=index,
            script=scripts["playground"],
            style=scripts.get("playground.css"),
            examples=tried,
            # The file is as long as all examples: only the page that has the playground asks for it.
            material=lambda: browser_files.trial(catalogue).uri,
            systems=[(slug, system.name) for slug, system in catalogue.vocabulary.systems.items()],
            kinds=json.dumps(value_shapes.of_types(catalogue.vocabulary.value_types)),
        ),
        "batch": block(
            "batch",
            index=index,
            script=scripts["batch"],
            style=scripts.get("batch.css"),
            worker=scripts["matcher"],
        ),
        "bookmarklet": block("bookmarklet"),
        "embed": block(
            "embed",
            script=browser_files.EMBED,
            address=site.canonical(browser_files.EMBED) or f"https://help.example/{browser_files.EMBED}",
        ),
        "ways-in": ways_in,
        "popular": block("popular", entries=named_entries.popular(site.popular, catalogue)),
        "guides": block("guides"),
        "contact": block("contact", contact=site.contact),
        "errors": block(
            "errors",
            entries=publication.helped_by(guide, catalogue) if guide else (),
            rows=rows.maker(site, catalogue.memory),
        ),
        "grounds": known,
    }
