"""Rules about what an entry points to: menus, the values of the paste, pictures, a status page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from errorbook.catalogue import entry_texts, images
from errorbook.catalogue.model import Entry
from errorbook.checks.rule import Context, Remark, Rule
from errorbook.common.template import holes

_MARKS = re.compile(r"→|\u203a|\u00bb|>|\*\*|`|[{}]")
_MENUS = re.compile(r"\*\*([^*]+?) ?(?:→|\u203a|\u00bb|>) ?[^*]+\*\*")


def marked_menu(entry: Entry, _: Context) -> Iterator[Remark]:
    """A menu with an arrow or a mark in it: the page draws each item of a path as it is."""
    for path, step in entry_texts.steps(entry.resolution):
        for index, item in enumerate(step.path):
            if found := _MARKS.search(item):
                fix = "Write each menu as an item, in plain words: [Settings, Lock dates]"
                yield (*path, "path", index), f"has '{found[0]}' in it", fix


def menu_in_words(entry: Entry, _: Context) -> Iterator[Remark]:
    """Menus in the words of a step, where they could be a path."""
    for path, step in entry_texts.steps(entry.resolution):
        field = "do" if step.do else "ask"
        if not step.path and (found := _MENUS.search(step.do or step.ask or "")):
            fix = "Write them as the step's path: [Settings, Lock dates]"
            yield (*path, field), f"names the menus behind '{found[1].strip()}' in its words", fix


def unused_values(entry: Entry, context: Context) -> Iterator[Remark]:
    """Values that no step says again, where the reader needs them."""
    # A menu is no text with holes.
    texts = [(path, text) for path, text in entry_texts.texts(entry) if "path" not in path]
    if entry.values and not any(holes(text) for path, text in texts if path[0] == "resolution"):
        what = "are in no step, so readers have to look for them in their paste"
        product = context.catalogue.vocabulary.systems[entry.system].name
        fix = f"Say one where it is needed: 'Look for {{{next(iter(entry.values))}}} in {product}'"
        yield ("values",), what, fix


def poor_alt(entry: Entry, _: Context) -> Iterator[Remark]:
    """A picture whose words say that it is one, or its file, instead of what it shows."""
    for path, step in entry_texts.steps(entry.resolution):
        if step.image and images.says_nothing(step.image.alt):
            what, fix = "does not say what the picture shows", "Write what is on it: 'Two empty lock dates.'"
            yield (*path, "image", "alt"), what, fix


def no_status_page(entry: Entry, context: Context) -> Iterator[Remark]:
    """An outage of a system whose status page is not known."""
    system = context.catalogue.vocabulary.systems[entry.system]
    if entry.outage and not system.status_page:
        what = f"leads nowhere: {system.name} has no status page here"
        yield ("outage",), what, f"Give {entry.system} a 'status_page' in catalogue.yml, or remove it"


RULES = (
    Rule("marked-menu", "error", marked_menu, "words"),
    Rule("menu-in-words", "hint", menu_in_words, "words"),
    Rule("poor-alt", "warning", poor_alt, "words"),
    Rule("unused-values", "hint", unused_values),
    Rule("no-status-page", "warning", no_status_page),
)
