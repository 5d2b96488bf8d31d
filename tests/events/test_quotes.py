"""What of an article is quoted, and where its sentences are found."""

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.events.quotes import GAP, choose_quotes
from generator.model import Article, Event, Mention, Modality, Source
from generator.settings import QuoteLimits
from tests.events.reports import report
from tests.making import article, when

RULES = QuoteLimits()
LONG = (
    "According to a report that the ministry of transport published in the capital and sent to all members of both "
    "houses of parliament, Airbus opened a second assembly line for long-range aeroplanes in Mobile, which has been "
    "the home of its American factory for ten years, and promised more jobs, on Monday."
)
LEADING_ON = ("the", "a", "of", "in", "for", "and", "which", "to", "on", "has", "its", "that")
FILLER = "Nothing else happened there. " * 60


def text_of(*sentences: str) -> Article:
    return article("a", " ".join([*sentences, FILLER]))


def told(source: Article, sentence: str, clause: str = "", weight: float = 1.0) -> Event:
    """An event told by a sentence of an article, from the words of `clause` on."""
    start = source.text.index(sentence)
    core = source.text.index(clause or sentence)
    mention = report(source.id, sentence, start=start, end=start + len(sentence), core=core)
    return event_of(mention, weight=weight)


def event_of(*mentions: Mention, weight: float = 1.0) -> Event:
    return Event("", "It fell", "other", when(None), "", Modality.HAPPENED, (), mentions, weight)


def sources(events: list[Event], source: Article, rules: QuoteLimits = RULES) -> list[Source]:
    return [s for event in choose_quotes(events, {source.id: source}, rules) for s in event.sources]


def test_a_short_sentence_is_quoted_whole() -> None:
    source = text_of("Airbus opened a plant in Mobile on Monday.")
    assert sources([told(source, "Airbus opened a plant in Mobile on Monday.")], source)[0].quote == (
        "Airbus opened a plant in Mobile on Monday."
    )


def test_a_long_sentence_is_cut_round_what_happened() -> None:
    source = text_of(LONG)
    quote = sources([told(source, LONG, "Airbus opened")], source)[0].quote
    assert quote
    assert quote.startswith("Airbus opened a second assembly line")
    assert len(quote.replace(GAP, " ").split()) <= RULES.quote_words


@pytest.mark.parametrize("longest", range(8, 40))
def test_a_cut_quote_keeps_its_least_length_and_does_not_end_in_a_word_that_leads_on(longest: int) -> None:
    source = text_of(LONG)
    quote = sources([told(source, LONG, "Airbus opened")], source, replace(RULES, quote_words=longest))[0].quote
    assert quote
    assert 8 <= len(quote.replace(GAP, " ").split()) <= longest
    assert quote.split()[-1].lower() not in LEADING_ON


@pytest.mark.parametrize("longest", range(8, 13))
def test_no_quote_is_cut_below_its_least_length_to_end_well(longest: int) -> None:
    sentence = "Vesta opened a plant in the town of Mobile near the coast on Monday."
    source = text_of(sentence)
    quote = sources([told(source, sentence)], source, replace(RULES, quote_words=longest))[0].quote
    assert quote
    assert 8 <= len(quote.split()) <= longest


def test_a_sentence_of_a_short_article_is_listed_without_a_quote() -> None:
    sentence = "Airbus opened a plant in the town of Mobile near the coast on Monday."
    source = article("a", sentence)
    assert sources([told(source, sentence)], source)[0].quote is None


def test_the_heavier_event_is_served_first() -> None:
    sentences = [f"{name} opened a plant in Mobile near the coast on Monday." for name in ("Airbus", "Vesta")]
    source = article("a", " ".join(sentences))
    light, heavy = told(source, sentences[0], weight=1.0), told(source, sentences[1], weight=2.0)
    first, second = sources([light, heavy], source, replace(RULES, article_share=0.5))
    assert first.quote is None
    assert second.quote


def test_a_sentence_that_two_mentions_share_is_one_source() -> None:
    source = text_of("Airbus opened a plant and sold a yard in Mobile on Monday.")
    event = told(source, "Airbus opened a plant and sold a yard in Mobile on Monday.")
    assert len(sources([replace(event, mentions=(*event.mentions, *event.mentions))], source)) == 1


ADDRESSES = [
    ("https://a.example/x", "https://a.example/x#:~:text="),
    ("https://a.example/x#top", "https://a.example/x#top:~:text="),
]


