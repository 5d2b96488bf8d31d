"""Outcomes that are no figures, as sources tell them: the score of a match, the term of a sentence."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.language.figures import number_of
from generator.model import Claim, Disagreement, Event

_SCORE = re.compile(r"(?<![\w-])(?P<left>\d{1,3})\s?[-–]\s?(?P<right>\d{1,3})(?![\w-])")
_NUMBER = r"(?P<number>\d{1,3}|[a-z]+)[ -](?P<unit>year|month)s?"
_TERMS = (
    re.compile(
        _NUMBER + r"(?: in (?:prison|jail|custody)| behind bars| imprisonment| (?:prison|jail) (?:term|sentence))"
    ),
    re.compile(
        r"\b(?:sentenced (?:[\w.’'-]+ )*?to|jailed (?:[\w.’'-]+ )*?for|imprisoned (?:[\w.’'-]+ )*?for) " + _NUMBER
    ),
)
_LIFE = re.compile(r"\blife (?:in (?:prison|jail)|imprisonment|sentence|term)\b|\bjailed for life\b")


def find_outcome_disagreement(event: Event) -> Iterator[Disagreement]:
    """What the sources give as the score or the prison term, if each gives one and they are not the same.

    A score is compared whoever's goals come first; an article that gives several (at half-time, of two legs) says
    nothing.
    """
    about = {"sport": "score", "justice": "prison term"}.get(event.kind)
    if about is None:
        return
    told: dict[str, dict[str, str]] = defaultdict(dict)
    for mention in event.mentions:
        told[mention.article].update(_scores(mention.clause) if event.kind == "sport" else _terms(mention.clause))
    claims: dict[str, dict[str, str]] = defaultdict(dict)
    for article, values in sorted(told.items()):
        if len(values) == 1:
            [(value, words)] = values.items()
            claims[value][article] = words
    if len(claims) > 1:
        ordered = sorted(claims, key=lambda value: (-len(claims[value]), value))
        yield Disagreement(about, tuple(_claim(value, claims[value]) for value in ordered))


def _scores(clause: str) -> Iterator[tuple[str, str]]:
    for found in _SCORE.finditer(clause):
        high, low = sorted((int(found["left"]), int(found["right"])), reverse=True)
        yield f"{high}-{low}", found[0]


def _terms(clause: str) -> Iterator[tuple[str, str]]:
    if life := _LIFE.search(clause):
        yield "life", life[0]
    for term in _TERMS:
        for found in term.finditer(clause):
            number = number_of(found["number"])
            months = number * (12 if found["unit"] == "year" else 1) if number else 0
            if months:
                years = f"{months / 12:g} years" if months % 12 == 0 else f"{months:g} months"
                yield years, clause[found.start("number") : found.end()]


def _claim(value: str, words: Mapping[str, str]) -> Claim:
    return Claim(value, " / ".join(dict.fromkeys(words.values())), tuple(sorted(words)))
