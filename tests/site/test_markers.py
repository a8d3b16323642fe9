"""Markers in written pages, and the blocks that replace them."""

import re
from html import unescape

import pytest
from builders import make_catalogue, make_entry

from errorbook.site import browser_files, markers
from errorbook.site.site_info import Contact, Feedback, SiteInfo

INDEX = "assets/errorbook/match-index.1234abcd.js"
SCRIPTS = {name: f"assets/errorbook/{name}.1234abcd.js" for name in browser_files.SCRIPTS}
SCRIPTS["send"] = "assets/errorbook/send.1234abcd.js"
SCRIPTS["lookup.css"] = "assets/errorbook/lookup.1234abcd.css"


def block(
    name: str, uri: str = "index.md", site: SiteInfo | None = None, examples: tuple[str, ...] = ()
) -> str:
    catalogue = make_catalogue(make_entry(guides=["lock-dates"], records=["payment"]))
    return markers.build(uri, catalogue, site or SiteInfo(), INDEX, SCRIPTS, examples)[name]()


def test_only_a_marker_on_its_own_line_counts() -> None:
    text = "<!-- errorbook:a -->\n`<!-- errorbook:b -->`\n    <!-- errorbook:c -->\n<!-- errorbook:d -->  \n"
    assert markers.markers(text) == ["a", "d"]
    assert markers.fill(text, {"a": lambda: "A"}).startswith("A\n`<!-- errorbook:b -->`")


def test_a_guide_may_be_called_as_mappings_call_what_they_do() -> None:
    assert "guides/items/" in block("guides", site=SiteInfo(guides={"items": "Missing items"}))


def test_a_text_of_the_catalogue_is_no_template_of_a_page() -> None:
    title, paste = "{{ 6 * 7 }} {% raw %}", "Not {# here #} {{ 6 * 7 }}"
    catalogue = make_catalogue(make_entry(title=title, examples=[paste], guides=["tax"]))
    site = SiteInfo(guides={"tax": title})
    available = markers.build("guides/tax.md", catalogue, site, INDEX, SCRIPTS, ["XERO-0001"])
    text = markers.fill("".join(f"<!-- errorbook:{name} -->\n" for name in markers.NAMES), available)
    assert "{" not in text
    shown = unescape(text)
    assert shown.count(title) == 3  # the example, the guide and the error that it helps with
    assert f'data-paste="{paste}"' in shown


def test_every_block_has_a_name_that_check_knows() -> None:
    assert tuple(markers.build("index.md", make_catalogue(), SiteInfo(), INDEX, SCRIPTS, ())) == markers.NAMES


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Look here: <!-- errorbook:lookup -->", ["lookup"]),
        ("<!--errorbook:lookup--> and more", ["lookup"]),
        ("- <!-- errorbook:a --> <!-- errorbook:b -->", ["a", "b"]),
        (" <!-- errorbook:lookup -->", ["lookup"]),
        ("<!-- errorbook:lookup -->\n\nText", []),
        ("`<!-- errorbook:lookup -->` is a marker", []),
        ("    <!-- errorbook:lookup -->", []),
        ("```html\nput <!-- errorbook:lookup --> here\n```\nText", []),
    ],
)
def test_a_marker_beside_other_text_is_found(text: str, names: list[str]) -> None:
    assert markers.misplaced(text) == names


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Lock dates\n\nText\n# More", "Lock dates"),
        ("Text\n\n# Lock dates {#locks}\n", "Lock dates"),
        ('---\ntitle: "Lock dates"\n---\n\n# Other', "Lock dates"),
        ("no heading", "lock-dates"),
    ],
)
def test_a_page_s_title_is_read_from_its_text(text: str, title: str) -> None:
    assert markers.title(text, "lock-dates") == title


def test_the_lookup_says_where_the_data_is_relative_to_its_page() -> None:
    text = block("lookup", "help/find.md")
    assert f'data-index="../../{INDEX}"' in text
    assert 'data-assets="../../assets/errorbook/"' in text
    assert 'data-root="../../"' in text
    assert 'data-errors="../../errors/"' in text


def test_the_lookup_works_without_a_script_as_far_as_it_can() -> None:
    text = block("lookup")
    assert "<noscript>" in text
    assert '<a href="errors/">find your error in the list of all errors</a>' in text
    assert re.findall(r"<script[^>]*>", text) == ['<script defer src="assets/errorbook/lookup.1234abcd.js">']
    assert '<link rel="stylesheet" href="assets/errorbook/lookup.1234abcd.css">' in text
    assert "style=" not in text
    assert " on" not in text.replace(" on this", "").replace(" on its", "").replace(" one", "").replace(
        " or", ""
    )


def test_the_lookup_names_no_contact_that_nobody_gave() -> None:
    assert "data-contact" not in block("lookup")
    site = SiteInfo(contact=Contact(label="Help <desk>", url="https://example.com/"))
    text = block("lookup", site=site)
    assert 'data-contact-label="Help &lt;desk&gt;"' in text
    assert "data-contact-email" not in text


def test_the_lookup_links_to_the_privacy_page_if_there_is_one() -> None:
    assert "How to verify that" not in block("lookup")
    assert '<a href="privacy/">How to verify that</a>' in block(
        "lookup", site=SiteInfo(privacy_page="privacy.md")
    )


