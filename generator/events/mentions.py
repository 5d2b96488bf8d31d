"""Sentences into event mentions: who did what, with what details, when, and how surely."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.events import timing
from generator.events.admission import WEAK, is_earlier, why_not
from generator.events.announcements import with_deed
from generator.events.bounds import bound_by_publication, bound_by_time, bounded
from generator.events.descriptions import describe
from generator.events.drafts import Context, Draft, cause_of_toll, counts_votes, make_draft, one_each, waiting
from generator.events.elaborations import elaboration
from generator.events.entities import Entities
from generator.events.happenings import STATEMENT, Happening, KindTable, find_happenings, is_scheduled, topic_words
from generator.events.introductions import introduction_of
from generator.events.moments import CAUSES
from generator.events.named_happenings import named_happenings, with_cause
from generator.events.openings import during
from generator.events.participants import (
    doer_of,
    entities_of,
    figures_of,
    is_plural_subject,
    shortest_subject,
    theme_of,
)
from generator.events.phrases import end_of_predicate, is_bare, phrase_words
from generator.events.predicates import HEADLINE_LENGTH, PREDICATE_LENGTH, SHORT_PREDICATE, predicate_words
from generator.events.sessions import DAILY, in_session, is_sold
from generator.events.speech import attributed, content_words
from generator.events.story import (
    REACH,
    Story,
    after_sentence,
    next_paragraph,
)
from generator.language.clauses import Clause, Role
from generator.language.forms import Form
from generator.language.lexicon import lexicon
from generator.language.reading import Reading, SentenceReading
from generator.language.tokens import Token
from generator.model import Mention, Modality, Omission, Publication, ResolvedTime

STAGE = "mentions"
# "Suspended him in January", not "suspended her licence".
_HIM = re.compile(r"(?:him|her)(?=$| (?:to|of|from|with|for|in|on|at|as|by|over|after)\b)")
_HIS = re.compile(r"(?:his|her) ")
# "During the peak of the outbreak, a clinic was opened": of another time than the sentence before.
_AT_LENGTH = re.compile(r"(?:During|Throughout|Over) (?:the|his|her|its|their) ")
# "Who was later diagnosed with it".
_LATER = re.compile(r"\b(?:later|subsequently|eventually|afterwards)\b")
_ADDS = re.compile(
    r"^(?:additionally|in addition|furthermore|moreover)\b|\b(?:also|further) (?:said|told|stated)\b|\badded\b",
    re.IGNORECASE,
)
# "Accused the company of lying", not "the company's shares".
_THE_COMPANY = re.compile(
    r"\bthe (?:company|firm|startup|start-up|carmaker|automaker|airline|retailer)"
    r"(?=$| (?:of|to|for|over|after|on|in|with)\b)"
)
_AGAIN = re.compile(r"(?:re|co)-")
_NEEDS_A_DAY = (Form.PRESENT, Form.PROGRESSIVE, Form.CONDITIONAL, Form.INFINITIVE)


def find_mentions(
    reading: Reading,
    times: Sequence[ResolvedTime],
    publication: Publication,
    entities: Entities,
    table: KindTable,
) -> tuple[tuple[Mention, ...], tuple[Omission, ...]]:
    """The mentions of one article in the order of its text, and what looked like one and was dropped, with why."""
    lead = next((i for i, s in enumerate(reading.sentences) if not s.sentence.is_heading), -1)
    stranger = introduction_of(reading, lead)
    context = Context(reading.article, publication, entities, table, describe(reading), lead, stranger)
    mentions: list[Mention] = []
    omissions: list[Omission] = []
    story = Story()
    times = timing.near_their_day(times)
    k = 0
    for position, sentence in enumerate(reading.sentences):
        own: list[ResolvedTime] = []
        while k < len(times) and times[k].expression.start < sentence.sentence.end:
            own.append(times[k])
            k += 1
        if sentence.sentence.is_heading:
            story = Story(bodies=story.bodies)
            continue
        if not sentence.tokens:
            omissions.append(Omission(reading.article, *_span(sentence), STAGE, "too long for a sentence"))
            continue
        if sentence.sentence.paragraph != story.paragraph:
            story = next_paragraph(story, sentence.sentence.paragraph)
        found, dropped = _of_sentence(context, position, sentence, own, story)
        mentions.extend((*found, *named_happenings(context, position, sentence, own, found)))
        omissions.extend(Omission(reading.article, *_span(sentence), STAGE, reason) for reason in dropped)
        story = after_sentence(story, reading.article, sentence, found, own, entities, publication.when)
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
        if happening.attributed and any(d.happening.clause == happening.clause for d in drafts):
            continue
        draft = with_deed(sentence, make_draft(context, sentence, happening, times, story), context.table)
        happening = draft.happening
        now = context.publication.when
        told = [m.when for m in story.mentions if m.own_time]
        to_come = tuple(
            timing.in_story(
                timing.in_tense(t, happening.modality, now, own=timing.stands_at(sentence, draft.clause, t)), told
            )
            for t in draft.times
        )
        if happening.kind.name in DAILY:
            to_come = tuple(in_session(t, story.session) for t in to_come)
        draft = replace(draft, times=to_come)
        if draft.clause.form is Form.PROGRESSIVE and timing.any_to_come(draft.times, context.publication.when):
            happening = replace(happening, modality=Modality.PLANNED)
            draft = replace(draft, happening=happening)
        if not _stands(sentence, draft, context.publication):
            continue
        dated = draft.times or waiting(draft, story, position)
        leads = position == context.lead
        reason = why_not(sentence, happening, draft.subject, draft.resolved, dated, leads=leads)
        if reason in WEAK:
            weak.append(replace(draft, weak=reason))
        elif reason:
            reasons.append(reason)
        else:
            drafts.append(draft)
    tolls = lexicon().lists["toll_verbs"]
    counting = drafts or weak
    counts = bool(counting) and all(d.happening.trigger in tolls and not d.times for d in counting)
    cause = cause_of_toll(context, story, position, sentence) if counts else None
    if not drafts or cause:
        last = cause or (story.mentions[-1] if story.mentions else None)
        more = elaboration(last, position, sentence, context, times, counts=counts)
        if more:
            return [more], []
    reasons += [draft.weak for draft in weak if draft.weak and drafts]
    drafts = one_each(drafts or weak, sentence.clauses)
    mentions: list[Mention] = []
    remark = (story.remark,) if story.remark else ()
    for index, draft in enumerate(drafts):
        mention = _mention(context, position, sentence, draft, _territory(sentence, drafts, index))
        # A sentence that names a time of its own takes none from the one before.
        before = () if any(map(timing.dates, times)) else story.mentions
        mention = _with_time(mention, draft, (*remark, *before, *mentions), context.publication)
        mentions.append(with_cause(context, sentence, mention))
    return mentions, reasons


def _stands(sentence: SentenceReading, draft: Draft, publication: Publication) -> bool:
    """Whether a draft is a plan in more than its form: what is told as present, or as said, needs a day to come."""
    if draft.happening.modality is not Modality.PLANNED or draft.happening.governor is not None:
        return True
    if draft.clause.form not in _NEEDS_A_DAY and not is_scheduled(sentence.tokens, draft.clause):
        return True
    return timing.any_to_come(draft.times, publication.when)


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
    governor = sentence.clauses[happening.governor].lemma if happening.governor is not None else None
    predicate = _predicate(context, sentence, draft, verb, governor)
    named = entities_of(context, sentence, draft, start, end)
    # "Jurors convicted | him": whom the story tells of.
    whom = context.entities.of(context.article, draft.person) if draft.person and draft.person in predicate else None
    return Mention(
        article=context.article,
        start=sentence.sentence.start,
        end=sentence.sentence.end,
        core=sentence.tokens[min(clause.first, draft.phrase.first) if draft.phrase else clause.first].start,
        at=sentence.tokens[clause.group.first].start,
        position=position,
        kind=happening.kind.name,
        trigger=happening.trigger,
        verb=verb,
        passive=clause.group.passive,
        plural=is_plural_subject(sentence, draft),
        bare=is_bare(sentence, clause),
        by_noun=happening.by_noun,
        governor=governor,
        subject=draft.subject,
        object=predicate or None,
        doer=doer_of(context, sentence, draft),
        theme=theme_of(context, sentence, draft.deed or clause) or whom,
        clause=sentence.text_of(start, end),
        entities=named if whom is None or whom in named else (*named, whom),
        figures=figures_of(sentence, clause, start, end, cause=happening.kind.name in CAUSES),
        words=topic_words(territory),
        modality=happening.modality,
        when=context.publication.when,
        reason="",
        hint=draft.hint,
        weak=draft.weak,
        aside=_is_aside(sentence, clause),
        definite=_is_definite(sentence, draft),
    )


def _predicate(context: Context, sentence: SentenceReading, draft: Draft, verb: str, governor: str | None) -> str:
    """What follows the verb in a headline, as far as there is room."""
    clause, happening = draft.clause, draft.happening
    hedge = len("reportedly ") if happening.modality is Modality.CLAIMED else 0
    shown = lexicon().lists["resolving"] | lexicon().lists["planning"] | {"begin", "start"}
    verbs = f"{governor}s to {verb}" if governor in shown else f"{verb}s"
    left = HEADLINE_LENGTH - len(f"{shortest_subject(context, sentence, draft)} {verbs} ") - hedge
    room = max(SHORT_PREDICATE, min(PREDICATE_LENGTH, left))
    predicate = content_words(sentence, happening, left, draft.subject)
    if not predicate and not clause.group.inverted and not _is_clause_lost(sentence, happening):
        predicate = predicate_words(sentence.tokens, clause, end_of_predicate(sentence, clause), room)
    if draft.owner and (his := _HIS.match(predicate)):
        predicate = f"{draft.owner}’s {predicate[his.end() :]}"
    if not predicate and happening.kind.name in CAUSES and clause.role is Role.MAIN and not clause.group.passive:
        predicate = during(sentence, clause)
    if draft.person and (his := _HIM.match(predicate)):
        predicate = draft.person + predicate[his.end() :]
    if draft.company and not (draft.subject or "").endswith(draft.company):
        predicate = _THE_COMPANY.sub(draft.company, predicate)
    return predicate


def _is_clause_lost(sentence: SentenceReading, happening: Happening) -> bool:
    """Whether what is told in a clause of its own found no room, so that its subject is no object of the verb."""
    clause = sentence.clauses[happening.clause]
    told = (c for c in sentence.clauses if c.governor == happening.clause and c.role is Role.CONTENT)
    return any(c.first == clause.group.last or (c.subject and c.subject.first == clause.group.last) for c in told)


def _is_aside(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether a clause tells of another time than its sentence: "which …", "after his party was beaten"."""
    return is_earlier(sentence, clause) or clause.role in (Role.RELATIVE, Role.INSERTED)


