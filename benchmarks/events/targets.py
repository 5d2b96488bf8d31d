"""Where the articles of a corpus name the task's target entities: as names, short names, numbers, or common nouns."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.language.reading import Reading
from generator.model import EntityKind, Name

_WORD = re.compile(r"[a-z0-9&]+")
_COUNTRY = ("us", "united states")
_OF_COUNTRY = ("US", "U.S.", "American", "United States", "United States'")
# What articles call the targets that are common nouns.
_COMMON = {
    "stock markets": ("stock markets", "stock market", "markets", "market", "stocks", "stock indexes", "stock prices"),
    "dollar": ("dollar",),
}
# Words of a target's name that tell it from nothing when they stand alone.
_LOOSE = frozenset(["us", "united", "general", "index", "composite", "average", "stock", "markets", "worldwide"])


@dataclass(frozen=True, slots=True)
class Naming:
    """A place in a document's text that names a target entity."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Targets:
    """The target entities of a corpus: what in a text names each, and which of them are people."""

    patterns: Mapping[str, re.Pattern[str]]
    people: frozenset[str]

    def named_in(self, text: str) -> tuple[Naming, ...]:
        """The places that name a target, in order; of two that overlap the longer."""
        found = [Naming(m.start(), m.end(), name) for name, p in self.patterns.items() for m in p.finditer(text)]
        kept: list[Naming] = []
        for naming in sorted(found, key=lambda n: (n.start - n.end, n.start, n.target)):
            if all(naming.end <= other.start or other.end <= naming.start for other in kept):
                kept.append(naming)
        return tuple(sorted(kept, key=lambda n: n.start))


def find_targets(targets: Iterable[str], readings: Iterable[Reading]) -> Targets:
    """What names each target in the articles that were read."""
    names: dict[str, Counter[EntityKind]] = {}
    for name in _names(readings):
        names.setdefault(name.text, Counter())[name.kind] += 1
    all_targets = sorted(targets)
    patterns = {}
    people = set()
    for target in all_targets:
        known = {form for form in names if _stands_for(form, target, all_targets)}
        known = {form for form in known if names[form].most_common(1)[0][0] is not EntityKind.PLACE}
        kinds = sum((names[form] for form in known), Counter[EntityKind]())
        surname = target.split()[-1]
        if len(target.split()) == 2 and (kinds[EntityKind.PERSON] > kinds[EntityKind.ORGANISATION] or surname in known):
            people.add(target)
            known.add(surname)
        patterns[target] = _pattern({target, *known, *_numbers(target, all_targets), *_common(target)})
    return Targets(patterns, frozenset(people))


def _names(readings: Iterable[Reading]) -> Iterator[Name]:
    return (name for reading in readings for sentence in reading.sentences for name in sentence.names)


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(sorted(forms), key=len, reverse=True)
    words = (f"(?i:{re.escape(form)})s?" if form.islower() else f"{re.escape(form)}s?" for form in longest)
    return re.compile(r"(?<![A-Za-z0-9])(?:" + "|".join(words) + r")(?![A-Za-z0-9])")


def _words(name: str) -> list[str]:
    joined = re.sub(r"standard (?:&|and) poor", "s&p", re.sub(r"['’]s\b", "", name.lower()))
    return _WORD.findall(joined)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word not in ("of", "and", "the"))


def _stands_for(form: str, target: str, targets: Sequence[str]) -> bool:
    """Whether a name found in an article is a target's own, a short or a longer form of it, or its initials."""
    words, whole = _words(form), _words(target)
    others = [_words(other) for other in targets if other != target]
    if not words or words in others:
        return False
    if "".join(words) == "".join(whole):
        return True
    if words == [_initials(whole)] or whole == [_initials(words)]:
        return len(words) > 1 or len(whole) > 1
    if len(words) < len(whole):
        first = words == whole[: len(words)] and not any(words == other[: len(words)] for other in others)
        last = words == whole[-len(words) :] and not any(words == other[-len(words) :] for other in others)
        return (first and words[0] not in _LOOSE) or (last and words[-1] not in _LOOSE)
    longer_other = any(len(other) > len(whole) and words[: len(other)] == other for other in others)
    return words[: len(whole)] == whole and not longer_other and not any(c.isdigit() for c in words[len(whole)])


def _numbers(target: str, targets: Sequence[str]) -> Iterator[str]:
    """The type number that tells a target from another of the same make ("the 787")."""
    make, *rest = target.split()
    siblings = any(other != target and other.split()[0] == make for other in targets)
    return (word for word in rest if siblings and any(c.isdigit() for c in word))


def _common(target: str) -> Iterator[str]:
    """What else a target is called that belongs to a country or is a common noun."""
    lower = target.lower()
    country = next((c for c in _COUNTRY if lower.startswith(f"{c} ")), None)
    rest = target[len(country) + 1 :] if country else target
    for noun, forms in _COMMON.items():
        if rest.lower().startswith(noun):
            yield from (f"{own} {form}" for own in _OF_COUNTRY for form in forms) if country else forms
            return
    if country and len(rest.split()) > 1:
        yield from (rest, *(f"{own} {rest}" for own in _OF_COUNTRY))
