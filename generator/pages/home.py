"""The home page: what the timeline is about, the overview, the story in short, what is new, what is in dispute."""

from collections.abc import Iterable, Sequence
from typing import Final

from generator.dates.when import day
from generator.model import Claim, Event, Modality, Page, Timeline
from generator.pages.catalogue import Catalogue, heaviest, make_catalogue
from generator.pages.changes import find_news, list_news
from generator.pages.markdown import Html, block, element, escape, heading, join, link, make_page
from generator.pages.moments import list_events, newest_first
from generator.pages.overview import draw_for_phones, draw_overview
from generator.pages.places import BY_DATE, CHANGES, DISAGREEMENTS, HOME, SOURCES, UNDATED, event_page, href
from generator.pages.words import about_words, count_words
from generator.settings import Settings

STORY_LENGTH: Final = 12
OPENING_LENGTH: Final = 3
NEWEST_LENGTH: Final = 6
DISPUTES_LENGTH: Final = 10


def home_page(timeline: Timeline, settings: Settings) -> Iterable[Page]:
    """The home page, `index.md`."""
    catalogue = make_catalogue(timeline, settings)
    title = settings.site.title or timeline.title
    description = settings.site.description
    counted = f"{count_words(len(timeline.events), 'event')} from {count_words(len(timeline.articles), 'article')}."
    yield make_page(HOME, title, _blocks(title, description, catalogue), description=description or counted)


def _blocks(title: str, description: str, catalogue: Catalogue) -> Iterable[Html]:
    events = catalogue.timeline.events
    yield heading(1, escape(title))
    if description:
        yield element("p", escape(description), css="dl-lede")
    if not events:
        yield escape("There are no events yet: add articles to the corpus and generate the site again.")
        return
    yield _numbers(catalogue)
    yield draw_overview(events, HOME, catalogue)
    story = heaviest(events, STORY_LENGTH)
    yield heading(2, escape("The story in short" if len(story) < len(events) else "The story"))
    opening = _opening(story)
    yield list_events(story[:opening], HOME, catalogue, quotes=True)
    yield draw_for_phones(events, HOME, catalogue)
    if story[opening:]:
        yield list_events(story[opening:], HOME, catalogue, quotes=True)
    newest = [event for event in newest_first(events) if event.modality is Modality.HAPPENED and event not in story]
    if newest:
        yield heading(2, escape("Latest"))
        yield list_events(newest[:NEWEST_LENGTH], HOME, catalogue)
    yield from _news(catalogue)
    yield from _disputes(catalogue)


def _opening(story: Sequence[Event]) -> int:
    """How many events of the story come before the overview on phones: the first, to the end of their moment."""
    ends = [place for place in range(1, len(story)) if story[place].when != story[place - 1].when]
    return next((end for end in ends if end >= OPENING_LENGTH), len(story))


def _news(catalogue: Catalogue) -> Iterable[Html]:
    """What this site last added or changed; of what was never changed, only when it was published."""
    news = find_news(catalogue.timeline)
    if not news:
        return
    yield heading(2, escape("New on this site"))
    more = element("p", _link(CHANGES, "What changed, day by day"), css="dl-more")
    if news[0].on == news[-1].on and all(one.record.added == one.on for one in news):
        words = (
            f"{count_words(len(news), 'event')}, published on {catalogue.words(day(news[0].on))} and unchanged since."
        )
        yield element("p", escape(words))
    else:
        yield list_news(news[:NEWEST_LENGTH], HOME, catalogue)
    yield more


def _numbers(catalogue: Catalogue) -> Html:
    years = sorted(catalogue.by_year)
    span = "" if not years else f", {years[0]}" if years[0] == years[-1] else f", {years[0]} to {years[-1]}"
    events = _link(BY_DATE, count_words(len(catalogue.timeline.events), "event"))
    sources = _link(SOURCES, count_words(len(catalogue.timeline.articles), "source"))
    undated = len(catalogue.undated)
    without = [Html(", "), _link(UNDATED, f"{undated:,} without a date")] if undated else []
    promise = Html(". Each entry names its sources.")
    return element("p", events, escape(span), *without, Html(". "), sources, promise, css="dl-numbers")


def _link(there: str, words: str) -> Html:
    return link(words, href(HOME, there))


def _disputes(catalogue: Catalogue) -> Iterable[Html]:
    """Facts first, then of the heaviest events that are disputed."""
    items = []
    for one in catalogue.timeline.disagreements:
        items.append(element("li", element("strong", escape(about_words(one.about))), Html(": "), _values(one.claims)))
    disputed = [event for event in catalogue.timeline.events if event.disagreements]
    for event in heaviest(disputed, DISPUTES_LENGTH):
        headline = link(event.headline, href(HOME, event_page(event.id)))
        for one in event.disagreements:
            about = escape(about_words(one.about).lower())
            items.append(element("li", headline, Html(": "), about, Html(", "), _values(one.claims)))
    if items:
        total = len(catalogue.timeline.disagreements) + sum(len(event.disagreements) for event in disputed)
        yield heading(2, escape("In dispute"))
        yield block("ul", *items[:DISPUTES_LENGTH], css="dl-disputes", attributes={"data-search-exclude": "true"})
        words = f"All {count_words(total, 'disagreement')}, side by side" if total > 1 else "Side by side"
        yield element("p", _link(DISAGREEMENTS, words), css="dl-more")


def _values(claims: Iterable[Claim]) -> Html:
    return join([element("span", escape(claim.value), css="dl-value") for claim in claims], " or ")
