"""Headlines in the machine's own wording: subject, verb in the present tense, object, and the figure that matters."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from string import Formatter

from generator.events.happenings import STATEMENT
from generator.events.phrases import is_pronoun, present_tense
from generator.language.lexicon import lexicon, progressive_form
from generator.model import Entity, EntityKind, Event, Figure, Mention, Modality, Omission
from generator.settings import Kind

LONGEST = 86
SHORTEST = 12
STAGE = "headlines"
_DANGLING = re.compile(
    r"\b(?:I|we|We|you|our|my|us|me|this|these|those|both)\b|\bthe (?:company|firm|measures?|move|proposition)\b"
)
# Function words that never follow each other: something between them was lost.
_BROKEN = re.compile(
    r"\b(?:the|an?|of|in|on|at|by|for|with|and|to) (?:the )?(?:to|of|at|by|and|or|with|is|was|were|are|has|have)\b"
    r"|’s? ’s"
)
_OF_NAME = re.compile(r"^(?P<what>[a-z]+(?: [a-z]+)?) of (?P<name>[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*)*)$")
_FIGURED = ("launch", "deal", "building", "results", "founding")


def word_headlines(
    events: Sequence[Event], entities: Sequence[Entity], kinds: Sequence[Kind]
) -> tuple[tuple[Event, ...], tuple[Omission, ...]]:
    """The events with their headlines, and an omission for each event for which no good one can be made."""
    names = {entity.id: entity for entity in entities}
    table = {kind.name: kind for kind in kinds}
    spread = Counter(e for e, _ in {(e, m.article) for event in events for m in event.mentions for e in m.entities})
    worded, omitted = [], []
    for event in events:
        headline = word_headline(event, names, table, spread)
        if headline:
            worded.append(replace(event, headline=headline))
        else:
            omitted += [
                Omission(m.article, m.start, m.end, STAGE, "no good headline can be made of it") for m in event.mentions
            ]
    return tuple(worded), tuple(omitted)


def word_headline(
    event: Event, names: Mapping[str, Entity], kinds: Mapping[str, Kind], spread: Counter[str]
) -> str | None:
    """The best headline that the mentions of an event give; None if none is good.

    Best is one from a source that dates the event, that names who and what most mentions name, and that is short.
    """
    shared = Counter(e for e, _ in {(e, m.article) for m in event.mentions for e in m.entities})
    themes = Counter(theme for theme, _ in {(m.theme, m.article) for m in event.mentions if m.theme})
    doers = Counter(doer for doer, _ in {(m.doer, m.article) for m in event.mentions})
    best: tuple[float, str] | None = None
    for mention in event.mentions:
        if mention.goes_on or (mention.weak and event.mentions[0] is not mention):
            continue
        for headline in _candidates(mention, event, names, kinds.get(mention.kind)):
            if not is_good(headline):
                continue
            score = _score(headline, mention, names, shared, spread)
            score += 0.5 * (doers[mention.doer] - 1) if mention.doer else 0.0
            score += 0.8 if mention.theme and themes[mention.theme] > 1 else 0.0
            if best is None or score > best[0] + 1e-9:
                best = (score, headline)
            break
    if best is None:
        return None
    figure = _telling_figure(event)
    return _with_figure(best[1], figure) if figure else best[1]


def is_good(headline: str) -> bool:
    """Whether a headline can stand alone in a list."""
    words = headline.split()
    if not SHORTEST <= len(headline) <= LONGEST or len(words) < 3:
        return False
    if _BROKEN.search(headline) or words[-1].lower() in lexicon().lists["unfinished"]:
        return False
    gerund = words[0].endswith("ing") and progressive_form(words[0].lower()) in lexicon().lists["bases"]
    if gerund or is_pronoun(headline):
        return False
    return not _DANGLING.search(headline) and headline.count("“") == headline.count("”")


def _score(
    headline: str, mention: Mention, names: Mapping[str, Entity], shared: Counter[str], spread: Counter[str]
) -> float:
    told = [e for e in mention.entities if any(form in headline for form in (names[e].name, *names[e].aliases))]
    weights = sorted((shared[e] / (1 + 0.3 * spread[e]) for e in told), reverse=True)[:2]
    return sum(weights) + (0.6 if mention.own_time else 0.0) + (0.4 if mention.object else 0.0) - 0.015 * len(headline)


def _candidates(mention: Mention, event: Event, names: Mapping[str, Entity], kind: Kind | None) -> Iterator[str]:
    for number, subject in enumerate(_subjects(mention, names)):
        told = mention if number == 0 else replace(mention, plural=False)
        if kind:
            yield from _from_templates(told, subject, kind)
        if mention.kind == STATEMENT and not mention.passive:
            yield from _remark(told, subject)
        elif clause := _clause(told, subject):
            yield _capital(clause)


def _subjects(mention: Mention, names: Mapping[str, Entity]) -> list[str]:
    """The subject as it stands, and shorter: the name alone."""
    if not mention.subject or mention.subject.lower() in lexicon().lists["unnamed_subjects"]:
        return []
    subject = mention.subject
    doer = names.get(mention.doer or "")
    if doer and subject in doer.aliases and len(subject) < len(doer.name):
        subject = doer.name
    if (match := _OF_NAME.match(subject)) and mention.kind == "market":
        subject = f"{match['name']} {match['what']}"
    alone = doer is not None and doer.name != subject and subject.endswith(doer.name)
    person = doer is not None and doer.kind is EntityKind.PERSON
    bare = not any(part in lexicon().lists["prepositions"] for part in subject.split())
    return [subject, doer.name] if doer and alone and (person or bare) else [subject]


def _from_templates(mention: Mention, subject: str, kind: Kind) -> Iterator[str]:
    figures = {f.kind: f.text for f in reversed(mention.figures)}
    slots = {"subject": subject, "verb": _verb(mention, subject), "object": mention.object or "", **figures}
    # "Closed down 17 percent" says more than "closes 17 percent" would.
    directed = mention.verb in ("close", "open", "end", "finish", "trade")
    # "Falls to 11.3%" is another thing than "falls 11.3%".
    reached = "percent" in figures and f"to {figures['percent']}" in (mention.object or "")
    if mention.modality is not Modality.HAPPENED or mention.passive or directed or reached:
        return
    for template in kind.headlines:
        wanted = [name for _, name, _, _ in Formatter().parse(template) if name]
        if all(slots.get(name) for name in wanted):
            yield _capital(template.format(**slots))


def _verb(mention: Mention, subject: str) -> str:
    return present_tense(mention.verb, mention.plural)


def _clause(mention: Mention, subject: str) -> str:
    """The clause as a headline; empty where its verb needs an object that is not there."""
    rest = (mention.object or "").removeprefix("that ")
    if not rest and not mention.passive and not mention.bare:
        return ""
    lists = lexicon().lists
    if rest and mention.verb in lists["speech"] and rest.split()[0] in lists["prepositions"]:
        return ""
    if mention.modality is Modality.PLANNED:
        return f"{subject} {_plan(mention, subject)} {rest}".strip()
    if mention.modality is Modality.PREDICTED:
        return f"{subject} expected to {_base(mention)} {rest}".strip()
    if mention.governor in lexicon().lists["resolving"] | {"begin", "start"}:
        return f"{subject} {present_tense(mention.governor or '', mention.plural)} to {_base(mention)} {rest}".strip()
    hedge = "reportedly " if mention.modality is Modality.CLAIMED else ""
    verb = mention.verb if mention.passive else _verb(mention, subject)
    if mention.passive and not rest:
        verb = f"{present_tense('be', mention.plural)} {verb}"
    return f"{subject} {hedge}{verb} {rest}".strip()


def _base(mention: Mention) -> str:
    return f"be {mention.verb}" if mention.passive else mention.verb


def _plan(mention: Mention, subject: str) -> str:
    words = lexicon().lists
    if mention.governor in words["planning"] and mention.governor not in ("schedule", "set", "slate", "due", "expect"):
        return f"{present_tense(mention.governor or '', mention.plural)} to {_base(mention)}"
    return f"to {_base(mention)}"


def _remark(mention: Mention, subject: str) -> Iterator[str]:
    """A remark: what is said, or how somebody or something is called."""
    plural = mention.plural
    told = mention.object or ""
    if told.startswith("that "):
        verb = mention.verb if mention.verb in lexicon().lists["clause_speech"] else "say"
        yield _capital(f"{subject} {present_tense(verb, plural)} {told.removeprefix('that ')}")
    elif told and mention.verb not in lexicon().lists["content_speech"]:
        yield _capital(f"{subject} {present_tense(mention.verb, plural)} {told}")


def _telling_figure(event: Event) -> Figure | None:
    """The amount of money that most articles give, if the event's kind turns on it."""
    if event.kind not in _FIGURED:
        return None
    amounts = [(f.text.lower(), m.article) for m in event.mentions for f in m.figures if f.kind == "money"]
    if not amounts:
        return None
    counts = Counter(text for text, _ in set(amounts))
    top = min(counts, key=lambda text: (-counts[text], -len(text), text))
    figures = (f for m in event.mentions for f in m.figures if f.kind == "money" and f.text.lower() == top)
    return next(figures)


def _with_figure(headline: str, figure: Figure) -> str:
    longer = f"{headline}, {figure.text}"
    told = any(character.isdigit() for character in headline) or "$" in headline
    return headline if told or len(longer) > LONGEST else longer


def _capital(text: str) -> str:
    """The text with a capital, unless it begins with a name that has its own ("iPhone")."""
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]
