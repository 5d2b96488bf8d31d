"""How alike two mentions are: kind, doers, names, words, figures and times weighed together.

The weights were set on the seed articles, the story tests and the cross-document clusters of the MEANTIME corpus; a
name or word counts the more the fewer articles it stands in (inverse document frequency, Spärck Jones 1972).
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from math import log

from generator.events.apart import days_apart, forbids, kind_of, themes_fit
from generator.events.moments import CAUSES
from generator.events.sameness import (
    matter_words,
    named_words,
    same_day,
    same_deed,
    same_doer,
    same_figure,
    same_object,
    share_object,
    struck,
    target,
)
from generator.language.lexicon import lexicon
from generator.model import Mention, Precision, When

# What two mentions must reach to be joined.
JOINED = 1.0
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
# What two deeds of one article lack that share neither object nor theme.
_OTHER_VERB = 0.4
# What befell one thing, told twice in one article.
_ONE_CAUSE = 0.5
_RECENT = 45
# What an article opens with it tells in its first sentences, and again in the few that follow.
_OPENING = 3
# A name is rare that so many articles have.
_RARE = 3
# So many articles are of one story at most, or a tenth of a larger corpus.
_FEW = 8
# What two articles of one story share of the names of the one that has fewer, less where each tells of a disaster of
# one day; what one deed in them is worth, and more if it is of one day or befell one thing.
_STORY = 0.25
_STORY_OF_CAUSE = 0.12
_ONE_STORY = 0.3
_ONE_STORY_ONE_DAY = 0.25
_ONE_STORY_ONE_THING = 0.4


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a shared name or word tells: log(1 + articles / articles with it), in steps of a half.

    `telling` are the words that stand in so few articles that two remarks which share them are on one matter;
    `named` are the names of each article that not too many articles have, and `rare` those that hardly any has.
    """

    names: Mapping[str, float]
    words: Mapping[str, float]
    telling: frozenset[str] = frozenset()
    named: Mapping[str, frozenset[str]] = field(default_factory=dict)
    rare: frozenset[str] = frozenset()

    def one_story(self, a: str, b: str, share: float) -> bool:
        """Whether two articles seem to be on one story: two names in common, and enough of what they name."""
        left, right = self.named.get(a, frozenset()), self.named.get(b, frozenset())
        shared = len(left & right)
        return a == b or (shared > 1 and shared >= share * min(len(left), len(right)))

    def one_rare_name(self, a: str, b: str) -> bool:
        """Whether two articles share a name that hardly any other has."""
        return bool(self.named.get(a, frozenset()) & self.named.get(b, frozenset()) & self.rare)


def weights_of(mentions: Sequence[Mention], named: Mapping[str, frozenset[str]] | None = None) -> Weights:
    """The weights of all names and words of a corpus; `named` are all names of each article, if they are known."""
    articles = len({m.article for m in mentions}) or 1
    names = Counter(name for name, _ in {(e, m.article) for m in mentions for e in m.entities})
    words = Counter(word for word, _ in {(w, m.article) for m in mentions for w in m.words})
    few = articles / min(8.0, max(1.5, articles / 3))
    telling = frozenset(word for word, count in words.items() if count <= few)
    known = named if named is not None else _named(mentions)
    shared = Counter(name for own in known.values() for name in own)
    rare = frozenset(name for name, count in shared.items() if count <= _RARE)
    return Weights(_inverse(names, articles), _inverse(words, articles), telling, _telling(known, shared), rare)


def _telling(named: Mapping[str, frozenset[str]], articles: Mapping[str, int]) -> Mapping[str, frozenset[str]]:
    """The names of each article without those that so many articles have that they tell nothing of a story."""
    few = max(_FEW, len(named) / 10)
    common = {name for name, count in articles.items() if count > few}
    return {article: own - common for article, own in named.items()}


def _named(mentions: Sequence[Mention]) -> Mapping[str, frozenset[str]]:
    named: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        named[mention.article].update(mention.entities)
    return {article: frozenset(own) for article, own in named.items()}


def _inverse(counts: Counter[str], articles: int) -> dict[str, float]:
    # Steps keep a corpus that grows by one article from shifting every pair a little.
    return {key: round(2 * log(1 + articles / count)) / 2 for key, count in counts.items()}


