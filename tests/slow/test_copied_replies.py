"""What a copied reply shows of a paste while names and amounts are hidden, in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import own
import pytest
from browsing import Lookup
from playwright.sync_api import Page

from errorbook.catalogue.model import Entry
from errorbook.common.template import Hole, parse

FIRST = ["Rashida", "Tomasz", "Ngozi", "Wiremu", "Siobhan", "Jiro", "Amara", "Bjorn", "Quispe", "Leilani"]
LAST = [
    "Castellanos",
    "Okafor",
    "Nakamura",
    "Halvorsen",
    "Szymanski",
    "Iyer",
    "Delacroix",
    "Petrov",
    "Tamsin",
]
AT_ONCE = 15
LEAST_PLANTED = 585
# Not every hole of a message stands in the reply to it.
LEAST_SHOWN = 120
Made = tuple[str, list[str]]


def digits(random: Random, count: int) -> str:
    return "".join(random.choice("123456789") for _ in range(count))


def whole(text: str) -> Made:
    return text, [text]


def amount(random: Random, before: str, thousands: str, point: str) -> Made:
    number = f"{digits(random, 1)}{thousands}{digits(random, 3)}{point}{digits(random, 2)}"
    return before + number, [number]


def name(random: Random, change: Callable[[str], str] = str) -> Made:
    words = [change(random.choice(FIRST)), change(random.choice(LAST))]
    return " ".join(words), words


def company(random: Random) -> Made:
    words = [random.choice(LAST), random.choice(["Joinery", "Kestrelworks", "Widgetry"])]
    return f"{' '.join(words)} {random.choice(['Ltd', 'GmbH', '& Sons', ''])}".strip(), words


def address(random: Random) -> Made:
    street = random.choice(LAST)
    return f"{digits(random, 2)} {street} Street", [street]


# One of each kind of thing that is somebody's own, and the parts of it that must not be seen.
KINDS: dict[str, Callable[[Random], Made]] = {
    "name": name,
    "one word": lambda random: whole(random.choice([*FIRST, *LAST])),
    "lower case": lambda random: name(random, str.lower),
    "one word in lower case": lambda random: whole(random.choice(LAST).lower()),
    "capitals": lambda random: name(random, str.upper),
    "one word in capitals": lambda random: whole(random.choice(LAST).upper()),
    "company": company,
    "address": address,
    "PO box": lambda random: whole(f"PO Box {digits(random, 4)}"),
    "e-mail": lambda random: whole(f"{random.choice(FIRST).lower()}{digits(random, 2)}@acme.example"),
    "login": lambda random: whole(f"{random.choice(FIRST).lower()}_{random.choice(LAST).lower()}"),
    "card": lambda random: whole(f"4{digits(random, 3)} {digits(random, 4)} {digits(random, 4)} 1111"),
    "card without blanks": lambda random: whole(f"4{digits(random, 15)}"),
    "IBAN": lambda random: whole(f"GB{digits(random, 2)} NWBK {digits(random, 4)} {digits(random, 4)} 26"),
    "phone": lambda random: whole(f"+64 21 {digits(random, 3)} {digits(random, 4)}"),
    "phone without blanks": lambda random: whole(f"021{digits(random, 7)}"),
    "token": lambda random: whole(f"sk_live_{digits(random, 3)}abc{digits(random, 8)}"),
    "amount": lambda random: amount(random, "$", ",", "."),
    "amount with a currency": lambda random: amount(random, "EUR ", ".", ","),
    "amount without a sign": lambda random: whole(f"{digits(random, 4)}.{digits(random, 2)}"),
}
# Press each card's button, and look at the same reply with nothing hidden.
COPY_ALL = """async () => {
  const copies = [];
  navigator.clipboard.write = async ([item]) => {
    const read = async (kind) => (await item.getType(kind)).text();
    copies.at(-1).copied += (await read("text/plain")) + (await read("text/html"));
  };
  for (const card of document.querySelectorAll(".eb-card")) {
    const buttons = [...card.querySelectorAll("button")];
    const button = buttons.find(({ textContent }) => textContent === "Copy reply");
    if (!button) continue;
    copies.push({ id: card.querySelector(".eb-card__id").textContent.trim(), copied: "", open: "" });
    button.click();
    for (let tries = 0; tries < 100 && !copies.at(-1).copied; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const hide = card.querySelector(".eb-share input");
    if (hide?.checked) hide.click();
    copies.at(-1).open = card.querySelector(".eb-share__text").value;
  }
  return copies;
}"""


@pytest.fixture
def lookup(page: Page, home: str) -> Lookup:
    return Lookup(page, home)


def filled(entry: Entry, value: Callable[[], str]) -> tuple[str, int]:
    """Return the message of an entry with the most holes, each filled, and their number."""
    messages = [parse(message.text) for message in entry.messages]
    parts = max(messages, key=lambda parts: len({part.name for part in parts if isinstance(part, Hole)}))
    made = {part.name: value() for part in parts if isinstance(part, Hole)}
    return "".join(made[part.name] if isinstance(part, Hole) else part for part in parts), len(made)


def replies(lookup: Lookup, texts: list[str]) -> Iterator[dict[str, Any]]:
    for start in range(0, len(texts), AT_ONCE):
        lookup.paste("\n\n".join(texts[start : start + AT_ONCE]))
        yield from lookup.page.evaluate(COPY_ALL)


def test_nothing_that_is_somebody_s_own_stands_in_a_copied_reply(lookup: Lookup) -> None:
    random = Random(11)
    entries = [entry for entry in own.known().entries if entry.values]
    types = {value.type for entry in entries for value in entry.values.values()}
    assert {"text", "number", "date", "code", "account_code", "tax_code", "name", "money"} <= types
    planted, open_leaks, leaks = 0, 0, []
    for number, (kind, make) in enumerate(KINDS.items()):
        needles: set[str] = set()

        def value(make: Callable[[Random], Made] = make, needles: set[str] = needles) -> str:
            text, parts = make(random)
            needles.update(parts)
            return text

        made = [filled(entry, value) for entry in entries[number % 2 :: 2]]
        planted += sum(count for _, count in made)
        for reply in replies(lookup, [text for text, _ in made]):
            assert reply["copied"], reply["id"]
            open_leaks += sum(needle in reply["open"] for needle in needles)
            leaks += [(kind, reply["id"], needle) for needle in needles if needle in reply["copied"]]
    print(f"{planted} planted, {open_leaks} shown when nothing is hidden, {len(leaks)} leaked")
    assert planted >= LEAST_PLANTED
    assert open_leaks >= LEAST_SHOWN
    assert leaks == []
