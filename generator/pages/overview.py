"""The overview: every event on one time axis, drawn as SVG when the site is generated; each mark is a link.

Lanes are kinds. A day is a dot, a span a bar, a bound a bar that fades towards the side that is not known. Heavier
events are larger, and carry their headline where there is room. Colours are CSS variables, so that the drawing follows
the palette; it is drawn for several widths, because text that is
scaled down cannot be read.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from generator.dates.when import to_words
from generator.model import Event, Modality, Precision
from generator.pages.axis import Axis, Piece, make_axis, make_ticks
from generator.pages.catalogue import Catalogue, listed_on
from generator.pages.markdown import Html, block, element, escape, visible
from generator.pages.moments import kind_style
from generator.pages.places import event_page, href
from generator.pages.words import MODALITY

WIDTHS: Final = {"wide": 1000, "middle": 640, "narrow": 340}
"""Pixels of each drawing; the stylesheet shows the one that fits. The narrow one has no headlines and one lane."""
_NARROW: Final = 400
_EDGE: Final = 10.0
_ROW: Final = 26.0
_LANE_HEAD: Final = 22.0
_AXIS: Final = 40.0
_LETTER: Final = 7.2
"""Pixels that a letter of a label takes on average, in the widest of the usual sans-serif faces at 12.5 px."""
_TARGET: Final = 24.0
"""Pixels that a mark takes at least, so that a finger meets it (WCAG 2.2, 2.5.8)."""
_GAP: Final = 6.0
_FADE: Final = 24.0
_ROOMY: Final = 50
_MOST_ROWS: Final = 8


@dataclass(frozen=True, slots=True)
class _Mark:
    """An event in its place: from `left` to `right`, with a label (or none) beside it, in a row of its lane."""

    event: Event
    left: float
    right: float
    label: str
    leftward: bool
    row: int


def draw_overview(events: Sequence[Event], here: str, catalogue: Catalogue) -> Html:
    """The figure for those events that have any date; empty if none has."""
    dated = [event for event in events if listed_on(event.when)]
    if not dated:
        return Html("")
    drawings = [_draw(dated, here, catalogue, width, css) for css, width in WIDTHS.items()]
    legend = element("details", element("summary", escape("How to read this")), element("p", escape(_LEGEND)))
    caption = element("figcaption", legend, css="dl-legend")
    return block("figure", *drawings, caption, css="dl-overview", attributes={"data-search-exclude": "true"})


_LEGEND: Final = (
    "A dot is a day, a bar a longer time within which it happened; a bar that fades has one end that no source gives. "
    "Hollow marks are plans, predictions and claims. Where the axis is cut, time is left out and the scale changes."
)


def _span(event: Event) -> tuple[date, date]:
    """The days that an event's mark covers; a bound is drawn at the day that is known."""
    day = listed_on(event.when)
    assert day is not None, "undated events are not drawn"
    if event.when.precision in {Precision.BEFORE, Precision.AFTER}:
        return day, day
    return day, event.when.latest or day


def _draw(events: Sequence[Event], here: str, catalogue: Catalogue, width: int, css: str) -> Html:
    axis = make_axis([_span(event) for event in events], _EDGE, width - _EDGE)
    order = {name: place for place, name in enumerate(catalogue.kinds)}
    by_lane = sorted(events, key=lambda event: (order.get(event.kind, len(order)), event.kind))
    groups = [list(group) for _, group in groupby(by_lane, key=lambda event: event.kind)]
    lanes, y = [], _AXIS
    for group in [by_lane] if width < _NARROW else groups:
        name = None if width < _NARROW else catalogue.kind(group[0].kind).label
        head = _LANE_HEAD if name else _GAP
        marks = _place(group, axis, width)
        links = [_link(mark, y + head + mark.row * _ROW, here, catalogue) for mark in marks]
        lanes.append(block("g", *_lane_head(name, y, width), *links))
        y += head + _ROW * (max(mark.row for mark in marks) + 1)
    parts = [_grid(axis, y), *lanes]
    label = f"{len(events)} events from {to_words(events[0].when)} on, by kind"
    attributes = {"viewBox": f"0 0 {width} {y:.0f}", "role": "group", "aria-label": label}
    return block("svg", *parts, css=f"dl-drawing dl-{css}", attributes=attributes)


