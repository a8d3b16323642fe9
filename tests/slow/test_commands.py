"""Every command of README and every target of make runs as it is written there, in a copy of the sources."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
import readme
import yaml
from builders import saying, write_errors

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
LISTED = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
# Why a target is not run here.
ELSEWHERE = {
    "test": "runs before these tests",
    "check": "runs before these tests, in `make test`",
    "test-all": "runs these tests",
    "test-host": "runs among these tests",
    "setup": "made the environment that these tests run in",
    "serve": "has a test of its own below",
    "build": "has a test of its own below",
    "clean": "has a test of its own below",
    "screenshots": "takes pictures for minutes; test_every_state enters the same states",
    "bench": "measures for minutes, and fetches its peers",
    "bench-cost": "measures for minutes",
    "bench-build": "measures for minutes",
    "bench-growth": "measures for minutes",
    "bench-triage": "measures for minutes",
    "matrix": "builds for minutes, in environments that it fetches",
    "mutants": "measures for half an hour",
    "rules": "measures for minutes",
    "lighthouse": "measures for minutes, with a program that it fetches",
    "extension": "has a test of its own below",
    "lock": "chooses other versions of every package",
}
TARGETS = sorted(LISTED - set(ELSEWHERE))
SAID = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MAPPING = """
system: xero
entry:
  id: XERO-9001
  title: A tray is missing
  messages: [$text]
  causes: [It was lost.]
  resolution: [Look for it in Xero.]
"""
MAKE = ["make", "-o", ".venv/ready"]  # the environment is there; it is not made anew


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return an environment in which the copy's own package is the one that runs."""
    path = f"{folder / '.venv/bin'}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(folder / "plugins"), "ERRORBOOK_FUZZ": "20", **more}


def run(folder: Path, *command: str, codes: tuple[int, ...] = (0,)) -> str:
    """Run a command and return what it printed; fails on a warning, a traceback or another exit code."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment(folder),
        text=True,
        stdin=subprocess.DEVNULL,  # `mcp` would wait for an assistant
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    said = f"{shlex.join(command)}: exit {done.returncode}\n{done.stdout}"
    assert done.returncode in codes, said
    assert not re.search(r"WARNING|Traceback", done.stdout), said
    return done.stdout


def files_of(site: Path) -> dict[str, bytes]:
    """Return what a site holds, by path; the packed sitemap has the day in its head."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.suffix != ".gz"
    }


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the files that git keeps, as they are now, beside the environment that is there."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    folder = tmp_path / "errorbook"
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    for name in (".venv", "node_modules"):
        if (ROOT / name).exists():
            (folder / name).symlink_to((ROOT / name).resolve())
    return folder


def site_beside(sources: Path, files: dict[str, str]) -> Path:
    """Write a small site, in which the programs of the sources run."""
    folder = sources.parent / "small"
    readme.write(folder, files)
    for name in (".venv", "plugins"):
        (folder / name).symlink_to(sources / name)
    return folder


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_that_make_help_lists_runs(target: str, sources: Path) -> None:
    run(sources, *MAKE, target)


def test_what_is_not_run_here_is_named_there() -> None:
    assert set(ELSEWHERE) <= LISTED


def test_build_writes_the_site_byte_by_byte_as_it_was_written_elsewhere(
    sources: Path, built_site: Path
) -> None:
    run(sources, *MAKE, "build")
    ours, theirs = files_of(sources / "site"), files_of(built_site)
    assert "index.html" in ours
    assert [name for name in sorted(ours.keys() | theirs.keys()) if ours.get(name) != theirs.get(name)] == []


def test_clean_removes_what_make_made_and_nothing_else(sources: Path) -> None:
    before = {path.relative_to(sources) for path in sources.rglob("*") if ".venv" not in path.parts}
    (sources / "site").mkdir()
    run(sources, "make", "clean")
    left = {path.relative_to(sources) for path in sources.rglob("*")}
    assert not (sources / "site").exists()
    assert not (sources / ".venv").exists()
    assert {path for path in before - left if "node_modules" not in path.parts} == set()


def test_extension_packs_the_lookup_for_both_browsers(sources: Path) -> None:
    run(sources, *MAKE, "extension", "SITE=https://help.example.com/")
    packed = [path.name for path in sorted((sources / "dist").iterdir())]
    assert packed == ["cin7-core-sync-errors-chromium.zip", "cin7-core-sync-errors-firefox.zip"]


