import json
import re

import pytest
from conftest import MakeEntry, ReadErrors

from errorbook.matching import Matcher
from errorbook.site import export
from errorbook.site.export import Exported
from errorbook.site.site_info import SiteInfo


@pytest.fixture
def exported(read_errors: ReadErrors, make_entry: MakeEntry) -> Exported:
    catalogue = read_errors({"xero/a.yml": make_entry(guides=["retry"])}).catalogue
    written = {
        "index.md": "# Home\n\n<!-- errorbook:lookup -->\n",
        "guides/retry.md": "# How to retry\n",
    }
    return export.build(catalogue, written, SiteInfo(site_url="https://example.com/"))


def test_pages_are_markdown(exported: Exported) -> None:
    assert "The payment is larger than the amount due" in exported.files["errors/xero/a.md"]
    assert "errors/index.md" in exported.files


def test_written_pages_have_their_markers_filled(exported: Exported) -> None:
    assert "<textarea" in exported.files["index.md"]
    assert "<!-- errorbook:" not in exported.files["index.md"]


def test_a_guide_and_the_errors_it_helps_with_lead_to_each_other(exported: Exported) -> None:
    assert "errors/xero/a/" in exported.files["guides/retry.md"]
    assert "How to retry" in exported.files["errors/xero/a.md"]


def test_what_every_page_loads_is_there(exported: Exported) -> None:
    assert {exported.script, exported.style} <= exported.files.keys()


def test_permalinks_lead_to_the_page(exported: Exported) -> None:
    assert "../../errors/xero/a/" in exported.files["e/XERO-0001/index.html"]


def test_the_index_a_page_names_is_there(exported: Exported) -> None:
    found = re.search(r'data-index="([^"]+)"', exported.files["index.md"])
    assert found
    assert found[1] in exported.files


def test_the_plain_index_serves_any_matcher(exported: Exported) -> None:
    matcher = Matcher(json.loads(exported.files["match-index.json"]))
    (finding,) = matcher.match("Payment of 1.00 exceeds the amount outstanding on this document").findings
    assert finding.id == "XERO-0001"


def test_programs_get_the_documents_but_no_second_markdown(exported: Exported) -> None:
    error = json.loads(exported.files["api/v1/errors/XERO-0001.json"])
    assert error["url"] == "https://example.com/errors/xero/a/"
    assert "markdown_url" not in error
    assert "errors/xero/a/index.md" not in exported.files
    assert "llms.txt" not in exported.files
    assert "errors/xero/a/" in json.loads(exported.files["urls.json"])["urls"]


def test_what_only_agents_read_is_in_no_file(read_errors: ReadErrors, make_entry: MakeEntry) -> None:
    secret = "zq-sentinel-7"
    known = read_errors({"xero/a.yml": make_entry(support_notes=[f"Say {secret}."])}).catalogue
    files = export.build(known, {"index.md": "<!-- errorbook:playground -->\n"}, SiteInfo()).files
    assert [uri for uri in files if "/trial." in uri]
    assert "api/v1/errors/XERO-0001.json" in files
    assert [uri for uri, text in files.items() if secret in text] == []
