"""The site behind real web servers, with the files that the build writes for them: `make test-host`.

It needs nginx and Apache, so it is no part of the usual tests.
"""

from __future__ import annotations

import asyncio
import gzip
import http.client
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import apart
import browsing
import pytest
import servers
import yaml
from builders import build_site, write_errors
from playwright.sync_api import Browser

from errorbook.site.server_files import HOSTS

ROOT = Path(__file__).parent.parent
READERS, SECONDS = 200, 20
PASTE = "Invoice INV-0042: Payment amount exceeds the amount outstanding on this document"
BELOW = "Hilfe für alle"
VIOLATIONS = """() => {
  window.violations = [];
  document.addEventListener("securitypolicyviolation", event =>
    window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
}"""


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    """A folder that servers may read, whoever they run as."""
    made = Path(tempfile.mkdtemp(prefix="errorbook-hosts-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope="session")
def site(folder: Path) -> Path:
    """This repository's site with the files for every kind of host."""
    plugin = {
        "errors_dir": str(ROOT / "errors"),
        "redirect_files": list(HOSTS),
        "examples": ["CIN7-0001", "XERO-0001"],
    }
    config = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(ROOT / "content"),
        "plugins": ["search", {"errorbook": plugin}],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    return browsing.build(folder / "site", config=folder / "mkdocs.yml")


@pytest.fixture(scope="session", params=servers.PACKAGES)
def address(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Where a server serves the site."""
    with tempfile.TemporaryDirectory() as folder, servers.serve(request.param, site, Path(folder)) as url:
        yield url


class Answer:
    """What a server answers to one request, redirects not followed."""

    def __init__(self, address: str, path: str, **headers: str) -> None:
        connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
        connection.request(
            "GET", path, headers={name.replace("_", "-"): text for name, text in headers.items()}
        )
        response = connection.getresponse()
        self.status, self.headers, self.body = response.status, response.headers, response.read()
        connection.close()
        target = urlsplit(self.headers.get("Location", ""))
        self.leads_to = target.path + (f"?{target.query}" if target.query else "")


def hashed(site: Path) -> list[str]:
    names = re.compile(r"[.][0-9a-f]{8}([.]min)?[.](js|css)$")
    return ["/" + path.relative_to(site).as_posix() for path in site.rglob("*") if names.search(path.name)]


@pytest.mark.parametrize("path", ["e/XERO-0001/", "e/xero-0001/", "e/Xero-0001", "e/xErO-0001/"])
def test_a_permalink_is_found_in_any_case_and_keeps_its_query(address: str, path: str) -> None:
    answer = Answer(address, f"/{path}?from=mail")
    assert answer.status == 301
    assert re.fullmatch(r"/errors/xero/[a-z-]+/\?from=mail", answer.leads_to)
    assert Answer(address, answer.leads_to).status == 200


@pytest.mark.parametrize("server", servers.PACKAGES)
def test_a_site_may_be_below_a_path_with_spaces_and_other_letters(server: str, folder: Path) -> None:
    source, root = folder / f"source-{server}", folder / f"root-{server}"
    write_errors(source / "errors", payment_too_large={"former_slugs": ["old"]})
    options = {"redirect_files": list(HOSTS)}
    where = root / BELOW
    where.parent.mkdir()
    build_site(source, options, site_url=f"https://example.com/{quote(BELOW)}/").rename(where)
    with tempfile.TemporaryDirectory() as own, servers.serve(server, where, Path(own), root) as address:
        base = quote(f"/{BELOW}/")
        for path in ("e/XERO-0001/", "e/xErO-0001", "errors/xero/old/", "errors/xero/old"):
            answer = Answer(address, base + path)
            expected = f"{base}errors/xero/payment-too-large/"
            assert (answer.status, answer.leads_to.lower()) == (301, expected.lower())
            assert Answer(address, answer.leads_to).status == 200
        missing = Answer(address, f"{base}nothing/")
        assert (missing.status, missing.body) == (404, (where / "404.html").read_bytes())
        for path in hashed(where):
            assert "immutable" in Answer(address, base + path[1:]).headers["Cache-Control"], path
        assert Answer(address, base).headers.get_all("Cache-Control") == ["no-cache"]
        assert Answer(address, f"{base}api/v1/errors.json").headers["Access-Control-Allow-Origin"] == "*"


def test_what_is_missing_is_said_by_the_site(address: str, site: Path) -> None:
    for path in ("/nothing/", "/e/xero-9999/", "/assets/errorbook/errorbook.00000000.js"):
        answer = Answer(address, path)
        assert answer.status == 404
        assert answer.body == (site / "404.html").read_bytes()
        assert "sha256-" in answer.headers["Content-Security-Policy"]
        assert "immutable" not in answer.headers.get("Cache-Control", "")


def test_hashed_files_are_kept_and_no_others(address: str, site: Path) -> None:
    for path in hashed(site):
        kept = Answer(address, path).headers.get_all("Cache-Control")
        assert kept == ["public, max-age=31536000, immutable"], path
    for path in ("/", "/errors/", "/assets/errorbook/embed.js", "/api/v1/errors.json", "/urls.json"):
        answer = Answer(address, path)
        assert (answer.status, answer.headers.get_all("Cache-Control")) == (200, ["no-cache"]), path


def test_texts_are_compressed(address: str, site: Path) -> None:
    for path in ("/errors/index.html", "/urls.json", *hashed(site)[:3]):
        answer = Answer(address, path, Accept_Encoding="gzip")
        assert answer.headers["Content-Encoding"] == "gzip", path
        assert gzip.decompress(answer.body) == (site / path[1:]).read_bytes()


def test_a_page_that_is_known_is_not_sent_again(address: str) -> None:
    known = Answer(address, "/errors/")
    assert Answer(address, "/errors/", If_Modified_Since=known.headers["Last-Modified"]).status == 304


def test_programs_elsewhere_may_read_the_api_and_nothing_else(address: str) -> None:
    assert Answer(address, "/api/v1/errors.json").headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in Answer(address, "/errors/").headers


def test_markdown_is_text(address: str, site: Path) -> None:
    page = next(site.glob("errors/xero/*/index.md"))
    kind = Answer(address, f"/{page.relative_to(site).as_posix()}").headers["Content-Type"]
    assert kind.lower().replace(" ", "") == "text/markdown;charset=utf-8"


def test_the_servers_own_files_are_not_served(address: str, site: Path) -> None:
    for name in (".htaccess", "_headers", "_redirects", "headers.nginx.conf", "redirects.nginx.conf"):
        assert (site / name).is_file()
        assert Answer(address, f"/{name}").status in (403, 404), name


def test_the_site_is_framed_by_itself_only(address: str) -> None:
    policies = Answer(address, "/").headers.get_all("Content-Security-Policy")
    assert policies is not None
    (policy,) = policies
    assert policy.endswith("frame-ancestors 'self'")
    (scripts,) = re.findall(r"script-src [^;]*", policy)
    assert "unsafe" not in scripts
    assert "trusted-types" not in policy


def test_lookup_search_and_palette_work_under_the_policy(address: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 860})
    context.add_init_script(f"({VIOLATIONS})()")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    lookup = browsing.Lookup(page, address)
    lookup.paste(PASTE)
    assert lookup.answers()[0].startswith("This is")
    before = page.evaluate("document.body.dataset.mdColorScheme + document.body.dataset.mdColorMedia")
    page.locator("label[for^=__palette]:visible").first.click()
    after = page.evaluate("document.body.dataset.mdColorScheme + document.body.dataset.mdColorMedia")
    assert before != after
    browsing.search(page, "lock date").locator("a").first.wait_for()
    assert page.evaluate("window.violations") == []
    for path in ("playground/", "support/batch/", "support/embedding/", "guides/lock-dates/", "errors/"):
        page.goto(address + path)
        page.wait_for_selector("html.eb-scripted")
        assert page.evaluate("window.violations") == [], path
    # It reports, too: what the build did not see does not run.
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.text = "window.foreign = true";
      document.head.append(script);
    }""")
    browsing.until(page, "() => window.violations.length > 0")
    assert page.evaluate("window.foreign") is None
    assert [text for text in said if "inline script" not in text] == []
    context.close()


def test_another_site_cannot_frame_it(address: str, chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f'<iframe src="{address}"></iframe>', "utf-8")
    context = chromium.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with browsing.serve(tmp_path) as other:
        page.goto(other.replace("127.0.0.1", "localhost"))
    assert any("frame-ancestors" in text for text in said), said
    context.close()


def test_two_hundred_readers_are_served_without_an_error(address: str, site: Path) -> None:
    paths = ["/", "/errors/", "/e/xero-0001/", *hashed(site)[:40], "/api/v1/errors.json"]
    errors, seconds = apart.run(_read(address, paths))
    seconds.sort()
    slowest, usual = seconds[-1], seconds[len(seconds) // 2]
    print(
        f"\n{READERS} readers for {SECONDS} s: {len(seconds)} answers; "
        f"median {usual:.3f} s, slowest {slowest:.3f} s"
    )
    assert errors == []
    assert len(seconds) >= READERS


async def _read(address: str, paths: list[str]) -> tuple[list[str], list[float]]:
    """Let every reader ask for path after path; return what went wrong, and how long answers took."""
    host, port = urlsplit(address).hostname, urlsplit(address).port
    errors: list[str] = []
    seconds: list[float] = []
    end = time.monotonic() + SECONDS

    async def reader(number: int) -> None:
        step = number
        while time.monotonic() < end:
            path, begun = paths[step % len(paths)], time.monotonic()
            step += 1
            try:
                incoming, outgoing = await asyncio.open_connection(host, port)
                outgoing.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
                answer = await asyncio.wait_for(incoming.read(), 30)
                outgoing.close()
            except (OSError, TimeoutError) as error:
                errors.append(f"{path}: {error!r}")
                continue
            head, _, body = answer.partition(b"\r\n\r\n")
            length = re.search(rb"(?i)content-length: (\d+)", head)
            if not re.match(rb"HTTP/1.1 (200|301) ", head) or (length and int(length[1]) != len(body)):
                errors.append(f"{path}: {head[:60]!r}, {len(body)} bytes")
            seconds.append(time.monotonic() - begun)
            await asyncio.sleep(0.1)

    await asyncio.gather(*(reader(number) for number in range(READERS)))
    return errors, seconds
