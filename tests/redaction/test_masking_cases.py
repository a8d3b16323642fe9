"""The cases that the command line and the page share, and what masking costs in words and in steps."""

import json
import re
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import own
import pytest
import steps

from errorbook.authoring import infer_template
from errorbook.catalogue import schema, yaml_source
from errorbook.catalogue.model import Catalogue
from errorbook.common import template
from errorbook.common.template import Hole, parse
from errorbook.redaction import masking, personal_data

ROOT = Path(__file__).parents[2]
CASES: dict[str, Any] = json.loads((ROOT / "tests/cases/masking.json").read_text("utf-8"))
GERMAN: dict[str, Any] = json.loads((ROOT / "tests/cases/masking-german.json").read_text("utf-8"))
UNSEEN = "[\u00ad\u200b-\u200d\u2060\ufeff]"
WORD = r"[^\W\d_]+"
MOST_LET_THROUGH = 0.05


def german_words() -> masking.Words:
    """Return the words that masking leaves where a catalogue in German has nothing of its own yet."""
    words = "name: Fehler\nlanguage: de\nsystems: {kasse: {name: Kasse, prefix: KA}}\n"
    return masking.known_words(Catalogue(schema.vocabulary(yaml_source.read("catalogue.yml", words)), ()))


def leaks(text: str, value: str, only: list[str] | None, known: masking.Words | None = None) -> bool:
    shown = masking.mask(text, known or own.words()).lower()
    whole = re.sub(UNSEEN, "", value.lower())
    # Each half of a name that is split counts, and each piece of the whole: letters alone would leave out
    # "M&S", and every word of a script that writes its vowels as marks.
    halves = [half for half in re.split(UNSEEN, value.lower()) if len(half) > 2]
    words = re.findall(r"[^\W\d_]{2,}", f"{' '.join(halves)} {whole}") + whole.split()
    counted = [word for word in words if len(word) > 1 and (only is None or word in only)]
    assert counted, f"nothing of {value} could be seen"
    return any(word in shown for word in counted if word not in ("at", "dot", "com", "gmail", "email"))


@pytest.mark.parametrize("row", CASES["rows"], ids=lambda row: str(row["row"]))
def test_what_a_rule_can_see_is_hidden(row: dict[str, Any]) -> None:
    cases = [(frame.format(value), value) for frame in row["frames"] for value in row["values"]]
    let = [text for text, value in cases if leaks(text, value, row.get("only"))]
    assert len(cases) >= 10
    assert len(let) <= MOST_LET_THROUGH * len(cases), let


@pytest.mark.parametrize("row", GERMAN["rows"], ids=lambda row: str(row["row"]))
def test_german_names_are_hidden_although_all_nouns_are_capitalised(row: dict[str, Any]) -> None:
    cases = [(frame.format(value), value) for frame in row["frames"] for value in row["values"]]
    let = [text for text, value in cases if leaks(text, value, row.get("only"), german_words())]
    assert len(cases) >= 10
    assert let == []


def test_surnames_are_no_words_although_they_are_put_together_of_such() -> None:
    assert [name for name in GERMAN["surnames"] if name.lower() in german_words()] == []


def kept(texts: list[str], masked: list[str]) -> float:
    before = Counter(word for text in texts for word in re.findall(WORD, text))
    after = Counter(
        word
        for text in masked
        for part in parse(text)
        if not isinstance(part, Hole)
        for word in re.findall(WORD, part)
    )
    return (before & after).total() / before.total()


def test_words_of_known_messages_stay() -> None:
    fixed, masked = [], []
    for entry in own.known().entries:
        for message in entry.messages:
            parts = parse(message.text)
            fixed += [part for part in parts if not isinstance(part, Hole)]
            text = "".join("7" if isinstance(part, Hole) else part for part in parts)
            masked.append(masking.mask(text, own.words()))
    assert kept(fixed, masked) >= 0.98


def test_ordinary_words_of_tickets_stay() -> None:
    tickets: list[str] = CASES["tickets"]
    assert sum(len(re.findall(WORD, ticket)) for ticket in tickets) >= 300
    assert kept(tickets, [masking.mask(ticket, own.words()) for ticket in tickets]) >= 0.95


def test_german_nouns_stay_which_no_list_has_all_of() -> None:
    tickets: list[str] = GERMAN["tickets"]
    assert sum(len(re.findall(WORD, ticket)) for ticket in tickets) >= 200
    assert kept(tickets, [masking.mask(ticket, german_words()) for ticket in tickets]) >= 0.95


def test_a_german_word_is_known_in_its_forms_spelt_out_and_put_together() -> None:
    known = german_words()
    told = ["größe", "groesse", "ungültiger", "rechnungsnummern", "steuersatzänderung", "dateigröße"]
    assert [word for word in told if word not in known] == []
    assert [word for word in ("okafor", "xyzdatei", "satzxyz", "") if word in known] == []


@pytest.mark.parametrize("unit", ["a", "a@", "a/", "a.", "a_", "a-", "=a", "1,", "A", "(", "by ", "Ab "])
def test_twice_the_text_takes_about_twice_the_steps(unit: str) -> None:
    def cost(size: int) -> int:
        work = partial(masking.mask, (unit * size)[:size], own.words())
        return steps.count(work, masking, personal_data, infer_template, template)

    steps.in_line([cost(size) for size in (60, 120, 240)])
