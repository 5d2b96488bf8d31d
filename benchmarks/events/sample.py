"""Published events drawn by a fixed seed, with what a person needs to judge them."""

import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from benchmarks.events.articles import read_news
from generator.dates.rules import default_rules
from generator.dates.when import to_words
from generator.history import History
from generator.model import Article, Event, Source, Timeline
from generator.pipeline import make_timeline
from generator.settings import Settings
from generator.settings_files import general_kinds

QUESTIONS = ("date right", "headline right and readable", "is a happening", "quote supports it")
_STAMP = date(2000, 1, 1)
_BEFORE = 2


def timeline_of(articles: Sequence[Article]) -> Timeline:
    """What the program makes of articles with nothing set by an editor."""
    return make_timeline(articles, default_rules(), Settings(kinds=general_kinds()), History(), _STAMP)


def write_sample(news: Path, count: int, seed: int, output: Path) -> int:
    """Write `count` events of the timeline, drawn by `seed`, in the order of the timeline; return how many it has."""
    articles = read_news(news)
    timeline = timeline_of(articles)
    drawn = random.Random(seed).sample(range(len(timeline.events)), min(count, len(timeline.events)))
    lines = [f"# {len(drawn)} of {len(timeline.events)} events, seed {seed}", "", f"Judge: {'; '.join(QUESTIONS)}.", ""]
    for number, index in enumerate(sorted(drawn), start=1):
        lines += _entry(number, timeline.events[index], timeline)
    output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(timeline.events)


def _entry(number: int, event: Event, timeline: Timeline) -> Iterator[str]:
    yield f"## {number}. {event.headline}"
    yield ""
    yield f"- when: {to_words(event.when)} ({event.modality}, {event.kind}; {event.reason})"
    articles = {article.id: article for article in timeline.articles}
    for source in event.sources:
        yield from _evidence(source, articles[source.article], timeline)
    yield ""


def _evidence(source: Source, article: Article, timeline: Timeline) -> Iterator[str]:
    """A source as published, and the text that it stands in."""
    yield f"- quote: {source.quote}"
    yield f"  - of “{article.title}”, published {to_words(timeline.publications[article.id].when)}"
    lines = article.text[: source.end].split("\n")
    yield f"  - context: {' / '.join(lines[-1 - _BEFORE :])}"
