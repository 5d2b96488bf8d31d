"""Which target entities take part in an event: by where its sentence names them, else by what was named before."""

from collections import Counter
from collections.abc import Iterator, Mapping

from benchmarks.events.places import Place, Read
from benchmarks.events.targets import Naming, Targets
from generator.events.phrases import phrase_words
from generator.language.lexicon import lexicon

# How surely a target takes part, by what points to it; counted on the corpora of the task themselves.
EVIDENCE: Mapping[str, float] = {
    "subject of the verb": 0.93,
    "in the subject of the verb": 0.7,
    "he or she": 0.93,
    "it or they": 0.87,
    "the company, the plane": 0.75,
    "in the headline": 0.83,
    "just before the noun": 0.83,
    "just after the noun": 0.67,
    "in the subject": 0.75,
    "in the clause of the noun": 0.6,
    "after the noun": 0.54,
    "in the clause": 0.5,
    "after the verb": 0.4,
    "named last": 0.5,
    "in the sentence": 0.3,
    "topic": 0.1,
}
_HE, _IT = ("he", "she", "his", "her"), ("it", "they", "its", "their")
# So many characters may part a noun from the name of who did it, or to whom.
_BEFORE, _AFTER = 30, 12
_THINGS = frozenset(
    [
        "company",
        "firm",
        "airline",
        "plane",
        "aircraft",
        "jet",
        "airliner",
        "superjumbo",
        "index",
        "bank",
        "automaker",
        "carmaker",
        "manufacturer",
        "market",
        "stock",
        "union",
    ]
)


def evidence_of(read: Read, place: Place, targets: Targets) -> dict[str, float]:
    """How surely each target takes part in the event of a place, from 0 to 1."""
    strongest: dict[str, float] = {}
    for target, what in _found(read, place, targets):
        strongest[target] = max(strongest.get(target, 0.0), EVIDENCE[what])
    return strongest


def _found(read: Read, place: Place, targets: Targets) -> Iterator[tuple[str, str]]:
    span = place.sentence.sentence
    here = [n for n in read.namings if span.start <= n.start < span.end]
    title = read.document.text.find("\n")
    before = [n for n in read.namings if title < n.start < span.start]
    if span.is_heading:
        yield from ((n.target, "in the headline") for n in here)
    else:
        yield from ((n.target, "in the sentence") for n in here)
        if place.clause is not None:
            yield from _in_clause(place, here)
            yield from _pointed_at(place, here, before, targets)
    if not here and before:
        yield before[-1].target, "named last"
    if counts := Counter(n.target for n in read.namings):
        yield min(counts, key=lambda name: (-counts[name], name)), "topic"


def _in_clause(place: Place, here: list[Naming]) -> Iterator[tuple[str, str]]:
    """What the clause of an event word names, and where in it."""
    tokens = place.sentence.tokens
    clause = place.clauses[place.clause or 0]
    word = tokens[place.token]
    start, end = tokens[clause.first].start, tokens[clause.last - 1].end
    after = tokens[clause.group.last - 1].end
    subject = (tokens[clause.subject.first].start, tokens[clause.subject.last - 1].end) if clause.subject else (0, 0)
    for naming in here:
        if subject[0] <= naming.start < subject[1]:
            last = naming.end >= subject[1] - 1
            whole = "subject of the verb" if last else "in the subject of the verb"
            yield naming.target, whole if place.is_verb else "in the subject"
        elif after <= naming.start < end:
            yield naming.target, "after the verb" if place.is_verb else "after the noun"
        elif start <= naming.start < end:
            yield naming.target, "in the clause" if place.is_verb else "in the clause of the noun"
        if not place.is_verb and 0 <= word.start - naming.end < _BEFORE:
            yield naming.target, "just before the noun"
        if not place.is_verb and 0 <= naming.start - word.end < _AFTER:
            yield naming.target, "just after the noun"


def _pointed_at(place: Place, here: list[Naming], before: list[Naming], targets: Targets) -> Iterator[tuple[str, str]]:
    """Whom a pronoun or "the company" for a subject means: the last that was named and that it can mean."""
    tokens = place.sentence.tokens
    subject = place.clauses[place.clause or 0].subject
    if subject is None:
        return
    start, end = tokens[subject.first].start, tokens[subject.last - 1].end
    if any(start <= naming.start < end for naming in here):
        return
    words = phrase_words(tokens, subject).lower().split() or [""]
    earlier = [*before, *(naming for naming in here if naming.start < start)]
    people = [n.target for n in earlier if n.target in targets.people]
    things = [n.target for n in earlier if n.target not in targets.people]
    if words[0] in _HE and people:
        yield people[-1], "he or she"
    elif words[0] in _IT and things:
        yield things[-1], "it or they"
    elif things and words[0] in lexicon().lists["organisation_words"] | _THINGS:
        yield things[-1], "the company, the plane"
    elif earlier:
        yield earlier[-1].target, "named last"
