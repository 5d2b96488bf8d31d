"""A sentence's tokens into clauses: each verb with its subject, its object, its tense, and the words that are its own.

This is shallow reading, not parsing: it takes the verb groups from left to right, finds the noun phrase before each,
and closes a clause where the next begins. It stays behind `find_clauses`, so that a parser could take its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.language.groups import Form, Group, find_groups
from generator.language.lexicon import lexicon
from generator.language.tokens import Tag, Token

_OPENERS = {"before", "after", "since", "until", "as", "because", "than"}
_PHRASE = {
    Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.DETERMINER, Tag.POSSESSIVE, Tag.BASE, Tag.PRESENT, Tag.TIME,
    Tag.PAST, Tag.PROGRESSIVE, Tag.PRONOUN, Tag.OTHER, Tag.ADVERB,
}  # fmt: skip


class Role(StrEnum):
    """How a clause stands in its sentence."""

    MAIN = "main"
    COORDINATE = "coordinate"
    CONTENT = "content"
    RELATIVE = "relative"
    INSERTED = "inserted"
    ADVERBIAL = "adverbial"
    INFINITIVE = "infinitive"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of tokens, half open, by index into the sentence's tokens."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb and what belongs to it; `first` and `last` bound its own tokens, `governor` is the clause above it.

    `subject` is None where the sentence does not name one; a coordinate verb takes over the subject before it ("launched X and sold Y").
    """

    group: Group
    role: Role
    first: int
    last: int
    subject: Phrase | None
    governor: int | None = None

    @property
    def lemma(self) -> str:
        """The base form of the main verb."""
        return self.group.lemma

    @property
    def form(self) -> Form:
        """The tense or mood of the verb group."""
        return self.group.form


