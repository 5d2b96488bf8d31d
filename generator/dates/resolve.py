"""From time expressions and a publication date to what is known of each time, and why."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from generator.dates.meaning import (
    Anchor,
    Bound,
    Meaning,
    Named,
    Part,
    PartOf,
    Shift,
    Side,
    Stretch,
)
from generator.dates.periods import Unit, months_on
from generator.dates.places import Place, day_place, place_of
from generator.dates.timex3 import to_timex3
from generator.dates.when import day, to_words, within
from generator.model import ResolvedTime, TimeExpression, When

MONTHS_IN_STRETCH = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}
DAYS_IN_STRETCH = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
WINDOW_REACH = 366 * 30


def resolve_times(
    text: str, expressions: Sequence[TimeExpression], publication: When, date_order: str | None = None
) -> tuple[ResolvedTime, ...]:
    """What each expression stands for in a text that was published then, in the same order.

    The publication may be an interval, open or unknown; the results are then as wide as that makes them, or None.
    `date_order` ("dmy" or "mdy") reads numeric dates that could be either.
    """
    return tuple(_resolved(expression, publication) for expression in expressions)


def publication_window(expression: TimeExpression, known: When) -> When | None:
    """The days of publication on which the expression would stand for something that overlaps `known`.

    None if the expression does not depend on the publication, or if no day fits. Relative times never move backwards
    while the publication moves on, so each end is found by halving.
    """
    if not needs_publication(expression.meaning):
        return None
    earliest = latest = None
    if known.earliest:
        low = known.earliest
        earliest = _first_day(low, lambda w: w.latest is not None and w.latest >= low, expression.meaning)
    if known.latest:
        high = known.latest
        following = _first_day(high, lambda w: w.earliest is not None and w.earliest > high, expression.meaning)
        latest = following and following - timedelta(days=1)
    missing = (known.earliest and not earliest) or (known.latest and not latest)
    return None if missing or (earliest and latest and earliest > latest) else within(earliest, latest)


def needs_publication(meaning: Meaning) -> bool:
    """Whether the meaning counts from the publication."""
    match meaning:
        case Shift(anchor=anchor) | Stretch(anchor=anchor):
            return anchor is Anchor.PUBLICATION
        case Named(of=None, anchor=anchor):
            return anchor is Anchor.PUBLICATION
        case Named(of=of) | PartOf(_, of) | Bound(_, of):
            return of is not None and needs_publication(of)
    return False


def _resolved(expression: TimeExpression, publication: When) -> ResolvedTime:
    meaning = expression.meaning
    anchor = day_place(publication)
    place = place_of(meaning, anchor)
    when = when_of(meaning, place, publication)
    absolute = not needs_publication(meaning)
    quoted = f'"{" ".join(expression.text.split())}"'
    return ResolvedTime(expression, when, to_timex3(meaning, place), _reason(quoted, absolute, publication), absolute)


def _reason(quoted: str, absolute: bool, publication: When) -> str:
    if absolute:
        return f"{quoted}, as written"
    if publication.earliest is None and publication.latest is None:
        return f"{quoted} in an article whose publication date is not known"
    words = to_words(publication)
    return f"{quoted} in an article published {'on ' if words[0].isdigit() else ''}{words}"


def when_of(meaning: Meaning, place: Place | None, publication: When) -> When | None:
    """What is known of the time, or None if it is no point in time or nothing is known."""
    match meaning:
        case Stretch(unit, count, forward):
            return _stretch(unit, count, forward, publication)
        case Bound(side, of):
            limit = when_of(of, place, publication)
            return limit and _bounded(side, limit, publication)
    if place is None or (place.first is None and place.last is None):
        return None
    match meaning:
        case PartOf(part, of):
            whole = when_of(of, place, publication)
            return whole and _part(part, whole)
    return within(place.earliest, place.latest)


def _bounded(side: Side, limit: When, publication: When) -> When | None:
    if side is Side.SINCE:
        return within(limit.earliest, None) if limit.earliest else None
    if limit.latest and publication.latest and publication.earliest and limit.latest > publication.latest:
        return within(publication.earliest, limit.latest)
    return within(None, limit.latest) if limit.latest else None


def _part(part: Part, whole: When) -> When:
    """A third of the period, about; "earlier" and "later" leave it whole, because they only rule out a few days."""
    if whole.earliest is None or whole.latest is None or part in (Part.EARLIER, Part.LATER):
        return whole
    return whole


def _stretch(unit: Unit, count: float | None, forward: bool, publication: When) -> When | None:
    if publication.earliest is None or publication.latest is None:
        return None
    if count is None:
        return None
    far = _plus(publication.latest if forward else publication.earliest, unit, count if forward else -count)
    if far is None:
        return None
    a, b = (publication.earliest, far) if forward else (far, publication.latest)
    whole = within(a, b)
    return When(a, b, whole.precision, lasted=True)


def _plus(on: date, unit: Unit, count: float) -> date | None:
    if unit in DAYS_IN_STRETCH:
        ordinal = on.toordinal() + round(DAYS_IN_STRETCH[unit] * count)
        return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
    if unit in MONTHS_IN_STRETCH:
        return months_on(on, round(MONTHS_IN_STRETCH[unit] * count))
    return None


def _first_day(near: date, fits: Callable[[When], bool], meaning: Meaning) -> date | None:
    """The first day of publication, within reach of `near`, on which what is meant fits."""

    def fits_on(ordinal: int) -> bool:
        published = day(date.fromordinal(ordinal))
        when = when_of(meaning, place_of(meaning, day_place(published)), published)
        return when is not None and fits(when)

    low = max(near.toordinal() - WINDOW_REACH, date.min.toordinal())
    high = min(near.toordinal() + WINDOW_REACH, date.max.toordinal())
    if fits_on(low) or not fits_on(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if fits_on(middle) else (middle, high)
    return date.fromordinal(high)
