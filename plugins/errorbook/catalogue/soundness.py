"""Tells which entries something is wrong with, so that a site can be shown without them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from errorbook.catalogue import entry_texts
from errorbook.catalogue.entry_files import Placed, is_shared
from errorbook.catalogue.images import Image
from errorbook.catalogue.model import Entry
from errorbook.catalogue.vocabulary import Vocabulary
from errorbook.catalogue.yaml_source import field_name
from errorbook.common.problems import Problem


def parted(
    placed: Iterable[Placed], problems: Iterable[Problem], words: Vocabulary, shots: Mapping[str, Image]
) -> tuple[list[Placed], list[Placed]]:
    """Return the entries that no problem is about, and the others.

    Nor may one have a system, a block or a picture that nobody knows: its own problem may be told elsewhere.
    """
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        # One of a shared block is about the entry that includes it there.
        by_file.setdefault(problem.via.rsplit(":", 2)[0] or problem.file, []).append(problem)
    sound, doubtful = list[Placed](), list[Placed]()
    for each in placed:
        is_sound = (
            not each.lacking
            and each.entry.system in words.systems
            and not any(_is_about(each, problem) for problem in by_file.get(each.source.file, ()))
            and all(shot in shots for shot in _shots(each.entry))
        )
        (sound if is_sound else doubtful).append(each)
    return sound, doubtful


def _is_about(placed: Placed, problem: Problem) -> bool:
    """Tell whether a problem of a file is one of an entry in it."""
    if not is_shared(placed.source) or problem.via or not problem.field:
        return True
    return f"{problem.field}.".startswith(f"{field_name(placed.source.within)}.")


def _shots(entry: Entry) -> Iterable[str]:
    """Return the pictures that an entry shows, as they are kept."""
    images = (step.image for _, step in entry_texts.steps(entry.resolution) if step.image)
    return (f"{entry.system}/{name}" for each in images for name in (each.file, each.dark) if name)
