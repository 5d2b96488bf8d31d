"""A corpus that grows article by article, in any order, gives the same timeline and breaks no address."""

import itertools
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.articles.corpus import read_articles
from generator.dates.rules import default_rules
from generator.history import History, Status
from generator.model import Article, Timeline
from generator.outputs.docs_folder import apply
from generator.outputs.former_addresses import former_pages
from generator.outputs.history import parse_history
from generator.pages.places import event_page
from generator.pipeline import make_timeline
from generator.project import all_pages, open_project, run_project
from generator.settings import Settings
from generator.settings_files import general_kinds

DEEPSEEK = Path(__file__).parent / "stories" / "deepseek"
SETTINGS = Settings(kinds=general_kinds())
RULES = default_rules()
DAY = date(2025, 2, 1)

SEEDS = {article.path: article for article in read_articles(DEEPSEEK, SETTINGS)}
ORDERS = [
    list(SEEDS),
    list(SEEDS)[::-1],
    *(random.Random(seed).sample(list(SEEDS), len(SEEDS)) for seed in range(2)),
]


def run(articles: Sequence[Article], history: History, stamp: date = DAY) -> tuple[Timeline, History]:
    timeline = make_timeline(articles, RULES, SETTINGS, history, stamp)
    return timeline, timeline.history


def told(timeline: Timeline) -> list[tuple[object, ...]]:
    """All that a timeline tells but ids, which depend on what was published first."""
    return sorted(
        (
            event.headline,
            event.kind,
            str(event.when),
            event.modality,
            str([(source.article, source.start, source.end, source.quote) for source in event.sources]),
            str(event.disagreements),
        )
        for event in timeline.events
    )


@pytest.fixture(scope="module")
def whole() -> Timeline:
    return run(list(SEEDS.values()), History())[0]


def test_the_order_of_the_articles_does_not_matter(whole: Timeline) -> None:
    for order in ORDERS:
        timeline, _ = run([SEEDS[path] for path in order], History())
        assert replace(timeline, articles=whole.articles) == whole


def test_no_page_of_any_kind_is_lost_while_the_corpus_grows_and_shrinks() -> None:
    for order in (ORDERS[1], ORDERS[2]):
        history, ever = History(), set[str]()
        steps = [order[: size + 1] for size in range(len(order))]
        for paths in [*steps, *steps[-2::-1], []]:
            timeline, _ = run([SEEDS[path] for path in paths], history)
            pages = all_pages(timeline, SETTINGS)
            now = {page.path for page in pages}
            assert len(now) == len(pages)
            assert ever <= now
            ever |= {path for path in now if path.endswith(".md")}
            history = parse_history(next(page.text for page in pages if page.path == "data/history.json"), "history")


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: "-".join(Path(path).stem[:4] for path in order))
def test_no_address_breaks_while_the_corpus_grows_and_shrinks(order: list[str], whole: Timeline) -> None:
    history, ever = History(), set[str]()
    steps = [order[: size + 1] for size in range(len(order))]
    for number, paths in enumerate([*steps, *steps[-2::-1], *steps[1:]]):
        timeline, history = run([SEEDS[path] for path in paths], history, DAY + timedelta(days=number))
        shown = {event_page(event.id) for event in timeline.events}
        ever |= shown
        former = {page.path for page in former_pages(history)}
        assert not shown & former
        assert ever <= shown | former
        assert_every_record_ends_well(history)
    assert told(timeline) == told(whole)


def test_a_timeline_remembers_since_when_each_event_is_shown(whole: Timeline) -> None:
    since = {record.id: record.added for record in whole.history.records}
    assert {since[event.id] for event in whole.events} == {DAY}


def assert_every_record_ends_well(history: History) -> None:
    status: Mapping[str, Status] = {record.id: record.status for record in history.records}
    for record in history.records:
        if record.status is Status.MERGED:
            assert status[str(record.into)] is Status.LIVE
        if record.status is Status.WITHDRAWN:
            assert record.why


def test_an_event_that_two_steps_have_in_common_keeps_its_address() -> None:
    for order in ORDERS:
        history = History()
        ids_of: dict[frozenset[tuple[str, int, str]], str] = {}
        for size in itertools.count(1):
            timeline, history = run([SEEDS[path] for path in order[:size]], history)
            for event in timeline.events:
                sentences = frozenset((mention.article, mention.start, event.kind) for mention in event.mentions)
                assert ids_of.setdefault(sentences, event.id) == event.id
            if size == len(order):
                break


def test_an_article_keeps_its_address_whatever_files_come_before_it(tmp_path: Path) -> None:
    text = "Oracle bought Acme for $3 billion on 24 January 2025."
    files = [
        ("m/x.md", text),
        ("a/x.md", "Nokia fell 12% on 3 March 2025."),
        ("a/copy.md", f"---\npublished: 2025-01-25\n---\n{text}"),
        ("b.md", f"---\npublished: 2025-01-24\n---\n{text}"),
    ]
    (tmp_path / "site_config").mkdir()
    ids: list[dict[str, str]] = []
    for name, words in files:
        (tmp_path / "corpus" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "corpus" / name).write_text(words, "utf-8")
        made = run_project(open_project(tmp_path), DAY)
        apply(made.plan)
        ids.append({article.text: article.id for article in made.timeline.articles})
    assert {found[text] for found in ids} == {"x"}
    assert len(set(ids[-1].values())) == 2
