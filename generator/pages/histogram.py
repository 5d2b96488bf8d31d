"""The overview of a timeline with too many events to show each: one bar a month, a year or some years, stacked by kind.

Each bar is a link to the listing that it counts. Stretches without events are left out, and the axis shows the gap.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.model import Event
from generator.pages.catalogue import Catalogue, listed_on
from generator.pages.markdown import Html, block, element, escape
from generator.pages.moments import kind_style
from generator.pages.places import href, month_page, year_page
from generator.pages.words import count_words

_BAR: Final = 24.0
"""Pixels that a bar takes at least, so that a finger meets it."""
_WIDEST: Final = 100.0
_HEIGHT: Final = 150.0
_TOP: Final = 20.0
_FOOT: Final = 36.0
_LETTER: Final = 7.5
_SPANS: Final = (1, 12, 60, 120, 240, 600, 1200)
"""Months that a bar may stand for."""


@dataclass(frozen=True, slots=True)
class _Bar:
    """The events of `months` months from `start` on, which counts months from the year 0."""

    start: int
    months: int
    events: tuple[Event, ...]

    def name(self, catalogue: Catalogue) -> str:
        """The month, year or years that it stands for, in words."""
        year, month = divmod(self.start, 12)
        if self.months == 1:
            return f"{catalogue.month(month + 1)} {year}"
        return str(year) if self.months == 12 else f"{year} to {year + self.months // 12 - 1}"

    def page(self, catalogue: Catalogue) -> str:
        """The listing of its month, or of its first year that has events."""
        year, month = divmod(self.start, 12)
        if self.months == 1 and (year, month + 1) in catalogue.by_month:
            return month_page(year, month + 1)
        days = [day for event in self.events if (day := listed_on(event.when))]
        return year_page(min(days).year)


def draw_histogram(events: Sequence[Event], here: str, catalogue: Catalogue, width: int) -> Html:
    """The drawing for events that all have a date."""
    bars = _bars(events, int(width // _BAR))
    step = min(_WIDEST, width / len(bars))
    most = max(len(bar.events) for bar in bars)
    drawn = [_draw_bar(bar, place * step, step, _HEIGHT / most, here, catalogue) for place, bar in enumerate(bars)]
    level = {"x1": 0, "x2": step * len(bars), "y1": _TOP + _HEIGHT, "y2": _TOP + _HEIGHT}
    base = element("line", attributes=level, css="dl-axis")
    gaps = [
        _gap(place * step)
        for place, (one, other) in enumerate(pairwise(bars), 1)
        if one.start + one.months < other.start
    ]
    label = f"{len(events)} events from {bars[0].name(catalogue)} to {bars[-1].name(catalogue)}"
    attributes = {"viewBox": f"0 0 {width} {_TOP + _HEIGHT + _FOOT:.0f}", "role": "group", "aria-label": label}
    return block("svg", base, *gaps, *_labels(bars, step, catalogue), *drawn, attributes=attributes)


def _bars(events: Sequence[Event], most: int) -> list[_Bar]:
    """The finest bars of which there are not too many; those without events are left out."""
    for months in _SPANS:
        groups: dict[int, list[Event]] = {}
        for event in events:
            groups.setdefault(_month(event) // months * months, []).append(event)
        if len(groups) <= most:
            break
    return [_Bar(start, months, tuple(group)) for start, group in sorted(groups.items())]


def _month(event: Event) -> int:
    day = listed_on(event.when)
    assert day is not None, "undated events are not counted"
    return day.year * 12 + day.month - 1


def _by_kind(events: Iterable[Event], catalogue: Catalogue) -> list[tuple[str, int]]:
    """How many events each kind has, in the order of `kinds.yml`."""
    counts = Counter(event.kind for event in events)
    return sorted(counts.items(), key=lambda item: catalogue.kind_order(item[0]))


def _draw_bar(bar: _Bar, x: float, step: float, unit: float, here: str, catalogue: Catalogue) -> Html:
    """A bar at `x`, `step` wide with its gap, `unit` high for each event."""
    name = f"{bar.name(catalogue)}: {count_words(len(bar.events), 'event')}"
    target = {"x": x, "y": 0, "width": step, "height": _TOP + _HEIGHT}
    parts = [element("title", escape(name)), element("rect", attributes=target, css="dl-target")]
    y = _TOP + _HEIGHT
    for kind, number in _by_kind(bar.events, catalogue):
        height = unit * number
        y -= height
        place = {"x": x + 2, "y": y, "width": step - 4, "height": height}
        style = kind_style(catalogue.kind(kind).colour)
        parts.append(element("rect", attributes={**place, "style": style}, css="dl-part"))
    at = {"x": x + step / 2, "y": y - 5}
    # The number as the accessible name has it: who speaks to the machine says what is to be seen.
    parts.append(element("text", escape(f"{len(bar.events):,}"), attributes=at, css="dl-number"))
    attributes = {"href": href(here, bar.page(catalogue)), "aria-label": name}
    return element("a", *parts, attributes=attributes, css="dl-mark")


def _labels(bars: Sequence[_Bar], step: float, catalogue: Catalogue) -> list[Html]:
    """Below each bar its month or first year, and the year below that where it changes, as far as there is room."""
    parts, free, free_below, said = [], 0.0, 0.0, -1
    for place, bar in enumerate(bars):
        x, (year, month) = place * step, divmod(bar.start, 12)
        label = catalogue.month(month + 1)[:3] if bar.months == 1 else str(year)
        if x >= free:
            parts.append(_below(x, 16, label, "dl-tick-label"))
            free = x + len(label) * _LETTER + 4
        if bar.months == 1 and year != said and x >= free_below:
            parts.append(_below(x, 31, str(year), "dl-context"))
            free_below, said = x + 4 * _LETTER + 4, year
    return parts


def _below(x: float, y: float, words: str, css: str) -> Html:
    at = {"x": x + 2, "y": _TOP + _HEIGHT + y}
    return element("text", escape(words), attributes=at, css=css)


def _gap(x: float) -> Html:
    return element("path", attributes={"d": f"M{x - 4:.1f} {_TOP + _HEIGHT + 5:.1f}l5 -10"}, css="dl-cut")
