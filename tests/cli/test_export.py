"""`errorbook export`: the pages and files for another generator, below the target and nowhere else."""

from pathlib import Path

import pytest
from commands import Run

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
