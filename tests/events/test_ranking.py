"""How prominent events are, and why a human should look."""

from dataclasses import replace

import pytest

from generator.events.ranking import NEAR, rank_events, weight_of
from generator.model import Article, Basis, Claim, Disagreement, Event, Mention, Modality, Publication
from tests.events.reports import published, report
from tests.making import article, when
from tests.test_stories import STORIES, timeline_of

DATED = published("2025-01-29")
LATER = published("2025-03-02")
SOON = published("2025-02-03")
PUBLICATIONS = {"a": DATED, "b": DATED, "late": LATER, "soon": SOON}
LONG = report("a", "It fell on Monday as traders in the city came back from a long weekend of fear", DATED)
OTHER = "It fell on Monday while dealers who had been away for three days looked on in dismay"
ONE = report("a", "It fell on Monday", DATED)


def event(*mentions: Mention, edtf: str | None = "2025-01-27", **fields: object) -> Event:
    made = Event("", "Shares of Nvidia fall", "market", when(edtf), "", Modality.HAPPENED, (), mentions)
    return replace(made, **fields)  # type: ignore[arg-type]


HEAVIER = {
    "two sources than one": (event(ONE, replace(ONE, article="b")), event(ONE)),
    "two sources than copies": (event(LONG, report("b", OTHER, DATED)), event(LONG, replace(LONG, article="b"))),
    "what is come back to than news": (event(report("late", "It fell on 27 January 2025", LATER)), event(ONE)),
    "what is come back to late than soon": (
        event(report("late", "It fell on 27 January 2025", LATER)),
        event(report("soon", "It fell on 27 January 2025", SOON)),
    ),
    "reports that date it each than one that does": (
        event(ONE, report("b", OTHER, DATED)),
        event(ONE, replace(report("b", OTHER, DATED), own_time=False)),
    ),
    "an early place than a late one": (event(ONE), event(replace(ONE, position=20))),
    "a date of its own than a carried one": (event(ONE), event(replace(ONE, own_time=False))),
    "figures than none": (event(report("a", "It fell 17% on Monday", DATED)), event(ONE)),
    "a deed than a remark": (event(ONE), event(ONE, kind="statement")),
    "a date than a bound": (event(ONE), event(ONE, edtf="[..2025-01-29]")),
    "a bound than nothing": (event(ONE, edtf="[..2025-01-29]"), event(replace(ONE, own_time=False), edtf=None)),
    "a deed than a plan": (event(ONE), event(ONE, modality=Modality.PLANNED)),
}


@pytest.mark.parametrize(("more", "less"), HEAVIER.values(), ids=HEAVIER.keys())
def test_what_is_told_more_firmly_and_by_more_sources_is_heavier(more: Event, less: Event) -> None:
    assert weight_of(more, PUBLICATIONS) > weight_of(less, PUBLICATIONS)


def test_an_article_counts_once_however_often_it_mentions_an_event() -> None:
    twice = event(ONE, replace(ONE, start=50, end=60, position=3))
    assert weight_of(twice, PUBLICATIONS) == weight_of(event(ONE), PUBLICATIONS)


def test_history_that_a_story_only_mentions_is_not_what_its_reports_come_back_to() -> None:
    day = report("late", "It fell on 27 January 2015", LATER)
    assert weight_of(event(day, edtf="2015-01-27"), PUBLICATIONS) == weight_of(event(ONE), PUBLICATIONS)


def test_copies_of_one_text_weigh_no_more_than_the_text() -> None:
    copied = event(LONG, replace(LONG, article="b"))
    assert weight_of(copied, PUBLICATIONS) == weight_of(event(LONG), PUBLICATIONS)


def rank(*events: Event, basis: Basis = Basis.STATED, url: str | None = "https://a.example/") -> tuple[Event, ...]:
    names = sorted({mention.article for found in events for mention in found.mentions})
    articles: dict[str, Article] = {name: replace(article(name), url=url) for name in names}
    publications: dict[str, Publication] = {name: replace(DATED, basis=basis) for name in names}
    return rank_events(events, articles, publications)


def test_events_are_in_order_of_time_with_undated_ones_last() -> None:
    days = ["2025-01-27", None, "2024", "[..2025-01-20]", "2025-01", "2025-01-26"]
    found = rank(*(event(ONE, edtf=day, headline=str(day)) for day in days))
    assert [e.headline for e in found] == ["2024", "2025-01", "[..2025-01-20]", "2025-01-26", "2025-01-27", "None"]


def test_the_heavier_of_two_events_of_a_day_comes_first() -> None:
    heavy, light = event(ONE, replace(ONE, article="b"), headline="heavy"), event(ONE, headline="light")
    assert [e.headline for e in rank(light, heavy)] == ["heavy", "light"]


DISPUTE = Disagreement("amount", (Claim("5", "5", ("a",)), Claim("7", "7", ("b",))))
UNDATED = replace(ONE, time=None, own_time=False)

DOUBTS = {
    "nothing in doubt": (event(ONE), {}, []),
    "a headline without a name": (
        event(ONE, headline="Bank shares fall"),
        {},
        ["its headline names nobody, and may not be clear without the article"],
    ),
    "hearsay": (
        event(ONE, modality=Modality.CLAIMED), {}, ["a single source tells it, and only as somebody's claim"]
    ),
    "no date and no bound": (event(UNDATED, edtf=None), {}, ["no date and no bound is known"]),
    "bounds only": (event(UNDATED, edtf="[..2025-01-29]"), {}, ["no source dates it; only bounds are known"]),
    "a carried date": (event(replace(ONE, own_time=False)), {}, ["its date is taken from another sentence"]),
    "an inferred publication": (event(ONE), {"basis": Basis.INFERRED}, ["a source's own publication date is inferred"]),
    "no address": (event(ONE), {"url": None}, ["no address is known of “A”"]),
    "a dispute": (event(ONE, disagreements=(DISPUTE,)), {}, ["sources disagree about the amount"]),
    "a settled dispute": (event(ONE, disagreements=(replace(DISPUTE, settled="5"),)), {}, []),
    "a misfit": (event(ONE, edtf="2025-01-26"), {}, ["a source gives a time that does not fit the others"]),
}  # fmt: skip


@pytest.mark.parametrize(("found", "sources", "doubts"), DOUBTS.values(), ids=DOUBTS.keys())
def test_what_a_human_should_look_at_is_said(found: Event, sources: dict[str, object], doubts: list[str]) -> None:
    assert list(rank(found, **sources)[0].review) == doubts  # type: ignore[arg-type]


def test_events_that_may_be_one_say_so_at_the_heavier_one() -> None:
    found = timeline_of(STORIES / "adjacent-days").events
    alike = [(event.near, note) for event in found for note in event.review if note.startswith(NEAR)]
    assert [len(near) for near, _ in alike] == [1]
    assert alike[0][1] in [f"{NEAR} “{event.headline}”" for event in found if (event.id,) == alike[0][0]]
