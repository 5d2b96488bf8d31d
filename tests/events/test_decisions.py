"""Decisions that overrule what the machine made of an event or an article."""

from dataclasses import replace

import pytest

from generator.events.decisions import Ruled, apply_decisions, decided_publications
from generator.model import Basis, Claim, Disagreement, Modality
from generator.settings import (
    DateArticle,
    Decision,
    DecisionForm,
    EditEvent,
    HideEvent,
    MarkReviewed,
    SettleDisagreement,
)
from tests.making import article, event, mention, when

A = article("a", "One happened. Two happened on Monday.")
B = article("b", "One came about.")
AMOUNT = Disagreement("amount", (Claim("5e11", "$500 billion", ("a",)), Claim("5e8", "$500 million", ("b",))))
CEO = Disagreement("CEO of Microsoft", (Claim("nadella", "Nadella", ("a",)), Claim("pichai", "Pichai", ("b",))))
ONE = replace(
    event(mention(A, "One happened."), mention(B, "One came about."), name="one", headline="One"),
    disagreements=(AMOUNT,),
)
TWO = event(mention(A, "Two happened on Monday."), name="two", headline="Two", edtf="2025-01-20")


def apply(*forms: DecisionForm) -> Ruled:
    decisions = [
        Decision(line, form, "so it is", link="https://a.example/") for line, form in enumerate(forms, start=3)
    ]
    return apply_decisions([ONE, TWO], [CEO], decisions, [A, B])


def notices(found: Ruled) -> list[str]:
    """What is said of each decision, by its line, and which events that it names are not there."""
    said = [str(notice).removeprefix("site_config/decisions.yml:") for notice in found.notices]
    return said + [f"{decision.line}: {name}" for decision, name in found.unmatched]


def test_without_decisions_nothing_changes() -> None:
    assert apply() == Ruled((ONE, TWO), (CEO,), {}, ())


def test_a_hidden_event_is_left_out_with_its_reason() -> None:
    found = apply(HideEvent("one"))
    assert found.events == (TWO,)
    assert found.gone["one"].why == "an editor's decision: so it is"


EDITS = [
    (EditEvent("two", headline="Second"), {"headline": "Second"}, "headline changed to “Second”, which was “Two”"),
    (EditEvent("two", kind="market"), {"kind": "market"}, "kind changed to market, which was other"),
    (
        EditEvent("two", modality=Modality.PLANNED),
        {"modality": Modality.PLANNED},
        "standing changed to planned, which was happened",
    ),
    (
        EditEvent("two", when=when("2025-01")),
        {"when": when("2025-01"), "reason": "an editor's decision: so it is"},
        "date changed to January 2025, which was 20 January 2025",
    ),
]


@pytest.mark.parametrize(("form", "fields", "what"), EDITS)
def test_each_field_that_a_decision_gives_wins_and_says_what_it_was(
    form: EditEvent, fields: dict[str, object], what: str
) -> None:
    found = apply(form)
    untouched, edited = found.events
    assert untouched == ONE
    assert {name: getattr(edited, name) for name in fields} == fields
    assert replace(edited, rulings=(), **{name: getattr(TWO, name) for name in fields}) == TWO
    (ruling,) = edited.rulings
    assert (ruling.what, ruling.reason, ruling.link) == (what, "so it is", "https://a.example/")
    assert ruling.about in fields
    assert not found.notices


def test_a_field_that_is_so_already_is_confirmed() -> None:
    _, edited = apply(EditEvent("two", headline="Second", kind="other")).events
    assert [ruling.what for ruling in edited.rulings] == [
        "headline changed to “Second”, which was “Two”",
        "kind confirmed: other",
    ]


def test_a_chosen_quote_becomes_the_span_of_the_articles_nearest_mention() -> None:
    _, edited = apply(EditEvent("two", quote=("a", "happened on Monday."))).events
    (moved,) = edited.mentions
    assert A.text[moved.start : moved.end] == "happened on Monday."


def test_a_quote_from_an_article_that_did_not_report_the_event_adds_it_as_a_source() -> None:
    _, edited = apply(EditEvent("two", quote=("b", "One came about."))).events
    assert [part.article for part in edited.mentions] == ["a", "b"]
    assert edited.mentions[1].time is None


