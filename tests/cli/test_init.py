"""`errorbook init`: a site that checks and builds as it is written, and never in the place of something."""

import re
from pathlib import Path

import pytest
import yaml
from browsing import build
from commands import Run

from errorbook import __version__
from errorbook.authoring import template_site

TRADES = re.compile(r"(?i)cin7|xero|quickbooks|bookkeep|\bsync|invoice")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_what_building_and_changing_a_catalogue_leave_behind_is_not_for_its_history(run: Run) -> None:
    assert run("init", "help").code == 0
    before = files(Path("help"))
    assert run("lock", "--errors", "help/errors").code == 0
    left = set(files(Path("help"))) - set(before)
    assert left
    ignored = Path("help/.gitignore").read_text("utf-8").splitlines()
    assert {f"/{file}" for file in left} <= set(ignored)


def test_the_next_commands_can_be_pasted_whatever_the_folder_is_called(run: Run) -> None:
    assert "\nNow: cd help, then errorbook check" in run("init", "help").out
    assert "\nNow: cd 'our help', then errorbook check" in run("init", "our help").out


def test_a_site_is_written_that_passes_every_check(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = run("init", "help", "--name", "Bottle line 3")
    assert (ran.code, ran.err) == (0, "")
    monkeypatch.chdir(here / "help")
    assert files(Path()) == [
        ".github/workflows/pages.yml",
        ".gitignore",
        "docs/index.md",
        "errors/block.schema.json",
        "errors/bottle-line-3/file-too-large.yml",
        "errors/catalogue.yml",
        "errors/entry.schema.json",
        "errors/ids.lock",
        "mkdocs.yml",
        "requirements.txt",
    ]
    checked = run("check")
    assert (checked.code, checked.err) == (0, ""), checked.out
    assert checked.out.splitlines()[:2] == [
        "errors/bottle-line-3/file-too-large.yml:4:1: warning: id: BOTTLELI-0001 is not in ids.lock."
        " Run 'errorbook lock' to record it",
        "1 problem in 1 file",
    ]
    assert run("lock").code == 0
    assert "BOTTLELI-0001" in Path("errors/ids.lock").read_text("utf-8")
    checked = run("check", "--strict")
    assert (checked.code, checked.err) == (0, ""), checked.out
    found = run("match", "The file a.txt has 70 MB, more than the limit of 50 MB")
    assert found.code == 0
    assert run("schema", "--check").code == 0
    told = "".join(Path(name).read_text("utf-8") for name in files(Path()) if not name.endswith(".json"))
    assert TRADES.findall(told) == []
    assert "@" not in re.sub(r"uses: \S+@v\d", "", told)


def test_the_example_can_be_thrown_away(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run("init", "help", "--name", "Liftwell")
    assert "LIFTWELL-0001 is an example. Write errors of your own, delete its file and run" in ran.out
    monkeypatch.chdir(here / "help")
    began = run("new", "Door 4 did not close within 9 s", "--system", "liftwell", "--title", "A door is open")
    assert began.code == 0, began.err
    Path("errors/liftwell/file-too-large.yml").unlink()
    settings = Path("mkdocs.yml").read_text("utf-8")
    Path("mkdocs.yml").write_text(settings.replace("LIFTWELL-0001", "LIFTWELL-0002"), "utf-8")
    told = run("check").out
    assert "TODO" in told
    assert ("LIFTWELL-0001" in told, "ids.lock" in told) == (False, False), told


def test_it_says_where_the_workflow_takes_errorbook_from(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package may be in no index that the workflow reaches: then its wheel stands beside the file."""
    ran = run("init", "help")
    assert "requirements.txt says where the workflow takes errorbook from" in ran.out
    text = Path("help/requirements.txt").read_text("utf-8")
    (wheel,) = re.findall(r"^# \./(\S+)$", text, re.MULTILINE)
    assert wheel == f"errorbook-{__version__}-py3-none-any.whl"
    assert [line for line in text.splitlines() if not line.startswith("#")] == [f"errorbook=={__version__}"]


def test_no_folder_is_named_as_windows_names_a_device(run: Run, here: Path) -> None:
    ran = run("init", "help", "--name", "Aux")
    assert (ran.code, list(here.iterdir())) == (2, [])
    assert "--system 'aux' is kept by Windows for a device. Add a word to it" in " ".join(ran.err.split())


def test_it_builds_and_its_lookup_is_there(run: Run, here: Path) -> None:
    assert run("init", ".").code == 0
    assert run("lock").code == 0
    site = build(here / "site", config=here / "mkdocs.yml")
    assert 'data-eb="lookup"' in (site / "index.html").read_text("utf-8")
    assert (site / "e/MYPRODUC-0001/index.html").is_file()


def test_the_workflow_checks_the_published_addresses_before_it_publishes(run: Run) -> None:
    run("init", "help")
    jobs = yaml.safe_load(Path("help/.github/workflows/pages.yml").read_text("utf-8"))["jobs"]
    steps = [step.get("run", step.get("uses", "")) for step in jobs["build"]["steps"]]
    (fetch,) = (place for place, step in enumerate(steps) if "urls.json" in step and "curl" in step)
    check = steps.index("errorbook check --strict ${{ steps.published.outputs.check }}")
    assert fetch < check < steps.index("mkdocs build --strict")
    assert "check=--published urls.json" in steps[fetch]
    assert "exit 1" in steps[fetch]
    assert jobs["publish"]["needs"] == "build"


def test_what_is_there_stays_and_nothing_is_written(run: Run, here: Path) -> None:
    (here / "docs").mkdir()
    (here / "docs/index.md").write_text("mine", "utf-8")
    (here / "mkdocs.yml").write_text("mine", "utf-8")
    ran = run("init", ".")
    assert ran.code == 1
    assert "mkdocs.yml: is there already. Choose another folder; nothing was written" in ran.err
    assert "docs/index.md: is there already" in ran.err
    assert files(here) == ["docs/index.md", "mkdocs.yml"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--name", "<b>"), "--name '<b>' is not a name of letters"),
        (("--name", "a: b"), "--name 'a: b' is not a name of letters"),
        (("--name", "ビン"), "--system '' is not a folder in small letters. Name one"),
        (
            ("--system", "My Product"),
            "--system 'My Product' is not a folder in small letters. Write my-product",
        ),
    ],
)
def test_names_that_fit_nowhere_are_refused(
    run: Run, here: Path, arguments: tuple[str, str], told: str
) -> None:
    ran = run("init", "help", *arguments)
    assert (ran.code, told in ran.err.replace("\n", " ")) == (2, True), ran.err
    assert files(here) == []


@pytest.mark.parametrize(
    ("name", "system", "prefix"),
    [
        ("Shop", "shop", "SHOP"),
        ("Flaschenfüller 3", "flaschenfueller-3", "FLASCHEN"),
        ("3D Printer", "3d-printer", "DPRINTER"),
        ("X", "x", "XERR"),
    ],
)
def test_folder_and_prefix_are_made_from_the_name(name: str, system: str, prefix: str) -> None:
    assert template_site.system_of(name) == system
    assert template_site.prefix_of(system) == prefix
