"""Finds words that this project does not write, in all that people read, and says what to write instead.

    python tools/prose.py [FOLDER]

The words are in `house_words.txt`. vale, proselint and textlint were weighed: vale is a program that its
package fetches unpinned when it first runs, proselint knows no vocabulary of one's own, and none of them can
tell a step of an entry from the message and the pastes beside it, which are other people's words.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
WORDS = Path(__file__).with_name("house_words.txt")
NOT_OURS = {
    *("messages", "examples", "non_examples", "aliases", "questions", "translations", "codes"),
    *("references", "example", "internal", "path", "spellings", "also", "words_of"),
}
"""Fields of an entry that are not prose of ours: what others write, and what products are named."""
WORD_LISTS = {"describing/language.py", "matching/codes/code_context.py", "redaction/common_words.py"}
"""Modules that hold lists of words, not only texts."""
FOR_DEVELOPERS = {"architecture.md", "matching-design.md", "decisions"}
"""Pages that only people who change the code read."""
_QUOTED = re.compile(
    r'`[^`]*`|\*\*[^*]+\*\*|"[^"\n]*"|“[^”]*”|\]\([^)\s]*\)|<[^<>]*>|\{[^{}]*\}|https?://\S+'
)
_CODE = re.compile(r"^( *)(`{3,})[^\n]*\n.*?^\1\2`*[ \t]*$|^ {4,}(?![ -]|\d+\.)[^\n]*$", re.S | re.M)
_SAMPLE = re.compile(r"^```yaml\n(.*?)^```$", re.S | re.M)
_TEXT = re.compile(r'[\s{]*"[^"]+": (".*"),?}?$')
_PATTERN = re.compile(r"[|\\]|\(\?")
_SOURCES = re.compile(r"^## Sources\n.*", re.S | re.M)


@dataclass(frozen=True)
class Rule:
    """A word that is not written here, and what is written instead."""

    word: re.Pattern[str]
    instead: str


def rules(text: str) -> list[Rule]:
    """Read the rules of a word list: `pattern -> instead`, a line each."""
    found = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            word, _, instead = line.partition(" -> ")
            found.append(Rule(re.compile(rf"\b(?:{word})\b", re.I), instead))
    return found


def remarks(text: str, known: list[Rule]) -> Iterator[tuple[int, str]]:
    """Yield the line within a text of each word that is not written here, and what to do."""
    ours = _QUOTED.sub(_blank, text)
    for rule in known:
        for found in rule.word.finditer(ours):
            yield ours.count("\n", 0, found.start()), f"'{found[0]}': write {rule.instead}"


def entry_texts(source: str) -> Iterator[tuple[int, str]]:
    """Yield the texts that an error file, a block or the catalogue's own file holds, with their lines."""
    node = yaml.compose(source, Loader=yaml.CSafeLoader)
    yield from _prose(node) if node else ()


def page_text(source: str) -> str:
    """Return a page without code and sources, line for line."""
    return _SOURCES.sub(_blank, _CODE.sub(_blank, source))


def sample_texts(source: str) -> Iterator[tuple[int, str]]:
    """Yield the texts of the entries that a page shows, which authors copy, with their lines."""
    for sample in _SAMPLE.finditer(source):
        above = source.count("\n", 0, sample.start(1))
        yield from ((above + line, text) for line, text in entry_texts(sample[1]))


def interface_texts(source: str) -> Iterator[tuple[int, str]]:
    """Yield the texts of an interface table with their lines."""
    for number, line in enumerate(source.splitlines(), 1):
        if found := _TEXT.match(line):
            yield number, json.loads(found[1])


def printed_texts(source: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences that a module may print, with their lines: no docstrings, no patterns."""
    tree = ast.parse(source)
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(said)) if " " in said and id(node) not in silent:
                if not _PATTERN.search(said):
                    yield node.lineno, said


def texts(root: Path) -> Iterator[tuple[Path, int, str]]:
    """Yield all that people read, with its file and the line that it begins in."""
    for path in sorted((root / "errors").rglob("*.yml")):
        yield from ((path, *found) for found in entry_texts(path.read_text("utf-8")))
    for path in (*sorted((root / "content").rglob("*.md")), root / "README.md", root / "CONTRIBUTING.md"):
        if not FOR_DEVELOPERS & set(path.parts):
            source = path.read_text("utf-8")
            yield path, 1, page_text(source)
            yield from ((path, *found) for found in sample_texts(source))
    package = root / "plugins/errorbook"
    yield from ((package / "wording/en.json", *found) for found in _read(package / "wording/en.json"))
    for path in sorted(package.rglob("*.py")):
        if path.relative_to(package).as_posix() not in WORD_LISTS:
            yield from ((path, *found) for found in printed_texts(path.read_text("utf-8")))


def main(root: Path = ROOT) -> int:
    """Print each word that is not written here, and return 1 if there is one."""
    known = rules(WORDS.read_text("utf-8"))
    found = [
        f"{path.relative_to(root).as_posix()}:{line + below}: {remark}"
        for path, line, text in texts(root)
        for below, remark in remarks(text, known)
    ]
    print(*sorted(found), sep="\n", end="\n" if found else "")
    return 1 if found else 0


def _prose(node: yaml.Node) -> Iterator[tuple[int, str]]:
    """Yield the scalars below a node that are prose, the answers of questions among them."""
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.line + 1, node.value
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _prose(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if " " in key.value:
                yield key.start_mark.line + 1, key.value
            if key.value not in NOT_OURS:
                yield from _prose(value)


def _read(table: Path) -> Iterator[tuple[int, str]]:
    return interface_texts(table.read_text("utf-8"))


def _blank(found: re.Match[str]) -> str:
    """Return the line breaks of what is left out, so that lines keep their numbers."""
    return " " + "\n" * found[0].count("\n")


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
