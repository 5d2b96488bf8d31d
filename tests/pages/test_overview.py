"""The overview: every dated event is a link in it, and no label lies over another."""

import re
from xml.etree import ElementTree

import pytest

from generator.pages.catalogue import listed_on, make_catalogue
from generator.pages.overview import DRAWINGS, draw_overview

from .sample import EVENTS, SETTINGS, TIMELINE

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawings() -> list[ElementTree.Element]:
    figure = draw_overview(TIMELINE.events, "index.md", make_catalogue(TIMELINE, SETTINGS))
    found = re.findall(r"<svg.*?</svg>", figure, re.S)
    return [ElementTree.fromstring(one.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)) for one in found]


def test_there_is_a_drawing_for_each_width(drawings: list[ElementTree.Element]) -> None:
    assert [float(drawing.attrib["viewBox"].split()[2]) for drawing in drawings] == [
        drawing.width for drawing in DRAWINGS
    ]


def test_each_dated_event_is_a_link_with_a_name(drawings: list[ElementTree.Element]) -> None:
    for drawing in drawings:
        links = {link.attrib["href"]: link.attrib["aria-label"] for link in drawing.iter(f"{SVG}a")}
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
