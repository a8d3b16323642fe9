"""An entry as readers are shown it: one mapping that the entry's page and the lookup's card both render."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from errorbook.catalogue import publication, text_blocks
from errorbook.catalogue.entry_parts import Cause, Relation
from errorbook.catalogue.model import Catalogue, Entry, Step
from errorbook.indexing import value_shapes
from errorbook.site import choice_labels, grounds, images, reply
from errorbook.site.site_info import SiteInfo
from errorbook.wording import Wording

Card = dict[str, Any]
Pictured = Callable[[Step], Card | None]
"""Gives what is shown of a step's picture."""
Related = list[tuple[Relation, Entry]]


def build(catalogue: Catalogue, site: SiteInfo) -> dict[str, Card]:
    """Return the card of every entry that has a page, by id."""
    memory = catalogue.memory
    site = memory.same("site", site.worded(catalogue.vocabulary))
    entries = {entry.id: entry for entry in catalogue.entries}
    relations = _relations(catalogue)

    def card(entry: Entry) -> Card:
        related = [
            {
                "type": relation.type,
                "words": site.wording.say(f"relation.{relation.type}"),
                **_link(other, site),
            }
            for relation, other in _related(entry, entries, relations[entry.id])
        ]
        banner = _banner(entry, entries, site)
        sources = (entry, related, banner, catalogue.vocabulary, catalogue.images, site)
        return memory.keep("card", entry.id, sources, lambda: _card(entry, catalogue, site, related, banner))

    return {entry.id: card(entry) for entry in catalogue.entries if publication.has_page(entry, catalogue)}


def _card(
    entry: Entry, catalogue: Catalogue, site: SiteInfo, related: list[Card], banner: Card | None
) -> Card:
    """Return the card of an entry, without what it does not say; urls start at the site's root."""
    system = catalogue.vocabulary.systems[entry.system]
    card = _said(
        id=entry.id,
        lang=site.foreign(entry.language) or None,
        title=entry.title,
        summary=entry.summary,
        lead=choice_labels.lead(entry.summary) if entry.summary else None,
        status=entry.status,
        banner=banner,
        status_page=system.status_page if entry.outage else None,
        facts=[*choice_labels.facts(entry, site.wording), grounds.fix_in_short(entry, site.wording)],
        url=site.entry_url(entry),
        permalink=site.permalink(entry.id),
        system=entry.system,
        system_name=system.name,
        values={
            name: dict(value_shapes.shape(value, catalogue.vocabulary.value_types))
            for name, value in entry.values.items()
        },
        causes=[_cause(cause, number, site.wording) for number, cause in enumerate(entry.causes, 1)],
        resolution=_steps(
            entry.resolution, site.wording, lambda step: images.shown(step.image, entry, catalogue)
        ),
        verify=entry.verify,
        prevention=entry.prevention,
        escalate=_said(when=entry.escalate.when, collect=list(entry.escalate.collect))
        if entry.escalate
        else None,
        guides=[
            {"title": site.guides[slug], "url": site.url(site.guide_uri(slug))}
            for slug in entry.guides
            if slug in site.guides
        ],
        relations=related,
        grounds=[grounds.message(entry, site.wording), grounds.fix(entry, site.wording)],
        reviewed=entry.reviewed,
    )
    return {**card, "reply": reply.parts(card, entry, catalogue, site)}


def _steps(several: tuple[Step, ...], wording: Wording, image: Pictured, number: str = "") -> list[Card]:
    """Return steps with their anchors: ``step-2.3.1`` is the first step of the third answer to question 2."""
    return [_step(step, f"{number}{index}", wording, image) for index, step in enumerate(several, 1)]


def _link(entry: Entry, site: SiteInfo) -> Card:
    """Return what leads to another entry."""
    lang = site.foreign(entry.language) or None
    return _said(id=entry.id, title=entry.title, url=site.entry_url(entry), lang=lang)


def _relations(catalogue: Catalogue) -> dict[str, list[Relation]]:
    """Return what each entry says of others and then what others say of it, by the entry's id."""
    found = {entry.id: list(entry.relations) for entry in catalogue.entries}
    for entry in catalogue.published:
        for relation in entry.relations:
            kind = choice_labels.INVERSE.get(relation.type, relation.type)
            if relation.id in found:
                found[relation.id].append(Relation.model_validate({"type": kind, "id": entry.id}))
    return found


def _related(entry: Entry, entries: Mapping[str, Entry], relations: list[Relation]) -> Related:
    """Return the entries a reader may be sent to, each once, the closest kind first."""
    found: dict[str, tuple[Relation, Entry]] = {}
    for relation in relations:
        other = entries.get(relation.id)
        if other and other is not entry and publication.is_listed(other):
            found.setdefault(other.id, (relation, other))
    order = choice_labels.RELATED
    return sorted(found.values(), key=lambda pair: (order.index(pair[0].type), pair[1].id))


def _said(**fields: Any) -> Card:
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def _cause(cause: Cause, number: int, wording: Wording) -> Card:
    return _said(
        text=cause.text,
        more=_blocks(cause.more, wording),
        likelihood=cause.likelihood,
        evidence=cause.evidence if cause.evidence != "reported" else None,
        note=choice_labels.cause_note(cause, wording),
        anchor=f"cause-{cause.id or number}",
    )


def _step(step: Step, number: str, wording: Wording, image: Pictured) -> Card:
    return _said(
        anchor=f"step-{step.id or number}",
        do=step.do,
        path=list(step.path),
        image=image(step),
        more=_blocks(step.more, wording),
        see=step.see,
        risk=step.risk,
        risk_words=wording.say(f"risk.{step.risk}") if step.risk else None,
        undo=step.undo,
        ask=step.ask,
        answers=[
            {"answer": answer, "steps": _steps(following, wording, image, f"{number}.{index}.")}
            for index, (answer, following) in enumerate((step.answers or {}).items(), 1)
        ],
        evidence=step.evidence if step.evidence == "inferred" else None,
        evidence_words=grounds.note(step, wording),
    )


def _blocks(text: str | None, wording: Wording) -> list[Card]:
    """Return what goes below a step or a cause, a box with the words that it begins with."""
    return [
        _said(
            kind=block.kind,
            text=block.text,
            language=block.language,
            rows=list(map(list, block.rows)),
            words=wording.say(f"block.{block.kind}") if block.kind in ("note", "warning") else None,
        )
        for block in text_blocks.blocks(text or "")
    ]


def _banner(entry: Entry, entries: Mapping[str, Entry], site: SiteInfo) -> Card | None:
    """Return what must be said before anything else on a page that is no longer current."""
    if entry.status in ("draft", "active"):
        return None
    targets = [entries.get(target) for target in entry.superseded_by]
    return _said(
        text=site.wording.say(f"status.{entry.status}"),
        links=[_link(target, site) for target in targets if target],
    )
