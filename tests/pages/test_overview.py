"""The overview: every dated event is a link in it, and no label lies over another."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from generator.dates.when import day, month, year
from generator.model import Event
from generator.pages.catalogue import listed_on, make_catalogue
from generator.pages.overview import DRAWINGS, PHONE, draw_for_phones, draw_overview, draw_small

from .sample import EVENTS, SETTINGS, TIMELINE

SVG = "{http://www.w3.org/2000/svg}"


def _draw(events: Sequence[Event]) -> list[ElementTree.Element]:
    """The parts of the figures, one a drawing, each with its SVG and what is said below."""
    catalogue = make_catalogue(replace(TIMELINE, events=tuple(events)), SETTINGS)
    figures = [draw(events, "index.md", catalogue) for draw in (draw_overview, draw_for_phones)]
    named = [figure.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"') for figure in figures]
    return [drawing for figure in named for drawing in ElementTree.fromstring(figure)]


@pytest.fixture(scope="module")
def drawings() -> list[ElementTree.Element]:
    return _draw(TIMELINE.events)


def _links(drawing: ElementTree.Element) -> dict[str, str]:
    return {link.attrib["href"]: link.attrib.get("aria-label", "") for link in drawing.iter(f"{SVG}a")}


def test_there_is_a_drawing_for_each_width(drawings: list[ElementTree.Element]) -> None:
    boxes = [svg.attrib["viewBox"] for drawing in drawings for svg in drawing.iter(f"{SVG}svg")]
    assert [box.split()[2] for box in boxes] == [str(drawing.width) for drawing in (*DRAWINGS, *PHONE)]


def test_each_dated_event_is_a_link_with_a_name(drawings: list[ElementTree.Element]) -> None:
    for drawing in drawings:
        links = _links(drawing)
        assert set(links) == {f"events/{event.id}/" for event in EVENTS if listed_on(event.when)}
        assert links["events/stargate-5e6f/"].startswith("some day in the week of 20 January 2025: Trump announces")


def test_what_a_finger_or_eye_must_meet_does_not_overlap(drawings: list[ElementTree.Element]) -> None:
    for drawing in drawings:
        boxes = [rect.attrib for rect in drawing.iter(f"{SVG}rect") if rect.attrib.get("class") == "dl-target"]
        placed = [(float(box["x"]), float(box["y"]), float(box["width"]), float(box["height"])) for box in boxes]
        for number, (x, y, width, height) in enumerate(placed):
            assert width >= 24 <= height
            for other_x, other_y, other_width, other_height in placed[number + 1 :]:
                apart = x + width <= other_x + 0.2 or other_x + other_width <= x + 0.2
                assert apart or y + height <= other_y or other_y + other_height <= y


def test_events_for_which_there_is_no_room_are_counted_in_words() -> None:
    [event] = [event for event in EVENTS if event.id == "nvidia-falls-9c0d"]
    for drawing in _draw([replace(event, id=f"event-{number}", weight=number / 10) for number in range(40)]):
        drawn = _links(drawing)
        assert "events/event-39/" in drawn, "the heaviest is drawn"
        assert f"{40 - len(drawn)} lighter events not drawn" in "".join(drawing.itertext())


def test_too_many_events_become_bars_that_lead_to_their_listings() -> None:
    days = [date(2025, 1, 1) + timedelta(number // 3) for number in range(300)]
    events = [replace(EVENTS[0], id=f"event-{number}", when=day(on)) for number, on in enumerate(days)]
    for drawing in _draw(events):
        assert _links(drawing) == {
            "months/2025-01/": "January 2025: 93 events",
            "months/2025-02/": "February 2025: 84 events",
            "months/2025-03/": "March 2025: 93 events",
            "months/2025-04/": "April 2025: 30 events",
        }


def test_the_bars_of_many_months_stand_in_rows_and_each_leads_to_its_month() -> None:
    months = [(2004 + number // 12, number % 12 + 1) for number in range(124)]
    events = [
        replace(EVENTS[0], id=f"e{of_year}-{of_month}-{number}", when=month(of_year, of_month))
        for of_year, of_month in months
        for number in range(2)
    ]
    for drawing in _draw(events):
        assert list(_links(drawing)) == [f"months/{of_year}-{of_month:02}/" for of_year, of_month in months]
        rows = {line.attrib["y1"] for line in drawing.iter(f"{SVG}line")}
        assert len(rows) == {"dl-wide": 4, "dl-middle": 5, "dl-narrow": 9}[drawing.attrib["class"].split()[1]]


def test_events_of_no_known_month_have_a_bar_of_their_year_among_those_of_months() -> None:
    of_month = [replace(EVENTS[0], id=f"m{number}", when=month(2024, 1)) for number in range(200)]
    of_year = [replace(EVENTS[0], id=f"y{number}", when=year(2024)) for number in range(7)]
    for drawing in _draw([*of_year, *of_month]):
        assert _links(drawing) == {"years/2024/": "2024: 7 events", "months/2024-01/": "January 2024: 200 events"}


@pytest.mark.parametrize("number", [3, 300])
def test_months_are_named_in_the_site_s_locale(number: int) -> None:
    german = replace(SETTINGS, site=replace(SETTINGS.site, locale="de"))
    events = [replace(EVENTS[0], id=f"e{n}", when=day(date(2025, 5 + n % 3, 1))) for n in range(number)]
    words = "".join(
        ElementTree.fromstring(draw_overview(events, "index.md", make_catalogue(TIMELINE, german))).itertext()
    )
    assert "Mai" in words
    assert "Jul" in words
    assert "May" not in words


def test_bars_of_centuries_count_years_together() -> None:
    events = [replace(EVENTS[0], id=f"event-{number}", when=year(1400 + number)) for number in range(600)]
    wide, middle, narrow = (list(_links(drawing).values()) for drawing in _draw(events))
    assert wide[0] == "1400 to 1404: 5 events"
    assert middle[0] == "1400 to 1404: 5 events"
    assert narrow[0] == "1400 to 1404: 5 events"


@pytest.mark.parametrize(("days", "drawn"), [((1, 2, 3), 0), ((1, 1, 1, 1, 2), 0), ((1, 2, 3, 4), 1)])
def test_some_events_are_drawn_small_once_they_are_of_more_moments_than_a_glance_takes(
    days: tuple[int, ...], drawn: int
) -> None:
    events = [replace(EVENTS[0], id=f"e{place}", when=day(date(2025, 1, one))) for place, one in enumerate(days)]
    figure = draw_small(events, "kinds/deal.md", make_catalogue(TIMELINE, SETTINGS))
    assert [figure.count("<svg"), figure.count("<a ")] == [drawn, drawn * len(days)]
