"""What a clause says of its subject in words as a headline can use them, trimmed by grammar."""

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.events.phrases import MARKUP, is_existential
from generator.events.points import with_point
from generator.events.shortening import (
    SPANS,
    describes_on,
    measures_rank,
    shortened,
    spaced,
    without_articles,
    without_effort,
)
from generator.language.clauses import Clause
from generator.language.lexicon import lexicon, past_form
from generator.language.tokens import Tag, Token

# "6-4, 7-5".
_SCORE = re.compile(r"\d+[-–]\d+")
# A headline has about so many characters, of which its predicate has at least and at most so many.
HEADLINE_LENGTH = 84
SHORT_PREDICATE = 24
PREDICATE_LENGTH = 64
_TOWNS = frozenset(["town", "city", "village", "port", "province", "district", "region", "state", "suburb", "island"])
_NOUNS = (Tag.NOUN, Tag.NAME, Tag.PRESENT, Tag.BASE)
_LOWER_NOUNS = (Tag.DETERMINER, Tag.NOUN, Tag.PRESENT, Tag.BASE)


def predicate_words(tokens: Sequence[Token], clause: Clause, last: int, longest: int = PREDICATE_LENGTH) -> str:
    """What follows the verb up to token `last`, without times and asides, cut before a preposition if too long."""
    if clause.lemma in lexicon().lists["speech"] and (quoted := _quoted_after(tokens, clause.group.last)):
        words = f"“{spaced(quoted)}”" if quoted[-1] is not tokens[-1] else ""
        return words if len(words) <= longest else ""
    told = _told(tokens, clause, last)
    kept = _without_open_quote(_without_verb(told, tokens, is_existential(tokens, clause)), tokens, last)
    if _lacks_participle(kept, tokens):
        if len(kept) < 5 or kept[-3].tag is not Tag.PROGRESSIVE:
            return ""
        kept = kept[:-3]  # "A lawsuit | alleging the council | broke the law"
    short = _fitting(kept, longest, clause.lemma)
    # "Declares the outbreak in Africa | to be an emergency" says another thing when it is cut there.
    needs = clause.lemma in lexicon().lists["infinitive_verbs"] and _has_infinitive(kept)
    if needs and not _has_infinitive(short) and clause.lemma == "declare":
        short = _declared(kept, longest)
    elif (pointed := with_point(tokens, clause, kept, short, longest)) is not None:
        short = pointed
    elif needs and not _has_infinitive(short):
        short = []
    whole = _without_stump(tokens, clause, kept, short)
    return _balanced(spaced(_without_lost_object(_without_loose_clause(whole, tokens), tokens)))


def _without_lost_object(kept: list[Token], tokens: Sequence[Token]) -> list[Token]:
    """The tokens without what lost its object ("called her | to remind | her that", "after claims | that he lied")."""
    after = next((t for t in tokens if kept and t.start >= kept[-1].end), None)
    if after is None or len(kept) < 3:
        return kept
    reminds = kept[-2].tag is Tag.TO and kept[-1].tag is Tag.BASE and after.tag is Tag.PRONOUN
    claims = kept[-2].tag is Tag.PREPOSITION and lexicon().has("bare_objects", kept[-1].lower) and after.lower == "that"
    return kept[:-2] if reminds or claims else kept


def _without_loose_clause(kept: list[Token], tokens: Sequence[Token]) -> list[Token]:
    """The tokens without "in which" or "as" that lost their verb ("an agreement | in which Orbita", "as troops")."""
    opens = next((i for i in range(len(kept) - 1, 0, -1) if kept[i].tag is Tag.RELATIVE or kept[i].lower == "as"), 0)
    verbs = (Tag.PAST, Tag.PRESENT, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.BASE, Tag.PROGRESSIVE)
    if not opens or any(t.tag in verbs for t in kept[opens + 1 :]):
        return kept
    if kept[opens].lower == "as":
        after = [t for t in tokens if t.start > kept[-1].start][:4]
        lost = after[:1] and after[0].tag is Tag.CONJUNCTION and any(t.tag is Tag.PAST for t in after)
        return kept[:opens] if lost else kept
    return kept[: opens - (kept[opens - 1].tag is Tag.PREPOSITION)]


