"""How people tell an error: in as many ways as the catalogue asks for, and in ways that are its own."""

import pytest
from conftest import VOCABULARY, Break, MakeEntry

EIGHT = VOCABULARY + "fewest_questions: 2\n"


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        (None, ["questions: has none, and catalogue.yml asks for 2."]),
        (["Why is it refused?"], ["questions: has 1, and catalogue.yml asks for 2."]),
        (["Why is it refused?", "Why so?"], []),
    ],
)
def test_an_entry_has_as_many_questions_as_the_catalogue_asks_for(
    broken: Break, make_entry: MakeEntry, questions: list[str] | None, told: list[str]
) -> None:
    fix = " Write how people tell the trouble in their own words, each in another way"
    files = {"catalogue.yml": EIGHT, "xero/a.yml": make_entry(questions=questions)}
    assert broken("few-questions", files) == [f"{each}{fix}" for each in told]
    withdrawn = make_entry(questions=questions, status="withdrawn")
    assert broken("few-questions", {**files, "xero/a.yml": withdrawn}) == []


def test_a_catalogue_that_asks_for_none_needs_none(broken: Break, make_entry: MakeEntry) -> None:
    assert broken("few-questions", {"xero/a.yml": make_entry()}) == []


def test_titles_and_questions_are_an_entry_s_own(broken: Break, make_entry: MakeEntry) -> None:
    files = {
        "xero/a.yml": make_entry(title="It is late", questions=["Why late?", "What now?"]),
        "xero/b.yml": make_entry(
            id="XERO-0002",
            title="It is LATE!",
            aliases=["why late"],
            questions=["And how?", "And how"],
        ),
    }
    own = "Say what is different here"
    again = "is said here twice. Say it in another way, or remove it"
    assert broken("same-telling", files) == [
        f"title: is said of XERO-0002, too. {own}",
        f"questions[0]: is said of XERO-0002, too. {own}",
        f"title: is said of XERO-0001, too. {own}",
        f"questions[0]: {again}",
        f"questions[1]: {again}",
    ]


def test_a_title_may_be_what_people_type(broken: Break, make_entry: MakeEntry) -> None:
    entry = make_entry(title="It is late", aliases=["it is late"], questions=["Why late?"])
    assert broken("same-telling", {"xero/a.yml": entry}) == []
