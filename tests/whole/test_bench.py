import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from bench import dataset, noise, number_table, own
from bench.abstention import abstention
from bench.adapter import index_of
from bench.cost import generate, hostile
from bench.dataset import Dataset, Entry, Query
from bench.metrics import Answer, auroc, closed, curve, quantile
from bench.metrics import Item as Answered
from bench.outcomes import outcomes, total
from bench.tables import table

ROOT = Path(__file__).parents[2]
CATALOGUE = [
    {"id": "A-1", "templates": ["Invoice <*> {is} locked since <*>"]},
    {"id": "A-2", "templates": ["The tax code is missing", "No tax code"]},
]
REQUEST = {
    "catalogue": CATALOGUE,
    "queries": ["Invoice 12 {is} locked since May", "the tax code is mising", "good morning", ""],
    "placeholder": r"<\*>",
    "top": 3,
    "options": {},
}


def query(text: str, *labels: str, kind: str = "content", split: str = "test") -> Query:
    return Query(text, kind, split, text, labels)


def reply(*command: str) -> dict[str, list[Answer]]:
    done = subprocess.run(command, input=json.dumps(REQUEST), capture_output=True, text=True, check=True)
    value: dict[str, list[Answer]] = json.loads(done.stdout)
    return value


def test_placeholders_become_holes_and_braces_stay_text() -> None:
    index = index_of(CATALOGUE, r"<\*>")
    assert index["entries"][0]["messages"] == [["Invoice {hole_1} {{is}} locked since {hole_2}", "full"]]


def test_both_adapters_give_the_same_ranked_lists() -> None:
    python = reply(sys.executable, str(ROOT / "bench/adapter.py"))
    javascript = reply("node", str(ROOT / "bench/adapter.mjs"))
    assert python["results"] == javascript["results"]
    assert [[item[0] for item in answer[:1]] for answer in python["results"]] == [["A-1"], ["A-2"], [], []]
    assert python["results"][0][0][2] == "is"
    assert python["results"][1][0][2] == "like"


def test_figures_count_the_first_and_the_first_three() -> None:
    queries = [query("a", "A-1"), query("b", "A-2"), query("c", "A-1", "A-2", "A-3", kind="multi")]
    answers: list[Answer] = [
        [["A-1", 1.0]],
        [["A-1", 0.9], ["A-2", 0.8]],
        [["A-3", 1], ["A-1", 1], ["A-9", 1]],
    ]
    figures = closed(queries, answers)
    assert (figures["content"].top1, figures["content"].recall3) == (0.5, 1.0)
    assert figures["multi"].top1 == 0.0
    assert figures["multi"].recall3 == pytest.approx(2 / 3)


def test_the_area_under_the_curve_counts_ties_half() -> None:
    assert auroc([0.9, 0.5], [0.5, 0.1]) == 0.875
    assert auroc([], [0.5]) is None


def test_the_curve_gives_one_point_for_equal_confidences() -> None:
    items = [Answered(0.9, True, True), Answered(0.5, True, False), Answered(0.5, False, False)]
    assert list(curve(items)) == [(0.9, 1.0, 0.5), (0.5, pytest.approx(1 / 3), 0.5)]


def test_a_quantile_is_a_value_that_was_measured() -> None:
    assert quantile([3, 1, 2], 0.5) == 2
    assert quantile([], 0.5) is None


def test_abstention_chooses_on_dev_and_measures_held_out_pastes() -> None:
    known = [
        Query(f"k{n}", "open", split, "x", ("A-1",), form="content")
        for n, split in enumerate(["dev", "test"])
    ]
    unknown = [
        Query(f"u{n}", "open", split, "x", (), form="content", origin="loo")
        for n, split in enumerate(["dev", "test"])
    ]
    sure: Answer = [["A-1", 0.9]]
    unsure: Answer = [["A-1", 0.2]]
    figures = abstention([*known, *unknown], [sure, sure, unsure, []])
    clean = figures.groups["clean"]
    assert (clean.known, clean.left_out, clean.foreign) == (1, 1, 0)
    assert (clean.auroc, clean.coverage, clean.dev_f1.false_alarm) == (1.0, 1.0, 0.0)


