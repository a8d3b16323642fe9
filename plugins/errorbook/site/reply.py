"""The words around a copied reply: rendered when the site is built, put together in the browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import TemplateError

from errorbook.catalogue.model import Catalogue, Entry
from errorbook.common.problems import CatalogueError, Problem
from errorbook.site import choice_labels
from errorbook.site.rendering import plain_blocks, source
from errorbook.site.site_info import SiteInfo

_USUAL = source("reply.txt.jinja")


def parts(card: Mapping[str, Any], entry: Entry, catalogue: Catalogue, site: SiteInfo) -> dict[str, str]:
    """Return the parts of the reply about an entry's card by name; a part without words is left out."""
    fixers = catalogue.vocabulary.fixable_by
    values = {
        "card": card,
        "site": site,
        "permalink": site.canonical(card["permalink"]),
        "fixers": choice_labels.fixers(entry, site.wording),
        # A failure without a message was described by the person who asks; some only a support team can mend.
        "described": not entry.messages,
        "beyond_reader": all(fixers[who].outside for who in entry.fixable_by),
    }
    found = plain_blocks(_USUAL, site.wording, **values)
    if site.reply.template:
        try:
            found |= plain_blocks(site.reply.template, site.wording, **values)
        except (TemplateError, TypeError, ValueError, LookupError, ArithmeticError) as error:
            what = f"cannot be rendered for {card['id']} ({error})"
            fix = "Use only what reply.txt.jinja uses, such as card, site and permalink"
            raise CatalogueError([Problem.of("reply template", what, fix, rule="reply")]) from None
    return {name: text for name, text in found.items() if text}
