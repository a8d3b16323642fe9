"""``python -m bench.frames``: how often a whole message is 'this is' where it is said, and where it is not.

Every whole message of the catalogue is put in each frame. Some frames leave it what it is: a log line, JSON,
a ticket's markup. In the others nobody got it: a key, source code, a search, a change log, a longer sentence.
"""

from __future__ import annotations

import html
import json
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from errorbook.catalogue import reader
from errorbook.catalogue.message import Message
from errorbook.catalogue.model import Catalogue, Entry
from errorbook.common.template import Hole, parse
from errorbook.indexing import match_index
from errorbook.matching import Matcher

FILLINGS = {
    "text": "Blue kettle",
    "name": "Kestrel Bikes",
    "money": "48.50",
    "number": "12",
    "date": "2026-03-01",
    "document_number": "INV-0042",
    "account_code": "429",
    "tax_code": "OUTPUT2",
    "code": "AB-7",
    "id": "8c7f3a10-1b2c-4d5e-9f00-aabbccddeeff",
    "email": "ann@example.com",
    "url": "https://example.com/a",
}
Frame = Callable[[str], str]


def _joined(mark: str) -> Frame:
    return lambda text: re.sub(r"[^a-z0-9]+", mark, text.lower()).strip(mark)


def _bare(text: str) -> str:
    return text.rstrip(".")


def _quotable(text: str) -> str:
    return text.replace('"', "'")


