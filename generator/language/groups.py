"""The verb groups of a sentence: auxiliaries and the verb that they carry, with tense, voice and mood."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.language.lexicon import lexicon, participle_form, past_form, present_form, progressive_form
from generator.language.tokens import Tag, Token

_NOUNISH = {Tag.NOUN, Tag.NAME, Tag.BASE, Tag.PRESENT}
_AUXILIARY = {Tag.MODAL, Tag.HAVE, Tag.BE, Tag.DO}
_AFTER_PRESENT = {
    Tag.TO, Tag.DETERMINER, Tag.NAME, Tag.ADVERB, Tag.RELATIVE, Tag.PREPOSITION, Tag.NUMBER, Tag.PRONOUN,
    Tag.NOUN,
}  # fmt: skip


# Words that may open a clause as well as stand before a noun.
CLAUSE_OPENERS = frozenset(["before", "after", "since", "until", "as", "because", "than"])


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


def find_groups(tokens: Sequence[Token]) -> list[Group]:
    """The verb groups of a sentence in order, without those inside quoted speech."""
    groups: list[Group] = []
    i = 0
    while i < len(tokens):
        group = None if tokens[i].quoted else _group_at(tokens, i, groups)
        if group:
            groups.append(group)
            i = max(group.last, i + 1)
        else:
            i += 1
    return _settle_participles(tokens, groups)


def _group_at(tokens: Sequence[Token], i: int, before: Sequence[Group]) -> Group | None:
    tag = tokens[i].tag
    if tag in _AUXILIARY:
        return _with_auxiliary(tokens, i)
    if tag is Tag.TO:
        return _infinitive(tokens, i)
    if tag is Tag.PAST:
        return _bare_past(tokens, i)
    if tag is Tag.PROGRESSIVE:
        return _bare_progressive(tokens, i)
    if tag in (Tag.PRESENT, Tag.BASE):
        return _present(tokens, i, before)
    return None


def _with_auxiliary(tokens: Sequence[Token], first: int) -> Group | None:
    """A group that an auxiliary opens: has fallen, was being built, will not sell, is constructing."""
    modal = have = be = None
    negated = False
    i = first
    while i < len(tokens) and not tokens[i].quoted:
        token = tokens[i]
        if token.tag in _AUXILIARY:
            negated = negated or token.text.endswith(("n't", "n’t"))
            if token.tag is Tag.MODAL:
                modal = token.lower
            elif token.tag is Tag.HAVE:
                have = token.lower
            elif token.tag is Tag.BE:
                be = token.lower
        elif token.tag is Tag.ADVERB:
            negated = negated or lexicon().has("negations", token.lower)
        else:
            break
        i += 1
    return _finish(tokens, first, i, modal, have, be, negated)


def _finish(
    tokens: Sequence[Token], first: int, i: int, modal: str | None, have: str | None, be: str | None, negated: bool
) -> Group | None:
    token = tokens[i] if i < len(tokens) else None
    past = participle_form(token.lower) if token and not token.quoted and token.tag is not Tag.NAME else None
    going = progressive_form(token.lower) if token and token.tag is Tag.PROGRESSIVE else None
    tense = _tense(modal, have, be)
    if past and past.is_participle and (be or have) and not (modal and not be and not have):
        return Group(first, i + 1, i, past.lemma, tense, passive=bool(be), negated=negated)
    if going and be:
        form = tense if modal or have else Form.PAST if be in ("was", "were") else Form.PROGRESSIVE
        return Group(first, i + 1, i, going, form, negated=negated)
    plain = token.lower if token and not token.quoted and (modal or not (be or have)) and token.tag in (
        Tag.BASE, Tag.NOUN, Tag.PAST, Tag.PRESENT) else None  # fmt: skip
    if plain and not be and not have:
        form = tense if modal else Form.PAST if tokens[first].lower == "did" else Form.PRESENT
        return Group(first, i + 1, i, past.lemma if past and plain not in lexicon().lists["bases"] else plain, form,
                     negated=negated)  # fmt: skip
    lemma = "be" if be else "have" if have else "do"
    if not modal:
        tense = Form.PAST if be in ("was", "were") or have == "had" else Form.PERFECT if be and have else Form.PRESENT
    return Group(first, i, i - 1, lemma, tense, negated=negated)


def _tense(modal: str | None, have: str | None, be: str | None) -> Form:
    if modal:
        return Form.FUTURE if modal in ("will", "shall", "'ll", "wo") else Form.CONDITIONAL
    if have:
        return Form.PLUPERFECT if have == "had" else Form.PERFECT
    return Form.PAST if be in ("was", "were") else Form.PRESENT


def _infinitive(tokens: Sequence[Token], i: int) -> Group | None:
    k = i + 1
    while k < len(tokens) and tokens[k].tag is Tag.ADVERB:
        k += 1
    if k >= len(tokens) or tokens[k].quoted:
        return None
    token = tokens[k]
    if token.tag in (Tag.BE, Tag.HAVE):
        past = participle_form(tokens[k + 1].lower) if k + 1 < len(tokens) else None
        if past and past.is_participle:
            return Group(i, k + 2, k + 1, past.lemma, Form.INFINITIVE, passive=token.tag is Tag.BE)
        return Group(i, k + 1, k, "be" if token.tag is Tag.BE else "have", Form.INFINITIVE)
    if token.lower in lexicon().lists["bases"] and token.tag is not Tag.NAME:
        return Group(i, k + 1, k, token.lower, Form.INFINITIVE)
    return None


def _bare_past(tokens: Sequence[Token], i: int) -> Group | None:
    """A word in -ed or the like without auxiliary: past tense, a participle after its noun, or only an adjective."""
    form = past_form(tokens[i].lower)
    assert form is not None  # the tag says so
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if _is_preposition(tokens, i):
        return None
    inverted = _is_inverted(tokens, i, form.lemma)
    if inverted:
        return Group(i, i + 1, i, form.lemma, Form.PAST, inverted=True)
    if before is not None and before.tag is Tag.PROGRESSIVE and after is not None and after.tag in _NOUNISH:
        return None
    if before is None or before.tag in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.TO, Tag.NUMBER):
        finite = before is not None and form.is_past and not form.is_participle
        return Group(i, i + 1, i, form.lemma, Form.PAST) if finite else None
    if form.lemma == tokens[i].lower and not _is_plain_past(before, after):
        return None
    k = i - 1
    while k >= 0 and tokens[k].tag in (Tag.ADVERB, Tag.TIME):
        k -= 1
    described = after is not None and after.tag in (Tag.NOUN, Tag.NAME, Tag.BASE)
    if described and form.is_participle and k >= 0 and tokens[k].tag in (Tag.DETERMINER, Tag.POSSESSIVE):
        return None
    attributive = before.tag in (Tag.ADVERB, Tag.CONJUNCTION) and after is not None and after.tag is Tag.NOUN
    if attributive and form.is_participle and (i < 2 or tokens[i - 2].tag in (Tag.DETERMINER, Tag.PREPOSITION)):
        return None
    if not form.is_past:
        return Group(i, i + 1, i, form.lemma, Form.PARTICIPLE, passive=True)
    agent = tokens[i + 2].tag if i + 2 < len(tokens) else None
    by_agent = after is not None and after.lower == "by" and agent is not Tag.PROGRESSIVE
    by_agent = by_agent and not _is_amount(tokens, i + 2)
    if form.is_participle and by_agent and before.tag not in (Tag.CONJUNCTION, Tag.RELATIVE):
        return Group(i, i + 1, i, form.lemma, Form.PARTICIPLE, passive=True)
    return Group(i, i + 1, i, form.lemma, Form.PAST)


def _is_preposition(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle only joins what follows ("compared with", "based on")."""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return tokens[i].lower in ("compared", "based", "followed", "owed") and after in ("to", "with", "on", "by", "from")


