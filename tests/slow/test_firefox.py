"""Firefox gives the answers of Chromium, to thirty pastes of all kinds."""

from __future__ import annotations

import json

import firefox
import own
from browsing import NOISE, OWED, PAID
from playwright.sync_api import Page

# Pastes a text and waits for its answer: what stands there, card by card, with its first step.
ASK = """async (text) => {
  const named = (name) => document.querySelector(`[data-eb=${name}]`);
  const area = named("paste"), status = named("status");
  status.textContent = "";
  area.focus();
  area.value = text;
  area.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
  while (["", "Reading …"].includes(status.textContent)) await new Promise((on) => setTimeout(on, 20));
  const words = (part) => (part?.textContent ?? "").replace(/\\s+/g, " ").trim();
  const cards = [...document.querySelectorAll(".eb-card")].map((card) =>
    [".eb-card__outcome", ".eb-card__title", ".eb-card__id", ".eb-step"].map((name) =>
      words(card.querySelector(name))));
  return [status.textContent, cards, words(document.querySelector(".eb-echo"))];
}"""
MADE = [
    NOISE,
    f"{OWED}\n{PAID}",
    f"It says {OWED[:-12]} on ths documnt",
    json.dumps({"Elements": [{"ValidationErrors": [{"Message": OWED}]}]}),
    "XERO-0050",
    "locked period",
    "6240",
    OWED[:40],
]


def test_firefox_answers_as_chromium_does(page: Page, home: str) -> None:
    entries = [entry for entry in own.known().published if entry.examples]
    spread = entries[:: len(entries) // 22][:22]
    pastes = [*MADE, *(entry.examples[-1].paste for entry in spread)]
    assert len(pastes) == 30
    page.goto(home)
    page.wait_for_selector("html.eb-scripted")
    expected = [page.evaluate(ASK, paste) for paste in pastes]
    assert sum(bool(cards) for _, cards, _ in expected) > 20
    assert firefox.answers(home, ASK, pastes) == expected
