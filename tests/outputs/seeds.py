"""The timeline of the five articles on DeepSeek, and one in which every text is hostile, for tests of formats."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from generator.articles.corpus import read_articles
from generator.dates.rules import default_rules
from generator.history import Change, ChangeKind, History, Record
from generator.model import Event, Timeline
from generator.pipeline import make_timeline
from generator.settings import Settings
from generator.settings_files import read_settings
from tests.pages import sample

ROOT = Path(__file__).parents[2]
DEEPSEEK = Path(__file__).parents[1] / "stories" / "deepseek"
STAMP = date(2026, 1, 2)


@cache
def seeds() -> tuple[Timeline, Settings]:
    """The seed articles' timeline, first published on STAMP."""
    settings = read_settings(DEEPSEEK)
    return make_timeline(read_articles(DEEPSEEK, settings), default_rules(), settings, History(), STAMP), settings


def recorded(*events: Event) -> Timeline:
    """A timeline of these events alone, of the sample's articles, each with a record."""
    added = (Change(STAMP, ChangeKind.ADDED),)
    records = (Record(event.id, (), event.kind, event.headline, None, STAMP, STAMP, log=added) for event in events)
    history = History(tuple(sorted(records, key=lambda record: record.id)))
    return replace(sample.TIMELINE, events=events, history=history)


def worded(words: str) -> Timeline:
    """A timeline of one event, known to the day, in which every text is `words`."""
    [event] = [event for event in sample.EVENTS if event.id == "hostile-9e0f"]
    sources = tuple(replace(source, quote=words) for source in event.sources)
    articles = tuple(replace(article, title=words, publisher=words) for article in sample.ARTICLES)
    timeline = recorded(replace(event, headline=words, sources=sources))
    return replace(timeline, title=words, articles=articles)
