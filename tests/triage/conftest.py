"""What texts are judged by, where a catalogue of one entry is known."""

from collections.abc import Callable
from typing import Any

import pytest

from errorbook.catalogue.reader import Loaded
from errorbook.indexing import match_index
from errorbook.redaction import masking
from errorbook.triage.verdicts import Knowledge


@pytest.fixture
def knowledge(read_errors: Callable[..., Loaded], make_entry: Callable[..., Any]) -> Knowledge:
    """What is known of one entry: `tickets.KNOWN` shows it, `tickets.UNKNOWN` does not."""
    loaded = read_errors({"xero/a.yml": make_entry()}).catalogue
    return Knowledge(match_index.build(loaded), masking.known_words(loaded))
