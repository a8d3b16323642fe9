"""What a command printed and how it ended, as tests of the command line compare it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int | str | None
    out: str
    err: str


Run = Callable[..., Ran]
