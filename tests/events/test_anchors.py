"""What articles say of each other's publication."""

from collections.abc import Mapping

import pytest

from generator.dates.when import to_edtf
from generator.events.anchors import narrow_publications
from generator.events.settling import settle
from generator.model import Basis, Event, Modality, Publication
from tests.events.reports import published, report

# Publications; what each of their articles says of one event; then the publication that is narrowed, or None.
ANCHORED = {
    "yesterday of a dated day": (
        ["stated 2025-06-18: It fell on Tuesday", "unknown: It fell yesterday"],
        "2025-06-18",
    ),
    "earlier this week of a dated week": (
        ["stated 2025-01-29: It fell last week", "unknown: It fell earlier this week"],
        "[2025-01-20..2025-01-26]",
    ),
    "last week of a dated day": (
        ["stated 2025-01-21: It fell on Monday", "unknown: It fell last week"],
        "[2025-01-27..2025-02-02]",
    ),
    "no time of its own": (["stated 2025-06-18: It fell on Tuesday", "unknown: It fell"], "[2025-06-17..]"),
    "its own full date": (["stated 2025-06-18: It rose", "unknown: It fell on 24 January 2025"], "[2025-01-24..]"),
    "nobody dates it": (["stated 2025-06-18: It fell", "unknown: It fell"], None),
    "both undated": (["unknown: It fell last week", "unknown: It fell yesterday"], None),
    "only a month is known": (["stated 2025-06-18: It fell in May", "unknown: It fell"], None),
}


@pytest.mark.parametrize(("said", "edtf"), ANCHORED.values(), ids=ANCHORED.keys())
def test_an_undated_article_is_bounded_by_what_others_date(said: list[str], edtf: str | None) -> None:
    publications, event = event_of(said)
    found = narrow_publications(publications, [event])
    assert to_edtf(found["b"].when) == edtf
    assert found["b"].basis is (Basis.INFERRED if edtf else Basis.UNKNOWN)
    assert found["a"] == publications["a"]


def test_an_estimate_gives_no_other_estimate() -> None:
    publications, event = event_of(["unknown: It fell yesterday", "unknown: It fell last week"])
    inferred = {**publications, "a": Publication(published("2025-06-18").when, Basis.INFERRED, "as estimated")}
    assert narrow_publications(inferred, [event])["b"].basis is Basis.UNKNOWN


def test_a_doubtful_date_before_what_the_article_reports_as_done_is_rejected_in_words() -> None:
    said = ["stated 2025-01-28: It fell on Monday", "header 2001-02-25: It fell"]
    publications, event = event_of(said)
    found = narrow_publications(publications, [event])["b"]
    assert [(r.value, r.basis) for r in found.rejected] == [("2001-02-25", Basis.HEADER)]
    assert "27 January 2025" in found.rejected[0].reason


def test_what_the_editor_stated_is_never_rejected() -> None:
    publications, event = event_of(["stated 2025-01-28: It fell on Monday", "stated 2001-02-25: It fell"])
    assert narrow_publications(publications, [event]) == publications


def event_of(said: list[str]) -> tuple[Mapping[str, Publication], Event]:
    publications = {}
    mentions = []
    for i, line in enumerate(said):
        head, _, words = line.partition(": ")
        basis, _, edtf = head.partition(" ")
        name = chr(97 + i)
        publications[name] = published(edtf or None, Basis(basis))
        mentions.append(report(name, words, publications[name]))
    when, reason = settle(mentions, publications)
    return publications, Event("", "It fell", "market", when, reason, Modality.HAPPENED, (), tuple(mentions))
