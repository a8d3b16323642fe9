"""Pages of ours taken apart at their headings."""

import pytest

from errorbook.site.sections import Section, split


def test_each_heading_comes_with_the_html_below_it() -> None:
    html = '<div class="a">\n<p>One<br>two</p>\n<svg><path d="M0"/><a href="b/"><rect/></a></svg>\n</div>'
    assert split(f"# Why &#40;now&#41;\n\n{html}\n\n## How\n## Then\n\n<p>Three</p>\n\n") == [
        Section("# Why &#40;now&#41;", html),
        Section("## How", ""),
        Section("## Then", "<p>Three</p>"),
    ]


def test_what_stands_above_the_first_heading_has_none() -> None:
    assert split("<nav>Here</nav>\n\n# One\n") == [Section("", "<nav>Here</nav>"), Section("# One", "")]


def test_a_line_in_an_element_is_no_heading() -> None:
    html = "<pre><code>first\n# second\n\n## third</code></pre>"
    assert split(f"# One\n\n{html}\n") == [Section("# One", html)]


@pytest.mark.parametrize(
    "page",
    [
        "",
        "Text alone.\n",
        "<p>No heading</p>\n",
        "Text before\n\n# One\n",
        "# One\n\nA *sentence*.\n",
        "# One\n\n<p>a</p> and more\n\n## Two\n",
        "# One\n\n<div>\n<p>a</p>\n",
        "# One\n\n</div>\n",
        "# One\n\n<p>a</p>\n\n* a list\n",
    ],
)
def test_other_markdown_is_left_to_a_parser(page: str) -> None:
    assert split(page) is None
