"""Which patterns are proven to be matched in linear time, and what is said of the others."""

from __future__ import annotations

import re

import pytest

from errorbook.catalogue.linear_patterns import prove
from errorbook.catalogue.pattern_reading import PatternError, PatternReader

PROVEN = {
    "KRN-12": "[A-Z]{2,4}-[0-9]{1,5}",
    "10.0.0.254": r"[0-9]{1,3}(\.[0-9]{1,3}){3}",
    "/var/log/app": "(/[^/ ]+)+",
    "v1.2.3-rc.1": r"v?[0-9]+(\.[0-9]+){1,3}(-[a-z0-9.]+)?",
    "2 min": "[0-9]+ ?(m(s|in)|s|h)",
    "a,b,c": "[a-z](,[a-z])*",
    "x]-^": r"x[\]][\-^]\^",
    "aab": "a{2,}b",
    "a&b": "a[&]b",
    "a|b": "a[|]b",
    "a~b": "a[~]b",
    "e": "[ee]",
    "x": "(" * 50 + "x" + ")" * 50,
    "a-": "[a-]-",
    "-b": "[-b]b",
    "abab": "(?:ab)+",
    "b" * 51: "(b)" * 51,
    "cc": "c{2,2}",
    "-x": "[0-9]{0,2}-x",
    "d": "[d-d]",
    "y" * 500: "y{500}",
    "z" * 200: "z" * 200,
}
AMBIGUOUS = [
    "[A-Z]+[A-Z0-9]*",
    "Lift|Line",
    "(a+)+",
    "a?a",
    "(a{1,3}){2}",
    "[0-9]{2,}[0-9]",
    "([0-9]+,)*[0-9]+",
]
AMBIGUOUS += ["(a|b)*a", "([^,]*,)?[^;]+", "(ab?)*b"]
REFUSED = {
    r"\d+": "has '\\d', which differs between languages. Write [0-9]",
    r"\w": "has '\\w', which differs between languages. Write [A-Za-z0-9_]",
    r"[\s]": "has '\\s', which differs between languages. Write a blank",
    "a\\": "has '\\'. Put '\\' only before a character that means something else",
    "a$": "has '$'. Leave '$' out: a pattern is of the whole value anyway",
    "a}": "has a '}' that closes nothing. Write '\\}' for the character",
    "*a": "has '*' behind nothing. Write '\\*' for the character",
    "(?a)": "has a group that begins with '(?'."
    " Write a plain group: a pattern can neither look around nor name its groups",
    "?a": "has '?' behind nothing. Write '\\?' for the character",
    "{2}a": "has '{' behind nothing. Write '\\{' for the character",
    "a{2}{3}": "has '{' behind a repetition. Write how often something may come once",
    "a+*": "has '*' behind a repetition. Write how often something may come once",
    "a?+": "has '+' behind a repetition. Write how often something may come once",
    "a{0}": "repeats something {0} times. Write the smaller number first; the larger one is at least 1",
    "a{0,0}": "repeats something {0,0} times. Write the smaller number first; the larger one is at least 1",
    "(b)" + "(" * 51 + "a" + ")" * 51: "has more than 50 groups within each other. Write fewer",
    r"a\-b": "has '\\-'. Put '\\' only before a character that means something else",
    "^A": "has '^'. Leave '^' out: a pattern is of the whole value anyway",
    ".*": "has '.', which is any character. Write '\\.' for a full stop, or a class such as [A-Z0-9]",
    "(?=a)a": "has a group that begins with '(?'."
    " Write a plain group: a pattern can neither look around nor name its groups",
    "a{2": "has a '{' that begins no repetition. Write {2}, {2,4} or {2,}, or '\\{' for the character",
    "a{3,2}": "repeats something {3,2} times. Write the smaller number first; the larger one is at least 1",
    "(a|)b": "has an alternative that may be empty. Put '?' behind the group instead",
    "(a*)*b": "repeats '(a*)', which may be empty. Repeat only what has at least one character",
    "a+?": "has '?' behind a repetition. Write how often something may come once",
    "a)": "has a ')' that closes nothing. Write '\\)' for the character",
    "(a": "has a '(' that is never closed. Add ')', or write '\\(' for the character",
    "[a": "has a '[' that is never closed. Add ']', or write '\\[' for the character",
    "a]": "has a ']' that closes nothing. Write '\\]' for the character",
    "[]": "has a class without characters. Write them between its brackets: [A-Z]",
    "[z-a]": "has the range 'z-a'. Write the smaller character first",
    "[[a]": "has '[' in a class. Write '\\['",
    "[a&&b]": "has '&&' in a class. Write the character once",
    "[||]": "has '||' in a class. Write the character once",
    "[a~~b]": "has '~~' in a class. Write the character once",
    "[--a]": "has '--' in a class. Write the character once",
    "+a": "has '+' behind nothing. Write '\\+' for the character",
    "a?": "may be empty. Say what is always there",
    "a{501}": "has more than 500 characters once its repetitions are written out."
    " Repeat less often, or without an upper limit: {2,}",
    "(" * 51 + "a" + ")" * 51: "has more than 50 groups within each other. Write fewer",
    "a" * 201: "has 201 characters. Keep it to 200",
    "(" * 60 + "a" + ")" * 60: "has more than 50 groups within each other. Write fewer",
}


