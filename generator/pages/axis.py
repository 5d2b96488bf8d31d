"""A time axis in pieces: each piece has its own scale, so that one far event does not squash all others.

Events cluster: thirty in one January, one two years before. The axis is cut at the widest gaps between events, as often
as that spares collisions, and says so where it is cut. Positions are pixels from the left edge.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from typing import Final

BREAK: Final = 22.0
"""Pixels of the gap that stands for time left out."""
_NARROWEST: Final = 56.0
"""Pixels that a piece takes at least: room for a day below its month and year."""
_MARGIN: Final = 10.0
"""Pixels by which a label may stand out at the end of its piece."""
_MOST_BREAKS: Final = 4
_CANDIDATES: Final = 8
"""How many of the widest gaps are tried as breaks, in every combination."""
_CROWDED: Final = 14.0
"""Pixels between the marks of two days below which they can hardly be told apart."""
_MOST_TICKS: Final = 60
_BREAK_COST: Final = 0.8
_BREAK_SHARE: Final = 0.06
"""A broken axis is harder to read: a break must part so many pairs of days that fall together, and such a share of
all pairs."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the axis with one scale: the days `first` to `last` inclusive, from `left` to `right`."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """The left edge of a day of this piece."""
        days = (self.last - self.first).days + 1
        return self.left + (self.right - self.left) * (day - self.first).days / days


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis: where it stands and what it says; `context` is said below, where it changes."""

    at: float
    label: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """The pieces from left to right."""

    pieces: tuple[Piece, ...]

    def at(self, day: date) -> float:
        """The left edge of a day; one that falls into a gap or outside stands at the nearest edge."""
        for piece in self.pieces:
            if day < piece.first:
                return piece.left
            if day <= piece.last:
                return piece.at(day)
        return self.pieces[-1].right

    def after(self, day: date) -> float:
        """The right edge of a day."""
        for piece in reversed(self.pieces):
            if day > piece.last:
                return piece.right
            if day >= piece.first:
                return piece.at(day) + (piece.right - piece.left) / ((piece.last - piece.first).days + 1)
        return self.pieces[0].left


def make_axis(spans: Sequence[tuple[date, date]], left: float, right: float) -> Axis:
    """The axis for events known to lie in these spans, each listed under its first day; there is at least one."""
    ordered = sorted(spans)
    gaps = sorted(range(1, len(ordered)), key=lambda place: (ordered[place - 1][0] - ordered[place][0], place))
    gaps = [place for place in gaps[:_CANDIDATES] if ordered[place - 1][0] < ordered[place][0]]
    cost = max(_BREAK_COST, _BREAK_SHARE * len({first for first, _ in spans}))
    choices: list[tuple[float, Axis]] = []
    for breaks in range(min(_MOST_BREAKS, len(gaps)) + 1):
        for cuts in combinations(sorted(gaps), breaks):
            axis = _lay_out([ordered[start:end] for start, end in pairwise([0, *cuts, len(ordered)])], left, right)
            if axis is not None:
                choices.append((_crowding(ordered, axis) + cost * breaks, axis))
    return min(choices, key=lambda choice: choice[0])[1]


def _lay_out(groups: Sequence[Sequence[tuple[date, date]]], left: float, right: float) -> Axis | None:
    """One piece a group, the wider the more days it tells apart; None if they do not fit or overlap in time."""
    extents = [_extent(group) for group in groups]
    spare = right - left - BREAK * (len(groups) - 1) - _NARROWEST * len(groups)
    if len(groups) > 1 and (spare < 0 or any(before[1] >= after[0] for before, after in pairwise(extents))):
        return None
    shares = [len({first for first, _ in group}) - 1 or 0.01 for group in groups]
    pieces, x = [], left
    for (first, last), share in zip(extents, shares, strict=True):
        width = _NARROWEST + spare * share / sum(shares)
        pieces.append(Piece(first, last, x, x + width))
        x += width + BREAK
    return Axis(tuple(pieces))


def _extent(group: Sequence[tuple[date, date]]) -> tuple[date, date]:
    """The days that a group needs: to the end of those spans that are not much wider than the group itself."""
    first, last = group[0][0], group[-1][0]
    reach = max((last - first).days, min((end - start).days for start, end in group))
    ends = [end for start, end in group if (end - start).days <= reach]
    return first, max([last, *ends])


def _crowding(ordered: Sequence[tuple[date, date]], axis: Axis) -> float:
    """How many neighbours of different days stand too close to be told apart, each by how much."""
    days = sorted({start for start, _ in ordered})
    return sum(max(0.0, 1 - (axis.at(after) - axis.at(before)) / _CROWDED) for before, after in pairwise(days))


def make_ticks(piece: Piece, label_width: Callable[[str], float], months: Sequence[str]) -> list[Tick]:
    """The finest ticks of a piece whose labels stay clear of each other; at least its first day.

    `months` are the twelve short names of months.
    """
    for step in _STEPS:
        if (piece.last - piece.first).days > step.length * _MOST_TICKS:
            continue
        days = step.days(piece.first, piece.last)
        ticks = [Tick(piece.at(day), step.label(day, months), step.context(day, months)) for day in days]
        for start in ([_start(piece, step, months)], []):
            chosen = _once([*start, *(tick for tick in ticks if not start or tick.at > piece.left)])
            while len(chosen) > 1 and _end(chosen[-1], label_width) > piece.right + _MARGIN:
                chosen.pop()
            if ticks and _clear(chosen, label_width) and _end(chosen[-1], label_width) <= piece.right + _MARGIN:
                return chosen
    first = piece.first
    return [Tick(piece.left, f"{first.day} {months[first.month - 1]}", str(first.year))]


def _start(piece: Piece, step: "_Step", months: Sequence[str]) -> Tick:
    """The tick at the very start of a piece, which need not be a round one."""
    first = piece.first
    context = step.context(first, months)
    whole_year = not context and (first.month, first.day) == (1, 1)
    return Tick(piece.left, step.label(first, months) if context or whole_year else _month_year(first, months), context)


def _end(tick: Tick, label_width: Callable[[str], float]) -> float:
    return tick.at + max(label_width(tick.label), label_width(tick.context))


def _clear(ticks: Sequence[Tick], label_width: Callable[[str], float]) -> bool:
    contexts = [tick for tick in ticks if tick.context]
    return all(after.at - before.at >= label_width(before.label) + 8 for before, after in pairwise(ticks)) and all(
        after.at - before.at >= label_width(before.context) + 8 for before, after in pairwise(contexts)
    )


def _once(ticks: Sequence[Tick]) -> list[Tick]:
    said, result = "", []
    for tick in ticks:
        result.append(Tick(tick.at, tick.label, "" if tick.context == said else tick.context))
        said = tick.context
    return result


_Label = Callable[[date, Sequence[str]], str]


@dataclass(frozen=True, slots=True)
class _Step:
    """One way to put ticks: `length` days apart, on which days, what they say, and what is said below."""

    length: int
    days: Callable[[date, date], Iterator[date]]
    label: _Label
    context: _Label


def _every(days: int) -> Callable[[date, date], Iterator[date]]:
    """Each `days` days; weeks begin on Mondays."""

    def walk(first: date, last: date) -> Iterator[date]:
        start = first.toordinal() + (-first.weekday() % 7 if days >= 7 else 0)
        yield from map(date.fromordinal, range(start, last.toordinal() + 1, days))

    return walk


def _months(step: int) -> Callable[[date, date], Iterator[date]]:
    """The first of each month that begins within, `step` months apart from January on."""

    def walk(first: date, last: date) -> Iterator[date]:
        for count in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
            day = date(count // 12, count % 12 + 1, 1)
            if count % step == 0 and first <= day <= last:
                yield day

    return walk


def _day_of_month(day: date, months: Sequence[str]) -> str:
    return str(day.day)


def _month_year(day: date, months: Sequence[str]) -> str:
    return f"{months[day.month - 1]} {day.year}"


def _year(day: date, months: Sequence[str]) -> str:
    return str(day.year)


def _month(day: date, months: Sequence[str]) -> str:
    return months[day.month - 1]


def _nothing(day: date, months: Sequence[str]) -> str:
    return ""


_STEPS: Final = (
    *(_Step(days, _every(days), _day_of_month, _month_year) for days in (1, 2, 7, 14)),
    *(_Step(30 * step, _months(step), _month, _year) for step in (1, 3)),
    *(_Step(365 * step, _months(12 * step), _year, _nothing) for step in (1, 2, 5, 10, 20, 50, 100, 200, 500)),
)
