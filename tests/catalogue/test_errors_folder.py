"""The catalogue itself: sound, in one form, and with the schema that editors read up to date."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import own
import pytest

from errorbook.authoring.scaffold import MODELINE
from errorbook.catalogue import entry_files, entry_texts, yaml_source
from errorbook.catalogue.model import EntryFile
from errorbook.catalogue.reader import Loaded
from errorbook.checks import path_figures, place_rules, telling_rules
from errorbook.checks.rule import Context
from errorbook.common.problems import Problem
from errorbook.common.template import Hole, holes, parse

ROOT = Path(__file__).parents[2]
ERRORS = ROOT / "errors"
GUIDES = {page.stem for page in (ROOT / "content" / "guides").glob("*.md")}
BLOCKS = sorted(ERRORS.glob("shared/blocks/*.yml"))
FILES = sorted(ERRORS.glob("*/*.yml"))
ANY: Any = None
"""A context that the rule does not look at."""
FIELDS = list(EntryFile.model_fields)


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return own.loaded()


def test_every_system_has_entries(loaded: Loaded) -> None:
    assert {entry.system for entry in loaded.catalogue.entries} == set(loaded.catalogue.vocabulary.systems)


def test_entries_say_where_to_click_and_what_the_paste_says(loaded: Loaded) -> None:
    entries = loaded.catalogue.entries
    assert sum(bool(entry.resolution[0].path) for entry in entries) >= 200
    with_values = [entry for entry in entries if entry.values]
    context = Context(loaded.catalogue, ANY)
    assert sum(not list(place_rules.unused_values(entry, context)) for entry in with_values) >= 50


def test_a_text_reads_well_without_a_value_that_not_every_message_has(loaded: Loaded) -> None:
    """What the value is called stands there then: not "the action action", nor "such as lock date"."""
    twice = [
        f"{entry.id} {path}: {before}{{{hole.name}}}{after}"
        for entry in loaded.catalogue.entries
        for path, text in entry_texts.texts(entry)
        if path[0] != "messages"
        for before, hole, after in around_holes(text)
        if not all(hole.name in holes(message.text) for message in entry.messages)
        and reads_twice(before, entry.values[hole.name].label, after)
    ]
    assert twice == []


def around_holes(text: str) -> Iterator[tuple[str, Hole, str]]:
    """Yield each hole of a text with the fixed text before and behind it."""
    parts = ("", *parse(text), "")
    for before, hole, after in zip(parts, parts[1:], parts[2:], strict=False):
        if isinstance(hole, Hole):
            yield "" if isinstance(before, Hole) else before, hole, "" if isinstance(after, Hole) else after


def reads_twice(before: str, label: str, after: str) -> bool:
    """Tell whether a label repeats the word before or behind it, or gives itself as an example."""
    beside = re.findall(r"(\w+)[ ,(]+$", before) + re.findall(r"^[ ,)]+(\w+)", after)
    told = set(re.findall(r"\w+", label)) - {"the", "of", "that", "in"}
    return not told.isdisjoint(beside) or before.endswith("such as ")


def test_a_path_through_an_entry_of_xero_is_short(loaded: Loaded) -> None:
    entries = [entry for entry in loaded.catalogue.published if entry.system == "xero"]
    ways = [way for entry in entries for way in path_figures.ways(entry)]
    assert median(way.words for way in ways) <= 80
    assert median(way.steps for way in ways) <= 5


def test_every_guide_is_used(loaded: Loaded) -> None:
    used = {guide for entry in loaded.catalogue.entries for guide in entry.guides}
    assert GUIDES - {"index"} - used == set()


def test_a_file_has_the_usual_form() -> None:
    texts = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in FILES}
    problems = [problem for file, text in texts.items() for problem in unusual(file, text)]
    assert "\n".join(map(str, problems)) == ""


def unusual(file: str, text: str) -> Iterator[Problem]:
    """Yield what an author has to move or add, at its line."""
    if text.splitlines()[0] != MODELINE:
        yield Problem(
            file, 1, 1, "", "does not begin with the line for editors", f"Begin it with '{MODELINE}'"
        )
    if not text.endswith("\n"):
        yield Problem(file, len(text.splitlines()), 1, "", "has no end of its last line", "End it with Enter")
    source = yaml_source.read(file, text)
    names = list(mapping(source.value))
    if entry_files.SEVERAL in names:
        yield source.problem((), "holds several entries", "Give each a file of its own")
        return
    for name, after in pairwise(names):
        if FIELDS.index(name) > FIELDS.index(after):
            fix = f"Put it before '{name}', in the order of 'Every field' in adding-an-error.md"
            yield source.problem((after,), f"stands after '{name}'", fix)


def test_what_is_unusual_is_told_in_an_author_s_words() -> None:
    text = "id: XERO-0001\nsummary: It is so.\ntitle: It is"
    assert [str(problem) for problem in unusual("errors/xero/a.yml", text)] == [
        "errors/xero/a.yml:1:1: does not begin with the line for editors."
        " Begin it with '# yaml-language-server: $schema=../entry.schema.json'",
        "errors/xero/a.yml:3:1: has no end of its last line. End it with Enter",
        "errors/xero/a.yml:3:1: title: stands after 'summary'."
        " Put it before 'summary', in the order of 'Every field' in adding-an-error.md",
    ]
    several = f"{MODELINE}\nentries:\n  one: {{id: XERO-0001}}\n"
    assert [str(problem) for problem in unusual("errors/xero/a.yml", several)] == [
        "errors/xero/a.yml:2:1: holds several entries. Give each a file of its own"
    ]


def test_a_shared_block_has_the_usual_form_and_is_shared() -> None:
    texts = {path.stem: path.read_text("utf-8") for path in BLOCKS}
    modeline = MODELINE.replace("../entry", "../../block")
    assert [name for name, text in texts.items() if text.splitlines()[0] != modeline] == []
    assert [name for name, text in texts.items() if not text.endswith("\n")] == []
    entries = [path.read_text("utf-8") for path in FILES]
    # A block that one entry includes belongs into that entry.
    assert [name for name in texts if sum(f"include: {name}" in entry for entry in entries) < 2] == []


def mapping(value: object) -> dict[str, object]:
    assert isinstance(value, dict)
    return value


def test_the_way_to_a_fix_is_short(loaded: Loaded) -> None:
    figures = path_figures.count(loaded.catalogue)
    assert figures
    words, steps, questions = figures["words"], figures["steps"], figures["questions"]
    assert (words["median"] <= 77, words["nine_in_ten"] <= 115, words["worst"] <= 140) == (True,) * 3, words
    assert (steps["median"] <= 5, steps["nine_in_ten"] <= 8) == (True,) * 2, steps
    assert questions["worst"] <= 3, questions


BESIDE = {"XERO-0050": 115, "CIN7-0001": 75, "QBO-0070": 190, "XERO-0001": 180, "QBO-0021": 170}
"""Entries, and the words that one path takes in the best public article for the same error."""


@pytest.mark.parametrize(("id_", "theirs"), BESIDE.items())
def test_every_path_is_shorter_than_the_best_public_article(loaded: Loaded, id_: str, theirs: int) -> None:
    entry = loaded.catalogue.entry(id_)
    assert entry
    assert [way.answers for way in path_figures.ways(entry) if way.words >= theirs] == []


def test_every_entry_is_told_in_eight_ways_that_are_its_own(loaded: Loaded) -> None:
    assert loaded.catalogue.vocabulary.fewest_questions == 8
    context = Context(loaded.catalogue, ANY)
    assert (
        "\n".join(
            str(problem)
            for entry in loaded.catalogue.entries
            for rule in telling_rules.RULES
            for problem in rule.problems(entry, loaded.sources[entry.id], context)
        )
        == ""
    )
