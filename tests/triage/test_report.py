import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import make_catalogue, make_entry

from errorbook.triage.clusters import Proposal
from errorbook.triage.gaps import seen_less
from errorbook.triage.report import render_report
from errorbook.triage.summary import Source, Summary, as_lines, share, summarise
from errorbook.triage.tally import Tally
from errorbook.triage.verdicts import Found, Verdict
from errorbook.wording import Wording

HOSTILE = '<script>alert("x")</script>'
PROPOSAL = Proposal(f"Zone {{number}} is {HOSTILE}", 1234, (3, 17), ("XERO-0001",), "errorbook new 'Zone 7'")


def summary(
    proposals: tuple[Proposal, ...] | None = (PROPOSAL,), site: str = "https://help.example/", days: int = 3
) -> Summary:
    tally = Tally()
    for number in range(days):
        tally.add(Verdict((Found("XERO-0001", "is", {}),)), date(2026, 1, 1) + timedelta(number))
    tally.add(Verdict((Found("XERO-0001", "like", {}),)), None)
    tally.add(Verdict((), "Zone {number} is locked"), None)
    tally.add(Verdict((), "", ("XERO-0001",)), None)
    tally.add(Verdict(()), None)
    known = make_catalogue(make_entry(title=f"Too large {HOSTILE}", support_notes=[f"Refund by {HOSTILE}"]))
    source = Source(("a & b.csv",), ("subject", "text"), "day")
    return summarise(tally, proposals, 2, known, {"XERO-0001": f"{site}e/XERO-0001/"}, source)


def test_the_report_needs_no_other_file_and_runs_nothing() -> None:
    page = render_report(summary())
    assert "<script" not in page
    assert not re.search(r"\s(?:src|srcset|style|on\w+)=", page)
    assert set(re.findall(r'href="([^"]*)"', page)) == {"https://help.example/e/XERO-0001/"}
    # Only the patterns of the page itself.
    assert re.findall(r"url\((?!#eb-)", page) == []
    assert "@import" not in page
    assert "default-src 'none'; style-src 'unsafe-inline'" in page


def test_the_report_shows_every_number() -> None:
    page = render_report(summary())
    text = re.sub(r"\s+", " ", re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL))
    assert (
        "7 tickets, triaged From a &amp; b.csv; text in subject and text , dates in day (4 without one)."
        in text
    )
    assert "3 43 %: an error of the catalogue 1 14 %: looks like an error of the catalogue" in text
    assert "4 3 and 1 1 January 2026 3 January 2026" in text
    assert "Zone {number} is &lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; 1,234 tickets" in text
    assert "2 tickets with a message that too few others share." in text


def test_notes_for_support_stand_with_their_error() -> None:
    assert "<li>Refund by &lt;script&gt;" in render_report(summary())
    assert summary().to_json()["errors"][0]["support_notes"] == [f"Refund by {HOSTILE}"]
    assert "Refund by" not in "".join(as_lines(summary()))


def test_without_a_site_an_entry_is_named_but_not_linked() -> None:
    assert "href=" not in render_report(summary(site=""))


def test_without_dates_there_is_no_trend() -> None:
    page = render_report(summary(days=0))
    assert '<svg class="chart"' not in page
    assert '<svg class="spark"' not in page


def test_what_could_not_be_put_together_is_said() -> None:
    assert "because Drain is not installed" in render_report(summary(None))
    assert "No message is shared by enough tickets" in render_report(summary(()))
    # What is worth writing stands above; nothing is left for this section to list.
    assert "No message is shared by enough tickets" not in render_report(summary())
    assert "Without an article" not in render_report(replace(summary(), scattered=0))


def test_the_charts_say_what_they_show() -> None:
    page = render_report(summary())
    assert 'role="img" aria-label="Tickets by day and by what is known"' in page
    assert "<title>2 January 2026: 1</title>" in page


