"""A thousand pastes: what an assistant is told over the protocol is what the command line prints."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import apart
import own
import pastes
from browsing import ROOT
from mcp import Client
from mcp.client.stdio import StdioServerParameters

ERRORBOOK = str(Path(sys.executable).with_name("errorbook"))
NUMBER = 1000


def made_up() -> list[str]:
    """Return pastes, the same each time: examples as they are, wrapped, spoilt, cut off, and in pairs."""
    chance = random.Random(1)
    examples = own.examples()
    texts = []
    for number in range(NUMBER):
        text = chance.choice(examples)
        if number % 5 == 1:
            text = pastes.wrapped(text, [chance.choice(pastes.WRAPPERS)])
        elif number % 5 == 2:
            text = pastes.spoil(text, [(chance.random(), chance.randrange(1000)) for _ in range(3)])
        elif number % 5 == 3:
            text = text[: max(5, int(len(text) * chance.random()))]
        elif number % 5 == 4:
            text = f"{text}\n{chance.choice(examples)}"
        texts.append(text.encode("utf-8", "replace").decode())
    return [text for text in texts if text.strip()]


def test_an_assistant_is_told_what_the_command_line_prints(tmp_path: Path) -> None:
    texts = made_up()
    lines = tmp_path / "pastes.jsonl"
    lines.write_text("".join(json.dumps(text) + "\n" for text in texts), "utf-8")
    match = [ERRORBOOK, "match", "--errors", str(ROOT / "errors"), "--json", "--lines", str(lines)]
    printed = subprocess.run(match, capture_output=True, text=True, check=True, timeout=300).stdout
    expected = [json.loads(line) for line in printed.splitlines()]

    async def talk() -> list[dict[str, Any]]:
        arguments = ["mcp", "--errors", str(ROOT / "errors"), "--site", ""]
        server = StdioServerParameters(command=ERRORBOOK, args=arguments, env=dict(os.environ))
        async with Client(server) as client:
            told = []
            for text in texts:
                answer = await client.call_tool("find_error_fix", {"text": text})
                assert answer.structured_content
                told.append(answer.structured_content)
            return told

    answers = apart.run(talk())
    assert len(answers) == len(expected) > 950
    assert [
        {name: answer[name] for name in told} for answer, told in zip(answers, expected, strict=True)
    ] == expected
    outcomes = [answer["answer"] for answer in answers]
    assert min(map(outcomes.count, ("is", "like", "unknown"))) > 20
    assert all((answer["errors"] == []) == (answer["answer"] == "unknown") for answer in answers)
