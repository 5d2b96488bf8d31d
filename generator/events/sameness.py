"""What is the same in two mentions: the deed, who did it, what it was done to, the day, a figure."""

import re
from functools import lru_cache

from generator.events.agreement import head_of
from generator.events.descriptions import thing
from generator.language.figures import stated_value
from generator.language.lexicon import content_lemma, lexicon, noun_base
from generator.model import Mention, Precision

# Kinds of which a word of one may report what another does: a bombing is an explosion, what is suspended is halted.
_OF_CAUSES = frozenset(["conflict", "disaster"])
_OF_HALTS = frozenset(["halt", "policy"])
_WORD = re.compile(r"[a-z][a-z0-9-]{2,}")
# Words that tie others together and are on no matter.
_TIES = ("determiners", "prepositions", "conjunctions", "subordinators", "pronouns", "modals", "have", "be", "do")


def same_deed(a: Mention, b: Mention) -> bool:
    """Whether two words report one deed: the same, or of one kind and sense ("walk off the job", "go on strike")."""
    deeds = lexicon().deeds
    alike = deeds.get(a.trigger, frozenset()) & deeds.get(b.trigger, frozenset())
    kinds = {a.kind, b.kind}
    akin = len(kinds) == 1 or kinds <= _OF_CAUSES or kinds <= _OF_HALTS
    return a.trigger == b.trigger or (akin and bool(alike))


def same_doer(a: Mention, b: Mention) -> bool:
    """Whether both are told of one: the same words, two words of its noun where no name is known, or one name."""
    if a.subject and b.subject and a.subject.lower() == b.subject.lower():
        return True
    # "Dock workers in Hamburg", "some 3,000 dock workers".
    if len(matter_words(head_of(a.subject or "")) & matter_words(head_of(b.subject or ""))) > 1 and not (
        a.doer and b.doer
    ):
        return True
    return bool(a.doer) and a.doer == b.doer


def same_object(a: Mention, b: Mention) -> bool:
    """Whether what two clauses say of their subjects is mostly in the same words."""
    if not same_deed(a, b) and _to_do(a) != _to_do(b):
        return False
    named = named_words(frozenset(a.entities)) & named_words(frozenset(b.entities))
    left, right = matter_words(a.object), matter_words(b.object)
    if not same_deed(a, b) and not (left & right) - named:
        return False
    return len(left & right) >= 2 and 2 * len(left & right) >= min(len(left), len(right))


def _to_do(mention: Mention) -> bool:
    """Whether it is told of a further deed: "decided to take the case to court"."""
    return (mention.object or "").startswith("to ")


def share_object(a: Mention, b: Mention) -> bool:
    """Whether what was done something to has a word or a figure in common."""
    return bool(matter_words(a.object) & matter_words(b.object)) or same_figure(a, b)


def same_day(a: Mention, b: Mention) -> bool:
    """Whether both give a time, and the same day."""
    return bool(a.time and b.time) and a.when == b.when and a.when.precision is Precision.DAY


def same_figure(a: Mention, b: Mention) -> bool:
    """Whether some figure of each is of one unit and value."""
    return any(f.unit == g.unit and stated_value(f) == stated_value(g) for f in a.figures for g in b.figures)


def struck(mention: Mention) -> str:
    """The noun of what a mention is told of, the same for all that news calls one thing ("jet", "plane")."""
    return _thing(mention.subject)


def target(mention: Mention) -> str:
    """The noun of what a mention says that something was done to ("ambushed a | patrol")."""
    return _thing(mention.object)


def _thing(words: str | None) -> str:
    parts = head_of(words or "").lower().split()
    return thing(noun_base(parts[-1])) if parts else ""


@lru_cache(maxsize=10_000)
def named_words(names: frozenset[str]) -> frozenset[str]:
    """The words of names, as a mention has them among its words ("jobs" as "job")."""
    return frozenset(form for name in names for word in name.split("-") for form in (word, content_lemma(word)))


@lru_cache(maxsize=10_000)
def matter_words(words: str | None) -> frozenset[str]:
    """The words that are on some matter, in their base forms, without those that only tie others together."""
    found = _WORD.findall((words or "").lower())
    return frozenset(content_lemma(word) for word in found if not any(word in lexicon().lists[tie] for tie in _TIES))
