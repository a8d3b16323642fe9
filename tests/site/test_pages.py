"""An entry's page: what it says, and that nothing in an entry becomes markup."""

import gc
from html import unescape
from pathlib import Path

import pytest
import yaml
from builders import SYSTEMS, links, make_catalogue, make_entry
from made_pages import SITE, entry_page, page, rendered

from errorbook.site import pages, rendering
from errorbook.site.site_info import SiteInfo

HOSTILE = (
    "<img src=x onerror=alert(1)> **not `bold <!-- a --> &amp; [x](y) *z* # {{ 7 }} ``` --8<-- :smile: $x$"
)


def test_an_entry_has_its_parts_in_the_order_readers_need_them() -> None:
    text = entry_page(
        make_entry(
            verify="It is gone.",
            prevention="Take care.",
            escalate={"when": "It stays", "collect": ["the number"]},
            guides=["lock-dates"],
            relations=[{"type": "confused-with", "id": "XERO-0002"}],
        ),
        make_entry(id="XERO-0002", slug="other", title="Another error"),
    )
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# The payment is too large",
        "## How to fix it",
        "## How to check that it worked",
        "## Why it happens",
        "## Where it shows",
        "## What you might see",
        "## How to keep it from coming back",
        "## When to ask for help",
        "## Related errors",
        "## Guides that help",
        "## Sources",
    ]


def test_parts_an_entry_lacks_are_left_out() -> None:
    text = entry_page(make_entry())
    for part in ("How to check", "How to keep", "When to ask", "Related", "Guides"):
        assert part not in text


def test_a_page_that_is_made_leaves_nothing_for_a_search_of_garbage() -> None:
    escalate = {"when": "It stays", "collect": ["the number"]}
    resolution = [{"ask": "Is it paid?", "answers": {"Yes": ["Open it."], "No": ["Save it."]}}]
    known = make_catalogue(make_entry(escalate=escalate, resolution=resolution))
    pages.build(known, SITE)  # the templates are read
    gc.collect()
    pages.build(make_catalogue(*known.entries), SITE)
    assert gc.collect() == 0


def test_a_message_keeps_its_own_marks_and_lines() -> None:
    message = "`{name}` **must** not\n\n  be [here](https://example.com)"
    values = {"name": {"type": "text", "label": "name"}}
    text = rendered(entry_page(make_entry(messages=[message], values=values)))
    hole = '<span class="eb-hole" data-hole="name">name</span>'
    shown = f"`{hole}` **must** not\n\n  be [here](https://example.com)"
    assert f'<pre class="eb-message"><code>{shown}</code></pre>' in text


def test_a_link_to_a_web_address_is_one_and_nothing_else_is() -> None:
    text = (
        "Read [the <help>](https://example.com/?a=1&b=2) of [a](javascript:x) and \\[b](https://example.com)."
    )
    page = rendered(entry_page(make_entry(resolution=[{"do": text}], causes=[text])))
    link = '<a href="https://example.com/?a=1&amp;b=2" rel="noopener">the &lt;help&gt;</a>'
    assert page.count(f"Read {link} of [a](javascript:x) and [b](https://example.com).") == 2


def test_versions_and_the_family_of_a_code_are_told() -> None:
    catalogue = make_catalogue(
        make_entry(since="5.0", until="5.8", fixed_in="6.0", codes=[{"system": "xero", "code": "42P01"}])
    )
    families = {"4": "Anything", "42": "Syntax error"}
    xero = catalogue.vocabulary.systems["xero"].model_copy(update={"families": families})
    catalogue.vocabulary.systems["xero"] = xero
    text = page(catalogue, "errors/xero/payment-too-large.md")
    for name, told in (
        ("Codes", "Xero 42P01 (Syntax error)"),
        ("Since", "5.0"),
        ("Until", "5.8"),
        ("Fixed in", "6.0"),
    ):
        assert f"<div><dt>{name}</dt><dd>{told}</dd></div>" in text


def test_nothing_in_an_entry_is_markup_of_the_page() -> None:
    hostile = HOSTILE.replace("{{ 7 }}", "{{{{ 7 }}}}")
    step = {"do": hostile, "see": hostile, "undo": hostile}
    text = entry_page(
        make_entry(
            title=HOSTILE,
            summary=hostile,
            messages=[hostile],
            aliases=[HOSTILE],
            causes=[hostile],
            resolution=[step, {"ask": hostile, "answers": {hostile: [step], "No": [step]}}],
            verify=hostile,
            prevention=hostile,
            escalate={"when": hostile, "collect": [hostile]},
            references=[{"title": HOSTILE, "url": "https://example.com/?a=1&b=<x>"}],
            codes=[{"system": "xero", "code": HOSTILE}],
        )
    )
    html = rendered(text)
    assert "<img" not in html
    assert "<!--" not in html
    assert "onerror=alert(1)&gt;" in html
    assert html.count("<h1") == 1
    heading = html.partition("<h1")[2].partition(">")[2].partition("</h1>")[0]
    assert unescape(heading) == HOSTILE


