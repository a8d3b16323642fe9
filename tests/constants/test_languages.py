"""Constants are modules that run, hold each value as the catalogue has it, and no text of it as code."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from builders import make_catalogue, make_entry

from errorbook.constants import known, languages
from errorbook.constants.known import Known
from errorbook.site.site_info import SiteInfo

ROOT = Path(__file__).parents[2]
HOSTILE = '"\'\\""" ` ${x} \\u0041 \\N{BULLET} */ // # {0} %s \u2028\u202e\u0085\x7f\ufeff é 😀 𝄞 \U000e0041'
CODES = [{"system": "xero", "code": HOSTILE}, {"system": "xero", "code": "10", "role": "wrapper"}]


@pytest.fixture
def errors() -> Known:
    catalogue = make_catalogue(
        make_entry(title=HOSTILE, codes=CODES),
        make_entry(id="XERO-0002", slug="b", status="superseded", superseded_by=["XERO-0001"]),
        make_entry(id="XERO-0003", slug="c", status="draft"),
    )
    return known.of_catalogue(catalogue, SiteInfo(site_url="https://help.example/docs/"))


def expected(errors: Known) -> list[dict[str, Any]]:
    fields = {"id", "title", "permalink", "codes"}
    return [error.model_dump(mode="json", include=fields) for error in errors.errors]


def test_every_published_error_is_there_by_its_permanent_link(errors: Known) -> None:
    assert [(error.id, error.permalink) for error in errors.errors] == [
        ("XERO-0001", "https://help.example/docs/e/XERO-0001/"),
        ("XERO-0002", "https://help.example/docs/e/XERO-0002/"),
    ]
    assert errors.site == "https://help.example/docs/"


def test_python_imports_what_was_written(errors: Known) -> None:
    text = languages.write("python", errors)
    module: dict[str, Any] = {"__name__": "errors"}
    exec(compile(text, "errors.py", "exec", flags=0, dont_inherit=True), module)
    read = [
        {**error._asdict(), "codes": [code._asdict() for code in error.codes]}
        for error in module["ERRORS"].values()
    ]
    assert read == expected(errors)
    assert module["XERO_0002"] is module["ERRORS"]["XERO-0002"]


def test_typescript_compiles_and_holds_what_was_written(errors: Known, tmp_path: Path) -> None:
    (tmp_path / "errors.ts").write_text(languages.write("typescript", errors), "utf-8", newline="\n")
    compiler = ROOT / "node_modules/typescript/bin/tsc"
    options = ("--strict", "--target", "es2022", "--module", "es2022", "--types", "", "--ignoreConfig")
    ran = subprocess.run(
        ["node", compiler, *options, "errors.ts"], cwd=tmp_path, capture_output=True, encoding="utf-8"
    )
    assert (ran.stdout, ran.returncode) == ("", 0)
    (tmp_path / "errors.js").rename(tmp_path / "errors.mjs")
    script = 'import { ERRORS } from "./errors.mjs"; console.log(JSON.stringify(Object.values(ERRORS)));'
    told = subprocess.run(
        ["node", "--input-type=module", "--eval", script],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert json.loads(told.stdout) == expected(errors)


def test_json_holds_what_was_written_and_can_be_read_again(errors: Known, tmp_path: Path) -> None:
    text = languages.write("json", errors)
    assert json.loads(text) == {"schema_version": "1.0", "errors": expected(errors)}
    (tmp_path / "errors.json").write_text(text, "utf-8")
    again = known.load(tmp_path / "errors.json")
    assert [error.id for error in again.errors] == ["XERO-0001", "XERO-0002"]
    assert again.errors[0].title == HOSTILE


@pytest.mark.parametrize("language", ["python", "typescript"])
def test_nobody_is_misled_by_what_cannot_be_seen(language: str, errors: Known) -> None:
    text = languages.write(language, errors)
    assert [letter for letter in text if not letter.isprintable() and letter != "\n"] == []


@pytest.mark.parametrize("language", languages.NAMES)
def test_a_catalogue_without_errors_gives_an_empty_list(language: str) -> None:
    text = languages.write(language, known.of_catalogue(make_catalogue(), SiteInfo()))
    assert "KnownError(\n" not in text
    if language == "python":
        module: dict[str, Any] = {"__name__": "errors"}
        exec(text, module)
        assert module["ERRORS"] == {}
