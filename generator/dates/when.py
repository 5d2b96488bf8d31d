"""Whens: making them, comparing them, and writing them as EDTF and as words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from generator.dates.periods import Unit, first_day, last_day, number_of
from generator.model import UNKNOWN_WHEN, Precision, When

WHOLE_UNITS = (
    (Precision.DAY, Unit.DAY),
    (Precision.WEEK, Unit.WEEK),
    (Precision.MONTH, Unit.MONTH),
    (Precision.QUARTER, Unit.QUARTER),
    (Precision.SEASON, Unit.SEASON),
    (Precision.HALF, Unit.HALF),
    (Precision.YEAR, Unit.YEAR),
    (Precision.DECADE, Unit.DECADE),
    (Precision.CENTURY, Unit.CENTURY),
)
MONTHS = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = ("spring", "summer", "autumn", "winter")
# From so many days on, the rough ends of a span are told in months, and in years.
_ABOUT_MONTHS, _ABOUT_YEARS = 60, 2 * 365
EDTF_SEASON, EDTF_QUARTER, EDTF_HALF = 21, 33, 40


def day(on: date) -> When:
    """That day."""
    return When(on, on, Precision.DAY)


def week_of(on: date) -> When:
    """The week, Monday to Sunday, that holds the day."""
    return _whole(Precision.WEEK, Unit.WEEK, number_of(Unit.WEEK, on))


def month(year_number: int, month_number: int) -> When:
    """That month."""
    return _whole(Precision.MONTH, Unit.MONTH, year_number * 12 + month_number - 1)


def year(number: int) -> When:
    """That year."""
    return _whole(Precision.YEAR, Unit.YEAR, number)


def before(latest: date) -> When:
    """On or before that day."""
    return When(None, latest, Precision.BEFORE)


def after(earliest: date) -> When:
    """On or after that day."""
    return When(earliest, None, Precision.AFTER)


def span(earliest: date, latest: date, lasted: bool) -> When:
    """From one day to another, both included: all of it (`lasted`) or some day of it."""
    return When(earliest, latest, Precision.RANGE, lasted=lasted)


def within(earliest: date | None, latest: date | None) -> When:
    """Some day between two bounds, either of which may be open, with the precision that the bounds suggest."""
    if earliest is None or latest is None:
        return before(latest) if latest else after(earliest) if earliest else UNKNOWN_WHEN
    for precision, unit in WHOLE_UNITS:
        number = number_of(unit, earliest)
        if first_day(unit, number) == earliest and last_day(unit, number) == latest:
            return When(earliest, latest, precision)
    return span(earliest, latest, lasted=False)


def overlaps(a: When, b: When) -> bool:
    """Whether some day fits both."""
    starts = [w.earliest for w in (a, b) if w.earliest]
    ends = [w.latest for w in (a, b) if w.latest]
    return not starts or not ends or max(starts) <= min(ends)


def contains(outer: When, inner: When) -> bool:
    """Whether every day that fits `inner` fits `outer`."""
    starts_inside = outer.earliest is None or (inner.earliest is not None and outer.earliest <= inner.earliest)
    ends_inside = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return starts_inside and ends_inside


def intersection(a: When, b: When) -> When | None:
    """What is known if both hold, or None if they exclude each other.

    The narrower of the two if it lies within the other (the first if they are equal); else the common days.
    """
    if not overlaps(a, b):
        return None
    if contains(a, b) and not contains(b, a):
        return b
    if contains(b, a):
        return a
    earliest = max((w.earliest for w in (a, b) if w.earliest), default=None)
    latest = min((w.latest for w in (a, b) if w.latest), default=None)
    common = within(earliest, latest)
    return When(earliest, latest, common.precision, a.approximate or b.approximate, a.lasted and b.lasted)


def to_edtf(when: When) -> str | None:
    """EDTF level 2; None for an unknown time.

    EDTF marks single dates and spans as approximate but has no such mark for seasons, quarters, halves and "one of a
    set", so those lose their `~`; the bounds always survive.
    """
    a, b = when.earliest, when.latest
    mark = "~" if when.approximate else ""
    if a is None or b is None:
        return f"[..{_iso(b)}]" if b else f"[{_iso(a)}..]" if a else None
    if when.lasted:
        return f"{_iso(a)}{mark}/{_iso(b)}{mark}"
    match when.precision:
        case Precision.DAY if a == b:
            return f"{_iso(a)}{mark}"
        case Precision.MONTH:
            return f"{_iso(a)[:7]}{mark}"
        case Precision.YEAR:
            return f"{_iso(a)[:4]}{mark}"
        case Precision.DECADE if a.year % 10 == 0:
            return f"{_iso(a)[:3]}X{mark}"
        case Precision.CENTURY if a.year % 100 == 0:
            return f"{_iso(a)[:2]}XX{mark}"
        case Precision.QUARTER:
            return f"{_iso(a)[:4]}-{EDTF_QUARTER + (a.month - 1) // 3}"
        case Precision.HALF:
            return f"{_iso(a)[:4]}-{EDTF_HALF + (a.month - 1) // 6}"
        case Precision.SEASON:
            return f"{_iso(a)[:4]}-{EDTF_SEASON + (a.month - 3) // 3}"
    return f"[{_iso(a)}..{_iso(b)}]"


def parse_edtf(text: str) -> When:
    """The When that an EDTF text of the forms above stands for; raises ValueError, in words, for any other."""
    bare = text.strip()
    if bare.startswith("[") and bare.endswith("]") and ".." in bare:
        left, _, right = bare[1:-1].partition("..")
        return within(_point(left).earliest if left else None, _point(right).latest if right else None)
    approximate = "~" in bare or "?" in bare or "%" in bare
    left, slash, right = re.sub("[~?%]", "", bare).partition("/")
    if not slash:
        point = _point(left)
        return When(point.earliest, point.latest, point.precision, approximate)
    if left in ("", "..") or right in ("", ".."):
        earliest = None if left in ("", "..") else _point(left).earliest
        return within(earliest, None if right in ("", "..") else _point(right).latest)
    return When(_point(left).earliest, _point(right).latest, Precision.RANGE, approximate, lasted=True)


def _point(text: str) -> When:
    """A single EDTF date: a day, month, season, quarter, half, year, decade or century."""
    if match := re.fullmatch(r"(\d{2})XX", text):
        return _whole(Precision.CENTURY, Unit.CENTURY, int(match[1]))
    if match := re.fullmatch(r"(\d{3})X", text):
        return _whole(Precision.DECADE, Unit.DECADE, int(match[1]))
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text)
    if not match:
        raise ValueError(f"not an EDTF date that is understood here: {text!r}")
    y, part = int(match[1]), int(match[2] or 0)
    if match[3]:
        return day(date(y, part, int(match[3])))
    if not match[2]:
        return year(y)
    if part <= 12:
        return month(y, part)
    for first, count, precision, unit in (
        (EDTF_SEASON, 4, Precision.SEASON, Unit.SEASON),
        (EDTF_QUARTER, 4, Precision.QUARTER, Unit.QUARTER),
        (EDTF_HALF, 2, Precision.HALF, Unit.HALF),
    ):
        if first <= part < first + count:
            return _whole(precision, unit, y * count + part - first)
    raise ValueError(f"no month, season, quarter or half has the number {part}: {text!r}")


def _day_words(on: date) -> str:
    return f"{on.day} {MONTHS[on.month]} {on.year}"


def _month_words(on: date) -> str:
    return f"{MONTHS[on.month]} {on.year}"


def _start_words(a: date, b: date) -> str:
    if a.year != b.year:
        return _day_words(a)
    return f"{a.day}" if a.month == b.month else f"{a.day} {MONTHS[a.month]}"


@dataclass(frozen=True, slots=True)
class Wording:
    """How days and months are written; `start` is the first day of a span that ends with the second, cut short."""

    day: Callable[[date], str] = _day_words
    month: Callable[[date], str] = _month_words
    start: Callable[[date, date], str] = _start_words


BRITISH = Wording()


def to_words(when: When, wording: Wording = BRITISH) -> str:
    """The time as a reader wants it: "27 January 2025", "by the end of 2025", "about 1990"."""
    a, b = when.earliest, when.latest
    if not when.approximate or a is None or b is None:
        return _words(when, wording)
    if when.lasted and a != b:
        coarse = _coarse(a, b, wording)
        return f"from about {coarse(a)} to about {coarse(b)}"
    return f"about {_from_to(a, b, wording)}" if when.precision is Precision.RANGE else f"about {_words(when, wording)}"


def _coarse(a: date, b: date, wording: Wording) -> Callable[[date], str]:
    """How finely the rough ends of a span are told: "the last three years" in years, a few months in months."""
    days = (b - a).days
    if days >= _ABOUT_YEARS:
        return lambda on: str(on.year)
    return wording.month if days >= _ABOUT_MONTHS else wording.day


def _words(when: When, wording: Wording) -> str:
    a, b = when.earliest, when.latest
    if a is None or b is None:
        if b:
            return f"by the end of {b.year}" if (b.month, b.day) == (12, 31) else f"by {wording.day(b)}"
        return f"on or after {wording.day(a)}" if a else "date unknown"
    if when.lasted and a != b:
        return f"from {_from_to(a, b, wording)}"
    match when.precision:
        case Precision.DAY if a == b:
            return wording.day(a)
        case Precision.WEEK:
            return f"some day in the week of {wording.day(a)}"
        case Precision.MONTH:
            return wording.month(a)
        case Precision.QUARTER:
            return f"the {('first', 'second', 'third', 'fourth')[(a.month - 1) // 3]} quarter of {a.year}"
        case Precision.HALF:
            return f"the {('first', 'second')[(a.month - 1) // 6]} half of {a.year}"
        case Precision.SEASON:
            name = SEASONS[(a.month - 3) // 3]
            return f"{name} {a.year}" if name != "winter" else f"{name} {a.year}–{b.year % 100:02}"
        case Precision.YEAR:
            return str(a.year)
        case Precision.DECADE | Precision.CENTURY:
            return f"the {a.year}s"
    return wording.day(a) if a == b else f"some day from {_from_to(a, b, wording)}"


def _from_to(a: date, b: date, wording: Wording) -> str:
    if (a.month, a.day, b.month, b.day) == (1, 1, 12, 31):
        return f"{a.year} to {b.year}"
    if a.day == 1 and last_day(Unit.MONTH, number_of(Unit.MONTH, b)) == b:
        start = MONTHS[a.month] if wording is BRITISH and a.year == b.year else wording.month(a)
        return f"{start} to {wording.month(b)}"
    return f"{wording.start(a, b)} to {wording.day(b)}"


def _iso(on: date) -> str:
    return on.isoformat()


def _whole(precision: Precision, unit: Unit, number: int) -> When:
    earliest, latest = first_day(unit, number), last_day(unit, number)
    if earliest is None or latest is None:
        raise ValueError(f"{unit} {number} is outside the calendar")
    return When(earliest, latest, precision)
