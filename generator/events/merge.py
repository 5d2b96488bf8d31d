"""Mentions of one happening into one event, across articles and within them (event coreference).

Pairs of mentions are compared only where they share a name or a figure and stand near each other in time, so that the
work grows with the number of mentions; the best pairs are joined first, and a join that the dates forbid is not made.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, islice

from generator.events.admission import IN_PASSING
from generator.events.happenings import STATEMENT
from generator.events.likeness import JOINED, Weights, likeness, weights_of
from generator.events.moments import CAUSES
from generator.events.sameness import struck, target
from generator.events.settling import settle
from generator.events.timing import compatible
from generator.language.figures import stated_value
from generator.language.lexicon import lexicon
from generator.model import Event, Mention, Modality, Omission, Precision, Publication, When

# Each mention is compared with so many that follow it in time within a bucket of mentions that share a name.
_NEIGHBOURS = 24
# A sentence goes on about one of so many mentions before it.
_BACK = 30
# Of each of two groups so many mentions are compared before they are joined; on average they must reach so much.
_SAMPLE = 6
_ALIKE = 0.6
# What reports must reach to be one though they give different days, which is never so for what happens daily.
_FIRM = 1.2
# Sources may be at odds over two days; what is told of more days than that happens again and again.
_AT_ODDS = 2
_DAILY = ("market", "statement")
_ORDER = (Modality.HAPPENED, Modality.PLANNED, Modality.CLAIMED, Modality.PREDICTED)


def merge_mentions(
    mentions: Sequence[Mention],
    publications: Mapping[str, Publication],
    named: Mapping[str, frozenset[str]] | None = None,
) -> tuple[Event, ...]:
    """The events that the mentions report, each with the When that its sources agree on best.

    The order of mentions makes no difference to the result. `named` are all whom each article names, by which it is
    known whether two are on one story; without it only those whom the mentions name count.
    """
    ordered = sorted(mentions, key=_place)
    weights = weights_of(ordered, named)
    pairs = sorted(_scored(ordered, weights), key=lambda pair: (-pair[0], pair[1], pair[2]))
    groups = _Groups(ordered, weights, _recurring(ordered, pairs))
    for first, second in _continued(ordered):
        groups.join(first, second)
    for _, first, second in pairs:
        if groups.may_join(first, second):
            groups.join(first, second)
    return tuple(event_of(group, publications) for group in groups.all())


def drop_weak(events: Sequence[Event]) -> tuple[tuple[Event, ...], tuple[Omission, ...]]:
    """The events without those that are only mentioned in passing, and an omission for each such mention."""
    kept = tuple(event for event in events if not all(map(_is_weak, event.mentions)))
    dropped = (m for event in events for m in event.mentions if all(map(_is_weak, event.mentions)))
    return kept, tuple(Omission(m.article, m.start, m.end, "mentions", m.weak or IN_PASSING) for m in dropped)


def _is_weak(mention: Mention) -> bool:
    """Whether a mention is no event of its own: why is said in it, or it only tells what came before another deed."""
    return mention.weak is not None or (mention.aside and mention.time is None and mention.hint is None)


def _place(mention: Mention) -> tuple[str, ...]:
    where = f"{mention.start:09d}", f"{mention.end:09d}", f"{mention.core:09d}"
    what = mention.trigger, mention.clause, mention.kind, mention.modality, mention.subject or "", str(mention.when)
    return mention.article, *where, *what, repr(mention.figures), repr(sorted(mention.words)), repr(mention.entities)


def _continued(ordered: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Each sentence that only goes on about one before, with that one."""
    for i, mention in enumerate(ordered):
        if mention.goes_on:
            before = (k for k in range(i - 1, max(-1, i - _BACK), -1) if _goes_on_from(ordered[k], mention))
            yield from ((k, i) for k in islice(before, 1))


def _goes_on_from(before: Mention, mention: Mention) -> bool:
    told = (mention.article, mention.trigger, mention.subject, mention.object, mention.when)
    return (before.article, before.trigger, before.subject, before.object, before.when) == told


def _scored(ordered: Sequence[Mention], weights: Weights) -> Iterator[tuple[float, int, int]]:
    for first, second in sorted(candidates(ordered)):
        score = likeness(ordered[first], ordered[second], weights)
        if score >= JOINED:
            yield score, first, second


def _recurring(ordered: Sequence[Mention], pairs: Sequence[tuple[float, int, int]]) -> frozenset[int]:
    """The mentions of what is told alike of more days than sources are at odds over: it happens again and again."""
    told: dict[int, set[When]] = defaultdict(set)
    for score, first, second in pairs:
        if score >= _FIRM and ordered[first].time and ordered[second].time:
            days = {ordered[i].when for i in (first, second) if ordered[i].when.precision is Precision.DAY}
            told[first] |= days
            told[second] |= days
    return frozenset(i for i, days in told.items() if len(days) > _AT_ODDS)


def candidates(ordered: Sequence[Mention]) -> set[tuple[int, int]]:
    """The pairs of mentions, by number, that share a name, figure, subject or what was struck, and are near in time."""
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, mention in enumerate(ordered):
        if not mention.goes_on:
            for key in _keys(mention):
                buckets[key].append(i)
    pairs: set[tuple[int, int]] = set()
    for bucket in buckets.values():
        if len(bucket) <= _NEIGHBOURS:
            pairs.update(combinations(bucket, 2))
            continue
        near = sorted(bucket, key=lambda i: (_day(ordered[i]), i))
        for at, i in enumerate(near):
            pairs.update((min(i, j), max(i, j)) for j in near[at + 1 : at + 1 + _NEIGHBOURS])
    return pairs


