"""When an article was published, by its own evidence."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.publication import address_dates, own_publication
from generator.dates.when import to_edtf
from generator.model import Article, Basis, Clue, Publication
from tests.making import article, when

ADDRESSES = {
    "https://a.example/2025/02/01/story": ["2025-02-01 year/month/day"],
    "https://a.example/2025-02-01-story.html": ["2025-02-01 year/month/day"],
    "https://a.example/20250201/story": ["2025-02-01 year/month/day"],
    "https://a.example/story?date=2025.02.01": ["2025-02-01 year/month/day"],
    "https://a.example/story.pl?sid=25/02/01/1414": [
        "2025-02-01 year/month/day",
        "2001-02-25 day/month/year",
        "2025-01-02 year/day/month",
    ],
    "https://a.example/31/12/24/story": ["2031-12-24 year/month/day", "2024-12-31 day/month/year"],
    "https://a.example/12-25-99/story": ["1999-12-25 month/day/year"],
    "https://a.example/97/03/05/story": ["1997-03-05 year/month/day", "1997-05-03 year/day/month"],
    "https://a.example/11/11/11/story": ["2011-11-11 year/month/day"],
    "https://a.example/2025/02/31/story": [],
    "https://a.example/2025/13/01/story": [],
    "https://a.example/25/02-01/story": [],
    "https://a.example/story-1738151564": [],
    "https://a.example/story/120250201": [],
    "https://20250201.example/story": [],
    "https://a.example/story#2025-02-01": [],
    "": [],
}


@pytest.mark.parametrize(("address", "expected"), ADDRESSES.items(), ids=ADDRESSES.keys())
def test_the_digits_of_an_address_are_read_in_every_order_that_makes_a_date(address: str, expected: list[str]) -> None:
    assert [f"{found.day} {found.order}" for found in address_dates(address)] == expected


def dated(url: str | None, clues: Sequence[Clue]) -> Publication:
    made: Article = replace(article("a", "Rain fell."), url=url, clues=tuple(clues))
    return own_publication(made)


def clue(basis: Basis, day: str) -> Clue:
    return Clue(basis, date.fromisoformat(day), f"{basis} {day}")


NERDS = "https://a.example/story.pl?sid=25/02/01/1414"
SLASHES = "https://a.example/2025/02/01/story"
STATED, HTML, HEADER = Basis.STATED, Basis.HTML, Basis.HEADER

# Address, clues, then the publication with its basis, and what was rejected.
WEIGHED = [
    (None, [], None, Basis.UNKNOWN, []),
    (SLASHES, [], "2025-02-01", Basis.URL, []),
    (None, [(HEADER, "2025-01-28")], "2025-01-28", HEADER, []),
    (None, [(HEADER, "2025-01-28"), (STATED, "2025-01-29")], "2025-01-29", STATED, ["2025-01-28 header"]),
    (None, [(HTML, "2025-01-28"), (STATED, "2025-01-28")], "2025-01-28", STATED, []),
    (SLASHES, [(STATED, "2025-01-29")], "2025-01-29", STATED, ["2025-02-01 url"]),
    (SLASHES, [(STATED, "2025-02-01")], "2025-02-01", STATED, []),
    (SLASHES, [(HEADER, "2024-06-01")], "2024-06-01", HEADER, ["2025-02-01 url"]),
    (NERDS, [(HEADER, "2001-02-25")], "2025-02-01", Basis.URL, ["2001-02-25 header", "2025-01-02 url"]),
    (NERDS, [(HEADER, "2025-02-01")], "2025-02-01", HEADER, ["2001-02-25 url", "2025-01-02 url"]),
]  # fmt: skip


@pytest.mark.parametrize(("url", "clues", "edtf", "basis", "rejected"), WEIGHED)
def test_the_firmest_evidence_wins_and_the_rest_is_rejected(
    url: str | None, clues: list[tuple[Basis, str]], edtf: str | None, basis: Basis, rejected: list[str]
) -> None:
    found = dated(url, [clue(*each) for each in clues])
    assert (to_edtf(found.when), found.basis) == (edtf, basis)
    assert sorted(f"{r.value} {r.basis}" for r in found.rejected) == sorted(rejected)


def test_every_rejection_says_why() -> None:
    found = dated(NERDS, [clue(HEADER, "2001-02-25")])
    assert [rejection.reason for rejection in found.rejected] == [
        "header 2001-02-25, which is the address's 25/02/01 read as day/month/year; "
        "read as year/month/day it is 1 February 2025",
        "the address's 25/02/01 read as year/day/month, which addresses seldom mean",
    ]


def test_a_stated_month_stays_a_month() -> None:
    stated = Clue(STATED, date(2025, 1, 1), "2025-01", when("2025-01"))
    assert to_edtf(dated(None, [stated]).when) == "2025-01"


def test_nothing_is_dated_by_guess() -> None:
    found = dated("https://a.example/story", [])
    assert (to_edtf(found.when), found.basis, found.reason) == (
        None,
        Basis.UNKNOWN,
        "nothing says when it was published",
    )


BASES = st.sampled_from([STATED, HTML, HEADER])
DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@given(st.lists(st.builds(lambda b, d: clue(b, d.isoformat()), BASES, DAYS), max_size=4), st.text(max_size=60))
def test_a_publication_is_always_one_of_its_clues_or_the_addresss_and_never_both_taken_and_rejected(
    clues: list[Clue], rest: str
) -> None:
    url = f"https://a.example/{rest}"
    found = dated(url, clues)
    days = {c.day for c in clues} | {a.day for a in address_dates(url)}
    assert found.when.earliest in days if days else found.basis is Basis.UNKNOWN
    if found.when.earliest:
        assert found.when.earliest.isoformat() not in {r.value for r in found.rejected}