def _without_stump(tokens: Sequence[Token], clause: Clause, kept: Sequence[Token], short: list[Token]) -> list[Token]:
    """What fits without the beginning of another clause whose verb found no room ("arrests a man | after a car")."""
    opens = tokens[clause.last] if clause.last < len(tokens) else None
    if opens is None or len(short) == len(kept) or opens.tag not in (Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.RELATIVE):
        return short
    verbs = (Tag.PAST, Tag.BE, Tag.HAVE, Tag.DO, Tag.MODAL, Tag.PRESENT)
    own = [t for t in short if t.start >= opens.start]
    return short if any(t.tag in verbs for t in own) else [t for t in short if t.start < opens.start]


def _told(tokens: Sequence[Token], clause: Clause, last: int) -> list[Token]:
    """The tokens after the verb up to `last` or the end of what it says, without times and asides."""
    kept: list[Token] = []
    aside = 0
    for i in range(clause.group.last, last):
        token = tokens[i]
        aside = max(aside, _end_of_aside(tokens, i, last))
        aside = max(aside, _end_of_age(tokens, i))
        if i < aside:
            continue
        named = _named_after(tokens, i)
        several = bool(kept) and kept[-1].lower.endswith("s")  # "Two presidents, Richard Holm, in 1972, and"
        if named and not several and (start := _start_of_phrase(kept)) is not None:
            kept[start:] = tokens[i + 1 : named]
            aside = named + 1
            continue
        following = tokens[i + 1].tag if i + 1 < last else None
        known = _opens_title(kept) or _is_rank(kept, token) or _is_edition(kept, token)
        known = known or (tokens[i - 1].lower in ("under", "over", "than") and _is_length(token))
        known = known or _is_of_noun(tokens, i, last) or (following is Tag.POSSESSIVE and _is_of_year(token))
        known = known or _is_quarter(kept, token)
        dates = token.tag is Tag.TIME and not known
        if dates and (following is Tag.POSSESSIVE or not _tells_which(tokens, i, last, kept)):
            _drop_time(kept, owned=following is Tag.POSSESSIVE)
            measured = _is_length(token) and i + 1 < last and tokens[i + 1].lower == "of"
            likened = "same" in token.lower.split() and i + 1 < last and tokens[i + 1].lower in ("as", "that")
            if following is Tag.CONJUNCTION or measured or likened:
                break  # "Following two days | of shelling", "on the same day | as the other court"
            continue
        if token.tag is Tag.POSSESSIVE and tokens[i - 1].tag is Tag.TIME and kept[-1:] != [tokens[i - 1]]:
            continue
        if _ends_predicate(tokens, i, clause, last):
            break
        kept.append(token)
    opens = tokens[last].lower if last < len(tokens) else ""
    late = len(kept) - (len(kept) > 1 and kept[-1].lower in ("later", "afterwards"))
    if late > 3 and [t.lower for t in kept[late - 3 : late - 1]] in (["a", "short"], ["a", "long"], ["a", "little"]):
        del kept[late - 3 :]  # "Died at a hospital | a short time later"
    if kept and kept[-1].tag is Tag.NUMBER and _is_length(kept[-1]) and opens in ("after", "before"):
        kept.pop()  # "Withdrew | two weeks after …"
    return kept


def _quoted_after(tokens: Sequence[Token], first: int) -> list[Token]:
    """What is quoted straight after a verb, without its marks; empty where nothing is, or it does not end."""
    if first + 1 >= len(tokens) or tokens[first].text not in '“"' or not tokens[first + 1].quoted:
        return []
    end = next((i for i in range(first + 1, len(tokens)) if tokens[i].text in '”"'), len(tokens))
    inner = list(tokens[first + 1 : end])
    while inner and inner[-1].text in ".,":
        inner.pop()
    return inner if end < len(tokens) else []


