"""Menus and values in steps: what is asked of them, and what is left alone."""

from typing import Any

import builders
import pytest
from conftest import VOCABULARY, Break, MakeEntry

from errorbook.checks import place_rules

NO_CONTEXT: Any = None


@pytest.mark.parametrize("rule", [rule.name for rule in place_rules.RULES])
def test_a_sound_step_breaks_no_rule(rule: str, broken: Break, make_entry: MakeEntry) -> None:
    step = {"do": "Compare {amount} with the payment in Xero.", "path": ["Sales", "Invoices & quotes"]}
    assert broken(rule, {"xero/a.yml": make_entry(resolution=[step])}) == []


@pytest.mark.parametrize("mark", ["→", "\u203a", ">", "**", "`", "{"])
def test_a_menu_is_plain_words(mark: str, broken: Break, make_entry: MakeEntry) -> None:
    step = {"do": "Open the dates in Xero.", "path": ["Settings", f"Lock {mark} dates"]}
    assert broken("marked-menu", {"xero/a.yml": make_entry(resolution=[step])}) == [
        f"resolution[0].path[1]: has '{mark}' in it. "
        "Write each menu as an item, in plain words: [Settings, Lock dates]"
    ]


@pytest.mark.parametrize("field", ["do", "ask"])
def test_menus_in_words_could_be_a_path(field: str, broken: Break, make_entry: MakeEntry) -> None:
    text = "Open **Settings → Lock dates** in Xero."
    step = {field: text, **({"answers": {"A": ["Go."], "B": ["Stop."]}} if field == "ask" else {})}
    assert broken("menu-in-words", {"xero/a.yml": make_entry(resolution=[step])}) == [
        f"resolution[0].{field}: names the menus behind 'Settings' in its words. "
        "Write them as the step's path: [Settings, Lock dates]"
    ]


def test_a_step_with_a_path_may_name_other_menus(broken: Break, make_entry: MakeEntry) -> None:
    step = {"do": "Open the dates in Xero, or **Tools → Dates**.", "path": ["Settings", "Lock dates"]}
    assert broken("menu-in-words", {"xero/a.yml": make_entry(resolution=[step])}) == []


def test_values_belong_into_a_step(broken: Break, make_entry: MakeEntry) -> None:
    assert broken("unused-values", {"xero/a.yml": make_entry(resolution=["Look in Xero."])}) == [
        "values: are in no step, so readers have to look for them in their paste. "
        "Say one where it is needed: 'Look for {amount} in Xero'"
    ]


def test_a_value_deep_in_an_answer_is_used(broken: Break, make_entry: MakeEntry) -> None:
    step = {"ask": "Is it paid?", "answers": {"Yes": ["Skip it."], "No": [{"do": "Pay.", "see": "{amount}"}]}}
    assert broken("unused-values", {"xero/a.yml": make_entry(resolution=[step])}) == []


@pytest.mark.parametrize("alt", ["Screenshot of Xero", "An image", "lock-dates.png"])
def test_a_picture_s_words_say_what_it_shows(alt: str) -> None:
    step = {"do": "Look in Xero.", "image": {"file": "lock-dates.png", "alt": alt}}
    entry = builders.make_entry(resolution=[step])
    assert [path for path, *_ in place_rules.poor_alt(entry, NO_CONTEXT)] == [
        ("resolution", 0, "image", "alt")
    ]


def test_a_picture_may_say_what_is_on_it() -> None:
    step = {"do": "Look.", "image": {"file": "a.png", "alt": "The page Lock dates, with two empty dates."}}
    assert list(place_rules.poor_alt(builders.make_entry(resolution=[step]), NO_CONTEXT)) == []


def test_an_outage_leads_to_a_status_page(broken: Break, make_entry: MakeEntry) -> None:
    files = {"xero/a.yml": make_entry(outage=True)}
    assert broken("no-status-page", files) == [
        "outage: leads nowhere: Xero has no status page here."
        " Give xero a 'status_page' in catalogue.yml, or remove it"
    ]
    words = VOCABULARY.replace("prefix: XERO", "prefix: XERO, status_page: 'https://status.example.com/'")
    assert broken("no-status-page", {**files, "catalogue.yml": words}) == []
