"""What a payload says beside a message: the names of its keys are no words of one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import own

from bench.frames import whole_messages

PAYLOADS: tuple[Callable[[str], str], ...] = (
    lambda text: json.dumps({"Detail": text, "element": ""}),
    lambda text: json.dumps({"element": "", "code": "", "message": text}),
    lambda text: json.dumps({"errors": [{"field": None, "description": text}]}),
    lambda text: json.dumps({"HasErrors": True, "Message": text}, indent=2),
    lambda text: json.dumps({"status": 400, "error": {"title": text, "type": "", "customer": None}}),
)


def first_sentences() -> list[tuple[str, str]]:
    """Return the first sentence of each message of several that its entry is found by, with the entry."""
    found = []
    for entry, text in whole_messages(own.known()):
        first = re.split(r"(?<=[.!?]) (?=[A-Z])", text)[0]
        if first != text and '"' not in first:
            findings = own.matcher().match(first).findings
            if [finding.id for finding in findings[:1]] == [entry.id]:
                found.append((entry.id, first))
    return found


def test_the_first_sentence_of_a_message_is_found_in_a_payload_as_well() -> None:
    sentences = first_sentences()
    assert len(sentences) >= 20
    asked = [(id_, payload(text)) for id_, text in sentences for payload in PAYLOADS]
    lost = [
        paste
        for id_, paste in asked
        if id_ not in [finding.id for finding in own.matcher().match(paste).findings]
    ]
    assert len(lost) <= 0.15 * len(asked), lost


def test_a_key_is_no_word_of_a_message() -> None:
    findings = own.matcher().match('{"element": 1, "id": 2, "not": 3, "found": 4}').findings
    assert findings == ()
