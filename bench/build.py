"""What a build, a check and an edit cost beside the same texts as plain Markdown pages, by size of catalogue.

python -m bench.build                1,000, 4,000 and 10,000 entries
python -m bench.build 250 1000
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

SIZES = (1000, 4000, 10_000)
SYSTEMS = {"till": ("Till", "TILL"), "depot": ("Depot", "DEPO"), "ledger": ("Ledger", "LEDG")}
MESSAGES = (
    "The {0} {1} of {{record}} cannot be {2} while its {3} is {{value}}",
    "{0} {1} {{record}} was refused: the {2} {3} must not be {{value}}",
    "No {0} {1} was found for {{record}}, so the {2} of {{value}} has no {3}",
    "You must choose a {0} {1} before {{record}} may {2} the {3} {{value}}",
)
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "ki", "lo", "mu", "ne", "pa", "ro", "sa", "te", "vo", "wi")
COLUMNS = (
    "Entries",
    "Plain, s",
    "Build, s",
    "Ratio",
    "Check, s",
    "Edit, s",
    "Plain, MB",
    "Memory, MB",
    "Files",
    "MB",
)
STEP = "Send the record again"
CONFIG: dict[str, Any] = {
    "site_name": "Help",
    "theme": {"name": "material", "font": False},
    "markdown_extensions": ["attr_list"],
    "nav": ["index.md"],
    "not_in_nav": "/errors/",
}
BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Cost:
    """What one command took: seconds of the processor, and the most memory in megabytes."""

    seconds: float
    memory: float


def entries(size: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield made-up entries, each told by words of its own: system, slug and fields."""
    rng = random.Random(7)
    words = list(dict.fromkeys("".join(rng.choices(SYLLABLES, k=3)) for _ in range(6000)))
    for number in range(size):
        system = list(SYSTEMS)[number % 3]
        name, prefix = SYSTEMS[system]
        one, two, three, four = rng.sample(words, 4)
        message = rng.choice(MESSAGES).format(one, two, three, four)
        pastes = [
            message.replace("{record}", f"{kind}-{1000 + number}").replace("{value}", value)
            for kind, value in (("INV", "blue"), ("SO", "shut"))
        ]
        question = {
            "ask": f"Is the {three} still in use?",
            "answers": {
                "Yes": [f"Enter the {four} again.", "Save it."],
                "No": [f"Remove the {three}.", {"do": f"{STEP}.", "see": "It leaves the list."}],
            },
        }
        fields = {
            "id": f"{prefix}-{number // 3 + 1:04}",
            "title": f"The {one} {two} stands against the {three} {four}",
            "summary": f"The record waits until its {four} is put right. Nothing is lost.",
            "codes": [{"system": system, "code": str(10_000 + number)}],
            "messages": [message],
            "values": {
                "record": {"type": "document_number", "label": "record"},
                "value": {"type": "text", "label": "value"},
            },
            "causes": [f"The {three} was changed after the {one} was sent.", f"The {two} has no {four}."],
            "resolution": [f"Open the {one} in {name} and look at its {two}.", question],
            "references": [{"title": f"Help on {one}", "url": f"https://example.com/{one}/{number}"}],
            "reviewed": "2026-11-01",
            "examples": [pastes[0], f"2026-11-02 10:11:12 ERROR {pastes[1]}"],
        }
        yield system, f"{one}-{two}-{three}-{number}", fields


def plain(fields: Mapping[str, Any]) -> str:
    """Return an entry's texts as a page that somebody wrote."""
    first, question = fields["resolution"]
    answers = ""
    for answer, steps in question["answers"].items():
        told = [step if isinstance(step, str) else step["do"] for step in steps]
        answers += f"    - {answer}\n" + "".join(f"        - {step}\n" for step in told)
    causes = "".join(f"- {cause}\n" for cause in fields["causes"])
    (source,) = fields["references"]
    return (
        f"# {fields['title']}\n\n{fields['summary']}\n\n## Message\n\n```\n{fields['messages'][0]}\n```\n\n"
        f"## Why\n\n{causes}\n## How to fix it\n\n1. {first}\n2. {question['ask']}\n\n{answers}\n"
        f"## Sources\n\n- [{source['title']}]({source['url']})\n\n"
        f"Reviewed {fields['reviewed']}, {fields['id']}\n"
    )


