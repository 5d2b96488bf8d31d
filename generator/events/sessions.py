"""The day of trading and the month or quarter of sales that the figures of an article are of, until it names others."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from generator.dates.when import span
from generator.events.asides import aside_times
from generator.events.happenings import topic_words
from generator.events.timing import dates
from generator.language.clauses import Clause, Role
from generator.language.forms import Form
from generator.language.lexicon import lexicon
from generator.language.reading import SentenceReading
from generator.language.tokens import Tag
from generator.model import Mention, Precision, ResolvedTime, When

# Kinds of which an article tells many of one day, so that a day holds until another is named.
DAILY = ("market",)
# As which a move of what is traded may be told ("started the day with an increase", "reached 2,020 points").
_MOVING = (*DAILY, "building", "milestone", "other")
_PERIODS = (Precision.MONTH, Precision.QUARTER)
_COARSE = (*_PERIODS, Precision.HALF, Precision.YEAR, Precision.RANGE)
_SATURDAY = 5
_OVER = ("over", "during", "in", "for", "within", "through")
_SPAN = re.compile(r"week|month|quarter|year|days|decade|annual")


def is_traded(words: frozenset[str]) -> bool:
    """Whether words speak of what is traded day by day ("shares", "the index")."""
    return bool(words & (lexicon().lists["exchange_nouns"] | lexicon().lists["traded_nouns"]))


def is_sold(words: frozenset[str]) -> bool:
    """Whether words speak of what is counted by the month or quarter ("sales", "output") and of nothing traded."""
    return bool(words & lexicon().lists["counted_by_month"]) and not is_traded(words)


def counts_sales(clause: frozenset[str], sentence: frozenset[str]) -> bool:
    """Whether a move is one of sales by the words of its clause, or by those of its sentence where these do not say."""
    return is_sold(clause) or (is_sold(sentence) and not is_traded(clause))


def spans_more(sentence: SentenceReading, clause: Clause, times: Sequence[ResolvedTime]) -> bool:
    """Whether a clause tells of a longer time than a day ("gained 3% over the course of the week")."""
    tokens = sentence.tokens[clause.group.last : clause.last]
    starts = {t.expression.start for t in times if _SPAN.search(t.expression.text.lower())}
    return any(
        t.start in starts and any(w.lower in _OVER for w in tokens[max(0, k - 4) : k]) for k, t in enumerate(tokens)
    )


def in_session(time: ResolvedTime, session: ResolvedTime | None) -> ResolvedTime:
    """The "today" of a move, or the days to it from the session that its article tells of and from the last trading.

    Who writes at night of a session calls it "today" beside its weekday, and the article is of the next day; at a
    weekend no exchange trades.
    """
    when = time.when
    if time.expression.text.lower() != "today" or when is None or when.earliest is None or when.latest is None:
        return time
    day = when.earliest
    told = session.when.latest if session and session.when and session.when.precision is Precision.DAY else None
    if day.weekday() >= _SATURDAY:
        first, why = day - timedelta(days=day.weekday() - _SATURDAY + 1), "when exchanges were closed"
    elif told and day - told == timedelta(days=1):
        first, why = told, "which tells of the session of the day before"
    else:
        return time
    return replace(time, when=span(first, when.latest, lasted=False), reason=f"{time.reason}, {why}")


def why_no_move(sentence: SentenceReading, clause: Clause, kind: str) -> str | None:
    """Why a move of a market or of sales is none to tell: it is turned round at once, or it is not said of what."""
    if kind not in _MOVING:
        return None
    tokens = sentence.tokens
    own = topic_words(tokens[min(clause.first, clause.subject.first) if clause.subject else clause.first : clause.last])
    if not is_traded(own) and kind not in DAILY:
        return None
    after = [t.lower for t in tokens[clause.group.last : clause.last + 2]]
    turned = any(
        word == "before" and tokens[clause.group.last + i + 1].tag is Tag.PROGRESSIVE
        for i, word in enumerate(after)
        if clause.group.last + i + 1 < len(tokens)
    )
    if turned:
        return "a move that was turned round at once"
    whole = topic_words(tokens)
    if kind in DAILY and is_sold(whole) and not is_sold(own) and not is_traded(own):
        return "it is not said what rose or fell"
    between = [t.lower for t in tokens[clause.subject.last : clause.group.first]] if clause.subject else []
    return "said of all but some" if {"except", "other"} & set(between) else None


def session_after(
    session: ResolvedTime | None, sentence: SentenceReading, told: Sequence[Mention], times: Sequence[ResolvedTime]
) -> ResolvedTime | None:
    """The day of trading that holds after a sentence: that of its moves, or the one day that it names of a market.

    Another day that a sentence names ends the one before. No exchange trades at a weekend, so what is told of one as
    of "today" may be of the Friday before.
    """
    moves = [m for m in told if m.kind in DAILY and m.own_time and m.when.precision is Precision.DAY and m.time]
    words = topic_words(sentence.tokens)
    moves = [m for m in moves if not counts_sales(m.words, words)]
    named = _named(sentence, times, (Precision.DAY,))
    if between := [m for m in told if m.kind in DAILY and m.own_time and m.time and _is_two_days(m.when)]:
        return between[-1].time  # "Today", which may be the session of the day before
    if moves:
        return moves[-1].time if _is_trading_day(moves[-1].when) else None
    days = {t.when for t in named}
    if (
        session
        or not words & lexicon().lists["exchange_nouns"]
        or any(c.form is Form.PLUPERFECT for c in sentence.clauses)
    ):
        return session if session and all(day == session.when for day in days) else None
    inserted = [t for t in named if _is_inserted(sentence, t)]
    return named[0] if len(days) == 1 and not inserted and _is_trading_day(named[0].when) else None


def period_after(
    period: ResolvedTime | None, sentence: SentenceReading, times: Sequence[ResolvedTime], publication: When
) -> ResolvedTime | None:
    """The month or quarter of sales that holds after a sentence: the one that it names, if it speaks of sales."""
    if not is_sold(topic_words(sentence.tokens)):
        return period
    named = _named(sentence, times, _COARSE)
    if not named:
        return period
    found = {t.when for t in named}
    over = publication.latest is not None and all(w and w.latest and w.latest <= publication.latest for w in found)
    one = len(found) == 1 and named[0].when is not None and named[0].when.precision in _PERIODS
    return named[0] if one and over else None


def _named(
    sentence: SentenceReading, times: Sequence[ResolvedTime], precisions: Sequence[Precision]
) -> list[ResolvedTime]:
    """The times of a sentence that are as fine as that and stand in no quotation, comparison or the like."""
    aside = aside_times(sentence)
    fine = [t for t in times if dates(t) and t.when and t.when.precision in precisions]
    # "The last week of March" is no day, and not the month.
    whole = [t for t in fine if t.when and (t.when.precision not in _PERIODS or "week" not in t.expression.text)]
    return [t for t in whole if t.expression.start not in aside]


def _is_inserted(sentence: SentenceReading, time: ResolvedTime) -> bool:
    """Whether a time stands in what a sentence only adds of one ("the Dax, which was up yesterday, fell 7%")."""
    tokens = sentence.tokens
    added = (
        c for c in sentence.clauses if c.role is Role.RELATIVE and c.first and tokens[c.first - 1].tag is Tag.COMMA
    )
    return any(tokens[c.first].start <= time.expression.start < tokens[c.last - 1].end for c in added)


def _is_two_days(when: When) -> bool:
    """Whether a move is of one of two days in a row, or of a weekend and the Friday before (`in_session`)."""
    if when.precision is not Precision.RANGE or when.lasted or when.earliest is None or when.latest is None:
        return False
    return when.latest - when.earliest <= timedelta(days=2)


def _is_trading_day(when: When | None) -> bool:
    return when is not None and when.earliest is not None and when.earliest.weekday() < _SATURDAY
