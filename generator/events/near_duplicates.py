"""Events that may be one though the machine kept them apart: what an editor may want to join."""

from collections.abc import Mapping, Sequence
from itertools import chain

from generator.events.likeness import likeness, weights_of
from generator.events.merge import candidates
from generator.model import Event

NEARLY = 0.65
"""How alike reports of two events must be to be worth a look; those that reach `likeness.JOINED` are joined already.

Set on the five seed articles and the stories in tests/stories: above it stand reports that a reader could take for one
happening, below it those that have only names in common.
"""
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
    best: dict[tuple[str, str], float] = {}
    for first, second in candidates(mentions):
        pair = (owned[first][1], owned[second][1])
        heavier, lighter = sorted(pair, key=lambda name: (-by_id[name].weight, name))
        if heavier == lighter or len(_reporting(by_id[heavier]) | _reporting(by_id[lighter])) == 1:
            continue
        score = likeness(mentions[first], mentions[second], weights)
        if score >= NEARLY:
            best[heavier, lighter] = max(score, best.get((heavier, lighter), 0.0))
    found: dict[str, tuple[str, ...]] = {}
    for heavier, lighter in sorted(best, key=lambda pair: (-best[pair], pair)):
        found[heavier] = (*found.get(heavier, ()), lighter)[:MOST]
    return found


def _reporting(event: Event) -> set[str]:
    return {mention.article for mention in event.mentions}
