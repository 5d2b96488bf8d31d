"""Sentences into event mentions: who did what, with what details, when, and how surely."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.events import timing
from generator.events.admission import why_not
from generator.events.entities import Entities
from generator.events.happenings import STATEMENT, Happening, KindTable, find_happenings, topic_words
from generator.events.phrases import is_pronoun, phrase_words, predicate_words
from generator.events.speech import attributed, content_words
from generator.language.clauses import Clause, Phrase, Role
from generator.language.reading import Reading, SentenceReading
from generator.language.tokens import Tag, Token
from generator.model import EntityKind, Mention, Modality, Omission, Publication, ResolvedTime

STAGE = "mentions"
_COMPANY = re.compile(
    r"^(company|firm|startup|start-up|carmaker|automaker|airline|manufacturer|bank|corporation|retailer)((?:[’']s .*)?)$"
)
_POINTS_BACK = frozenset(
    f"{word} {noun}"
    for word in ("the", "this")
    for noun in [
        "project",
        "plan",
        "deal",
        "agreement",
        "move",
        "merger",
        "initiative",
        "venture",
        "offer",
        "sale",
        "attack",
        "crash",
        "quake",
        "blast",
        "storm",
    ]
)


@dataclass(frozen=True, slots=True)
class Story:
    """What a sentence may take over from those before it in its paragraph.

    The mentions of the last sentence that had any, the last thing that was a subject or was done something to, the
    last subject that can be "the company", and the last person.
    """

    paragraph: int = -1
    mentions: tuple[Mention, ...] = ()
    thing: str | None = None
    maker: str | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A happening on its way to a mention: its subject in words, whether that was a pronoun, and its own times."""

    happening: Happening
    clause: Clause
    subject: str | None
    resolved: bool
    times: tuple[ResolvedTime, ...]
    hint: ResolvedTime | None = None


def find_mentions(
    reading: Reading,
    times: Sequence[ResolvedTime],
    publication: Publication,
    entities: Entities,
    table: KindTable,
) -> tuple[tuple[Mention, ...], tuple[Omission, ...]]:
    """The mentions of one article in the order of its text, and what looked like one and was dropped, with why."""
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
            continue
        if sentence.sentence.paragraph != story.paragraph:
            story = Story(sentence.sentence.paragraph)
        found, dropped = _of_sentence(reading.article, position, sentence, own, publication, entities, table, story)
        mentions.extend(found)
        omissions.extend(Omission(reading.article, *_span(sentence), STAGE, reason) for reason in dropped)
        story = _continue(story, sentence, found)
    return tuple(mentions), tuple(omissions)


def _span(sentence: SentenceReading) -> tuple[int, int]:
    return sentence.sentence.start, sentence.sentence.end


def _of_sentence(
    article: str,
    position: int,
    sentence: SentenceReading,
    times: Sequence[ResolvedTime],
    publication: Publication,
    entities: Entities,
    table: KindTable,
    story: Story,
) -> tuple[list[Mention], list[str]]:
    happenings, dropped = find_happenings(sentence, table)
    reasons = [reason for _, reason in dropped]
    drafts = []
    for happening in [*happenings, *attributed(sentence, table)]:
        draft = _draft(sentence, happening, times, story)
        dated = draft.times or ((draft.hint,) if draft.hint else ())
        reason = why_not(sentence, happening, draft.subject, dated)
        if reason:
            reasons.append(reason)
        else:
            drafts.append(draft)
    drafts = _one_each(drafts)
    mentions: list[Mention] = []
    for index, draft in enumerate(drafts):
        territory = _territory(sentence, drafts, index)
        mention = _mention(article, position, sentence, draft, territory, publication, entities)
        mentions.append(_with_time(mention, draft, (*story.mentions, *mentions), publication))
    if not mentions and (more := _elaboration(article, position, sentence, story, entities)):
        mentions.append(more)
    return mentions, reasons


def _draft(sentence: SentenceReading, happening: Happening, times: Sequence[ResolvedTime], story: Story) -> Draft:
    clause = sentence.clauses[happening.clause]
    phrase = happening.speaker or clause.subject
    subject = phrase_words(sentence.tokens, phrase) if phrase else None
    resolved = False
    if subject and is_pronoun(subject):
        first = subject.split()[0].lower()
        earlier = story.person if first in ("he", "she") else story.thing if first == "it" else None
        subject, resolved = earlier, earlier is not None
    elif subject and phrase:
        subject = _with_company(sentence, phrase, subject, story)
    own = tuple(timing.times_of(sentence, times, happening))
    if not own and clause.role is Role.ADVERBIAL and clause.governor is not None:
        if sentence.tokens[clause.first].lower in ("when", "as"):
            own = tuple(timing.times_of(sentence, times, replace(happening, clause=clause.governor)))
    hint = None if own else timing.hint_of(sentence, times, happening)
    return Draft(happening, clause, subject, resolved, own, hint)


