"""The overview of a timeline with too many events to show each: one bar a month, a year or some years, stacked by kind.

Each bar is a link to the listing that it counts. Stretches without events are left out, and the axis shows the gap.
Many bars stand in rows, as words do in lines.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Final

from generator.model import Event
from generator.pages.catalogue import Catalogue, listed_month, listed_on
from generator.pages.markdown import Html, block, element, escape
from generator.pages.moments import kind_style
from generator.pages.places import href, month_page, year_page
from generator.pages.words import count_words

_BAR: Final = 24.0
"""Pixels that a bar takes at least, so that a finger meets it."""
_WIDEST: Final = 100.0
_HEIGHT: Final = 150.0
"""Pixels of the highest bar where there is one row; of several each gets a share of twice as much, but `_LOWEST`."""
_LOWEST: Final = 32.0
_TOP: Final = 20.0
_FOOT: Final = 36.0
_LETTER: Final = 7.5
_ROWS: Final = 12
"""Rows of bars at most: with more, a bar stands for more months, since each row is drawn on every load."""
_SPANS: Final = (1, 12, 60, 120, 240, 600, 1200)
"""Months that a bar may stand for."""


@dataclass(frozen=True, slots=True)
class _Bar:
    """The events of `months` months from `start` on, which counts months from the year 0.

    Among bars of one month, one of twelve has the events of its year that are known no finer.
    """

    start: int
    months: int
    events: tuple[Event, ...]

    def name(self, catalogue: Catalogue) -> str:
        """The month, year or years that it stands for, in words."""
        year, month = divmod(self.start, 12)
        if self.months == 1:
            return f"{catalogue.month(month + 1)} {year}"
        return str(year) if self.months == 12 else f"{year} to {year + self.months // 12 - 1}"

    def page(self) -> str:
        """The listing of its month, or of its first year that has events."""
        year, month = divmod(self.start, 12)
        if self.months == 1:
            return month_page(year, month + 1)
        return year_page(min(_month(event) for event in self.events) // 12)


@dataclass(frozen=True, slots=True)
class _Row:
    """Bars side by side, each `step` pixels with its gap, on a line at the height `base`, in a drawing `width` wide."""

    bars: tuple[_Bar, ...]
    step: float
    base: float
    width: float


def draw_histogram(events: Sequence[Event], here: str, catalogue: Catalogue, width: int) -> Html:
    """The drawing for events that all have a date."""
    bars = _bars(events, int(width // _BAR))
    count = ceil(len(bars) / (width // _BAR))
    a_row = ceil(len(bars) / count)
    step = min(_WIDEST, width / a_row)
    height = _HEIGHT if count == 1 else max(_LOWEST, 2 * _HEIGHT / count)
    unit = height / max(len(bar.events) for bar in bars)
    parts, bottom = [], 0.0
    for start in range(0, len(bars), a_row):
        some = tuple(bars[start : start + a_row])
        base = bottom + _TOP + unit * max(len(bar.events) for bar in some)
        parts += _draw_row(_Row(some, step, base, width), unit, here, catalogue)
        bottom = base + _FOOT
    label = f"{len(events)} events from {bars[0].name(catalogue)} to {bars[-1].name(catalogue)}"
    attributes = {"viewBox": f"0 0 {width} {bottom:.0f}", "role": "group", "aria-label": label}
    return block("svg", *parts, attributes=attributes)


def _draw_row(row: _Row, unit: float, here: str, catalogue: Catalogue) -> list[Html]:
    level = {"x1": 0, "x2": row.step * len(row.bars), "y1": row.base, "y2": row.base}
    gaps = [
        _gap(place * row.step, row.base)
        for place, (one, other) in enumerate(pairwise(row.bars), 1)
        if one.start + one.months < other.start
    ]
    drawn = [_draw_bar(bar, place, row, unit, here, catalogue) for place, bar in enumerate(row.bars)]
    parts = _draw_kinds(row, unit, catalogue)
    return [element("line", attributes=level, css="dl-axis"), *gaps, *_labels(row, catalogue), *parts, *drawn]


def _bars(events: Sequence[Event], a_row: int) -> list[_Bar]:
    """The finest bars that a few rows hold; those without events are left out."""
    for months in _SPANS:
        groups: dict[tuple[int, int], list[Event]] = {}
        for event in events:
            span = 12 if months == 1 and listed_month(event.when) is None else months
            groups.setdefault((_month(event) // span * span, -span), []).append(event)
        if len(groups) <= a_row * _ROWS:
            break
    return [_Bar(start, -span, tuple(group)) for (start, span), group in sorted(groups.items())]


def _month(event: Event) -> int:
    day = listed_on(event.when)
    assert day is not None, "undated events are not counted"
    return day.year * 12 + day.month - 1


def _draw_kinds(row: _Row, unit: float, catalogue: Catalogue) -> Iterable[Html]:
    """Of each kind its part of every bar of the row, `unit` pixels high for each event, in the order of `kinds.yml`.

    It is one path, since a browser takes long to lay out a rectangle for each kind of each of a hundred bars.
    """
    tops, paths = [row.base] * len(row.bars), []
    counts = [Counter(event.kind for event in bar.events) for bar in row.bars]
    for kind in sorted(set().union(*counts), key=catalogue.kind_order):
        drawn = ""
        for place, count in enumerate(counts):
            if count[kind]:
                height = unit * count[kind]
                tops[place] -= height
                drawn += (
                    f"M{place * row.step + 2:.1f} {tops[place]:.1f}h{row.step - 4:.1f}v{height:.1f}h{4 - row.step:.1f}z"
                )
        style = kind_style(catalogue.kind(kind).colour)
        paths.append(element("path", attributes={"d": drawn, "style": style}, css="dl-part"))
    return paths


def _draw_bar(bar: _Bar, place: int, row: _Row, unit: float, here: str, catalogue: Catalogue) -> Html:
    """The link over the bar at this place of its row, `unit` pixels high for each event, and the number on top."""
    name = f"{bar.name(catalogue)}: {count_words(len(bar.events), 'event')}"
    x, top = place * row.step, row.base - unit * len(bar.events)
    most = min(top - _TOP, row.base - _BAR)
    target = {"x": x, "y": most, "width": row.step, "height": row.base - most}
    # The number as the accessible name has it: who speaks to the machine says what is to be seen.
    over = {"x": x + row.step / 2, "y": top - 5}
    parts = [
        element("title", escape(name)),
        element("rect", attributes=target, css="dl-target"),
        element("text", escape(f"{len(bar.events):,}"), attributes=over, css="dl-number"),
    ]
    attributes = {"href": href(here, bar.page()), "aria-label": name}
    return element("a", *parts, attributes=attributes, css="dl-mark")


def _labels(row: _Row, catalogue: Catalogue) -> list[Html]:
    """Below each bar its month or first year, and the year below that where it changes, as far as there is room."""
    of_months = any(bar.months == 1 for bar in row.bars)
    parts, free, free_below, said = [], 0.0, 0.0, -1
    for place, bar in enumerate(row.bars):
        x, (year, month) = place * row.step, divmod(bar.start, 12)
        label = catalogue.short_months[month] if bar.months == 1 else "" if of_months else str(year)
        if label and free <= x <= row.width - len(label) * _LETTER:
            parts.append(_below(x, row.base + 16, label, "dl-tick-label"))
            free = x + len(label) * _LETTER + 4
        if of_months and year != said and free_below <= x <= row.width - 4 * _LETTER:
            parts.append(_below(x, row.base + 31, str(year), "dl-context"))
            free_below, said = x + 4 * _LETTER + 4, year
    return parts


def _below(x: float, y: float, words: str, css: str) -> Html:
    return element("text", escape(words), attributes={"x": x + 2, "y": y}, css=css)


def _gap(x: float, base: float) -> Html:
    return element("path", attributes={"d": f"M{x - 4:.1f} {base + 5:.1f}l5 -10"}, css="dl-cut")