def _fitting(kept: list[Token], longest: int, verb: str) -> list[Token]:
    """As many of the tokens as fit, without an article before them if that lets them say more."""
    short = shortened(kept, longest, verb)
    # "Is | an example" cannot do without its article; "buys the stake" can.
    if len(short) < len(kept) and kept[0].lower in ("the", "a", "an") and verb != "be":
        bare = shortened(kept[1:], longest, verb)
        short = bare if len(bare) > len(short) else short
    if len(short) < len(kept) and (name := _after_description(kept)):
        named = shortened(kept[name:], longest, verb)
        short = named if not short or len(named) + name > len(short) else short
    placed = _town_alone(kept)
    if len(short) < len(kept) and len(placed) < len(kept) and len(spaced(placed)) <= longest:
        return placed
    bare = without_articles(kept)
    if len(short) < len(kept) and verb != "be" and kept[-1].tag not in (Tag.PREPOSITION, Tag.TO, Tag.PROGRESSIVE):
        whole = len(spaced(bare)) <= longest and len(kept) - len(short) > 2
        short = shortened(bare, longest, verb) if whole else short
    if not short and (unsaid := _with_bare_name(kept)):
        short = shortened(unsaid, longest, verb)
    return _before_open_quote(short) if len(short) < len(kept) else short


def _town_alone(kept: list[Token]) -> list[Token]:
    """The tokens with a town's name alone ("regains control of | the northern town of | Ndele")."""
    of = next((i for i, t in enumerate(kept) if t.lower == "of" and i and kept[i - 1].lower in _TOWNS), 0)
    the = next((i for i in range(of - 1, max(-1, of - 4), -1) if kept[i].lower == "the"), 0)
    named = 0 < the < of < len(kept) - 1 and kept[of + 1].tag is Tag.NAME
    return [*kept[:the], *kept[of + 1 :]] if named else kept


def _with_bare_name(kept: Sequence[Token]) -> list[Token]:
    """The tokens without what describes a name behind "of" ("packs of | its blood pressure medicine | Cardelin")."""
    for of in (i for i, t in enumerate(kept) if t.tag is Tag.PREPOSITION):
        name = next((k for k in range(of + 1, len(kept)) if kept[k].tag not in _LOWER_NOUNS), len(kept))
        if name > of + 2 and name < len(kept) and kept[name].tag is Tag.NAME and kept[of + 1].tag is Tag.DETERMINER:
            return [*kept[: of + 1], *kept[name:]]
    return []


def _declared(kept: list[Token], longest: int) -> list[Token]:
    """What is declared what, without where and "to be" ("declares | outbreak | a public health emergency")."""
    to = next(i for i, t in enumerate(kept) if t.tag is Tag.TO)
    end = next((i for i in range(to) if kept[i].tag is Tag.PREPOSITION), to)
    first = 1 if kept[0].lower in ("the", "a", "an") else 0
    of = next((i for i in range(to + 2, len(kept)) if kept[i].tag is Tag.PREPOSITION), len(kept))
    told = [*kept[first:end], *kept[to + 2 : of]]
    fits = kept[to + 1].lower == "be" and first < end and to + 2 < of and len(spaced(told)) <= longest
    return told if fits else []


def _named_after(tokens: Sequence[Token], comma: int) -> int:
    """Where a name ends that a comma opens and another or the sentence's end closes: "its chief, | Ana Prado, | to"."""
    if tokens[comma].tag is not Tag.COMMA:
        return 0
    end = comma + 1
    if end < len(tokens) and tokens[end].lower == "the":
        end += 1
    first = end
    while end < len(tokens) and (tokens[end].tag is Tag.NAME or (end > first and tokens[end].tag is Tag.NOUN)):
        end += 1
    # "In the port of Merov, Darva." ends with no other name for the port; "the latest model, the Sol." does.
    last = end < len(tokens) and tokens[end].text == "." and first > comma + 1
    closed = last or (end < len(tokens) and tokens[end].tag in (Tag.COMMA, Tag.STOP))
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


