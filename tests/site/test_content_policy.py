"""The content policy: hashes of the scripts that are there, hosts that are named, and nothing else."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from builders import build_site, write_errors

from errorbook.site import content_policy


def directive(name: str, *pages: str, endpoint: str = "") -> str:
    policy = content_policy.build(pages, "'self'", endpoint)
    return dict(part.split(" ", 1) for part in policy.split("; "))[name]


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_a_page_that_loads_nothing_from_elsewhere_is_held_to_its_own_site() -> None:
    assert content_policy.build([], "'none'").split("; ") == [
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "media-src 'self'",
        "frame-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]


def test_a_script_in_a_page_is_allowed_by_its_hash_once() -> None:
    script = "\n a > 'ü' "
    page = f"<script>{script}</script><p>text</p>"
    assert directive("script-src", page, page) == f"'self' {digest(script)}"


def test_data_needs_no_hash_and_modules_do() -> None:
    page = '<script type="application/ld+json">{}</script><script id=x type=module>m</script>'
    assert directive("script-src", page) == f"'self' {digest('m')}"


@pytest.mark.parametrize(
    ("html", "name", "origin"),
    [
        (
            '<script data-x="a>b" src="https://cdn.example/a.js"></script>',
            "script-src",
            "https://cdn.example",
        ),
        ("<link rel=stylesheet href=//cdn.example/a.css>", "style-src", "https://cdn.example"),
        ('<img alt="a>b" src="http://img.example:81/a.png">', "img-src", "http://img.example:81"),
        ('<iframe src="https://video.example/1"></iframe>', "frame-src", "https://video.example"),
        (
            '<link href="https://fonts.googleapis.com/css" rel="stylesheet">',
            "font-src",
            "https://fonts.gstatic.com",
        ),
        ('<a data-md-component="source" href="https://x.example">', "connect-src", "https://api.github.com"),
    ],
)
def test_what_a_page_loads_from_elsewhere_is_allowed(html: str, name: str, origin: str) -> None:
    assert origin in directive(name, html).split()


def test_links_and_escaped_texts_allow_nothing() -> None:
    page = (
        '<a href="https://other.example/">x</a><link rel="canonical" href="https://other.example/">'
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><script src=a.js></script>"
    )
    assert content_policy.build([page], "'self'") == content_policy.build([], "'self'")


def test_answers_may_be_sent_where_the_site_says() -> None:
    assert directive("connect-src", endpoint="https://api.example/x?y") == "'self' https://api.example"
    assert directive("connect-src", endpoint="/feedback") == "'self'"


def test_a_build_writes_the_policy_of_its_pages(tmp_path: Path) -> None:
    write_errors(tmp_path / "errors", payment_too_large={})
    framer = "'self' https://*.zendesk.com"
    site = build_site(tmp_path, {"redirect_files": ["netlify", "nginx", "apache"], "frame_ancestors": framer})
    names = ("_headers", "headers.nginx.conf", ".htaccess")
    texts = "\n".join((site / name).read_text("utf-8") for name in names)
    policies = re.findall(r"Content-Security-Policy:? \"?([^\"\n]+)", texts)
    assert len(policies) == 3
    (policy,) = set(policies)
    assert policy.endswith(f"frame-ancestors {framer}")
    for page in site.rglob("*.html"):
        for script in re.findall(r"<script>(.+?)</script>", page.read_text("utf-8"), re.DOTALL):
            assert digest(script) in policy, page