def test_examples_to_try_stay_on_one_line() -> None:
    catalogue = make_catalogue(make_entry(examples=['{"a":\n\n```\n"b"}']))
    tried = ["XERO-0001", "XERO-9999"]
    text = markers.build("index.md", catalogue, SiteInfo(), INDEX, SCRIPTS, tried)["lookup"]()
    assert (
        'data-paste="{&#34;a&#34;:&#10;&#10;```&#10;&#34;b&#34;}">The payment is too large</button>' in text
    )


def test_the_playground_loads_its_own_script_and_the_index() -> None:
    text = block("playground", "contributing/playground.md", examples=("XERO-0001",))
    assert '<script defer src="../../assets/errorbook/playground.1234abcd.js"></script>' in text
    assert f'data-index="../../{INDEX}"' in text
    assert 'data-root="../../"' in text
    assert 'data-example="Payment exceeds the amount due"' in text
    assert 'data-example=""' in block("playground")


def test_ways_in_lead_to_products_and_records() -> None:
    text = block("ways-in")
    assert '<a href="errors/xero/" data-facet="system=xero">Xero <span class="eb-count">1</span></a>' in text
    assert '<a href="errors/records/payment/" data-facet="record=payment">Payments <span' in text
    assert '<a href="errors/">See all 1\N{NO-BREAK SPACE}error</a>' in text


def test_how_pages_are_known_is_counted() -> None:
    assert "<li>Fixes: 1 from sources alone, 0 partly our conclusion" in block("grounds")


def test_a_guide_lists_the_errors_it_helps_with() -> None:
    site = SiteInfo(guides={"lock-dates": "Lock dates", "other": "Other"})
    text = block("errors", "guides/lock-dates.md", site)
    assert "## Errors this guide helps with" in text
    assert '<a class="eb-list__title" href="../../errors/xero/payment-too-large/">' in text
    assert block("errors", "guides/other.md", site).strip() == ""


def test_a_guide_without_a_marker_gets_the_list_at_its_end() -> None:
    site = SiteInfo(guides={"lock-dates": "Lock dates"})
    marker = "<!-- errorbook:errors -->"
    assert markers.with_errors("# Guide", "guides/lock-dates.md", site) == f"# Guide\n\n{marker}\n"
    assert markers.with_errors(f"{marker}\n\nMore", "guides/lock-dates.md", site) == f"{marker}\n\nMore"
    assert markers.with_errors("# Page", "about.md", site) == "# Page"


def test_the_contact_is_what_was_configured_and_no_more() -> None:
    assert "have named no address" in block("contact")
    site = SiteInfo(contact=Contact("Help", "https://example.com/help", "help@example.com"))
    text = block("contact", site=site)
    assert '<a class="eb-button" href="https://example.com/help" rel="noopener">Help</a>' in text
    assert '<a href="mailto:help@example.com">help@example.com</a>' in text


def test_the_batch_page_names_its_scripts_the_index_and_where_ids_lead() -> None:
    text = block("batch", "support/batch.md")
    assert f'data-index="../../{INDEX}"' in text
    assert 'data-worker="../../assets/errorbook/matcher.1234abcd.js"' in text
    assert 'data-permalink="../../e/{id}/"' in text
    assert '<script defer src="../../assets/errorbook/batch.1234abcd.js"></script>' in text
    assert "<noscript>" in text


def test_the_embedding_snippet_has_the_site_s_own_address_where_it_is_known() -> None:
    own = block("embed", "support/embedding.md", SiteInfo(site_url="https://example.com/help/"))
    assert 'src="https://example.com/help/assets/errorbook/embed.js"' in own
    assert 'src="https://help.example/assets/errorbook/embed.js"' in block("embed", "support/embedding.md")
    assert '<script src="../../assets/errorbook/embed.js" async></script>' in own


def test_the_lookup_asks_for_feedback_only_where_it_goes_somewhere() -> None:
    assert "data-feedback" not in block("lookup")
    mail = SiteInfo(feedback=Feedback("mailto", "help@example.com"))
    assert ' data-feedback-kind="mailto" data-feedback-to="help@example.com" aria' in block(
        "lookup", site=mail
    )
    own = SiteInfo(feedback=Feedback("endpoint", "/feedback"))
    assert 'data-send="../assets/errorbook/send.1234abcd.js"' in block("lookup", "find.md", own)


def test_a_marker_may_be_in_a_page_with_the_line_ends_of_windows() -> None:
    text = "# Home\r\n\r\n<!-- errorbook:lookup -->\r\n\r\nMore\r\n"
    assert markers.markers(text) == ["lookup"]
    assert markers.misplaced(text) == []
    assert "<!--" not in markers.fill(text, {"lookup": lambda: "here"})


def test_a_marker_needs_no_blanks() -> None:
    assert markers.markers("<!--errorbook:lookup-->\n") == ["lookup"]
    assert markers.fill("<!--errorbook:lookup-->", {"lookup": lambda: "here"}) == "here"


def test_popular_errors_are_the_author_s_in_their_order() -> None:
    site = SiteInfo(popular=("XERO-0009", "XERO-0001"))
    assert re.findall('href="(.*?)"', block("popular", site=site)) == ["errors/xero/payment-too-large/"]