def _keys(mention: Mention) -> Iterator[tuple[str, str]]:
    for entity in mention.entities:
        yield "name", entity
    for figure in mention.figures:
        yield "figure", f"{figure.unit} {stated_value(figure)}"
    if mention.subject and not mention.entities:
        yield "subject", mention.subject.lower()
    if mention.kind in CAUSES and mention.subject:
        yield "struck", f"{mention.article} {struck(mention)}"
        yield "struck", f"{mention.article} {target(mention)}"
    if mention.kind in CAUSES and mention.when.precision is Precision.DAY and mention.when.latest:
        # Sources may be a day apart.
        for deed in sorted(lexicon().deeds.get(mention.trigger, (mention.trigger,))):
            for day in (mention.when.latest.toordinal(), mention.when.latest.toordinal() + 1):
                yield "deed", f"{deed} {day}"


def _day(mention: Mention) -> date:
    return mention.when.latest or mention.when.earliest or date.min


@dataclass(slots=True)
class _Group:
    """Mentions joined so far: all of them, some to compare with, and one for each time that a source gives outright."""

    members: list[int]
    sample: list[int]
    timed: dict[When, int]


class _Groups:
    """The groups that mentions have been joined into so far (union-find), and what each may still take in."""

    def __init__(self, ordered: Sequence[Mention], weights: Weights, recurring: frozenset[int]) -> None:
        self._ordered = ordered
        self._recurring = recurring
        self._weights = weights
        self._parent = list(range(len(ordered)))
        self._groups = {i: _Group([i], [i], {m.when: i} if m.time else {}) for i, m in enumerate(ordered)}

    def _root(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def may_join(self, first: int, second: int) -> bool:
        """Whether two groups are alike as wholes, and no days that sources give outright stand against each other."""
        left, right = self._root(first), self._root(second)
        if left == right:
            return False
        a, b = self._groups[left], self._groups[right]
        if not self._alike(a, b):
            return False
        if not a.timed or not b.timed or any(compatible(x, y) for x in a.timed for y in b.timed):
            return True
        articles = {self._ordered[i].article for i in a.timed.values()}
        if any(self._ordered[i].article in articles for i in b.timed.values()):
            return False  # One source that gives two times tells two things.
        if any(when.precision is not Precision.DAY for when in (*a.timed, *b.timed)):
            return True
        return self._firmly(first, second, [*a.timed.values(), *b.timed.values()])

    def _alike(self, a: _Group, b: _Group) -> bool:
        """Whether mentions of two groups are alike on average: one bridge does not make one event of two stories."""
        scores = [likeness(self._ordered[i], self._ordered[j], self._weights) for i in a.sample for j in b.sample]
        return sum(scores) >= _ALIKE * len(scores)

    def _firmly(self, first: int, second: int, timed: Sequence[int]) -> bool:
        """Whether two reports are one though their days differ: alike in all else, and by different sources."""
        a, b = self._ordered[first], self._ordered[second]
        if first in self._recurring or second in self._recurring:
            return False
        apart = len({self._ordered[i].article for i in timed}) == len(timed) and a.kind not in _DAILY
        return apart and likeness(a, b, self._weights) >= _FIRM

    def join(self, first: int, second: int) -> None:
        """Make one group of the groups of two mentions."""
        left, right = self._root(first), self._root(second)
        if left == right:
            return
        if len(self._groups[left].members) < len(self._groups[right].members):
            left, right = right, left
        kept, taken = self._groups[left], self._groups.pop(right)
        self._parent[right] = left
        kept.members.extend(taken.members)
        kept.sample = _spread(sorted({*kept.sample, *taken.sample}))
        for when, i in taken.timed.items():
            kept.timed[when] = min(i, kept.timed.get(when, i))

    def all(self) -> Iterator[tuple[Mention, ...]]:
        """The groups, each and all in the order of the mentions."""
        for members in sorted(sorted(group.members) for group in self._groups.values()):
            yield tuple(self._ordered[i] for i in members)


def _spread(numbers: Sequence[int]) -> list[int]:
    """At most so many numbers, from the first to the last."""
    if len(numbers) <= _SAMPLE:
        return list(numbers)
    return [numbers[round(k * (len(numbers) - 1) / (_SAMPLE - 1))] for k in range(_SAMPLE)]


def event_of(group: tuple[Mention, ...], publications: Mapping[str, Publication]) -> Event:
    """The event that some mentions report together, without id and headline."""
    modality = min((m.modality for m in group), key=_ORDER.index)
    when, reason = settle(group, publications)
    entities = tuple(dict.fromkeys(entity for mention in group for entity in mention.entities))
    kind = _leading(group).kind
    return Event("", "", kind, when, reason, modality, entities, group)


def _leading(group: Sequence[Mention]) -> Mention:
    """The mention that tells the event best: with a time of its own, early in its article."""
    return min(
        group, key=lambda m: (m.goes_on, bool(m.weak), not m.own_time, m.kind == STATEMENT, m.position, _place(m))
    )
