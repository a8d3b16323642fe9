"""Lines beside a message that are passed over: only those of which nothing could be said in any case."""

from __future__ import annotations

import own
from browsing import ROOT

from errorbook.matching.candidates.truncation import is_truncated
from errorbook.matching.words.tokens import read

NOISE = (ROOT / "tests/cases/negatives/mail.txt").read_text("utf-8").splitlines()


def judged(line: str) -> tuple[bool, bool]:
    """Return whether a line is looked into, and whether something could be said of it."""
    matcher = own.matcher()
    inverted, search = matcher.inverted, matcher.search
    tokens = read(line, inverted.normaliser.normalise(line), inverted)
    looked = search.is_worth_a_search(tokens, 0, len(tokens.words))
    best, alternatives = search.scored_alignments(tokens, 0, len(tokens.words))
    if not best:
        return looked, False
    sure = best.confidence >= inverted.settings["keep"]
    return looked, sure or is_truncated(best, alternatives, tokens, inverted)


def test_a_message_and_a_part_of_one_are_looked_into() -> None:
    lost, said = [], 0
    for number, template in enumerate(own.matcher().inverted.templates[::60]):
        words = " ".join(template.words).split(" ")
        size = len(words)
        for line in (words, words[: max(3, size * (number % 5) // 5)], words[size * (number % 4) // 5 :]):
            looked, could = judged(" ".join(line))
            said += could
            if could and not looked:
                lost.append(" ".join(line))
    assert said > 20
    assert lost == []


def test_most_lines_of_a_mail_are_passed_over() -> None:
    lines = [line for line in NOISE if line.strip()][:60]
    looked = [line for line in lines if judged(line)[0]]
    assert len(looked) * 4 < len(lines)
