"""The subject of a clause in words as a headline can use them, and where what is said of it ends."""

import re
from collections.abc import Sequence

from generator.language.clauses import Clause, Role
from generator.language.lexicon import lexicon
from generator.language.names import written
from generator.language.reading import SentenceReading
from generator.language.subjects import Phrase, phrase_before
from generator.language.tokens import Tag, Token

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
# What keeps a number from being exact.
_BOUND = re.compile(
    r"(?:at (?:least|most)|(?:more|fewer|less) than|up to|\b(?:about|nearly|almost|around|over|roughly|under))$"
)
_NAME_AFTER = re.compile(r"\b(?P<noun>[a-z]+) (?=[A-Z])")
# "The Orion capsule | carrying four astronauts".
_CARRYING = re.compile(r" (?:[a-z]{3,}ing|led by|made by|owned by|known as|based in) ")
# "African Union (AU) member states".
_ABBREVIATED = re.compile(r" ?\([A-Z][\w&.-]{0,9}(?:\)|$)")
# A headline ends where markup begins.
MARKUP = frozenset("<>{}[]`|^~=*_#")


def phrase_words(tokens: Sequence[Token], phrase: Phrase) -> str:
    """A noun phrase as it is written, without article, time or quotation mark at its start."""
    first, last = phrase.first, phrase.last
    if last - first > 2 and tokens[first].text in '“"' and tokens[last - 1].text in '”"':
        first, last = first + 1, last - 1
    opening = (Tag.TIME, Tag.OTHER, Tag.POSSESSIVE)
    while first < last and (tokens[first].lower in ("the", "a", "an") or tokens[first].tag in opening):
        first += 1
    marked = (i + 1 for i in range(first, last) if tokens[i].text in MARKUP or tokens[i].lower == "px")
    first = max(marked, default=first)
    # "Aeroflot's current fleet" is its fleet; of "the sale on Monday" the sale is meant.
    own = (Tag.POSSESSIVE, Tag.DETERMINER)
    times = [i for i in range(first + 1, last) if tokens[i].tag is Tag.TIME]
    last = next((i for i in times if tokens[i - 1].tag not in own or i + 1 == last), last)
    ends = (Tag.COMMA, Tag.STOP, Tag.POSSESSIVE)
    loose = lexicon().lists["reflexives"] | lexicon().lists["time_prepositions"]
    while last > first and (tokens[last - 1].tag in ends or tokens[last - 1].lower in loose):
        last -= 1
    whose = _work_before(tokens, phrase)
    words = _ABBREVIATED.sub("", written([tokens[i] for i in range(first, last) if i not in times]))
    bound = " ".join(t.lower for t in tokens[max(0, first - 2) : first])
    counts = first < last and (tokens[first].tag is Tag.NUMBER or tokens[first].lower in lexicon().lists["several"])
    found = _BOUND.search(bound) if counts and first == phrase.first else None
    words = f"{whose} “{words}”" if whose else words
    return f"{found[0]} {words}" if found else words


def _work_before(tokens: Sequence[Token], phrase: Phrase) -> str:
    """What says whose album or film it is that a phrase in quotation marks names ("Prado's last album, | “Rain” |")."""
    comma = phrase.first - 1
    titled = comma > 0 and tokens[phrase.first].text in '“"' and tokens[phrase.last - 1].text in '”"'
    if not titled or tokens[comma].tag is not Tag.COMMA or tokens[comma - 1].lower not in lexicon().lists["works"]:
        return ""
    whole = phrase_before(tokens, comma, 0)
    return phrase_words(tokens, whole) if whole else ""


def without_description(subject: str) -> str:
    """A subject without the participle that describes it, if more than a noun is left ("European Vega rocket").

    Where a name follows a noun in what would be left out, it may be the true subject after a caption ("A 777 landing at
    the airport Boeing has won orders"), and nothing is.
    """
    head, _, rest = _CARRYING.sub("\n", subject, count=1).partition("\n")
    ties = lexicon().lists["prepositions"] | lexicon().lists["determiners"] | lexicon().lists["conjunctions"]
    runs_on = any(found["noun"] not in ties for found in _NAME_AFTER.finditer(rest))
    if head.endswith(("’s", "'s", "’", "'")):
        return subject  # "Costa's handling of the matter"
    tells = " " in head or any(character.isupper() for character in head)
    return head if tells and not runs_on else subject


