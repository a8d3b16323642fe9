"""The kinds of text an entry is made of: what each takes, how long it may be, and what it refuses."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from errorbook.catalogue import value_types
from errorbook.catalogue.entry_parts import Picture
from errorbook.catalogue.model import EntryFile, Step
from errorbook.catalogue.translation import EntryWords
from errorbook.catalogue.value_types import (
    Day,
    Days,
    EntryId,
    Frozen,
    ImageFile,
    KnownType,
    Line,
    Name,
    Slug,
    Text,
    Url,
    Words,
    short,
    slug_faults,
)
from errorbook.catalogue.vocabulary import Key, Page


def takes(kind: Any, value: object, **context: object) -> bool:
    try:
        TypeAdapter(kind).validate_python(value, context=context)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("kind", "begins", "longest"),
    [
        (Line, "", 2000),
        (Words, "", 2000),
        (Text, "", 100_000),
        (Slug, "", 80),
        (Name, "", 60),
        (EntryId, "A1", 40),
        (Url, "https://", 2000),
        (Page, "x.md/", 500),
        (Key, "box.", 60),
        (EntryFile.model_fields["title"].rebuild_annotation(), "", 200),
        (EntryWords.model_fields["title"].rebuild_annotation(), "", 200),
        (Picture.model_fields["alt"].rebuild_annotation(), "", 300),
    ],
)
def test_a_text_has_a_greatest_length(kind: Any, begins: str, longest: int) -> None:
    ends = ".md" if kind is Page else ""
    fill = "A" if kind is EntryId else "x"
    assert takes(kind, (begins + fill * longest)[: longest - len(ends)] + ends)
    assert not takes(kind, (begins + fill * longest)[: longest + 1 - len(ends)] + fill[len(ends) :] + ends)


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Line, ["x", " x y ", "\u00e9"], ["", " ", "a\nb", "a\tb", "a\rb", 1, None]),
        (Words, ["x", "a\nb", "a\tb"], ["", " \n "]),
        (Text, ["x", " ", "\n"], [""]),
        (Slug, ["a", "0", "a-b-1"], ["", "A", "a--b", "-a", "a-", "a_b", "a.b", "\u00e9"]),
        (Name, ["a", "a1_b"], ["", "A", "1a", "_a", "a-b"]),
        (ImageFile, ["a.png", "a-1.jpg", "0.webp"], ["a.gif", "A.png", "a/b.png", ".png", "a.PNG", "a..png"]),
        (EntryId, ["A-1", "A1", "A-B-1", "42P01", "A1-B2"], ["A", "1", "a1", "A--1", "A1-", "-A1", "A1B_"]),
        (Url, ["https://x", "http://x/?y"], ["", "https://", "ftp://x", "x", "https://x y", " https://x"]),
        (
            Day,
            ["2028-02-29", "2099-12-31"],
            ["2026-02-29", "1999-01-01", "2026-1-01", "2026-13-01", "2026-00-10"],
        ),
        (Days, ["1d", "9999d"], ["0d", "10000d", "01d", "1", "d", "1D"]),
    ],
)
def test_a_text_is_of_its_kind(kind: Any, good: list[object], bad: list[object]) -> None:
    assert [value for value in good if not takes(kind, value)] == []
    assert [value for value in bad if takes(kind, value)] == []


def test_blanks_around_a_line_are_none_of_it_and_those_of_a_paste_are() -> None:
    assert TypeAdapter(Line).validate_python(" a b ") == "a b"
    assert TypeAdapter(Words).validate_python("\n a\nb ") == "a\nb"
    assert TypeAdapter(Text).validate_python(" a ") == " a "


def test_a_day_that_no_month_has_is_told_as_one() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Day).validate_python("2026-04-31")
    (told,) = caught.value.errors()
    assert (told["type"], told["msg"]) == ("no_day", "no such day")


def test_a_type_of_values_is_one_of_those_that_are_known() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(KnownType).validate_python("d", context={"types": ("a", "b", "c")})
    (told,) = caught.value.errors()
    assert (told["type"], told["msg"]) == ("literal_error", "not a type")
    assert told["ctx"] == {"expected": "'a', 'b' or 'c'"}
    assert takes(KnownType, "c", types=("a", "b", "c"))
    assert takes(KnownType, "d", types=None)
    assert takes(KnownType, "d")


DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789")}


def test_no_file_is_called_as_a_device_of_windows() -> None:
    assert value_types.DEVICES == DEVICES
    for name in DEVICES:
        assert list(slug_faults(name)) == [("is kept by Windows for a device", "Add a word to it")]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a-1", []),
        ("com0", []),
        ("x" * 80, []),
        ("A", [("is not a slug", "Use lower-case letters, digits and single hyphens")]),
        ("a\n", [("is not a slug", "Use lower-case letters, digits and single hyphens")]),
        ("x" * 81, [("is too long", "Keep it to 80 characters")]),
    ],
)
def test_a_name_is_part_of_an_address(name: str, told: list[tuple[str, str]]) -> None:
    assert list(slug_faults(name)) == told


class Tray(Frozen):
    """Something with one field that matters."""

    name: Line
    """What it is called."""
    size: Line = "small"
    """How large it is."""


def test_a_text_stands_for_the_field_that_matters_and_nothing_else_does() -> None:
    kind = TypeAdapter[Any](Annotated[Tray, short(Tray, "name")])
    assert kind.validate_python("oak") == Tray(name="oak")
    assert kind.validate_python({"name": "oak", "size": "large"}) == Tray(name="oak", size="large")
    assert not takes(Annotated[Tray, short(Tray, "name")], ["oak"])
    offered = TypeAdapter[Any](Annotated[Tray, short(Tray, "name", Step)]).json_schema()["anyOf"]
    assert offered == [{"type": "string"}, {"$ref": "#/$defs/Tray"}, {"$ref": "#/$defs/Step"}]


def test_a_value_never_changes_refuses_what_it_does_not_know_and_shows_nothing_of_a_file() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Tray(name="oak").name = "ash"  # type: ignore[misc]  # what is tried
    with pytest.raises(ValidationError, match="Extra inputs") as caught:
        Tray.model_validate({"name": "oak", "colour": "secret"})
    assert "secret" not in str(caught.value)
    assert Tray.model_json_schema()["properties"]["size"]["description"] == "How large it is."
