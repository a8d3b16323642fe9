"""Hypothesis strategies for pastes: messages of a catalogue, spoilt and wrapped as people and programs do."""

from __future__ import annotations

import html
import json
import textwrap
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from hypothesis import strategies as st

from bench.frames import NOT_SAID
from errorbook.common.template import Hole, parse

VALUES = [
    "INV-0042",
    "SO-01877",
    "200",
    "1.204,50",
    "-₹1,20,450.00",
    "(99.95)",
    "3 March 2026",
    "2026-02-28T03:20:11Z",
    "O'Brien & Söhne",
    'the "big" one',
    "Widgets/Large: 20\\",
    "{8c7f3a10-1b2c-4d5e-9f00-aabbccddeeff}",
    "a@example.com",
    "https://example.com/a?b=c&d=%20e",
    "<INVOICE>",
    "[redacted]",
    "{0}",
    "%s",
    "",
    "  ",
    "😀 שלום",
    "\uff26\uff55\uff4c\uff4c \uff57\uff49\uff44\uff54\uff48",
    "__proto__ constructor toString",
    "cannot be used",
    "a\nb",
    "x" * 300,
]
SWAPS = {
    "'": "\u2019\u2018`\u00b4\u2032",
    '"': "\u201c\u201d\u00ab",
    "-": "\u2013\u2014\u2212",
    " ": "\u00a0\u202f\u2009\t\n\r\u200b",
    "a": "\u0430A\u00e1\U0001d41a",
    "e": "\u0435E\u00e9\u00ea",
    "o": "\u043eO\u00f80",
    "i": "\u0131I\u03b9l1",
    "s": "\u017fS5",
    ".": "\u2026!?",
}
NOISE = [
    "Error:",
    "ERROR [main] ",
    "WARN - ",
    "Caused by: ",
    "at com.example.Sync.run(Sync.java:42)",
    "2026-01-08 03:20:11,123 ",
    "On Tuesday Ann wrote:",
    "Hello, our invoices do not sync since yesterday, please help. ",
    "\x1b[31m",
    "\x1b[0m",
    "\x00\x01\x02\x7f",
    "&amp;amp;lt;b&gt;",
    "&#x41;&#65;&nbsp;&unknown;",
    "%20%27%zz",
    "\\\\\\n\\t\\u2019\\ud83d\\ude00\\",
    "<br/><b>bold</b><td>",
    "]]>--><!-- x --><?xml version='1.0'?><!DOCTYPE html>",
    "can\u00e2\u20ac\u2122t \u00c2\u00a0\u00e2\u20ac\u00a6",
    '{"Elements": [{"ValidationErrors": []}, ',
    "<Error code='6240'><Message>",
    "</Message></Error>",
    "QBO 6240",
    "xero-1",
    "\r",
    "-\n",
    " - ",
    "\"\"\"'''",
    "....!?",
]


def spoil(text: str, spots: list[tuple[float, int]]) -> str:
    """Return a text with typing errors and look-alikes at some spots."""
    for where, how in spots:
        at = int(where * len(text))
        character = text[at : at + 1]
        look_alikes = SWAPS.get(character.lower(), "q7 ")
        choices = [
            text[:at] + text[at + 1 :],
            text[:at] + character + text[at:],
            text[:at] + text[at + 1 : at + 2] + character + text[at + 2 :],
            text[:at] + look_alikes[how % len(look_alikes)] + text[at + 1 :],
        ]
        text = choices[how % len(choices)]
    return text


def wrap_lines(text: str) -> str:
    """Return a text broken hard, as mail programs do, words included."""
    return "\n  ".join(textwrap.wrap(text, 37, break_on_hyphens=False)) or text


WRAPPERS: list[Callable[[str], str]] = [
    lambda text: json.dumps({"Message": text, "Elements": [{"ValidationErrors": [{"Message": text}]}]}),
    lambda text: json.dumps({"msg": text}, ensure_ascii=False, indent=1),
    lambda text: repr({"error": {"detail": text}}),
    lambda text: f"<Fault><Error code='1'><Message>{html.escape(text)}</Message></Error></Fault>",
    lambda text: f"<ApiException xmlns:i='x'><Message>{text}",
    lambda text: f"<![CDATA[{text}]]>",
    html.escape,
    quote,
    lambda text: "\n".join(f"> {line}" for line in text.split("\n")),
    lambda text: f"2026-01-08 03:20:11 ERROR [worker-3] Sync: {text}\n\tat com.example.Run(Run.java:7)",
    lambda text: 'SO-1,2026-01-08,Failed,"' + text.replace('"', '""') + '",INV-7\n',
    lambda text: f"Hi, it says '{text}' and nothing else. What now?",
    lambda text: f"Invoice INV-0042\nIssue: {text}\nResolution advice: {text[:20]}",
    wrap_lines,
    str.upper,
    str.title,
    lambda text: text[: 2 * len(text) // 3] + "…",
    lambda text: text[len(text) // 3 :],
    lambda text: text.replace("\n", " "),
    lambda text: f"{text}\n{text}",
    *NOT_SAID.values(),
]


@st.composite
def messages(draw: st.DrawFn, templates: list[str]) -> str:
    """Return one of the messages with something in its holes."""
    fillings = st.one_of(st.sampled_from(VALUES), st.text(st.characters(), max_size=12))
    text = draw(st.sampled_from(templates))
    return "".join(draw(fillings) if isinstance(part, Hole) else part for part in parse(text))


def pastes(index: Mapping[str, Any], examples: list[str]) -> st.SearchStrategy[str]:
    """Return a strategy for pastes in which the entries of an index may be found, or not."""
    templates = [text for entry in index["entries"] for text, _ in entry.get("messages", [])]
    words = sorted({word for text in templates for word in text.split()})
    pieces = st.one_of(
        messages(templates),
        messages(templates),
        st.sampled_from(examples),
        st.sampled_from(NOISE),
        st.lists(st.sampled_from(words), max_size=8).map(" ".join),
        st.text(st.characters(), max_size=20),
    )
    spots = st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 23))
    spoilt = st.builds(spoil, pieces, st.lists(spots, max_size=4))
    between = st.sampled_from(["\n", " ", "", "\r\n", "\t", ", ", ": ", ". ", "\n\n"])
    joined = st.builds(
        lambda parts, mark: mark.join(parts), st.lists(spoilt, min_size=1, max_size=5), between
    )
    return st.builds(wrapped, joined, st.lists(st.sampled_from(WRAPPERS), max_size=3))


def wrapped(text: str, wrappers: list[Callable[[str], str]]) -> str:
    """Return a text in its wrappers, one after the other; what cannot be wrapped stays."""
    for wrapper in wrappers:
        try:
            text = wrapper(text)
        except UnicodeEncodeError:
            continue
    return text
