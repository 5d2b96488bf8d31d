"""What a verb or a noun needs to say anything: "accuses the police | of lying", "imposes a law | banning smoking".

Where there is no room for all that is said, it stays, and where or by whom something was done is left out before it.
"""

from collections.abc import Sequence

from generator.events.shortening import shortened, spaced, without_articles
from generator.language.clauses import Clause
from generator.language.lexicon import lexicon, noun_base
from generator.language.tokens import Tag, Token

_PHRASE_ENDS = (Tag.PREPOSITION, Tag.PROGRESSIVE, Tag.TO, Tag.COMMA, Tag.RELATIVE, Tag.STOP, Tag.SUBORDINATOR)
_ENDS = (Tag.COMMA, Tag.RELATIVE, Tag.STOP, Tag.SUBORDINATOR)
# What a law or a message is told to be about by.
_ABOUT = ("for", "against", "about", "over", "on", "of", "that")
# What somebody is arrested by whom nobody knows.
_REASONS = ("for", "over", "after")
_REACH = 30
"""Words after a verb among which its point is looked for."""


def with_point(
    tokens: Sequence[Token], clause: Clause, told: Sequence[Token], short: Sequence[Token], longest: int
) -> list[Token] | None:
    """What follows a verb with what it or its object needs; None if it needs no more, and empty if that does not fit.

    `told` is all that could be said, `short` what a headline would say of it.
    """
    start = point_of(tokens, clause)
    if start is None:
        return None
    tail = _said_from(tokens, start)
    told_of = [t for t in short if t.start >= tokens[start].start]
    if told_of[:1] == [tokens[start]] and _tells_enough(tail, told_of):
        return None
    if any(t.tag is Tag.PRONOUN or t.lower == "what" for t in tail[:3]):
        return []  # "Posted a message announcing he had tested positive"
    own = _object(tokens, clause)
    heads = [_without_article(own), own, [t for t in told if t.start < tokens[start].start]]
    return _longest_of(tail, heads, longest, clause) or _longest_of(without_articles(tail), heads, longest, clause)


def _longest_of(tail: list[Token], heads: Sequence[Sequence[Token]], longest: int, clause: Clause) -> list[Token]:
    """As much of a verb's point as fits behind one of several objects, and the most that fits before it."""
    best: list[Token] = []
    said = 0
    for head in heads:
        end = shortened(tail, longest - len(spaced(head)) - 1, clause.lemma) if tail else []
        if len(end) > 1 and len(end) >= said and _tells_enough(tail, end):
            best, said = [*head, *end], len(end)
    return best


def _without_article(tokens: list[Token]) -> list[Token]:
    return [t for i, t in enumerate(tokens) if i > 1 or t.lower not in ("the", "a", "an")]


def _tells_enough(tail: Sequence[Token], end: Sequence[Token]) -> bool:
    """Whether it is told what somebody is made to do ("directing ships | to join")."""
    having = tail[0].lower in lexicon().lists["having_done"]
    connected = len(end) > 1 and end[1].lower == "connection" and len(end) < 4
    told = not having or not any(t.tag is Tag.TO for t in tail) or any(t.tag is Tag.TO for t in end)
    ends = (Tag.PAST, Tag.BE, Tag.HAVE, Tag.MODAL)
    return told and not connected and end[-1].tag not in ends


def point_of(tokens: Sequence[Token], clause: Clause) -> int | None:
    """Where what a verb needs begins, or else what its bare object needs."""
    return _of_verb(tokens, clause) or _of_reason(tokens, clause) or _of_noun(tokens, clause)


def _of_verb(tokens: Sequence[Token], clause: Clause) -> int | None:
    lists = lexicon().lists
    for i in _following(tokens, clause, clause.group.last):
        if i == clause.group.last or tokens[i].quoted:
            continue
        if clause.lemma in lists.get(f"needs_{tokens[i].lower}", ()):
            return i
        if clause.lemma in lists["infinitive_verbs"] and _opens_infinitive(tokens, i):
            return i
    return None


def _of_reason(tokens: Sequence[Token], clause: Clause) -> int | None:
    """Where it is told for what people without a name were arrested."""
    if clause.lemma not in lexicon().lists["reasoned_verbs"]:
        return None
    whom = _object(tokens, clause)
    if clause.group.passive:
        whom = list(tokens[clause.subject.first : clause.subject.last]) if clause.subject else []
    if any(t.tag is Tag.NAME for t in whom):
        return None
    for i in _following(tokens, clause, clause.group.last):
        following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        charged = tokens[i].lower == "on" and following in ("suspicion", "charges")
        times = tokens[i + 1].tag in (Tag.TIME, Tag.NUMBER) if i + 1 < len(tokens) else True
        if charged or (tokens[i].lower in _REASONS and not times) or (following == "connection"):
            return i
    return None


