"""Rules as a tree with shared beginnings, and its walk through a text.

Each step reads one word, mark or slot at one place. The tree is no deeper than the longest rule and slots are read
once a place, so the work grows with the number of candidate places and with nothing else; `Reader.steps` counts it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.dates.meaning import Meaning
from generator.dates.phrases import Item, Phrase, Slot, Text, mark, mark_openings, word_openings
from generator.dates.words import Value, WordList

TOKEN = re.compile(r"[^\W\d_]{1,24}(?:\.(?:[^\W\d_]\.)+)?|\d{1,4}")

Bound = Value | Meaning
Bindings = tuple[tuple[str, Bound, int, int], ...]
NOT_BEFORE = frozenset("$£€¥#@_")
NUMBER_GOES_ON = re.compile(r"[.,:/-]\d|\s?%|\s?percent|\s?per cent|-odd|(?<=\d)(?!T\d)[^\W\d_]")
REMEMBERED = 5_000
NUMBER_BEGAN = re.compile(r"\d[.,:/-]")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it matches, in which company, and what that means.

    `groups` name the slots of other rules that it may fill; if not `alone`, it does nothing else. `marks` are the
    slots that are the expression, if not all of it is. `build` gives the meaning, or None where the values make none
    (30 February). The rest is the company that the match must or must not keep, directly before and behind.
    """

    name: str
    path: str
    line: int
    order: int
    phrases: tuple[Phrase, ...]
    groups: frozenset[str]
    marks: tuple[str, ...]
    alone: bool
    build: Callable[[Mapping[str, object]], Meaning | None]
    after: re.Pattern[str] | None = None
    not_after: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    not_before: re.Pattern[str] | None = None


@dataclass(slots=True)
class Node:
    """A place in the tree: what may come next, and the rules that are complete here.

    `by_opening` holds the ways on that are worth trying, by the first two characters that follow, or the first.
    """

    words: dict[str, "Node"] = field(default_factory=dict)
    edges: dict[Item, "Node"] = field(default_factory=dict)
    complete: list[Rule] = field(default_factory=list)
    by_opening: dict[str, tuple["Edge", ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """A way from one place in the tree to the next: over a word of `words`, a mark, or a slot of a kind."""

    node: Node
    pattern: re.Pattern[str] | None = None
    kind: str = ""
    label: str = ""


def plant(rules: Iterable[Rule]) -> Node:
    """The tree of these rules."""
    root = Node()
    for rule in rules:
        for phrase in rule.phrases:
            node = root
            for item in phrase:
                if isinstance(item, Text) and item.text[0].isalnum():
                    node = node.words.setdefault(item.text.lower(), Node())
                else:
                    node = node.edges.setdefault(item, Node())
            node.complete.append(rule)
    return root


def seal(node: Node, openings: Mapping[str, frozenset[str]]) -> None:
    """Sort the ways on from each place of a tree by the one or two characters that each may begin with."""
    ways = [(Edge(node), frozenset(o for word in node.words for o in word_openings(word)))]
    for item, child in node.edges.items():
        if isinstance(item, Slot):
            ways.append((Edge(child, kind=item.kind, label=item.label), openings.get(item.kind, frozenset())))
        else:
            ways.append((Edge(child, mark(item.text)), mark_openings(item.text)))
    for opening in {o for _, opens in ways for o in opens}:
        node.by_opening[opening] = tuple(edge for edge, opens in ways if opens & {opening, opening[0]})
    for child in (*node.words.values(), *node.edges.values()):
        seal(child, openings)


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that is complete at `end`, what it means, and where the slots that it marks are."""

    end: int
    rule: Rule
    meaning: Meaning
    marks: tuple[tuple[int, int], ...]


def _marked(slots: str, bindings: Bindings) -> tuple[int, int]:
    """The span from the first to the last of the slots that these labels name."""
    spans = [(a, b) for label in slots.split() for name, _, a, b in bindings if name == label]
    return spans[0][0], spans[-1][1]


@dataclass(slots=True)
class Reader:
    """Reads one text with one set of rules; remembers the slots that it has read lately."""

    text: str
    lists: Mapping[str, WordList]
    trees: Mapping[str, Node]
    steps: int = 0
    known: dict[tuple[str, int], tuple[tuple[int, Bound], ...]] = field(default_factory=dict)

    def forget(self) -> None:
        """Drop what was read, once it is much, so that memory does not grow with the text."""
        if len(self.known) > REMEMBERED:
            self.known.clear()

    def found(self, tree: Node, start: int) -> Iterator[Found]:
        """Every rule of the tree that matches there, longest first, then in file order."""
        complete: list[tuple[int, Rule, Bindings]] = []
        self._walk(tree, start, (), complete)
        if len(complete) > 1:
            complete.sort(key=lambda c: (-c[0], c[1].order))
        for end, rule, bindings in complete:
            if self._in_company(rule, start, end):
                meaning = rule.build({label: value for label, value, _, _ in bindings})
                if meaning is not None:
                    yield Found(end, rule, meaning, tuple(_marked(slots, bindings) for slots in rule.marks))

    def _walk(self, node: Node, at: int, bindings: Bindings, complete: list[tuple[int, Rule, Bindings]]) -> None:
        self.steps += 1
        for rule in node.complete:
            complete.append((at, rule, bindings))
        opening = self.text[at : at + 2]
        for edge in node.by_opening.get(opening) or node.by_opening.get(opening[:1], ()):
            if edge.kind:
                for end, value in self._slot(edge.kind, at):
                    self._walk(edge.node, end, (*bindings, (edge.label, value, at, end)), complete)
            elif edge.pattern:
                if match := edge.pattern.match(self.text, at):
                    self._walk(edge.node, match.end(), bindings, complete)
            elif (token := TOKEN.match(self.text, at)) and (child := node.words.get(token[0].lower())):
                self._walk(child, token.end(), bindings, complete)

    def _slot(self, kind: str, at: int) -> tuple[tuple[int, Bound], ...]:
        known = self.known.get((kind, at))
        if known is None:
            self.steps += 1
            words = self.lists.get(kind)
            if words:
                read = words.read(self.text, at)
                known = (read,) if read else ()
            else:
                known = tuple((f.end, f.meaning) for f in self.found(self.trees[kind], at))
            self.known[kind, at] = known
        return known

    def _in_company(self, rule: Rule, start: int, end: int) -> bool:
        if not self._stands_alone(start, end):
            return False
        start_of_company = max(0, start - 40)
        if rule.after and not rule.after.search(self.text, start_of_company, start):
            return False
        if rule.not_after and rule.not_after.search(self.text, start_of_company, start):
            return False
        if rule.before and not rule.before.match(self.text, end):
            return False
        return not (rule.not_before and rule.not_before.match(self.text, end))

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether the match is no piece of a longer word, number, amount or address."""
        text = self.text
        if text[start - 1 : start] in NOT_BEFORE if start else False:
            return False
        if text[start].isdigit() and NUMBER_BEGAN.fullmatch(text, max(0, start - 2), start):
            return False
        if text[end - 1].isdigit():
            return not NUMBER_GOES_ON.match(text, end)
        return not (text[end - 1].isalnum() and text[end : end + 1].isalnum())
