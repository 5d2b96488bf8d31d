"""What relative times count from: periods of the calendar, known exactly or not, and what a text mentioned last."""

from dataclasses import dataclass, field, replace
from datetime import date

from generator.dates.periods import Unit, first_day, last_day


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


UNKNOWN_DAY = Place(Unit.DAY, None, None)


@dataclass(frozen=True, slots=True)
class Anchors:
    """What relative times count from: the publication, and the times mentioned last, by their unit.

    In a narrative text the publication plays no part and bare names ("June 10") follow what was mentioned.
    """

    publication: Place = UNKNOWN_DAY
    mentions: dict[Unit, Place] = field(default_factory=dict)
    narrative: bool = False
    day_first: bool | None = None

    def mention(self, unit: Unit) -> Place | None:
        """The last time mentioned that is about as fine as the unit: finer rather than coarser."""
        size = size_of(unit)
        for candidate in (*reversed(SIZES[: size + 1]), *SIZES[size + 1 :]):
            if candidate in self.mentions:
                return self.mentions[candidate]
        return None

    @property
    def latest(self) -> Place | None:
        """The time mentioned last."""
        return next(reversed(self.mentions.values()), None)

    def after(self, place: Place) -> "Anchors":
        """The anchors once a text has mentioned that place.

        It stands for the coarser mentions from now on; in a story, also for the finer ones that do not lie inside it.
        """
        size = SIZES.index(place.unit)
        finer = {u: p for u, p in self.mentions.items() if SIZES.index(u) < size}
        kept = {u: p for u, p in finer.items() if not self.narrative or _lies_in(p, place)}
        return replace(self, mentions={**kept, place.unit: place})


SIZES = (
    *(Unit.DAY, Unit.WEEKEND, Unit.WEEK, Unit.MONTH, Unit.SEASON, Unit.QUARTER),
    *(Unit.HALF, Unit.YEAR, Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM),
)


def size_of(unit: Unit) -> int:
    """How coarse a unit is among SIZES; clock units are as fine as days."""
    return SIZES.index(unit) if unit in SIZES else 0


def _lies_in(inner: Place, outer: Place) -> bool:
    a, b, c, d = outer.earliest, inner.earliest, inner.latest, outer.latest
    return a is not None and b is not None and c is not None and d is not None and a <= b and c <= d
