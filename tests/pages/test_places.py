"""Where pages stand and how they lead to each other."""

import pytest

from generator.pages.places import event_page, href, kind_page, month_page, source_page, year_page


@pytest.mark.parametrize(
    ("here", "there", "address"),
    [
        ("index.md", "events/a.md", "events/a/"),
        ("index.md", "index.md", "./"),
        ("events/a.md", "index.md", "../../"),
        ("events/a.md", "events/b.md", "../b/"),
        ("events/a.md", "events/a.md", "./"),
        ("events/a.md", "sources/index.md", "../../sources/"),
        ("sources/index.md", "sources/a.md", "a/"),
        ("undated.md", "kinds/x.md", "../kinds/x/"),
        ("index.md", "entities/深.md", "entities/%E6%B7%B1/"),
    ],
)
def test_a_page_reaches_another_by_a_relative_address(here: str, there: str, address: str) -> None:
    assert href(here, there) == address


def test_an_anchor_follows_the_address() -> None:
    assert href("a.md", "b.md", "facts") == "../b/#facts"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (event_page("nvidia-falls-1a2b"), "events/nvidia-falls-1a2b.md"),
        (source_page("index"), "sources/index_.md"),
        (source_page("README"), "sources/README_.md"),
        (kind_page("Product launch / test"), "kinds/Product-launch-test.md"),
        (kind_page("../../x"), "kinds/x.md"),
        (kind_page("…"), "kinds/-.md"),
        (year_page(98), "years/0098.md"),
        (month_page(2025, 1), "months/2025-01.md"),
    ],
)
def test_a_page_stands_where_mkdocs_gives_it_an_address_of_its_own(path: str, expected: str) -> None:
    assert path == expected
