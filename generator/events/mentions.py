"""Sentences into event mentions: who did what, with what details, when, and how surely."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.events import timing
from generator.events.admission import WEAK, why_not
from generator.events.entities import Entities
from generator.events.happenings import STATEMENT, Happening, KindTable, find_happenings, topic_words
from generator.events.phrases import (
    HEADLINE_LENGTH,
    PREDICATE_LENGTH,
    SHORT_PREDICATE,
    end_of_predicate,
    is_bare,
    is_plural,
    is_pronoun,
    phrase_words,
    predicate_words,
)
from generator.events.speech import attributed, content_words
from generator.events.story import (
    DAILY,
    Story,
    after_sentence,
    antecedent_of,
    elaboration,
    next_paragraph,
    offsets,
    own_name,
    with_company,
)
from generator.language.clauses import Clause, Role
from generator.language.groups import Form
from generator.language.lexicon import lexicon
from generator.language.reading import Reading, SentenceReading
from generator.language.subjects import Phrase
from generator.language.tokens import Tag, Token
from generator.model import EntityKind, Mention, Modality, Omission, Publication, ResolvedTime

STAGE = "mentions"
# Kinds of which a toll ("killed 12 people") in the same sentence is a detail.
_CAUSES = ("disaster", "conflict", "protest", "health")


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a whole article while its sentences are read."""

    article: str
    publication: Publication
    entities: Entities
    table: KindTable


@dataclass(frozen=True, slots=True)
class Draft:
    """A happening on its way to a mention: its subject in words, whether that was a pronoun, and its own times."""

    happening: Happening
    clause: Clause
    phrase: Phrase | None
    subject: str | None
    resolved: bool
    times: tuple[ResolvedTime, ...]
    hint: ResolvedTime | None = None
    weak: str | None = None


def find_mentions(
    reading: Reading,
    times: Sequence[ResolvedTime],
    publication: Publication,
    entities: Entities,
    table: KindTable,
) -> tuple[tuple[Mention, ...], tuple[Omission, ...]]:
    """The mentions of one article in the order of its text, and what looked like one and was dropped, with why."""
    context = Context(reading.article, publication, entities, table)
    mentions: list[Mention] = []
    omissions: list[Omission] = []
    story = Story()
    k = 0
    for position, sentence in enumerate(reading.sentences):
        own: list[ResolvedTime] = []
        while k < len(times) and times[k].expression.start < sentence.sentence.end:
            own.append(times[k])
            k += 1
        if sentence.sentence.is_heading:
            story = Story()
            continue
        if not sentence.tokens:
            omissions.append(Omission(reading.article, *_span(sentence), STAGE, "too long for a sentence"))
            continue
        if sentence.sentence.paragraph != story.paragraph:
            story = next_paragraph(story, sentence.sentence.paragraph)
        found, dropped = _of_sentence(context, position, sentence, own, story)
        mentions.extend(found)
        omissions.extend(Omission(reading.article, *_span(sentence), STAGE, reason) for reason in dropped)
        story = after_sentence(story, sentence, found, own)
    return tuple(mentions), tuple(omissions)


def _span(sentence: SentenceReading) -> tuple[int, int]:
    return sentence.sentence.start, sentence.sentence.end


def _of_sentence(
    context: Context, position: int, sentence: SentenceReading, times: Sequence[ResolvedTime], story: Story
) -> tuple[list[Mention], list[str]]:
    happenings, dropped = find_happenings(sentence, context.table)
    reasons = [reason for _, reason in dropped]
    drafts: list[Draft] = []
    weak: list[Draft] = []
    for happening in [*happenings, *attributed(sentence, context.table)]:
        draft = _draft(sentence, happening, times, story)
        scheduled = draft.clause.form is Form.PRESENT and happening.modality is Modality.PLANNED
        if scheduled and not timing.any_to_come(draft.times, context.publication.when):
            continue
        dated = draft.times or _waiting(draft, story, position)
        reason = why_not(sentence, happening, draft.subject, draft.resolved, dated)
        if reason in WEAK:
            weak.append(replace(draft, weak=reason))
        elif reason:
            reasons.append(reason)
        else:
            drafts.append(draft)
    tolls = lexicon().lists["toll_verbs"]
    toll = (
        bool(drafts)
        and all(d.happening.trigger in tolls and not d.times for d in drafts)
        and _follows_cause(story, position)
    )
    if not drafts or toll:
        more = elaboration(story, context.article, position, sentence, context.entities, counts=toll)
        if more:
            return [more], []
    reasons += [draft.weak for draft in weak if draft.weak and drafts]
    drafts = _one_each(drafts or weak)
    mentions: list[Mention] = []
    for index, draft in enumerate(drafts):
        mention = _mention(context, position, sentence, draft, _territory(sentence, drafts, index))
        before = (*((story.move,) if story.move else ()), *story.mentions, *mentions)
        mentions.append(_with_time(mention, draft, before, context.publication))
    return mentions, reasons


