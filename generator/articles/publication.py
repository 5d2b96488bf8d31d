"""When each article was published, from what it says of itself: the editor's word, metadata, first line and address.

What other articles add to this is in `events/anchors.py`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from generator.dates.when import day, to_words
from generator.model import UNKNOWN_WHEN, Article, Basis, Clue, Publication, Rejection

# The order in which clues are believed; the first line of a text may be anybody's.
_FIRMEST = (Basis.STATED, Basis.HTML, Basis.HEADER, Basis.URL)
_LONG_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[/._-]?(0[1-9]|1[0-2])[/._-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_SHORT_DATE = re.compile(r"(?<!\d)(\d\d)([/._-])(\d\d)\2(\d\d)(?!\d)")
_ORDERS = ("year/month/day", "day/month/year", "month/day/year", "year/day/month")
# Two-digit years are those of the web: no address is older than 1990.
_FIRST_YEAR = 1990


@dataclass(frozen=True, slots=True)
class AddressDate:
    """A day that an address can be read as, the digits that give it, and the order in which they are read."""

    day: date
    digits: str
    order: str


def date_publications(articles: Sequence[Article]) -> dict[str, Publication]:
    """The publication of each article by id, from its own evidence alone; unknown where there is none."""
    return {article.id: own_publication(article) for article in articles}


def own_publication(article: Article) -> Publication:
    """The publication that an article's firmest clue gives, with those that were rejected and why.

    A first line that repeats the address's digits read in another order is no evidence of its own: it is a machine's
    misreading, and the address's usual order, year first, is taken instead.
    """
    addresses = list(address_dates(article.url or ""))
    usual = addresses[0] if addresses else None
    rejected: list[Rejection] = []
    kept: list[Clue] = []
    for clue in sorted(article.clues, key=lambda c: _FIRMEST.index(c.basis)):
        misread = _misread(clue, addresses)
        if misread:
            rejected.append(Rejection(clue.day.isoformat(), clue.basis, misread))
        else:
            kept.append(clue)
    if usual and not any(c.day == usual.day for c in kept):
        kept.append(Clue(Basis.URL, usual.day, f"the address has {usual.digits}, read as {usual.order}"))
    rejected += [
        Rejection(
            other.day.isoformat(),
            Basis.URL,
            f"the address's {other.digits} read as {other.order}, which addresses seldom mean",
        )
        for other in addresses[1:]
        if not any(r.value == other.day.isoformat() for r in rejected)
    ]
    if not kept:
        return Publication(UNKNOWN_WHEN, Basis.UNKNOWN, "nothing says when it was published", tuple(rejected))
    first = kept[0]
    rejected += [
        Rejection(other.day.isoformat(), other.basis, f"{other.words}, but {first.words}")
        for other in kept[1:]
        if other.day != first.day
    ]
    return Publication(first.when or day(first.day), first.basis, first.words, tuple(rejected))


def _misread(clue: Clue, addresses: Sequence[AddressDate]) -> str | None:
    """Why a first line is only the address misread, or None."""
    if clue.basis is not Basis.HEADER or not addresses or clue.day == addresses[0].day:
        return None
    for other in addresses[1:]:
        if clue.day == other.day:
            return (
                f"{clue.words}, which is the address's {other.digits} read as {other.order}; "
                f"read as {addresses[0].order} it is {to_words(day(addresses[0].day))}"
            )
    return None


def address_dates(url: str) -> Iterator[AddressDate]:
    """The days that the digits of an address can mean, the usual order first.

    A four-digit year settles the order; `25/02/01` can be 2025-02-01, 2001-02-25 or 2025-01-02.
    """
    parts = urlsplit(url)
    place = f"{parts.path}?{parts.query}"
    long = _LONG_DATE.search(place)
    if long:
        found = _day(int(long[1]), int(long[2]), int(long[3]))
        if found:
            yield AddressDate(found, long[0].strip("/"), _ORDERS[0])
        return
    short = _SHORT_DATE.search(place)
    if not short:
        return
    a, b, c = (int(short[i]) for i in (1, 3, 4))
    seen: set[date] = set()
    for order, (y, m, d) in zip(_ORDERS, ((a, b, c), (c, b, a), (c, a, b), (a, c, b)), strict=True):
        found = _day(2000 + y if y < _FIRST_YEAR % 100 else 1900 + y, m, d)
        if found and found not in seen:
            seen.add(found)
            yield AddressDate(found, short[0], order)


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
