"""Feasts whose day a calendar of the moon gives.

The Lunar New Year and the Jewish feasts have their day. Those that begin when the moon is sighted (Ramadan, Eid), and
Diwali, whose day is told by the true moon, are only estimated here; FEAST_LASTS says by how much they may differ.
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
PASSOVER_BEFORE_NEW_YEAR = 163
CHISLEV_25 = 83
ISLAMIC_EPOCH = 227014
ISLAMIC_YEAR = 354 + 11 / 30
# Month and day of the Islamic year.
ISLAMIC_FEASTS = {
    "ashura": (1, 10),
    "mawlid": (3, 12),
    "ramadan": (9, 1),
    "eid al-fitr": (10, 1),
    "eid al-adha": (12, 10),
}
# From how many days before the day that is computed to how many after it a feast may lie. The Islamic days of 1924 to
# 2076 are at most two days before the reckoning and one after it in Saudi Arabia's calendar, and elsewhere a day later;
# Diwali's of 2001 to 2035 at most one day before. Jewish feasts begin on the evening before.
FEAST_LASTS = {
    "ashura": (2, 2),
    "mawlid": (2, 2),
    "ramadan": (2, 31),
    "eid al-fitr": (2, 4),
    "eid al-adha": (2, 5),
    "diwali": (1, 1),
    "passover": (1, 7),
    "hanukkah": (1, 7),
}
NEW_MOON = 730125.76
MOONS_LAST = 29.530588853


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


def passover(year: int) -> date | None:
    """The first day of Passover, 15 Nisan."""
    following = rosh_hashanah(year)
    return following and following - timedelta(days=PASSOVER_BEFORE_NEW_YEAR)


def hanukkah(year: int) -> date | None:
    """The first day of Hanukkah, 25 Chislev; the month before it has 30 days in years of 355 and 385 days."""
    first, following = rosh_hashanah(year), rosh_hashanah(year + 1) if year + 1 < date.max.year else None
    if first is None or following is None:
        return None
    return first + timedelta(days=CHISLEV_25 + ((following - first).days % 10 == 5))


def diwali(year: int) -> date | None:
    """About the day of Diwali, by the mean new moon in India from 18 October on."""
    if not 1583 <= year < date.max.year:
        return None
    since = date(year, 10, 18).toordinal() - NEW_MOON
    moon = NEW_MOON + -(-since // MOONS_LAST) * MOONS_LAST
    return date.fromordinal(int(moon + (5.5 - 12) / 24))


def islamic_feasts(name: str, near: date) -> list[date]:
    """About the days of a feast in the Islamic years around a day, by the calendar of 11 leap years in 30, in order."""
    month, day = ISLAMIC_FEASTS[name]
    here = int((near.toordinal() - ISLAMIC_EPOCH) / ISLAMIC_YEAR) + 1
    ordinals = (_islamic(year, month, day) for year in range(here - 3, here + 4))
    return [date.fromordinal(o) for o in ordinals if ISLAMIC_EPOCH < o <= date.max.toordinal()]


def _islamic(year: int, month: int, day: int) -> int:
    """The ordinal of a day of the Islamic calendar; odd months have 30 days, even ones 29."""
    return ISLAMIC_EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day


def _unadjusted(hebrew_year: int) -> int:
    """The day of the mean new moon that opens the year, never a Sunday, Wednesday or Friday."""
    months = (235 * hebrew_year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // PARTS_A_DAY
    return day + 1 if 3 * (day + 1) % 7 < 3 else day
