""" "Did this fix it?" and where the answer goes."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

from browsing import OWED, Lookup, come_near
from playwright.sync_api import Page, Route, expect

OWED_URL = "errors/xero/payment-exceeds-amount-outstanding/"


def test_nobody_is_asked_where_answers_go_nowhere(lookup: Lookup) -> None:
    lookup.paste(OWED)
    expect(lookup.page.get_by_text("Did this fix it?")).to_have_count(0)


def test_an_answer_is_sent_once_after_it_was_shown(page: Page, changed_home: str) -> None:
    sent: list[dict[str, list[str]]] = []

    def take(route: Route) -> None:
        request = route.request
        sent.append(parse_qs(request.post_data or ""))
        route.fulfill(status=204)

    page.route("**/feedback", take)
    lookup = Lookup(page, changed_home)
    lookup.paste(f"{OWED} Kestrel INV-0042")
    page.get_by_role("button", name="No", exact=True).click()
    page.get_by_role("button", name="A step did not work").click()
    shown = page.locator(".eb-feedback__text").inner_text()
    assert sent == []
    page.get_by_role("button", name="Send this").click()
    expect(page.get_by_text("Sent. Thank you.").first).to_be_visible()
    (fields,) = sent
    assert "\n".join(f"{name}: {value}" for name, (value,) in fields.items()) == shown.strip()
    assert fields["page"] == ["XERO-0001"]
    assert fields["reason"] == ["A step did not work"]
    assert "Kestrel" not in json.dumps(fields)


def test_an_answer_on_an_entry_s_page_may_be_taken_back(page: Page, changed_home: str) -> None:
    page.goto(changed_home + OWED_URL)
    come_near(page)
    page.get_by_role("button", name="Yes", exact=True).click()
    expect(page.locator(".eb-feedback__text")).to_contain_text("fixed: yes")
    page.get_by_role("button", name="Do not send").click()
    expect(page.get_by_text("Nothing was sent.").first).to_be_visible()
    assert urlsplit(page.url).path == f"/{OWED_URL}"
