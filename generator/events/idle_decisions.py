"""Decisions that do nothing: what they name never was, is there no more, or is as they want it already."""

import difflib
from collections.abc import Iterable, Mapping, Sequence

from generator.errors import Problem
from generator.events.ranking import doubts_of
from generator.events.regroup import Unmatched, notice
from generator.history import History, Record, Status
from generator.model import Article, Event, Publication
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


def unknown_names(decisions: Iterable[Decision], history: History, articles: Iterable[Article]) -> tuple[Problem, ...]:
    """A problem for each id in a decision that is not, and never was, that of an event or an article.

    `history` is the one after the run, which holds every event that the run found. An event that was published once
    is no problem here: what became of it is told by `unmatched_notices`.
    """
    events = {record.id for record in history.records}
    known = {article.id for article in articles} | set(history.articles.values())
    known |= {print_.article for record in history.records for print_ in record.sources}
    return tuple(
        notice(decision, f"there is no {what} '{name}', and never was{_hint(name, names)}")
        for decision in decisions
        for what, names, named in (
            ("event", events, events_named(decision.form)),
            ("article", known, _articles_named(decision.form)),
        )
        for name in named
        if name not in names
    )


def unmatched_notices(unmatched: Iterable[Unmatched], history: History) -> tuple[Problem, ...]:
    """What has become of the events that decisions name and that are not there; `history` is the one after the run."""
    records = {record.id: record for record in history.records}
    return tuple(
        notice(decision, _fate(decision.form, records[name])) for decision, name in unmatched if name in records
    )


def needless_reviews(
    decisions: Iterable[Decision],
    events: Iterable[Event],
    articles: Mapping[str, Article],
    publications: Mapping[str, Publication],
) -> tuple[Problem, ...]:
    """A notice for each review of an event about which nothing is in doubt."""
    by_id = {event.id: event for event in events}
    return tuple(
        notice(decision, f"needless: nothing is in doubt about '{decision.form.event}'")
        for decision in decisions
        if isinstance(decision.form, MarkReviewed)
        and decision.form.event in by_id
        and not any(doubts_of(by_id[decision.form.event], articles, publications))
    )


def needless_datings(decisions: Iterable[Decision], own: Mapping[str, Publication]) -> tuple[Problem, ...]:
    """A notice for each article that is said to be published when it says so itself (`own`)."""
    return tuple(
        notice(decision, f"needless: article '{decision.form.article}' is dated so already")
        for decision in decisions
        if isinstance(decision.form, DateArticle)
        and decision.form.article in own
        and own[decision.form.article].when == decision.form.published
    )


def events_named(form: DecisionForm) -> tuple[str, ...]:
    """The ids of the events on which a decision rules."""
    match form:
        case HideEvent(event) | EditEvent(event) | MarkReviewed(event) | SplitEvent(event):
            return (event,)
        case SettleDisagreement(event):
            return () if event is None else (event,)
        case MergeEvents(events):
            return events
    return ()


def _articles_named(form: DecisionForm) -> Sequence[str]:
    match form:
        case DateArticle(article):
            return (article,)
        case SplitEvent(_, apart):
            return apart
        case AddEvent():
            return tuple(dict.fromkeys(article for article, _ in form.sources))
        case EditEvent(quote=(article, _)):
            return (article,)
    return ()


def _fate(form: DecisionForm, record: Record) -> str:
    if record.status is Status.LIVE:
        return f"event '{record.id}' is made by another decision and cannot be joined or parted; change that one"
    if record.status is Status.MERGED:
        if isinstance(form, MergeEvents) and record.into in form.events:
            return f"needless: event '{record.id}' is part of '{record.into}' of its own accord"
        return f"event '{record.id}' has become part of '{record.into}'; rule on that one"
    why = f": {record.why}" if record.why else ""
    needless = "needless: " if isinstance(form, HideEvent) else ""
    return f"{needless}event '{record.id}' is not in the timeline now{why}"


def _hint(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else ""
