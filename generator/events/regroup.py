"""Decisions that change which reports belong together: merge, split and add; they come before an event is worded."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.dates.when import overlaps, to_words
from generator.errors import Problem
from generator.events.chronicle import Gone
from generator.model import Article, Event, Mention, Modality, Ruling
from generator.settings import AddEvent, Decision, MergeEvents, SplitEvent

DECISIONS_PATH = "site_config/decisions.yml"

Unmatched = tuple[Decision, str]
"""A decision and the id of an event on which it rules, and which is not there."""

Remake = Callable[[Sequence[Mention]], Event]
"""Makes the event that these mentions report, as the machine would of its own; its id is not looked at."""


@dataclass(frozen=True, slots=True)
class Regrouped:
    """The events with the new ones at the end and without id, what became of those taken in, and what did not match.

    `unmatched` are the decisions on an event that is not there, each with the event's id.
    """

    events: tuple[Event, ...]
    gone: Mapping[str, Gone]
    notices: tuple[Problem, ...]
    unmatched: tuple[Unmatched, ...] = ()


def regroup_events(
    events: Sequence[Event], decisions: Sequence[Decision], articles: Sequence[Article], remake: Remake
) -> Regrouped:
    """The named events after every merge, split and added event, in the order of the decisions."""
    groups = _Groups({event.id: event for event in events}, remake, {article.id: article.text for article in articles})
    for decision in decisions:
        form = decision.form
        if isinstance(form, MergeEvents):
            groups.merge(decision, form)
        elif isinstance(form, SplitEvent):
            groups.split(decision, form)
        elif isinstance(form, AddEvent):
            groups.add(decision, form)
    made = (*groups.by_id.values(), *groups.new)
    return Regrouped(made, groups.gone, tuple(groups.notices), tuple(groups.unmatched))


def notice(decision: Decision, message: str) -> Problem:
    """What is to be said of a decision, with its line."""
    return Problem(DECISIONS_PATH, decision.line, message)


def ruling(decision: Decision, what: str, about: str = "") -> Ruling:
    """What a decision did, for the page of the event that it shaped."""
    return Ruling(what, decision.reason, decision.by, decision.on, decision.link, about)


def find_words(text: str, words: str) -> tuple[int, int] | None:
    """Where the words stand in the text, letter for letter but for white space; None if they do not."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    match = re.search(pattern, text) if pattern else None
    return match.span() if match else None


@dataclass(slots=True)
class _Groups:
    """The events while one decision after another regroups them.

    `joined` keeps for each event that took others in on which line that was decided, and which articles each brought.
    """

    by_id: dict[str, Event]
    remake: Remake
    texts: Mapping[str, str]
    new: list[Event] = field(default_factory=list)
    gone: dict[str, Gone] = field(default_factory=dict)
    notices: list[Problem] = field(default_factory=list)
    unmatched: list[Unmatched] = field(default_factory=list)
    joined: dict[str, list[tuple[int, tuple[frozenset[str], ...]]]] = field(default_factory=dict)

    def merge(self, decision: Decision, form: MergeEvents) -> None:
        """Let the first event take the others in; one that an earlier decision merged stands for what took it in."""
        names = list(dict.fromkeys(map(self._now, form.events)))
        self.unmatched += [(decision, name) for name in names if name not in self.by_id]
        together = [self.by_id[name] for name in names if name in self.by_id]
        if len(together) < 2:
            if len(names) < 2:
                self._note(decision, f"needless: an earlier line makes {_listed(form.events)} one already")
            return
        first, *others = together
        mentions = tuple(mention for event in together for mention in event.mentions)
        taken = ", ".join(f"“{event.headline}”" for event in others)
        rulings = tuple(ruling for event in together for ruling in event.rulings)
        made = ruling(decision, f"joined with {taken}", "mentions")
        self.by_id[first.id] = replace(self._made(mentions, first), id=first.id, rulings=(*rulings, made))
        self.joined.setdefault(first.id, []).append((decision.line, tuple(map(_reporting, together))))
        for event in others:
            del self.by_id[event.id]
            self.gone[event.id] = Gone(first.id, decision.reason)

    def split(self, decision: Decision, form: SplitEvent) -> None:
        """Make what some articles report an event of its own."""
        event = self.by_id.get(form.event)
        if event is None:
            self.unmatched.append((decision, form.event))
            return
        reporting = _reporting(event)
        for name in form.apart:
            if name not in reporting:
                self._note(decision, f"article '{name}' does not report '{event.id}'")
        apart = tuple(mention for mention in event.mentions if mention.article in form.apart)
        rest = tuple(mention for mention in event.mentions if mention.article not in form.apart)
        if not apart or not rest:
            self._note(decision, f"no article would be left on one side of the split of '{event.id}'")
            return
        for line, brought in self.joined.get(event.id, ()):
            if all(articles.issubset(form.apart) or articles.isdisjoint(form.apart) for articles in brought):
                self._note(decision, f"it parts what line {line} joins in '{event.id}'; remove one of the two")
        off, left = self._made(apart, event), self._made(rest, event)
        self.new.append(replace(off, id="", rulings=(ruling(decision, f"split from “{left.headline}”", "mentions"),)))
        made = ruling(decision, f"split from “{off.headline}”", "mentions")
        self.by_id[event.id] = replace(left, id=event.id, rulings=(*event.rulings, made))

    def add(self, decision: Decision, form: AddEvent) -> None:
        """Add an event that the machine did not find."""
        mentions = []
        for article, quote in form.sources:
            span = find_words(self.texts.get(article, ""), quote)
            if article not in self.texts:
                self._note(decision, f"there is no article '{article}'")
            elif span is None:
                self._note(decision, f"article '{article}' does not say, letter for letter: \"{quote}\"")
            else:
                mentions.append(_mention(form, article, span, self.texts[article]))
        if not mentions:
            self._note(decision, f"“{form.headline}” is not added, since no source is left")
            return
        for event in self.by_id.values():
            if event.kind == form.kind and overlaps(event.when, form.when) and _holds(event, mentions):
                self._note(decision, f"needless: the machine finds “{event.headline}” in the same words ('{event.id}')")
        reason = f"{to_words(form.when)}: an editor's decision"
        made = (ruling(decision, "added by an editor", "headline"),)
        self.new.append(
            Event("", form.headline, form.kind, form.when, reason, Modality.HAPPENED, (), tuple(mentions), rulings=made)
        )

    def _made(self, mentions: Sequence[Mention], of: Event) -> Event:
        """The event of these mentions, with the headline of the one it was part of where none can be made for it."""
        made = self.remake(mentions)
        return made if made.headline else replace(made, headline=of.headline)

    def _now(self, name: str) -> str:
        """The event that an id stands for after the merges so far."""
        while name in self.gone and self.gone[name].into is not None:
            name = self.gone[name].into or name
        return name

    def _note(self, decision: Decision, message: str) -> None:
        self.notices.append(notice(decision, message))


def _reporting(event: Event) -> frozenset[str]:
    return frozenset(mention.article for mention in event.mentions)


def _holds(event: Event, mentions: Sequence[Mention]) -> bool:
    """Whether an event is reported by sentences that hold all of these spans."""
    return all(
        any(own.article == m.article and own.start <= m.start and m.end <= own.end for own in event.mentions)
        for m in mentions
    )


def _listed(names: Sequence[str]) -> str:
    return " and ".join(f"'{name}'" for name in names)


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
