"""The lookup as an extension of a browser: Chromium shows it in its side panel, Firefox in its side bar."""

from __future__ import annotations

from typing import TypedDict
from urllib.parse import urlsplit

from errorbook.panels import page
from errorbook.panels.page import FOLDER, ICON_SIZES, Source
from errorbook.site.packing import Files, as_json, zipped

PAGE = "panel.html"
BACKGROUND = f"{FOLDER}/background.js"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; worker-src 'self'; "
    "connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What a panel may load: its own files; it may ask nobody for anything."""
OLDEST_CHROMIUM = "116"
OLDEST_FIREFOX = "142.0"
"""The first that knows what an extension says of the data it collects."""
LONGEST_NAME = 45
LONGEST_ABOUT = 132

Icons = dict[str, str]


class Manifest(TypedDict):
    """What both browsers read in the same way."""

    manifest_version: int
    name: str
    version: str
    description: str
    homepage_url: str
    icons: Icons
    action: dict[str, str | Icons]
    content_security_policy: dict[str, str]


def chromium(source: Source) -> Files:
    """Return the extension for Chromium and browsers made of it, as one zip."""
    manifest = {
        **_manifest(source),
        "minimum_chrome_version": OLDEST_CHROMIUM,
        "permissions": ["contextMenus", "sidePanel", "storage"],
        "background": {"service_worker": BACKGROUND},
        "side_panel": {"default_path": PAGE},
    }
    return _packed(source, manifest, "chromium")


def firefox(source: Source) -> Files:
    """Return the extension for Firefox, as one zip."""
    host = urlsplit(source.site.site_url).hostname or "help.invalid"
    manifest = {
        **_manifest(source),
        "permissions": ["contextMenus", "storage"],
        "background": {"scripts": [BACKGROUND]},
        "sidebar_action": {
            "default_title": _name(source),
            "default_panel": PAGE,
            "default_icon": _icons(),
            "open_at_install": False,
        },
        "browser_specific_settings": {
            "gecko": {
                "id": f"{source.package.slug('lookup')}@{host}",
                "strict_min_version": OLDEST_FIREFOX,
                "data_collection_permissions": {"required": ["none"]},
            }
        },
    }
    return _packed(source, manifest, "firefox")


def _manifest(source: Source) -> Manifest:
    say = source.site.wording.say
    return {
        "manifest_version": 3,
        "name": _name(source),
        "version": source.package.release,
        "description": _cut(say("panel.about"), LONGEST_ABOUT),
        "homepage_url": source.package.url,
        "icons": _icons(),
        "action": {"default_title": _name(source), "default_icon": _icons()},
        "content_security_policy": {"extension_pages": POLICY},
    }


def _packed(source: Source, manifest: object, kind: str) -> Files:
    files = {
        "manifest.json": as_json(manifest),
        **page.build(source, PAGE, "panels/extension-page.js"),
        **page.script(source, "background.js", "panels/extension-background.js"),
        **page.icons("icons"),
    }
    return {f"{source.package.slug(kind)}.zip": zipped(files)}


def _icons() -> Icons:
    return {str(size): f"icons/icon-{size}.png" for size in ICON_SIZES}


def _name(source: Source) -> str:
    return _cut(source.package.group, LONGEST_NAME)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
