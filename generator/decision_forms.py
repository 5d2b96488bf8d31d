"""`decisions.yml` -> Decision: the forms that a ruling of an editor can take, told apart by the key they begin with."""

import difflib
from collections.abc import Callable, Mapping, Sequence

from generator.errors import Problem
from generator.model import Modality
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
from generator.yaml_lines import Fields, read_list, sound

SHARED = ("reason", "by", "on", "link")
EDITS = ("headline", "kind", "modality", "quote", "when")

Kinds = Sequence[str]


def read_decisions(text: str, path: str, kinds: Kinds, problems: list[Problem]) -> tuple[Decision, ...]:
    """The decisions in the order of the file; `kinds` are the names of the kinds of event that there are."""
    read = sound(read_list(text, path, problems), lambda found: _decisions(found, kinds))
    return tuple(decision for decisions in read for decision in decisions)


def _decisions(found: Fields, kinds: Kinds) -> tuple[Decision, ...]:
    """What one entry rules: nothing if it is broken, two things if it edits an event and answers its doubts."""
    begins = [key for key in FORMS if key in found]
    if len(begins) != 1:
        what = "more than one thing" if begins else "nothing"
        found.report(f"this entry rules on {what}; it must have one of the keys {', '.join(FORMS)}")
        return ()
    keys, read = FORMS[begins[0]]
    found.only((*keys, *SHARED))
    for key in (*EDITS, "published"):
        if found.is_empty(key):
            found.report(f"'{key}' is empty", found.line_of(key))
    on = found.when("on")
    if on and on.earliest != on.latest:
        found.report(f"'on' must be a day: \"{found.text('on')}\"", found.line_of("on"))
    reason, link = found.needed_text("reason"), found.address("link")
    return tuple(
        Decision(found.line, form, reason, found.text("by"), on.earliest if on else None, link)
        for form in read(found, kinds)
    )


def _about_event(found: Fields, kinds: Kinds) -> tuple[DecisionForm, ...]:
    event, edits = found.needed_text("event"), any(key in found for key in EDITS)
    hide, reviewed = found.true("hide"), found.true("reviewed")
    if hide and (edits or reviewed):
        found.report("an event that is hidden cannot be changed as well")
    elif not (hide or edits or reviewed):
        found.report(f"nothing is decided; give hide, reviewed or one of {', '.join(EDITS)}")
    forms: list[DecisionForm] = [HideEvent(event)] if hide else []
    if edits:
        forms.append(_edit(found, event, kinds))
    if reviewed:
        forms.append(MarkReviewed(event))
    return tuple(forms)


def _edit(found: Fields, event: str, kinds: Kinds) -> EditEvent:
    quote = found.fields("quote")
    return EditEvent(
        event=event,
        headline=found.text("headline"),
        kind=_kind(found, kinds),
        modality=found.choice("modality", Modality),
        quote=None if quote is None else _quote(quote, "text"),
        when=found.when("when"),
    )


def _merge(found: Fields, _: Kinds) -> tuple[DecisionForm, ...]:
    events = found.texts("merge") or ()
    if len(set(events)) < 2:
        found.report("'merge' needs at least two different events", found.line_of("merge"))
    return (MergeEvents(tuple(dict.fromkeys(events))),)


def _split(found: Fields, _: Kinds) -> tuple[DecisionForm, ...]:
    apart = found.texts("apart") or ()
    if not apart:
        found.report("'apart' is missing: the articles whose reports become an event of their own")
    return (SplitEvent(found.needed_text("split"), apart),)


def _add(found: Fields, kinds: Kinds) -> tuple[DecisionForm, ...]:
    event = found.fields("add")
    if event is None:
        found.report("'add' holds no event", found.line_of("add"))
        return ()
    event.only(("headline", "when", "kind", "sources"))
    headline, when, kind = event.needed_text("headline"), event.when("when"), _kind(event, kinds)
    sources = tuple(_quote(source, "quote") for source in event.items("sources"))
    if "when" not in event:
        event.report("'when' is missing", event.line)
    if kind is None and "kind" not in event:
        event.report("'kind' is missing", event.line)
    if not sources:
        event.report("'sources' is missing: an event needs an article and a quote from it", event.line_of("sources"))
    return () if when is None or kind is None else (AddEvent(headline, when, kind, sources),)


def _date_article(found: Fields, _: Kinds) -> tuple[DecisionForm, ...]:
    article, published = found.needed_text("article"), found.when("published")
    if "published" not in found:
        found.report("'published' is missing")
    return () if published is None else (DateArticle(article, published),)


def _settle(found: Fields, _: Kinds) -> tuple[DecisionForm, ...]:
    settled, disagreement = found.needed_text("settled"), found.fields("disagreement")
    if disagreement is None:
        found.report("'disagreement' must say what it is about", found.line_of("disagreement"))
        return ()
    disagreement.only(("event", "about"))
    return (SettleDisagreement(disagreement.text("event"), disagreement.needed_text("about"), settled),)


def _quote(found: Fields, key: str) -> tuple[str, str]:
    found.only(("article", key))
    return found.needed_text("article"), found.needed_text(key)


def _kind(found: Fields, kinds: Kinds) -> str | None:
    kind = found.text("kind")
    if kind is not None and kind not in kinds:
        near = difflib.get_close_matches(kind, kinds, n=1, cutoff=0.5)
        hint = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(kinds)}"
        found.report(f"there is no kind of event '{kind}'; {hint}", found.line_of("kind"))
    return kind


Form = tuple[tuple[str, ...], Callable[[Fields, Kinds], tuple[DecisionForm, ...]]]

FORMS: Mapping[str, Form] = {
    "event": (("event", "hide", "reviewed", *EDITS), _about_event),
    "merge": (("merge",), _merge),
    "split": (("split", "apart"), _split),
    "add": (("add",), _add),
    "article": (("article", "published"), _date_article),
    "disagreement": (("disagreement", "settled"), _settle),
}
"""What a decision can begin with: the keys that it may have beside the shared ones, and what reads it."""
