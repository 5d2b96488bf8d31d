"""What is said of a subject in so many characters, cut where the rest still says something."""

import re
from collections.abc import Sequence

from generator.language.lexicon import content_lemma, lexicon
from generator.language.tokens import Tag, Token

# "A year | after the appointment".
SPANS = ("year", "month", "week", "day", "decade", "hour")
_CLOSING = (
    Tag.PREPOSITION,
    Tag.CONJUNCTION,
    Tag.DETERMINER,
    Tag.RELATIVE,
    Tag.TO,
    Tag.COMMA,
    Tag.STOP,
    Tag.SUBORDINATOR,
)
# "Some of the $700 billion | set aside".
_COUNTED = frozenset({"million", "billion", "trillion", "percent", "%", "$", "€", "£", "¥", "us"})
# What a thing with "the" is told by: "the volume | produced by iPods", "the first car | to run on gas".
_TELLING = (Tag.PAST, Tag.PROGRESSIVE, Tag.RELATIVE, Tag.TO)
_PARTICLES = ("in", "out", "down", "up", "off", "away", "back", "over", "through")
_SPACE_BEFORE = re.compile(r"\s+([,.;:’”)%])")


def shortened(kept: list[Token], longest: int, verb: str = "") -> list[Token]:
    """What follows a verb, or as much of it as fits before a preposition, conjunction or infinitive."""
    trailing = lexicon().lists["trailing_adverbs"]
    while kept and (kept[-1].tag in _CLOSING or kept[-1].lower in trailing) and not _is_particle(kept):
        kept = kept[:-1]
    if len(spaced(kept)) > longest and len(kept) > 1 and kept[-1].tag is Tag.ADVERB:
        kept = kept[:-1]
    while len(spaced(kept)) > longest:
        cut = next((i for i in range(len(kept) - 1, 0, -1) if _may_break(kept, i, verb)), 0)
        if not cut:
            return []
        kept = _without_ties(kept, cut)
    while len(kept) > 2 and kept[-2].lower in ("a", "one") and kept[-1].lower in SPANS and not measures_rank(kept[:-2]):
        kept = kept[:-2]
    return without_effort(_without_half(kept))


def _without_half(kept: list[Token]) -> list[Token]:
    """The tokens without "and" and a name behind a figure, which is half of another clause ("down 1.9% | and Oil")."""
    half = len(kept) > 3 and kept[-2].tag is Tag.CONJUNCTION and kept[-1].tag is Tag.NAME
    return kept[:-2] if half and kept[-3].lower in ("percent", "%", "points", "cents") else kept


def _without_ties(kept: list[Token], cut: int) -> list[Token]:
    """The tokens before a cut without what ties them to what is cut off: "after", "resulting", "nine minutes"."""
    end = cut
    while end and kept[end - 1].tag in _CLOSING:
        end -= 1
    # "Counts of reckless imprudence resulting | in homicide".
    lost = kept[end].tag is Tag.PREPOSITION and kept[end - 1].tag is Tag.PAST
    # But "thanks to efficient training | on GPUs" keeps its noun.
    described = kept[end - 2].lower.endswith(("ent", "ant", "ive", "ous", "ful", "able", "ible", "al", "ic"))
    described = described or kept[end - 2].lower in lexicon().lists["adjectives"]
    described = described and kept[end - 3].tag is not Tag.NOUN  # "A female elephant suffering | from"
    loose = lost or (kept[end - 1].tag is Tag.PROGRESSIVE and not described)
    if end > 1 and loose and kept[end - 2].tag in (Tag.NOUN, Tag.NAME, Tag.BASE):
        end -= 1
    if end > 3 and kept[end - 2].lower == "for" and kept[end - 1].lower in lexicon().lists["bare_people"]:
        end -= 2
    return _without_span(kept[:end], kept[end])


def _without_span(kept: list[Token], cut: Token) -> list[Token]:
    """The tokens without how long before or after what was cut off it was: "into the sea nine minutes | after"."""
    span = kept[-1].lower.split() if len(kept) > 2 else [""]
    if span[-1].rstrip("s") not in (*SPANS, "minute", "second") or cut.lower not in ("after", "before"):
        return kept
    counted = len(span) == 1 and kept[-2].tag in (Tag.NUMBER, Tag.NOUN, Tag.DETERMINER)
    return kept[:-2] if counted else kept[:-1]


def without_effort(kept: list[Token]) -> list[Token]:
    """The tokens without "in an effort" or "as part" at their end, which say nothing without what follows."""
    if not kept or kept[-1].lower not in lexicon().lists["effort_nouns"]:
        return kept
    cut = next((i for i in range(len(kept) - 2, max(0, len(kept) - 5), -1) if kept[i].tag is Tag.PREPOSITION), 0)
    # "As part of a restructuring plan" tells what plan.
    return without_effort(kept[:cut]) if cut and kept[cut].lower != "of" else kept


