"""The tables of sentences: complete in every language, and the only place of what readers are told."""

from __future__ import annotations

import json
import re
from itertools import combinations
from pathlib import Path

import pytest

from errorbook.catalogue import schema, yaml_source
from errorbook.common.problems import CatalogueError
from errorbook.common.template import holes
from errorbook.wording import ENGLISH, KEYS, LANGUAGES, Wording, tables

PACKAGE = Path(tables.__file__).parents[1]
TEMPLATES = PACKAGE / "site/templates"
OTHERS = [language for language in LANGUAGES if language != "en"]


def test_there_are_tables_of_english_and_german() -> None:
    assert {"de", "en"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_keys_of_english_in_their_order(language: str) -> None:
    assert list(tables.table(language)) == list(tables.table("en"))


@pytest.mark.parametrize("language", OTHERS)
def test_a_sentence_has_the_holes_of_the_english_one(language: str) -> None:
    english, other = tables.table("en"), tables.table(language)

    def names(text: tables.Text) -> list[set[str]]:
        return [set(holes(form)) for form in tables.forms(text)]

    wrong = [key for key in KEYS if set.union(*names(english[key])) != set.union(*names(other[key]))]
    assert wrong == []


ONE_WORD = {("count.rows", "count.lines")}
"""What German has one word for, and English two."""


@pytest.mark.parametrize("language", OTHERS)
def test_what_english_tells_apart_in_one_group_another_language_does_too(language: str) -> None:
    english, other = tables.table("en"), tables.table(language)
    pairs = [
        (one, another)
        for one, another in combinations(english, 2)
        if one.partition(".")[0] == another.partition(".")[0]
    ]
    assert {(a, b) for a, b in pairs if other[a] == other[b] and english[a] != english[b]} == ONE_WORD


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_with_forms_has_one_for_every_number_and_the_hole_for_it(language: str) -> None:
    several = {key: text for key, text in tables.table(language).items() if not isinstance(text, str)}
    assert several
    assert [key for key, text in several.items() if "other" not in text] == []
    assert [key for key, text in several.items() if "number" not in holes(text["other"])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty_or_has_blanks_around_it(language: str) -> None:
    every = [form for text in tables.table(language).values() for form in tables.forms(text)]
    assert [form for form in every if form != form.strip() or not form] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_names_no_key_twice(language: str) -> None:
    pairs = json.loads((PACKAGE / f"wording/{language}.json").read_text("utf-8"), object_pairs_hook=list)
    keys = [key for key, _ in pairs]
    assert sorted(set(keys)) == sorted(keys)


NO_WORDS = re.compile(
    r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<style>.*?</style>|<!doctype html>|<\?xml.*?\?>|<code>.*?</code>"
    r"|^---\n.*?\n---$|T00:00:00Z|UTF-8",
    re.DOTALL | re.MULTILINE,
)
SPOKEN = re.compile(r'\s(?:aria-label|title|placeholder|alt|data-label)="([^"]*)"')
WORD = re.compile(r"[^\W\d_]{2,}")


# Constants are code: no reader sees them.
SPEAKING = [path for path in sorted(TEMPLATES.rglob("*.jinja")) if not path.name.startswith("constants.")]


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: path.name)
def test_a_template_holds_no_sentence_of_its_own(path: Path) -> None:
    text = NO_WORDS.sub(" ", path.read_text("utf-8"))
    spoken = [word for value in SPOKEN.findall(text) for word in WORD.findall(value)]
    assert WORD.findall(re.sub(r"<[^>]*>| data-[\w-]+=\"[^\"]*\"", " ", text)) + spoken == []


@pytest.mark.parametrize(
    "path",
    [*sorted((PACKAGE / "wording").glob("*.json")), *sorted(TEMPLATES.rglob("*.jinja"))],
    ids=lambda p: p.name,
)
def test_the_package_has_no_word_of_one_trade(path: Path) -> None:
    trade = (
        r"book-?keep|accountant|ledger|invoice|payment|xero|quickbooks|cin7|\bsync|buchhalt|rechnung|zahlung"
    )
    assert re.findall(trade, path.read_text("utf-8"), re.IGNORECASE) == []


def test_the_table_of_a_language_is_that_without_its_country_or_english() -> None:
    assert [tables.nearest(name) for name in ("de", "de-AT", "de_CH", "DE", "fr", "")] == [
        "de",
        "de",
        "de",
        "de",
        "en",
        "en",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_breaks_between_a_number_and_what_it_counts(language: str) -> None:
    counts = [key for key in KEYS if key.startswith(("count.", "size.")) or key == "table.several"]
    texts = [form for key in counts for form in tables.forms(tables.table(language)[key])]
    assert len(texts) > 10
    assert [text for text in texts if re.search(r"\{number\}(?!\N{NO-BREAK SPACE}|-mal)", text)] == []


def test_numbers_days_and_choices_are_written_as_the_language_does() -> None:
    german = Wording.of("de")
    assert [german.say("count.errors", number=1), german.say("count.lines", number=1234)] == [
        "1\N{NO-BREAK SPACE}Fehler",
        "1.234\N{NO-BREAK SPACE}Zeilen",
    ]
    assert ENGLISH.say("count.errors", number=1) == "1\N{NO-BREAK SPACE}error"
    assert ENGLISH.say("count.errors", number=1234) == "1,234\N{NO-BREAK SPACE}errors"
    assert (ENGLISH.day("2026-03-01"), german.day("2026-03-01")) == ("1 March 2026", "1. März 2026")
    assert german.any_of(["Sie", "Ihr Team", "wir"]) == "Sie, Ihr Team oder wir"
    assert ENGLISH.any_of(["you"]) == "you"


def test_a_catalogue_has_sentences_of_its_own() -> None:
    own = Wording.of("en", {"box.yours": "Your alarm", "count.errors": {"other": "{number} alarms"}})
    assert own.say("box.yours") == "Your alarm"
    assert own.say("count.errors", number=1) == "1 alarms"
    assert own.say("box.edit") == "Edit"


def test_a_sentence_of_a_catalogue_has_a_known_key_and_its_holes() -> None:
    text = (
        "name: x\nsystems: {a: {name: A, prefix: AA}}\nwords:\n"
        "  box.your: Your alarm\n  index.see_all: See {all}\n  box.edit: 'Edit {'\n  zz.zz: x\n"
    )
    with pytest.raises(CatalogueError) as caught:
        schema.vocabulary(yaml_source.read("catalogue.yml", text))
    assert [str(problem).partition(": ")[2] for problem in caught.value.problems] == [
        "words.box.your: is the key of no sentence. Write 'box.yours'",
        "words.index.see_all: has the hole {all}, which nothing fills. Use only {errors}",
        "words.box.edit: has a '{' that is never closed. Write '{{' for a literal brace",
        "words.zz.zz: is the key of no sentence. Take a key of the table in errorbook/wording/en.json",
    ]


def test_every_sentence_is_said_somewhere() -> None:
    files = [path for ending in ("js", "py", "jinja") for path in PACKAGE.rglob(f"*.{ending}")]
    said = "\n".join(path.read_text("utf-8") for path in files)
    # Whole, or put together from its beginning and a word: f"date.{month}", "triage.by." ~ unit.
    begun = set(re.findall(r"""["'`]([a-z][\w.]*\.)(?:\$?\{|["'] ~)""", said))
    choices = ("severity.", "stops.", "fixer.", "risk.")
    assert [
        key for key in tables.table("en") if key not in said and not key.startswith((*begun, *choices))
    ] == []


WITHOUT_READERS = ("template.js", "stems.js", "function-words.js", "truncation.js")
"""What authors are told, and lists of words that are looked for."""
SCRIPTS = sorted(
    path
    for path in (PACKAGE / "assets").rglob("*.js")
    if "matching" not in path.parts and path.name not in WITHOUT_READERS
)
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
FOR_MACHINES = re.compile(
    r"^(?:Enter|Escape|Files|Shift|Tab|index version )$|eb-|errorbook|[<>=(){}\[\]#*]"
    r"|^[a-z-]+(?:, [a-z-]+)+$|^\.|^//|data:|use strict|selector|column",
)
"""Classes, selectors, code, names of columns: two words that nobody reads."""


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_holds_no_sentence_of_its_own(path: Path) -> None:
    lines = re.sub(
        r"/\*.*?\*/|^\s*//[^\n]*|^import[^\n]*", "", path.read_text("utf-8"), flags=re.DOTALL | re.M
    )
    strings = [one or re.sub(r"\$\{[^}]*\}", "", other) for one, other in STRING.findall(lines)]
    said = [text for text in strings if re.search(r"[^\W\d_]{2,} [^\W\d_]{2,}|^[A-Z][a-z]+$", text)]
    assert [text for text in said if not FOR_MACHINES.search(text)] == []


def test_a_catalogue_lists_what_entries_choose_from_and_names_each() -> None:
    text = "name: x\nsystems: {a: {name: A, prefix: AA}}\nseverities: {run: {}, info: {}}\nrisks: {low: {}}\n"
    with pytest.raises(CatalogueError) as caught:
        schema.vocabulary(yaml_source.read("catalogue.yml", text))
    assert [str(problem).partition(": ")[2] for problem in caught.value.problems] == [
        "severities.run: has no name. Add 'name' with what readers are told",
        "risks.low: has no name. Add 'name' with what readers are told",
    ]


def test_choices_are_called_what_the_catalogue_says_and_else_what_the_language_says() -> None:
    text = "name: x\nsystems: {a: {name: A, prefix: AA}}\nseverities: {line: 'Stops {all}', warning: {}}\n"
    words = schema.vocabulary(yaml_source.read("catalogue.yml", text))
    german = Wording.of("de", words.sentences("de"))
    assert german.say("severity.line") == german.say("stops.line") == "Stops {all}"
    assert german.say("stops.warning") == "nichts"
    assert [key for key in german.texts if key.startswith("stops.")] == ["stops.line", "stops.warning"]
    assert german.say("fixer.you") == "Sie"


@pytest.mark.parametrize("key", ["reply.means", "reply.looks", "reply.described", "reply.described_looks"])
def test_a_german_reply_reads_on_behind_a_greeting_with_a_comma(key: str) -> None:
    # "Guten Tag," goes on with a small letter, but for "Sie" and "Ihr", which are capital anywhere.
    assert Wording.of("de").say(key, title="…").startswith(("Sie ", "Ihr ", "Ihre "))
