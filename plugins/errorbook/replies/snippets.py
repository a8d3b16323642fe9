"""Replies for tools that write a text where its trigger was typed: espanso and TextExpander."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

import yaml

from errorbook.replies.choosing import Reply
from errorbook.replies.marks import Marks, apart
from errorbook.replies.texts import Blank
from errorbook.replies.writing import plain_text
from errorbook.site.packing import Files, Package, encoded


def _not_of_espanso(text: str) -> str:
    return re.sub(r"\[(?=\[)", "[ ", apart(text)).replace("$|$", "$ | $")


ESPANSO = Marks(_not_of_espanso, lambda blank: f"[[{blank.name}]]")
TEXTEXPANDER = Marks(lambda text: text.replace("%", "%%"), lambda blank: f"%filltext:name={_fill_in(blank)}%")


class _Readable(yaml.SafeDumper):
    """Writes texts of several lines as they read."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Readable.add_representer(str, _text)


def trigger(reply: Reply) -> str:
    """Return what to type; it ends with a mark, as none may be the beginning of another."""
    return f":{reply.key.lower()}:"


def espanso(replies: Iterable[Reply], package: Package) -> Files:
    """Return a package for espanso: a folder with manifest, matches and an explanation."""
    say, matches = package.wording.say, []
    title = say("replies.title", name=package.group)
    for reply in replies:
        text = plain_text(reply.blocks, ESPANSO)
        # Ours are parted, so those that are left are blanks.
        kind = "form" if "[[" in text else "replace"
        matches.append({"trigger": trigger(reply), "label": _not_of_espanso(reply.name), kind: text})
    manifest = {
        "name": package.slug("replies"),
        "title": title,
        "description": say("replies.about"),
        "version": package.release,
        "author": package.author,
        "tags": ["support"],
        "homepage": package.url,
    }
    about = f"# {title}\n\n{say('replies.use')}\n"
    return {
        f"{package.slug('replies')}/_manifest.yml": _yaml(manifest),
        f"{package.slug('replies')}/package.yml": _yaml({"matches": matches}),
        f"{package.slug('replies')}/README.md": encoded(about),
    }


def textexpander(replies: Iterable[Reply], package: Package) -> Files:
    """Return the table that TextExpander imports: no header, trigger and content; its name is the group's."""
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n", quoting=csv.QUOTE_ALL)
    rows.writerows((trigger(reply), plain_text(reply.blocks, TEXTEXPANDER)) for reply in replies)
    return {f"{package.slug('replies')}.csv": encoded(table.getvalue())}


def _fill_in(blank: Blank) -> str:
    """Return the label of a blank without the marks that end it or begin its options."""
    return " ".join(re.sub("[:%]", " ", blank.label).split()) or blank.name


def _yaml(value: object) -> bytes:
    text: str = yaml.dump(value, Dumper=_Readable, allow_unicode=True, sort_keys=False, width=10_000)
    return encoded(text)
