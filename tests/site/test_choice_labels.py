"""Words that pages share: what of a summary stands above the steps."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import own
import pytest

from errorbook.site.choice_labels import SHORT_SUMMARY, first_sentence, lead

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Xero refused it. Nothing was saved.", "Xero refused it."),
        ("Only one sentence, without an end", "Only one sentence, without an end"),
        ("Is it paid? Then it is closed.", "Is it paid?"),
        ("It says “Not valid.” Nothing was saved.", "It says “Not valid.”"),
        (
            "A record, e.g. Sales or bills, was refused. It waits.",
            "A record, e.g. Sales or bills, was refused.",
        ),
        ("It needs version 2.5 of the app. Update it.", "It needs version 2.5 of the app."),
        ("The code `a. B` is unknown. Add it.", "The code `a. B` is unknown."),
        ("**Sync. Again** repeats it. It helps.", "**Sync. Again** repeats it."),
        ("{account} is archived. {name} uses it.", "{account} is archived."),
        ("It ended in ... then nothing. Look again.", "It ended in ... then nothing."),
        ("Die Karte fehlt. Ändern Sie das.", "Die Karte fehlt."),
        ("La carte manque. Écrivez-nous.", "La carte manque."),
        (
            "Es fehlt etwas, z. B. Karte Nr. 4 oder Schlüssel. Es wartet.",
            "Es fehlt etwas, z. B. Karte Nr. 4 oder Schlüssel.",
        ),
        ("Es heißt „Karte fehlt.“ Nichts ist gespeichert.", "Es heißt „Karte fehlt.“"),
        ("„Ja. Nein.“ steht da. Noch einmal.", "„Ja. Nein.“ steht da."),
        ("Die Anlage hält an. „Start“ hilft.", "Die Anlage hält an."),
        ("It is from München. ünder stays.", "It is from München. ünder stays."),
        ("“Yes. No.” is what it says. Look again.", "“Yes. No.” is what it says."),
    ],
)
def test_a_first_sentence_ends_where_readers_end_it(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_a_short_summary_stands_above_the_steps_whole() -> None:
    short = f"It failed. {'X' * (SHORT_SUMMARY - 12)}."
    assert (lead(short), lead(f"{short}x")) == (short, "It failed.")


def test_what_to_do_is_never_told_as_a_reason() -> None:
    # What does not stand above the steps stands below them, where it comes late for the first thing to do.
    verbs = set((ROOT / "plugins/errorbook/checks/imperatives.txt").read_text("utf-8").split())
    below = {e.id: (e.summary or "")[len(lead(e.summary or "")) :].split() for e in own.known().entries}
    assert [id_ for id_, words in below.items() if words and words[0].lower() in verbs] == []


def test_few_words_stand_before_the_first_step_of_an_error_page() -> None:
    entries = own.known().entries
    before = [f"{e.title} {lead(e.summary or '')} Not this error? How to fix it" for e in entries]
    assert median(len(text.split()) for text in before) <= 35
