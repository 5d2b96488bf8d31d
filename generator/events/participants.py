"""Who and what a mention names: its entities, who did it, and what it was done to."""

import re

from generator.events.agreement import head_of, is_plural
from generator.events.drafts import Context, Draft
from generator.events.phrases import is_named_last, without_description
from generator.events.story import offsets
from generator.language.clauses import Clause, Role
from generator.language.forms import Form
from generator.language.lexicon import lexicon
from generator.language.reading import SentenceReading
from generator.language.tokens import Tag
from generator.model import EntityKind, Figure

_SPOKEN_TO = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Sir|Dame|Dr)\b\.? (?=[A-Z])")


def shortest_subject(context: Context, sentence: SentenceReading, draft: Draft) -> str:
    """The subject as short as a headline may have it: the name that it ends with, else without what describes it.

    Somebody called by a surname alone is told in full.
    """
    subject = draft.subject or ""
    bare = not any(part in lexicon().lists["prepositions"] for part in subject.split())
    kinds = (EntityKind.PERSON, EntityKind.ORGANISATION) if bare else (EntityKind.PERSON,)
    described = re.match(r"(?:[\w’'-]+ )*[a-z-]+ (?=[A-Z])", subject) if bare else None
    names = (
        n.text
        for n in sentence.names
        if (n.kind in kinds or (described and subject[described.end() :] == n.text)) and is_named_last(subject, n.text)
    )
    first, joined, second = subject.partition(" and ")
    people = [n.text for n in sentence.names if n.kind is EntityKind.PERSON]
    halves = [next((name for name in people if half.endswith(f" {name}")), "") for half in (first, second)]
    if joined and all(halves):
        return " and ".join(halves)  # "Minister Rui Costa and Mayor Ana Prado"
    shortest = min(names, key=len, default=without_description(subject))
    return context.entities.full_name(context.article, shortest)


def entities_of(context: Context, sentence: SentenceReading, draft: Draft, start: int, end: int) -> tuple[str, ...]:
    """The entities that a happening names: those of its territory and of its subject."""
    left, right = offsets(sentence, draft.phrase) if draft.phrase else (start, start)
    names = [n for n in sentence.names if start <= n.start < end or left <= n.start < right]
    ids = [context.entities.of(context.article, n.text) for n in names]
    if draft.resolved and draft.subject:
        ids.insert(0, _entity_of(context, draft.subject))
    return tuple(dict.fromkeys(i for i in ids if i))


def figures_of(
    sentence: SentenceReading, clause: Clause, start: int, end: int, *, cause: bool = False
) -> tuple[Figure, ...]:
    """The figures of a happening: those of its territory that stand in no clause of another subject.

    "The Nasdaq fell to 1,847 while the DAX was 6.62% lower" says nothing of the Nasdaq's percentage. Of a `cause` the
    toll is part ("at least 40 people were killed | when a ferry capsized").
    """
    tolls = lexicon().lists["toll_verbs"] if cause else frozenset()
    tokens = sentence.tokens
    others = [
        (tokens[other.first].start, tokens[max(other.first, other.last - 1)].end, other.role is Role.RELATIVE)
        for other in sentence.clauses
        if other.group.first != clause.group.first
        and other.lemma not in tolls
        and (_is_of_another(other, clause) or _is_told_before(other, clause))
    ]

    aside = _aside(sentence, clause)

    def is_others(figure: Figure) -> bool:
        if aside is not None and figure.start > aside:
            return True
        # "The fund, which will invest $9 billion": what a thing is worth may be said in a relative clause.
        return any(
            left <= figure.start < right and (not relative or figure.kind == "percent")
            for left, right, relative in others
        )

    return tuple(f for f in sentence.figures if start <= f.start < end and not is_others(f))


def _aside(sentence: SentenceReading, clause: Clause) -> int | None:
    """Where a participle begins that has a time of its own ("rose $5 yesterday, having risen 23% this year")."""
    tokens = sentence.tokens
    for i in range(clause.group.last, min(clause.last, len(tokens)) - 1):
        if tokens[i].tag is Tag.COMMA and tokens[i + 1].tag is Tag.PROGRESSIVE:
            times = [k for k in range(clause.group.last, clause.last) if tokens[k].tag is Tag.TIME]
            return tokens[i].start if times and times[0] < i < times[-1] else None
    return None


