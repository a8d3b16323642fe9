"""What a web address looks like, wherever somebody gives one.

Before its host may stand no name and no password: they would be a secret, or a lure that hides whose page it
is, as in ``https://bank.example@evil.test/``. The pattern is one for Python, JSON Schema and the validator.
"""

from __future__ import annotations

import re

HOST = r"[0-9A-Za-z._\u00a1-\u1fff\u2c00-\ud7ff-]+(:[0-9]{1,5})?"
"""A host and its port: letters of any script, and no sign that is read as '/', ':' or '@'."""
WEB = rf"https?://{HOST}([/?#][^\s]*)?"
LOGIN = r"https?://[^\s/?#]*@"
"""An address up to the '@' behind a name or a password."""
PASSWORD = re.compile(r"https?://[^\s/?#:@]*:(?![*<{])[^\s/?#@]+@")
"""An address up to the '@' behind a password that nobody has made unreadable."""


def with_login(text: str) -> str:
    """Return the first address in a text that has a name or a password, up to the '@'; or nothing."""
    found = re.search(LOGIN, text)
    return found[0] if found else ""
