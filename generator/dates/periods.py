"""Calendar periods as numbered units, so that moving through time is adding a number.

Every unit counts its periods from a fixed origin: day 1 is 1 January of year 1, year 2025 is number 2025, its
January is number 24300. A season belongs to the year in which it begins (winter 2024 ends in February 2025); a
decade, century or millennium is numbered by its leading digits, as in TIMEX3 (199 is the 1990s, 19 the years
1900 to 1999).
"""

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum


class Unit(StrEnum):
    """A unit of the calendar or of the clock."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    NIGHT = "night"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.HALF: 6}
YEARS_IN = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
SPRING_BEGINS = 3


def number_of(unit: Unit, day: date) -> int:
    """The number of the period of this unit that holds the day; clock units count as days."""
    if unit in YEARS_IN:
        return day.year // YEARS_IN[unit]
    if unit is Unit.SEASON:
        return (day.year * 12 + day.month - SPRING_BEGINS) // 3
    if unit in MONTHS_IN:
        return (day.year * 12 + day.month - 1) // MONTHS_IN[unit]
    if unit in (Unit.WEEK, Unit.WEEKEND):
        return (day.toordinal() - 1) // 7
    return day.toordinal()


def first_day(unit: Unit, number: int) -> date | None:
    """The day on which that period begins, or None where Python's calendar does not reach (before year 1)."""
    if unit in YEARS_IN:
        year = number * YEARS_IN[unit]
        return _new_year(year if year or unit is Unit.YEAR else MINYEAR)
    if unit in MONTHS_IN:
        shift = SPRING_BEGINS - 1 if unit is Unit.SEASON else 0
        year, month = divmod(number * MONTHS_IN[unit] + shift, 12)
        start = _new_year(year)
        return start and start.replace(month=month + 1)
    ordinal = number * 7 + 1 + (5 if unit is Unit.WEEKEND else 0) if unit in (Unit.WEEK, Unit.WEEKEND) else number
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def last_day(unit: Unit, number: int) -> date | None:
    """The day on which that period ends, or None where Python's calendar does not reach."""
    if unit in YEARS_IN or unit in MONTHS_IN or unit is Unit.WEEK:
        following = first_day(unit, number + 1)
        return following and following - timedelta(days=1)
    start = first_day(unit, number)
    return start and start + timedelta(days=1 if unit is Unit.WEEKEND else 0)


def day_in_month(year: int, month: int, day: int) -> date | None:
    """That day, or None if there is none (30 February)."""
    in_reach = MINYEAR <= year <= MAXYEAR and 1 <= month <= 12
    return date(year, month, day) if in_reach and 1 <= day <= calendar.monthrange(year, month)[1] else None


def months_on(on: date, months: int) -> date | None:
    """The same day so many months on, or the last day of that month if it is too short."""
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(on.day, calendar.monthrange(year, month + 1)[1]))


def _new_year(year: int) -> date | None:
    return date(year, 1, 1) if MINYEAR <= year <= MAXYEAR else None
