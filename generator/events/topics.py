"""What an article is about: the name that its title and its opening share, for events in which it names nobody."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from generator.dates.written_order import STATES, dateline_of
from generator.events.entities import Entities, Named
from generator.language.lexicon import lexicon
from generator.model import Article, Entity, EntityKind
from generator.text import slug

_OFTEN = 3
"""How often an article names whom it is about, if it does so in its opening and not in its title."""
_PAPER = re.compile(r"\b(?:Times|News|Post|Journal|Herald|Guardian|Reuters|BBC|CNN|Press|Telegraph|Tribune)$")
_WHERE = re.compile(r"\b(?:in|near|at|off) (?:the |[a-z]+ern )?$")
_BEFORE = 20
"""Letters before a name within which "in" stands."""
_CAPITALS = re.compile(r"\b[A-Z][a-z]+\b")
_TELLING = frozenset({EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.PLACE})
_OPENING = 500
"""Letters of an article in which what it is about is named; its title alone may be of one detail."""


def topics_of(articles: Sequence[tuple[Article, Named]], entities: Entities) -> Mapping[str, Entity]:
    """For each article's id whom or what it is about; an article of which that cannot be said is left out."""
    known = {entity.id: entity for entity in entities.all}
    found = {}
    for article, named in articles:
        seen = _Seen.of(article, named, entities)
        first = known.get(seen.titled() or "") or _of_dateline(article)
        found[article.id] = first or known.get(seen.only_place() or seen.often() or "")
    return {name: topic for name, topic in found.items() if topic}


def _of_dateline(article: Article) -> Entity | None:
    """The country in which an article says that it was written ("QUITO, Ecuador (AP) — …").

    None if its title or opening names another: correspondents write of one country from the next.
    """
    town, country = dateline_of(article.text) or ("", "")
    lists = lexicon().lists
    opening = f"{article.title} {article.text[:_OPENING]}"
    if STATES.match(country):
        # "RENO, Nev. (AP)": an agency writes so of what happened there, if nothing else is named.
        named = [word.lower() for word in _CAPITALS.findall(opening) if not word.isupper()]
        elsewhere = any(word in lists["places"] for word in named)
        return None if elsewhere else Entity(slug(town), town.title(), EntityKind.PLACE)
    if not country or country.lower() not in lists["places"]:
        return None
    others = (word.lower() for word in _CAPITALS.findall(opening) if word not in country)
    if any(word in lists["countries"] for word in others):
        return None
    return Entity(slug(country), country, EntityKind.PLACE)


@dataclass(frozen=True, slots=True)
class _Seen:
    """How often an article names each entity; where its title does; which are places of its opening, and which bodies.

    What the title names too is told with whether it is only known to be a place by "in" before it.
    """

    counts: Counter[str]
    titles: Mapping[str, tuple[bool, int]]
    places: frozenset[str]
    bodies: frozenset[str]
    opening: frozenset[str]
    first: frozenset[str]

    @classmethod
    def of(cls, article: Article, named: Named, entities: Entities) -> "_Seen":
        """What an article names."""
        opening = article.text[:_OPENING]
        lead = re.split(r"(?<=[a-z]\.)\s", opening.strip(), maxsplit=1)[0]
        counts: Counter[str] = Counter()
        titles: dict[str, tuple[bool, int]] = {}
        places, bodies, named_places, opened, leading = set(), set(), set(), set(), set()
        for form, kinds in named.forms.items():
            entity = entities.of(article.id, form)
            if entity is None or _PAPER.search(form) or form.split()[-1].lower() in lexicon().lists["continents"]:
                continue  # Who reports it is not whom it is about, nor is a part of the world.
            counts[entity] += sum(kinds.values())
            if _place(form, opening) is None:
                continue
            if {EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.PRODUCT} & set(kinds) or " " not in form:
                opened.add(entity)
            if _place(form, lead) is not None:
                leading.add(entity)
            where, known = _is_where(form, opening), bool(_TELLING & set(kinds))
            sits = article.text.lstrip().startswith(form.upper())  # where the reporter is
            if where and not sits and form.lower() in lexicon().lists["places"]:
                places.add(entity)
            if not sits and (EntityKind.ORGANISATION in kinds or form.lower() in lexicon().lists["countries"]):
                bodies.add(entity)
            first = _place(form, article.title)
            if first is not None and (known or (where and _is_where(form, article.title))):
                titles[entity] = min((not known, first), titles.get(entity, (True, first)))
                if EntityKind.PLACE in kinds:
                    named_places.add(entity)
        if len(named_places) > 1:
            named_places -= {_outstanding(named_places, counts)}
            titles = {name: rank for name, rank in titles.items() if name not in named_places}
            places, bodies = places - named_places, bodies - named_places
        told = frozenset(opened - named_places - places)
        return cls(counts, titles, frozenset(places), frozenset(bodies), told, frozenset(leading))

    def titled(self) -> str | None:
        """The entity of the title that the opening names too: that which is named most, else the first."""
        ranks = ((doubtful, -self.counts[name], first, name) for name, (doubtful, first) in self.titles.items())
        return min(ranks, default=(True, 0, 0, None))[-1]

    def only_place(self) -> str | None:
        """The place of the opening, if it has one, of the first sentence or named again: a villa's is a detail."""
        place = next(iter(self.places)) if len(self.places) == 1 else None
        return place if place and (self.counts[place] > 1 or place in self.first) else None

    def often(self) -> str | None:
        """What the opening names and the article again and again."""
        most = min(self.bodies, key=lambda name: (-self.counts[name], name), default=None)
        if most and self.counts[most] >= _OFTEN:
            return most
        first = min(self.opening, key=lambda name: (-self.counts[name], name), default="")
        beside = max((self.counts[name] for name in self.counts if name != first), default=0)
        return first if first and self.counts[first] > max(_OFTEN, 1.3 * beside) else None


def _outstanding(places: Set[str], counts: Mapping[str, int]) -> str | None:
    """Of several places that a title names that of which the whole article is ("US to lift sanctions of | Sudan")."""
    most, second, *_ = [*sorted(places, key=lambda name: (-counts[name], name)), "", ""]
    return most if second and counts[most] >= max(_OFTEN, 3 * counts[second]) else None


def _is_where(form: str, text: str) -> bool:
    """Whether a text says that something is where a name is ("rescuers in Merov")."""
    return any(_WHERE.search(text, max(0, start - _BEFORE), start) for start in _places(form, text))


def _place(form: str, text: str) -> int | None:
    """Where a form of a name first stands in a text as words of its own."""
    return next(_places(form, text), None)


def _places(form: str, text: str) -> Iterator[int]:
    """Where a form of a name stands in a text as words of its own; a pattern for each name would take far longer."""
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start
        start = text.find(form, end)