def _is_definite(sentence: SentenceReading, draft: Draft) -> bool:
    """Whether a subject is told of as known, and stands for nothing that was told in fuller words before."""
    phrase = draft.phrase
    if phrase is None or draft.subject != phrase_words(sentence.tokens, phrase):
        return False
    return sentence.tokens[phrase.first].lower in ("the", "its", "their", "his", "her")


def _headline_verb(sentence: SentenceReading, happening: Happening, clause: Clause) -> str:
    """The verb as a headline needs it: the participle of a passive, else the base form."""
    if is_scheduled(sentence.tokens, clause):
        return "held"
    if happening.speaker:
        return happening.trigger if happening.attributed else "occur"
    if not clause.group.passive:
        again = _AGAIN.match(sentence.tokens[clause.group.verb].lower)
        return f"{again[0]}{clause.lemma}" if again and not clause.lemma.startswith(again[0]) else clause.lemma
    # "Reported missing"
    return " ".join(t.lower for t in sentence.tokens[clause.group.verb : max(clause.group.last, clause.group.verb + 1)])


def _with_time(mention: Mention, draft: Draft, before: Sequence[Mention], publication: Publication) -> Mention:
    """The mention with its own time, the time of the mention before if the story goes on, or only a bound."""
    for time in draft.times:
        if time.when and timing.fits(time, mention.modality, publication.when):
            when = bounded(time.when, mention.modality, publication.when)
            return replace(mention, when=when, reason=time.reason, time=time, own_time=True)
        if time.absolute and mention.modality is Modality.HAPPENED:
            mention = replace(mention, hint=time)
    # A move that an article tells of a day takes it from its own sentence, or shares that of the article.
    near = [b for b in before if mention.kind not in DAILY or b.start == mention.start]
    told = next((b for b in reversed(near) if _goes_on(b, mention, draft)), None)
    if told and told.time and told.when.latest and _had_been(draft):
        # "Posted on Friday that he had tested positive"
        when, reason = bound_by_time(told.time)
        return replace(mention, when=when, reason=reason, time=told.time)
    if told and told.time:
        place = "the same sentence" if told.start == mention.start else "a sentence before"
        return replace(mention, when=told.when, reason=f"{told.time.reason}, in {place}", time=told.time)
    if draft.shared and draft.shared.when and mention.modality is Modality.HAPPENED and not mention.weak:
        reason = f"{draft.shared.reason}, in a sentence before"
        return replace(mention, when=draft.shared.when, reason=reason, time=draft.shared)
    if draft.ended_by and mention.modality is Modality.HAPPENED:
        when, reason = bound_by_time(draft.ended_by)
        return replace(mention, when=when, reason=reason, time=draft.ended_by)
    when, reason = bound_by_publication(mention.modality, publication)
    return replace(mention, when=when, reason=reason)


