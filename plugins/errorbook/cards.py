"""An entry as readers are shown it: one mapping that the entry's page and the lookup's card both render."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from errorbook import words
from errorbook.model import Catalogue, Cause, Entry, Relation, Step
from errorbook.site_info import SiteInfo

Card = dict[str, Any]


def build(entry: Entry, catalogue: Catalogue, site: SiteInfo) -> Card:
    """Return the card of an entry, without what it does not say; urls start at the site's root."""
    return _said(
        id=entry.id,
        title=entry.title,
        summary=entry.summary,
        status=entry.status,
        banner=_banner(entry, catalogue, site),
        severity=entry.severity,
        fixable_by=list(entry.fixable_by),
        facts=words.facts(entry),
        url=site.url(site.entry_uri(entry)),
        permalink=site.permalink(entry.id),
        system=entry.system,
        system_name=catalogue.vocabulary.systems[entry.system].name,
        values={name: _value(entry, name) for name in entry.values},
        causes=[_cause(cause, number) for number, cause in enumerate(entry.causes, 1)],
        resolution=steps(entry.resolution),
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
        relations=[
            {"type": relation.type, "words": words.RELATED[relation.type], **link(other, site)}
            for relation, other in related(entry, catalogue)
        ],
        evidence=entry.evidence,
        evidence_words=words.EVIDENCE[entry.evidence],
        reviewed=entry.reviewed,
    )


def steps(several: tuple[Step, ...], number: str = "") -> list[Card]:
    """Return steps with their anchors: ``step-2.3.1`` is the first step of the third answer to question 2."""
    return [_step(step, f"{number}{index}") for index, step in enumerate(several, 1)]


def link(entry: Entry, site: SiteInfo) -> Card:
    """Return what leads to another entry."""
    return {"id": entry.id, "title": entry.title, "url": site.url(site.entry_uri(entry))}


def related(entry: Entry, catalogue: Catalogue) -> list[tuple[Relation, Entry]]:
    """Return the entries this one names and those that name it, each once, the closest kind first."""
    found: dict[str, tuple[Relation, Entry]] = {}
    for relation in (*entry.relations, *_inverse(entry, catalogue)):
        other = catalogue.entry(relation.id)
        if other and other != entry and other.status in ("active", "not-emitted"):
            found.setdefault(other.id, (relation, other))
    order = list(words.RELATED)
    return sorted(found.values(), key=lambda pair: (order.index(pair[0].type), pair[1].id))


def _inverse(entry: Entry, catalogue: Catalogue) -> Iterator[Relation]:
    for other in catalogue.published:
        for relation in other.relations:
            if relation.id == entry.id:
                yield Relation.model_validate(
                    {"type": words.INVERSE.get(relation.type, relation.type), "id": other.id}
                )


def _said(**fields: Any) -> Card:
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def _value(entry: Entry, name: str) -> Card:
    value = entry.values[name]
    return {"type": value.type, "label": value.label, "sensitive": value.sensitive}


def _cause(cause: Cause, number: int) -> Card:
    return _said(
        text=cause.text,
        likelihood=cause.likelihood,
        evidence=cause.evidence,
        note=words.cause_note(cause),
        anchor=f"cause-{cause.id or number}",
    )


def _step(step: Step, number: str) -> Card:
    return _said(
        anchor=f"step-{step.id or number}",
        do=step.do,
        see=step.see,
        risk=step.risk,
        risk_words=words.RISK[step.risk] if step.risk else None,
        undo=step.undo,
        ask=step.ask,
        answers=[
            {"answer": answer, "steps": steps(following, f"{number}.{index}.")}
            for index, (answer, following) in enumerate((step.answers or {}).items(), 1)
        ],
        evidence=step.evidence if step.evidence == "inferred" else None,
        evidence_words=words.INFERRED.capitalize() if step.evidence == "inferred" else None,
    )


def _banner(entry: Entry, catalogue: Catalogue, site: SiteInfo) -> Card | None:
    """Return what must be said before anything else on a page that is no longer current."""
    text = words.STATUS.get(entry.status)
    if text is None:
        return None
    targets = [catalogue.entry(target) for target in entry.superseded_by]
    return _said(text=text, links=[link(target, site) for target in targets if target])
