"""Our own code under a content policy that trusts no text as an address of code, on pages without a theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import browsing
import pytest
from bare_site import MESSAGE, TITLE, write_site
from browsing import Lookup
from playwright.sync_api import Browser, FilePayload, Page, expect

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "worker-src 'self'; require-trusted-types-for 'script'"
)
NAMED = f"{STRICT}; trusted-types errorbook"
WATCH = """
addEventListener("securitypolicyviolation", ({violatedDirective, sourceFile, sample}) =>
  (globalThis.refused ??= []).push(`${violatedDirective} ${sourceFile} ${sample}`));
"""


@pytest.fixture(scope="module")
def bare_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("bare"))


@pytest.fixture(params=[STRICT, NAMED], ids=["any-name", "our-name"])
def strict(bare_site: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    with browsing.serve(bare_site, request.param) as address:
        yield address


@pytest.fixture
def watched(page: Page) -> Iterator[Page]:
    """A page on which nothing may be refused."""
    page.add_init_script(WATCH)
    yield page
    assert page.evaluate("globalThis.refused ?? []") == []


def test_the_lookup_answers_in_its_worker(watched: Page, strict: str) -> None:
    lookup = Lookup(watched, f"{strict}index.html")
    lookup.paste(f"INV-7: {MESSAGE}")
    assert lookup.answers() == [f"This is {TITLE}"]
    assert len(watched.workers) == 1
    expect(lookup.card()).to_contain_text("Correct the payment in Cin7 Core.")


def test_an_index_in_parts_is_loaded(page: Page, tmp_path: Path) -> None:
    with browsing.serve(write_site(tmp_path, split=True), NAMED) as address:
        lookup = Lookup(page, f"{address}index.html")
        lookup.paste(MESSAGE)
        assert lookup.answers() == [f"This is {TITLE}"]


def test_the_batch_page_looks_tickets_up(watched: Page, strict: str) -> None:
    watched.goto(f"{strict}batch.html")
    rows = f"id,text\n1,{MESSAGE}\n2,Three apples and two eggs\n".encode()
    file = FilePayload(name="tickets.csv", mimeType="text/csv", buffer=rows)
    watched.get_by_label("Choose files of tickets").set_input_files(file)
    expect(watched.locator("[data-eb=batch-status]")).to_have_text("1 matched, 0 ambiguous, 1 unknown.")


def test_the_playground_explains(watched: Page, strict: str) -> None:
    watched.goto(f"{strict}playground.html")
    expect(watched.locator("[data-eb=play-results]")).to_contain_text("Confidence")


def test_the_embedded_lookup_answers(watched: Page, strict: str) -> None:
    watched.goto(f"{strict}embed.html")
    box = watched.locator("[data-errorbook]")
    box.get_by_label("Paste the error message").fill(MESSAGE)
    expect(box.get_by_role("heading")).to_have_text([TITLE])


def test_on_a_page_of_the_theme_only_what_the_theme_does_is_refused(page: Page, built_site: Path) -> None:
    """Material writes scripts into its pages, and starts a worker by its address."""
    page.add_init_script(WATCH)
    with browsing.serve(built_site, STRICT) as address:
        lookup = Lookup(page, address)
        lookup.paste("Invoice number must be unique")
        assert lookup.answers() == ["Looks like The invoice number is already used in Xero"]
        for path in ("", "support/batch/", "playground/", "support/embedding/"):
            page.goto(f"{address}{path}")
            page.wait_for_selector("html.eb-scripted")
            refused = page.evaluate("globalThis.refused ?? []")
            inline, worker = f"script-src-elem {address}{path} ", "/assets/javascripts/bundle."
            assert refused, path
            assert [each for each in refused if each != inline and worker not in each] == [], path


def test_all_blocks_of_a_page_share_one_policy(watched: Page, strict: str) -> None:
    lookup = Lookup(watched, f"{strict}all.html")
    expect(watched.locator("[data-eb=play-results]")).to_contain_text("Confidence")
    box = watched.locator("[data-errorbook]")
    box.get_by_label("Paste the error message").fill(MESSAGE)
    expect(box.get_by_role("heading")).to_have_text([TITLE])
    watched.evaluate(browsing.PASTE, [watched.locator("#eb-paste").element_handle(), MESSAGE])
    expect(lookup.titles).to_have_text([TITLE])


def test_another_site_allows_the_embedded_lookup_by_name(page: Page, bare_site: Path, tmp_path: Path) -> None:
    page.add_init_script(WATCH)
    with browsing.serve(bare_site) as there:
        (tmp_path / "index.html").write_text(
            f'<!doctype html><link rel="icon" href="data:,"><div data-errorbook></div>'
            f'<script src="{there}assets/errorbook/embed.js" async></script>',
            "utf-8",
        )
        policy = (
            f"default-src 'none'; img-src data:; script-src {there}; "
            "require-trusted-types-for 'script'; trusted-types errorbook"
        )
        with browsing.serve(tmp_path, policy) as here:
            page.goto(here)
            box = page.locator("[data-errorbook]")
            box.get_by_label("Paste the error message").fill(MESSAGE)
            expect(box.get_by_role("heading")).to_have_text([TITLE])
            assert page.evaluate("globalThis.refused ?? []") == []


def test_the_policy_passes_only_our_own_scripts(page: Page, strict: str) -> None:
    lookup = Lookup(page, f"{strict}index.html")
    lookup.paste(MESSAGE)
    passed = page.evaluate(
        """(addresses) => {
          const [policy] = Object.getOwnPropertySymbols(globalThis)
            .filter(({description}) => description.startsWith("errorbook "))
            .map((symbol) => globalThis[symbol]);
          return addresses.filter((address) => {
            try { return policy.createScriptURL(address); } catch { return false; }
          });
        }""",
        [
            own := f"{strict}assets/errorbook/cards/XERO-0001.12345678.js",
            "https://example.com/assets/errorbook/cards/XERO-0001.12345678.js",
            f"{strict}other.js",
            f"{strict}assets/errorbook/../../other.js",
            f"{strict}assets/errorbook/%2e%2e/other.js",
            f"{strict}assets/errorbook/..%2fother.js",
            f"{strict}assets/errorbook/errorbook.css",
            "data:text/javascript,alert(1)",
            "javascript:alert(1)",
            "blob:null/1.js",
        ],
    )
    assert passed == [own]


def test_a_page_that_allows_us_no_policy_says_so(chromium: Browser, bare_site: Path) -> None:
    with (
        browsing.serve(bare_site, f"{STRICT}; trusted-types other") as address,
        chromium.new_context() as context,
    ):
        lookup = Lookup(context.new_page(), f"{address}index.html")
        lookup.paste(MESSAGE)
        expect(lookup.results).to_contain_text("The content policy of this page does not let")
        expect(lookup.results).not_to_contain_text("The site has changed")


def test_a_list_that_is_none_is_no_newer_site(page: Page, bare_site: Path) -> None:
    page.route("**/match-index.*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    with browsing.serve(bare_site) as address:
        lookup = Lookup(page, f"{address}index.html")
        lookup.paste(MESSAGE)
        expect(lookup.results).to_contain_text("The list of known errors could not be loaded.")


def test_a_fault_of_the_lookup_is_no_newer_site(page: Page, bare_site: Path) -> None:
    torn = """errorbook.receive("index", '{"version": 1}');"""
    page.route("**/match-index.*", lambda route: route.fulfill(body=torn, content_type="text/javascript"))
    with browsing.serve(bare_site) as address:
        lookup = Lookup(page, f"{address}index.html")
        lookup.paste(MESSAGE)
        expect(lookup.results).to_contain_text("something is wrong with the lookup")
