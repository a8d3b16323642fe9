"""Code, tables and boxes below steps and causes: the same on pages, in replies, Markdown and terminals."""

from __future__ import annotations

import re
from html import unescape

import pytest
from builders import make_catalogue, make_entry
from made_pages import entry_page, rendered

from errorbook.catalogue.model import Catalogue, Entry
from errorbook.cli import terminal
from errorbook.indexing import match_index
from errorbook.matching import Matcher
from errorbook.replies.marks import Marks
from errorbook.replies.wording import Material, reply_blocks
from errorbook.replies.writing import html_text, plain_text
from errorbook.site import cards, markdown_pages
from errorbook.site.site_info import SiteInfo

SITE = SiteInfo(name="Help")
MORE = """\
```ini
<b> = "{limit}"

  ```` # no heading {{x}}
```
| Size | What |
|---|---|
| a \\| b | **{limit}** & <i> |

!!! warning
    It *starts* again, see [this](https://example.com/a).
"""


CODE = '<b> = "{limit}"\n\n  ```` # no heading {x}'


@pytest.fixture
def entry() -> Entry:
    return make_entry(
        messages=["The limit of {limit} MB is reached"],
        values={"limit": {"type": "number", "label": "the limit"}},
        causes=[{"text": "It is full.", "more": MORE}],
        resolution=[{"do": "Set it in Xero.", "more": MORE}],
        examples=["The limit of 50 MB is reached"],
    )


@pytest.fixture
def known(entry: Entry) -> Catalogue:
    return make_catalogue(entry)


def test_a_page_shows_code_as_it_is_and_escapes_every_text(entry: Entry) -> None:
    page = rendered(entry_page(entry))
    assert page.count('<pre class="eb-code">') == page.count('<table class="eb-table">') == 2
    (code, _) = re.findall(r'<pre class="eb-code"><code>(.*?)</code></pre>', page, re.DOTALL)
    assert unescape(re.sub(r"<span[^>]*>(.*?)</span>", r"{limit}", code)) == CODE
    assert '<th scope="col">Size</th>' in page
    assert "<td>a | b</td>" in page
    assert "&amp; &lt;i&gt;</td>" in page
    assert (
        '<p class="eb-note eb-note--warning"><strong>Warning:</strong> It *starts* again, see <a href='
        in page
    )
    assert not re.search(r"<(?:b|i)>", page)


def test_markdown_keeps_code_in_a_fence_that_it_does_not_have_itself(known: Catalogue, entry: Entry) -> None:
    card = cards.build(known, SITE)[entry.id]
    text = markdown_pages.entry_text(entry, card, known.vocabulary, SITE)
    inner = CODE.replace("{limit}", "{the limit}")
    fenced = "\n".join(("`````ini", *inner.split("\n"), "`````"))
    for indent in ("   ", "  "):
        assert "\n".join(indent + line if line else "" for line in fenced.split("\n")) in text
    assert "   | a \\| b | **{the limit}** & \\<i> |\n" in text
    assert "   > **Warning:** It *starts* again, see [this](https://example.com/a).\n" in text


def test_a_reply_keeps_the_lines_of_code(known: Catalogue, entry: Entry) -> None:
    blocks = reply_blocks(Material(cards.build(known, SITE)[entry.id], "https://example.com/e/", {}))
    lines = ['<b> = "[the limit]"', "", "  ```` # no heading {x}"]
    assert "\n".join(f"       {line}" for line in lines) in plain_text(blocks, Marks(str))
    told = html_text(blocks, Marks(str))
    assert "<pre>&lt;b&gt; = &quot;[the limit]&quot;<br><br>  ```` # no heading {x}</pre>" in told
    assert "<br>a | b | [the limit] &amp; &lt;i&gt;<br>Warning: It *starts* again" in told


def test_a_terminal_shows_it_with_the_values_of_the_paste(known: Catalogue, entry: Entry) -> None:
    result = Matcher(match_index.build(known)).match(entry.examples[0].paste)
    shown = terminal.show(result, (), known, {entry.id: "https://example.com/e/"})
    assert '      <b> = "50"\n      \n        ```` # no heading {x}\n' in shown
    assert "a | b | 50 & <i>\n" in shown
    assert "Warning: It *starts* again, see this.\n" in shown
