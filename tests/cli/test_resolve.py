"""`errorbook resolve`: proof for a vendor's own checks that what a program names is there."""

import json
from pathlib import Path

import pytest
from commands import Run


@pytest.fixture
def source(folder: Path) -> Path:
    """A source file beside a catalogue with one error."""
    path = folder.parent / "src.py"
    path.write_text('raise Sync("XERO-0001")\n', "utf-8")
    return path


class TestResolve:
    @pytest.mark.usefixtures("source")
    def test_a_tree_whose_names_are_all_known_is_sound(self, run: Run) -> None:
        ran = run("resolve", "src.py")
        assert (ran.code, ran.out, ran.err) == (0, "1 file: 1 reference to 1 known error\n", "")

    def test_every_problem_is_told_with_its_place(self, run: Run, source: Path) -> None:
        source.write_text("XERO_0001\nXERO_0002, XERO_0003\n", "utf-8")
        ran = run("resolve", "src.py")
        assert ran.code == 1
        assert [line.partition(" is ")[0] for line in ran.out.splitlines()] == [
            "src.py:2:1: XERO_0002",
            "src.py:2:12: XERO_0003",
            "2 problems in 1 file",
            "1 file: 1 reference to 1 known error",
        ]

    def test_files_of_a_folder_may_be_left_out(self, run: Run, source: Path) -> None:
        tree = source.parent / "tree"
        (tree / "docs").mkdir(parents=True)
        source.rename(tree / "src.py")
        (tree / "docs/old.md").write_text("XERO-0009\n", "utf-8")
        assert run("resolve", "tree").code == 1
        ran = run("resolve", "tree", "--exclude", "docs/*")
        assert (ran.code, ran.out) == (0, "1 file: 1 reference to 1 known error\n")

    def test_a_tree_that_names_nothing_proves_nothing(self, run: Run, source: Path) -> None:
        source.write_text("pass\n", "utf-8")
        ran = run("resolve", "src.py")
        assert (ran.code, ran.out) == (1, "No error is named in 1 file. Are these the right ones?\n")

    @pytest.mark.usefixtures("source")
    @pytest.mark.parametrize("language", ["python", "typescript", "json"])
    def test_exported_constants_are_sound_without_the_catalogue(self, run: Run, language: str) -> None:
        site = ("--site", "https://help.example")
        assert run("export", "known.json", "--constants", "json", *site).code == 0
        assert (
            run("export", "gen/errors", "--constants", language, *site).out == "Wrote 1 error to gen/errors\n"
        )
        ran = run("resolve", "gen", "--known", "known.json", "--json")
        assert (ran.code, json.loads(ran.out)["problems"]) == (0, [])

    @pytest.mark.parametrize("target", ["errors/xero/a.yml", "mkdocs.yml", "notes.md"])
    @pytest.mark.parametrize("language", ["python", "typescript", "json"])
    def test_constants_never_replace_a_file_of_another_kind(
        self, run: Run, folder: Path, tmp_path: Path, target: str, language: str
    ) -> None:
        file = tmp_path / target
        before = file.read_text("utf-8") if file.exists() else ""
        file.write_text(before, "utf-8")
        ran = run("export", target, "--constants", language, "--site", "https://help.example")
        assert (ran.code, ran.out) == (2, "")
        assert f"--constants {language} goes to a file that ends in ." in ran.err
        assert ran.err.endswith(f", and not to {target}.\n")
        assert file.read_text("utf-8") == before

    def test_a_link_must_lead_to_the_site(self, run: Run, source: Path) -> None:
        source.write_text("https://help.example/e/XERO-0001/", "utf-8")
        assert run("resolve", "src.py", "--site", "https://help.example/").code == 0
        assert run("resolve", "src.py", "--site", "https://other.example/help").code == 1

    def test_a_replaced_error_fails_only_when_strict(
        self, run: Run, source: Path, folder: Path, tmp_path: Path
    ) -> None:
        entry = {"id": "XERO-0001", "title": "x", "permalink": "e/XERO-0001/", "status": "withdrawn"}
        (tmp_path / "known.json").write_text(json.dumps({"errors": [entry]}), "utf-8")
        known = ("resolve", "src.py", "--known", str(tmp_path / "known.json"))
        ran = run(*known)
        assert (ran.code, ran.out.splitlines()[0]) == (
            0,
            "src.py:1:13: warning: XERO-0001 was wrong and is withdrawn."
            " Name the error that is meant, or none",
        )
        assert run(*known, "--strict").code == 1
        assert run(*known, "--errors", folder.name).code == 2

    @pytest.mark.usefixtures("source")
    @pytest.mark.parametrize("text", ["", "[]", '{"errors": [{"id": "x"}]}', '{"redirects": []}'])
    def test_a_document_without_errors_is_one_problem(self, run: Run, text: str) -> None:
        Path("known.json").write_text(text, "utf-8")
        ran = run("resolve", "src.py", "--known", "known.json")
        assert (ran.code, ran.err.splitlines()[0]) == (
            1,
            "known.json: does not list errors. Name the site's api/v1/errors.json, or what"
            " 'errorbook export --constants json' wrote",
        )
