"""Decisions that overrule what the machine made of an event or an article, each shown with its reason."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.dates.when import to_words
from generator.errors import Problem
from generator.events.chronicle import PUBLISHED, Gone
from generator.events.regroup import Unmatched, find_words, notice, ruling
from generator.model import Article, Basis, Disagreement, Event, Mention, Publication
from generator.settings import (
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

NAMES_OF_FIELDS = {"headline": "headline", "kind": "kind", "modality": "standing", "when": "date"}


@dataclass(frozen=True, slots=True)
class Ruled:
    """Events and facts as the editors have them, what became of hidden events, and which decisions did nothing."""

    events: tuple[Event, ...]
    disagreements: tuple[Disagreement, ...]
    gone: Mapping[str, Gone]
    notices: tuple[Problem, ...]
    unmatched: tuple[Unmatched, ...] = ()


def decided_publications(decisions: Iterable[Decision]) -> dict[str, Publication]:
    """The publications that editors stated, by article id; the last decision on an article wins."""
    return {
        decision.form.article: Publication(
            decision.form.published, Basis.STATED, f"an editor's decision: {decision.reason}"
        )
        for decision in decisions
        if isinstance(decision.form, DateArticle)
    }


def apply_decisions(
    events: Sequence[Event],
    disagreements: Sequence[Disagreement],
    decisions: Sequence[Decision],
    articles: Sequence[Article],
) -> Ruled:
    """Edits, hidden events, settled disagreements and reviews applied in the order of the decisions.

    Events have ids and their own disagreements, and no quotes yet: a chosen quote becomes the span of the article's
    mention. A decision that matches nothing, changes nothing or contradicts an earlier one gives a notice.
    """
    by_id = {event.id: event for event in events}
    facts = list(disagreements)
    texts = {article.id: article.text for article in articles}
    gone: dict[str, Gone] = {}
    notices: list[Problem] = _contradictions(decisions)
    unmatched: list[Unmatched] = []
    for decision in decisions:
        complaints: Iterable[str] = ()
        match decision.form:
            case DateArticle(article):
                complaints = () if article in texts else (f"there is no article '{article}'",)
            case SettleDisagreement(None, about, settled):
                complaints = _settle_fact(facts, decision, about, settled)
            case SettleDisagreement(name) | HideEvent(name) | EditEvent(name) | MarkReviewed(name) if name in by_id:
                complaints = _rule(by_id, gone, decision, by_id[name], texts)
            case SettleDisagreement(str(name)) | HideEvent(name) | EditEvent(name) | MarkReviewed(name):
                unmatched += [] if name in gone else [(decision, name)]
        notices += [notice(decision, complaint) for complaint in complaints]
    return Ruled(tuple(map(_dated_by(decisions), by_id.values())), tuple(facts), gone, tuple(notices), tuple(unmatched))


def _dated_by(decisions: Sequence[Decision]) -> Callable[[Event], Event]:
    """Puts on an event, whose date counts from an article, the decision that says when that was published."""
    given = {
        form.article: ruling(decision, f"source '{form.article}' was published {to_words(form.published)}", PUBLISHED)
        for decision in decisions
        if isinstance(form := decision.form, DateArticle)
    }

    def mark(event: Event) -> Event:
        counted = {m.article for m in event.mentions if m.article in given and not (m.time and m.time.absolute)}
        return replace(event, rulings=(*event.rulings, *(given[name] for name in sorted(counted))))

    return mark


def _rule(
    by_id: dict[str, Event], gone: dict[str, Gone], decision: Decision, event: Event, texts: Mapping[str, str]
) -> Iterable[str]:
    """Put the event as the decision has it in the place of the old one, or hide it."""
    complaints: Iterable[str] = ()
    match decision.form:
        case HideEvent():
            del by_id[event.id]
            gone[event.id] = Gone(None, f"an editor's decision: {decision.reason}")
        case EditEvent() as edit:
            by_id[event.id], complaints = _edit(event, decision, edit, texts)
        case SettleDisagreement(_, about, settled):
            by_id[event.id], complaints = _settle(event, decision, about, settled)
        case MarkReviewed():
            reviewed = ruling(decision, "reviewed by an editor", "review")
            by_id[event.id] = replace(event, rulings=(*event.rulings, reviewed))
    return complaints


def _edit(event: Event, decision: Decision, form: EditEvent, texts: Mapping[str, str]) -> tuple[Event, Iterable[str]]:
    """The event with each field that the decision gives."""
    complaints, rulings, edited = [], [], event
    for about, given, was, now in _given(event, form):
        name = NAMES_OF_FIELDS[about]
        if getattr(event, about) == given:
            complaints.append(f"needless: the {name} of '{event.id}' is {now} already")
        said = f"{name} confirmed: {now}" if now == was else f"{name} changed to {now}, which was {was}"
        edited = replace(edited, **{about: given})
        rulings.append(ruling(decision, said, about))
    if form.when is not None:
        edited = replace(edited, reason=f"an editor's decision: {decision.reason}")
    if form.quote is not None:
        article, words = form.quote
        mentions = _quoted(event.mentions, article, words, texts.get(article, ""))
        if mentions is None:
            complaints.append(f"article '{article}' does not say, letter for letter: \"{words}\"")
        else:
            edited = replace(edited, mentions=mentions)
            rulings.append(ruling(decision, "quote chosen by an editor", "mentions"))
    return replace(edited, rulings=(*event.rulings, *rulings)), complaints


def _given(event: Event, form: EditEvent) -> Iterable[tuple[str, Any, str, str]]:
    """Each field that the decision gives: its name, its value, and in words what it was and what it is now."""
    if form.headline is not None:
        yield "headline", form.headline, f"“{event.headline}”", f"“{form.headline}”"
    if form.kind is not None:
        yield "kind", form.kind, event.kind, form.kind
    if form.modality is not None:
        yield "modality", form.modality, event.modality, form.modality
    if form.when is not None:
        yield "when", form.when, to_words(event.when), to_words(form.when)


def _quoted(mentions: Sequence[Mention], article: str, words: str, text: str) -> tuple[Mention, ...] | None:
    """The mentions with the article's nearest one moved to where the words stand; None if they stand nowhere."""
    span = find_words(text, words)
    if span is None or not mentions:
        return None
    own = [number for number, mention in enumerate(mentions) if mention.article == article]
    start, end = span
    if not own:
        base = mentions[0]
        new = replace(base, article=article, start=start, end=end, clause=text[start:end], time=None, own_time=False)
        return (*mentions, new)
    nearest = min(own, key=lambda number: abs(mentions[number].start - start))
    moved = replace(mentions[nearest], start=start, end=end, clause=text[start:end])
    return (*mentions[:nearest], moved, *mentions[nearest + 1 :])


