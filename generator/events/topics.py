"""What an article is about: the name that its title and its opening share, for events in which it names nobody."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from generator.events.entities import Entities, Named
from generator.model import Article, Entity, EntityKind

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

    Where there is none, it is the only place of the opening.
    """
    opening = article.text[:_OPENING]
    counts: Counter[str] = Counter()
    titled: dict[str, tuple[bool, int]] = {}
    places: set[str] = set()
    for form, kinds in named.forms.items():
        entity = entities.of(article.id, form)
        if entity is None or _place(form, opening) is None:
            continue
        where = _is_where(form, opening)
        if where:
            places.add(entity)
        known = bool(_TELLING & set(kinds))
        first = _place(form, article.title)
        if first is not None and (known or where):
            counts[entity] += sum(kinds.values())
            titled[entity] = min((not known, first), titled.get(entity, (True, first)))
    if titled:
        return min(titled, key=lambda entity: (titled[entity][0], -counts[entity], titled[entity][1], entity))
    return next(iter(places)) if len(places) == 1 else None


def _is_where(form: str, text: str) -> bool:
    """Whether a text says that something is where a name is ("rescuers in Merov")."""
    return re.search(rf"\b(?:in|near|at|off) {re.escape(form)}(?!\w)", text) is not None


def _place(form: str, text: str) -> int | None:
    """Where a form of a name stands in a text as words of its own."""
    found = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text)
    return found.start() if found else None
