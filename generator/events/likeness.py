"""How alike two mentions are: kind, doers, names, words, figures and times weighed together.

The weights were set on the seed articles, the story tests and the cross-document clusters of the MEANTIME corpus; a
name or word counts the more the fewer articles it stands in (inverse document frequency, Spärck Jones 1972).
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from math import log

from generator.events.admission import CAUSES
from generator.events.agreement import head_of
from generator.events.descriptions import thing
from generator.language.figures import stated_value
from generator.language.lexicon import content_lemma, lexicon, noun_base
from generator.model import Mention, Modality, Precision, When

# What two mentions must reach to be joined.
JOINED = 1.0
_WORD = re.compile(r"[a-z][a-z0-9-]{2,}")
_ANNOUNCES = re.compile(r"that (?:it|they|he|she) (?:will|is to|are to|has agreed to|have agreed to)\b")
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|final)\b")
_CLOCK = re.compile(r"T(\d\d):\d\d")
# Hours over which reports of one deed are not at odds.
_HOURS_APART = 2
# Words that tie others together and are on no matter.
_TIES = ("determiners", "prepositions", "conjunctions", "subordinators", "pronouns", "modals", "have", "be", "do")
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
)
# The weight of names that two mentions must share for their share to count in full.
_ENOUGH = 2.5
# Days by which two times may miss each other and still be one, on strong evidence otherwise.
_NEAR_MISS = 14
# What a passing mention must be more like an event than others to join it.
_SAME_WORDS = 0.75
_DOUBT = 0.2
# What two deeds that share nothing but their parties lack; what one day and all names in common are worth.
_PARTED = 0.2
_ONE_DAY = 0.25
# Kinds of what somebody does to nobody else: cuts jobs, reports a profit, closes a plant.
_OF_ITSELF = ("jobs", "results", "halt", "people")
# What two deeds of one article lack that share neither object nor theme.
_OTHER_VERB = 0.4
# What befell one thing, told twice in one article.
_ONE_CAUSE = 0.5
_RECENT = 45


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a shared name or word tells: log(1 + articles / articles with it), in steps of a half.

    `telling` are the words that stand in so few articles that two remarks which share them are on one matter.
    """

    names: Mapping[str, float]
    words: Mapping[str, float]
    telling: frozenset[str] = frozenset()


def weights_of(mentions: Sequence[Mention]) -> Weights:
    """The weights of all names and words of a corpus."""
    articles = len({m.article for m in mentions}) or 1
    names = Counter(name for name, _ in {(e, m.article) for m in mentions for e in m.entities})
    words = Counter(word for word, _ in {(w, m.article) for m in mentions for w in m.words})
    few = articles / min(8.0, max(1.5, articles / 3))
    telling = frozenset(word for word, count in words.items() if count <= few)
    return Weights(_inverse(names, articles), _inverse(words, articles), telling)


def _inverse(counts: Counter[str], articles: int) -> dict[str, float]:
    # Steps keep a corpus that grows by one article from shifting every pair a little.
    return {key: round(2 * log(1 + articles / count)) / 2 for key, count in counts.items()}


def likeness(a: Mention, b: Mention, weights: Weights) -> float:
    """How surely two mentions report one event; at least JOINED is one. Zero where something forbids it."""
    gap = days_apart(a.when, b.when)
    left, right = _kind_of(a), _kind_of(b)
    if gap > _NEAR_MISS or not _kinds_fit(left, right) or not _modalities_fit(a, b) or _tells_apart(a, b):
        return 0.0
    # Where both give a time, what is likely is what they give.
    aside = not (a.time and b.time) and days_apart(_likely(a), _likely(b)) > _NEAR_MISS
    if left == right == "statement":
        return 0.0 if aside else _remark(a, b, weights, gap)
    if "market" in (a.kind, b.kind):
        return 0.0 if aside else _move(a, b, gap)
    if _is_vaguely_alike(a, b, left == right == "other") or _is_of_nobody(a, b):
        return 0.0
    themes = a.theme is not None and b.theme is not None
    if (themes and not _themes_fit(a, b)) or (aside and not (themes and a.trigger == b.trigger)):
        return 0.0
    score = _in_names(a, b, weights) + _in_words(a, b, weights) + _in_deed(a, b) + _figures(a, b) + _time(a, b, gap)
    score -= _OTHER_VERB if _goes_on_to_another(a, b) else 0.0
    return score - (_DOUBT if a.weak or b.weak else 0.0)