@pytest.mark.parametrize("value", PROVEN)
def test_a_pattern_whose_next_character_decides_is_proven(value: str) -> None:
    prove(PROVEN[value])
    assert re.fullmatch(PROVEN[value], value)


@pytest.mark.parametrize("pattern", AMBIGUOUS)
def test_a_pattern_that_can_be_read_in_two_ways_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError, match="in two ways"):
        prove(pattern)


def test_the_refusal_shows_where_two_ways_part() -> None:
    with pytest.raises(PatternError) as caught:
        prove("KRN-(1[0-9]|12)")
    assert caught.value.what.startswith("can read '1' in two ways after 'KRN-'")


@pytest.mark.parametrize("pattern", REFUSED)
def test_a_refusal_says_what_to_write(pattern: str) -> None:
    with pytest.raises(PatternError) as caught:
        prove(pattern)
    assert f"{caught.value.what}. {caught.value.fix}" == REFUSED[pattern]


def test_nested_repetitions_are_refused_before_they_are_written_out() -> None:
    with pytest.raises(PatternError, match="more than 500 characters"):
        prove("((((a{99},){99};){99}:){99}/){99}")


@pytest.mark.parametrize(
    ("pattern", "ranges"),
    [
        ("a", ((97, 97),)),
        ("[a-cx]", ((97, 99), (120, 120))),
        ("[a-]", ((97, 97), (45, 45))),
        ("[a-c-]", ((97, 99), (45, 45))),
        ("[a-a]", ((97, 97),)),
        (r"[\]\--0]", ((93, 93), (45, 48))),
        ("[^b-d]", ((0, 97), (101, 0x10FFFF))),
        ("[^a-cb-d]", ((0, 96), (101, 0x10FFFF))),
        ("[^b-da]", ((0, 96), (101, 0x10FFFF))),
        ("[^a-zc]", ((0, 96), (123, 0x10FFFF))),
        ("[^\0]", ((1, 0x10FFFF),)),
        ("[^\U0010ffff]", ((0, 0x10FFFE),)),
        ("[^\0-\U0010ffff]", ()),
    ],
)
def test_a_class_is_the_characters_that_it_names_or_all_others(
    pattern: str, ranges: tuple[tuple[int, int], ...]
) -> None:
    reader = PatternReader(pattern)
    reader.read()
    assert reader.characters == [ranges]


@pytest.mark.parametrize(
    ("characters", "shown"),
    [
        ("[!-~]", "0"),
        ("[9A]", "9"),
        ("[ -/3-~]", "3"),
        ("[A-z]", "A"),
        ("[~z]", "z"),
        ("[~Z]", "Z"),
        ("[b-y]", "b"),
        ("[!-/]", "!"),
        ("[\x01-/]", "!"),
        ("[{-~]", "{"),
        ("[\x01\x02]", "\x01"),
    ],
)
def test_two_ways_are_told_by_a_character_that_can_be_shown(characters: str, shown: str) -> None:
    with pytest.raises(PatternError) as caught:
        prove(f"{characters}?{characters}")
    assert caught.value.what == (
        f"can read '{shown}' in two ways at its beginning, so nobody can prove how long it takes"
    )
