"""Entries that get another name, are merged into another one, or retire: what becomes of every file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from errorbook.authoring import field_edits
from errorbook.catalogue.entry_parts import Relation
from errorbook.catalogue.model import Catalogue, Entry
from errorbook.catalogue.reader import Loaded
from errorbook.catalogue.value_types import slug_faults
from errorbook.common.problems import CatalogueError, Problem

Texts = Callable[[Entry], str]
"""What the file of an entry holds."""


@dataclass(slots=True)
class Plan:
    """What changes: each entry as it is to be, and the text of its file."""

    entries: dict[str, Entry] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    """The texts by file, seen from the catalogue's folder."""
    gone: str = ""
    """The file that goes."""
    remark: str = ""
    """What only an author can look after."""


def rename(loaded: Loaded, entry_id: str, slug: str, read: Texts) -> Plan:
    """Return what gives an entry another address; its old one leads on."""
    entry = _entry(loaded, entry_id)
    for what, fix in slug_faults(slug):
        _refuse(loaded, entry, f"cannot be called '{slug}': it {what}", fix)
    if slug == entry.slug:
        _refuse(loaded, entry, f"is called '{slug}' already", "Give another name")
    for other in loaded.catalogue.entries:
        slugs = () if other.id == entry.id else (other.slug, *other.former_slugs)
        if other.system == entry.system and slug in slugs:
            _refuse(loaded, entry, f"cannot be called '{slug}': so is or was {other.id}", "Give another name")
    former, text = entry.former_slugs, read(entry)
    if slug in former:
        text = field_edits.remove_item(text, "former_slugs", former.index(slug))
        former = tuple(name for name in former if name != slug)
    text = field_edits.add_items(text, "former_slugs", [entry.slug])
    renamed = entry.model_copy(update={"slug": slug, "former_slugs": (*former, entry.slug)})
    place = loaded.place(entry)
    return Plan({entry.id: renamed}, {PurePosixPath(place).with_name(f"{slug}.yml").as_posix(): text}, place)


def merge(loaded: Loaded, entry_id: str, into: str, read: Texts) -> Plan:
    """Return what lets an entry go on in another: its wordings find that one, its addresses lead there."""
    entry, heir = _entry(loaded, entry_id), _entry(loaded, into)
    _refuse_gone(loaded, entry)
    if heir.id == entry.id:
        _refuse(loaded, entry, "cannot be merged into itself", "Name the entry that remains")
    if heir.status not in ("active", "not-emitted"):
        _refuse(loaded, heir, f"is {heir.status}", "Name an entry that readers are led to")
    plan = _Draft(loaded, read, {entry.id: entry, heir.id: heir})
    plan.set_status(entry, "superseded")
    plan.add(entry, "superseded_by", (heir.id,))
    for other in loaded.catalogue.entries:
        if other.id != entry.id:
            plan.relate_anew(other, entry.id, heir.id)
    kept = plan.now(heir).relations
    near = {heir.id, *(relation.id for relation in kept)}
    # Who shares a text must say so, whatever else is said of the other.
    sharing = {heir.id, *(relation.id for relation in kept if relation.type == "same-text")}
    taken = (
        each for each in entry.relations if each.id not in (sharing if each.type == "same-text" else near)
    )
    plan.add(heir, "relations", tuple(taken))
    return replace(plan.done(), remark=_unfilled(entry, heir))


def retire(loaded: Loaded, entry_id: str, read: Texts) -> Plan:
    """Return what withdraws an entry: its page says so, and no other entry leads there."""
    entry = _entry(loaded, entry_id)
    _refuse_gone(loaded, entry)
    if led := [other.id for other in loaded.catalogue.entries if entry.id in other.superseded_by]:
        fix = "Name another entry under superseded_by there, or write 'status: withdrawn' in its place"
        _refuse(loaded, entry, f"is what {', '.join(led)} led on to", fix)
    plan = _Draft(loaded, read, {entry.id: entry})
    plan.set_status(entry, "withdrawn")
    for other in loaded.catalogue.entries:
        if other.id != entry.id:
            plan.relate_anew(other, entry.id, "")
    return plan.done()


