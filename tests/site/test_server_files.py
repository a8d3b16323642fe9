"""Redirects and headers in the words of web servers: below a path, keeping queries, in any case."""

from collections.abc import Sequence

from builders import make_catalogue, make_entry

from errorbook.site import redirects, server_files
from errorbook.site.redirects import Redirect
from errorbook.site.server_files import Host
from errorbook.site.site_info import SiteInfo

POLICY = "default-src 'self'"
ODD = [Redirect("old guides/über/", "new guides/höher & mehr/")]
URIS = [
    "index.html",
    "assets/errorbook/embed.js",
    "assets/errorbook/cards/A.0123abcd.js",
    "assets/x.0123abcd.css",
]


def built(host: Host, site: SiteInfo | None = None, plan: Sequence[Redirect] = ()) -> dict[str, str]:
    here = site or SiteInfo()
    catalogue = make_catalogue(make_entry(former_slugs=["old-name"]))
    files = server_files.build([host], plan or redirects.plan(catalogue, here), here, POLICY, URIS)
    return {file.uri: file.content for file in files}


def test_netlify_and_its_like_read_one_line_each() -> None:
    assert (
        built("netlify")["_redirects"]
        == """\
/e/XERO-0001/ /errors/xero/payment-too-large/ 301
/e/XERO-0001 /errors/xero/payment-too-large/ 301
/e/xero-0001/ /errors/xero/payment-too-large/ 301
/e/xero-0001 /errors/xero/payment-too-large/ 301
/errors/xero/old-name/ /errors/xero/payment-too-large/ 301
/errors/xero/old-name /errors/xero/payment-too-large/ 301
"""
    )


def test_netlify_and_its_like_get_each_header_once_for_a_path() -> None:
    assert (
        built("netlify")["_headers"]
        == """\
/*
  Content-Security-Policy: default-src 'self'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
/api/*
  Access-Control-Allow-Origin: *
/assets/errorbook/cards/*
  Cache-Control: public, max-age=31536000, immutable
/assets/x.0123abcd.css
  Cache-Control: public, max-age=31536000, immutable
"""
    )


def test_nginx_keeps_the_query_and_takes_ids_in_any_case() -> None:
    target = '"/errors/xero/payment-too-large/$is_args$args"'
    lines = built("nginx")["redirects.nginx.conf"].splitlines()
    assert lines[0] == "# In server { }: include redirects.nginx.conf;"
    assert lines[1] == f'location = "/e/XERO-0001/" {{ return 301 {target}; }}'
    assert lines[7:] == [
        'location "/e/" {',
        f'  location ~* "^/e/xero-0001/?$" {{ return 301 {target}; }}',
        "}",
    ]


def test_the_folder_of_permalinks_is_the_sites() -> None:
    site = SiteInfo(directory_urls=False)
    assert site.permalink("XERO-0001").startswith(server_files.PERMALINKS)


def test_apache_takes_ids_in_any_case_once() -> None:
    lines = built("apache")[".htaccess"].splitlines()
    assert lines[:2] == [
        'RedirectMatch 301 "(?i)^/e/xero-0001/?$" "/errors/xero/payment-too-large/"',
        'RedirectMatch 301 "(?i)^/errors/xero/old-name/?$" "/errors/xero/payment-too-large/"',
    ]


def test_servers_compare_decoded_paths_and_send_encoded_ones() -> None:
    encoded = "/new%20guides/h%C3%B6her%20%26%20mehr/"
    nginx = built("nginx", plan=ODD)["redirects.nginx.conf"]
    assert f'location = "/old guides/über/" {{ return 301 "{encoded}$is_args$args"; }}' in nginx
    # Apache encodes the target.
    expected = 'RedirectMatch 301 "(?i)^/old guides/über/?$" "/new guides/höher & mehr/"\n'
    assert expected in built("apache", plan=ODD)[".htaccess"]
    assert f"/old%20guides/%C3%BCber/ {encoded} 301\n" in built("netlify", plan=ODD)["_redirects"]


def test_a_path_cannot_end_a_text_or_a_pattern() -> None:
    plan = [Redirect('a"b\\c.d/', "x/")]
    assert 'location = "/a\\"b\\\\c.d/" {' in built("nginx", plan=plan)["redirects.nginx.conf"]
    assert '"(?i)^/a\\"b\\\\\\\\c\\\\.d/?$"' in built("apache", plan=plan)[".htaccess"]


def test_a_site_below_a_path_of_its_host_says_so() -> None:
    site = SiteInfo(site_url="https://example.com/help/", directory_urls=False)
    line = "/help/e/XERO-0001/index.html /help/errors/xero/payment-too-large.html 301"
    assert line in built("netlify", site)["_redirects"].splitlines()
    assert "/help/api/*\n" in built("netlify", site)["_headers"]
    assert 'error_page 404 "/help/404.html";' in built("nginx", site)["headers.nginx.conf"]
    assert "ErrorDocument 404 /help/404.html" in built("apache", site)[".htaccess"]


def test_a_site_url_that_is_encoded_is_not_encoded_twice() -> None:
    site = SiteInfo(site_url="https://example.com/my%20help/")
    assert "/my%20help/e/XERO-0001/ " in built("netlify", site)["_redirects"]
    assert 'location = "/my help/e/XERO-0001/"' in built("nginx", site)["redirects.nginx.conf"]


def test_no_file_is_written_unless_asked_for() -> None:
    assert server_files.build([], [], SiteInfo(), POLICY) == []
