"""An entry or a catalogue in another language, and what a translation lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from errorbook.catalogue import entry_texts, text_blocks
from errorbook.catalogue.model import Catalogue, Entry, EntryFile, Step
from errorbook.catalogue.translation import EntryWords, StepWords
from errorbook.catalogue.vocabulary import Vocabulary
from errorbook.catalogue.yaml_source import Path
from errorbook.common.template import TemplateError, holes

Fault = tuple[Path, str, str]
_ALONE = (*entry_texts.ALONE, "escalate")
_OF_STEPS = ("do", "see", "undo", "ask")


def catalogue(known: Catalogue, language: str) -> Catalogue:
    """Return a catalogue with every text in a language that has a translation into it."""
    plain = language.partition("-")[0].lower()
    if plain == known.vocabulary.language and "translations" not in known.vocabulary.model_fields_set:
        return known
    words = known.vocabulary.in_language(plain)
    vocabulary = known.vocabulary

    def told(each: Entry) -> Entry:
        sources, make = (each, plain, vocabulary), partial(entry, each, plain, vocabulary)
        return known.memory.keep_for_next("translated", each.id, sources, make)

    entries = tuple(map(told, known.entries))
    return replace(known, vocabulary=words, entries=entries, read_in=plain)


def entry(original: Entry, language: str, words: Vocabulary) -> Entry:
    """Return an entry in a language, or as it is where it has no translation into it."""
    told = original.translations.get(language)
    if told is None or language == words.language:
        return original.model_copy(update={"language": words.language})
    causes = zip(original.causes, told.causes, strict=True)
    values = {name: told.values.get(name, value.label) for name, value in original.values.items()}
    return original.model_copy(
        update={
            "language": language,
            "title": told.title,
            **{field: getattr(told, field) for field in _ALONE},
            "values": {
                name: value.model_copy(update={"label": values[name]})
                for name, value in original.values.items()
            },
            "causes": tuple(
                cause.model_copy(update={"text": words.text, "more": words.more or cause.more})
                for cause, words in causes
            ),
            "resolution": _steps(original.resolution, told.resolution),
        }
    )


def _steps(several: Sequence[Step], told: Sequence[StepWords]) -> tuple[Step, ...]:
    return tuple(_step(step, words) for step, words in zip(several, told, strict=True))


def _step(step: Step, told: StepWords) -> Step:
    update: dict[str, object] = {field: getattr(told, field) for field in _OF_STEPS}
    update["more"] = told.more or step.more
    if step.answers and told.answers:
        both = zip(step.answers.values(), told.answers.items(), strict=True)
        update["answers"] = {answer: _steps(following, words) for following, (answer, words) in both}
    return step.model_copy(update=update)


def faults(fields: EntryFile) -> Iterator[Fault]:
    """Yield what keeps an entry's translations from standing in its place: path, what, fix."""
    for language, told in fields.translations.items():
        here = ("translations", language)
        yield from _of_entry(fields, told, here)
        for path, text in _texts(told, here):
            try:
                unknown = [name for name in holes(text) if name not in fields.values]
            except TemplateError as error:
                yield path, error.what, error.fix
                continue
            for name in unknown:
                yield (
                    path,
                    f"has the hole {{{name}}}, which 'values' does not declare",
                    "Use one of the original",
                )


def _of_entry(fields: EntryFile, told: EntryWords, here: Path) -> Iterator[Fault]:
    yield from _same(fields, told, _ALONE, here)
    yield from _as_many(len(fields.causes), len(told.causes), "causes", (*here, "causes"))
    for index, (cause, words) in enumerate(zip(fields.causes, told.causes, strict=False)):
        yield from _below(cause.more, words.more, (*here, "causes", index, "more"))
    yield from _of_steps(fields.resolution, told.resolution, (*here, "resolution"))
    for name in fields.values.keys() - told.values.keys():
        yield (*here, "values"), f"do not name '{name}'", "Add what to call it"
    for name in told.values.keys() - fields.values.keys():
        yield (*here, "values", name), "is not a declared value", "Use a name from values"


def _of_steps(several: Sequence[Step], told: Sequence[StepWords], here: Path) -> Iterator[Fault]:
    yield from _as_many(len(several), len(told), "steps", here)
    for index, (step, words) in enumerate(zip(several, told, strict=False)):
        place = (*here, index)
        yield from _same(step, words, _OF_STEPS, place)
        yield from _below(step.more, words.more, (*place, "more"))
        answers, given = step.answers or {}, words.answers or {}
        yield from _as_many(len(answers), len(given), "answers", place)
        for following, (answer, inner) in zip(answers.values(), given.items(), strict=False):
            yield from _of_steps(following, inner, (*place, "answers", answer))


def _same(original: object, told: object, fields: Sequence[str], here: Path) -> Iterator[Fault]:
    for field in fields:
        if getattr(original, field) and not getattr(told, field):
            yield here, f"lacks '{field}', which the original has", "Translate it"
        elif getattr(told, field) and not getattr(original, field):
            yield (*here, field), "translates what the original does not have", "Remove it"


def _below(original: str | None, told: str | None, here: Path) -> Iterator[Fault]:
    """Yield what is wrong with what goes below a step or a cause; code alone needs no translation."""
    if told and not original:
        yield here, "translates what the original does not have", "Remove it"
    yield from ((here, what, fix) for what, fix in text_blocks.faults(told or ""))


def _as_many(original: int, told: int, things: str, here: Path) -> Iterator[Fault]:
    if original != told:
        yield here, f"has {told} {things}, and the original {original}", "Translate each, in the same order"


def _texts(told: EntryWords, here: Path) -> Iterator[tuple[Path, str]]:
    alone = ((field, getattr(told, field)) for field in entry_texts.ALONE)
    yield from (((*here, field), text) for field, text in alone if text)
    for index, cause in enumerate(told.causes):
        yield (*here, "causes", index, "text"), cause.text
        if cause.more:
            yield (*here, "causes", index, "more"), cause.more
    yield from _step_texts(told.resolution, (*here, "resolution"))


def _step_texts(several: Sequence[StepWords], here: Path) -> Iterator[tuple[Path, str]]:
    for index, step in enumerate(several):
        for field in (*_OF_STEPS, "more"):
            if text := getattr(step, field):
                yield (*here, index, field), text
        for answer, following in (step.answers or {}).items():
            yield from _step_texts(following, (*here, index, "answers", answer))