def end_of_predicate(sentence: SentenceReading, clause: Clause) -> int:
    """Where what is said of the subject ends: with the clause, or with an infinitive that completes it."""
    last = clause.last
    for other in sentence.clauses:
        completes = other.role is Role.INFINITIVE or sentence.tokens[other.first].lower == "whether"
        completes = completes or (_is_unsaid(sentence, clause) and other.role in (Role.RELATIVE, Role.INSERTED))
        if completes and other.first in (last, clause.group.last):
            last = other.last
        elif other.group.first == last and is_existential(sentence.tokens, clause):
            last = other.group.last
    return last


def is_existential(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a clause says that there is something, so that a participle after it is its verb ("copies sold")."""
    return clause.lemma == "be" and clause.subject is not None and tokens[clause.subject.first].lower == "there"


def _is_unsaid(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether the object is no more than "a probe", so that it takes the words after it to say which."""
    tokens, last = sentence.tokens, clause.last
    while last > clause.group.last and tokens[last - 1].tag in (Tag.TIME, Tag.PREPOSITION):
        last -= 1
    own = tokens[clause.group.last : last]
    longest = 6 if any(t.lower == "list" for t in own) else 4  # "A list of 789 dealerships | that it was closing"
    return 1 < len(own) < longest and own[0].lower in ("a", "an") and own[-1].tag is Tag.NOUN


def is_bare(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether the source itself says no more after the verb than when ("The bakery will reopen next year")."""
    tokens = sentence.tokens
    told = (Role.INFINITIVE, Role.CONTENT, Role.RELATIVE)
    if clause.role is Role.RELATIVE or any(
        c.first in (clause.last, clause.group.last) and c.role in told for c in sentence.clauses
    ):
        return False
    pairs = range(clause.group.last, clause.last - 1)
    # "Exploded on April 20, killing 11 workers": what came of it is no part of the verb.
    aside = (i for i in pairs if tokens[i].tag is Tag.COMMA and tokens[i + 1].tag is Tag.PROGRESSIVE)
    following = tokens[clause.group.last : next(aside, clause.last)]
    light = (Tag.TIME, Tag.ADVERB, Tag.PREPOSITION, Tag.OTHER, Tag.STOP, Tag.CONJUNCTION, Tag.COMMA)
    return all(t.tag in light and t.text not in MARKUP for t in following)


def is_named_last(subject: str, name: str) -> bool:
    """Whether a subject is its last name with what it is before it ("Microsoft CEO Satya Nadella"), and nothing else.

    "The Conservatives led by Andrew Shaw" and "Rui Costa and Ana Prado" are not.
    """
    if not subject.endswith(name):
        return False
    before = subject[: -len(name)].split()
    lists = lexicon().lists
    ties = lists["prepositions"] - {"of"} | {"and", "or"}
    offices = lists["offices"] | lists["titles"]
    joined = before[before.index("and") - 1 : before.index("and") + 2 : 2] if "and" in before[1:-1] else []
    if len(joined) == 2 and all(word in offices | lists["person_nouns"] for word in joined):
        ties -= {"and"}  # "Filmmaker and journalist Paul Verne"
    if "from" in before[1:] and before[before.index("from") - 1].lower() in offices:
        ties -= {"from"}  # "Senator from Vermont Bernie Sanders"
    # "Chief of Orbita" is one; "the trial of the chief of Orbita" is not.
    head = before[before.index("of") - 1] if "of" in before[1:] else ""
    if head.islower() and head not in lists["offices"] | lists["titles"] | lists["person_nouns"]:
        return False
    return not any(word.lower() in ties or word.endswith(",") for word in before)


def is_pronoun(words: str) -> bool:
    """Whether a subject is only a pronoun or points back ("this", "such efforts")."""
    opening = words.split()[0] if words else ""
    first = opening.lower()
    if opening.isupper() and first in lexicon().lists["acronyms"]:
        return False
    return first in lexicon().lists["pronouns"] or first in _POINTING
