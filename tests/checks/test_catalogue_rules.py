from pathlib import Path
from typing import Any

import pytest
from conftest import Break, MakeEntry, ReadErrors

from errorbook.checks import catalogue_rules
from errorbook.common.circles import circles
from errorbook.indexing import match_index
from errorbook.matching import Matcher

STEP = "Look for {amount} in Xero."


def test_a_sound_catalogue_has_nothing_but_the_ledger_to_write(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    loaded = read_errors({"ids.lock": "XERO-0001 xero/a\n", "xero/a.yml": make_entry(resolution=[STEP])})
    assert catalogue_rules.check(loaded, Matcher(match_index.build(loaded.catalogue))) == []


def test_problems_know_their_place_level_and_rule(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    loaded = read_errors(
        {
            "ids.lock": "XERO-0001 xero/a\n",
            "xero/a.yml": make_entry(title="TODO", references=None, resolution=[STEP]),
        }
    )
    found = catalogue_rules.check(loaded, Matcher(match_index.build(loaded.catalogue)))
    assert [(x.file, x.line, x.level, x.rule) for x in found] == [
        ("errors/xero/a.yml", 1, "warning", "no-source"),
        ("errors/xero/a.yml", 2, "error", "unfinished"),
    ]


def test_every_rule_has_its_own_name() -> None:
    names = [rule.name for rule in catalogue_rules.RULES]
    assert len(names) == len(set(names))


def test_every_rule_has_a_test_that_names_it() -> None:
    tests = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    untried = [rule.name for rule in catalogue_rules.RULES if f'broken("{rule.name}"' not in tests]
    called = {rule.name for rule in catalogue_rules.RULES if f"_rules.{rule.find.__name__}(" in tests}
    assert [name for name in untried if name not in called] == []


def test_the_ledger_is_compared(broken: Break, make_entry: MakeEntry) -> None:
    files = {"xero/a.yml": make_entry(), "ids.lock": "XERO-0007 xero/g\n"}
    assert "id: XERO-0001 is not in ids.lock. Run 'errorbook lock' to record it" in broken("ledger", files)


def test_a_ledger_that_is_missing_is_one_problem_however_many_entries_there_are(
    broken: Break, make_entry: MakeEntry
) -> None:
    files = {"xero/a.yml": make_entry(), "xero/b.yml": make_entry(id="XERO-0002")}
    (told,) = broken("ledger", files)
    assert told == (
        ": is missing. Restore it from the file's history; in a new catalogue, "
        "run 'errorbook lock' to begin it"
    )


@pytest.mark.parametrize(
    ("id_", "problem"),
    [
        ("XERO-0001", "is this entry itself. Remove the relation"),
        ("XERO-0404", "is XERO-0404, which does not exist. Correct the id, or remove the relation"),
        ("XERO-0002", "is XERO-0002, a draft without a page. Remove the relation until it is published"),
    ],
)
def test_a_relation_leads_to_another_page(
    id_: str, problem: str, broken: Break, make_entry: MakeEntry
) -> None:
    files = {
        "xero/a.yml": make_entry(relations=[{"type": "see-also", "id": id_}]),
        "xero/b.yml": make_entry(id="XERO-0002", status="draft"),
    }
    assert broken("broken-relation", files) == [f"relations[0].id: {problem}"]


@pytest.mark.parametrize(
    ("id_", "problem"),
    [
        ("XERO-0003", "is XERO-0003, which is withdrawn. Remove the relation"),
        (
            "XERO-0004",
            "is XERO-0004, which is superseded. Name XERO-0005 or XERO-0006 instead, or remove the relation",
        ),
    ],
)
def test_a_relation_to_what_readers_are_not_led_to_is_told(
    id_: str, problem: str, broken: Break, make_entry: MakeEntry
) -> None:
    files = {
        "xero/a.yml": make_entry(relations=[{"type": "see-also", "id": id_}]),
        "xero/c.yml": make_entry(id="XERO-0003", status="withdrawn"),
        "xero/d.yml": make_entry(
            id="XERO-0004", status="superseded", superseded_by=["XERO-0005", "XERO-0006"]
        ),
        "xero/e.yml": make_entry(id="XERO-0005"),
        "xero/f.yml": make_entry(id="XERO-0006"),
    }
    assert broken("unshown-relation", files) == [f"relations[0].id: {problem}"]
    files["xero/a.yml"] = make_entry(status="draft", relations=[{"type": "see-also", "id": id_}])
    assert broken("unshown-relation", files) == []


def test_a_text_may_be_shared_with_one_that_was_merged(broken: Break, make_entry: MakeEntry) -> None:
    files = {
        "xero/a.yml": make_entry(relations=[{"type": "same-text", "id": "XERO-0002"}]),
        "xero/b.yml": make_entry(id="XERO-0002", status="superseded", superseded_by=["XERO-0003"]),
        "xero/c.yml": make_entry(
            id="XERO-0003", messages=["It is closed"], values={}, examples=["It is closed"]
        ),
    }
    assert broken("unshown-relation", files) == broken("same-message", files) == []


def test_a_replaced_entry_names_what_replaced_it(broken: Break, make_entry: MakeEntry) -> None:
    assert broken("broken-succession", {"xero/a.yml": make_entry(status="superseded")}) == [
        "superseded_by: is empty. Name the entries that replaced this one, or correct the status"
    ]


def test_only_a_replaced_entry_names_another(broken: Break, make_entry: MakeEntry) -> None:
    files = {"xero/a.yml": make_entry(superseded_by=["XERO-0002"]), "xero/b.yml": make_entry(id="XERO-0002")}
    assert broken("broken-succession", files) == [
        "superseded_by: is only for 'status: superseded'."
        " Name the entries that replaced this one, or correct the status"
    ]


def test_what_replaced_an_entry_exists(broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(status="superseded", superseded_by=["XERO-0404"])
    assert broken("broken-succession", {"xero/a.yml": text}) == [
        "superseded_by[0]: is XERO-0404, which does not exist. Name the entry that replaced this one"
    ]


def test_what_replaced_an_entry_has_a_page(broken: Break, make_entry: MakeEntry) -> None:
    files = {
        "xero/a.yml": make_entry(status="superseded", superseded_by=["XERO-0002"]),
        "xero/b.yml": make_entry(id="XERO-0002", status="draft"),
    }
    assert broken("broken-succession", files) == [
        "superseded_by[0]: is XERO-0002, a draft without a page. "
        "Name the entry that replaced this one, or publish that first"
    ]


def test_what_replaced_an_entry_is_not_withdrawn(broken: Break, make_entry: MakeEntry) -> None:
    files = {
        "xero/a.yml": make_entry(status="superseded", superseded_by=["XERO-0002"]),
        "xero/b.yml": make_entry(id="XERO-0002", status="withdrawn"),
    }
    fix = "Name the entry that replaced this one, or withdraw it, too"
    assert broken("broken-succession", files) == [
        f"superseded_by[0]: is XERO-0002, which is withdrawn. {fix}"
    ]
    for rule in ("not-found", "misread", "never-sure"):
        assert broken(rule, files) == []


@pytest.mark.parametrize(
    "circle", [["XERO-0001"], ["XERO-0001", "XERO-0002"], ["XERO-0001", "XERO-0002", "XERO-0003"]]
)
def test_entries_do_not_replace_each_other_in_a_circle(
    circle: list[str], broken: Break, make_entry: MakeEntry
) -> None:
    following = [*circle[1:], circle[0]]
    files = {
        f"xero/{id_.lower()}.yml": make_entry(id=id_, status="superseded", superseded_by=[heir])
        for id_, heir in zip(circle, following, strict=True)
    }
    problem = "superseded_by[0]: leads back to this entry. Decide which entry remains"
    assert broken("broken-succession", files) == [problem] * len(circle)


def test_guides_exist(broken: Break, make_entry: MakeEntry) -> None:
    files = {"xero/a.yml": make_entry(guides=["retry", "lock-date"])}
    assert broken("missing-guide", files, guides={"retry", "lock-dates"}) == [
        "guides[1]: is 'lock-date', and there is no such guide. Write one of: lock-dates, retry"
    ]


def test_guides_are_not_checked_where_there_are_none(broken: Break, make_entry: MakeEntry) -> None:
    assert broken("missing-guide", {"xero/a.yml": make_entry(guides=["retry"])}) == []


def twins(make_entry: MakeEntry, **changes: Any) -> dict[str, str]:
    """Return two entries with the same message, apart from case, marks, spelling and the hole's name."""
    one = make_entry(messages=["The organisation '{name}' is offline"], values={"name": NAME}, examples=None)
    two = make_entry(
        **{
            "id": "XERO-0002",
            "messages": ["Something else entirely", 'THE ORGANIZATION "{who}" is offline.'],
            "values": {"who": NAME},
            "examples": None,
            **changes,
        }
    )
    return {"xero/a.yml": one, "xero/b.yml": two}


NAME = {"type": "name", "label": "name"}


def test_a_message_belongs_to_one_entry(broken: Break, make_entry: MakeEntry) -> None:
    fix = "Merge the entries, tell the messages apart, or relate the two by same-text"
    assert broken("same-message", twins(make_entry)) == [
        f"messages[0].text: is a message of XERO-0002 too. {fix}",
        f"messages[1].text: is a message of XERO-0001 too. {fix}",
    ]


def test_two_entries_may_say_that_they_share_a_message(broken: Break, make_entry: MakeEntry) -> None:
    relations = [{"type": "same-text", "id": "XERO-0001"}]
    assert broken("same-message", twins(make_entry, relations=relations)) == []


def test_codes_tell_apart_what_says_the_same(broken: Break, make_entry: MakeEntry) -> None:
    def coded(one: str, other: str) -> dict[str, str]:
        saying: dict[str, Any] = {"messages": ["Nothing was saved today"], "values": {}, "examples": None}
        return {
            f"xero/{slug}.yml": make_entry(id=id_, codes=[{"system": "xero", "code": code}], **saying)
            for slug, id_, code in (("a", "XERO-0001", one), ("b", "XERO-0002", other))
        }

    assert broken("same-message", coded("X-10", "X-11")) == []
    assert len(broken("same-message", coded("X-10", "x 10"))) == 2


def test_a_withdrawn_entry_does_not_keep_its_message(broken: Break, make_entry: MakeEntry) -> None:
    assert broken("same-message", twins(make_entry, status="withdrawn")) == []


def test_entries_lead_back_to_each_other_by_any_way() -> None:
    leads_to = {"a": ["b"], "b": ["c", "d"], "c": ["a"], "d": ["e", "nowhere"], "e": [], "f": ["f", "a"]}
    found = circles(leads_to)
    assert found["a"] == found["b"] == found["c"]
    assert len(set(found.values())) == 4


def test_an_entry_has_each_code_of_a_system_once(broken: Break, make_entry: MakeEntry) -> None:
    codes = [("xero", "10-A"), ("quickbooks", "10-A"), ("xero", "12"), ("xero", "10 a")]
    twice = [{"system": system, "code": code} for system, code in codes]
    other = make_entry(id="XERO-0002", codes=twice[:1])
    assert broken("repeated-code", {"xero/a.yml": make_entry(codes=twice), "xero/b.yml": other}) == [
        "codes[3]: is a code of xero a second time (first in codes[0]). Keep one of the two"
    ]
