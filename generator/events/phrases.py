"""The words of a clause as a headline can use them: its subject, and what is said of it, trimmed by grammar."""

import re
from collections.abc import Sequence

from generator.language.clauses import Clause, Role
from generator.language.lexicon import content_lemma, lexicon
from generator.language.names import written
from generator.language.reading import SentenceReading
from generator.language.subjects import Phrase
from generator.language.tokens import Tag, Token

# A headline has about so many characters, of which its predicate has at least and at most so many.
HEADLINE_LENGTH = 82
SHORT_PREDICATE = 24
PREDICATE_LENGTH = 64
# "A year | after the appointment".
_SPANS = ("year", "month", "week", "day", "decade", "hour")
_NOUNS = (Tag.NOUN, Tag.NAME, Tag.PRESENT, Tag.BASE)
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
# What one provides somebody with, or describes something as, is part of what is said.
_COMPLETED = ("provide", "supply", "equip", "charge", "replace", "describe", "regard", "name", "treat")
_PARTICLES = ("in", "out", "down", "up", "off", "away", "back", "over")
# What keeps a number from being exact.
_BOUND = re.compile(
    r"(?:at (?:least|most)|(?:more|fewer|less) than|up to|\b(?:about|nearly|almost|around|over|roughly|under))$"
)
# A headline ends where markup begins.
_MARKUP = frozenset("<>{}[]`|^~=*_#")
_SPACE_BEFORE = re.compile(r"\s+([,.;:’”)%])")


def phrase_words(tokens: Sequence[Token], phrase: Phrase) -> str:
    """A noun phrase as it is written, without article, time or quotation mark at its start."""
    first, last = phrase.first, phrase.last
    opening = (Tag.TIME, Tag.OTHER, Tag.POSSESSIVE)
    while first < last and (tokens[first].lower in ("the", "a", "an") or tokens[first].tag in opening):
        first += 1
    marked = (i + 1 for i in range(first, last) if tokens[i].text in _MARKUP or tokens[i].lower == "px")
    first = max(marked, default=first)
    # "Aeroflot's current fleet" is its fleet; of "the sale on Monday" the sale is meant.
    own = (Tag.POSSESSIVE, Tag.DETERMINER)
    times = [i for i in range(first + 1, last) if tokens[i].tag is Tag.TIME]
    last = next((i for i in times if tokens[i - 1].tag not in own or i + 1 == last), last)
    ends = (Tag.COMMA, Tag.STOP, Tag.POSSESSIVE)
    loose = lexicon().lists["reflexives"] | lexicon().lists["time_prepositions"]
    while last > first and (tokens[last - 1].tag in ends or tokens[last - 1].lower in loose):
        last -= 1
    words = written([tokens[i] for i in range(first, last) if i not in times])
    bound = " ".join(t.lower for t in tokens[max(0, first - 2) : first])
    counts = first < last and (tokens[first].tag is Tag.NUMBER or tokens[first].lower in lexicon().lists["several"])
    found = _BOUND.search(bound) if counts and first == phrase.first else None
    return f"{found[0]} {words}" if found else words


def predicate_words(tokens: Sequence[Token], clause: Clause, last: int, longest: int = PREDICATE_LENGTH) -> str:
    """What follows the verb up to token `last`, without times and asides, cut before a preposition if too long."""
    kept: list[Token] = []
    before_time = lexicon().lists["time_prepositions"]
    aside = 0
    for i in range(clause.group.last, last):
        token = tokens[i]
        aside = max(aside, _end_of_aside(tokens, i, last))
        if i < aside:
            continue
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
        if _ends_predicate(tokens, i, clause, last):
            break
        kept.append(token)
    kept = _without_open_quote(_without_verb(kept, tokens), tokens, last)
    short = _shortened(kept, longest)
    if not short and kept and kept[0].lower in ("the", "a", "an"):
        short = _shortened(kept[1:], longest)
    # "Declares the outbreak in Africa | to be an emergency" says another thing when it is cut there.
    needs = clause.lemma in lexicon().lists["infinitive_verbs"] and any(t.tag is Tag.TO for t in kept)
    if needs and not any(t.tag is Tag.TO for t in short):
        return ""
    return _balanced(_spaced(short))


