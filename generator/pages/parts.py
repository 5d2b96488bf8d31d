"""What is too long for one page: its heaviest events, and a page a year of all of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from generator.model import Event, Page
from generator.pages.catalogue import Catalogue, heaviest, listed_on
from generator.pages.markdown import Html, block, element, escape, heading, link, make_page
from generator.pages.moments import list_events
from generator.pages.places import href, part_page
from generator.pages.words import count_words

MOST: Final = 150
"""So many events stand on one page."""
HEAVIEST: Final = 50
"""So many stand there where there are more, and the others a page a year."""

Show = Callable[[Sequence[Event], str], Iterable[Html]]
"""How events are told on the page that is named."""


def tell(whole: str, events: Sequence[Event], show: Show) -> Iterable[Html]:
    """The events on the page `whole`; of many only the heaviest, below links to all of them by year."""
    if len(events) <= MOST:
        yield from show(events, whole)
        return
    items = []
    for year, some in _by_year(events).items():
        number = element("span", escape(f"{len(some):,}"), css="dl-count")
        items.append(element("li", link(year, href(whole, part_page(whole, year))), Html(" "), number))
    yield element("nav", block("ol", *items, css="dl-months"), attributes={"aria-label": "All, by year"})
    yield element("p", escape(f"The {HEAVIEST} that weigh most:"), css="dl-byline")
    yield from show(heaviest(events, HEAVIEST), whole)


def list_on(catalogue: Catalogue) -> Show:
    """Tells events as a list along a time rail."""
    return lambda events, here: [list_events(events, here, catalogue)]


def make_parts(whole: str, title: str, events: Sequence[Event], show: Show) -> Iterable[Page]:
    """The pages of each year of the page `whole`; none where that holds all events."""
    if len(events) <= MOST:
        return
    for year, some in _by_year(events).items():
        here, name = part_page(whole, year), f"{title}, {year}"
        back = element("p", link(f"{title}, all years", href(here, whole)), css="dl-byline")
        blocks = [heading(1, escape(name)), back, *show(some, here)]
        yield make_page(here, name, blocks, description=f"{count_words(len(some), 'event')}.", searchable=False)


def _by_year(events: Sequence[Event]) -> Mapping[str, Sequence[Event]]:
    """The events by the year in which they are listed; those without a date last."""
    groups: dict[str, list[Event]] = {}
    for event in events:
        day = listed_on(event.when)
        groups.setdefault(str(day.year) if day else "undated", []).append(event)
    return dict(sorted(groups.items()))
