"""The skill that teaches an assistant to use the site: when to look here, how, and by which rules.

It is in English whatever the site's language: assistants read it, not readers.
"""

from __future__ import annotations

import json

from errorbook.catalogue.vocabulary import Vocabulary
from errorbook.site import agent_words
from errorbook.site.site_info import SiteInfo

NAME = "skill.md"
_LONGEST = 900
"""Characters of what the skill is for; the format takes 1,024 of the whole description."""


def text(vocabulary: Vocabulary, site: SiteInfo) -> str:
    """Return the skill."""
    products = ", ".join(system.name for system in vocabulary.systems.values())
    about = f"Finds the fix for an error message: {vocabulary.name}, of {products}"[:_LONGEST]
    description = f"{about}. Use when someone pastes an error, or asks why something failed there."
    source = ", ".join(filter(None, (site.name or vocabulary.name, site.site_url)))
    lookup = site.canonical(site.url(site.lookup_page)) or "the site's first page"
    return "\n".join(
        [
            "---",
            "name: errorbook",
            f"description: {json.dumps(description, ensure_ascii=False)}",
            "---",
            "",
            "# Find the fix for an error",
            "",
            f"Source: {source}.",
            "",
            "## Look it up",
            "",
            f"1. If you have the tool `{agent_words.FIND}`, call it with the whole text. Its answer is"
            ' "is", "like" or "unknown".',
            f"2. Without it, read {site.address('llms.txt')}, find the entry whose messages have the words of"
            ' the text, and open its Markdown. Then your answer is "like" at best: only the tool and the'
            ' lookup on the site can say "is".',
            f"3. Or send the reader to the lookup, with the text behind `#q=`: {lookup}. What is behind"
            " `#` reaches no server.",
            "",
            "## Rules",
            "",
            *(f"- {rule}" for rule in agent_words.RULES),
            "",
            "## For programs",
            "",
            f"- {site.address('api/v1/errors.json')}: every error in short",
            f"- {site.address('api/v1/all.json')}: every error with everything about it",
            f"- {site.address('api/v1/openapi.json')}: the description of both, as OpenAPI 3.1",
            "",
        ]
    )
