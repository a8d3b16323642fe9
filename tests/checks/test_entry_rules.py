from datetime import date
from typing import Any

import pytest
from conftest import VOCABULARY, Break, MakeEntry

from errorbook.checks import entry_rules

WITHOUT_HOLES: dict[str, Any] = {"values": None, "examples": None}


@pytest.mark.parametrize("rule", [rule.name for rule in entry_rules.RULES])
def test_a_sound_entry_breaks_no_rule(rule: str, broken: Break, make_entry: MakeEntry) -> None:
    assert broken(rule, {"xero/a.yml": make_entry()}, today=date(2026, 12, 1)) == []


def test_holes_need_something_between_them(broken: Break, make_entry: MakeEntry) -> None:
    number = {"type": "number", "label": "number"}
    text = make_entry(
        messages=["Payment {a}{b} was refused"], values={"a": number, "b": number}, examples=None
    )
    assert broken("adjacent-holes", {"xero/a.yml": text}) == [
        "messages[0].text: has the holes {a} and {b} side by side."
        " Put the text between them, make them one hole, or declare one as a number"
    ]


def test_a_number_is_told_from_what_it_touches(broken: Break, make_entry: MakeEntry) -> None:
    values = {"a": {"type": "number", "label": "number"}, "b": {"type": "text", "label": "unit"}}
    text = make_entry(messages=["Payment {a}{b} was refused"], values=values, examples=None)
    assert broken("adjacent-holes", {"xero/a.yml": text}) == []


def test_a_type_of_the_catalogue_tells_where_its_value_ends(broken: Break, make_entry: MakeEntry) -> None:
    words = "value_types: {machine: {pattern: '[A-Z]{3}-[0-9]+', examples: [KRN-12]}}\n"
    values = {"a": {"type": "machine", "label": "machine"}, "b": {"type": "text", "label": "state"}}
    found = []
    for text in ("Payment {a}{b} was refused", "Payment {b}{a} was refused"):
        entry = make_entry(messages=[text], values=values, examples=None)
        found.append(broken("adjacent-holes", {"catalogue.yml": VOCABULARY + words, "xero/a.yml": entry}))
    assert list(map(len, found)) == [0, 1]


def test_a_whole_message_needs_letters(broken: Break, make_entry: MakeEntry) -> None:
    number = {"type": "number", "label": "number"}
    text = make_entry(messages=["Error {number}: 0x80"], values={"number": number}, examples=None)
    assert broken("few-letters", {"xero/a.yml": text}) == [
        "messages[0].text: has fewer than 8 letters outside its holes."
        " Give it 'role: fragment' or 'role: heading', or the entry its native code"
    ]


def test_a_short_message_is_made_certain_by_a_code(broken: Break, make_entry: MakeEntry) -> None:
    for role, found in (("error", 0), ("wrapper", 1)):
        codes = [{"system": "xero", "code": "X1", "role": role}]
        text = make_entry(messages=["Failed"], codes=codes, **WITHOUT_HOLES)
        assert len(broken("few-letters", {"xero/a.yml": text})) == found


