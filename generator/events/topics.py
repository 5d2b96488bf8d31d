"""What an article is about: the name that its title and its opening share, for events in which it names nobody."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from generator.events.entities import Entities, Named
from generator.model import Article, Entity, EntityKind

_OFTEN = 3
"""How often an article names whom it is about, if it does so in its opening and not in its title."""
_TELLING = frozenset({EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.PLACE})
_OPENING = 500
"""Letters of an article in which what it is about is named; its title alone may be of one detail."""


def topics_of(articles: Sequence[tuple[Article, Named]], entities: Entities) -> Mapping[str, Entity]:
    """For each article's id whom or what it is about; an article of which that cannot be said is left out."""
    known = {entity.id: entity for entity in entities.all}
    found = ((article, _topic(article, named, entities)) for article, named in articles)
    return {article.id: known[topic] for article, topic in found if topic in known}


def _topic(article: Article, named: Named, entities: Entities) -> str | None:
    """The entity of a title that the opening names too: that which the whole article names most, else the first.

    Where there is none, it is the only place of the opening, else whom the article names again and again.
    """
    opening = article.text[:_OPENING]
    counts: Counter[str] = Counter()
    titled: dict[str, tuple[bool, int]] = {}
    places: set[str] = set()
    first_named: set[str] = set()
    for form, kinds in named.forms.items():
        entity = entities.of(article.id, form)
        if entity is None:
            continue
        counts[entity] += sum(kinds.values())
        if _place(form, opening) is None:
            continue
        where, known = _is_where(form, opening), bool(_TELLING & set(kinds))
        if where:
            places.add(entity)
        if known and EntityKind.PERSON not in kinds:
            first_named.add(entity)
        first = _place(form, article.title)
        if first is not None and (known or where):
            titled[entity] = min((not known, first), titled.get(entity, (True, first)))
    if titled:
        return min(titled, key=lambda entity: (titled[entity][0], -counts[entity], titled[entity][1], entity))
    if len(places) == 1:
        return next(iter(places))
    often = sorted(first_named, key=lambda entity: (-counts[entity], entity))[:1]
    return often[0] if often and counts[often[0]] >= _OFTEN else None


def _is_where(form: str, text: str) -> bool:
    """Whether a text says that something is where a name is ("rescuers in Merov")."""
    return re.search(rf"\b(?:in|near|at|off) {re.escape(form)}(?!\w)", text) is not None


def _place(form: str, text: str) -> int | None:
    """Where a form of a name stands in a text as words of its own."""
    found = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text)
    return found.start() if found else None
