"""Describes the documents for programs as OpenAPI 3.1, which tools make clients from."""

from __future__ import annotations

from typing import Any

from errorbook.catalogue import ids

_ROOT = [{"url": "../../"}]
"""What lies at the site's root, seen from where the description lies."""


def build(name: str, version: str) -> dict[str, Any]:
    """Return the description; every address in it is relative, so it holds wherever the site is."""
    one = _document("getError", "One error, by its id", "error")
    one["get"]["parameters"] = [
        {
            "name": "id",
            "in": "path",
            "required": True,
            "description": "The error's permanent id, such as SHOP-0001",
            "schema": {"type": "string", "pattern": ids.ID},
        }
    ]
    one["get"]["responses"]["404"] = {"description": "An id that was never published"}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": name,
            "version": version,
            "description": "Static documents: no key, no query. Within this version, fields are only added.",
        },
        "servers": [{"url": "./"}],
        "paths": {
            "/errors.json": _document("listErrors", "Every error ever published, in short", "errors"),
            "/errors/{id}.json": one,
            "/all.json": _document("getAllErrors", "Every error with everything about it", "all"),
            "/redirects.json": {
                **_document("listRedirects", "Every address that leads to another", "redirects"),
                "servers": _ROOT,
            },
            "/urls.json": {
                **_document("listAddresses", "Every address that is promised to stay", "urls"),
                "servers": _ROOT,
            },
        },
    }


def _document(operation: str, summary: str, schema: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"schema/{schema}.json"}}}
    responses = {"200": {"description": summary, "content": content}}
    return {"get": {"operationId": operation, "summary": summary, "responses": responses}}
