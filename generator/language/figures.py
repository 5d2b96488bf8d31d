"""Amounts in a text: money, percentages and counts, with their bounds."""

import re
from collections.abc import Iterator

from generator.language.lexicon import lexicon, noun_base
from generator.model import Figure

_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9,
    "b": 1e9, "trillion": 1e12, "tn": 1e12, "dozen": 12.0,
}  # fmt: skip
_WORDS = {
    word: float(value)
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0}
_IN_WORDS = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
)
_WORDS |= {
    f"{tens}-{unit}": _WORDS[tens] + _WORDS[unit]
    for tens in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    for unit in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
}
_CURRENCIES = {
    "$": "USD", "us$": "USD", "a$": "AUD", "c$": "CAD", "hk$": "HKD", "€": "EUR", "£": "GBP", "¥": "JPY",
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY", "rupee": "INR", "rouble": "RUB",
    "ruble": "RUB", "franc": "CHF", "won": "KRW", "real": "BRL", "peso": "MXN",
    "rand": "ZAR", "taka": "BDT", "naira": "NGN", "zloty": "PLN", "shekel": "ILS", "baht": "THB", "lira": "TRY",
    "krona": "SEK", "kronor": "SEK",
}  # fmt: skip
# A word before an amount, and what it makes of the stated value: factors for the lower and the upper bound, or None
# where that side is open. "About" and its like are read as within a tenth, as HeidelTime's authors read them of times.
_BOUNDS: dict[str, tuple[float | None, float | None]] = {
    "up to": (None, 1.0), "as much as": (None, 1.0), "as many as": (None, 1.0), "at most": (None, 1.0),
    "less than": (None, 1.0), "fewer than": (None, 1.0), "under": (None, 1.0), "below": (None, 1.0),
    "just under": (0.9, 1.0), "just below": (0.9, 1.0), "nearly": (0.9, 1.0), "almost": (0.9, 1.0),
    "close to": (0.9, 1.1), "about": (0.9, 1.1), "around": (0.9, 1.1), "approximately": (0.9, 1.1),
    "roughly": (0.9, 1.1), "some": (0.9, 1.1), "an estimated": (0.9, 1.1), "more than": (1.0, None),
    "over": (1.0, None), "at least": (1.0, None), "above": (1.0, None), "upwards of": (1.0, None),
    "just over": (1.0, 1.1), "only": (1.0, 1.0), "just": (1.0, 1.0),
}  # fmt: skip
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen|mn|bn|tn|m|k|b)(?![A-Za-z])"
_COUNTED = r"(?:(?!million|billion|trillion|thousand|hundred|percent|per)[a-z][a-z-]+\s){0,2}?"
_FIGURE = re.compile(
    r"(?P<between>\bbetween\s+)?(?:\b(?P<bound>" + "|".join(sorted(_BOUNDS, key=len, reverse=True)) + r")\s+)?"
    r"(?:(?P<currency>(?:US|A|C|HK)?\$|[€£¥])\s?)?"
    r"(?<![\w.])(?P<low>" + _NUMBER + r"|\b(?:" + _IN_WORDS + r")\b)"
    r"(?:\s?(?P<lowscale>" + _SCALE + r"))?"
    r"(?:\s?(?:-|–|to|(?(between)and|(?!)))\s?(?:US)?[$€£¥]?(?P<high>"
    + _NUMBER
    + r")(?(between)|(?=\s?(?:%|per|million|billion|trillion|bn|m\b))))?"
    r"(?:[\s-]?(?P<scale>" + _SCALE + r"))?"
    r"(?(currency)|(?:\s?(?P<percent>%|percent\b|per\scent\b|percentage\spoints?\b)"
    r"|\s(?P<unit>dollars?|euros?|pounds?|yen|yuan|rupees?|roubles?|rubles?|francs?|won|reals?|pesos?"
    r"|rand|taka|naira|zlotys?|shekels?|baht|liras?|krona|kronor)\b"
    r"|\s(?:of\s(?:its|their|the|his|her)\s(?:[\w-]+\s){0,3}?)?(?P<noun>(?:[a-z-]+\s){0,2}?(?:people|children|men|women|[a-z-]{2,}s|[A-Z]{2,}s)\b))?)",
    re.IGNORECASE,
)
# "Half a percentage point", "25 basis points".
_PART = re.compile(
    r"\b(?P<part>half|(?:a |one )?quarter of|three[- ]quarters of) an? (?:percentage )?point\b"
    r"|\b(?P<basis>\d+) basis points?\b",
    re.IGNORECASE,
)
_PARTS = {"h": 0.5, "a": 0.25, "o": 0.25, "q": 0.25, "t": 0.75}
_CANDIDATE = re.compile(r"[\d$€£¥]|\b(?:" + _IN_WORDS + r")\b", re.IGNORECASE)


