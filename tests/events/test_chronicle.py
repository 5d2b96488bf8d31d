"""The history from one run to the next."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from generator.events.chronicle import Gone, record_events
from generator.events.identity import name_events
from generator.history import ChangeKind, History, Record, Status
from generator.model import Event, Ruling
from tests.making import article, event, mention, when

FIRST, LATER, LAST = date(2025, 2, 1), date(2025, 3, 1), date(2025, 4, 1)

A = article("a", "One happened. Two happened. Three happened.")
B = article("b", "One came about. Two came about.")
TEXTS = {"a": A.text, "b": B.text}

ONE = event(mention(A, "One happened."), name="one", headline="One")
TWO = event(mention(A, "Two happened."), name="two", headline="Two")
BOTH = event(mention(A, "One happened."), mention(A, "Two happened."), name="one", headline="One")


def run(
    history: History,
    found: Sequence[Event],
    stamp: date,
    shown: Sequence[Event] | None = None,
    gone: Mapping[str, Gone] | None = None,
    texts: Mapping[str, str] = TEXTS,
) -> History:
    return record_events(history, found, found if shown is None else shown, gone or {}, texts, stamp)


def record(history: History, name: str) -> Record:
    return next(record for record in history.records if record.id == name)


def log(history: History, name: str) -> list[tuple[date, str, str | None, str | None]]:
    return [(change.on, change.what.value, change.old, change.new) for change in record(history, name).log]


START = run(History(), [ONE, TWO], FIRST)


def test_a_first_run_adds_every_event_under_its_stamp() -> None:
    assert [(found.id, found.added, found.changed, found.status) for found in START.records] == [
        ("one", FIRST, FIRST, Status.LIVE),
        ("two", FIRST, FIRST, Status.LIVE),
    ]


def test_an_unchanged_event_keeps_its_stamps() -> None:
    assert run(START, [TWO, ONE], LATER) == START


CHANGED = [
    (replace(ONE, when=when("2025-01")), (LATER, "dated", "2025-01-27", "2025-01")),
    (replace(ONE, when=when(None)), (LATER, "dated", "2025-01-27", None)),
    (replace(ONE, headline="First"), (LATER, "reworded", "One", "First")),
    (replace(ONE, kind="market"), (LATER, "sorted", "other", "market")),
    (replace(ONE, mentions=(*ONE.mentions, mention(B, "One came about."))), (LATER, "sourced", "1", "2")),
]


@pytest.mark.parametrize(("event_now", "change"), CHANGED)
def test_what_changed_is_logged_under_the_stamp_of_the_run(event_now: Event, change: tuple[object, ...]) -> None:
    history = run(START, [event_now, TWO], LATER)
    assert log(history, "one") == [(FIRST, "added", None, None), change]
    assert (record(history, "one").added, record(history, "one").changed) == (FIRST, LATER)
    assert record(history, "two") == record(START, "two")


def test_a_second_sentence_of_the_same_article_is_no_news() -> None:
    more = replace(ONE, mentions=(*ONE.mentions, mention(A, "Three happened.")))
    history = run(START, [more, TWO], LATER)
    assert record(history, "one").changed == FIRST
    assert len(record(history, "one").sources) == 2


def test_a_correction_bears_the_reason_of_the_decision_that_made_it() -> None:
    ruled = replace(ONE, when=when("2025-01-20"), rulings=(Ruling("dated", "the ministry said so", about="when"),))
    change = record(run(START, [ONE, TWO], LATER, shown=[ruled, TWO]), "one").log[-1]
    assert (change.what, change.why) == (ChangeKind.DATED, "the ministry said so")


def test_an_event_that_became_part_of_another_leads_there() -> None:
    history = run(START, [BOTH], LATER)
    two = record(history, "two")
    assert (two.status, two.into, two.headline) == (Status.MERGED, "one", "Two")
    assert log(history, "two")[-1] == (LATER, "merged", None, "one")
    assert run(history, [BOTH], LAST) == history


def test_a_chain_of_merged_events_leads_to_the_one_that_is_shown() -> None:
    three = event(mention(A, "Three happened."), mention(A, "One happened."), name="three", headline="Three")
    history = run(run(START, [BOTH], LATER), [replace(three, mentions=three.mentions[:1])], LAST)
    assert record(history, "two").status is Status.WITHDRAWN
    history = run(run(START, [BOTH], LATER), [three], LAST)
    assert [record(history, name).into for name in ("one", "two")] == ["three", "three"]


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (TEXTS, "its sentences are no longer read as an event of its own"),
        ({"b": B.text}, "the articles that reported it are no longer in the corpus"),
    ],
)
def test_an_event_that_vanished_is_withdrawn_and_says_why(texts: Mapping[str, str], why: str) -> None:
    history = run(START, [], LATER, texts=texts)
    assert [(found.status, found.why) for found in history.records] == [(Status.WITHDRAWN, why)] * 2
    assert run(history, [], LAST, texts=texts) == history


def test_an_event_that_comes_back_is_restored_under_its_address() -> None:
    history = run(run(START, [TWO], LATER), [ONE, TWO], LAST)
    assert record(history, "one").status is Status.LIVE
    assert log(history, "one")[-1] == (LAST, "restored", "withdrawn", None)


def test_a_hidden_event_is_withdrawn_with_the_reason_and_still_known() -> None:
    gone = {"one": Gone(None, "off topic")}
    history = run(START, [ONE, TWO], LATER, shown=[TWO], gone=gone)
    assert (record(history, "one").status, record(history, "one").why) == (Status.WITHDRAWN, "off topic")
    assert name_events([replace(ONE, id="")], TEXTS, history)[0].id == "one"
    assert run(history, [ONE, TWO], LAST, shown=[TWO], gone=gone) == history
    from_scratch = run(History(), [ONE, TWO], FIRST, shown=[TWO], gone=gone)
    assert record(from_scratch, "one").status is Status.WITHDRAWN


def test_an_event_that_an_editor_joined_to_another_leads_there_and_is_found_again() -> None:
    gone = {"two": Gone("one", "the same")}
    history = run(START, [ONE, TWO], LATER, shown=[BOTH], gone=gone)
    assert (record(history, "two").status, record(history, "two").into) == (Status.MERGED, "one")
    assert [found.id for found in name_events([replace(TWO, id=""), replace(ONE, id="")], TEXTS, history)] == [
        "two",
        "one",
    ]
    assert run(history, [ONE, TWO], LAST, shown=[BOTH], gone=gone) == history


def test_what_is_merged_into_a_hidden_event_is_withdrawn_with_it() -> None:
    gone = {"two": Gone("one", "the same"), "one": Gone(None, "off topic")}
    history = run(START, [ONE, TWO], LATER, shown=[], gone=gone)
    assert [(found.status, found.into, found.why) for found in history.records] == [
        (Status.WITHDRAWN, None, "off topic")
    ] * 2


def test_ids_that_lead_to_each_other_end_in_a_withdrawal() -> None:
    gone = {"two": Gone("one", "x"), "one": Gone("two", "y")}
    history = run(START, [ONE, TWO], LATER, shown=[], gone=gone)
    assert {found.status for found in history.records} == {Status.WITHDRAWN}


def test_an_added_event_is_withdrawn_when_its_decision_goes() -> None:
    added = event(mention(B, "Two came about."), name="added", headline="Added")
    history = run(run(START, [ONE, TWO], LATER, shown=[ONE, TWO, added]), [ONE, TWO], LAST)
    assert record(history, "added").by_decision
    assert record(history, "added").why == "the decision that made it is no longer there, or no longer matches"
