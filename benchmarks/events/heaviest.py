"""The heaviest days of a timeline against the days on which a gold timeline has most to tell (Date-F1)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from benchmarks.events.timeline_task import Corpus
from generator.model import Event, Precision, Timeline

Weigh = Callable[[Event], float]


def told_days(corpus: Corpus, least: int) -> frozenset[date]:
    """The days of which the gold timelines of all targets together tell by at least so many event words."""
    words: dict[date, set[str]] = defaultdict(set)
    for entries in corpus.gold.values():
        for entry in entries:
            if entry.order and len(entry.date) == len("2025-01-27") and entry.date[-2:].isdigit():
                words[date.fromisoformat(entry.date)].update(entry.mentions)
    return frozenset(day for day, told in words.items() if len(told) >= least)


def weighed_days(timeline: Timeline, weigh: Weigh) -> Mapping[date, float]:
    """What the events that are known to the day weigh together, day by day."""
    days: dict[date, float] = defaultdict(float)
    for event in timeline.events:
        if event.when.precision is Precision.DAY and event.when.earliest:
            days[event.when.earliest] += weigh(event)
    return days


def publication_days(timeline: Timeline) -> Mapping[date, float]:
    """How many articles were published, day by day: the baseline."""
    days = (timeline.publications[article.id].when.earliest for article in timeline.articles)
    return Counter(day for day in days if day)


def date_f1(gold: frozenset[date], days: Mapping[date, float]) -> float:
    """F1 of as many of the heaviest days as the gold has, the earlier first where two weigh the same."""
    top: Sequence[date] = sorted(days, key=lambda day: (-days[day], day))[: len(gold)]
    return 2 * len(gold & set(top)) / (len(gold) + len(top)) if gold else 0.0
