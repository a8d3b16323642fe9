"""Files beside the pages: names made from content, data for the browser."""

import json
import re
from itertools import chain
from pathlib import Path
from typing import Any

from builders import make_catalogue, make_entry

from errorbook.site import browser_files, style_sheet
from errorbook.site.site_info import SiteFile, SiteInfo

SITE = SiteInfo()


def received(file: SiteFile) -> tuple[str, Any]:
    found = re.fullmatch(r"""errorbook\.receive\("(\w+)",('?)(.*)\2\);\n""", file.content)
    assert found
    # A text is a literal between apostrophes.
    return found[1], json.loads(re.sub(r"\\(['\\])", r"\1", found[3]) if found[2] else found[3])


def test_a_name_changes_with_its_content(tmp_path: Path) -> None:
    others = (
        "search/search-start.js",
        "search/site-search.js",
        "embed/loader.js",
        "feedback/send.js",
    )
    elsewhere = chain(*style_sheet.WITH_SCRIPTS.values(), *style_sheet.INSTEAD.values())
    styles = (f"style/{name}.css" for name in (*style_sheet.STYLES, *elsewhere))
    for name in (*browser_files.SCRIPTS.values(), *others, *styles):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    before = browser_files.code(tmp_path)
    (tmp_path / "main.js").write_text("start();\n", "utf-8")
    after = browser_files.code(tmp_path)
    assert re.fullmatch(r"assets/errorbook/errorbook\.[0-9a-f]{8}\.js", after.script.uri)
    assert before.script.uri != after.script.uri
    assert before.style == after.style


def test_the_index_names_each_entry_s_page_and_card() -> None:
    data = browser_files.data(make_catalogue(make_entry()), SITE)
    kind, index = received(data.index)
    assert kind == "index"
    (entry,) = index["entries"]
    assert entry["url"] == "errors/xero/payment-too-large/"
    assert f"assets/errorbook/{entry['card']}" == data.cards[0].uri
    assert re.fullmatch(r"cards/XERO-0001\.[0-9a-f]{8}\.js", entry["card"])


def test_a_card_says_what_the_page_says() -> None:
    entry = make_entry(
        summary="It is too large.",
        resolution=["Look.", {"ask": "Is it?", "answers": {"Yes": ["Skip."], "No": ["Mend."]}}],
        guides=["lock-dates", "unknown"],
    )
    site = SiteInfo(guides={"lock-dates": "Lock dates"})
    kind, card = received(browser_files.data(make_catalogue(entry), site).cards[0])
    assert kind == "card"
    assert card.pop("reply")["greeting"] == "Hello,"
    assert card == {
        "id": "XERO-0001",
        "title": "The payment is too large",
        "summary": "It is too large.",
        "lead": "It is too large.",
        "status": "active",
        "facts": ["Holds up this record", "Can be fixed by your bookkeeper", "Fix from public sources"],
        "url": "errors/xero/payment-too-large/",
        "permalink": "e/XERO-0001/",
        "system": "xero",
        "system_name": "Xero",
        "causes": [{"anchor": "cause-1", "text": "Somebody mistyped it."}],
        "resolution": [
            {"anchor": "step-1", "do": "Look."},
            {
                "anchor": "step-2",
                "ask": "Is it?",
                "answers": [
                    {"answer": "Yes", "steps": [{"anchor": "step-2.1.1", "do": "Skip."}]},
                    {"answer": "No", "steps": [{"anchor": "step-2.2.1", "do": "Mend."}]},
                ],
            },
        ],
        "guides": [{"title": "Lock dates", "url": "guides/lock-dates/"}],
        "grounds": [
            "The message: reported, but no page shows these words.",
            "The fix: from a public page.",
        ],
    }


