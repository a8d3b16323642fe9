"""Blocks written in the marks of one tool, as plain text and as HTML. Twin of ``share/writing.js``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from errorbook.replies.marks import Marks
from errorbook.replies.texts import Text, ends_with, joined, said
from errorbook.replies.wording import LINK_AT_END, Block, CodeNote, WrittenStep

Escape = Callable[[Text], str]


def plain_text(blocks: Iterable[Block], marks: Marks) -> str:
    """Return blocks as plain text; blocks are parted by an empty line, but a list follows its heading."""
    text: Text = ()
    for block in blocks:
        written = joined("\n", _plain_steps(block, "")) if isinstance(block, list) else block
        parted = "\n" if isinstance(block, list) and ends_with(text, ":") else "\n\n"
        text = (*text, parted, *written) if text else written
    return marks.encode(text)


def html_text(blocks: Iterable[Block], marks: Marks) -> str:
    """Return blocks as HTML: paragraphs and numbered lists, without any style."""

    def escape(text: Text) -> str:
        return _escaped(marks.encode(text))

    return "".join(
        _html_steps(block, escape) if isinstance(block, list) else f"<p>{_linked(block, escape)}</p>"
        for block in blocks
    )


def _step_text(step: WrittenStep) -> Text:
    """Return a step's text behind what was answered: "Is it used? No. Then: Map another."."""
    return said(joined(" ", step.answered), f" {step.then} ", step.text) if step.answered else step.text


def _plain_steps(steps: Sequence[WrittenStep], indent: str) -> list[Text]:
    written: list[Text] = []
    for place, step in enumerate(steps, 1):
        number = f"{place}. "
        inside = indent + " " * len(number)
        written.append(said(indent + number, _step_text(step)))
        written += [_plain_note(note, inside) for note in step.notes]
        for branch in step.branches:
            written.append(said(inside, branch.answer, ":"))
            written += _plain_steps(branch.steps, f"{inside}  ")
    return written


def _plain_note(note: Text | CodeNote, inside: str) -> Text:
    if not isinstance(note, CodeNote):
        return said(inside, note)
    inside += "    "
    return said(
        inside,
        *(piece.replace("\n", f"\n{inside}") if isinstance(piece, str) else piece for piece in note.code),
    )


def _html_steps(steps: Sequence[WrittenStep], escape: Escape) -> str:
    return f"<ol>{''.join(_html_step(step, escape) for step in steps)}</ol>"


def _html_step(step: WrittenStep, escape: Escape) -> str:
    answers = "".join(
        f"<li>{escape(said(branch.answer, ':'))}{_html_steps(branch.steps, escape)}</li>"
        for branch in step.branches
    )
    below = "".join(
        f"<pre>{escape(note.code)}</pre>" if isinstance(note, CodeNote) else f"<br>{escape(note)}"
        for note in step.notes
    )
    return f"<li>{escape(_step_text(step))}{below}{f'<ul>{answers}</ul>' if answers else ''}</li>"


def _linked(text: Text, escape: Escape) -> str:
    """Return a text as HTML; only an address at its very end, where our own words put it, becomes a link."""
    last = text[-1]
    found = LINK_AT_END.search(last) if isinstance(last, str) else None
    if not found:
        return escape(text)
    before = said(*text[:-1], found.string[: found.start()])
    address = escape((found[0],))
    return f'{escape(before)}<a href="{address}">{address}</a>'


def _escaped(text: str) -> str:
    for letter, entity in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ('"', "&quot;"),
        ("\n", "<br>"),
    ):
        text = text.replace(letter, entity)
    return text
