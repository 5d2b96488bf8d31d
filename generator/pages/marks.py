"""Where the marks and headlines of one lane of the overview stand, so that none lies on another."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from generator.model import Event, Precision
from generator.pages.axis import Axis
from generator.pages.catalogue import listed_on
from generator.pages.markdown import visible

EDGE: Final = 10.0
GAP: Final = 6.0
"""Pixels between a mark and its headline."""
TARGET: Final = 24.0
"""Pixels that a mark takes at least, so that a finger meets it (WCAG 2.2, 2.5.8)."""
_FADE: Final = 24.0
_LETTER: Final = 7.2
"""Pixels that a letter takes on average, in the widest of the usual sans-serif faces at 12.5 px."""
_LENGTHS: Final = (1000, 42, 28, 18)
"""The letters of a headline that are tried, the whole first."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event in its place: from `left` to `right` in a row of its lane, with a label (or none) beside it."""

    event: Event
    left: float
    right: float
    label: str
    leftward: bool
    row: int


@dataclass(slots=True)
class _Rows:
    """What is taken of each row, from where to where, within the left and right end."""

    ends: tuple[float, float]
    taken: list[list[tuple[float, float]]] = field(default_factory=list)

    def take(self, start: float, end: float, most: int) -> int | None:
        """The first of at most `most` rows that has room there, and now has no more; None if none has."""
        if start < self.ends[0] - EDGE or end > self.ends[1]:
            return None
        for number, row in enumerate([*self.taken, []][:most]):
            if all(end <= other_start or start >= other_end for other_start, other_end in row):
                self.taken[number:] = [[*row, (start, end)], *self.taken[number + 1 :]]
                return number
        return None


def place_marks(events: Sequence[Event], axis: Axis, ends: tuple[float, float], labelled: int, most: int) -> list[Mark]:
    """The marks of one lane, from left to right; heavier ones choose first.

    The first `labelled` rows have headlines. Events for which `most` rows have no room are left out.
    """
    rows = _Rows(ends)
    ranked = sorted(events, key=lambda event: (-event.weight, str(listed_on(event.when)), event.id))
    marks = [_fit(event, axis, rows, labelled, most) for event in ranked]
    return sorted((mark for mark in marks if mark), key=lambda mark: (mark.left, mark.row))


def _fit(event: Event, axis: Axis, rows: _Rows, labelled: int, most: int) -> Mark | None:
    left, right = _edges(event, axis)
    centre = (left + right) / 2
    start, end = min(left, centre - TARGET / 2), max(right, centre + TARGET / 2)
    for longest in _LENGTHS if labelled else ():
        label = shorten(visible(event.headline), longest)
        room = label_width(label) + GAP + 6
        for leftward, reach in ((False, (start, right + room)), (True, (left - room, end))):
            row = rows.take(*reach, labelled)
            if row is not None:
                return Mark(event, left, right, label, leftward, row)
    row = rows.take(max(start, rows.ends[0] - EDGE), min(end, rows.ends[1]), most)
    return None if row is None else Mark(event, left, right, "", False, row)


def span(event: Event) -> tuple[date, date]:
    """The days that an event's mark covers; a bound is drawn at the day that is known."""
    day = listed_on(event.when)
    assert day is not None, "undated events are not drawn"
    if event.when.precision in {Precision.BEFORE, Precision.AFTER}:
        return day, day
    return day, event.when.latest or day


def _edges(event: Event, axis: Axis) -> tuple[float, float]:
    first, last = span(event)
    left, right = axis.at(first), axis.after(last)
    if event.when.precision is Precision.BEFORE:
        return right - _FADE, right
    if event.when.precision is Precision.AFTER:
        return left, left + _FADE
    if first == last or right - left < radius(event) * 2:
        middle = (left + right) / 2
        return middle - radius(event), middle + radius(event)
    return left, right


def radius(event: Event) -> float:
    """Half the size of a mark: heavier events are larger."""
    return 5.0 + min(4.0, max(0.0, event.weight))


def label_width(words: str) -> float:
    """About how many pixels the words take."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in words) * _LETTER


def shorten(words: str, longest: int) -> str:
    """The first whole words, with an ellipsis where some are left out."""
    if len(words) <= longest:
        return words
    cut = words[:longest].rpartition(" ")[0] or words[: longest - 1]
    return cut.rstrip(" ,;:–-") + "…"
