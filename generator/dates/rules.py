"""The rules by which times are found: read from YAML, compiled once, joined with a site's own."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from generator.dates.matching import Node, Rule, plant
from generator.dates.phrases import GAP, Phrase, Slot, words_pattern
from generator.dates.rules_file import Example, RulesFile, read_rules_file
from generator.dates.words import DETERMINERS, WordList, first_key, word_list

@dataclass(frozen=True, slots=True)
class Rules:
    """Compiled rules.

    `trees` holds one tree of rules for each first word, and one for each group under its name; `candidates` finds the
    places in a text at which one of them may match.
    """

    file: RulesFile
    lists: Mapping[str, WordList]
    trees: Mapping[str, Node]
    beginnings: Mapping[str, Node]
    candidates: re.Pattern[str]
    forward: re.Pattern[str] | None

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
    default = default_rules()
    return _compiled(read_rules_file(text, path, frozenset({*default.lists, *default.trees})))


def join_rules(first: Rules, second: Rules) -> Rules:
    """Both sets of rules as one; lists of the same name are joined, and the second's words win."""
    a, b = first.file, second.file
    lists = {kind: {**a.lists.get(kind, {}), **b.lists.get(kind, {})} for kind in (*a.lists, *b.lists)}
    return _compiled(RulesFile(lists, a.rules + b.rules, a.examples + b.examples))


def _compiled(file: RulesFile) -> Rules:
    lists = {kind: word_list(kind, entries) for kind, entries in file.lists.items()}
    ordered = tuple(_numbered(file.rules))
    groups = sorted({group for rule in ordered for group in rule.groups})
    trees = {group: plant(tuple(r for r in ordered if group in r.groups)) for group in groups}
    filed: dict[str, dict[int, Rule]] = {}
    for rule in ordered:
        for key in _first_keys(rule.phrases, lists, ordered):
            filed.setdefault(key, {})[rule.order] = rule
    beginnings = {key: plant(tuple(by_order.values())) for key, by_order in sorted(filed.items())}
    return Rules(file, lists, trees, beginnings, _candidates(beginnings), _cues(file.lists.get("forward"), file.lists.get("report")))


def _numbered(rules: Iterable[Rule]) -> Iterable[Rule]:
    for order, r in enumerate(rules):
        company = (r.after, r.not_after, r.before, r.not_before)
        yield Rule(r.name, r.path, r.line, order, r.phrases, r.groups, r.marks, r.build, *company)


def _first_keys(phrases: Iterable[Phrase], lists: Mapping[str, WordList], rules: tuple[Rule, ...]) -> set[str]:
    """Under which keys a rule is filed: the ways in which its first word that is no determiner may begin."""
    keys: set[str] = set()
    for phrase in phrases:
        for item in phrase:
            if isinstance(item, Slot):
                fillers = [p for r in rules if item.kind in r.groups for p in r.phrases]
                own = set(lists[item.kind].first) if item.kind in lists else _first_keys(fillers, lists, rules)
            else:
                own = {first_key(item.text)} if item.text.strip() else {" "}
            keys |= own - {*DETERMINERS, " "}
            if not own <= {*DETERMINERS, " "} and not own & set(DETERMINERS):
                break
    return keys


def _candidates(keys: Iterable[str]) -> re.Pattern[str]:
    words = words_pattern(tuple(k for k in keys if k[:1].isalpha()))
    marks = "".join(re.escape(k) for k in keys if not k[:1].isalnum())
    other = f"|[{marks}]" if marks else ""
    key = rf"(?:{words})(?![^\W\d_])|\d{other}"
    return re.compile(rf"(?<!\w)(?:(?P<determiner>{words_pattern(DETERMINERS)}){GAP})?(?P<key>{key})")


def _cues(forward: Mapping[str, object] | None, report: Mapping[str, object] | None) -> re.Pattern[str] | None:
    """What tells whether a bare name lies ahead: `ahead` is a word of the list `forward`, else one of `report`."""
    if not forward or not report:
        return None
    return re.compile(rf"(?<!\w)(?:(?P<ahead>{words_pattern(forward)})|{words_pattern(report)})(?!\w)")
