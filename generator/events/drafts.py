"""Happenings on their way to mentions: each with its subject, its times, and only one for each thing that is told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.dates.when import before
from generator.events import timing
from generator.events.descriptions import NOTHING, Descriptions, taken_up
from generator.events.entities import Entities
from generator.events.happenings import STATEMENT, Happening, KindTable, topic_words
from generator.events.introductions import Introduction
from generator.events.modality import announced, announcement
from generator.events.moments import CAUSES
from generator.events.neighbours import counted_back, overtaken_by, times_at_once
from generator.events.openings import lasting, times_of_opening
from generator.events.phrases import is_pronoun, phrase_words
from generator.events.sessions import DAILY, counts_sales, spans_more
from generator.events.story import (
    Story,
    antecedent_of,
    company_before,
    is_company,
    own_name,
    told_by,
    with_company,
    within,
)
from generator.language.clauses import Clause, Role
from generator.language.forms import Form
from generator.language.lexicon import lexicon
from generator.language.reading import SentenceReading
from generator.language.subjects import Phrase
from generator.model import EntityKind, Mention, Modality, Publication, ResolvedTime

DEATH = "death"
# Sentences after that which opens with a disaster within which its toll may be counted.
_COUNTED_WITHIN = 6


_PERSONAL = ("sentencing", "arraignment")


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a whole article while its sentences are read.

    `lead` is the number of the first of them, `stranger` whom that tells of without a name.
    """

    article: str
    publication: Publication
    entities: Entities
    table: KindTable
    descriptions: Descriptions = NOTHING
    lead: int = -1
    stranger: Introduction | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A happening on its way to a mention: its subject in words, whether that was a pronoun, and its own times.

    `person` is whom "him" or "her" means where the sentence itself names nobody, `owner` whose "his" is where a body
    does something. `ended_by` is the time of what came
    after in the same sentence, `shared` that of the article's other figures, and `company` what "the
    company" means in what it says.
    """

    happening: Happening
    clause: Clause
    phrase: Phrase | None
    subject: str | None
    resolved: bool
    times: tuple[ResolvedTime, ...]
    hint: ResolvedTime | None = None
    weak: str | None = None
    person: str | None = None
    company: str | None = None
    ended_by: ResolvedTime | None = None
    shared: ResolvedTime | None = None
    owner: str | None = None
    deed: Clause | None = None


def cause_of_toll(context: Context, story: Story, position: int, sentence: SentenceReading) -> Mention | None:
    """The disaster or the like whose toll a sentence may count: that of the sentence before, or of the opening.

    What was told in the opening is far back, and not meant where another place is named.
    """
    last = story.mentions[-1] if story.mentions else None
    if last is not None and last.kind in CAUSES and position - last.position <= 1:
        return last
    first = story.cause
    if first is None or position - first.position > _COUNTED_WITHIN:
        return None
    places = (n.text for n in sentence.names if n.kind is EntityKind.PLACE)
    elsewhere = any(context.entities.of(context.article, place) not in first.entities for place in places)
    return None if elsewhere else first


def counts_votes(before: str, trigger: str) -> bool:
    """Whether a deed is what came of the vote before it ("Darva voted on Sunday. Most seats went to the Greens")."""
    return before in ("vote", "election", "referendum", "poll") and trigger in ("elect", "win", "lose", "defeat")


def waiting(draft: Draft, story: Story, position: int) -> tuple[ResolvedTime, ...]:
    """A time that may yet date a draft: its own in an undated article, or that of a sentence before."""
    if draft.hint:
        return (draft.hint,)
    kind = draft.happening.kind.name
    if draft.shared:
        return (draft.shared,)
    trigger = draft.happening.trigger
    told = (
        m for m in story.mentions if (m.kind == kind or counts_votes(m.trigger, trigger)) and position - m.position <= 1
    )
    return tuple(m.time for m in told if m.time and not m.aside and timing.carries(m.when, m.modality))[:1]


def _shared_time(
    story: Story, sentence: SentenceReading, clause: Clause, times: Sequence[ResolvedTime]
) -> ResolvedTime | None:
    """The time that a move without one shares with the article's others: the month of sales, or the day of trading."""
    first = min(clause.first, clause.subject.first) if clause.subject else clause.first
    own = topic_words(sentence.tokens[first : clause.last])
    if spans_more(sentence, clause, times):
        return None
    return story.period if counts_sales(own, topic_words(sentence.tokens)) else story.session


