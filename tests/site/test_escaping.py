"""Whatever an entry, a catalogue or an option says stands in every file as text, and as nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree

import pytest
import told
from builders import make_catalogue, make_entry

from errorbook.site import export
from errorbook.site.site_info import Contact, Feedback, ReplyWording, SiteInfo
from errorbook.wording import ENGLISH

TAIL = """<i onx='1'>&lt;u&gt;&#33;"> ![p](javascript:1) [l](javascript:2) _e_ ~s~ # {{ 7*7 }} {% x %} * z"""
"""Markup, entities, the end of an attribute, links that run a script, marks of Markdown and of templates."""
WRITTEN = re.sub(r"([{}])", r"\1\1", TAIL)
"""The same as authors write it: a brace stands twice."""
MARK = re.compile(r"Zq[a-z0-9]+q")
CUT = "…"
BRACES = re.compile(r"([{}])\1+")


def hostile(name: str) -> str:
    """Return a text that does harm wherever it is not taken as text, and says whose it is."""
    return f"Zq{name}q{WRITTEN}"


def _steps(name: str) -> list[dict[str, Any]]:
    more = "\n\n".join(
        [
            f"```\n{hostile(f'{name}code')}\n```",
            f"| {hostile(f'{name}head')} | b |\n|---|---|\n| {hostile(f'{name}cell')} | d |",
            f"!!! note\n    {hostile(f'{name}note')}",
            hostile(f"{name}more"),
        ]
    )
    step = {
        "do": hostile(f"{name}do"),
        "path": [hostile(f"{name}path")],
        "see": hostile(f"{name}see"),
        "more": more,
        "undo": hostile(f"{name}undo"),
        "risk": "irreversible",
        "evidence": "inferred",
    }
    asked = {"ask": hostile(f"{name}ask"), "answers": {hostile(f"{name}answer"): [step]}}
    return [step, {**asked, "evidence": "inferred"}]


def _entry(name: str, number: int, **changes: Any) -> Any:
    texts = ("title", "summary", "verify", "prevention", "since", "until", "owner")
    fields = {
        "id": f"XERO-000{number}",
        "slug": name,
        **{each: hostile(f"{name}{each}") for each in texts},
        "messages": [{"text": hostile(f"{name}message") + " {value}"}],
        "values": {
            "value": {"type": "text", "label": hostile(f"{name}label"), "example": hostile("example")}
        },
        "codes": [{"system": "xero", "code": hostile(f"{name}code")}],
        "aliases": [hostile(f"{name}alias")],
        "questions": [hostile(f"{name}question")],
        "causes": [{"text": hostile(f"{name}cause"), "more": hostile(f"{name}why"), "evidence": "inferred"}],
        "resolution": _steps(name),
        "escalate": {"when": hostile(f"{name}when"), "collect": [hostile(f"{name}collect")]},
        "references": [{"title": hostile(f"{name}source"), "url": "https://example.com/a?b=1&c=2"}],
        "relations": [{"type": "see-also", "id": "XERO-0002"}],
        "guides": ["retry"],
        "records": ["payment"],
        "shown_in": ["shop"],
        "integrations": ["shop"],
        "outage": True,
        "examples": [],
        "reviewed": "2026-11-22",
    }
    return make_entry(**{**fields, **changes})


CATALOGUE = make_catalogue(
    _entry("full", 1, resolution=_steps("full")),
    _entry("wordless", 2, messages=[], values={}, relations=[{"type": "caused-by", "id": "XERO-0001"}]),
    _entry("silent", 3, status="not-emitted", fixed_in=hostile("fixed")),
    _entry("split", 4, status="superseded", superseded_by=["XERO-0001", "XERO-0002"]),
    _entry("wrong", 5, status="withdrawn"),
    words={
        "name": hostile("catalogue"),
        "systems": {
            "xero": {
                "name": hostile("system"),
                "prefix": "XERO",
                "about": hostile("about"),
                "status_page": "https://status.example/",
                "also": [hostile("also")],
            },
            "shop": {"name": hostile("shop"), "prefix": "SHOP"},
        },
        "records": {"payment": {"name": hostile("record"), "about": hostile("records")}},
        "severities": {
            "blocks-record": {"name": hostile("severity"), "stops": hostile("stops"), "usual": True}
        },
        "fixable_by": {"bookkeeper": {"name": hostile("fixer"), "usual": True}},
        "risks": {"irreversible": hostile("risk")},
        "words": {
            "entry.why": hostile("sentence"),
            "step.see": hostile("seen"),
            "card.copy": hostile("copy"),
        },
    },
)
LAYOUT = SiteInfo(
    name=hostile("site"),
    description=hostile("description"),
    site_url="https://example.com/help/",
    contact_page="contact.md",
    where_page="where.md",
    contact=Contact(hostile("contact"), "https://example.com/?a=1&b=2", "help@example.com"),
    popular=("XERO-0001", "XERO-0002"),
    reply=ReplyWording(hostile("greeting"), hostile("closing")),
    feedback=Feedback("mailto", "help@example.com"),
)
BLOCKS = ("lookup", "errors", "ways-in", "popular", "guides", "grounds", "contact", "embed", "batch",
          "bookmarklet", "playground")  # fmt: skip
