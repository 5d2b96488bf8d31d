"""`data/timelinejs.json`: the timeline as TimelineJS reads it (https://timeline.knightlab.com/docs/json-format.html)."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from generator.model import Modality, Page, Precision, Timeline, When
from generator.outputs.plain_events import PlainEvent, PlainSource, plain_events
from generator.pages.catalogue import listed_on
from generator.pages.markdown import Html, element, escape, join, outside_link
from generator.pages.words import MODALITY_SENTENCE
from generator.settings import Settings

PATH: Final = "data/timelinejs.json"
_PARTS: Final[Mapping[Precision, tuple[str, ...]]] = {
    Precision.MONTH: ("year", "month"),
    Precision.QUARTER: ("year", "month"),
    Precision.SEASON: ("year", "month"),
    Precision.HALF: ("year", "month"),
    Precision.YEAR: ("year",),
    Precision.DECADE: ("year",),
    Precision.CENTURY: ("year",),
}
"""What of a date is said, for a precision coarser than a week: no day is ever invented."""


def timelinejs(timeline: Timeline, settings: Settings) -> Page:
    """The events that have a date or a bound, which TimelineJS cannot do without; each says its time in words.

    TimelineJS shows texts as HTML, so they are escaped here.
    """
    data = {
        "title": {"text": {"headline": escape(timeline.title), "text": escape(settings.site.description)}},
        "events": [
            _slide(plain) for plain in plain_events(timeline, settings) if listed_on(plain.event.when) is not None
        ],
    }
    return Page(PATH, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _slide(plain: PlainEvent) -> dict[str, Any]:
    event = plain.event
    doubt = [] if event.modality is Modality.HAPPENED else [MODALITY_SENTENCE[event.modality]]
    paragraphs = [element("p", escape(words)) for words in (*doubt, *plain.disagreements)]
    text = [*map(_source, plain.sources), *paragraphs]
    return {
        "unique_id": event.id,
        **_dates(event.when),
        "display_date": plain.when,
        "text": {"headline": escape(plain.headline), "text": join(text)},
        "group": escape(plain.kind),
        "autolink": False,
    }


def _dates(when: When) -> dict[str, dict[str, int]]:
    """The first day or bound, and the last where it is another, as finely as they are known."""
    first, last = listed_on(when), when.latest
    assert first is not None, "an event without any date has no slide"
    parts = _PARTS.get(when.precision, ("year", "month", "day"))
    if when.approximate and when.precision is Precision.RANGE:
        parts = ("year", "month") if last and last.year == first.year else ("year",)
    start = _date(first, parts)
    end = _date(last, parts) if last else start
    return {"start_date": start} if start == end else {"start_date": start, "end_date": end}


def _date(on: date, parts: tuple[str, ...]) -> dict[str, int]:
    return {part: getattr(on, part) for part in parts}


def _source(source: PlainSource) -> Html:
    quote = element("blockquote", escape(source.quote)) if source.quote else Html("")
    return join([quote, element("p", outside_link(escape(source.credit), source.link))])
