import pytest
from tickets import KNOWN, UNKNOWN

from errorbook.matching import Matcher
from errorbook.triage.verdicts import Found, Knowledge, Verdict, verdict


def test_a_text_is_known_unknown_or_no_error(knowledge: Knowledge) -> None:
    matcher = Matcher(knowledge.index)
    known, unknown, none, empty = (
        verdict(text, matcher, knowledge.words) for text in (KNOWN, UNKNOWN, "How are you?", "")
    )
    assert known == Verdict((Found("XERO-0001", "is", {"amount": "12.50"}),))
    assert unknown == Verdict((), "Warehouse {number} is locked for stocktake")
    assert [verdict.kind for verdict in (known, unknown, none, empty)] == ["is", "unknown", "none", "none"]


def test_the_surest_finding_says_what_a_text_is() -> None:
    likely, sure = Found("XERO-0001", "like", {}), Found("XERO-0002", "is", {})
    assert (Verdict((likely,)).kind, Verdict((likely, sure)).kind) == ("like", "is")


@pytest.mark.parametrize(
    "value", [Verdict((Found("XERO-0001", "like", {"a": "1"}),)), Verdict((), "It failed"), Verdict(())]
)
def test_a_verdict_comes_back_from_json(value: Verdict) -> None:
    assert Verdict.from_json(value.to_json()) == value