def _follows_cause(story: Story, position: int) -> bool:
    """Whether the sentence before told a disaster or the like, whose toll the next sentence may count."""
    last = story.mentions[-1] if story.mentions else None
    return last is not None and last.kind in _CAUSES and position - last.position <= 1


def _waiting(draft: Draft, story: Story, position: int) -> tuple[ResolvedTime, ...]:
    """A time that may yet date a draft: its own in an undated article, or that of a sentence before."""
    if draft.hint:
        return (draft.hint,)
    kind = draft.happening.kind.name
    if story.move and story.move.time and kind == story.move.kind:
        return (story.move.time,)
    told = (m for m in story.mentions if m.kind == kind and position - m.position <= 1)
    return tuple(m.time for m in told if m.time and timing.carries(m.when, m.modality))[:1]


def _draft(sentence: SentenceReading, happening: Happening, times: Sequence[ResolvedTime], story: Story) -> Draft:
    clause = sentence.clauses[happening.clause]
    phrase = happening.speaker or clause.subject
    subject = (phrase_words(sentence.tokens, phrase) or None) if phrase else None
    resolved = False
    if phrase and subject and is_pronoun(subject):
        subject = antecedent_of(story, subject) or own_name(sentence, phrase)
        resolved = subject is not None
    elif subject and phrase:
        subject = with_company(story, sentence, phrase, subject)
    own = tuple(timing.times_of(sentence, times, happening))
    if not own:
        own = tuple(timing.times_at_once(sentence, times, happening))
    hint = None if own else timing.hint_of(sentence, times, happening)
    return Draft(happening, clause, phrase, subject, resolved, own, hint)