def _is_plain_past(before: Token, after: Token | None) -> bool:
    """Whether a verb whose past is its base ("cut", "set", "hit", "cost") stands where a past tense would."""
    plural = before.tag is Tag.NOUN and before.lower.endswith("s")
    subject = before.tag in (Tag.NAME, Tag.PRONOUN, Tag.ADVERB, Tag.COMMA, Tag.CONJUNCTION, Tag.RELATIVE) or plural
    starts = (Tag.DETERMINER, Tag.NUMBER, Tag.NAME, Tag.TIME, Tag.PRONOUN, Tag.ADVERB, Tag.PREPOSITION, Tag.TO)
    return subject and after is not None and (after.tag in starts or after.lower.endswith("s"))


def _is_amount(tokens: Sequence[Token], i: int) -> bool:
    """Whether an amount stands at `i`, over the words that bound it ("by more than 3%")."""
    return any(t.tag in (Tag.NUMBER,) for t in tokens[i : i + 3])


def _is_inverted(tokens: Sequence[Token], i: int, lemma: str) -> bool:
    before = tokens[i - 1] if i else None
    closes_quote = before is not None and (before.quoted or (before.text in ',"”’' and i > 1 and tokens[i - 2].quoted))
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return bool(
        closes_quote and lexicon().has("speech", lemma) and after and after.tag in (Tag.NAME, Tag.DETERMINER, Tag.NOUN)
    )


