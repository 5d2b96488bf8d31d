"""What keeps two mentions apart, however alike they are: kinds, plans beside deeds, hours, ordinals, contents."""

import re
from functools import cache, lru_cache

from generator.events.sameness import matter_words, same_deed, same_figure
from generator.language.lexicon import lexicon
from generator.model import Mention, Modality, Precision, When

_ANNOUNCES = re.compile(r"that (?:it|they|he|she) (?:will|is to|are to|has agreed to|have agreed to)\b")
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|final)\b")
_CLOCK = re.compile(r"T(\d\d):\d\d")
# Hours over which reports of one deed are not at odds.
_HOURS_APART = 2
# Kinds of what somebody does to nobody else: cuts jobs, reports a profit, closes a plant.
_OF_ITSELF = ("jobs", "results", "halt", "people")
# Kinds of which one happening may be told as any.
_FAMILIES = (
    frozenset({"launch", "deal", "founding", "building", "meeting", "policy", "other"}),
    frozenset({"conflict", "disaster", "death", "protest", "justice", "health", "other"}),
    frozenset({"people", "justice", "policy", "other"}),
    frozenset({"halt", "building", "launch", "disaster", "other"}),
    frozenset({"market", "milestone", "results", "other"}),
    frozenset({"sport", "milestone", "people", "other"}),
    frozenset({"jobs", "halt", "deal", "other"}),
    frozenset({"science", "launch", "building", "other"}),
    frozenset({"labour", "protest", "halt", "other"}),
    frozenset({"policy", "halt"}),
)


def forbids(a: Mention, b: Mention) -> bool:
    """Whether kinds, modalities or the words themselves keep two mentions from being of one happening."""
    return not _kinds_fit(kind_of(a), kind_of(b)) or not _modalities_fit(a, b) or _tells_apart(a, b)


def _tells_apart(a: Mention, b: Mention) -> bool:
    """Whether the words of two mentions themselves say that they are of two happenings."""
    if _returned(a, b) or (_ordinals(a) and _ordinals(b) and _ordinals(a) != _ordinals(b)):
        return True
    if _other_content(a, b) or _other_house(a, b):
        return True
    if _whose_kin(a) != _whose_kin(b):
        return True  # "Costa's mother died", "Costa died"
    if _at_other_hours(a, b) and not same_deed(a, b):
        return True
    if _is_set_apart(a, b) or _is_set_apart(b, a) or _at_other_times(a, b):
        return True
    # One sentence with two verbs tells two things.
    return a.article == b.article and a.start == b.start and a.trigger != b.trigger and not (a.by_noun or b.by_noun)


def _returned(a: Mention, b: Mention) -> bool:
    """Whether one did to another what that did to it: "Apex sued Borea", "Borea sued Apex"."""
    turned = a.doer is not None and a.theme is not None and a.doer == b.theme and a.theme == b.doer
    return turned and a.trigger == b.trigger and a.doer != a.theme


def _whose_kin(mention: Mention) -> str | None:
    """Who of somebody's family or house did it ("mother" of "Costa's mother"); None if nobody of such."""
    words = (mention.subject or "").split()
    owned = len(words) > 1 and words[-2].endswith(("’s", "'s", "’", "'"))
    return words[-1] if owned and words[-1] in lexicon().lists["kin"] else None


def _ordinals(mention: Mention) -> list[str]:
    """The numbers by which one of several is told: the first round, the third quarter."""
    return _ordinals_in(mention.object) if mention.object else []


@lru_cache(maxsize=10_000)
def _ordinals_in(words: str) -> list[str]:
    return _ORDINAL.findall(words.lower())


def _other_content(a: Mention, b: Mention) -> bool:
    """Whether two announcements are of different things: what is announced has hardly a word in common."""
    if a.trigger != b.trigger or a.trigger not in lexicon().lists["speech"] or same_figure(a, b):
        return False
    within = a.article == b.article
    clauses = any((m.object or "").startswith("that ") for m in (a, b))
    if not (clauses or within) or (not within and (a.theme or b.theme)):
        return False
    left, right = _announced(a), _announced(b)
    return len(left & right) < min(2, len(left), len(right))


def _announced(mention: Mention) -> frozenset[str]:
    """What an announcement is of, in words: what follows its verb, in the passive what stands before it."""
    if mention.passive:
        return matter_words(mention.subject)
    return matter_words(mention.object) if mention.object else mention.words - matter_words(mention.subject)


def _other_house(a: Mention, b: Mention) -> bool:
    """Whether two houses each did it to themselves, neither named where the other is: "Ford cuts", "GM cuts"."""
    alike = a.kind == b.kind and a.kind in _OF_ITSELF
    told = a.article == b.article and a.trigger == b.trigger
    if not (alike or told) or a.passive or b.passive or not (a.doer and b.doer):
        return False
    if told and a.doer != b.doer:
        return True
    return a.doer not in b.entities and b.doer not in a.entities


def _at_other_hours(a: Mention, b: Mention) -> bool:
    """Whether each was at a time of day of its own: "at 9:40 a.m.", "at 23:30"."""
    hours = [int(found[1]) for m in (a, b) if m.time and (found := _CLOCK.search(m.time.timex3))]
    return len(hours) == 2 and abs(hours[0] - hours[1]) >= _HOURS_APART


def _is_set_apart(early: Mention, late: Mention) -> bool:
    """Whether an article tells one as of "earlier this year" beside the day of the other."""
    if early.article != late.article or not (early.own_time and late.own_time and early.time and late.time):
        return False
    words = early.time.expression.text.lower()
    return words.startswith("earlier ") and late.when.precision is Precision.DAY and "day" not in words


def _at_other_times(a: Mention, b: Mention) -> bool:
    """Whether an article tells of two deeds, each with a time in words of its own ("murdered last October")."""
    if a.article != b.article or not (a.own_time and b.own_time and a.time and b.time) or a.by_noun or b.by_noun:
        return False
    return a.time.expression.text != b.time.expression.text and not same_deed(a, b)


def days_apart(x: When, y: When) -> int:
    """The days by which two times miss each other; 0 where some day fits both or one is not known."""
    if x.latest and y.earliest and x.latest < y.earliest:
        return (y.earliest - x.latest).days
    if y.latest and x.earliest and y.latest < x.earliest:
        return (x.earliest - y.latest).days
    return 0


def kind_of(mention: Mention) -> str:
    """The kind as which a mention is compared: who says that it will buy another announces a deal."""
    announces = mention.kind == "statement" and _ANNOUNCES.match(mention.object or "")
    return "launch" if announces else mention.kind


@cache
def _kinds_fit(a: str, b: str) -> bool:
    if a == b:
        return True
    if "statement" in (a, b):
        return False
    return any(a in family and b in family for family in _FAMILIES)


def _modalities_fit(a: Mention, b: Mention) -> bool:
    """A plan and its deed are two events; a claim and a report of one happening may be one."""
    done = (Modality.HAPPENED, Modality.CLAIMED)
    return (a.modality in done) == (b.modality in done)


def themes_fit(a: Mention, b: Mention) -> bool:
    """Whether two clauses may be of one thing: the same, or each names both ("beat Essen", "won the cup")."""
    return a.theme == b.theme or (a.theme in b.entities and b.theme in a.entities)
