"""What becomes of an entry, and of entries that lead to each other, on their pages."""

import pytest
import yaml
from builders import make_catalogue, make_entry
from made_pages import SITE, entry_page, page

from errorbook.site import pages


def test_relations_are_told_from_both_ends() -> None:
    first = make_entry(relations=[{"type": "leads-to", "id": "XERO-0002"}])
    second = make_entry(id="XERO-0002", slug="second", title="The second")
    catalogue = make_catalogue(first, second)
    link, note = '<a href="../{}/">{}</a>', ' <small class="eb-note-inline">{}</small>'
    assert link.format("second", "The second") + note.format("Can follow from this one") in page(
        catalogue, "errors/xero/payment-too-large.md"
    )
    assert link.format("payment-too-large", "The payment is too large") + note.format(
        "Can be the cause of this one"
    ) in page(catalogue, "errors/xero/second.md")


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("not-emitted", "The product no longer shows this text. The page stays for older messages."),
        ("withdrawn", "This page was wrong and was withdrawn. It stays so that links to it lead somewhere."),
    ],
)
def test_a_page_that_is_not_current_says_so_first(status: str, words: str) -> None:
    text = entry_page(make_entry(status=status))
    assert words in text.partition("</div>\n\n")[0]


def test_a_withdrawn_page_is_hidden_from_search_and_gives_no_advice() -> None:
    text = entry_page(make_entry(status="withdrawn"))
    meta = yaml.safe_load(text.split("---\n")[1])
    assert (meta["search"], meta["robots"]) == ({"exclude": True}, "noindex")
    assert "Correct the payment" not in text


def test_a_split_entry_leads_to_what_replaced_it() -> None:
    old = make_entry(status="superseded", superseded_by=["XERO-0002", "XERO-0003"])
    parts = [make_entry(id=f"XERO-000{n}", slug=f"part-{n}", title=f"Part {n}") for n in (2, 3)]
    text = entry_page(old, *parts)
    assert "This page was replaced. Choose the problem that is yours:" in text
    assert '<a href="../part-2/">Part 2</a>' in text
    assert '<a href="../part-3/">Part 3</a>' in text


def test_merged_entries_and_drafts_have_no_page() -> None:
    catalogue = make_catalogue(
        make_entry(),
        make_entry(id="XERO-0002", slug="merged", status="superseded", superseded_by=["XERO-0001"]),
        make_entry(id="XERO-0003", slug="draft", status="draft"),
    )
    found = [page.uri for page in pages.build(catalogue, SITE) if page.uri.startswith("errors/xero/")]
    assert found == ["errors/xero/payment-too-large.md", "errors/xero/index.md"]
