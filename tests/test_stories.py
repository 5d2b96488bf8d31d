"""Each folder of tests/stories/ is a few short articles and the whole timeline that a careful editor makes of them.

`expected.yml` holds
  point         what the story shows, in a sentence
  events        each with when (EDTF, or null if nothing is known), headline (its exact words) or about (words that it
                must hold), and where they matter kind, modality (else happened), entities (some of their names),
                sources (article ids), disagreements (about, claims as words: [article ids], outlier), copies (article:
                whose words it has); optional: true if an editor could do without it
  publications  article id: EDTF
  facts         disagreements of no single event
  no_events_about  words of sentences that must not become events
  others        "allowed" if the articles tell more events than these; else there must be none
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.articles.corpus import read_articles
from generator.dates.rules import default_rules
from generator.dates.when import to_edtf
from generator.history import History
from generator.model import Article, Disagreement, Event, Timeline
from generator.pipeline import make_timeline
from generator.settings import Settings
from generator.settings_files import read_settings

STORIES = Path(__file__).parent / "stories"
STAMP = date(2025, 12, 31)
STORY_KEYS = {"point", "events", "publications", "facts", "no_events_about", "others"}
EVENT_KEYS = {
    "when",
    "headline",
    "about",
    "kind",
    "modality",
    "entities",
    "sources",
    "disagreements",
    "copies",
    "optional",
}
# What no headline may hold, whatever its story: a genitive without its noun, a dangling opening, a cut end, a gap.
BROKEN = re.compile(
    r"(^|\s)['’]s\b|^(he|she|it|they|its|his|her|their|this|that)\b|  | [,.;:]"
    r"|\b(a|an|the|of|at|to|for|by|with|from|and|or|but|that|which|its|their|his|her) *$"
    r"|\b(to|of|by|for|from) (in|on|at|of|to|by|for|from)\b",
    re.IGNORECASE,
)
DISAGREEMENT_KEYS = {"about", "claims", "outlier"}

Entry = Mapping[str, Any]
Told = tuple[str, int, str]

each_story = pytest.mark.parametrize(
    "story", sorted(path.parent for path in STORIES.glob("*/expected.yml")), ids=lambda path: path.name
)


@each_story
def test_a_story_gives_the_timeline_that_its_editor_expects(story: Path) -> None:
    assert "\n".join(complaints(timeline_of(story), story / "expected.yml")) == ""


@each_story
def test_a_further_article_splits_nothing_that_was_joined(story: Path) -> None:
    settings = read_settings(story)
    articles = read_articles(story, settings)
    told = joined(articles, settings)
    for left_out in articles:
        fewer = joined([article for article in articles if article is not left_out], settings)
        assert [pair for pair in pairs(fewer) - pairs(told) if pair <= set().union(*told)] == []


def joined(articles: Sequence[Article], settings: Settings) -> list[set[Told]]:
    """What the articles tell, as article, place and verb, event by event."""
    timeline = make_timeline(articles, default_rules(), settings, History(), STAMP)
    return [{(m.article, m.start, m.trigger) for m in event.mentions} for event in timeline.events]


def pairs(events: list[set[Told]]) -> set[frozenset[Told]]:
    """What is told in one event, two and two."""
    return {frozenset(pair) for event in events for pair in combinations(sorted(event), 2)}


def complaints(timeline: Timeline, expectations: Path) -> list[str]:
    """In what a timeline is not what a file in the form of `expected.yml` says."""
    expected = yaml.safe_load(expectations.read_text("utf-8"))
    assert not set(expected) - STORY_KEYS, f"unknown keys in {expectations}"
    return [
        *_about_events(expected, timeline),
        *_about_publications(expected.get("publications", {}), timeline),
        *_about_facts(expected.get("facts", []), timeline),
    ]


def timeline_of(story: Path) -> Timeline:
    """The timeline of the articles of a project folder, under its own settings if it has any."""
    settings = read_settings(story)
    articles = read_articles(story, settings)
    return make_timeline(articles, default_rules(), settings, History(), STAMP)


def _about_events(expected: Entry, timeline: Timeline) -> Iterator[str]:
    left = list(timeline.events)
    names = {entity.id: entity.name for entity in timeline.entities}
    for entry in expected["events"]:
        assert not set(entry) - EVENT_KEYS, f"unknown keys in {entry}"
        match = next((event for event in left if _fits(entry, event, names)), None)
        if match is not None:
            left.remove(match)
        elif not entry.get("optional"):
            yield f"missing: {entry}"
    if expected.get("others") != "allowed":
        yield from (f"found:   {described(event)}" for event in left)
    yield from (f"broken headline: {e.headline!r}" for e in timeline.events if BROKEN.search(e.headline))
    texts = {article.id: article for article in timeline.articles}
    for words in expected.get("no_events_about", []):
        yield from (f"“{words}” became: {described(e)}" for e in timeline.events if _tells(e, words, texts))


def _fits(entry: Entry, event: Event, names: Mapping[str, str]) -> bool:
    when = entry["when"]
    told = entry.get("about", [])
    return (
        to_edtf(event.when) == (None if when is None else str(when))
        and event.headline == entry.get("headline", event.headline)
        and all(_holds(event.headline, str(words)) for words in told)
        and event.kind == entry.get("kind", event.kind)
        and event.modality.value == entry.get("modality", "happened")
        and {names[entity] for entity in event.entities} >= set(entry.get("entities", []))
        and _articles(event) == sorted(entry.get("sources", _articles(event)))
        and _same_disputes(entry.get("disagreements", []), event.disagreements)
        and _copies(event) == entry.get("copies", _copies(event))
    )


def _holds(headline: str, words: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", headline, re.IGNORECASE))


def _articles(event: Event) -> list[str]:
    return sorted({source.article for source in event.sources})


def _copies(event: Event) -> dict[str, str]:
    return {source.article: source.copy_of for source in event.sources if source.copy_of}


def _same_disputes(expected: Sequence[Entry], found: Sequence[Disagreement]) -> bool:
    return len(expected) == len(found) and all(any(_is_dispute(entry, d) for d in found) for entry in expected)


def _is_dispute(entry: Entry, found: Disagreement) -> bool:
    assert not set(entry) - DISAGREEMENT_KEYS, f"unknown keys in {entry}"
    claims = {
        words: [c for c in found.claims if words in f"{c.words} / {c.value}" and sorted(articles) == sorted(c.articles)]
        for words, articles in entry["claims"].items()
    }
    outliers = [articles for c in found.claims if c.outlier for articles in c.articles]
    return (
        entry["about"].lower() in found.about.lower()
        and len(claims) == len(found.claims)
        and all(claims.values())
        and entry.get("outlier", next(iter(outliers), None)) == next(iter(outliers), None)
    )


def _tells(event: Event, words: str, articles: Mapping[str, Article]) -> bool:
    return any(words in articles[m.article].text[m.start : m.end] for m in event.mentions)


def _about_publications(expected: Mapping[str, str], timeline: Timeline) -> Iterator[str]:
    for article, edtf in expected.items():
        found = timeline.publications[article]
        if to_edtf(found.when) != (None if edtf is None else str(edtf)):
            yield f"{article} was published {edtf}, not {to_edtf(found.when)} ({found.basis}: {found.reason})"


def _about_facts(expected: Sequence[Entry], timeline: Timeline) -> Iterator[str]:
    if not _same_disputes(expected, timeline.disagreements):
        yield f"disputes of fact: {[_dispute(d) for d in timeline.disagreements]}, not {list(expected)}"


def described(event: Event) -> str:
    """An event in the form of an entry of `expected.yml`."""
    disputes = f", disagreements: {[_dispute(d) for d in event.disagreements]}" if event.disagreements else ""
    return (
        f"{{when: {to_edtf(event.when)}, headline: {event.headline!r}, kind: {event.kind}, "
        f"modality: {event.modality}, sources: {_articles(event)}{disputes}}}"
    )


def _dispute(found: Disagreement) -> str:
    claims = ", ".join(f"{c.words!r}: {list(c.articles)}{' (outlier)' if c.outlier else ''}" for c in found.claims)
    return f"{{about: {found.about}, claims: {{{claims}}}}}"
