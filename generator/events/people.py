"""People as a headline names them: in full, since a reader of a list has not read who "Costa" or "Sir Peter" is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.events.entities import Entities, Named
from generator.events.happenings import STATEMENT
from generator.events.predicates import HEADLINE_LENGTH
from generator.model import Entity, EntityKind, Mention, Precision, Publication

_TITLED = re.compile(r"^(?:Mr|Mrs|Ms|Miss)\b\.? (?=[A-Z])")
# "The Holm administration" is called by the surname alone.
_OF_TERM = "administration|government|cabinet|campaign|era|family"
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "sir", "dame", "dr", "lady"})
_DROPPED = frozenset({"mr", "mrs", "ms", "miss"})


# What somebody is holds of what is told of so many days before the article, and of no finer time than these.
_HOLDS = 120
_KNOWN = (Precision.DAY, Precision.WEEK, Precision.MONTH)


@dataclass(frozen=True, slots=True)
class Role:
    """What an article says that somebody is, and when it was published."""

    words: str
    published: date | None


Roles = Mapping[tuple[str, str], Role]
"""For an article's id and a person's entity id."""


def roles_of(named: Sequence[Named], entities: Entities, publications: Mapping[str, Publication]) -> Roles:
    """What each article says that its people are."""
    found: dict[tuple[str, str], Role] = {}
    for article in named:
        for form, words in article.roles.items():
            person = entities.of(article.article, form)
            if person is not None and person in entities.people:
                role = Role(words, publications[article.article].when.latest)
                found.setdefault((article.article, person), role)
    return found


def with_role(headline: str, mention: Mention, names: Mapping[str, Entity], roles: Roles) -> str:
    """A headline with what the person is with whom it opens, if that is said of him or her and there is room.

    Nobody was born as what he or she became, nor founded a firm as the chief of another.
    """
    role = roles.get((mention.article, mention.doer or ""))
    if role is None or mention.trigger == "bear" or not headline.startswith(f"{names[mention.doer or ''].name} "):
        return headline
    day, published = mention.when.latest, role.published
    recent = day and published and mention.when.precision in _KNOWN and (published - day).days < _HOLDS
    longer = f"{role.words[:1].upper()}{role.words[1:]} {headline}"
    return longer if (recent or mention.kind == STATEMENT) and len(longer) <= HEADLINE_LENGTH else headline


def without_title(subject: str) -> str:
    """A subject without "Mr" and the like, which stand before a surname alone."""
    return _TITLED.sub("", subject)


def in_full(words: str, mention: Mention, names: Mapping[str, Entity], topic: Entity | None = None) -> str | None:
    """A headline with people in full where its source had named them before; None where there is no room for that.

    So with whom the article is about, of whom its pronouns tell ("Madeleine’s parents").

    "Condolences for | Jobs", "Sir Peter’s | salary"; "President Holm" says enough.
    """
    told = words
    told_of = [*(names[e] for e in mention.entities), *([topic] if topic else [])]
    for person in (entity for entity in told_of if entity.kind is EntityKind.PERSON):
        parts = person.name.split()
        shorter = sorted((a for a in person.aliases if person.name.endswith(f" {a}")), key=lambda a: -len(a))
        for short in (*shorter, parts[0]):
            if len(parts) < 2 or short not in person.aliases or person.name in words:
                continue
            words = _replaced(words, short, person.name)
    return words if words == told or len(words) <= HEADLINE_LENGTH else None


def _replaced(words: str, short: str, name: str) -> str:
    alone = re.compile(rf"(?P<before>^|[\w’'“,:.-]+ ){re.escape(short)}(?=$|[’',.:]| (?!{_OF_TERM}|[A-Z]))")
    found = alone.search(words)
    if found is None:
        return words
    title = found["before"].strip(" .").lower()
    if found["before"][:1].isupper() and title not in _TITLES and found.start():
        return words
    if title in _DROPPED:
        return f"{words[: found.start()]}{name}{words[found.end() :]}"
    return f"{words[: found.end('before')]}{name}{words[found.end() :]}"
