"""What source files name is found in any language, and what leads nowhere is told with its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from errorbook.constants.known import Known, KnownError
from errorbook.constants.references import References
from errorbook.constants.source_tree import Proof, prove

SITE = "https://help.example/docs/"
UNKNOWN = "Correct the id, or write 'errorbook: ignore' behind it where it is none"


def error(id_: str, **more: object) -> KnownError:
    return KnownError.model_validate(
        {"id": id_, "title": "x", "permalink": f"{SITE}e/{id_}/", "codes": (), **more}
    )


KNOWN = Known(
    errors=(
        error("XERO-0001"),
        error("XERO-0002", status="superseded", superseded_by=("XERO-0001", "CIN7-0001")),
        error("XERO-0003", status="withdrawn"),
        error("CIN7-0001"),
    )
)
CODED = Known(errors=(error("TS2322"), error("42P01", status="withdrawn"), error("ORA-10942")))


def found(line: str, known: Known = KNOWN, site: str = "") -> list[tuple[int, str, str]]:
    return [(each.column, each.id, each.what) for each in References(known, site).find(line)]


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ('raise Sync("XERO-0001")', ["XERO-0001"]),
        ("import { XERO_0001, CIN7_0001 } from './errors'", ["XERO-0001", "CIN7-0001"]),
        ("errors.XERO_0001.permalink", ["XERO-0001"]),
        ("see <https://help.example/docs/e/XERO-0001/>.", ["XERO-0001"]),
        ("https://help.example/docs/e/xero-0001/#step-2?x", ["XERO-0001"]),
        ("(/e/CIN7-0001/)", ["CIN7-0001"]),
        ("[x](https://help.example/docs/e/XERO-0001/), [y](https://help.example/docs/e/CIN7-0001)", 2),
        ("XERO-00011 XERO-001 MY_XERO_0001 XERO_0001_HINT A-XERO-0001 xero-0001 AXERO-0001", []),
        ("JIRA-0001 https://jira.example/browse/XERO-12 https://other.example/e/JIRA-0001/", []),
        ("https://other.example/e/news", []),
        ("XERO-0009  # errorbook: ignore", []),
    ],
)
def test_references_are_found_in_any_language(line: str, ids: list[str] | int) -> None:
    expected = ["XERO-0001", "CIN7-0001"] if isinstance(ids, int) else ids
    assert [(id_, what) for _, id_, what in found(line)] == [(id_, "") for id_ in expected]


def test_native_codes_are_found_where_they_are_known_and_no_other_number_is_one() -> None:
    line = "TS2322 TS9999 _42P01 42P02 ORA_10942 ORA-10943 https://help.example/docs/e/ts2322/"
    assert [(id_, bool(what)) for _, id_, what in found(line, CODED)] == [
        ("TS2322", False),
        ("42P01", True),
        ("ORA-10942", False),
        ("ORA-10943", True),
        ("TS2322", False),
    ]
    assert [error.constant for error in CODED.errors] == ["TS2322", "_42P01", "ORA_10942"]


def test_what_leads_nowhere_is_told() -> None:
    assert found('x = "XERO-0009" or XERO_0008') == [
        (6, "XERO-0009", "XERO-0009 is no error that was ever published"),
        (20, "XERO-0008", "XERO_0008 is no error that was ever published"),
    ]
    assert found(f"{SITE}e/XERO-9/ {SITE}e/nothing") == [
        (1, "XERO-9", "XERO-9 is no error that was ever published"),
        (37, "NOTHING", "NOTHING is no error that was ever published"),
    ]


def test_a_link_to_another_site_leads_nowhere_unless_no_site_is_known() -> None:
    link = "https://help.example/e/XERO-0001/"
    (told,) = References(KNOWN).find(link)
    assert (told.what, told.leads) == ("https://help.example/e/XERO-0001 is on another site", False)
    assert told.fix == f"Link to {SITE}e/XERO-0001/, or write 'errorbook: ignore' behind it"
    assert found(link, site="https://help.example") == [(1, "XERO-0001", "")]
    homeless = Known(errors=(KnownError(id="XERO-0001", title="x", permalink="e/XERO-0001/"),))
    assert found(link, homeless) == [(1, "XERO-0001", "")]


def test_what_was_replaced_or_withdrawn_still_leads_to_a_page() -> None:
    told = list(References(KNOWN).find("XERO-0002 XERO-0003"))
    assert [(each.what, each.fix, each.leads) for each in told] == [
        ("XERO-0002 was replaced", "Name XERO-0001 or CIN7-0001", True),
        ("XERO-0003 was wrong and is withdrawn", "Name the error that is meant, or none", True),
    ]


def test_without_errors_nothing_is_named() -> None:
    assert found("XERO-0001 -0001 _0001", Known(errors=())) == []


def proof(*paths: Path, left_out: tuple[str, ...] = ()) -> Proof:
    return prove(paths, References(KNOWN), left_out)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source tree with an unknown id in each file, at line 2."""
    monkeypatch.chdir(tmp_path)
    names = ("a.py", "sub/b.ts", "sub/deep/c", "tests/d.py", ".git/e", ".env", "node_modules/f/g.js", "h.bin")
    for name in names:
        path = tmp_path / "src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(
            ("\0" if name == "h.bin" else "\ufeff").encode() + b"XERO-0001\r\n\xff XERO-0009\r\n"
        )
    (tmp_path / "src/link.py").symlink_to("a.py")
    return Path("src")


def test_every_text_of_a_tree_is_read_once_and_all_problems_are_told(tree: Path) -> None:
    told = proof(tree, tree / "a.py")
    assert list(map(str, told.problems)) == [
        f"{place}:2:3: XERO-0009 is no error that was ever published. {UNKNOWN}"
        for place in ("src/a.py", "src/sub/b.ts", "src/sub/deep/c", "src/tests/d.py")
    ]
    assert (told.files, told.named) == (4, {"XERO-0001": 4})


def test_files_are_left_out_by_their_name_or_place(tree: Path) -> None:
    told = proof(tree, left_out=("tests/*", "*.ts"))
    assert [problem.file for problem in told.problems] == ["src/a.py", "src/sub/deep/c"]


def test_what_cannot_be_read_is_a_problem_and_the_rest_is_read(tree: Path) -> None:
    os.mkfifo("pipe")
    told = proof(Path("pipe"), Path("gone"), tree / "a.py")
    assert [str(problem) for problem in told.problems][:2] == [
        "pipe: is no regular file. Put a file with the text in its place",
        "gone: cannot be read (No such file or directory). Check the file and its permissions",
    ]
    assert told.files == 1
