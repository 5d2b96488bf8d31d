"""What a clause says of its subject in words as a headline can use them, trimmed by grammar."""

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.events.phrases import MARKUP
from generator.language.clauses import Clause
from generator.language.lexicon import content_lemma, lexicon
from generator.language.tokens import Tag, Token

# A headline has about so many characters, of which its predicate has at least and at most so many.
HEADLINE_LENGTH = 84
SHORT_PREDICATE = 24
PREDICATE_LENGTH = 64
# "A year | after the appointment".
_SPANS = ("year", "month", "week", "day", "decade", "hour")
_NOUNS = (Tag.NOUN, Tag.NAME, Tag.PRESENT, Tag.BASE)
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
# What one provides somebody with, or describes something as, is part of what is said.
_COMPLETED = ("provide", "supply", "equip", "charge", "replace", "describe", "regard", "name", "treat")
_PARTICLES = ("in", "out", "down", "up", "off", "away", "back", "over")
_SPACE_BEFORE = re.compile(r"\s+([,.;:’”)%])")


def predicate_words(tokens: Sequence[Token], clause: Clause, last: int, longest: int = PREDICATE_LENGTH) -> str:
    """What follows the verb up to token `last`, without times and asides, cut before a preposition if too long."""
    kept: list[Token] = []
    aside = 0
    for i in range(clause.group.last, last):
        token = tokens[i]
        aside = max(aside, _end_of_aside(tokens, i, last))
        if i < aside:
            continue
        named = _named_after(tokens, i)
        if named and (start := _start_of_phrase(kept)) is not None:
            kept[start:] = tokens[i + 1 : named]
            aside = named + 1
            continue
        following = tokens[i + 1].tag if i + 1 < last else None
        dates = token.tag is Tag.TIME and not (_opens_title(kept) or _is_rank(kept, token) or _is_edition(kept, token))
        if dates and (following is Tag.POSSESSIVE or not _measures_rank(kept, token)):
            _drop_time(kept, owned=following is Tag.POSSESSIVE)
            measured = _is_length(token) and i + 1 < last and tokens[i + 1].lower == "of"
            if following is Tag.CONJUNCTION or measured:
                break  # "Following two days | of shelling"
            continue
        if token.tag is Tag.POSSESSIVE and tokens[i - 1].tag is Tag.TIME:
            continue
        if _ends_predicate(tokens, i, clause, last):
            break
        kept.append(token)
    opens = tokens[last].lower if last < len(tokens) else ""
    if kept and kept[-1].tag is Tag.NUMBER and _is_length(kept[-1]) and opens in ("after", "before"):
        kept.pop()  # "Withdrew | two weeks after …"
    kept = _without_open_quote(_without_verb(kept, tokens), tokens, last)
    short = _shortened(kept, longest)
    # "Is | an example" cannot do without its article; "buys the stake" can.
    if not short and kept and kept[0].lower in ("the", "a", "an") and clause.lemma != "be":
        short = _shortened(kept[1:], longest)
    if len(short) < len(kept):
        short = _before_open_quote(short)
    # "Declares the outbreak in Africa | to be an emergency" says another thing when it is cut there.
    needs = clause.lemma in lexicon().lists["infinitive_verbs"] and _has_infinitive(kept)
    if needs and not _has_infinitive(short):
        short = _declared(kept, longest) if clause.lemma == "declare" else []
    return _balanced(_spaced(short))


def _declared(kept: list[Token], longest: int) -> list[Token]:
    """What is declared what, without where and "to be" ("declares | outbreak | a public health emergency")."""
    to = next(i for i, t in enumerate(kept) if t.tag is Tag.TO)
    end = next((i for i in range(to) if kept[i].tag is Tag.PREPOSITION), to)
    first = 1 if kept[0].lower in ("the", "a", "an") else 0
    of = next((i for i in range(to + 2, len(kept)) if kept[i].tag is Tag.PREPOSITION), len(kept))
    told = [*kept[first:end], *kept[to + 2 : of]]
    fits = kept[to + 1].lower == "be" and first < end and to + 2 < of and len(_spaced(told)) <= longest
    return told if fits else []


def _named_after(tokens: Sequence[Token], comma: int) -> int:
    """Where a name ends that a comma opens and another or the sentence's end closes: "its chief, | Ana Prado, | to"."""
    if tokens[comma].tag is not Tag.COMMA:
        return 0
    end = comma + 1
    if end < len(tokens) and tokens[end].lower == "the":
        end += 1
    first = end
    while end < len(tokens) and tokens[end].tag is Tag.NAME:
        end += 1
    closed = end < len(tokens) and tokens[end].tag in (Tag.COMMA, Tag.STOP)
    return end if closed and end > first else 0


