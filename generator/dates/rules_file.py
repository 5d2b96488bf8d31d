"""A file of words and rules, read with every problem's line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

import yaml

from generator.dates.building import BadMeaning, builder, needed_slots
from generator.dates.matching import Rule
from generator.dates.phrases import GAP, BadPhrase, Item, Phrase, Slot, read_phrase, text_pattern
from generator.dates.words import NUMERAL, Value, combined, word_list
from generator.errors import BadInput, Problem

PRESENT = 1
COMPANY = ("after", "not after", "before", "not before")
RULE_FIELDS = ("name", "match", "means", "group", "alone", "marks", *COMPANY, "examples", "never")


@dataclass(frozen=True, slots=True)
class Example:
    """A text in which a rule finds something (`timex3`, `edtf`), or, under `never:`, nothing."""

    rule: str
    path: str
    line: int
    text: str
    found: str | None
    published: str | None
    timex3: str | None
    edtf: str | None


@dataclass(frozen=True, slots=True)
class RulesFile:
    """The words, rules and examples of one file, or of two joined; `digest` is the SHA-256 of what was read."""

    lists: Mapping[str, Mapping[str, Value]]
    rules: tuple[Rule, ...]
    examples: tuple[Example, ...]
    digest: str


class _File:
    """The file while it is read: where it is, the lists and groups that it may use, and what is wrong so far."""

    def __init__(self, path: str, known: RulesFile | None) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.lists: dict[str, dict[str, Value]] = {}
        self.known = known.lists if known else {}
        self.groups = {group for rule in known.rules for group in rule.groups} if known else set()

    def words(self, kind: str) -> Mapping[str, Value]:
        """The words of a list of this file or of those that it builds on."""
        return {**self.known.get(kind, {}), **self.lists.get(kind, {})}

    def wrong(self, node: yaml.Node, message: str) -> None:
        self.problems.append(Problem(self.path, node.start_mark.line + 1, message))

    def entries(self, node: yaml.Node | None, what: str) -> Iterator[tuple[str, yaml.Node]]:
        if isinstance(node, yaml.MappingNode):
            yield from ((key.value, value) for key, value in node.value)
        elif node is not None:
            self.wrong(node, f"{what} must be a list of names with values")

    def plain(self, node: yaml.Node) -> object:
        """The node as strings, numbers, lists and mappings; dates stay as they are written."""
        if isinstance(node, yaml.MappingNode):
            return {key.value: self.plain(value) for key, value in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(item) for item in node.value]
        if node.tag == "tag:yaml.org,2002:int":
            return int(node.value)
        if node.tag == "tag:yaml.org,2002:float":
            return float(node.value)
        if node.value in ("true", "false"):
            return node.value == "true"
        return None if node.tag == "tag:yaml.org,2002:null" else node.value


def read_rules_file(source: str, path: str, known: RulesFile | None = None) -> RulesFile:
    """The words, rules and examples of a file, which may use the lists and groups of the file `known`.

    Raises BadInput with every problem and its line.
    """
    file = _File(path, known)
    try:
        root = yaml.compose(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise BadInput([Problem(path, mark.line + 1 if mark else None, f"not YAML: {error.problem}")]) from None
    sections = dict(file.entries(root, "the file"))
    for name, node in sections.items():
        if name not in ("words", "rules"):
            file.wrong(node, f"'{name}' is neither 'words' nor 'rules'")
    _read_lists(file, sections.get("words"))
    nodes = _rule_nodes(file, sections.get("rules"))
    file.groups |= {group for fields in nodes for group in _strings(file, fields.get("group"))}
    for group in sorted(file.groups & (file.lists.keys() | file.known.keys())):
        file.problems.append(Problem(path, None, f"{group!r} is both a list of words and a group of rules"))
    rules: list[Rule] = []
    examples: list[Example] = []
    for fields in nodes:
        rule = _read_rule(file, fields, len(rules))
        if rule:
            rules.append(rule)
            examples += _read_examples(file, fields, rule.name)
    _refuse_circles(file, rules)
    if file.problems:
        raise BadInput(file.problems)
    return RulesFile(file.lists, tuple(rules), tuple(examples), sha256(source.encode()).hexdigest())


def _refuse_circles(file: _File, rules: list[Rule]) -> None:
    """Groups must not use each other in a circle: matching would have no end."""
    uses = {
        group: {i.kind for r in rules if group in r.groups for p in r.phrases for i in p if isinstance(i, Slot)}
        for group in file.groups
    }
    for rule in rules:
        used_here = {i.kind for p in rule.phrases for i in p if isinstance(i, Slot)}
        if any(group in _reach(used, uses) for used in used_here & uses.keys() for group in rule.groups):
            file.problems.append(Problem(file.path, rule.line, f"{rule.name!r} is made of a group that it belongs to"))


def _reach(group: str, uses: Mapping[str, set[str]]) -> set[str]:
    reached, new = {group}, {group}
    while new:
        new = {used for g in new for used in uses.get(g, ())} & uses.keys() - reached
        reached |= new
    return reached


def _read_lists(file: _File, node: yaml.Node | None) -> None:
    for kind, content in file.entries(node, "'words'"):
        words = file.lists.setdefault(kind, {})
        if isinstance(content, yaml.SequenceNode):
            words |= dict.fromkeys(_strings(file, content), PRESENT)
        entries = () if isinstance(content, yaml.SequenceNode) else file.entries(content, f"the list '{kind}'")
        for key, value_node in entries:
            value = file.plain(value_node)
            if joined := re.fullmatch(r"\{(\w+)\}(?:(\W)\{(\w+)\})?", key):
                left, right = file.words(joined[1]), file.words(joined[3] or "")
                words |= combined(left.items(), right.items(), joined[2]) if joined[3] else left
            elif isinstance(value, int | float | str | None):
                words |= {word.strip(): value for word in key.split(" | ")}
            else:
                file.wrong(value_node, f"{key!r} needs one value")
        try:
            word_list(kind, words)
        except re.error as error:
            file.wrong(content, f"the list '{kind}' holds a bad pattern: {error}")


def _rule_nodes(file: _File, node: yaml.Node | None) -> list[dict[str, yaml.Node]]:
    if node is None:
        return []
    if not isinstance(node, yaml.SequenceNode):
        file.wrong(node, "'rules' must be a list")
        return []
    found = []
    for item in node.value:
        fields = dict(file.entries(item, "a rule"))
        for name, value in fields.items():
            if name not in RULE_FIELDS:
                file.wrong(value, f"a rule has no field {name!r}; it has {', '.join(RULE_FIELDS)}")
        missing = [name for name in ("name", "match", "means") if name not in fields]
        if missing:
            file.wrong(item, f"this rule has no {' and no '.join(repr(m) for m in missing)}")
        else:
            found.append(fields)
    return found


def _read_rule(file: _File, fields: Mapping[str, yaml.Node], order: int) -> Rule | None:
    name, match = str(file.plain(fields["name"])), fields["match"]
    phrases: tuple[Phrase, ...] = ()
    try:
        phrases = tuple(p for source in _strings(file, match) for p in read_phrase(source))
    except BadPhrase as error:
        file.wrong(match, f"'match' of {name!r}: {error}")
        return None
    slots = {item for phrase in phrases for item in phrase if isinstance(item, Slot)}
    for slot in sorted(slots, key=lambda s: s.kind):
        if slot.kind not in file.groups and not file.words(slot.kind):
            file.wrong(match, f"no list of words and no group of rules is called {slot.kind!r}")
    if () in phrases:
        file.wrong(match, f"'match' of {name!r} may match nothing")
        return None
    try:
        means, labels = file.plain(fields["means"]), frozenset(s.label for s in slots)
        build = builder(means, labels)
    except BadMeaning as error:
        file.wrong(fields["means"], f"'means' of {name!r}: {error}")
        return None
    for label in needed_slots(means, labels):
        if any(label not in {item.label for item in phrase if isinstance(item, Slot)} for phrase in phrases):
            file.wrong(match, f"'match' of {name!r} can do without the slot {label!r}, but 'means' cannot")
    marks = tuple(_strings(file, fields.get("marks")))
    for mark in marks:
        for label in set(mark.split()) - {slot.label for slot in slots}:
            file.wrong(fields["marks"], f"no slot of 'match' is called {label!r}")
    groups = frozenset(_strings(file, fields.get("group")))
    company = (_company(file, fields.get(side), side) for side in COMPANY)
    line = fields["name"].start_mark.line + 1
    alone = "alone" not in fields or file.plain(fields["alone"]) is not False
    return Rule(name, file.path, line, order, phrases, groups, marks, alone, build, *company)


def _company(file: _File, node: yaml.Node | None, side: str) -> re.Pattern[str] | None:
    """The pattern of the words that must (not) stand directly before or behind the match."""
    if node is None:
        return None
    try:
        phrases = [p for source in _strings(file, node) for p in read_phrase(source)]
    except BadPhrase as error:
        file.wrong(node, f"{side!r}: {error}")
        return None
    texts = ["".join(_pattern(item, file) for item in phrase) for phrase in phrases]
    either = f"(?:{'|'.join(texts)})"
    return re.compile(rf"(?<![^\W\d_]){either}(?:{GAP})?$" if side.endswith("after") else rf"(?:{GAP})?{either}(?!\w)")


def _pattern(item: Item, file: _File) -> str:
    """The pattern of a word or a list of words; # stands for any numeral, ^ for any word with a capital."""
    if isinstance(item, Slot):
        return word_list(item.kind, file.words(item.kind)).pattern.pattern.replace(f"?P<{NUMERAL}>", "?:")
    anything = {"#": r"\d", "^": r"[A-Z][a-z]+"}
    return anything.get(item.text) or text_pattern(item)


