"""Events that may be one though they were kept apart."""

from dataclasses import replace

import pytest

from generator.events.near_duplicates import near_duplicates
from generator.model import Event
from tests.events.reports import report
from tests.making import when

FIRST = report("a", "A bomb exploded at a market in Mosul", entities=("mosul",), doer="bomb", subject="A bomb")
SECOND = replace(FIRST, article="b")
ONE = Event("one", "One", "disaster", when("2025-09-01"), "", FIRST.modality, (), (FIRST,), weight=2.0)
TWO = replace(ONE, id="two", mentions=(SECOND,), weight=1.0)


def test_two_events_that_are_told_alike_are_named_at_the_heavier_one() -> None:
    assert near_duplicates([TWO, ONE]) == {"one": ("two",)}


APART = {
    "one article tells both": replace(TWO, mentions=(replace(FIRST, start=50, end=90),)),
    "they are weeks apart": replace(TWO, when=when("2025-09-05")),
    "a year tells nothing of the day": replace(TWO, when=when("2025")),
    "they are of another kind and told with other words": replace(
        TWO, kind="deal", mentions=(replace(SECOND, trigger="buy"),)
    ),
    "their reports have little in common": replace(
        TWO, mentions=(replace(SECOND, words=frozenset({"x"}), doer="x", subject="X", trigger="y", object="z"),)
    ),
}


@pytest.mark.parametrize("other", APART.values(), ids=APART.keys())
def test_events_are_no_pair_where(other: Event) -> None:
    assert near_duplicates([ONE, other]) == {}


@pytest.mark.parametrize("edtf", ["2025-09-03", "[..2025-09-30]", "[2025-08-30..]", None, "2025-09"])
def test_times_that_may_be_one_are_near(edtf: str | None) -> None:
    assert near_duplicates([ONE, replace(TWO, when=when(edtf))]) == {"one": ("two",)}


@pytest.mark.parametrize("edtf", ["[..0001-01-02]", "[9999-12-30..]"])
def test_the_ends_of_the_calendar_are_no_error(edtf: str) -> None:
    assert near_duplicates([replace(ONE, when=when(edtf)), replace(TWO, when=when(edtf))]) == {"one": ("two",)}
