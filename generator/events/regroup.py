"""Decisions that change which reports belong together: merge, split and add; they come before an event is worded."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.dates.when import to_words
from generator.errors import Problem
from generator.events.chronicle import Gone
from generator.history import History, Status
from generator.model import Article, Event, Mention, Modality, Ruling
from generator.settings import AddEvent, Decision, MergeEvents, SplitEvent

DECISIONS_PATH = "site_config/decisions.yml"

Remake = Callable[[Sequence[Mention]], Event]
"""Makes the event that these mentions report, as the machine would of its own; its id is not looked at."""


@dataclass(frozen=True, slots=True)
class Regrouped:
    """The events with the new ones at the end and without id, what became of those taken in, and what did not match."""

    events: tuple[Event, ...]
    gone: Mapping[str, Gone]
    notices: tuple[Problem, ...]


def regroup_events(
    events: Sequence[Event],
    decisions: Sequence[Decision],
    articles: Sequence[Article],
    remake: Remake,
    history: History | None = None,
) -> Regrouped:
    """The named events after every merge, split and added event, in the order of the decisions."""
    by_id = {event.id: event for event in events}
    new: list[Event] = []
    gone: dict[str, Gone] = {}
    notices: list[Problem] = []
    for decision in decisions:
        form = decision.form
        if isinstance(form, MergeEvents):
            complaint = _merge(by_id, gone, decision, form, remake, history)
        elif isinstance(form, SplitEvent):
            complaint = _split(by_id, new, decision, form, remake, history)
        elif isinstance(form, AddEvent):
            complaint = _add(new, decision, form, articles)
        else:
            continue
        notices += [notice(decision, text) for text in complaint]
    return Regrouped((*by_id.values(), *new), gone, tuple(notices))


def notice(decision: Decision, message: str) -> Problem:
    """What is to be said of a decision, with its line."""
    return Problem(DECISIONS_PATH, decision.line, message)


def ruling(decision: Decision, what: str, about: str = "") -> Ruling:
    """What a decision did, for the page of the event that it shaped."""
    return Ruling(what, decision.reason, decision.by, decision.on, decision.link, about)


def missing(event: str, history: History | None) -> str:
    """Why a decision about this id matches nothing."""
    record = next((record for record in history.records if record.id == event), None) if history else None
    if record is None:
        return f"there is no event '{event}', and never was"
    if record.status is Status.MERGED:
        return f"event '{event}' has become part of '{record.into}'"
    why = f": {record.why}" if record.why else ""
    return f"event '{event}' is not in the timeline now{why}"


def find_words(text: str, words: str) -> tuple[int, int] | None:
    """Where the words stand in the text, letter for letter but for white space; None if they do not."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    match = re.search(pattern, text) if pattern else None
    return match.span() if match else None


def _merge(
    by_id: dict[str, Event],
    gone: dict[str, Gone],
    decision: Decision,
    form: MergeEvents,
    remake: Remake,
    history: History | None,
) -> list[str]:
    complaints = [missing(name, history) for name in form.events if name not in by_id]
    together = [by_id[name] for name in form.events if name in by_id]
    if len(together) < 2:
        return complaints
    first, *others = together
    mentions = tuple(mention for event in together for mention in event.mentions)
    taken = ", ".join(f"“{event.headline}”" for event in others)
    rulings = tuple(ruling for event in together for ruling in event.rulings)
    by_id[first.id] = replace(
        remake(mentions), id=first.id, rulings=(*rulings, ruling(decision, f"joined with {taken}", "mentions"))
    )
    for event in others:
        del by_id[event.id]
        gone[event.id] = Gone(first.id, decision.reason)
    return complaints


def _split(
    by_id: dict[str, Event],
    new: list[Event],
    decision: Decision,
    form: SplitEvent,
    remake: Remake,
    history: History | None,
) -> list[str]:
    event = by_id.get(form.event)
    if event is None:
        return [missing(form.event, history)]
    reporting = {mention.article for mention in event.mentions}
    complaints = [f"article '{name}' does not report '{event.id}'" for name in form.apart if name not in reporting]
    apart = tuple(mention for mention in event.mentions if mention.article in form.apart)
    rest = tuple(mention for mention in event.mentions if mention.article not in form.apart)
    if not apart or not rest:
        return [*complaints, f"no article would be left on one side of the split of '{event.id}'"]
    off, left = remake(apart), remake(rest)
    new.append(replace(off, id="", rulings=(ruling(decision, f"split from “{left.headline}”", "mentions"),)))
    by_id[event.id] = replace(
        left, id=event.id, rulings=(*event.rulings, ruling(decision, f"split from “{off.headline}”", "mentions"))
    )
    return complaints


def _add(new: list[Event], decision: Decision, form: AddEvent, articles: Sequence[Article]) -> list[str]:
    texts = {article.id: article.text for article in articles}
    complaints, mentions = [], []
    for article, quote in form.sources:
        span = find_words(texts.get(article, ""), quote)
        if article not in texts:
            complaints.append(f"there is no article '{article}'")
        elif span is None:
            complaints.append(f"article '{article}' does not say, letter for letter: \"{quote}\"")
        else:
            mentions.append(_mention(form, article, span, texts[article]))
    if not mentions:
        return [*complaints, f"“{form.headline}” is not added, since no source is left"]
    reason = f"{to_words(form.when)}: an editor's decision"
    made = (ruling(decision, "added by an editor", "headline"),)
    new.append(
        Event("", form.headline, form.kind, form.when, reason, Modality.HAPPENED, (), tuple(mentions), rulings=made)
    )
    return complaints


def _mention(form: AddEvent, article: str, span: tuple[int, int], text: str) -> Mention:
    start, end = span
    return Mention(
        article=article,
        start=start,
        end=end,
        position=text.count("\n", 0, start),
        kind=form.kind,
        trigger="",
        subject=None,
        object=None,
        clause=text[start:end],
        entities=(),
        figures=(),
        words=frozenset(),
        modality=Modality.HAPPENED,
        when=form.when,
        reason="an editor's decision",
    )
