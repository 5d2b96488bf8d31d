"""One When from the times that several sources give."""

from itertools import permutations

import pytest

from generator.dates.when import to_edtf
from generator.events.settling import settle
from generator.model import Basis, Mention, Modality, Publication
from tests.events.reports import published, report

# What each article says, as "basis publication: words"; then when it was.
SETTLED = {
    "one source": (["stated 2025-01-28: It fell on Monday"], "2025-01-27"),
    "a month narrowed to a day": (
        ["stated 2025-01-28: It fell this month", "stated 2025-01-29: It fell on Monday"],
        "2025-01-27",
    ),
    "a week narrowed by a week": (
        ["stated 2025-01-29: It fell last week", "stated 2025-01-24: It fell earlier this week"],
        "[2025-01-20..2025-01-26]",
    ),
    "the firmer of two days": (
        ["header 2025-01-28: It fell on Monday", "stated 2025-01-29: It fell on 26 January"],
        "2025-01-26",
    ),
    "two against one": (
        ["url 2025-02-01: It fell on 30 January", *(f"stated 2025-01-{day}: It fell on Monday" for day in (29, 30))],
        "2025-01-27",
    ),
    "no time at all": (["stated 2025-01-28: It fell", "stated 2025-01-26: It fell"], "[..2025-01-26]"),
    "no time and one publication": (["stated 2025-01-28: It fell", "unknown: It fell"], "[..2025-01-28]"),
    "nothing known": (["unknown: It fell", "unknown: It fell on Monday"], None),
    "a full date needs no publication": (["unknown: It fell on 27 January 2025"], "2025-01-27"),
    "a day and no time": (["stated 2025-01-26: It fell", "stated 2025-01-29: It fell on 20 January"], "2025-01-20"),
}  # fmt: skip


def group_of(said: list[str], modality: Modality = Modality.HAPPENED) -> tuple[list[Mention], dict[str, Publication]]:
    publications: dict[str, Publication] = {}
    mentions = []
    for i, line in enumerate(said):
        head, _, words = line.partition(": ")
        basis, _, edtf = head.partition(" ")
        publications[chr(97 + i)] = published(edtf or None, Basis(basis))
        mentions.append(report(chr(97 + i), words, publications[chr(97 + i)], modality=modality))
    return mentions, publications


@pytest.mark.parametrize(("said", "edtf"), SETTLED.values(), ids=SETTLED.keys())
def test_an_event_was_when_the_firmest_sources_can_all_hold_in_any_order(said: list[str], edtf: str | None) -> None:
    mentions, publications = group_of(said)
    found = {to_edtf(settle(order, publications)[0]) for order in permutations(mentions)}
    assert found == {edtf}


def test_a_plan_without_a_date_is_after_its_last_report() -> None:
    mentions, publications = group_of(
        ["stated 2025-01-28: It will fall", "stated 2025-01-30: It will fall"], Modality.PLANNED
    )
    assert to_edtf(settle(mentions, publications)[0]) == "[2025-01-30..]"


def test_the_reason_names_what_fits_and_what_stands_against_it() -> None:
    said = ["stated 2025-01-28: It fell on Monday", "stated 2025-01-29: It fell this month"]
    said.append("url 2025-02-14: It fell on Monday")
    mentions, publications = group_of(said)
    assert settle(mentions, publications)[1] == (
        '"Monday"; it fits "this month"; against "Monday", which gives 10 February 2025'
    )
