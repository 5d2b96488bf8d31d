"""The time that opens a sentence: in which all its verbs were done, or since which one was done for so long."""

from collections.abc import Sequence
from dataclasses import replace

from generator.dates.meaning import Length
from generator.dates.periods import Unit
from generator.dates.when import span, within
from generator.events.happenings import Happening
from generator.events.timing import times_of
from generator.language.clauses import Clause, Role
from generator.language.forms import Form
from generator.language.lexicon import lexicon
from generator.language.names import written
from generator.language.reading import SentenceReading
from generator.language.tokens import Tag
from generator.model import Precision, Publication, ResolvedTime

_BEGINS = ("beginning", "starting")


def times_of_opening(
    reading: SentenceReading, times: Sequence[ResolvedTime], happening: Happening
) -> list[ResolvedTime]:
    """The times before the subject that a verb shares with the one before it ("In 1997, Costa did this and | that")."""
    clauses = reading.clauses
    clause = clauses[happening.clause]
    first = clause
    while first.role is Role.COORDINATE and first.governor is not None:
        first = clauses[first.governor]
    if first is clause or first.role is not Role.MAIN or first.subject is None or first.subject != clause.subject:
        return []
    if clause.form is not first.form or _is_later(reading, clause):
        return []
    above = times_of(reading, times, replace(happening, clause=clauses.index(first)))
    opens = reading.tokens[first.subject.first].start
    return [t for t in above if t.expression.start < opens]


def lasting(
    reading: SentenceReading, times: Sequence[ResolvedTime], happening: Happening, publication: Publication
) -> list[ResolvedTime]:
    """The span of what began at a time ("Beginning in 2010 and continuing for seven years, he murdered …")."""
    tokens, clause = reading.tokens, reading.clauses[happening.clause]
    first = next((c for c in reading.clauses if c.role is Role.MAIN), None)
    if tokens[0].lower not in _BEGINS or clause is not first or clause.form is not Form.PAST:
        return []
    comma = next((t.start for t in tokens if t.tag is Tag.COMMA), 0)
    opening = [t for t in times if t.expression.start < comma]
    began = opening[0] if opening else None
    if began is None or began.when is None or began.when.earliest is None or began.expression.start > tokens[3].end:
        return []
    latest = publication.when.latest
    length = next((t.expression.meaning for t in opening[1:] if isinstance(t.expression.meaning, Length)), None)
    if length and length.count and began.when.latest:
        years = int(length.count) if length.unit is Unit.YEAR else 0
        if years and began.when.precision is Precision.YEAR:
            end = began.when.latest.replace(year=began.when.latest.year + years)
            return [replace(began, when=span(began.when.earliest, end, lasted=True))]
    if latest is None or latest < began.when.earliest:
        return []
    return [replace(began, when=within(began.when.earliest, latest))]


def _is_later(reading: SentenceReading, clause: Clause) -> bool:
    """Whether a verb says that it came after what was told before ("and | later blocked the assets")."""
    own = reading.tokens[clause.first : clause.group.last]
    return any(lexicon().has("later_adverbs", t.lower) for t in own)


def during(reading: SentenceReading, clause: Clause) -> str:
    """What a sentence opens with that names the occasion ("During the funeral of Costa on Monday, a stampede …")."""
    tokens = reading.tokens
    comma = next((k for k, t in enumerate(tokens) if t.tag is Tag.COMMA), 0)
    if tokens[0].lower != "during" or clause.subject is None or clause.subject.first != comma + 1:
        return ""
    time = next((k for k in range(1, comma) if tokens[k].tag is Tag.TIME), comma)
    last = time - (time < comma and tokens[time - 1].tag is Tag.PREPOSITION)
    own = tokens[:last]
    named = any(tokens[0].start <= n.start < own[-1].end for n in reading.names)
    if not named or any(t.tag in (Tag.PAST, Tag.BE, Tag.HAVE, Tag.RELATIVE, Tag.STOP) for t in own):
        return ""
    words = written(own)
    return f"{words[:1].lower()}{words[1:]}"