def test_a_title_is_escaped_in_front_matter_because_themes_print_it_as_it_is() -> None:
    text = entry_page(make_entry(title='"A" </title><b> & `c`: {d}', summary="Say: <b>"))
    meta = yaml.safe_load(text.split("---\n")[1])
    assert meta["title"] == "&quot;A&quot; &lt;/title&gt;&lt;b&gt; &amp; `c`: {d}"
    assert meta["description"] == "Say: &lt;b&gt;"


def test_front_matter_helps_search_and_keeps_macros_off() -> None:
    meta = yaml.safe_load(entry_page(make_entry()).split("---\n")[1])
    assert meta["search"] == {"boost": 2}
    assert meta["render_macros"] is False
    assert meta["description"] == "Somebody mistyped it."


def test_holes_are_blanks_with_their_label() -> None:
    text = entry_page(
        make_entry(
            messages=["Account {account} is gone"],
            values={"account": {"type": "account_code", "label": "account code"}},
            summary="Account **{account}** went.",
        )
    )
    assert 'Account <span class="eb-hole" data-hole="account">account code</span> is gone</code>' in text
    assert '<strong><span class="eb-hole" data-hole="account">account code</span></strong>' in text
    assert '"Account {account code} went."' in text
    assert "{account}" not in text


@pytest.mark.parametrize(
    ("language", "lang", "of_message", "of_label"),
    [
        ("en", "de", ' lang="de"', ' lang="en"'),
        ("en", "en", "", ""),
        ("de", "de", ' lang="de"', ""),
        ("de", "en", "", ' lang="de"'),
    ],
)
def test_what_belongs_in_a_hole_is_marked_where_the_message_has_another_language(
    language: str, lang: str, of_message: str, of_label: str
) -> None:
    entry = make_entry(
        messages=[{"text": "Konto {account} fehlt", "lang": lang}],
        values={"account": {"type": "account_code", "label": "account code"}},
    ).model_copy(update={"language": language})
    hole = f'<span class="eb-hole" data-hole="account"{of_label}>account code</span>'
    assert f'<pre class="eb-message"{of_message}><code>Konto {hole} fehlt</code></pre>' in entry_page(entry)
    index = page(make_catalogue(entry), "errors/index.md")
    assert f'<span class="eb-list__message"{of_message}>Konto {hole} fehlt</span>' in index


def test_the_rest_of_a_long_summary_is_told_with_the_fix_and_as_no_reason() -> None:
    first, rest = f"The payment was {'very ' * 40}large.", "Only its maker can change this."
    text = entry_page(make_entry(summary=f"{first} {rest}")).partition("\n---\n")[2]
    told = (first, "## How to fix it", rest, "## Why it happens")
    places = [text.index(part) for part in told]
    assert places == sorted(places)


def test_an_error_without_text_shows_what_people_say() -> None:
    text = entry_page(make_entry(messages=[], aliases=["stuck payment"]))
    assert "<p>This failure shows no fixed text. People describe it like this:</p>" in text
    assert "<li>stuck payment</li>" in text


def test_a_message_nobody_has_shown_says_so() -> None:
    messages = [{"text": "Too large", "evidence": "inferred"}, {"text": "Problems found", "role": "heading"}]
    text = entry_page(make_entry(messages=messages))
    assert "A likely wording that nobody has shown us yet." in text
    assert "This wording is general. If there is more text beside it, that says more." in text


def test_causes_say_how_likely_they_are_in_words() -> None:
    causes = [
        {"text": "One.", "likelihood": "common", "id": "typing"},
        {"text": "Two.", "likelihood": "rare", "evidence": "inferred"},
        {"text": "Three.", "evidence": "inferred"},
        "Four.",
    ]
    text = entry_page(make_entry(causes=causes))
    note = '<small class="eb-note-inline">'
    assert f'id="cause-typing">One. {note}Common</small></li>' in text
    assert f'id="cause-2">Two. {note}Rare; likely, not confirmed by a source</small></li>' in text
    assert f'id="cause-3">Three. {note}Likely, not confirmed by a source</small></li>' in text
    assert 'id="cause-4">Four.</li>' in text


def test_steps_and_answers_have_stable_anchors() -> None:
    ask = {
        "ask": "Is it right?",
        "answers": {"Yes": ["Skip it."], "No": ["Mend it.", {"do": "Retry.", "id": "retry"}]},
    }
    text = entry_page(make_entry(resolution=["Look.", ask]))
    anchors = [part.split('"')[0] for part in text.split('id="step-')[1:]]
    assert anchors == ["1", "2", "2.1.1", "2.2.1", "retry"]


