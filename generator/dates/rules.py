"""The rules by which times are found: read from YAML, compiled once, joined with a site's own."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources

from generator.dates.matching import Node, Rule, plant, seal
from generator.dates.phrases import GAP, Phrase, Slot, as_written, mark_openings, word_openings, words_pattern
from generator.dates.rules_file import Example, RulesFile, read_rules_file
from generator.dates.words import DETERMINERS, Value, WordList, first_key, word_list

CUES = ("promise", "forward", "report")


@dataclass(frozen=True, slots=True)
class Rules:
    """Compiled rules.

    `tree` holds all rules, `trees` those of each group; `candidates` finds the places in a text at which one of them
    may match; `cues` finds what tells whether a bare name lies ahead.
    """

    file: RulesFile
    lists: Mapping[str, WordList]
    trees: Mapping[str, Node]
    tree: Node
    candidates: re.Pattern[str]
    cues: re.Pattern[str] | None

    @property
    def examples(self) -> tuple[Example, ...]:
        """The examples of every rule, which are its tests."""
        return self.file.examples


@cache
def default_rules() -> Rules:
    """The English rules that come with the package."""
    path = resources.files("generator.dates").joinpath("english.yml")
    return _compiled(read_rules_file(path.read_text(encoding="utf-8"), "generator/dates/english.yml"))


def read_rules(text: str, path: str) -> Rules:
    """The rules of one more file, which may use the lists and groups of the English rules; join them to use them.

    Raises BadInput with every problem and its line.
    """
    return _compiled(read_rules_file(text, path, default_rules().file))


def join_rules(first: Rules, second: Rules) -> Rules:
    """Both sets of rules as one; lists of the same name are joined, and the second's words win."""
    a, b = first.file, second.file
    lists = {kind: {**a.lists.get(kind, {}), **b.lists.get(kind, {})} for kind in (*a.lists, *b.lists)}
    digest = sha256(f"{a.digest} {b.digest}".encode()).hexdigest()
    return _compiled(RulesFile(lists, a.rules + b.rules, a.examples + b.examples, digest))


def _compiled(file: RulesFile) -> Rules:
    lists = {kind: word_list(kind, entries) for kind, entries in file.lists.items()}
    ordered = tuple(_numbered(file.rules))
    groups = sorted({group for rule in ordered for group in rule.groups})
    trees = {group: plant(r for r in ordered if group in r.groups) for group in groups}
    tree = plant(r for r in ordered if r.alone)
    openings = {kind: _openings(kind, lists, trees) for kind in (*lists, *trees)}
    for each in (tree, *trees.values()):
        seal(each, openings)
    keys = sorted(_first_keys((p for r in ordered for p in r.phrases), lists, ordered))
    cues = _cues(file.lists)
    return Rules(file, lists, trees, tree, _candidates(keys), cues)


def _openings(kind: str, lists: Mapping[str, WordList], trees: Mapping[str, Node]) -> frozenset[str]:
    """The characters that a word of the list or a match of the group may begin with."""
    if kind not in trees:
        return lists[kind].openings if kind in lists else frozenset()
    found = {opening for word in trees[kind].words for opening in word_openings(word)}
    for item in trees[kind].edges:
        found |= _openings(item.kind, lists, trees) if isinstance(item, Slot) else mark_openings(item.text)
    return frozenset(found)


def _numbered(rules: Iterable[Rule]) -> Iterable[Rule]:
    for order, r in enumerate(rules):
        company = (r.after, r.not_after, r.before, r.not_before)
        yield Rule(r.name, r.path, r.line, order, r.phrases, r.groups, r.marks, r.alone, r.build, *company)


def _first_keys(phrases: Iterable[Phrase], lists: Mapping[str, WordList], rules: tuple[Rule, ...]) -> set[str]:
    """Under which keys a rule is filed: the ways in which its first word that is no determiner may begin."""

    @cache
    def of_kind(kind: str) -> frozenset[str]:
        fillers = (p for r in rules if kind in r.groups for p in r.phrases)
        return lists[kind].first if kind in lists else frozenset(of_phrases(fillers))

    def of_phrases(phrases: Iterable[Phrase]) -> set[str]:
        keys: set[str] = set()
        for phrase in phrases:
            for item in phrase:
                own = (
                    of_kind(item.kind)
                    if isinstance(item, Slot)
                    else {first_key(item.text) if item.text.strip() else " "}
                )
                keys |= own - {*DETERMINERS, " "}
                if not own <= {*DETERMINERS, " "} and not own & set(DETERMINERS):
                    break
        return keys

    return of_phrases(phrases)


def _candidates(keys: Iterable[str]) -> re.Pattern[str]:
    words = words_pattern(tuple(k for k in keys if k[:1].isalpha()))
    marks = "".join(re.escape(c) for k in keys if not k[:1].isalnum() for c in sorted(mark_openings(k)))
    other = f"|[{marks}]" if marks else ""
    # Of a run of short numerals ("1 1 1 1"), only the first and the last may begin a time.
    numeral = r"(?<!\d[.,:/-])(?:(?<!\d\s)|(?!\d{1,3}\s\d))\d"
    key = rf"(?:{words})(?![^\W\d_])|{numeral}{other}"
    return re.compile(rf"(?<![\w$£€¥#@])(?:(?P<determiner>{words_pattern(DETERMINERS)}){GAP})?(?P<key>{key})")


def _cues(lists: Mapping[str, Mapping[str, Value]]) -> re.Pattern[str] | None:
    """What tells whether a bare name lies ahead: the words of the lists `promise`, `forward` and `report`.

    In small letters only: "May" is no cue.
    """
    named = [f"(?P<{kind}>{as_written(lists[kind])})" for kind in CUES if lists.get(kind)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(named)})(?!\w)") if named else None