def _settle_participles(tokens: Sequence[Token], groups: list[Group]) -> list[Group]:
    """Turn a past tense into a participle where the next verb shares its subject ("the firm founded in 2023 fell")."""
    settled = list(groups)
    for index, group in enumerate(groups[:-1]):
        form = past_form(tokens[group.verb].lower) if group.form is Form.PAST and group.first == group.verb else None
        if not form or not form.is_participle or group.inverted:
            continue
        skipped = (Form.INFINITIVE, Form.PARTICIPLE, Form.PROGRESSIVE_BARE)
        following = next((g for g in groups[index + 1 :] if g.form not in skipped), None)
        if following is None:
            continue
        between = tokens[group.last : following.first]
        before = tokens[group.first - 1] if group.first else None
        if before is not None and before.tag is Tag.COMMA:
            alone = bool(between) and between[-1].tag is Tag.COMMA
        else:
            breaks = (Tag.COMMA, Tag.STOP, Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.PRONOUN)
            opens = any(t.tag in breaks or t.quoted or t.lower in CLAUSE_OPENERS for t in between)
            alone = not opens and _needs_no_object(between)
        if alone:
            settled[index] = Group(group.first, group.last, group.verb, group.lemma, Form.PARTICIPLE, passive=True)
    return settled


def _needs_no_object(between: Sequence[Token]) -> bool:
    return not between or between[0].tag in (Tag.PREPOSITION, Tag.TIME, Tag.ADVERB, Tag.TO)


def _bare_progressive(tokens: Sequence[Token], i: int) -> Group | None:
    """ "with Meta reportedly starting …": a noun phrase after "with" that an -ing form follows."""
    k = i - 1
    while k > 0 and tokens[k].tag is Tag.ADVERB:
        k -= 1
    if k < 1 or tokens[k].tag not in (Tag.NAME, Tag.NOUN):
        return None
    while k >= 0 and tokens[k].tag in (Tag.NAME, Tag.NOUN, Tag.DETERMINER, Tag.POSSESSIVE):
        k -= 1
    lemma = progressive_form(tokens[i].lower)
    if k < 0 or tokens[k].lower != "with" or lemma is None:
        return None
    return Group(i, i + 1, i, lemma, Form.PROGRESSIVE_BARE)


def _present(tokens: Sequence[Token], i: int, before: Sequence[Group]) -> Group | None:
    """A simple present, where neighbours rule out the noun of the same form."""
    token = tokens[i]
    at = i - 2 if i > 1 and tokens[i - 1].tag is Tag.ADVERB else i - 1
    previous = tokens[at] if at >= 0 else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if previous is None or after is None or _is_compound(tokens, at, i, before):
        return None
    joined = previous.tag is Tag.CONJUNCTION and after.tag in (Tag.NUMBER, Tag.DETERMINER) and bool(before)
    related = previous.tag in (Tag.PRONOUN, Tag.RELATIVE)
    many = previous.lower.endswith("s") and not previous.lower.endswith("ss")
    singular = related or joined or previous.tag is Tag.NAME or (previous.tag is Tag.NOUN and not many)
    plural = (previous.tag is Tag.NOUN and many) or previous.tag is Tag.RELATIVE
    if token.tag is Tag.PRESENT and singular:
        lemma = present_form(token.lower)
        governs = lemma in _governing() and any(t.tag is Tag.TO for t in tokens[i + 2 : i + 6])
        if lemma and (after.tag is not Tag.NOUN or related or governs):
            return Group(i, i + 1, i, lemma, Form.PRESENT)
    if token.tag is Tag.BASE and plural and after.tag is not Tag.NOUN:
        return Group(i, i + 1, i, token.lower, Form.PRESENT)
    return None


def _is_compound(tokens: Sequence[Token], at: int, i: int, before: Sequence[Group]) -> bool:
    """Whether a word in -s or like a base form is a noun: after a number or adjective, or where a verb is there."""
    previous, after = tokens[at], tokens[i + 1]
    if after.tag not in _AFTER_PRESENT or _verb_follows(tokens, i + 1):
        return True
    if previous.lower in lexicon().lists["adjectives"] or (at and tokens[at - 1].tag is Tag.NUMBER):
        return True
    if i == 1 and previous.tag is Tag.NAME and _is_common(previous.lower):
        return True
    told = bool(before) and before[-1].lemma in lexicon().lists["speech"]
    return not told and _open_clause(before, tokens, i)


def _is_common(word: str) -> bool:
    """Whether the capitalised word that opens a sentence is an everyday one ("Stock markets fell")."""
    lists = lexicon().lists
    return word.endswith(("al", "ic", "ous", "ive", "ed")) or any(word in lists[n] for n in ("bases", "common_nouns"))


def _governing() -> frozenset[str]:
    return lexicon().lists["planning"] | lexicon().lists["predicting"]


def _verb_follows(tokens: Sequence[Token], i: int) -> bool:
    """Whether only adverbs stand between `i` and another verb."""
    while i < len(tokens) and tokens[i].tag is Tag.ADVERB:
        i += 1
    return i < len(tokens) and tokens[i].tag in (Tag.PAST, *_AUXILIARY)


def _open_clause(before: Sequence[Group], tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb stands before `i` with nothing in between that could open a new clause."""
    if not before:
        return False
    breaks = (Tag.COMMA, Tag.STOP, Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.RELATIVE)
    return not any(t.tag in breaks for t in tokens[before[-1].last : i])