def likeness(a: Mention, b: Mention, weights: Weights) -> float:
    """How surely two mentions report one event; at least JOINED is one. Zero where something forbids it."""
    gap = days_apart(a.when, b.when)
    left, right = kind_of(a), kind_of(b)
    if gap > _NEAR_MISS or forbids(a, b):
        return 0.0
    # Where both give a time, what is likely is what they give.
    aside = not (a.time and b.time) and days_apart(_likely(a), _likely(b)) > _NEAR_MISS
    if left == right == "statement":
        return 0.0 if aside else _remark(a, b, weights, gap)
    if "market" in (a.kind, b.kind):
        return 0.0 if aside else _move(a, b, gap)
    if _is_vaguely_alike(a, b, left == right == "other") or _is_of_nobody(a, b):
        return 0.0
    if _is_retold(a, b):
        return JOINED
    themes = a.theme is not None and b.theme is not None
    if (themes and not themes_fit(a, b)) or (aside and not (themes and a.trigger == b.trigger)):
        return 0.0
    score = _in_names(a, b, weights) + _in_words(a, b, weights) + _in_deed(a, b) + _figures(a, b) + _time(a, b, gap)
    score -= _OTHER_VERB if _goes_on_to_another(a, b) else 0.0
    score += _in_story(a, b, weights)
    return score - (_DOUBT if a.weak or b.weak else 0.0)


def _is_of_nobody(a: Mention, b: Mention) -> bool:
    """Whether one of two articles names nobody at all where the other does ("Two more plants will close")."""
    if a.article == b.article or bool(a.entities) == bool(b.entities) or a.kind in CAUSES:
        return False
    return len(matter_words(a.subject) & matter_words(b.subject)) < 2


def _is_vaguely_alike(a: Mention, b: Mention, other: bool) -> bool:
    """Whether two deeds of no known kind, or of which an article says little, differ: then names alone join nothing."""
    if same_deed(a, b) or a.by_noun or b.by_noun:
        return False
    weak = bool(a.weak or b.weak)
    return (weak or other) if a.article == b.article else (weak and other and not same_object(a, b))


def _goes_on_to_another(a: Mention, b: Mention) -> bool:
    """Whether the same people did two things: another verb with another object, or another object of the same verb.

    Of two articles only what was done to two things is compared, since each may put one deed into words of its own.
    """
    if a.by_noun or b.by_noun or same_object(a, b) or (a.theme is not None and a.theme == b.theme):
        return False
    others = _is_direct(a) and _is_direct(b) and not share_object(a, b)
    if a.article == b.article:
        return others or not same_deed(a, b)
    return others and not same_deed(a, b)


def _is_direct(mention: Mention) -> bool:
    """Whether something new was done something to: "the program" may take up what was told, "in Oslo" is no object."""
    words = (mention.object or "").split()
    taken_up = words[:1] == ["the"] and not any(word[0].isupper() for word in words)
    return bool(words) and not taken_up and words[0].lower() not in lexicon().lists["prepositions"]


def _in_names(a: Mention, b: Mention, weights: Weights) -> float:
    left, right = frozenset(a.entities), frozenset(b.entities)
    shared = left & right
    names = _shared(left, right, weights.names)
    heavy = min(1.0, sum(map(weights.names.__getitem__, shared)) / _ENOUGH)
    alike = names == 1.0 and len(shared) > 1 and same_day(a, b) and "other" not in (a.kind, b.kind)
    return 0.7 * names * heavy + 0.1 * min(3, max(0, len(shared) - 2)) + (_ONE_DAY if alike else 0.0)


def _in_words(a: Mention, b: Mention, weights: Weights) -> float:
    """The topic check: the words that two mentions share, those that few articles have above all."""
    words = _shared(a.words, b.words, weights.words)
    named = named_words(frozenset(a.entities)) & named_words(frozenset(b.entities))
    matter = (a.words & b.words) - named
    score = (
        0.6 * words + (0.3 if words > _SAME_WORDS and matter else 0.0) + 0.12 * min(4, len(matter & weights.telling))
    )
    parted = not same_deed(a, b) and not matter and not _akin(a.words - named, b.words - named)
    return score - (_PARTED if parted else 0.0)


def _in_deed(a: Mention, b: Mention) -> float:
    """What was done, by whom, and to whom."""
    score = 0.1 if a.kind == b.kind else 0.0
    score += 0.25 if same_deed(a, b) else 0.0
    score += 0.15 if same_doer(a, b) else 0.0
    score += 0.25 if same_object(a, b) else 0.0
    score += _ONE_CAUSE if _is_one_cause(a, b) else 0.0
    return score + (0.35 if a.theme and a.theme == b.theme else 0.0)


