"""Every rule's examples are its tests, those of a site as those of the package."""

import pytest

from generator.dates.examples import complaint_of, failing_examples
from generator.dates.rules import default_rules, join_rules, read_rules
from generator.dates.rules_file import Example

SOLS = """\
rules:
  - name: <number> sols ago
    match: "{number} sols ago"
    means: {shift: {unit: day, count: -number}}
    examples:
      - {text: two sols ago, published: 2025-01-03, timex3: 2025-01-01}
      - {text: three sols ago, published: 2025-01-03, timex3: 2025-01-01}
"""


@pytest.mark.parametrize("example", default_rules().examples, ids=lambda e: f"line {e.line}: {e.text}")
def test_each_example_of_a_rule_is_found_by_that_rule_and_means_what_it_says(example: Example) -> None:
    complaint = complaint_of(example, default_rules())
    assert complaint is None


def test_an_example_of_a_site_that_does_not_hold_is_named_with_its_line() -> None:
    rules = join_rules(default_rules(), read_rules(SOLS, "site_config/dates.yml"))
    assert [str(problem) for problem in failing_examples(rules, "site_config/dates.yml")] == [
        "site_config/dates.yml:7: the example \"three sols ago\" of rule '<number> sols ago' gives 2024-12-31, "
        "not 2025-01-01"
    ]
