"""What a time expression means, independently of any publication date.

A meaning is small and typed, and most nest: "the end of last week" is a `PartOf` a `Shift`. Resolution gives them an
anchor (`places.py`, `spans.py`); `timex3.py` writes what can be said even without one.
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
    """Which of the many is meant: the nearest (a bare name), or as cues, "last", "this" and "next" say.

    COMING is AHEAD of the publication, even in a story that tells of other times. TOLD is the feast of which something
    is told that happened: the last one, unless the next is only days away.
    """

    NEAREST = "nearest"
    BEHIND = "behind"
    AHEAD = "ahead"
    COMING = "coming"
    TOLD = "told"
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
    """On which side of a time something lies: "by 2018", "before 2030", "since Monday", "after 2010"."""

    UNTIL = "until"
    BEFORE = "before"
    SINCE = "since"
    AFTER = "after"


class Tense(StrEnum):
    """The vague references of TIMEX3."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


class DayCode(StrEnum):
    """Parts of the day as TIMEX3 writes them."""

    MORNING = "MO"
    MIDDAY = "MI"
    AFTERNOON = "AF"
    EVENING = "EV"
    NIGHT = "NI"
    DAYTIME = "DT"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A period of the calendar that needs no anchor: 24 January 2025, 2025-Q1, the 1990s."""

    unit: Unit
    number: int


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from the anchor, or from `of`: "today" is 0 days, "last week" is -1 week.

    With `fine`, the result is as fine as what it counts from, which is the time mentioned last if that is fine enough,
    else `of`: "a year earlier" than a quarter is a quarter.
    """

    unit: Unit
    count: int
    anchor: Anchor = Anchor.PUBLICATION
    of: "Meaning | None" = None
    fine: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """The Monday, May, 24 January (month * 100 + day) or third quarter that is meant; inside `of` if that is given.

    -1 is the last of its kind (the final quarter). Holidays go by name. It is chosen as seen from `by`, if that is
    given, instead of from the anchor; with `to`, it begins a range that ends with the next of that name.
    """

    cycle: Cycle
    number: int | str
    choice: Choice = Choice.NEAREST
    anchor: Anchor = Anchor.PUBLICATION
    of: "Meaning | None" = None
    by: "Meaning | None" = None
    to: "Named | None" = None


@dataclass(frozen=True, slots=True)
class Nth:
    """The first Monday, or the last day if no weekday (1 to 7) is given (-1), of a longer period."""

    number: int
    of: "Meaning"
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class PartOf:
    """The start, middle or end of a period."""

    part: Part
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class About:
    """A time that the words give as approximate: "about two years ago"."""

    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Bound:
    """A time that is only the limit of when something happened: "by the end of 2025"."""

    side: Side
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Ends:
    """A range of which one end is named here: in "from 2019 to 2021", 2019 (`first`) or 2021."""

    start: "Meaning"
    end: "Meaning"
    first: bool


@dataclass(frozen=True, slots=True)
class Range:
    """A range written in one piece: "Jan. 20–24"."""

    start: "Meaning"
    end: "Meaning"


@dataclass(frozen=True, slots=True)
class Either:
    """A numeric date that is one day if the month comes first, and another if the day does."""

    month_first: "Meaning"
    day_first: "Meaning"


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A year of business, study or sport, or a part of one, that may begin in any month; `of` is what names it.

    It may be named after the year in which it begins or in which it ends; with `both`, after both, and `of` is the
    second.
    """

    of: "Meaning"
    both: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; without `of`, of the day mentioned last.

    `zone` is "Z" for UTC and GMT, an offset ("-05") where the words name one, else empty.
    """

    hour: int
    minute: int = 0
    second: int | None = None
    zone: str = ""
    of: "Meaning | None" = None


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of the day; without `of`, of the day mentioned last. With `on`, it lasts into the next day."""

    code: DayCode
    of: "Meaning | None" = None
    on: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """A duration that no date is attached to; `count` None is an unknown number ("several")."""

    unit: Unit
    count: float | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A duration that ends or begins at the anchor: "the last three years", "the next four years"."""

    unit: Unit
    count: float | None = None
    forward: bool = False
    anchor: Anchor = Anchor.PUBLICATION


@dataclass(frozen=True, slots=True)
class Repeat:
    """Something that comes again: every so many units, or every time that `of` names."""

    unit: Unit = Unit.DAY
    count: float | None = 1
    of: "Meaning | None" = None


@dataclass(frozen=True, slots=True)
class Vague:
    """Past, present or future, no more: "recently", "now", "the coming weeks"."""

    tense: Tense


@dataclass(frozen=True, slots=True)
class NoTime:
    """The words look like a time and are none."""


Meaning = (
    Fixed
    | Shift
    | Named
    | Nth
    | PartOf
    | About
    | Bound
    | Ends
    | Range
    | Either
    | Fiscal
    | Clock
    | DayPart
    | Length
    | Stretch
    | Repeat
    | Vague
    | NoTime
)