def test_outcomes_tell_right_from_wrong() -> None:
    queries = [
        query("right", "A-1"),
        query("wrong", "A-1"),
        query("shown", "A-1"),
        Query("not A-2", "non-example", "test", "x", (), denied="A-2"),
    ]
    answers: list[Answer] = [
        [["A-1", 1.0, "is"]],
        [["A-2", 1.0, "is"]],
        [["A-2", 0.8, "like"], ["A-1", 0.7, "like"], ["A-3", 0.1]],
        [["A-1", 1.0, "is"]],
    ]
    whole = total(outcomes(queries, answers).values())
    assert (whole.pastes, whole.said_is, whole.right_is, whole.wrong) == (4, 2, 1, ["wrong"])
    assert (whole.said_like, whole.right_like, whole.silent) == (1, 1, 1)


def test_of_a_rare_kind_the_development_queries_are_asked_as_well() -> None:
    queries = [query(f"c{n}", "A-1") for n in range(dataset.FEW)]
    queries += [query("c dev", "A-1", split="dev"), query("chain", "A-1", kind="raw_chain", split="dev")]
    data = Dataset("x", (Entry("A-1", ("a",)),), (), tuple(queries), "")
    assert [each.text for each in data.pick("test", 2, 0, 0)] == ["c0", "c1", "chain"]


def test_a_folder_without_data_is_refused_with_the_way_on(tmp_path: Path) -> None:
    with pytest.raises(dataset.DataError) as refused:
        dataset.load(tmp_path)
    assert str(refused.value) == (
        f"{tmp_path} holds no data set: there is no */meta.json. bench/README.md shows the format."
    )


@pytest.mark.parametrize("command", ["bench", "bench.cost", "bench.rules", "bench.strangers"])
def test_every_measurement_refuses_a_folder_that_is_none_in_a_line(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", command, "--data", "nowhere"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr == (
        "Error: nowhere is not a folder. Name the one that holds the data sets: DATA=folder\n"
    )


def test_a_document_without_the_table_of_numbers_is_left_alone(tmp_path: Path) -> None:
    document = tmp_path / "README.md"
    document.write_text("# Shop\n", "utf-8")
    for path in (document, tmp_path / "gone.md", tmp_path):
        with pytest.raises(click.ClickException) as refused:
            number_table.check(path)
        assert "NUMBERS=content/contributing/matching-design.md" in str(refused.value)
    number_table.check(ROOT / "content/contributing/matching-design.md")


def test_the_same_text_is_spoilt_the_same_way() -> None:
    text = "The account code is missing from line 3"
    assert noise.variants(text) == noise.variants(text)
    assert set(noise.variants(text)) == {"raw", "quoted", "typos", "wrapped", "upper", "json", "truncated"}
    assert "truncated" not in noise.variants('{"Message": "The account code is missing"}')


def test_the_third_set_knows_no_paste_of_the_negatives() -> None:
    data = own.dataset([])
    negative = [each for each in data.queries if each.group]
    assert len(negative) > 200
    assert all(each.labels == () for each in negative)


def test_generated_catalogues_are_the_same_every_time() -> None:
    data = own.dataset([])
    made = generate.templates([data], 600)
    assert len(set(made)) == 600
    assert made == generate.templates([data], 600)
    # The generator of the published figures: the first numbers of mulberry32 from seed 42.
    chance = generate.Chance(42)
    assert [chance.below(1_000_000) for _ in range(3)] == [601103, 448290, 852465]


def test_hostile_pastes_have_the_length_they_are_asked_for() -> None:
    pastes = hostile.pastes(["Invoice \x01 is locked", "Nothing here is missing"], 1000)
    assert {len(paste) for paste in pastes.values()} == {1000}


def test_the_best_of_a_column_is_bold() -> None:
    assert table(["who", "top-1"], [["a", 0.5], ["b", 0.75], ["c †", 1.0], ["d", None]], [1]).splitlines()[
        2:
    ] == [
        "| a | 0.500 |",
        "| b | **0.750** |",
        "| c † | 1.000 |",
        "| d | - |",
    ]