def _is_of_nobody(a: Mention, b: Mention) -> bool:
    """Whether one of two articles names nobody at all where the other does ("Two more plants will close")."""
    if a.article == b.article or bool(a.entities) == bool(b.entities) or a.kind in CAUSES:
        return False
    return len(_content_words(a.subject) & _content_words(b.subject)) < 2


def _is_vaguely_alike(a: Mention, b: Mention, other: bool) -> bool:
    """Whether two deeds of no known kind, or of which an article says little, differ: then names alone join nothing."""
    if _same_deed(a, b) or a.by_noun or b.by_noun:
        return False
    weak = bool(a.weak or b.weak)
    return (weak or other) if a.article == b.article else (weak and other and not _same_object(a, b))


def _goes_on_to_another(a: Mention, b: Mention) -> bool:
    """Whether the same people did two things: another verb with another object, or another object of the same verb.

    Of two articles only what was done to two things is compared, since each may put one deed into words of its own.
    """
    if a.by_noun or b.by_noun or _same_object(a, b) or (a.theme is not None and a.theme == b.theme):
        return False
    others = _is_direct(a) and _is_direct(b) and not _share_object(a, b)
    if a.article == b.article:
        return others or not _same_deed(a, b)
    return others and not _same_deed(a, b)


def _is_direct(mention: Mention) -> bool:
    """Whether something new was done something to: "the program" may take up what was told, "in Oslo" is no object."""
    words = (mention.object or "").split()
    taken_up = words[:1] == ["the"] and not any(word[0].isupper() for word in words)
    return bool(words) and not taken_up and words[0].lower() not in lexicon().lists["prepositions"]


def _share_object(a: Mention, b: Mention) -> bool:
    return bool(_content_words(a.object) & _content_words(b.object)) or bool(_figures(a, b))


def _in_names(a: Mention, b: Mention, weights: Weights) -> float:
    left, right = frozenset(a.entities), frozenset(b.entities)
    shared = left & right
    names = _shared(left, right, weights.names)
    heavy = min(1.0, sum(map(weights.names.__getitem__, shared)) / _ENOUGH)
    alike = names == 1.0 and len(shared) > 1 and _same_day(a, b) and "other" not in (a.kind, b.kind)
    return 0.7 * names * heavy + 0.1 * min(3, max(0, len(shared) - 2)) + (_ONE_DAY if alike else 0.0)


def _in_words(a: Mention, b: Mention, weights: Weights) -> float:
    """The topic check: the words that two mentions share, those that few articles have above all."""
    words = _shared(a.words, b.words, weights.words)
    named = _named_words(frozenset(a.entities)) & _named_words(frozenset(b.entities))
    matter = (a.words & b.words) - named
    score = (
        0.6 * words + (0.3 if words > _SAME_WORDS and matter else 0.0) + 0.12 * min(4, len(matter & weights.telling))
    )
    parted = not _same_deed(a, b) and not matter and not _akin(a.words - named, b.words - named)
    return score - (_PARTED if parted else 0.0)


@lru_cache(maxsize=10_000)
def _named_words(names: frozenset[str]) -> frozenset[str]:
    """The words of names, as a mention has them among its words ("jobs" as "job")."""
    return frozenset(form for name in names for word in name.split("-") for form in (word, content_lemma(word)))


def _in_deed(a: Mention, b: Mention) -> float:
    """What was done, by whom, and to whom."""
    score = 0.1 if a.kind == b.kind else 0.0
    score += 0.25 if _same_deed(a, b) else 0.0
    score += 0.15 if _same_doer(a, b) else 0.0
    score += 0.25 if _same_object(a, b) else 0.0
    score += _ONE_CAUSE if _is_one_cause(a, b) else 0.0
    return score + (0.35 if a.theme and a.theme == b.theme else 0.0)


def _is_one_cause(a: Mention, b: Mention) -> bool:
    """Whether an article tells twice of what befell one thing: "a small jet crashed", then "the twin jet went down"."""
    told = a.article == b.article and a.kind == b.kind and a.kind in CAUSES and _same_deed(a, b)
    return told and struck(a) == struck(b) and (a.subject == b.subject or a.definite != b.definite)


def struck(mention: Mention) -> str:
    """The noun of what a mention is told of, the same for all that news calls one thing ("jet", "plane")."""
    words = head_of(mention.subject or "").lower().split()
    return thing(noun_base(words[-1])) if words else ""


