"""Which time belongs to which happening of a sentence, and what bounds one that has none."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from generator.dates.when import after, before, intersection, overlaps, to_words
from generator.events.happenings import STATEMENT, Happening
from generator.language.clauses import Clause, Role
from generator.language.forms import Form
from generator.language.lexicon import lexicon
from generator.language.reading import SentenceReading
from generator.language.tokens import Tag, Token
from generator.model import UNKNOWN_WHEN, Modality, Precision, Publication, ResolvedTime, TimexType, When

# How well a time serves as the date of an event; those that are missing here do so only where nothing else is.
_FINENESS = {p: i for i, p in enumerate(Precision)}
# A sentence may take over the time of the one before only if that is as narrow as this.
_NAMES_A_DAY = re.compile(r"day\b|night|morning|evening|\d")
# Before a noun with a time these make that the time of the noun; "of 12 January" can be nothing else after more words.
_AFTERMATH = ("after", "before", "following", "despite", "since")
_LINKS = (*_AFTERMATH, "of", "from", "over", "about")
_PLACED = ("in", "at", "during", "on", "by")
_IS_A_DAY = re.compile(r"day\b|night|morning|evening|\b\d\d?\b")
DAYS_OF_WEEK = 7
# A bare day is read as the nearest; one so many days ahead cannot be meant of a deed.
FAR_AHEAD = 100
_BARE_DAYS = ("<day> <month>", "<month> <day>")
_CARRIED = (Precision.DAY, Precision.WEEK)


def times_of(reading: SentenceReading, times: Sequence[ResolvedTime], happening: Happening) -> list[ResolvedTime]:
    """The times that stand in a happening's own clause, best first.

    A time in a clause that reports nothing itself counts for the clause that governs it, unless that only reports
    what somebody says. Best is the finest, then the nearest to the verb.
    """
    verb = reading.tokens[reading.clauses[happening.clause].group.verb].start
    aside = _aside(reading) | _of_object(reading, times, happening)
    own = [t for t in times if dates(t) and t.expression.start not in aside and _clause_of(reading, t, happening)]
    return sorted(own, key=lambda t: (_FINENESS[t.when.precision] if t.when else 99, abs(t.expression.start - verb)))


def _aside(reading: SentenceReading) -> set[int]:
    """Where the tokens stand that date nothing in the writer's own clauses: quotations, brackets, "since …"."""
    tokens = reading.tokens
    found: set[int] = set()
    depth = 0
    for i, token in enumerate(tokens):
        depth += (token.text in "([") - (token.text in ")]")
        titled = token.text == "Today" and i > 0 and tokens[i - 1].tag not in (Tag.STOP, Tag.OTHER, Tag.COMMA)
        if (
            titled
            or token.quoted
            or depth > 0
            or (token.tag is Tag.TIME and (_compares(tokens, i) or _of_a_noun(tokens, i) or _result(tokens, i)))
        ):
            found.add(token.start)
    return found


def _of_object(reading: SentenceReading, times: Sequence[ResolvedTime], happening: Happening) -> set[int]:
    """The times of what is spoken of: who "condemned Tuesday's attack" did not do so on Tuesday."""
    clause = reading.clauses[happening.clause]
    if clause.lemma in ("report", "post") or happening.kind.name == "results":
        # "Reported a loss in the fourth quarter" is no report of that quarter.
        coarse = (Precision.QUARTER, Precision.HALF, Precision.YEAR)
        spoken_of = {
            token.start
            for before, token in pairwise(reading.tokens[clause.group.last :])
            if before.lower in ("in", "for", "during") and token.tag is Tag.TIME
        }
        return spoken_of & {t.expression.start for t in times if t.when and t.when.precision in coarse}
    first = clause.group.last
    owns = [t.tag for t in reading.tokens[first : first + 2]] == [Tag.TIME, Tag.POSSESSIVE]
    return {reading.tokens[first].start} if owns and happening.kind.name == STATEMENT else set()


