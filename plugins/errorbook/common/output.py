"""Text to a terminal or a file: the only place where the output of commands is encoded."""

from __future__ import annotations

import io
import re
import sys

import click

# Controls but line break and tab, marks that turn the direction, marks that nobody sees, half characters.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff]"
)


def plain(text: str) -> str:
    """Return a text that moves no terminal; what would do so becomes a mark."""
    return _HIDDEN.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n"))


def plain_line(text: str) -> str:
    """Return a text that moves no terminal and stays on one line."""
    return plain(text).replace("\n", " ")


def say(text: str, err: bool = False) -> None:
    """Print a text, to standard error if asked, whatever it holds and wherever it goes."""
    click.echo(plain(text), err=err)  # noqa: TID251 (all printing goes through here)


def replace_what_cannot_be_written() -> None:
    """Let both outputs replace what their encoding cannot hold, instead of failing on it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
