"""A sentence's tokens into clauses: each verb with its subject, its object, its tense, and the words that are its own.

This is shallow reading, not parsing: it takes the verb groups from left to right, finds the noun phrase before each,
and closes a clause where the next begins. It stays behind `find_clauses`, so that a parser could take its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.language.forms import CLAUSE_OPENERS, Form, Group
from generator.language.groups import find_groups
from generator.language.lexicon import lexicon, past_form
from generator.language.subjects import (
    Phrase,
    antecedent,
    phrase_after,
    phrase_before,
    subject_before,
)
from generator.language.tokens import Tag, Token


class Role(StrEnum):
    """How a clause stands in its sentence."""

    MAIN = "main"
    COORDINATE = "coordinate"
    CONTENT = "content"
    RELATIVE = "relative"
    INSERTED = "inserted"
    ADVERBIAL = "adverbial"
    INFINITIVE = "infinitive"


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb and what belongs to it; `first` and `last` bound its own tokens.

    `governor` is the index of the clause above it. `subject` is None where the sentence does not name one; a
    coordinate verb takes over the subject before it ("launched X and sold Y").
    """

    group: Group
    role: Role
    first: int
    last: int
    subject: Phrase | None
    governor: int | None = None

    @property
    def lemma(self) -> str:
        """The base form of the main verb."""
        return self.group.lemma

    @property
    def form(self) -> Form:
        """The tense or mood of the verb group."""
        return self.group.form


