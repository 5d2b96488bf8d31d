"""Which event is which from one run to the next: an id once published stays, whatever gets better.

An event is known by its fingerprints: the articles and sentences that report it. The history keeps them for every id
ever published, so that an event found again gets its id back, one that became part of another leads there, and one
that vanished says so.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256

from generator.history import Fingerprint, History, Record
from generator.model import Event
from generator.text import one_line, slug

LONGEST_SLUG = 50
SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "is",
        "its",
        "of",
        "on",
        "or",
        "s",
        "than",
        "that",
        "the",
        "their",
        "to",
        "was",
        "which",
        "with",
    ]
)
"""Words that a slug does not end with, where it is cut."""
TOO_COMMON = 20
"""A sentence that more events or records than this share (a footer, say) tells none of them from another."""


Texts = Mapping[str, str]
"""The text of each article, by its id."""

Keys = frozenset[object]
KeysOfEvent = Callable[[Event], Keys]
KeysOfRecord = Callable[[Record], Keys]


def name_events(
    events: Sequence[Event], texts: Texts, history: History, *, by_decision: bool = False
) -> tuple[Event, ...]:
    """The events in their order, those without an id given the published one that they share most with, or a new one.

    Three passes: the same sentences of the same articles; the same sentences of articles that are no longer there (a
    renamed file); the same headline from the same article (a corrected sentence). A new id is the headline's slug with
    four or more digits of the hash of its first source. `by_decision` names what an editor added or split off.
    """
    ids = {number: event.id for number, event in enumerate(events) if event.id}
    used = set(ids.values())
    records = [record for record in history.records if record.by_decision == by_decision and record.id not in used]
    passes: tuple[tuple[KeysOfEvent, KeysOfRecord], ...] = (
        (partial(_sentences_in_articles, texts), lambda record: frozenset(record.sources)),
        (partial(_sentences, texts), partial(_sentences_of_lost_articles, texts)),
        (_headline_in_articles, _record_headline_in_articles),
    )
    for keys_of_event, keys_of_record in passes:
        unnamed = {number: event for number, event in enumerate(events) if number not in ids}
        free = [record for record in records if record.id not in ids.values()] if unnamed else []
        ids.update(_matches(unnamed, free, keys_of_event, keys_of_record))
    taken = {record.id for record in history.records} | set(ids.values())
    unnamed_numbers = [number for number in range(len(events)) if number not in ids]
    for number in sorted(unnamed_numbers, key=lambda number: _order(events[number])):
        ids[number] = _new_id(events[number], texts, taken)
        taken.add(ids[number])
    return tuple(replace(event, id=ids[number]) for number, event in enumerate(events))


def fingerprints(event: Event, texts: Texts) -> tuple[Fingerprint, ...]:
    """The event's fingerprints, sorted, each once."""
    found = {
        Fingerprint(mention.article, _hash(one_line(texts[mention.article][mention.start : mention.end]))[:16])
        for mention in event.mentions
    }
    return tuple(sorted(found))


def _matches(
    events: Mapping[int, Event], records: Sequence[Record], keys_of_event: KeysOfEvent, keys_of_record: KeysOfRecord
) -> dict[int, str]:
    """The best pairing of event numbers with record ids, taken greedily; every tie is broken by content."""
    record_keys = [keys_of_record(record) for record in records]
    event_keys = {number: keys_of_event(event) for number, event in events.items()}
    holders = _holders(enumerate(record_keys))
    common = {key for key, numbers in _holders(event_keys.items()).items() if len(numbers) > TOO_COMMON}
    pairs = []
    for number, keys in event_keys.items():
        shared = Counter(holder for key in keys - common if len(holders[key]) <= TOO_COMMON for holder in holders[key])
        for holder, count in shared.items():
            event, record = events[number], records[holder]
            alike = count / len(keys | record_keys[holder])
            rank = (-count, event.kind != record.kind, -alike, event.headline != record.headline, record.id)
            pairs.append((rank, _order(event), number, record.id))
    chosen: dict[int, str] = {}
    given: set[str] = set()
    for _, _, number, name in sorted(pairs):
        if number not in chosen and name not in given:
            chosen[number] = name
            given.add(name)
    return chosen


def _holders(keys_of: Iterable[tuple[int, Keys]]) -> defaultdict[object, list[int]]:
    """Which numbers hold each key."""
    holders = defaultdict(list)
    for number, keys in keys_of:
        for key in keys:
            holders[key].append(number)
    return holders


def _sentences_in_articles(texts: Texts, event: Event) -> Keys:
    return frozenset(fingerprints(event, texts))


def _sentences(texts: Texts, event: Event) -> Keys:
    return frozenset(print_.sentence for print_ in fingerprints(event, texts))


def _sentences_of_lost_articles(texts: Texts, record: Record) -> Keys:
    return frozenset(print_.sentence for print_ in record.sources if print_.article not in texts)


def _headline_in_articles(event: Event) -> Keys:
    return frozenset((mention.article, event.kind, event.headline) for mention in event.mentions)


def _record_headline_in_articles(record: Record) -> Keys:
    return frozenset((print_.article, record.kind, record.headline) for print_ in record.sources)


def _order(event: Event) -> tuple[str, int, str, str]:
    """Where an event stands by its content alone, whatever the order of articles."""
    first = min(event.mentions, key=lambda mention: (mention.article, mention.start), default=None)
    return (first.article if first else "", first.start if first else 0, event.kind, event.headline)


def _new_id(event: Event, texts: Texts, taken: set[str]) -> str:
    article, start, _, _ = _order(event)
    ends = [mention.end for mention in event.mentions if (mention.article, mention.start) == (article, start)]
    sentence = one_line(texts[article][start : min(ends)]) if ends else ""
    words, digits = _readable(event.headline), _hash(f"{article}\n{sentence}")
    for length in range(4, len(digits)):
        if (name := f"{words}-{digits[:length]}") not in taken:
            return name
    return _new_id(replace(event, headline=f"{len(taken)} {event.headline}"), texts, taken)


def _readable(headline: str) -> str:
    """The headline as a slug that is cut behind a word that says something."""
    words = slug(headline, LONGEST_SLUG).split("-")
    while words and words[-1] in SMALL_WORDS:
        words.pop()
    return "-".join(words) or "event"


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
