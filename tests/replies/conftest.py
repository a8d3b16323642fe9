"""A hostile catalogue: every text that can hold something holds what some tool reads as its own."""

from __future__ import annotations

from typing import Any

import pytest
from builders import make_catalogue, make_entry

from errorbook.catalogue.model import Catalogue

HOSTILE = (
    "{{{{ticket.requester.email}}}} {{%if x%}} {{{{{{a}}}}}} [[code]] [[[code]]] $|$ %clipboard %| 50% "
    "%filltext:name=x% ::menu =1+1 <img src=x onerror=alert(1)> \"quoted\" & 'so' \\{{\\{{x\\}}\\}} é😀\u2028"
)
"""As a catalogue writes it: braces doubled."""
READ = HOSTILE.replace("{{", "{").replace("}}", "}")
LABEL = READ
MORE = f"""\
```sh
run {HOSTILE}

  --code {{code}}
```

| Name | {{code}} |
|---|---|
| a \\| b | {HOSTILE.replace("|", "/")} |

!!! warning
    {HOSTILE}

Then {HOSTILE}
"""
CODE = {"type": "account_code", "label": LABEL}


def step(words: str, **more: Any) -> dict[str, Any]:
    return {"do": f"{words} {HOSTILE} {{code}}", **more}


@pytest.fixture
def hostile() -> Catalogue:
    """Two entries: one with blanks and questions within questions, one that holds none."""
    inner = {"ask": f"Really? {HOSTILE}", "answers": {"Yes {code}": [step("Go")], "No": [step("Stay")]}}
    asked = make_entry(
        title=READ[:200],
        summary=f"{HOSTILE} {{code}}",
        messages=["Code {code} is wrong"],
        values={"code": CODE, "other": {"type": "text", "label": "other"}},
        resolution=[
            step("Open", see=HOSTILE, undo=HOSTILE, risk="changes-books", more=MORE),
            {"ask": f"Is it? {HOSTILE}", "answers": {HOSTILE: [step("Do"), inner], "No": [step("Stop")]}},
        ],
        verify=f"{{code}} {HOSTILE}",
        escalate={"when": "it fails", "collect": [HOSTILE]},
        support_notes=[f"Only we know: {READ}"],
        examples=["Code 1 is wrong"],
    )
    plain = make_entry(id="XERO-0002", slug="plain", title="=cmd", resolution=[f"Open {HOSTILE}"])
    return make_catalogue(asked, plain)