def _end_of_aside(tokens: Sequence[Token], i: int, last: int) -> int:
    """Where brackets end that open at a token; 0 where none do."""
    if tokens[i].text != "(":
        return 0
    return next((k + 1 for k in range(i, last) if tokens[k].text == ")"), 0)


def _ends_predicate(tokens: Sequence[Token], i: int, clause: Clause, last: int) -> bool:
    """Whether what is said of the subject ends before a token: at markup, an aside, or a clause of its own."""
    token = tokens[i]
    if token.text in _MARKUP or (token.tag is Tag.PAST and _joins_on(tokens, i)):
        return True
    closes = token.tag in (Tag.STOP, Tag.RELATIVE, Tag.SUBORDINATOR) and token.text != "-"
    if (closes and token.lower != "whether" and i != clause.last) or _is_full_stop(tokens, i):
        return True
    if token.tag is Tag.CONJUNCTION and _is_verb_joined(tokens, i):
        return True
    # "Finished at 756.55 a 6 point gain": a figure after a figure is said of it.
    if token.lower in ("a", "an") and tokens[i - 1].tag is tokens[min(i + 1, last - 1)].tag is Tag.NUMBER:
        return True
    return token.tag is Tag.COMMA and not _lists(tokens, i, last) and not _describes_on(tokens, i, last)


def _is_full_stop(tokens: Sequence[Token], i: int) -> bool:
    words = lexicon()
    before = tokens[i - 1].lower
    short = words.has("abbreviations", before) or words.has("abbreviations_that_may_end", before)
    return tokens[i].text == "." and not (short and i + 1 < len(tokens))


def _without_verb(kept: list[Token], tokens: Sequence[Token]) -> list[Token]:
    """The tokens without a verb in -ing that has lost what it governs ("documents showing | that …")."""
    if len(kept) < 2 or kept[-1].tag is not Tag.PROGRESSIVE or kept[-2].tag not in _NOUNS:
        return kept
    after = next((t for t in tokens if t.start >= kept[-1].end), None)
    ends = after is None or after.tag in (Tag.STOP, Tag.COMMA, Tag.CONJUNCTION) or after.text in '.”"'
    return kept if ends else kept[:-1]


def _without_open_quote(kept: list[Token], tokens: Sequence[Token], last: int) -> list[Token]:
    """The tokens without a quotation that they open and do not close, so that none is cut short."""
    if not kept or kept[-1] is tokens[last - 1]:
        return kept
    if all(t.text in '.,”"' for t in tokens[:last] if t.start >= kept[-1].end):
        return kept
    marks = [i for i, token in enumerate(kept) if token.text in '“”"']
    unclosed = marks and kept[marks[-1]].text != "”" and (len(marks) % 2 or kept[marks[-1]].text == "“")
    return kept[: marks[-1]] if unclosed else kept


def _is_verb_joined(tokens: Sequence[Token], i: int) -> bool:
    """Whether "and" joins another verb, over what says when ("and soon after reassumed the role")."""
    k = i + 1
    while k < len(tokens) and (
        tokens[k].tag in (Tag.ADVERB, Tag.TIME) or tokens[k].lower in ("soon", "shortly", "after")
    ):
        k += 1
    return k > i + 1 and k < len(tokens) and tokens[k].tag is Tag.PAST


def _lists(tokens: Sequence[Token], comma: int, last: int) -> bool:
    """Whether a comma stands in a list of names: names on both sides of it, and an "and" to come."""
    after = comma + 1
    if after < last and tokens[after].tag is Tag.CONJUNCTION:
        after += 1
    if comma == 0 or after >= last or tokens[comma - 1].tag is not Tag.NAME or tokens[after].tag is not Tag.NAME:
        return False
    return any(t.tag is Tag.CONJUNCTION for t in tokens[comma : min(last, comma + 12)])


