"""Lists of another program's messages, with the mapping that makes entries of them, in the working folder."""

from __future__ import annotations

from pathlib import Path

from commands import Run

CATALOGUE = """
name: errors
holes: "{0}"
systems:
  typescript: {name: TypeScript, prefix: TS, ids: codes}
"""
MAPPING = """
system: typescript
holes: "{0}"
slug: $message
entry:
  id: TS$code
  title: TypeScript's error $code
  codes: [{system: typescript, code: TS$code}]
  messages: [$message]
  causes: [The code breaks a rule.]
  resolution: [Open the line in TypeScript.]
  references: [{title: The list, url: "https://example.com/list"}]
pastes:
  - "$message"
  - "a.ts(1,2): error TS$code: $message"
"""
CSV = """code,message
2322,Type '{0}' is not assignable to type '{1}'.
1005,'{0}' expected.
1109,"Expression expected, {x}."
"""
DOORS = """
system: typescript
holes: "{0}"
slug: $Message
entry:
  codes: [{system: typescript, code: TS$Code}]
  title: Door error $Code
  messages: [$Message]
  causes: [A door is open.]
  resolution: [Open the line in TypeScript.]
pastes: ["$Message", "2026-11-02 07:12 CAR2 $Code $Message"]
samples: {value0: "4", value1: "9"}
"""
DOOR = "Code,Message,Advice\n17,Door {0} did not close within {1} s,Push {0}\n"


def bring(run: Run, file: str = "list.csv", *more: str) -> tuple[int | str | None, str, str]:
    """Import a file, and return the exit code and what was printed."""
    ran = run("import", file, "--mapping", "mapping.yml", *more)
    return ran.code, ran.out, ran.err


def change(old: str, new: str) -> None:
    """Change a text in the mapping."""
    text = Path("mapping.yml").read_text("utf-8")
    assert old in text
    Path("mapping.yml").write_text(text.replace(old, new), "utf-8")