def _tells_which(tokens: Sequence[Token], i: int, last: int, kept: Sequence[Token]) -> bool:
    """Whether a time says which of many is meant: "the | 2008 | model year", "lowest in over | six years"."""
    year = tokens[i].text.isdigit() and len(tokens[i].text) == 4 and tokens[i - 1].lower in ("the", "a", "an")
    if tokens[i].lower.startswith("the ") and i + 1 < last and tokens[i + 1].tag in (Tag.NOUN, Tag.BASE):
        return True  # "Before the summer | break"
    named = year and i + 1 < last and tokens[i + 1].tag in (Tag.NOUN, Tag.NAME)
    return named or measures_rank(kept, tokens[i].text)


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
    return token.lower.rpartition(" ")[2].rstrip("s") in SPANS and token.lower.endswith("s")


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


def _end_of_aside(tokens: Sequence[Token], i: int, last: int) -> int:
    """Where brackets end that open at a token; 0 where none do."""
    if tokens[i].text != "(":
        return 0
    return next((k + 1 for k in range(i, last) if tokens[k].text == ")"), 0)


def _end_of_age(tokens: Sequence[Token], i: int) -> int:
    """Where an age ends that stands between commas behind a name ("Rui Costa, | 47, | at the airport"); else 0."""
    comma = i if tokens[i].tag is Tag.COMMA else i - 1
    if comma < 1 or comma + 2 >= len(tokens) or tokens[comma].tag is not Tag.COMMA:
        return 0
    age = tokens[comma - 1].tag is Tag.NAME and tokens[comma + 1].tag is Tag.NUMBER and tokens[comma + 1].text.isdigit()
    return comma + 3 if age and tokens[comma + 2].tag is Tag.COMMA else 0


def _is_of_year(token: Token) -> bool:
    """Whether a time says of which year something is ("hails | last year's | finalists")."""
    return token.lower in ("last year", "this year", "last season", "this season")


def _is_quarter(kept: Sequence[Token], token: Token) -> bool:
    """Whether a time says of which quarter a figure is ("lost $4.8 billion in | the fourth quarter |")."""
    words = set(token.lower.split())
    return "quarter" in words and not words & {"this", "last", "next"} and any(t.tag is Tag.NUMBER for t in kept)