@pytest.mark.parametrize("role", ["fragment", "heading"])
def test_a_part_of_a_message_may_be_short(role: str, broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(messages=[{"text": "Timeout", "role": role}], **WITHOUT_HOLES)
    assert broken("few-letters", {"xero/a.yml": text}) == []


@pytest.mark.parametrize(("examples", "count"), [([], "no examples"), (["It broke for good"], "one example")])
def test_messages_need_two_examples(
    examples: list[str], count: str, broken: Break, make_entry: MakeEntry
) -> None:
    text = make_entry(messages=["It broke for good"], values=None, examples=examples)
    assert broken("few-examples", {"xero/a.yml": text}) == [
        f"examples: has {count}. Add at least two: the bare message, and a paste as really seen"
    ]


def test_an_entry_without_messages_needs_no_examples(broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(messages=[], aliases=["nothing happens"], **WITHOUT_HOLES)
    assert broken("few-examples", {"xero/a.yml": text}) == []


@pytest.mark.parametrize("tag", ["<b>", "</a>", '<img src="x">', "<script>"])
def test_html_is_refused_in_texts_for_readers(tag: str, broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(summary=f"It is {tag} broken")
    assert broken("html", {"xero/a.yml": text}) == [
        f"summary: has the HTML tag {tag}. Write **bold**, `code` or plain words"
    ]


def test_html_in_messages_pastes_and_code_is_no_markup(broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(
        messages=["The tag <b> is not allowed here"],
        values=None,
        examples=["<p>The tag <b> is not allowed here</p>"],
        summary="The text holds `<b>`, and 3 < 4 > 2.",
    )
    assert broken("html", {"xero/a.yml": text}) == []


def test_a_title_has_no_markup_so_tags_may_stand_in_it(broken: Break, make_entry: MakeEntry) -> None:
    assert broken("html", {"xero/a.yml": make_entry(title="Array<T> is not generic")}) == []


@pytest.mark.parametrize("link", ["[help](help.md)", "[help](javascript:alert)", "![shot](shot.png)"])
def test_a_link_leads_to_a_web_address(link: str, broken: Break, make_entry: MakeEntry) -> None:
    sound = "Read [the help](https://example.com/a), `[x](y)` or \\[z] (q)."
    text = make_entry(summary=f"{sound} See {link}.")
    assert broken("no-link", {"xero/a.yml": text}) == [
        f"summary: has {link}, which is no link here."
        " Link to an address that starts with https://; pages of this site go under 'guides'"
    ]
    assert broken("no-link", {"xero/a.yml": make_entry(summary=sound)}) == []


@pytest.mark.parametrize(
    ("link", "fix"),
    [
        (
            "[help](javascript:alert(1))",
            "Link to an address that starts with https://; pages of this site go",
        ),
        ("[it](https://example.com/a_(b))", "Write '(' and ')' in its address as %28 and %29"),
    ],
)
def test_a_link_is_told_however_it_ends(link: str, fix: str, broken: Break, make_entry: MakeEntry) -> None:
    (told,) = broken("no-link", {"xero/a.yml": make_entry(summary=f"See {link}.")})
    assert told.startswith(f"summary: has {link}, which is no link here. {fix}")


def test_a_review_is_not_ahead(broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(reviewed="2099-01-01")
    assert broken("reviewed-ahead", {"xero/a.yml": text}, today=date(2026, 12, 1)) == [
        "reviewed: is 2099-01-01, and today is 2026-12-01. Write the day on which the facts were last checked"
    ]
    text = make_entry(reviewed="2026-12-01")
    assert broken("reviewed-ahead", {"xero/a.yml": text}, today=date(2026, 12, 1)) == []


def test_curly_quotes_around_a_text_are_told(broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(summary="\u201cIt is \u2018open\u2019\u201d", verify="It shows \u201cPaid\u201d.")
    assert broken("curly-quotes", {"xero/a.yml": text}) == [
        "summary: is in curly quotes, which readers would see. Write straight quotes around it, or none"
    ]


def test_a_note_for_support_that_readers_see_as_well_is_told(broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(
        verify="Check that it shows Paid.", support_notes=["check that it shows  PAID", "Ask for the order."]
    )
    assert broken("public-note", {"xero/a.yml": text}) == [
        "support_notes[0]: is on the page, too. Remove it here, or there if only agents should know it"
    ]


def test_a_title_holds_no_link(broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(title="Read [the help](https://example.com)")
    assert broken("no-link", {"xero/a.yml": text}) == [
        "title: has the link [the help](https://example.com), and a title has no markup."
        " Put the link into a step"
    ]


def test_an_address_with_a_name_or_password_is_told_once(broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(
        summary="See [the help](https://xero.com@evil.example/help).",
        verify="Open https://me:word@example.com/",
    )
    fix = "an address with a name or password. Leave out what is before the '@'"
    assert broken("login", {"xero/a.yml": text}) == [
        f"summary: has https://xero.com@, {fix}",
        f"verify: has https://me:word@, {fix}",
    ]
    assert broken("no-link", {"xero/a.yml": text}) == []


def test_a_password_in_an_example_is_told(broken: Break, make_entry: MakeEntry) -> None:
    pastes = [
        "Payment failed at https://me:word@example.com/",
        "Payment failed at https://me:***@example.com/",
    ]
    text = make_entry(examples=pastes, non_examples=pastes[:1])
    problem = "has an address with a password in it. Write *** in its place"
    assert broken("password", {"xero/a.yml": text}) == [
        f"examples[0].paste: {problem}",
        f"non_examples[0]: {problem}",
    ]


def test_html_deep_in_a_question_is_seen(broken: Break, make_entry: MakeEntry) -> None:
    step = {"ask": "Paid?", "answers": {"<i>Yes</i>": ["Skip it in Xero."], "No": ["Retry it in Xero."]}}
    (line,) = broken("html", {"xero/a.yml": make_entry(resolution=[step])})
    assert line.startswith("resolution[0].answers.<i>Yes</i>: has the HTML tag <i>.")


def test_what_was_left_to_do_is_listed(broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(verify="TODO: how the reader knows")
    assert broken("unfinished", {"xero/a.yml": text}) == [
        "verify: still says TODO. Write the text, or remove it"
    ]
    text = make_entry(questions=["why is it not paid", "TODO: how people tell it"])
    assert broken("unfinished", {"xero/a.yml": text}) == [
        "questions[1]: still says TODO. Write the text, or remove it"
    ]


@pytest.mark.parametrize("title", ["It broke for good, again", "It broke for good"])
def test_a_title_says_more_than_the_message(title: str, broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(title=title, messages=["It broke for good, again."], **WITHOUT_HOLES)
    assert broken("title-is-message", {"xero/a.yml": text}) == [
        "title: repeats the message. Say in plain words what went wrong; the message has its own place"
    ]


def test_an_entry_names_a_source(broken: Break, make_entry: MakeEntry) -> None:
    assert broken("no-source", {"xero/a.yml": make_entry(references=None)}) == [
        "references: name no source. Add a reference, or the 'source' of a message"
    ]


def test_the_source_of_a_message_is_one(broken: Break, make_entry: MakeEntry) -> None:
    message = {"text": "It broke for good", "source": "https://example.com"}
    text = make_entry(references=None, messages=[message], **WITHOUT_HOLES)
    assert broken("no-source", {"xero/a.yml": text}) == []


@pytest.mark.parametrize(("today", "due"), [(date(2026, 12, 22), False), (date(2026, 12, 23), True)])
def test_a_review_lasts_as_long_as_it_says(
    today: date, due: bool, broken: Break, make_entry: MakeEntry
) -> None:
    text = make_entry(reviewed="2026-11-22", review_every="30d")
    expected = ["reviewed: was due for review on 2026-12-22. Check the facts and set 'reviewed' to today"]
    assert broken("overdue", {"xero/a.yml": text}, today=today) == (expected if due else [])


def test_without_a_day_no_review_is_due(broken: Break, make_entry: MakeEntry) -> None:
    assert broken("overdue", {"xero/a.yml": make_entry(reviewed="2001-01-01")}) == []


def test_an_entry_that_nobody_has_shown_is_hinted_at(broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(messages=[{"text": "It broke for good", "evidence": "inferred"}], **WITHOUT_HOLES)
    assert broken("only-inferred", {"xero/a.yml": text}) == [
        "evidence: rests on nothing that was shown. Look for a source, or ask readers for a paste"
    ]


def test_an_entry_without_a_review_is_hinted_at(broken: Break, make_entry: MakeEntry) -> None:
    assert broken("not-reviewed", {"xero/a.yml": make_entry(reviewed=None)}) == [
        "reviewed: is missing. Add the day on which the facts were last checked"
    ]


def test_an_everyday_wording_is_hinted_at(broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(messages=[{"text": "This name is already in use"}], **WITHOUT_HOLES)
    (line,) = broken("everyday", {"xero/a.yml": text})
    assert line.startswith("messages[0].text: is an everyday wording: ")
