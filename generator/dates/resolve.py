"""From time expressions and a publication date to what is known of each time, and why."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from generator.dates.anchors import SIZES, Anchors, Place
from generator.dates.meaning import (
    About,
    Anchor,
    Bound,
    Clock,
    DayPart,
    Either,
    Ends,
    Meaning,
    Named,
    PartOf,
    Range,
    Shift,
    Stretch,
)
from generator.dates.periods import Unit
from generator.dates.places import day_place, place_of
from generator.dates.spans import when_of
from generator.dates.story import read_story
from generator.dates.timex3 import to_timex3
from generator.dates.when import to_words, within
from generator.dates.written_order import day_first as day_first_of
from generator.model import Precision, ResolvedTime, TimeExpression, TimexType, When

WINDOW_REACH = 366 * 30


def resolve_times(
    text: str, expressions: Sequence[TimeExpression], publication: When, date_order: str | None = None
) -> tuple[ResolvedTime, ...]:
    """What each expression stands for in a text that was published then, in the same order.

    The publication may be an interval, open or unknown; the results are then as wide as that makes them, or None.
    `date_order` ("dmy" or "mdy") reads numeric dates that could be either; without it the text's other dates
    do, or its dateline.
    """
    published = day_place(publication)
    day_first = date_order == "dmy" if date_order else day_first_of(text, expressions)
    story = read_story(expressions, published)
    anchors = Anchors(published, {}, story is not None, day_first)
    resolved = []
    for expression in expressions:
        place = place_of(expression.meaning, anchors)
        resolved.append(_resolved(expression, place, anchors, publication))
        mentioned = _mentioned(expression, place, anchors)
        cited = text[max(0, expression.start - 1) : expression.start] == "("
        if mentioned and not cited and not (story and story.looks_up(mentioned)):
            anchors = anchors.after(mentioned)
    return tuple(resolved)


def publication_window(expression: TimeExpression, known: When) -> When | None:
    """The days of publication on which the expression would stand for something that overlaps `known`.

    None if the expression is no date that depends on the publication, or if no day fits. Relative times never move
    backwards while the publication moves on, so each end is found by halving.
    """
    if not needs_publication(expression.meaning) or expression.type not in (TimexType.DATE, TimexType.TIME):
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


def _first_day(near: date, fits: Callable[[When], bool], meaning: Meaning) -> date | None:
    """The first day of publication, within reach of `near`, on which what is meant fits."""

    def fits_on(ordinal: int) -> bool:
        anchors = Anchors(Place(Unit.DAY, ordinal, ordinal))
        when = when_of(meaning, place_of(meaning, anchors), anchors)
        return when is not None and fits(when)

    low = max(near.toordinal() - WINDOW_REACH, date.min.toordinal())
    high = min(near.toordinal() + WINDOW_REACH, date.max.toordinal())
    if fits_on(low) or not fits_on(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if fits_on(middle) else (middle, high)
    return date.fromordinal(high)


def anchor_of(meaning: Meaning) -> Anchor | None:
    """What the meaning counts from, or None if it needs no anchor."""
    if isinstance(meaning, Ends | Range):
        return anchor_of(meaning.start) or anchor_of(meaning.end)
    of: Meaning | None = getattr(meaning, "of", None) or getattr(meaning, "by", None)
    if of is not None:
        return anchor_of(of)
    if isinstance(meaning, Clock | DayPart):
        return Anchor.MENTION
    return meaning.anchor if isinstance(meaning, Shift | Stretch | Named) else None


def needs_publication(meaning: Meaning) -> bool:
    """Whether the meaning counts from the publication."""
    return anchor_of(meaning) is Anchor.PUBLICATION


def _resolved(expression: TimeExpression, place: Place | None, anchors: Anchors, publication: When) -> ResolvedTime:
    meaning = expression.meaning
    anchor = anchor_of(meaning)
    from_mention = anchor is Anchor.MENTION or (anchors.narrative and isinstance(meaning, Named))
    counted_from = anchors.mention(place.unit) if place and from_mention else None
    reason = _reason(f'"{" ".join(expression.text.split())}"', anchor, counted_from, publication)
    when = when_of(meaning, place, anchors)
    return ResolvedTime(expression, when, to_timex3(meaning, anchors), reason, anchor is None)


def _reason(quoted: str, anchor: Anchor | None, counted_from: Place | None, publication: When) -> str:
    if anchor is None:
        return f"{quoted}, as written"
    if counted_from and (counted_from.earliest or counted_from.latest):
        said = to_words(within(counted_from.earliest, counted_from.latest))
        return f"{quoted}, counted from {said}, mentioned before"
    if publication.earliest is None and publication.latest is None:
        return f"{quoted} in an article whose publication date is not known"
    preposition = {Precision.DAY: "on ", Precision.MONTH: "in ", Precision.YEAR: "in "}.get(publication.precision, "")
    return f"{quoted} in an article published {preposition}{to_words(publication)}"


def _mentioned(expression: TimeExpression, place: Place | None, anchors: Anchors) -> Place | None:
    """The place that later words such as "two days later" may count from, if the expression gives one."""
    meaning = expression.meaning
    while isinstance(meaning, About | PartOf):
        meaning = meaning.of
    if expression.type not in (TimexType.DATE, TimexType.TIME) or isinstance(meaning, Either | Bound | Ends):
        return None
    if isinstance(meaning, Shift) and meaning.count < 0 and (meaning.anchor is Anchor.MENTION or meaning.fine):
        return None
    if anchors.narrative and isinstance(meaning, Shift) and meaning.anchor is Anchor.PUBLICATION:
        return None
    return place if place and place.unit in SIZES and (place.exact or not anchors.narrative) else None
