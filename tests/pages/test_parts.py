"""Pages that would be too long: their heaviest events, and a page a year."""

from dataclasses import replace

import pytest

from generator.dates.when import year
from generator.model import UNKNOWN_WHEN, Event
from generator.pages import PageType
from generator.pages.disagreements import disagreement_pages
from generator.pages.entity import entity_pages
from generator.pages.kind import kind_pages
from generator.pages.parts import HEAVIEST, MOST

from .reading import read
from .sample import EVENTS, SETTINGS, TIMELINE

[STARGATE] = [event for event in EVENTS if event.id == "stargate-5e6f"]


def _events(number: int) -> tuple[Event, ...]:
    """So many events of Donald Trump that are in dispute, of 2001 and 2002, the last without a date."""
    dated = [
        replace(STARGATE, id=f"e{place}", when=year(2001 + 2 * place // number), weight=float(place))
        for place in range(number - 1)
    ]
    return (*dated, replace(STARGATE, id=f"e{number - 1}", when=UNKNOWN_WHEN))


@pytest.mark.parametrize(
    ("make", "whole"),
    [
        (kind_pages, f"kinds/{STARGATE.kind}"),
        (entity_pages, f"entities/{STARGATE.entities[0]}"),
        (disagreement_pages, "disagreements"),
    ],
    ids=["kind", "name", "disagreements"],
)
@pytest.mark.parametrize("number", [MOST, MOST + 10])
def test_what_is_long_has_a_page_a_year_and_every_event_stands_on_one(make: PageType, whole: str, number: int) -> None:
    timeline = replace(TIMELINE, events=_events(number))
    pages = {page.path: page for page in make(timeline, SETTINGS) if whole in page.path}
    told = {
        path: {address for address in read(page.text).values("href") if "events/e" in address}
        for path, page in pages.items()
    }
    if number <= MOST:
        assert {path: len(found) for path, found in told.items()} == {f"{whole}.md": number}
        return
    parts = [f"{whole}/{part}.md" for part in ("2001", "2002", "undated")]
    assert set(told) == {f"{whole}.md", *parts}
    assert len(told[f"{whole}.md"]) >= HEAVIEST
    assert sum(len(told[part]) for part in parts) == number
