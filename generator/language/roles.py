"""What an article says that its people are, in the words before their names: "Liverpool manager Rui Costa"."""

from collections.abc import Mapping, Sequence

from generator.language.lexicon import lexicon
from generator.language.names import written
from generator.language.reading import SentenceReading
from generator.language.tokens import Tag, Token
from generator.model import EntityKind

_LONGEST = 34
"""Letters of what is said before a name that a headline has room for."""
_SAID = (Tag.NOUN, Tag.NAME, Tag.BASE)
# What says only how somebody is spoken to.
_SPOKEN_TO = frozenset(["mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady"])


def find_roles(sentences: Sequence[SentenceReading]) -> Mapping[str, str]:
    """For each person's name the first words before it that tell what he or she is; headings have no say."""
    found: dict[str, str] = {}
    for sentence in sentences:
        starts = {t.start: i for i, t in enumerate(sentence.tokens)}
        for name in () if sentence.sentence.is_heading else sentence.names:
            first = starts.get(name.start)
            person = name.kind is EntityKind.PERSON and " " in name.text
            if person and first is not None and name.text not in found:
                words = _role_before(sentence.tokens, first) or _role_after(sentence.tokens, name.end)
                if words:
                    found[name.text] = words
        for office in sentence.offices:
            found.setdefault(office.person, f"{office.organisation} {office.office}")
    return {name: words for name, words in found.items() if len(words) <= _LONGEST}


def _role_before(tokens: Sequence[Token], name: int) -> str:
    lists = lexicon().lists
    people = (lists["offices"] | lists["titles"] | lists["person_nouns"]) - _SPOKEN_TO
    if not name or tokens[name - 1].lower not in people or tokens[name - 1].quoted:
        return ""
    first = name - 1
    while first and (tokens[first - 1].tag in _SAID or _joins_roles(tokens, first - 1, people)):
        first -= 1
    if first and tokens[first - 1].tag in (Tag.POSSESSIVE, Tag.PROGRESSIVE, Tag.PAST, Tag.TIME, Tag.COMMA, Tag.OTHER):
        return ""
    return written(tokens[first:name]) if name - first > 1 else ""


def _role_after(tokens: Sequence[Token], end: int) -> str:
    """What stands behind a name between commas ("Rui Costa, | an Orbita employee, | said")."""
    comma = next((i for i, t in enumerate(tokens) if t.start >= end), len(tokens))
    if (
        comma + 3 >= len(tokens)
        or tokens[comma].tag is not Tag.COMMA
        or tokens[comma + 1].lower not in ("a", "an", "the")
    ):
        return ""
    last = comma + 2
    while last < len(tokens) and tokens[last].tag in _SAID:
        last += 1
    lists = lexicon().lists
    people = (
        lists["offices"] | lists["titles"] | lists["person_nouns"] | {"employee", "executive", "official", "member"}
    )
    closed = last < len(tokens) and tokens[last].tag in (Tag.COMMA, Tag.STOP)
    return written(tokens[comma + 2 : last]) if closed and tokens[last - 1].lower in people and last - comma > 3 else ""


def _joins_roles(tokens: Sequence[Token], i: int, people: frozenset[str]) -> bool:
    """Whether "and" stands between two things that somebody is ("filmmaker and journalist")."""
    return tokens[i].lower == "and" and i > 0 and tokens[i - 1].lower in people