@pytest.mark.parametrize(("url", "start"), ADDRESSES)
def test_a_link_leads_to_the_sentence_in_the_original(url: str, start: str) -> None:
    sentence = "Airbus - with Vesta, its rival & partner - opened a plant in Mobile on Monday."
    source = replace(text_of(sentence), url=url)
    link = sources([told(source, sentence)], source)[0].link
    assert link
    assert link.startswith(start)
    fragment = link.removeprefix(start)
    assert not re.search(r"[-&]", fragment)
    opening, _, closing = fragment.partition(",")
    assert sentence.startswith(unquote(opening))
    assert sentence.endswith(unquote(closing))


def test_without_an_address_there_is_no_link() -> None:
    source = text_of("Airbus opened a plant in Mobile on Monday.")
    assert sources([told(source, "Airbus opened a plant in Mobile on Monday.")], source)[0].link is None


WORDS = st.sampled_from(["Airbus", "opened", "the", "plant,", "in", "“Mobile”", "and", "Monday", "which", "é", "of"])
SENTENCES = st.lists(st.lists(WORDS, min_size=3, max_size=70).map(lambda words: " ".join(words) + "."), max_size=8)


@given(SENTENCES, st.integers(0, 60), st.integers(0, 400), st.floats(0, 1), st.integers(1, 12))
def test_quotes_keep_the_rules_whatever_the_article(
    sentences: list[str], quote_words: int, article_words: int, share: float, shortest: int
) -> None:
    rules = QuoteLimits(max(quote_words, shortest), article_words, share, shortest)
    source = article("a", " ".join(sentences))
    events = []
    position = 0
    for sentence in sentences:
        end = position + len(sentence)
        core = position + len(sentence) // 2
        mention = report("a", "It fell", start=position, end=end, core=core, own_time=False, time=None)
        events.append(event_of(mention, weight=len(sentence) % 3))
        position = end + 1
    shown = 0
    for found in sources(events, source, rules):
        if found.quote is not None:
            words = found.quote.replace(GAP, " ").split()
            assert len(words) <= rules.quote_words
            assert len(words) >= min(shortest, len(source.text[found.start : found.end].split()))
            assert all(piece in source.text[found.start : found.end] for piece in found.quote.split(GAP))
            shown += len(words)
    assert shown <= min(article_words, share * len(source.text.split()))


@pytest.mark.parametrize("longest", range(10, 24))
def test_a_quote_reaches_the_verb_over_a_long_description_of_who_does_it(longest: int) -> None:
    sentence = (
        "Venture fund Delphi Partners, which put $8 million into Parcello in 2010 when nobody else would and took a "
        "seat on its board, sold a third of its stake to the public on Tuesday."
    )
    source = text_of(sentence)
    event = told(source, sentence)
    mention = replace(event.mentions[0], at=source.text.index("sold a third"), time=None)
    quote = sources([event_of(mention)], source, replace(RULES, quote_words=longest))[0].quote
    assert quote
    assert quote.startswith("Venture fund Delphi Partners … sold a third of")
    assert 8 <= len(quote.replace(GAP, " ").split()) <= longest


QATAR = (
    "Delta Air, which chose the A350 over the rival plane, will also purchase 20 larger planes for $4.6 billion today."
)
INDEX = (
    "In the past year, the Turin Index, which is the most looked at in the country, has lost three quarters of it all."
)
SALES = "The carmaker Nordvind reported that sales of cars in Chile were down, and Vesta sales dropped 28%."
RANGE = (
    "Under the deal that was signed it is said that between 2014 and 2016 Delta will take six new planes of the maker."
)


@pytest.mark.parametrize(
    ("sentence", "subject", "clause", "verb", "quote"),
    [
        (QATAR, "Delta Air", "Delta", "purchase", "Delta Air … will also purchase 20 larger planes for $4.6 billion"),
        (INDEX, "Turin Index", "In the", "lost", "the Turin Index … has lost three quarters"),
        (SALES, "Vesta sales", "Vesta", "dropped", "down, and Vesta sales dropped 28%."),
        (RANGE, "Delta", "Delta", "take", "between 2014 and 2016 Delta will take six new planes"),
    ],
)
def test_a_cut_quote_keeps_subject_verb_figures_and_both_ends_of_a_range(
    sentence: str, subject: str, clause: str, verb: str, quote: str
) -> None:
    source = text_of(sentence)
    at = sentence.index(verb)
    start = sentence.index(clause)
    mention = replace(told(source, sentence).mentions[0], subject=subject, at=at, core=start)
    found = sources([event_of(mention)], source, replace(RULES, quote_words=12))[0].quote
    assert found
    assert quote in found
