"""Who the stranger is with whom a report opens: "A care home owner was jailed … Daniel Holm, 53, admitted fraud"."""

from dataclasses import dataclass

from generator.language.clauses import Role
from generator.language.lexicon import lexicon
from generator.language.names import written
from generator.language.reading import Reading, SentenceReading
from generator.language.subjects import Phrase
from generator.language.tokens import Tag
from generator.model import EntityKind, Name

# A report names him in one of so many sentences after the first.
_SOON = 3
_OLDEST = 120
_OF_PEOPLE = ("er", "or", "ist", "ian", "man", "woman", "ee", "ant", "ent")
_JUST_ANYBODY = frozenset(["man", "woman", "boy", "girl", "teenager", "person", "adult", "driver", "suspect"])


@dataclass(frozen=True, slots=True)
class Introduction:
    """Where a stranger stands in the first sentence, and the words in which he is told with his name."""

    start: int
    phrase: Phrase
    words: str


def introduction_of(reading: Reading, lead: int) -> Introduction | None:
    """The stranger of a report's first sentence with the name that the next ones give him with his age, if one only."""
    sentence = reading.sentences[lead] if lead >= 0 else None
    phrase = _stranger(sentence) if sentence else None
    if sentence is None or phrase is None:
        return None
    after = [s for s in reading.sentences[lead + 1 :] if not s.sentence.is_heading][:_SOON]
    named = dict.fromkeys(name.text for s in after for name in _aged(s) if _is_accused(s, name))
    if len(named) != 1:
        return None
    name = next(iter(named))
    if not _may_be(sentence.tokens[phrase.last - 1].lower, name.split()[0].lower()):
        return None
    own = sentence.tokens[phrase.first + 1 : phrase.last]
    bare = len(own) == 1 and own[0].lower in _JUST_ANYBODY
    return Introduction(sentence.sentence.start, phrase, name if bare else f"{written(own)} {name}")


def _may_be(noun: str, first_name: str) -> bool:
    """Whether "a man" may have a first name."""
    lists = lexicon().lists
    if noun in ("woman", "girl"):
        return first_name not in lists["first_names"] or first_name in lists["women"] | lists["either_sex"]
    return noun not in ("man", "boy") or first_name not in lists["women"] - lists["either_sex"]


def _stranger(sentence: SentenceReading) -> Phrase | None:
    """The subject of a sentence that names nobody, if that is one person."""
    main = next((c for c in sentence.clauses if c.role is Role.MAIN and c.subject), None)
    if main is None or main.subject is None or not lexicon().has("in_court", main.lemma):
        return None
    if any(n.kind is EntityKind.PERSON for n in sentence.names):
        return None
    phrase, tokens = main.subject, sentence.tokens
    if tokens[phrase.first].lower not in ("a", "an") or phrase.last - phrase.first < 2:
        return None
    own = tokens[phrase.first + 1 : phrase.last]
    if any(t.tag in (Tag.PREPOSITION, Tag.COMMA, Tag.CONJUNCTION, Tag.TO) for t in own):
        return None
    lists, head = lexicon().lists, own[-1].lower
    known = head in lists["person_nouns"] | lists["anybody"] | lists["offices"] | lists["titles"]
    thing = head in lists["vehicles"] | lists["organisation_words"] | lists["company_nouns"] | lists["told_before"]
    return phrase if known or (head.endswith(_OF_PEOPLE) and not thing) else None


def _is_accused(sentence: SentenceReading, name: Name) -> bool:
    """Whether a sentence tells of somebody what is told of who stands before a court, and not of a victim."""
    lists = lexicon().lists
    for clause in sentence.clauses:
        if clause.subject is None:
            continue
        start, end = sentence.tokens[clause.subject.first].start, sentence.tokens[clause.subject.last - 1].end
        owns_up = clause.lemma in lists["pleading"] | lists["crimes"]
        does = clause.lemma in lists["in_court"] if clause.group.passive else owns_up
        if does and start <= name.start < end:
            return True
    return False


def _aged(sentence: SentenceReading) -> list[Name]:
    """The people of a sentence whose age stands behind their name ("Daniel Holm, 53,", "Ana Prado (41)")."""
    tokens = sentence.tokens
    found = []
    for name in (n for n in sentence.names if " " in n.text and n.kind in (EntityKind.PERSON, EntityKind.OTHER)):
        end = next((k for k, t in enumerate(tokens) if t.start >= name.end), len(tokens))
        aside = tokens[end : end + 3]
        digits = aside[1].text if len(aside) == 3 else ""
        if len(aside) == 3 and aside[0].text in ",(" and digits.isdigit() and 10 < int(digits) < _OLDEST:
            found.append(name)
    return found
