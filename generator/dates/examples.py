"""Examples of rules held against the rules: what each says is found, or what is found instead is told with its line."""

from collections.abc import Iterator

from generator.dates.resolve import resolve_times
from generator.dates.rules import Rules
from generator.dates.rules_file import Example
from generator.dates.tag import tag_times
from generator.dates.when import parse_edtf, to_edtf
from generator.errors import Problem
from generator.model import UNKNOWN_WHEN


def failing_examples(rules: Rules, path: str) -> Iterator[Problem]:
    """A problem for each example of the file at `path` that the rules, all together, do not bear out."""
    for example in rules.examples:
        if example.path == path and (complaint := complaint_of(example, rules)):
            yield Problem(path, example.line, f"the example \"{example.text}\" of rule '{example.rule}' {complaint}")


def complaint_of(example: Example, rules: Rules) -> str | None:
    """In what an example does not hold, or None."""
    try:
        published = parse_edtf(example.published) if example.published else UNKNOWN_WHEN
    except ValueError:
        return f"has a 'published' that is no date: \"{example.published}\""
    times = resolve_times(example.text, tag_times(example.text, rules), published)
    if example.found is None:
        found = next((t for t in times if t.expression.rule == example.rule), None)
        return f'should find nothing, and finds "{found.expression.text}"' if found else None
    time = next((t for t in times if t.expression.text == example.found), None)
    if time is None:
        return f'does not find "{example.found}"'
    if time.expression.rule != example.rule:
        return f"is found by rule '{time.expression.rule}'"
    if example.timex3 and time.timex3 != example.timex3:
        return f"gives {time.timex3}, not {example.timex3}"
    edtf = to_edtf(time.when) if time.when else None
    return f"gives {edtf}, not {example.edtf}" if example.edtf and edtf != example.edtf else None
