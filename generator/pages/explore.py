"""Explore: every event, filtered by all that is known of it, by a script; without one, the way to the listings."""

from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import urlencode

from generator.model import Event, Page, Timeline
from generator.pages.catalogue import make_catalogue
from generator.pages.explore_data import edition, explore_data
from generator.pages.markdown import Html, element, escape, heading, join, link, make_page
from generator.pages.places import BY_DATE, DISAGREEMENTS, ENTITIES, EXPLORE, SOURCES, href
from generator.settings import Settings

_LONG: Final = 10
"""From so many events on, a list leads to where it can be filtered."""
_LISTINGS = (
    (BY_DATE, "by date"),
    (ENTITIES, "who and what"),
    (SOURCES, "sources"),
    (DISAGREEMENTS, "disagreements"),
)


def explore_pages(timeline: Timeline, settings: Settings) -> Iterable[Page]:
    """The page `explore.md` and its data below `data/explore/`; the theme's template `explore.html` adds the script."""
    index, *pieces = explore_data(make_catalogue(timeline, settings))
    yield make_page(
        EXPLORE,
        "Explore",
        _blocks(),
        description="Find events by kind, name, source, certainty, period and words.",
        searchable=False,
        for_theme={"template": "explore.html", "explore": {"index": f"{index.path}?{edition(index.text)}"}},
    )
    yield index
    yield from pieces


def filter_link(here: str, events: Sequence[Event], name: str, key: str) -> Html:
    """A paragraph with a link to Explore, with that option of that filter chosen; nothing where a list is short."""
    if len(events) < _LONG:
        return Html("")
    address = f"{href(here, EXPLORE)}?{urlencode({name: key})}"
    return element("p", link("Filter these events", address), css="dl-byline")


def _blocks() -> Iterable[Html]:
    yield heading(1, escape("Explore"))
    links = join([link(words, href(EXPLORE, there)) for there, words in _LISTINGS], ", ")
    yield element("p", Html("Every event also stands in the listings: "), links, Html("."), css="dl-numbers")
    needed = "Filtering needs JavaScript, which is switched off here. The listings lead to every event without it."
    yield element("noscript", element("p", escape(needed)))
    yield element("div", attributes={"id": "dl-explore"})
