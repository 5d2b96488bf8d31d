"""Names of all articles into entities: full and short forms, spellings and synonyms joined."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

from generator.language.lexicon import lexicon
from generator.language.names import plain_name
from generator.language.reading import Reading
from generator.language.roles import find_roles
from generator.model import Entity, EntityKind, Office
from generator.settings import KnownEntity
from generator.text import slug

# The given name of "Park Won-soon".
# A firm is known by its short name where so many times as many articles have it as have the full one ("Ford").
_USUAL = 3
_GIVEN = re.compile(r" [A-Z]\w+-[a-z]\w+$")


@dataclass(frozen=True, slots=True)
class Named:
    """Whom and what one article names: each form as written, how often as which kind; and who holds which office.

    `roles` are the words in which it says what a person of that name is.
    """

    article: str
    forms: Mapping[str, Mapping[EntityKind, int]]
    offices: tuple[Office, ...]
    roles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entities:
    """Who and what the articles name, and which of them each form of a name stands for.

    `by_form` maps, for each article's id, a form as written to an entity id; `people` the ids of persons to names.
    """

    all: tuple[Entity, ...]
    by_form: Mapping[str, Mapping[str, str]]
    people: Mapping[str, str] = field(default_factory=dict)

    def of(self, article: str, form: str) -> str | None:
        """The entity id that `form` stands for in an article; None for a name that was never found."""
        return self.by_form.get(article, {}).get(form)

    def named(self) -> dict[str, frozenset[str]]:
        """The ids of all whom each article names, by the article's id."""
        return {article: frozenset(forms.values()) for article, forms in self.by_form.items()}

    def is_person(self, article: str, form: str) -> bool:
        """Whether `form` stands for a person in an article ("Verne", where Paul Verne is one)."""
        return self.of(article, form) in self.people

    def full_name(self, article: str, form: str) -> str:
        """The name of the person for whom `form` stands in an article; itself where it stands for nobody's."""
        return self.people.get(self.of(article, form) or "", form)

    def answers(self, article: str) -> str:
        """All that `of`, `is_person` and `full_name` can say of an article's names, as text."""
        forms = self.by_form.get(article, {})
        return repr([(form, name, self.people.get(name)) for form, name in sorted(forms.items())])


def names_in(reading: Reading) -> Named:
    """The names of one article; headings, which capitalise at will, have no say."""
    forms: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for sentence in reading.sentences:
        for name in () if sentence.sentence.is_heading else sentence.names:
            forms[name.text][name.kind] += 1
    offices = tuple(office for sentence in reading.sentences for office in sentence.offices)
    told = {form: dict(kinds) for form, kinds in forms.items()}
    return Named(reading.article, told, offices, find_roles(reading.sentences))


def join_names(named: Sequence[Named], known: Sequence[KnownEntity] = ()) -> Entities:
    """Join the names of all articles: by spelling, by the editor's list, by synonym, by surname and by version.

    A short form is joined to a long one of the same article first, then to the only long one of the whole corpus; a
    form that could be two stays alone. The result does not depend on the order of articles.
    """
    forms = {article.article: article.forms for article in named}
    kinds = _kinds(forms.values())
    listed = {_key(form): entry.name for entry in known for form in (entry.name, *entry.aliases)}
    longer = _longer_forms(kinds)
    bodies = {key: key.partition(" of ") for key in sorted(kinds) if " of " in key}
    firms = _firms(forms.values(), kinds)
    chosen: dict[tuple[str, str], str] = {}
    for article in sorted(forms):
        own = {_key(form) for form in forms[article]}
        fuller = _fuller_forms(forms[article], kinds)
        short = {**_bodies(own, kinds, bodies), **firms}
        for form in sorted(forms[article]):
            body = EntityKind.ORGANISATION in forms[article][form] and EntityKind.PERSON not in forms[article][form]
            alone = {key for key in longer.get(_key(form), []) if body and kinds[key] is EntityKind.PERSON}
            key = _resolve(_key(form), own - alone, longer if not alone else {}, listed)
            fitting = set(fuller.get(key, [])) if key == _key(form) else set()
            if kinds.get(key) not in (None, EntityKind.OTHER, EntityKind.PERSON):
                fitting = {full for full in fitting if full.startswith(f"{key} ")}
            chosen[article, form] = fitting.pop() if len(fitting) == 1 else short.get(key, key)
    return _collect(chosen, forms, kinds, listed, known)


