"""Meanings that take some arithmetic to make from the words of a match; None where the words make none."""

from collections.abc import Callable
from dataclasses import replace

from generator.dates.meaning import (
    Choice,
    Clock,
    Cycle,
    DayCode,
    DayPart,
    Either,
    Fiscal,
    Fixed,
    Length,
    Meaning,
    Named,
    Range,
    Repeat,
)
from generator.dates.periods import Unit, day_in_month

PIVOT = 40
AFTER_NOON = (DayCode.AFTERNOON, DayCode.EVENING, DayCode.NIGHT)


def date_of(
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    of: Meaning | None = None,
    before_christ: bool = False,
    weekday: int | None = None,
    choice: Choice = Choice.NEAREST,
) -> Meaning | None:
    """A day or month of a year; without a year, the one of `of`, or the one that is meant.

    None for 30 February, and for a day that does not fall on the weekday given.
    """
    if month is None or not 1 <= month <= 12 or (day is not None and day_in_month(2000, month, day) is None):
        return None
    if year is None:
        number = month if day is None else month * 100 + day
        return Named(Cycle.MONTH if day is None else Cycle.MONTH_DAY, number, choice, of=of)
    year = -year if before_christ else year
    if day is None:
        return Fixed(Unit.MONTH, year * 12 + month - 1)
    on = day_in_month(year, month, day)
    return Fixed(Unit.DAY, on.toordinal()) if on and weekday in (None, on.isoweekday()) else None


def full_year(year: int) -> int:
    """A year that may be written with two digits: 89 is 1989, 25 is 2025."""
    return year + (2000 if year < PIVOT else 1900) if year < 100 else year


def numeric_of(first: int, second: int, year: int) -> Meaning | None:
    """A date in numerals: 10/30/89, 30.10.1989; both readings where both are possible."""
    month_first, day_first = date_of(full_year(year), first, second), date_of(full_year(year), second, first)
    if month_first and day_first and month_first != day_first:
        return Either(month_first, day_first)
    return month_first or day_first


def year_of(number: int, before_christ: bool | None = None) -> Meaning | None:
    """A year; one of two digits is of our time unless an era is given."""
    if before_christ is None:
        number = full_year(number)
    return Fixed(Unit.YEAR, -number if before_christ else number) if number else None


def decade_of(year: int) -> Meaning:
    """The decade that begins with the year (the 1990s), or of a century to be found (the '90s)."""
    if year < 100:
        return Named(Cycle.DECADE_OF_CENTURY, year // 10)
    return Fixed(Unit.DECADE, year // 10)


def century_of(ordinal: int, before_christ: bool = False) -> Meaning | None:
    """The century with that ordinal: the 20th is 1900 to 1999."""
    return Fixed(Unit.CENTURY, -ordinal if before_christ else ordinal - 1) if 0 < ordinal <= 30 else None


def millennium_of(ordinal: int) -> Meaning | None:
    """The millennium with that ordinal: the second is 1000 to 1999."""
    return Fixed(Unit.MILLENNIUM, ordinal - 1) if 0 < ordinal <= 3 else None


def round_of(
    cycle: str, number: int, year: int | None = None, of: Meaning | None = None, before_christ: bool = False
) -> Meaning | None:
    """The quarter, half or season of that number, of a year or of another time; -1 is the last."""
    kind = Cycle(cycle)
    per = {Cycle.QUARTER: 4, Cycle.HALF: 2, Cycle.SEASON: 4}[kind]
    if not (1 <= number <= per or number == -1):
        return None
    if before_christ and year is not None:
        return Fixed(Unit(cycle), -year * per + number - 1) if number > 0 else None
    whole = Fixed(Unit.YEAR, full_year(year)) if year is not None else of
    return Named(kind, number, Choice.NEAREST, of=whole)


def clock_of(
    hour: int,
    minute: int = 0,
    second: int | None = None,
    noon: int | None = None,
    zone: str = "",
    of: Meaning | None = None,
) -> Meaning | None:
    """A time of day; `noon` is 0 for a.m. and 12 for p.m."""
    if noon is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + noon
    return Clock(hour, minute, second, zone, of) if hour <= 24 and minute < 60 else None


def military_of(hhmm: int, zone: str = "", of: Meaning | None = None) -> Meaning | None:
    """A time of day in four digits: 0800 GMT."""
    return clock_of(hhmm // 100, hhmm % 100, zone=zone, of=of)


def at_of(clock: Meaning, of: Meaning) -> Meaning | None:
    """A time of day on a day, or in a part of one: 8 in the evening is 20:00."""
    if not isinstance(clock, Clock):
        return None
    if isinstance(of, DayPart):
        late = of.code in AFTER_NOON and clock.hour < 12
        return replace(clock, of=of.of, hour=clock.hour + 12 if late else clock.hour)
    return replace(clock, of=of)


def hours_of(
    start: int, end: int, noon: int, minute: int = 0, last: int = 0, of: Meaning | None = None
) -> Meaning | None:
    """From an hour to one that says which half of the day is meant: "5-7 p.m."; "11-1 p.m." begins in the morning."""
    if not (1 <= start <= 12 and 1 <= end <= 12):
        return None
    until = Clock(end % 12 + noon, last, of=of)
    hours = (start % 12 + noon, start % 12)
    hour = next((h for h in hours if (h, minute) < (until.hour, last)), None)
    return None if hour is None else Range(replace(until, hour=hour, minute=minute), until)


def straddling_of(start: int, short: int) -> Meaning | None:
    """The season, academic or business year that is named after both of its years: 2023-24; None for other years."""
    return Fiscal(Fixed(Unit.YEAR, start + 1), both=True) if (start + 1) % 100 == short else None


def years_of(start: int, end: int | None = None, short: int | None = None) -> Meaning | None:
    """Years from one to another, of which the second may have two digits: 1939-45; None if they run backwards."""
    last = end if end is not None else start // 100 * 100 + (short or 0)
    last += 100 if short is not None and last < start and start % 100 == 99 else 0
    return Range(Fixed(Unit.YEAR, start), Fixed(Unit.YEAR, last)) if start < last <= start + 200 else None


def repeat_of(unit: Unit = Unit.DAY, count: float | None = 1, of: Meaning | None = None, some: bool = False) -> Meaning:
    """Every so many units ("every few years" if `some`), or every time that `of` names."""
    return Repeat(unit, None if some else count, of)


def length_of(unit: str, count: float | None = None, more: float = 0) -> Meaning:
    """A duration; `more` is what "and a half" adds."""
    return Length(Unit(unit), None if count is None else count + more)


CALENDAR: dict[str, Callable[..., Meaning | None]] = {
    "date": date_of,
    "numeric": numeric_of,
    "year": year_of,
    "decade": decade_of,
    "century": century_of,
    "millennium": millennium_of,
    "round": round_of,
    "clock": clock_of,
    "military": military_of,
    "at": at_of,
    "years": years_of,
    "straddling": straddling_of,
    "hours": hours_of,
    "repeat": repeat_of,
    "length": length_of,
}
