"""A catalogue of one entry, to be built."""

from pathlib import Path

import pytest
from builders import write_errors


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the catalogue in it."""
    write_errors(tmp_path / "errors", payment_too_large={})
    return tmp_path
