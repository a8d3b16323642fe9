import json
from typing import Any

import pytest

from errorbook.triage.messages import names_text, text_of


@pytest.mark.parametrize(
    ("values", "text"),
    [
        (["It failed"], "It failed"),
        (["<p>It<br>failed &amp; &lt;b&gt; <b>now</b></p>"], "It\nfailed & <b> now"),
        (["<div>It\n   failed</div><style>p { color: red }</style><script>x()</script>"], "It failed"),
        (["<pre>It\nfailed</pre>"], "It\nfailed"),
        (["a < b <Message>It failed</Message>"], "a < b <Message>It failed</Message>"),
        (["<p>a</p><Detail>7</Detail>"], "a\n<Detail>7</Detail>"),
        (
            ["It failed", "<p>It  failed</p>", "Error 12", "Error 123", "Error 12"],
            "It failed\nError 12\nError 123",
        ),
        ([[{"body": "one", "author": "no"}, {"html_body": "<p>two</p>", "plain_body": "two"}]], "one\ntwo"),
        ([{"body": "<p>one</p>", "body_text": "one", "content_url": "no"}], "one"),
        ([{"comments": [{"body": "one"}]}, ["two", 3, None]], "one\ntwo"),
        ([[{"type": "text", "text": "It "}, {"type": "text", "text": "failed"}]], "It failed"),
        ([None, 5, "", [], {}], ""),
    ],
)
def test_the_text_of_cells_is_what_a_reader_sees(values: list[Any], text: str) -> None:
    assert text_of(values) == text


def test_names_that_tell_of_text_are_known() -> None:
    known = ["body", "bodyText", "html_body", "Description (Text)", "first_message", "threads", "Comment (2)"]
    assert [name for name in known if not names_text(name)] == []
    others = ["id", "content_url", "message_id", "content type", "subject", "conversation_id"]
    assert [name for name in others if names_text(name)] == []


def test_a_hostile_cell_ends_soon() -> None:
    deep: Any = "x"
    for _ in range(900):
        deep = {"body": [deep]}
    assert text_of([deep]) == ""
    for piece in ("<", "<p ", "<!--", "<style>", "<script>x", "</style>", "<p>" + "<a" * 9):
        assert isinstance(text_of([piece * 50_000]), str)
    assert text_of(json.loads('["\\ud83d <p>x</p>"]'))
