"""A Timeline by everything that a page asks for: article, entity, kind, year and month."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from generator.dates.locales import month_name, short_months, wording_of
from generator.dates.when import to_words
from generator.history import Record
from generator.model import Article, Entity, Event, Omission, Precision, Publication, Timeline, When
from generator.settings import Kind, Settings

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

MONTH_DAYS: Final = 31
"""An event that is known less finely than this many days stands in the listing of its year, but of no month."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The timeline's values by their ids, and its events by what they have in common, in the timeline's order.

    `omissions` are by article; `neighbours` are the events before and after, by event; `records` say
    when each was added and changed.
    """

    timeline: Timeline
    settings: Settings
    events: Mapping[str, Event]
    articles: Mapping[str, Article]
    entities: Mapping[str, Entity]
    kinds: Mapping[str, Kind]
    by_article: Mapping[str, tuple[Event, ...]]
    by_entity: Mapping[str, tuple[Event, ...]]
    by_kind: Mapping[str, tuple[Event, ...]]
    by_year: Mapping[int, tuple[Event, ...]]
    by_month: Mapping[tuple[int, int], tuple[Event, ...]]
    undated: tuple[Event, ...]
    neighbours: Mapping[str, tuple[Event | None, Event | None]]
    omissions: Mapping[str, tuple[Omission, ...]]
    records: Mapping[str, Record]

    def publication(self, article: str) -> Publication:
        """When the article with this id was published."""
        return self.timeline.publications[article]

    def title(self, article: str) -> str:
        """The title of the article with this id, or its path if it has none."""
        known = self.articles[article]
        return known.title or known.path

    def headline(self, event: str) -> str:
        """The headline of the event with this id, or the id where there is none any more."""
        return self.events[event].headline if event in self.events else event

    def words(self, when: When) -> str:
        """The time in words, its days and months as the site's locale writes them."""
        return to_words(when, wording_of(self.settings.site.locale))

    def month(self, number: int) -> str:
        """The name of a month, from 1 on, in the site's locale."""
        return month_name(number, self.settings.site.locale)

    @property
    def short_months(self) -> tuple[str, ...]:
        """The names of the months from January on, short, in the site's locale."""
        return short_months(self.settings.site.locale)

    def kind(self, name: str) -> Kind:
        """The kind of this name; one that is not configured is shown by its name, in grey."""
        return self.kinds.get(name) or Kind(name, name[:1].upper() + name[1:], "")

    def kind_order(self, name: str) -> tuple[int, str]:
        """By what kinds are ordered: as in `kinds.yml`, then those that are not configured."""
        return list(self.kinds).index(name) if name in self.kinds else len(self.kinds), name


def make_catalogue(timeline: Timeline, settings: Settings) -> Catalogue:
    """The timeline, catalogued; kinds are in the order of `kinds.yml`."""
    events = timeline.events
    return Catalogue(
        timeline=timeline,
        settings=settings,
        events={event.id: event for event in events},
        articles={article.id: article for article in timeline.articles},
        entities={entity.id: entity for entity in timeline.entities},
        kinds={kind.name: kind for kind in settings.kinds},
        by_article=_group(events, lambda event: dict.fromkeys(source.article for source in event.sources)),
        by_entity=_group(events, lambda event: event.entities),
        by_kind=_group(events, lambda event: [event.kind]),
        by_year=_group(events, lambda event: [day.year for day in [listed_on(event.when)] if day]),
        by_month=_group(events, lambda event: [month for month in [listed_month(event.when)] if month]),
        undated=tuple(event for event in events if listed_on(event.when) is None),
        neighbours=_neighbours(events),
        omissions=_group(timeline.omissions, lambda omission: [omission.article]),
        records={record.id: record for record in timeline.history.records},
    )


def listed_on(when: When) -> date | None:
    """The day by which a time is listed: its first, or the only bound that is known."""
    return when.latest if when.precision is Precision.BEFORE else when.earliest


def heaviest(events: Sequence[Event], number: int) -> list[Event]:
    """The heaviest events, in the order in which they were given."""
    ranked = sorted(range(len(events)), key=lambda place: (-events[place].weight, place))
    return [events[place] for place in sorted(ranked[:number])]


def reporting(event: Event) -> tuple[str, ...]:
    """The ids of the articles that report an event, each once, in the order of its sources."""
    return tuple(dict.fromkeys(source.article for source in event.sources))


def independent(event: Event) -> tuple[str, ...]:
    """The articles that report an event without those that only copy another's words."""
    copies = {source.article for source in event.sources if source.copy_of}
    return tuple(article for article in reporting(event) if article not in copies)


def listed_month(when: When) -> tuple[int, int] | None:
    """The year and month by which a time is listed, or None if it is known less finely than to a month."""
    day = listed_on(when)
    if day is None or (when.earliest and when.latest and (when.latest - when.earliest).days >= MONTH_DAYS):
        return None
    return day.year, day.month


def _group(values: Iterable[Value], keys: Callable[[Value], Iterable[Key]]) -> dict[Key, tuple[Value, ...]]:
    groups: dict[Key, list[Value]] = {}
    for value in values:
        for key in dict.fromkeys(keys(value)):
            groups.setdefault(key, []).append(value)
    return {key: tuple(group) for key, group in groups.items()}


def _neighbours(events: tuple[Event, ...]) -> dict[str, tuple[Event | None, Event | None]]:
    row = [None, *events, None]
    return {event.id: (before, after) for before, event, after in zip(row, events, row[2:], strict=False)}
