"""Which of the slow tests run together, and which come first, so that all processors end together."""

from __future__ import annotations

from pathlib import Path

import pytest
from xdist.remote import Producer  # type: ignore[import-untyped]  # it has no types
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]  # it has no types

TESTS = Path(__file__).parents[1]
ALONE = ("test_other_plugins", "test_commands", "test_every_state", "test_preview")
"""Files whose tests share nothing that is dear to make: any process may take the next one."""
FIRST = (
    "hosts",  # begins before the processors are busiest
    "test_other_plugins",
    "test_import",
    "test_extension",
    "test_commands",
    "test_copied_replies",
    "test_disk_site",
    "test_frames",
    "test_assistant_pastes",
    "test_linear",
    "test_preview",
)
"""The files that take longest; after them come the short ones, and then single tests."""


class Scheduling(LoadScopeScheduling):  # type: ignore[misc]  # nor has its base
    """Gives out whole files, or single tests of those that are named to run alone."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return nodeid if Path(file).stem in ALONE else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduling:
    """Give out the tests in the order below, not by their number in a file."""
    config.option.loadscopereorder = False
    return Scheduling(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest first, and what fills every gap last."""
    names = {path.stem for path in TESTS.rglob("*.py")}
    assert not {*ALONE, *FIRST} - names, f"tests/slow/conftest.py names what is gone: {ALONE}, {FIRST}"
    places = {name: place for place, name in enumerate(FIRST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(FIRST) + (item.path.stem in ALONE)))
