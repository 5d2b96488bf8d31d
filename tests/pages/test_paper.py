"""The chronology for paper: every event once, and for every number a source with its address in letters."""

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.pages.paper import MOST, paper_pages

from .reading import Reading, read
from .sample import EVENTS, SETTINGS, TIMELINE


def test_every_event_stands_on_it_with_numbers_that_lead_to_sources(readings: Mapping[str, Reading]) -> None:
    page = readings["paper/index.html"]
    assert all(event.headline in page.text for event in TIMELINE.events if event.id.startswith(("v3", "r1")))
    noted = {link for link in page.values("href") if link.startswith("#source-")}
    assert noted == {f"#{name}" for name in page.ids if name.startswith("source-")}
    assert len(noted) == len({source.article for event in TIMELINE.events for source in event.sources})


def test_what_is_planned_or_disputed_says_so_and_addresses_can_be_read(readings: Mapping[str, Reading]) -> None:
    text = readings["paper/index.html"].text
    assert re.search(r"by the end of 2025 Meta to deploy 1.3 million GPUs \(planned\) \[\d", text)
    assert "Oracle and SoftBank (the sources disagree) [" in text
    assert "SoylentNews, 1 February 2025, https://soylentnews.org/article.pl?sid=25/02/01/1414214" in text
    assert "28 January 2025, address not known" in text


def test_a_long_timeline_is_printed_year_by_year() -> None:
    many = tuple(replace(EVENTS[place % len(EVENTS)], id=f"e{place}") for place in range(MOST + 1))
    pages = {page.path: page.text for page in paper_pages(replace(TIMELINE, events=many), SETTINGS)}
    contents = read(pages.pop("paper/index.md"))
    assert sum(text.count("<li>") for text in pages.values()) == len(many)
    assert {f"paper/{link.strip('/')}.md" for link in contents.values("href")} == set(pages)
