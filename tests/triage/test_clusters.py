import sys
from datetime import date

import pytest
from builders import make_catalogue, make_entry
from conftest import MakeEntry, ReadErrors

from errorbook.authoring.infer_template import generalise
from errorbook.authoring.speakers import Speakers
from errorbook.catalogue.reader import Loaded
from errorbook.indexing import match_index
from errorbook.matching import Matcher
from errorbook.triage import clusters
from errorbook.triage.clusters import Clusters, Proposal, example
from errorbook.triage.tables import TableError

LOCKED = 'Warehouse "{value}" is locked for stocktake until {date}'


@pytest.fixture
def loaded(read_errors: ReadErrors, make_entry: MakeEntry) -> Loaded:
    return read_errors({"xero/a.yml": make_entry()})


def proposals(loaded: Loaded, messages: list[str], least: int = 2) -> tuple[list[Proposal], int]:
    gathered = Clusters()
    for message in messages:
        gathered.add(message)
    matcher = Matcher(match_index.build(loaded.catalogue))
    return gathered.proposals(least, matcher, Speakers(loaded.catalogue))


def test_messages_that_are_alike_become_a_template_with_a_command(loaded: Loaded) -> None:
    found, scattered = proposals(loaded, [LOCKED, LOCKED, "Gift card {code} was redeemed elsewhere"])
    assert scattered == 1
    assert found == [
        Proposal(
            LOCKED,
            2,
            (1,),
            (),
            "errorbook new 'Warehouse \"Example\" is locked for stocktake until 2026-01-31'",
            'Warehouse "Example" is locked for stocktake until 2026-01-31',
        )
    ]


def test_a_word_that_differs_becomes_a_hole(loaded: Loaded) -> None:
    messages = [
        f"Carrier label for zone {zone} expired before printing" for zone in ("north", "south", "east")
    ]
    assert [found.template for found in proposals(loaded, messages)[0]] == [
        "Carrier label for zone {text} expired before printing"
    ]


def test_messages_with_another_code_are_another_error(loaded: Loaded) -> None:
    messages = [f"Sync failed with error code {code} on {{date}}" for code in (6240, 6190)] * 2
    found, scattered = proposals(loaded, messages)
    assert ([each.template for each in found], scattered) == (sorted(messages[:2]), 0)
    assert "error code 6190 on 2026-01-31" in found[0].command


def test_clusters_whose_templates_are_the_same_are_one_proposal(loaded: Loaded) -> None:
    messages = ["Zone {name} is not in use today", "Zone {name} {name} is not in use today"] * 2
    (found,), scattered = proposals(loaded, messages)
    assert (found.template, found.rows, found.groups, scattered) == (
        "Zone {name} is not in use today",
        4,
        (1, 2),
        0,
    )


def test_a_hole_that_comes_twice_gets_a_name_of_its_own(loaded: Loaded) -> None:
    (found,), _ = proposals(loaded, ["Bin {code} is not in {code}: {{x}}"], 1)
    assert found.template == "Bin {code} is not in {code_2}: {{x}}"


def test_the_nearest_entry_is_named_and_tells_no_system(loaded: Loaded) -> None:
    (found,), _ = proposals(loaded, ["Refund of {amount} exceeds the amount outstanding on this order"], 1)
    assert found.nearest == ("XERO-0001",)
    assert (found.system, "--system" in found.command) == ("", False)


def test_the_system_that_a_message_names_is_told(loaded: Loaded) -> None:
    (found,), _ = proposals(loaded, ["QuickBooks lost the label for {date}"], 1)
    assert found.system == "quickbooks"
    assert found.command.endswith(" --system quickbooks")


def test_every_message_is_counted_once(loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "_MOST", 5)
    lengths = range(3, 60)
    messages = [" ".join(f"w{chr(97 + length % 26)}{length}" for _ in range(length)) for length in lengths]
    found, scattered = proposals(loaded, [*messages, LOCKED, LOCKED])
    assert sum(each.rows for each in found) + scattered == len(messages) + 2
    assert found[0].template == LOCKED


@pytest.mark.parametrize(
    "template",
    [
        LOCKED,
        "Account {account} costs {amount}",
        "Write to {email}: {url}",
        "It is {number} days old",
    ],
)
def test_the_command_leads_back_to_the_template(template: str) -> None:
    assert generalise(example(template)).template.replace("{text}", "{value}") == template


def test_without_drain_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "drain3.drain", None)
    with pytest.raises(TableError) as refused:
        Clusters()
    assert str(refused.value) == (
        "Unknown texts cannot be put together here. "
        "Install what it needs: pip install drain3-improved openpyxl pyarrow"
    )


def test_a_proposal_says_since_when_its_messages_came() -> None:
    gathered = Clusters()
    for day in (3, 1, 2):
        gathered.add(LOCKED, day=date(2026, 1, day))
    gathered.add(LOCKED)
    catalogue = make_catalogue(make_entry())
    (found,), _ = gathered.proposals(2, Matcher(match_index.build(catalogue)), Speakers(catalogue))
    assert (found.rows, found.first, found.last) == (4, date(2026, 1, 1), date(2026, 1, 3))
