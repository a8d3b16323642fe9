"""A reply as blocks: what an error means, how to fix it, where that stands. Twin of ``share/reply.js``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from errorbook.replies.texts import Own, Text, filled, joined, lines, plain, said, worded
from errorbook.site.cards import Card
from errorbook.wording import ENGLISH, Wording

LINK_AT_END = re.compile(r"https?://\S+\Z")
_LINK = re.compile(r"https?://\S")


@dataclass(frozen=True, slots=True)
class Branch:
    """An answer to a question that is still open, and its steps."""

    answer: Text
    steps: tuple[WrittenStep, ...]


@dataclass(frozen=True, slots=True)
class CodeNote:
    """Code below a step: its lines stay as they are."""

    code: Text


@dataclass(frozen=True, slots=True)
class WrittenStep:
    """A step as it is written: what was answered before, and a branch for each answer."""

    answered: tuple[Text, ...]
    text: Text
    notes: tuple[Text | CodeNote, ...]
    branches: tuple[Branch, ...] = ()
    then: str = ""
    """What stands between the answers and the text."""


Steps = list[WrittenStep]
Block = Text | Steps


@dataclass(frozen=True, slots=True)
class Material:
    """What a reply is made of: ``choices`` are the answers chosen, by the anchor of their question."""

    card: Card
    link: str
    choices: Mapping[str, int]
    greeting: str = ""
    closing: str = ""
    wording: Wording = ENGLISH

    @property
    def labels(self) -> dict[str, str]:
        """What to call the card's values."""
        return {name: value["label"] for name, value in self.card.get("values", {}).items()}


def reply_blocks(material: Material) -> list[Block]:
    """Return a whole reply."""
    card, labels = material.card, material.labels
    words: Mapping[str, str] = card.get("reply", {})
    steps = _written_steps(card.get("resolution", []), labels, material)
    meaning = words.get("meaning", f"{card['title']}.")
    checked = filled(card.get("verify", ""), labels)
    blocks: list[Block] = [
        _own(material.greeting, words.get("greeting", "")),
        lines(said(meaning), filled(card.get("summary", ""), labels)),
        said(words.get("fix", "") if steps else ""),
        steps,
        lines(said(words.get("verify", "")), checked) if checked else (),
        _help_lines(card, steps, labels, material.wording.say("entry.help")),
        said(_link_line(words.get("link", ""), material.link)),
        _own(material.closing, words.get("closing", "")),
    ]
    return [block for block in blocks if block]


def _own(words: str, usual: str) -> Text:
    return (Own(words),) if words else said(usual)


def _link_line(words: str, link: str) -> str:
    """Return the line with the link, none without one; the path goes behind the site's own address, too."""
    fragment = link.find("#")
    if not words or not _LINK.search(words):
        return link and " ".join(filter(None, (words, link)))
    return words + link[fragment:] if fragment > 0 and LINK_AT_END.search(words) else words


def _help_lines(card: Card, steps: Steps, labels: dict[str, str], title: str) -> Text:
    """Return what to have at hand, if a step names the section that says when to ask for help."""
    collect = card.get("escalate", {}).get("collect", [])
    if not collect or not any(title in plain(text) for text in _step_texts(steps)):
        return ()
    items = (said("- ", filled(item, labels)) for item in collect)
    return lines(said(card.get("reply", {}).get("help", "")), *items)


def _step_texts(steps: Steps | tuple[WrittenStep, ...]) -> list[Text]:
    return [
        text
        for step in steps
        for text in (
            *step.answered,
            step.text,
            *(note.code if isinstance(note, CodeNote) else note for note in step.notes),
            *(text for branch in step.branches for text in (branch.answer, *_step_texts(branch.steps))),
        )
    ]


def _written_steps(steps: list[Any], labels: dict[str, str], material: Material) -> Steps:
    """Return steps as they are written; a question that was answered goes on with the steps of its answer."""
    return [written for step in steps for written in _written(step, labels, material)]


def _block_notes(blocks: list[Card], labels: dict[str, str]) -> Iterator[Text | CodeNote]:
    """Yield what goes below a step: code apart, a table line by line."""
    for block in blocks:
        if block["kind"] == "code":
            yield CodeNote(worded(block["text"], labels))
        elif block["kind"] == "table":
            yield from (joined(" | ", (filled(cell, labels) for cell in row)) for row in block["rows"])
        else:
            words = f"{block['words']} " if "words" in block else ""
            yield said(words, filled(block["text"], labels))


def _written(step: Card, labels: dict[str, str], material: Material) -> Steps:
    say, choices = material.wording.say, material.choices
    see, undo = filled(step.get("see", ""), labels), filled(step.get("undo", ""), labels)
    notes = (
        *_block_notes(step.get("more", []), labels),
        said(say("step.path"), " ", " → ".join(step["path"])) if "path" in step else (),
        said(say("step.careful", risk=step["risk_words"])) if "risk_words" in step else (),
        said(say("step.see"), " ", see) if see else (),
        said(say("step.undo"), " ", undo) if undo else (),
    )
    kept: tuple[Text | CodeNote, ...] = tuple(note for note in notes if note)
    text = filled(step.get("do") or step.get("ask", ""), labels)
    answers = step.get("answers", [])
    if step["anchor"] in choices:
        # What was found is no step: it says for which case the steps that follow are.
        chosen = answers[choices[step["anchor"]]]
        first, *rest = _written_steps(chosen["steps"], labels, material)
        answered = said(text, " ", filled(chosen["answer"], labels), ".")
        return [
            replace(
                first,
                answered=(answered, *first.answered),
                notes=(*kept, *first.notes),
                then=say("reply.then"),
            ),
            *rest,
        ]
    note = step.get("evidence_words", "")
    # Only the first letter is small inside a sentence: German names stay large.
    likely = f" ({note[:1].lower()}{note[1:]})" if note else ""
    branches = tuple(
        Branch(filled(answer["answer"], labels), tuple(_written_steps(answer["steps"], labels, material)))
        for answer in answers
    )
    return [WrittenStep((), said(text, likely), kept, branches)]
