"""What the script of the page Explore fetches: an index of what can be filtered by, and headlines in pieces.

The index holds a column a filter, with a place for each event, so that ten thousand events weigh little and are
filtered at once; the headlines of an event are fetched only with those around it, when they are to be seen.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final

from generator.events.ranking import is_doubtful
from generator.model import Event, Modality, Page, Precision, When
from generator.pages.catalogue import Catalogue, independent, listed_on, reporting
from generator.pages.markdown import visible
from generator.pages.moments import kind_colour, machine_time, shape
from generator.pages.places import HOME, href, kind_page
from generator.pages.words import MODALITY

FOLDER: Final = "data/explore"
PIECE: Final = 500
"""How many headlines come at once: some 20 KB as they travel."""
_EPOCH: Final = date(1970, 1, 1)

Option = tuple[str | None, ...]
"""Key, label, and of a kind its colour and the address of its page."""


Row = list[str | int | None]


@dataclass(frozen=True, slots=True)
class Filter:
    """What events can be chosen by: its options, and which of them (their places) each event has."""

    name: str
    label: str
    options: tuple[Option, ...]
    values: tuple[tuple[int, ...], ...]


def explore_data(catalogue: Catalogue) -> Iterable[Page]:
    """The index and the pieces.

    Each piece bears the hash of its rows, and the index those of all: a reader whose index is older than the site, or
    whose pieces are, is never shown the headline of one event with the date of another.
    """
    events = catalogue.timeline.events
    rows = [_row(event, catalogue) for event in events]
    pieces = [_piece(rows[start : start + PIECE]) for start in range(0, len(rows), PIECE)]
    index = {
        "piece": PIECE,
        "editions": [piece["edition"] for piece in pieces],
        "filters": [
            {"name": one.name, "label": one.label, "options": one.options, "values": list(map(_short, one.values))}
            for one in _filters(catalogue)
        ],
        "first": [_day(listed_on(event.when)) for event in events],
        "last": [_day(_last(event.when)) for event in events],
    }
    yield Page(f"{FOLDER}/index.json", _json(index))
    for number, piece in enumerate(pieces):
        yield Page(f"{FOLDER}/headlines-{number}.json", _json(piece))


def edition(text: str) -> str:
    """What a file's address ends with, so that browsers keep it until it changes: 16 hexadecimal digits of SHA-256."""
    return sha256(text.encode()).hexdigest()[:16]


def _piece(rows: Sequence[Row]) -> dict[str, object]:
    return {"edition": edition(_json(rows)), "rows": rows}


def _filters(catalogue: Catalogue) -> Iterable[Filter]:
    kinds = {name: _kind(name, catalogue) for name in sorted(catalogue.by_kind, key=catalogue.kind_order)}
    entities = {entity.id: (entity.id, visible(entity.name)) for entity in catalogue.timeline.entities}
    said = {str(modality): (str(modality), MODALITY[modality]) for modality in Modality}
    events = catalogue.timeline.events
    yield _filter("kind", "Kind", kinds, [[event.kind] for event in events])
    yield _filter("entity", "Who and what", entities, [event.entities for event in events])
    yield _filter("source", "Source", _publishers(catalogue), [reporting(event) for event in events])
    yield _filter("dated", "How exactly dated", _DATED, [[_dated(event.when)] for event in events])
    yield _filter("said", "Happened or not", said, [[event.modality] for event in events])
    yield _filter("mark", "Marks", _MARKS, [_marks(event) for event in events])


def _filter(name: str, label: str, options: Mapping[str, Option], keys: Iterable[Sequence[str]]) -> Filter:
    """A filter by the keys of each event; keys with one option are one, and a key without any is left out."""
    places = {option: place for place, option in enumerate(dict.fromkeys(options.values()))}
    values = (sorted({places[options[key]] for key in of_event if key in options}) for of_event in keys)
    return Filter(name, label, tuple(places), tuple(map(tuple, values)))


_DATED: Final[Mapping[str, Option]] = {
    "day": ("day", "To the day"),
    "week": ("week", "To the week"),
    "month": ("month", "To the month"),
    "coarser": ("coarser", "Less exactly"),
    "bound": ("bound", "Only by or after a day"),
    "none": ("none", "No date"),
}
_MARKS: Final[Mapping[str, Option]] = {
    "dispute": ("dispute", "Sources disagree"),
    "doubt": ("doubt", "Needs review"),
    "edited": ("edited", "Edited"),
}


def _dated(when: When) -> str:
    if when.precision in {Precision.BEFORE, Precision.AFTER}:
        return "bound"
    if when.precision is Precision.UNKNOWN:
        return "none"
    exact = when.precision in {Precision.DAY, Precision.WEEK, Precision.MONTH} and not when.approximate
    return str(when.precision) if exact else "coarser"


def _marks(event: Event) -> list[str]:
    held = {"dispute": bool(event.disagreements), "doubt": is_doubtful(event), "edited": event.decided}
    return [mark for mark, holds in held.items() if holds]


def _kind(name: str, catalogue: Catalogue) -> Option:
    kind = catalogue.kind(name)
    return name, visible(kind.label), kind_colour(kind.colour), href(HOME, kind_page(name))


def _publishers(catalogue: Catalogue) -> dict[str, Option]:
    """Who published each article, or the article's title where that is not known."""
    articles = catalogue.articles.items()
    names = {article: visible(known.publisher or catalogue.title(article)) for article, known in articles}
    return {article: (name, name) for article, name in names.items()}


def _row(event: Event, catalogue: Catalogue) -> Row:
    """What is shown of an event beside its kind and marks."""
    when = event.when
    return [
        event.id,
        visible(event.headline),
        catalogue.words(when),
        machine_time(when),
        shape(when),
        len(independent(event)),
    ]


def _last(when: When) -> date | None:
    """The last day by which a period finds an event: a bound stands, as in all listings, for the day that is known."""
    return listed_on(when) if when.precision in {Precision.BEFORE, Precision.AFTER} else when.latest


def _day(on: date | None) -> int | None:
    """Days since 1970-01-01."""
    return None if on is None else (on - _EPOCH).days


def _short(places: tuple[int, ...]) -> int | list[int]:
    """One place as a number alone."""
    return places[0] if len(places) == 1 else list(places)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