def _read_examples(file: _File, fields: Mapping[str, yaml.Node], rule: str) -> list[Example]:
    examples = []
    for side in ("examples", "never"):
        node = fields.get(side)
        if node is None:
            continue
        if not isinstance(node, yaml.SequenceNode):
            file.wrong(node, f"'{side}' must be a list")
            continue
        for item in node.value:
            plain = file.plain(item)
            given = {"text": plain} if isinstance(plain, str) else plain
            if not isinstance(given, dict) or not {"text"} <= given.keys() <= {"text", "published", "timex3", "edtf"}:
                file.wrong(item, "an example is a text, or has 'text', 'published', 'timex3' and 'edtf'")
                continue
            examples.append(_example(given, side, rule, file.path, item.start_mark.line + 1))
    return examples


def _example(given: Mapping[str, object], side: str, rule: str, path: str, line: int) -> Example:
    marked = str(given["text"])
    text = marked.replace("<", "").replace(">", "")
    found = marked.partition("<")[2].partition(">")[0] if "<" in marked else text
    rest = {name: None if given.get(name) is None else str(given[name]) for name in ("published", "timex3", "edtf")}
    return Example(rule, path, line, text, None if side == "never" else found, **rest)


def _strings(file: _File, node: yaml.Node | None) -> list[str]:
    plain = file.plain(node) if node is not None else []
    return [str(item) for item in plain] if isinstance(plain, list) else [str(plain)]