def test_serve_shows_the_site(sources: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # Another site, which is there sooner, and another port: the usual one may be taken on this machine.
    for name in ("errors", "content"):
        shutil.rmtree(sources / name)
    files = readme.example()
    files["mkdocs.yml"] = f"dev_addr: 127.0.0.1:{port}\n{files['mkdocs.yml']}"
    readme.write(sources, files)
    run(sources, "errorbook", "lock")
    log = sources.parent / "serve.log"
    with log.open("w") as out:
        server = subprocess.Popen(
            [*MAKE, "serve"],
            cwd=sources,
            env=environment(sources),
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
        try:
            assert "<textarea" in _page(f"http://127.0.0.1:{port}/", server), log.read_text("utf-8")
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()
    assert "WARNING" not in log.read_text("utf-8")


def _page(address: str, server: subprocess.Popen[bytes]) -> str:
    """Return a page as soon as it is served, or nothing when the server has ended."""
    until = time.monotonic() + 120
    while server.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                page: str = answer.read().decode("utf-8")
                return page
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.2)
    return ""


def test_the_commands_for_an_author_run_in_their_order(sources: Path) -> None:
    section = README.partition("## Add an error")[2]
    (block,) = SAID.findall(section.partition("\n## ")[0])
    commands = [shlex.split(line, comments=True) for line in block.splitlines()]
    assert [command[1] for command in commands] == ["match", "new", "check"]
    # Not known yet, then begun, then with a list of what says TODO.
    for command, code in zip(commands, (1, 0, 1), strict=True):
        said = run(sources, *command, codes=(code,))
    assert "TODO" in said


def test_every_command_of_the_table_runs(sources: Path) -> None:
    named = re.findall(r"^\| `errorbook ([a-z-]+)` \|", README, re.MULTILINE)
    site = site_beside(
        sources, {name: text for name, text in readme.example().items() if "errors/" not in name}
    )
    kinds = ("tray", "crate", "basket", "bottle")
    write_errors(
        site / "errors",
        **{
            kind: {
                "id": f"XERO-000{number}",
                "title": f"No {kind}",
                **saying(f"There is no {kind} of this size"),
            }
            for number, kind in enumerate(kinds, 1)
        },
    )
    (site / "tickets.csv").write_text('id,description\n1,"There is no tray of this size"\n', "utf-8")
    (site / "messages.csv").write_text("text\nThe tray is not on the list of trays\n", "utf-8")
    (site / "mapping.yml").write_text(MAPPING, "utf-8")
    arguments: dict[str, tuple[str, ...]] = {
        "import": ("messages.csv", "--mapping", "mapping.yml"),
        "match": ("There is no tray of this size",),
        "new": ("The hopper 'A7' is not on the list of hoppers", "--system", "xero"),
        "triage": ("tickets.csv", "--output", "found.csv"),
        "export": ("exported",),
        "init": ("begun",),
        "rename": ("XERO-0001", "another-name"),
        "merge": ("XERO-0002", "--into", "XERO-0003"),
        "retire": ("XERO-0004",),
        "resolve": ("errors",),
    }
    assert named
    # What refuses an unfinished entry comes before what writes one; `stale` finds what nobody has reviewed.
    for command in sorted(named, key=lambda name: name in ("import", "new")):
        run(site, "errorbook", command, *arguments.get(command, ()), codes=(int(command == "stale"),))


def test_the_four_files_make_a_site(sources: Path) -> None:
    files = readme.example()
    assert sorted(files) == [
        "docs/index.md",
        "errors/catalogue.yml",
        "errors/shop/payment-declined.yml",
        "mkdocs.yml",
    ]
    shop = site_beside(sources, files)
    run(shop, "errorbook", "lock")
    run(shop, "errorbook", "check")
    run(shop, "mkdocs", "build", "--strict")
    assert "<textarea" in (shop / "site/index.html").read_text("utf-8")
    page = (shop / "site/errors/shop/payment-declined/index.html").read_text("utf-8")
    assert yaml.safe_load(files["errors/shop/payment-declined.yml"])["title"] in page


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["extension"], "make extension SITE=https://help.example.com"),
        (["extension", "SITE=help"], "make extension SITE=https://help.example.com"),
        (["rules", "DATA=nowhere"], "DATA=folder"),
        (["rules", "NUMBERS=README.md"], "NUMBERS=content/contributing/matching-design.md"),
        (["bench-cost", "DATA=nowhere"], "DATA=folder"),
        (["fuzz", "ERRORBOOK_FUZZ=many"], "ERRORBOOK_FUZZ=5000"),
    ],
)
def test_what_make_refuses_it_names_as_it_is_typed(sources: Path, typed: list[str], told: str) -> None:
    # No browser: what the target would measure in one is not reached.
    done = subprocess.run([*MAKE, *typed], cwd=sources, capture_output=True, text=True)
    assert done.returncode == 2
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_set_up_without_python_says_how_to_name_another(sources: Path) -> None:
    done = subprocess.run(
        ["make", "-W", "pyproject.toml", "setup", "PYTHON=nobody"],
        cwd=sources,
        capture_output=True,
        text=True,
    )
    assert "there is no nobody here" in done.stdout
    assert "make PYTHON=python3.12" in done.stdout


def test_what_windows_users_type_is_what_make_runs() -> None:
    """PowerShell is not here; each of its commands is one that a target runs."""
    section = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## On Windows")[2]
    (block,) = SAID.findall(section)
    makefile = (ROOT / "Makefile").read_text("utf-8") + (ROOT / "tools/setup.py").read_text("utf-8")
    for line in block.splitlines():
        tool = re.sub(r"^\.venv\\Scripts\\", "", line).split()[0]
        assert tool in makefile or tool in ("py", "npm", "npx"), line
