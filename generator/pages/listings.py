"""Events by year, by month, and those without any date."""

from collections.abc import Iterable, Sequence
from typing import Final

from generator.model import Event, Page, Timeline
from generator.pages.catalogue import Catalogue, heaviest, listed_month, make_catalogue
from generator.pages.markdown import Html, block, element, escape, heading, join, link, make_page
from generator.pages.moments import list_events
from generator.pages.places import BY_DATE, PAPER, UNDATED, href, month_page, year_page
from generator.pages.words import count_words
from generator.settings import Settings

MONTH_LENGTH: Final = 25
"""How many events of a month the listing of its year shows."""
BY_DATE_LENGTH: Final = 150
"""How many events the list of years shows, shared out among them."""
YEAR_LEAST: Final = 3
"""How many events of a year it shows at least."""
FEW_YEARS: Final = 4
"""So many years need no list of their own to jump to one."""


def listing_pages(timeline: Timeline, settings: Settings) -> Iterable[Page]:
    """What weighs most of all years, one page a year and one a month that has events, and one of undated events."""
    catalogue = make_catalogue(timeline, settings)
    yield _years(catalogue)
    for year, events in catalogue.by_year.items():
        yield _year(year, events, catalogue)
    for (year, month), events in catalogue.by_month.items():
        yield _month(year, month, events, catalogue)
    if catalogue.undated:
        yield _undated(catalogue)


def _years(catalogue: Catalogue) -> Page:
    blocks = [heading(1, escape("By date"))]
    if not catalogue.timeline.events:
        blocks.append(escape("There are no events yet."))
    else:
        blocks += _all_years(catalogue)
        blocks.append(element("p", _link(BY_DATE, PAPER, "The chronology for paper"), css="dl-more"))
    return make_page(BY_DATE, "By date", blocks, description="All events by year and month.", searchable=False)


def _all_years(catalogue: Catalogue) -> Iterable[Html]:
    """Each year with its months and its heaviest events, the fewer the more years there are; then the undated ones."""
    years = sorted(catalogue.by_year)
    if len(years) > FEW_YEARS:
        yield _jumps(years)
    most = max(YEAR_LEAST, BY_DATE_LENGTH // max(1, len(years)))
    for year in years:
        events = catalogue.by_year[year]
        total = element("span", escape(count_words(len(events), "event")), css="dl-count")
        yield heading(2, join([_link(BY_DATE, year_page(year), str(year)), total], " "), anchor=str(year))
        yield from _month_links(BY_DATE, year, catalogue)
        yield from _list_heaviest(events, most, BY_DATE, (year_page(year), f"of {year}"), catalogue)
    if catalogue.undated:
        words = f"{count_words(len(catalogue.undated), 'event')} without any date"
        yield heading(2, _link(BY_DATE, UNDATED, words[:1].upper() + words[1:]))
        yield from _list_heaviest(catalogue.undated, most, BY_DATE, (UNDATED, "without any date"), catalogue)


def _jumps(years: Sequence[int]) -> Html:
    items = [element("li", link(str(year), f"#{year}")) for year in years]
    return element("nav", block("ol", *items, css="dl-months"), attributes={"aria-label": "Years"}, css="dl-jumps")


def _list_heaviest(
    events: Sequence[Event], most: int, here: str, there: tuple[str, str], catalogue: Catalogue
) -> Iterable[Html]:
    """The events, or only the heaviest where they are many, with a link to all, `there`, and what they are of."""
    yield list_events(heaviest(events, most), here, catalogue)
    if len(events) > most:
        page, which = there
        yield element("p", _link(here, page, f"All {count_words(len(events), 'event')} {which}"), css="dl-more")


def _link(here: str, there: str, words: str) -> Html:
    return link(words, href(here, there))


def _month_links(here: str, year: int, catalogue: Catalogue) -> list[Html]:
    months = sorted(month for of_year, month in catalogue.by_month if of_year == year)
    if not months:
        return []
    items = []
    for month in months:
        number = element("span", escape(str(len(catalogue.by_month[year, month]))), css="dl-count")
        items.append(element("li", _link(here, month_page(year, month), catalogue.month(month)), Html(" "), number))
    return [block("ol", *items, css="dl-months")]


def _year(year: int, events: Sequence[Event], catalogue: Catalogue) -> Page:
    here = year_page(year)
    blocks = [heading(1, escape(str(year))), *_month_links(here, year, catalogue)]
    coarse = [event for event in events if listed_month(event.when) is None]
    if coarse:
        blocks.append(list_events(coarse, here, catalogue))
    for month in range(1, 13):
        blocks += _month_of_year(here, year, month, catalogue)
    blocks.append(_around(here, sorted(catalogue.by_year), year))
    description = f"{count_words(len(events), 'event')} in {year}. {catalogue.timeline.title}."
    return make_page(here, str(year), blocks, description=description, searchable=False)


def _month_of_year(here: str, year: int, month: int, catalogue: Catalogue) -> Iterable[Html]:
    """A month's events, or only its heaviest where they are many."""
    events = catalogue.by_month.get((year, month), ())
    if not events:
        return
    yield heading(2, escape(catalogue.month(month)))
    there = month_page(year, month), f"of {catalogue.month(month)} {year}"
    yield from _list_heaviest(events, MONTH_LENGTH, here, there, catalogue)


def _around(here: str, years: Sequence[int], year: int) -> Html:
    place = years.index(year)
    links = [_link(here, year_page(other), str(other)) for other in (*years[:place][-1:], *years[place + 1 :][:1])]
    return element("nav", *links, attributes={"aria-label": "Other years"}, css="dl-around") if links else Html("")


def _month(year: int, month: int, events: Sequence[Event], catalogue: Catalogue) -> Page:
    here, title = month_page(year, month), f"{catalogue.month(month)} {year}"
    whole_year = _link(here, year_page(year), f"All of {year}")
    blocks = [
        heading(1, escape(title)),
        element("p", whole_year, css="dl-byline"),
        list_events(events, here, catalogue),
        _around_month(here, (year, month), catalogue),
    ]
    description = f"{count_words(len(events), 'event')} in {title}. {catalogue.timeline.title}."
    return make_page(here, title, blocks, description=description, searchable=False)


def _around_month(here: str, this: tuple[int, int], catalogue: Catalogue) -> Html:
    months = sorted(catalogue.by_month)
    place = months.index(this)
    others = (*months[:place][-1:], *months[place + 1 :][:1])
    links = [_link(here, month_page(year, month), f"{catalogue.month(month)} {year}") for year, month in others]
    return element("nav", *links, attributes={"aria-label": "Other months"}, css="dl-around") if links else Html("")


def _undated(catalogue: Catalogue) -> Page:
    words = "No source says when these happened, and nothing bounds them. They are not given a date by guess."
    blocks = [
        heading(1, escape("Without a date")),
        element("p", escape(words), css="dl-lede"),
        list_events(catalogue.undated, UNDATED, catalogue),
    ]
    return make_page(UNDATED, "Without a date", blocks, description="Events that no source dates.", searchable=False)
