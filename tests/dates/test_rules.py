"""A site may add words and rules; mistakes are all named, with their lines."""

import pytest

from generator.dates.resolve import resolve_times
from generator.dates.rules import default_rules, join_rules, read_rules
from generator.dates.tag import tag_times
from generator.dates.when import parse_edtf
from generator.errors import BadInput

SITE = """\
words:
  holiday:
    Founders' Day: independence day
  term: {Michaelmas: 10, Hilary: 1}
rules:
  - name: <term> term
    match: "{term} term"
    means: {date: {month: term}}
    group: date
  - name: Monday Club
    match: "{weekday} club"
    means: not a time
    examples: []
    never: [the Monday Club met]
"""


def test_a_sites_rules_are_joined_to_the_english_ones() -> None:
    rules = join_rules(default_rules(), read_rules(SITE, "site_config/dates.yml"))
    text = "since Michaelmas term, the Monday Club met on Founders' Day and on Tuesday"
    times = resolve_times(text, tag_times(text, rules), parse_edtf("2025-01-29"))
    assert [(t.expression.text, t.timex3) for t in times] == [
        ("Michaelmas term", "2024-10"),
        ("Founders' Day", "2024-07-04"),
        ("Tuesday", "2025-01-28"),
    ]


def test_a_meaning_whose_slot_did_not_match_is_left_out_of_the_one_that_holds_it() -> None:
    means = "{shift: {unit: day, count: 1, of: {fixed: {unit: year, number: year}}}}"
    source = f"rules:\n  - name: morrow\n    match: 'the morrow[ of {{year}}]'\n    means: {means}"
    rules = join_rules(default_rules(), read_rules(source, "site_config/dates.yml"))
    times = resolve_times("the morrow", tag_times("the morrow", rules), parse_edtf("2025-01-29"))
    assert [t.timex3 for t in times] == ["2025-01-30"]


def test_the_english_rules_find_nothing_of_a_sites_words_without_them() -> None:
    assert tag_times("Michaelmas term", default_rules()) == ()


WRONG = [
    ("rules: [", 2, "not YAML"),
    ("numbers: {}", 1, "neither 'words' nor 'rules'"),
    ("rules: {}", 1, "'rules' must be a list"),
    ("rules:\n  - name: x\n    match: y", 2, "has no 'means'"),
    ("rules:\n  - name: x\n    match: '{nonsense}'\n    means: not a time", 3, "is called 'nonsense'"),
    ("rules:\n  - name: x\n    match: 'a ['\n    means: not a time", 3, "is not closed"),
    ("rules:\n  - name: x\n    match: '[a]'\n    means: not a time", 3, "may match nothing"),
    ("rules:\n  - name: x\n    match: a\n    means: {sift: {}}", 4, "no meaning is called 'sift'"),
    ("rules:\n  - name: x\n    match: a\n    means: {shift: {unit: weak, count: 1}}", 4, "'weak' is no slot"),
    ("rules:\n  - name: x\n    match: a\n    means: {shift: {unit: week}}", 4, "needs a field 'count'"),
    ("rules:\n  - name: x\n    match: a\n    means: {shift: {unit: week, cont: 1}}", 4, "no field 'cont'"),
    (
        "rules:\n  - name: x\n    match: 'a[ {number}]'\n    means: {shift: {unit: week, count: number}}",
        3,
        "can do without the slot 'number'",
    ),
    ("rules:\n  - name: x\n    match: a\n    means: not a time\n    colour: red", 5, "no field 'colour'"),
    ("rules:\n  - name: x\n    match: a\n    means: not a time\n    marks: b", 5, "is called 'b'"),
    ("rules:\n  - name: x\n    match: 'a {date}'\n    means: date\n    group: date", 2, "group that it belongs to"),
    ("rules:\n  - name: x\n    match: a\n    means: not a time\n    never: b", 5, "'never' must be a list"),
    ("words:\n  x: {'/(/': digits}", 2, "bad pattern"),
    ("words:\n  x: {y: [1]}", 2, "needs one value"),
]


@pytest.mark.parametrize(("source", "line", "message"), WRONG)
def test_each_mistake_is_named_with_its_line(source: str, line: int, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_rules(source, "site_config/dates.yml")
    assert [p for p in caught.value.problems if p.line == line and message in p.message], caught.value


def test_all_mistakes_of_a_file_are_named_at_once() -> None:
    source = "rules:\n  - name: x\n    match: '{a}'\n    means: {b: {}}\n  - match: c"
    with pytest.raises(BadInput) as caught:
        read_rules(source, "dates.yml")
    assert [p.line for p in caught.value.problems] == [3, 4, 5]
    assert str(caught.value).startswith("dates.yml:3: ")


def test_every_rule_has_an_example() -> None:
    shown = {example.rule for example in default_rules().examples}
    assert [rule.name for rule in default_rules().file.rules if rule.name not in shown] == []


def test_no_two_rules_have_the_same_name() -> None:
    names = [rule.name for rule in default_rules().file.rules]
    assert sorted(set(names)) == sorted(names)
