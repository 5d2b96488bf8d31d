"""Event words in the sentences and clauses that the program reads, and when what they tell happened."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.events.cat import Document, Word
from benchmarks.events.targets import Naming, Targets
from generator.dates.resolve import resolve_times
from generator.dates.rules import Rules
from generator.dates.tag import tag_times
from generator.dates.when import day
from generator.events import timing
from generator.events.happenings import OTHER, Happening
from generator.events.neighbours import times_at_once
from generator.language.clauses import Clause, find_clauses
from generator.language.forms import Form
from generator.language.reading import Reading, SentenceReading, read_text
from generator.language.tokens import Tag
from generator.model import Modality, Precision, ResolvedTime, When
from generator.settings import Kind

# What is still to come, or not, has no place on the task's timelines unless its own clause dates it.
_OPEN = (Form.FUTURE, Form.CONDITIONAL)
# The day of the news stands in its first sentences and lies at most so long before publication.
_LEAD = 3
_RECENT = timedelta(days=7)
_ANY = Kind(OTHER, "Other events", "#6f6f6f")
_VALUE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Read:
    """A document with what the program reads in it, the targets that it names, and the day of its news."""

    document: Document
    reading: Reading
    times: tuple[ResolvedTime, ...]
    namings: tuple[Naming, ...]
    news: date


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event word stands: its sentence, its token, and the clause that holds it, if one does."""

    position: int
    sentence: SentenceReading
    token: int
    clause: int | None
    clauses: tuple[Clause, ...]

    @property
    def is_verb(self) -> bool:
        """Whether the word is the verb of its clause."""
        if self.clause is None:
            return False
        group = self.clauses[self.clause].group
        return group.first <= self.token < group.last


def read_document(document: Document, rules: Rules) -> Read:
    """What the program reads in a document by itself; no target is looked for yet."""
    expressions = tag_times(document.text, rules)
    reading = read_text(document.id, document.text, expressions)
    times = tuple(resolve_times(document.text, expressions, day(document.published)))
    return Read(document, reading, times, (), _news_day(document, reading, times))


def with_targets(read: Read, targets: Targets) -> Read:
    """The same document with the places that name a target."""
    return Read(read.document, read.reading, read.times, targets.named_in(read.document.text), read.news)


def _news_day(document: Document, reading: Reading, times: Sequence[ResolvedTime]) -> date:
    """The first recent day that the opening of an article names; else the day of its publication."""
    opening = [s.sentence for s in reading.sentences if not s.sentence.is_heading][:_LEAD]
    for time in times:
        inside = any(s.start <= time.expression.start < s.end for s in opening)
        if not inside or not timing.dates(time) or time.when is None or time.when.precision is not Precision.DAY:
            continue
        found = time.when.earliest
        if found and timedelta() <= document.published - found <= _RECENT:
            return found
    return document.published


def place_of(read: Read, word: Word) -> Place | None:
    """Where a word of a document stands; None if the program reads no sentence there."""
    for position, sentence in enumerate(read.reading.sentences):
        if sentence.sentence.start <= word.start < sentence.sentence.end:
            token = next((i for i, t in enumerate(sentence.tokens) if t.start <= word.start < t.end), None)
            return None if token is None else place_at(position, sentence, token)
    return None


def place_at(position: int, sentence: SentenceReading, token: int) -> Place:
    """A token of a sentence with the clause that holds it."""
    clauses = find_clauses(sentence.tokens) if sentence.sentence.is_heading else sentence.clauses
    holding = [i for i, c in enumerate(clauses) if c.first <= token < c.last]
    holder = max(holding, key=lambda i: (clauses[i].first, -i), default=None)
    return Place(position, sentence, token, holder, clauses)


def date_of(read: Read, place: Place) -> str | None:
    """When something happened, as the task writes it (`2005-01-XX`): by its own clause, else the day of the news.

    None for what is denied or still to come and that its clause does not date.
    """
    if place.sentence.sentence.is_heading or place.clause is None:
        return read.news.isoformat()
    clause = place.clauses[place.clause]
    for time in own_times(read, place):
        if value := _written(time):
            return value
    if clause.group.negated or (place.is_verb and clause.form in _OPEN):
        return None
    return read.news.isoformat()


def own_times(read: Read, place: Place) -> list[ResolvedTime]:
    """The times of the clause that holds an event word, as the program attaches them, best first; none in a title."""
    if place.clause is None or place.sentence.sentence.is_heading:
        return []
    span = place.sentence.sentence
    times = [t for t in read.times if span.start <= t.expression.start < span.end]
    happening = Happening(place.clause, _ANY, "", Modality.HAPPENED)
    own = timing.times_of(place.sentence, times, happening)
    return own or times_at_once(place.sentence, times, happening)


def _written(time: ResolvedTime) -> str | None:
    """A time at the task's precision, day, month or year; what began at a time is dated by its beginning."""
    when = time.when
    if when is None:
        return None
    if time.expression.rule.startswith("since") and (value := _VALUE.match(time.timex3)):
        return f"{value[1]}-{value[2] or 'XX'}-{value[3] or 'XX'}"
    return day_month_or_year(when)


def day_month_or_year(when: When) -> str | None:
    """A When as the day, month or year that holds it, with `XX` for what is not known; None if none does."""
    first, last = when.earliest, when.latest
    if first is None or last is None or first.year != last.year:
        return None
    if first.month != last.month:
        return f"{first.year}-XX-XX"
    return first.isoformat() if first == last else f"{first.year}-{first.month:02}-XX"


def is_noun(tag: Tag) -> bool:
    """Whether a token can be a noun."""
    return tag in (Tag.NOUN, Tag.BASE, Tag.PRESENT)
