"""The words of a clause as a headline can use them: its subject, and what is said of it, trimmed by grammar."""

import re
from collections.abc import Sequence

from generator.language.clauses import Clause, Role
from generator.language.lexicon import lexicon
from generator.language.names import written
from generator.language.reading import SentenceReading
from generator.language.subjects import Phrase
from generator.language.tokens import Tag, Token

# A headline has about so many characters, of which its predicate has at least and at most so many.
HEADLINE_LENGTH = 85
SHORT_PREDICATE = 24
PREDICATE_LENGTH = 62
_CLOSING = (
    Tag.PREPOSITION,
    Tag.CONJUNCTION,
    Tag.DETERMINER,
    Tag.RELATIVE,
    Tag.TO,
    Tag.COMMA,
    Tag.STOP,
    Tag.SUBORDINATOR,
)
_POINTING = frozenset(
    [
        "this",
        "that",
        "these",
        "those",
        "such",
        "who",
        "which",
        "what",
        "there",
        "their",
        "its",
        "his",
        "her",
        "our",
        "my",
    ]
)
_PARTICLES = ("in", "out", "down", "up", "off", "away", "back", "over")
# A headline ends where markup begins.
_MARKUP = frozenset("<>{}[]`|^~=*_#")
# Stands for a name while the number of a subject is looked at.
_NAME = "Name"
_SPACE_BEFORE = re.compile(r"\s+([,.;:’”)%])")


def phrase_words(tokens: Sequence[Token], phrase: Phrase) -> str:
    """A noun phrase as it is written, without article, time or quotation mark at its start."""
    first, last = phrase.first, phrase.last
    while first < last and (tokens[first].lower in ("the", "a", "an") or tokens[first].tag in (Tag.TIME, Tag.OTHER)):
        first += 1
    first = max((i + 1 for i in range(first, last) if tokens[i].text in _MARKUP), default=first)
    last = next((i for i in range(first + 1, last) if tokens[i].tag is Tag.TIME), last)
    ends = (Tag.COMMA, Tag.STOP, Tag.POSSESSIVE)
    loose = lexicon().lists["reflexives"] | lexicon().lists["time_prepositions"]
    while last > first and (tokens[last - 1].tag in ends or tokens[last - 1].lower in loose):
        last -= 1
    return written(tokens[first:last])


def predicate_words(tokens: Sequence[Token], clause: Clause, last: int, longest: int = PREDICATE_LENGTH) -> str:
    """What follows the verb up to token `last`, without times and asides, cut before a preposition if too long."""
    kept: list[Token] = []
    before_time = lexicon().lists["time_prepositions"]
    for i in range(clause.group.last, last):
        token = tokens[i]
        if token.tag is Tag.TIME:
            while kept and (kept[-1].tag is Tag.COMMA or kept[-1].lower in lexicon().lists["time_adverbs"]):
                kept.pop()
            following = tokens[i + 1].tag if i + 1 < last else None
            if following is not Tag.POSSESSIVE and kept and kept[-1].lower in before_time:
                kept.pop()
            if following is Tag.CONJUNCTION:
                break
            continue
        if token.tag is Tag.POSSESSIVE and tokens[i - 1].tag is Tag.TIME:
            continue
        if token.text in _MARKUP or (token.tag is Tag.PAST and _joins_on(tokens, i)):
            break
        closes = token.tag in (Tag.STOP, Tag.RELATIVE, Tag.SUBORDINATOR) and token.text != "-"
        stops = token.text == "." and not lexicon().has("abbreviations", tokens[i - 1].lower)
        if (closes and token.lower != "whether") or stops:
            break
        if token.tag is Tag.COMMA and not _lists(tokens, i, last):
            break
        kept.append(token)
    short = _shortened(kept, longest)
    if not short and kept and kept[0].lower in ("the", "a", "an"):
        short = _shortened(kept[1:], longest)
    return _balanced(_spaced(short))


def _lists(tokens: Sequence[Token], comma: int, last: int) -> bool:
    """Whether a comma stands in a list of names: names on both sides of it, and an "and" to come."""
    after = comma + 1
    if after < last and tokens[after].tag is Tag.CONJUNCTION:
        after += 1
    if comma == 0 or after >= last or tokens[comma - 1].tag is not Tag.NAME or tokens[after].tag is not Tag.NAME:
        return False
    return any(t.tag is Tag.CONJUNCTION for t in tokens[comma : min(last, comma + 12)])


def _shortened(kept: list[Token], longest: int) -> list[Token]:
    """The tokens, or as many as fit before a preposition, conjunction or infinitive."""
    while kept and (kept[-1].tag in _CLOSING or kept[-1].lower in ("reportedly", "also")) and not _is_particle(kept):
        kept = kept[:-1]
    while len(_spaced(kept)) > longest:
        cut = next((i for i in range(len(kept) - 1, 0, -1) if _may_break(kept, i)), 0)
        if not cut:
            return []
        kept = kept[:cut]
        while kept and kept[-1].tag in _CLOSING:
            kept = kept[:-1]
    return _without_effort(kept)


