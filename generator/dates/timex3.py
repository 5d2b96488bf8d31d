"""TIMEX3 values and types, as in TempEval-3's annotation."""

from datetime import date

from generator.dates.anchors import Anchors, Place
from generator.dates.cycles import CYCLE_UNITS
from generator.dates.meaning import (
    About,
    Bound,
    Clock,
    Cycle,
    DayPart,
    Either,
    Ends,
    Fiscal,
    Length,
    Meaning,
    Named,
    PartOf,
    Range,
    Repeat,
    Stretch,
    Vague,
)
from generator.dates.periods import Unit, first_day
from generator.dates.places import place_of

SEASON_CODES = ("SP", "SU", "FA", "WI")
UNKNOWN_VALUES = {
    Unit.WEEK: "XXXX-WXX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.HALF: "XXXX-HX",
    Unit.SEASON: "XXXX-XX",
    Unit.YEAR: "XXXX",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
    Unit.MILLENNIUM: "X",
}
UNKNOWN_DAY = "XXXX-XX-XX"
LETTERS = {
    Unit.SECOND: "TXS",
    Unit.MINUTE: "TXM",
    Unit.HOUR: "TXH",
    Unit.NIGHT: "XNI",
    Unit.DAY: "XD",
    Unit.WEEKEND: "XWE",
    Unit.WEEK: "XW",
    Unit.MONTH: "XM",
    Unit.QUARTER: "XQ",
    Unit.SEASON: "XS",
    Unit.YEAR: "XY",
    Unit.DECADE: "XDE",
    Unit.CENTURY: "XCE",
    Unit.MILLENNIUM: "XML",
}
HALVES = {
    Unit.HOUR: (Unit.MINUTE, 30),
    Unit.DAY: (Unit.HOUR, 12),
    Unit.YEAR: (Unit.MONTH, 6),
    Unit.DECADE: (Unit.YEAR, 5),
    Unit.CENTURY: (Unit.YEAR, 50),
}


def type_of(meaning: Meaning) -> str:
    """The TIMEX3 type of a meaning: DATE, TIME, DURATION or SET."""
    match meaning:
        case Length() | Stretch():
            return "DURATION"
        case Repeat():
            return "SET"
        case Clock() | DayPart():
            return "TIME"
        case PartOf(_, of) | Bound(_, of) | About(of):
            return type_of(of)
        case Ends(start, end, first):
            return type_of(start if first else end)
    return "DATE"


def to_timex3(meaning: Meaning, anchors: Anchors) -> str:
    """The value of a meaning, with X for what is not known."""
    match meaning:
        case Length(unit, count) | Stretch(unit, count):
            return duration(unit, count)
        case Vague(tense):
            return tense.value
        case Repeat(unit, count, of):
            return duration(unit, count) if of is None else to_timex3(of, Anchors())
        case PartOf(_, of) | Bound(_, of) | About(of) | Fiscal(of):
            return to_timex3(of, anchors)
        case Ends(start, end, first):
            return to_timex3(start if first else end, anchors)
        case Range(start, end):
            return f"{to_timex3(start, anchors)}/{to_timex3(end, anchors)}"
        case Clock(hour, minute, second, zone):
            seconds = "" if second is None else f":{second:02}"
            return f"{_day(meaning, anchors)}T{hour:02}:{minute:02}{seconds}{zone}"
        case DayPart(code):
            return f"{_day(meaning, anchors)}T{code}"
    place = place_of(meaning, anchors)
    if place is not None and place.first is not None and place.exact:
        return period(place.unit, place.first)
    return _unknown(meaning, place)


def _day(meaning: Clock | DayPart, anchors: Anchors) -> str:
    if meaning.of is not None:
        return to_timex3(meaning.of, anchors)
    place = place_of(meaning, anchors)
    return period(place.unit, place.first) if place and place.exact and place.first is not None else UNKNOWN_DAY


def _unknown(meaning: Meaning, place: Place | None) -> str:
    """A value with X for what is not known: XXXX-06-18, XXXX-WXX-1, XXXX-Q3."""
    match meaning:
        case Named(Cycle.MONTH_DAY, int(number)):
            return f"XXXX-{number // 100:02}-{number % 100:02}"
        case Named(Cycle.DAY_OF_MONTH, int(number)):
            return f"XXXX-XX-{number:02}"
        case Named(Cycle.WEEKDAY, number):
            return f"XXXX-WXX-{number}"
        case Named(Cycle.MONTH, int(number)):
            return f"XXXX-{number:02}"
        case Named(Cycle.QUARTER, int(number)) if number > 0:
            return f"XXXX-Q{number}"
        case Named(Cycle.HALF, int(number)) if number > 0:
            return f"XXXX-H{number}"
        case Named(Cycle.SEASON, int(number)):
            return f"XXXX-{SEASON_CODES[number - 1]}"
        case Named(Cycle.HOLIDAY) if place is not None:
            return f"{_known_year(place)}-XX-XX"
        case Named(cycle):
            return UNKNOWN_VALUES.get(CYCLE_UNITS[cycle], UNKNOWN_DAY)
        case Either(month_first):
            return f"{_known_year(place)}-XX-XX" if place else to_timex3(month_first, Anchors())
    return UNKNOWN_VALUES.get(place.unit, UNKNOWN_DAY) if place else UNKNOWN_DAY


def _known_year(place: Place) -> str:
    a, b = place.earliest, place.latest
    return f"{a.year:04}" if isinstance(a, date) and isinstance(b, date) and a.year == b.year else "XXXX"


def duration(unit: Unit, count: float | None) -> str:
    """A TIMEX3 duration: P2W, PT72H, PXD."""
    if unit is Unit.FORTNIGHT:
        unit, count = Unit.WEEK, None if count is None else 2 * count
    if unit is Unit.HALF:
        unit, count = Unit.MONTH, None if count is None else 6 * count
    if count == 0.5 and unit in HALVES:
        unit, count = HALVES[unit]
    return "P" + LETTERS[unit].replace("X", "X" if count is None else f"{count:g}")


def period(unit: Unit, number: int) -> str:
    """The TIMEX3 value of a period of the calendar; years before Christ are BC0241."""
    start = first_day(unit, number)
    match unit:
        case Unit.YEAR:
            return f"{number:04}" if number > 0 else f"BC{-number:04}"
        case Unit.DECADE:
            return f"{number:03}" if number >= 0 else f"BC{-number:03}"
        case Unit.CENTURY:
            return f"{number:02}" if number >= 0 else f"BC{-number - 1:02}"
        case Unit.MILLENNIUM:
            return str(number)
        case Unit.QUARTER:
            return f"{_year(number, 4)}-Q{number % 4 + 1}"
        case Unit.HALF:
            return f"{_year(number, 2)}-H{number % 2 + 1}"
        case Unit.SEASON:
            return f"{_year(number, 4)}-{SEASON_CODES[number % 4]}"
        case Unit.MONTH:
            return f"{_year(number, 12)}-{number % 12 + 1:02}"
        case _ if start is None:
            return UNKNOWN_VALUES.get(unit, UNKNOWN_DAY)
        case Unit.WEEK | Unit.WEEKEND:
            iso = start.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if unit is Unit.WEEKEND else "")
    return start.isoformat()


def _year(number: int, per_year: int) -> str:
    return period(Unit.YEAR, number // per_year)
