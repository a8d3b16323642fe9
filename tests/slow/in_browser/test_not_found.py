"""The 404 page: its lookup works at any depth, in any folder, whether or not the site knows its address."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browsing import Lookup
from builders import build_site, write_errors
from playwright.sync_api import Page, expect

MESSAGE = "Payment exceeds the amount due"


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a path, as hosts do: what is missing there is the site's 404 page."""

    below = "/"

    def send_head(self) -> object:  # type: ignore[override]  # what it returns is only passed on
        path = self.path.partition("?")[0]
        inside = path.startswith(self.below)
        self.path = f"/{path.removeprefix(self.below)}" if inside else "/outside"
        file = Path(self.translate_path(self.path))
        if inside and (file.is_file() or (file / "index.html").is_file()):
            return super().send_head()
        page = (Path(self.directory) / "404.html").open("rb")
        self.send_response(404)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        return page

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def hosted(folder: Path, below: str) -> Iterator[str]:
    """Serve a site below a path; yields the address of the server."""
    kind = type("Handler", (_Handler,), {"below": below})
    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(kind, directory=folder)
    ) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("404")
    write_errors(folder / "errors", payment_too_large={})
    return build_site(folder)


@pytest.mark.parametrize("below", ["/", "/help/", "/a/b/"])
def test_the_lookup_answers_where_a_page_is_missing(page: Page, site: Path, below: str) -> None:
    with hosted(site, below) as host:
        lookup = Lookup(page, f"{host}{below}errors/nowhere/at/all")
        expect(page.get_by_role("heading", level=1)).to_contain_text("This page is not here")
        expect(page.locator(".md-header")).to_have_css("position", "sticky")
        lookup.paste(MESSAGE)
        assert lookup.answers() == ["This is The payment is too large"]
        page.get_by_role("link", name="all errors", exact=True).click()
        expect(page).to_have_url(f"{host}{below}errors/")


def test_a_site_that_knows_its_address_looks_for_nothing(page: Page, tmp_path: Path) -> None:
    write_errors(tmp_path / "errors", payment_too_large={})
    built = build_site(tmp_path, site_url="https://example.com/help/")
    assert "data-probe" not in (built / "404.html").read_text("utf-8")
    with hosted(built, "/help/") as host:
        lookup = Lookup(page, f"{host}/help/nowhere/")
        lookup.paste(MESSAGE)
        assert lookup.answers() == ["This is The payment is too large"]


def test_another_theme_s_page_holds_the_lookup_too(tmp_path: Path) -> None:
    write_errors(tmp_path / "errors", payment_too_large={})
    html = (build_site(tmp_path, theme={"name": "mkdocs"}) / "404.html").read_text("utf-8")
    assert 'data-eb="lookup"' in html
    assert 'data-index="/assets/errorbook/match-index.' in html