def make_draft(
    context: Context, sentence: SentenceReading, happening: Happening, times: Sequence[ResolvedTime], story: Story
) -> Draft:
    """The draft of a happening, with whom its pronoun means and the times that are its own."""
    clause = sentence.clauses[happening.clause]
    phrase = happening.speaker or clause.subject
    if phrase and phrase == happening.speaker and not happening.attributed:
        clause = replace(clause, group=replace(clause.group, last=phrase.last), subject=phrase)
    subject = (phrase_words(sentence.tokens, phrase) or None) if phrase else None
    resolved = False
    told = announced(sentence.clauses, happening.clause)
    if told and told.subject and subject and _may_be(sentence, told.subject, subject):
        subject = phrase_words(sentence.tokens, told.subject)
        resolved = not is_pronoun(subject)
    if phrase and subject and is_pronoun(subject):
        before = told_by(story, sentence, clause) or within(story, sentence, phrase, context.article, context.entities)
        subject = antecedent_of(before, subject) or own_name(sentence, phrase)
        resolved = subject is not None
    elif subject and phrase:
        # Whom the sentence itself names comes before what the article told of: "OpenAI's Weil said the company's …".
        near = with_company(replace(story, maker=None), sentence, phrase, subject)
        start = sentence.tokens[phrase.first].start
        bodies = (n for n in sentence.names if n.end <= start and n.kind is not EntityKind.PERSON)
        named = is_company(subject) and any(bodies)
        told_of = taken_up(context.descriptions, sentence, phrase, subject) if near == subject and not named else None
        far = with_company(story, sentence, phrase, subject) if near == subject and not named else near
        subject = told_of.words if told_of else far
        resolved = told_of.named if told_of else resolved
        if named_later := _named_later(context, sentence, phrase) or _of_person(story, subject or ""):
            subject, resolved = named_later, True
    own = _own_times(sentence, happening, times, story, context.publication)
    hint = None if own else timing.hint_of(sentence, times, happening)
    strangers = not resolved and not sentence.names
    person = story.person if strangers else None
    ended_by = None if own else overtaken_by(sentence, times, happening) or _said_on(sentence, times, happening)
    shared = _shared_time(story, sentence, clause, times) if happening.kind.name in DAILY else None
    company = company_before(story, sentence, sentence.tokens[clause.group.first].start)
    draft = Draft(happening, clause, phrase, subject, resolved, own, hint, person=person, company=company)
    shared = shared or story.entry
    return replace(draft, ended_by=ended_by, shared=shared, owner=_owner(context, sentence, draft, story))


def _said_on(sentence: SentenceReading, times: Sequence[ResolvedTime], happening: Happening) -> ResolvedTime | None:
    """The time at which a sentence ends by saying who told it ("died of the flu, the government announced Monday")."""
    said = announcement(sentence.clauses, happening.clause)
    if said is None or sentence.clauses[happening.clause].form is not Form.PAST:
        return None
    own = timing.times_of(sentence, times, replace(happening, clause=said))
    return next((t for t in own if t.when and t.when.latest), None)


def _owner(context: Context, sentence: SentenceReading, draft: Draft, story: Story) -> str | None:
    """Whose "his" is in what a body does to somebody of whom the story tells ("The government announced his death")."""
    if draft.resolved or draft.phrase is None or story.person is None:
        return None
    if any(n.kind is EntityKind.PERSON or context.entities.is_person(context.article, n.text) for n in sentence.names):
        return None
    own = sentence.tokens[draft.phrase.first : draft.phrase.last]
    lists = lexicon().lists
    return story.person if any(t.lower in lists["state_bodies"] | lists["known_alone"] for t in own) else None


