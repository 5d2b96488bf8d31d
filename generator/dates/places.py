"""Where a meaning lies on the calendar, once it has an anchor.

The anchor may be an interval, or open, or unknown. Every relative meaning moves with its anchor and never backwards,
so applying it to both ends of the anchor gives the ends of the result.
"""

from collections.abc import Callable
from datetime import date

from generator.dates.anchors import Anchors, Place, size_of
from generator.dates.cycles import CYCLE_UNITS, chosen, opening, rounds
from generator.dates.meaning import (
    About,
    Anchor,
    Bound,
    Choice,
    Clock,
    Cycle,
    DayPart,
    Either,
    Ends,
    Fiscal,
    Fixed,
    Meaning,
    Named,
    Nth,
    PartOf,
    Range,
    Shift,
)
from generator.dates.moon_days import FEAST_LASTS
from generator.dates.periods import MONTHS_IN, YEARS_IN, Unit, first_day, months_on, number_of
from generator.model import When

DAYS_IN_HAND = 7
DAY_UNITS = {Unit.FORTNIGHT: 14, Unit.DAY: 1, Unit.NIGHT: 1}


def day_place(when: When) -> Place:
    """The day of a publication that is known as a When."""
    first = when.earliest.toordinal() if when.earliest else None
    return Place(Unit.DAY, first, when.latest.toordinal() if when.latest else None)


def place_of(meaning: Meaning, anchors: Anchors) -> Place | None:
    """Where the meaning lies; None if it names no period."""
    match meaning:
        case Fixed(unit, number):
            return Place(unit, number, number)
        case Shift():
            return _shifted(meaning, anchors)
        case Named(of=None):
            return _whole_feast(meaning, _named(meaning, anchors))
        case Named():
            return _whole_feast(meaning, _inside(meaning, anchors))
        case Nth():
            return _nth(meaning, anchors)
        case PartOf(_, of) | Bound(_, of) | About(of) | Fiscal(of) | Range(of, _):
            return place_of(of, anchors)
        case Ends(start, end, first):
            return place_of(start if first else end, anchors)
        case Either(month_first, day_first):
            return _either(place_of(month_first, anchors), place_of(day_first, anchors), anchors.day_first)
        case Clock(of=of) | DayPart(of=of):
            return place_of(of, anchors) if of else _day_in_hand(anchors)
    return None


def _day_in_hand(anchors: Anchors) -> Place:
    """The day that a time of day belongs to: the one mentioned last, if that is not far from the publication."""
    day, published = anchors.mentions.get(Unit.DAY), anchors.publication
    if day is None or day.first is None or anchors.narrative or published.first is None:
        return day or published
    return day if abs(day.first - published.first) <= DAYS_IN_HAND else published


def _nth(meaning: Nth, anchors: Anchors) -> Place | None:
    whole = place_of(meaning.of, anchors)
    if whole is None or not whole.earliest or not whole.latest:
        return None
    first, last = whole.earliest.toordinal(), whole.latest.toordinal()
    step = 1 if meaning.weekday is None else 7
    if meaning.weekday is not None:
        first += (meaning.weekday - whole.earliest.isoweekday()) % 7
        last -= (whole.latest.isoweekday() - meaning.weekday) % 7
    number = first + step * (meaning.number - 1) if meaning.number > 0 else last
    if not whole.exact:
        return Place(Unit.DAY, whole.earliest.toordinal(), whole.latest.toordinal())
    return Place(Unit.DAY, number, number) if number <= last else None


def _moved(anchor: Place, unit: Unit, move: Callable[[date], int | None]) -> Place:
    first, last = anchor.earliest, anchor.latest
    return Place(unit, move(first) if first else None, move(last) if last else None)


def counts_from_mention(unit: Unit, anchor: Anchor, anchors: Anchors) -> bool:
    """Whether a shift of that unit counts from the time mentioned last.

    In a story whose publication is known, "the year" and "next year" do too; "today" never does, and where the
    publication is not known, what counts from it stays unknown.
    """
    scene = anchors.narrative and anchors.publication.first is not None and size_of(unit) > size_of(Unit.DAY)
    return anchor is Anchor.MENTION or scene


def _base(unit: Unit, anchor: Anchor, anchors: Anchors) -> Place:
    """What to count from: the publication, or the last mention that is fine enough."""
    mention = anchors.mention(unit) if counts_from_mention(unit, anchor, anchors) else None
    return mention or anchors.publication


def _shifted(meaning: Shift, anchors: Anchors) -> Place | None:
    unit, count = meaning.unit, meaning.count
    base = place_of(meaning.of, anchors) if meaning.of else _base(unit, meaning.anchor, anchors)
    if base is None:
        return None
    if meaning.fine:
        latest = anchors.latest
        base = latest if latest and 0 < size_of(latest.unit) < size_of(unit) else base
        unit = base.unit if 0 < size_of(base.unit) < size_of(unit) else unit
    if unit is not meaning.unit:
        return _moved(base, unit, lambda on: _carried(on, unit, meaning.unit, count))
    if unit in DAY_UNITS:
        return _moved(base, Unit.DAY, lambda on: on.toordinal() + count * DAY_UNITS[unit])
    if base.unit is unit and base.first is not None and base.last is not None:
        return Place(unit, base.first + count, base.last + count)
    if base.exact and size_of(base.unit) < size_of(unit):
        base = _beginning(base)
    if unit in (Unit.HOUR, Unit.MINUTE, Unit.SECOND):
        return Place(Unit.DAY, base.first, base.last) if count else base
    if meaning.of and base.unit is Unit.DAY and count:
        return _moved(base, Unit.DAY, lambda on: _carried(on, Unit.DAY, unit, count))
    return _moved(base, unit, lambda on: number_of(unit, on) + count)