def _one_each(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence without those that tell the same thing of the same subject twice."""
    kept: list[Draft] = []
    ends = {d.happening.governor for d in drafts if d.clause.role is Role.INFINITIVE}
    tolls = lexicon().lists["toll_verbs"]
    causes = [d for d in drafts if d.happening.kind.name in _CAUSES and d.happening.trigger not in tolls]
    for draft in drafts:
        if draft.happening.clause in ends or (causes and draft.happening.trigger in tolls):
            continue
        same = [d for d in kept if d.subject == draft.subject and d.happening.kind == draft.happening.kind]
        if same and (draft.happening.kind.name == STATEMENT or not draft.times):
            continue
        kept.append(draft)
    return kept


def _territory(sentence: SentenceReading, drafts: Sequence[Draft], index: int) -> tuple[Token, ...]:
    """The tokens from a happening's clause up to the next happening's; the first has the sentence's opening too."""
    firsts = sorted({_first(d.clause) for d in drafts})
    own = _first(drafts[index].clause)
    following = [first for first in firsts if first > own]
    start = 0 if own == firsts[0] else own
    return sentence.tokens[start : following[0] if following else len(sentence.tokens)]


def _first(clause: Clause) -> int:
    return min(clause.first, clause.subject.first) if clause.subject and clause.role is Role.MAIN else clause.first


def _mention(
    context: Context, position: int, sentence: SentenceReading, draft: Draft, territory: Sequence[Token]
) -> Mention:
    clause, happening = draft.clause, draft.happening
    start, end = territory[0].start, territory[-1].end
    verb = _headline_verb(sentence, happening, clause)
    hedge = len("reportedly ") if happening.modality is Modality.CLAIMED else 0
    room = HEADLINE_LENGTH - len(f"{_shortest_subject(sentence, draft)} {verb}s ") - hedge
    room = max(SHORT_PREDICATE, min(PREDICATE_LENGTH, room))
    predicate = content_words(sentence, happening) or predicate_words(
        sentence.tokens, clause, end_of_predicate(sentence, clause), room
    )
    return Mention(
        article=context.article,
        start=sentence.sentence.start,
        end=sentence.sentence.end,
        core=sentence.tokens[min(clause.first, draft.phrase.first) if draft.phrase else clause.first].start,
        position=position,
        kind=happening.kind.name,
        trigger=happening.trigger,
        verb=verb,
        passive=clause.group.passive,
        plural=_plural(sentence, draft),
        bare=is_bare(sentence, clause),
        by_noun=happening.by_noun,
        governor=sentence.clauses[happening.governor].lemma if happening.governor is not None else None,
        subject=draft.subject,
        object=predicate or None,
        doer=_doer(context, sentence, draft),
        theme=_theme(context, sentence, clause),
        clause=sentence.text_of(start, end),
        entities=_entities(context, sentence, draft, start, end),
        figures=tuple(f for f in sentence.figures if start <= f.start < end),
        words=topic_words(territory),
        modality=happening.modality,
        when=context.publication.when,
        reason="",
        hint=draft.hint,
        weak=draft.weak,
    )


def _shortest_subject(sentence: SentenceReading, draft: Draft) -> str:
    """The subject as short as a headline may have it: the name alone that it ends with."""
    subject = draft.subject or ""
    names = (n.text for n in sentence.names if n.kind is EntityKind.PERSON and subject.endswith(n.text))
    return min(names, key=len, default=subject)


def _entities(context: Context, sentence: SentenceReading, draft: Draft, start: int, end: int) -> tuple[str, ...]:
    """The entities that a happening names: those of its territory and of its subject."""
    left, right = offsets(sentence, draft.phrase) if draft.phrase else (start, start)
    names = [n for n in sentence.names if start <= n.start < end or left <= n.start < right]
    ids = [context.entities.of(context.article, n.text) for n in names]
    if draft.resolved and draft.subject:
        ids.insert(0, _entity_of(context, draft.subject))
    return tuple(dict.fromkeys(i for i in ids if i))


def _plural(sentence: SentenceReading, draft: Draft) -> bool:
    return bool(draft.subject) and is_plural(draft.subject or "", [n.text for n in sentence.names])


def _headline_verb(sentence: SentenceReading, happening: Happening, clause: Clause) -> str:
    """The verb as a headline needs it: the participle of a passive, else the base form."""
    if happening.speaker:
        return happening.trigger
    return sentence.tokens[clause.group.verb].lower if clause.group.passive else clause.lemma


def _doer(context: Context, sentence: SentenceReading, draft: Draft) -> str | None:
    """The entity that a subject stands for: its person, else the name that it ends or begins with; None for a list."""
    if draft.subject is None:
        return None
    people = [n for n in sentence.names if n.kind is EntityKind.PERSON]
    ending = [n for n in people if draft.subject.endswith(n.text)]
    if ending and not draft.resolved:
        return context.entities.of(context.article, max(ending, key=lambda n: len(n.text)).text)
    parts = draft.subject.split()
    cut = next((i for i, part in enumerate(parts) if i and part in lexicon().lists["prepositions"]), len(parts))
    head, rest = " ".join(parts[:cut]), " ".join(parts[cut + 1 :])
    if "and" in parts[:cut]:
        return None
    held = parts[cut - 1].lower() in ("shares", "share", "price", "stock", "stocks", "bonds")
    return _entity_of(context, rest if held and rest else head)


def _theme(context: Context, sentence: SentenceReading, clause: Clause) -> str | None:
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
    parts = words.split()
    for size in range(len(parts), 0, -1):
        for piece in (" ".join(parts[-size:]), " ".join(parts[:size])):
            if found := context.entities.of(context.article, piece):
                return found
    return None


def _with_time(mention: Mention, draft: Draft, before: Sequence[Mention], publication: Publication) -> Mention:
    """The mention with its own time, the time of the mention before if the story goes on, or only a bound."""
    for time in draft.times:
        if time.when and timing.fits(time, mention.modality, publication.when):
            when = timing.bounded(time.when, mention.modality, publication.when)
            return replace(mention, when=when, reason=time.reason, time=time, own_time=True)
        if time.absolute and mention.modality is Modality.HAPPENED:
            mention = replace(mention, hint=time)
    told = next((b for b in reversed(before) if _goes_on(b, mention)), None)
    if told and told.time:
        place = "the same sentence" if told.start == mention.start else "a sentence before"
        return replace(mention, when=told.when, reason=f"{told.time.reason}, in {place}", time=told.time)
    when, reason = timing.bound_by_publication(mention.modality, publication)
    return replace(mention, when=when, reason=reason)


def _goes_on(before: Mention, mention: Mention) -> bool:
    """Whether a mention without a time goes on with the story of the one before, so that its time holds for it too."""
    if mention.weak or before.time is None or not timing.carries(before.when, before.modality):
        return False
    if mention.modality is not Modality.HAPPENED or mention.kind == STATEMENT:
        return False
    if mention.kind == before.kind and mention.kind in DAILY:
        return True
    if mention.position - before.position > 1:
        return False
    together = before.start == mention.start and bool(set(mention.entities) & set(before.entities))
    return mention.kind == before.kind or together
