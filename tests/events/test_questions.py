"""What an editor is asked, and what may be answered."""

from dataclasses import replace
from datetime import date

import pytest

from generator.dates.rules import default_rules
from generator.events.near_duplicates import near_duplicates
from generator.events.questions import Question, addressless, ask_about, find_questions, with_value
from generator.events.ranking import CARRIED, INFERRED, MISFIT, NO_DATE, ONLY_BOUNDS
from generator.history import History
from generator.model import (
    Article,
    Basis,
    Claim,
    Clue,
    Disagreement,
    Event,
    Mention,
    Publication,
    Rejection,
    Ruling,
    Timeline,
)
from generator.pipeline import make_timeline
from generator.settings import (
    DateArticle,
    Decision,
    EditEvent,
    HideEvent,
    MarkReviewed,
    MergeEvents,
    Settings,
    SettleDisagreement,
    SplitEvent,
)
from generator.settings_files import general_kinds
from tests.events.reports import published, report
from tests.making import article, when
from tests.test_stories import STAMP, STORIES, timeline_of

STATED = published("2025-01-29")
UNDATED = replace(published(None), reason="nothing says when")
FALL = report("a", "It fell on Monday", STATED)
TOLD = report("a", "It rose", STATED, time=None)


def event(*mentions: Mention, name: str = "one", edtf: str | None = "2025-01-27", **fields: object) -> Event:
    made = Event(name, name.capitalize(), "market", when(edtf), "", FALL.modality, (), mentions, weight=2.0)
    return replace(made, **fields)  # type: ignore[arg-type]


def timeline(
    *events: Event,
    publications: dict[str, Publication] | None = None,
    url: str | None = "https://a.example/",
    facts: tuple[Disagreement, ...] = (),
) -> Timeline:
    names = sorted({mention.article for found in events for mention in found.mentions} | set(publications or {}))
    articles = tuple(Article(n, f"corpus/{n}.md", "0" * 64, FALL.clause + "." * 99, n.upper(), url=url) for n in names)
    dated = dict.fromkeys(names, STATED) | (publications or {})
    return Timeline("T", articles, dated, events, (), disagreements=facts)


def asked(found: Timeline) -> list[tuple[str, tuple[str, ...], bool]]:
    return [(question.name, question.reasons, question.slight) for question in find_questions(found)]


def forms(question: Question) -> list[object]:
    return [answer.form for answer in question.answers if answer.asks is None]


def test_what_is_not_in_doubt_is_not_asked_about() -> None:
    assert asked(timeline(event(FALL))) == []


def test_the_heaviest_comes_first_and_what_no_source_dates_last() -> None:
    found = timeline(
        event(TOLD, name="slight", weight=9.0, review=(ONLY_BOUNDS,)),
        event(FALL, name="light", weight=1.0, review=(CARRIED,)),
        event(FALL, name="heavy", weight=3.0, review=(MISFIT,)),
    )
    assert asked(found) == [("heavy", (MISFIT,), False), ("light", (CARRIED,), False), ("slight", (ONLY_BOUNDS,), True)]


def test_an_article_that_nobody_dated_is_asked_about_once_for_all_its_events() -> None:
    events = [event(TOLD, name=str(n), edtf=None, review=(NO_DATE,)) for n in range(4)]
    found = timeline(*events, publications={"a": UNDATED})
    (name, (reason,), _) = asked(found)[0]
    assert [question.name for question in find_questions(found)] == [name] == ["a"]
    assert reason == "when it was published: date unknown (nothing says when); the dates of 4 in doubt count from it"


def test_an_event_is_asked_about_beside_its_undated_article_for_what_no_date_settles() -> None:
    found = timeline(event(TOLD, review=(INFERRED, "sources disagree about the amount")), publications={"a": UNDATED})
    assert asked(found)[1] == ("one", ("sources disagree about the amount",), False)


@pytest.mark.parametrize(
    ("basis", "edtf", "names"),
    [
        (Basis.STATED, "2025-01", []),
        (Basis.URL, "2025-01-29", []),
        (Basis.URL, "2025-01", ["a"]),
        (Basis.INFERRED, "2025-01-29", ["a"]),
    ],
)
def test_an_article_is_asked_about_where_its_date_is_inferred_or_no_day_and_nobody_stated_it(
    basis: Basis, edtf: str, names: list[str]
) -> None:
    publication = Publication(when(edtf), basis, "so it is")
    found = timeline(event(FALL, review=(INFERRED,)), publications={"a": publication})
    assert [name for name, _, _ in asked(found) if name == "a"] == names


def test_a_missing_address_is_told_once_for_an_article_and_is_no_question() -> None:
    events = [event(FALL, name=str(n), review=("no address is known of “A”",)) for n in range(3)]
    found = timeline(*events, url=None)
    assert asked(found) == []
    assert addressless(found) == {"corpus/a.md": 3}


