"""`data/timeline.csv`, read back by the csv module."""

import csv
import io

import pytest

from generator.model import Timeline
from generator.outputs.timeline_csv import timeline_csv
from generator.settings import Settings
from tests.outputs.seeds import seeds, worded
from tests.pages.sample import SETTINGS, TIMELINE


def rows(timeline: Timeline, settings: Settings) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(timeline_csv(timeline, settings).text, newline=""), strict=True))


@pytest.mark.parametrize(("timeline", "settings"), [seeds(), (TIMELINE, SETTINGS)], ids=["seeds", "sample"])
def test_there_is_a_row_for_each_event_with_a_value_for_each_column(timeline: Timeline, settings: Settings) -> None:
    found = rows(timeline, settings)
    assert [row["id"] for row in found] == [event.id for event in timeline.events]
    assert all(None not in row and None not in row.values() for row in found)


def test_a_row_tells_what_is_known_of_its_event() -> None:
    [row] = [row for row in rows(TIMELINE, SETTINGS) if row["id"] == "stargate-5e6f"]
    expected = {
        "page": "events/stargate-5e6f/",
        "kind": "Deals",
        "when": "some day in the week of 20 January 2025",
        "edtf": "[2025-01-20..2025-01-26]",
        "earliest": "2025-01-20",
        "precision": "week",
        "decided": "yes",
        "added": "2025-03-01",
    }
    assert {name: row[name] for name in expected} == expected
    assert row["names"] == "Donald Trump | Nvidia | White House"
    assert row["reports"] == "3"
    assert row["quotes"].startswith("Earlier this week, President Donald Trump announced")
    assert "$500 billion (SoylentNews, The Accomplish Magazine) or $500 million" in row["disagreements"]


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\x00=1", "＝1", "－1"]
)
def test_no_cell_begins_like_a_formula(words: str) -> None:
    cells = [cell for row in rows(worded(words), SETTINGS) for cell in row.values()]
    assert any(words.lstrip("\t\r\n \x00") in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "－"))]


def test_quotation_marks_commas_and_line_ends_stay_in_their_cell() -> None:
    assert {row["headline"] for row in rows(worded('a "b", c\nd; e'), SETTINGS)} == {'a "b", c d; e'}