def find_clauses(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """The clauses of one sentence, in the order of their verbs; those inside quoted speech are left out."""
    groups = find_groups(tokens)
    clauses: list[Clause] = []
    for index, group in enumerate(groups):
        floor = groups[index - 1].last if index else 0
        clause = _place(tokens, group, floor, clauses)
        if clause.role is Role.COORDINATE:
            clause = replace(clause, subject=_heir(clauses, within=_goes_on_within(tokens, clauses, group)))
            apart = clauses[-1].role is Role.RELATIVE and tokens[max(0, group.first - 2)].tag is Tag.COMMA
            if not apart and _shares_auxiliary(tokens, clauses[-1].group, group):
                passive = replace(group, passive=True, form=clauses[-1].group.form)
                clause = replace(clause, group=passive, subject=_nearest(tokens, clauses, group) or clause.subject)
        clauses.append(clause)
    return _close(tokens, clauses)


def _shares_auxiliary(tokens: Sequence[Token], before: Group, group: Group) -> bool:
    """Whether a participle is joined to a passive ("was arrested at a hotel and | charged a week later")."""
    form = past_form(tokens[group.verb].lower) if group.first == group.verb else None
    if not before.passive or before.first == before.verb or form is None or not form.is_participle:
        return False
    after = tokens[group.last].tag if group.last < len(tokens) else Tag.STOP
    light = (Tag.TIME, Tag.ADVERB, Tag.PREPOSITION, Tag.STOP, Tag.COMMA, Tag.OTHER, Tag.TO, Tag.CONJUNCTION, Tag.NUMBER)
    return group.form is Form.PAST and after in light


def _place(tokens: Sequence[Token], group: Group, floor: int, before: Sequence[Clause]) -> Clause:
    """The clause of a verb group, by its form, then by the word that opens it, then by what stands before."""
    above = len(before) - 1 if before else None
    if group.form is Form.PROGRESSIVE_BARE:
        # "Dropped at the open with the FTSE losing 11%": the subject begins after "with".
        floor = max((i + 1 for i in range(floor, group.first) if tokens[i].lower == "with"), default=floor)
    if group.form is Form.INFINITIVE:
        subject = _of_infinitive(tokens, group, before[-1]) if before else None
        return Clause(group, Role.INFINITIVE, group.first, group.last, subject, above)
    if group.inverted:
        return Clause(group, Role.MAIN, floor, group.last, phrase_after(tokens, group.last))
    own = [c.group.last for c in before if c.role in (Role.MAIN, Role.COORDINATE, Role.CONTENT, Role.ADVERBIAL)]
    subject, first = subject_before(tokens, group.first, floor, own)
    carried = _before_infinitive(tokens, group, before) or _over_relative(tokens, first, group.first, before)
    relative = group.first > 0 and tokens[group.first - 1].tag is Tag.RELATIVE
    if carried and group.form is not Form.PARTICIPLE and not relative:
        subject, first = carried, carried.first
    lead = first - 1
    while lead >= floor and tokens[lead].tag is Tag.ADVERB and tokens[lead].lower != "since":
        lead -= 1
    lead -= 2 * (lead > 0 and tokens[lead].lower == "than" and tokens[lead - 1].lower in ("more", "fewer", "less"))
    tag = tokens[lead].tag if lead >= floor or _opens_over_relative(tokens, lead, before) else None
    if group.form in (Form.PARTICIPLE, Form.PROGRESSIVE_BARE):
        if tag is Tag.COMMA and subject is None:
            subject = phrase_before(tokens, lead, floor)
            if subject and tokens[lead - 1].tag is Tag.NAME and lexicon().has("told_of_names", group.lemma):
                # "The detention of Daniel Holm, | arrested in March"
                ties = (i for i in range(subject.last - 1, subject.first, -1) if tokens[i].tag is Tag.PREPOSITION)
                subject = Phrase(next(ties, subject.first - 1) + 1, subject.last)
        if subject and subject.last == group.first:
            # "Rejected changes in a referendum | held on Friday"
            ties = (i for i in range(subject.last - 2, subject.first, -1) if tokens[i].tag is Tag.PREPOSITION)
            tie = next((i for i in ties if tokens[i + 1].lower in ("a", "an")), None)
            subject = Phrase(tie + 1, subject.last) if tie is not None else subject
        return Clause(group, Role.INSERTED, group.first, group.last, subject, above)
    opened = _opened(tokens, group, lead if tag else -1, subject, floor, before)
    return opened or _joined(tokens, group, first, tag, subject, before)


def _opens_over_relative(tokens: Sequence[Token], lead: int, before: Sequence[Clause]) -> bool:
    """Whether a word opens a clause whose verb comes after a relative clause ("| when the rebels, who fled, won")."""
    if lead < 0 or not before or before[-1].role is not Role.RELATIVE or not before[-1].first > lead:
        return False
    opens = tokens[lead].tag is Tag.SUBORDINATOR or tokens[lead].lower in ("when", "because", "until")
    return opens and all(c.first != lead and c.group.first <= c.last for c in before)


def _opened(
    tokens: Sequence[Token], group: Group, lead: int, subject: Phrase | None, floor: int, before: Sequence[Clause]
) -> Clause | None:
    """The clause that the word at `lead` opens ("which", "that", "when", "although"); None if it opens none."""
    above = len(before) - 1 if before else None
    if lead < 0:
        return None
    word, tag = tokens[lead].lower, tokens[lead].tag
    if before and word in ("when", "while", "once", "until") and _is_bare_participle(tokens, group, lead):
        # "Entered politics | when elected in 2001"
        return Clause(
            replace(group, passive=True), Role.ADVERBIAL, lead, group.last, _heir(before, within=False), above
        )
    if tag is Tag.RELATIVE and (subject is None or word in ("which", "who", "whom", "whose", "where")):
        return Clause(group, Role.RELATIVE, lead, group.last, subject or antecedent(tokens, lead, floor), above)
    if tag is Tag.SUBORDINATOR or word in CLAUSE_OPENERS or word == "when":
        return Clause(group, Role.ADVERBIAL, lead, group.last, subject, above)
    if tag is Tag.RELATIVE:
        role = Role.RELATIVE if _follows_noun(tokens, lead, before) else Role.CONTENT
        return Clause(group, role, lead, group.last, subject, above)
    if tag is Tag.CONJUNCTION and subject is None and above is not None:
        return Clause(group, Role.COORDINATE, lead, group.last, None, above)
    return None


def _is_bare_participle(tokens: Sequence[Token], group: Group, lead: int) -> bool:
    """Whether a verb group is a participle alone, straight after the word that opens its clause."""
    form = past_form(tokens[group.verb].lower) if group.first == group.verb == lead + 1 else None
    return form is not None and form.is_participle and not lexicon().has("complete_verbs", group.lemma)


def _follows_noun(tokens: Sequence[Token], that: int, before: Sequence[Clause]) -> bool:
    """Whether "that" takes up a common noun ("dealerships that it was closing") rather than what is said or known."""
    above = before[-1] if before else None
    if above is None or that < 2:
        return False
    noun = tokens[that - 1].tag is Tag.NOUN or tokens[that - 1].text == ")" or tokens[that - 2].tag is Tag.DETERMINER
    if not noun:
        return False
    lists = lexicon().lists
    return not any(above.lemma in lists[name] for name in ("speech", "claiming", "predicting", "planning", "stative"))


def _joined(
    tokens: Sequence[Token],
    group: Group,
    first: int,
    tag: Tag | None,
    subject: Phrase | None,
    before: Sequence[Clause],
) -> Clause:
    """A clause that no word opens: what somebody says, what goes on with the same subject, or a clause of its own."""
    above = len(before) - 1 if before else None
    takes_up = subject is not None and (
        (tokens[first].tag is Tag.PRONOUN and tag in (Tag.NOUN, Tag.NAME, Tag.BASE))
        or (tokens[first].tag is Tag.DETERMINER and tag is Tag.NOUN and not _tells(tokens, first, before))
    )
    if takes_up:
        return Clause(group, Role.RELATIVE, first, group.last, subject, above)
    if subject is None and before:
        whose = _over_whose(tokens, group, before)
        if whose:
            return Clause(group, Role.MAIN, whose.first, group.last, whose)
        return Clause(group, Role.COORDINATE, group.first, group.last, None, above)
    tells = before and (before[-1].lemma in lexicon().lists["speech"] or before[-1].lemma == "rule")
    if tells and before[-1].role is not Role.INSERTED:
        # "Besson, who denies the charges, resigned": the verb is not what he denies.
        after = before[-1].group.last
        that = first > after and tokens[after].lower == "that"  # "Noted that just last week police killed two"
        told = first >= after and _is_told(tokens[after + that : first])
        opens = after if told and that else first
        return Clause(group, Role.CONTENT if told else Role.MAIN, opens, group.last, subject, above)
    # "…, or early next year, | she said": the time is of what she said.
    says = group.lemma in lexicon().lists["speech"] and before and len(tokens) - group.last < 3
    return Clause(group, Role.MAIN, first if says else _with_opening(tokens, first, before), group.last, subject)


def _over_whose(tokens: Sequence[Token], group: Group, before: Sequence[Clause]) -> Phrase | None:
    """Whom a clause with "whose" parts from the verb ("Costa, | whose hits include “Sol”, | was found dead")."""
    opens = before[0].first
    alone = before[0].role is Role.RELATIVE and tokens[opens].lower == "whose" and tokens[opens - 1].tag is Tag.COMMA
    within = all(c.role in (Role.RELATIVE, Role.COORDINATE, Role.INFINITIVE, Role.INSERTED) for c in before)
    closes = group.first - 1
    while closes > opens and tokens[closes].tag is Tag.OTHER:
        closes -= 1
    return antecedent(tokens, opens, 0) if alone and within and tokens[closes].tag is Tag.COMMA else None


def _tells(tokens: Sequence[Token], first: int, before: Sequence[Clause]) -> bool:
    """Whether only the one who is told stands between a verb of speech and a clause ("told reporters the …")."""
    return bool(before) and before[-1].lemma in lexicon().lists["speech"] and first - before[-1].group.last < 2


def _with_opening(tokens: Sequence[Token], first: int, before: Sequence[Clause]) -> int:
    """Where a clause begins, the time before its subject included ("…, and in 1984 the Macintosh was released")."""
    floor = before[-1].group.last if before else 0
    k = first - 1
    while k > floor and tokens[k].tag in (Tag.COMMA, Tag.ADVERB):
        k -= 1
    if k > floor and tokens[k].tag is Tag.NAME and tokens[k + 1].tag is Tag.COMMA:
        return _with_place(tokens, k, floor, first)
    if k <= floor or tokens[k].tag is not Tag.TIME:
        return first
    while k - 2 > floor and tokens[k - 2].tag is Tag.TIME and tokens[k - 1].text in "-–—":
        k -= 2  # "2010-11"
    k -= 2 if tokens[k - 1].tag is Tag.PREPOSITION else 1
    opens = k >= floor and (tokens[k].tag in (Tag.COMMA, Tag.CONJUNCTION, Tag.STOP) or tokens[k].lower == "when")
    return k + 1 if opens else first


def _with_place(tokens: Sequence[Token], name: int, floor: int, first: int) -> int:
    """Where a clause begins that a place opens ("…, and in New Hampshire, | an election was held"), else `first`."""
    k = name
    while k > floor and tokens[k].tag is Tag.NAME:
        k -= 1
    opens = k > floor and tokens[k].lower in ("in", "at", "near") and tokens[k - 1].tag in (Tag.COMMA, Tag.CONJUNCTION)
    return k if opens else first


def _is_told(between: Sequence[Token]) -> bool:
    """Whether what follows a verb of speech is what was said, over a time or the one who was told."""
    light = (Tag.TIME, Tag.ADVERB, Tag.NAME, Tag.PREPOSITION)
    return len(between) <= 5 and all(t.tag in light for t in between)


def _heir(before: Sequence[Clause], *, within: bool) -> Phrase | None:
    """The subject that a coordinate verb takes over: that of the last clause which is not put into another.

    A verb `within` a clause with "when" goes on with that ("when officers found | and freed her").
    """
    if before[-1].role is Role.ADVERBIAL and before[-1].subject and not before[-1].group.negated and within:
        return before[-1].subject
    main = next((c for c in before if c.role is Role.MAIN), before[0])
    present = main.form in (Form.PRESENT, Form.PROGRESSIVE)
    if before[-1].role is Role.RELATIVE and before[-1].form is Form.PERFECT and present and before[-1].subject:
        return before[-1].subject  # "Are searching for victims of floods that have killed ten, | injured | hundreds"
    for clause in reversed(before):
        if clause.role in (Role.MAIN, Role.COORDINATE, Role.CONTENT) and clause.subject:
            return clause.subject
    return None if before[-1].role is Role.INSERTED else before[-1].subject


def _goes_on_within(tokens: Sequence[Token], before: Sequence[Clause], group: Group) -> bool:
    """Whether a verb follows one with "when" or "while" with only "and" between ("when they found | and freed")."""
    if not before or tokens[before[-1].first].lower not in ("when", "while", "where", "as"):
        return False
    between = tokens[before[-1].group.last : group.first]
    return len(between) < 4 and not any(t.tag in (Tag.COMMA, Tag.STOP) for t in between)


def _nearest(tokens: Sequence[Token], before: Sequence[Clause], group: Group) -> Phrase | None:
    """The subject of the clause just before, whatever its role, if no comma stands between its verb and the next."""
    apart = any(t.tag in (Tag.COMMA, Tag.STOP) for t in tokens[before[-1].group.last : group.first])
    return None if apart else before[-1].subject


def _close(tokens: Sequence[Token], clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Give each clause its end: where the next one begins, or the comma that closes what was inserted."""
    closed: list[Clause] = []
    for index, clause in enumerate(clauses):
        following = clauses[index + 1] if index + 1 < len(clauses) else None
        # A later clause may begin before the next: "scored but Rolfo, who joined in 2021, hit the winner".
        beginnings = [c.first for c in clauses[index + 1 :] if c.first > clause.group.last]
        last = min(beginnings, default=len(tokens))
        if following and following.first <= clause.group.last:
            last = max(clause.group.last, following.group.first)
        if following and following.form is Form.PROGRESSIVE_BARE:
            # "Opened lower with the Dow falling": what follows "with" is of the other verb.
            last = max((i for i in range(clause.group.last, last) if tokens[i].lower == "with"), default=last)
        if clause.role in (Role.INSERTED, Role.RELATIVE):
            last = next((i for i in range(clause.group.last, last) if _closes(tokens, i)), last)
        last = next((i for i in range(clause.group.last, last) if _parts(tokens, i)), last)
        closed.append(clause if clause.last == last else replace(clause, last=last))
    if closed:
        opening = next((i for i, c in enumerate(closed) if c.role is Role.MAIN), 0)
        if all(c.group.first >= closed[opening].first for c in closed):
            closed[opening] = replace(closed[opening], first=0)
    return tuple(closed)


def _closes(tokens: Sequence[Token], i: int) -> bool:
    """Whether a comma or other mark closes what was inserted, and sets no place apart ("in Goa, India, on Sunday")."""
    if tokens[i].tag is not Tag.COMMA:
        return tokens[i].tag is Tag.STOP
    return not (_opens_place(tokens, i) or any(_opens_place(tokens, k) for k in range(max(0, i - 4), i)))


def _opens_place(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma after a place opens the name of the one that it lies in, closed by another comma."""
    if tokens[comma].tag is not Tag.COMMA or comma < 2 or tokens[comma - 1].tag is not Tag.NAME:
        return False
    before = comma - 1
    while before > 0 and tokens[before].tag is Tag.NAME:
        before -= 1
    end = comma + 1
    while end < len(tokens) and tokens[end].tag is Tag.NAME:
        end += 1
    placed = tokens[before].lower in ("in", "at", "near", "of", "outside")
    return placed and comma + 1 < end <= comma + 3 and end < len(tokens) and tokens[end].tag is Tag.COMMA


def _parts(tokens: Sequence[Token], i: int) -> bool:
    """Whether a mark parts clauses; a dash without a gap stands within a name ("the Mysuru–Bengaluru express")."""
    return tokens[i].text in ";—–" and not (tokens[i].text == "–" and tokens[i].start == tokens[i - 1].end)


def _of_infinitive(tokens: Sequence[Token], group: Group, above: Clause) -> Phrase | None:
    """The subject of an infinitive: that of the clause above, or what is expected or told to do it."""
    told = phrase_before(tokens, group.first, above.group.last)
    lists = lexicon().lists
    named = (
        told is not None and told.first == above.group.last and above.lemma in lists["planning"] | lists["predicting"]
    )
    # "Proposed a plan to lend more": the plan is not who lends.
    own = tokens[told.first : told.last] if told else []
    head = next((k for k, t in enumerate(own) if t.tag is Tag.PREPOSITION), len(own))
    thing = head > 0 and own[head - 1].lower in lists["effort_nouns"]
    return told if named and not thing else above.subject


def _over_relative(tokens: Sequence[Token], first: int, verb: int, before: Sequence[Clause]) -> Phrase | None:
    """The subject of a verb that a relative clause or a participle parts from it.

    "The quake that struck Lombok killed 27", "a fire that began at a camp site burned"; "the party led by Shaw won".
    """
    inner = before[-1] if before else None
    # "The concert that was to be held nearby was cancelled": the infinitive is of the relative clause.
    relative = next((c for c in reversed(before) if c.role is not Role.INFINITIVE), None)
    if relative is None or inner is None or relative.subject is None:
        return None
    if first < verb and (first < relative.first or _takes_clause(inner.lemma)):
        return None  # "Records that showed a bomber had sunk", "the army — whose chief is here — entered"
    if relative.role not in (Role.RELATIVE, Role.INSERTED):
        return None
    if relative.role is Role.INSERTED:
        near = relative.form is Form.PARTICIPLE and relative.subject.last == relative.first
        led = not _opens_between(tokens[relative.group.last : verb])
        return _whole(tokens, relative.subject) if near and led else None
    opening = next((c for c in before if c.role is Role.RELATIVE), relative)
    own = all(c.role in (Role.RELATIVE, Role.COORDINATE, Role.INFINITIVE, Role.INSERTED) for c in before)
    if own and not any(_closes(tokens, i) for i in range(opening.first, verb)):
        # "A gunman who held staff hostage at a bank was shot": the sentence has no other verb of its own.
        return _whole(tokens, opening.subject) if opening.subject else None
    parted = any(_closes(tokens, i) for i in range(relative.first, first))
    light = (Tag.PREPOSITION, Tag.TIME, Tag.ADVERB)
    end = inner.group.last
    where = first >= end and all(t.tag in light and t.lower not in CLAUSE_OPENERS for t in tokens[end:first])
    near = where or all(t.tag in light for t in tokens[end:verb])
    return _whole(tokens, relative.subject) if near and not parted else None


def _opens_between(between: Sequence[Token]) -> bool:
    """Whether something between a participle and a verb opens a clause ("built in 1950 | after the war | ended")."""
    stops = (Tag.COMMA, Tag.STOP, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.CONJUNCTION, Tag.PRONOUN)
    for k, token in enumerate(between):
        following = between[k + 1].tag if k + 1 < len(between) else Tag.STOP
        if token.tag is Tag.CONJUNCTION and k and between[k - 1].tag is following is Tag.NAME:
            continue
        if token.tag in stops or (token.lower in CLAUSE_OPENERS and following not in (Tag.TIME, Tag.NUMBER)):
            return True
    return False


def _whole(tokens: Sequence[Token], person: Phrase) -> Phrase:
    """The phrase of which a relative clause is only about the person ("the body of | a tourist | who was missing")."""
    if person.first == 0 or tokens[person.first - 1].tag is not Tag.PREPOSITION:
        return person
    whole = phrase_before(tokens, person.last, 0)
    return whole if whole and whole.first < person.first else person


def _takes_clause(lemma: str) -> bool:
    """Whether a verb may have a clause for its object without "that" before it."""
    lists = lexicon().lists
    return any(lemma in lists[name] for name in ("speech", "claiming", "predicting", "finding_verbs"))


def _before_infinitive(tokens: Sequence[Token], group: Group, before: Sequence[Clause]) -> Phrase | None:
    """The subject of a verb whose noun carries an infinitive ("DeepSeek's ability to produce chips has grown")."""
    if not before or before[-1].role is not Role.INFINITIVE or any(c.role is not Role.INFINITIVE for c in before):
        return None
    infinitive = before[-1].group
    if any(t.tag in (Tag.COMMA, Tag.STOP, Tag.RELATIVE) for t in tokens[infinitive.last : group.first]):
        return None
    return phrase_before(tokens, infinitive.first, 0)
