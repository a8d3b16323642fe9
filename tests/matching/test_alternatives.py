"""What else may stand at a place: many candidates are put off, and what is said is as if none were."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import own
import pytest

from errorbook.matching import Result, search
from errorbook.matching.candidates.alignment import Alignment, align
from errorbook.matching.candidates.alternatives import Alternatives
from errorbook.matching.candidates.scoring import ScoredAlignment

MAIL = "Hi, since Monday we see this:\n\n{}\n\nCould you look at it? It is urgent for us."


def pastes() -> Iterator[str]:
    """Yield messages: whole, cut off, and in a mail."""
    for paste in own.examples()[::90]:
        yield from (paste, paste[: 3 * len(paste) // 5], paste[len(paste) // 3 :], MAIL.format(paste))


def test_putting_candidates_off_changes_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    aligned = 0

    def counted(*given: Any) -> Alignment | None:
        nonlocal aligned
        aligned += 1
        return align(*given)

    def found() -> list[Result]:
        return [own.matcher().match(paste, nearest=False) for paste in pastes()]

    def everything(self: Alternatives, _rank: float, _confidence: float = 0) -> list[ScoredAlignment]:
        return that_may(self, float("-inf"))

    monkeypatch.setattr(search, "align", counted)
    put_off = found()
    some, aligned = aligned, 0
    that_may = Alternatives.that_may
    monkeypatch.setattr(Alternatives, "that_may", everything)
    assert found() == put_off
    assert some < 0.75 * aligned
