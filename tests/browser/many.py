"""Events without number, made from the sample's, to try how the site bears them."""

from dataclasses import replace
from datetime import date, timedelta

from generator.dates.when import day
from generator.model import Entity, EntityKind, Event, Timeline
from tests.pages.sample import ARTICLES, EVENTS, TIMELINE

FIRST = date(1990, 1, 1)


def many_events(number: int) -> Timeline:
    """A timeline of so many events, one a day and undated at the end as in the sample, of a tenth as many names."""
    names = [Entity(f"name-{one}", f"Name {one}", EntityKind.PERSON) for one in range(number // 10)]
    articles = [replace(ARTICLES[0], id=f"article-{one}", publisher=f"Publisher {one}") for one in range(50)]
    events = [_event(EVENTS[one % (len(EVENTS) - 1)], one, names) for one in range(number - 1)]
    publications = {article.id: TIMELINE.publications[ARTICLES[0].id] for article in articles}
    undated = replace(EVENTS[-1], entities=(), sources=())
    return Timeline("Many", tuple(articles), publications, (*events, undated), tuple(names))


def _event(sample: Event, number: int, names: list[Entity]) -> Event:
    entities = {names[number % len(names)].id, names[number * 7 % len(names)].id, names[number % 3].id}
    sources = tuple(replace(source, article=f"article-{number % 50}") for source in sample.sources)
    return replace(
        sample,
        id=f"event-{number}",
        headline=f"Event {number} of many: {sample.headline}",
        when=day(FIRST + timedelta(days=number)),
        entities=tuple(sorted(entities)),
        sources=sources,
    )