def _grid(axis: Axis, bottom: float) -> Html:
    parts: list[Html] = []
    for piece in axis.pieces:
        parts.append(_line(piece.left, piece.right, _AXIS, "dl-axis"))
        for tick in make_ticks(piece, _width):
            parts.append(_upright(tick.at, _AXIS - 5, bottom, "dl-tick"))
            parts.append(_words(tick.at, _AXIS - 9, tick.label, "dl-tick-label"))
            if tick.context:
                parts.append(_words(tick.at, _AXIS - 25, tick.context, "dl-context"))
    for before, after in zip(axis.pieces, axis.pieces[1:], strict=False):
        parts.append(_cut(before, after))
    return block("g", *parts, attributes={"aria-hidden": "true"})


def _cut(before: Piece, after: Piece) -> Html:
    """Two strokes where time is left out."""
    middle = (before.right + after.left) / 2
    strokes = "".join(f"M{middle + shift:.1f} {_AXIS + 6:.1f}l5 -12" for shift in (-6, 1))
    return element("path", attributes={"d": strokes}, css="dl-cut")


def _line(left: float, right: float, y: float, css: str) -> Html:
    return element("line", attributes={"x1": _n(left), "x2": _n(right), "y1": _n(y), "y2": _n(y)}, css=css)


def _upright(x: float, top: float, bottom: float, css: str) -> Html:
    return element("line", attributes={"x1": _n(x), "x2": _n(x), "y1": _n(top), "y2": _n(bottom)}, css=css)


def _words(x: float, y: float, words: str, css: str) -> Html:
    return element("text", escape(words), attributes={"x": _n(x), "y": _n(y)}, css=css)


def _n(pixels: float) -> str:
    return f"{pixels:.1f}".removesuffix(".0")


def _width(words: str) -> float:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in words) * _LETTER


def _place(events: Sequence[Event], axis: Axis, width: int) -> list[_Mark]:
    """The marks of one lane, heaviest first, each in the first row that has room for it and, if possible, its label."""
    rows: list[list[tuple[float, float]]] = []
    marks = []
    for event in sorted(events, key=lambda event: (-event.weight, str(listed_on(event.when)), event.id)):
        left, right = _edges(event, axis)
        marks.append(_fit(event, left, right, rows, width))
    return sorted(marks, key=lambda mark: (mark.left, mark.row))


def _edges(event: Event, axis: Axis) -> tuple[float, float]:
    first, last = _span(event)
    left, right = axis.at(first), axis.after(last)
    if event.when.precision is Precision.BEFORE:
        return right - _FADE, right
    if event.when.precision is Precision.AFTER:
        return left, left + _FADE
    if first == last or right - left < _radius(event) * 2:
        middle = (left + right) / 2
        return middle - _radius(event), middle + _radius(event)
    return left, right


def _radius(event: Event) -> float:
    return 5.0 + min(4.0, max(0.0, event.weight))


def _fit(event: Event, left: float, right: float, rows: list[list[tuple[float, float]]], width: int) -> _Mark:
    centre = (left + right) / 2
    taken = min(left, centre - _TARGET / 2), max(right, centre + _TARGET / 2)
    headline = visible(event.headline)
    for longest in () if width < _NARROW else (len(headline), 42, 28, 18):
        label = _shorten(headline, longest)
        room = _width(label) + _GAP + 6
        for leftward, start, end in ((False, taken[0], right + room), (True, left - room, taken[1])):
            row = _free_row(rows, start, end, width, _MOST_ROWS)
            if row is not None:
                rows[row].append((start, end))
                return _Mark(event, left, right, label, leftward, row)
    row = _free_row(rows, *taken, width + _ROOMY, len(rows) + 1)
    assert row is not None, "a new row is always free"
    rows[row].append(taken)
    return _Mark(event, left, right, "", False, row)