def test_a_settled_disagreement_shows_what_settled_it() -> None:
    found = apply(
        SettleDisagreement("one", "Amount", "$500 billion"), SettleDisagreement(None, "CEO of Microsoft", "x")
    )
    (settled,) = found.events[0].disagreements
    assert (settled.settled, settled.link, settled.claims) == ("$500 billion", "https://a.example/", AMOUNT.claims)
    assert found.events[0].decided
    assert found.disagreements[0].settled == "x"


def test_an_event_that_an_editor_looked_at_says_so() -> None:
    reviewed, _ = apply(MarkReviewed("one")).events
    assert [(ruling.what, ruling.about) for ruling in reviewed.rulings] == [("reviewed by an editor", "review")]


def test_to_look_at_an_event_and_hide_it_is_no_contradiction() -> None:
    assert notices(apply(HideEvent("one"), MarkReviewed("one"))) == []


@pytest.mark.parametrize("hiding", [3, 4], ids=["hidden first", "hidden last"])
@pytest.mark.parametrize("edit", [EditEvent("one", headline="x"), SettleDisagreement("one", "amount", "x")])
def test_to_shape_an_event_and_hide_it_contradict_each_other(edit: DecisionForm, hiding: int) -> None:
    found = apply(*((HideEvent("one"), edit) if hiding == 3 else (edit, HideEvent("one"))))
    assert found.events == (TWO,)
    assert notices(found) == [f"{7 - hiding}: it shapes 'one', which line {hiding} hides; remove one of the two"]


def test_an_event_shows_the_decision_on_the_article_from_which_its_date_counts() -> None:
    found = apply(DateArticle("b", when("2025-02-01")))
    assert [[ruling.what for ruling in made.rulings] for made in found.events] == [
        ["source 'b' was published 1 February 2025"],
        [],
    ]


UNMATCHED = [
    ([HideEvent("none")], ["3: none"]),
    ([EditEvent("none", headline="x")], ["3: none"]),
    ([SettleDisagreement("none", "date", "x")], ["3: none"]),
    ([DateArticle("none", when("2025"))], ["3: there is no article 'none'"]),
    (
        [SettleDisagreement("one", "date", "x")],
        ["3: the sources of 'one' do not disagree about 'date'; they do about amount"],
    ),
    ([SettleDisagreement("two", "date", "x")], ["3: the sources of 'two' do not disagree about 'date'"]),
    (
        [SettleDisagreement(None, "date", "x")],
        ["3: the sources do not disagree about 'date'; they do about CEO of Microsoft"],
    ),
    ([EditEvent("two", quote=("a", "Three"))], ["3: article 'a' does not say, letter for letter: \"Three\""]),
    ([EditEvent("two", quote=("c", "Two"))], ["3: article 'c' does not say, letter for letter: \"Two\""]),
]


@pytest.mark.parametrize(("forms", "expected"), UNMATCHED)
def test_a_decision_that_matches_nothing_changes_nothing_and_is_named_with_its_line(
    forms: list[DecisionForm], expected: list[str]
) -> None:
    found = apply(*forms)
    assert (found.events, found.disagreements) == ((ONE, TWO), (CEO,))
    assert notices(found) == expected


def test_a_needless_decision_is_named() -> None:
    found = apply(EditEvent("two", headline="Two", kind="market", when=when("2025-01-20")))
    assert notices(found) == [
        "3: needless: the headline of 'two' is “Two” already",
        "3: needless: the date of 'two' is 20 January 2025 already",
    ]


def test_of_two_decisions_that_contradict_each_other_the_later_counts_and_is_named() -> None:
    found = apply(
        EditEvent("two", headline="Second"),
        EditEvent("two", kind="market"),
        EditEvent("two", headline="Zweitens"),
        DateArticle("a", when("2025-01-28")),
        DateArticle("a", when("2025-01-29")),
    )
    assert found.events[1].headline == "Zweitens"
    assert notices(found) == [
        "5: it gives another headline of 'two' than line 3 does; the later one counts",
        "7: it gives another publication of 'a' than line 6 does; the later one counts",
    ]


def test_an_article_is_published_when_an_editor_says() -> None:
    decisions = [Decision(1, DateArticle("a", when("2025-02-01")), "the printed edition says so")]
    publication = decided_publications(decisions)["a"]
    assert (publication.when, publication.basis) == (when("2025-02-01"), Basis.STATED)
    assert publication.reason == "an editor's decision: the printed edition says so"
