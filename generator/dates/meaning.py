"""What a time expression means, independently of any publication date.

A meaning is small and typed, and most nest: "the end of last week" is a `PartOf` a `Shift`. Resolution gives them an
anchor; `timex3.py` writes what remains without one.
"""

from dataclasses import dataclass
from enum import StrEnum

from generator.dates.periods import Unit


class Anchor(StrEnum):
    """What a relative time counts from: the publication, or the time that the text mentioned last."""

    PUBLICATION = "publication"
    MENTION = "mention"


class Cycle(StrEnum):
    """A kind of name that comes round again: Mondays, Mays, first quarters, the 24th, Christmas, the nineties."""

    WEEKDAY = "weekday"
    MONTH_DAY = "month day"
    DAY_OF_MONTH = "day of month"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    HOLIDAY = "holiday"
    YEAR_OF_CENTURY = "year of century"
    DECADE_OF_CENTURY = "decade of century"


class Choice(StrEnum):
    """Which of the many is meant: the nearest (a bare name), or as "last", "this" and "next" say."""

    NEAREST = "nearest"
    LAST = "last"
    THIS = "this"
    NEXT = "next"


class Part(StrEnum):
    """A part of a period; EARLIER and LATER are relative to now and leave it whole."""

    START = "start"
    MID = "mid"
    END = "end"
    EARLIER = "earlier"
    LATER = "later"


class Side(StrEnum):
    """On which side of a time something lies: "by 2018", "since Monday"."""

    UNTIL = "until"
    SINCE = "since"


class Tense(StrEnum):
    """The vague references of TIMEX3."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A period of the calendar that needs no anchor: 24 January 2025, 2025-Q1, the 1990s."""

    unit: Unit
    number: int


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from the anchor: "today" is 0 days, "last week" is -1 week; `count` None is "some"."""

    unit: Unit
    count: int
    anchor: Anchor = Anchor.PUBLICATION


@dataclass(frozen=True, slots=True)
class Named:
    """The Monday, May, 24 January (month * 100 + day) or third quarter that is meant; inside `of` if that is given."""

    cycle: Cycle
    number: int
    choice: Choice = Choice.NEAREST
    anchor: Anchor = Anchor.PUBLICATION
    of: "Meaning | None" = None


@dataclass(frozen=True, slots=True)
class PartOf:
    """The start, middle or end of a period."""

    part: Part
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Bound:
    """A time that is only the limit of when something happened: "by the end of 2025"."""

    side: Side
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Length:
    """A duration that no date is attached to; `count` None is an unknown number ("several")."""

    unit: Unit
    count: float | None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A duration that ends or begins at the anchor: "the last three years" (-3), "the next four years" (4)."""

    unit: Unit
    count: float | None
    forward: bool
    anchor: Anchor = Anchor.PUBLICATION


@dataclass(frozen=True, slots=True)
class Vague:
    """Past, present or future, no more: "recently", "now", "the coming weeks"."""

    tense: Tense


@dataclass(frozen=True, slots=True)
class NoTime:
    """The words look like a time and are none."""


Meaning = Fixed | Shift | Named | PartOf | Bound | Length | Stretch | Vague | NoTime
