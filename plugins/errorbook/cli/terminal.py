"""What a paste is, as lines for a terminal: the entry, its values and its steps with every branch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import TextWrapper

from errorbook.catalogue import markup, text_blocks
from errorbook.catalogue.model import Catalogue, Entry, Step
from errorbook.describing import Suggestion
from errorbook.matching import Finding, Result
from errorbook.site import choice_labels, grounds
from errorbook.wording import Wording

WIDTH = 100
_MOST_SHOWN = 100
_SUGGESTED = {"describes": "You describe", "perhaps": "Perhaps one of these"}


def show(
    result: Result,
    suggestions: Sequence[Suggestion],
    catalogue: Catalogue,
    permalink: Mapping[str, str],
) -> str:
    """Return every finding in full; where there is none, what the text may describe, or what is nearest."""
    if suggestions and not result.findings:
        return "\n".join(_described(suggestions, catalogue, permalink))
    if not result.findings:
        return "\n".join(_nothing(result, catalogue))
    parts = []
    wording = _worded(catalogue)
    for finding in result.findings:
        entry = catalogue.entry(finding.id)
        if entry:
            parts.append("\n".join(_finding(finding, entry, permalink[entry.id], wording)))
    if suggestions:
        parts.append("\n".join(["It may tell of one of these:", *_named(suggestions, catalogue, permalink)]))
    if result.unknown:
        parts.append("\n".join(["Not explained:", *_wrapped(result.unknown, "  - ")]))
    return "\n\n".join(parts)


def withdrawn(entry: Entry, catalogue: Catalogue, permalink: str) -> str:
    """Return what the page of an entry says that was withdrawn."""
    wording = _worded(catalogue)
    fill = _Fill(entry, {}, wording)
    summary = [fill(entry.summary)] if entry.summary else []
    return "\n".join(
        [
            f"{entry.id} was withdrawn: {entry.title}",
            permalink,
            "",
            *_wrapped([wording.say("status.withdrawn"), *summary]),
        ]
    )


def _worded(catalogue: Catalogue) -> Wording:
    """Return the sentences of the command line: English, with those that the catalogue words itself."""
    return Wording.of("en", catalogue.vocabulary.sentences("en"))


def _described(
    suggestions: Sequence[Suggestion], catalogue: Catalogue, permalink: Mapping[str, str]
) -> Iterator[str]:
    outcome = suggestions[0].outcome
    # Of the first alone it is said that the text describes it.
    first = 1 if outcome == "describes" else len(suggestions)
    yield f"{_SUGGESTED[outcome]}:"
    yield from _named(suggestions[:first], catalogue, permalink)
    if suggestions[first:]:
        yield "Or perhaps:"
        yield from _named(suggestions[first:], catalogue, permalink)


def _named(
    suggestions: Sequence[Suggestion], catalogue: Catalogue, permalink: Mapping[str, str]
) -> Iterator[str]:
    for entry in (entry for each in suggestions if (entry := catalogue.entry(each.id))):
        yield f"  {entry.id}  {entry.title}"
        yield " " * (len(entry.id) + 4) + permalink[entry.id]


def _nothing(result: Result, catalogue: Catalogue) -> Iterator[str]:
    yield "We don't know this error."
    near = [entry for id_, _ in result.nearest if (entry := catalogue.entry(id_))]
    if near:
        yield "Nearest wordings:"
    for entry in near:
        wording = entry.messages[0].text if entry.messages else entry.aliases[0]
        yield f"  {entry.id}  {entry.title}"
        yield from _wrapped([" ".join(wording.split())], " " * (len(entry.id) + 4))


def _finding(finding: Finding, entry: Entry, permalink: str, wording: Wording) -> Iterator[str]:
    fill = _Fill(entry, finding.values, wording)
    yield f"{'This is' if finding.outcome == 'is' else 'Looks like'} {entry.id}: {entry.title}"
    yield permalink
    if finding.count > 1:
        yield f"Found {finding.count} times in the text."
    if finding.documents:
        yield f"Also found: {_row(finding.documents)}"
    for name, value in finding.values.items():
        texts = _row((value, *finding.further.get(name, ())))
        yield f"{entry.values[name].label if name in entry.values else name}: {texts}"
    if entry.summary:
        yield ""
        yield from _wrapped([fill(entry.summary)])
    yield from ("", "Why it happens")
    for cause in entry.causes:
        note = choice_labels.cause_note(cause, wording)
        yield from _wrapped([fill(cause.text) + (f" ({note})" if note else "")], "- ")
        yield from _below(cause.more, fill, "  ")
    yield from ("", "What to do")
    yield from _steps(entry.resolution, fill, "")
    for label, text in (("Fixed when", entry.verify), ("So it stays fixed", entry.prevention)):
        if text:
            yield from ("", *_wrapped([f"{label}: {fill(text)}"]))
    if entry.escalate:
        yield from ("", *_wrapped([f"Ask for help if {entry.escalate.when}."]))
        yield from _wrapped(
            [f"have ready: {', '.join(entry.escalate.collect)}"] if entry.escalate.collect else [], "  "
        )


def _row(texts: Sequence[str]) -> str:
    """Return texts in a row, the first of many and how many there are beyond them."""
    left = len(texts) - _MOST_SHOWN
    return ", ".join(texts[:_MOST_SHOWN]) + (f" and {left:,} more" if left > 0 else "")


def _steps(steps: tuple[Step, ...], fill: _Fill, indent: str) -> Iterator[str]:
    for number, step in enumerate(steps, 1):
        mark = f"{indent}{number}. "
        inner = " " * len(mark)
        doubt = grounds.note(step, fill.wording)
        note = f" ({doubt.lower()})" if doubt else ""
        yield from _wrapped([fill(step.do or step.ask or "") + note], mark)
        yield from _below(step.more, fill, inner)
        if step.path:
            yield from _wrapped([f"{fill.wording.say('step.path')} {' → '.join(step.path)}"], inner)
        if step.see:
            yield from _wrapped([f"You see: {fill(step.see)}"], inner)
        if step.risk:
            yield from _wrapped([f"Careful: {fill.wording.say(f'risk.{step.risk}')}"], inner)
        if step.undo:
            yield from _wrapped([f"To take it back: {fill(step.undo)}"], inner)
        for answer, following in (step.answers or {}).items():
            yield from _wrapped([f"{answer}:"], inner)
            yield from _steps(following, fill, inner + "  ")


def _below(text: str | None, fill: _Fill, indent: str) -> Iterator[str]:
    """Yield what goes below a step or a cause; code keeps its lines."""
    for block in text_blocks.blocks(text or ""):
        if block.kind == "code":
            yield from (f"{indent}    {line}" for line in fill.code(block.text).split("\n"))
        elif block.kind == "table":
            yield from _wrapped([" | ".join(map(fill, row)) for row in block.rows], indent)
        else:
            begins = "" if block.kind == "text" else f"{block.kind.capitalize()}: "
            yield from _wrapped([begins + fill(block.text)], indent)


class _Fill:
    """Puts a paste's values into texts; a value that was not found is named instead."""

    def __init__(self, entry: Entry, values: Mapping[str, str], wording: Wording) -> None:
        self.wording = wording
        labels = {name: f"<{value.label}>" for name, value in entry.values.items()}
        self._values = {**labels, **values}

    def __call__(self, text: str) -> str:
        return markup.plain(text, self._values)

    def code(self, text: str) -> str:
        """Return code with its holes filled: it has no marks."""
        return markup.unmarked(text, self._values)


def _wrapped(texts: Iterable[str], mark: str = "") -> Iterator[str]:
    wrapper = TextWrapper(
        WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark), break_long_words=False
    )
    for text in texts:
        yield from wrapper.wrap(text)
