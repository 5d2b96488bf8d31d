"""Decisions that join, part and add events."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.events.regroup import Regrouped, find_words, regroup_events
from generator.model import Event, Mention, Modality
from generator.settings import AddEvent, Decision, DecisionForm, MergeEvents, SplitEvent
from tests.making import article, event, mention, when

A = article("a", "One happened. Two happened.")
B = article("b", "One came about.\nMeta set up “war\nrooms”, it is said.")
ONE = event(mention(A, "One happened."), mention(B, "One came about."), name="one", headline="One")
TWO = event(mention(A, "Two happened."), name="two", headline="Two")


def remake(mentions: Sequence[Mention]) -> Event:
    return event(*mentions, headline=f"Made of {len(mentions)}")


def regroup(*forms: DecisionForm) -> Regrouped:
    decisions = [Decision(line, form, "so it is", by="Ann") for line, form in enumerate(forms, start=3)]
    return regroup_events([ONE, TWO], decisions, [A, B], remake)


def notices(found: Regrouped) -> list[str]:
    """What is said of each decision, by its line, and which events that it names are not there."""
    said = [str(notice).removeprefix("site_config/decisions.yml:") for notice in found.notices]
    return said + [f"{decision.line}: {name}" for decision, name in found.unmatched]


def test_joined_events_keep_the_first_address_and_say_who_joined_them() -> None:
    found = regroup(MergeEvents(("two", "one")))
    (joined,) = found.events
    assert (joined.id, len(joined.mentions), joined.headline) == ("two", 3, "Made of 3")
    assert [(ruling.what, ruling.reason, ruling.by) for ruling in joined.rulings] == [
        ("joined with “One”", "so it is", "Ann")
    ]
    assert {name: (fate.into, fate.why) for name, fate in found.gone.items()} == {"one": ("two", "so it is")}


def test_an_event_is_parted_by_articles_and_the_new_one_has_no_id_yet() -> None:
    found = regroup(SplitEvent("one", ("b",)))
    assert [(made.id, [part.article for part in made.mentions]) for made in found.events] == [
        ("one", ["a"]),
        ("two", ["a"]),
        ("", ["b"]),
    ]
    assert all(made.decided for made in found.events if made.id != "two")


def test_an_added_event_stands_where_its_quotes_stand() -> None:
    quotes = (("b", "Meta set up “war rooms”"), ("a", "Two happened."))
    found = regroup(AddEvent("Meta sets up war rooms", when("[..2025-02-01]"), "other", quotes))
    *_, added = found.events
    assert (added.id, added.headline, added.modality) == ("", "Meta sets up war rooms", Modality.HAPPENED)
    assert added.when == when("[..2025-02-01]")
    texts = {"a": A.text, "b": B.text}
    spans = [texts[part.article][part.start : part.end] for part in added.mentions]
    assert spans == ["Meta set up “war\nrooms”", "Two happened."]
    assert not found.notices


UNMATCHED = [
    (MergeEvents(("one", "none")), ["3: none"]),
    (MergeEvents(("none", "nil")), ["3: none", "3: nil"]),
    (SplitEvent("none", ("a",)), ["3: none"]),
    (
        SplitEvent("two", ("b",)),
        ["3: article 'b' does not report 'two'", "3: no article would be left on one side of the split of 'two'"],
    ),
    (SplitEvent("two", ("a",)), ["3: no article would be left on one side of the split of 'two'"]),
    (
        AddEvent("H", when("2025"), "other", (("c", "x"), ("a", "Three"))),
        [
            "3: there is no article 'c'",
            "3: article 'a' does not say, letter for letter: \"Three\"",
            "3: “H” is not added, since no source is left",
        ],
    ),
]


@pytest.mark.parametrize(("form", "expected"), UNMATCHED)
def test_a_decision_that_matches_nothing_changes_nothing_and_is_named_with_its_line(
    form: DecisionForm, expected: list[str]
) -> None:
    found = regroup(form)
    assert found.events == (ONE, TWO)
    assert notices(found) == expected


def test_what_an_earlier_line_joined_stands_for_what_took_it_in() -> None:
    three = replace(TWO, id="three", mentions=(mention(B, "One came about."),))
    decisions = [
        Decision(line, MergeEvents(names), "r") for line, names in enumerate([("one", "two"), ("two", "three")])
    ]
    found = regroup_events([ONE, TWO, three], decisions, [A, B], remake)
    assert [made.id for made in found.events] == ["one"]
    assert {name: fate.into for name, fate in found.gone.items()} == {"two": "one", "three": "one"}
    assert not notices(found)
    assert notices(regroup(MergeEvents(("one", "two")), MergeEvents(("two", "one")))) == [
        "4: needless: an earlier line makes 'two' and 'one' one already"
    ]


def test_parting_what_another_line_joins_is_a_contradiction_and_parting_otherwise_is_none() -> None:
    three = event(mention(B, "Meta set up “war\nrooms”, it is said."), name="three")
    join = Decision(3, MergeEvents(("two", "three")), "r")
    again = regroup_events([TWO, three], [join, Decision(4, SplitEvent("two", ("b",)), "r")], [A, B], remake)
    assert notices(again) == ["4: it parts what line 3 joins in 'two'; remove one of the two"]
    assert notices(regroup(MergeEvents(("one", "two")), SplitEvent("one", ("b",)))) == []


def test_an_added_event_that_the_machine_finds_by_now_is_needless() -> None:
    same = AddEvent("H", when("2025-01"), "other", (("a", "Two"),))
    assert notices(regroup(same)) == ["3: needless: the machine finds “Two” in the same words ('two')"]
    assert notices(regroup(replace(same, kind="market"))) == []
    assert notices(regroup(replace(same, when=when("2024")))) == []


def test_of_what_no_headline_can_be_made_the_old_one_stays() -> None:
    decisions = [Decision(3, SplitEvent("one", ("b",)), "r"), Decision(4, MergeEvents(("two", "one")), "r")]
    found = regroup_events([ONE, TWO], decisions, [A, B], lambda mentions: event(*mentions, headline=""))
    assert [(made.id, made.headline) for made in found.events] == [("two", "Two"), ("", "One")]


def test_decisions_apply_in_the_order_of_the_file() -> None:
    found = regroup(MergeEvents(("one", "two")), SplitEvent("one", ("b",)))
    assert [(made.id, len(made.mentions)) for made in found.events] == [("one", 2), ("", 1)]
    assert [ruling.what for ruling in found.events[0].rulings] == ["joined with “Two”", "split from “Made of 1”"]


@pytest.mark.parametrize(
    ("text", "words", "span"),
    [("a b\n c", "b c", (2, 6)), ("a.b", "a.b", (0, 3)), ("axb", "a.b", None), ("a", "", None), ("(a", "(a", (0, 2))],
)
def test_words_are_found_letter_for_letter_but_for_white_space(
    text: str, words: str, span: tuple[int, int] | None
) -> None:
    assert find_words(text, words) == span
