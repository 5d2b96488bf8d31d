"""The listings by date: all of a small timeline, and what weighs most of a large one."""

from dataclasses import replace

import pytest

from generator.dates.when import month
from generator.pages.listings import BY_DATE_LENGTH, MONTH_LENGTH, listing_pages

from .reading import Reading, read
from .sample import EVENTS, SETTINGS, TIMELINE


def _pages(years: int, each: int) -> dict[str, Reading]:
    """The listings of so many years from 1990 on with so many events in each June, later ones heavier."""
    events = [
        replace(EVENTS[0], id=f"e{of_year}-{number}", when=month(of_year, 6), weight=float(number))
        for of_year in range(1990, 1990 + years)
        for number in range(each)
    ]
    return {page.path: read(page.text) for page in listing_pages(replace(TIMELINE, events=tuple(events)), SETTINGS)}


def _events(page: Reading) -> list[str]:
    return [address.split("/")[2] for address in page.values("href") if "/events/" in address]


def test_by_date_tells_every_event_of_a_small_timeline() -> None:
    page = _pages(years=3, each=5)["years/index.md"]
    assert _events(page) == [f"e{of_year}-{number}" for of_year in (1990, 1991, 1992) for number in range(5)]
    assert "All 5 events" not in page.text


@pytest.mark.parametrize(("years", "told"), [(3, 50), (10, 15), (100, 3)])
def test_by_date_tells_the_heaviest_of_each_year_and_leads_to_the_rest(years: int, told: int) -> None:
    page = _pages(years, each=60)["years/index.md"]
    assert len(_events(page)) == years * told
    assert years * told <= max(BY_DATE_LENGTH, 3 * years)
    assert _events(page)[:told] == [f"e1990-{number}" for number in range(60 - told, 60)]
    assert "All 60 events of 1990" in page.text
    assert ("#1990" in page.values("href")) == (years > 4)


def test_what_a_listing_jumps_to_is_there() -> None:
    events = tuple(replace(EVENTS[0], id=f"e{of_year}", when=month(of_year, 6)) for of_year in range(1990, 2000))
    pages = {page.path: page.text for page in listing_pages(replace(TIMELINE, events=events), SETTINGS)}
    for of_year in range(1990, 2000):
        assert f'href="#{of_year}"' in pages["years/index.md"]
        assert f"{{ #{of_year} }}\n" in pages["years/index.md"]


def test_a_year_tells_the_heaviest_of_each_month_and_the_month_all() -> None:
    pages = _pages(years=1, each=MONTH_LENGTH + 1)
    assert len(_events(pages["years/1990.md"])) == MONTH_LENGTH
    assert f"All {MONTH_LENGTH + 1} events of June 1990" in pages["years/1990.md"].text
    assert len(_events(pages["months/1990-06.md"])) == MONTH_LENGTH + 1
