"""What "the quake" and "the museum" take up: the fuller words with which an article told of it before."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.language.lexicon import lexicon
from generator.language.names import written
from generator.language.reading import Reading, SentenceReading
from generator.language.subjects import Phrase
from generator.language.tokens import AUXILIARY, Tag, Token
from generator.model import EntityKind

_PREMODIFIERS = (Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.POSSESSIVE)
# "A quake | in Haiti", "a statue | of Queen Anne": what after a noun says which.
_TIES = frozenset(["in", "of", "near", "at", "off", "from", "on", "outside", "north", "south", "east", "west"])
# "Shares in the company"
_OF_THING = re.compile(r"(?P<what>[\w ]+ (?:in|of)) the (?P<noun>[a-z]+)")
_REACH = 6
"""Words after a noun within which a name must stand that says which."""


@dataclass(frozen=True, slots=True)
class Description:
    """Words in which an article tells of something, and where they end; `words` is None where they say no more.

    `named` tells that they hold a name, `definite` that they say which one it is rather than that there is one, and
    `placed` that they say where.
    """

    end: int
    words: str | None
    named: bool = False
    definite: bool = False
    placed: bool = False


@dataclass(frozen=True, slots=True)
class Descriptions:
    """Of one article, by their noun, in the order of the text, all descriptions that introduce something."""

    by_noun: Mapping[str, Sequence[Description]]

    def of(self, noun: str, before: int) -> Description | None:
        """The one description of such a thing before an offset; None if there is none, or more things than one.

        "A Dutch museum" and "the Singer Laren museum" are one, of which the second says more.
        """
        told = [d for d in self.by_noun.get(thing(noun), ()) if d.end <= before]
        known = [d for d in told if d.definite]
        first = next((d for d in told if d.words and d.placed), None)
        if first is not None and known and known[0].end < first.end:
            return None  # "The Prado museum", then "a museum in Linz": two
        if len({d.words for d in told if not d.definite}) > 1 or len({d.words for d in known}) > 1:
            return None
        return next((d for d in (*known, *told) if d.words), None)


NOTHING = Descriptions({})


def describe(reading: Reading) -> Descriptions:
    """The descriptions of an article; headings, which leave articles out, have no say."""
    by_noun: dict[str, list[Description]] = defaultdict(list)
    for sentence in reading.sentences:
        if not sentence.sentence.is_heading:
            for noun, description in (*_introduced(sentence), *_entitled(sentence), *_bodies(sentence)):
                by_noun[thing(noun)].append(description)
    return Descriptions({noun: tuple(sorted(told, key=lambda d: d.end)) for noun, told in by_noun.items()})


def thing(noun: str) -> str:
    """The first of the nouns that news uses for one thing ("blaze" is a fire)."""
    return lexicon().things.get(noun, noun)


def _introduced(sentence: SentenceReading) -> Iterator[tuple[str, Description]]:
    """What a sentence introduces: "a magnitude 7.2 quake in Haiti", "the Prado museum", "Halden Air, an airline"."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        indefinite = token.lower in ("a", "an")
        if not (indefinite or token.lower == "the") or token.quoted:
            continue
        last = _end_of_nouns(tokens, i + 1)
        if called := _called(sentence, i + 1, last):
            yield called
            continue
        if last == i + 1 or tokens[last - 1].tag is not Tag.NOUN:
            continue
        noun, end = tokens[last - 1].lower, tokens[last - 1].end
        own = tokens[i + 1 : last]
        # "With its R2, the firm has grown": what a verb follows explains no name.
        acts = last < len(tokens) and tokens[last].tag in (*AUXILIARY, Tag.PAST, Tag.PRESENT, Tag.BASE)
        owned = any(t.tag is Tag.POSSESSIVE for t in own)
        name = None if acts or owned else _stands_beside(sentence, i, noun)
        if name:
            yield noun, Description(end, name, named=True, definite=True)
            continue
        named = any(t.tag is Tag.NAME and t.lower not in lexicon().lists["nationalities"] for t in own)
        if indefinite:
            longer = _with_place(tokens, last)
            named = named or longer > last
            told = named or any(t.tag is Tag.NUMBER for t in own)
            words = written(tokens[i + 1 : longer]) if told else None
            yield noun, Description(tokens[longer - 1].end, words, named, placed=longer > last)
        elif noun in lexicon().lists["town_nouns"] and (name := _of_name(sentence, last)):
            yield noun, Description(end, name, named=True, definite=True)
        elif named and not any(t.tag is Tag.POSSESSIVE for t in own):
            yield noun, Description(end, written(own), named=True, definite=True)


def _of_name(sentence: SentenceReading, last: int) -> str | None:
    """The name that "of" gives a town ("the US city | of White Plains")."""
    tokens = sentence.tokens
    if last + 1 >= len(tokens) or tokens[last].lower != "of":
        return None
    return next((n.text for n in sentence.names if n.start == tokens[last + 1].start), None)


