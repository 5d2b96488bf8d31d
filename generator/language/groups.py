"""The verb groups of a sentence: auxiliaries and the verb that they carry, with tense, voice and mood."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.language.forms import CLAUSE_OPENERS, PLURAL_VERBS, Form, Group
from generator.language.lexicon import lexicon, participle_form, past_form, progressive_form
from generator.language.present import present_at
from generator.language.tokens import AUXILIARY, Tag, Token

# "A probe called Pathfinder".
_NAMING = ("call", "name", "dub", "title", "nickname")
_PRESUMING = ("confirm", "report", "presume", "believe", "fear", "declare", "pronounce")
_FATES = ("killed", "dead", "injured", "wounded", "drowned", "missing", "infected")
# An aside between an auxiliary and its participle has so many words at most.
_ASIDE = 9
_NO_SUBJECTS = (Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.TO, Tag.NUMBER)
_NOUNISH = {Tag.NOUN, Tag.NAME, Tag.BASE, Tag.PRESENT}


def find_groups(tokens: Sequence[Token]) -> list[Group]:
    """The verb groups of a sentence in order, without those inside quoted speech."""
    groups: list[Group] = []
    i = 0
    while i < len(tokens):
        group = None if tokens[i].quoted else _group_at(tokens, i, groups)
        if group:
            never = i > 0 and tokens[i - 1].tag is Tag.ADVERB and lexicon().has("negations", tokens[i - 1].lower)
            groups.append(replace(group, negated=True) if never else group)
            i = max(group.last, i + 1)
        else:
            i += 1
    return _settle_participles(tokens, groups)


def _group_at(tokens: Sequence[Token], i: int, before: Sequence[Group]) -> Group | None:
    tag = tokens[i].tag
    if tag in AUXILIARY:
        group = _with_auxiliary(tokens, i)
        # "In a process being criticised"
        bare = group is not None and tokens[i].lower == "being"
        return replace(group, form=Form.PARTICIPLE) if group and bare else group
    if tag is Tag.TO:
        return _infinitive(tokens, i)
    if tag is Tag.PAST:
        return _bare_past(tokens, i, before)
    if tag is Tag.PROGRESSIVE:
        return _bare_progressive(tokens, i)
    if tag in (Tag.PRESENT, Tag.BASE):
        return present_at(tokens, i, before)
    return None


def _with_auxiliary(tokens: Sequence[Token], first: int) -> Group | None:
    """A group that an auxiliary opens: has fallen, was being built, will not sell, is constructing."""
    modal = have = be = None
    negated = False
    i = first
    while i < len(tokens) and not tokens[i].quoted:
        token = tokens[i]
        if token.tag in AUXILIARY:
            negated = negated or token.text.endswith(("n't", "n’t"))
            if token.tag is Tag.MODAL:
                modal = token.lower
            elif token.tag is Tag.HAVE:
                have = token.lower
            elif token.tag is Tag.BE:
                be = token.lower
        elif token.tag is Tag.ADVERB:
            negated = negated or lexicon().has("negations", token.lower)
        elif token.lower in ("himself", "herself", "itself", "themselves") and i > first:
            pass  # "Had himself been killed"
        elif within := _time_within(tokens, i) or _aside_within(tokens, i):
            i += within - 1
        else:
            break
        i += 1
    return _finish(tokens, first, i, modal, have, be, negated)


def _time_within(tokens: Sequence[Token], i: int) -> int:
    """How many tokens a time has between an auxiliary and its participle ("was | on Monday | rammed"); 0 if none."""
    length = 2 if tokens[i].lower in ("on", "in") else 1
    parts = tokens[i + length - 1 : i + length + 1]
    return length if len(parts) == 2 and parts[0].tag is Tag.TIME and parts[1].tag is Tag.PAST else 0


def _aside_within(tokens: Sequence[Token], i: int) -> int:
    """How many tokens an aside has between an auxiliary and its participle ("had not | , as of Monday, | met")."""
    if tokens[i].tag is not Tag.COMMA:
        return 0
    closing = next((k for k in range(i + 1, min(i + _ASIDE, len(tokens))) if tokens[k].tag is Tag.COMMA), 0)
    after = next((k for k in range(closing + 1, len(tokens)) if tokens[k].tag is not Tag.ADVERB), 0)
    verbs = (*AUXILIARY, Tag.PAST, Tag.RELATIVE, Tag.CONJUNCTION, Tag.SUBORDINATOR)
    inside = any(t.tag in verbs or t.quoted for t in tokens[i + 1 : closing])
    return closing + 1 - i if closing and not inside and after and tokens[after].tag is Tag.PAST else 0


def _finish(
    tokens: Sequence[Token], first: int, i: int, modal: str | None, have: str | None, be: str | None, negated: bool
) -> Group | None:
    token = tokens[i] if i < len(tokens) else None
    past = participle_form(token.lower) if token and not token.quoted and token.tag is not Tag.NAME else None
    going = progressive_form(token.lower) if token and token.tag is Tag.PROGRESSIVE else None
    tense = _tense(modal, have, be)
    if past and past.is_participle and (be or have) and not (modal and not be and not have):
        # "Have been confirmed killed"
        fate = bool(be) and past.lemma in _PRESUMING and i + 1 < len(tokens) and tokens[i + 1].lower in _FATES
        return Group(first, i + 2 if fate else i + 1, i, past.lemma, tense, passive=bool(be), negated=negated)
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
    if i and lexicon().has("admissions", tokens[i - 1].lower) and not _has_object(tokens, k):
        return None  # "Pleaded guilty to | murder in the stabbing of"
    if token.tag in (Tag.BE, Tag.HAVE):
        past = participle_form(tokens[k + 1].lower) if k + 1 < len(tokens) else None
        had = participle_form(tokens[k + 2].lower) if past and past.lemma == "be" and k + 2 < len(tokens) else None
        if had and had.is_participle:
            return Group(i, k + 3, k + 2, had.lemma, Form.INFINITIVE, passive=True)
        if past and past.is_participle:
            return Group(i, k + 2, k + 1, past.lemma, Form.INFINITIVE, passive=token.tag is Tag.BE)
        return Group(i, k + 1, k, "be" if token.tag is Tag.BE else "have", Form.INFINITIVE)
    if token.lower in lexicon().lists["bases"] and token.tag is not Tag.NAME:
        return Group(i, k + 1, k, token.lower, Form.INFINITIVE)
    return None


def _has_object(tokens: Sequence[Token], verb: int) -> bool:
    after = tokens[verb + 1].tag if verb + 1 < len(tokens) else Tag.STOP
    return after in (Tag.DETERMINER, Tag.NAME, Tag.PRONOUN, Tag.RELATIVE)


def _is_a_shot(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word that is also a noun is one, behind "a" and a word more: "took a parting shot", "a Sarr shot"."""
    if not lexicon().has("nouns_like_pasts", tokens[i].lower) or i < 2:
        return False
    after = tokens[i + 1].tag if i + 1 < len(tokens) else Tag.STOP
    governs = after in (Tag.NAME, Tag.DETERMINER, Tag.NUMBER, Tag.NOUN)
    return tokens[i - 2].lower in ("a", "an", "another") and tokens[i - 1].tag is not Tag.NOUN and not governs


