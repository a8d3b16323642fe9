"""The sentences of one site: those of its language, and in their place those of its catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from errorbook.common.template import Hole, Part, parse
from errorbook.wording import tables
from errorbook.wording.tables import Text

_parts = cache(parse)
_CHOICES = ("severity", "stops", "fixer", "risk")
"""The groups of keys whose ends are what entries choose from."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of a site in one of the languages that have a table."""

    language: str = tables.USUAL
    own: Mapping[str, Text] = field(default_factory=dict)
    """Sentences of the catalogue, by the keys of those that they replace."""

    @classmethod
    def of(cls, language: str, own: Mapping[str, Text] | None = None) -> Wording:
        """Return the sentences for a site in a language, in English where that has no table."""
        return cls(tables.nearest(language), own or {})

    @property
    def texts(self) -> Mapping[str, Text]:
        """Every sentence by its key."""
        return {
            **{key: text for key, text in tables.table(self.language).items() if not self._replaced(key)},
            **self.own,
        }

    def text(self, key: str) -> Text:
        """Return the sentence of a key as it stands in the table."""
        return self.own[key] if key in self.own else tables.table(self.language)[key]

    def say(self, key: str, **values: object) -> str:
        """Return the sentence of a key with its holes filled; ``number`` chooses among its forms."""
        return "".join(map(str, self.filled(key, values)))

    def filled(self, key: str, values: Mapping[str, object]) -> Iterator[object]:
        """Yield the parts of a sentence: its own texts, and in the place of holes the values."""
        for part in self._form(key, values):
            yield self._value(values[part.name]) if isinstance(part, Hole) else part

    def any_of(self, names: list[str]) -> str:
        """Return ``one, two or three``."""
        if len(names) < 2:
            return "".join(names)
        return self.say("list.or", several=", ".join(names[:-1]), last=names[-1])

    def day(self, day: str) -> str:
        """Return a date that reads the same everywhere: ``22 November 2026``."""
        read = date.fromisoformat(day)
        return self.say("date.day", day=str(read.day), **self._month(read))

    def month(self, day: date) -> str:
        """Return the month of a day: ``November 2026``."""
        return self.say("date.month", **self._month(day))

    def inside(self, name: str) -> str:
        """Return a name as it stands inside a sentence: with a small letter, where the language has it so."""
        return name[:1].lower() + name[1:] if self.say("language.names_inside") == "small" else name

    def number(self, number: int) -> str:
        """Return a number as people write it: ``1,234``."""
        return f"{number:,}".replace(",", self.say("number.group"))

    def _month(self, day: date) -> dict[str, str]:
        return {"month": self.say(f"date.{day.month}"), "year": str(day.year)}

    def _replaced(self, key: str) -> bool:
        """Tell whether a key is that of a choice, and the catalogue lists its own."""
        group = key.partition(".")[0]
        return group in _CHOICES and any(own.startswith(f"{group}.") for own in self.own)

    def _form(self, key: str, values: Mapping[str, object]) -> tuple[Part, ...]:
        text = self.text(key)
        if isinstance(text, str):
            return _parts(text)
        kind = "one" if values["number"] == 1 else "other"
        return _parts(text.get(kind, text["other"]))

    def _value(self, value: object) -> object:
        return self.number(value) if isinstance(value, int) else value


ENGLISH = Wording()
