"""What is said of decisions that do nothing."""

from dataclasses import replace
from datetime import date

import pytest

from generator.events.idle_decisions import needless_datings, needless_reviews, unknown_names, unmatched_notices
from generator.history import Fingerprint, History, Record, Status
from generator.model import Basis, Publication
from generator.settings import (
    AddEvent,
    DateArticle,
    Decision,
    DecisionForm,
    EditEvent,
    HideEvent,
    MarkReviewed,
    MergeEvents,
    SettleDisagreement,
    SplitEvent,
)
from tests.making import article, event, mention, when

DAY = date(2025, 2, 1)
A = article("a", "One happened.")
ONE = event(mention(A, "One happened."), name="one")


def record(name: str, **fields: object) -> Record:
    return replace(Record(name, (Fingerprint("lost-article", "0"),), "other", "H", None, DAY, DAY), **fields)  # type: ignore[arg-type]


HISTORY = History(
    (
        record("gone", status=Status.WITHDRAWN, why="its sentences are no longer read"),
        record("made", by_decision=True),
        record("one"),
        record("taken", status=Status.MERGED, into="one"),
    ),
    articles={"corpus/silent.md": "silent"},
)


def decided(form: DecisionForm) -> list[Decision]:
    return [Decision(3, form, "r")]


def messages(problems: object) -> list[str]:
    return [str(problem) for problem in problems]  # type: ignore[attr-defined]


NAMES = [
    (HideEvent("onee"), ["there is no event 'onee', and never was; did you mean 'one'?"]),
    (MarkReviewed("xyz"), ["there is no event 'xyz', and never was"]),
    (MergeEvents(("gone", "xyz")), ["there is no event 'xyz', and never was"]),
    (SettleDisagreement("xyz", "amount", "1"), ["there is no event 'xyz', and never was"]),
    (SettleDisagreement(None, "amount", "1"), []),
    (
        SplitEvent("xyz", ("a", "qqq")),
        ["there is no article 'qqq', and never was", "there is no event 'xyz', and never was"],
    ),
    (DateArticle("qqq", when("2025")), ["there is no article 'qqq', and never was"]),
    (DateArticle("lost-article", when("2025")), []),
    (DateArticle("silent", when("2025")), []),
    (EditEvent("one", quote=("qqq", "One")), ["there is no article 'qqq', and never was"]),
    (AddEvent("H", when("2025"), "other", (("qqq", "x"), ("a", "y"))), ["there is no article 'qqq', and never was"]),
    *((HideEvent(record.id), []) for record in HISTORY.records),
]


@pytest.mark.parametrize(("form", "expected"), NAMES)
def test_an_id_that_never_was_is_a_problem_and_one_that_was_is_none(form: DecisionForm, expected: list[str]) -> None:
    found = messages(sorted(unknown_names(decided(form), HISTORY, [A]), key=str))
    assert found == [f"site_config/decisions.yml:3: {problem}" for problem in expected]


LOST = "is not in the timeline now: its sentences are no longer read"
FATES = [
    (
        EditEvent("gone", headline="x"),
        "gone",
        f"event 'gone' {LOST}",
    ),
    (HideEvent("gone"), "gone", f"needless: event 'gone' {LOST}"),
    (EditEvent("taken", headline="x"), "taken", "event 'taken' has become part of 'one'; rule on that one"),
    (MergeEvents(("one", "taken")), "taken", "needless: event 'taken' is part of 'one' of its own accord"),
    (MergeEvents(("gone", "taken")), "taken", "event 'taken' has become part of 'one'; rule on that one"),
    (
        MergeEvents(("one", "made")),
        "made",
        "event 'made' is made by another decision and cannot be joined or parted; change that one",
    ),
]


@pytest.mark.parametrize(("form", "name", "expected"), FATES)
def test_what_became_of_an_event_that_was_is_said(form: DecisionForm, name: str, expected: str) -> None:
    (decision,) = decided(form)
    assert messages(unmatched_notices([(decision, name)], HISTORY)) == [f"site_config/decisions.yml:3: {expected}"]


@pytest.mark.parametrize(("url", "expected"), [(None, []), ("https://a.example/", ["'one'"])])
def test_a_review_is_needless_where_nothing_is_in_doubt(url: str | None, expected: list[str]) -> None:
    named = replace(ONE, headline="Halden opens a plant", entities=("halden",))
    sure = replace(named, mentions=tuple(replace(m, own_time=True) for m in ONE.mentions))
    publications = {"a": Publication(when("2025-02-01"), Basis.STATED, "as written")}
    found = needless_reviews(decided(MarkReviewed("one")), [sure], {"a": replace(A, url=url)}, publications)
    assert [str(problem).rpartition(" ")[2] for problem in found] == expected


def test_to_date_an_article_that_dates_itself_so_is_needless() -> None:
    own = {"a": Publication(when("2025-02-01"), Basis.STATED, "as written")}
    assert messages(needless_datings(decided(DateArticle("a", when("2025-02-01"))), own)) == [
        "site_config/decisions.yml:3: needless: article 'a' is dated so already"
    ]
    assert needless_datings(decided(DateArticle("a", when("2025-02-02"))), own) == ()
