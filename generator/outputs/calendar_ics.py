"""`timeline.ics`: what happened or is planned on a known day, for calendars (RFC 5545, 7986)."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from generator.history import ChangeKind
from generator.model import Modality, Page, Precision, Timeline
from generator.outputs.plain_events import PlainEvent, permanent_uuid, plain_events
from generator.pages.markdown import visible
from generator.settings import Settings

PATH: Final = "timeline.ics"
_LINE_OCTETS: Final = 75
_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_SHOWN: Final = {Modality.HAPPENED: "CONFIRMED", Modality.PLANNED: "TENTATIVE"}


def calendar_ics(timeline: Timeline, settings: Settings) -> Page:
    """The calendar: an all-day entry for each event that is known to the day; what is less certain is left out."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Dateline//Dateline//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(visible(timeline.title))}",
        f"X-WR-CALNAME:{_text(visible(timeline.title))}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        *(line for plain in plain_events(timeline, settings) if _is_dated(plain) for line in _entry(plain)),
        "END:VCALENDAR",
    ]
    return Page(PATH, "".join(f"{_fold(line)}\r\n" for line in lines))


def _is_dated(plain: PlainEvent) -> bool:
    when = plain.event.when
    return when.precision is Precision.DAY and not when.approximate and plain.event.modality in _SHOWN


def _entry(plain: PlainEvent) -> Iterable[str]:
    event, record = plain.event, plain.record
    stamp = f"{_day(record.changed)}T000000Z"
    yield "BEGIN:VEVENT"
    yield f"UID:{permanent_uuid(event.id)}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{sum(change.what is not ChangeKind.ADDED for change in record.log)}"
    assert event.when.earliest, "an event that is known to the day has that day"
    yield f"DTSTART;VALUE=DATE:{_day(event.when.earliest)}"
    yield f"SUMMARY:{_text(plain.headline)}"
    yield f"DESCRIPTION:{_text(chr(10).join(_description(plain)))}"
    link = next((source.link for source in plain.sources if source.link), None)
    if link:
        yield f"URL:{link}"
    yield f"CATEGORIES:{_text(plain.kind)}"
    yield f"STATUS:{_SHOWN[event.modality]}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(plain: PlainEvent) -> Iterable[str]:
    for source in plain.sources:
        yield f"“{source.quote}”" if source.quote else "Not quoted here."
        yield source.credit
        if source.link:
            yield source.link
    yield from plain.disagreements
    yield "Machine-made: the sources decide."


def _day(on: date) -> str:
    return on.isoformat().replace("-", "")


def _text(words: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11)."""
    return words.translate(_ESCAPES)


def _fold(line: str) -> str:
    """The line in pieces of at most 75 octets, none of which ends inside a character (RFC 5545, 3.1)."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LINE_OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += octets
    return "\r\n".join([*pieces, piece])
