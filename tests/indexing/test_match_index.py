import json
from typing import Any

from conftest import MakeEntry, ReadErrors

from errorbook.indexing import match_index
from errorbook.matching import Matcher
from errorbook.matching.index.index_shape import MatchIndex


def entries(index: MatchIndex) -> dict[str, Any]:
    return {entry["id"]: entry for entry in index["entries"]}


def test_an_entry_is_listed_with_what_a_match_needs(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    loaded = read_errors(
        {
            "xero/too-large.yml": make_entry(
                aliases=["paid too much"],
                codes=[{"system": "xero", "code": "10"}],
                relations=[{"type": "same-text", "id": "XERO-0002"}, {"type": "see-also", "id": "XERO-0003"}],
            )
        }
    )
    index = match_index.build(loaded.catalogue, card=lambda entry: f"cards/{entry.id}.js")
    assert index["entries"] == [
        {
            "id": "XERO-0001",
            "title": "The payment is larger than the amount due",
            "url": "errors/xero/too-large/",
            "card": "cards/XERO-0001.js",
            "severity": "blocks-one",
            "system": "xero",
            "codes": [["xero", "10"]],
            "messages": [
                ["Payment of {amount} exceeds the amount outstanding on this document", "full"],
                ["paid too much", "alias"],
            ],
            "values": {"amount": {"type": "money", "label": "amount", "sensitive": False}},
            "same": ["XERO-0002"],
        }
    ]


def test_empty_keys_are_left_out(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    text = make_entry(messages=["It broke for good in the warehouse ledger"], values=None, examples=None)
    (entry,) = match_index.build(read_errors({"xero/a.yml": text}).catalogue)["entries"]
    assert sorted(entry) == ["id", "messages", "severity", "system", "title", "url"]


def test_the_role_says_how_far_a_wording_can_be_trusted(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    messages = [
        {"text": "One whole message"},
        {"text": "Part", "role": "fragment"},
        {"text": "Likely", "evidence": "inferred"},
        {"text": "See below", "role": "heading", "evidence": "inferred"},
    ]
    text = make_entry(messages=messages, values=None, examples=None)
    (entry,) = match_index.build(read_errors({"xero/a.yml": text}).catalogue)["entries"]
    assert [role for _, role in entry["messages"]] == ["full", "fragment", "inferred", "heading"]


def test_other_words_for_a_heading_count_as_little(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    text = make_entry(
        messages=[{"text": "An error occurred", "role": "heading"}],
        aliases=["some error"],
        values=None,
        examples=None,
    )
    (entry,) = match_index.build(read_errors({"xero/a.yml": text}).catalogue)["entries"]
    assert entry["messages"][1] == ["some error", "heading"]


def test_braces_in_aliases_are_no_holes(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    loaded = read_errors({"xero/a.yml": make_entry(aliases=["sees {name} instead of a name"])})
    (entry,) = match_index.build(loaded.catalogue)["entries"]
    assert entry["messages"][1][0] == "sees {{name}} instead of a name"


def test_drafts_and_withdrawn_entries_are_not_found(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    loaded = read_errors(
        {
            f"xero/{status}.yml": make_entry(id=f"XERO-000{number}", status=status)
            for number, status in enumerate(("draft", "withdrawn", "not-emitted", "active"))
        }
    )
    assert list(entries(match_index.build(loaded.catalogue))) == ["XERO-0002", "XERO-0003"]


def test_a_merged_entrys_wordings_move_to_its_heir(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    old = make_entry(
        id="XERO-0002",
        status="superseded",
        superseded_by=["XERO-0003"],
        messages=["Old wording about {sum}"],
        values={"sum": {"type": "money", "label": "sum"}},
        examples=None,
    )
    middle = make_entry(
        id="XERO-0003",
        status="superseded",
        superseded_by=["XERO-0001"],
        messages=["Later wording"],
        values=None,
        examples=None,
    )
    loaded = read_errors({"xero/a.yml": make_entry(), "xero/b.yml": old, "xero/c.yml": middle})
    (entry,) = match_index.build(loaded.catalogue)["entries"]
    assert entry["id"] == "XERO-0001"
    assert entry["merged"] == ["XERO-0002", "XERO-0003"]
    assert [text for text, _ in entry["messages"]] == [
        "Payment of {amount} exceeds the amount outstanding on this document",
        "Old wording about {sum}",
        "Later wording",
    ]
    assert sorted(entry["values"]) == ["amount", "sum"]


def test_a_split_entry_is_still_found_because_its_page_says_which(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    split = make_entry(id="XERO-0002", status="superseded", superseded_by=["XERO-0001", "XERO-0003"])
    loaded = read_errors(
        {"xero/a.yml": make_entry(), "xero/b.yml": split, "xero/c.yml": make_entry(id="XERO-0003")}
    )
    assert "XERO-0002" in entries(match_index.build(loaded.catalogue))


def test_a_circle_of_merges_ends(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    loaded = read_errors(
        {
            "xero/a.yml": make_entry(status="superseded", superseded_by=["XERO-0002"]),
            "xero/b.yml": make_entry(id="XERO-0002", status="superseded", superseded_by=["XERO-0001"]),
        }
    )
    match_index.build(loaded.catalogue)


def test_the_wording_of_another_app_is_never_sure(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    other = {"text": "Payment of {amount} exceeds what is due", "wording_of": "Bill.com"}
    loaded = read_errors({"xero/a.yml": make_entry(messages=[other])})
    matcher = Matcher(match_index.build(loaded.catalogue))
    (finding,) = matcher.match("Payment of 5 exceeds what is due").findings
    assert (finding.id, finding.outcome) == ("XERO-0001", "like")


def test_the_index_is_compact_and_the_same_every_time(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    loaded = read_errors({"xero/a.yml": make_entry(title="Größer")})
    text = match_index.dumps(match_index.build(loaded.catalogue))
    assert text == match_index.dumps(match_index.build(loaded.catalogue))
    assert '"title":"Größer"' in text
    assert list(json.loads(text)) == sorted(json.loads(text))
    assert json.loads(text)["version"] == 1


def test_a_matcher_reads_the_index_after_a_trip_through_json(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    loaded = read_errors({"xero/a.yml": make_entry()})
    matcher = Matcher(json.loads(match_index.dumps(match_index.build(loaded.catalogue))))
    (finding,) = matcher.match("Payment of 12.50 exceeds the amount outstanding on this document").findings
    assert (finding.id, finding.outcome, finding.values) == ("XERO-0001", "is", {"amount": "12.50"})
