"""What each page type says, on the sample timeline as built."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model import Timeline
from generator.pages import PAGES
from generator.settings import Settings, Site

from .building import build_site
from .reading import Reading, read
from .sample import SETTINGS, TIMELINE

SAYS = {
    "index.html": [
        "How a Chinese start-up’s open model shook the markets",
        "18 events, 1990 to 2025, 1 without a date. 5 sources.",
        "The story in short",
        "Latest",
        "In dispute CEO of Microsoft: Satya Nadella or Sundar Pichai",
    ],
    "events/stargate-5e6f/index.html": [
        "Deals Sources disagree Needs review Machine-made, then edited",
        "some day in the week of 20 January 2025 Known to the week.",
        "The sentence says “Monday”, and the article was published on Tuesday 28 January 2025.",
        "[2025-01-20..2025-01-26]",
        "SoylentNews: Earlier this week: worked out for this sample",
        "Reported by 3 sources Earlier this week, President Donald Trump announced a joint venture",
        "Read it in the original Tech leaders respond to the rapid rise of DeepSeek",
        "SoylentNews published 1 February 2025 Archived copy About this source Also published in 2 copies, counted",
        "Original address not known",
        "How much money $500 billion up to $500 billion SoylentNews The Accomplish Magazine",
        "$500 million DeepSeek’s Meteoric Rise Shakes the World Does not fit what the others say",
        "Settled by an editor: $500 billion (outside source)",
        "When it happened 20 to 26 January 2025",
        "Donald Trump Person Nvidia Organisation White House Place",
        "“Earlier this week” of 1 February 2025 does not fit the other sources.",
        "Amount settled: $500 billion. The White House’s own announcement says so. (A. Editor, 2 March 2025, outside",
        "Before from 20 January 2025 to 19 January 2029 Stargate’s money is to be spent",
        "After on or after 24 January 2025 US chip export restrictions tighten",
    ],
    "events/nvidia-falls-9c0d/index.html": [
        "27 January 2025 Known to the day.",
        "Nasdaq more than 3 % Markets Machine-made 27 January 2025",
    ],
    "events/r1-released-3c4d/index.html": [
        "January 2025 Known to the month.",
        "Not quoted here, so that quotations from this article stay short. undated.txt",
        "published 29 January 2025 Original About this source",
    ],
    "events/wake-up-call-5c6d/index.html": ["by 28 January 2025 Only the latest possible date is known."],
    "events/million-gpus-1c2d/index.html": [
        "Planned",
        "Reported as a plan. These sources do not say whether it came about.",
    ],
    "events/o3-9a0b/index.html": ["Predicted", "Reported as a prediction."],
    "events/stolen-data-7e8f/index.html": ["Claimed", "Reported as a claim."],
    "events/undated-3c3c/index.html": ["No source says when."],
    "sources/soylent-reactions/index.html": [
        "Publisher SoylentNews Original https://soylentnews.org/article.pl?sid=25/02/01/1414214",
        "1 February 2025 The date is read from the address.",
        "2001-02-25 (given by the text’s first line): The text tells of January 2025, which had not come on that day.",
        "Copies count as one source. Other Gazette, https://other.example/a?b=c&d=e, corpus/copy.md corpus/copy2.md",
    ],
    "sources/turning-point/index.html": ["Author Clare Duffy From CNN", "Licence CC BY 2.5 Read on 1 March 2025"],
    "sources/meteoric-rise/index.html": [
        "Original Address not known",
        "2 passages of this text were read and not used: It reports no happening (2)",
    ],
    "sources/index.html": ["5 articles, newest first.", "SoylentNews 1 February 2025 2 events"],
    "entities/deepseek/index.html": ["DeepSeek Organisation Also written as 深度求索.", "Nvidia shares fall 17 %"],
    "entities/r1/index.html": ["R1 Product", "Sam Altman calls R1"],
    "entities/white-house/index.html": ["White House Place", "some day in the week of 20 January 2025 Trump announces"],
    "entities/index.html": ["People Donald Trump 1 event Organisations Nvidia 2 events DeepSeek 1 event Products"],
    "kinds/market/index.html": ["Markets Kind of event 2 events, in order of time."],
    "disagreements/index.html": [
        "Facts CEO of Microsoft Satya Nadella Microsoft CEO Satya Nadella SoylentNews undated.txt Sundar Pichai",
        "Events Trump announces Stargate with OpenAI, Oracle and SoftBank some day in the week of 20 January 2025",
    ],
    "years/index.html": [
        "2025 14 events January 11 December 1 ",
        "from 20 January 2025 to 19 January 2029 Stargate’s money is to be spent",
        "2023 1 event 2023 Liang Wenfeng founds DeepSeek",
        "1 event without any date date unknown",
        "The chronology for paper",
    ],
    "years/2025/index.html": ["from 20 January 2025 to 19 January 2029", "January January 2025 DeepSeek releases"],
    "months/2025-01/index.html": ["January 2025 All of 2025 January 2025 DeepSeek releases its R1 reasoning model"],
    "undated/index.html": ["They are not given a date by guess."],
}


@pytest.mark.parametrize(("page", "words"), [(page, words) for page, said in SAYS.items() for words in said])
def test_a_page_says(page: str, words: str, readings: Mapping[str, Reading]) -> None:
    assert words in readings[page].text


def test_a_quote_links_to_the_place_in_the_original_and_marks_the_words_for_the_time(
    readings: Mapping[str, Reading],
) -> None:
    elements = readings["events/stargate-5e6f/index.html"].elements
    assert "https://theaccomplishmagazine.com/why-deepseek#:~:text=President%20Donald" in [
        attributes.get("href") for _, attributes in elements
    ]
    assert sum(tag == "mark" for tag, _ in elements) == 4


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://tracker.example/new", "https://tracker.example/new?title=Error%20in%3A%20DeepSeek"),
        ("https://tracker.example/new?labels=x", "https://tracker.example/new?labels=x&title=Error%20in%3A%20DeepSeek"),
        ("mailto:desk@news.example", "mailto:desk@news.example?subject=Error%20in%3A%20DeepSeek"),
        ("javascript:alert(1)", None),
        (None, None),
    ],
)
def test_an_error_is_reported_where_the_editor_wants_it(address: str | None, expected: str | None) -> None:
    settings = replace(SETTINGS, site=replace(SETTINGS.site, report_url=address))
    [text] = [
        page.text
        for pages in PAGES
        for page in pages(TIMELINE, settings)
        if page.path == "events/v3-introduced-7a8b.md"
    ]
    links = [link for link in read(text).values("href") if "Error%20in" in link]
    assert [link.partition("%20introduces")[0] for link in links] == [expected] * (expected is not None)


def test_a_report_in_the_words_of_another_is_called_its_copy_and_not_counted() -> None:
    event = TIMELINE.events[0]
    original, copy = (
        replace(event.sources[0], article=TIMELINE.articles[n].id, copy_of=of)
        for n, of in ((0, None), (1, TIMELINE.articles[0].id))
    )
    timeline = replace(TIMELINE, events=(replace(event, sources=(original, copy)), *TIMELINE.events[1:]))
    text = next(p.text for pages in PAGES for p in pages(timeline, SETTINGS) if p.path == f"events/{event.id}.md")
    assert "Reported by 1 source\n" in text
    assert text.count("Near-copy of ") == 1


def test_the_same_timeline_gives_the_same_pages() -> None:
    first, second = ([page for pages in PAGES for page in pages(TIMELINE, SETTINGS)] for _ in range(2))
    assert first == second


def test_an_empty_corpus_gives_a_site_that_says_so(tmp_path: Path) -> None:
    site = build_site(Timeline("Empty", (), {}, (), ()), Settings(Site("Empty")), tmp_path)
    assert "There are no events yet" in read((site / "index.html").read_text(encoding="utf-8")).text
    assert "no articles in the corpus" in read((site / "sources" / "index.html").read_text(encoding="utf-8")).text


def test_a_home_page_without_a_description_is_described_by_its_numbers() -> None:
    settings = replace(SETTINGS, site=replace(SETTINGS.site, description=""))
    [home] = [page for pages in PAGES for page in pages(TIMELINE, settings) if page.path == "index.md"]
    assert 'description: "18 events from 5 articles."' in home.text