def _without_effort(kept: list[Token]) -> list[Token]:
    """The tokens without "in an effort" at their end, which says nothing without its infinitive."""
    if kept and kept[-1].lower in lexicon().lists["effort_nouns"]:
        cut = next((i for i in range(len(kept) - 2, max(0, len(kept) - 5), -1) if kept[i].tag is Tag.PREPOSITION), 0)
        return kept[:cut] if cut else kept
    return kept


def _joins_on(tokens: Sequence[Token], i: int) -> bool:
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return tokens[i].lower in ("compared", "based", "followed") and after in ("to", "with", "on", "by")


def _is_particle(kept: Sequence[Token]) -> bool:
    """Whether all that follows the verb is its particle ("sworn in")."""
    return len(kept) == 1 and kept[0].lower in _PARTICLES


def _may_break(kept: Sequence[Token], i: int) -> bool:
    token = kept[i]
    if token.lower == "of" or kept[i - 1].tag in _CLOSING:
        return False
    if token.tag is Tag.CONJUNCTION:
        return i + 1 < len(kept) and kept[i + 1].tag in (Tag.PAST, Tag.PRESENT, Tag.BASE, Tag.HAVE, Tag.BE, Tag.MODAL)
    if token.tag is Tag.PROGRESSIVE:
        governs = i + 1 < len(kept) and kept[i + 1].tag in (Tag.DETERMINER, Tag.NAME, Tag.NUMBER, Tag.PAST)
        return governs and kept[i - 1].tag in (Tag.NOUN, Tag.NAME)
    return token.tag in (Tag.PREPOSITION, Tag.TO, Tag.COMMA)


def _spaced(tokens: Sequence[Token]) -> str:
    """Words with the gaps of the text, and one space where something was left out."""
    words = ""
    for i, token in enumerate(tokens):
        words += token.text if i == 0 or tokens[i - 1].end == token.start else " " + token.text
    return _SPACE_BEFORE.sub(r"\1", words)


def _balanced(text: str) -> str:
    """The text without a quotation mark or bracket that has lost its partner."""
    for opening, closing in ("“”", "()", "‘’"):
        if text.count(opening) != text.count(closing) and (opening != "‘" or opening in text):
            text = text.replace(opening, "").replace(closing, "")
    return text.replace('"', "") if text.count('"') % 2 else text


def is_plural(words: str, names: Sequence[str]) -> bool:
    """Whether a subject takes the plural verb: joined by "and", or a common noun in the plural.

    `names` are the names in it: "General Motors" is one, "Engineers of Orbita" are several.
    """
    for name in sorted(names, key=len, reverse=True):
        words = words.replace(name, _NAME)
    parts = [part for part in words.split() if part not in ("worldwide", "alike", "abroad", "overseas")]
    ends = lexicon().lists["prepositions"]
    head = parts[: next((i for i, part in enumerate(parts) if i and part in ends), len(parts))]
    if "and" in head:
        # "Actor and singer Paul Verne" is one person.
        titles = head[-1] == _NAME and head.count(_NAME) == 1
        return not titles
    word = head[-1].lower() if head else ""
    plain = word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s"))
    return plain or word.endswith("men") or word in ("police", "people", "children")


def present_tense(lemma: str, plural: bool) -> str:
    """A verb in the present tense of headlines."""
    if lemma == "be":
        return "are" if plural else "is"
    if plural:
        return lemma
    irregular = {"have": "has", "do": "does", "go": "goes"}
    if lemma in irregular:
        return irregular[lemma]
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def end_of_predicate(sentence: SentenceReading, clause: Clause) -> int:
    """Where what is said of the subject ends: with the clause, or with an infinitive that completes it."""
    last = clause.last
    for other in sentence.clauses:
        completes = other.role is Role.INFINITIVE or sentence.tokens[other.first].lower == "whether"
        if completes and other.first in (last, clause.group.last):
            last = other.last
    return last


def is_bare(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether the source itself says no more after the verb than when ("The bakery will reopen next year")."""
    tokens = sentence.tokens
    if clause.role is Role.RELATIVE or any(
        c.first in (clause.last, clause.group.last) and c.governor is not None for c in sentence.clauses
    ):
        return False
    following = tokens[clause.group.last : clause.last]
    light = (Tag.TIME, Tag.ADVERB, Tag.PREPOSITION, Tag.OTHER, Tag.STOP, Tag.CONJUNCTION, Tag.COMMA)
    return all(t.tag in light for t in following)


def is_pronoun(words: str) -> bool:
    """Whether a subject is only a pronoun or points back ("this", "such efforts")."""
    first = words.split()[0].lower() if words else ""
    return first in lexicon().lists["pronouns"] or first in _POINTING
