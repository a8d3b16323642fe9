"""The lookup as an app of Zendesk Support: it reads the ticket beside it, and writes a reply into it."""

from __future__ import annotations

from errorbook.panels import page
from errorbook.panels.icon import icon
from errorbook.panels.page import Source
from errorbook.site.packing import Files, as_json, zipped

PAGE = "assets/iframe.html"
CLIENT = "https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js"
"""Zendesk's own script, by which an app talks to the page around it; only this package names it."""
LOCATIONS = ("ticket_sidebar", "new_ticket_sidebar")
LOGOS = {"assets/logo.png": 320, "assets/logo-small.png": 128}


def app(source: Source) -> Files:
    """Return the app as one zip."""
    package = source.package
    place = {"url": PAGE, "flexible": True}
    # Zendesk shows its apps in the language of each agent, and falls back to this one.
    locale = source.site.wording.say("language.code")
    author = {"name": package.author, "email": package.email, "url": package.url}
    manifest = {
        "name": package.group,
        "author": {key: value for key, value in author.items() if value},
        "version": package.release,
        "defaultLocale": locale,
        "private": True,
        "frameworkVersion": "2.0",
        "location": {"support": dict.fromkeys(LOCATIONS, place)},
    }
    about = {"name": package.group, "short_description": source.site.wording.say("panel.ticket")}
    files = {
        "manifest.json": as_json(manifest),
        f"translations/{locale}.json": as_json({"app": about}),
        **page.build(source, PAGE, "panels/zendesk-page.js", foreign=[CLIENT], for_agents=True),
        **{name: icon(size) for name, size in LOGOS.items()},
    }
    return {f"{package.slug('zendesk-panel')}.zip": zipped(files)}
