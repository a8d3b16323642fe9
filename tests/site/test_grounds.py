"""A page says how its message is known and how its fix is known, and marks only costly steps."""

from typing import Any

import pytest
from builders import make_catalogue, make_entry

from errorbook.site import grounds
from errorbook.wording import ENGLISH

XERO = {"title": "Xero", "url": "https://xero.example/help/", "kind": "vendor"}
CODE = {"title": "A client", "url": "https://www.code.example/issue/1", "kind": "code"}
SURE = {"do": "Retry."}
OURS = {"do": "Skip.", "evidence": "inferred"}


def shown(source: str | None = None, **more: Any) -> dict[str, Any]:
    return {"text": "It failed for this reason", **({"source": source} if source else {}), **more}


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"evidence": "verified"}, "The message: we have seen it ourselves."),
        (
            {"messages": [], "aliases": ["it failed"]},
            "The message: there is none; this page is found by what people describe.",
        ),
        ({"messages": [shown()]}, "The message: reported, but no page shows these words."),
        (
            {"messages": [shown("https://code.example/2")], "references": [CODE, XERO]},
            "The message: shown by public program code.",
        ),
        (
            {"messages": [shown("https://xero.example/"), shown(CODE["url"])], "references": [CODE, XERO]},
            "The message: shown by a vendor's page or public program code.",
        ),
        (
            {"messages": [shown("https://other.example/")], "references": [XERO]},
            "The message: shown by a public page.",
        ),
        (
            {"messages": [shown(XERO["url"], evidence="inferred")], "references": [XERO]},
            "The message: nobody has shown it yet; it is our best understanding.",
        ),
        (
            {"messages": [shown(XERO["url"], wording_of="Bill.com")], "references": [XERO]},
            "The message: nobody has shown it yet; it is our best understanding.",
        ),
    ],
)
def test_a_line_says_how_the_message_is_known(fields: dict[str, Any], line: str) -> None:
    assert grounds.message(make_entry(**fields), ENGLISH) == line


@pytest.mark.parametrize(
    ("fields", "line", "short"),
    [
        ({"evidence": "verified", "resolution": [OURS]}, "The fix: we have tried it.", "Fix tried by us"),
        (
            {"resolution": [OURS, OURS], "references": [XERO]},
            "The fix: our conclusion; no source describes it.",
            "Fix is our conclusion",
        ),
        (
            {"resolution": [SURE, {"ask": "Is it?", "answers": {"It is": [OURS], "It is not": [SURE]}}]},
            "The fix: from a public page; our conclusion in 1 of 3 steps.",
            "Fix partly our conclusion",
        ),
        (
            {"resolution": [SURE], "references": [CODE, XERO]},
            "The fix: from a vendor's page or public program code.",
            "Fix from public sources",
        ),
    ],
)
def test_another_says_how_the_fix_is_known(fields: dict[str, Any], line: str, short: str) -> None:
    entry = make_entry(**fields)
    assert (grounds.fix(entry, ENGLISH), grounds.fix_in_short(entry, ENGLISH)) == (line, short)


def test_only_steps_that_cost_money_or_data_are_marked() -> None:
    steps = [SURE, OURS, {**SURE, "risk": "irreversible"}, {**OURS, "risk": "changes-books"}]
    found = [grounds.note(step, ENGLISH) for step in make_entry(resolution=steps).resolution]
    assert found == [None, None, None, "No source confirms this step"]


def test_the_pages_of_a_catalogue_are_counted() -> None:
    catalogue = make_catalogue(
        make_entry(resolution=[SURE, OURS], messages=[shown(XERO["url"])]),
        make_entry(id="XERO-0002", slug="b", resolution=[SURE], messages=[shown()]),
        make_entry(id="XERO-0003", slug="c", resolution=[OURS], messages=[], aliases=["it failed"]),
        make_entry(id="XERO-0004", slug="d", resolution=[OURS], status="draft"),
        make_entry(id="XERO-0005", slug="e", resolution=[OURS], status="withdrawn"),
    )
    assert grounds.figures(catalogue, ENGLISH) == [
        "Messages: a page that shows them is cited for 1 of 2.",
        "Fixes: 1 from sources alone, 1 partly our conclusion, 1 wholly our conclusion.",
        "Steps: no source confirms 2 of 4.",
    ]