def _goes_on(before: Mention, mention: Mention, draft: Draft) -> bool:
    """Whether a mention without a time goes on with the story of the one before, so that its time holds for it too."""
    if mention.weak or before.aside or before.time is None or not timing.carries(before.when, before.modality):
        return False
    if before.trigger == "bear":
        return False  # What somebody did was not done on the day of the birth.
    if mention.modality is not Modality.HAPPENED:
        return False
    if mention.start != before.start and (mention.aside or _LATER.search(mention.clause)):
        return False
    if mention.position - before.position == 1 and counts_votes(before.trigger, mention.trigger):
        return True
    if _retells(before, mention) or _goes_on_saying(before, mention, draft):
        return True
    if mention.kind == STATEMENT:
        # "Visited the town on Wednesday and promised help".
        joined = before.start == mention.start and draft.clause.role is Role.COORDINATE
        return (joined and before.doer == mention.doer is not None) or _adds(before, mention)
    if mention.kind == before.kind and mention.kind in DAILY:
        return is_sold(before.words) == is_sold(mention.words)
    if mention.position - before.position > 1 or (
        mention.position != before.position and _AT_LENGTH.match(mention.clause)
    ):
        return False
    same = mention.trigger == before.trigger and not set(mention.entities).isdisjoint(before.entities)
    same = same or (mention.doer is not None and mention.doer in (before.doer, before.theme))
    # "A former advisor was sentenced on Wednesday. Paul Holm was sentenced to five years."
    same = same or (mention.trigger == before.trigger and before.doer is None)
    if mention.kind == before.kind and (mention.kind in CAUSES or same):
        return True
    together = before.start == mention.start and not mention.aside
    return together and bool(set(mention.entities) & set(before.entities))


