"""The report of a triage: one page that needs no other file and runs no script."""

from __future__ import annotations

from errorbook.site.rendering import render
from errorbook.triage import charts, gaps
from errorbook.triage.summary import Summary, kind_words, share
from errorbook.triage.verdicts import KINDS
from errorbook.wording import ENGLISH, Wording

_MOST_PROPOSALS = 200
_MOST_ERRORS = 25
"""Errors that are shown at once; the others are folded below."""


def render_report(summary: Summary, wording: Wording = ENGLISH) -> str:
    """Return the report as HTML, in the words of a site."""
    say, unit = wording.say, summary.unit
    most = max((error.rows for error in summary.errors), default=1)
    worth = gaps.worth_writing(summary.proposals)
    shown = summary.proposals[len(worth) : _MOST_PROPOSALS] if summary.proposals else ()
    return render(
        "triage.html.jinja",
        wording,
        summary=summary,
        language=wording.language,
        number_words=wording.number,
        day_words=lambda day: wording.day(str(day)),
        words={kind: kind_words(kind, wording) for kind in KINDS},
        shares={kind: share(number, summary.tickets) for kind, number in summary.kinds.items()},
        trend=charts.columns(
            summary.periods,
            summary.unit,
            summary.trend,
            say(f"triage.trend.{unit}"),
            wording,
        )
        if len(summary.periods) > 1
        else "",
        bars={
            error.id: charts.bar(error.rows, most, {"is": error.sure, "like": error.likely}, wording)
            for error in summary.errors
        },
        sparks={
            error.id: charts.spark(error.trend, say(f"triage.spark.{unit}", id=error.id))
            for error in summary.errors
        },
        most_errors=_MOST_ERRORS,
        patterns=charts.patterns(),
        keys={kind: charts.key(kind) for kind in KINDS},
        decimal=lambda number: f"{number:.1f}".replace(".", say("number.point")),
        labels=[charts.label(start, unit, wording) for start in summary.periods],
        gaps=[(gap, list(gaps.to_know(gap, wording))) for gap in worth],
        proposals=shown,
        unshown=len(summary.proposals or ()) - len(worth) - len(shown),
    )