def _settle(event: Event, decision: Decision, about: str, settled: str) -> tuple[Event, Iterable[str]]:
    number = _number_of(event.disagreements, about)
    if number is None:
        return event, (f"the sources of '{event.id}' do not disagree about '{about}'{_known(event.disagreements)}",)
    disagreements = list(event.disagreements)
    disagreements[number] = replace(disagreements[number], settled=settled, link=decision.link, why=decision.reason)
    made = ruling(decision, f"disagreement about {about} settled: {settled}", "disagreements")
    return replace(event, disagreements=tuple(disagreements), rulings=(*event.rulings, made)), ()


def _settle_fact(facts: list[Disagreement], decision: Decision, about: str, settled: str) -> Iterable[str]:
    number = _number_of(facts, about)
    if number is None:
        return (f"the sources do not disagree about '{about}'{_known(facts)}",)
    facts[number] = replace(facts[number], settled=settled, link=decision.link, why=decision.reason)
    return ()


def _number_of(disagreements: Sequence[Disagreement], about: str) -> int | None:
    wanted = about.casefold()
    return next((n for n, found in enumerate(disagreements) if found.about.casefold() == wanted), None)


def _known(disagreements: Sequence[Disagreement]) -> str:
    return f"; they do about {', '.join(found.about for found in disagreements)}" if disagreements else ""


def _contradictions(decisions: Sequence[Decision]) -> list[Problem]:
    """A notice for each decision that gives another value than an earlier one to the same field of the same thing."""
    lines: dict[tuple[str, str], tuple[object, int]] = {}
    hidden = {decision.form.event: decision.line for decision in decisions if isinstance(decision.form, HideEvent)}
    found = []
    for decision in decisions:
        for name in _shaped(decision.form):
            if hidden.get(name, decision.line) != decision.line:
                what = f"it shapes '{name}', which line {hidden[name]} hides; remove one of the two"
                found.append(notice(decision, what))
        for place, value in _values(decision):
            earlier, line = lines.setdefault(place, (value, decision.line))
            if earlier != value:
                what = f"it gives another {place[1]} of '{place[0]}' than line {line} does; the later one counts"
                found.append(notice(decision, what))
                lines[place] = (value, decision.line)
    return found


def _shaped(form: DecisionForm) -> tuple[str, ...]:
    """The events that a decision would have readers see in another way; to look at an event and hide it is well."""
    match form:
        case EditEvent(event) | SplitEvent(event) | SettleDisagreement(str(event)) | HideEvent(event):
            return (event,)
        case MergeEvents(events):
            return events
    return ()


def _values(decision: Decision) -> list[tuple[tuple[str, str], object]]:
    match decision.form:
        case EditEvent(event, headline, kind, modality, _, when):
            given = {"headline": headline, "kind": kind, "modality": modality, "when": when}
            return [((event, name), value) for name, value in given.items() if value is not None]
        case DateArticle(article, published):
            return [((article, "publication"), published)]
        case SettleDisagreement(event, about, settled):
            return [((event or "the timeline", about), settled)]
    return []