def _start_of_phrase(kept: Sequence[Token]) -> int | None:
    """Where the noun phrase begins that the last token ends, with what "of" and "to" tie to it; None of a name."""
    start = next((i for i in range(len(kept) - 1, -1, -1) if _opens_phrase(kept[i])), len(kept))
    ties = [i for i in range(len(kept)) if kept[i].tag in (Tag.PREPOSITION, Tag.TO)]
    while start and start - 1 in ties and kept[start - 1].lower in ("of", "to"):
        start = next((i for i in range(start - 1, -1, -1) if _opens_phrase(kept[i])), 0)
    inside = [i for i in ties if i > start]
    head = inside[0] - 1 if inside else len(kept) - 1
    plain = all(kept[i].lower in ("of", "to") for i in inside)
    return start if start < head + 1 and plain and kept[head].tag is Tag.NOUN else None


def _opens_phrase(token: Token) -> bool:
    return token.tag is Tag.DETERMINER or token.lower in ("its", "their", "his", "her")


def _has_infinitive(tokens: Sequence[Token]) -> bool:
    pairs = pairwise(tokens)
    return any(to.tag is Tag.TO and verb.tag in (Tag.BASE, Tag.BE, Tag.HAVE, Tag.DO) for to, verb in pairs)


def _drop_ties(kept: list[Token]) -> None:
    """Take away what goes with the time that follows: a comma, "late"."""
    while kept and (kept[-1].tag is Tag.COMMA or kept[-1].lower in lexicon().lists["time_adverbs"]):
        kept.pop()


def _is_rank(kept: Sequence[Token], time: Token) -> bool:
    """Whether a time is part of what somebody was named ("album of the year")."""
    of = len(kept) > 1 and kept[-1].lower == "of" and kept[-2].tag is Tag.NOUN
    return of and time.lower in ("the year", "the month", "the decade", "the century", "the week")


def _is_length(token: Token) -> bool:
    """Whether a time is told as so many days or years."""
    return token.lower.rpartition(" ")[2].rstrip("s") in _SPANS and token.lower.endswith("s")


def _drop_time(kept: list[Token], *, owned: bool) -> None:
    """Take away what a time that is left out would leave hanging."""
    _drop_ties(kept)
    if owned or not kept or kept[-1].lower not in lexicon().lists["time_prepositions"]:
        return
    kept.pop()
    _drop_ties(kept)
    if kept and kept[-1].lower in lexicon().lists["time_parts"]:
        # "Online for the rest | of the week"
        start = (k for k in range(len(kept) - 1, 0, -1) if kept[k].tag is Tag.PREPOSITION)
        del kept[next(start, len(kept)) :]


def _opens_title(kept: Sequence[Token]) -> bool:
    """Whether a quotation is open, so that a time is part of a title ("The Garden in Spring")."""
    marks = [t.text for t in kept if t.text in '“”"']
    return bool(marks) and (marks[-1] == "“" or marks.count('"') % 2 == 1)


def _is_edition(kept: Sequence[Token], time: Token) -> bool:
    """Whether a year ends a name ("to qualify for Euro 2020")."""
    named = bool(kept) and kept[-1].tag is Tag.NAME and kept[-1].end + 1 == time.start
    return named and time.text.isdigit()


def _measures_rank(kept: Sequence[Token], time: Token) -> bool:
    """Whether a time says among what something is the first or most: "its lowest level in over six years"."""
    ranked = any(t.lower.endswith("est") or t.lower in ("worst", "best", "most", "first") for t in kept[-5:])
    # "The first complaint | in June 2021" ranks nothing.
    whole = kept[-1:] and (kept[-1].lower == "since" or not any(c.isdigit() for c in time.text))
    return ranked and bool(whole) and kept[-1].lower in ("in", "since", "for", "over")


def _end_of_aside(tokens: Sequence[Token], i: int, last: int) -> int:
    """Where brackets end that open at a token; 0 where none do."""
    if tokens[i].text != "(":
        return 0
    return next((k + 1 for k in range(i, last) if tokens[k].text == ")"), 0)


