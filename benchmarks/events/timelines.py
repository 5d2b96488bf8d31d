"""The timelines that the program's reading of a corpus gives for the TimeLine task, and those of a plain baseline."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.events.awareness import Entry, Score, score_timeline
from benchmarks.events.cat import Word
from benchmarks.events.participants import evidence_of
from benchmarks.events.places import (
    Place,
    Read,
    date_of,
    day_month_or_year,
    is_noun,
    place_at,
    place_of,
    read_document,
    with_targets,
)
from benchmarks.events.targets import Targets, find_targets
from benchmarks.events.timeline_task import Corpus, Timelines
from generator.dates.rules import Rules
from generator.events import timing
from generator.language.forms import Form
from generator.language.lexicon import lexicon, noun_base

# Evidence that makes a target a participant of a marked event, each of which has at least one.
_MARKED = 0.45
# In raw text only what a target surely takes part in is told of it: every clause has a verb.
_SURE, _LIKELY = 0.85, 0.67
_TOLD = (Form.PAST, Form.PERFECT, Form.PLUPERFECT)
_OTHER = (Form.PRESENT, Form.PROGRESSIVE, Form.PROGRESSIVE_BARE, Form.INFINITIVE)


@dataclass(frozen=True, slots=True)
class Told:
    """An event word with its date and the targets that take part."""

    name: str
    date: str | None
    targets: tuple[str, ...]


def baseline(corpus: Corpus, rules: Rules) -> Timelines:
    """Every marked event of a sentence that has the target's name, at the nearest time of the sentence."""
    return _timelines(corpus, [told for d in corpus.documents for told in _plain(corpus, read_document(d, rules))])


def _plain(corpus: Corpus, read: Read) -> Iterator[Told]:
    for marked in read.document.marked:
        place = place_of(read, marked.words[0])
        if place is None:
            continue
        span = place.sentence.sentence
        named = tuple(t for t in corpus.gold if t.lower() in span.text.lower())
        times = [t for t in read.times if span.start <= t.expression.start < span.end and timing.dates(t)]
        values = [(abs(t.expression.start - marked.words[0].start), t.when) for t in times]
        near = min(values, key=lambda pair: pair[0], default=None)
        value = day_month_or_year(near[1]) if near and near[1] else None
        yield Told(read.document.name_of(marked.words), value or read.document.published.isoformat(), named)


def of_marked_events(corpus: Corpus, rules: Rules, each: bool = True) -> Timelines:
    """The timelines of a corpus whose event words are given (Track B), each of which is some target's if `each`."""
    reads, targets = _read(corpus, rules)
    told = []
    for read in reads:
        for marked in read.document.marked:
            if place := place_of(read, marked.words[0]):
                told.append(_told(read, place, marked.words, targets, each))
    return _timelines(corpus, told)


def of_raw_text(corpus: Corpus, rules: Rules) -> Timelines:
    """The timelines of a corpus in whose text nothing is marked (Track A)."""
    reads, targets = _read(corpus, rules)
    told = []
    for read in reads:
        by_start = {word.start: word for word in read.document.words}
        for place, enough in _event_words(read):
            word = by_start.get(place.sentence.tokens[place.token].start)
            evidence = evidence_of(read, place, targets)
            taking_part = tuple(target for target in sorted(evidence) if evidence[target] >= enough)
            if word and taking_part:
                told.append(Told(read.document.name_of([word]), date_of(read, place), taking_part))
    return _timelines(corpus, told)


def _event_words(read: Read) -> Iterator[tuple[Place, float]]:
    """The words of a document that tell a happening, with how surely a target must take part for it to count."""
    stative, bases = lexicon().lists["stative"], lexicon().lists["bases"]
    for position, sentence in enumerate(read.reading.sentences):
        heading = sentence.sentence.is_heading
        for number, token in enumerate(sentence.tokens):
            place = place_at(position, sentence, number)
            clause = place.clauses[place.clause] if place.clause is not None else None
            if clause and clause.group.verb == number:
                told = heading or clause.form in _TOLD
                if clause.lemma not in stative and not clause.group.negated and (told or clause.form in _OTHER):
                    yield place, _LIKELY if told else _SURE
            elif heading and is_noun(token.tag) and noun_base(token.lower) in bases:
                yield place, _LIKELY


def _told(read: Read, place: Place, words: Sequence[Word], targets: Targets, each: bool) -> Told:
    evidence = evidence_of(read, place, targets)
    enough = min(_MARKED, max(evidence.values(), default=_MARKED)) if each else _LIKELY
    taking_part = tuple(t for t in sorted(evidence) if evidence[t] >= enough)
    return Told(read.document.name_of(words), date_of(read, place), taking_part)


def _read(corpus: Corpus, rules: Rules) -> tuple[list[Read], Targets]:
    alone = [read_document(document, rules) for document in corpus.documents]
    targets = find_targets(corpus.gold, [read.reading for read in alone])
    return [with_targets(read, targets) for read in alone], targets


def _timelines(corpus: Corpus, told: Sequence[Told]) -> Timelines:
    """Each target's events by date; those of one date are one step."""
    dated: Mapping[str, dict[str, list[str]]] = {target: defaultdict(list) for target in corpus.gold}
    for event in told:
        for target in event.targets:
            if event.date:
                dated[target][event.date].append(event.name)
    return {
        target: tuple(Entry(n, date, tuple(days[date])) for n, date in enumerate(sorted(days, key=_as_last), start=1))
        for target, days in dated.items()
    }


def _as_last(date: str) -> str:
    return date.replace("XX", "99")


def score_corpus(corpus: Corpus, timelines: Timelines) -> Score:
    """The score of all timelines of a corpus together."""
    return sum((score_timeline(gold, timelines[target]) for target, gold in corpus.gold.items()), Score())
