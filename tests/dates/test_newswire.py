"""How newspapers write times: every time of a sentence is found, with its value, and nothing else is."""

import re
from pathlib import Path

import pytest

from generator.dates.resolve import resolve_times
from generator.dates.rules import default_rules
from generator.dates.tag import tag_times
from generator.dates.when import parse_edtf

PUBLISHED = parse_edtf("1989-11-02")
MARKED = re.compile(r"<([^|>]*)\|([^>]*)>")
LINES = Path(__file__).with_name("newswire.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", [line for line in LINES if line and not line.startswith("#")])
def test_every_time_of_a_sentence_is_found_with_its_value_and_nothing_else(line: str) -> None:
    text = MARKED.sub(r"\1", line)
    times = resolve_times(text, tag_times(text, default_rules()), PUBLISHED)
    assert [(time.expression.text, time.timex3) for time in times] == MARKED.findall(line)