def _ends_predicate(tokens: Sequence[Token], i: int, clause: Clause, last: int) -> bool:
    """Whether what is said of the subject ends before a token: at markup, an aside, or a clause of its own."""
    token = tokens[i]
    if token.text in MARKUP or (token.tag is Tag.PAST and _joins_on(tokens, i)):
        return True
    closes = token.tag in (Tag.STOP, Tag.RELATIVE, Tag.SUBORDINATOR) and token.text != "-"
    if (closes and token.lower != "whether" and i != clause.last) or _is_full_stop(tokens, i):
        return True
    if token.tag is Tag.CONJUNCTION and _is_verb_joined(tokens, i):
        return True
    # "Finished at 756.55 a 6 point gain": a figure after a figure is said of it.
    if token.lower in ("a", "an") and tokens[i - 1].tag is tokens[min(i + 1, last - 1)].tag is Tag.NUMBER:
        return True
    return token.tag is Tag.COMMA and not _lists(tokens, i, last) and not _describes_on(tokens, i, last)


def _is_full_stop(tokens: Sequence[Token], i: int) -> bool:
    words = lexicon()
    before = tokens[i - 1].lower
    short = words.has("abbreviations", before) or words.has("abbreviations_that_may_end", before)
    return tokens[i].text == "." and not (short and i + 1 < len(tokens))


def _without_verb(kept: list[Token], tokens: Sequence[Token]) -> list[Token]:
    """The tokens without a verb that has lost what it governs ("documents showing | that …", "a mill built | in …")."""
    if len(kept) < 2 or kept[-1].tag not in (Tag.PROGRESSIVE, Tag.PAST):
        return kept
    after = next((t for t in tokens if t.start >= kept[-1].end), None)
    lost = after is not None and after.tag in (Tag.DETERMINER, Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.PRONOUN)
    if kept[-2].tag is Tag.PREPOSITION and kept[-1].tag is Tag.PROGRESSIVE and lost:
        return _without_effort(kept[:-2])  # "As a means | of modernising its fleet"
    if kept[-2].tag not in _NOUNS:
        return kept
    governs: tuple[Tag, ...] = (Tag.RELATIVE, Tag.SUBORDINATOR, Tag.DETERMINER, Tag.PRONOUN, Tag.NAME)
    if kept[-1].tag is Tag.PAST:
        governs = (Tag.PREPOSITION,)
    return kept[:-1] if after is not None and after.tag in governs else kept


def _without_open_quote(kept: list[Token], tokens: Sequence[Token], last: int) -> list[Token]:
    """The tokens without a quotation that they open and do not close, so that none is cut short.

    None are left where that leaves it open of what: "dismissed the existence of | an “issue".
    """
    if not kept or kept[-1] is tokens[last - 1]:
        return kept
    if all(t.text in '.,”"' for t in tokens[:last] if t.start >= kept[-1].end):
        return kept
    whole = _before_open_quote(kept)
    opening = [t.lower for t in whole[-2:]]
    return [] if len(whole) < len(kept) and "of" in opening else whole


def _before_open_quote(kept: list[Token]) -> list[Token]:
    """The tokens up to a quotation that they open and do not close ("he was | “good")."""
    marks = [i for i, token in enumerate(kept) if token.text in '“”"']
    unclosed = marks and kept[marks[-1]].text != "”" and (len(marks) % 2 or kept[marks[-1]].text == "“")
    return kept[: marks[-1]] if unclosed else kept


def _is_verb_joined(tokens: Sequence[Token], i: int) -> bool:
    """Whether "and" joins another verb, over what says when ("and soon after reassumed the role")."""
    k = i + 1
    while k < len(tokens) and (
        tokens[k].tag in (Tag.ADVERB, Tag.TIME) or tokens[k].lower in ("soon", "shortly", "after")
    ):
        k += 1
    return k > i + 1 and k < len(tokens) and tokens[k].tag is Tag.PAST


def _lists(tokens: Sequence[Token], comma: int, last: int) -> bool:
    """Whether a comma stands in a list of names: names on both sides of it, and an "and" to come."""
    after = comma + 1
    if after < last and tokens[after].tag is Tag.CONJUNCTION:
        after += 1
    things = after < last - 1 and tokens[comma - 1].tag is tokens[after].tag is Tag.NOUN
    if comma and things and tokens[comma + 2].tag in (Tag.CONJUNCTION, Tag.COMMA):
        return any(t.tag is Tag.CONJUNCTION for t in tokens[comma : min(last, comma + 6)])
    if comma == 0 or after >= last or tokens[comma - 1].tag is not Tag.NAME or tokens[after].tag is not Tag.NAME:
        return False
    return any(t.tag is Tag.CONJUNCTION for t in tokens[comma : min(last, comma + 12)])


