"""Fingers: on a phone, what can be tapped has 44 pixels each way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from states import STATES

# Controls that are hit neither at one edge of such a square nor at the other; links in sentences are let be.
MISSED = """() => [...document.querySelectorAll(
  "article :is(button, summary, select, input, a.eb-button, a.eb-step__number), .md-header__button"
)].filter((part) => part.checkVisibility({visibilityProperty: true})).flatMap((part) => {
  part.scrollIntoView({block: "center", behavior: "instant"});
  const target = part.closest("label") ?? part;
  const {left, right, top, bottom} = target.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const hit = (dx, dy) => {
    const there = document.elementFromPoint(x + dx, y + dy);
    return target.contains(there) || there?.closest("label")?.contains(part);
  };
  const edges = [[-21, 0], [21, 0], [0, -21], [0, 21]].filter(([dx, dy]) => !hit(dx, dy));
  return edges.length > 0 ? [`${part.outerHTML.slice(0, 100)} not at ${edges.join(" and ")}`] : [];
})"""


@pytest.mark.parametrize(
    "name",
    ["card with an answer", "card that is like", "several errors", "error with everything open", "index"],
)
def test_what_can_be_tapped_is_large_enough(chromium: Browser, home: str, name: str) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True) as context:
        page = context.new_page()
        STATES[name].enter(page, home)
        assert page.evaluate("matchMedia('(pointer: coarse)').matches")
        assert page.evaluate(MISSED) == []


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    size: ViewportSize = {"width": 390, "height": 844}
    with chromium.new_context(viewport=size, has_touch=True, is_mobile=True) as context:
        yield context.new_page()


def test_a_heading_takes_no_line_for_what_nothing_hovers_over(phone: Page, home: str) -> None:
    phone.goto(f"{home}errors/xero/payment-exceeds-amount-outstanding/")
    heading = phone.get_by_role("heading", name="How to check that it worked")
    line = heading.evaluate("heading => parseFloat(getComputedStyle(heading).lineHeight)")
    assert heading.evaluate("heading => heading.getBoundingClientRect().height") < 1.5 * line


@pytest.mark.parametrize("guide", ["customer-credit", "payment-direction"])
def test_a_table_of_few_columns_is_seen_whole(guide: str, phone: Page, home: str) -> None:
    phone.goto(f"{home}guides/{guide}/")
    phone.locator(".md-typeset__scrollwrap").first.wait_for()
    beyond = "tables => tables.map(table => table.scrollWidth - table.clientWidth)"
    assert max(phone.locator(".md-typeset__table table").evaluate_all(beyond)) == 0
