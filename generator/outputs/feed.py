"""What the feeds tell: an entry for each event that this site added or changed, newest first.

`feed.xml` (Atom, RFC 4287) and `feed.json` (JSON Feed 1.1) are templates of the theme, because they need the site's own
address, which only the build knows. What is told is made here, and handed to them by the page `data.md`.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from generator.dates.when import day, parse_edtf, to_words
from generator.history import Change, ChangeKind, Record, Status
from generator.model import Timeline
from generator.outputs.plain_events import PlainEvent, permanent_uuid, plain_events
from generator.pages.catalogue import listed_on
from generator.pages.changes import change_words
from generator.pages.markdown import visible
from generator.pages.places import event_page, href
from generator.settings import Settings

LENGTH: Final = 50
"""How many entries the feeds hold at most."""
_NEVER: Final = date(1970, 1, 1)
"""Atom wants a time of the last change even where nothing has ever been published."""
_GONE: Final = {Status.WITHDRAWN: "Withdrawn: ", Status.MERGED: "Now part of another event: "}

JsonObject = dict[str, object]


def feed(timeline: Timeline, settings: Settings) -> JsonObject:
    """The feed as a JSON object: `id`, `title`, `description`, `updated`, and `entries` with addresses below the site.

    An entry is an event, with the same id whatever becomes of it. The days of the history stand for their first second
    in UTC. The feed's own id is that of the site's title: it must outlive a move to another address.
    """
    events = {plain.event.id: plain for plain in plain_events(timeline, settings)}
    told = [record for record in timeline.history.records if not _passed_by(record)]
    newest = sorted(told, key=_order, reverse=True)[:LENGTH]
    return {
        "id": permanent_uuid(f"feed of {visible(timeline.title)}").urn,
        "title": timeline.title,
        "description": settings.site.description,
        "updated": _instant(max((record.changed for record in told), default=_NEVER)),
        "entries": [_entry(record, events.get(record.id)) for record in newest],
    }


def _passed_by(record: Record) -> bool:
    """Whether an event went on the very day on which it came, or never was shown: no reader was ever told of it."""
    return record.status is not Status.LIVE and record.added == record.changed


def _order(record: Record) -> tuple[date, str, str]:
    """By the day of the last change, and within a day by the event's own time."""
    when = parse_edtf(record.when) if record.when else None
    return record.changed, str(listed_on(when)) if when else "", record.id


def _entry(record: Record, plain: PlainEvent | None) -> JsonObject:
    told = plain.headline if plain else record.headline
    return {
        "id": permanent_uuid(record.id).urn,
        "path": href("index.md", event_page(record.id)),
        "title": f"{_GONE.get(record.status, '')}{told}",
        "published": _instant(record.added),
        "updated": _instant(record.changed),
        "kind": plain.kind if plain else "",
        "lines": [*_now(record, plain), *_changes(record.log)],
    }


def _now(record: Record, plain: PlainEvent | None) -> Iterable[str]:
    """What the site says of the event now."""
    if plain is None:
        yield f"No longer shown: {record.why or 'the reason was not recorded'}."
        return
    yield f"When: {plain.when}."
    for source in plain.sources:
        yield f"“{source.quote}” — {source.credit}" if source.quote else f"Also reported by: {source.credit}"
    yield from plain.disagreements


def _changes(log: Sequence[Change]) -> Iterable[str]:
    for change in reversed(log):
        if change.what is not ChangeKind.ADDED:
            yield f"Changed on {to_words(day(change.on))}: {change_words(change)}."


def _instant(on: date) -> str:
    return f"{on.isoformat()}T00:00:00Z"