def _called(sentence: SentenceReading, first: int, last: int) -> tuple[str, Description] | None:
    """The name that ends a phrase and what it says that this is ("the Belgian biotechnology | company Univercells")."""
    tokens = sentence.tokens
    name = next((n for n in sentence.names if last > first and n.end == tokens[last - 1].end), None)
    noun = next((i for i in range(first, last) if name and tokens[i].end + 1 == name.start), None)
    if name is None or noun is None or tokens[noun].tag is not Tag.NOUN:
        return None
    if thing(tokens[noun].lower) == "company" and any(c.isdigit() for c in name.text):
        return None  # "The company's model R2" is no company.
    return tokens[noun].lower, Description(name.end, name.text, named=True, definite=True)


def _end_of_nouns(tokens: Sequence[Token], first: int) -> int:
    """Where a run of nouns and what stands before them ends."""
    last = first
    while last < len(tokens) and (tokens[last].tag in _PREMODIFIERS or _describes(tokens, last)):
        last += 1
    return last


def _describes(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word that may be a verb's stands before a noun ("a stolen painting", "a burning ferry")."""
    after = tokens[i + 1].tag if i + 1 < len(tokens) else None
    return tokens[i].tag in (Tag.PAST, Tag.PROGRESSIVE, Tag.BASE, Tag.ADVERB) and after in (Tag.NOUN, Tag.NAME)


def _with_place(tokens: Sequence[Token], last: int) -> int:
    """Where what says which ends ("a quake | in southern Haiti"); `last` if nothing does."""
    if last >= len(tokens) or tokens[last].lower not in _TIES:
        return last
    end = last + 1
    while end < min(len(tokens), last + _REACH) and tokens[end].tag in (Tag.NOUN, Tag.NAME, Tag.DETERMINER):
        end += 1
    return end if tokens[end - 1].tag is Tag.NAME else last


def _stands_beside(sentence: SentenceReading, article: int, noun: str) -> str | None:
    """The name that a phrase only explains, over an age: "Linda Torres, 54, | a Democrat"."""
    tokens = sentence.tokens
    comma = article - 1
    if comma > 1 and tokens[comma].tag is Tag.COMMA and tokens[comma - 1].tag is Tag.NUMBER:
        comma -= 2
    if comma < 1 or tokens[comma].tag is not Tag.COMMA or tokens[comma - 1].tag is not Tag.NAME:
        return None
    end, lists = tokens[comma - 1].end, lexicon().lists
    body = noun in lists["organisation_words"] | lists["company_nouns"] | set(lexicon().things)
    person = noun in lists["offices"] | lists["titles"] | lists["person_nouns"]
    unlike = {EntityKind.PERSON: body, EntityKind.ORGANISATION: person, EntityKind.PLACE: person}
    return next((n.text for n in sentence.names if n.end == end and not unlike.get(n.kind)), None)


def _bodies(sentence: SentenceReading) -> Iterator[tuple[str, Description]]:
    """Names that say what they are of: "the Raya Liberation Front", "the Salzburg Museum of Antiquities"."""
    for name in sentence.names:
        parts = name.text.split()
        ties = (k for k, part in enumerate(parts) if part in ("of", "for"))
        head = parts[next(ties, len(parts)) - 1].lower()
        opening = parts[0].lower()
        if len(parts) < 2 or name.kind is EntityKind.PERSON:
            continue
        if opening in lexicon().things:
            yield opening, Description(name.end, name.text, named=True, definite=True)
        elif head not in lexicon().lists["many_alike"]:
            yield head, Description(name.end, name.text, named=True, definite=True)


def _entitled(sentence: SentenceReading) -> Iterator[tuple[str, Description]]:
    """Whom a sentence gives an office: "President Ana Prado", "Ana Prado, the president of Iberia"."""
    tokens, offices = sentence.tokens, lexicon().lists["offices"]
    people = {n.start: n for n in sentence.names if n.kind is EntityKind.PERSON}
    ends = {n.end: n for n in people.values()}
    for i, token in enumerate(tokens):
        person = people.get(token.start)
        if person is not None and i and tokens[i - 1].lower in offices:
            yield tokens[i - 1].lower, Description(person.end, person.text, named=True, definite=True)
        person = ends.get(token.end)
        if person is not None and i + 1 < len(tokens) and tokens[i + 1].tag is Tag.COMMA:
            after = tokens[i + 2 : i + 6]
            office = next((t.lower for t in after if t.lower in offices), None)
            if office and all(t.tag in (*_PREMODIFIERS, Tag.DETERMINER) for t in after[:1]):
                yield office, Description(tokens[i + 1].end, person.text, named=True, definite=True)


def taken_up(descriptions: Descriptions, sentence: SentenceReading, phrase: Phrase, subject: str) -> Description | None:
    """What a subject like "the museum" or "the museum's director" takes up, in its fuller words; None if nothing."""
    first = sentence.tokens[phrase.first]
    if owned := _OF_THING.fullmatch(subject):
        told = descriptions.of(owned["noun"], first.start)
        return replace(told, words=f"{owned['what']} {told.words}") if told and told.named else None
    if first.lower != "the":
        return None
    noun, mark, rest = subject.partition("’s " if "’s " in subject else "'s ")
    if " " in noun or not noun.islower():
        return None
    told = descriptions.of(noun, first.start)
    if told is None or told.words is None or not mark:
        return told
    whole = not any(word in _TIES for word in told.words.split())
    return replace(told, words=f"{told.words}’s {rest}") if whole else None
