"""Texts that nobody explains, put together by Drain into templates for new entries."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from datetime import date

from errorbook.authoring.speakers import Speakers
from errorbook.common.template import Hole, parse
from errorbook.matching import Matcher, Result
from errorbook.redaction.stated_codes import codes_of
from errorbook.triage.tables import INSTALL, TableError

_ALIKE = 0.5
_DEPTH = 4
# Beyond these, the clusters that were not used for longest are forgotten, so that memory stays the same.
_MOST = 5000
# The confidence from which an entry may be what is meant: below, only common words are shared.
_NEAR = 0.15
_ANYTHING = "{text}"
_SIDE_BY_SIDE = re.compile(r"\{(\w+)\}(?:\s+\{\w+\})+")
_EXAMPLES = {
    "number": "7",
    "amount": "12.50",
    "date": "2026-01-31",
    "document": "INV-0001",
    "invoice": "INV-0001",
    "bill": "BILL-0001",
    "order": "SO-0001",
    "payment": "PAY-0001",
    "email": "name@example.com",
    "url": "https://example.com",
    "id": "00000000-0000-4000-8000-000000000000",
    "account": "200",
}


@dataclass(slots=True)
class Cluster:
    """Messages that are alike."""

    template: str
    of: int
    """Drain's number of it."""
    rows: int = 0
    first: date | None = None
    last: date | None = None

    def seen(self, day: date) -> None:
        """Widen the time in which the messages came by a day."""
        self.first, self.last = min(day, self.first or day), max(day, self.last or day)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A template that tickets share and no entry has."""

    template: str
    rows: int
    groups: tuple[int, ...]
    """The numbers by which the table's rows name it."""
    nearest: tuple[str, ...]
    """The entries whose wording is nearest."""
    command: str
    """What begins an entry for it."""
    message: str = ""
    """A message that the template stands for, with nobody's values."""
    system: str = ""
    """Who writes it, where the message tells."""
    first: date | None = None
    last: date | None = None


class Clusters:
    """Gathers masked messages; the same messages in the same order give the same clusters."""

    def __init__(self) -> None:
        """Begin without a message; raises TableError where Drain is not installed."""
        try:
            from drain3.drain import Drain
        except ImportError:
            raise TableError(f"Unknown texts cannot be put together here. {INSTALL}") from None
        self._drain = Drain(_DEPTH, _ALIKE, max_clusters=_MOST, param_str=_ANYTHING)
        self._clusters: dict[int, Cluster] = {}
        self._numbers: dict[tuple[int, tuple[str, ...]], int] = {}
        """The number of each cluster, by Drain's and the codes in it: another code is another error."""
        self._counted: set[tuple[int, bytes]] = set()
        self.forgotten = 0
        """How many messages were alone for so long that nothing is proposed for them."""

    def add(self, message: str, ticket: bytes | None = None, day: date | None = None) -> int:
        """Return the number of the cluster that a masked message joins; a ticket counts there once."""
        found, _ = self._drain.add_log_message(message)
        codes = codes_of(message)
        number = self._numbers.setdefault((found.cluster_id, codes), len(self._numbers) + 1)
        cluster = self._clusters.setdefault(number, Cluster("", found.cluster_id))
        pairs = zip(message.split(), found.log_template_tokens, strict=True)
        cluster.template = " ".join(own if own in codes else shared for own, shared in pairs)
        if day:
            cluster.seen(day)
        if ticket is None or (number, ticket) not in self._counted:
            cluster.rows += 1
        if ticket is not None:
            self._counted.add((number, ticket))
        if len(self._clusters) > 2 * _MOST:
            self._forget()
        return number

    def proposals(self, least: int, matcher: Matcher, speakers: Speakers) -> tuple[list[Proposal], int]:
        """Return what at least so many tickets share, most first, and how many tickets share less."""
        alike: dict[str, list[int]] = {}
        for number, cluster in self._clusters.items():
            alike.setdefault(_SIDE_BY_SIDE.sub(r"{\1}", cluster.template), []).append(number)
        rows = {text: sum(self._clusters[n].rows for n in numbers) for text, numbers in alike.items()}
        enough = sorted((text for text in rows if rows[text] >= least), key=lambda text: (-rows[text], text))
        proposals = [self._proposal(text, rows[text], alike[text], matcher, speakers) for text in enough]
        return proposals, self.forgotten + sum(rows.values()) - sum(rows[text] for text in enough)

    def _proposal(
        self, template: str, rows: int, groups: list[int], matcher: Matcher, speakers: Speakers
    ) -> Proposal:
        message = example(template)
        result = matcher.match(message)
        system = speakers.of(message, result)
        clusters = [self._clusters[number] for number in groups]
        # A command has no template: it takes what is in marks for a value.
        marked = example(template, '"Example"')
        return Proposal(
            _numbered(template),
            rows,
            tuple(sorted(groups)),
            tuple(_nearest(result)),
            f"errorbook new {shlex.quote(marked)}{f' --system {system}' if system else ''}",
            message,
            system,
            min((cluster.first for cluster in clusters if cluster.first), default=None),
            max((cluster.last for cluster in clusters if cluster.last), default=None),
        )

    def _forget(self) -> None:
        """Let go of what stood alone and what Drain has let go of."""
        kept = self._drain.id_to_cluster
        for number in [n for n, each in self._clusters.items() if each.rows == 1 and each.of not in kept]:
            del self._clusters[number]
            self.forgotten += 1


def example(template: str, anything: str = "Example") -> str:
    """Return a message that a template may stand for, with nobody's values."""
    text = ""
    for part in parse(template):
        if not isinstance(part, Hole):
            text += part
        elif text.endswith(("'", '"', "\u2018", "\u201c")):
            text += "Example"
        else:
            text += _EXAMPLES.get(part.name, anything)
    return text


def _nearest(result: Result) -> list[str]:
    """Return the entries that a text is, or whose wording is nearest."""
    near = [finding.id for finding in result.findings]
    return list(dict.fromkeys([*near, *(entry for entry, score in result.nearest if score >= _NEAR)]))


def _numbered(template: str) -> str:
    """Return a template whose holes have a name each: {text}, {text_2}."""
    seen: dict[str, int] = {}
    pieces = []
    for part in parse(template):
        if isinstance(part, Hole):
            seen[part.name] = number = seen.get(part.name, 0) + 1
            pieces.append(f"{{{part.name}{f'_{number}' if number > 1 else ''}}}")
        else:
            pieces.append(part.replace("{", "{{").replace("}", "}}"))
    return "".join(pieces)
