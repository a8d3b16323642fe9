"""What the matcher sees in a paste, as lines for a terminal: for authors who ask why."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import TextWrapper
from typing import Literal, get_args

from errorbook.matching.doubts.doubts import hundredths
from errorbook.matching.explaining import Candidate, Explained, ExplainedPlace, ExplainedWord

_Figure = Literal[
    "shared", "explained", "total", "coverage", "surroundings", "confidence", "cut_coverage", "rank"
]
_WRAPPER = TextWrapper(100, initial_indent="  ", subsequent_indent="  ")
_FIGURES: tuple[_Figure, ...] = get_args(_Figure)
_SAID = {"is": "This is", "like": "Looks like", None: "Not found"}


def show(explained: Explained) -> str:
    """Return an explanation as text: the words, then each place with its alignment and its rivals."""
    result = explained["result"]
    lines = ["Words and weights; ~ is a word of the catalogue that it may be, + is in no wording:"]
    lines.extend(_WRAPPER.wrap("  ".join(_words(explained["words"]))))
    if result["findings"] and not explained["places"]:
        ids = ", ".join(finding["id"] for finding in result["findings"])
        lines.extend(["", f"Found by a code or an id, not by words: {ids}"])
    for place in explained["places"]:
        lines.extend(["", *_place(place, explained["words"])])
    if not explained["places"] and not result["findings"]:
        lines.extend(["", "No wording of the catalogue shares a word with it."])
    return "\n".join(lines)


def _words(words: list[ExplainedWord]) -> Iterator[str]:
    for word in words:
        likes = [like for like, _ in word["like"]]
        mark = "" if word["text"] in likes else f"~{'/'.join(likes)}" if likes else "+"
        yield f"{word['text']}{mark} {hundredths(word['weight'])}"


def _place(place: ExplainedPlace, words: list[ExplainedWord]) -> Iterator[str]:
    first, *others = place["candidates"]
    yield f"Words {place['start'] + 1} to {place['end']}: {_SAID[first['outcome']]} {_name(first)}"
    yield from _WRAPPER.wrap(first["text"])
    yield ""
    yield from _alignment(first, words)
    yield ""
    figure = {name: hundredths(first[name]) for name in _FIGURES}
    yield f"  Explains {figure['explained']} of {figure['total']}: coverage {figure['coverage']}"
    yield f"  Words around it leave {figure['surroundings']}: confidence {figure['confidence']}"
    yield f"  Coverage if cut off {figure['cut_coverage']}, rank {figure['rank']}"
    yield from (f"  - {reason}" for reason in first["against"])
    if place["aside"]:
        yield f"  {place['aside']}"
    if others:
        yield "  Behind it:"
    for other in others:
        figure = {name: hundredths(other[name]) for name in _FIGURES}
        yield (
            f"    {_name(other):<24} shares {figure['shared']:>6} of {figure['total']:>6}"
            f"  coverage {figure['coverage']}  confidence {figure['confidence']}  rank {figure['rank']:>6}"
        )


def _name(candidate: Candidate) -> str:
    return f"{candidate['id']}, wording {candidate['message'] + 1}"


def _alignment(candidate: Candidate, words: list[ExplainedWord]) -> Iterator[str]:
    """Yield a line for each word and hole of the wording, with what stands for it in the paste."""
    paired = {word: (words[place]["text"], similarity) for place, word, similarity in candidate["pairs"]}
    values = candidate["values"]
    width = max(len(word) for word, _ in candidate["template"]) + 2
    for position, names in enumerate(candidate["holes"]):
        for name in names:
            yield f"  {f'{{{name}}}':<{width}}         {values.get(name, '(nothing)')}"
        if position < len(candidate["template"]):
            word, weight = candidate["template"][position]
            text, similarity = paired.get(position, ("(missing)", 1))
            like = f"  similarity {hundredths(similarity)}" if similarity < 1 else ""
            yield f"  {word:<{width}} {hundredths(weight):>6}  {text}{like}"
