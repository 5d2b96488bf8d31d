"""Pages at the addresses of what is no longer shown: each leads to what took it in, or says why it went."""

from collections.abc import Collection, Iterable, Mapping

from generator.dates.when import day, parse_edtf, to_words
from generator.history import History, Record, Status
from generator.model import Entity, Page, Timeline
from generator.pages.markdown import Html, element, escape, heading, join, link, make_page
from generator.pages.places import (
    BY_DATE,
    CHANGES,
    DISAGREEMENTS,
    ENTITIES,
    HOME,
    PAPER,
    SOURCES,
    entity_page,
    event_page,
    href,
)
from generator.text import slug

LISTS = {
    "entities": ("Who and what", ENTITIES),
    "sources": ("Sources", SOURCES),
    "years": ("By date", BY_DATE),
    "months": ("By date", BY_DATE),
    "changes": ("What changed", CHANGES),
    "paper": ("For paper", PAPER),
    "disagreements": ("Where sources disagree", DISAGREEMENTS),
    "undated.md": ("By date", BY_DATE),
}
"""The list to which a page of each folder belongs."""


def former_pages(history: History) -> Iterable[Page]:
    """A page for each id that was published once and is not now, out of the search index, sorted by id."""
    live = {record.id: record for record in history.records if record.status is Status.LIVE}
    for record in history.records:
        if record.status is not Status.LIVE:
            yield _former_page(record, live)


def former_listings(timeline: Timeline, present: Collection[str]) -> Iterable[Page]:
    """A page at each other address that was published once and has no page now, such as that of a name."""
    names = {entity_page(slug(form)): entity for entity in timeline.entities for form in (entity.name, *entity.aliases)}
    for path in timeline.history.pages:
        if path not in present:
            yield _empty_page(path, names.get(path))


def _empty_page(path: str, entity: Entity | None) -> Page:
    title, there = LISTS.get(path.partition("/")[0], ("The timeline", HOME))
    words, way = "Nothing is told at this address any more.", link(title, href(path, there))
    if entity is not None:
        words, way = "This name is now told under another:", link(entity.name, href(path, entity_page(entity.id)))
    blocks = [heading(1, escape("Moved")), element("p", join((escape(words), way), " "))]
    return make_page(path, "Moved", blocks, searchable=False)


def _former_page(record: Record, live: Mapping[str, Record]) -> Page:
    here = event_page(record.id)
    date = to_words(parse_edtf(record.when)) if record.when else "date unknown"
    blocks = [
        element("p", escape("Withdrawn" if record.status is Status.WITHDRAWN else "Moved"), css="dl-kicker"),
        heading(1, escape(record.headline)),
        element("p", escape(f"Last shown here: {date}."), css="dl-lede"),
        element("p", _fate(record, live, here)),
    ]
    return make_page(here, record.headline, blocks, searchable=False)


def _fate(record: Record, live: Mapping[str, Record], here: str) -> Html:
    if record.into is not None and record.into in live:
        taken_in_by = link(live[record.into].headline, href(here, event_page(record.into)))
        why = escape(f"The reason: {record.why}." if record.why else "")
        return join((escape("This event is now told as part of another:"), taken_in_by, why), " ")
    since = to_words(day(record.changed))
    return escape(
        f"This event is no longer in the timeline, since {since}. The reason: {record.why or 'not recorded'}."
    )