def find_figures(text: str, offset: int = 0) -> tuple[Figure, ...]:
    """The money, percentages and counts of a sentence, left to right, with offsets from `offset` on."""
    figures = tuple(_figures(text, offset)) if _CANDIDATE.search(text) else ()
    parts = tuple(_parts(text, offset)) if "point" in text else ()
    if not parts:
        return figures
    others = (f for f in figures if not any(p.start <= f.start < p.end for p in parts))
    return tuple(sorted((*others, *parts), key=lambda f: f.start))


def _parts(text: str, offset: int) -> Iterator[Figure]:
    """The parts of a percentage point in words: "a quarter of a point" is 0.25 %."""
    for found in _PART.finditer(text):
        value = int(found["basis"]) / 100 if found["basis"] else _PARTS[found["part"][0].lower()]
        start, end = found.span()
        yield Figure(offset + start, offset + end, found[0], "percent", "%", value, value)


def stated_value(figure: Figure) -> float:
    """The number that the words state: the maximum of "up to", the minimum of "more than"."""
    if figure.high is not None:
        return figure.high
    return figure.low if figure.low is not None else 0.0


def _figures(text: str, offset: int) -> Iterator[Figure]:
    for match in _FIGURE.finditer(text):
        kind, unit = _unit(match)
        if not kind:
            continue
        low = number_of(match["low"]) * _SCALES.get((match["lowscale"] or match["scale"] or "").lower(), 1.0)
        high = low
        if match["high"]:
            factor = _SCALES.get((match["scale"] or match["lowscale"] or "").lower(), 1.0)
            high = number_of(match["high"]) * factor
            low = min(low, high)
        elif match["lowscale"] and match["scale"]:
            low = high = low * _SCALES[match["scale"].lower()]
        factors = _BOUNDS.get(re.sub(r"\s+", " ", (match["bound"] or "").lower()), (1.0, 1.0))
        start, end = match.start(), match.end()
        yield Figure(
            offset + start,
            offset + end,
            text[start:end],
            kind,
            unit,
            None if factors[0] is None else low * factors[0],
            None if factors[1] is None else high * factors[1],
        )


def number_of(words: str) -> float:
    """The number that digits or a word state; 0 if none."""
    return _WORDS.get(words.lower()) or float(words.replace(",", "") if words[0].isdigit() else 0)


def _unit(match: re.Match[str]) -> tuple[str, str]:
    """The kind of a figure and what it counts; an empty kind where the number counts nothing."""
    if match["currency"]:
        return "money", _CURRENCIES[match["currency"].lower()]
    if match["percent"]:
        return "percent", "%"
    if match["unit"]:
        return "money", _CURRENCIES[noun_base(match["unit"].lower())]
    noun = match["noun"]
    if not noun or noun.split()[-1].lower() in lexicon().lists["not_counted"]:
        return "", ""
    bare_year = (
        match["low"].isdigit() and len(match["low"]) == 4 and not match["scale"] and match["low"][:2] in ("19", "20")
    )
    if bare_year:
        return "", ""
    return "count", noun_base(noun.split()[-1].lower())
