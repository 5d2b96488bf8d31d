"""What `dateline tag` prints."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from generator.dates.rules import default_rules
from generator.errors import Problem
from generator.outputs.tagged_text import marked_text, tag_lines, times_of
from tests.making import when

RULES = default_rules()
TEXT = "Nvidia fell on Monday, and again on January 30, 2025."


def tag(*lines: str | bytes) -> tuple[list[dict[str, Any]], list[str]]:
    problems: list[Problem] = []
    given = [line.encode() if isinstance(line, str) else line for line in lines]
    found = [json.loads(line) for line in tag_lines(given, RULES, problems.append)]
    return found, [str(problem) for problem in problems]


def test_a_text_is_shown_with_each_expression_its_value_and_its_rule() -> None:
    published = when("2025-01-31")
    lines = marked_text(TEXT, published, times_of(TEXT, published, RULES), RULES).splitlines()
    assert lines[0] == "Published: 31 January 2025"
    assert lines[2] == "Nvidia fell on ⟦Monday⟧1, and again on ⟦January 30, 2025⟧2."
    assert lines[4:] == [
        "   1  Monday: DATE 2025-01-27, 2025-01-27, by “<weekday>”",
        "   2  January 30, 2025: DATE 2025-01-30, 2025-01-30, by “<month> <day>, <year>”",
    ]


def test_what_only_looks_like_a_time_is_told_with_the_rule_that_says_so() -> None:
    text, published = "Since 9/11, Theresa May said on Monday.", when("2025-01-31")
    lines = marked_text(text, published, times_of(text, published, RULES), RULES).splitlines()
    assert lines[2] == "Since 9/11, Theresa May said on ⟦Monday⟧1."
    assert lines[5:] == [
        "   –  9/11: no time, by “9/11, an event named by its day”",
        "   –  Theresa May: no time, by “May the surname”",
    ]


def test_a_text_whose_publication_is_not_known_says_how_to_state_it() -> None:
    unknown = when(None)
    lines = marked_text(TEXT, unknown, times_of(TEXT, unknown, RULES), RULES).splitlines()
    assert lines[0] == "Published: date unknown; state it with --published DATE"
    assert "no date" in lines[4]


def test_each_json_line_gives_one_with_its_expressions() -> None:
    lines = [{"id": "a", "published": "2025-01-31", "text": TEXT}, {"id": 2, "published": None, "text": "None."}]
    found, problems = tag(*map(json.dumps, lines))
    assert [line["id"] for line in found] == ["a", 2]
    assert found[0]["expressions"] == [
        {
            "start": 15,
            "end": 21,
            "text": "Monday",
            "type": "DATE",
            "value": "2025-01-27",
            "edtf": "2025-01-27",
            "rule": "<weekday>",
        },
        {
            "start": 36,
            "end": 52,
            "text": "January 30, 2025",
            "type": "DATE",
            "value": "2025-01-30",
            "edtf": "2025-01-30",
            "rule": "<month> <day>, <year>",
        },
    ]
    assert (found[1]["expressions"], problems) == ([], [])


def test_offsets_count_the_characters_of_the_text_as_given() -> None:
    text = "\r\n\ud83d\ude00 e\u0301 \x00 on January 30, 2025"
    found, _ = tag(json.dumps({"id": 1, "published": None, "text": text}))
    (expression,) = found[0]["expressions"]
    decoded = json.loads(json.dumps(text))
    assert decoded[expression["start"] : expression["end"]] == "January 30, 2025"


BROKEN = [
    ("nope", "not JSON: Expecting value at character 1"),
    ("[]", "it must be an object with a 'text'"),
    ('{"id": 1}', "it must be an object with a 'text'"),
    ('{"text": 1}', "it must be an object with a 'text'"),
    ('{"text": "x", "published": "2025-13-01"}', "'published' is not a date: \"2025-13-01\""),
    ('{"text": "x", "published": "soon"}', "'published' is not a date: \"soon\""),
    (b'{"text": "\xe9"}', "not UTF-8"),
    ("[" * 100_000, "not JSON that can be read: it is nested too deeply"),
]


@pytest.mark.parametrize(("line", "problem"), BROKEN)
def test_a_broken_line_is_named_with_its_number_and_the_others_are_tagged(line: str | bytes, problem: str) -> None:
    good = '{"id": 1, "published": "2025-01-31T08:00:00Z", "text": "x"}'
    found, problems = tag(good, "", line, good)
    assert len(found) == 2
    assert problems == [f"standard input:3: {problem}"]


def test_a_stream_is_tagged_line_by_line() -> None:
    taken = []

    def lines() -> Iterator[bytes]:
        for number in range(3):
            taken.append(number)
            yield json.dumps({"id": number, "text": "x"}).encode()

    stream = tag_lines(lines(), RULES, lambda _: None)
    next(stream)
    assert taken == [0]


def test_any_text_can_be_written_wherever_it_goes() -> None:
    line = json.dumps({"id": "\ud800", "text": "\ud800 on January 30, 2025 \u2028"})
    (written,) = tag_lines([line.encode()], RULES, lambda _: None)
    io.TextIOWrapper(io.BytesIO(), encoding="ascii").write(written)