def _named_later(context: Context, sentence: SentenceReading, phrase: Phrase) -> str | None:
    """The stranger of the report's first sentence with the name that he is given later."""
    known = context.stranger
    return known.words if known and (known.start, known.phrase) == (sentence.sentence.start, phrase) else None


def _of_person(story: Story, subject: str) -> str | None:
    """Whose sentencing or funeral it is that is told of without saying so ("Sentencing is scheduled for")."""
    return f"{story.person}’s {subject.lower()}" if story.person and subject.lower() in _PERSONAL else None


def _may_be(sentence: SentenceReading, told: Phrase, subject: str) -> bool:
    """Whether who says so at a sentence's end is what it tells of ("Vesta will build a plant, | it said")."""
    if subject.lower() in ("he", "she"):
        start, end = sentence.tokens[told.first].start, sentence.tokens[told.last - 1].end
        return any(n.kind is EntityKind.PERSON for n in sentence.names if start <= n.start < end)
    return subject.lower() in ("it", "they") or is_company(subject)


def _own_times(
    sentence: SentenceReading,
    happening: Happening,
    times: Sequence[ResolvedTime],
    story: Story,
    publication: Publication,
) -> tuple[ResolvedTime, ...]:
    """The times of a happening's own clause, or those that it has from another clause of its sentence."""
    own = timing.times_of(sentence, times, happening) or times_at_once(sentence, times, happening)
    own = own or counted_back(sentence, times, happening, story.latest)
    own = own or times_of_opening(sentence, times, happening) or lasting(sentence, times, happening, publication)
    clause = sentence.clauses[happening.clause]
    above = clause.governor if clause.role is Role.COORDINATE else None
    if not own and above is not None and sentence.clauses[above].lemma in lexicon().lists["stative"]:
        # "Was brought before a judge on Tuesday and charged".
        own = timing.times_of(sentence, times, replace(happening, clause=above))
    told = clause.form in (Form.PROGRESSIVE, Form.PERFECT)
    said = announcement(sentence.clauses, happening.clause) if told else None
    if not own and said is not None:
        own = timing.times_of(sentence, times, replace(happening, clause=said))
        if clause.form is not Form.PROGRESSIVE:  # "Have been identified, police said on Monday"
            own = [replace(t, when=before(t.when.latest)) for t in own if t.when and t.when.latest]
    return tuple(own)


def one_each(drafts: Sequence[Draft], clauses: Sequence[Clause]) -> list[Draft]:
    """The drafts of a sentence without those that tell the same thing of the same subject twice."""
    kept: list[Draft] = []
    ends = {d.happening.governor for d in drafts if d.clause.role is Role.INFINITIVE}
    tolls = lexicon().lists["toll_verbs"]
    causes = [d for d in drafts if d.happening.kind.name in CAUSES and d.happening.trigger not in tolls]
    for draft in drafts:
        if draft.happening.modality is Modality.PLANNED and not draft.times and _is_announced(draft, drafts, clauses):
            continue
        if draft.happening.clause in ends or (causes and draft.happening.trigger in tolls):
            continue
        same = [d for d in kept if d.subject == draft.subject and d.happening.kind == draft.happening.kind]
        if same and (draft.happening.kind.name == STATEMENT or not draft.times):
            continue
        if draft.happening.kind.name == DEATH:
            # "Burned to death or suffocated in Thursday's fire" tells one thing, and when.
            kept = [d for d in kept if d not in same or d.times]
        kept.append(draft)
    return kept


def _is_announced(draft: Draft, drafts: Sequence[Draft], clauses: Sequence[Clause]) -> bool:
    """Whether a plan is what another draft announces ("announced that it intends to buy", "will build, it said")."""
    told = {d.happening.clause for d in drafts if d.happening.kind.name == STATEMENT or d.clause.lemma == "announce"}
    told -= {draft.happening.clause}
    tail = announcement(clauses, draft.happening.clause)
    if tail in told:
        return True
    inner = draft.clause
    while inner.role in (Role.INFINITIVE, Role.CONTENT) and inner.governor is not None:
        if inner.role is Role.CONTENT and inner.governor in told:
            return True
        inner = clauses[inner.governor]
    return False
