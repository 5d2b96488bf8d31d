"""How a locale writes days and months, by the Unicode CLDR as Babel has it; the words around them stay English."""

from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, get_month_names

from generator.dates.when import BRITISH, Wording

BRITAIN = "en-GB"


def known_locale(name: str) -> bool:
    """Whether there is such a locale, written as in BCP 47: `en-US`, `de`, `pt-BR`."""
    try:
        Locale.parse(name, sep="-")
    except (UnknownLocaleError, ValueError, TypeError):
        return False
    return True


@cache
def wording_of(locale: str) -> Wording:
    """How a locale writes days and months. British dates also cut spans short: "20 to 26 January 2025"."""
    if locale == BRITAIN:
        return BRITISH
    there = Locale.parse(locale, sep="-")

    def in_full(on: date) -> str:
        return format_date(on, format="long", locale=there)

    def month(on: date) -> str:
        return format_skeleton("yMMMM", on, locale=there)

    return Wording(in_full, month, lambda start, end: in_full(start))


@cache
def short_months(locale: str) -> tuple[str, ...]:
    """The months from January on, as an axis has room for them."""
    names = get_month_names("abbreviated", context="stand-alone", locale=Locale.parse(locale, sep="-"))
    return tuple(names[month] for month in range(1, 13))


@cache
def month_name(month: int, locale: str) -> str:
    """A month alone, as a heading names it."""
    name: str = get_month_names("wide", context="stand-alone", locale=Locale.parse(locale, sep="-"))[month]
    return name[:1].upper() + name[1:]
