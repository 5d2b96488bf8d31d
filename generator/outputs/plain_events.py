"""Events in plain text, as feeds, calendars and tables tell them: the one model that all of these formats share."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid5

from generator.dates.when import to_words
from generator.history import Record
from generator.model import Disagreement, Event, Modality, Source, Timeline
from generator.pages.catalogue import Catalogue, make_catalogue
from generator.pages.markdown import visible, web_address
from generator.pages.words import MODALITY, about_words
from generator.settings import Settings

_NAMESPACE: Final = UUID("6f0f4d5e-8a0b-4c53-9c0a-2f3d1f3b7c11")
"""Drawn once; what is told of an event under its UUID must never be told under another."""


@dataclass(frozen=True, slots=True)
class PlainSource:
    """Who reports an event: the article's credit, the sentence (or None), and a web address (or None)."""

    credit: str
    quote: str | None
    link: str | None


@dataclass(frozen=True, slots=True)
class PlainEvent:
    """An event in texts of one line each, without control characters, and its record; nothing is escaped yet.

    `headline` says of what did not happen that it is planned, predicted or claimed; `when` is in words.
    """

    event: Event
    record: Record
    headline: str
    when: str
    kind: str
    names: tuple[str, ...]
    sources: tuple[PlainSource, ...]
    disagreements: tuple[str, ...]


def plain_events(timeline: Timeline, settings: Settings) -> tuple[PlainEvent, ...]:
    """Every event of the timeline, in its order."""
    catalogue = make_catalogue(timeline, settings)
    records = {record.id: record for record in timeline.history.records}
    return tuple(_plain(event, catalogue, records) for event in timeline.events)


def permanent_uuid(name: str) -> UUID:
    """The UUID of an event's id, or of another name: the same wherever and whenever the site is built."""
    return uuid5(_NAMESPACE, name)


def _plain(event: Event, catalogue: Catalogue, records: Mapping[str, Record]) -> PlainEvent:
    told = "" if event.modality is Modality.HAPPENED else f"{MODALITY[event.modality]}: "
    named = [catalogue.entities[entity].name if entity in catalogue.entities else entity for entity in event.entities]
    return PlainEvent(
        event=event,
        record=records[event.id],
        headline=told + visible(event.headline),
        when=to_words(event.when),
        kind=visible(catalogue.kind(event.kind).label),
        names=tuple(map(visible, named)),
        sources=tuple(dict.fromkeys(_source(source, catalogue) for source in event.sources)),
        disagreements=tuple(_disagreement(one, catalogue) for one in event.disagreements),
    )


def credit(article: str, catalogue: Catalogue) -> str:
    """An article's publisher and title, and when it was published, if that is known."""
    known, when = catalogue.articles[article], catalogue.publication(article).when
    published = to_words(when) if when.earliest or when.latest else ""
    parts = (known.publisher, catalogue.title(article), published)
    return ", ".join(visible(part) for part in parts if part)


def _source(source: Source, catalogue: Catalogue) -> PlainSource:
    known = catalogue.articles[source.article]
    addresses = (web_address(url) for url in (source.link, known.url, known.archive_url))
    link = next((address for address in addresses if address), None)
    return PlainSource(credit(source.article, catalogue), visible(source.quote) if source.quote else None, link)


def _disagreement(one: Disagreement, catalogue: Catalogue) -> str:
    sides = []
    for claim in one.claims:
        said_by = ", ".join(catalogue.articles[a].publisher or catalogue.title(a) for a in claim.articles)
        sides.append(f"{claim.value} ({said_by})")
    settled = f"; settled by an editor: {one.settled}" if one.settled else ""
    return visible(f"{about_words(one.about)}: {' or '.join(sides)}{settled}")
