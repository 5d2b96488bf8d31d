"""Which time belongs to which happening of a sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from generator.dates.when import before, day, overlaps, parse_edtf, span, to_words, within
from generator.events.asides import aside_times
from generator.events.happenings import STATEMENT, Happening
from generator.events.phrases import is_pronoun
from generator.language.clauses import Clause, Role
from generator.language.forms import Form
from generator.language.lexicon import lexicon
from generator.language.reading import SentenceReading
from generator.language.tokens import Tag, Token
from generator.model import EntityKind, Modality, Precision, ResolvedTime, TimexType, When

# How well a time serves as the date of an event; those that are missing here do so only where nothing else is.
_FINENESS = {p: i for i, p in enumerate(Precision)}
_PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")
_IS_A_DAY = re.compile(r"day\b|night|morning|evening|\b\d\d?\b")
DAYS_OF_WEEK = 7
_TAKES_UP = re.compile(r"\b(?:the|that|same) day\b", re.IGNORECASE)
# After so many characters, four sentences or so, a day is no longer in a reader's mind.
_IN_MIND = 700
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# A bare day is read as the nearest; one so many days ahead cannot be meant of a deed.
FAR_AHEAD = 100
_BARE_DAYS = ("<day> <month>", "<month> <day>")
# An hour, and what names its day.
_HOUR = re.compile(r"T\d")
_ITS_DAY = re.compile(r"day\b|morning|night|evening|noon\b|[A-Z][a-z]{2,}|tomorrow")
# A sentence may take over the time of the one before only if that is as narrow as this.
_CARRIED = (Precision.DAY, Precision.WEEK)


def times_of(reading: SentenceReading, times: Sequence[ResolvedTime], happening: Happening) -> list[ResolvedTime]:
    """The times that stand in a happening's own clause, best first.

    A time in a clause that reports nothing itself counts for the clause that governs it, unless that only reports
    what somebody says. Best is the finest, then the nearest to the verb.
    """
    verb = reading.tokens[reading.clauses[happening.clause].group.verb].start
    aside = aside_times(reading) - _since(reading, happening) | _of_object(reading, times, happening)
    aside |= _of_subject(reading, times, happening)
    since = _since(reading, happening)
    own = [t for t in times if dates(t) and t.expression.start not in aside and _clause_of(reading, t, happening)]
    own = [
        _beginning(t) if t.expression.start in since else t if happening.kind.name == "market" else _by_then(reading, t)
        for t in own
    ]
    own = [t for t in own if not _rank(t, own)[1]] or own
    own = _without_handed_on(reading, own, happening)
    best = sorted(own, key=lambda t: (_rank(t, own), abs(t.expression.start - verb)))
    return [_with_next(reading, best[0], best), *best[1:]] if best else []


def _since(reading: SentenceReading, happening: Happening) -> set[int]:
    """The times since which something has lasted, so that it was done then ("had been suspended since 24 July")."""
    clause = reading.clauses[happening.clause]
    lasts = clause.group.passive and clause.form in (Form.PERFECT, Form.PLUPERFECT)
    if not lasts or clause.lemma not in lexicon().lists["lasting_deeds"]:
        return set()
    return {t.start for last, t in pairwise(reading.tokens[clause.group.last : clause.last]) if last.lower == "since"}


def _beginning(time: ResolvedTime) -> ResolvedTime:
    """The time at which that began which has lasted "since" then."""
    return replace(time, when=parse_edtf(time.timex3)) if _PLAIN.fullmatch(time.timex3) else time


def _without_handed_on(reading: SentenceReading, times: list[ResolvedTime], happening: Happening) -> list[ResolvedTime]:
    """The times but those of a participle, where the clause itself names a day ("on Friday … made the day before")."""
    inserted = [c for c in reading.clauses if c.role is Role.INSERTED and c.governor == happening.clause]
    spans = [(reading.tokens[c.first].start, reading.tokens[c.last - 1].end) for c in inserted]
    direct = [t for t in times if not any(left <= t.expression.start < right for left, right in spans)]
    days = any(t.when and t.when.precision is Precision.DAY for t in direct)
    return direct if days else times


def _rank(time: ResolvedTime, others: Sequence[ResolvedTime]) -> tuple[int, bool]:
    """How fine a time is; an hour whose day is only counted from another mention comes after a day that is named."""
    fineness = _FINENESS[time.when.precision] if time.when else 99
    named = any(t.when and t.when.precision is Precision.DAY and not _HOUR.search(t.timex3) for t in others)
    bare = _HOUR.search(time.timex3) is not None and not _ITS_DAY.search(time.expression.text)
    return fineness, named and bare


def _of_subject(reading: SentenceReading, times: Sequence[ResolvedTime], happening: Happening) -> set[int]:
    """The years of what does something, which are not when it does it ("An eruption in 2008 was found to have …")."""
    subject = reading.clauses[happening.clause].subject
    if subject is None or happening.by_noun:
        return set()
    own = {t.start for t in reading.tokens[subject.first + 1 : subject.last] if t.tag is Tag.TIME}
    return own & {t.expression.start for t in times if t.when and t.when.precision is Precision.YEAR}


def _by_then(reading: SentenceReading, time: ResolvedTime) -> ResolvedTime:
    """The time, or all before it ends where things only stood so "as of" then."""
    at = next((i for i, t in enumerate(reading.tokens) if t.start == time.expression.start), 0)
    told = [t.lower for t in reading.tokens[max(0, at - 2) : at]] == ["as", "of"]
    return replace(time, when=before(time.when.latest)) if told and time.when and time.when.latest else time


def _with_next(reading: SentenceReading, time: ResolvedTime, others: Sequence[ResolvedTime]) -> ResolvedTime:
    """The time, or both where "and" joins the next to it ("in 2001 and 2002")."""
    tokens = reading.tokens
    at = next((i for i, t in enumerate(tokens) if t.start == time.expression.start), len(tokens))
    earlier = next((t for t in others if 1 < at < len(tokens) and t.expression.start == tokens[at - 2].start), None)
    if earlier and tokens[at - 1].lower in ("and", "or"):
        return _with_next(reading, earlier, others)
    if at + 2 >= len(tokens) or tokens[at + 1].lower not in ("and", "or"):
        return time
    following = next((t for t in others if t.expression.start == tokens[at + 2].start), None)
    one, two = time.when, following.when if following else None
    if one is None or two is None or one.latest is None or two.earliest is None:
        return time
    if one.precision is not two.precision and tokens[at + 1].lower == "and":
        return time
    if two.earliest - one.latest != timedelta(days=1) or one.earliest is None or two.latest is None:
        return time
    # "Monday or Tuesday" is one of both.
    both = tokens[at + 1].lower == "and"
    return replace(time, when=span(one.earliest, two.latest, lasted=True) if both else within(one.earliest, two.latest))


def _of_deed(reading: SentenceReading, clause: Clause) -> set[int]:
    """The times of what somebody is said to have done ("denied killing her on 3 March", "convicted of selling …")."""
    own = reading.tokens[clause.group.last : clause.last]
    # "Of selling", though not "of money laundering".
    ties = (Tag.PREPOSITION, Tag.CONJUNCTION, Tag.ADVERB)
    told = (k for k, t in enumerate(own) if t.tag is Tag.PROGRESSIVE and (not k or own[k - 1].tag in ties))
    doing = next(told, len(own))
    return {t.start for t in own[doing:]} if clause.lemma in lexicon().lists["charging"] else set()


def _of_object(reading: SentenceReading, times: Sequence[ResolvedTime], happening: Happening) -> set[int]:
    """The times of what is spoken of: who "condemned Tuesday's attack" did not do so on Tuesday."""
    clause = reading.clauses[happening.clause]
    if deed := _of_deed(reading, clause):
        return deed
    if clause.lemma in ("report", "post") or happening.kind.name == "results":
        # "Reported a loss in the fourth quarter" is no report of that quarter.
        coarse = (Precision.QUARTER, Precision.HALF, Precision.YEAR)
        spoken_of = {
            token.start
            for before, token in pairwise(reading.tokens[clause.group.last :])
            if before.lower in ("in", "for", "during") and token.tag is Tag.TIME
        }
        return spoken_of & {t.expression.start for t in times if t.when and t.when.precision in coarse}
    if lexicon().has("recounting", clause.lemma) and not _is_recalled(reading, clause):
        # "Subpoenaed the transcript of a call in late July"
        fine = {t.expression.start for t in times if t.when and t.when.precision in _CARRIED}
        told = [(before, t) for before, t in pairwise(reading.tokens[clause.group.last : clause.last])]
        return {t.start for before, t in told if t.tag is Tag.TIME and (before.lower == "of" or t.start not in fine)}
    called = reading.tokens[clause.group.last : clause.last]
    if clause.lemma == "call" and called and called[0].lower == "for":
        # "Called for protests on Monday": the day may be that of the protests.
        return {t.start for before, t in pairwise(called) if before.lower == "on" and t.tag is Tag.TIME}
    first = clause.group.last
    owns = [t.tag for t in reading.tokens[first : first + 2]] == [Tag.TIME, Tag.POSSESSIVE]
    return {reading.tokens[first].start} if owns and happening.kind.name == STATEMENT else set()


def _is_recalled(reading: SentenceReading, clause: Clause) -> bool:
    """Whether something is called back by its maker ("Halden recalled a lamp in 2018"), and nobody remembers it."""
    if clause.lemma != "recall" or clause.subject is None:
        return False
    start = reading.tokens[clause.subject.first].start
    people = any(n.kind is EntityKind.PERSON and n.start <= start < n.end for n in reading.names)
    return not people and not is_pronoun(reading.tokens[clause.subject.first].lower)


def any_to_come(times: Sequence[ResolvedTime], publication: When) -> bool:
    """Whether one of the times begins after the publication, wherever that may lie."""
    latest = publication.latest
    return latest is not None and any(t.when and t.when.earliest and t.when.earliest > latest for t in times)


def stands_at(sentence: SentenceReading, clause: Clause, time: ResolvedTime) -> bool:
    """Whether a time stands straight after a verb, so that it is its own ("vanished May 3", "died on 3 May")."""
    tokens, at = sentence.tokens, clause.group.last
    at += at < len(tokens) and tokens[at].lower in ("on", "in")
    return at < len(tokens) and tokens[at].start == time.expression.start


def in_tense(time: ResolvedTime, modality: Modality, publication: When, *, own: bool = False) -> ResolvedTime:
    """The time as the verb's tense has it: a plan's weekday comes after the publication, the 2 May of a deed before it.

    Read alone, a bare weekday is the last one, and a bare day or month the nearest. `own` tells that it can only be
    the verb's.
    """
    if modality in (Modality.PLANNED, Modality.PREDICTED):
        return _still_to_come(time, publication)
    when = time.when
    if modality is Modality.HAPPENED and (gone := _week_before(time, publication)):
        return gone
    if time.expression.rule not in _BARE_DAYS or when is None or when.earliest is None or when.latest is None:
        return time
    # "Announced a strike for 18 February", a week before it: that is the day of the strike.
    if publication.latest is None or (when.earliest - publication.latest).days < (1 if own else FAR_AHEAD):
        return time
    if (when.earliest.month, when.earliest.day) == (2, 29):
        return time
    earlier = [day.replace(year=day.year - 1) for day in (when.earliest, when.latest)]
    reason = f'"{time.expression.text}", the one before the publication, as it has happened'
    value = time.timex3.replace(str(when.earliest.year), str(earlier[0].year), 1)
    return replace(time, when=replace(when, earliest=earlier[0], latest=earlier[1]), timex3=value, reason=reason)


def _week_before(time: ResolvedTime, publication: When) -> ResolvedTime | None:
    """The weekend, or the day of a week, of a deed that "this" would put after the publication; None where it does not.

    In a report of Monday what became known "this weekend" did so on the days before.
    """
    when = time.when
    if when is None or when.earliest is None or when.latest is None or publication.latest is None:
        return None
    words = time.expression.text.lower().split()
    ahead = (when.earliest - publication.latest).days
    if words[:2] not in (["this", "weekend"], *(["this", name] for name in _WEEKDAYS)) or not 0 < ahead < DAYS_OF_WEEK:
        return None
    days = [day - timedelta(days=DAYS_OF_WEEK) for day in (when.earliest, when.latest)]
    value = days[0].isoformat() if len(words) > 1 and words[1] != "weekend" else f"{days[0]:%G-W%V}-WE"
    reason = f'"{time.expression.text}", the one before the publication, as it has happened'
    return replace(time, when=replace(when, earliest=days[0], latest=days[1]), timex3=value, reason=reason)


def _still_to_come(time: ResolvedTime, publication: When) -> ResolvedTime:
    """The time, or the weekday after the publication where a plan names one that was read as the one before."""
    when = time.when
    if time.expression.rule != "<weekday>" or when is None or when.latest is None or publication.earliest is None:
        return time
    if when.earliest is None or (when.latest - when.earliest).days > 1:
        return time
    if not 0 < (publication.earliest - when.latest).days < DAYS_OF_WEEK:
        return time
    first, later = (day + timedelta(days=DAYS_OF_WEEK) for day in (when.earliest, when.latest))
    reason = f'"{time.expression.text}", the one after the publication, as it is still to come'
    return replace(time, when=replace(when, earliest=first, latest=later), timex3=first.isoformat(), reason=reason)


def in_story(time: ResolvedTime, days: Sequence[When]) -> ResolvedTime:
    """The time as its story has it: "overnight", told of a day some time ago, is of a night since that day."""
    when = time.when
    if time.expression.rule != "overnight" or when is None or when.earliest is None:
        return time
    told = max((d.earliest for d in days if d.precision in _CARRIED and d.earliest), default=None)
    if told is None or told >= when.earliest:
        return time
    reason = f"{time.reason}, told of {to_words(day(told))}"
    return replace(time, when=within(told, when.latest), reason=reason)


def near_their_day(times: Sequence[ResolvedTime]) -> list[ResolvedTime]:
    """The times without those that take up a day named too far before to be meant ("earlier in the day")."""
    kept: list[ResolvedTime] = []
    named: dict[When, int] = {}
    before: When | None = None
    for time in times:
        start, when = time.expression.start, time.when
        words = time.expression.text.lower()
        hour = _HOUR.search(time.timex3) is not None and (words == "midnight" or not _ITS_DAY.search(words))
        if hour and before is not None and before.precision in (Precision.MONTH, Precision.YEAR):
            continue  # "Was killed in June 1968. He was shot just after midnight": of no day that is known
        before = when if when is not None and time.expression.type is not TimexType.SET else before
        takes_up = _TAKES_UP.search(time.expression.text) is not None and when in named
        if not takes_up or when is None or start - named[when] <= _IN_MIND:
            kept.append(time)
        if when is not None and not takes_up:
            named[when] = start
    return kept


def hint_of(reading: SentenceReading, times: Sequence[ResolvedTime], happening: Happening) -> ResolvedTime | None:
    """The first time of a happening that would date it if its article were dated, or that says "in coming weeks"."""
    undated = (t for t in times if t.when is None and t.expression.type is TimexType.DATE)
    waiting = (t for t in undated if not t.absolute or t.timex3 in ("FUTURE_REF", "PAST_REF"))
    return next((t for t in waiting if _clause_of(reading, t, happening)), None)


def dates(time: ResolvedTime) -> bool:
    """Whether a time can date an event: a point or span in time, not "now" or "recently"."""
    if time.when is None or time.when.precision is Precision.UNKNOWN or time.expression.type is TimexType.SET:
        return False
    return time.timex3 not in ("PRESENT_REF", "PAST_REF")


def _clause_of(reading: SentenceReading, time: ResolvedTime, happening: Happening) -> bool:
    tokens, clauses = reading.tokens, reading.clauses
    start = time.expression.start
    if _is_taken_up(tokens, clauses[happening.clause], start):
        return True
    holder: int | None = None
    for i, clause in enumerate(clauses):
        inside = tokens[clause.first].start <= start and (
            clause.last >= len(tokens) or start < tokens[clause.last].start
        )
        if inside and (holder is None or clause.first >= clauses[holder].first):
            holder = i
    if holder is None:
        holder = _around(tokens, clauses, start)
    while holder is not None and holder != happening.clause:
        clause = clauses[holder]
        passes = (clause.role is Role.INFINITIVE and not _is_aim(tokens, clause, start)) or (
            clause.role is Role.INSERTED and _hands_on(tokens, clause, start)
        )
        passes = passes or (clause.role is Role.RELATIVE and _takes_place(tokens, clause))
        if holder == happening.governor and clauses[happening.clause].form is Form.INFINITIVE:
            return True
        # "A study published on Monday found": the participle stands before the verb that its subject has.
        opens = (
            tokens[0].tag is Tag.PREPOSITION and clause.role is Role.INSERTED
        )  # "In a notice issued at noon the bank"
        later = (
            i
            for i in range(holder + 1, len(clauses))
            if clause.governor is None and (_same(clauses[i], clause) or (opens and clauses[i].role is Role.MAIN))
        )
        holder = next(later, clause.governor) if passes else None
    return holder == happening.clause


def _around(tokens: Sequence[Token], clauses: Sequence[Clause], start: int) -> int | None:
    """The clause that goes on after one put into it ("signed by Costa, who had won in 2016, | in Lund on Monday")."""
    before = [i for i, clause in enumerate(clauses) if tokens[clause.group.first].start < start]
    last = before[-1] if before else None
    while last is not None and clauses[last].role in (Role.RELATIVE, Role.INSERTED):
        last = clauses[last].governor
    return last if before and last != before[-1] else None


def _is_aim(tokens: Sequence[Token], clause: Clause, start: int) -> bool:
    """Whether a time is of what somebody tries to reach, and no day ("cuts jobs in a bid to earn money by 2008")."""
    before = [t.lower for t in tokens[max(0, clause.first - 3) : clause.first]]
    aims = "in" in before and (before[-1] == "order" or before[-1] in lexicon().lists["effort_nouns"])
    return aims and not any(t.start == start and _IS_A_DAY.search(t.lower) for t in tokens)


def _is_taken_up(tokens: Sequence[Token], clause: Clause, start: int) -> bool:
    """Whether a clause's "when" takes up the time before it ("on Sunday, when the paper cited documents")."""
    if clause.role is not Role.ADVERBIAL or tokens[clause.first].lower != "when":
        return False
    k = clause.first - 1
    k -= k >= 0 and tokens[k].tag is Tag.COMMA
    return k >= 0 and tokens[k].tag is Tag.TIME and tokens[k].start == start