def _is_of_another(other: Clause, clause: Clause) -> bool:
    beside = other.form is Form.PROGRESSIVE_BARE  # "with the index losing 11%"
    told = beside or other.role in (Role.MAIN, Role.ADVERBIAL, Role.RELATIVE)
    return told and other.subject not in (None, clause.subject)


def _is_told_before(other: Clause, clause: Clause) -> bool:
    """Whether a clause tells another deed of the same subject before ("has fallen 40% and lost a quarter")."""
    return clause.role is Role.COORDINATE and other.role is Role.MAIN and other.group.first < clause.group.first


def is_plural_subject(sentence: SentenceReading, draft: Draft) -> bool:
    """Whether the subject takes the plural verb."""
    told = draft.phrase
    if told and sentence.tokens[told.first].lower == "they" and told.last == told.first + 1:
        return True
    if draft.resolved:
        # "Its shares" is resolved to "Nvidia shares", "it" to "General Motors".
        words = (draft.subject or "").split()
        ends = (i for i, word in enumerate(words) if word in lexicon().lists["prepositions"])
        last = words[: next(ends, len(words))][-1:]
        return bool(last) and last[0].islower() and is_plural(last[0], [])
    if _is_team(sentence, draft):
        return True
    return bool(draft.subject) and is_plural(draft.subject or "", [n.text for n in sentence.names])


def _is_team(sentence: SentenceReading, draft: Draft) -> bool:
    """Whether a subject is a team in the plural: "the Dolphins", or in a match one called by its town."""
    words = (draft.subject or "").split()
    last = words[-1] if words else ""
    named = last[:1].isupper() and last.endswith("s") and not last.endswith(("ss", "us", "is"))
    lists = lexicon().lists
    known = last.lower() in lists["places"] | lists["organisation_words"] or draft.subject in lists["places"]
    if not named or known or draft.phrase is None:
        return False
    person = any(n.kind is EntityKind.PERSON and n.text.endswith(last) for n in sentence.names)
    the = sentence.tokens[draft.phrase.first].lower == "the"
    town = any(" ".join(words[i:-1]).lower() in lists["places"] for i in range(len(words) - 1))
    match = draft.happening.kind.name == "sport" and (the or town)
    return match and not person


def doer_of(context: Context, sentence: SentenceReading, draft: Draft) -> str | None:
    """The entity that a subject stands for: its person, else the name that it ends or begins with; None for a list."""
    if draft.subject is None:
        return None
    people = [n for n in sentence.names if n.kind is EntityKind.PERSON]
    ending = [n for n in people if is_named_last(draft.subject, n.text)]
    if ending and not draft.resolved:
        return context.entities.of(context.article, max(ending, key=lambda n: len(n.text)).text)
    head = head_of(draft.subject)
    parts = head.split()
    rest = " ".join(draft.subject.split()[len(parts) + 1 :])
    owned = len(parts) > 1 and re.search(r"[’']s?$", parts[-2]) and parts[-1].lower() in lexicon().lists["kin"]
    if "and" in parts or owned:
        return None
    held = parts[-1].lower() in ("shares", "share", "price", "stock", "stocks", "bonds")
    return _entity_of(context, rest if held and rest else head)


def theme_of(context: Context, sentence: SentenceReading, clause: Clause) -> str | None:
    """The entity that something was done to: the subject of a passive, else the name that follows the verb."""
    tokens = sentence.tokens
    if clause.group.passive:
        first, last = (clause.subject.first, clause.subject.last) if clause.subject else (0, 0)
    else:
        first = last = clause.group.last
        stops = (Tag.PREPOSITION, Tag.COMMA, Tag.STOP, Tag.TO, Tag.CONJUNCTION, Tag.RELATIVE, Tag.TIME)
        while last < clause.last and tokens[last].tag not in stops:
            last += 1
    if first >= last:
        return None
    start, end = tokens[first].start, tokens[last - 1].end
    inside = (n for n in sentence.names if start <= n.start < end)
    return next((context.entities.of(context.article, n.text) for n in inside), None)


def _entity_of(context: Context, words: str) -> str | None:
    """The entity that a subject in words ends with ("Microsoft CEO Satya Nadella"), or begins with."""
    parts = re.sub(r"(?<=\w)[’'](?:s\b|(?= |$))", "", _SPOKEN_TO.sub("", words)).split()
    for size in range(len(parts), 0, -1):
        for piece in (" ".join(parts[-size:]), " ".join(parts[:size])):
            if found := context.entities.of(context.article, piece):
                return found
    return None
