"""Claims that cannot all hold, and claims that only look so."""

from itertools import permutations

import pytest

from generator.events.disagreements import agree, find_disagreements, value_words
from generator.language.figures import find_figures
from generator.model import Disagreement, Event, Modality
from generator.settings_files import general_kinds
from tests.events.reports import published, report
from tests.making import when

AGREE = [
    ("$500 billion", "up to $500 billion"),
    ("$6 million", "just under $6 million"),
    ("$60 million", "at least $60 million"),
    ("nearly $5 billion", "$4.96 billion"),
    ("300 million euros", "€300m"),
    ("1,247 people", "about 1,200 people"),
    ("1,247 people", "more than 1,200 people"),
    ("1,247 people", "1,200 people"),
    ("12 people", "twelve people"),
    ("12 people", "at least 10 people"),
    ("17%", "17 percent"),
    ("16.97%", "17%"),
    ("3.1%", "more than 3%"),
    ("3 to 5 percent", "4 percent"),
    ("about 3 percent", "2.9 percent"),
    ("less than $6 million", "just under $6 million"),
]
DISAGREE = [
    ("$500 billion", "$500 million"),
    ("up to $500 billion", "$500 million"),
    ("up to $500 million", "up to $50 million"),
    ("$80 billion", "up to $65 billion"),
    ("12 people", "27 people"),
    ("more than 100 people", "40 people"),
    ("1,247 people", "1,300 people"),
    ("17%", "14%"),
    ("less than 5 percent", "7 percent"),
    ("3 to 5 percent", "6 percent"),
]


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_figures_agree_that_are_one_but_for_rounding_and_bounds(one: str, other: str) -> None:
    a, b = find_figures(one)[0], find_figures(other)[0]
    assert agree(a, b)
    assert agree(b, a)


@pytest.mark.parametrize(("one", "other"), DISAGREE)
def test_figures_disagree_that_cannot_both_hold(one: str, other: str) -> None:
    a, b = find_figures(one)[0], find_figures(other)[0]
    assert not agree(a, b)
    assert not agree(b, a)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("up to $500 billion", "500 billion USD"),
        ("€3.2bn", "3.2 billion EUR"),
        ("17 percent", "17%"),
        ("Twelve people", "12 people"),
        ("1,247 workers", "1,247 workers"),
    ],
)
def test_a_value_is_written_in_one_form_for_all_sources(words: str, value: str) -> None:
    assert value_words(find_figures(words)[0]) == value


PUBLISHED = published("2025-03-06")

# Clauses of articles a, b, c …; then what is in dispute, as "about: words (articles)", the outlier with *.
CLAIMS = [
    (["A quake killed 12 people", "A quake killed 12 people"], []),
    (["A quake killed 12 people", "A quake killed 27 people"], ["people killed: 12 people (a) | 27 people (b)"]),
    (
        ["A quake killed 12 people", "A quake killed 27 people", "A quake killed 12 people"],
        ["people killed: 12 people (a, c) | 27 people (b) *b"],
    ),
    (["A quake killed 12 people", "A quake injured 40 people"], []),
    (["12 people died and 40 people were injured", "40 people were injured"], []),
    (["A quake destroyed 12 houses", "A quake killed 27 people"], []),
    (["A quake killed 12 people", "A quake hit Lombok"], []),
    (["A quake killed at least 12 people", "A quake killed 14 people"], []),
    (["A quake killed 12 people and later 15 people died", "A quake killed 15 people"], []),
    (["It cost $5 million", "It cost $7 million"], []),
]  # fmt: skip


@pytest.mark.parametrize(("clauses", "expected"), CLAIMS)
def test_sources_dispute_only_what_is_counted_of_the_same_thing(clauses: list[str], expected: list[str]) -> None:
    assert disputes(event_of(clauses)) == expected


def test_a_kind_says_which_differences_are_disputes() -> None:
    assert disputes(event_of(["It cost $5 million", "It cost $7 million"], kind="deal")) == [
        "amount: $5 million (a) | $7 million (b)"
    ]


def test_the_order_of_mentions_makes_no_difference() -> None:
    clauses = ["A quake killed 12 people", "A quake killed 27 people", "A quake killed 12 people on Tuesday"]
    event = event_of(clauses)
    orders = [tuple(order) for order in permutations(event.mentions)]
    found = {repr(disputes(Event("", "", "disaster", event.when, "", event.modality, (), order))) for order in orders}
    assert len(found) == 1


def test_times_that_exclude_each_other_are_a_dispute_about_the_date() -> None:
    event = event_of(["It fell on 4 March", "It fell on Tuesday", "It fell on 3 March"], edtf="2025-03-04")
    assert disputes(event) == ["date: 4 March / Tuesday (a, b) | 3 March (c) *c"]


def test_a_month_and_a_day_of_it_are_no_dispute() -> None:
    assert disputes(event_of(["It fell on 4 March", "It fell this month"], edtf="2025-03-04")) == []


def event_of(clauses: list[str], kind: str = "disaster", edtf: str | None = None) -> Event:
    mentions = tuple(report(chr(97 + i), clause, PUBLISHED, kind=kind) for i, clause in enumerate(clauses))
    return Event("", "It fell", kind, when(edtf), "", Modality.HAPPENED, (), mentions)


def disputes(event: Event) -> list[str]:
    publications = {mention.article: PUBLISHED for mention in event.mentions}
    return [shown(d) for d in find_disagreements([event], publications, general_kinds())[0].disagreements]


def shown(found: Disagreement) -> str:
    claims = " | ".join(f"{claim.words} ({', '.join(claim.articles)})" for claim in found.claims)
    outliers = "".join(f" *{article}" for claim in found.claims if claim.outlier for article in claim.articles)
    return f"{found.about}: {claims}{outliers}"
