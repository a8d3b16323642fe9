import pytest

from errorbook.common.template import Hole, TemplateError, holes, parse


def test_a_text_without_holes_is_one_part() -> None:
    assert parse("Cannot pay twice") == ("Cannot pay twice",)


def test_holes_and_words_alternate() -> None:
    assert parse("{who} owes {amount}.") == (Hole("who"), " owes ", Hole("amount"), ".")


def test_doubled_braces_are_literal() -> None:
    assert parse("{{x}} is {x}") == ("{x} is ", Hole("x"))


def test_an_empty_text_has_no_parts() -> None:
    assert parse("") == ()


def test_holes_are_named_once_in_order_of_appearance() -> None:
    assert holes("{b} and {a} and {b}") == ("b", "a")


@pytest.mark.parametrize(
    ("text", "what", "fix"),
    [
        ("a {} b", "has a hole without a name", "Write {name}, or '{{}}' for literal braces"),
        ("a {b", "has a '{' that is never closed", "Write '{{' for a literal brace"),
        ("a } b", "has a '}' that closes nothing", "Write '}}' for a literal brace"),
        (
            "a {B c} d",
            "has a hole with the bad name 'B c'",
            "Use lower-case letters, digits and '_', or '{{' for a literal brace",
        ),
    ],
)
def test_braces_that_cannot_be_read_are_refused(text: str, what: str, fix: str) -> None:
    with pytest.raises(TemplateError) as caught:
        parse(text)
    assert (caught.value.what, caught.value.fix) == (what, fix)
