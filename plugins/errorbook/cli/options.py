"""What several commands take and give: the catalogue's folder, a text, the ledger, JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from errorbook.site import project
from errorbook.site.option_shapes import WEB_ADDRESS, Shape

_NO_CHARACTERS = ("\0", "\ufffd")
_MOST_BROKEN = 0.1
"""How much of a text may be bytes that are none: a broken log is still read, a workbook is not."""
Command = TypeVar("Command", bound=Callable[..., Any])


def errors_option(command: Command) -> Command:
    """Let a command be told where the catalogue is; where it is not, mkdocs.yml says it."""

    @wraps(command)
    def told(*values: Any, folder: Path | None, config_file: Path | None, **more: Any) -> Any:
        return command(*values, folder=project.read(config_file).catalogue(folder), **more)

    return project_options(cast("Command", told))


def project_options(command: Command) -> Command:
    """Let a command be told where mkdocs.yml and the catalogue are: two paths, or None for each."""
    errors = click.option(
        "--errors",
        "folder",
        type=click.Path(path_type=Path),
        help="Folder of the catalogue.  [default: errors_dir of mkdocs.yml, or errors]",
    )
    # Where -f is the paste, the configuration has no short name.
    taken = {name for option in getattr(command, "__click_params__", ()) for name in option.opts}
    config = click.option(
        "--config-file",
        *({"-f"} - taken),
        "config_file",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help="The site's configuration.  [default: mkdocs.yml, where there is one]",
    )
    return errors(config(command))


def shaped(shape: Shape) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """Return what refuses an option's value that has not the shape."""

    def check(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
        if value and not shape.fits(value):
            raise click.BadParameter(f"'{value}' is not {shape.words}.")
        return value

    return check


def links_option(command: Command) -> Command:
    """Let a command be told the address of the site, which links have where it is told."""
    return click.option(
        "--site",
        default="",
        metavar="URL",
        callback=shaped(WEB_ADDRESS),
        help="Address of the site, put before permalinks.",
    )(command)


def site_option(command: Command) -> Command:
    """Let a command be told the address of the site."""
    return click.option(
        "--site",
        metavar="URL",
        callback=shaped(WEB_ADDRESS),
        help="Address of the site, for permalinks.  [default: site_url of mkdocs.yml]",
    )(command)


def paste_arguments(command: Command) -> Command:
    """Let a command take a text in three ways."""
    in_file = click.option(
        "--file", "-f", type=click.File("r", "utf-8", errors="replace"), help="Read the text from this file."
    )
    return click.argument("text", required=False)(in_file(command))


def read_paste(text: str | None, file: Any) -> str:
    """Return the text that was given, in whichever way."""
    if (text is None) == (file is None):
        raise click.UsageError("Give one text: as an argument, with --file, or - for standard input.")
    if file:
        content: str = file.read()
    elif text == "-":
        with click.open_file("-", encoding="utf-8", errors="replace") as standard_input:
            content = standard_input.read()
    else:
        content = text or ""
    if not content.strip():
        raise click.UsageError("The text is empty.")
    if sum(map(content.count, _NO_CHARACTERS)) > len(content) * _MOST_BROKEN:
        name = getattr(file, "name", "") or "standard input"
        raise click.UsageError(f"{name} holds no text in UTF-8. Save it as text, or give a log or a message.")
    return whole(content)


def whole(text: str) -> str:
    """Return a text that can be printed: halves of characters, which broken input has, are replaced."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def as_line(value: Any) -> str:
    """Return a value as one line of JSON in ASCII: it is valid in every encoding, and moves no terminal."""
    # Half characters, as in the name of a file that is not UTF-8, are in no valid text.
    whole_characters = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()
    return json.dumps(json.loads(whole_characters)).replace("\x7f", "\\u007f")
