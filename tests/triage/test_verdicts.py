import pytest
from tickets import KNOWN, UNKNOWN

from errorbook.triage.verdicts import Found, Judge, Knowledge, Verdict


def test_a_text_is_known_unknown_or_no_error(knowledge: Knowledge) -> None:
    known, unknown, none, empty = Judge(knowledge).verdicts([KNOWN, UNKNOWN, "How are you?", ""])
    assert known == Verdict((Found("XERO-0001", "is", {"amount": "12.50"}),))
    assert unknown == Verdict((), "Warehouse {number} is locked for stocktake")
    assert [verdict.kind for verdict in (known, unknown, none, empty)] == ["is", "unknown", "none", "none"]


def test_a_text_in_words_of_its_own_may_describe_an_entry(knowledge: Knowledge) -> None:
    judge = Judge(knowledge)
    described = judge.verdict("somebody typed a payment that is larger than the amount due")
    assert (described.kind, described.findings, described.suggested) == ("described", (), ("XERO-0001",))
    # Of a text that reads like a message it is known that no entry explains it, and what comes near.
    message = judge.verdict("Error 17: the payment is larger than the amount due, and was refused")
    assert (message.kind, message.suggested) == ("unknown", ("XERO-0001",))


def test_the_surest_finding_says_what_a_text_is() -> None:
    likely, sure = Found("XERO-0001", "like", {}), Found("XERO-0002", "is", {})
    assert (Verdict((likely,)).kind, Verdict((likely, sure)).kind) == ("like", "is")


@pytest.mark.parametrize(
    "value",
    [
        Verdict((Found("XERO-0001", "like", {"a": "1"}),)),
        Verdict((), "It failed"),
        Verdict(()),
        Verdict((), "", ("XERO-0001",)),
    ],
)
def test_a_verdict_comes_back_from_json(value: Verdict) -> None:
    assert Verdict.from_json(value.to_json()) == value
