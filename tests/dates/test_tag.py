"""What holds for every text: offsets, order, and work that grows with the text and no faster."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.dates.matching import REMEMBERED, Reader
from generator.dates.rules import default_rules
from generator.dates.tag import tag_times, tag_with

RULES = default_rules()
WORDS = sorted({word for entries in RULES.file.lists.values() for word in entries if not word.startswith("/")})
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(
        ["the", "a", "of", "in", "from", "to", "and", "ago", "later", ",", ".", "-", "–", "'", "’", "\n", "$"]
    ),
    st.integers(0, 99999).map(str),
    st.text(max_size=6),
)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([" ", "", "\n", "-"]))).map(lambda p: "".join(a + b for a, b in p))
HOSTILE = [
    "1",
    "1 ",
    "1 x ",
    "1,",
    "12:30 ",
    "2025-",
    "the ",
    "the the end of ",
    "the end of the ",
    "last week of ",
    "from 2019 to ",
    "Monday, ",
    "a",
    "May ",
    "May-",
    "'",
    "\n",
    " ",
    "early early ",
    "two and a half ",
    "since since ",
    "é",
]


def steps(text: str) -> int:
    """How many places and words the tagger looks at."""
    reader = Reader(text, RULES.lists, RULES.trees)
    tag_with(reader, RULES)
    return reader.steps


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_expressions_are_sorted_do_not_overlap_and_slice_to_their_text(text: str) -> None:
    expressions = tag_times(text, RULES)
    for expression in expressions:
        assert text[expression.start : expression.end] == expression.text
        assert expression.text.strip() == expression.text != ""
    for one, following in pairwise(expressions):
        assert one.end <= following.start


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_the_work_grows_no_faster_than_the_text(piece: str) -> None:
    short, long = steps(piece * 300), steps(piece * 3000)
    assert long <= 10.5 * short + 100
    assert long <= 200 * len(piece) * 3000


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_twice_the_text_is_at_most_about_twice_the_work(text: str) -> None:
    assert steps(f"{text}\n\n{text}") <= 2 * steps(text) + 500


def test_what_is_remembered_does_not_grow_with_the_text() -> None:
    reader = Reader("1 x " * 10_000, RULES.lists, RULES.trees)
    tag_with(reader, RULES)
    assert len(reader.known) < REMEMBERED + 500


NOTHING = [
    "Theresa May spoke.",
    "They may be right.",
    "They march on.",
    "The Sun reported it.",
    "It costs $2025.",
    "2,048 GPUs were used.",
    "2000 people came.",
    "Version 2.5.1 is out.",
    "They won 21-14.",
    "He scored in the second half of the match.",
    "The Fourth Estate reacted.",
    "since 9/11",
    "Windows 2000 and Office 2019",
    "the Daily Mail",
    "Black Friday sales",
    "It rose 17% and 3.5 percent.",
    "He sat in row 12, seat 3.",
    "Call 555-1234.",
    "https://example.org/2025/01/x1",
    "The match ended 2-1, and the set 6-4.",
    "He paid 1,990 pounds and 2001 euros.",
    "The Boeing 747 and the A320",
    "Python 3.11, iOS 18.2 and version 2.0",
    "the second half of the game",
    "the third man, the fourth wall, the first lady",
    "the January 6 committee, the Oct. 7 massacre, the 7/7 bombings",
    "an overnight success",
    "They will march on the capital and may fall.",
    "April Jones won, June Carter sang",
    "the novel 1984",
    "Sunday Times, Daily Express and Evening Standard",
]


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_only_look_like_a_time_are_left_alone(text: str) -> None:
    assert [e.text for e in tag_times(text, RULES)] == []


FOUND = [
    ("NEW YORK, Jan. 27 (AP) -- Stocks fell", ["Jan. 27"]),
    ("from 2019 to 2021 and in May", ["2019", "2021", "May"]),
    ("Monday’s sell-off and Tuesday's rally", ["Monday", "Tuesday"]),
    ("last\nweek", ["last\nweek"]),
    ("last\n\nweek", []),
    ("MONDAY: SHARES FALL TODAY", ["MONDAY", "TODAY"]),
    ("WWDC 2005\nJune 6, 2005", ["2005", "June 6, 2005"]),
    ("until Friday\nSeptember 18, 2008", ["Friday", "September 18, 2008"]),
    ("an 18-month, $3 billion plan", ["18-month"]),
    ("DeepSeek, a year-old Chinese start-up", ["year-old"]),
    ("(2023)", ["2023"]),
    ("in the 1980s and ’90s", ["the 1980s", "’90s"]),
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_the_extent_is_the_time_and_no_more(text: str, found: list[str]) -> None:
    assert [e.text for e in tag_times(text, RULES)] == found
