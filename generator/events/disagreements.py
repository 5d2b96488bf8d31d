"""Where sources cannot all be right: figures, day and place of an event, whether it was, and who holds an office."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log

from generator.dates.when import overlaps, to_words
from generator.events.denials import with_denials
from generator.events.entities import Entities
from generator.events.independence import sources_of
from generator.events.outcomes import find_outcome_disagreement
from generator.events.settling import readings_of
from generator.events.whereabouts import find_place_disagreement
from generator.language.figures import stated_value
from generator.language.lexicon import lexicon
from generator.model import Claim, Disagreement, Event, Figure, Mention, Office, Publication, When
from generator.settings import Kind

# Words beside a count that say what is counted of people; two counts are compared only if these agree.
_ASPECTS = {
    "killed": "killed", "killing": "killed", "kills": "killed", "kill": "killed", "dead": "killed", "died": "killed",
    "dying": "killed", "deaths": "killed", "death": "killed", "lives": "killed", "fatalities": "killed",
    "injured": "injured", "injuring": "injured", "injuries": "injured", "wounded": "injured", "wounding": "injured",
    "hurt": "injured", "hurting": "injured", "missing": "missing", "arrested": "arrested", "arresting": "arrested",
    "detained": "arrested", "detaining": "arrested", "displaced": "displaced", "displacing": "displaced",
    "homeless": "displaced", "evacuated": "evacuated", "infected": "infected", "infecting": "infected",
    "rescued": "rescued", "rescuing": "rescued", "trapped": "trapped", "trapping": "trapped", "stranded": "stranded",
    "stranding": "stranded", "hostage": "held", "hostages": "held", "aboard": "aboard",
}  # fmt: skip
# Words for one thing; they are compared under the one on the right.
_UNITS = {
    "vehicle": "car", "automobile": "car", "employee": "worker", "staff": "worker", "demonstrator": "protester",
    "marcher": "protester", "troop": "soldier", "infection": "case", "house": "home", "firm": "company",
}  # fmt: skip
# Words for whoever was there, so that their counts are of the same; children or soldiers are some of them.
_PEOPLE = frozenset(
    ["people", "person", "man", "men", "worker", "miner", "employee", "passenger", "villager", "resident", "tourist"]
)
# What is counted again day by day while an event goes on, for so many days after it.
_TOLLS = frozenset({"killed", "injured", "missing", "displaced", "infected", "case"})
_OPEN = 90
_NEARBY = 40
# "Two neighbouring provinces" are not all of them.
_IN_PART = re.compile(r"\b(?:other|others|more(?! than)|further|additional|neighbou?ring|remaining)\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:(?:over|in|for|within|during) (?:the )?(?:next |last |first |past |coming )?(?:[a-z]+ )?|an? |per |each )"
    r"(?:year|month|quarter|decade|week|day)s?\b|\bannually\b|\bto start\b|\binitially\b",
    re.IGNORECASE,
)
# Two holders of an office are a dispute only if both are named within so many days; else one followed the other.
_TENURE = 60
_WORD = re.compile(r"[a-z]+")
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_LABELS = {"money": "amount", "percent": "percentage"}


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as an article tells it, with the stretch of time that it is of; two of different stretches agree.

    `counted` is when the article was published, of what is counted again as time goes on; `final` if the event was
    long past by then.
    """

    figure: Figure
    period: str
    counted: When | None = None
    final: bool = False

    def fits(self, other: "Told") -> bool:
        """Whether both can hold."""
        if self.period and other.period and self.period != other.period:
            return True
        return agree(self.figure, other.figure) or self._grew(other)

    def _grew(self, other: "Told") -> bool:
        """Whether the higher of two tolls may have been counted later than the lower."""
        low, high = sorted((self, other), key=lambda told: stated_value(told.figure))
        if low.counted is None or high.counted is None or low.final:
            return False
        first, last = low.counted.earliest, high.counted.latest
        return first is None or last is None or last > first


def find_disagreements(
    events: Sequence[Event], publications: Mapping[str, Publication], kinds: Sequence[Kind]
) -> tuple[Event, ...]:
    """The events with the claims of their sources that cannot all hold."""
    table = {kind.name: kind for kind in kinds}
    found = []
    for event in events:
        compared = table[event.kind].disagree if event.kind in table else ()
        places = (_marked(place, event) for place in find_place_disagreement(event))
        outcomes = (_marked(outcome, event) for outcome in find_outcome_disagreement(event))
        figures = _figures(event, compared, publications)
        disagreements = (*figures, *_dates(event, publications), *places, *outcomes)
        found.append(replace(event, disagreements=disagreements))
    return with_denials(found)


def _marked(found: Disagreement, event: Event) -> Disagreement:
    return replace(found, claims=_with_outlier(found.claims, sources_of(event.mentions)))


