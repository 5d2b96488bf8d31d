"""The whole way, from articles to a timeline: the seed articles, any order of files, and texts that nobody wrote."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.articles.corpus import read_articles
from generator.dates.rules import default_rules
from generator.events.quotes import GAP
from generator.history import History
from generator.model import Article, Basis, Clue, Modality, Source, Timeline
from generator.outputs.timeline_json import timeline_json
from generator.pipeline import make_pages, make_timeline
from generator.settings import Settings
from generator.settings_files import general_kinds, read_settings
from tests.test_stories import STAMP, STORIES, timeline_of

DEEPSEEK = STORIES / "deepseek"
"""The first corpus: five real articles, one with a wrong date line, two with none, which contradict each other."""
GENERAL = Settings(kinds=general_kinds())


def run(articles: Sequence[Article], chosen: Settings = GENERAL) -> Timeline:
    return make_timeline(articles, default_rules(), chosen, History(), STAMP)


def same(first: Timeline, second: Timeline) -> bool:
    """Whether two timelines are one but for the order of their articles, which is that of the corpus."""
    return replace(first, articles=()) == replace(second, articles=())


def test_a_first_line_that_misreads_the_address_is_rejected_in_words() -> None:
    found = timeline_of(DEEPSEEK).publications["soylentnews-tech-ceos-respond-to-deepseek"]
    assert found.basis is Basis.URL
    header = next(rejection for rejection in found.rejected if rejection.value == "2001-02-25")
    assert header.basis is Basis.HEADER
    assert "25/02/01 read as day/month/year" in header.reason


def test_the_order_of_the_seed_articles_makes_no_difference() -> None:
    chosen = read_settings(DEEPSEEK)
    articles = read_articles(DEEPSEEK, chosen)
    first = run(articles, chosen)
    for order in list(permutations(articles))[1::17]:
        assert same(run(order, chosen), first)


@pytest.mark.parametrize("story", ["office-dispute", "year-turn", "last-week-narrows-earlier-this-week", "war"])
def test_the_order_of_the_articles_of_a_story_makes_no_difference(story: str) -> None:
    articles = read_articles(STORIES / story, GENERAL)
    assert all(same(run(order), run(articles)) for order in permutations(articles))


def test_every_quote_stands_in_its_article_letter_for_letter() -> None:
    timeline = timeline_of(DEEPSEEK)
    texts = {article.id: article.text for article in timeline.articles}
    quotes = [source for event in timeline.events for source in event.sources if source.quote]
    assert quotes
    for source in quotes:
        sentence = texts[source.article][source.start : source.end]
        assert source.quote
        assert all(piece in sentence for piece in source.quote.split(GAP))


def test_a_second_run_over_the_same_articles_gives_the_same_bytes() -> None:
    assert repr(timeline_of(DEEPSEEK)) == repr(timeline_of(DEEPSEEK))


# Sentences as newspapers write them, with slots; what does not fit together is meant to.
FORMS = [
    *["{who} {did} {what} {when}.", "{when} {who} {did} {what}.", "{who} {did} {what}.", "{who} was {done} {when}."],
    *["{who} plans to {do} {what} {when}.", "{who} will {do} {what} {when}.", "{who} reportedly {did} {what} {when}."],
    *["{who} said {when} that {who} {did} {what}.", "“We {did} {what} {when},” said {who}.", "He {did} {what} {when}."],
    *["{who}, which {did} {what} {when}, {did} {what} {when}.", "{what} {did} {when}, {who} said", "It {did} {when}."],
    *["{who} {did} {what} {when} and {did} {what} {when}.", "{when} after {who} {did} {what}, {who} {did} {what}."],
]
SLOTS = {
    "who": [
        "Nvidia",
        "Donald Trump",
        "Microsoft CEO Ann Lund",
        "the company",
        "She",
        "Shares of Oracle",
        "12 people",
        "",
    ],
    "did": ["fell", "announced", "bought", "killed", "did not close", "met", "denied", "launched", "set up", "beat"],
    "done": ["arrested", "sold", "killed by soldiers", "not closed", "expected to fall", "laid off"],
    "do": ["build", "close", "be sold", "take over", ""],
    "what": ["a plant", "17%", "Oslo", "$5 million", "up to €3.2bn", "1,200 jobs in Bergen", "that it fell", ""],
    "when": [
        *[
            "on Monday",
            "on 24 January 2025",
            "in 2023",
            "last week",
            "tomorrow",
            "earlier this month",
            "two days later",
        ],
        *["yesterday", "by the end of the year", "since Tuesday", "in the 1990s", "next Friday", "recently", ""],
    ],
}
HOSTILE = [
    *[
        "<script>",
        "</b>",
        "{{ 7*7 }}",
        "{% x %}",
        "[a](javascript:x)",
        "`",
        "***",
        "<!--",
        "&amp;",
        "|",
        "#",
        "\\",
        "> ",
        "---",
    ],
    *["\u202e", "\u200b", "\ufeff", "\n", "\n\n", "- ", "é", "東京", "😀", "İ", "ﬁ", "²", "1" * 40, "." * 40],
]
GAPS = st.sampled_from([" ", " ", "\n", "\n\n", " " + "x" * 300 + " "])


@st.composite
def sentences(draw: st.DrawFn) -> str:
    pieces = re.split(r"\{(\w+)\}", draw(st.sampled_from(FORMS)))
    return "".join(draw(st.sampled_from(SLOTS[piece])) if i % 2 else piece for i, piece in enumerate(pieces))


NEWS = st.lists(st.tuples(sentences(), GAPS).map("".join), max_size=8).map("".join)
MIXED = st.lists(st.one_of(sentences(), st.sampled_from(HOSTILE), st.text(max_size=6)), max_size=20).map(" ".join)
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    number = draw(st.integers(0, 10**9))
    text = draw(st.one_of(NEWS, NEWS, MIXED, st.text(max_size=200)))
    day = draw(st.none() | DAYS)
    basis = draw(st.sampled_from([Basis.STATED, Basis.HEADER, Basis.HTML]))
    return Article(
        id=f"a{number}",
        path=f"corpus/a{number}.md",
        sha256="0" * 64,
        text=text,
        title=draw(st.text(min_size=1, max_size=20)),
        url=draw(st.none() | st.just(f"https://example.org/25/02/01/{number}")),
        clues=(Clue(basis, day, day.isoformat()),) if day else (),
    )


CORPUS = st.lists(articles(), max_size=3, unique_by=lambda article: article.id)
MANY = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@MANY
@given(CORPUS)
def test_no_text_breaks_the_pipeline_or_a_page(corpus: list[Article]) -> None:
    timeline = run(corpus)
    assert make_pages(timeline, GENERAL) or not corpus
    assert json.loads(timeline_json(timeline, GENERAL).text)["version"] == 1


@MANY
@given(CORPUS)
def test_nothing_happened_after_it_was_reported(corpus: list[Article]) -> None:
    timeline = run(corpus)
    for event in timeline.events:
        if event.modality in (Modality.HAPPENED, Modality.CLAIMED):
            ends = [timeline.publications[m.article].when.latest for m in event.mentions]
            assert event.when.earliest is None or any(end is None or event.when.earliest <= end for end in ends)
        for mention in event.mentions:
            end = timeline.publications[mention.article].when.latest
            if mention.modality in (Modality.HAPPENED, Modality.CLAIMED) and mention.when.earliest and end:
                assert mention.when.earliest <= end


@MANY
@given(CORPUS, st.randoms(use_true_random=False))
def test_the_order_of_articles_makes_no_difference(corpus: list[Article], chance: object) -> None:
    shuffled = list(corpus)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert same(run(shuffled), run(corpus))


@MANY
@given(CORPUS)
def test_quotes_of_any_text_keep_the_rules(corpus: list[Article]) -> None:
    timeline = run(corpus)
    for article in timeline.articles:
        sources = [s for event in timeline.events for s in event.sources if s.article == article.id and s.quote]
        shown: set[int] = set()
        for source in sources:
            assert source.quote
            words = [word for piece in source.quote.split(GAP) for word in places(article.text, source, piece)]
            assert len(words) <= 40
            shown.update(words)
        assert len(shown) <= min(300, 0.4 * len(article.text.split()))


def places(text: str, source: Source, piece: str) -> list[int]:
    """Where the words of a piece of a quote begin in the text."""
    start = text.index(piece, source.start, source.end)
    return [start + match.start() for match in re.finditer(r"\S+", piece)]


def test_what_runs_on_without_end_is_left_out_and_said_so() -> None:
    endless = Article("a", "corpus/a.md", "0" * 64, "Nvidia said on Monday that " * 200, "A")
    timeline = run([endless])
    assert timeline.events == ()
    assert [omission.reason for omission in timeline.omissions] == ["too long for a sentence"]


def test_an_empty_corpus_gives_an_empty_timeline() -> None:
    assert replace(run([]), title="") == Timeline("", (), {}, (), ())
