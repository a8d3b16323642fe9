"""Replies for help desks: macros of Zendesk, by its API or as an app; canned responses of Freshdesk."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import TypedDict

from errorbook.common.problems import CatalogueError, Problem
from errorbook.replies.choosing import Reply
from errorbook.replies.marks import Marks, apart
from errorbook.replies.writing import html_text, plain_text
from errorbook.site.packing import Files, Package, as_json, encoded, zipped

DESK = Marks(apart)
"""Both read Liquid; neither has blanks that an agent fills in."""
MOST_REQUIREMENTS = 5000


class Action(TypedDict):
    """What a macro does to a ticket."""

    field: str
    value: str


class Macro(TypedDict):
    """A macro of Zendesk."""

    title: str
    description: str
    active: bool
    actions: list[Action]


def zendesk(replies: Iterable[Reply], package: Package) -> Files:
    """Return the body of one call for each macro, one a line."""
    lines = (json.dumps({"macro": _macro(reply, package)}) for reply in replies)
    return {"zendesk-macros.jsonl": encoded("".join(f"{line}\n" for line in lines))}


def zendesk_app(replies: Sequence[Reply], package: Package) -> Files:
    """Return an app without code that brings its macros along; raises CatalogueError for too many."""
    if len(replies) > MOST_REQUIREMENTS:
        what = f"would hold {len(replies):,} macros, and Zendesk takes {MOST_REQUIREMENTS:,}"
        raise CatalogueError([Problem.of("zendesk-app", what, "Leave the answers out: --no-answers")])
    locale = package.wording.say("language.code")
    name = package.wording.say("replies.title", name=package.group)
    author = {"name": package.author, "email": package.email, "url": package.url}
    manifest = {
        "name": name,
        "author": {key: value for key, value in author.items() if value},
        "version": package.release,
        "defaultLocale": locale,
        "private": True,
        "requirementsOnly": True,
    }
    macros = {re.sub(r"\W", "_", reply.key.lower()): _macro(reply, package) for reply in replies}
    parts = {
        "manifest.json": manifest,
        f"translations/{locale}.json": {"app": {"name": name}},
        "requirements.json": {"macros": macros},
    }
    return {f"{package.slug('replies')}.zip": zipped({path: as_json(value) for path, value in parts.items()})}


def freshdesk(replies: Iterable[Reply], package: Package) -> Files:
    """Return the body of the one call that makes all canned responses."""
    responses = [
        {
            "title": apart(reply.name),
            "content_html": html_text(reply.blocks, DESK),
            "visibility": 0,
            "folder_id": 1,
        }
        for reply in replies
    ]
    return {"freshdesk-canned-responses.json": as_json({"canned_responses": responses})}


def _macro(reply: Reply, package: Package) -> Macro:
    # Two colons part the levels of Zendesk's menu.
    group, name = (re.sub(":(?=:)", ": ", text).rstrip(": ") for text in (package.group, reply.name))
    return {
        "title": apart(f"{group}::{name}"),
        "description": apart(" ".join((reply.link, *reply.entry.support_notes))),
        "active": True,
        "actions": [{"field": "comment_value", "value": plain_text(reply.blocks, DESK)}],
    }