def _in_story(a: Mention, b: Mention, weights: Weights) -> float:
    """What it adds that two articles on one story tell one deed, each in words of its own."""
    causes, one_day = a.kind in CAUSES and b.kind in CAUSES, same_day(a, b)
    said = a.trigger in lexicon().lists["speech"]
    if said or not same_deed(a, b) or not (causes or one_day or _happens_once(a, b)):
        return 0.0
    at_once = causes and one_day
    known = at_once and weights.one_rare_name(a.article, b.article)
    if not known and not weights.one_story(a.article, b.article, _STORY_OF_CAUSE if at_once else _STORY):
        return 0.0
    others = _is_called_by_name(a) and _is_called_by_name(b) and a.doer != b.doer
    if (a.article == b.article and (not causes or not one_day)) or (causes and others):
        return 0.0
    one_thing = causes and bool(struck(a)) and struck(a) == struck(b)
    score = _ONE_STORY + (_ONE_STORY_ONE_DAY if causes and one_day else 0.0)
    return score + (_ONE_STORY_ONE_THING if one_thing else 0.0)


def _happens_once(a: Mention, b: Mention) -> bool:
    """Whether two reports, each with a time, are of what hardly befalls one person twice: a verdict, a resignation."""
    timed = a.own_time and b.own_time and a.kind == b.kind and a.kind in ("justice", "people", "death", "founding")
    whom = {a.doer, a.theme} & {b.doer, b.theme} - {None}
    return timed and bool(whom) and days_apart(a.when, b.when) == 0


def _is_called_by_name(mention: Mention) -> bool:
    """Whether what a mention is told of is a name ("the Doña Aurelia"), and no thing that may have one."""
    return bool(mention.doer) and (mention.subject or "").split()[-1][:1].isupper()


def _is_one_cause(a: Mention, b: Mention) -> bool:
    """Whether an article tells twice of what befell one thing: "a small jet crashed", then "the twin jet went down"."""
    told = a.article == b.article and a.kind == b.kind and a.kind in CAUSES and same_deed(a, b)
    return told and struck(a) == struck(b) and (a.subject == b.subject or a.definite != b.definite)


def _is_retold(a: Mention, b: Mention) -> bool:
    """Whether an article tells at once, with the day, what it opens with: "ambushed a patrol", "the patrol was hit"."""
    first, later = sorted((a, b), key=lambda m: m.position)
    near = a.article == b.article and first.position < _OPENING and 0 < later.position - first.position <= _OPENING
    if not near or first.time is not None or not (later.own_time and later.definite):
        return False
    thing = struck(later)
    return a.kind in CAUSES and b.kind in CAUSES and bool(thing) and thing in (struck(first), target(first))


def _likely(mention: Mention) -> When:
    """When a mention's event may be looked for: news without a date is mostly of the weeks before its publication."""
    latest = mention.when.latest
    if mention.time is None and mention.when.earliest is None and latest:
        return _weeks_before(latest)
    return mention.when


@cache
def _weeks_before(latest: date) -> When:
    return When(date.fromordinal(max(1, latest.toordinal() - _RECENT)), latest, Precision.RANGE)


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


def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:5] for word in words if len(word) > 4)


def _akin(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether a word of each begins alike ("elect", "election")."""
    return bool(_stems(left) & _stems(right))


def _figures(a: Mention, b: Mention) -> float:
    return 0.35 if same_figure(a, b) else 0.0


def _time(a: Mention, b: Mention, gap: int) -> float:
    if gap:
        return -0.3 - 0.02 * gap
    if a.time and b.time and a.when.precision is Precision.DAY and b.when.precision is Precision.DAY:
        return 0.3
    return 0.1 if a.time and b.time else 0.0


def _remark(a: Mention, b: Mention, weights: Weights, gap: int) -> float:
    """One remark is by one speaker, on one matter, and on one day where both give it."""
    if gap or not same_doer(a, b):
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
    if gap or not same_doer(a, b):
        return 0.0
    figures = _figures(a, b)
    if a.kind != b.kind and not figures and not same_deed(a, b):
        return 0.0
    if not (a.time or b.time or figures):
        return 0.0
    measured = bool(_measures(a) and _measures(b))
    if measured and not figures and not (a.time and b.time and a.when == b.when):
        return 0.0
    return 0.8 + figures + (0.3 if same_deed(a, b) else 0.0) + (0.2 if a.time and b.time else 0.0)