SAID: dict[str, Frame] = {
    "alone": str,
    "no final stop": _bare,
    "JSON": lambda text: json.dumps({"status": 400, "message": text, "retry": False}),
    "JSON in JSON": lambda text: json.dumps({"body": json.dumps({"Message": text})}),
    "XML": lambda text: f"<Error><Code>7</Code><Message>{html.escape(text)}</Message></Error>",
    "log line": lambda text: f"2026-03-01 10:11:12,345 ERROR [worker-3] {text}",
    "log of Python": lambda text: f"ERROR:sync.worker:{text}",
    "log of PHP": lambda text: f"[2026-03-01 10:11:12] production.ERROR: {text}",
    "log of Java": lambda text: f"2026-03-01 10:11:12.345 ERROR 12 --- [main] c.e.Sync : {text}",
    "syslog": lambda text: f"Mar  1 10:11:12 web3 sync[4711]: {text}",
    "logfmt": lambda text: f'time=2026-03-01T10:11:12Z level=error msg="{_quotable(text)}" n=3',
    "mail": lambda text: f"Hi,\n\nsince Monday we get this:\n\n{text}\n\nKind regards\nAnn",
    "quoted mail": lambda text: f"On Tuesday Ann wrote:\n> {text}\n> Thanks",
    "I get": lambda text: f'I get "{_quotable(text)}" since Monday.',
    "why": lambda text: f'Why do I get "{_quotable(text)}"?',
    "it is": lambda text: f'The error is "{_quotable(text)}"',
    "it says": lambda text: f'- It says "{_quotable(text)}" and nothing is saved.',
    "field": lambda text: f'message: "{_quotable(text)}"',
    "field of a log": lambda text: f'error = "{_quotable(text)}"',
    "shell": lambda text: f'$ grep "ERROR" app.log\n2026-03-01 10:11:12 ERROR {text}',
    "list of Jira": lambda text: f"# {text}\n# Nothing was saved.",
    "raised": lambda text: f'    raise ValidationError("{_quotable(text)}")',
    "prose": lambda text: f"Yesterday it said “{text}” and stopped.",
    "table": lambda text: f"| SO-0088 | Failed | {text} | Retry |",
    "document": lambda text: f"SO-00871: {text}",
    "row": lambda text: f"SO-0088\tFailed\t{text}\tRetry",
    "code string": lambda text: f'throw new Error("{_quotable(text)}");',
    "alert": lambda text: f'alert("{_quotable(text)}")',
    "{noformat}": lambda text: f"{{noformat}}{text}{{noformat}}",
    "{code}": lambda text: f"{{code:title=log}}\n{text}\n{{code}}",
    "{color}": lambda text: f"{{color:red}}{text}{{color}}",
    "{color}, cut": lambda text: f"{{color:red}}{text}",
    "{quote}": lambda text: f"{{quote}}{text}{{quote}}",
    "[code]": lambda text: f"[code]{text}[/code]",
    "[quote]": lambda text: f"[quote=ann]{text}[/quote]",
    "wrapped": lambda text: "\n".join(textwrap.wrap(text, 60, break_on_hyphens=False)),
}
"""Frames that leave a message what it is."""
NOT_SAID: dict[str, Frame] = {
    "key": lambda text: json.dumps({text: "passed"}),
    "key of strings": lambda text: f'"{_quotable(text)}" = "Bitte prüfen";',
    "key of PHP": lambda text: f"'{text.replace(chr(39), '')}' => 'x',",
    "name with _": lambda text: f'constraint "{_joined("_")(text)}" of relation "orders"',
    "name with -": lambda text: f"see #{_joined('-')(text)}",
    "name with .": lambda text: f"label errors.{_joined('.')(text)}",
    "name with /": lambda text: f"GET /help/{_joined('/')(text)}/",
    "name of a test": lambda text: f"tests/test_sync.py::test_{_joined('_')(text)}",
    "test": lambda text: f'it("{_quotable(text)}", () => {{',
    "test report": lambda text: f'ok 12 - shows "{_quotable(text)}" (3 ms)',
    "assertion": lambda text: f'assert "{_quotable(text)}" in page.text',
    "expectation": lambda text: f'expect(page.error).toBe("{_quotable(text)}");',
    "story": lambda text: f'Then I should see "{_quotable(text)}"',
    "story title": lambda text: f'Scenario: "{_quotable(text)}" is shown',
    "version": lambda text: f'v2.4.1: removed the check "{_quotable(text)}"',
    "task": lambda text: f'- [x] Translate "{_quotable(text)}"',
    "change log": lambda text: f'- Fixed: "{_quotable(text)}" was shown twice',
    "version of a change": lambda text: f"v2 fixed: {text}",
    "kind of change": lambda text: f"* [FIX] {text}",
    "list of changes": lambda text: f"### Fixed\n\n- {text}",
    "commit": lambda text: f'fix(import): handle "{_quotable(text)}"',
    "quotation": lambda text: f'"{_quotable(text)}" no longer appears.',
    "gettext": lambda text: f'msgid "{_quotable(text)}"\nmsgstr ""',
    "gettext in lines": lambda text: f'msgid ""\n"{_quotable(text)}"\nmsgstr ""',
    "XLIFF": lambda text: f"<source>{html.escape(text)}</source><target>Nein</target>",
    "resx": lambda text: f'<data name="E17"><value>{html.escape(text)}</value></data>',
    "key of a validation": lambda text: f"validation.line.description: {text}",
    "below a language": lambda text: f'en-GB:\n  errors:\n    locked: "{_quotable(text)}"',
    "looked up": lambda text: f'label = _("{_quotable(text)}")',
    "constant": lambda text: f'BATCH_LOCKED = "{_quotable(text)}"',
    "declared": lambda text: f'export const error = "{_quotable(text)}";',
    "returned": lambda text: f'    return "{_quotable(text)}";',
    "compared": lambda text: f'retry() unless msg == "{_quotable(text)}"',
    "comment": lambda text: f'save(bill); // throws "{_quotable(text)}"',
    "only a comment": lambda text: f"// {text}",
    "searched": lambda text: f'grep -rn "{_quotable(text)}" app.log',
    "searched behind a pipe": lambda text: (
        f'Get-Content app.log | Select-String -Pattern "{_quotable(text)}"'
    ),
    "pattern": lambda text: f"awk '/{text}/' app.log",
    "query": lambda text: f'select id from log where text like "%{_quotable(text)}%"',
    "search results": lambda text: f'12 results for "{_quotable(text)}"',
    "heading": lambda text: f"## {text}\n\nThis happens when a document is locked.",
    "how to": lambda text: f"How to fix: {text}",
    "part of a book": lambda text: f"Chapter 4: {text}",
    "example": lambda text: f"e.g. {text}",
    "typical": lambda text: f"A typical message is: {text}",
    "explained": lambda text: f'The error "{_quotable(text)}" means that a document is locked.',
    "set apart": lambda text: f'Not the same as "{_quotable(text)}"',
    "denied": lambda text: f'The app doesn\'t show "{_quotable(text)}"',
    "supposed": lambda text: f'Tell me if you get "{_quotable(text)}"',
    "goes on: comma": lambda text: f"{_bare(text)}, so we removed two.",
    "goes on: semicolon": lambda text: f"{_bare(text)}; otherwise nothing happens.",
    "goes on": lambda text: f"{_bare(text)} whenever we try it.",
}
"""Frames in which nobody got the message."""
GUESSED = {"goes on"}
"""Behind a value that may be any text, the words of a sentence that goes on may belong to it."""