def _free_row(rows: list[list[tuple[float, float]]], start: float, end: float, width: int, most: int) -> int | None:
    if start < -_EDGE or end > width:
        return None
    for number, row in enumerate(rows):
        if all(end <= other_start or start >= other_end for other_start, other_end in row):
            return number
    if len(rows) >= most:
        return None
    rows.append([])
    return len(rows) - 1


def _shorten(words: str, longest: int) -> str:
    """The first whole words, with an ellipsis where some are left out."""
    if len(words) <= longest:
        return words
    cut = words[:longest].rpartition(" ")[0] or words[: longest - 1]
    return cut.rstrip(" ,;:–-") + "…"


def _lane_head(name: str | None, y: float, width: int) -> list[Html]:
    if name is None:
        return []
    shown = _shorten(visible(name), int((width - 2 * _EDGE) / _LETTER))
    return [_line(0, width, y, "dl-lane-rule"), _words(_EDGE, y + 16, shown, "dl-lane-name")]


def _link(mark: _Mark, y: float, here: str, catalogue: Catalogue) -> Html:
    event, kind = mark.event, catalogue.kind(mark.event.kind)
    name = f"{to_words(event.when)}: {event.headline} ({kind.label}"
    name += ")" if event.modality is Modality.HAPPENED else f", {MODALITY[event.modality].lower()})"
    room = _width(mark.label) + _GAP if mark.label else 0
    left = mark.left - (room if mark.leftward else 0)
    right = mark.right + (0 if mark.leftward else room)
    spread = max(0.0, _TARGET - (right - left)) / 2
    box = {"x": _n(left - spread), "y": _n(y), "width": _n(right - left + 2 * spread), "height": _n(_TARGET)}
    parts = [element("title", escape(name)), element("rect", attributes=box, css="dl-target"), _shape(mark, y + 12)]
    if mark.label:
        at = mark.left - _GAP if mark.leftward else mark.right + _GAP
        parts.append(_words(at, y + 16.5, mark.label, "dl-label dl-leftward" if mark.leftward else "dl-label"))
    attributes = {
        "style": kind_style(kind.colour),
        "href": href(here, event_page(event.id)),
        "aria-label": name,
    }
    return element("a", *parts, attributes=attributes, css=f"dl-mark dl-{event.modality}")


def _shape(mark: _Mark, y: float) -> Html:
    radius, precision = _radius(mark.event), mark.event.when.precision
    if precision is Precision.DAY or mark.event.when.earliest == mark.event.when.latest is not None:
        return element("circle", attributes={"cx": _n((mark.left + mark.right) / 2), "cy": _n(y), "r": _n(radius)})
    if precision in {Precision.BEFORE, Precision.AFTER}:
        return _fading(mark, y, -1 if precision is Precision.BEFORE else 1)
    height = 2 * radius * 0.75
    size = {"width": _n(mark.right - mark.left), "height": _n(height), "rx": _n(height / 2)}
    return element("rect", attributes={"x": _n(mark.left), "y": _n(y - height / 2), **size})


def _fading(mark: _Mark, y: float, side: int) -> Html:
    """An upright at the day that is known, and blocks that fade away from it towards the side that is not."""
    edge = mark.right - 3 if side < 0 else mark.left
    parts = [element("rect", attributes={"x": _n(edge), "y": _n(y - 9), "width": "3", "height": "18"})]
    for step, css in enumerate(("dl-near", "dl-far", "dl-farthest")):
        x = edge - 6 - 7 * step if side < 0 else edge + 4 + 7 * step
        parts.append(element("rect", attributes={"x": _n(x), "y": _n(y - 4), "width": "5", "height": "8"}, css=css))
    return element("g", *parts, css="dl-fading")
