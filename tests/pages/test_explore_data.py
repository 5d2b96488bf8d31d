"""The data of the page Explore: what the browser's tests filter by is what the timeline says."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from generator.model import Timeline
from generator.pages.catalogue import make_catalogue
from generator.pages.entity import entity_pages
from generator.pages.explore_data import PIECE, explore_data
from generator.pages.kind import kind_pages
from generator.pages.markdown import visible
from generator.settings import Settings
from tests.browser.many import many_events
from tests.outputs.seeds import seeds
from tests.pages.sample import EVENTS, SETTINGS, TIMELINE

MANY = many_events(PIECE + 1)
TITLES = {article.id: article.title for article in TIMELINE.articles}


def data(timeline: Timeline, settings: Settings = SETTINGS) -> Mapping[str, Any]:
    pages = list(explore_data(make_catalogue(timeline, settings)))
    return {page.path.removeprefix("data/explore/"): json.loads(page.text) for page in pages}


def chosen(timeline: Timeline, name: str) -> list[tuple[str, list[str]]]:
    """Each event's id with the keys of its options in the filter of that name."""
    [column] = [one for one in data(timeline)["index.json"]["filters"] if one["name"] == name]
    values = [places if isinstance(places, list) else [places] for places in column["values"]]
    keys = [[column["options"][place][0] for place in places] for places in values]
    return list(zip((event.id for event in timeline.events), keys, strict=True))


@pytest.mark.parametrize(
    ("timeline", "settings"), [seeds(), (TIMELINE, SETTINGS), (MANY, SETTINGS)], ids=["seeds", "sample", "many"]
)
def test_every_column_and_all_pieces_together_have_a_place_for_each_event(
    timeline: Timeline, settings: Settings
) -> None:
    found = dict(data(timeline, settings))
    index = found.pop("index.json")
    columns = [index["first"], index["last"], *(one["values"] for one in index["filters"])]
    assert {len(column) for column in columns} == {len(timeline.events)}
    assert [found[f"headlines-{number}.json"]["edition"] for number in range(len(found))] == index["editions"]
    rows = [row for number in range(len(found)) for row in found[f"headlines-{number}.json"]["rows"]]
    assert [row[:2] for row in rows] == [[event.id, visible(event.headline)] for event in timeline.events]
    assert all(len(piece["rows"]) <= PIECE for piece in found.values())


def test_a_timeline_without_events_has_an_index_and_no_pieces() -> None:
    assert list(data(Timeline("Nothing", (), {}, (), ()))) == ["index.json"]


@pytest.mark.parametrize(
    ("name", "event", "keys"),
    [
        ("kind", "stargate-5e6f", ["deal"]),
        ("kind", "arabic-2b2b", ["unlisted"]),
        ("entity", "stargate-5e6f", ["donald-trump", "index", "white-house"]),
        ("entity", "hostile-9e0f", ["hostile"]),
        (
            "source",
            "stargate-5e6f",
            ["SoylentNews", "DeepSeek’s Meteoric Rise Shakes the World", "The Accomplish Magazine"],
        ),
        ("dated", "nvidia-falls-9c0d", ["day"]),
        ("dated", "nineties-7c8d", ["coarser"]),
        ("dated", "wake-up-call-5c6d", ["bound"]),
        ("dated", "undated-3c3c", ["none"]),
        ("said", "million-gpus-1c2d", ["planned"]),
        ("mark", "stargate-5e6f", ["dispute", "doubt", "edited"]),
        ("mark", "nvidia-falls-9c0d", []),
    ],
)
def test_an_event_is_found_by_what_is_known_of_it(name: str, event: str, keys: list[str]) -> None:
    assert dict(chosen(TIMELINE, name))[event] == keys


def test_a_period_finds_an_event_by_the_days_by_which_it_is_listed() -> None:
    index = data(TIMELINE)["index.json"]
    days = [
        tuple(day if day is None else date(1970, 1, 1) + timedelta(days=day) for day in pair)
        for pair in zip(index["first"], index["last"], strict=True)
    ]
    found = dict(zip((event.id for event in TIMELINE.events), days, strict=True))
    assert found["stargate-5e6f"] == (date(2025, 1, 20), date(2025, 1, 26))
    assert found["wake-up-call-5c6d"] == (date(2025, 1, 28), date(2025, 1, 28))
    assert found["exports-3e4f"] == (date(2025, 1, 24), date(2025, 1, 24))
    assert found["undated-3c3c"] == (None, None)


def test_a_piece_has_another_edition_with_another_headline() -> None:
    one, other = (Timeline("T", (), {}, (event,), ()) for event in EVENTS[:2])
    assert data(one)["index.json"]["editions"] != data(other)["index.json"]["editions"]


def test_a_long_list_leads_to_where_it_can_be_filtered() -> None:
    pages = {page.path: page.text for made in (kind_pages, entity_pages) for page in made(MANY, SETTINGS)}
    assert 'href="../../explore/?kind=deal"' in pages["kinds/deal.md"]
    assert 'href="../../explore/?entity=name-0"' in pages["entities/name-0.md"]
    assert not [page.path for page in entity_pages(TIMELINE, SETTINGS) if "explore/" in page.text]
