"""Names that come round again (Monday, May, the third quarter, Christmas) and which round of them is meant."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from dateutil.easter import easter  # type: ignore[import, unused-ignore]

from generator.dates.meaning import Choice, Cycle
from generator.dates.moon_days import (
    ISLAMIC_FEASTS,
    diwali,
    hanukkah,
    islamic_feasts,
    lunar_new_year,
    passover,
    rosh_hashanah,
    yom_kippur,
)
from generator.dates.periods import Unit, day_in_month, first_day, last_day, number_of

CYCLE_UNITS = {
    Cycle.WEEKDAY: Unit.DAY,
    Cycle.MONTH_DAY: Unit.DAY,
    Cycle.DAY_OF_MONTH: Unit.DAY,
    Cycle.HOLIDAY: Unit.DAY,
    Cycle.MONTH: Unit.MONTH,
    Cycle.QUARTER: Unit.QUARTER,
    Cycle.SEASON: Unit.SEASON,
    Cycle.HALF: Unit.HALF,
    Cycle.YEAR_OF_CENTURY: Unit.YEAR,
    Cycle.DECADE_OF_CENTURY: Unit.DECADE,
}
PER_YEAR = {Cycle.MONTH: 12, Cycle.QUARTER: 4, Cycle.SEASON: 4, Cycle.HALF: 2}
PER_CENTURY = {Cycle.YEAR_OF_CENTURY: 100, Cycle.DECADE_OF_CENTURY: 10}
FEAST_AHEAD, TOLD_FEAST_AHEAD = 60, 10
YEARS_BEFORE_A_DECADE = 3
REACH_AHEAD = {Cycle.YEAR_OF_CENTURY: 10, Cycle.MONTH: 2, Cycle.HOLIDAY: FEAST_AHEAD}


def _nth(month: int, weekday: int, n: int) -> Callable[[int], date | None]:
    """The n-th such weekday of a month, or the last if n is -1."""

    def on(year: int) -> date | None:
        days = [d for d in (day_in_month(year, month, n) for n in range(1, 32)) if d and d.isoweekday() == weekday]
        return days[n - 1 if n > 0 else n] if days else None

    return on


def _from_easter(days: int) -> Callable[[int], date | None]:
    return lambda year: easter(year) + timedelta(days=days) if 1583 <= year <= 4099 else None


def _fixed(month: int, day: int) -> Callable[[int], date | None]:
    return lambda year: day_in_month(year, month, day)


HOLIDAYS: dict[str, Callable[[int], date | None]] = {
    "new year": _fixed(1, 1),
    "martin luther king day": _nth(1, 1, 3),
    "presidents day": _nth(2, 1, 3),
    "valentine": _fixed(2, 14),
    "st patrick": _fixed(3, 17),
    "good friday": _from_easter(-2),
    "easter": _from_easter(0),
    "easter monday": _from_easter(1),
    "ascension": _from_easter(39),
    "whit sunday": _from_easter(49),
    "ash wednesday": _from_easter(-46),
    "may day": _fixed(5, 1),
    "memorial day": _nth(5, 1, -1),
    "independence day": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, 1, 1),
    "columbus day": _nth(10, 1, 2),
    "halloween": _fixed(10, 31),
    "guy fawkes": _fixed(11, 5),
    "veterans day": _fixed(11, 11),
    "thanksgiving": _nth(11, 4, 4),
    "christmas eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
    "lunar new year": lunar_new_year,
    "rosh hashanah": rosh_hashanah,
    "yom kippur": yom_kippur,
    "passover": passover,
    "hanukkah": hanukkah,
    "diwali": diwali,
}


def rounds(cycle: Cycle, number: int | str, on: date) -> Sequence[int]:
    """The numbers of the periods of that name around a day, in order: at least one before and one after."""
    years = range(on.year - 4, on.year + 5)
    if cycle in PER_YEAR:
        per = PER_YEAR[cycle]
        return [y * per + (int(number) - 1 if int(number) > 0 else per - 1) for y in years]
    if cycle in PER_CENTURY:
        per = PER_CENTURY[cycle]
        return [c * per + int(number) for c in range(on.year // 100 - 1, on.year // 100 + 2)]
    if cycle is Cycle.WEEKDAY:
        monday = on.toordinal() - on.isoweekday() + 1
        return [monday + 7 * week + int(number) - 1 for week in (-2, -1, 0, 1, 2)]
    if cycle is Cycle.DAY_OF_MONTH:
        months = range(number_of(Unit.MONTH, on) - 2, number_of(Unit.MONTH, on) + 3)
        days = [day_in_month(m // 12, m % 12 + 1, int(number)) for m in months]
    elif cycle is Cycle.HOLIDAY:
        name = str(number)
        days = [*islamic_feasts(name, on)] if name in ISLAMIC_FEASTS else [HOLIDAYS[name](y) for y in years]
    else:
        days = [day_in_month(y, int(number) // 100, int(number) % 100) for y in years]
    return [d.toordinal() for d in days if d]


def chosen(cycle: Cycle, number: int | str, choice: Choice, on: date) -> int | None:
    """The number of the period of that name that someone means on that day; None if the calendar ends."""
    here = number_of(CYCLE_UNITS[cycle], on)
    all_rounds = rounds(cycle, number, on)
    match choice:
        case Choice.LAST:
            return max((r for r in all_rounds if r < here), default=None)
        case Choice.NEXT:
            return min((r for r in all_rounds if r > here), default=None)
        case Choice.BEHIND:
            return max((r for r in all_rounds if r <= here), default=None)
        case Choice.AHEAD | Choice.COMING:
            return min((r for r in all_rounds if r >= here), default=None)
        case Choice.THIS:
            return _of_this_round(cycle, all_rounds, on)
    if cycle is Cycle.MONTH_DAY:
        return min(all_rounds, key=lambda r: abs(r - here), default=None)
    reach = TOLD_FEAST_AHEAD if choice is Choice.TOLD else REACH_AHEAD.get(cycle, 0)
    if cycle is Cycle.DECADE_OF_CENTURY:
        here = (on.year + YEARS_BEFORE_A_DECADE) // 10
    return max((r for r in all_rounds if r <= here + reach), default=None)


def opening(cycle: Cycle, number: int | str, to: Cycle, last: int | str, on: date) -> int | None:
    """The number of the period with which a range of two bare names begins: of the range that is nearest to that day.

    One that has not begun counts as near as a bare name alone would; None if the calendar ends.
    """
    here = chosen(cycle, number, Choice.NEAREST, on)
    begins = None if here is None else first_day(CYCLE_UNITS[cycle], here)
    if here is None or begins is None or begins <= on:
        return here
    before = max((r for r in rounds(cycle, number, on) if r < here), default=None)
    began = None if before is None else first_day(CYCLE_UNITS[cycle], before)
    closing = chosen(to, last, Choice.AHEAD, began) if began else None
    ended = None if closing is None else last_day(CYCLE_UNITS[to], closing)
    return before if ended and on - ended <= begins - on else here


def _of_this_round(cycle: Cycle, all_rounds: Sequence[int], on: date) -> int | None:
    """The one of this week, month, year or century."""
    if cycle in PER_YEAR:
        return next((r for r in all_rounds if r // PER_YEAR[cycle] == on.year), None)
    if cycle in PER_CENTURY:
        return next((r for r in all_rounds if r // PER_CENTURY[cycle] == on.year // 100), None)
    unit = {Cycle.WEEKDAY: Unit.WEEK, Cycle.DAY_OF_MONTH: Unit.MONTH}.get(cycle, Unit.YEAR)
    this = number_of(unit, on)
    return next((r for r in all_rounds if number_of(unit, date.fromordinal(r)) == this), None)
