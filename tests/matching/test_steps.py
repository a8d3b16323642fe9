"""Each step of the matcher on its own: ``cases/steps/*.json`` says what is right, for both languages.

``tests/js/steps.test.js`` reads the same cases. A case has the name of its ``step``, why it is there, what is
``given`` and what to ``expect``; of an explanation only what a case speaks of is compared.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from errorbook.matching import SETTINGS, Matcher, fold_table
from errorbook.matching.codes import code_keys
from errorbook.matching.codes.code_context import Surroundings
from errorbook.matching.explaining import explain, ranked
from errorbook.matching.index.fuzzy import FuzzyWords
from errorbook.matching.index.inverted_index import HOLE, InvertedIndex
from errorbook.matching.index.misspelling import edits, word_breaks
from errorbook.matching.values.paths import path
from errorbook.matching.values.value_kinds import agrees, own_part, own_start
from errorbook.matching.words.lines import line_start, open_lines
from errorbook.matching.words.normalising import Normalised, Normaliser
from errorbook.matching.words.tokens import Tokens, boundary, marks, read, split

FOLDER = Path(__file__).parents[1] / "cases" / "steps"
CASES = [case for file in sorted(FOLDER.glob("*.json")) for case in json.loads(file.read_text("utf-8"))]
FOLD = fold_table()
EDGES = {"line": 0.1, "quote": 0.2, "sentence": 0.3, "colon": 0.4, "bracket": 0.5}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['step']}: {case['why']}")
def test_a_step_gives_what_its_case_expects(case: dict[str, Any]) -> None:
    found = STEPS[case["step"]](case["given"])
    if "count" in case:
        assert len(found) == case["count"]
    else:
        assert only(case["expect"], found) == case["expect"]


def only(wanted: Any, found: Any) -> Any:
    """Return as much of what was found as a case speaks of."""
    if isinstance(wanted, dict):
        return {name: only(value, found[name]) for name, value in wanted.items()}
    return found


def make_index(given: dict[str, Any]) -> Any:
    """Return an index of entries A-0001, A-0002 and so on, each given as a text or with its fields.

    ``more`` are texts of further entries, each with how many have it; ``settings`` are constants unlike ours.
    """
    entries = []
    more = [text for text, times in given.get("more", ()) for _ in range(times)]
    for number, entry in enumerate(given["catalogue"] + more, 1):
        fields = {"messages": [entry]} if isinstance(entry, str) else entry
        written = [text if isinstance(text, list) else [text, "full"] for text in fields["messages"]]
        entries.append({"id": f"A-{number:04}", **fields, "messages": written})
    also = {name: given.get(name, {}) for name in ("sources", "spellings", "systems")}
    settings = {**SETTINGS, **given.get("settings", {})}
    return {"matcher": settings, "fold": FOLD, "entries": entries, **also}


def plain(given: str) -> dict[str, Any]:
    normalised = Normaliser(FOLD).normalise(given)
    pieces: list[list[str]] = []
    for case in CASES:
        if case["given"] == given:
            for stretch, _ in case["expect"].get("from", []):
                at = normalised.text.index(stretch)
                start, end = normalised.span(at, at + len(stretch))
                pieces.append([stretch, given[start:end]])
    return {"text": normalised.text, "from": pieces}


def make_tokens(given: dict[str, Any]) -> Tokens:
    text = given["text"] * given.get("times", 1)
    found = split(text)
    explained = bytearray(len(found.words))
    for place in given.get("explained", []):
        explained[place] = 1
    whole = Normalised(text, None, None)
    texts, nothing = [marks(gap) for gap in found.gaps], [0.0] * len(found.words)
    return Tokens(
        text, whole, found.words, found.starts, found.ends, found.gaps, texts, [], nothing, [], [], explained
    )


def keys(given: dict[str, Any]) -> Any:
    named: dict[str, Callable[[], Any]] = {
        "pieces_of": lambda: code_keys.pieces_of(given["text"]),
        "unpad": lambda: code_keys.unpad(given["parts"]),
        "title_key": lambda: code_keys.title_key(given["text"]),
        "without_words": lambda: code_keys.without_words(given["parts"]),
        "bare_of": lambda: code_keys.bare_of(given["parts"]),
        "id_keys": lambda: list(code_keys.id_keys(given["parts"])),
        "may_part": lambda: code_keys.may_part(given["parts"], given["text"]),
        "is_apart": lambda: code_keys.is_apart(given["text"], given["paste"]),
    }
    return named[given["call"]]()


def broken(given: dict[str, Any]) -> list[str]:
    word = given["word"]
    breaks = [0, *word_breaks(word, given["words"].__contains__), len(word)]
    return [word[start:end] for start, end in pairwise(breaks)]


def read_words(given: dict[str, Any]) -> dict[str, Any]:
    inverted = InvertedIndex(make_index(given))
    tokens = read(given["paste"], inverted.normaliser.normalise(given["paste"]), inverted)
    return {
        "words": tokens.words,
        "gaps": tokens.gaps,
        "weights": [thousandths(weight) for weight in tokens.weights],
        "boundaries": tokens.boundaries,
        "passed": tokens.passed,
        "pieces": [tokens.normalised.text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)],
        "like": [[similarity for _, similarity in like] for like in tokens.similarities],
    }


def template(given: dict[str, Any]) -> dict[str, Any]:
    inverted = InvertedIndex(make_index(given))
    compiled = inverted.templates[0]
    return {
        "words": compiled.words,
        "gaps": [gap.replace(HOLE, "{}") for gap in compiled.gaps],
        "before": [gap.replace(HOLE, "{}") for gap in compiled.before],
        "after": [gap.replace(HOLE, "{}") for gap in compiled.after],
        "holes": compiled.holes,
        "holes_until": compiled.holes_until,
        "weights": [thousandths(weight) for weight in compiled.weights],
        "mark_weights": [thousandths(weight) for weight in compiled.mark_weights],
        "total": thousandths(compiled.total),
    }


def thousandths(value: float) -> float:
    return int(value * 1000 + 0.5) / 1000


def written(pieces: str | list[Any]) -> str:
    """Return a text that a case gives whole, or in pieces: a text, or a text and how often."""
    if isinstance(pieces, str):
        return pieces
    return "".join(piece if isinstance(piece, str) else piece[0] * piece[1] for piece in pieces)


def explained(given: dict[str, Any]) -> dict[str, Any]:
    paste = written(given["paste"])
    # As JSON: the shape in which a page gets it has no tuples.
    found = json.loads(json.dumps(explain(Matcher(make_index(given)), paste)))
    return {
        "found": [[one["id"], one["outcome"], one["reason"]] for one in found["result"]["findings"]],
        "nearest": [one["id"] for one in found["result"]["nearest"]],
        "near": [thousandths(one["score"]) for one in found["result"]["nearest"]],
        "documents": [one["documents"] for one in found["result"]["findings"]],
        "values": [one["values"] for one in found["result"]["findings"]],
        "further": [one["further"] for one in found["result"]["findings"]],
        "marked": [
            [paste[start:end] for start, end, _ in one["spans"]] for one in found["result"]["findings"]
        ],
        "unknown": found["result"]["unknown"],
        "places": [[place["start"], place["end"], place["candidates"][0]["id"]] for place in found["places"]],
        "candidates": [len(place["candidates"]) for place in found["places"]],
        "aside": [place["aside"] for place in found["places"]],
        "words": found["words"],
        "best": found["places"][0]["candidates"][0] if found["places"] else None,
    }


def in_order(given: dict[str, Any]) -> list[Any]:
    found = ranked(Matcher(make_index(given)), written(given["paste"]))
    return [[id_, outcome] for id_, _, outcome in found]


def around(given: dict[str, Any]) -> dict[str, Any]:
    """Return what is told by the surroundings of a code, which stands between two bars."""
    before, code, behind = written(given["paste"]).split("|", 2)
    start, end = len(before), len(before + code)
    found = Surroundings(before + code + behind, start, end, given.get("alone", False), Normaliser(FOLD))
    return {
        "before": found.before,
        "behind": found.behind,
        "read": [len(found.before), len(found.behind)],
        "line": found.line,
        "rest": found.rest,
        "text": found.text(code),
        "wide": found.wide(code),
        "counted": found.is_counted,
        "error": found.calls_it_error,
        "code": found.calls_it_code(False),
        "code_named": found.calls_it_code(True),
        "said": found.is_said,
        "closed": found.is_closed,
        "edge": found.is_at_edge,
        "cell": found.is_cell,
        "names": found.names_before,
        "joined": found.is_joined,
        "marked": found.is_marked,
    }


def against(given: dict[str, Any]) -> list[list[str]]:
    """Return what speaks against the best candidate of each paste."""
    matcher = Matcher(make_index(given))
    return [explain(matcher, paste)["places"][0]["candidates"][0]["against"] for paste in given["pastes"]]


STEPS: dict[str, Callable[[Any], Any]] = {
    "against": against,
    "agrees": lambda given: agrees(given[0] * (given[2] if len(given) > 2 else 1), {"type": given[1]}),
    "agrees_own": lambda given: agrees(given[0], {"type": "own", "pattern": given[1]}),
    "own_part": lambda given: own_part(*given),
    "own_start": lambda given: own_start(*given),
    "around": around,
    "boundary": lambda given: boundary(given, EDGES),
    "edits": lambda given: edits(*given),
    "explain": explained,
    "keys": keys,
    "line_start": lambda given: line_start(make_tokens(given), given["place"], given["least"]),
    "marks": marks,
    "near": lambda given: [list(one) for one in FuzzyWords(given["words"], SETTINGS).near(given["word"])],
    "open_lines": lambda given: [list(line) for line in open_lines(make_tokens(given), given["most"])],
    "path": lambda given: list(path(written(given[0]), written(given[0]).index(given[1]))),
    "plain": plain,
    "ranked": in_order,
    "read": read_words,
    "split": lambda given: {"words": split(given).words, "gaps": split(given).gaps},
    "template": template,
    "word_breaks": broken,
}