def _bare_past(tokens: Sequence[Token], i: int, groups: Sequence[Group]) -> Group | None:
    """A word in -ed or the like without auxiliary: past tense, a participle after its noun, or only an adjective."""
    form = past_form(tokens[i].lower)
    assert form is not None  # the tag says so
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    joined = before is not None and before.text == "-" and before.end == tokens[i].start  # "now-cancelled"
    if _is_preposition(tokens, i) or joined or _is_linked(i, form.is_participle, groups) or _is_a_shot(tokens, i):
        return None
    named = after is not None and after.tag in _NOUNISH
    superlative = before is not None and before.tag is Tag.NOUN and before.lower.endswith("est")
    newly = before is not None and before.lower.endswith("newly")  # "Newly elected president Ana Prado"
    if named and (superlative or newly or (groups and groups[-1].last == i)):
        return None
    if _is_inverted(tokens, i, form.lemma) or (groups and _says_at_end(tokens, i)):
        return Group(i, i + 1, i, form.lemma, Form.PAST, inverted=True)
    if before is not None and before.tag is Tag.PROGRESSIVE and after is not None and after.tag in _NOUNISH:
        return None
    if before is None or before.tag in _NO_SUBJECTS or _is_counted(tokens, i):
        finite = before is not None and form.is_past and not form.is_participle
        return Group(i, i + 1, i, form.lemma, Form.PAST) if finite else None
    if form.lemma == tokens[i].lower and not _is_plain_past(before, after, first=not groups):
        return None
    k = i - 1
    while k >= 0 and tokens[k].tag in (Tag.ADVERB, Tag.TIME):
        k -= 1
    described = after is not None and after.tag in (Tag.NOUN, Tag.NAME, Tag.BASE)
    if described and form.is_participle and k >= 0 and tokens[k].tag in (Tag.DETERMINER, Tag.POSSESSIVE):
        return None
    attributive = before.tag in (Tag.ADVERB, Tag.CONJUNCTION) and after is not None and after.tag is Tag.NOUN
    opens = i < 2 or tokens[i - 2].tag in (Tag.DETERMINER, Tag.PREPOSITION) or before.lower == "about"
    if attributive and form.is_participle and opens:
        return None
    # "Phytoplankton, also called green algae, grows"
    called = form.lemma in _NAMING and form.is_participle and k >= 0 and tokens[k].tag is Tag.COMMA
    called = called and (k < i - 1 or (after is not None and after.tag is Tag.NAME))
    called = called or (form.is_participle and before.lower == "ever")  # "The largest protest ever held"
    if not form.is_past or called:
        return Group(i, i + 1, i, form.lemma, Form.PARTICIPLE, passive=True)
    agent = tokens[i + 2].tag if i + 2 < len(tokens) else None
    by_agent = after is not None and after.lower == "by" and agent not in (Tag.PROGRESSIVE, Tag.TIME)
    by_agent = by_agent and not _is_amount(tokens, i + 2)
    if form.is_participle and by_agent and before.tag not in (Tag.CONJUNCTION, Tag.RELATIVE):
        return Group(i, i + 1, i, form.lemma, Form.PARTICIPLE, passive=True)
    return Group(i, i + 1, i, form.lemma, Form.PAST)


