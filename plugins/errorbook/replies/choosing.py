"""Which replies there are: one for each error, and one for each answer to a question of its steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from errorbook.catalogue import publication, translating
from errorbook.catalogue.model import Catalogue, Entry
from errorbook.replies.texts import filled, plain
from errorbook.replies.wording import Block, Material, reply_blocks
from errorbook.site import cards
from errorbook.site.cards import Card
from errorbook.site.site_info import SiteInfo


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply to send: ``key`` tells it from all others, as in ``SHOP-0001`` and ``SHOP-0001.2.1``."""

    key: str
    entry: Entry
    title: str
    link: str
    choices: Mapping[str, int]
    """The answers that were taken, by the anchor of their question."""
    blocks: tuple[Block, ...]

    @property
    def name(self) -> str:
        """The id and the title, by which somebody finds it in a list."""
        return f"{self.entry.id} {self.title}"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the exporting desk wants: greeting and closing may hold placeholders of the tool."""

    answers: bool = True
    greeting: str = ""
    closing: str = ""


@dataclass(frozen=True, slots=True)
class _Way:
    """Answers taken one after the other: where the last one stands, what was said, what was chosen."""

    place: str = ""
    said: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    choices: tuple[tuple[str, int], ...] = ()


def build(catalogue: Catalogue, site: SiteInfo, wishes: Wishes) -> list[Reply]:
    """Return the replies to all errors that indexes lead to, in the order of the catalogue."""
    catalogue = translating.catalogue(catalogue, site.language)
    site = site.worded(catalogue.vocabulary)
    shown = cards.build(catalogue, site)
    return [
        _reply(entry, shown[entry.id], way, site, wishes)
        for entry in publication.listed(catalogue)
        for way in (_Way(), *(_ways(shown[entry.id]) if wishes.answers else ()))
    ]


def _reply(entry: Entry, card: Card, way: _Way, site: SiteInfo, wishes: Wishes) -> Reply:
    path = f"#a={','.join(way.names)}" if way.names else ""
    address = site.canonical(card["permalink"])
    link = address and address + path
    choices = dict(way.choices)
    material = Material(card, link, choices, wishes.greeting, wishes.closing, site.wording)
    answers = f" ({'; '.join(way.said)})" if way.said else ""
    key = f"{entry.id}.{way.place}" if way.place else entry.id
    return Reply(key, entry, entry.title + answers, link, choices, tuple(reply_blocks(material)))


def _ways(card: Card) -> Iterator[_Way]:
    """Yield the way to every answer of a card, those within an answer behind it."""
    labels = {name: value["label"] for name, value in card.get("values", {}).items()}
    yield from _from(card.get("resolution", []), labels, _Way())


def _from(steps: list[Card], labels: Mapping[str, str], way: _Way) -> Iterator[_Way]:
    for number, step in enumerate(steps, 1):
        for index, answer in enumerate(step.get("answers", [])):
            question = step["anchor"].removeprefix("step-")
            further = _Way(
                f"{way.place}.{number}.{index + 1}".lstrip("."),
                (*way.said, plain(filled(answer["answer"], dict(labels)))),
                # As the address of the page names it.
                (*way.names, f"{question}.{index + 1}"),
                (*way.choices, (step["anchor"], index)),
            )
            yield further
            yield from _from(answer["steps"], labels, further)