def test_a_step_says_its_risk_its_sign_and_its_way_back() -> None:
    steps = [
        {"do": "Remove it.", "risk": "irreversible"},
        {"do": "Change it.", "risk": "changes-books", "see": "It moved.", "undo": "Change it back."},
    ]
    text = entry_page(make_entry(resolution=steps))
    assert '<p class="eb-risk eb-risk--irreversible">This cannot be undone.</p>' in text
    assert '<p class="eb-risk eb-risk--changes-books">This changes figures in the books.</p>' in text
    assert "<span>You should see:</span> It moved." in text
    assert "<span>To undo it:</span> Change it back." in text


def test_a_step_says_where_to_click() -> None:
    path = ["Sales & more", "Lock <dates>"]
    ask = {"ask": "Open?", "path": ["Tools"], "answers": {"Yes": ["Close it."], "No": ["Go."]}}
    text = entry_page(make_entry(resolution=[{"do": "Look.", "path": path}, ask]))
    assert (
        '<p class="eb-step__path"><span>Where:</span> <b class="eb-menu">Sales &amp; more</b> → '
        '<b class="eb-menu">Lock &lt;dates&gt;</b></p>'
    ) in text
    assert '<p class="eb-step__ask">Open?</p><p class="eb-step__path"><span>Where:</span> ' in text


def test_links_end_in_html_where_the_site_wants_it() -> None:
    site = SiteInfo(directory_urls=False, where_page="where.md", contact_page="contact.md")
    text = entry_page(make_entry(), site=site)
    targets = [link for link in links(text) if not link.startswith("http")]
    assert "../../index.html" in targets
    assert "../../e/XERO-0001/index.html" in targets
    inside = ("../../", "#not-this-error", "#step-1")
    assert [link for link in targets if not link.endswith((".html", ".md")) and link not in inside] == []


def test_the_permanent_link_is_shown_in_full_where_the_site_knows_its_address() -> None:
    site = SiteInfo(site_url="https://example.com/help/")
    assert ">https://example.com/help/e/XERO-0001/</a>" in entry_page(make_entry(), site=site)
    assert ">e/XERO-0001/</a>" in entry_page(make_entry())


def test_the_day_of_the_last_review_is_written_out() -> None:
    text = entry_page(make_entry(reviewed="2026-11-02", evidence="verified"))
    assert '<p class="eb-grounds">The message: we have seen it ourselves.</p>' in text
    assert '<p class="eb-grounds">The fix: we have tried it.</p>' in text
    assert "<span>Last reviewed on <time" in text
    assert '<time datetime="2026-11-02">2 November 2026</time>' in text


def test_the_same_catalogue_makes_the_same_pages() -> None:
    catalogue = make_catalogue(make_entry(records=["payment"]))
    assert pages.build(catalogue, SITE) == pages.build(catalogue, SITE)


def test_the_wording_of_another_app_is_said_to_be_one() -> None:
    other = {"text": "The payment was refused", "wording_of": "Bill.com"}
    text = entry_page(make_entry(messages=[other]))
    assert "The wording of Bill.com. No source says that it is shown here as well." in text
    assert "It is refused by" in text
    assert "The text comes from" not in text


def test_an_error_without_a_text_names_its_system_and_no_text_of_it() -> None:
    silent = make_entry(messages=[], values={}, examples=[], aliases=["The invoice never arrives"])
    text = entry_page(silent)
    assert "This failure shows no fixed text." in text
    assert "It is a failure of" in text
    assert "The text comes from" not in text


def test_an_outage_leads_to_the_status_page_of_its_system_before_its_steps() -> None:
    systems = {**SYSTEMS, "xero": {**SYSTEMS["xero"], "status_page": "https://status.example.com/?a&b"}}
    words = {"systems": systems}
    outage = make_entry(outage=True, summary="All wait.")
    text = page(make_catalogue(outage, words=words), "errors/xero/payment-too-large.md")
    line = (
        '<p class="eb-status-page">It may be down for everybody: see '
        '<a href="https://status.example.com/?a&amp;b">the status page of Xero</a>.</p>'
    )
    assert text.index("All wait.") < text.index(line) < text.index("## How to fix it")
    for quiet in (make_catalogue(outage), make_catalogue(make_entry(), words=words)):
        assert "status page" not in page(quiet, "errors/xero/payment-too-large.md")


def test_a_template_that_changed_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rendering.refresh()
    assert not rendering.refresh()
    read = rendering._ENVIRONMENT.get_template("entry.md.jinja")
    monkeypatch.setitem(rendering._read, Path(rendering.__file__).parent / "templates/entry.md.jinja", 0)
    assert rendering.refresh()
    assert rendering._ENVIRONMENT.get_template("entry.md.jinja") is not read
