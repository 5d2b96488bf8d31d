"""Rules as a tree with shared beginnings, and its walk through a text.

Each step reads one word, mark or slot at one place. The tree is no deeper than the longest rule and slots are read
once a place, so the work grows with the number of candidate places and with nothing else; `Reader.steps` counts it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.dates.meaning import Meaning
from generator.dates.phrases import APOSTROPHE, GAP, HYPHEN, SAME_LINE, Phrase, Slot
from generator.dates.words import Value, WordList

TOKEN = re.compile(r"[^\W\d_]{1,24}(?:\.(?:[^\W\d_]\.)+)?|\d{1,4}")
MARKS = {" ": re.compile(GAP), "-": re.compile(HYPHEN), "'": re.compile(APOSTROPHE), "_": re.compile(SAME_LINE), ",": re.compile(r"\s?,")}

Bound = Value | Meaning
Bindings = tuple[tuple[str, Bound, int, int], ...]
NOT_BEFORE = frozenset("$£€¥#@_")
NUMBER_GOES_ON = re.compile(r"[.,:/-]\d|\s?%|\s?percent|\s?per cent|-odd|(?<=\d)[^\W\d_]")
NUMBER_BEGAN = re.compile(r"\d[.,:/-]")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it matches, in which company, and what that means.

    `groups` name the slots of other rules that it may fill; `build` gives the meaning, or None where the values make
    none (30 February); `marks` are the slots that are the expression if not all of it is; the rest is the company that it must or must not keep, directly before and directly behind.
    """

    name: str
    path: str
    line: int
    order: int
    phrases: tuple[Phrase, ...]
    groups: frozenset[str]
    marks: tuple[str, ...]
    build: Callable[[Mapping[str, object]], Meaning | None]
    after: re.Pattern[str] | None = None
    not_after: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    not_before: re.Pattern[str] | None = None


@dataclass(slots=True)
class Node:
    """A place in the tree: what may come next, and the rules that are complete here."""

    words: dict[str, "Node"] = field(default_factory=dict)
    marks: list[tuple[re.Pattern[str], "Node"]] = field(default_factory=list)
    slots: list[tuple[str, str, "Node"]] = field(default_factory=list)
    complete: list[Rule] = field(default_factory=list)


def plant(rules: tuple[Rule, ...]) -> Node:
    """The tree of these rules."""
    root = Node()
    for rule in rules:
        for phrase in rule.phrases:
            node = root
            for item in phrase:
                node = _child(node, item.kind, item.label) if isinstance(item, Slot) else _text_child(node, item.text)
            node.complete.append(rule)
    return root


def _child(node: Node, kind: str, label: str) -> Node:
    for known, name, child in node.slots:
        if (known, name) == (kind, label):
            return child
    node.slots.append((kind, label, child := Node()))
    return child


def _text_child(node: Node, text: str) -> Node:
    if text[0].isalnum():
        return node.words.setdefault(text.lower(), Node())
    pattern = MARKS.get(text) or re.compile(re.escape(text))
    for known, child in node.marks:
        if known == pattern:
            return child
    node.marks.append((pattern, child := Node()))
    return child


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that is complete at `end`, what it means, and where the slots that it marks are."""

    end: int
    rule: Rule
    meaning: Meaning
    marks: tuple[tuple[int, int], ...]


def _marked(mark: str, bindings: Bindings) -> tuple[int, int]:
    """The span from the first to the last of the slots that a mark names."""
    spans = [(a, b) for label in mark.split() for name, _, a, b in bindings if name == label]
    return spans[0][0], spans[-1][1]


@dataclass(slots=True)
class Reader:
    """Reads one text with one set of rules; remembers every slot that it has read."""

    text: str
    lists: Mapping[str, WordList]
    trees: Mapping[str, Node]
    steps: int = 0
    known: dict[tuple[str, int], tuple[tuple[int, Bound], ...]] = field(default_factory=dict)

    def found(self, tree: Node, start: int) -> Iterator[Found]:
        """Every rule of the tree that matches there, longest first, then in file order."""
        complete = sorted(self._walk(tree, start, ()), key=lambda c: (-c[0], c[1].order))
        for end, rule, bindings in complete:
            if self._in_company(rule, start, end):
                meaning = rule.build({label: value for label, value, _, _ in bindings})
                if meaning is not None:
                    yield Found(end, rule, meaning, tuple(_marked(mark, bindings) for mark in rule.marks))

    def _walk(self, node: Node, at: int, bindings: Bindings) -> Iterator[tuple[int, Rule, Bindings]]:
        self.steps += 1
        for rule in node.complete:
            yield at, rule, bindings
        if node.words and (token := TOKEN.match(self.text, at)):
            child = node.words.get(token[0].lower())
            if child:
                yield from self._walk(child, token.end(), bindings)
        for pattern, child in node.marks:
            if mark := pattern.match(self.text, at):
                yield from self._walk(child, mark.end(), bindings)
        for kind, label, child in node.slots:
            for end, value in self._slot(kind, at):
                yield from self._walk(child, end, (*bindings, (label, value, at, end)))

    def _slot(self, kind: str, at: int) -> tuple[tuple[int, Bound], ...]:
        key = (kind, at)
        if key not in self.known:
            self.steps += 1
            if kind in self.lists:
                read = self.lists[kind].read(self.text, at)
                self.known[key] = (read,) if read else ()
            else:
                self.known[key] = tuple((f.end, f.meaning) for f in self.found(self.trees[kind], at))
        return self.known[key]

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
