"""Both matchers side by side: the Python one here, the JavaScript one in a process of its own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from errorbook.indexing.index_shards import Parts
from errorbook.matching import Matcher

SCRIPTS = Path(__file__).parent / "js"


class Twins:
    """A Python and a JavaScript matcher for one index."""

    def __init__(
        self, index: Mapping[str, Any], process: subprocess.Popen[str], parts: Parts | None = None
    ) -> None:
        """Compile the index in both; with ``parts`` the JavaScript side gets it in shards."""
        self._process = process
        # The browser reads the index from JSON, so both do.
        self.matcher = Matcher(json.loads(json.dumps(index)))
        self._ask({"index": parts.head, "shards": parts.shards} if parts else {"index": index})

    def forget(self) -> None:
        """Drop the shards that the JavaScript side has loaded."""
        self._ask({"forget": True})

    def python(self, paste: str) -> dict[str, Any]:
        """Return the Python result with offsets as JavaScript counts them."""
        result: Any = self.matcher.match(paste).to_json()
        for finding in result["findings"]:
            finding["spans"] = [
                [units(paste[:start]), units(paste[:end]), name] for start, end, name in finding["spans"]
            ]
        return {**result, "read": units(paste[: result["read"]])}

    def javascript(self, paste: str) -> dict[str, Any]:
        """Return the JavaScript result."""
        result: dict[str, Any] = self._ask({"paste": paste})
        return result

    def describe_by(self, described: Mapping[str, Any]) -> None:
        """Let the JavaScript side compile an index of descriptions."""
        self._ask({"described": described})

    def suggested(self, text: str) -> list[dict[str, Any]]:
        """Return the JavaScript suggestions for a text."""
        suggestions: list[dict[str, Any]] = self._ask({"describe": text})
        return suggestions

    def announced(self, text: str) -> list[dict[str, Any]]:
        """Return what JavaScript suggests beside the headings that it finds in a text."""
        suggestions: list[dict[str, Any]] = self._ask({"announce": text})
        return suggestions

    def ordinary(self, texts: list[str], listed: str) -> list[list[bool]]:
        """Return whether JavaScript holds each wording for anybody's, and for one that says little."""
        answers: list[list[bool]] = self._ask({"ordinary": texts, "list": listed})
        return answers

    def explained(self, paste: str) -> dict[str, Any]:
        """Return the JavaScript explanation."""
        explanation: dict[str, Any] = self._ask({"explain": paste})
        return explanation

    def needs(self, paste: str, most: int = 1000) -> tuple[list[int], int]:
        """Return the shards that the JavaScript side still needs for a paste, and how far it reads then."""
        needed = self._ask({"needs": paste, "most": most})
        return needed["numbers"], needed["until"]

    def _ask(self, question: dict[str, Any]) -> Any:
        return ask(self._process, question)


def ask(process: subprocess.Popen[str], question: dict[str, Any]) -> Any:
    """Return what the JavaScript side answers."""
    assert process.stdin is not None
    assert process.stdout is not None
    print(json.dumps(question), file=process.stdin, flush=True)
    return json.loads(process.stdout.readline())


@contextmanager
def javascript(server: str = "twin_server.mjs") -> Iterator[subprocess.Popen[str]]:
    """Start the JavaScript side, which answers one question after another, and end it afterwards."""
    with subprocess.Popen(
        ["node", str(SCRIPTS / server)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def twins(index: Mapping[str, Any], parts: Parts | None = None) -> Iterator[Twins]:
    """Give both sides an index, the JavaScript one in a process of its own."""
    with javascript() as process:
        yield Twins(index, process, parts)


def units(text: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def whole(text: str) -> str:
    """Return a text whose halves of one character are put together, as JSON does on its way."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
