"""Whether it happened at all: an event that some report and somebody denies."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.events.likeness import days_apart
from generator.language.lexicon import content_lemma, lexicon
from generator.model import Claim, Disagreement, Event, Mention

WHETHER = "whether it happened"
# A report is told by so many of its words at most.
_WORDS = 14
# A denial that is dated is of what was reported so many days before or after.
_RECENT = 60
_WORD = re.compile(r"[a-z0-9][a-z0-9-]{2,}")
_ASIDE = re.compile(r"\b(?:before|after|when|while|because|since|if|unless|until|although|though)\b")


def with_denials(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, those that another report denies with what is said for and against them."""
    reported: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        if not any(_denies(mention) for mention in event.mentions):
            for trigger in sorted({mention.trigger for mention in event.mentions}):
                reported[trigger].append(number)
    denied: dict[int, list[Mention]] = defaultdict(list)
    for mention in (m for event in events for m in event.mentions if _denies(m)):
        words = _denied_words(mention)
        for number in sorted({n for word in words for n in reported.get(word, ())}):
            if _is_of(mention, words, events[number]):
                denied[number].append(mention)
    return tuple(_with_denial(event, denied.get(number, ())) for number, event in enumerate(events))


def _denies(mention: Mention) -> bool:
    return mention.trigger in lexicon().lists["denying"]


def _denied_words(denial: Mention) -> frozenset[str]:
    """The content words of what is denied, without what is only said of its time or reason."""
    return frozenset(map(content_lemma, _WORD.findall(_ASIDE.split(denial.clause.lower())[0])))


def _is_of(denial: Mention, words: frozenset[str], event: Event) -> bool:
    """Whether a denial, which holds the event's own verb, is of an event: one of its parties and a further word."""
    if denial.when.latest and event.when.earliest and event.when.earliest > denial.when.latest:
        return False
    if denial.time and days_apart(denial.when, event.when) > _RECENT:
        return False
    named = {word for name in (*event.entities, *denial.entities) for word in name.split("-")}
    return any(
        m.trigger in words
        and set(m.entities) & set(denial.entities)
        and ((m.words & words) - named - {m.trigger} or m.theme in denial.entities)
        for m in event.mentions
    )


def _with_denial(event: Event, denials: Sequence[Mention]) -> Event:
    if not denials:
        return event
    claims = (_claim("reported", event.mentions), _claim("denied", denials))
    return replace(event, disagreements=(*event.disagreements, Disagreement(WHETHER, claims)))


def _claim(value: str, mentions: Sequence[Mention]) -> Claim:
    first = min(mentions, key=lambda m: (m.position, m.article, m.start))
    return Claim(value, _short(first.clause), tuple(sorted({m.article for m in mentions})))


def _short(clause: str) -> str:
    words = clause.split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