@dataclass
class Figure:
    """How often an entry was 'this is' in one frame."""

    asked: int = 0
    sure: int = 0
    others: list[str] = field(default_factory=list)
    """The pastes that were not answered so."""


def whole_messages(loaded: Catalogue) -> Iterator[tuple[Entry, str]]:
    """Give every message of two words or more that can be 'this is', with a typical value in each hole."""
    for entry in loaded.entries:
        if entry.status not in ("draft", "withdrawn"):
            for message in entry.messages:
                text = filled(entry, message)
                in_frame = text.startswith('"')  # a member of JSON, as it is shown
                if message.role == "full" and message.is_shown and len(text.split()) > 1 and not in_frame:
                    yield entry, text


def filled(entry: Entry, message: Message) -> str:
    """Return a message with a typical value in each of its holes."""
    return "".join(_value(entry, part) if isinstance(part, Hole) else part for part in parse(message.text))


def _value(entry: Entry, hole: Hole) -> str:
    value = entry.values.get(hole.name)
    return (value.example or FILLINGS[value.type]) if value else FILLINGS["text"]


def sure_alone(matcher: Matcher, loaded: Catalogue) -> list[str]:
    """Return the whole messages that are sure when they stand alone."""
    return [text for _, text in whole_messages(loaded) if matcher_says(matcher, text)]


def measure(matcher: Matcher, messages: Iterable[str], name: str) -> Figure:
    """Return the figure of messages in one frame."""
    frame, figure = {**SAID, **NOT_SAID}[name], Figure()
    for text in messages:
        figure.asked += 1
        sure = matcher_says(matcher, frame(text))
        figure.sure += sure
        if sure == (name in NOT_SAID):
            figure.others.append(frame(text))
    return figure


def matcher_says(matcher: Matcher, paste: str) -> bool:
    """Tell whether a paste is 'this is' for any entry."""
    return any(finding.outcome == "is" for finding in matcher.match(paste).findings)


def main() -> None:
    """Print the figures of every frame."""
    loaded = reader.load(Path(__file__).parent.parent / "errors")
    matcher = Matcher(match_index.build(loaded))
    messages = sure_alone(matcher, loaded)
    for title, frames in (("said", SAID), ("not said", NOT_SAID)):
        print(f"\n{title:22}  messages  'this is'")
        for name in frames:
            figure = measure(matcher, messages, name)
            print(f"{name:22}  {figure.asked:8}  {figure.sure / figure.asked:9.3f}")
            for paste in figure.others[:3]:
                print(f"    {paste!r}")


if __name__ == "__main__":
    main()
