"""Feasts whose day a calendar of the moon gives: the Lunar New Year, Rosh Hashanah and Yom Kippur.

Feasts that begin when the moon is sighted (Ramadan, Eid) are not here: no table knows their day.
"""

from datetime import date, timedelta

NEW_YEARS_SINCE = 1900
# A letter a year, from A for 20 January to f for 20 February; as lunardate 0.3.0 computes them.
NEW_YEARS = (
    "LeTJbPFYNCVKdRGZODWMfTIbQEYNDVKcRGZPEWLeTHaQFYNCVJcRHZOEXLdTIaQFYNBUKcRHaODWLdSIbQFYNfUJcRHaPDVLeSIb"
    "QEXMCUJdSGZODVLeTIbQFXMCVJcRGYODWLeTIaPEXMCVKcRGZNDWMeTIaPEXNBUJcQGZODWLeSHaQEXNCUJcRGZOEVKdSHaQFXMB"
)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef"
PARTS_A_DAY = 25920
HEBREW_EPOCH = -1373427


def lunar_new_year(year: int) -> date | None:
    """The first day of the Chinese year that begins in this one, from 1900 to 2099."""
    at = year - NEW_YEARS_SINCE
    return date(year, 1, 20) + timedelta(days=LETTERS.index(NEW_YEARS[at])) if 0 <= at < len(NEW_YEARS) else None


def rosh_hashanah(year: int) -> date | None:
    """The first day of the Hebrew year that begins in this one; it begins on the evening before.

    The rule is of Reingold and Dershowitz, Calendrical Calculations: the day of the mean new moon, put off where the
    year before or the year itself would have a length that no year may have.
    """
    hebrew = year + 3761
    before, day, after = (_unadjusted(y) for y in (hebrew - 1, hebrew, hebrew + 1))
    put_off = 2 if after - day == 356 else 1 if day - before == 382 else 0
    return date.fromordinal(day + put_off + HEBREW_EPOCH) if 1583 <= year < date.max.year else None


def yom_kippur(year: int) -> date | None:
    """The tenth day of the Hebrew year that begins in this one."""
    first = rosh_hashanah(year)
    return first + timedelta(days=9) if first else None


def _unadjusted(hebrew_year: int) -> int:
    """The day of the mean new moon that opens the year, never a Sunday, Wednesday or Friday."""
    months = (235 * hebrew_year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // PARTS_A_DAY
    return day + 1 if 3 * (day + 1) % 7 < 3 else day
