"""Permanent links in a browser: they lead on, with what stands behind them, by script and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

TARGET = "errors/xero/payment-exceeds-amount-outstanding/"


@pytest.mark.parametrize("permalink", ["e/XERO-0001/", "e/xero-0001/"])
def test_a_permalink_keeps_its_query_and_its_fragment(page: Page, home: str, permalink: str) -> None:
    page.goto(f"{home}{permalink}?from=ticket&x=%3Cb%3E#step-2")
    page.wait_for_url(f"{home}{TARGET}?from=ticket&x=%3Cb%3E#step-2")
    assert page.locator("#step-2").count() == 1


def test_the_way_back_does_not_lead_to_the_permalink(page: Page, home: str) -> None:
    page.goto(f"{home}about/")
    page.goto(f"{home}e/XERO-0001/")
    page.wait_for_url(f"{home}{TARGET}")
    page.go_back()
    assert page.url == f"{home}about/"


def test_a_permalink_leads_on_without_scripts(chromium: Browser, home: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}e/XERO-0001/")
    page.wait_for_url(f"{home}{TARGET}")
    context.close()
