"""Web addresses: what is one, and that none has a name or a password."""

import re
from urllib.parse import urlsplit

import pytest
from pydantic import TypeAdapter, ValidationError

from errorbook.catalogue.value_types import Url
from errorbook.common import addresses
from errorbook.site import option_shapes

SOUND = [
    "https://example.com",
    "http://127.0.0.1:8000/",
    "https://help.example.com/hc/en-us?a=b#c",
    "https://example.com/@me?to=a@example.com#a@b",
    "https://example.com?a@b",
    "https://bücher.example/käse",
    "https://例え.example",
    "https://xn--bcher-kva.example",
    "https://my_shop.example",
]
UNSOUND = [
    "https://name:word@example.com/",
    "https://xero.com@evil.example/",
    "https://@example.com/",
    "https://a.example\\@evil.example/",
    "https:///name@example.com/",
    "https:/\\name@example.com/",
    "https://a.example:word@evil.example/",
    "https://a.example\uff20evil.example/",
    "https://a.example\uff0fx@evil.example/",
    "https://[a/",
    "https://example.com:99999999/",
    "https://exa\u200bmple.com/",
    "https://",
    "https:///",
    "https://a b/",
    "ftp://example.com/",
    "//example.com/",
    "javascript:alert(1)",
]


@pytest.mark.parametrize("address", SOUND)
def test_an_address_is_taken_at_every_place(address: str) -> None:
    assert TypeAdapter(Url).validate_python(address) == address
    for shape in (option_shapes.WEB_ADDRESS, option_shapes.REPOSITORY, option_shapes.ENDPOINT):
        assert shape.fits(address)
    assert addresses.with_login(f"See {address}") == ""


@pytest.mark.parametrize("address", UNSOUND)
def test_what_is_none_or_hides_whose_it_is_is_refused_at_every_place(address: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Url).validate_python(address)
    assert not option_shapes.WEB_ADDRESS.fits(address)
    assert not option_shapes.ENDPOINT.fits(address)
    if address.startswith("http"):
        assert not option_shapes.REPOSITORY.fits(address)


def test_a_host_has_no_sign_that_normalising_makes_another_of() -> None:
    for code in range(0xA1, 0xD800):
        address = f"https://a{chr(code)}b.example/"
        if re.fullmatch(addresses.WEB, address):
            assert urlsplit(address).hostname


@pytest.mark.parametrize("path", ["//evil.example/x", "/\\evil.example/x", "/ a"])
def test_a_path_of_this_site_leads_to_no_other(path: str) -> None:
    assert not option_shapes.ENDPOINT.fits(path)
    assert option_shapes.ENDPOINT.fits("/answers")
    assert option_shapes.ENDPOINT.fits("/")


def test_a_repository_may_be_reached_in_another_way() -> None:
    assert option_shapes.REPOSITORY.fits("ssh://git@example.com/shop/help")
    assert not option_shapes.REPOSITORY.fits("https://token@example.com/shop/help")
    assert not option_shapes.REPOSITORY.fits("git@example.com:shop/help")


def test_the_words_of_a_reply_name_no_login() -> None:
    assert option_shapes.WORDS.fits("Hello,\nsee https://example.com/@me or write to a@example.com")
    assert not option_shapes.WORDS.fits("Hello,\nsee https://xero.com@evil.example/")


def test_a_password_that_was_made_unreadable_is_none() -> None:
    assert addresses.PASSWORD.search("fatal: https://me:hunter2@example.com/")
    for hidden in (
        "https://me:***@example.com/",
        "https://me:<token>@example.com/",
        "https://me@example.com/",
    ):
        assert not addresses.PASSWORD.search(hidden)
