"""The words around a copied reply: plain, friendly, and the keepers' own where they have some."""

import re
from typing import Any

import own
import pytest
from builders import make_catalogue, make_entry

from errorbook.catalogue import entry_texts
from errorbook.common.problems import CatalogueError
from errorbook.site import cards
from errorbook.site.site_info import ReplyWording, SiteInfo


def reply(**site: Any) -> dict[str, str]:
    (card,) = cards.build(make_catalogue(make_entry(title="Tax & <b>rates</b>")), SiteInfo(**site)).values()
    parts: dict[str, str] = card["reply"]
    return parts


def test_the_usual_words_are_plain_text() -> None:
    assert reply(site_url="https://example.com/help") == {
        "greeting": "Hello,",
        "meaning": "The error you sent means: Tax & <b>rates</b>.",
        "fix": "How to fix it (this can be done by your bookkeeper):",
        "verify": "How to check that it worked:",
        "help": "When to ask for help, have this ready:",
        "link": "The same steps, kept up to date: https://example.com/help/e/XERO-0001/",
        "closing": "If a step does not work for you, reply with what you see and we will take it from there.",
    }


def test_a_site_that_does_not_know_its_address_leaves_the_link_to_the_browser() -> None:
    assert reply()["link"] == "The same steps, kept up to date:"


def test_what_has_no_message_was_described() -> None:
    entry = make_entry(messages=[], aliases=["tax is wrong"])
    (card,) = cards.build(make_catalogue(entry), SiteInfo()).values()
    assert card["reply"]["meaning"].startswith("What you describe is this: ")


def test_what_only_support_can_fix_is_no_task_for_the_reader() -> None:
    entry = make_entry(fixable_by=["support", "vendor"])
    (card,) = cards.build(make_catalogue(entry), SiteInfo()).values()
    said = "What you can do (the fix itself is for a support team or whoever runs the service):"
    assert card["reply"]["fix"] == said


def test_the_keepers_word_greeting_and_closing() -> None:
    found = reply(reply=ReplyWording(greeting="Dear customer,", closing="Yours,\nAda"))
    assert (found["greeting"], found["closing"]) == ("Dear customer,", "Yours,\nAda")
    assert found["fix"] == "How to fix it (this can be done by your bookkeeper):"


def test_a_template_of_their_own_replaces_the_parts_it_has() -> None:
    own = (
        "{% block fix %}So beheben Sie es:{% endblock %}"
        "{% block meaning %}{{ card.title }} ({{ card.id }}){% endblock %}{% block verify %}{% endblock %}"
    )
    found = reply(reply=ReplyWording(template=own))
    assert found["fix"] == "So beheben Sie es:"
    assert found["meaning"] == "Tax & <b>rates</b> (XERO-0001)"
    assert "verify" not in found
    assert found["greeting"] == "Hello,"


def test_the_words_never_change_with_the_order_of_the_build() -> None:
    assert reply() == reply()


def test_a_template_that_cannot_be_rendered_is_a_problem_and_no_traceback() -> None:
    own = "{% block greeting %}{{ card.title.missing.name }}{% endblock %}"
    with pytest.raises(CatalogueError) as raised:
        reply(reply=ReplyWording(template=own))
    assert str(raised.value) == (
        "reply template: cannot be rendered for XERO-0001"
        " ('str object' has no attribute 'missing'). "
        "Use only what reply.txt.jinja uses, such as card, site and permalink\n1 problem in 1 file"
    )


def test_no_reply_of_ours_speaks_of_a_page_that_its_reader_has_not_before_them() -> None:
    here = re.compile(
        r"\bthis (?:site|page|entry)\b|\blinked (?:here|below|from)\b|\*\*Sources", re.IGNORECASE
    )
    told = [
        (entry.id, text)
        for entry in own.known().published
        for _, step in entry_texts.steps(entry.resolution)
        for text in (step.do, step.ask, step.see, step.undo, entry.summary, entry.verify)
    ]
    assert len(told) > 1000
    assert sorted({(id_, text) for id_, text in told if text and here.search(text)}) == []
