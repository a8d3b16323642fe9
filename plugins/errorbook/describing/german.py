"""What there is to know of German and of asking for help in it; it travels beside the English."""

from __future__ import annotations

from pathlib import Path


def _parts() -> list[str]:
    """Return the lists of ``german.txt``, which says what each of them is."""
    lines = Path(__file__).with_name("german.txt").read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#")).split("\n\n")


_FUNCTION_WORDS, _TALK, GREETINGS, ASKING = _parts()
STOP_WORDS = f"{_FUNCTION_WORDS} {_TALK}"
"""Words that stand in any sentence, in any talk, and in any story of something that failed."""
