"""The catalogue for programs: static JSON documents below ``api/v1/`` and their JSON Schemas."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
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
_NEXT = ",\n"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ": "))
_SCHEMAS: dict[str, type[Public]] = {
    "errors": document_types.ErrorList,
    "error": document_types.Error,
    "all": document_types.ErrorBook,
    "redirects": document_types.RedirectList,
    "urls": document_types.AddressList,
}


@dataclass(frozen=True, slots=True)
class _Told:
    """An error as text: its own document, and what it is in the lists."""

    document: SiteFile
    head: str
    whole: str


def build(catalogue: Catalogue, site: SiteInfo) -> Iterator[SiteFile]:
    """Yield a document for each error, the list of all, one of all, their description and the schemas."""
    memory, shown = catalogue.memory, cards.build(catalogue, site)
    same = memory.same("site of documents", site)

    def told(entry: Entry) -> _Told:
        card, heir = shown.get(entry.id, {}), site.entry_url(publication.successor(entry, catalogue))
        return memory.keep_for_next(
            "document", entry.id, (entry, card, heir, same), lambda: _told(entry, card, heir, site)
        )

    heads, wholes = list[str](), list[str]()
    for each in map(told, catalogue.published):
        heads.append(each.head)
        wholes.append(each.whole)
        yield each.document
    words = catalogue.vocabulary
    about = {"name": words.name, "systems": words.systems, "records": words.records}
    yield _list("errors", document_types.ErrorList, about, heads)
    yield _list("all", document_types.ErrorBook, about, wholes)
    yield SiteFile(f"{FOLDER}/openapi.json", _dumps(openapi.build(site.name or words.name, VERSION)))
    yield from (_schema(name, model) for name, model in _SCHEMAS.items())


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


def document_url(entry: Entry, site: SiteInfo) -> str:
    """Return the address of an entry's document."""
    return site.address(_file(entry))


def _file(entry: Entry) -> str:
    return f"{FOLDER}/errors/{entry.id}.json"


def _told(entry: Entry, card: cards.Card, url: str, site: SiteInfo) -> _Told:
    values = {"schema_version": VERSION, **_summary(entry, url, site), **_detail(entry, card, site)}
    fields = document_types.Error.model_validate(values).model_dump(mode="json", exclude_none=True)
    head = {name: fields.pop(name) for name in document_types.Summary.model_fields if name in fields}
    version, heads, details = (
        _lines(schema_version=fields.pop("schema_version")),
        _lines(**head),
        _lines(**fields),
    )
    # The version first, in a document of its own: it says how to read the rest.
    document = SiteFile(_file(entry), f"{_braced(version, heads, details)}\n")
    return _Told(document, _braced(heads), _braced(heads, version, details))


def _lines(**fields: Any) -> str:
    """Return fields as they stand between the braces of a document, a line each."""
    return _NEXT.join(f'"{name}": {_ENCODER.encode(value)}' for name, value in fields.items())


def _braced(*parts: str) -> str:
    return f"{{\n{_NEXT.join(parts)}\n}}"


def _list(name: str, model: type[Public], about: dict[str, Any], items: Sequence[str]) -> SiteFile:
    """Return a document about all errors, put together from the texts of each."""
    empty = _document(f"{FOLDER}/{name}.json", model, {**about, "errors": []})
    if not items:
        return empty
    before, _, after = empty.content.rpartition("[]")
    return replace(empty, content="".join((before, "[\n", _NEXT.join(items), "\n]", after)))


def _summary(entry: Entry, url: str, site: SiteInfo) -> dict[str, Any]:
    return {
        **{
            name: getattr(entry, name) for name in document_types.Summary.model_fields if hasattr(entry, name)
        },
        "url": site.address(url),
        "permalink": site.address(site.permalink(entry.id)),
        "json_url": document_url(entry, site),
        "markdown_url": site.address(site.markdown(site.entry_url(entry))) if site.plain_pages else None,
    }


def _detail(entry: Entry, card: cards.Card, site: SiteInfo) -> dict[str, Any]:
    """Return what an error's own document adds; an error that no longer advises keeps empty fields."""
    advises = bool(card) and entry.status != "withdrawn"
    lists: Sequence[str] = ("aliases", "messages", "references")
    told = card if advises else {}
    return {
        **{name: getattr(entry, name) if advises else () for name in lists},
        "causes": [{"evidence": "reported", **cause} for cause in told.get("causes", ())],
        "resolution": told.get("resolution", ()),
        **{name: told.get(name) for name in ("verify", "prevention", "escalate")},
        **{name: _whole(told.get(name, ()), site) for name in ("relations", "guides")},
        "values": told.get("values", {}),
    }


def _whole(links: Iterable[dict[str, Any]], site: SiteInfo) -> list[dict[str, Any]]:
    own = ("url", "lang")
    return [
        {name: value for name, value in link.items() if name not in own} | {"url": site.address(link["url"])}
        for link in links
    ]


def _document(uri: str, model: type[Public], values: dict[str, Any]) -> SiteFile:
    read = model.model_validate({"schema_version": VERSION, **values})
    fields = read.model_dump(mode="json", exclude_none=True)
    return SiteFile(uri, _dumps(_version_first(fields)))


def _version_first(fields: dict[str, Any]) -> dict[str, Any]:
    """Return a document's fields, the version first: it says how to read the rest."""
    return {"schema_version": fields["schema_version"], **fields}


@cache
def _schema(name: str, model: type[Public]) -> SiteFile:
    return SiteFile(f"{FOLDER}/schema/{name}.json", _dumps(document_types.json_schema(model)))


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