@lru_cache(maxsize=100_000)
def _key(form: str) -> str:
    """The form by which spellings are one: without suffix, hyphens, full stops and case."""
    text = plain_name(form).replace("’", "'").removesuffix("'s")
    return re.sub(r"[\s-]+", " ", lexicon().synonyms.get(text.lower(), text)).lower()


def _kinds(forms: Iterable[Mapping[str, Mapping[EntityKind, int]]]) -> dict[str, EntityKind]:
    """For each key the kind that most of its names suggest; a bare name suggests nothing."""
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for article in forms:
        for form, kinds in article.items():
            votes[_key(form)].update(kinds)
    return {key: _winner(votes[key]) for key in sorted(votes)}


def _winner(votes: Counter[EntityKind]) -> EntityKind:
    telling = sorted((k for k in votes if k is not EntityKind.OTHER), key=lambda k: (-votes[k], k))
    return telling[0] if telling else EntityKind.OTHER


def _longer_forms(kinds: Mapping[str, EntityKind]) -> dict[str, list[str]]:
    """For each key the longer keys that it can be short for: a surname, a version, initials, no "Project"."""
    longer: dict[str, list[str]] = defaultdict(list)
    for key in sorted(kinds):
        words = key.split(" ")
        if len(words) < 2:
            continue
        last = words[-1]
        usual = f"{words[0]} {last}"
        if len(words) > 2 and kinds[key] is EntityKind.PERSON and kinds.get(usual) is EntityKind.PERSON:
            longer[key].append(usual)  # "Robert Gabriel Mugabe" is Robert Mugabe
            continue
        if kinds[key] is EntityKind.PERSON or (any(c.isdigit() for c in last) and not last.isdigit()):
            longer[last].append(key)
            for size in range(2, len(words)) if kinds[key] is EntityKind.PERSON else ():
                longer[" ".join(words[-size:])].append(key)  # "Mir-Mohammadi", "van Dijk"
        if last in lexicon().lists["generic_last_names"] and " ".join(words[:-1]) in kinds:
            longer[key].append(" ".join(words[:-1]))
        initials = "".join(word[0] for word in words if word not in lexicon().lists["particles"])
        if len(initials) > 2:
            longer[initials].append(key)
    return longer


def _fuller_forms(forms: Iterable[str], kinds: Mapping[str, EntityKind]) -> dict[str, list[str]]:
    """For each word the names of an article, of unknown kind, that it may go on to call by it ("Qandeel Baloch").

    A given name with a hyphen follows its surname ("Park Won-soon").
    """
    fuller: dict[str, list[str]] = defaultdict(list)
    lists = lexicon().lists
    telling = lists["organisation_words"] | lists["places"] | lists["place_words"] | lists["product_words"]
    for key, form in sorted({(_key(form), form) for form in forms}):
        words = key.split(" ")
        if _GIVEN.search(form):
            fuller[words[0]].append(key)
            continue
        if len(words) > 2 and words[0] in lists["organisation_words"] and words[1] in ("for", "of"):
            fuller[words[0]].append(key)  # "The Alliance" is the Alliance for Montesa
        tells = any(word in telling or any(c.isdigit() for c in word) for word in words)
        counts = words[0] in lists["several"] | {"one"}
        if (
            kinds[key] in (EntityKind.OTHER, EntityKind.PERSON, EntityKind.PRODUCT)
            and 1 < len(words) < 4
            and not (tells or counts)
        ):
            fuller[words[-1]].append(key)
            alone = kinds.get(words[0]) in (None, EntityKind.OTHER, EntityKind.PERSON)
            if kinds[key] is EntityKind.PERSON and alone and words[0] in lists["first_names"] - lists["places"]:
                fuller[words[0]].append(key)  # "Sir Peter" is Sir Peter Bonfield
    return fuller


