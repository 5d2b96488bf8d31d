"""Events that may be one though the machine kept them apart: what an editor may want to join."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain

from generator.events.apart import days_apart
from generator.events.likeness import Weights, likeness, weights_of
from generator.events.merge import candidates
from generator.model import Event, Mention, Precision, When

NEARLY = 0.5
"""How alike the reports of two events must be on average; those that reach `likeness.JOINED` are one already.

Set, like the days below, on the stories in tests/stories and on the example of 120 articles: reports of other days or
of another kind are hardly ever one, however many names they share.
"""
NEAR_DAYS, LONGEST = 3, 62
"""Days by which the times may miss each other, and which a time may span to tell anything of when it was."""
COMPARED = 24
"""Of the reports of an event so many are compared."""
MOST = 3
"""So many are named for an event, the most alike first."""


def near_duplicates(events: Sequence[Event]) -> Mapping[str, tuple[str, ...]]:
    """For the id of each event those of the others that it may be one with, each pair told at the heavier event.

    An article that tells two things tells two things: two events that it alone reports are no pair.
    """
    by_id = {event.id: event for event in events}
    owned = sorted(
        chain.from_iterable(((mention, event.id) for mention in event.mentions) for event in events),
        key=lambda pair: (pair[0].article, pair[0].start, pair[1]),
    )
    mentions = [mention for mention, _ in owned]
    weights = weights_of(mentions)
    pairs = {_ordered(by_id[owned[first][1]], by_id[owned[second][1]]) for first, second in candidates(mentions)}
    scores = {pair: _likeness(by_id[pair[0]], by_id[pair[1]], weights) for pair in sorted(pairs)}
    found: dict[str, tuple[str, ...]] = {}
    for heavier, lighter in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if scores[heavier, lighter] >= NEARLY:
            found[heavier] = (*found.get(heavier, ()), lighter)[:MOST]
    return found


def _ordered(one: Event, other: Event) -> tuple[str, str]:
    """Their ids, that of the heavier first."""
    first, second = sorted((one, other), key=lambda event: (-event.weight, event.id))
    return first.id, second.id


def _likeness(one: Event, other: Event, weights: Weights) -> float:
    """How alike all reports of two events are on average; 0 where their articles, kinds or times forbid a pair."""
    articles = {mention.article for mention in (*one.mentions, *other.mentions)}
    triggers = {m.trigger for m in one.mentions} & {m.trigger for m in other.mentions}
    if one.id == other.id or len(articles) == 1 or not (one.kind == other.kind or triggers):
        return 0.0
    if not _near(one.when, other.when):
        return 0.0
    scores = [likeness(a, b, weights) for a in _some(one.mentions) for b in _some(other.mentions)]
    return sum(scores) / len(scores)


def _some(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """At most COMPARED of them, from the first to the last, so that what much is written of costs no more."""
    return mentions[:: -(-len(mentions) // COMPARED)]


def _near(one: When, other: When) -> bool:
    """Whether two times may be one: both tell when it was, and so nearly the same; nothing is known of either else."""
    if Precision.UNKNOWN in (one.precision, other.precision):
        return True
    first, second = _likely(one), _likely(other)
    return first is not None and second is not None and days_apart(first, second) <= NEAR_DAYS


def _likely(when: When) -> When | None:
    """The days of which an event may be, those before a bound included; None if they are too many to tell anything."""
    first = when.earliest.toordinal() if when.earliest else when.latest.toordinal() - LONGEST if when.latest else 0
    last = when.latest.toordinal() if when.latest else first + LONGEST
    if last - first > LONGEST:
        return None
    return When(date.fromordinal(max(1, first)), date.fromordinal(min(last, date.max.toordinal())), Precision.RANGE)
