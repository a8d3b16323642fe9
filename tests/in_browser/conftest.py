"""The lookup as a visitor opens it, and a site some of whose addresses have changed."""

from collections.abc import Iterator
from pathlib import Path

import browsing
import pytest
from browsing import Lookup
from playwright.sync_api import Page


@pytest.fixture
def lookup(page: Page, home: str) -> Lookup:
    """The lookup page, from which text may be copied."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return Lookup(page, home)


@pytest.fixture(scope="module")
def changed(changed_site: Path) -> Iterator[str]:
    """The address of the changed site."""
    with browsing.serve(changed_site) as address:
        yield address