def test_what_is_never_found_has_no_card() -> None:
    catalogue = make_catalogue(
        make_entry(status="draft"),
        make_entry(id="XERO-0002", slug="b", status="withdrawn"),
        make_entry(id="XERO-0003", slug="c", status="superseded", superseded_by=["XERO-0004"]),
        make_entry(id="XERO-0004", slug="d", internal={"notes": "secret"}),
    )
    data = browser_files.data(catalogue, SITE)
    assert [received(card)[1]["id"] for card in data.cards] == ["XERO-0004"]
    assert "secret" not in "".join(file.content for file in data.files)


def test_an_entry_merged_into_nothing_keeps_its_page_and_card() -> None:
    lost = make_entry(status="superseded", superseded_by=["XERO-0002"])
    gone = make_entry(id="XERO-0002", slug="gone", status="withdrawn")
    data = browser_files.data(make_catalogue(lost, gone), SITE)
    assert [received(card)[1]["id"] for card in data.cards] == ["XERO-0001"]


def test_the_embedding_script_keeps_its_name_and_loads_what_is_new() -> None:
    code, data = browser_files.code(), browser_files.data(make_catalogue(make_entry()), SITE)
    loader = browser_files.loader(code, data, SITE)
    assert loader.uri == "assets/errorbook/embed.js"
    for file in (code.bundles["embedded"], code.bundles["matcher"], data.index):
        name = file.uri.removeprefix("assets/errorbook/")
        assert f'new URL("{name}",' in loader.content.replace('",', '",')


def test_what_pages_load_is_small_and_has_a_readable_copy_beside_it() -> None:
    code = browser_files.code()
    files = {file.uri: file.content for file in code.files}
    for file in (*code.bundles.values(), code.style, *code.styles.values()):
        kind = Path(file.uri).suffix
        readable = files[f"{file.uri.removesuffix(kind)}.readable{kind}"]
        assert "\n//" in readable or "/*" in readable
        assert len(file.content) < 0.8 * len(readable)


def test_the_same_code_becomes_the_same_bytes() -> None:
    assert browser_files.code() == browser_files.code()


def test_only_the_script_made_for_it_sends_anything() -> None:
    code = browser_files.code()
    assert "fetch(" in code.send.content
    assert code.send not in code.files
    for file in code.files:
        found = re.findall(r"\b(?:fetch|XMLHttpRequest|sendBeacon|WebSocket|EventSource)\s*\(", file.content)
        assert found == [], file.uri


def test_nothing_that_runs_in_the_browser_is_kept_there() -> None:
    for file in browser_files.code().files:
        kept = re.findall(
            r"\b(?:localStorage|sessionStorage|indexedDB|document\.cookie|caches)\b", file.content
        )
        assert kept == [], file.uri


def test_the_index_names_that_of_descriptions() -> None:
    data = browser_files.data(make_catalogue(make_entry()), SITE)
    (file,) = data.parts
    assert f"assets/errorbook/{received(data.index)[1]['described']}" == file.uri
    kind, part = received(file)
    assert (kind, part["id"]) == ("part", "described")
    assert "payment" in part["terms"]


def test_what_drafts_are_tried_with_is_served_where_the_playground_is() -> None:
    heir = make_entry(id="XERO-0002", slug="heir", examples=["One", {"paste": "Two", "expect": {}}])
    merged = make_entry(status="superseded", superseded_by=["XERO-0002"], examples=["Three"])
    draft = make_entry(id="XERO-0003", slug="draft", status="draft", examples=["Secret"])
    catalogue = make_catalogue(merged, heir, draft)
    assert [file.uri for file in browser_files.data(catalogue, SITE).parts if "trial" in file.uri] == []
    *_, file = browser_files.data(catalogue, SiteInfo(playground=True)).parts
    assert file == browser_files.trial(catalogue)
    kind, part = received(file)
    assert (kind, part["id"]) == ("part", "trial")
    assert part["tried"] == [["XERO-0002", "One"], ["XERO-0002", "Two"], ["XERO-0002", "Three"]]
    total, *words = part["everyday"].splitlines()
    assert int(total) > 1000
    assert "#" not in part["everyday"]
    assert len(words) > 1000
