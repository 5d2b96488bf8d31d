"""What a verb group is: its tokens, its lemma, its tense, voice and mood."""

from dataclasses import dataclass
from enum import StrEnum

# Words that may open a clause as well as stand before a noun.
CLAUSE_OPENERS = frozenset(["before", "after", "since", "until", "as", "because", "than"])

# Forms of auxiliaries that are of many.
PLURAL_VERBS = frozenset(["were", "are", "have"])


class Form(StrEnum):
    """The tense or mood of a verb group."""

    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    PRESENT = "present"
    PROGRESSIVE = "progressive"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    PROGRESSIVE_BARE = "-ing"


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group: tokens from `first` up to `last`, the main verb at `verb`.

    `inverted` tells a verb of speech whose subject follows it ("…," said Kass).
    """

    first: int
    last: int
    verb: int
    lemma: str
    form: Form
    passive: bool = False
    negated: bool = False
    inverted: bool = False