def measures_rank(kept: Sequence[Token], time: str = "") -> bool:
    """Whether a time says among what something is the first or most: "its lowest level in over six years"."""
    ranked = any(t.lower.endswith("est") or t.lower in ("worst", "best", "most", "first") for t in kept[-5:])
    # "The first complaint | in June 2021" ranks nothing.
    length = not time or time.rpartition(" ")[2].rstrip("s") in (*SPANS, "century", "quarter")
    whole = kept[-1:] and (kept[-1].lower == "since" or length)
    return ranked and bool(whole) and kept[-1].lower in ("in", "since", "for", "over")


def _is_particle(kept: Sequence[Token]) -> bool:
    """Whether what follows is a verb's particle ("sworn in", "after taking off")."""
    particle = bool(kept) and kept[-1].lower in _PARTICLES
    return particle and (len(kept) == 1 or kept[-2].tag is Tag.PROGRESSIVE)


def _may_break(kept: Sequence[Token], i: int, verb: str) -> bool:
    token = kept[i]
    if _is_told_after(kept, i) or _ranks_within(kept, i):
        return False
    # "Saw a 45% drop | in sales" does not say of what.
    of_what = token.lower == "in" and lexicon().has("things_in", kept[i - 1].lower)
    # "For failing | to stop it" is cut within what was failed.
    tried = kept[i - 1].tag is Tag.PROGRESSIVE and (token.tag is Tag.TO or token.lower in _PARTICLES[1:])
    if token.lower == "of" or tried or of_what or kept[i - 1].tag in _CLOSING:
        return False
    # "Plans to shut | down its plants" is cut within the verb, "the rugged, | unexplored pole" within a phrase.
    if (i > 1 and kept[i - 2].tag is Tag.TO and kept[i - 1].tag is not Tag.NUMBER) or describes_on(kept, i, len(kept)):
        return False
    governing = {verb, *(content_lemma(t.lower) for t in kept[:i])}
    if governing & lexicon().lists.get(f"needs_{token.lower}", frozenset()):
        return False
    if token.tag is Tag.CONJUNCTION:
        return i + 1 < len(kept) and kept[i + 1].tag in (Tag.PAST, Tag.PRESENT, Tag.BASE, Tag.HAVE, Tag.BE, Tag.MODAL)
    if token.tag is Tag.PROGRESSIVE:
        governed = (Tag.DETERMINER, Tag.NAME, Tag.NUMBER, Tag.PAST, Tag.TO, Tag.PREPOSITION)
        governs = i + 1 < len(kept) and kept[i + 1].tag in governed
        return governs and kept[i - 1].tag in (Tag.NOUN, Tag.NAME, Tag.PRESENT)
    opens = token.lower in ("which", "who", "whom")
    return opens or token.tag in (Tag.PREPOSITION, Tag.TO, Tag.COMMA)


def _is_told_after(kept: Sequence[Token], i: int) -> bool:
    """Whether what follows tells which thing is meant: "the volume | produced by iPods"."""
    start = next((k for k in range(i - 1, max(-1, i - 5), -1) if kept[k].lower == "the"), None)
    if start is None or kept[i].tag not in _TELLING:
        return False
    own = kept[start + 1 : i]
    plain = len(own) == 1 and own[0].tag is Tag.NOUN
    counted = all(t.tag is Tag.NUMBER or t.lower in _COUNTED for t in own)
    ranked = own[0].lower in lexicon().lists["ranks"] if own else False
    return plain or counted or ranked


def _ranks_within(kept: Sequence[Token], i: int) -> bool:
    """Whether what follows says within which time something ranks: "their lowest levels | in over a decade"."""
    spans = any(t.tag is Tag.TIME or t.lower.rstrip("s") in SPANS for t in kept[i + 1 : i + 4])
    return spans and measures_rank(kept[: i + 1])


def without_articles(tokens: Sequence[Token]) -> list[Token]:
    """The tokens as headlines have them where room is short: without "a", and "the" of what "of" tells more of.

    "Order | the | evacuation of homes"; of "the plant" the article tells that it was told of before.
    """
    kept = []
    for i, token in enumerate(tokens):
        of_what = any(t.lower == "of" for t in tokens[i + 2 : i + 4])
        if token.lower not in ("a", "an") and not (token.lower == "the" and of_what):
            kept.append(token)
    return kept


def describes_on(tokens: Sequence[Token], comma: int, last: int) -> bool:
    """Whether a comma stands within a phrase ("the rugged, unexplored pole", "the Cupertino, California event")."""
    if comma < 2 or comma + 2 >= last or tokens[comma].tag is not Tag.COMMA:
        return False
    before, after = tokens[comma - 1].tag, tokens[comma + 1].tag
    opens = tokens[comma - 2].tag is Tag.DETERMINER and before is after and before in (Tag.NOUN, Tag.NAME)
    return opens and tokens[comma + 2].tag is Tag.NOUN


def spaced(tokens: Sequence[Token]) -> str:
    """Words with the gaps of the text, and one space where something was left out."""
    words = ""
    for i, token in enumerate(tokens):
        words += token.text if i == 0 or tokens[i - 1].end == token.start else " " + token.text
    return _SPACE_BEFORE.sub(r"\1", words)
