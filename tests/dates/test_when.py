"""Whens: EDTF both ways, words, and what two of them have in common."""

from datetime import date

import pytest
from edtf import parse_edtf as parse_with_library
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.when import (
    after,
    before,
    contains,
    day,
    intersection,
    month,
    overlaps,
    parse_edtf,
    span,
    to_edtf,
    to_words,
    week_of,
    within,
    year,
)
from generator.model import UNKNOWN_WHEN, Precision, When

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
PAIRS = st.tuples(DAYS, DAYS).map(lambda p: (min(p), max(p)))
WHENS = st.one_of(
    DAYS.map(day),
    DAYS.map(week_of),
    DAYS.map(lambda d: month(d.year, d.month)),
    DAYS.map(lambda d: year(d.year)),
    DAYS.map(before),
    DAYS.map(after),
    st.tuples(PAIRS, st.booleans()).map(lambda p: span(p[0][0], p[0][1], p[1])),
)

WRITTEN = [
    ("2025-01-27", Precision.DAY, "27 January 2025"),
    ("2025-01", Precision.MONTH, "January 2025"),
    ("2023", Precision.YEAR, "2023"),
    ("[2025-01-20..2025-01-26]", Precision.WEEK, "some day in the week of 20 January 2025"),
    ("[2025-01-24..2025-01-26]", Precision.RANGE, "some day from 24 to 26 January 2025"),
    ("2025-01-20/2025-01-24", Precision.RANGE, "from 20 to 24 January 2025"),
    ("2019-01-01/2021-12-31", Precision.RANGE, "from 2019 to 2021"),
    ("[..2025-01-28]", Precision.BEFORE, "by 28 January 2025"),
    ("[..2025-12-31]", Precision.BEFORE, "by the end of 2025"),
    ("[2025-01-24..]", Precision.AFTER, "on or after 24 January 2025"),
    ("2025-01-27~", Precision.DAY, "about 27 January 2025"),
    ("2022-01-28~/2025-01-28~", Precision.RANGE, "from about 2022 to about 2025"),
    ("2024-11-28~/2025-01-28~", Precision.RANGE, "from about November 2024 to about January 2025"),
    ("2025-01-08~/2025-01-28~", Precision.RANGE, "from about 8 January 2025 to about 28 January 2025"),
    ("[2009-01-01..2009-04-30]", Precision.RANGE, "some day from January to April 2009"),
    ("2025-33", Precision.QUARTER, "the first quarter of 2025"),
    ("2025-41", Precision.HALF, "the second half of 2025"),
    ("2025-22", Precision.SEASON, "summer 2025"),
    ("2024-24", Precision.SEASON, "winter 2024–25"),
    ("199X", Precision.DECADE, "the 1990s"),
    ("18XX", Precision.CENTURY, "the 1800s"),
]


@pytest.mark.parametrize(("edtf", "precision", "words"), WRITTEN)
def test_each_form_of_edtf_is_read_written_and_put_in_words(edtf: str, precision: Precision, words: str) -> None:
    when = parse_edtf(edtf)
    assert (when.precision, to_edtf(when), to_words(when)) == (precision, edtf, words)


def test_an_unknown_time_has_no_edtf_and_says_so() -> None:
    assert (to_edtf(UNKNOWN_WHEN), to_words(UNKNOWN_WHEN)) == (None, "date unknown")


@pytest.mark.parametrize("text", ["", "soon", "2025-13", "2025-02-30", "2025-99", "25-01-27", "[2025]", "2025T10:00"])
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_edtf(text)


@given(WHENS)
def test_edtf_keeps_the_bounds_and_a_library_reads_it(when: When) -> None:
    edtf = to_edtf(when)
    assert edtf is not None
    assert str(parse_with_library(edtf))
    assert (parse_edtf(edtf).earliest, parse_edtf(edtf).latest) == (when.earliest, when.latest)


@given(WHENS, WHENS)
def test_an_intersection_lies_in_both_and_exists_exactly_where_they_overlap(a: When, b: When) -> None:
    common = intersection(a, b)
    assert (common is not None) == overlaps(a, b)
    if common:
        assert contains(a, common)
        assert contains(b, common)


@given(WHENS)
def test_a_when_overlaps_contains_and_meets_itself(when: When) -> None:
    assert overlaps(when, when)
    assert contains(when, when)
    assert intersection(when, when) == when


COMMON = [
    ("2025-01", "[2025-01-20..2025-01-26]", "[2025-01-20..2025-01-26]"),
    ("[2025-01-20..2025-01-26]", "[2025-01-24..]", "[2025-01-24..2025-01-26]"),
    ("2025-01", "2025-02", None),
    ("[..2025-01-28]", "[2025-01-24..]", "[2025-01-24..2025-01-28]"),
    ("2024-24", "2025", "[2025-01-01..2025-02-28]"),
]


@pytest.mark.parametrize(("a", "b", "common"), COMMON)
def test_what_two_times_have_in_common_keeps_the_precision_of_the_narrower(a: str, b: str, common: str | None) -> None:
    found = intersection(parse_edtf(a), parse_edtf(b))
    assert (to_edtf(found) if found else None) == common


@given(PAIRS)
def test_bounds_that_make_a_whole_unit_are_given_its_precision(pair: tuple[date, date]) -> None:
    when = within(*pair)
    assert (when.earliest, when.latest) == pair
    assert within(month(2025, 1).earliest, month(2025, 1).latest).precision is Precision.MONTH
