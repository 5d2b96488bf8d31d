"""The overview: every event on one time axis, drawn as SVG when the site is generated; each mark is a link.

Lanes are kinds. A day is a dot, a span a bar, a bound a bar that fades towards the side that is not known. Heavier
events are larger, and carry their headline where there is room. Colours are CSS variables, so that the drawing follows
the palette. It is drawn for several widths, because text that is scaled down cannot be read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from generator.model import Event, Modality, Precision
from generator.pages.axis import Axis, Piece, make_axis, make_ticks
from generator.pages.catalogue import Catalogue, listed_on
from generator.pages.histogram import draw_histogram
from generator.pages.markdown import Html, block, element, escape, link, visible
from generator.pages.marks import EDGE, GAP, TARGET, Mark, label_width, place_marks, radius, shorten, span
from generator.pages.moments import kind_style
from generator.pages.places import BY_DATE, event_page, href
from generator.pages.words import MODALITY, count_words


@dataclass(frozen=True, slots=True)
class Drawing:
    """One of the drawings, of which the stylesheet shows the one that fits.

    `width` is in pixels. More than `most` events are counted in bars instead. A lane has at most `rows` rows, of which
    `labelled` have headlines; where none has, there is one lane.
    """

    name: str
    width: int
    most: int
    rows: int
    labelled: int


DRAWINGS: Final = (Drawing("wide", 1000, 200, 6, 4), Drawing("middle", 640, 150, 6, 4))
PHONE: Final = (Drawing("narrow", 340, 60, 7, 0),)
"""The drawing of narrow screens, which is no more than marks, so that the first headlines stand above it."""
SMALL: Final = (Drawing("small", 340, 60, 4, 0),)
"""The drawing on the page of a name, a kind or a source, whose headlines stand right below it."""
FEWEST: Final = 4
"""Fewer moments than this are seen in a list at once, and are not drawn small."""
_ROW: Final = 24.0
_GUTTER: Final = 128.0
"""Pixels left of the axis for the names of lanes."""
_AXIS: Final = 40.0
_LEGEND: Final = (
    "A dot is a day, a bar a longer time within which it happened; a bar that fades has one end that no source gives. "
    "Hollow marks are plans, predictions and claims. Where the axis is cut, time is left out and the scale changes."
)
_HISTOGRAM_LEGEND: Final = (
    "A bar is the events of a month, a year or some years, by kind, and leads to their list; rows follow one "
    "another. Events that are known less finely stand where their time begins, or in a bar of their year. "
    "Where the axis is cut, time without events is left out."
)


def draw_overview(events: Sequence[Event], here: str, catalogue: Catalogue) -> Html:
    """The figure for those events that have any date, for all but narrow screens; empty if none has."""
    return _figure(events, here, catalogue, DRAWINGS)


def draw_for_phones(events: Sequence[Event], here: str, catalogue: Catalogue) -> Html:
    """The same for narrow screens alone."""
    return _figure(events, here, catalogue, PHONE)


def draw_small(events: Sequence[Event], here: str, catalogue: Catalogue) -> Html:
    """The overview of some events, small; empty if they are of few moments."""
    moments = {listed_on(event.when) for event in events} - {None}
    return _figure(events, here, catalogue, SMALL) if len(moments) >= FEWEST else Html("")


def _figure(events: Sequence[Event], here: str, catalogue: Catalogue, drawings: Sequence[Drawing]) -> Html:
    dated = [event for event in events if listed_on(event.when)]
    if not dated:
        return Html("")
    parts = []
    for drawing in drawings:
        if len(dated) > drawing.most:
            drawn, words = [draw_histogram(dated, here, catalogue, drawing.width)], _HISTOGRAM_LEGEND
        else:
            drawn, words = _draw(dated, here, catalogue, drawing), _LEGEND
        legend = element("details", element("summary", escape("How to read this")), element("p", escape(words)))
        parts.append(block("div", *drawn, legend, css=f"dl-drawing dl-{drawing.name}"))
    return block("figure", *parts, css="dl-overview", attributes={"data-search-exclude": "true"})


def _draw(events: Sequence[Event], here: str, catalogue: Catalogue, drawing: Drawing) -> list[Html]:
    """The drawing, and a note of what it leaves out."""
    left = _GUTTER if drawing.labelled else 0.0
    axis = make_axis([span(event) for event in events], left + EDGE, drawing.width - EDGE)
    lanes, y, left_out = [], _AXIS, len(events)
    for name, group in _lanes(events, catalogue, drawing):
        marks = place_marks(group, axis, (left, drawing.width), drawing.labelled, drawing.rows)
        left_out -= len(marks)
        links = [_link(mark, y + GAP + mark.row * _ROW, here, catalogue) for mark in marks]
        lanes.append(block("g", *_lane_head(name, y, drawing.width), *links))
        y += _ROW * (max(mark.row for mark in marks) + 1) + 2 * GAP
    label = f"{len(events)} events from {catalogue.words(events[0].when)} on, by kind"
    attributes = {"viewBox": f"0 0 {drawing.width} {y:.0f}", "role": "group", "aria-label": label}
    svg = block("svg", _grid(axis, y, catalogue.short_months), *lanes, attributes=attributes)
    return [svg, _left_out(left_out, here, drawing)] if left_out else [svg]


def _left_out(number: int, here: str, drawing: Drawing) -> Html:
    """What is said of events for which there was no room; a small drawing has them all in the list below it."""
    words = f"{count_words(number, 'lighter event')} not drawn: "
    if drawing in SMALL:
        return element("p", escape(f"{words}all are listed below"), css="dl-left-out")
    return element("p", escape(words), Html(" "), link("all by date", href(here, BY_DATE)), css="dl-left-out")


def _lanes(events: Sequence[Event], catalogue: Catalogue, drawing: Drawing) -> list[tuple[str, list[Event]]]:
    """The events of each lane with its name; a single lane has none."""
    if not drawing.labelled:
        return [("", list(events))]
    ordered = sorted(events, key=lambda event: catalogue.kind_order(event.kind))
    groups = groupby(ordered, key=lambda event: event.kind)
    return [(catalogue.kind(kind).label, list(group)) for kind, group in groups]


def _grid(axis: Axis, bottom: float, months: Sequence[str]) -> Html:
    parts: list[Html] = []
    for piece in axis.pieces:
        parts.append(_line(piece.left, piece.right, _AXIS, "dl-axis"))
        for tick in make_ticks(piece, label_width, months):
            parts.append(_upright(tick.at, _AXIS - 5, bottom, "dl-tick"))
            parts.append(_words(tick.at, _AXIS - 9, tick.label, "dl-tick-label"))
            if tick.context:
                parts.append(_words(tick.at, _AXIS - 25, tick.context, "dl-context"))
    parts += [_cut(before, after) for before, after in pairwise(axis.pieces)]
    return block("g", *parts, attributes={"aria-hidden": "true"})


def _cut(before: Piece, after: Piece) -> Html:
    """Two strokes where time is left out."""
    middle = (before.right + after.left) / 2
    strokes = "".join(f"M{middle + shift:.1f} {_AXIS + 6:.1f}l5 -12" for shift in (-6, 1))
    return element("path", attributes={"d": strokes}, css="dl-cut")


def _line(left: float, right: float, y: float, css: str) -> Html:
    return element("line", attributes={"x1": left, "x2": right, "y1": y, "y2": y}, css=css)


def _upright(x: float, top: float, bottom: float, css: str) -> Html:
    return element("line", attributes={"x1": x, "x2": x, "y1": top, "y2": bottom}, css=css)


def _words(x: float, y: float, words: str, css: str) -> Html:
    return element("text", escape(words), attributes={"x": x, "y": y}, css=css)


def _lane_head(name: str, y: float, width: int) -> list[Html]:
    if not name:
        return []
    shown = shorten(visible(name), int(_GUTTER / label_width("x")))
    return [_line(0, width, y, "dl-lane-rule"), _words(0, y + GAP + 16.5, shown, "dl-lane-name")]


def _link(mark: Mark, y: float, here: str, catalogue: Catalogue) -> Html:
    event, kind = mark.event, catalogue.kind(mark.event.kind)
    name = f"{catalogue.words(event.when)}: {event.headline} ({kind.label}"
    name += ")" if event.modality is Modality.HAPPENED else f", {MODALITY[event.modality].lower()})"
    room = label_width(mark.label) + GAP if mark.label else 0
    left = mark.left - (room if mark.leftward else 0)
    right = mark.right + (0 if mark.leftward else room)
    spread = max(0.0, TARGET - (right - left)) / 2
    box = {"x": left - spread, "y": y, "width": right - left + 2 * spread, "height": TARGET}
    parts = [element("title", escape(name)), element("rect", attributes=box, css="dl-target"), _shape(mark, y + 12)]
    if mark.label:
        at = mark.left - GAP if mark.leftward else mark.right + GAP
        parts.append(_words(at, y + 16.5, mark.label, "dl-label dl-leftward" if mark.leftward else "dl-label"))
    address = href(here, event_page(event.id))
    attributes = {"style": kind_style(kind.colour), "href": address, "aria-label": name}
    return element("a", *parts, attributes=attributes, css=f"dl-mark dl-{event.modality}")


def _shape(mark: Mark, y: float) -> Html:
    size, precision = radius(mark.event), mark.event.when.precision
    if precision is Precision.DAY:
        return element("circle", attributes={"cx": (mark.left + mark.right) / 2, "cy": y, "r": size})
    if precision in {Precision.BEFORE, Precision.AFTER}:
        return _fading(mark, y, -1 if precision is Precision.BEFORE else 1)
    height = 1.5 * size
    box = {"x": mark.left, "y": y - height / 2, "width": mark.right - mark.left, "height": height, "rx": height / 2}
    return element("rect", attributes=box)


def _fading(mark: Mark, y: float, side: int) -> Html:
    """An upright at the day that is known, and blocks that fade away from it towards the side that is not."""
    edge = mark.right - 3 if side < 0 else mark.left
    parts = [element("rect", attributes={"x": edge, "y": y - 9, "width": 3, "height": 18})]
    for step, css in enumerate(("dl-near", "dl-far", "dl-farthest")):
        x = edge - 6 - 7 * step if side < 0 else edge + 4 + 7 * step
        parts.append(element("rect", attributes={"x": x, "y": y - 4, "width": 5, "height": 8}, css=css))
    return element("g", *parts, css="dl-fading")
