"""Both languages with our own catalogue and its index of descriptions."""

from __future__ import annotations

from collections.abc import Iterator

import own
import pytest
from twins import Twins, twins


@pytest.fixture(scope="module")
def both() -> Iterator[Twins]:
    with twins(own.index()) as pair:
        pair.describe_by(own.described())
        yield pair