def _tells_apart(a: Mention, b: Mention) -> bool:
    """Whether the words of two mentions themselves say that they are of two happenings."""
    if _returned(a, b) or (_ordinals(a) and _ordinals(b) and _ordinals(a) != _ordinals(b)):
        return True
    if _other_content(a, b) or _other_house(a, b):
        return True
    if _at_other_hours(a, b) and not _same_deed(a, b):
        return True
    if _is_set_apart(a, b) or _is_set_apart(b, a) or _at_other_times(a, b):
        return True
    # One sentence with two verbs tells two things.
    return a.article == b.article and a.start == b.start and a.trigger != b.trigger and not (a.by_noun or b.by_noun)


def _at_other_times(a: Mention, b: Mention) -> bool:
    """Whether an article tells of two deeds, each with a time in words of its own ("murdered last October")."""
    if a.article != b.article or not (a.own_time and b.own_time and a.time and b.time) or a.by_noun or b.by_noun:
        return False
    return a.time.expression.text != b.time.expression.text and not _same_deed(a, b)


def _is_set_apart(early: Mention, late: Mention) -> bool:
    """Whether an article tells one as of "earlier this year" beside the day of the other."""
    if early.article != late.article or not (early.own_time and late.own_time and early.time and late.time):
        return False
    words = early.time.expression.text.lower()
    return words.startswith("earlier ") and late.when.precision is Precision.DAY and "day" not in words


def _at_other_hours(a: Mention, b: Mention) -> bool:
    """Whether each was at a time of day of its own: "at 9:40 a.m.", "at 23:30"."""
    hours = [int(found[1]) for m in (a, b) if m.time and (found := _CLOCK.search(m.time.timex3))]
    return len(hours) == 2 and abs(hours[0] - hours[1]) >= _HOURS_APART


def _other_house(a: Mention, b: Mention) -> bool:
    """Whether two houses each did it to themselves, neither named where the other is: "Ford cuts", "GM cuts"."""
    alike = a.kind == b.kind and a.kind in _OF_ITSELF
    told = a.article == b.article and a.trigger == b.trigger
    if not (alike or told) or a.passive or b.passive or not (a.doer and b.doer):
        return False
    if told and a.doer != b.doer:
        return True
    return a.doer not in b.entities and b.doer not in a.entities


def _other_content(a: Mention, b: Mention) -> bool:
    """Whether two announcements are of different things: what is announced has hardly a word in common."""
    if a.trigger != b.trigger or a.trigger not in lexicon().lists["speech"] or _figures(a, b):
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
        return _content_words(mention.subject)
    return _content_words(mention.object) if mention.object else mention.words - _content_words(mention.subject)


def _returned(a: Mention, b: Mention) -> bool:
    """Whether one did to another what that did to it: "Apex sued Borea", "Borea sued Apex"."""
    turned = a.doer is not None and a.theme is not None and a.doer == b.theme and a.theme == b.doer
    return turned and a.trigger == b.trigger and a.doer != a.theme


def _themes_fit(a: Mention, b: Mention) -> bool:
    """Whether two clauses may be of one thing: the same, or each names both ("beat Essen", "won the cup")."""
    return a.theme == b.theme or (a.theme in b.entities and b.theme in a.entities)


def _kind_of(mention: Mention) -> str:
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


def _likely(mention: Mention) -> When:
    """When a mention's event may be looked for: news without a date is mostly of the weeks before its publication."""
    latest = mention.when.latest
    if mention.time is None and mention.when.earliest is None and latest:
        return _weeks_before(latest)
    return mention.when


@cache
def _weeks_before(latest: date) -> When:
    return When(date.fromordinal(max(1, latest.toordinal() - _RECENT)), latest, Precision.RANGE)


def days_apart(x: When, y: When) -> int:
    """The days by which two times miss each other; 0 where some day fits both or one is not known."""
    if x.latest and y.earliest and x.latest < y.earliest:
        return (y.earliest - x.latest).days
    if y.latest and x.earliest and y.latest < x.earliest:
        return (x.earliest - y.latest).days
    return 0


def _same_doer(a: Mention, b: Mention) -> bool:
    if a.subject and b.subject and a.subject.lower() == b.subject.lower():
        return True
    # "Dock workers in Hamburg", "some 3,000 dock workers".
    if len(_content_words(head_of(a.subject or "")) & _content_words(head_of(b.subject or ""))) > 1 and not (
        a.doer and b.doer
    ):
        return True
    return bool(a.doer) and a.doer == b.doer