def find_clauses(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """The clauses of one sentence, in the order of their verbs; those inside quoted speech are left out."""
    groups = find_groups(tokens)
    clauses: list[Clause] = []
    for index, group in enumerate(groups):
        floor = groups[index - 1].last if index else 0
        clauses.append(_place(tokens, group, floor, clauses))
    return _close(tokens, clauses)


def _place(tokens: Sequence[Token], group: Group, floor: int, before: Sequence[Clause]) -> Clause:
    above = len(before) - 1 if before else None
    if group.form is Form.INFINITIVE:
        subject = before[-1].subject if before else None
        return Clause(group, Role.INFINITIVE, group.first, group.last, subject, above)
    if group.inverted:
        return Clause(group, Role.MAIN, floor, group.last, _phrase_after(tokens, group.last))
    subject, first = _subject(tokens, group.first, floor)
    if carried := _before_infinitive(tokens, group, before):
        subject, first = carried, carried.first
    lead = first - 1
    while lead >= floor and tokens[lead].tag is Tag.ADVERB:
        lead -= 1
    word = tokens[lead].lower if lead >= floor else ""
    tag = tokens[lead].tag if lead >= floor else None
    if group.form is Form.PARTICIPLE and lead >= floor and tag is Tag.COMMA and subject is None:
        return Clause(group, Role.INSERTED, group.first, group.last, _phrase_before(tokens, lead, floor), above)
    if group.form in (Form.PARTICIPLE, Form.PROGRESSIVE_BARE):
        return Clause(group, Role.INSERTED, group.first, group.last, subject, above)
    if subject is None and tag is Tag.CONJUNCTION and before:
        heir = _heir(before)
        return Clause(group, Role.COORDINATE, lead, group.last, heir, above)
    if tag is Tag.RELATIVE and (subject is None or word in ("which", "who", "whom", "whose", "where")):
        return Clause(group, Role.RELATIVE, lead, group.last, subject or _antecedent(tokens, lead, floor), above)
    if tag is Tag.RELATIVE and word == "when":
        return Clause(group, Role.ADVERBIAL, lead, group.last, subject, above)
    if tag is Tag.RELATIVE:
        return Clause(group, Role.CONTENT, lead, group.last, subject, above)
    if tag is Tag.SUBORDINATOR or word in _OPENERS:
        return Clause(group, Role.ADVERBIAL, lead, group.last, subject, above)
    if subject and tokens[first].tag is Tag.PRONOUN and tag in (Tag.NOUN, Tag.NAME):
        return Clause(group, Role.RELATIVE, first, group.last, subject, above)
    if subject is None and before:
        return Clause(group, Role.COORDINATE, group.first, group.last, _heir(before), above)
    if before and before[-1].lemma in lexicon().lists["speech"] and before[-1].role is not Role.INSERTED:
        quiet = first == before[-1].group.last
        return Clause(group, Role.CONTENT if quiet else Role.MAIN, first, group.last, subject, above)
    return Clause(group, Role.MAIN, first, group.last, subject)


def _heir(before: Sequence[Clause]) -> Phrase | None:
    """The subject that a coordinate verb takes over: that of the last clause which is not put into another."""
    for clause in reversed(before):
        if clause.role in (Role.MAIN, Role.COORDINATE, Role.CONTENT) and clause.subject:
            return clause.subject
    return before[-1].subject


def _close(tokens: Sequence[Token], clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Give each clause its end: where the next one begins, or the comma that closes what was inserted."""
    closed: list[Clause] = []
    for index, clause in enumerate(clauses):
        following = clauses[index + 1] if index + 1 < len(clauses) else None
        last = following.first if following and following.first > clause.group.last else len(tokens)
        if following and following.first <= clause.group.last:
            last = max(clause.group.last, following.group.first)
        if clause.role in (Role.INSERTED, Role.RELATIVE):
            comma = next((i for i in range(clause.group.last, last) if tokens[i].tag in (Tag.COMMA, Tag.STOP)), last)
            last = comma
        last = next((i for i in range(clause.group.last, last) if tokens[i].text in ";—–"), last)
        closed.append(replace(clause, last=last))
    if closed:
        opening = next((i for i, c in enumerate(closed) if c.role is Role.MAIN), 0)
        if all(c.group.first >= closed[opening].first for c in closed):
            closed[opening] = replace(closed[opening], first=0)
    return tuple(closed)


def _subject(tokens: Sequence[Token], before: int, floor: int) -> tuple[Phrase | None, int]:
    """The noun phrase that ends just before a verb, over adverbs and one insertion between commas; where it begins.

    Of "OpenAI's largest investor, Microsoft, is …" the name is the subject, which begins with "OpenAI's".
    """
    last = before
    while last > floor and tokens[last - 1].tag is Tag.ADVERB:
        last -= 1
    if last > floor and tokens[last - 1].tag is Tag.COMMA:
        opening = _insertion(tokens, last - 1)
        if opening is None:
            return None, before
        inner = Phrase(opening + 1, last - 1)
        if inner.first < inner.last and tokens[inner.first].tag is Tag.CONJUNCTION:
            return None, before
        outer = _phrase_before(tokens, opening, 0)
        if outer and _is_name(tokens, inner) and not _is_name(tokens, outer):
            return inner, outer.first
        return outer, outer.first if outer else before
    phrase = _phrase_before(tokens, last, floor)
    return phrase, phrase.first if phrase else before


def _before_infinitive(tokens: Sequence[Token], group: Group, before: Sequence[Clause]) -> Phrase | None:
    """The subject of a verb whose noun carries an infinitive ("DeepSeek's ability to produce chips has grown")."""
    if not before or before[-1].role is not Role.INFINITIVE or any(c.role is not Role.INFINITIVE for c in before):
        return None
    infinitive = before[-1].group
    if any(t.tag in (Tag.COMMA, Tag.STOP, Tag.RELATIVE) for t in tokens[infinitive.last : group.first]):
        return None
    return _phrase_before(tokens, infinitive.first, 0)


def _is_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return all(tokens[i].tag is Tag.NAME for i in range(phrase.first, phrase.last))


def _insertion(tokens: Sequence[Token], comma: int) -> int | None:
    """The comma that opens what the comma at `comma` closes; None if nothing stands before it."""
    for i in range(comma - 1, 0, -1):
        if tokens[i].tag is Tag.COMMA:
            return i
        if tokens[i].tag is Tag.STOP:
            return None
    return None


def _phrase_before(tokens: Sequence[Token], last: int, floor: int) -> Phrase | None:
    """The noun phrase that ends at `last`, back to the boundary of its clause, lists of names included."""
    i = last - 1
    if i >= floor and tokens[i].lower in ("he", "she", "it", "they", "we", "i", "you"):
        return Phrase(i, last)
    while i >= floor:
        tag = tokens[i].tag
        if tokens[i].quoted or (tokens[i].text in '“”"' and i < last - 1 and tokens[i - 1].tag is Tag.COMMA):
            break
        if tag in _PHRASE:
            i -= 1
        elif tag is Tag.PREPOSITION and tokens[i].lower not in _OPENERS and i > floor and i < last - 1:
            if tokens[i - 1].tag in (Tag.COMMA, Tag.STOP, Tag.CONJUNCTION, Tag.RELATIVE):
                break
            i -= 1
        elif tag in (Tag.CONJUNCTION, Tag.COMMA) and _joins(tokens, i, last, floor):
            i -= 1
        else:
            break
    first = i + 1
    while first < last and tokens[first].tag in (Tag.ADVERB, Tag.OTHER, Tag.TIME) and tokens[first].text not in '$"“':
        first += 1
    return Phrase(first, last) if first < last else None


def _joins(tokens: Sequence[Token], i: int, last: int, floor: int) -> bool:
    """Whether the comma or "and" at `i` joins members of one list of names or nouns."""
    before, after = i - 1, i + 1
    if tokens[i].tag is Tag.COMMA and after < last and tokens[after].tag is Tag.CONJUNCTION:
        after += 1
    if before < floor or after >= last:
        return False
    if tokens[i].tag is Tag.CONJUNCTION and tokens[before].tag is Tag.COMMA:
        before -= 1
    pair = tokens[before].tag, tokens[after].tag
    if tokens[i].tag is Tag.COMMA:
        return pair == (Tag.NAME, Tag.NAME) and any(tokens[k].tag is Tag.CONJUNCTION for k in range(i, last))
    return pair[0] in (Tag.NAME, Tag.NOUN) and pair[1] in (Tag.NAME, Tag.NOUN, Tag.DETERMINER)


def _antecedent(tokens: Sequence[Token], relative: int, floor: int) -> Phrase | None:
    last = relative - 1 if relative > 0 and tokens[relative - 1].tag is Tag.COMMA else relative
    return _phrase_before(tokens, last, floor) if last > floor else None


def _phrase_after(tokens: Sequence[Token], first: int) -> Phrase | None:
    last = first
    while last < len(tokens) and (tokens[last].tag in _PHRASE - {Tag.TIME} or tokens[last].lower == "of"):
        last += 1
    return Phrase(first, last) if last > first else None