def _carried(on: date, unit: Unit, by: Unit, count: int) -> int | None:
    """The number of the period of one unit that holds the day so many of another unit from here."""
    if by in YEARS_IN or by in MONTHS_IN:
        moved = months_on(on, count * (12 * YEARS_IN[by] if by in YEARS_IN else MONTHS_IN[by]))
        return number_of(unit, moved) if moved else None
    ordinal = on.toordinal() + count * (7 if by in (Unit.WEEK, Unit.WEEKEND) else 1)
    return number_of(unit, date.fromordinal(ordinal)) if 1 <= ordinal <= date.max.toordinal() else None


def _beginning(place: Place) -> Place:
    """The first day of a period that is known; one that lies in two years belongs to the first."""
    start = place.earliest.toordinal() if place.exact and place.earliest else None
    return Place(Unit.DAY, start, start) if start else place


def _named(meaning: Named, anchors: Anchors) -> Place | None:
    unit, choice = CYCLE_UNITS[meaning.cycle], meaning.choice
    if meaning.by is not None:
        other = place_of(meaning.by, anchors)
        return other and _moved(_first_days(other), unit, lambda on: chosen(meaning.cycle, meaning.number, choice, on))
    base = _base(unit, meaning.anchor, anchors)
    if choice is not Choice.COMING and (anchors.narrative or meaning.anchor is Anchor.MENTION):
        base = anchors.mention(unit) or base
        if base is not anchors.publication and choice in (Choice.NEAREST, Choice.BEHIND, Choice.AHEAD):
            return _in_story(meaning, base)
    if meaning.to is not None:
        to = meaning.to
        return _moved(base, unit, lambda on: opening(meaning.cycle, meaning.number, to.cycle, to.number, on))
    return _moved(base, unit, lambda on: chosen(meaning.cycle, meaning.number, choice, on))


def _whole_feast(meaning: Named, place: Place | None) -> Place | None:
    """All days on which a feast may lie that lasts for days, or whose day is only estimated."""
    before, after = FEAST_LASTS.get(str(meaning.number), (0, 0))
    if meaning.cycle is not Cycle.HOLIDAY or place is None or (before, after) == (0, 0):
        return place
    return Place(place.unit, place.first and place.first - before, place.last and place.last + after)


def _first_days(place: Place) -> Place:
    """The day on which a period begins that may not be known exactly."""
    days = [None if number is None else first_day(place.unit, number) for number in (place.first, place.last)]
    first, last = (day.toordinal() if day else None for day in days)
    return Place(Unit.DAY, first, last)


STORY_MOVES_ON = {Unit.DAY: 15, Unit.MONTH: 0.5}


def _in_story(meaning: Named, base: Place) -> Place:
    """A bare name in a story: of the year mentioned, or nearest to the day or month mentioned and a little after."""
    unit = CYCLE_UNITS[meaning.cycle]
    choice = Choice.AHEAD if meaning.cycle in (Cycle.WEEKDAY, Cycle.DAY_OF_MONTH) else Choice.THIS
    if base.unit in YEARS_IN or choice is Choice.AHEAD:
        return _moved(base, unit, lambda on: chosen(meaning.cycle, meaning.number, choice, on))

    def nearest(on: date) -> int | None:
        here = number_of(unit, on) + STORY_MOVES_ON.get(unit, 0)
        return min(rounds(meaning.cycle, meaning.number, on), key=lambda r: (abs(r - here), -r), default=None)

    return _moved(_beginning(base), unit, nearest)


def _inside(meaning: Named, anchors: Anchors) -> Place | None:
    """The one of that name inside another period: the third quarter of last year, Monday of last week."""
    unit = CYCLE_UNITS[meaning.cycle]
    whole = place_of(meaning.of, anchors) if meaning.of else None
    if whole is None:
        return None

    def inside(on: date) -> int | None:
        number = number_of(whole.unit, on)
        for candidate in rounds(meaning.cycle, meaning.number, on):
            start = first_day(unit, candidate)
            if start and number_of(whole.unit, start) == number:
                return candidate
        return None

    if whole.first is not None and whole.earliest and inside(whole.earliest) is None:
        return None
    return _moved(whole, unit, inside)


def _either(month_first: Place | None, day_first: Place | None, order: bool | None) -> Place | None:
    if month_first is None or day_first is None or order is not None:
        return day_first if order else month_first
    numbers = [n for n in (month_first.first, day_first.first) if n is not None]
    return Place(Unit.DAY, min(numbers), max(numbers)) if numbers else None
