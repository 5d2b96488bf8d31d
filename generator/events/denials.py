"""Whether it happened at all: an event that some report and somebody denies."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from generator.events.apart import days_apart
from generator.events.happenings import NEGATED
from generator.language.lexicon import content_lemma, lexicon
from generator.model import Claim, Disagreement, Entity, Event, Mention, Omission, When

WHETHER = "whether it happened"
# A report is told by so many of its words at most.
_WORDS = 14
# A denial that is dated is of what was reported so many days before or after.
_RECENT = 60
_WORD = re.compile(r"[a-z0-9][a-z0-9-]{2,}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NEGATED = re.compile(
    r"\b(?:(?:did|has|have|had|was|were) not|(?:did|has|have|had|was|were)n[’']t|never)"
    r" (?:been )?(?:[a-z]+ly )?(?P<verb>[a-z-]+)"
)
# What had only to wait did happen: "did not resign until Tuesday".
_DELAYS = re.compile(r"\b(?:until|till|yet|only|immediately|initially|before|at first)\b", re.IGNORECASE)
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


def with_negations(
    events: Sequence[Event], omissions: Sequence[Omission], texts: Mapping[str, str], entities: Sequence[Entity]
) -> tuple[Event, ...]:
    """The events, those of which another article says that they did not happen with that against them.

    A sentence that negates is of an event if it negates its verb and names everybody that the event's report names, of
    whom there are at least two unless the verb needs no other ("has not resigned"); "not until Tuesday" negates none.
    """
    forms = {entity.id: (entity.name, *entity.aliases) for entity in entities}
    reported: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        for verb in sorted({_verb(mention) for mention in event.mentions}):
            reported[verb].append(number)
    against: dict[int, list[Claim]] = defaultdict(list)
    for omission in (o for o in omissions if o.reason == NEGATED):
        sentence = texts[omission.article][omission.start : omission.end]
        if _DELAYS.search(sentence):
            continue
        years = {int(found[0]) for found in _YEAR.finditer(sentence)}
        words = {content_lemma(found["verb"]) for found in _NEGATED.finditer(sentence.lower())}
        for number in sorted({n for word in words for n in reported.get(word, ())}):
            event = events[number]
            if _of_years(event.when, years) and _names_all(sentence, omission.article, event, words, forms):
                against[number].append(Claim("denied", _short(sentence), (omission.article,)))
    return tuple(_with_claims(event, against.get(number, ())) for number, event in enumerate(events))


def _of_years(when: When, years: set[int]) -> bool:
    """Whether the years that a sentence names, if any, are among those of an event."""
    first = when.earliest.year if when.earliest else 0
    last = when.latest.year if when.latest else date.max.year
    return not years or any(first <= year <= last for year in years)


def _names_all(sentence: str, article: str, event: Event, words: set[str], forms: Mapping[str, Sequence[str]]) -> bool:
    """Whether a sentence names all that some report of another article names which has one of its verbs.

    Of a verb that needs no other ("resigned") it need only name who did it.
    """

    def named(entity: str) -> bool:
        return any(form in sentence for form in forms.get(entity, ()))

    return any(
        m.article != article
        and _verb(m) in words
        and (
            (len(m.entities) > 1 and all(map(named, m.entities)))
            or (m.doer is not None and lexicon().has("complete_verbs", _verb(m)) and named(m.doer))
        )
        for m in event.mentions
    )


def _verb(mention: Mention) -> str:
    """The verb of what a mention reports ("concede" of "concede defeat")."""
    return mention.trigger.partition(" ")[0]


def _with_claims(event: Event, against: Sequence[Claim]) -> Event:
    if not against or any(known.about == WHETHER for known in event.disagreements):
        return event
    articles = tuple(sorted({article for claim in against for article in claim.articles}))
    reporting = [m for m in event.mentions if m.article not in articles]
    if not reporting:
        return event
    claims = (_claim("reported", reporting), replace(against[0], articles=articles))
    return replace(event, disagreements=(*event.disagreements, Disagreement(WHETHER, claims)))


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
