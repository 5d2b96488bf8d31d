"""The two ends of a range, read together: "Jan. 20–24" is of one year, and "Dec. 28 to Jan. 3" of two."""

from dataclasses import replace

from generator.dates.cycles import CYCLE_UNITS
from generator.dates.meaning import About, Bound, Choice, Clock, Cycle, DayPart, Fixed, Meaning, Named, PartOf, Shift
from generator.dates.periods import YEARS_IN, Unit, first_day

OPEN_CHOICES = (Choice.NEAREST, Choice.AHEAD, Choice.COMING)


def joined(start: Meaning, end: Meaning) -> tuple[Meaning, Meaning] | None:
    """The ends of a range, each counted from the other where its words alone do not tell; None if they run backwards.

    A bare name at the end is the first of its kind from the start on; one at the start, before an end that is known,
    the last of its kind up to then; two bare names are the range that lies nearest.
    """
    if isinstance(start, Clock) and isinstance(end, Clock):
        return _of_their_days(start, end)
    opening, closing = _name(start), _name(end)
    first, last = _core(start), _core(end)
    if isinstance(first, Fixed) and isinstance(last, Fixed) and _runs_backwards(first, last):
        return None
    if opening and (isinstance(last, Fixed) or (isinstance(last, Named) and last.of is not None)):
        return _renamed(start, replace(opening, choice=Choice.BEHIND, by=last)), end
    if not closing or not _follows(closing, first):
        return start, end
    if opening and opening.choice is Choice.NEAREST:
        start = _renamed(start, replace(opening, to=closing))
    return start, _renamed(end, replace(closing, choice=Choice.AHEAD, by=_core(start)))


def _of_their_days(start: Clock, end: Clock) -> tuple[Clock, Clock]:
    """Two times of day of the one day that is named, or of that and the next: "from 10 p.m. to 5 a.m."."""
    overnight = (end.hour, end.minute) <= (start.hour, start.minute)
    if end.of is None:
        return start, replace(end, of=Shift(Unit.DAY, 1, of=start) if overnight else start.of)
    if start.of is None:
        return replace(start, of=Shift(Unit.DAY, -1, of=end.of) if overnight else end.of), end
    return start, end


def _follows(closing: Named, start: Meaning) -> bool:
    """Whether the next of that name from the start on is meant: not "from 2019 to May", nor "from 3 May to Monday"."""
    if closing.cycle is Cycle.WEEKDAY:
        of_a_day = isinstance(start, Shift) and start.unit is Unit.DAY
        return of_a_day or (isinstance(start, Named) and start.cycle is Cycle.WEEKDAY)
    unit = CYCLE_UNITS[start.cycle] if isinstance(start, Named) else getattr(start, "unit", None)
    return unit is not None and (unit not in YEARS_IN or CYCLE_UNITS[closing.cycle] in YEARS_IN)


def _runs_backwards(start: Fixed, end: Fixed) -> bool:
    if start.unit is end.unit:
        return start.number > end.number
    a, b = first_day(start.unit, start.number), first_day(end.unit, end.number)
    return a is not None and b is not None and a > b


def _core(meaning: Meaning) -> Meaning:
    """What a part, a time of day or an approximate time is of."""
    while isinstance(meaning, PartOf | About | Bound | DayPart | Clock) and meaning.of is not None:
        meaning = meaning.of
    return meaning


def _name(meaning: Meaning) -> Named | None:
    """The bare name in a meaning, if its words leave open which of its kind is meant."""
    core = _core(meaning)
    return core if isinstance(core, Named) and core.of is None and core.choice in OPEN_CHOICES else None


def _renamed(meaning: Meaning, name: Named) -> Meaning:
    """The same with another name in its core."""
    if isinstance(meaning, PartOf | About | Bound | DayPart | Clock) and meaning.of is not None:
        return replace(meaning, of=_renamed(meaning.of, name))
    return name