def _figures(event: Event, compared: Iterable[str], publications: Mapping[str, Publication]) -> Iterator[Disagreement]:
    """For each thing that is counted or paid, the values of the articles, if two articles share none."""
    told: dict[tuple[str, str, str], dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for mention in event.mentions:
        for figure in mention.figures:
            if figure.kind in compared and not _IN_PART.search(figure.text):
                aspect = aspect_of(mention, figure)
                unit = "people" if aspect and figure.unit in _PEOPLE else _UNITS.get(figure.unit, figure.unit)
                published = publications[mention.article].when
                counted = published if {unit, aspect} & _TOLLS else None
                found = Told(figure, _period(mention, figure), counted, _long_past(event.when, published))
                told[figure.kind, unit, aspect][mention.article].append(found)
    sources = sources_of(event.mentions)
    for (kind, unit, aspect), by_article in sorted(told.items()):
        claims = _claims(by_article)
        if len(claims) > 1:
            written = next(iter(by_article.values()))[0].figure.text.split()[-1].lower()
            thing = unit if unit == "people" else written
            about = _LABELS.get(kind) or " ".join(filter(None, (thing, aspect)))
            yield Disagreement(about, _with_outlier(claims, sources))


def _long_past(when: When, publication: When) -> bool:
    return bool(when.latest and publication.earliest and (publication.earliest - when.latest).days > _OPEN)


def _period(mention: Mention, figure: Figure) -> str:
    """The stretch of time that a figure is of ("over ten years", "in the first year", "to start"), if it is told."""
    at = mention.clause.find(figure.text)
    match = _PERIOD.search(mention.clause[at + len(figure.text) : at + len(figure.text) + 2 * _NEARBY])
    return match.group().lower() if match else ""


def aspect_of(mention: Mention, figure: Figure) -> str:
    """What a count of people is of by the nearest word that tells: "killed", "injured" …; empty where none does."""
    if figure.kind != "count":
        return ""
    at = mention.clause.find(figure.text)
    end = at + len(figure.text)
    words = _WORD.finditer(mention.clause.lower(), max(0, at - _NEARBY), end + _NEARBY)
    found = [(max(at - w.end(), w.start() - end), _ASPECTS[w.group()]) for w in words if w.group() in _ASPECTS]
    return min(found)[1] if found else ""


def _claims(by_article: Mapping[str, Sequence[Told]]) -> list[Claim]:
    """The values that articles stand for: for each article that of its values which most others share.

    Articles stand together where each two of them share a value, or one tells the parts of what the other tells whole.
    """
    chosen: dict[str, Told] = {}
    for article in sorted(by_article):
        others = [t for own in by_article.values() if not _share(by_article[article], own) for t in own]
        chosen[article] = min(
            by_article[article],
            key=lambda t: (-_support(t, article, by_article), _apart(t, others), -stated_value(t.figure)),
        )
    groups: list[list[str]] = []
    for article in sorted(chosen, key=lambda a: (stated_value(chosen[a].figure), a)):
        home = next((g for g in groups if all(_share(by_article[article], by_article[a]) for a in g)), None)
        if home is None:
            groups.append([article])
        else:
            home.append(article)
    groups = sorted(map(sorted, groups), key=lambda g: (-len(g), g))
    return [_claim(group, chosen) for group in groups]


def _share(left: Sequence[Told], right: Sequence[Told]) -> bool:
    return any(a.fits(b) for a in [*left, *_sum(left)] for b in [*right, *_sum(right)])


def _sum(told: Sequence[Told]) -> list[Told]:
    """The whole of which an article tells the parts ("$2.1 billion in cash and $300 million in debt")."""
    parts = list({t.figure.text: t for t in told}.values())
    if len(parts) < 2 or any(t.figure.low is None or t.figure.unit == "%" for t in parts):
        return []
    total = sum(stated_value(t.figure) for t in parts)
    return [replace(parts[0], figure=replace(parts[0].figure, low=total, high=total))]


def _apart(told: Told, others: Sequence[Told]) -> float:
    """How far a value is from the nearest of others, as the logarithm of their ratio; like is set beside like."""
    value = stated_value(told.figure)
    near = [abs(log(value / stated_value(t.figure))) for t in others if value > 0 and stated_value(t.figure) > 0]
    return round(min(near, default=0.0), 6)


def _support(told: Told, article: str, by_article: Mapping[str, Sequence[Told]]) -> int:
    return sum(any(told.fits(t) for t in others) for other, others in by_article.items() if other != article)


def agree(a: Figure, b: Figure) -> bool:
    """Whether two figures can both hold: their ranges meet, or they are one but for rounding.

    "Up to" counts as the maximum that it states, of a count not much above it; "more than" as the minimum.
    """
    x, y = stated_value(a), stated_value(b)
    if x == y or _rounds_to(x, y) or _rounds_to(y, x):
        return True
    if a.low is not None and a.high is not None and b.low is not None and b.high is not None:
        return a.low <= b.high and b.low <= a.high
    return _admits(a, y) or _admits(b, x)


def _admits(figure: Figure, value: float) -> bool:
    """Whether a figure with one bound may mean a value: half as much again at most, or half of a count at least."""
    if figure.high is None and figure.low is not None:
        return figure.low <= value <= 1.5 * figure.low
    if figure.low is None and figure.high is not None and figure.kind == "count":
        return 0.5 * figure.high <= value <= figure.high
    return False


def _rounds_to(fine: float, coarse: float) -> bool:
    """Whether a number rounds to another at that one's last digit that is not 0."""
    if not coarse:
        return False
    unit = 1.0
    while coarse % (unit * 10) == 0 and unit < 1e15:
        unit *= 10
    while coarse % unit and unit > 1e-6:
        unit /= 10
    return round(fine / unit) * unit == coarse and abs(fine - coarse) <= 0.1 * coarse


def _claim(group: Sequence[str], chosen: Mapping[str, Told]) -> Claim:
    words = " / ".join(dict.fromkeys(chosen[article].figure.text for article in group))
    return Claim(value_words(chosen[group[0]].figure), words, tuple(group))


def value_words(figure: Figure) -> str:
    """The value as compared, in one form for all sources: "500 billion USD", "17%", "12 people"."""
    value = stated_value(figure)
    scale, name = next(((s, n) for s, n in _SCALES if value >= s), (1.0, ""))
    number = f"{value / scale:,.6g}"
    unit = figure.text.split()[-1].lower() if figure.kind == "count" else figure.unit
    return f"{number}%" if unit == "%" else " ".join(filter(None, (number, name, unit)))


def _with_outlier(claims: Sequence[Claim], sources: Mapping[str, str]) -> tuple[Claim, ...]:
    """Mark each claim of a single source against which several stand together; `sources` tells what copies what."""
    standing = [len({sources.get(article, article) for article in claim.articles}) for claim in claims]
    return tuple(replace(c, outlier=n == 1 and max(standing) > 1) for c, n in zip(claims, standing, strict=True))


def _dates(event: Event, publications: Mapping[str, Publication]) -> Iterator[Disagreement]:
    """The times that sources give outright and that exclude the event's."""
    readings = readings_of(event.mentions, publications)
    against = [r for r in readings if not overlaps(r.when, event.when)]
    if not against or len({r.mention.article for r in readings}) < 2:
        return
    groups: dict[str, list[Mention]] = defaultdict(list)
    for reading in readings:
        fits = overlaps(reading.when, event.when)
        groups[to_words(event.when if fits else reading.when)].append(reading.mention)
    claims = [
        Claim(
            value,
            " / ".join(dict.fromkeys(m.time.expression.text for m in mentions if m.time)),
            tuple(sorted({m.article for m in mentions})),
        )
        for value, mentions in groups.items()
    ]
    if len({article for claim in claims for article in claim.articles}) > 1:
        yield Disagreement("date", _with_outlier(claims, sources_of(event.mentions)))


def find_fact_disagreements(
    offices: Sequence[Office], entities: Entities, publications: Mapping[str, Publication]
) -> tuple[Disagreement, ...]:
    """The offices that one person holds at a time and that sources of one time give to different people."""
    holders: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    names = {entity.id: entity.name for entity in entities.all}
    for office in offices:
        person = entities.of(office.article, office.person)
        organisation = entities.of(office.article, office.organisation)
        if person and organisation and office.office.lower() in lexicon().lists["single_offices"]:
            title = office.office if office.office.isupper() else office.office.lower()
            holders[organisation, title][person].add(office.article)
    found = []
    for (organisation, title), people in sorted(holders.items()):
        if len(people) > 1 and _at_one_time(list(people.values()), publications):
            ordered = sorted(people, key=lambda person: (-len(people[person]), person))
            claims = [Claim(names[p], names[p], tuple(sorted(people[p]))) for p in ordered]
            found.append(Disagreement(f"{names[organisation]} {title}", _with_outlier(claims, {})))
    return tuple(found)


def _at_one_time(holders: Sequence[set[str]], publications: Mapping[str, Publication]) -> bool:
    """Whether the articles that name one holder were published while others named another."""
    spans = []
    for articles in holders:
        whens = [publications[a].when for a in sorted(articles)]
        starts = [w.earliest for w in whens if w.earliest]
        ends = [w.latest for w in whens if w.latest]
        if starts and ends:
            spans.append((min(starts), max(ends)))
    spans.sort()
    return all(b[0].toordinal() <= a[1].toordinal() + _TENURE for a, b in pairwise(spans))
