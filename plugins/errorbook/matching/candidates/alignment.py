"""The best ordered alignment of a template with a stretch of a paste: dynamic programming over like words.

Only pairs of like words are nodes, so the work grows with the words two texts share, not with their lengths
multiplied; a chain of nodes pays for what it skips. Sequence aligners chain anchors like this (Abouelhoda and
Ohlebusch, "Chaining algorithms for multiple genome comparison", 2005).
"""

from __future__ import annotations

from typing import NamedTuple

from errorbook.matching.index.index_shape import Settings
from errorbook.matching.index.inverted_index import InvertedIndex, Template
from errorbook.matching.words.tokens import Tokens

Occurrences = dict[str, list[tuple[int, float]]]
"""Template word to the places in the paste that it may stand at, in order, each with its similarity."""

_LOOK_BACK = 24
_MOST_NODES = 600


class Alignment(NamedTuple):
    """Which words of the paste stand for which words of the template."""

    template: Template
    pairs: tuple[tuple[int, int], ...]
    """(place in the paste, place in the template), both rising."""
    similarity: float
    """The least similarity of a pair: 1 when every word is as written."""
    explained: float
    """Weight of the aligned words and marks, less what the gaps between them cost."""


def align(
    template: Template, occurrences: Occurrences, tokens: Tokens, inverted: InvertedIndex
) -> Alignment | None:
    """Return the best alignment, or None when no word is shared."""
    settings = inverted.settings
    nodes = _nodes(template, occurrences)
    if not nodes:
        return None
    insertion, substitution = settings["insertion"], settings["substitution"]
    reach = settings["reach"]
    marks, passed = tokens.marks, tokens.passed
    weights, mark_weights = template.weights, template.mark_weights
    holes_until, last = template.holes_until, len(template.words) - 1
    scores: list[float] = []
    back: list[int] = []
    best, best_node = 0.0, -1
    for number, (place, word, similarity) in enumerate(nodes):
        score, previous = 0.0, -1
        mark, holes = mark_weights[word], holes_until[word]
        if word == 0 and mark and marks[place].endswith(template.after[0]):
            score = mark
        for other in range(number - 1, max(-1, number - _LOOK_BACK), -1):
            link = scores[other]
            # What follows only takes away, but for a mark.
            if link + mark <= score:
                continue
            other_place, other_word, _ = nodes[other]
            if other_word >= word or other_place >= place:
                continue
            extra, skipped = place - other_place - 1, word - other_word - 1
            if extra > reach:
                break
            if holes > holes_until[other_word]:
                fenced = True
                if skipped == 0 and mark:
                    left, right = template.before[word], template.after[word]
                    fenced = marks[other_place + 1].startswith(left) and marks[place].endswith(right)
                    if fenced:
                        link += mark
                link -= _hole(extra - skipped, fenced, settings)
            elif extra or skipped:
                inserted = passed[place] - passed[other_place + 1]
                link -= insertion * max(0.0, inserted - skipped) + substitution * (extra + skipped)
            elif mark and marks[place] == template.gaps[word]:
                link += mark
            if link > score:
                score, previous = link, other
        score += weights[word] * similarity
        scores.append(score)
        back.append(previous)
        if word == last and mark_weights[-1] and marks[place + 1].startswith(template.before[-1]):
            score += mark_weights[-1]
        if score > best:
            best, best_node = score, number
    pairs: list[tuple[int, int]] = []
    similarity = 1.0
    while best_node >= 0:
        place, word, like = nodes[best_node]
        pairs.append((place, word))
        similarity = min(similarity, like)
        best_node = back[best_node]
    pairs.reverse()
    least = 0
    for number, (place, word) in enumerate(pairs):
        if place > least and tokens.words[place - 1] == tokens.words[place]:
            place = _first_of(place, word, template, tokens)
            pairs[number] = place, word
        least = place + 1
    return Alignment(template, tuple(pairs), similarity, best)


def _first_of(place: int, word: int, template: Template, tokens: Tokens) -> int:
    """Return the first of two equal words before a hole: the value is 'BILL-7' in 'Bill BILL-7 is paid'."""
    bare = template.holes[word + 1] and not template.before[word + 1]
    return place - 1 if bare and not tokens.explained[place - 1] else place


def _nodes(template: Template, occurrences: Occurrences) -> list[tuple[int, int, float]]:
    nodes = [
        (place, position, similarity)
        for word in template.positions.keys() & occurrences.keys()
        for place, similarity in occurrences[word]
        for position in template.positions[word]
    ]
    nodes.sort()
    return nodes[:_MOST_NODES]


def _hole(words: int, fenced: bool, settings: Settings) -> float:
    """Return what the words inside a hole cost."""
    free = settings["hole_words"] if fenced else 0
    return settings["long_hole_word"] * max(0, words - free)