def _shared(left: frozenset[str], right: frozenset[str], weights: Mapping[str, float]) -> float:
    """The weight of what both have, as a share of the lighter one's (overlap coefficient).

    The weights are halves, whose sums are exact in any order.
    """
    shared = left & right
    if not shared:
        return 0.0
    weight = weights.__getitem__
    lighter = min(sum(map(weight, left)), sum(map(weight, right)))
    return sum(map(weight, shared)) / lighter if lighter else 0.0


def _ordinals(mention: Mention) -> list[str]:
    """The numbers by which one of several is told: the first round, the third quarter."""
    return _ordinals_in(mention.object) if mention.object else []


@lru_cache(maxsize=10_000)
def _ordinals_in(words: str) -> list[str]:
    return _ORDINAL.findall(words.lower())


def _same_deed(a: Mention, b: Mention) -> bool:
    """Whether two words report one deed: the same, or of one kind and sense ("walk off the job", "go on strike")."""
    deeds = lexicon().deeds
    alike = deeds.get(a.trigger, a.trigger) == deeds.get(b.trigger, b.trigger)
    return a.trigger == b.trigger or (a.kind == b.kind and alike)


def _same_object(a: Mention, b: Mention) -> bool:
    """Whether what two clauses say of their subjects is mostly in the same words."""
    if not _same_deed(a, b) and _to_do(a) != _to_do(b):
        return False
    named = _named_words(frozenset(a.entities)) & _named_words(frozenset(b.entities))
    left, right = _content_words(a.object), _content_words(b.object)
    if not _same_deed(a, b) and not (left & right) - named:
        return False
    return len(left & right) >= 2 and 2 * len(left & right) >= min(len(left), len(right))


def _to_do(mention: Mention) -> bool:
    """Whether it is told of a further deed: "decided to take the case to court"."""
    return (mention.object or "").startswith("to ")


def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:5] for word in words if len(word) > 4)


def _akin(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether a word of each begins alike ("elect", "election")."""
    return bool(_stems(left) & _stems(right))


@lru_cache(maxsize=10_000)
def _content_words(words: str | None) -> frozenset[str]:
    found = _WORD.findall((words or "").lower())
    return frozenset(content_lemma(word) for word in found if not any(word in lexicon().lists[tie] for tie in _TIES))


def _figures(a: Mention, b: Mention) -> float:
    if not a.figures or not b.figures:
        return 0.0
    equal = any(f.unit == g.unit and stated_value(f) == stated_value(g) for f in a.figures for g in b.figures)
    return 0.35 if equal else 0.0


def _time(a: Mention, b: Mention, gap: int) -> float:
    if gap:
        return -0.3 - 0.02 * gap
    if a.time and b.time and a.when.precision is Precision.DAY and b.when.precision is Precision.DAY:
        return 0.3
    return 0.1 if a.time and b.time else 0.0


def _remark(a: Mention, b: Mention, weights: Weights, gap: int) -> float:
    """One remark is by one speaker, on one matter, and on one day where both give it."""
    if gap or not _same_doer(a, b):
        return 0.0
    same_day = bool(a.time and b.time) and a.when == b.when and a.when.precision is Precision.DAY
    offices = lexicon().lists["offices"] | lexicon().lists["titles"]
    own = {word.lower() for m in (a, b) for word in (m.subject or "").replace("’", " ").split()}
    matter = (a.words & b.words & weights.telling) - own - offices
    return 0.4 + 0.3 * min(3, len(matter)) + (0.3 if same_day else 0.0)


def _measures(mention: Mention) -> list[str]:
    return [f.text for f in mention.figures if f.kind == "percent"]


def _move(a: Mention, b: Mention, gap: int) -> float:
    """One move of a market is of one share or index, on one day."""
    if gap or not _same_doer(a, b):
        return 0.0
    figures = _figures(a, b)
    if a.kind != b.kind and not figures and not _same_deed(a, b):
        return 0.0
    if not (a.time or b.time or figures):
        return 0.0
    measured = bool(_measures(a) and _measures(b))
    if measured and not figures and not (a.time and b.time and a.when == b.when):
        return 0.0
    return 0.8 + figures + (0.3 if _same_deed(a, b) else 0.0) + (0.2 if a.time and b.time else 0.0)


def _same_day(a: Mention, b: Mention) -> bool:
    return bool(a.time and b.time) and a.when == b.when and a.when.precision is Precision.DAY
