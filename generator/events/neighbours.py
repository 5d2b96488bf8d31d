"""The time that a happening has from another which its sentence tells: at once, so many days before, or by then."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from generator.events.happenings import Happening
from generator.events.timing import times_of
from generator.language.clauses import Role
from generator.language.forms import Form
from generator.language.lexicon import lexicon
from generator.language.reading import SentenceReading
from generator.model import Mention, Precision, ResolvedTime

_FEW = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
# What opens the clause of a deed that another had come before.
_OVERTAKING = {"but", "before", "until", "when"}
_COMES = ("come", "comes", "came")


def times_at_once(reading: SentenceReading, times: Sequence[ResolvedTime], happening: Happening) -> list[ResolvedTime]:
    """The times of what happened at the same time in the same sentence ("… when an earthquake struck on 4 March")."""
    clauses = reading.clauses
    own = clauses[happening.clause]
    if _at_once(reading, happening.clause) and own.governor is not None:
        return times_of(reading, times, replace(happening, clause=own.governor))
    beside = next((i for i, c in enumerate(clauses) if c.governor == happening.clause and _at_once(reading, i)), None)
    return [] if beside is None else times_of(reading, times, replace(happening, clause=beside))


def counted_back(
    reading: SentenceReading, times: Sequence[ResolvedTime], happening: Happening, told: Mention | None
) -> list[ResolvedTime]:
    """The day of what another deed followed by so many days ("closed on 3 May, a day after Vesta bought it")."""
    clause, tokens = reading.clauses[happening.clause], reading.tokens
    after = clause.subject.first - 1 if clause.subject else clause.first
    if clause.role is not Role.ADVERBIAL or after < 1 or tokens[after].lower != "after":
        return []
    words = tokens[after - 1].lower.split()
    number = _FEW.get(words[0]) if words[1:] in (["day"], ["days"]) else None
    if number is None:
        return []
    if after > 1 and tokens[after - 2].lower in _COMES:
        # "The move comes a day after …" takes up what the sentence before tells.
        known = told.time if told and told.when.precision is Precision.DAY else None
    else:
        known = _day_above(reading, times, happening)
    if known is None or known.when is None or known.when.earliest is None:
        return []
    earlier = known.when.earliest - timedelta(days=number)
    reason = f"{known.reason}, {' '.join(words)} before"
    when = replace(known.when, earliest=earlier, latest=earlier)
    return [replace(known, when=when, timex3=earlier.isoformat(), reason=reason)]


def _day_above(reading: SentenceReading, times: Sequence[ResolvedTime], happening: Happening) -> ResolvedTime | None:
    """The day of the clause that governs a happening's, or of that which says so."""
    above = reading.clauses[happening.clause].governor
    while above is not None:
        own = times_of(reading, times, replace(happening, clause=above))
        if own:
            return own[0] if own[0].when and own[0].when.precision is Precision.DAY else None
        clause = reading.clauses[above]
        above = clause.governor if clause.role is Role.CONTENT else None
    return None


def _at_once(reading: SentenceReading, index: int) -> bool:
    clause = reading.clauses[index]
    opens = reading.tokens[clause.first].lower
    above = reading.clauses[clause.governor].lemma if clause.governor is not None else ""
    # Whom a collapse traps or kills it does so at once: "were trapped on Thursday after a gallery caved in".
    took = opens == "after" and lexicon().has("toll_verbs", above)
    return clause.role is Role.ADVERBIAL and (opens in ("when", "as") or took)


def _by_graduation(
    reading: SentenceReading, times: Sequence[ResolvedTime], happening: Happening
) -> ResolvedTime | None:
    """When somebody left the school at which he did something ("during his studies at Lund, where he graduated in")."""
    for index, clause in enumerate(reading.clauses):
        if clause.governor == happening.clause and clause.role is Role.RELATIVE and clause.lemma == "graduate":
            own = times_of(reading, times, replace(happening, clause=index))
            return next((t for t in own if t.when and t.when.latest), None)
    return None


def overtaken_by(reading: SentenceReading, times: Sequence[ResolvedTime], happening: Happening) -> ResolvedTime | None:
    """The time of what a sentence tells after what had happened ("had agreed to lease, but in 2003 it emerged …")."""
    clauses = reading.clauses
    clause = clauses[happening.clause]
    above = clauses[clause.governor] if clause.governor is not None else clause
    if graduated := _by_graduation(reading, times, happening):
        return graduated
    had = clause.form is Form.PLUPERFECT or (clause.form is Form.INFINITIVE and above.form is Form.PLUPERFECT)
    if not had:
        return None
    for index in range(happening.clause + 1, len(clauses)):
        later = clauses[index]
        opening = {t.lower for t in reading.tokens[later.first - 1 : later.first + 1]}
        if later.form is Form.PAST and opening & _OVERTAKING:
            own = times_of(reading, times, replace(happening, clause=index))
            return next((t for t in own if t.when and t.when.latest), None)
    return None
