"""The whole program on one page: articles in, a timeline and its pages out.

Every stage is a pure function of values; files are read before and written after. The publication of an article
bounds the events that it reports, and an event that several articles report bounds the publication of those that are
not dated, so mentions are found twice: first with what the articles say of themselves, then with what they say of
each other.
"""

from collections.abc import Iterable, Sequence

from generator.articles.publication import date_publications
from generator.dates.rules import Rules
from generator.dates.tag import tag_times
from generator.events.anchors import narrow_publications
from generator.events.decisions import apply_decisions, decided_publications
from generator.events.disagreements import find_disagreements
from generator.events.entities import join_names
from generator.events.headlines import word_headlines
from generator.events.identity import History, name_events
from generator.events.mentions import find_mentions
from generator.events.merge import merge_mentions
from generator.events.quotes import choose_quotes
from generator.events.ranking import rank_events
from generator.model import Article, Page, Timeline
from generator.pages import PAGES
from generator.settings import Settings


def make_timeline(articles: Sequence[Article], rules: Rules, settings: Settings, history: History) -> Timeline: ...


def make_pages(timeline: Timeline, settings: Settings) -> tuple[Page, ...]: ...
