"""The axis in pieces."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.locales import short_months
from generator.pages.axis import make_axis, make_ticks

DAYS = st.dates() | st.dates(date(2020, 1, 1), date(2026, 1, 1))


def _span(first: date, length: int) -> tuple[date, date]:
    return first, date.fromordinal(min(first.toordinal() + length, date.max.toordinal()))


SPANS = st.lists(st.builds(_span, DAYS, st.integers(0, 40_000)), min_size=1, max_size=30)


def _letters(words: str) -> float:
    return 7.0 * len(words)


@given(SPANS, st.sampled_from([340.0, 640.0, 1000.0]))
def test_time_runs_from_left_to_right_within_the_drawing(spans: list[tuple[date, date]], width: float) -> None:
    axis = make_axis(spans, 10, width)
    places = [axis.at(day) for day in sorted({first for first, _ in spans})]
    assert all(before <= after for before, after in pairwise(places))
    assert all(9.99 <= place <= width + 0.01 for place in places)
    assert all(axis.at(first) <= axis.after(last) for first, last in spans)


@given(SPANS)
def test_labels_of_ticks_do_not_run_into_each_other(spans: list[tuple[date, date]]) -> None:
    for piece in make_axis(spans, 10, 640).pieces:
        ticks = make_ticks(piece, _letters, short_months("en-GB"))
        assert ticks
        assert all(before.at + _letters(before.label) < after.at for before, after in pairwise(ticks))


def _days(*iso: str) -> list[tuple[date, date]]:
    return [(date.fromisoformat(one), date.fromisoformat(one)) for one in iso]


JANUARY = _days(*(f"2025-01-{number:02d}" for number in range(20, 31)))
YEAR_2023 = (date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("spans", "pieces"),
    [
        (JANUARY, 1),
        ([YEAR_2023, *JANUARY], 2),
        ([YEAR_2023, *JANUARY, *_days("2025-12-31")], 3),
        (_days("1925-03-01", "1950-01-01", "1975-01-01", "2000-01-01", "2025-01-01"), 1),
        (_days("2025-01-27"), 1),
    ],
)
def test_the_axis_is_cut_only_where_far_events_would_squash_the_others(
    spans: list[tuple[date, date]], pieces: int
) -> None:
    assert len(make_axis(spans, 10, 990).pieces) == pieces


def test_one_far_year_leaves_the_days_of_a_week_apart() -> None:
    axis = make_axis([YEAR_2023, *JANUARY], 10, 990)
    places = [axis.at(first) for first, _ in JANUARY]
    assert min(after - before for before, after in pairwise(places)) > 24


@pytest.mark.parametrize(
    ("spans", "labels"),
    [
        (_days("2025-01-27"), ["27"]),
        ([YEAR_2023], ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"]),
        (
            [(date(1901, 1, 1), date(2000, 12, 31))],
            ["1901", "1910", "1920", "1930", "1940", "1950", "1960", "1970", "1980", "1990"],
        ),
    ],
)
def test_ticks_suit_the_span(spans: list[tuple[date, date]], labels: list[str]) -> None:
    [piece] = make_axis(spans, 10, 640).pieces
    assert [tick.label for tick in make_ticks(piece, _letters, short_months("en-GB"))] == labels