def _describes_on(tokens: Sequence[Token], comma: int, last: int) -> bool:
    """Whether a comma stands within a phrase ("the rugged, unexplored pole", "the Cupertino, California event")."""
    if comma < 2 or comma + 2 >= last or tokens[comma].tag is not Tag.COMMA:
        return False
    before, after = tokens[comma - 1].tag, tokens[comma + 1].tag
    opens = tokens[comma - 2].tag is Tag.DETERMINER and before is after and before in (Tag.NOUN, Tag.NAME)
    return opens and tokens[comma + 2].tag is Tag.NOUN


def _shortened(kept: list[Token], longest: int) -> list[Token]:
    """The tokens, or as many as fit before a preposition, conjunction or infinitive."""
    trailing = lexicon().lists["trailing_adverbs"]
    while kept and (kept[-1].tag in _CLOSING or kept[-1].lower in trailing) and not _is_particle(kept):
        kept = kept[:-1]
    while len(_spaced(kept)) > longest:
        cut = next((i for i in range(len(kept) - 1, 0, -1) if _may_break(kept, i)), 0)
        if not cut:
            return []
        kept = kept[:cut]
        while kept and kept[-1].tag in _CLOSING:
            kept = kept[:-1]
    while len(kept) > 2 and kept[-2].lower in ("a", "one") and kept[-1].lower in _SPANS:
        kept = kept[:-2]
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
    # "Plans to shut | down its plants" is cut within the verb, "the rugged, | unexplored pole" within a phrase.
    if (i > 1 and kept[i - 2].tag is Tag.TO) or _describes_on(kept, i, len(kept)):
        return False
    if token.lower in ("with", "as") and any(content_lemma(t.lower) in _COMPLETED for t in kept[:i]):
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


def end_of_predicate(sentence: SentenceReading, clause: Clause) -> int:
    """Where what is said of the subject ends: with the clause, or with an infinitive that completes it."""
    last = clause.last
    for other in sentence.clauses:
        completes = other.role is Role.INFINITIVE or sentence.tokens[other.first].lower == "whether"
        completes = completes or (_is_unsaid(sentence, clause) and other.role in (Role.RELATIVE, Role.INSERTED))
        if completes and other.first in (last, clause.group.last):
            last = other.last
    return last


def _is_unsaid(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether the object is no more than "a probe", so that it takes the words after it to say which."""
    tokens, last = sentence.tokens, clause.last
    while last > clause.group.last and tokens[last - 1].tag in (Tag.TIME, Tag.PREPOSITION):
        last -= 1
    own = tokens[clause.group.last : last]
    return 1 < len(own) < 4 and own[0].lower in ("a", "an") and own[-1].tag is Tag.NOUN


def is_bare(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether the source itself says no more after the verb than when ("The bakery will reopen next year")."""
    tokens = sentence.tokens
    told = (Role.INFINITIVE, Role.CONTENT, Role.COORDINATE, Role.RELATIVE)
    if clause.role is Role.RELATIVE or any(
        c.first in (clause.last, clause.group.last) and c.role in told for c in sentence.clauses
    ):
        return False
    following = tokens[clause.group.last : clause.last]
    light = (Tag.TIME, Tag.ADVERB, Tag.PREPOSITION, Tag.OTHER, Tag.STOP, Tag.CONJUNCTION, Tag.COMMA)
    return all(t.tag in light and t.text not in _MARKUP for t in following)


def is_named_last(subject: str, name: str) -> bool:
    """Whether a subject is its last name with what it is before it ("Microsoft CEO Satya Nadella"), and nothing else.

    "The Conservatives led by Andrew Shaw" and "Rui Costa and Ana Prado" are not.
    """
    if not subject.endswith(name):
        return False
    before = subject[: -len(name)].split()
    ties = lexicon().lists["prepositions"] - {"of"} | {"and", "or"}
    return not any(word.lower() in ties or word.endswith(",") for word in before)


def is_pronoun(words: str) -> bool:
    """Whether a subject is only a pronoun or points back ("this", "such efforts")."""
    first = words.split()[0].lower() if words else ""
    return first in lexicon().lists["pronouns"] or first in _POINTING
