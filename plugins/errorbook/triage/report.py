"""The report of a triage: one page that needs no other file and runs no script."""

from __future__ import annotations

from errorbook.site.rendering import render
from errorbook.triage import charts
from errorbook.triage.summary import KIND_WORDS, Summary, share

_MOST_PROPOSALS = 200


def render_report(summary: Summary) -> str:
    """Return the report as HTML."""
    most = max((error.rows for error in summary.errors), default=1)
    shown = summary.proposals[:_MOST_PROPOSALS] if summary.proposals else ()
    return render(
        "triage.html.jinja",
        summary=summary,
        words=KIND_WORDS,
        shares={kind: share(number, summary.tickets) for kind, number in summary.kinds.items()},
        trend=charts.columns(
            summary.periods,
            summary.unit,
            summary.trend,
            f"Tickets by {summary.unit} and by what is known",
        )
        if len(summary.periods) > 1
        else "",
        bars={
            error.id: charts.bar(error.rows, most, {"is": error.sure, "like": error.likely})
            for error in summary.errors
        },
        sparks={
            error.id: charts.spark(error.trend, f"{error.id} by {summary.unit}") for error in summary.errors
        },
        proposals=shown,
        unshown=len(summary.proposals or ()) - len(shown),
    )
