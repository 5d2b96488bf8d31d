"""The chronology for paper: every event in order with numbers that lead to its sources, whose addresses stand below.

One page holds all; where that would be too long to be of use, there is one page a year, each with its own sources.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from generator.model import Event, Modality, Page, Timeline
from generator.pages.catalogue import Catalogue, make_catalogue, reporting
from generator.pages.markdown import Html, block, element, escape, heading, join, link, make_page, web_address
from generator.pages.moments import show_time
from generator.pages.places import PAPER, href, paper_page
from generator.pages.words import MODALITY, count_words
from generator.settings import Settings

TITLE: Final = "For paper"
MOST: Final = 500
"""So many events stand on one page, some 40 sheets."""


def paper_pages(timeline: Timeline, settings: Settings) -> Iterable[Page]:
    """The chronology at `paper/`, or one a year at `paper/<year>/` with a list of them."""
    catalogue = make_catalogue(timeline, settings)
    title = f"{timeline.title}: chronology"
    blocks = [heading(1, escape(title))]
    if len(timeline.events) <= MOST:
        yield make_page(PAPER, TITLE, [*blocks, *_chronology(timeline.events, catalogue)], searchable=False)
        return
    parts = {paper_page(str(year)): (str(year), events) for year, events in sorted(catalogue.by_year.items())}
    if catalogue.undated:
        parts[paper_page("undated")] = ("Without a date", catalogue.undated)
    for here, (name, events) in parts.items():
        named = heading(1, escape(f"{title}, {name[:1].lower()}{name[1:]}"))
        yield make_page(here, f"{TITLE}: {name}", [named, *_chronology(events, catalogue)], searchable=False)
    items = [
        element("li", link(name, href(PAPER, there)), Html(" "), escape(count_words(len(events), "event")))
        for there, (name, events) in parts.items()
    ]
    yield make_page(PAPER, TITLE, [*blocks, block("ul", *items, css="dl-months")], searchable=False)


def _chronology(events: Sequence[Event], catalogue: Catalogue) -> Iterable[Html]:
    """The events, then the sources by the numbers that the events give."""
    if not events:
        yield escape("There are no events yet.")
        return
    numbers = {article: number for number, article in enumerate(_sources(events), 1)}
    yield block("ol", *(_entry(event, numbers, catalogue) for event in events), css="dl-chronology")
    yield heading(2, escape("Sources"))
    notes = [_source(article, number, catalogue) for article, number in numbers.items()]
    yield block("ol", *notes, css="dl-footnotes")


def _sources(events: Iterable[Event]) -> Iterable[str]:
    """The ids of all articles that report the events, each once, in the order in which they are first needed."""
    return dict.fromkeys(article for event in events for article in reporting(event))


def _entry(event: Event, numbers: dict[str, int], catalogue: Catalogue) -> Html:
    told = [element("strong", show_time(event.when, catalogue)), Html(" "), element("span", escape(event.headline))]
    remarks = [] if event.modality is Modality.HAPPENED else [MODALITY[event.modality].lower()]
    remarks += ["the sources disagree"] if event.disagreements else []
    if remarks:
        told += [Html(" "), escape(f"({', '.join(remarks)})")]
    notes = [link(str(numbers[article]), f"#source-{numbers[article]}") for article in reporting(event)]
    if not notes:
        return element("li", *told)
    return element("li", *told, Html(" "), element("span", Html("["), join(notes, ", "), Html("]"), css="dl-notes"))


def _source(article: str, number: int, catalogue: Catalogue) -> Html:
    known = catalogue.articles[article]
    named = [element("cite", escape(catalogue.title(article)))]
    named += [escape(name) for name in (known.publisher, known.author) if name]
    named.append(show_time(catalogue.publication(article).when, catalogue))
    address = web_address(known.url)
    named.append(element("span", escape(address or "address not known"), css="dl-address"))
    return element("li", join(named, ", "), attributes={"id": f"source-{number}"})
