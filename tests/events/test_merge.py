"""Mentions into events: what is joined, what stays apart, and that order makes no difference."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.events.likeness import JOINED, likeness, weights_of
from generator.events.merge import merge_mentions
from generator.model import Mention, Modality
from tests.events.reports import published, report

WEDNESDAY, THURSDAY = published("2025-01-29"), published("2025-01-30")


def fall(article: str, clause: str, who: str, **fields: object) -> Mention:
    """A report of a fall in the market."""
    given_fields = {"kind": "market", "trigger": "fall", "subject": who, "doer": who, "entities": (who,), **fields}
    return report(article, clause, WEDNESDAY, **given_fields)


def quake(article: str, clause: str, *entities: str, **fields: object) -> Mention:
    """A report of an earthquake."""
    return report(article, clause, WEDNESDAY, entities=entities, trigger="earthquake", by_noun=True, **fields)


def announced(clause: str, subject: str, **fields: object) -> Mention:
    """An announcement in an article that tells of several."""
    given_fields = {"kind": "launch", "trigger": "announce", "subject": subject, "entities": ("lumo", "dock"), **fields}
    return report("a", clause, WEDNESDAY, **given_fields)


PAIRS = {
    "what was announced, and what it was announced of in the passive": (
        announced("Lumo announced a phone for its dock", "Lumo", object="a phone for its dock", theme="dock"),
        announced("A new version of Dock was announced", "new version of Dock", passive=True, theme="dock", start=99),
        False,
    ),
    "two things announced of which one is in words of its own": (
        announced(
            "Lumo announced that there were 3,800 visitors", "Lumo", object="that there were visitors", figures=()
        ),
        announced("Lumo announced that subscription would be built in", "Lumo", start=99),
        False,
    ),
    "one fall in two words": (
        fall("a", "Nvidia fell 17% on Monday", "nvidia"),
        fall("b", "Nvidia plunged 17 percent on Monday", "nvidia", trigger="plunge"),
        True,
    ),
    "falls of two shares": (
        fall("a", "Nvidia fell 17% on Monday", "nvidia"),
        fall("b", "Oracle fell 17% on Monday", "oracle"),
        False,
    ),
    "falls on two days": (
        fall("a", "Nvidia fell 3% on Monday", "nvidia"),
        fall("b", "Nvidia fell 3% on Tuesday", "nvidia"),
        False,
    ),
    "one quake": (
        quake("a", "An earthquake struck Lombok on Monday", "lombok", theme="lombok"),
        quake("b", "The earthquake struck Lombok on 27 January", "lombok", theme="lombok"),
        True,
    ),
    "quakes of two years": (
        quake("a", "An earthquake struck Lombok on Monday", "lombok", theme="lombok"),
        quake("b", "An earthquake struck Lombok on 27 January 2018", "lombok", theme="lombok"),
        False,
    ),
    "a plan and its deed": (
        quake("a", "Airbus opens a plant on Monday", "airbus", kind="building", modality=Modality.PLANNED),
        quake("b", "Airbus opens a plant on Monday", "airbus", kind="building"),
        False,
    ),
    "remarks by two people": (
        fall("a", "Ann praised the chip on Monday", "ann", kind="statement", trigger="praise"),
        fall("b", "Bob praised the chip on Monday", "bob", kind="statement", trigger="praise"),
        False,
    ),
}


@pytest.mark.parametrize(("one", "other", "joined"), PAIRS.values(), ids=PAIRS.keys())
def test_two_reports_are_joined_only_if_they_are_of_one_happening(one: Mention, other: Mention, joined: bool) -> None:
    weights = weights_of([one, other])
    assert (likeness(one, other, weights) >= JOINED) is joined
    assert likeness(one, other, weights) == likeness(other, one, weights)
    assert len(merge([one, other])) == (1 if joined else 2)


def merge(mentions: Sequence[Mention]) -> list[tuple[Mention, ...]]:
    publications = {mention.article: WEDNESDAY for mention in mentions}
    return [event.mentions for event in merge_mentions(mentions, publications)]


NAMES = st.sampled_from(["nvidia", "oracle", "lombok", "trump"])


@st.composite
def mentions(draw: st.DrawFn) -> Mention:
    subject = draw(NAMES)
    verb = draw(st.sampled_from(["fell", "struck", "announced", "bought"]))
    thing = draw(st.sampled_from(["Stargate", "a plant in Oslo", "17%", "12 people", "$5 million"]))
    time = draw(st.sampled_from(["", " on Monday", " on Tuesday", " last week", " in 2018", " on 27 January 2025"]))
    return report(
        draw(st.sampled_from("abcde")),
        f"{subject} {verb} {thing}{time}",
        draw(st.sampled_from([WEDNESDAY, THURSDAY, published(None)])),
        start=100 * (position := draw(st.integers(0, 9))),
        end=100 * position + 50,
        position=position,
        kind=draw(st.sampled_from(["market", "disaster", "launch", "deal", "statement", "other"])),
        trigger=verb,
        subject=subject,
        doer=draw(st.none() | st.just(subject)),
        theme=draw(st.none() | NAMES),
        entities=tuple(sorted({subject, draw(NAMES)})),
        modality=draw(st.sampled_from(list(Modality))),
    )


MENTIONS = st.lists(mentions(), max_size=14, unique_by=lambda mention: (mention.article, mention.start))


@given(MENTIONS, st.integers(0, 10**6))
def test_the_order_of_mentions_makes_no_difference(found: list[Mention], seed: int) -> None:
    shuffled = list(found)
    Random(seed).shuffle(shuffled)
    assert merge(shuffled) == merge(found)


@given(MENTIONS)
def test_every_mention_is_in_one_event_and_in_no_other(found: list[Mention]) -> None:
    told = [mention for group in merge(found) for mention in group]
    assert sorted(map(repr, told)) == sorted(map(repr, found))


@given(mentions(), mentions(), st.lists(mentions(), max_size=6))
def test_likeness_is_the_same_from_both_sides(one: Mention, other: Mention, rest: list[Mention]) -> None:
    weights = weights_of([one, other, *rest])
    assert likeness(one, other, weights) == pytest.approx(likeness(other, one, weights))


@pytest.mark.parametrize("size", [200, 400, 800])
def test_the_pairs_compared_grow_with_the_mentions_and_not_with_their_square(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = 0

    def counted(a: Mention, b: Mention, weights: object) -> float:
        nonlocal compared
        compared += 1
        return 0.0

    monkeypatch.setattr("generator.events.merge.likeness", counted)
    merge([fall(f"a{i}", "Nvidia fell 3% on Monday", "nvidia") for i in range(size)])
    assert compared <= 60 * size