def differences(plan: Plan, before: Catalogue, after: Catalogue) -> list[str]:
    """Return the ids of entries that are not as planned, or not as they were."""
    meant = {entry.id: entry for entry in before.entries} | plan.entries
    found = {entry.id: entry for entry in after.entries}
    return sorted(id_ for id_ in meant.keys() | found.keys() if meant.get(id_) != found.get(id_))


class _Draft:
    """Entries and their texts, changed together."""

    def __init__(self, loaded: Loaded, read: Texts, entries: Mapping[str, Entry]) -> None:
        self._place, self._read = loaded.place, read
        self._texts: dict[str, str] = {}
        self._entries = dict(entries)

    def now(self, entry: Entry) -> Entry:
        """Return an entry as it is planned so far."""
        return self._entries.get(entry.id, entry)

    def set_status(self, entry: Entry, status: str) -> None:
        text = field_edits.set_text(self._text(entry), "status", status)
        self._keep(entry, text, status=status)

    def add(self, entry: Entry, name: str, items: tuple[str, ...] | tuple[Relation, ...]) -> None:
        if not items:
            return
        written = [
            f"{{type: {item.type}, id: {item.id}}}" if isinstance(item, Relation) else item for item in items
        ]
        text = field_edits.add_items(self._text(entry), name, written)
        self._keep(entry, text, **{name: (*getattr(self.now(entry), name), *items)})

    def relate_anew(self, entry: Entry, old: str, new: str) -> None:
        """Let relations to an entry lead to another one, or remove those that would say nothing then."""
        places = [place for place, relation in enumerate(entry.relations) if relation.id == old]
        known = {entry.id, "", *(relation.id for relation in entry.relations)}
        for place in reversed(places):
            text, relations = self._text(entry), list(self.now(entry).relations)
            if place > places[0] or new in known:
                text = field_edits.remove_item(text, "relations", place)
                del relations[place]
            else:
                text = field_edits.set_in_item(text, "relations", place, "id", new)
                relations[place] = relations[place].model_copy(update={"id": new})
            self._keep(entry, text, relations=tuple(relations))

    def done(self) -> Plan:
        changed = {id_: entry for id_, entry in self._entries.items() if id_ in self._texts}
        return Plan(changed, {self._place(entry): self._texts[id_] for id_, entry in changed.items()})

    def _text(self, entry: Entry) -> str:
        return self._texts.get(entry.id) or self._read(entry)

    def _keep(self, entry: Entry, text: str, **fields: object) -> None:
        self._texts[entry.id] = text
        self._entries[entry.id] = self.now(entry).model_copy(update=fields)


def _entry(loaded: Loaded, entry_id: str) -> Entry:
    """Return the entry of an id; raises CatalogueError where there is none."""
    entry = loaded.catalogue.entry(entry_id)
    if entry is None:
        what, fix = f"has no line for {entry_id}", "Correct the id"
        if gone := [line.address for line in loaded.ledger if line.id == entry_id]:
            what = f"has {entry_id}, and its file is gone"
            fix = f"Bring {gone[-1]}.yml back from its history first: its links go on leading to it"
        raise CatalogueError([Problem.of(loaded.ledger_file, what, fix, rule="ledger")])
    return entry


def _unfilled(entry: Entry, heir: Entry) -> str:
    """Return which values have to get one name, where the texts that remain would stay blank for a paste."""
    fills, asks = (
        ", ".join(f"{{{name}}}" for name in one.values if name not in other.values)
        for one, other in ((entry, heir), (heir, entry))
    )
    if not fills or not asks:
        return ""
    return (
        f"{entry.id} fills {fills}, and {heir.id} has {asks}: give what is one value one name in both files."
    )


def _refuse_gone(loaded: Loaded, entry: Entry) -> None:
    if entry.status in ("superseded", "withdrawn"):
        _refuse(loaded, entry, f"is {entry.status} already", "Name an entry that readers are led to")


def _refuse(loaded: Loaded, entry: Entry, what: str, fix: str) -> None:
    raise CatalogueError([loaded.sources[entry.id].problem(("id",), f"{entry.id} {what}", fix)])