def _with_company(sentence: SentenceReading, phrase: Phrase, subject: str, story: Story) -> str:
    """The subject with "the company" as its name, where only one can be meant: in the sentence, or as its theme before."""
    match = _COMPANY.match(subject)
    if not match or (phrase.first == 0 and story.maker is None):
        return subject
    start = sentence.tokens[phrase.first].start
    before = [n.text for n in sentence.names if n.start < start and n.kind is EntityKind.ORGANISATION]
    named = dict.fromkeys(before) if before else dict.fromkeys([story.maker] if story.maker else [])
    return f"{next(iter(named))}{match[2]}" if len(named) == 1 else subject


def _one_each(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence without those that tell the same thing of the same subject twice."""
    kept: list[Draft] = []
    ends = {d.happening.governor for d in drafts if d.clause.role is Role.INFINITIVE}
    for draft in drafts:
        if draft.happening.clause in ends:
            continue
        same = [d for d in kept if d.subject == draft.subject and d.happening.kind == draft.happening.kind]
        if same and (draft.happening.kind.name == STATEMENT or not draft.times):
            continue
        kept.append(draft)
    return kept


def _territory(sentence: SentenceReading, drafts: Sequence[Draft], index: int) -> tuple[Token, ...]:
    """The tokens from a happening's clause up to the next happening's; the first has the opening of the sentence too."""
    firsts = sorted({_first(d.clause) for d in drafts})
    own = _first(drafts[index].clause)
    following = [first for first in firsts if first > own]
    start = 0 if own == firsts[0] else own
    return sentence.tokens[start : following[0] if following else len(sentence.tokens)]


def _first(clause: Clause) -> int:
    return min(clause.first, clause.subject.first) if clause.subject and clause.role is Role.MAIN else clause.first


def _mention(
    article: str,
    position: int,
    sentence: SentenceReading,
    draft: Draft,
    territory: Sequence[Token],
    publication: Publication,
    entities: Entities,
) -> Mention:
    start, end = (territory[0].start, territory[-1].end) if territory else _span(sentence)
    phrase = draft.happening.speaker or draft.clause.subject
    names = [n for n in sentence.names if start <= n.start < end or _within(sentence, phrase, n.start)]
    ids = [entities.of(article, n.text) for n in names]
    if draft.resolved and draft.subject:
        ids.insert(0, _entity_of(article, draft.subject, entities))
    figures = tuple(f for f in sentence.figures if start <= f.start < end)
    clause = draft.clause
    last = _end_of_predicate(sentence, clause)
    happening = draft.happening
    predicate = content_words(sentence, happening) or predicate_words(sentence.tokens, clause, last)
    return Mention(
        article=article,
        start=sentence.sentence.start,
        end=sentence.sentence.end,
        position=position,
        kind=happening.kind.name,
        trigger=happening.trigger,
        subject=draft.subject,
        object=predicate or None,
        clause=sentence.text_of(start, end),
        entities=tuple(dict.fromkeys(i for i in ids if i)),
        figures=figures,
        words=topic_words(territory),
        modality=happening.modality,
        when=publication.when,
        reason="",
        verb=_headline_verb(sentence, happening, clause),
        passive=clause.group.passive,
        governor=sentence.clauses[happening.governor].lemma if happening.governor is not None else None,
        by_noun=happening.by_noun,
        hint=draft.hint,
        doer=_doer(article, sentence, phrase, draft, entities),
        theme=_theme(article, sentence, clause, entities),
        core=sentence.tokens[min(clause.first, phrase.first) if phrase else clause.first].start,
    )


def _doer(
    article: str, sentence: SentenceReading, phrase: Phrase | None, draft: Draft, entities: Entities
) -> str | None:
    """The entity that a subject stands for: its person, else the name that it ends or begins with; None for a list."""
    if draft.subject is None or " and " in draft.subject:
        return None
    if phrase and not draft.resolved:
        people = [n for n in sentence.names if n.kind is EntityKind.PERSON and _within(sentence, phrase, n.start)]
        if people:
            return entities.of(article, people[-1].text)
    return _entity_of(article, draft.subject, entities)


def _theme(article: str, sentence: SentenceReading, clause: Clause, entities: Entities) -> str | None:
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
    return next((entities.of(article, n.text) for n in sentence.names if start <= n.start < end), None)


def _headline_verb(sentence: SentenceReading, happening: Happening, clause: Clause) -> str:
    """The verb as a headline needs it: the participle of a passive, else the base form."""
    if happening.speaker:
        return happening.trigger
    return sentence.tokens[clause.group.verb].lower if clause.group.passive else clause.lemma


def _within(sentence: SentenceReading, phrase: Phrase | None, start: int) -> bool:
    if phrase is None:
        return False
    left, right = _offsets(sentence, phrase)
    return left <= start < right


def _entity_of(article: str, words: str, entities: Entities) -> str | None:
    """The entity that a subject in words ends with ("Microsoft CEO Satya Nadella"), or begins with."""
    parts = words.split()
    for size in range(len(parts), 0, -1):
        for piece in (" ".join(parts[-size:]), " ".join(parts[:size])):
            if found := entities.of(article, piece):
                return found
    return None


def _end_of_predicate(sentence: SentenceReading, clause: Clause) -> int:
    """Where what is said of the subject ends: with the clause, or with an infinitive that completes it."""
    last = clause.last
    for other in sentence.clauses:
        completes = other.role is Role.INFINITIVE or sentence.tokens[other.first].lower == "whether"
        if completes and other.first in (last, clause.group.last):
            last = other.last
    return last


def _with_time(mention: Mention, draft: Draft, before: Sequence[Mention], publication: Publication) -> Mention:
    """The mention with its own time, the time of the mention before if the story goes on, or only a bound."""
    for time in draft.times:
        if time.when and timing.fits(time.when, mention.modality, publication.when):
            when = timing.bounded(time.when, mention.modality, publication.when)
            return replace(mention, when=when, reason=time.reason, time=time, own_time=True)
    told = next((b for b in reversed(before) if _goes_on(b, mention)), None)
    if told and told.time:
        place = "the same sentence" if told.start == mention.start else "a sentence before"
        return replace(mention, when=told.when, reason=f"{told.time.reason}, in {place}", time=told.time)
    when, reason = timing.bound_by_publication(mention.modality, publication)
    return replace(mention, when=when, reason=reason)


def _goes_on(before: Mention, mention: Mention) -> bool:
    """Whether a mention without a time goes on with the story of the one before, so that its time holds for it too."""
    if before.time is None or not timing.carries(before.when, before.modality):
        return False
    if mention.modality is not Modality.HAPPENED or mention.kind == STATEMENT:
        return False
    if mention.position - before.position > 1:
        return False
    together = before.start == mention.start and bool(set(mention.entities) & set(before.entities))
    return mention.kind == before.kind or together


def _elaboration(
    article: str, position: int, sentence: SentenceReading, story: Story, entities: Entities
) -> Mention | None:
    """A sentence that only goes on about the happening before ("They said they would invest …"), with its figures."""
    before = story.mentions[-1] if story.mentions else None
    if before is None or position - before.position > 2 or not sentence.figures or not sentence.tokens:
        return None
    opening = " ".join(t.lower for t in sentence.tokens[:2])
    if opening.split()[0] not in ("it", "they") and opening not in _POINTS_BACK:
        return None
    ids = (entities.of(article, n.text) for n in sentence.names)
    return replace(
        before,
        start=sentence.sentence.start,
        end=sentence.sentence.end,
        position=position,
        clause=sentence.sentence.text,
        entities=tuple(dict.fromkeys((*before.entities, *(i for i in ids if i)))),
        figures=sentence.figures,
        words=before.words | topic_words(sentence.tokens),
        reason=f"goes on about the sentence before: {before.reason}",
        own_time=False,
        goes_on=True,
    )


def _continue(story: Story, sentence: SentenceReading, found: Sequence[Mention]) -> Story:
    """The story as it stands after a sentence."""
    people = [n for n in sentence.names if n.kind is EntityKind.PERSON]
    person = people[0].text if people else story.person
    main = next((c for c in sentence.clauses if c.role is Role.MAIN and c.subject), None)
    thing, maker = story.thing, story.maker
    if main and main.subject:
        words = phrase_words(sentence.tokens, main.subject)
        start, end = _offsets(sentence, main.subject)
        if not is_pronoun(words) and not any(start <= n.start < end for n in people):
            named = any(t.tag is Tag.NAME for t in sentence.tokens[main.subject.first : main.subject.last])
            things = (EntityKind.PRODUCT, EntityKind.PLACE)
            thing = words if named else None
            maker = thing if not any(start <= n.start < end and n.kind in things for n in sentence.names) else None
        elif not is_pronoun(words):
            verb = sentence.tokens[main.group.verb].start
            after = [n.text for n in sentence.names if n.start > verb and n.kind is not EntityKind.PERSON]
            thing = after[0] if after else None
    return Story(story.paragraph, tuple(found) or story.mentions, thing, maker, person)


def _offsets(sentence: SentenceReading, phrase: Phrase) -> tuple[int, int]:
    return sentence.tokens[phrase.first].start, sentence.tokens[phrase.last - 1].end
