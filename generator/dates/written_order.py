"""Whether a text writes the day before the month, for dates in numerals that could be either."""

import re
from collections.abc import Sequence

from generator.model import TimeExpression

_ORDERS = (
    (re.compile(r"^(?:1[3-9]|2\d|3[01])[/.-]\d"), True),
    (re.compile(r"^\d{1,2}[/.-](?:1[3-9]|2\d|3[01])[/.-]"), False),
    (re.compile(r"^(?:the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]+"), True),
    (re.compile(r"^[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?(?!\d)"), False),
)
# The place of a dateline, which opens the text in capitals: "NEW YORK, Jan. 27 (AP) - ".
_DATELINE = re.compile(r"\s*([A-Z][A-Z.' ]+[A-Z.])(?:, ([A-Z][A-Za-z. ]+?))?(?:,| \(| [-–—])")
_MONTH_FIRST = frozenset(
    (
        *(
            "NEW YORK",
            "WASHINGTON",
            "LOS ANGELES",
            "CHICAGO",
            "BOSTON",
            "SAN FRANCISCO",
            "HOUSTON",
            "DALLAS",
            "ATLANTA",
        ),
        *("PHILADELPHIA", "SEATTLE", "DENVER", "DETROIT", "MIAMI", "LAS VEGAS", "PHOENIX", "SAN DIEGO", "NEW ORLEANS"),
        *(
            "MINNEAPOLIS",
            "CLEVELAND",
            "BALTIMORE",
            "PITTSBURGH",
            "ST. LOUIS",
            "SALT LAKE CITY",
            "HONOLULU",
            "NASHVILLE",
        ),
        *("MILWAUKEE", "INDIANAPOLIS", "CINCINNATI", "OKLAHOMA CITY", "MANILA"),
    )
)
STATES = re.compile(
    r"^(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|D\.C|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\.[CDHJMY]"
    r"|Okla|Ore|Pa|R\.I|S\.[CD]|Tenn|Texas|Vt|Va|Wash|W\.Va|Wis|Wyo|Ohio|Iowa|Idaho|Utah|Maine|Alaska|Hawaii)\b"
)
_DAY_FIRST = frozenset(
    (
        *("LONDON", "PARIS", "BERLIN", "ROME", "MADRID", "MOSCOW", "BRUSSELS", "VIENNA", "GENEVA", "ATHENS", "DUBLIN"),
        *("LISBON", "WARSAW", "PRAGUE", "BUDAPEST", "AMSTERDAM", "STOCKHOLM", "OSLO", "COPENHAGEN", "HELSINKI", "KYIV"),
        *("CAIRO", "JERUSALEM", "BEIRUT", "BAGHDAD", "ISTANBUL", "ANKARA", "NEW DELHI", "DELHI", "MUMBAI", "ISLAMABAD"),
        *("DHAKA", "KARACHI", "SYDNEY", "MELBOURNE", "CANBERRA", "WELLINGTON", "AUCKLAND", "JOHANNESBURG", "NAIROBI"),
        *(
            "LAGOS",
            "ACCRA",
            "MEXICO CITY",
            "BUENOS AIRES",
            "SANTIAGO",
            "BOGOTA",
            "CARACAS",
            "LIMA",
            "SAO PAULO",
            "EDINBURGH",
        ),
        *(
            "BRASILIA",
            "JAKARTA",
            "BANGKOK",
            "HANOI",
            "SINGAPORE",
            "DUBAI",
            "RIYADH",
            "DOHA",
            "HONG KONG",
            "ZURICH",
            "MILAN",
        ),
    )
)


def dateline_of(text: str) -> tuple[str, str] | None:
    """The place that opens a text in capitals, and what follows it up to the next mark ("QUITO", "Ecuador")."""
    found = _DATELINE.match(text)
    return (found[1].strip(), found[2] or "") if found else None


def day_first(text: str, expressions: Sequence[TimeExpression]) -> bool | None:
    """True for the day first, False for the month first: as the text's other dates are, else as is usual at its place.

    None where neither tells, or where the other dates differ.
    """
    orders = {order for e in expressions for pattern, order in _ORDERS if pattern.match(e.text)}
    if orders:
        return orders.pop() if len(orders) == 1 else None
    dateline = dateline_of(text)
    if dateline is None:
        return None
    place, region = dateline
    if place in _MONTH_FIRST or STATES.match(region):
        return False
    return True if place in _DAY_FIRST else None