def _describes_on(tokens: Sequence[Token], comma: int, last: int) -> bool:
    """Whether a comma stands within a phrase ("the rugged, unexplored pole", "the Cupertino, California event")."""
    if comma < 2 or comma + 2 >= last or tokens[comma].tag is not Tag.COMMA:
        return False
    before, after = tokens[comma - 1].tag, tokens[comma + 1].tag
    opens = tokens[comma - 2].tag is Tag.DETERMINER and before is after and before in (Tag.NOUN, Tag.NAME)
    return opens and tokens[comma + 2].tag is Tag.NOUN


def _shortened(kept: list[Token], longest: int) -> list[Token]:
    """The tokens, or as many as fit before a preposition, conjunction or infinitive."""
    trailing = lexicon().lists["trailing_adverbs"]
    while kept and (kept[-1].tag in _CLOSING or kept[-1].lower in trailing) and not _is_particle(kept):
        kept = kept[:-1]
    while len(_spaced(kept)) > longest:
        cut = next((i for i in range(len(kept) - 1, 0, -1) if _may_break(kept, i)), 0)
        if not cut:
            return []
        counted = kept[cut].lower in ("after", "before") and kept[cut - 1].tag is Tag.NUMBER
        kept = kept[: cut - 1 if counted else cut]  # "Nine minutes | after taking off"
        while kept and kept[-1].tag in _CLOSING:
            kept = kept[:-1]
    while len(kept) > 2 and kept[-2].lower in ("a", "one") and kept[-1].lower in _SPANS:
        kept = kept[:-2]
    return _without_effort(kept)


def _without_effort(kept: list[Token]) -> list[Token]:
    """The tokens without "in an effort" at their end, which says nothing without its infinitive."""
    if kept and kept[-1].lower in lexicon().lists["effort_nouns"]:
        cut = next((i for i in range(len(kept) - 2, max(0, len(kept) - 5), -1) if kept[i].tag is Tag.PREPOSITION), 0)
        return _without_effort(kept[:cut]) if cut else kept
    return kept


def _joins_on(tokens: Sequence[Token], i: int) -> bool:
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return tokens[i].lower in ("compared", "based", "followed") and after in ("to", "with", "on", "by")


def _is_particle(kept: Sequence[Token]) -> bool:
    """Whether what follows is a verb's particle ("sworn in", "after taking off")."""
    particle = bool(kept) and kept[-1].lower in _PARTICLES
    return particle and (len(kept) == 1 or kept[-2].tag is Tag.PROGRESSIVE)


def _may_break(kept: Sequence[Token], i: int) -> bool:
    token = kept[i]
    # "Saw a 45% drop | in sales" does not say of what.
    of_what = token.lower == "in" and kept[i - 1].lower in lexicon().lists["changes"]
    particle = token.lower in _PARTICLES and kept[i - 1].tag is Tag.PROGRESSIVE
    if token.lower == "of" or of_what or particle or kept[i - 1].tag in _CLOSING:
        return False
    # "Plans to shut | down its plants" is cut within the verb, "the rugged, | unexplored pole" within a phrase.
    if (i > 1 and kept[i - 2].tag is Tag.TO) or _describes_on(kept, i, len(kept)):
        return False
    if token.lower in ("with", "as") and any(content_lemma(t.lower) in _COMPLETED for t in kept[:i]):
        return False
    if token.tag is Tag.CONJUNCTION:
        return i + 1 < len(kept) and kept[i + 1].tag in (Tag.PAST, Tag.PRESENT, Tag.BASE, Tag.HAVE, Tag.BE, Tag.MODAL)
    if token.tag is Tag.PROGRESSIVE:
        governs = i + 1 < len(kept) and kept[i + 1].tag in (Tag.DETERMINER, Tag.NAME, Tag.NUMBER, Tag.PAST)
        return governs and kept[i - 1].tag in (Tag.NOUN, Tag.NAME)
    opens = token.lower in ("which", "who", "whom")
    return opens or token.tag in (Tag.PREPOSITION, Tag.TO, Tag.COMMA)


def _spaced(tokens: Sequence[Token]) -> str:
    """Words with the gaps of the text, and one space where something was left out."""
    words = ""
    for i, token in enumerate(tokens):
        words += token.text if i == 0 or tokens[i - 1].end == token.start else " " + token.text
    return _SPACE_BEFORE.sub(r"\1", words)


def _balanced(text: str) -> str:
    """The text without a quotation mark or bracket that has lost its partner."""
    for opening, closing in ("“”", "()", "‘’"):
        if text.count(opening) != text.count(closing) and (opening != "‘" or opening in text):
            text = text.replace(opening, "").replace(closing, "")
    return text.replace('"', "") if text.count('"') % 2 else text