def _is_counted(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle stands between a number in words and its noun ("two | proposed | changes")."""
    counted = i > 0 and tokens[i - 1].lower in lexicon().lists["several"]
    named = i + 1 < len(tokens) and tokens[i + 1].tag in _NOUNISH
    return counted and named and (i < 2 or tokens[i - 2].tag is not Tag.DETERMINER)


def _is_linked(i: int, participle: bool, groups: Sequence[Group]) -> bool:
    """Whether a participle only describes what something stays or seems ("The museum remained closed")."""
    return participle and bool(groups) and groups[-1].last == i and lexicon().has("linking", groups[-1].lemma)


def _is_preposition(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle only joins what follows ("compared with", "based on")."""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return tokens[i].lower in ("compared", "based", "followed", "owed", "related") and after in (
        "to",
        "with",
        "on",
        "by",
        "from",
    )


def _is_plain_past(before: Token, after: Token | None, *, first: bool) -> bool:
    """Whether a verb whose past is its base ("cut", "set", "hit", "cost") stands where a past tense would.

    After one thing ("an earthquake hit Haiti") it may as well be a noun, unless it is the `first` verb and an object
    begins.
    """
    plural = before.tag is Tag.NOUN and before.lower.endswith("s")
    objects = (Tag.DETERMINER, Tag.NUMBER, Tag.NAME, Tag.PRONOUN)
    if first and before.tag is Tag.NOUN and after is not None and after.tag in objects:
        return True
    subject = before.tag in (Tag.NAME, Tag.PRONOUN, Tag.ADVERB, Tag.COMMA, Tag.CONJUNCTION, Tag.RELATIVE) or plural
    starts = (Tag.DETERMINER, Tag.NUMBER, Tag.NAME, Tag.TIME, Tag.PRONOUN, Tag.ADVERB, Tag.PREPOSITION, Tag.TO)
    if after is None:
        return False
    # "An earthquake that hit eastern Turkey": what a relative pronoun stands before is a verb.
    if before.tag is Tag.RELATIVE and before.lower in ("that", "which", "who"):
        return True
    # "A rocket hit an apartment block": no noun stands before an article.
    governs = before.tag is Tag.NOUN and after.tag is Tag.DETERMINER
    return governs or (subject and (after.tag in starts or after.lower.endswith("s")))


def _is_amount(tokens: Sequence[Token], i: int) -> bool:
    """Whether an amount stands at `i`, over the words that bound it ("by more than 3%")."""
    several = lexicon().lists["several"]
    return any(t.tag is Tag.NUMBER or t.lower in several for t in tokens[i : i + 3])


def _is_inverted(tokens: Sequence[Token], i: int, lemma: str) -> bool:
    before = tokens[i - 1] if i else None
    closes_quote = before is not None and (before.quoted or (before.text in ',"”’' and i > 1 and tokens[i - 2].quoted))
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return bool(
        closes_quote and lexicon().has("speech", lemma) and after and after.tag in (Tag.NAME, Tag.DETERMINER, Tag.NOUN)
    )


def _says_at_end(tokens: Sequence[Token], i: int) -> bool:
    """Whether "said" at a sentence's end is followed by who said it ("…, said the state news agency Friday")."""
    if tokens[i].lower != "said" or tokens[i - 1].tag is not Tag.COMMA:
        return False
    after = tokens[i + 1 :]
    verbs = (*AUXILIARY, Tag.PAST, Tag.COMMA, Tag.RELATIVE, Tag.CONJUNCTION)
    return bool(after) and after[0].tag in (Tag.NAME, Tag.DETERMINER) and not any(t.tag in verbs for t in after)


def _settle_participles(tokens: Sequence[Token], groups: list[Group]) -> list[Group]:
    """Turn a past tense into a participle where the verb before or the next one is that of the clause.

    "The firm founded in 2023 fell"; "it packed doses in containers filled with ice".
    """
    settled = list(groups)
    for index, group in enumerate(groups):
        form = past_form(tokens[group.verb].lower) if group.form is Form.PAST and group.first == group.verb else None
        if not form or not form.is_participle or group.inverted:
            continue
        if group.first and tokens[group.first - 1].lower in ("they", "he", "she", "we", "i"):
            continue
        if lexicon().has("complete_verbs", group.lemma):
            continue  # Nobody is died.
        if _describes_object(tokens, settled[:index], group) or _describes_subject(tokens, groups[index + 1 :], group):
            settled[index] = Group(group.first, group.last, group.verb, group.lemma, Form.PARTICIPLE, passive=True)
    return settled


def _describes_subject(tokens: Sequence[Token], later: Sequence[Group], group: Group) -> bool:
    skipped = (Form.INFINITIVE, Form.PARTICIPLE, Form.PROGRESSIVE_BARE)
    following = next((g for g in later if g.form not in skipped), None)
    if following is None:
        return False
    between = tokens[group.last : following.first]
    at = group.first - 1
    at -= at > 0 and tokens[at].tag is Tag.ADVERB  # ", first elected in 1964, was born"
    before = tokens[at] if at >= 0 else None
    if group.lemma == "say" and between[:1] and between[0].tag is not Tag.TO:
        return False  # "Officials said nearly 14,000 employees"
    if _opens_phrase(tokens, group):
        return True
    if _is_name_alone(tokens, group.first):
        return False  # "Britain voted to leave in a referendum held on Thursday"
    if before is not None and before.tag is Tag.RELATIVE:
        return False  # "A fire that started at a camp site has burned": what follows "that" is its verb.
    if before is not None and before.tag is Tag.COMMA:
        return bool(between) and between[-1].tag is Tag.COMMA
    # "Apologised for the way the government …": a noun phrase after a noun opens a clause.
    opens = any(b.tag is Tag.DETERMINER and a.tag in (Tag.NOUN, Tag.NAME, Tag.TIME) for a, b in pairwise(between))
    parted = _is_parted(between) and not _agrees_with_first(between, tokens[following.first])
    return not opens and not parted and _needs_no_object(between)


def _opens_phrase(tokens: Sequence[Token], group: Group) -> bool:
    """Whether a verb is of what a preposition opens a sentence with ("In a notice | issued at noon the bank said")."""
    own = tokens[1 : group.first]
    nouns = (Tag.DETERMINER, Tag.NOUN, Tag.BASE)
    opens = tokens[0].tag is Tag.PREPOSITION and lexicon().has("staged_verbs", group.lemma)
    return opens and len(own) > 1 and own[0].lower in ("a", "an", "the") and all(t.tag in nouns for t in own)


def _agrees_with_first(between: Sequence[Token], verb: Token) -> bool:
    """Whether a verb of many is not of the name before it ("Letters addressed to Costa and Ana Prado | were found")."""
    joins = [k for k, t in enumerate(between) if t.tag is Tag.CONJUNCTION]
    if len(joins) != 1 or verb.lower not in PLURAL_VERBS:
        return False
    if _is_parted([*between[: joins[0]], *between[joins[0] + 1 :]]):
        return False
    names = [between[joins[0] - 1], *between[joins[0] + 1 :]]
    return joins[0] > 0 and len(names) > 1 and all(t.tag is Tag.NAME for t in names)


def _is_name_alone(tokens: Sequence[Token], end: int) -> bool:
    """Whether a sentence opens with a name that ends at a token, of which no participle says which is meant."""
    if not end or any(token.tag is not Tag.NAME for token in tokens[:end]):
        return False
    # "IPods sold in France" are some of many.
    return not tokens[end - 1].lower.endswith("s") or lexicon().has("places", tokens[end - 1].lower)


def _describes_object(tokens: Sequence[Token], earlier: Sequence[Group], group: Group) -> bool:
    """Whether a verb stands before with nothing in between that could open another clause."""
    before = earlier[-1] if earlier else None
    lists = lexicon().lists
    told = lists["content_speech"] | lists["clause_speech"] | lists["claiming"] | lists["predicting"]
    told |= lists["finding_verbs"] | {"announce", "indicate", "suggest"}
    if before is None or before.form in (Form.PARTICIPLE, Form.PROGRESSIVE_BARE) or before.lemma in told:
        return False
    if _explains_name(tokens, group):
        return True
    between = tokens[before.last : group.first]
    ends = (Tag.NOUN, Tag.NAME, Tag.TIME, Tag.BASE)
    if not between or between[-1].tag not in ends or _is_parted(between):
        return False
    after = tokens[group.last : group.last + 1]
    if after and after[0].tag is Tag.NAME and between[-1].tag is Tag.NOUN and group.lemma in _NAMING:
        return True
    inner = _in_relative(tokens, before) and not any(_is_above(tokens, g, before) for g in earlier[:-1])
    return _needs_no_object(tokens[group.last : group.last + 1]) and not inner


def _explains_name(tokens: Sequence[Token], group: Group) -> bool:
    """Whether a participle between commas tells of the name before it ("met Holm, | arrested in March 2023, | and")."""
    opens = group.first > 1 and tokens[group.first - 1].tag is Tag.COMMA and tokens[group.first - 2].tag is Tag.NAME
    closing = next((k for k in range(group.last, len(tokens)) if tokens[k].tag is Tag.COMMA), 0)
    inside = tokens[group.last : closing]
    return bool(
        opens
        and inside
        and lexicon().has("told_of_names", group.lemma)
        and inside[0].tag in (Tag.PREPOSITION, Tag.TIME)
        and not any(t.tag in (Tag.PAST, *AUXILIARY) for t in inside)
    )


def _is_above(tokens: Sequence[Token], group: Group, relative: Group) -> bool:
    """Whether a verb has its sentence before a relative clause after a comma ("said Lopes, who led work done in")."""
    finite = (Form.PAST, Form.PRESENT, Form.PERFECT, Form.FUTURE)
    apart = any(t.tag is Tag.COMMA for t in tokens[group.last : relative.first])
    return group.form in finite and apart


def _in_relative(tokens: Sequence[Token], group: Group) -> bool:
    """Whether a verb belongs to a relative clause ("the firm that made pumps", "the deal he signed")."""
    i = group.first - 1
    while i >= 0 and tokens[i].tag not in (Tag.COMMA, Tag.STOP):
        told = tokens[i].lower == "that" and i > 0 and tokens[i - 1].tag in (Tag.PAST, Tag.PRESENT, Tag.BASE, Tag.COMMA)
        if tokens[i].tag in (Tag.RELATIVE, Tag.PRONOUN):
            return not told
        i -= 1
    return False


def _is_parted(between: Sequence[Token]) -> bool:
    breaks = (Tag.COMMA, Tag.STOP, Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.PRONOUN)
    # "Trapped | since Monday" opens no clause.
    opens = (k for k, t in enumerate(between) if t.lower in CLAUSE_OPENERS)
    clauses = any(k + 1 >= len(between) or between[k + 1].tag not in (Tag.TIME, Tag.NUMBER) for k in opens)
    return clauses or any(t.tag in breaks or t.quoted for t in between)


def _needs_no_object(between: Sequence[Token]) -> bool:
    where = bool(between) and lexicon().has("place_adverbs", between[0].lower)
    return not between or where or between[0].tag in (Tag.PREPOSITION, Tag.TIME, Tag.ADVERB, Tag.TO)


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