PAGES = {
    "index.md": "# Home\n\n" + "".join(f"<!-- errorbook:{name} -->\n\n" for name in BLOCKS),
    "contact.md": "# Ask\n",
    "where.md": "# Where\n",
    "guides/retry.md": f"# {hostile('guide')}\n",
}


def _strings(value: Any) -> Iterator[str]:
    """Yield every text of a JSON document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from (key, *_strings(one))
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def _said(uri: str, content: str) -> Iterator[str]:
    """Yield the texts of a file, as whoever reads it takes them."""
    if uri.endswith(".html"):
        page = told.read(content)
        yield page.text
        yield from (value for name, value in page.attributes if name != "data-markdown")
        yield from (text for script in page.scripts if script for text in _strings(json.loads(script)))
    elif uri.endswith(".json"):
        yield from _strings(json.loads(content))
    elif uri.endswith(".xml"):
        for element in ElementTree.fromstring(content).iter():
            yield from (element.text or "", *element.attrib.values())


def _bare(text: str) -> str:
    return BRACES.sub(r"\1", "".join(text.split()))


def wrong(uri: str, content: str) -> list[str]:
    """Return what a file holds of hostile texts that is not the whole text as text."""
    whole, found = _bare(TAIL), []
    for text in _said(uri, content):
        bare = _bare(text)
        for mark in MARK.finditer(bare):
            rest = bare[mark.end() : mark.end() + len(whole)]
            shown, cut, _ = rest.partition(CUT)
            # A name may be cut short, or be known by its first word, where nothing could end it too early.
            if rest != whole and not (whole.startswith(shown) and (cut or not uri.endswith(".html"))):
                found.append(f"{uri}: {mark[0]}{rest}")
    return found


@pytest.fixture(scope="module")
def files() -> Mapping[str, str]:
    return export.build(CATALOGUE, PAGES, LAYOUT, ("XERO-0001",), kind="html").files


def test_every_text_is_text_in_every_file(files: Mapping[str, str]) -> None:
    # A guide's own page is Markdown, and its author means what it marks.
    found = [each for uri, content in files.items() for each in wrong(uri, content) if "Zqguideq" not in each]
    assert found == []


CHART = re.compile(r'<details class="eb-more eb-chart".*?</details>', re.DOTALL)
"""What shows some of an entry's texts a second time."""
NOT_TOLD = {"owner", "question", "example"}
"""What finds an entry, or is for those who keep it."""
TOLD = {
    "chart.show",
    "entry.help_ready",
    "entry.help_whom",
    "entry.status_page",
    "entry.where_link",
    "evidence.inferred.short",
    "evidence.step",
    "step.path",
    "step.undo",
}
"""Sentences of blocks that the page of an entry with all its fields has."""


def _marks(text: str) -> set[str]:
    return set(MARK.findall(text))


@pytest.mark.parametrize("slug", ["full", "wordless"])
def test_readers_of_both_pages_of_an_entry_see_each_of_its_texts(files: Mapping[str, str], slug: str) -> None:
    (entry,) = (each for each in CATALOGUE.entries if each.slug == slug)
    # What people call an error is told where no message is.
    unseen = {f"Zq{slug}{name}q" for name in NOT_TOLD | ({"alias"} if entry.messages else set())}
    texts = _marks(entry.model_dump_json()) - unseen - {"Zqexampleq"} | {"Zqriskq", "Zqguideq", "Zqseenq"}
    folder = f"errors/{entry.address}"
    page, plain = told.read(CHART.sub("", files[f"{folder}/index.html"])).text, files[f"{folder}/index.md"]
    assert (texts - _marks(page), texts - _marks(plain) - {"Zqseenq"}) == (set(), set())


def test_the_page_of_an_entry_with_all_fields_has_every_block(files: Mapping[str, str]) -> None:
    page = told.read(files["errors/xero/full/index.html"]).text
    sentences = {key: ENGLISH.text(key) for key in TOLD}
    missing = {key for key, text in sentences.items() if str(text).partition("{")[0].strip() not in page}
    assert missing == set()


def test_a_withdrawn_error_says_what_it_was(files: Mapping[str, str]) -> None:
    page = told.read(files["errors/xero/wrong/index.html"]).text
    assert {"Zqwrongsummaryq", "Zqwrongtitleq"} <= _marks(page)
    assert "Zqwrongdoq" not in page
