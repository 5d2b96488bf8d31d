"""`timeline.ics`, read back by icalendar."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from generator.dates.when import day
from generator.model import Event, Modality, Precision, Timeline
from generator.outputs.calendar_ics import calendar_ics
from generator.pages.markdown import visible
from generator.settings import Settings
from tests.outputs.seeds import STAMP, recorded, seeds, worded
from tests.pages.sample import EVENTS, SETTINGS, TIMELINE

[NVIDIA] = [event for event in EVENTS if event.id == "nvidia-falls-9c0d"]


def entries(timeline: Timeline, settings: Settings = SETTINGS) -> list[dict[str, object]]:
    """What icalendar reads of each entry."""
    calendar = Calendar.from_ical(calendar_ics(timeline, settings).text)
    return [{name: entry.decoded(name) for name in entry} for entry in calendar.walk("VEVENT")]


def summaries(timeline: Timeline) -> list[str]:
    return [str(entry["SUMMARY"]) for entry in entries(timeline)]


@pytest.mark.parametrize(("timeline", "settings"), [seeds(), (TIMELINE, SETTINGS)], ids=["seeds", "sample"])
def test_exactly_what_is_known_to_the_day_and_happened_or_is_planned_is_in_it(
    timeline: Timeline, settings: Settings
) -> None:
    expected = [
        event.when.earliest
        for event in timeline.events
        if event.when.precision is Precision.DAY and event.modality in {Modality.HAPPENED, Modality.PLANNED}
    ]
    found = entries(timeline, settings)
    assert expected
    assert [entry["DTSTART"] for entry in found] == expected
    assert len({str(entry["UID"]) for entry in found}) == len(expected)


@pytest.mark.parametrize(
    "event",
    [
        replace(NVIDIA, when=replace(day(date(2025, 1, 27)), approximate=True)),
        replace(NVIDIA, modality=Modality.CLAIMED),
        replace(NVIDIA, modality=Modality.PREDICTED),
    ],
    ids=["about that day", "claimed", "predicted"],
)
def test_what_is_less_certain_is_left_out(event: Event) -> None:
    assert entries(recorded(event)) == []


def test_an_entry_tells_who_says_so_and_when_it_was_last_changed() -> None:
    [entry] = entries(recorded(NVIDIA))
    assert entry["DTSTAMP"] == datetime(STAMP.year, STAMP.month, STAMP.day, tzinfo=UTC)
    assert "17 %" in str(entry["SUMMARY"])
    assert str(entry["DESCRIPTION"]).startswith("“")
    assert entry["STATUS"] == "CONFIRMED"


def test_a_plan_says_that_it_is_one() -> None:
    [entry] = entries(recorded(replace(NVIDIA, modality=Modality.PLANNED)))
    assert str(entry["SUMMARY"]).startswith("Planned: ")
    assert entry["STATUS"] == "TENTATIVE"


def test_an_entry_stays_itself_whatever_gets_better() -> None:
    better = replace(NVIDIA, headline="Another", when=day(date(2025, 1, 28)), sources=())
    before, after = (entries(recorded(event)) for event in (NVIDIA, better))
    assert [entry["UID"] for entry in before] == [entry["UID"] for entry in after]


def test_the_calendar_has_the_lines_that_the_standard_wants() -> None:
    for timeline in (seeds()[0], TIMELINE, worded("深度求索；, \\n \\ " * 30)):
        text = calendar_ics(timeline, SETTINGS).text
        assert text.endswith("END:VCALENDAR\r\n")
        assert text.replace("\r\n", "").isprintable()
        assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


@given(st.text())
def test_every_text_comes_back_as_it_is_seen(words: str) -> None:
    assert summaries(worded(words)) == [visible(words)]