def test_the_terminal_gets_the_most_of_each() -> None:
    assert as_lines(summary()) == [
        "7 tickets, text in 'subject' and 'text', dates in 'day'",
        "          3  43 %  an error of the catalogue",
        "          1  14 %  looks like an error of the catalogue",
        "          1  14 %  an error without an article",
        "          1  14 %  described, perhaps an error of the catalogue",
        "          1  14 %  nothing that reads like an error",
        "",
        "Most frequent",
        f"          4  XERO-0001  Too large {HOSTILE}",
        "",
        "Without an article",
        f"      1,234  Zone {{number}} is {HOSTILE}",
        "             errorbook new 'Zone 7'",
    ]


def test_what_is_left_out_on_a_terminal_is_counted() -> None:
    assert as_lines(summary((PROPOSAL,) * 12))[-1] == "             and 2 more, in the report"


def test_programs_get_the_same_numbers() -> None:
    record = summary().to_json()
    assert json.loads(json.dumps(record)) == record
    assert record["kinds"] == {"is": 3, "like": 1, "unknown": 1, "described": 1, "none": 1}
    assert record["periods"] == ["2026-01-01", "2026-01-02", "2026-01-03"]
    assert record["errors"][0]["trend"] == [1, 1, 1]


@pytest.mark.parametrize(("number", "of", "text"), [(1, 3, "33 %"), (0, 0, "0 %")])
def test_a_share_is_in_per_cent(number: int, of: int, text: str) -> None:
    assert share(number, of) == text


def test_the_parts_of_a_chart_differ_without_colours_and_are_told_as_a_table() -> None:
    page = render_report(summary())
    drawn = set(re.findall(r'<rect class="(\w+)" fill="url\(#eb-(\w+)\)"', page))
    assert ("like", "like") in drawn
    patterns = dict(re.findall(r'<pattern id="eb-(\w+)".*?<path class="line" d="([^"]+)"', page))
    # What is sure has no lines; each of the others has its own.
    assert set(patterns) == {"like", "unknown", "described", "none"}
    assert len(set(patterns.values())) == len(patterns)
    table = page.partition("The figures of the chart</summary>")[2].partition("</table>")[0]
    assert re.findall(r'<th scope="row">([^<]+)</th><td class="number">(\d+)', table) == [
        ("1 January 2026", "1"),
        ("2 January 2026", "1"),
        ("3 January 2026", "1"),
    ]


def test_ten_gaps_are_named_with_what_to_find_out_and_the_rest_stands_below() -> None:
    gap = replace(PROPOSAL, first=date(2026, 1, 2), last=date(2026, 3, 4))
    page = render_report(summary((gap, *(replace(PROPOSAL, rows=50 - number) for number in range(11)))))
    gaps = page.partition("Articles worth writing")[2].partition("</ol>")[0]
    assert gaps.count("<h3>") == 10
    days = (
        '<time datetime="2026-01-02">2 January 2026</time>',
        '<time datetime="2026-03-04">4 March 2026</time>',
    )
    assert "1,234\N{NO-BREAK SPACE}tickets since {}, last on {}".format(*days) in gaps
    assert "Is it XERO-0001 in other words?" in gaps
    assert "Who writes it: which product or service?" in gaps
    assert "What fills {number}: names" in gaps
    assert "errorbook new &#39;Zone 7&#39;" in gaps
    rest = page.partition("Proposed templates")[2]
    assert rest.count('<td class="number">') == 2


