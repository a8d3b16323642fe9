"""An index in parts answers as the whole one does, from the few shards that a paste needs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import browsing
import own
import pytest
from browsing import OWED
from builders import make_catalogue, make_entry
from playwright.sync_api import Page
from twins import Twins, twins

from errorbook.indexing import index_shards, match_index
from errorbook.indexing.index_shards import Parts, front_coded, shard_of
from errorbook.matching.index.index_shape import MatchIndex
from errorbook.site import browser_files
from errorbook.site.site_info import SiteInfo


@cache
def small_parts() -> Parts:
    """Return the index in parts far smaller than they are served, so that most of it is not loaded."""
    return index_shards.split(own.index(), size=10)


@pytest.fixture(scope="module")
def pair() -> Iterator[Twins]:
    """The whole index, and one in parts."""
    with twins(own.index(), small_parts()) as found:
        yield found


@pytest.fixture
def both(pair: Twins) -> Twins:
    """The whole index, and one in parts of which nothing has been loaded."""
    pair.forget()
    return pair


def test_the_head_has_no_entry_and_each_entry_is_in_a_shard() -> None:
    assert small_parts().head["entries"] == []
    assert small_parts().head["entry_count"] == len(own.index()["entries"])
    kept = {entry["id"] for shard in small_parts().shards for entry in shard}
    assert kept == {entry["id"] for entry in own.index()["entries"]}


def test_an_example_is_answered_as_from_the_whole_index(pair: Twins) -> None:
    for paste in own.examples()[::24]:
        pair.forget()
        whole, parts = pair.python(paste), pair.javascript(paste)
        # What comes near is only looked for among what was loaded.
        del whole["nearest"], parts["nearest"]
        assert parts == whole


@pytest.mark.parametrize("anchor", range(index_shards.ANCHORS))
def test_a_message_is_found_though_one_of_its_rarest_words_is_mistyped(both: Twins, anchor: int) -> None:
    lost = []
    for template in own.matcher().inverted.templates[::11]:
        word = template.rarest[min(anchor, len(template.rarest) - 1)][0]
        if template.role != "full" or len(template.words) < 6:
            continue
        paste = " ".join(f"{known}zzz" if known == word else known for known in template.words)
        found = {finding["id"] for finding in both.python(paste)["findings"]}
        if not found <= {finding["id"] for finding in both.javascript(paste)["findings"]}:
            lost.append(paste)
    assert lost == []


def in_parts(*texts: str, title: str = "") -> tuple[MatchIndex, Parts]:
    """Return an index of messages among many others, whole and in the smallest parts."""
    others = [f"Word{number} thing{number} part{number} went away" for number in range(60)]
    catalogue = make_catalogue(
        *(
            make_entry(
                id=f"XERO-{number:04}",
                slug=f"e{number}",
                title=title if title and text in texts else text,
                messages=[text],
                values={},
            )
            for number, text in enumerate([*texts, *others], 1)
        )
    )
    index = match_index.build(catalogue)
    return index, index_shards.split(index, size=1)


def test_a_longer_message_of_the_same_words_speaks_against_a_shorter_one() -> None:
    shorter = "The contact was archived."
    longer = "The contact was archived. Its quarterly zebra statement stays until somebody restores it"
    with twins(*in_parts(shorter, longer)) as pair:
        paste = "The contact was archived"
        whole, parts = pair.python(paste), pair.javascript(paste)
        assert parts["findings"] == whole["findings"]
        assert [finding["reason"] for finding in whole["findings"]] == ["alike"]


def test_of_equal_messages_the_first_of_the_index_stands_first_whatever_came_first() -> None:
    with twins(*in_parts("The contact was archived by Ann", "The contact was archived by Ann")) as pair:
        pair.javascript("XERO-0002")
        paste = "The contact was archived by Ann"
        assert pair.javascript(paste)["findings"] == pair.python(paste)["findings"]


def test_entries_of_one_code_come_in_the_order_of_the_index_whatever_came_first(both: Twins) -> None:
    (places,) = {
        tuple(
            entry["id"]
            for entry in own.index()["entries"]
            if ["quickbooks", "6240"] in entry.get("codes", [])
        )
    }
    assert len(places) > 1
    for identifier in reversed(places):
        both.javascript(identifier)
    assert [finding["id"] for finding in both.javascript("QBO 6240")["findings"]] == list(places)


def test_what_comes_near_is_told_in_the_order_of_the_index() -> None:
    with twins(*in_parts("Alpha zebra quota is missing", "Alpha zebra quota is spoilt")) as pair:
        pair.javascript("XERO-0002")
        paste = "alpha and quota of a zebra"
        assert pair.javascript(paste)["nearest"] == pair.python(paste)["nearest"]
        assert len(pair.python(paste)["nearest"]) == 2


def test_titles_are_read_anew_when_more_has_come() -> None:
    with twins(*in_parts("Alpha zebra quota is missing", title="Word1 of thing2 and part3")) as pair:
        paste = "part3 or word1 or else thing2"
        pair.javascript("went word9 away")
        pair.javascript("XERO-0001")
        assert "XERO-0001" in [near["id"] for near in pair.javascript(paste)["nearest"]]


@pytest.mark.parametrize("paste", ["6240", "QBO 6240", "xero 31", "XERO-0031", '{"Error":[{"code":"6140"}]}'])
def test_a_code_is_found_in_its_shard(both: Twins, paste: str) -> None:
    assert both.javascript(paste) == both.python(paste)


def test_a_paste_needs_few_shards_and_each_once(both: Twins) -> None:
    assert len(small_parts().shards) >= 256
    needed, until = both.needs(OWED)
    assert 0 < len(needed) <= 12
    assert until == len(OWED)
    both.javascript(OWED)
    assert both.needs(OWED) == ([], len(OWED))
    assert both.needs("blorp 12.50")[0] == []


def test_a_paste_of_very_many_messages_is_read_until_it_would_need_too_much(both: Twins) -> None:
    paste = "\n".join(own.examples())
    everything, whole = both.needs(paste)
    needed, until = both.needs(paste, most=20)
    assert whole == len(paste.encode("utf-16-le")) // 2
    assert 20 <= len(needed) < len(everything)
    assert 0 < until < whole


def test_a_word_is_in_the_same_shard_for_both_twins() -> None:
    cases = json.loads((Path(__file__).parents[1] / "cases" / "shards.json").read_text("utf-8"))
    assert {key: shard_of(key, cases["count"]) for key in cases["shards"]} == cases["shards"]


def test_words_leave_out_what_they_share_with_the_one_before() -> None:
    cases = json.loads((Path(__file__).parents[1] / "cases" / "shards.json").read_text("utf-8"))
    for case in cases["front_coded"]:
        assert front_coded(case["words"]) == case["coded"]


def test_the_files_of_one_build_share_a_folder() -> None:
    catalogue = make_catalogue(make_entry())
    whole = browser_files.data(catalogue, SiteInfo())
    data = browser_files.data(catalogue, SiteInfo(split_index=True))
    assert [file.uri.partition(".")[0] for file in whole.parts] == ["assets/errorbook/descriptions"]
    folders = {file.uri.rpartition("/")[0] for file in data.parts}
    assert len(folders) == 1
    assert '"folder":"match-' in data.index.content
    assert all(file.content.startswith('errorbook.receive("part",{"entries":[') for file in data.parts)


def test_the_lookup_loads_the_shards_of_a_paste_and_says_so(page: Page, changed_site: Path) -> None:
    asked: list[str] = []
    with browsing.serve(changed_site) as home:
        page.on("request", lambda request: asked.append(request.url.removeprefix(home)))
        lookup = browsing.Lookup(page, home)
        assert "Your text is not sent" in page.locator("#eb-private").inner_text()
        lookup.paste(f"INV-0042: {OWED}")
        (answer,) = lookup.answers()
        assert answer.startswith("This is The payment is larger")
    parts = [url for url in asked if re.fullmatch(r"assets/errorbook/match-[0-9a-f]{8}/[0-9]+[.]js", url)]
    served = list(changed_site.glob("assets/errorbook/match-????????/*.js"))
    assert 0 < len(parts) < len(served) / 3
    assert not [url for url in asked if "match-" in url and url not in parts and "match-index" not in url]


def test_a_shard_that_is_gone_is_said_with_a_way_out(page: Page, changed_site: Path) -> None:
    with browsing.serve(changed_site) as home:
        page.route(re.compile(r"/match-[0-9a-f]{8}/"), lambda route: route.abort())
        lookup = browsing.Lookup(page, home)
        lookup.paste(OWED)
        page.get_by_text("could not be loaded").first.wait_for()
        page.get_by_role("button", name="Reload the page").wait_for()
        page.unroute(re.compile(r"/match-[0-9a-f]{8}/"))
        page.get_by_role("button", name="Try again").click()
        page.get_by_text("This is").first.wait_for()


def test_the_playground_loads_the_shards_of_a_text(page: Page, changed_site: Path) -> None:
    with browsing.serve(changed_site) as home:
        page.goto(f"{home}playground/")
        page.locator("#eb-play-paste").fill(OWED)
        page.get_by_text("This is XERO-0001").first.wait_for()


def test_an_index_in_parts_works_from_a_file(page: Page, changed_site: Path) -> None:
    lookup = browsing.Lookup(page, (changed_site / "index.html").as_uri())
    lookup.paste(OWED)
    assert len(lookup.answers()) == 1
