"""What a reader must read is counted over every way through an entry."""

from conftest import MakeEntry, ReadErrors

from errorbook.catalogue.model import Entry
from errorbook.checks import path_figures

QUESTION = {
    "ask": "Is it paid?",
    "answers": {
        "It is paid": [{"do": "Set it to **Skipped** in Xero.", "see": "It is gone.", "undo": "Retry it."}],
        "It is not": [
            {"do": "Ask Cin7 support about it in Xero.", "evidence": "inferred"},
            {"ask": "Did they answer?", "answers": {"They did": ["Stop."], "Not yet": ["Wait in Xero."]}},
        ],
    },
}
RESOLUTION = [{"do": "Open it in Xero.", "path": ["Sales"]}, QUESTION, "Retry {amount} in Xero."]


def one(read_errors: ReadErrors, text: str) -> Entry:
    (entry,) = read_errors({"xero/a.yml": text}).catalogue.entries
    return entry


def test_words_steps_and_questions_are_those_of_each_way(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    entry = one(read_errors, make_entry(summary="It **failed**.", resolution=RESOLUTION))
    found = [(way.words, way.steps, way.questions) for way in path_figures.ways(entry)]
    start, ask, end = 2 + 4 + 1, 3, 4
    assert found == [
        (start + ask + 3 + 6 + 3 + 2 + end, 4, 1),
        (start + ask + 3 + 7 + 3 + 2 + 1 + end, 6, 2),
        (start + ask + 3 + 7 + 3 + 2 + 3 + end, 6, 2),
    ]


def test_the_figures_are_told_to_people_and_programs(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    short = make_entry(id="XERO-0002", summary="It failed.", resolution=["Open Xero.", "Ask Xero support."])
    long = make_entry(summary="It failed.", resolution=RESOLUTION)
    gone = make_entry(id="XERO-0003", status="withdrawn", resolution=RESOLUTION)
    files = {"xero/a.yml": long, "xero/b.yml": short, "xero/c.yml": gone}
    figures = path_figures.count(read_errors(files).catalogue)
    assert figures
    assert figures == {
        "paths": 4,
        "words": {"median": 28, "nine_in_ten": 32, "worst": 32, "worst_entry": "XERO-0001"},
        "steps": {"median": 4, "nine_in_ten": 6, "worst": 6, "worst_entry": "XERO-0001"},
        "questions": {"median": 1, "nine_in_ten": 2, "worst": 2, "worst_entry": "XERO-0001"},
        "all_steps": 8,
        "inferred_steps": 1,
        "entries": 2,
        "escapes": 2,
        "early_escapes": 1,
        "entries_with_two_escapes": 0,
    }
    assert (
        path_figures.words(figures)
        == """\
Paths:       4: words 28 (nine in ten 32, worst 32 in XERO-0001), steps 4 (nine in ten 6, worst 6 in \
XERO-0001), questions 1 (nine in ten 2, worst 2 in XERO-0001)
Inferred:    1 of 8 steps
Escapes:     2, 1 of them before the end of a path, entries with two or more: 0"""
    )


def test_an_empty_catalogue_has_no_figures(read_errors: ReadErrors) -> None:
    assert path_figures.count(read_errors({}).catalogue) is None


def test_many_questions_in_a_row_are_counted_to_an_end(
    read_errors: ReadErrors, make_entry: MakeEntry
) -> None:
    question = {"ask": "Is it so in Xero?", "answers": {"It is": ["Go."], "It is not": ["Stay."]}}
    entry = one(read_errors, make_entry(resolution=[question] * 40))
    assert len(path_figures.ways(entry)) == path_figures.MOST_WAYS