def test_the_most_frequent_errors_are_shown_and_the_others_folded_behind_what_to_write() -> None:
    tally = Tally()
    entries = [make_entry(id=f"XERO-{number:04}", slug=f"e{number}") for number in range(1, 28)]
    for place, entry in enumerate(entries):
        for _ in range(30 - place):
            tally.add(Verdict((Found(entry.id, "is", {}),)), None)
    links = {entry.id: entry.id for entry in entries}
    made = summarise(
        tally, (PROPOSAL,), 0, make_catalogue(*entries), links, Source(("a.csv",), ("text",), "")
    )
    gaps, _, errors = render_report(made).partition("Errors of the catalogue</h2>")
    assert "Articles worth writing" in gaps
    shown, _, folded = errors.partition("<summary>And 2 more errors</summary>")
    assert re.findall("<b>(XERO-[0-9]+)</b>", shown) == [entry.id for entry in entries[:25]]
    assert re.findall("<b>(XERO-[0-9]+)</b>", folded) == ["XERO-0026", "XERO-0027"]
    assert "more error" not in render_report(summary())


def test_an_error_that_came_less_since_its_review_is_named() -> None:
    tally = Tally()
    for day in range(1, 29):
        tally.add(Verdict((Found("XERO-0001", "is", {}),)), date(2026, 1, day))
    for day in (5, 28):
        tally.add(Verdict((Found("XERO-0001", "is", {}),)), date(2026, 2, day))
    told = {"reviewed": "2026-01-29"}
    source = Source(("a.csv",), ("text",), "day")

    def made(**changes: str) -> Summary:
        known = make_catalogue(make_entry(**changes))
        return summarise(tally, (), 0, known, {"XERO-0001": "e/XERO-0001/"}, source)

    assert [(change.before, change.after) for change in made(**told).less] == [(7.0, 0.5)]
    page = render_report(made(**told))
    assert "Less since the entry was changed" in page
    assert '<td class="number">7.0</td><td class="number">0.5</td>' in page
    assert "    7.0 → 0.5  XERO-0001" in "\n".join(as_lines(made(**told)))
    # Without a review, or with one too near the end to tell, nothing is said.
    assert made().less == made(reviewed="2026-02-27").less == ()


def test_an_error_counts_as_less_from_a_fifth_fewer_in_a_week_on_with_the_day_of_the_review_after_it() -> (
    None
):
    entry = make_entry(reviewed="2026-01-29")
    span = (date(2026, 1, 1), date(2026, 2, 28))

    def changes(later: int) -> list[tuple[float, float]]:
        days = Counter({date(2026, 1, 5): 28, date(2026, 2, 5): later})
        return [(found.before, found.after) for found in seen_less([entry], {entry.id: days}, span)]

    # In 28 days came seven a week; of 31 days since, 24 tickets are 5.4 a week and 25 are more than 5.6.
    assert changes(24) == [(7.0, 5.4)]
    assert changes(25) == []


def test_without_a_fall_nothing_is_said() -> None:
    assert "Less since" not in render_report(summary())


@pytest.mark.parametrize(
    ("days", "first"), [(3, "1. Januar 2026"), (100, "29. Dezember 2025"), (900, "Januar 2026")]
)
def test_a_german_report_says_days_months_and_numbers_in_german(days: int, first: str) -> None:
    found = replace(PROPOSAL, first=date(2025, 3, 2), last=date(2026, 11, 28))
    page = render_report(summary((found,), days=days), Wording.of("de"))
    text = re.sub(r"\s+", " ", re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL))
    assert "seit dem 2. März 2025 , zuletzt am 28. November 2026" in text
    assert f"<title>{first}: " in page
    assert f'<th scope="row">{first}</th>' in page
    # Days stand in ISO 8601 only where programs read them.
    assert re.findall(r"\d{4}-\d\d-\d\d", text) == []
    assert re.findall("Jan |Mar |May|Oct|Dec|January|March", text) == []


@pytest.mark.parametrize("days", [1, 2, 9, 27, 100, 900])
def test_no_date_below_the_chart_is_cut_off(days: int) -> None:
    page = render_report(summary(days=days), Wording.of("de"))
    places = [float(x) for x in re.findall(r'<text class="when" x="([\d.]+)"', page)]
    assert all(x <= 520 for x in places)
    assert bool(places) == (days > 1)
