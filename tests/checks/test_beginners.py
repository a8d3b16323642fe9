"""Fifteen mistakes of somebody who writes a first entry: one problem each, where it is and what to write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from commands import Ran

from errorbook.authoring import template_site
from errorbook.catalogue import ledger, reader
from errorbook.cli.main import main

ENTRY = "errors/shop/file-too-large.yml"
Change = Callable[[str], str]


def swap(old: str, new: str) -> Change:
    """Return what puts one text in the place of another, which must be there."""

    def change(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return change


def cut(start: str, end: str = "") -> Change:
    """Return what leaves out the text from one word to before another, or to the end."""
    return lambda text: text[: text.index(start)] + (text[text.index(end) :] if end else "")


URL = "https://example.com/limits"
PASTE = "paste: The file plan.pdf has 61 MB, more than the limit of 50 MB"
MISTAKES: dict[str, tuple[Change, str]] = {
    "a field misspelt": (swap("causes:", "couses:"), "couses"),
    "an unknown choice": (swap("values:", "severity: blocks-evrything\nvalues:"), "severity"),
    "a type of value that is none": (swap("number, label: limit", "nummber, label: limit"), "limit"),
    "a hole that nobody declared": (swap("limit of {limit} MB", "limit of {limt} MB"), "messages[0]"),
    "a brace left open": (swap("limit of {limit} MB", "limit of {limit MB"), "messages[0]"),
    "a colon in plain text": (swap("title: The", "title: Wrong: The"), ""),
    "a tab": (swap("  - The file holds pictures", "\t- The file holds pictures"), ""),
    "a quote left open": (swap('file without a message."', "file without a message."), ""),
    "no example": (cut("examples:"), "examples"),
    "an example of another message": (swap(PASTE, "paste: Nothing like it"), "examples[0]"),
    "a value that is not in the example": (swap('size: "61"', 'size: "62"'), "examples[0]"),
    "an address without its beginning": (swap(URL, "example.com/limits"), "references[0].url"),
    "an id of another prefix": (swap("id: SHOP-0001", "id: SHP-0001"), "id"),
    "no steps": (cut("resolution:", "verify:"), "resolution"),
    "two fields of one name": (swap("title: ", "title: A title\ntitle: "), "title"),
}

WORDS = "errors/catalogue.yml"
SEND = "  - do: Send the file again in Shop.\n"


def more(text: str) -> Change:
    """Return what puts a line into the catalogue's words."""
    return lambda words: f"{words}value_types: {{shelf: {text}}}\n"


OF_A_TRADE: dict[str, tuple[str, Change, str]] = {
    "a backslash in double quotes": (
        WORDS,
        more('{pattern: "S\\d", examples: [S1]}'),
        "has '\\d' in double quotes",
    ),
    "a pattern of two readings": (WORDS, more('{pattern: "S+S", examples: [SS]}'), "pattern: can read 'S'"),
    "a pattern with an anchor": (WORDS, more('{pattern: "^S$", examples: [S]}'), "pattern: has '^'"),
    "an example of another form": (WORDS, more('{pattern: "S[0-9]", examples: [s1]}'), "examples[0]"),
    "a type without an example": (WORDS, more('{pattern: "S[0-9]"}'), "examples: is missing"),
    "a list below a step": (
        ENTRY,
        swap(SEND, f"{SEND}    more: |\n      - one\n      - two\n"),
        "more: in its line 1",
    ),
    "code that goes on": (ENTRY, swap(SEND, f"{SEND}    more: |\n      ```\n      run\n"), "never closed"),
    "a code without its system": (
        ENTRY,
        swap("causes:", "codes: [E-07]\ncauses:"),
        "Write {system: …, code: …}",
    ),
    "a sentence that there is not": (
        WORDS,
        lambda words: f"{words}words: {{box.exemple: Hello}}\n",
        "Write 'box.example'",
    ),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in template_site.build("Shop", "shop").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    errors = tmp_path / "errors"
    lines = ledger.extend((), reader.load(errors).entries)
    (errors / ledger.FILE).write_text(ledger.render(lines), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(capsys: pytest.CaptureFixture[str]) -> Ran:
    with pytest.raises(SystemExit) as ended:
        main(("check", "--strict"))
    printed = capsys.readouterr()
    return Ran(ended.value.code, printed.out, printed.err)


def test_there_are_fifteen_and_the_site_has_none(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(MISTAKES) == 15
    assert checked(capsys).code == 0


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_beginner_s_mistake_is_one_clear_problem(
    mistake: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change, field = MISTAKES[mistake]
    path = site / ENTRY
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    ran = checked(capsys)
    said = ran.out + ran.err
    assert ran.code == 1
    assert "Traceback" not in said
    problems = [line for line in said.splitlines() if line.startswith("errors/")]
    assert len(problems) == 1, said
    place, _, what = problems[0].partition(": ")
    assert place.split(":")[0] == ENTRY, said
    assert int(place.split(":")[1]) > 0, said
    assert field in what, said
    assert ". " in what, f"says no way out: {said}"


@pytest.mark.parametrize("mistake", OF_A_TRADE)
def test_a_mistake_with_a_trade_s_own_words_is_one_clear_problem(
    mistake: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, change, told = OF_A_TRADE[mistake]
    path = site / file
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    ran = checked(capsys)
    problems = [line for line in (ran.out + ran.err).splitlines() if line.startswith("errors/")]
    assert (ran.code, len(problems)) == (1, 1), problems
    assert problems[0].startswith(f"{file}:")
    assert told in problems[0]
