"""`errorbook export`: the pages and files for another generator, below the target and nowhere else."""

import json
import zipfile
from pathlib import Path

import pytest
from commands import Run

from errorbook.constants import languages
from errorbook.panels import formats as panels
from errorbook.replies import formats
from errorbook.site.export import Exported


class TestExport:
    def test_nothing_is_written_outside_of_the_target(
        self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (folder.parent / "content").mkdir()
        monkeypatch.setattr(
            "errorbook.site.export.build", lambda *_: Exported({"x.md": "", "../y.md": ""}, "x.js", "x.css")
        )
        ran = run("export", "out")
        assert (ran.code, ran.err.splitlines()[0]) == (
            1,
            "../y.md: is outside of the folder that is written to. Correct the address that leads there",
        )
        assert not list(folder.parent.rglob("[xy].md"))

    def test_the_site_is_written_as_plain_files(self, run: Run, folder: Path) -> None:
        content = folder.parent / "content"
        (content / "images").mkdir(parents=True)
        (content / "index.md").write_text("# Home\n\n<!-- errorbook:lookup -->\n", "utf-8")
        (content / "images/logo.svg").write_text("<svg/>", "utf-8")
        ran = run("export", "out")
        out = folder.parent / "out"
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith("Wrote ")
        assert "Let every page load assets/errorbook/errorbook." in ran.out
        for name in ("index.md", "images/logo.svg", "errors/xero/a.md", "e/XERO-0001/index.html"):
            assert (out / name).is_file()

    @pytest.mark.usefixtures("folder")
    def test_without_written_pages_the_command_is_not_understood(self, run: Run) -> None:
        ran = run("export", "out")
        assert (ran.code, "Directory 'content' does not exist." in ran.err) == (2, True)


class TestUnfinished:
    KINDS = (
        (),
        ("--html",),
        *(("--replies", tool) for tool in formats.NAMES),
        *(("--constants", language) for language in languages.NAMES),
        *(("--panel", name) for name in panels.NAMES),
    )

    @pytest.mark.parametrize("kind", KINDS)
    def test_what_is_left_to_fill_in_reaches_no_customer(
        self, run: Run, folder: Path, kind: tuple[str, ...]
    ) -> None:
        (folder.parent / "content").mkdir()
        (folder.parent / "content/index.md").write_text("# Home\n\n<!-- errorbook:lookup -->\n", "utf-8")
        assert run("new", "The key card 4711 cannot be read", "--system", "xero").code == 0
        ran = run("export", "out", *kind, "--site", "https://help.example.com")
        assert (ran.code, ran.out) == (1, "")
        assert "still says TODO. Write the text, or remove it" in ran.err
        assert not Path("out").exists()

    def test_what_was_written_before_stays(self, run: Run, folder: Path) -> None:
        asked = ("export", "out", "--replies", "csv", "--site", "https://help.example.com")
        assert run(*asked).code == 0
        (table,) = Path("out").glob("*.csv")
        before = table.read_bytes()
        assert run("new", "The key card 4711 cannot be read", "--system", "xero").code == 0
        assert run(*asked).code == 1
        assert table.read_bytes() == before


class TestPanels:
    SITE = ("--site", "https://help.example.com")

    @pytest.mark.parametrize("name", panels.NAMES)
    @pytest.mark.usefixtures("folder")
    def test_the_lookup_is_packed_for_a_program(self, run: Run, name: str) -> None:
        ran = run("export", "out", "--panel", name, "--release", "2.0.1", *self.SITE)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith(f"Wrote the lookup for {name}: out/")
        (packed,) = Path("out").iterdir()
        with zipfile.ZipFile(packed) as archive:
            assert json.loads(archive.read("manifest.json"))["version"] == "2.0.1"

    def test_only_pages_that_are_written_are_linked(self, run: Run, folder: Path) -> None:
        content = folder.parent / "content"
        content.mkdir()
        (content / "privacy.md").write_text("# Privacy", "utf-8")
        assert run("export", "out", "--panel", "firefox", *self.SITE).code == 0
        (packed,) = Path("out").iterdir()
        with zipfile.ZipFile(packed) as archive:
            html = archive.read("panel.html").decode()
        assert 'href="https://help.example.com/privacy/"' in html
        assert "data-where" not in html

    @pytest.mark.usefixtures("folder")
    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("--panel", "firefox"), "--panel needs the site's address: set site_url in mkdocs.yml"),
            (("--panel", "safari"), "'safari' is not one of 'chromium', 'firefox'"),
            (("--panel", "firefox", "--no-answers"), "--answers goes with --replies."),
            (("--release", "1.0.0"), "--release goes with --replies or --panel."),
            (
                ("--panel", "firefox", "--replies", "csv"),
                "--replies and --panel are different exports: choose one.",
            ),
        ],
    )
    def test_what_is_not_understood_is_told(self, run: Run, arguments: tuple[str, ...], told: str) -> None:
        ran = run("export", "out", *arguments)
        assert (ran.code, told in " ".join(ran.err.split())) == (2, True), ran.err
        assert not Path("out").exists()


class TestReplies:
    SITE = ("--site", "https://help.example.com")

    @pytest.mark.parametrize("tool", formats.NAMES)
    @pytest.mark.usefixtures("folder")
    def test_a_reply_to_each_error_is_written(self, run: Run, tool: str) -> None:
        ran = run("export", "out/replies", "--replies", tool, *self.SITE)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith("Wrote 1 reply to 1 error: out/replies/")
        for path in ran.out.partition(": ")[2].strip().split(", "):
            assert Path(path).stat().st_size

    def test_the_address_of_the_site_may_come_from_its_configuration(self, run: Run, folder: Path) -> None:
        (folder.parent / "mkdocs.yml").write_text("site_url: https://help.example.com/", "utf-8")
        assert run("export", "out", "--replies", "csv", "--errors", "errors").code == 0
        (table,) = Path("out").glob("*.csv")
        assert "https://help.example.com/e/XERO-0001/" in table.read_text("utf-8")

    @pytest.mark.usefixtures("folder")
    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (
                ("--replies", "csv"),
                "--replies needs the site's address: set site_url in mkdocs.yml, or --site.",
            ),
            (
                ("--replies", "csv", "--site", "help"),
                "'help' is not a web address that starts with https://, without a name or password.",
            ),
            (
                ("--replies", "csv", "--release", "1.0"),
                "'1.0' is not a version of three numbers, such as 1.2.0.",
            ),
            (("--replies", "mail"), "'mail' is not one of 'espanso', 'zendesk', 'zendesk-app',"),
            (("--greeting", "Hi"), "--greeting goes with --replies."),
            (("--no-answers",), "--answers goes with --replies."),
            (("--replies", "csv", "--content", "."), "--content goes with a whole site: leave it out, or"),
        ],
    )
    def test_what_is_not_understood_is_told(self, run: Run, arguments: tuple[str, ...], told: str) -> None:
        ran = run("export", "out", *arguments)
        assert (ran.code, told in ran.err.replace("\n", " ")) == (2, True)
        assert not Path("out").exists()

    @pytest.mark.usefixtures("folder")
    def test_a_target_that_cannot_be_written_is_one_problem(self, run: Run) -> None:
        Path("out").write_text("", "utf-8")
        ran = run("export", "out", "--replies", "csv", *self.SITE)
        assert (ran.code, ran.err) == (1, "errorbook: out: File exists\n")
