import yaml
from conftest import VOCABULARY, MakeEntry, ReadErrors

from errorbook.answering.lookup import Lookup
from errorbook.catalogue.reader import Loaded
from errorbook.cli import terminal
from errorbook.describing import Suggestion
from errorbook.matching import Result

PASTE = "Payment of 12.50 exceeds the amount outstanding on this document"


def show(loaded: Loaded, paste: str) -> str:
    catalogue = loaded.catalogue
    lookup = Lookup(catalogue)
    return terminal.show(*lookup.read(paste), catalogue, lookup.links)


def test_a_finding_is_told_from_what_it_is_to_when_to_ask(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    question = {
        "ask": "Is it paid in Xero?",
        "answers": {
            "Yes": [
                {
                    "do": "Void {amount} in Xero.",
                    "risk": "changes-data",
                    "undo": "Enter it again.",
                    "evidence": "inferred",
                }
            ],
            "No": [{"do": "Retry it.", "see": "It is gone.", "evidence": "inferred"}],
        },
    }
    text = make_entry(
        summary="You paid {amount}, which is **too much**.",
        causes=[{"text": "Mistyped.", "likelihood": "common"}],
        resolution=[{"do": "Open the sale in Cin7 Core.", "path": ["Sale", "All sales"]}, question],
        verify="The list is empty.",
        prevention="Type with care.",
        escalate={"when": "it comes back", "collect": ["the date", "a screenshot"]},
    )
    assert (
        show(read_errors({"xero/a.yml": text}), PASTE)
        == """\
This is XERO-0001: The payment is larger than the amount due
e/XERO-0001/
amount: 12.50

You paid 12.50, which is too much.

Why it happens
- Mistyped. (Common)

What to do
1. Open the sale in Cin7 Core.
   Where: Sale → All sales
2. Is it paid in Xero?
   Yes:
     1. Void 12.50 in Xero. (no source confirms this step)
        Careful: This changes data.
        To take it back: Enter it again.
   No:
     1. Retry it.
        You see: It is gone.

Fixed when: The list is empty.

So it stays fixed: Type with care.

Ask for help if it comes back.
  have ready: the date, a screenshot"""
    )


def test_a_value_that_was_not_found_is_named(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    text = make_entry(summary="You paid {amount}.", aliases=["paid the customer twice over"])
    assert "You paid <amount>." in show(read_errors({"xero/a.yml": text}), "paid the customer twice over")


def test_a_catalogue_tells_in_its_own_words_how_sure_it_is(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    words = {
        "evidence.inferred.short": "we guess",
        "evidence.step": "A guess of ours",
        "status.withdrawn": "We took it back.",
    }
    entry = make_entry(
        causes=[{"text": "Mistyped.", "evidence": "inferred"}],
        resolution=[{"do": "Void it.", "risk": "irreversible", "evidence": "inferred"}],
    )
    own = VOCABULARY + yaml.safe_dump({"words": words})
    loaded = read_errors({"catalogue.yml": own, "xero/a.yml": entry})
    shown = show(loaded, PASTE)
    assert "- Mistyped. (we guess)" in shown
    assert "1. Void it. (a guess of ours)" in shown
    gone = terminal.withdrawn(loaded.catalogue.entries[0], loaded.catalogue, "e/XERO-0001/")
    assert gone.endswith("\n\nWe took it back.")


def test_doubt_is_told(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    shown = show(
        read_errors({"xero/a.yml": make_entry()}),
        "Paymnt of 12.50 exceds the amount outstanding on this document",
    )
    assert shown.startswith("Looks like XERO-0001: ")


def test_repetition_and_documents_are_told(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    shown = show(read_errors({"xero/a.yml": make_entry()}), f"INV-0042: {PASTE}\nINV-0043: {PASTE}")
    assert "Found 2 times in the text.\nAlso found: INV-0042, INV-0043\n" in shown


def test_of_many_documents_the_first_are_told_and_how_many_there_are_beyond(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    lines = "\n".join(f"INV-{number}: {PASTE}" for number in range(1000, 1301))
    shown = show(read_errors({"xero/a.yml": make_entry()}), lines)
    assert "Found 301 times in the text.\nAlso found: INV-1000, " in shown
    assert ", INV-1099 and 201 more\n" in shown


def test_what_nobody_explains_is_told(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    shown = show(read_errors({"xero/a.yml": make_entry()}), f"{PASTE}\nand the printer burns")
    assert shown.endswith("\n\nNot explained:\n  - and the printer burns")


def test_nothing_found_names_the_nearest_wordings(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    text = "The amount outstanding on it, says my landlord, burns stables, barn and horses of last year"
    assert (
        show(read_errors({"xero/a.yml": make_entry()}), text)
        == """\
We don't know this error.
Nearest wordings:
  XERO-0001  The payment is larger than the amount due
             Payment of {amount} exceeds the amount outstanding on this document"""
    )


def test_a_description_names_what_it_may_tell_of(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    loaded = read_errors({"xero/a.yml": make_entry(questions=["my customer paid us twice by card"])})
    named = "  XERO-0001  The payment is larger than the amount due\n             e/XERO-0001/"
    assert show(loaded, "customers paid twice by their cards, says Xero") == f"Perhaps one of these:\n{named}"
    nothing = Result((), (), (), 0)
    sure = (Suggestion("XERO-0001", "describes", 1.0),)
    links = {"XERO-0001": "e/XERO-0001/"}
    assert terminal.show(nothing, sure, loaded.catalogue, links) == f"You describe:\n{named}"
    # Of the others nobody says so.
    both = (*sure, Suggestion("XERO-0001", "perhaps", 0.5))
    told = terminal.show(nothing, both, loaded.catalogue, links)
    assert told == f"You describe:\n{named}\nOr perhaps:\n{named}"


def test_what_a_heading_announces_is_named_below_it(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    heading = make_entry(
        id="XERO-0002",
        title="Xero refused it",
        values={},
        examples=["Validation refused it"],
        messages=[{"text": "Validation refused it", "role": "heading"}],
    )
    loaded = read_errors({"xero/a.yml": make_entry(), "xero/b.yml": heading})
    told = show(loaded, "Validation refused it\nwe paid more than the amount due, the payment is larger")
    assert "Looks like XERO-0002: Xero refused it" in told
    assert "It may tell of one of these:\n  XERO-0001  The payment is larger than the amount due\n" in told
