"""Redirects in the words of web servers: right below a path, keeping queries, in any case."""

import re

from builders import make_catalogue, make_entry

from errorbook import host_files, redirects
from errorbook.host_files import Host
from errorbook.site_info import SiteInfo


def built(host: Host, site: SiteInfo | None = None) -> str:
    here = site or SiteInfo()
    catalogue = make_catalogue(make_entry(former_slugs=["old-name"]))
    (file,) = host_files.build([host], redirects.plan(catalogue, here), here)
    return f"{file.uri}\n{file.content}"


def test_netlify_and_its_like_read_one_line_each() -> None:
    assert (
        built("netlify")
        == """\
_redirects
/e/XERO-0001/ /errors/xero/payment-too-large/ 301
/e/XERO-0001 /errors/xero/payment-too-large/ 301
/e/xero-0001/ /errors/xero/payment-too-large/ 301
/e/xero-0001 /errors/xero/payment-too-large/ 301
/errors/xero/old-name/ /errors/xero/payment-too-large/ 301
/errors/xero/old-name /errors/xero/payment-too-large/ 301
"""
    )


def test_nginx_keeps_the_query() -> None:
    lines = built("nginx").splitlines()
    assert lines[0] == "redirects.nginx.conf"
    assert lines[1] == "# In server { }: include redirects.nginx.conf;"
    target = '"/errors/xero/payment-too-large/$is_args$args"'
    assert lines[2] == f'location = "/e/XERO-0001/" {{ return 301 {target}; }}'
    assert len(lines) == 8


def test_apache_takes_ids_in_any_case_once() -> None:
    assert (
        built("apache")
        == """\
.htaccess
RedirectMatch 301 "(?i)^/e/xero\\-0001/?$" "/errors/xero/payment-too-large/"
RedirectMatch 301 "(?i)^/errors/xero/old\\-name/?$" "/errors/xero/payment-too-large/"
"""
    )
    pattern = re.compile(r"(?i)^/e/xero\-0001/?$")
    assert pattern.search("/e/Xero-0001")
    assert not pattern.search("/e/XERO-00011/")


def test_a_site_below_a_path_of_its_host_says_so() -> None:
    site = SiteInfo(site_url="https://example.com/help/", directory_urls=False)
    line = "/help/e/XERO-0001/index.html /help/errors/xero/payment-too-large.html 301"
    assert line in built("netlify", site).splitlines()


def test_no_file_is_written_unless_asked_for() -> None:
    assert host_files.build([], [], SiteInfo()) == []