def _result(tokens: Sequence[Token], i: int) -> bool:
    """Whether a time stands in what came of the deed, too coarse to be its day ("…, leading to losses in 2009")."""
    opens = next((k for k in range(i - 1, 0, -1) if tokens[k].tag is Tag.COMMA), 0)
    if not opens or _NAMES_A_DAY.search(tokens[i].lower):
        return False
    return opens + 1 < i and tokens[opens + 1].tag is Tag.PROGRESSIVE


def _compares(tokens: Sequence[Token], i: int) -> bool:
    """Whether a time only says what something is compared with ("than last year", "from a year earlier")."""
    before = tokens[i - 1].lower if i else ""
    words = tokens[i].lower
    if before in ("since", "than", "versus") or words.startswith("since ") or "same" in words.split():
        return True
    return _is_changed_from(tokens, i) or (
        before in ("from", "with", "over", "to", "on") and words.endswith((" earlier", " ago", " before"))
    )


def _is_changed_from(tokens: Sequence[Token], i: int) -> bool:
    """Whether a figure is told beside that of another time ("up from 14% a year ago", "54 points from Friday")."""
    start = next((k for k in range(i - 1, max(-1, i - 6), -1) if tokens[k].lower in ("from", ",")), 0)
    if tokens[start].lower != "from":
        return False
    if any(t.tag is Tag.PREPOSITION and t.lower != "of" for t in tokens[start + 1 : i]):
        return False
    return any(lexicon().has("changes", t.lower) or t.text.endswith("%") for t in tokens[max(0, start - 4) : start])


