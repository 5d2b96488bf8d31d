"""Happenings that a sentence only names, with their day: "Monday's explosion", "killed in the earthquake of 8 October".

Such words tell no event of their own; they make an article a source of one that another tells, with the day and the
toll that it gives.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.events import timing
from generator.events.drafts import Context
from generator.events.happenings import topic_words
from generator.events.moments import CAUSES
from generator.language.lexicon import lexicon, noun_base
from generator.language.reading import SentenceReading
from generator.language.tokens import Tag, Token
from generator.model import Mention, Modality, Precision, ResolvedTime

NAMED = "only named, in a sentence that tells something else"
_BETWEEN = 4
"""Words that may stand between a day and what happened on it: "Sunday's 6.4-magnitude | quake"."""
_REACH = 8
"""Words after a happening's name within which the place stands where it was."""
# "Monday's fire", whose word may be a verb elsewhere.
_NOUNS = (Tag.NOUN, Tag.BASE)
_WHERE = ("in", "at", "near", "off", "on", "outside")


def named_happenings(
    context: Context, position: int, sentence: SentenceReading, times: Sequence[ResolvedTime], told: Sequence[Mention]
) -> Iterator[Mention]:
    """The disasters and the like that a sentence names with their day, and of which it tells nothing else itself."""
    days = {t.expression.start: t for t in times if t.when and t.when.precision is Precision.DAY and timing.dates(t)}
    if not days:
        return
    known = {m.trigger for m in told if m.kind in CAUSES}
    for i, token in enumerate(sentence.tokens):
        if token.tag not in _NOUNS or token.quoted:
            continue
        noun = noun_base(token.lower)
        kind = next((k for k in context.table.nouns.get(noun, []) if k.name in CAUSES), None)
        if kind is None or noun in known:
            continue
        time = None if _is_gunfire(sentence.tokens, i) else _day_of(sentence.tokens, i, days)
        if time is not None and time.when is not None and _is_past(context, time):
            yield _mention(context, position, sentence, i, noun, kind.name, time)


def _is_gunfire(tokens: Sequence[Token], at: int) -> bool:
    """Whether "fire" is that of weapons ("rifle fire on Tuesday")."""
    return tokens[at].lower == "fire" and at > 0 and lexicon().has("weapons", tokens[at - 1].lower)


def with_cause(context: Context, sentence: SentenceReading, mention: Mention) -> Mention:
    """A toll as a report of what took it, where its day is that of a happening named: "died in | Monday's fire"."""
    if mention.trigger not in lexicon().lists["toll_verbs"] or mention.time is None or not mention.own_time:
        return mention
    days = {mention.time.expression.start: mention.time}
    for i, token in enumerate(sentence.tokens):
        noun = noun_base(token.lower)
        kind = next((k for k in context.table.nouns.get(noun, []) if k.name in CAUSES), None)
        if kind is not None and token.tag in _NOUNS and _day_of(sentence.tokens, i, days):
            return replace(mention, trigger=noun, kind=kind.name)
    return mention


def _is_past(context: Context, time: ResolvedTime) -> bool:
    published = context.publication.when.latest
    return bool(published and time.when and time.when.latest and time.when.latest <= published)


def _day_of(tokens: Sequence[Token], noun: int, days: dict[int, ResolvedTime]) -> ResolvedTime | None:
    """The day that stands with a noun: before it as its owner, or behind it after "of" or "on"."""
    for i in range(noun - 1, max(-1, noun - _BETWEEN - 2), -1):
        if tokens[i].tag is Tag.POSSESSIVE:
            return days.get(tokens[i - 1].start) if i else None
        if tokens[i].tag in (Tag.PREPOSITION, Tag.COMMA, Tag.STOP, Tag.CONJUNCTION):
            break
    if noun + 2 < len(tokens) and tokens[noun + 1].lower in ("of", "on"):
        return days.get(tokens[noun + 2].start)
    return None


def _mention(
    context: Context,
    position: int,
    sentence: SentenceReading,
    at: int,
    noun: str,
    kind: str,
    time: ResolvedTime,
) -> Mention:
    tokens = sentence.tokens
    people = lexicon().lists["person_nouns"] | {"people", "worker", "employee"}
    return Mention(
        article=context.article,
        start=sentence.sentence.start,
        end=sentence.sentence.end,
        core=tokens[at].start,
        at=tokens[at].start,
        position=position,
        kind=kind,
        trigger=noun,
        verb=noun,
        by_noun=True,
        subject=None,
        object=None,
        clause=sentence.sentence.text,
        entities=_places(context, sentence, at),
        figures=tuple(f for f in sentence.figures if f.kind == "count" and f.unit in people),
        words=topic_words(tokens[max(0, at - _BETWEEN) : at + _REACH]),
        modality=Modality.HAPPENED,
        when=time.when or context.publication.when,
        reason=time.reason,
        time=time,
        own_time=True,
        weak=NAMED,
    )


def _places(context: Context, sentence: SentenceReading, at: int) -> tuple[str, ...]:
    """The names behind a happening's that say where it was ("Monday's attack | in Darva")."""
    own = sentence.tokens[at + 1 : at + _REACH]
    end = next((t.start for t in own if t.tag in (Tag.COMMA, Tag.STOP, Tag.RELATIVE)), own[-1].end if own else 0)
    after = [t for t in own if t.start < end]
    if not any(t.lower in _WHERE for t in after):
        return ()
    ids = (
        context.entities.of(context.article, n.text) for n in sentence.names if sentence.tokens[at].end <= n.start < end
    )
    return tuple(dict.fromkeys(i for i in ids if i))
