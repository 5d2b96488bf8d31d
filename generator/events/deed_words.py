"""Which deed a clause tells in other words than its verb alone: what "gave way" has collapsed."""

from collections.abc import Sequence

from generator.events.descriptions import thing
from generator.language.clauses import Clause
from generator.language.lexicon import lexicon, noun_base
from generator.language.tokens import Tag, Token


def told_in_words(tokens: Sequence[Token], clause: Clause) -> str | None:
    """The verb of a kind for what is told in other words ("found | him | guilty", "the jet went down")."""
    after = [t.lower for t in tokens[clause.group.last : clause.last]]
    if phrase := _told_by_phrase(tokens, clause, after):
        return phrase
    if clause.lemma == "find" and "guilty" in after:
        return "convict"
    if clause.lemma == "find" and "dead" in after[:2]:
        return "die"
    if clause.lemma in ("concede", "admit") and (after[:1] == ["defeat"] or _stands_alone(tokens, clause)):
        return "concede defeat"
    if after[:2] == ["to", "death"] and not clause.group.passive:
        return "die"
    if clause.lemma == "send" and after[-2:] in (["to", "prison"], ["to", "jail"]):
        return "jail"
    if clause.lemma in ("go", "come") and after[:1] == ["down"] and _is_flight(tokens, clause):
        return "crash"
    return _in_table(tokens, clause)


def _told_by_phrase(tokens: Sequence[Token], clause: Clause, after: Sequence[str]) -> str | None:
    """The verb of a kind for a phrase of a verb that alone says little ("went on a rampage", "became president")."""
    lists = lexicon().lists
    if clause.lemma == "develop" and lists["illnesses"] & set(after[:4]):
        return "infect"
    if clause.lemma == "make" and "landing" in after[:4] and {"emergency", "crash", "forced"} & set(after[:3]):
        return "ditch"
    if clause.lemma == "blow" and "up" in after[:2]:
        return "bomb"  # "Blew himself up"
    if clause.lemma == "go" and after[:1] == ["on"] and {"spree", "rampage"} & set(after[:6]):
        return "attack"
    own = tokens[clause.subject.first : clause.subject.last] if clause.subject else []
    if clause.lemma == "go" and after[:1] == ["to"] and any(noun_base(t.lower) in lists["won_by_votes"] for t in own):
        return "elect"  # "Most seats went to the Greens"
    if clause.lemma == "fall" and after[:1] in (["under"], ["to"]) and lists["conquerors"] & set(after[1:5]):
        return "capture"
    return "appoint" if clause.lemma == "become" and _takes_office(tokens, clause) else None


def _in_table(tokens: Sequence[Token], clause: Clause) -> str | None:
    """The deed of a verb with the words after it, of certain subjects where the table names some."""
    rows = lexicon().deed_words.get(clause.lemma, ())
    if not rows or clause.group.passive:
        return None
    after = [t.lower for t in tokens[clause.group.last : clause.last] if t.tag not in (Tag.DETERMINER, Tag.ADVERB)]
    nouns = _things(tokens, clause)
    for words, deed, subjects in rows:
        if tuple(after[: len(words)]) == words and (not subjects or nouns & subjects):
            return deed
    return None


def _things(tokens: Sequence[Token], clause: Clause) -> set[str]:
    """What a subject may be told of as: its noun, or the first word of a name ("Hurricane Marisol")."""
    nouns = {thing(subject_noun(tokens, clause))}
    if clause.subject is not None and tokens[clause.subject.last - 1].tag is Tag.NAME:
        nouns |= {thing(t.lower) for t in tokens[clause.subject.first : clause.subject.last - 1]}
    return nouns


def noun_after(tokens: Sequence[Token], clause: Clause) -> str:
    """The head of the noun phrase that follows a verb, as far as the first preposition."""
    head = ""
    for token in tokens[clause.group.last : clause.last]:
        if token.tag in (Tag.PREPOSITION, Tag.COMMA, Tag.STOP, Tag.TO, Tag.CONJUNCTION, Tag.TIME, Tag.RELATIVE):
            break
        if token.tag is not Tag.ADVERB and token.text[-1].isalnum():
            head = noun_base(token.lower)
    return head


def subject_noun(tokens: Sequence[Token], clause: Clause) -> str:
    """The head of the noun phrase that a clause has for its subject; empty if it has none."""
    if clause.subject is None:
        return ""
    head = ""
    for token in tokens[clause.subject.first : clause.subject.last]:
        if token.tag in (Tag.PREPOSITION, Tag.COMMA, Tag.PAST) or (token.tag is Tag.TIME and head):
            break
        head = noun_base(token.lower)
    return head


def _stands_alone(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether nobody says what was conceded, which is defeat ("conceded late on Sunday")."""
    own = tokens[clause.group.last : clause.last]
    light = (Tag.ADVERB, Tag.TIME, Tag.PREPOSITION, Tag.STOP, Tag.COMMA, Tag.OTHER)
    late = lexicon().lists["time_adverbs"]
    return clause.lemma == "concede" and all(t.tag in light or t.lower in late for t in own)


def _is_flight(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a subject is a flight by its number ("Flight 418")."""
    own = tokens[clause.subject.first : clause.subject.last] if clause.subject else ()
    words = [word for token in own for word in token.text.split()]
    return "Flight" in words[:-1] and words[-1].isdigit()


def _takes_office(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether somebody came to an office at a time that is told ("became president in 2005")."""
    lists = lexicon().lists
    dated = any(t.tag is Tag.TIME for t in tokens[clause.first : clause.last])
    named = clause.subject is not None and tokens[clause.subject.last - 1].tag in (Tag.NAME, Tag.PRONOUN)
    return dated and named and noun_after(tokens, clause) in lists["offices"] | lists["titles"] | lists["ranks_won"]
