"""The catalogue for programs: static JSON documents below ``api/v1/`` and their JSON Schemas."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from errorbook.catalogue import publication
from errorbook.catalogue.model import Catalogue, Entry
from errorbook.site import cards, redirects
from errorbook.site.api import document_types, openapi
from errorbook.site.api.document_types import VERSION
from errorbook.site.api.entry_parts import Public
from errorbook.site.site_info import SiteFile, SiteInfo

FOLDER = "api/v1"
REDIRECTS = "redirects.json"
ADDRESSES = "urls.json"
_SCHEMAS: dict[str, type[Public]] = {
    "errors": document_types.ErrorList,
    "error": document_types.Error,
    "all": document_types.ErrorBook,
    "redirects": document_types.RedirectList,
    "urls": document_types.AddressList,
}


def build(catalogue: Catalogue, site: SiteInfo) -> list[SiteFile]:
    """Return the list of all errors, a document for each, one of all, their description and the schemas."""
    shown = cards.build(catalogue, site)
    heads = [_summary(entry, catalogue, site) for entry in catalogue.published]
    whole = [
        {"schema_version": VERSION, **head, **_detail(entry, shown.get(entry.id, {}), site)}
        for entry, head in zip(catalogue.published, heads, strict=True)
    ]
    words = catalogue.vocabulary
    about = {"name": words.name, "systems": words.systems, "records": words.records}
    return [
        _document(f"{FOLDER}/errors.json", document_types.ErrorList, {**about, "errors": heads}),
        *(
            _document(_file(entry), document_types.Error, values)
            for entry, values in zip(catalogue.published, whole, strict=True)
        ),
        _document(f"{FOLDER}/all.json", document_types.ErrorBook, {**about, "errors": whole}),
        SiteFile(f"{FOLDER}/openapi.json", _dumps(openapi.build(site.name or words.name, VERSION))),
        *(_schema(name, model) for name, model in _SCHEMAS.items()),
    ]


def redirect_list(plan: Iterable[redirects.Redirect]) -> SiteFile:
    """Return the document of every address that leads to another."""
    found = [
        {"source": each.source, "target": each.target, "id": each.id or None}
        for each in sorted(plan, key=lambda each: each.source)
    ]
    return _document(REDIRECTS, document_types.RedirectList, {"redirects": found})


def address_list(urls: Iterable[str], site: SiteInfo) -> SiteFile:
    """Return the document of every address that is promised to stay, its own and the redirects' too."""
    promised = sorted({*urls, REDIRECTS, ADDRESSES})
    values = {
        "errors_path": site.errors_path,
        "directory_urls": site.directory_urls,
        "urls": promised,
    }
    return _document(ADDRESSES, document_types.AddressList, values)


def url(entry: Entry, site: SiteInfo) -> str:
    """Return the address of an entry's document."""
    return site.address(_file(entry))


def _file(entry: Entry) -> str:
    return f"{FOLDER}/errors/{entry.id}.json"


def _summary(entry: Entry, catalogue: Catalogue, site: SiteInfo) -> dict[str, Any]:
    heir = publication.successor(entry, catalogue)
    return {
        **{
            name: getattr(entry, name) for name in document_types.Summary.model_fields if hasattr(entry, name)
        },
        "url": site.address(site.entry_url(heir)),
        "permalink": site.address(site.permalink(entry.id)),
        "json_url": url(entry, site),
        "markdown_url": site.address(site.markdown(site.entry_url(entry))) if site.plain_pages else None,
    }


def _detail(entry: Entry, card: cards.Card, site: SiteInfo) -> dict[str, Any]:
    """Return what an error's own document adds; an error that no longer advises keeps empty fields."""
    advises = bool(card) and entry.status != "withdrawn"
    lists: Sequence[str] = ("aliases", "messages", "references")
    told = card if advises else {}
    return {
        **{name: getattr(entry, name) if advises else () for name in lists},
        **{name: told.get(name, ()) for name in ("causes", "resolution")},
        **{name: told.get(name) for name in ("verify", "prevention", "escalate")},
        **{name: _whole(told.get(name, ()), site) for name in ("relations", "guides")},
        "values": told.get("values", {}),
    }


def _whole(links: Iterable[dict[str, Any]], site: SiteInfo) -> list[dict[str, Any]]:
    return [{**link, "url": site.address(link["url"])} for link in links]


def _document(uri: str, model: type[Public], values: dict[str, Any]) -> SiteFile:
    read = model.model_validate({"schema_version": VERSION, **values})
    fields = read.model_dump(mode="json", exclude_none=True)
    # The version first: it says how to read the rest.
    return SiteFile(uri, _dumps({"schema_version": fields.pop("schema_version"), **fields}))


def _schema(name: str, model: type[Public]) -> SiteFile:
    return SiteFile(f"{FOLDER}/schema/{name}.json", _dumps(document_types.json_schema(model)))


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
