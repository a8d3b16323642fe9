"""An index in parts answers as the whole one does, from the few shards that a paste needs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import browsing
import pytest
import yaml
from builders import make_catalogue, make_entry
from playwright.sync_api import Page
from twins import Twins, twins

from errorbook import match_index, shards, site_files
from errorbook.catalogue import load
from errorbook.shards import bucket
from errorbook.site_info import SiteInfo

CATALOGUE = load(Path(__file__).parent.parent / "errors")
INDEX = match_index.build(CATALOGUE)
# Far smaller than they are served, so that most of the index is not loaded.
PARTS = shards.split(INDEX, size=10)
EXAMPLES = [example.paste for entry in CATALOGUE.entries for example in entry.examples]
OWED = "Payment amount exceeds the amount outstanding on this document"


@pytest.fixture(scope="module")
def both() -> Iterator[Twins]:
    with twins(INDEX, PARTS) as pair:
        yield pair


def test_the_head_has_no_entry_and_each_entry_is_in_a_shard() -> None:
    assert PARTS.head["entries"] == []
    assert PARTS.head["count"] == len(INDEX["entries"])
    kept = {entry["id"] for shard in PARTS.shards for entry in shard}
    assert kept == {entry["id"] for entry in INDEX["entries"]}


@pytest.mark.parametrize("paste", EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_is_answered_as_from_the_whole_index(both: Twins, paste: str) -> None:
    whole, parts = both.python(paste), both.javascript(paste)
    # What comes near is only looked for among what was loaded.
    del whole["nearest"], parts["nearest"]
    assert parts == whole


@pytest.mark.parametrize("paste", ["6240", "QBO 6240", "xero 31", "XERO-0031", '{"Error":[{"code":"6140"}]}'])
def test_a_code_is_found_in_its_shard(paste: str) -> None:
    with twins(INDEX, PARTS) as fresh:
        assert fresh.javascript(paste) == fresh.python(paste)


def test_a_paste_needs_few_shards_and_each_once() -> None:
    assert len(PARTS.shards) >= 256
    with twins(INDEX, PARTS) as fresh:
        needed = fresh.needs(OWED)
        assert 0 < len(needed) <= 12
        fresh.javascript(OWED)
        assert fresh.needs(OWED) == []
        assert fresh.needs("blorp 12.50") == []


def test_a_word_is_in_the_same_shard_for_both_twins() -> None:
    cases = json.loads((Path(__file__).parent / "cases" / "shards.json").read_text("utf-8"))
    assert {key: bucket(key, cases["count"]) for key in cases["shards"]} == cases["shards"]


def test_the_files_of_one_build_share_a_folder() -> None:
    catalogue = make_catalogue(make_entry())
    whole = site_files.data(catalogue, SiteInfo())
    data = site_files.data(catalogue, SiteInfo(split_index=True))
    assert whole.shards == ()
    folders = {file.uri.rpartition("/")[0] for file in data.shards}
    assert len(folders) == 1
    assert '"folder":"match-' in data.index.content
    assert all(file.content.startswith('errorbook.receive("shard",{"entries":[') for file in data.shards)


@pytest.fixture(scope="module")
def split_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's site with its index in parts."""
    folder = tmp_path_factory.mktemp("split")
    config: dict[str, Any] = {
        "INHERIT": str(browsing.ROOT / "mkdocs.yml"),
        "docs_dir": str(browsing.ROOT / "content"),
        "plugins": [
            "search",
            {"errorbook": {"errors_dir": str(browsing.ROOT / "errors"), "split_index": True}},
        ],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    return browsing.build(folder / "site", config=folder / "mkdocs.yml")


def test_the_lookup_loads_the_shards_of_a_paste_and_says_so(page: Page, split_site: Path) -> None:
    asked: list[str] = []
    with browsing.serve(split_site) as home:
        page.context.on("request", lambda request: asked.append(request.url.removeprefix(home)))
        lookup = browsing.Lookup(page, home)
        assert "Your text is not sent" in page.locator("#eb-private").inner_text()
        lookup.paste(f"INV-0042: {OWED}")
        (answer,) = lookup.answers()
        assert answer.startswith("This is The payment is larger")
    shards_asked = [url for url in asked if "/match-" in url and url.endswith(".js") and "index" not in url]
    assert 0 < len(shards_asked) <= 4
    assert not any("INV" in url or "outstanding" in url for url in asked)


def test_an_index_in_parts_works_from_a_file(page: Page, split_site: Path) -> None:
    lookup = browsing.Lookup(page, (split_site / "index.html").as_uri())
    lookup.paste(OWED)
    assert len(lookup.answers()) == 1
