"""Words that the project does not write are found in what people read, and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import prose  # noqa: E402 (the folder has to be named first)

KNOWN = prose.rules("# a remark\n\nanew -> again\nstands?(?! for\\b) -> is\ncatalogs? -> catalogue\n")
ENTRY = """\
title: The record stands still
messages: [The catalog stands anew]
aliases: [catalog anew]
values: {item: {label: The catalog, example: anew anew}}
resolution:
  - do: Start **Catalog** anew.
    path: [Catalog, anew]
  - ask: What does it say?
    answers:
      "The letter C stands for catalog":
        - do: Read "anew" and `anew`.
"""


def lines(texts: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    return [(line + below, remark) for line, text in texts for below, remark in prose.remarks(text, KNOWN)]


def test_an_entry_that_a_page_shows_is_read_as_one() -> None:
    page = f"A catalog.\n\n```yaml\n{ENTRY}```\n\n```text\nanew: anew\n```\n"
    assert lines(prose.sample_texts(page)) == [
        (line + 3, remark) for line, remark in lines(prose.entry_texts(ENTRY))
    ]


def test_prose_of_an_entry_is_read_and_the_words_of_others_are_not() -> None:
    assert lines(prose.entry_texts(ENTRY)) == [
        (1, "'stands': write is"),
        (4, "'catalog': write catalogue"),
        (6, "'anew': write again"),
        (10, "'catalog': write catalogue"),
    ]


def test_an_empty_file_has_no_prose() -> None:
    assert lines(prose.entry_texts("# nothing yet\n")) == []


def test_a_page_keeps_its_line_numbers_without_code_and_sources() -> None:
    page = (
        "# Anew\n\n```\nanew\n```\n\n    anew\n\n- One\n    - again, anew\n\n## Sources\n\n- [Anew](a.md)\n"
    )
    assert lines([(1, prose.page_text(page))]) == [
        (1, "'Anew': write again"),
        (10, "'anew': write again"),
    ]


def test_addresses_and_names_of_holes_are_no_prose() -> None:
    text = "See [the list](anew/anew.md), https://anew.example/catalog, {anew} and <catalog>."
    assert list(prose.remarks(text, KNOWN)) == []


def test_the_interface_is_read_text_by_text() -> None:
    table = '{\n  "a.anew": "Paste it anew",\n  "b": {\n    "one": "{n} catalog"\n  }\n}\n'
    assert lines(prose.interface_texts(table)) == [
        (2, "'anew': write again"),
        (4, "'catalog': write catalogue"),
    ]


def test_a_module_is_read_where_it_prints() -> None:
    module = '"""Run anew."""\n# anew\nx = {"anew": "begin anew"}\ny = "anew"\nz = r"(anew| anew)"\n'
    assert lines(prose.printed_texts(module)) == [(3, "'anew': write again")]


def test_findings_are_printed_with_their_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in {
        "errors/xero/a.yml": "title: Whoever reads this\n",
        "content/a.md": "# A\n\nNothing is to be done.\n",
        "content/contributing/architecture.md": "anew\n",
        "plugins/errorbook/wording/en.json": '{"a": "An e-mail"}',
        "plugins/errorbook/cli/a.py": 'print("begin anew")\n',
        "plugins/errorbook/describing/language.py": 'A = "a anew b"\n',
        "README.md": "",
        "CONTRIBUTING.md": "Plain words.\n",
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    assert prose.main(tmp_path) == 1
    assert capsys.readouterr().out == (
        "content/a.md:3: 'is to be': write must be, should be\n"
        "errors/xero/a.yml:1: 'Whoever': write the person who, or the role\n"
        "plugins/errorbook/cli/a.py:1: 'anew': write again\n"
        "plugins/errorbook/wording/en.json:1: 'e-mail': write email\n"
    )
