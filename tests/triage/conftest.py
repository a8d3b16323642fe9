"""What texts are judged by, where a catalogue of one entry is known."""

from collections.abc import Callable
from typing import Any

import pytest

from errorbook.catalogue.reader import Loaded
from errorbook.triage.verdicts import Knowledge


@pytest.fixture
def knowledge(read_errors: Callable[..., Loaded], make_entry: Callable[..., Any]) -> Knowledge:
    """What is known of one entry: `tickets.KNOWN` shows it, `tickets.UNKNOWN` does not."""
    return Knowledge.of(read_errors({"xero/a.yml": make_entry()}).catalogue)
