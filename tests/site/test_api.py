"""The documents for programs: true to their schemas, whole in their addresses, stable in their shape."""

import json
import re
from pathlib import Path
from typing import Any

import own
import pytest
from builders import make_catalogue, make_entry
from json_schema import faults

from errorbook.catalogue.model import Catalogue
from errorbook.site.api import endpoints
from errorbook.site.api.document_types import VERSION
from errorbook.site.redirects import Redirect
from errorbook.site.site_info import SiteInfo

SHAPES = Path(__file__).parents[1] / f"cases/api-{VERSION}"
SITE = SiteInfo(site_url="https://example.com/help", guides={"lock-dates": "Lock dates"})


def documents(known: Catalogue, site: SiteInfo = SITE) -> dict[str, Any]:
    return {file.uri: json.loads(file.content) for file in endpoints.build(known, site)}


def test_an_error_is_told_with_everything_its_page_tells() -> None:
    entry = make_entry(
        summary="It is more than {amount}.",
        messages=["Payment of {amount} exceeds the amount due"],
        values={"amount": {"type": "money", "label": "amount", "example": "12.50"}},
        codes=[{"system": "xero", "code": "10"}],
        causes=[{"text": "Typing.", "likelihood": "common", "id": "typing"}],
        resolution=[{"ask": "Is it?", "answers": {"Yes": [{"do": "Mend it.", "risk": "changes-books"}]}}],
        guides=["lock-dates"],
        references=[{"title": "Xero", "url": "https://xero.example/"}],
        reviewed="2026-11-22",
        shown_in=["cin7-core"],
        owner="Ada",
    )
    found = documents(make_catalogue(entry))["api/v1/errors/XERO-0001.json"]
    assert next(iter(found)) == "schema_version"
    assert found == {
        "schema_version": VERSION,
        "id": "XERO-0001",
        "title": "The payment is too large",
        "summary": "It is more than {amount}.",
        "status": "active",
        "superseded_by": [],
        "system": "xero",
        "shown_in": ["cin7-core"],
        "integrations": [],
        "records": [],
        "codes": [{"system": "xero", "code": "10"}],
        "severity": "blocks-record",
        "fixable_by": ["bookkeeper"],
        "evidence": "reported",
        "reviewed": "2026-11-22",
        "url": "https://example.com/help/errors/xero/payment-too-large/",
        "permalink": "https://example.com/help/e/XERO-0001/",
        "json_url": "https://example.com/help/api/v1/errors/XERO-0001.json",
        "markdown_url": "https://example.com/help/errors/xero/payment-too-large/index.md",
        "aliases": [],
        "messages": [
            {
                "text": "Payment of {amount} exceeds the amount due",
                "role": "full",
                "evidence": "reported",
                "lang": "en",
            }
        ],
        "values": {"amount": {"type": "money", "label": "amount", "sensitive": False}},
        "causes": [
            {"anchor": "cause-typing", "text": "Typing.", "likelihood": "common", "evidence": "reported"}
        ],
        "resolution": [
            {
                "anchor": "step-1",
                "ask": "Is it?",
                "answers": [
                    {
                        "answer": "Yes",
                        "steps": [{"anchor": "step-1.1.1", "do": "Mend it.", "risk": "changes-books"}],
                    }
                ],
            }
        ],
        "relations": [],
        "guides": [{"title": "Lock dates", "url": "https://example.com/help/guides/lock-dates/"}],
        "references": [{"title": "Xero", "url": "https://xero.example/", "kind": "vendor"}],
    }


def test_the_list_has_every_error_ever_published_and_no_draft() -> None:
    found = documents(
        make_catalogue(
            make_entry(),
            make_entry(id="XERO-0002", slug="b", status="draft"),
            make_entry(id="XERO-0003", slug="c", status="superseded", superseded_by=["XERO-0001"]),
            make_entry(id="XERO-0004", slug="d", status="withdrawn"),
        )
    )
    errors = found["api/v1/errors.json"]["errors"]
    assert [error["id"] for error in errors] == ["XERO-0001", "XERO-0003", "XERO-0004"]
    assert "api/v1/errors/XERO-0002.json" not in found
    for error in errors:
        whole = found[f"api/v1/errors/{error['id']}.json"]
        assert error.items() <= whole.items()


def test_anchors_do_not_depend_on_wording() -> None:
    def anchors(word: str) -> str:
        question = {"ask": f"Is it {word}?", "answers": {word: [f"Mend {word}."], "No": [f"Wait {word}."]}}
        entry = make_entry(
            causes=[word, {"text": word, "id": "typing"}], resolution=[f"Look {word}.", question]
        )
        document = documents(make_catalogue(entry))["api/v1/errors/XERO-0001.json"]
        return " ".join(re.findall(r'"anchor": "(.*?)"', json.dumps(document)))

    assert anchors("paid") == anchors("settled") == "cause-1 cause-typing step-1 step-2 step-2.1.1 step-2.2.1"


def test_an_error_merged_into_another_leads_there_and_advises_nothing() -> None:
    merged = make_entry(id="XERO-0002", slug="b", status="superseded", superseded_by=["XERO-0001"])
    found = documents(make_catalogue(make_entry(), merged))["api/v1/errors/XERO-0002.json"]
    assert found["url"] == "https://example.com/help/errors/xero/payment-too-large/"
    assert found["permalink"] == "https://example.com/help/e/XERO-0002/"
    assert found["superseded_by"] == ["XERO-0001"]
    assert (found["messages"], found["causes"], found["resolution"]) == ([], [], [])


