"""A long index comes in several pages, and its filter knows the errors of all of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from builders import build_site, make_catalogue, make_entry, saying, write_errors
from made_pages import SITE

from errorbook.site import browser_files, index_parts, listings, outputs, pages

CATALOGUE = make_catalogue(
    *(
        make_entry(
            id=f"XERO-{number:04}",
            slug=f"error-{number}",
            integrations=["xero", "quickbooks"] if number == 3 else [],
            codes=[{"system": "xero", "code": str(number)}] if number < 3 else [],
        )
        for number in range(1, 6)
    )
)


@pytest.fixture(autouse=True)
def _few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_parts, "MOST", 2)


def page(uri: str, all_rows: str = "rows.js") -> str:
    made = pages.build(CATALOGUE, SITE, {}, {"filter": "filter.js", "long-filter": "long.js"}, all_rows)
    return next(page.markdown for page in made if page.uri == uri)


def ids(part: index_parts.Part) -> list[tuple[str, list[str]]]:
    return [(group.name, [entry.id for entry in group.entries]) for group in part.groups]


def test_every_row_of_an_index_is_on_one_of_its_pages_under_its_heading() -> None:
    first, *_ = listings.build(CATALOGUE, SITE)
    assert [(part.uri, ids(part)) for part in index_parts.split(first, SITE)] == [
        ("errors/index.md", [("Xero", ["XERO-0001", "XERO-0002"])]),
        ("errors/by/page/2/index.md", [("Xero", ["XERO-0003", "XERO-0004"])]),
        ("errors/by/page/3/index.md", [("Xero", ["XERO-0005"]), ("QuickBooks Online", ["XERO-0003"])]),
    ]


def test_a_page_says_which_it_is_and_leads_to_the_others() -> None:
    text = page("errors/by/page/xero/2/index.md")
    assert 'title: "Xero errors, page 2 of 3"' in text
    assert '<span class="eb-count">5\N{NO-BREAK SPACE}errors</span>' in text
    assert text.count("<li data-id=") == 2
    assert '<a href="../../../../xero/" rel="prev">1</a>' in text
    assert '<a href="./" aria-current="page">2</a>' in text
    assert '<a href="../3/" rel="next">3</a>' in text


def test_a_filter_of_several_pages_is_told_where_all_rows_are_and_which_are_its_own() -> None:
    text = page("errors/xero/index.md")
    assert 'data-rows="../../rows.js" data-of="system=xero"' in text
    assert "&#34;system&#34;:[&#34;xero&#34;,&#34;quickbooks&#34;]" in text
    assert 'src="../../long.js"' in text
    short = page("errors/by/code/index.md")
    assert "data-rows" not in short
    assert "eb-parts" not in short
    assert 'src="../../../filter.js"' in short


def test_links_lead_to_the_pages_around_the_first_and_the_last() -> None:
    uris = tuple(map(str, range(1, 21)))
    whole = listings.build(CATALOGUE, SITE)[0]

    def linked(number: int) -> list[int]:
        return index_parts.Part(whole, 5, number, uris, (), {}).linked

    assert linked(1) == [1, 2, 3, 0, 20]
    assert linked(4) == [1, 2, 3, 4, 5, 6, 0, 20]
    assert linked(10) == [1, 0, 8, 9, 10, 11, 12, 0, 20]
    assert linked(20) == [1, 0, 18, 19, 20]


def test_rows_come_as_one_file_where_an_index_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    (file,) = browser_files.data(CATALOGUE, SITE).rows
    rows = json.loads(file.content.removeprefix('errorbook.receive("rows",').removesuffix(");\n"))["rows"]
    url, message = "errors/xero/error-3/", ["Payment exceeds the amount due"]
    facets = [["xero", "quickbooks"], [], ["blocks-record"], ["bookkeeper"]]
    assert rows[2] == ["XERO-0003", url, "The payment is too large", message, "", facets, "", ""]
    monkeypatch.setattr(index_parts, "MOST", 100)
    assert browser_files.data(CATALOGUE, SITE).rows == ()


def test_only_the_first_page_is_promised_and_none_may_be_written_over() -> None:
    promised = outputs.promised(CATALOGUE, SITE, ())
    assert "errors/xero/" in promised
    assert not any("page" in url for url in promised)
    other = "errors/by/page/xero/2/index.html"
    assert outputs.taken([other, "errors/by/page/xero/9/index.html"], CATALOGUE, SITE) == {other}


def test_a_site_has_every_page_of_its_indexes(tmp_path: Path) -> None:
    words = ("amber", "birch", "cedar")
    made = {
        f"no_{word}": {
            "id": f"XERO-{number:04}",
            "title": f"No {word}",
            **saying(f"No {word} {word} is there"),
        }
        for number, word in enumerate(words, 1)
    }
    write_errors(tmp_path / "errors", **made)
    site = build_site(tmp_path)
    second = (site / "errors/by/page/2/index.html").read_text("utf-8")
    assert 'href="../../../xero/no-cedar/"' in second
    assert not (site / "errors/by/page/3").exists()
    rows = second.partition('data-rows="')[2].partition('"')[0]
    assert (site / "errors/by/page/2" / rows).is_file()