def _same(one: Clause, other: Clause) -> bool:
    """Whether two clauses have subjects that begin together."""
    return one.subject is not None and other.subject is not None and one.subject.first == other.subject.first


def _hands_on(tokens: Sequence[Token], clause: Clause, start: int) -> bool:
    """Whether the time at `start` in a participle is that of the verb above.

    What was "held on Tuesday" tells when the rest was; who was "born in 1955" does not. A day after an object is the
    verb's ("arrested a man accused of fraud on Monday"), a year its own ("bought a mill built in 1900").
    """
    if clause.form is Form.PROGRESSIVE_BARE:
        return False
    if clause.lemma in lexicon().lists["staged_verbs"]:
        return True
    follows = clause.governor is not None and tokens[clause.first - 1].tag is not Tag.COMMA
    return follows and any(t.start == start and _IS_A_DAY.search(t.lower) for t in tokens)


def _takes_place(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a clause only says when and where something was ("a march, which took place in Lund on Monday")."""
    after = tokens[clause.group.last].lower if clause.group.last < len(tokens) else ""
    held = clause.lemma == "hold" and clause.group.passive
    return held or (clause.lemma == "take" and after == "place") or clause.lemma in ("occur", "happen")


def fits(time: ResolvedTime, modality: Modality, publication: When) -> bool:
    """Whether a time can be that of something which, by then, had happened or was still to come."""
    when = time.when
    if when is None:
        return False
    if modality in (Modality.HAPPENED, Modality.CLAIMED):
        deadline = time.expression.rule.startswith(("by ", "before ", "until "))
        if deadline and publication.latest and when.latest and when.latest > publication.latest:
            return False
        if when.earliest is None or publication.latest is None:
            return True
        # "Announced job cuts over the next four years" does not say when it announced them.
        ahead = when.earliest == publication.latest and (when.latest is None or when.latest > publication.latest)
        return when.earliest <= publication.latest and not (ahead and when.precision is Precision.RANGE)
    return not (when.latest and publication.earliest and when.latest < publication.earliest)


def carries(when: When, modality: Modality) -> bool:
    """Whether the sentence after may take this time over."""
    return when.precision in _CARRIED and modality in (Modality.HAPPENED, Modality.CLAIMED) and not when.approximate


def compatible(a: When, b: When) -> bool:
    """Whether two times can be one; an unknown time fits any."""
    return Precision.UNKNOWN in (a.precision, b.precision) or overlaps(a, b)
