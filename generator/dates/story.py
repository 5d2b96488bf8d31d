"""Whether a text is a story of other times, in which dates follow each other rather than its publication."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.dates.anchors import Place
from generator.dates.meaning import (
    About,
    Anchor,
    Bound,
    Clock,
    Cycle,
    DayPart,
    Fixed,
    Meaning,
    Named,
    PartOf,
    Shift,
    Stretch,
)
from generator.dates.periods import Unit
from generator.model import TimeExpression

YEARS_AWAY = 2
ENOUGH_DATES = 7
# An obituary is news although it names many years; in a history many more dates stand without one.
DATES_PER_NEWS_WORD = 5


@dataclass(frozen=True, slots=True)
class Story:
    """The year that a story tells of (the median of its dates), and the year of its publication if that is known."""

    middle: int
    published: int | None

    def looks_up(self, mentioned: Place) -> bool:
        """Whether a year that it mentions is nearer to its own time than to what it tells of."""
        if mentioned.unit is not Unit.YEAR or mentioned.first is None or self.published is None:
            return False
        return abs(mentioned.first - self.published) < abs(mentioned.first - self.middle)


def read_story(expressions: Sequence[TimeExpression], published: Place) -> Story | None:
    """The story that the text tells, or None if it is news.

    In a story, dates with a year abound, most of them are years away from the publication, and they clearly outnumber
    the words that news is full of ("yesterday", "last week", "Monday"). The shares were tuned on histories of wars
    and on newspaper articles.
    """
    home = published.earliest or published.latest
    years = sorted(year for year in map(_year_of, expressions) if year is not None)
    away = len(years) if home is None else sum(abs(year - home.year) >= YEARS_AWAY for year in years)
    news = sum(_is_of_news(e.meaning) for e in expressions)
    bare = sum(_is_bare_date(e.meaning) for e in expressions)
    if away < max(ENOUGH_DATES, len(years) - away) or away + bare // 2 < ENOUGH_DATES + DATES_PER_NEWS_WORD * news:
        return None
    return Story(years[len(years) // 2], home.year if home else None)


def _is_bare_date(meaning: Meaning) -> bool:
    """Whether it is a month or a day of one, of a year that the text has told before."""
    name = meaning.of if isinstance(meaning, PartOf | About | Bound) else meaning
    return isinstance(name, Named) and name.of is None and name.cycle in (Cycle.MONTH, Cycle.MONTH_DAY)


def _is_of_news(meaning: Meaning) -> bool:
    while isinstance(meaning, PartOf | About | Bound | DayPart | Clock) and meaning.of is not None:
        meaning = meaning.of
    if isinstance(meaning, Named):
        return meaning.of is None and meaning.cycle is Cycle.WEEKDAY
    return isinstance(meaning, Shift | Stretch) and meaning.anchor is Anchor.PUBLICATION


def _year_of(expression: TimeExpression) -> int | None:
    """The year of a date that is written with one; 0 and less are before Christ."""
    meaning = expression.meaning
    while isinstance(meaning, PartOf | About | Bound):
        meaning = meaning.of
    if not isinstance(meaning, Fixed):
        return None
    start = Place(meaning.unit, meaning.number, meaning.number).earliest
    return start.year if start else meaning.number