def _of_a_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether a time dates a noun and not the verb: "their autumn meetings", "the quake of 12 January"."""
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and after.tag is Tag.POSSESSIVE:
        # "After Friday's losses"; but who was killed "in Friday's attack" was killed on Friday.
        return before is not None and before.tag in (Tag.PREPOSITION, Tag.TO) and before.lower not in _PLACED
    # "Reported third-quarter sales" is no report of that quarter.
    owned = "-" in tokens[i].text or (before is not None and before.tag in (Tag.DETERMINER, Tag.POSSESSIVE))
    if owned and after is not None and after.tag is Tag.NOUN and not _NAMES_A_DAY.search(tokens[i].lower):
        return True
    named = before is not None and before.lower == "of"
    k = end = i - 2 if named else i - 1
    while k >= 0 and tokens[k].tag in (Tag.NOUN, Tag.DETERMINER, Tag.NUMBER, Tag.NAME, Tag.POSSESSIVE):
        k -= 1
    noun = any(t.tag is Tag.NOUN for t in tokens[k + 1 : end + 1])
    # "Since the 2008 crisis", "after the January 12 quake".
    noun = noun or (k < end and after is not None and after.tag in (Tag.NOUN, Tag.NAME))
    return noun and k >= 0 and tokens[k].lower in (_LINKS if named else _AFTERMATH)


def times_at_once(reading: SentenceReading, times: Sequence[ResolvedTime], happening: Happening) -> list[ResolvedTime]:
    """The times of what happened at the same time in the same sentence ("… when an earthquake struck on 4 March")."""
    clauses = reading.clauses
    own = clauses[happening.clause]
    if _at_once(reading, happening.clause) and own.governor is not None:
        return times_of(reading, times, replace(happening, clause=own.governor))
    beside = next((i for i, c in enumerate(clauses) if c.governor == happening.clause and _at_once(reading, i)), None)
    return [] if beside is None else times_of(reading, times, replace(happening, clause=beside))


def _at_once(reading: SentenceReading, index: int) -> bool:
    clause = reading.clauses[index]
    return clause.role is Role.ADVERBIAL and reading.tokens[clause.first].lower in ("when", "as")


def any_to_come(times: Sequence[ResolvedTime], publication: When) -> bool:
    """Whether one of the times begins after the publication, wherever that may lie."""
    latest = publication.latest
    return latest is not None and any(t.when and t.when.earliest and t.when.earliest > latest for t in times)


def in_tense(time: ResolvedTime, modality: Modality, publication: When) -> ResolvedTime:
    """The time as the verb's tense has it: a plan's weekday comes after the publication, the 2 May of a deed before it.

    Read alone, a bare weekday is the last one, and a bare day or month the nearest.
    """
    if modality in (Modality.PLANNED, Modality.PREDICTED):
        return _still_to_come(time, publication)
    when = time.when
    if time.expression.rule not in _BARE_DAYS or when is None or when.earliest is None or when.latest is None:
        return time
    # "Announced a strike for 18 February", a week before it: that is the day of the strike.
    if publication.latest is None or (when.earliest - publication.latest).days < FAR_AHEAD:
        return time
    if (when.earliest.month, when.earliest.day) == (2, 29):
        return time
    earlier = [day.replace(year=day.year - 1) for day in (when.earliest, when.latest)]
    reason = f'"{time.expression.text}", the one before the publication, as it has happened'
    value = time.timex3.replace(str(when.earliest.year), str(earlier[0].year), 1)
    return replace(time, when=replace(when, earliest=earlier[0], latest=earlier[1]), timex3=value, reason=reason)


def _still_to_come(time: ResolvedTime, publication: When) -> ResolvedTime:
    """The time, or the weekday after the publication where a plan names one that was read as the one before."""
    when = time.when
    if time.expression.rule != "<weekday>" or when is None or when.latest is None or publication.earliest is None:
        return time
    if when.precision is not Precision.DAY or not 0 < (publication.earliest - when.latest).days < DAYS_OF_WEEK:
        return time
    later = when.latest + timedelta(days=DAYS_OF_WEEK)
    reason = f'"{time.expression.text}", the one after the publication, as it is still to come'
    return replace(time, when=replace(when, earliest=later, latest=later), timex3=later.isoformat(), reason=reason)


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
    holder: int | None = None
    for i, clause in enumerate(clauses):
        inside = tokens[clause.first].start <= start and (
            clause.last >= len(tokens) or start < tokens[clause.last].start
        )
        if inside and (holder is None or clause.first >= clauses[holder].first):
            holder = i
    while holder is not None and holder != happening.clause:
        clause = clauses[holder]
        passes = clause.role is Role.INFINITIVE or (clause.role is Role.INSERTED and _hands_on(tokens, clause, start))
        if holder == happening.governor and clauses[happening.clause].form is Form.INFINITIVE:
            return True
        # "A study published on Monday found": the participle stands before the verb that its subject has.
        later = (i for i in range(holder + 1, len(clauses)) if clause.governor is None and _same(clauses[i], clause))
        holder = next(later, clause.governor) if passes else None
    return holder == happening.clause


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


def bound_by_publication(modality: Modality, publication: Publication) -> tuple[When, str]:
    """What the publication alone says of an event's time, and why."""
    when = publication.when
    if modality in (Modality.HAPPENED, Modality.CLAIMED) and when.latest:
        return before(
            when.latest
        ), f"no source gives a date; it was reported in the past tense in an article published {_said(when)}"
    if modality in (Modality.PLANNED, Modality.PREDICTED) and when.earliest:
        return after(
            when.earliest
        ), f"no source gives a date; it was still to come in an article published {_said(when)}"
    return UNKNOWN_WHEN, "no source gives a date, and it is not known when the article was published"


def _said(when: When) -> str:
    words = to_words(when)
    return f"on {words}" if when.precision is Precision.DAY else words


def bounded(when: When, modality: Modality, publication: When) -> When:
    """A time no wider than the publication allows: "this year" in a report of what happened ended with the report.

    Whole units keep their name (R1 came out in January 2025, not by 28 January); only open ends are closed.
    """
    if modality in (Modality.HAPPENED, Modality.CLAIMED) and when.latest is None and publication.latest:
        return intersection(when, before(publication.latest)) or when
    return when


def carries(when: When, modality: Modality) -> bool:
    """Whether the sentence after may take this time over."""
    return when.precision in _CARRIED and modality in (Modality.HAPPENED, Modality.CLAIMED) and not when.approximate


def compatible(a: When, b: When) -> bool:
    """Whether two times can be one; an unknown time fits any."""
    return Precision.UNKNOWN in (a.precision, b.precision) or overlaps(a, b)
