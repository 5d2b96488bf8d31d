"""Every rule's examples are its tests."""

import pytest

from generator.dates.resolve import resolve_times
from generator.dates.rules import default_rules
from generator.dates.rules_file import Example
from generator.dates.tag import tag_times
from generator.dates.when import parse_edtf, to_edtf
from generator.model import UNKNOWN_WHEN


@pytest.mark.parametrize("example", default_rules().examples, ids=lambda e: f"line {e.line}: {e.text}")
def test_each_example_of_a_rule_is_found_by_that_rule_and_means_what_it_says(example: Example) -> None:
    published = parse_edtf(example.published) if example.published else UNKNOWN_WHEN
    times = resolve_times(example.text, tag_times(example.text, default_rules()), published)
    if example.found is None:
        assert [t.expression.text for t in times if t.expression.rule == example.rule] == []
        return
    found = {t.expression.text: t for t in times}[example.found]
    assert found.expression.rule == example.rule
    if example.timex3:
        assert found.timex3 == example.timex3
    if example.edtf:
        assert found.when is not None
        assert to_edtf(found.when) == example.edtf
