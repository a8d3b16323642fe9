"""The README's example of another catalogue: four files, as they are printed there."""

from __future__ import annotations

import re
from pathlib import Path

_README = Path(__file__).parent.parent / "README.md"
_FILE = re.compile(r"^`([\w./-]+)`:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def example() -> dict[str, str]:
    """Return the files of the example by path."""
    section = _README.read_text("utf-8").partition("## Use it for other errors")[2].partition("\n### ")[0]
    return dict(_FILE.findall(section))


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files by path."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
