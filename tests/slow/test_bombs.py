"""Small files that unpack to 400 MB: each is one problem, in little memory."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
from workbook_files import HEAD, MAIN, MEGABYTE, SHEET, STRINGS, STYLES, TAIL, make, text_cell

MOST_MEMORY = 200 * MEGABYTE
BOMBS = {
    "a cell": (SHEET, f'{HEAD}<row><c t="inlineStr"><is><t>', "a", f"</t></is></c></row>{TAIL}"),
    "a row": (SHEET, f"{HEAD}<row>", text_cell("a"), f"</row>{TAIL}"),
    "blanks": (SHEET, HEAD, " ", TAIL),
    "one text": (STRINGS, f'<sst xmlns="{MAIN}"><si><t>', "a", "</t></si></sst>"),
    "texts": (STRINGS, f'<sst xmlns="{MAIN}">', f"<si><t>{'a' * 900}\N{THUMBS UP SIGN}</t></si>", "</sst>"),
    "styles": (STYLES, f'<styleSheet xmlns="{MAIN}"><fonts>', "<font/>", "</fonts></styleSheet>"),
}
REFUSED = {
    "texts": "holds more than 80,000,000 bytes of text",
    "styles": "has more than 1,000,000 bytes beside its rows",
}
# Not ru_maxrss: that one begins at the size of the process that starts another, here of a whole test run.
MEASURED = """
import re, sys
from pathlib import Path
from errorbook.triage import tables
try:
    tables.survey(Path(sys.argv[1]))
except tables.TableError as error:
    print(error)
print(int(re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1]) * 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere /proc tells no peak of memory")
@pytest.mark.parametrize("bomb", BOMBS)
def test_400_megabytes_in_a_small_file_are_one_problem(tmp_path: Path, bomb: str) -> None:
    path = make(tmp_path / "t.xlsx", *BOMBS[bomb], size=400 * MEGABYTE)
    assert path.stat().st_size < 10 * MEGABYTE
    measured = subprocess.run(
        [sys.executable, "-c", MEASURED, path], capture_output=True, text=True, check=True
    )
    told, peak = measured.stdout.splitlines()
    reason = REFUSED.get(bomb, "has a row or a text of more than 4,000,000 bytes")
    assert told == f"{path}: {reason}. Export fewer tickets at once, or as CSV"
    assert int(peak) < MOST_MEMORY


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere /proc tells no peak of memory")
@pytest.mark.parametrize("start", ["id,text\n1,", 'id,text\n1,"'])
def test_400_megabytes_in_a_line_of_packed_text_are_one_problem(tmp_path: Path, start: str) -> None:
    path = tmp_path / "t.csv.gz"
    with gzip.open(path, "wt", 1) as file:
        file.write(start)
        for _ in range(400):
            file.write("a" * MEGABYTE)
    measured = subprocess.run(
        [sys.executable, "-c", MEASURED, path], capture_output=True, text=True, check=True
    )
    told, peak = measured.stdout.splitlines()
    reason = "has more than 20,000,000 characters in one line. Export fewer tickets at once, or as JSON Lines"
    assert told == f"{path}:2: {reason}"
    assert int(peak) < MOST_MEMORY
