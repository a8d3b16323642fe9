"""An entry's texts in the order of its file, each with its path."""

from __future__ import annotations

from builders import make_entry

from errorbook.catalogue import entry_texts

ENTRY = make_entry(
    title="The title",
    messages=["The message"],
    summary="The summary",
    causes=["The cause", {"text": "Another", "more": "More of it"}],
    resolution=[
        {"do": "Do this", "more": "More to do", "see": "See that", "undo": "Undo it"},
        {"ask": "Which one?", "answers": {"One": [{"do": "Do one"}], "Two": ["Do two"]}},
    ],
    verify="The check",
    prevention="The care",
    escalate={"when": "It stays", "collect": ["The number"]},
    support_notes=["The note"],
)
STEPS = [
    (("resolution", 0, "do"), "Do this"),
    (("resolution", 0, "more"), "More to do"),
    (("resolution", 0, "see"), "See that"),
    (("resolution", 0, "undo"), "Undo it"),
    (("resolution", 1, "ask"), "Which one?"),
    (("resolution", 1, "answers", "One", 0, "do"), "Do one"),
    (("resolution", 1, "answers", "Two", 0, "do"), "Do two"),
]


def test_the_texts_that_may_have_holes() -> None:
    assert list(entry_texts.texts(ENTRY)) == [
        (("messages", 0, "text"), "The message"),
        (("summary",), "The summary"),
        (("causes", 0, "text"), "The cause"),
        (("causes", 1, "text"), "Another"),
        (("causes", 1, "more"), "More of it"),
        *STEPS,
        (("verify",), "The check"),
        (("prevention",), "The care"),
    ]


def test_the_texts_that_are_written_for_readers() -> None:
    assert list(entry_texts.prose(ENTRY)) == [
        (("title",), "The title"),
        (("summary",), "The summary"),
        (("causes", 0, "text"), "The cause"),
        (("causes", 1, "text"), "Another"),
        (("causes", 1, "more"), "More of it"),
        *STEPS,
        (("verify",), "The check"),
        (("prevention",), "The care"),
        (("resolution", 1, "answers", "One"), "One"),
        (("resolution", 1, "answers", "Two"), "Two"),
        (("escalate", "when"), "It stays"),
        (("escalate", "collect", 0), "The number"),
    ]


def test_the_texts_that_only_agents_read() -> None:
    assert list(entry_texts.notes(ENTRY)) == [(("support_notes", 0), "The note")]


def test_an_entry_without_them_has_none_of_them() -> None:
    plain = make_entry()
    assert list(entry_texts.notes(plain)) == []
    assert [path for path, _ in entry_texts.prose(plain)] == [
        ("title",), ("causes", 0, "text"), ("resolution", 0, "do")
    ]  # fmt: skip


def test_steps_have_the_paths_of_their_file() -> None:
    below = [(0,), (1,), (1, "answers", "One", 0), (1, "answers", "Two", 0)]
    for field in ("resolution", "steps"):
        paths = [path for path, _ in entry_texts.steps(ENTRY.resolution, (field,))]
        assert paths == [(field, *path) for path in below]
    assert list(entry_texts.steps(ENTRY.resolution)) == list(
        entry_texts.steps(ENTRY.resolution, ("resolution",))
    )


def test_what_only_an_author_can_say_is_marked_todo() -> None:
    assert entry_texts.UNFINISHED == "TODO"