def write(folder: Path, size: int) -> tuple[Path, Path]:
    """Write a catalogue and the same as plain pages; return both folders."""
    ours, theirs = folder / "ours", folder / "plain"
    systems = {slug: {"name": name, "prefix": prefix} for slug, (name, prefix) in SYSTEMS.items()}
    words = yaml.safe_dump({"name": "Errors", "systems": systems}, sort_keys=False)
    files = {
        ours / "mkdocs.yml": json.dumps({**CONFIG, "plugins": ["search", "errorbook"]}),
        ours / "docs/index.md": "# Help\n\n<!-- errorbook:lookup -->\n",
        ours / "errors/catalogue.yml": words,
        theirs / "mkdocs.yml": json.dumps({**CONFIG, "plugins": ["search"]}),
        theirs / "docs/index.md": "# Help\n",
    }
    for system, slug, fields in entries(size):
        files[ours / f"errors/{system}/{slug}.yml"] = json.dumps(fields, indent=1)
        files[theirs / f"docs/errors/{system}/{slug}.md"] = plain(fields)
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    run(ours, "errorbook", "lock")
    return ours, theirs


def run(folder: Path, *command: str) -> Cost:
    """Run a command of this environment in a folder, and return what it took."""
    child = subprocess.Popen([str(BIN / command[0]), *command[1:]], cwd=folder, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode} in {folder}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def edit(folder: Path) -> float:
    """Return the seconds from saving an entry's file until its page shows it: the middle of three."""
    file = sorted((folder / "errors/depot").glob("*.yml"))[5]
    text, took = file.read_text("utf-8"), []
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(BIN / "mkdocs"), "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}/errors/depot/{file.stem}/"

    def wait(word: str) -> None:
        while server.poll() is None:
            with contextlib.suppress(OSError):
                if word in urllib.request.urlopen(address, timeout=600).read().decode():
                    return
            time.sleep(0.02)
        raise SystemExit(f"mkdocs serve ended in {folder}")

    try:
        wait(STEP)
        for number in range(3):
            time.sleep(1.5)
            began = time.perf_counter()
            file.write_text(text.replace(STEP, f"{STEP} {number} times"), "utf-8")
            wait(f"{STEP} {number} times")
            took.append(time.perf_counter() - began)
    finally:
        server.terminate()
        server.wait()
        file.write_text(text, "utf-8")
    return statistics.median(took)


def measure(size: int) -> str:
    """Return the row of the table for a catalogue of so many entries."""
    with TemporaryDirectory() as folder:
        ours, theirs = write(Path(folder), size)
        peer, built = run(theirs, "mkdocs", "build", "--quiet"), run(ours, "mkdocs", "build", "--quiet")
        checked = run(ours, "errorbook", "check")
        files = [path for path in (ours / "site").rglob("*") if path.is_file()]
        megabytes = sum(path.stat().st_size for path in files) / 1e6
        shutil.rmtree(ours / "site")
        cells = (
            f"{size:,}",
            f"{peer.seconds:.1f}",
            f"{built.seconds:.1f}",
            f"{built.seconds / peer.seconds:.1f}",
            f"{checked.seconds:.1f}",
            f"{edit(ours):.1f}",
            f"{peer.memory:.0f}",
            f"{built.memory:.0f}",
            f"{len(files):,}",
            f"{megabytes:.1f}",
        )
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print the table."""
    print(f"| {' | '.join(COLUMNS)} |")
    print("|" + "---:|" * len(COLUMNS))
    for size in tuple(map(int, sys.argv[1:])) or SIZES:
        print(measure(size), flush=True)


if __name__ == "__main__":
    main()
