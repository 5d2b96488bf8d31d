"""One address in its many dresses."""

import pytest

from generator.articles.sameness import bare_address


@pytest.mark.parametrize(
    "url",
    [
        "http://a.example/x",
        "https://www.a.example/x/",
        "https://A.example/x#top",
        "https://a.example:443/x?utm_source=mail&UTM_medium=x&fbclid=1&gclid=2",
    ],
)
def test_an_address_is_told_without_what_does_not_tell_pages_apart(url: str) -> None:
    assert bare_address(url) == bare_address("https://a.example/x")


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/X",
        "https://a.example/x?id=1",
        "https://b.example/x",
        "https://a.example:8080/x",
        "https://[x",
    ],
)
def test_what_tells_pages_apart_is_kept(url: str) -> None:
    assert bare_address(url) != bare_address("https://a.example/x")