def _of_noun(tokens: Sequence[Token], clause: Clause) -> int | None:
    """Where it is told what a bare law or message says, which may stand behind its place."""
    own = _object(tokens, clause)
    own = own[1:] if own and own[0].tag is Tag.PREPOSITION else own
    if (
        not 1 < len(own) < 4
        or own[0].tag is not Tag.DETERMINER
        or not lexicon().has("bare_nouns", noun_base(own[-1].lower))
    ):
        return None
    first = next(i for i, t in enumerate(tokens) if t is own[-1]) + 1
    which = _without_times(tokens, first)
    if which < len(tokens) and tokens[which].lower in ("that", "which") and tokens[which].tag is Tag.RELATIVE:
        return which
    for i in _following(tokens, clause, first):
        token, after = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
        if after is None or token.quoted:
            return None
        about = token.lower in _ABOUT and i == _without_times(tokens, first) and after.tag is not Tag.TIME
        about = about and not (token.lower == "on" and after.tag is Tag.NAME)  # "A message | on Facebook"
        if _opens_infinitive(tokens, i) or about or _is_participle(tokens, i):
            return i
    return None


def _is_participle(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word in -ing says what the noun before it does, and is no noun ("for worldwide | marketing | and")."""
    noun = tokens[i - 1].tag in (Tag.PREPOSITION, Tag.DETERMINER) or tokens[i - 2].tag is Tag.PREPOSITION
    noun = noun and tokens[i - 1].tag not in (Tag.NAME, Tag.TIME)
    joined = tokens[i + 1].tag in (Tag.CONJUNCTION, Tag.COMMA, Tag.STOP)
    return tokens[i].tag is Tag.PROGRESSIVE and not noun and not joined


def _opens_infinitive(tokens: Sequence[Token], i: int) -> bool:
    after = tokens[i + 1].tag if i + 1 < len(tokens) else None
    return tokens[i].tag is Tag.TO and after in (Tag.BASE, Tag.BE, Tag.HAVE, Tag.DO)


def _without_times(tokens: Sequence[Token], first: int) -> int:
    """The first token from one on that is no time, nor stands before one."""
    i = first
    while i + 1 < len(tokens) and (tokens[i].tag is Tag.TIME or tokens[i + 1].tag is Tag.TIME):
        i += 1
    return i


def _following(tokens: Sequence[Token], clause: Clause, first: int) -> Sequence[int]:
    """The places of the tokens from one on up to the end of what is said, over the place of a place (", Virginia")."""
    last = first
    while last < min(len(tokens), clause.group.last + _REACH):
        token = tokens[last]
        place = token.tag is Tag.COMMA and _is_place_of_place(tokens, last)
        if (token.tag in _ENDS and not place) or _joins_verb(tokens, last):
            break
        last += 1
    return range(first, last)


def _joins_verb(tokens: Sequence[Token], i: int) -> bool:
    after = tokens[i + 1].tag if i + 1 < len(tokens) else None
    verbs = (Tag.PAST, Tag.PRESENT, Tag.HAVE, Tag.BE, Tag.MODAL, Tag.ADVERB, Tag.TIME)
    return tokens[i].tag is Tag.CONJUNCTION and after in verbs


def _is_place_of_place(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma ties a place to that in which it lies ("in Merov, | Virginia"), over whose end nothing stands."""
    after = tokens[comma + 1] if comma + 1 < len(tokens) else None
    return after is not None and after.tag is Tag.NAME and tokens[comma - 1].tag is Tag.NAME


def _object(tokens: Sequence[Token], clause: Clause) -> list[Token]:
    """The object alone, with the particle before it: "on the group", "a doctor | based in Merov"."""
    first = _without_times(tokens, clause.group.last)
    last = first + 1 if first < len(tokens) and tokens[first].tag is Tag.PREPOSITION else first
    while last < len(tokens):
        token = tokens[last]
        owned = token.lower == "of" and last > first
        described = token.tag is Tag.PAST and last > first and tokens[last - 1].tag in (Tag.NOUN, Tag.NAME)
        needed = clause.lemma in lexicon().lists.get(f"needs_{token.lower}", ())
        if (token.tag in _PHRASE_ENDS and (not owned or needed)) or described or token.tag is Tag.TIME:
            break
        last += 1
    return list(tokens[first:last])


def _said_from(tokens: Sequence[Token], start: int) -> list[Token]:
    """What is said from a token on up to an aside, without times."""
    said: list[Token] = []
    which = tokens[start].tag is Tag.RELATIVE
    for i in range(start, len(tokens)):
        token = tokens[i]
        if (
            (token.tag in _ENDS and not (which and i == start))
            or _joins_verb(tokens, i)
            or (i > start and token.text in '“”"()')
            or token.text == "."
        ):
            break
        owned = i + 1 < len(tokens) and tokens[i + 1].tag is Tag.POSSESSIVE
        if token.tag is Tag.POSSESSIVE and tokens[i - 1].tag is Tag.TIME:
            continue
        if token.tag is Tag.TIME and owned:
            continue  # "In connection with | last week's | attack"
        if token.tag is Tag.TIME:
            if said and said[-1].lower in lexicon().lists["time_prepositions"]:
                said.pop()
            break
        said.append(token)
    return said