def _firms(articles: Collection[Iterable[str]], kinds: Mapping[str, EntityKind]) -> dict[str, str]:
    """For each short name of a firm the one fuller name that articles with both give it ("Halden", "Halden Marine").

    Where the short name is far more usual ("Ford", "Ford Motors"), for the fuller name the short one.
    """
    found: dict[str, set[str]] = defaultdict(set)
    lists = lexicon().lists
    named = [{_key(form) for form in forms} for forms in articles]
    for keys in named:
        for key in keys:
            short, _, last = key.rpartition(" ")
            unlike = kinds.get(short) in (EntityKind.PERSON, EntityKind.PLACE) or short in lists["places"]
            if last in lists["firm_words"] and short in keys and not unlike:
                found[short].add(key)
    counts = Counter(key for keys in named for key in keys)
    firms = {short: min(fuller) for short, fuller in found.items() if len(fuller) == 1}
    usual = {short for short, fuller in firms.items() if counts[short] > _USUAL * counts[fuller]}
    return dict((fuller, short) if short in usual else (short, fuller) for short, fuller in firms.items())


def _bodies(
    own: Iterable[str], kinds: Mapping[str, EntityKind], bodies: Mapping[str, tuple[str, str, str]]
) -> dict[str, str]:
    """For each body that an article names without its place that of the place ("the National Bank" of Darva)."""
    keys, found = set(own), defaultdict(set)
    for key, (whole, _, place) in bodies.items():
        if place in keys and whole in keys and " " in whole and kinds[whole] is EntityKind.ORGANISATION:
            found[whole].add(key)
    return {whole: min(fuller) for whole, fuller in found.items() if len(fuller) == 1}


def _resolve(key: str, own: set[str], longer: Mapping[str, list[str]], listed: Mapping[str, str]) -> str:
    """The key that a key stands for, by the editor's list, then within its article, then in the corpus."""
    if key in listed:
        return _key(listed[key])
    candidates = longer.get(key, [])
    here = [candidate for candidate in candidates if candidate in own]
    if len(here) == 1:
        return here[0]
    return candidates[0] if len(candidates) == 1 and not here else key


def _collect(
    chosen: Mapping[tuple[str, str], str],
    forms: Mapping[str, Mapping[str, Mapping[EntityKind, int]]],
    kinds: Mapping[str, EntityKind],
    listed: Mapping[str, str],
    known: Sequence[KnownEntity],
) -> Entities:
    written: dict[str, Counter[str]] = defaultdict(Counter)
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for (article, form), key in chosen.items():
        written[key][form] += sum(forms[article][form].values())
        votes[key].update(forms[article][form])
    entries = {_key(entry.name): entry for entry in known}
    ids = _ids(written)
    entities = []
    for key in sorted(written):
        entry = entries.get(key)
        name = entry.name if entry else _best_form(key, written[key])
        aliases = {*written[key], *(entry.aliases if entry else ())} - {name}
        kind = entry.kind if entry else kinds.get(key, EntityKind.OTHER)
        if kind is EntityKind.OTHER and not entry:
            kind = _winner(votes[key])
        entities.append(Entity(ids[key], name, kind, tuple(sorted(aliases)), entry.link if entry else None))
    people = {entity.id: entity.name for entity in entities if entity.kind is EntityKind.PERSON}
    by_form: dict[str, dict[str, str]] = defaultdict(dict)
    for (article, form), key in chosen.items():
        by_form[article][form] = ids[key]
    return Entities(tuple(sorted(entities, key=lambda e: e.id)), by_form, people)


def _best_form(key: str, forms: Counter[str]) -> str:
    """The form to print: the synonym's own name, else the form that spells the whole key and is written most."""
    whole = [form for form in forms if _key(form) == key] or list(forms)
    common = lexicon().synonyms.get(key)
    return common or min(whole, key=lambda form: (-forms[form], form.isupper() and len(form) > 5, form))


def _ids(written: Mapping[str, Counter[str]]) -> dict[str, str]:
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for key in sorted(written):
        base = slug(key, 60) or "name-" + sha256(key.encode()).hexdigest()[:6]
        name = base if base not in taken else f"{base}-{sha256(key.encode()).hexdigest()[:6]}"
        taken.add(name)
        ids[key] = name
    return ids
