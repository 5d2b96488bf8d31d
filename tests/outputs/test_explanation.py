"""What `dateline explain` tells."""

from dataclasses import replace
from datetime import date

import pytest

from generator.dates.meaning import NoTime
from generator.history import Change, ChangeKind, History, Record, Status
from generator.model import (
    Basis,
    Claim,
    Copy,
    Disagreement,
    Omission,
    Publication,
    Rejection,
    ResolvedTime,
    Ruling,
    TimeExpression,
    Timeline,
    TimexType,
)
from generator.outputs.explanation import explain, nearest_names
from tests.making import DAY, article, event, mention, when

A = replace(
    article("a", "Nvidia fell 17% on Monday. It was quiet then."),
    copies=(Copy("corpus/b.md"),),
    notes=("its 'url' was left out",),
)
TIME = ResolvedTime(
    TimeExpression(19, 25, "Monday", TimexType.DATE, NoTime(), "<weekday>"),
    when("2025-01-27"),
    "2025-01-27",
    "r",
    False,
)
EVENT = replace(
    event(
        replace(mention(A, "Nvidia fell 17% on Monday."), time=TIME), name="nvidia-falls-1a2b", headline="Nvidia falls"
    ),
    disagreements=(Disagreement("amount", (Claim("17", "17%", ("a",)), Claim("3", "3%", ("a",))), settled="17%"),),
    review=("look",),
    rulings=(Ruling("dated", "so it is"),),
)
REJECTED = Rejection("2001-02-25", Basis.URL, "no")
TIMELINE = Timeline(
    title="T",
    articles=(A, article("undated", "")),
    publications={"a": Publication(when("2025-01-28"), Basis.HEADER, "its header", (REJECTED,))},
    events=(EVENT,),
    entities=(),
    omissions=(Omission("a", 0, 6, "quotes", "too long"), Omission("a", 27, 45, "mentions", "no happening")),
)


MERGED = Change(
    date(2025, 3, 1), ChangeKind.MERGED, new="nvidia-falls-1a2b", why="its reports are now part of that event"
)
HISTORY = History(
    (Record("old-1", (), "other", "Old", None, DAY, DAY, Status.MERGED, log=(Change(DAY, ChangeKind.ADDED), MERGED)),)
)


def told(name: str) -> str:
    text = explain(TIMELINE, HISTORY, name)
    assert text is not None
    return text


OF_AN_EVENT = [
    "Nvidia falls",
    "When: 27 January 2025 (2025-01-27)",
    "Reported by 1 sentence:",
    "“Nvidia fell 17% on Monday.”",
    "“Monday” by the rule “<weekday>”, TIMEX3 2025-01-27",
    "The sources disagree about amount:",
    "settled: 17%",
    "A human should look, because:\n  - look",
    "Decisions:\n  - dated: so it is",
    "quotes: too long: “Nvidia”",
]
OF_AN_ARTICLE = [
    "Published: 28 January 2025 (2025-01-28), basis header",
    "not 2001-02-25 (url): no",
    "Copy: corpus/b.md",
    "Note: its 'url' was left out",
    "Reports 1 event:\n  - 27 January 2025: Nvidia falls [nvidia-falls-1a2b]",
    "mentions: no happening: “It was quiet then.”",
]


@pytest.mark.parametrize("words", OF_AN_EVENT)
def test_an_event_tells_how_it_came_about(words: str) -> None:
    assert words in told("nvidia-falls-1a2b")


@pytest.mark.parametrize("words", OF_AN_ARTICLE)
@pytest.mark.parametrize("name", ["a", "corpus/a.md"])
def test_an_article_tells_how_it_was_dated_and_what_came_of_it(name: str, words: str) -> None:
    assert words in told(name)


def test_an_omission_elsewhere_is_not_told_of_an_event() -> None:
    assert "It was quiet then." not in told("nvidia-falls-1a2b")


def test_an_article_that_is_not_dated_says_so() -> None:
    assert "Published: date unknown" in told("undated")


def test_an_event_that_is_no_longer_shown_tells_what_became_of_it() -> None:
    assert told("old-1").splitlines() == [
        "Old",
        "  event old-1, no longer shown: merged",
        "",
        "  - 2025-02-01: added",
        "  - 2025-03-01: merged nvidia-falls-1a2b: its reports are now part of that event",
    ]


def test_an_unknown_name_is_answered_with_near_ones() -> None:
    assert explain(TIMELINE, HISTORY, "nvidia") is None
    assert nearest_names(TIMELINE, "nvidia") == ["nvidia-falls-1a2b"]
    assert nearest_names(TIMELINE, "undatd") == ["undated"]
    assert nearest_names(TIMELINE, "zzz") == []
