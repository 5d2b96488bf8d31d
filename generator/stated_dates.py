"""Dates as people and feeds state them: EDTF, or a day with a time behind it."""

import re

from generator.dates.when import parse_edtf
from generator.model import When

TIME_OF_DAY = re.compile(r"(?<=\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}[0-9:.]*(?: ?(?:Z|[+-]\d{2}:?\d{2}))?$")
NO_MONTH_OR_DAY = re.compile(r"-00\b")


def read_when(text: str) -> When:
    """The day, month, year or range that the text states; raises ValueError if it is none.

    A time of day after the date is left out: the day is that of the zone it is stated in.
    """
    bare = TIME_OF_DAY.sub("", text.strip())
    if NO_MONTH_OR_DAY.search(bare):
        raise ValueError(f"no month or day has the number 0: {text!r}")
    try:
        return parse_edtf(bare)
    except OverflowError as error:
        raise ValueError(f"outside the calendar: {text!r}") from error
