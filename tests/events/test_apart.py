"""What keeps two reports apart by their own words, and what does not."""

import pytest

from generator.events.apart import days_apart, forbids
from generator.model import Mention, Modality
from tests.events.reports import published, report

WEDNESDAY = published("2025-01-29")


def deed(article: str, clause: str, subject: str, **fields: object) -> Mention:
    """A report of what somebody did, of no kind unless one is given."""
    given = {"subject": subject, "doer": subject.lower(), "entities": (subject.lower(),), "trigger": "win", **fields}
    return report(article, clause, WEDNESDAY, **given)


PAIRS = {
    "the same told twice": (deed("a", "Ann won a race", "Ann"), deed("b", "Ann won the race", "Ann"), False),
    "a plan beside its deed": (
        deed("a", "Ann will win", "Ann", modality=Modality.PLANNED),
        deed("b", "Ann won", "Ann"),
        True,
    ),
    "a claim beside a report": (
        deed("a", "Ann won, Bob said", "Ann", modality=Modality.CLAIMED),
        deed("b", "Ann won", "Ann"),
        False,
    ),
    "two rounds": (
        deed("a", "Ann won the first round", "Ann", object="the first round"),
        deed("b", "Ann won the final round", "Ann", object="the final round"),
        True,
    ),
    "one round, told without its number": (
        deed("a", "Ann won the first round", "Ann", object="the first round"),
        deed("b", "Ann won the round", "Ann", object="the round"),
        False,
    ),
    "a suit and its answer": (
        deed("a", "Apex sued Borea", "Apex", trigger="sue", theme="borea"),
        deed("b", "Borea sued Apex", "Borea", trigger="sue", theme="apex"),
        True,
    ),
    "two houses that cut jobs": (
        deed("a", "Ford cut jobs", "Ford", kind="jobs", trigger="cut"),
        deed("b", "Opel cut jobs", "Opel", kind="jobs", trigger="cut"),
        True,
    ),
    "a remark beside a launch": (
        deed("a", "Ann praised it", "Ann", kind="statement"),
        deed("b", "Ann launched it", "Ann", kind="launch"),
        True,
    ),
    "two kinds as which one happening is told": (
        deed("a", "Riots broke out", "Riots", kind="conflict"),
        deed("b", "Protests broke out", "Protests", kind="protest"),
        False,
    ),
    "two verbs of one sentence": (
        deed("a", "Ann won and left", "Ann"),
        deed("a", "Ann won and left", "Ann", trigger="leave"),
        True,
    ),
}


@pytest.mark.parametrize(("one", "other", "apart"), PAIRS.values(), ids=PAIRS.keys())
def test_reports_are_kept_apart_by_their_own_words(one: Mention, other: Mention, apart: bool) -> None:
    assert forbids(one, other) is apart
    assert forbids(other, one) is apart


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("Ann won on Monday", "Ann won on Wednesday", 2),
        ("Ann won on Monday", "Ann won on Monday", 0),
        ("Ann won on Monday", "Ann won in January", 0),
        ("Ann won on 27 January", "Ann won in 2023", 393),
    ],
)
def test_two_times_miss_each_other_by_the_days_between_them(one: str, other: str, days: int) -> None:
    left, right = deed("a", one, "Ann").when, deed("b", other, "Ann").when
    assert days_apart(left, right) == days_apart(right, left) == days
