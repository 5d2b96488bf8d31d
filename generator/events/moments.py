"""Whether a clause tells what came to pass, rather than how things stand, went on for years, or add up."""

import re

from generator.events.happenings import Happening
from generator.events.phrases import is_bare
from generator.language.clauses import Clause
from generator.language.forms import Form
from generator.language.lexicon import lexicon
from generator.language.reading import SentenceReading
from generator.language.tokens import Tag

OF_MANY = "no date, and said of many"
# Kinds of which there need be no doer.
CAUSES = ("disaster", "conflict", "protest", "health")
_SPANS = (Tag.TIME, Tag.NUMBER)
_BEST = re.compile(r"the (?:most [a-z]+|[a-z]+est) (?:[a-z-]+ ){1,5}(?:in the world|ever|in history)\b")
_OPINIONS = lexicon().lists["speech"] | {"mourn", "celebrate"}


def why_no_moment(sentence: SentenceReading, happening: Happening, clause: Clause) -> str | None:
    """Why a clause tells how things stand rather than what came to pass."""
    if is_bare(sentence, clause) and clause.lemma in lexicon().lists["opining"]:
        return "does not say to what"
    if clause.form is Form.PERFECT and happening.kind.name not in CAUSES:
        if _since(sentence, clause):
            return "sums up what went on since then"
        if _sums_up(sentence, clause):
            return "sums up how things stand"
    if clause.lemma == "be" and _stands_for(sentence, clause):
        return "sums up how things stand"
    if clause.group.passive and _by_some(sentence, clause):
        return OF_MANY
    if _for_years(sentence, clause) or _in_an_age(sentence, clause):
        return "went on for years"
    return "describes a product" if _comes_in_versions(sentence, clause) else None


def _by_some(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether it was done by nobody in particular ("was mourned by various members")."""
    own = [t.lower for t in sentence.tokens[clause.group.last : clause.group.last + 2]]
    some = lexicon().lists["generic_subjects"] | {"various", "numerous"}
    return own[:1] == ["by"] and own[1:] != [] and own[1] in some - {"one", "all"} and clause.lemma in _OPINIONS


def _stands_for(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether a clause tells what a longer time has come to ("was up 0.7% for the year")."""
    own = sentence.tokens[clause.group.last : clause.last]
    return any(own[i - 1].lower == "for" and own[i].lower.startswith("the ") for i in range(1, len(own)))


def _for_years(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether a clause tells what took many years ("was built up over the last several years")."""
    own = sentence.tokens[clause.group.last : clause.last]
    vague = {"several", "many", "few"}
    spans = (i for i, t in enumerate(own) if t.tag in _SPANS and t.lower.endswith(("years", "decades", "centuries")))
    lasts = clause.lemma in lexicon().lists["lasting_acts"]
    first = min(clause.first, clause.subject.first) if clause.subject else clause.first
    around = " ".join(t.lower for t in sentence.tokens[max(0, first - 4) : clause.last])
    if "for a time" in around or "for a while" in around:
        return True  # "When, for a time, Darva outlawed the death penalty"
    if clause.lemma == "spend" and own and (own[0].tag is Tag.TIME or own[-1].lower == "time"):
        return True  # "Spent the next five decades in Congress"
    return any(
        (i and own[i - 1].lower in ("over", "during", "throughout", "through") and vague & set(own[i].lower.split()))
        or (i and lasts and own[i - 1].lower == "for")
        for i in spans
    )


def _in_an_age(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether a clause tells what is of an age ("was built during the Soviet era")."""
    own = [t.lower for t in sentence.tokens[clause.group.last : clause.last]]
    return any(
        own[k] in ("during", "in")
        and own[k + 1 : k + 2] != ["age"]
        and {"era", "age", "epoch"} & set(own[k + 1 : k + 5])
        for k in range(len(own))
    )


def _sums_up(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether a clause tells the state of a count that runs on, or an opinion of what was done in all.

    "Has so far received more orders", "has built the most valuable company in the world".
    """
    words = " ".join(t.lower for t in sentence.tokens[max(0, clause.first - 3) : clause.last])
    after = " ".join(t.lower for t in sentence.tokens[clause.group.last : clause.last])
    return bool(_BEST.match(after)) or any(tally in words for tally in ("thus far", "so far", "as of"))


def _comes_in_versions(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether a clause tells in how many versions something comes ("will be sold in two versions")."""
    own = sentence.tokens[clause.group.last : clause.last]
    return any(
        own[k].lower == "in"
        and own[k + 1].lower in lexicon().lists["several"] | {"different", "various"}
        and own[k + 2].lower in lexicon().lists["variants"]
        for k in range(len(own) - 2)
    )


def _since(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether a clause says since when ("has raised rates by 350 points since July")."""
    own = sentence.tokens[clause.first : clause.last]
    times = [i for i, token in enumerate(own) if token.tag is Tag.TIME]
    # "Has held elections since the return to multi-party rule in 1992."
    nouns = (Tag.DETERMINER, Tag.NOUN, Tag.PROGRESSIVE)
    if any(t.lower == "since" and i + 1 < len(own) and own[i + 1].tag in nouns for i, t in enumerate(own)):
        return True
    # "Its first loss since 1992" is one loss.
    ranked = any(t.lower in lexicon().lists["ranks"] or t.lower.endswith("est") for t in own)
    return not ranked and any(own[i].lower.startswith("since ") or (i and own[i - 1].lower == "since") for i in times)
