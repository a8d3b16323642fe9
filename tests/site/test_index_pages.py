"""The index pages: which there are, and what each lists."""

from builders import make_catalogue, make_entry
from made_pages import SITE, page

from errorbook.site import pages


def test_the_index_of_all_errors_lists_each_under_every_product_that_shows_it() -> None:
    entry = make_entry(integrations=["xero", "quickbooks"])
    text = page(make_catalogue(entry), "errors/index.md")
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## Xero",
        "## QuickBooks Online",
    ]
    assert text.count('data-id="XERO-0001"') == 2
    assert '<span class="eb-count">1\N{NO-BREAK SPACE}error</span>' in text


def test_indexes_exist_for_what_has_entries_only() -> None:
    entry = make_entry(records=["payment"], codes=[{"system": "xero", "code": "10"}], severity="warning")
    found = [page.uri for page in pages.build(make_catalogue(entry), SITE) if page.uri.endswith("/index.md")]
    assert found == [
        "errors/index.md",
        "errors/xero/index.md",
        "errors/records/payment/index.md",
        "errors/by/fixable/bookkeeper/index.md",
        "errors/by/severity/warning/index.md",
        "errors/by/code/index.md",
    ]


def test_an_index_item_carries_what_filters_need() -> None:
    entry = make_entry(
        records=["payment", "invoice"],
        integrations=["quickbooks"],
        fixable_by=["shop", "admin"],
        codes=[{"system": "quickbooks", "code": "6240"}],
        status="not-emitted",
    )
    text = page(make_catalogue(entry), "errors/index.md")
    assert (
        '<li data-id="XERO-0001" data-system="xero quickbooks" '
        'data-records="payment invoice" data-severity="blocks-record" data-fixable="shop admin" '
        'data-codes="6240">'
    ) in text
    assert "No longer shown" in text
