"""The picture of an entry's decisions: what it shows, and that no box hides another."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import own
import pytest
from builders import make_catalogue, make_entry

from errorbook.catalogue import entry_texts
from errorbook.catalogue.model import Entry
from errorbook.site import cards, chart, pages
from errorbook.site.site_info import SiteInfo
from errorbook.wording import ENGLISH

SVG = "{http://www.w3.org/2000/svg}"
PAID = {"ask": "Is {number} <paid>?", "answers": {"Yes": ["Skip it.", "Say so."], "No": ["Retry it."]}}
ENTRY = make_entry(
    messages=["Invoice {number} cannot be paid"],
    values={"number": {"type": "document_number", "label": "the invoice number"}},
    resolution=[
        "Open the invoice in Xero.",
        {"ask": "Whose is it?", "answers": {"Ours": [PAID, "Close it."], "Theirs": ["Ask them."]}},
        "Sync again.",
    ],
)


def drawn(entry: Entry, card: cards.Card | None = None) -> ElementTree.Element:
    """Return the picture of an entry, read as XML."""
    card = card or cards.build(make_catalogue(entry), SiteInfo())[entry.id]
    labels = {name: value.label for name, value in entry.values.items()}
    svg = str(chart.build(card["resolution"], entry.title, labels, ENGLISH))
    return ElementTree.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def texts(picture: ElementTree.Element) -> list[tuple[str, str]]:
    """Return where each box leads, and its words."""
    return [
        (link.get("href", ""), " ".join("".join(link.itertext()).split())) for link in picture.iter(f"{SVG}a")
    ]


def test_boxes_say_where_each_answer_leads_in_the_order_of_the_list() -> None:
    assert texts(drawn(ENTRY)) == [
        ("#step-1", "1 Open the invoice in Xero."),
        ("#step-2", "2 Whose is it?"),
        ("#step-2.1.1", "Ours 2.1.1 Is the invoice number <paid>?"),
        ("#step-2.1.1.1.1", "Yes 2.1.1.1.1 Skip it. and 1 more step"),
        ("#step-2.1.1.2.1", "No 2.1.1.2.1 Retry it."),
        ("#step-2.1.2", "2.1.2 Close it."),
        ("#step-2.2.1", "Theirs 2.2.1 Ask them."),
        ("#step-3", "3 Sync again."),
    ]


def test_the_picture_has_a_name_and_says_what_it_is() -> None:
    picture = drawn(ENTRY)
    named = {each.get("id"): each.text for each in picture if each.tag in (f"{SVG}title", f"{SVG}desc")}
    assert named[picture.get("aria-labelledby")] == "All ways through: The payment is too large"
    assert named[picture.get("aria-describedby")]


def test_an_entry_without_a_question_has_no_picture() -> None:
    entry = make_entry(resolution=["Correct it.", "Sync again."])
    assert "eb-chart" not in pages.build(make_catalogue(entry), SiteInfo())[0].markdown
    assert "eb-chart" in pages.build(make_catalogue(ENTRY), SiteInfo())[0].markdown


@pytest.fixture(scope="module")
def pictures() -> dict[str, tuple[Entry, ElementTree.Element]]:
    """The pictures of the forty entries of this site that ask most."""
    known = own.known()

    def questions(entry: Entry) -> int:
        return sum(step.ask is not None for _, step in entry_texts.steps(entry.resolution))

    entries = sorted(known.published, key=questions)[-40:]
    shown = cards.build(replace(known, entries=tuple(entries)), SiteInfo())
    return {entry.id: (entry, drawn(entry, shown[entry.id])) for entry in entries}


def test_no_box_hides_another_and_all_stand_inside(
    pictures: dict[str, tuple[Entry, ElementTree.Element]],
) -> None:
    assert len(pictures) == 40
    for id_, (_, picture) in pictures.items():
        width, height = int(picture.get("width", "")), int(picture.get("height", ""))
        boxes = [
            [int(rect.get(name, "")) for name in ("x", "y", "width", "height")]
            for rect in picture.iter(f"{SVG}rect")
        ]
        for x, y, wide, tall in boxes:
            assert 0 < x < x + wide < width, id_
            assert 0 < y < y + tall < height, id_
        for one, other in combinations(boxes, 2):
            apart = one[0] + one[2] < other[0] or other[0] + other[2] < one[0]
            assert apart or one[1] + one[3] < other[1] or other[1] + other[3] < one[1], id_


def test_every_question_is_drawn_and_each_of_its_answers_has_a_line(
    pictures: dict[str, tuple[Entry, ElementTree.Element]],
) -> None:
    for id_, (entry, picture) in pictures.items():
        asked = [step for _, step in entry_texts.steps(entry.resolution) if step.ask]
        assert len(picture.findall(f"{SVG}a[@class='eb-chart__ask']")) == len(asked), id_
        lines = picture.find(f"{SVG}path")
        assert lines is not None
        assert lines.get("d", "").count("h22V") == sum(len(step.answers or {}) for step in asked), id_


def test_a_picture_weighs_little(pictures: dict[str, tuple[Entry, ElementTree.Element]]) -> None:
    sizes = sorted(len(ElementTree.tostring(picture)) for _, picture in pictures.values())
    assert sizes[len(sizes) // 2] < 6_000, sizes


def test_words_that_are_wide_or_long_stay_inside_their_box() -> None:
    entry = make_entry(resolution=[{"ask": "請" * 60 + "?", "answers": {"W" * 70: ["A."], "No": ["B."]}}])
    lines = ["".join(text.itertext()).strip() for text in drawn(entry).iter(f"{SVG}text")]
    # The font has 12 pixels, and a W of the widest usual one is as wide as the font is tall.
    wide = [line.count("請") + line.count("W") for line in lines]
    assert max(wide) * 12 <= chart.WIDTH - 12
    assert [place for place, letters in enumerate(wide) if letters] == [0, 1, 2, 3, 4, 5]
    assert [line[-1] for line in lines[:6]] == ["請", "請", "…", "W", "W", "…"]