def test_a_withdrawn_error_advises_nothing() -> None:
    found = documents(make_catalogue(make_entry(status="withdrawn")))["api/v1/errors/XERO-0001.json"]
    assert (found["status"], found["messages"], found["resolution"]) == ("withdrawn", [], [])


def test_a_site_that_does_not_know_its_address_tells_them_from_its_root() -> None:
    site = SiteInfo(directory_urls=False)
    (error,) = documents(make_catalogue(make_entry()), site)["api/v1/errors.json"]["errors"]
    assert error["url"] == "errors/xero/payment-too-large.html"
    assert error["permalink"] == "e/XERO-0001/index.html"
    assert error["markdown_url"] == "errors/xero/payment-too-large.md"
    assert error["json_url"] == "api/v1/errors/XERO-0001.json"


def test_every_document_of_the_real_catalogue_is_as_its_schema_says() -> None:
    found = documents(own.known(), SiteInfo())
    one, every = (found.pop(f"api/v1/schema/{name}.json") for name in ("error", "errors"))
    assert list(faults(found.pop("api/v1/errors.json"), every, every)) == []
    checked = [uri for uri in found if uri.startswith("api/v1/errors/")]
    assert len(checked) > 100
    for uri in checked:
        assert list(faults(found[uri], one, one)) == [], uri


def test_the_lists_of_addresses_are_as_their_schemas_say() -> None:
    schemas = documents(make_catalogue())
    moved = endpoints.redirect_list([Redirect("b/", "c/"), Redirect("a/", "c/", "XERO-0001")])
    urls = endpoints.address_list({"b/", "a/", ""}, SITE)
    for file, name in ((moved, "redirects"), (urls, "urls")):
        schema = schemas[f"api/v1/schema/{name}.json"]
        assert list(faults(json.loads(file.content), schema, schema)) == []
    assert json.loads(moved.content)["redirects"] == [
        {"source": "a/", "target": "c/", "id": "XERO-0001"},
        {"source": "b/", "target": "c/"},
    ]
    assert json.loads(urls.content)["urls"] == ["", "a/", "b/", "redirects.json", "urls.json"]


@pytest.mark.parametrize("name", ["errors", "error", "redirects", "urls"])
def test_the_shape_of_a_version_is_kept(name: str) -> None:
    """Fields may be added: then raise the minor version, and write the new shape to its folder."""
    (built,) = (
        file for file in endpoints.build(make_catalogue(), SITE) if file.uri.endswith(f"schema/{name}.json")
    )
    assert built.content == (SHAPES / f"{name}.json").read_text("utf-8")


def test_the_schema_check_sees_what_is_wrong() -> None:
    (schema,) = (
        value for uri, value in documents(make_catalogue()).items() if uri.endswith("schema/urls.json")
    )
    wrong = {"schema_version": 1, "errors_path": "errors", "urls": [""], "more": ""}
    assert sorted(faults(wrong, schema, schema)) == [
        ".directory_urls: missing",
        ".more: unknown",
        ".schema_version: no string",
    ]


def test_one_document_holds_all_that_the_others_do() -> None:
    found = documents(make_catalogue(make_entry(), make_entry(id="XERO-0002", slug="b", status="withdrawn")))
    whole = found["api/v1/all.json"]
    assert whole["errors"] == [found[f"api/v1/errors/{id_}.json"] for id_ in ("XERO-0001", "XERO-0002")]
    head = {name: value for name, value in found["api/v1/errors.json"].items() if name != "errors"}
    assert {name: value for name, value in whole.items() if name != "errors"} == head
    schema = found["api/v1/schema/all.json"]
    assert list(faults(whole, schema, schema)) == []


def test_the_description_names_every_document_and_no_other() -> None:
    found = documents(make_catalogue(make_entry()))
    described = found["api/v1/openapi.json"]
    assert (described["openapi"], described["info"]["version"]) == ("3.1.0", VERSION)
    explained = (SHAPES.parents[2] / "content/api.md").read_text("utf-8")
    assert f"`schema_version`, such as `{VERSION}`" in explained
    schemas = set(re.findall(r'"\$ref": "([^"]+)"', json.dumps(described)))
    assert {f"api/v1/{schema}" for schema in schemas} == {uri for uri in found if "/schema/" in uri}
    own_paths = {path for path, about in described["paths"].items() if "servers" not in about}
    served = {uri.removeprefix("api/v1") for uri in found if "/schema/" not in uri and "openapi" not in uri}
    assert {path.replace("{id}", "XERO-0001") for path in own_paths} == served
    others = {path: about["servers"] for path, about in described["paths"].items() if "servers" in about}
    assert others == {path: [{"url": "../../"}] for path in ("/redirects.json", "/urls.json")}
    operations = [about["get"]["operationId"] for about in described["paths"].values()]
    assert len(set(operations)) == len(operations) == 5
    (id_,) = described["paths"]["/errors/{id}.json"]["get"]["parameters"]
    assert all(re.fullmatch(id_["schema"]["pattern"], entry.id) for entry in own.known().entries)
