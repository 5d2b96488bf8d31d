"""Where an event was, as its sources tell it: two that put it near different towns cannot both be right."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from generator.model import Claim, Disagreement, Event

PLACE = "place"
_NAME = r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
# Only what is said of a point is compared: of "in Riga" and "in Latvia" both may hold.
_POINTS = (
    re.compile(r"\b(?:near|outside|off) (?:the )?(?:(?:city|town|village|port|island|capital) of )?" + _NAME),
    re.compile(r"\bin the (?:city|town|village|port|capital) of " + _NAME),
)


def find_place_disagreement(event: Event) -> Iterator[Disagreement]:
    """The points near which the sources put an event, if they exclude each other."""
    clauses: dict[str, list[str]] = defaultdict(list)
    for mention in event.mentions:
        clauses[mention.article].append(mention.clause)
    if len(clauses) < 2:
        return
    for point in _POINTS:
        told = {article: _names(point, own) for article, own in sorted(clauses.items())}
        claims: dict[str, dict[str, str]] = defaultdict(dict)
        for article, names in told.items():
            if len(names) == 1:
                [(name, words)] = names.items()
                claims[name][article] = words
        if len(claims) > 1 and not _go_together(claims, clauses):
            yield Disagreement(PLACE, tuple(_claim(name, claims[name]) for name in _by_support(claims)))


def _names(point: re.Pattern[str], clauses: list[str]) -> dict[str, str]:
    return {match["name"]: match.group() for clause in clauses for match in point.finditer(clause)}


def _by_support(claims: Mapping[str, Mapping[str, str]]) -> list[str]:
    return sorted(claims, key=lambda name: (-len(claims[name]), name))


def _go_together(claims: Mapping[str, object], clauses: Mapping[str, list[str]]) -> bool:
    """Whether two of the names share a word, or one source has both."""
    for a, b in combinations(sorted(claims), 2):
        if set(a.split()) & set(b.split()):
            return True
        if any(a in text and b in text for text in map(" ".join, clauses.values())):
            return True
    return False


def _claim(name: str, words: Mapping[str, str]) -> Claim:
    return Claim(name, " / ".join(dict.fromkeys(words.values())), tuple(sorted(words)))