def _had_been(draft: Draft) -> bool:
    return draft.clause.form is Form.PLUPERFECT and not draft.clause.group.passive


def _retells(before: Mention, mention: Mention) -> bool:
    """Whether the next sentence tells a deed again ("Costa admitted his guilt on Monday. He pleaded guilty to …")."""
    if mention.position - before.position != 1 or before.modality is not Modality.HAPPENED:
        return False
    pleads = lexicon().lists["pleading"]
    if mention.trigger in pleads and before.trigger in pleads:
        return mention.doer is not None and mention.doer == before.doer
    return False


def _goes_on_saying(before: Mention, mention: Mention, draft: Draft) -> bool:
    """Whether who said something on a day goes on in the next sentence ("He vowed that …")."""
    says = lexicon().lists["speech"]
    if mention.kind != STATEMENT or before.trigger not in says or mention.position - before.position != 1:
        return False
    same = mention.doer is not None and mention.doer == before.doer
    return same and draft.resolved and draft.clause.form is Form.PAST


def _adds(before: Mention, mention: Mention) -> bool:
    """Whether a remark goes on with the one before of the same speaker ("Additionally, Ford said", "He also said")."""
    if before.kind != STATEMENT or mention.position - before.position > REACH or not _ADDS.search(mention.clause):
        return False
    short = f"{before.subject} ".startswith(f"{mention.subject} ")
    return mention.doer is not None and (mention.doer == before.doer or short)
