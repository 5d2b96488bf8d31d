"""TIMEX3 values, as in TempEval-3's annotation."""

from generator.dates.meaning import Length, Meaning, Stretch, Vague
from generator.dates.periods import Unit, first_day
from generator.dates.places import Place

SEASON_CODES = ("SP", "SU", "FA", "WI")
UNKNOWN_VALUES = {
    Unit.DAY: "XXXX-XX-XX",
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
LETTERS = {
    Unit.SECOND: "S",
    Unit.MINUTE: "M",
    Unit.HOUR: "H",
    Unit.DAY: "D",
    Unit.WEEK: "W",
    Unit.MONTH: "M",
    Unit.QUARTER: "Q",
    Unit.YEAR: "Y",
    Unit.DECADE: "DE",
    Unit.CENTURY: "CE",
    Unit.MILLENNIUM: "ML",
}
CLOCK = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)


def to_timex3(meaning: Meaning, place: Place | None) -> str:
    """The value of a meaning that lies at that place (None if it names no period)."""
    match meaning:
        case Length(unit, count) | Stretch(unit, count):
            return duration(unit, count)
        case Vague(tense):
            return tense.value
    if place is None:
        return "XXXX-XX-XX"
    return period(place.unit, place.first) if place.exact and place.first is not None else UNKNOWN_VALUES[place.unit]


def duration(unit: Unit, count: float | None) -> str:
    """A TIMEX3 duration: P2W, PT72H, PXD."""
    amount = "X" if count is None else f"{count:g}"
    return f"PT{amount}{LETTERS[unit]}" if unit in CLOCK else f"P{amount}{LETTERS[unit]}"


def period(unit: Unit, number: int) -> str:
    """The TIMEX3 value of a period of the calendar."""
    start = first_day(unit, number)
    match unit:
        case Unit.YEAR:
            return f"{number:04}" if number > 0 else f"BC{-number:04}"
        case Unit.DECADE:
            return f"{number:03}"
        case Unit.CENTURY:
            return f"{number:02}"
        case Unit.MILLENNIUM:
            return str(number)
        case Unit.QUARTER:
            return f"{number // 4:04}-Q{number % 4 + 1}"
        case Unit.HALF:
            return f"{number // 2:04}-H{number % 2 + 1}"
        case Unit.SEASON:
            return f"{number // 4:04}-{SEASON_CODES[number % 4]}"
        case Unit.MONTH:
            return f"{number // 12:04}-{number % 12 + 1:02}"
        case _ if start is None:
            return UNKNOWN_VALUES.get(unit, "XXXX-XX-XX")
        case Unit.WEEK | Unit.WEEKEND:
            iso = start.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if unit is Unit.WEEKEND else "")
    return start.isoformat()
