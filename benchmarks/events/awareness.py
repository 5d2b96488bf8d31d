"""How the TimeLine task scores a timeline: temporal awareness over its events and dates (UzZaman and Allen 2011).

A timeline becomes a graph as in the task's own tool: each event at its date, each event before or at the same time as
the next in the list. A relation that the ones before it imply is left out, one that contradicts them is kept beside
the graph. Precision is the share of the system's relations that the gold graph implies, recall the reverse; the task's
figure takes both over the relations of all timelines together (micro F1).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

AT, BEFORE = "at", "before"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a timeline: its place in the order (0 for what has none), a date as `2005-01-XX`, its mentions."""

    order: int
    date: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """One node at another or before it."""

    first: str
    kind: str
    second: str


@dataclass(frozen=True, slots=True)
class Score:
    """Relations that were found right, of how many the system gave and of how many the gold has."""

    right: int = 0
    given: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.right + other.right,
            self.given + other.given,
            self.found + other.found,
            self.wanted + other.wanted,
        )

    @property
    def precision(self) -> float:
        """The share of the system's relations that the gold implies."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold's relations that the system implies."""
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Graph:
    """Nodes that are at the same time, and which of them come before which."""

    def __init__(self, relations: Iterable[Relation]) -> None:
        self._same: dict[str, str] = {}
        self._after: dict[str, set[str]] = defaultdict(set)
        self.given = list(dict.fromkeys(relations))
        self.literal = set(self.given)
        against: list[Relation] = []
        self.reduced: list[Relation] = []
        for relation in self.given:
            if self.implies(relation):
                continue
            if self._contradicts(relation):
                against.append(relation)
            else:
                self._add(relation)
                self.reduced.append(relation)
        self.reduced += against

    def _root(self, node: str) -> str:
        while (above := self._same.get(node, node)) != node:
            node = above
        return node

    def implies(self, relation: Relation) -> bool:
        """Whether the graph holds a relation, given or inferred."""
        first, second = self._root(relation.first), self._root(relation.second)
        return first == second if relation.kind == AT else self._reaches(first, second)

    def holds(self, relation: Relation) -> bool:
        """Whether a relation was given, even if it contradicts others, or can be inferred."""
        turned = Relation(relation.second, AT, relation.first)
        said = relation in self.literal or (relation.kind == AT and turned in self.literal)
        return said or self.implies(relation)

    def _contradicts(self, relation: Relation) -> bool:
        first, second = self._root(relation.first), self._root(relation.second)
        if relation.kind == BEFORE:
            return first == second or self._reaches(second, first)
        return self._reaches(first, second) or self._reaches(second, first)

    def _add(self, relation: Relation) -> None:
        first, second = self._root(relation.first), self._root(relation.second)
        if relation.kind == BEFORE:
            self._after[first].add(second)
            return
        self._same[second] = first
        self._after[first] |= self._after.pop(second, set())

    def _reaches(self, first: str, second: str) -> bool:
        """Whether a chain of "before" leads from one root to another."""
        seen: set[str] = set()
        waiting = [first]
        while waiting:
            for node in map(self._root, self._after.get(waiting.pop(), ())):
                if node == second:
                    return True
                if node not in seen:
                    seen.add(node)
                    waiting.append(node)
        return False


def score_timeline(gold: Sequence[Entry], system: Sequence[Entry]) -> Score:
    """The score of one timeline; what has order 0 counts on neither side."""
    wanted, given = Graph(_relations(gold)), Graph(_relations(system))
    right = sum(map(wanted.holds, given.reduced))
    found = sum(map(given.holds, wanted.reduced))
    return Score(right, len(given.reduced), found, len(wanted.reduced))


def _relations(entries: Sequence[Entry]) -> Iterator[Relation]:
    """Each mention at its date, then each before or at the same time as the next; a mention told twice is two."""
    placed: list[tuple[int, str]] = []
    seen: dict[str, int] = defaultdict(int)
    dated: list[Relation] = []
    for entry in sorted(entries, key=lambda e: (e.order, e.date)):
        if entry.order == 0:
            continue
        for mention in entry.mentions:
            seen[mention] += 1
            node = mention if seen[mention] == 1 else f"{mention} {seen[mention]}"
            placed.append((entry.order, node))
            dated.append(Relation(node, AT, f"date {entry.date}"))
    yield from dated
    for (order, node), (later, other) in pairwise(placed):
        yield Relation(node, BEFORE if order < later else AT, other)
