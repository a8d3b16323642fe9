"""What the files of a built site are for, and how many bytes they and the parts of an entry's page hold.

python -m bench.site_files                1,000 entries
python -m bench.site_files 4000
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.build import SYSTEMS, run, write

_SYSTEM = "|".join(SYSTEMS)
KINDS = {
    "page": rf"errors/({_SYSTEM})/[^/]+/index\.html",
    "Markdown": rf"errors/({_SYSTEM})/[^/]+/index\.md",
    "card": r"assets/errorbook/cards/.+",
    "document": r"api/v1/errors/.+",
    "permanent link": r"e/[A-Z]+-\d+/index\.html",
    "the same in small letters": r"e/[a-z]+-\d+/index\.html",
    "index pages": r"errors/.+",
    "lists of all": r"(api/.+|[^/]+\.(json|txt|xml|gz)|search/.+)",
    "our scripts, styles and indexes": r"assets/errorbook/.+",
    "theme and the rest": r".+",
}
PARTS = {
    "head": r"<head>.*</head>",
    "article": r"<article.*</article>",
    "the Markdown to copy, within it": r' data-markdown="[^"]*"',
}


def kind(uri: str) -> str:
    """Return what a file is for."""
    return next(name for name, shape in KINDS.items() if re.fullmatch(shape, uri))


def main() -> None:
    """Print both tables."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    files, amounts, parts = Counter[str](), Counter[str](), Counter[str]()
    with TemporaryDirectory() as folder:
        ours, _ = write(Path(folder), size)
        run(ours, "mkdocs", "build", "--quiet")
        for path in (ours / "site").rglob("*"):
            if path.is_file():
                name = kind(path.relative_to(ours / "site").as_posix())
                files[name] += 1
                amounts[name] += path.stat().st_size
                for part, shape in PARTS.items() if name == "page" else ():
                    found = re.search(shape, path.read_text("utf-8"), re.DOTALL)
                    parts[part] += len(found[0].encode()) if found else 0
    print("| Files | Number | MB |\n|---|---:|---:|")
    for name in KINDS:
        print(f"| {name} | {files[name]:,} | {amounts[name] / 1e6:.1f} |")
    parts["around the article"] = amounts["page"] - parts["head"] - parts["article"]
    print("\n| Part of a page | Bytes |\n|---|---:|")
    for name, amount in parts.items():
        print(f"| {name} | {amount / files['page']:,.0f} |")


if __name__ == "__main__":
    main()
