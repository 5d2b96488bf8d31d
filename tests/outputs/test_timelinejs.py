"""`data/timelinejs.json` against a schema that is written from TimelineJS's documentation."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.dates.when import parse_edtf
from generator.model import Timeline
from generator.outputs.timelinejs import timelinejs
from generator.pages.catalogue import listed_on
from generator.settings import Settings
from tests.outputs.seeds import recorded, seeds
from tests.pages.reading import read
from tests.pages.sample import EVENTS, SETTINGS, TIMELINE

_FILE = Path(__file__).with_name("timelinejs.schema.json")
SCHEMA = jsonschema.Draft202012Validator(json.loads(_FILE.read_text("utf-8")))


def data(timeline: Timeline, settings: Settings = SETTINGS) -> Any:
    return json.loads(timelinejs(timeline, settings).text)


@pytest.mark.parametrize(("timeline", "settings"), [seeds(), (TIMELINE, SETTINGS)], ids=["seeds", "sample"])
def test_it_is_what_timelinejs_reads(timeline: Timeline, settings: Settings) -> None:
    found = data(timeline, settings)
    SCHEMA.validate(found)
    dated = [event.id for event in timeline.events if listed_on(event.when)]
    assert [slide["unique_id"] for slide in found["events"]] == dated


def _day(year: int, month: int, day: int) -> dict[str, int]:
    return {"year": year, "month": month, "day": day}


@pytest.mark.parametrize(
    ("edtf", "start", "end", "words"),
    [
        ("2025-01-27", _day(2025, 1, 27), None, "27 January 2025"),
        ("[2025-01-20..2025-01-26]", _day(2025, 1, 20), _day(2025, 1, 26), "some day in the week of 20 January 2025"),
        ("2025-01", {"year": 2025, "month": 1}, None, "January 2025"),
        ("2025-33", {"year": 2025, "month": 1}, {"year": 2025, "month": 3}, "the first quarter of 2025"),
        ("2025", {"year": 2025}, None, "2025"),
        ("2025~", {"year": 2025}, None, "about 2025"),
        ("199X", {"year": 1990}, {"year": 1999}, "the 1990s"),
        ("2022-01-28~/2025-01-28~", {"year": 2022}, {"year": 2025}, "from about 2022 to about 2025"),
        ("[..2025-01-28]", _day(2025, 1, 28), None, "by 28 January 2025"),
        ("[2025-01-24..]", _day(2025, 1, 24), None, "on or after 24 January 2025"),
    ],
)
def test_no_date_is_finer_than_what_is_known(
    edtf: str, start: Mapping[str, int], end: Mapping[str, int] | None, words: str
) -> None:
    [slide] = data(recorded(replace(EVENTS[0], when=parse_edtf(edtf))))["events"]
    assert (slide["start_date"], slide.get("end_date"), slide["display_date"]) == (start, end, words)


def test_texts_which_timelinejs_shows_as_html_hold_none_from_outside() -> None:
    for slide in data(TIMELINE)["events"]:
        for shown in (slide["text"]["headline"], slide["text"]["text"], slide["group"]):
            reading = read(shown)
            assert {tag for tag, _ in reading.elements} <= {"p", "blockquote", "a"}
            assert all(address.startswith("https://") for address in reading.values("href"))
