"""From a meaning and its place to what is known of the time: a When."""

from dataclasses import replace
from datetime import date, timedelta

from generator.dates.anchors import Anchors, Place
from generator.dates.meaning import (
    About,
    Bound,
    Clock,
    DayPart,
    Ends,
    Fiscal,
    Meaning,
    Part,
    PartOf,
    Range,
    Side,
    Stretch,
)
from generator.dates.periods import MONTHS_IN, YEARS_IN, Unit, last_day, months_on, number_of
from generator.dates.places import place_of
from generator.dates.when import within
from generator.model import When

MONTHS_IN_STRETCH = {**MONTHS_IN, **{unit: 12 * years for unit, years in YEARS_IN.items()}}
DAYS_IN_STRETCH = {Unit.DAY: 1, Unit.NIGHT: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
THIRDS = (Part.START, Part.MID, Part.END)
TOO_SHORT_TO_DIVIDE = 10


def when_of(meaning: Meaning, place: Place | None, anchors: Anchors) -> When | None:
    """What is known of the time, or None if it is no point in time or nothing is known."""
    match meaning:
        case Stretch():
            return _stretch(meaning, anchors.publication)
        case Ends(start, end) | Range(start, end):
            return _range(start, end, anchors)
        case About(of):
            exact = when_of(of, place, anchors)
            # "Around 1 p.m. on Wednesday" leaves no doubt about the day.
            return replace(exact, approximate=not isinstance(of, Clock)) if exact else None
        case Bound(side, of):
            limit = when_of(of, place, anchors)
            return _bounded(side, limit, anchors.publication) if limit else None
    if place is None or (place.first is None and place.last is None):
        return None
    match meaning:
        case PartOf(part, of) if place.exact or part not in THIRDS:
            whole = when_of(of, place, anchors)
            return _part(part, whole) if whole else None
        case PartOf():
            first = when_of(meaning, Place(place.unit, place.first, place.first), anchors) if place.first else None
            last = when_of(meaning, Place(place.unit, place.last, place.last), anchors) if place.last else None
            return within(first.earliest if first else None, last.latest if last else None)
        case Fiscal(both=True):
            return within(place.earliest and months_on(place.earliest, -12), place.latest)
        case Fiscal():
            return within(_months_on(place.earliest, -11), _months_on(place.latest, 11))
        case DayPart(on=True) if meaning.of is not None:
            night = when_of(meaning.of, place, anchors)
            return within(night.earliest, night.latest and _plus(night.latest, Unit.DAY, 1)) if night else None
        case Clock() | DayPart() if meaning.of is not None:
            return when_of(meaning.of, place, anchors)
    earliest, latest = place.earliest, place.latest
    return within(earliest, latest) if earliest or latest else None


def _months_on(day: date | None, months: int) -> date | None:
    """The first or last day of a month so many months on."""
    if day is None:
        return None
    moved = months_on(day, months)
    return moved and (moved if day.day == 1 else last_day(Unit.MONTH, number_of(Unit.MONTH, moved)))


def _range(start: Meaning, end: Meaning, anchors: Anchors) -> When | None:
    """All of it from the one to the other, or the bounds that are known."""
    a = when_of(start, place_of(start, anchors), anchors)
    b = when_of(end, place_of(end, anchors), anchors)
    earliest = a.earliest if a else None
    latest = b.latest if b else None
    if earliest and latest and earliest > latest:
        return None
    whole = within(earliest, latest)
    if earliest is None or latest is None:
        return whole if earliest or latest else None
    return When(earliest, latest, whole.precision, lasted=earliest < latest)


def _bounded(side: Side, limit: When, publication: Place) -> When | None:
    """On that side of the limit; a limit that is still to come bounds what is still to come."""
    if side is Side.SINCE:
        until = publication.latest
        return within(limit.earliest, until if until and limit.earliest and until >= limit.earliest else None)
    if side is Side.AFTER:
        return within(limit.earliest, None) if limit.earliest else None
    latest = limit.latest
    if side is Side.BEFORE and limit.earliest:
        latest = limit.earliest - timedelta(days=1) if limit.earliest > date.min else None
    if publication.earliest and publication.latest and limit.earliest and limit.earliest > publication.latest:
        return within(publication.earliest, latest)
    return within(None, latest) if latest else None


def _part(part: Part, whole: When) -> When:
    """About a third of a month or more; "earlier" and "later" only rule out some days and leave it whole."""
    if whole.earliest is None or whole.latest is None or part not in THIRDS:
        return whole
    days = (whole.latest - whole.earliest).days + 1
    if days < TOO_SHORT_TO_DIVIDE:
        return whole
    cuts = [_cut(whole.earliest, days, third) for third in range(4)]
    third = THIRDS.index(part)
    earliest, latest = cuts[third], cuts[third + 1] - timedelta(days=1)
    return When(earliest, latest, within(earliest, latest).precision, approximate=True)


def _cut(start: date, days: int, third: int) -> date:
    """Where a third of a period begins: on the first of a month if the period is of months."""
    if days > 80 and start.day == 1:
        months = round(days / 30.44)
        return months_on(start, round(months * third / 3)) or start
    return start + timedelta(days=days * third // 3 if third < 3 else days)


def _stretch(meaning: Stretch, publication: Place) -> When | None:
    """From so long before the publication until then, or from then on; how long exactly, the words do not say."""
    anchor = within(publication.earliest, publication.latest)
    if meaning.count is None or anchor.earliest is None or anchor.latest is None:
        edge = anchor.earliest if meaning.forward else anchor.latest
        return None if edge is None else within(edge, None) if meaning.forward else within(None, edge)
    count = meaning.count if meaning.forward else -meaning.count
    far = _plus(anchor.latest if meaning.forward else anchor.earliest, meaning.unit, count)
    if far is None:
        return None
    a, b = (anchor.earliest, far) if meaning.forward else (far, anchor.latest)
    return When(a, b, within(a, b).precision, approximate=True, lasted=True)


def _plus(on: date, unit: Unit, count: float) -> date | None:
    if unit in DAYS_IN_STRETCH:
        ordinal = on.toordinal() + round(DAYS_IN_STRETCH[unit] * count)
        return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
    if unit in MONTHS_IN_STRETCH:
        return months_on(on, round(MONTHS_IN_STRETCH[unit] * count))
    return None