def test_each_side_of_a_disagreement_can_be_settled_on() -> None:
    dispute = Disagreement("amount", (Claim("5 USD", "$5", ("a",)), Claim("7 USD", "$7", ("b",))))
    found = timeline(event(FALL, replace(FALL, article="b"), disagreements=(dispute,), review=("sources disagree",)))
    assert forms(find_questions(found)[0]) == [
        SettleDisagreement("one", "amount", "5 USD"),
        SettleDisagreement("one", "amount", "7 USD"),
        MarkReviewed("one"),
        HideEvent("one"),
    ]
    fact = replace(dispute, about="CEO of A")
    (question,) = find_questions(timeline(event(FALL), publications={"b": STATED}, facts=(fact,)))
    assert question.name == "ceo-of-a"
    assert forms(question) == [
        SettleDisagreement(None, "CEO of A", "5 USD"),
        SettleDisagreement(None, "CEO of A", "7 USD"),
    ]
    assert find_questions(timeline(event(FALL), facts=(replace(fact, settled="5 USD"),))) == ()


def test_a_time_that_does_not_fit_is_the_date_or_another_event() -> None:
    other = report("b", "It fell on 20 January 2025", STATED)
    (question,) = find_questions(timeline(event(FALL, other, review=(MISFIT,))))
    assert forms(question)[:2] == [EditEvent("one", when=when("2025-01-20")), SplitEvent("one", ("b",))]


def test_an_article_can_be_given_a_date_that_was_rejected() -> None:
    rejected = (Rejection("2001-02-25", Basis.HEADER, "too early"), Rejection("soon", Basis.URL, "no date"))
    publication = replace(published("2025-01"), basis=Basis.INFERRED, rejected=rejected)
    question = ask_about(timeline(event(FALL), publications={"a": publication}), "a")
    assert question
    assert forms(question) == [DateArticle("a", when("2025-01")), DateArticle("a", when("2001-02-25"))]


def test_what_an_editor_looked_at_is_off_the_list_and_can_still_be_asked_for() -> None:
    looked = event(FALL, rulings=(Ruling("reviewed", "r", about="review"),))
    found = timeline(looked)
    assert find_questions(found) == ()
    question = ask_about(found, "one")
    assert question
    assert MarkReviewed("one") in forms(question)
    assert ask_about(found, "none") is None


def test_an_answer_takes_the_value_that_it_asks_for() -> None:
    question = ask_about(timeline(event(FALL), publications={"a": UNDATED}), "one")
    assert question
    asks = {answer.asks: answer for answer in question.answers if answer.asks}
    assert with_value(asks["when"], "2025-01").form == EditEvent("one", when=when("2025-01"))
    assert with_value(asks["headline"], "New").form == EditEvent("one", headline="New")
    with pytest.raises(ValueError, match="soon"):
        with_value(asks["when"], "soon")


def test_events_that_may_be_one_are_named_at_the_heavier_one_and_not_where_one_article_tells_both() -> None:
    bombs = timeline_of(STORIES / "adjacent-days").events
    near = near_duplicates(bombs)
    assert near
    weights = {found.id: found.weight for found in bombs}
    assert all(weights[one] >= weights[other] for one, others in near.items() for other in others)
    assert near_duplicates(timeline_of(STORIES / "two-remarks-one-day").events) == {}


def test_near_duplicates_can_be_joined() -> None:
    found = timeline_of(STORIES / "adjacent-days")
    joins = [form for question in find_questions(found) for form in forms(question) if isinstance(form, MergeEvents)]
    assert joins
    assert {name for form in joins for name in form.events} <= {made.id for made in found.events}


def test_of_the_events_of_the_seed_articles_less_than_half_are_asked_about() -> None:
    found = timeline_of(STORIES / "deepseek")
    grave = [question for question in find_questions(found) if not question.slight]
    assert 0 < len(grave) < len(found.events) / 2


def test_what_got_no_headline_is_asked_about_and_told_once_an_editor_has_worded_it() -> None:
    clue = Clue(Basis.STATED, date(2025, 3, 12), "2025-03-12", when("2025-03-12"))
    told = replace(article("a", "Firefighters evacuated the street on Tuesday."), clues=(clue,))
    settings = Settings(kinds=general_kinds())
    before = make_timeline([told], default_rules(), settings, History(), STAMP)
    (question,) = find_questions(before)
    assert (before.events, question.reasons) == ((), ("no good headline can be made of it",))
    (answer,) = question.answers
    ruling = Decision(1, with_value(answer, "Street in Ghent evacuated").form, answer.reason)
    after = make_timeline([told], default_rules(), replace(settings, decisions=(ruling,)), History(), STAMP)
    assert [(event.headline, event.when) for event in after.events] == [
        ("Street in Ghent evacuated", when("2025-03-11"))
    ]
    assert [question for question in find_questions(after) if question.name == "a-0"] == []
