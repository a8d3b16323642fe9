"""Measure descriptions: ``python -m bench.descriptions`` asks the questions that the index does not hold.

Each entry's questions are split in two: one half is indexed, the other asked, then the other way round.
Beside them stand 300 texts that are no sync trouble (``chatter.txt``) and 60 questions how something is done
(``how_to.txt``), for which nothing should be shown, and nothing is ever said to be described.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench import own, roster
from bench.dataset import Dataset, Entry
from bench.metrics import ids
from bench.roster import Contender
from bench.running import AdapterError, ask
from bench.tables import Cell, table
from errorbook.catalogue import reader
from errorbook.catalogue.model import Catalogue
from errorbook.describing import SETTINGS, Suggester
from errorbook.describing.language import DescriptionIndex
from errorbook.indexing import description_index, match_index
from errorbook.matching.index.index_shape import MatchIndex

HERE = Path(__file__).parent
CHATTER = HERE / "chatter.txt"
HOW_TO = HERE / "how_to.txt"
RIVALS = ("bm25", "tfidf_char", "minisearch")
THRESHOLDS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.6, 0.8, 1.0)
LEADS = (0.05, 0.1, 0.13, 0.15, 0.17, 0.2, 0.25)
SECONDS = 600


@dataclass(frozen=True, slots=True)
class Asked:
    """What was suggested for one description, the best first, and how sure the first is."""

    wanted: str
    found: tuple[str, ...]
    sure: float


def halves(known: Catalogue) -> Iterator[tuple[Catalogue, list[tuple[str, str]]]]:
    """Give a catalogue with half of each entry's questions, and the other half with their entries' ids."""
    for half in (0, 1):
        entries = tuple(
            entry.model_copy(update={"questions": entry.questions[half::2]}) for entry in known.entries
        )
        asked = [
            (known.heir(entry).id, question)
            for entry in known.entries
            if entry.status not in ("draft", "withdrawn")
            for question in entry.questions[1 - half :: 2]
        ]
        yield replace(known, entries=entries), asked


def chatter() -> list[str]:
    """Return the texts that are no sync trouble."""
    lines = CHATTER.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("==")]


def how_to() -> list[str]:
    """Return the questions how something is done, of which no entry tells."""
    return HOW_TO.read_text("utf-8").splitlines()


def ours(known: Catalogue) -> list[Asked]:
    """Return what ours suggests for each question that it does not know, however unsure."""
    index = match_index.build(known)
    answers: list[Asked] = []
    for half, asked in halves(known):
        suggester = _open(index, description_index.build(half))
        for wanted, question in asked:
            answers.append(_asked(suggester, wanted, question))
    return answers


def noise(known: Catalogue, texts: Sequence[str]) -> list[Asked]:
    """Return what ours suggests for texts that are no sync trouble, with all questions indexed."""
    suggester = _open(match_index.build(known), description_index.build(known))
    return [_asked(suggester, "", text) for text in texts]


def certain(known: Catalogue, least: float = SETTINGS["describes"]) -> list[bool]:
    """Return for each question whose first entry is said to be described whether it is the right one."""
    index = match_index.build(known)
    said: list[bool] = []
    for half, asked in halves(known):
        suggester = _certain(index, description_index.build(half), least)
        for wanted, question in asked:
            found = suggester.suggest(question)
            said += [each.id == wanted for each in found[:1] if each.outcome == "describes"]
    return said


def certain_noise(known: Catalogue, texts: Sequence[str], least: float = SETTINGS["describes"]) -> list[str]:
    """Return those of the texts that are no sync trouble of which an entry is said to be described."""
    suggester = _certain(match_index.build(known), description_index.build(known), least)
    found = [(text, suggester.suggest(text)[:1]) for text in texts]
    return [text for text, first in found for each in first if each.outcome == "describes"]


def _certain(index: MatchIndex, described: DescriptionIndex, least: float) -> Suggester:
    """Return a suggester that needs this lead to say that the first entry is described."""
    return Suggester(index, {**described, "settings": {**SETTINGS, "describes": least}})


def _open(index: MatchIndex, described: DescriptionIndex) -> Suggester:
    """Return a suggester that always shows what comes first."""
    return Suggester(index, {**described, "settings": {**SETTINGS, "perhaps": 0.0, "beside": 0.0}})


def _asked(suggester: Suggester, wanted: str, text: str) -> Asked:
    found = suggester.suggest(text)
    return Asked(wanted, tuple(each.id for each in found), found[0].score if found else 0.0)


def rates(answers: Sequence[Asked]) -> tuple[float, float]:
    """Return how often the right entry is first, and among the first three."""
    first = sum(each.wanted in each.found[:1] for each in answers)
    three = sum(each.wanted in each.found[:3] for each in answers)
    return first / len(answers), three / len(answers)


def shown(answers: Sequence[Asked], least: float = SETTINGS["perhaps"]) -> float:
    """Return for how many texts anything is shown."""
    return sum(bool(each.found) and each.sure >= least for each in answers) / len(answers)


def rival(contender: Contender, known: Catalogue, whole: bool) -> tuple[float, float]:
    """Return the same rates for a peer; it gets an entry as one text, or each of its texts."""
    answers: list[Asked] = []
    records = {slug: record.name for slug, record in known.vocabulary.records.items()}
    for half, asked in halves(known):
        entries = []
        for family in match_index.families(half):
            fields = (field for entry in family for field in description_index.texts(entry, records).values())
            texts = [text for field in fields for text in field]
            entries.append(Entry(family[0].id, (" ".join(texts),) if whole else tuple(texts)))
        data = Dataset("descriptions", tuple(entries), (), (), own.HOLE)
        questions = [question for _, question in asked]
        options = contender.grid[0] if contender.grid else {}
        reply = ask(contender, data, questions, options, SECONDS)
        for (wanted, _), answer in zip(asked, reply.results, strict=True):
            answers.append(Asked(wanted, tuple(ids(answer)), 0.0))
    return rates(answers)


def report(known: Catalogue, contenders: Sequence[Contender]) -> str:
    """Return all tables as Markdown."""
    answers, other, asking = ours(known), noise(known, chatter()), noise(known, how_to())
    rows: list[list[Cell]] = [["Errorbook", *rates(answers)]]
    for contender in contenders:
        for whole, how in ((True, "an entry as one text"), (False, "each text alone")):
            try:
                rows.append([f"{contender.name}, {how}", *rival(contender, known, whole)])
            except AdapterError as failed:
                rows.append([f"{contender.name}, {how}: {failed}", None, None])
    curve: list[list[Cell]] = []
    for least in sorted({*THRESHOLDS, SETTINGS["perhaps"]}):
        sure = [each for each in answers if each.sure >= least]
        beside = [shown(those, least) for those in (other, asking)]
        curve.append([f"{least:g}", shown(answers, least), rates(sure)[1], *beside])
    leads: list[list[Cell]] = []
    for least in sorted({*LEADS, SETTINGS["describes"]}):
        said = certain(known, least)
        wrong = [len(certain_noise(known, texts, least)) for texts in (chatter(), how_to())]
        leads.append([f"{least:g}", len(said) / len(answers), sum(said) / len(said), *wrong])
    head = [
        "sure from",
        "descriptions answered",
        "right within three",
        "other texts",
        "how something is done",
    ]
    lead = ["lead from", "said of descriptions", "right", "said of other texts", "of how something is done"]
    return (
        f"# Descriptions\n\n{len(answers)} questions of {len(known.entries)} entries, each asked while the "
        f"index lacks it and half of its entry's others; {len(other)} texts that are no sync trouble; and "
        f"{len(asking)} questions how something is done, of which no entry tells.\n\n"
        f"{table(['', 'first', 'within three'], rows, [1, 2])}\n"
        f"Entries are shown from {SETTINGS['perhaps']:g} on: of how many texts, and how often the right one "
        f"is among the first three.\n\n{table(head, curve)}\n"
        f"The first is said to be described where it leads by {SETTINGS['describes']:g} or more: how often, "
        f"and how often that is right.\n\n{table(lead, leads)}"
    )


def main() -> None:
    """Print the tables and write them to bench/descriptions.md."""
    known = reader.load(own.ROOT / "errors")
    contenders = [each for each in roster.peers() if each.name in RIVALS and each.installed]
    text = report(known, contenders)
    print(text)
    if len(contenders) == len(RIVALS):
        (HERE / "descriptions.md").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
