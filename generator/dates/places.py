"""Where a meaning lies on the calendar, once it has an anchor.

The anchor may be an interval, or open, or unknown. Every relative meaning moves with its anchor and never backwards,
so applying it to both ends of the anchor gives the ends of the result.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from generator.dates.meaning import (
    Bound,
    Choice,
    Cycle,
    Fixed,
    Meaning,
    Named,
    PartOf,
    Shift,
)
from generator.dates.periods import Unit, day_in_month, first_day, last_day, number_of
from generator.model import When


@dataclass(frozen=True, slots=True)
class Place:
    """A period of the calendar, or where it lies between: `first` and `last` are equal if it is known exactly.

    None is an open end; both are None if nothing is known but the unit.
    """

    unit: Unit
    first: int | None
    last: int | None

    @property
    def exact(self) -> bool:
        """Whether one period is meant and known."""
        return self.first is not None and self.first == self.last

    @property
    def earliest(self) -> date | None:
        """The first day that it may include."""
        return None if self.first is None else first_day(self.unit, self.first)

    @property
    def latest(self) -> date | None:
        """The last day that it may include."""
        return None if self.last is None else last_day(self.unit, self.last)


def day_place(when: When) -> Place:
    """The day of a publication that is known as a When."""
    first = when.earliest.toordinal() if when.earliest else None
    return Place(Unit.DAY, first, when.latest.toordinal() if when.latest else None)


def place_of(meaning: Meaning, anchor: Place) -> Place | None:
    """Where the meaning lies, counted from the anchor; None if it names no period."""
    match meaning:
        case Fixed(unit, number):
            return Place(unit, number, number)
        case Shift(unit, count):
            return _moved(anchor, unit, lambda on: number_of(unit, on) + count)
        case Named(of=None):
            unit = CYCLE_UNITS[meaning.cycle]
            return _moved(anchor, unit, lambda on: _named(meaning, on))
        case PartOf(_, of) | Bound(_, of):
            return place_of(of, anchor)
    return None


def _moved(anchor: Place, unit: Unit, move: Callable[[date], int | None]) -> Place:
    first, last = anchor.earliest, anchor.latest
    return Place(unit, move(first) if first else None, move(last) if last else None)


CYCLE_UNITS = {
    Cycle.WEEKDAY: Unit.DAY,
    Cycle.MONTH_DAY: Unit.DAY,
    Cycle.MONTH: Unit.MONTH,
}


def _named(meaning: Named, on: date) -> int | None:
    """The number of the period of that name that is meant on that day."""
    if meaning.cycle is Cycle.WEEKDAY:
        back = (on.isoweekday() - meaning.number) % 7
        if meaning.choice is Choice.NEXT:
            return on.toordinal() - back + 7
        return on.toordinal() - (back or (7 if meaning.choice is Choice.LAST else 0))
    if meaning.cycle is Cycle.MONTH:
        here = number_of(Unit.MONTH, on)
        return _nearest(here, [y * 12 + meaning.number - 1 for y in (on.year - 1, on.year, on.year + 1)], 12)
    month, day = divmod(meaning.number, 100)
    days = [day_in_month(y, month, day) for y in range(on.year - 4, on.year + 5)]
    return _nearest(on.toordinal(), [d.toordinal() for d in days if d], 365)


def _nearest(here: int, candidates: list[int], cycle: int) -> int:
    """The nearest, where the past counts for nearer: up to two thirds of a cycle back, one third ahead."""
    return max(c for c in candidates if c <= here + cycle // 3)