def _is_of_noun(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a time only says which break or season is meant ("before | the summer | break")."""
    tied = tokens[i - 1].lower in ("before", "after", "during", "ahead", "until")
    own = tokens[i].lower.startswith(("the ", "a ", "an ")) and i + 1 < last
    return tied and own and tokens[i + 1].tag in (Tag.NOUN, Tag.BASE)


def _ends_predicate(tokens: Sequence[Token], i: int, clause: Clause, last: int) -> bool:
    """Whether what is said of the subject ends before a token: at markup, an aside, or a clause of its own."""
    token = tokens[i]
    if token.text in MARKUP or (token.tag is Tag.PAST and _joins_on(tokens, i)):
        return True
    tied = token.text == "-" or (token.text == "–" and token.start == tokens[i - 1].end)
    closes = token.tag in (Tag.STOP, Tag.RELATIVE, Tag.SUBORDINATOR) and not tied
    if (closes and token.lower != "whether" and i != clause.last) or _is_full_stop(tokens, i):
        return True
    if token.tag is Tag.CONJUNCTION and _is_verb_joined(tokens, i):
        return True
    # "Finished at 756.55 a 6 point gain": a figure after a figure is said of it.
    if token.lower in ("a", "an") and tokens[i - 1].tag is tokens[min(i + 1, last - 1)].tag is Tag.NUMBER:
        return True
    return token.tag is Tag.COMMA and not _lists(tokens, i, last) and not describes_on(tokens, i, last)


def _is_full_stop(tokens: Sequence[Token], i: int) -> bool:
    words = lexicon()
    before = tokens[i - 1].lower
    short = words.has("abbreviations", before) or words.has("abbreviations_that_may_end", before)
    return tokens[i].text == "." and not (short and i + 1 < len(tokens))


def _without_verb(kept: list[Token], tokens: Sequence[Token], there: bool) -> list[Token]:
    """The tokens without a verb that has lost what it governs ("documents showing | that …", "a mill built | in …")."""
    if len(kept) < 2 or kept[-1].tag not in (Tag.PROGRESSIVE, Tag.PAST) or there:
        return kept
    after = next((t for t in tokens if t.start >= kept[-1].end), None)
    lost = after is not None and after.tag in (Tag.DETERMINER, Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.PRONOUN)
    if kept[-2].tag is Tag.PREPOSITION and kept[-1].tag is Tag.PROGRESSIVE and lost:
        said = without_effort(kept[:-2])  # "As a means | of modernising its fleet"
        # "Recalled the heartache | of having to clean it" does not say which.
        return (
            [] if kept[-2].lower == "of" and len(said) == len(kept) - 2 and kept[-4:-3] and _is_the(kept[-4]) else said
        )
    form = past_form(kept[-1].lower)
    if kept[-2].tag not in _NOUNS or (form and form.lemma == kept[-1].lower and _describes(kept[-2])):
        return kept  # "A lower bid"
    governs: tuple[Tag, ...] = (Tag.RELATIVE, Tag.SUBORDINATOR, Tag.DETERMINER, Tag.PRONOUN, Tag.NAME)
    if kept[-1].tag is Tag.PAST:
        governs = (Tag.PREPOSITION,)
    return kept[:-1] if after is not None and after.tag in governs else kept


def _is_the(token: Token) -> bool:
    return token.lower == "the"


def _describes(token: Token) -> bool:
    return token.tag is Tag.DETERMINER or lexicon().has("adjectives", token.lower)


def _after_description(kept: Sequence[Token]) -> int:
    """Where a name begins that what is before it only describes ("the former minister | Rui Costa"); 0 if none does."""
    start = next((i for i, t in enumerate(kept) if t.tag not in _LOWER_NOUNS), 0)
    if not start or kept[start].tag is not Tag.NAME:
        return 0
    words = lexicon().lists
    people = words["person_nouns"] | words["offices"] | words["titles"] | words["company_nouns"]
    return start if kept[start - 1].lower in people else 0


def _lacks_participle(kept: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether it is in what follows which thing is meant: "limits the volume | produced by its players"."""
    if len(kept) < 2 or kept[-2].lower != "the" or kept[-1].tag is not Tag.NOUN:
        return False
    after = next((t for t in tokens if t.start >= kept[-1].end), None)
    return after is not None and after.tag is Tag.PAST


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
    if after < last and _SCORE.fullmatch(tokens[comma - 1].text) and _SCORE.fullmatch(tokens[after].text):
        return True
    things = after < last - 1 and tokens[comma - 1].tag is tokens[after].tag is Tag.NOUN
    if comma and things and tokens[comma + 2].tag in (Tag.CONJUNCTION, Tag.COMMA):
        return any(t.tag is Tag.CONJUNCTION for t in tokens[comma : min(last, comma + 6)])
    if comma == 0 or after >= last or tokens[comma - 1].tag is not Tag.NAME or tokens[after].tag is not Tag.NAME:
        return False
    return any(t.tag is Tag.CONJUNCTION for t in tokens[comma : min(last, comma + 12)])


def _joins_on(tokens: Sequence[Token], i: int) -> bool:
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return tokens[i].lower in ("compared", "based", "followed") and after in ("to", "with", "on", "by")


def _balanced(text: str) -> str:
    """The text without a quotation mark or bracket that has lost its partner."""
    for opening, closing in ("“”", "()", "‘’"):
        if text.count(opening) != text.count(closing) and (opening != "‘" or opening in text):
            text = text.replace(opening, "").replace(closing, "")
    return text.replace('"', "") if text.count('"') % 2 else text
