"""Which clauses of a sentence report a happening, of what kind, and whether it happened or is said or planned."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.events.deed_words import noun_after, subject_noun, told_in_words
from generator.events.modality import modality_of
from generator.language.clauses import Clause, Role
from generator.language.forms import Form
from generator.language.lexicon import content_lemma, lexicon, noun_base, progressive_form
from generator.language.reading import SentenceReading
from generator.language.subjects import Phrase
from generator.language.tokens import Tag, Token
from generator.model import Modality
from generator.settings import Kind

# "23-7".
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
STATEMENT = "statement"
OTHER = "other"
NEGATED = "said not to have happened"


@dataclass(frozen=True, slots=True)
class Happening:
    """A clause that reports an event: its index in the sentence, the kind, the word that says so, and the modality.

    `governor` is the index of the clause that makes it a plan ("aims to deploy") or a claim; `by_noun` tells that the
    trigger is a noun ("saw a sell-off"). `speaker` stands for the clause's subject: in "according to" somebody, which
    `attributed` tells, and in "there was an explosion".
    """

    clause: int
    kind: Kind
    trigger: str
    modality: Modality
    governor: int | None = None
    by_noun: bool = False
    speaker: Phrase | None = None
    attributed: bool = False


class KindTable:
    """The kinds of event by the words that report them."""

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self.by_name: Mapping[str, Kind] = {kind.name: kind for kind in kinds}
        self.verbs = _index((word, kind) for kind in kinds for word in kind.verbs)
        self.nouns = _index((noun_base(word), kind) for kind in kinds for word in kind.nouns)
        self.other = self.by_name.get(OTHER, Kind(OTHER, "Other events", "#6f6f6f"))

    def of_verb(
        self, clause: Clause, tokens: Sequence[Token], words: frozenset[str], details: frozenset[str]
    ) -> Kind | None:
        """The first kind that the verb, alone or with its particle, reports with what stands in the clause."""
        after = [t.lower for t in tokens[clause.group.last : clause.group.last + 2]]
        longest = [" ".join([clause.lemma, *after[:n]]) for n in (2, 1)]
        phrasal = [kind for words_ in longest for kind in self.verbs.get(words_, [])]
        for kind in [*phrasal, *self.verbs.get(clause.lemma, [])]:
            if _met(kind, words, details):
                return kind
        return None


def _index(pairs: Iterable[tuple[str, Kind]]) -> dict[str, list[Kind]]:
    table: dict[str, list[Kind]] = {}
    for word, kind in pairs:
        table.setdefault(word, []).append(kind)
    return table


def _met(kind: Kind, words: frozenset[str], details: frozenset[str]) -> bool:
    if not kind.needs and not kind.subjects:
        return True
    return bool(details & set(kind.needs)) or bool(words & set(kind.subjects))


def find_happenings(reading: SentenceReading, table: KindTable) -> tuple[list[Happening], list[tuple[int, str]]]:
    """The happenings of one sentence, and for each clause that looked like one and is none, its index and why."""
    if reading.sentence.text.rstrip('"”’) ').endswith("?"):
        return [], []
    found: list[Happening] = []
    dropped: list[tuple[int, str]] = []
    for index, clause in enumerate(reading.clauses):
        happening = _read(reading, index, clause, table)
        if isinstance(happening, Happening):
            found.append(happening)
        elif happening:
            dropped.append((index, happening))
    return found, dropped


def _read(reading: SentenceReading, index: int, clause: Clause, table: KindTable) -> Happening | str | None:
    if reason := _why_none(reading, clause):
        return reason
    if is_scheduled(reading.tokens, clause):
        noun = subject_noun(reading.tokens, clause)
        planned = table.nouns.get(noun, [table.other])[0]
        return Happening(index, planned, noun or clause.lemma, Modality.PLANNED, by_noun=True)
    modality, governor = modality_of(reading, index, clause)
    if modality is None:
        return None
    if modality in (Modality.PLANNED, Modality.PREDICTED) and _is_conditional(reading):
        return "only supposed"
    if existing := _existing(reading.tokens, clause):
        noun = noun_base(reading.tokens[existing.last - 1].lower)
        if noun not in table.nouns:
            return None
        return Happening(index, table.nouns[noun][0], noun, modality, governor, by_noun=True, speaker=existing)
    kind, trigger, by_noun = kind_of_clause(reading, clause, table)
    if kind is None:
        return None
    return Happening(index, kind, trigger, modality, governor, by_noun)


def _why_none(reading: SentenceReading, clause: Clause) -> str | None:
    """Why a clause tells no happening by the words around it."""
    if clause.group.negated or _is_all_but_done(reading.tokens, clause):
        return NEGATED
    if _is_unreal(reading, clause):
        return "only supposed"
    if clause.subject and clause.subject.first and reading.tokens[clause.subject.first - 1].lower == "what":
        return "only names a thing"
    if clause.role is Role.ADVERBIAL and reading.tokens[clause.first].lower in (
        "if",
        "unless",
        "whether",
        "once",
        "provided",
    ):
        return "only supposed"
    if _is_within_supposed(reading, clause):
        return "only supposed"
    place = [t.lower for t in reading.tokens[clause.group.last : clause.group.last + 1]] == ["place"]
    if clause.role is Role.RELATIVE and clause.lemma == "take" and place:
        return "only says when and where it was"
    if _is_finding(reading, clause):
        return "only counts what a study found"
    return None


def _is_all_but_done(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether something did not quite happen ("The company almost collapsed")."""
    before = tokens[max(0, clause.group.first - 1) : clause.group.verb]
    counts = clause.lemma in ("double", "triple", "quadruple", "treble", "halve", "reach", "fill", "sell")
    return any(lexicon().has("all_but", t.lower) for t in before) and not counts


def _is_unreal(reading: SentenceReading, clause: Clause) -> bool:
    """Whether a sentence opens with what did not happen ("Had the plane landed in Lund, it would have …")."""
    tokens = reading.tokens
    opens = tokens[0].lower in ("had", "were", "should") and len(tokens) > 1
    subjects = (Tag.DETERMINER, Tag.NAME, Tag.PRONOUN)
    comma = next((k for k, t in enumerate(tokens) if t.tag is Tag.COMMA), 0)
    return opens and tokens[1].tag in subjects and clause.group.first < comma


def _is_within_supposed(reading: SentenceReading, clause: Clause) -> bool:
    """Whether a clause says when something would be ("the threat that would develop | when the rebels won")."""
    if clause.role is not Role.ADVERBIAL or clause.governor is None or reading.tokens[clause.first].lower != "when":
        return False
    k = clause.first - 1
    before = next((c for c in reversed(reading.clauses) if c.group.last <= clause.first), None)
    return k >= 0 and before is not None and before.form is Form.CONDITIONAL


def _is_finding(reading: SentenceReading, clause: Clause) -> bool:
    """Whether a clause tells over years what a study counted ("A study noted police seized 12 skins from 2013 to")."""
    above = reading.clauses[clause.governor] if clause.governor is not None else None
    if above is None or clause.role is not Role.CONTENT or above.subject is None:
        return False
    own = reading.tokens[above.subject.first : above.subject.last]
    return any(noun_base(t.lower) in ("study", "survey", "poll", "research", "census") for t in own[:3])


def is_scheduled(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a clause says for when something is planned ("further strikes are planned for Thursday")."""
    after = tokens[clause.group.last : clause.group.last + 2]
    told = clause.group.passive and clause.lemma in lexicon().lists["scheduling"]
    return told and len(after) == 2 and after[0].lower == "for" and after[1].tag is Tag.TIME


def _is_conditional(reading: SentenceReading) -> bool:
    """Whether the sentence says what would come if something else did."""
    clauses = (c for c in reading.clauses if c.role is Role.ADVERBIAL)
    return any(reading.tokens[c.first].lower in ("if", "unless", "provided") for c in clauses)


def _existing(tokens: Sequence[Token], clause: Clause) -> Phrase | None:
    """What there was, in "there was an explosion at a plant": the noun phrase up to its preposition."""
    there = clause.subject is not None and tokens[clause.subject.first].lower == "there"
    if not there or clause.lemma != "be":
        return None
    last = clause.group.last
    stops = (Tag.PREPOSITION, Tag.COMMA, Tag.STOP, Tag.TIME, Tag.RELATIVE, Tag.CONJUNCTION, Tag.OTHER, Tag.TO)
    while last < clause.last and tokens[last].tag not in stops:
        last += 1
    return Phrase(clause.group.last, last) if last > clause.group.last else None


def kind_of_clause(reading: SentenceReading, clause: Clause, table: KindTable) -> tuple[Kind | None, str, bool]:
    """The kind of what a clause reports, the word that reports it, and whether that is a noun; no kind if nothing."""
    tokens = reading.tokens
    span = tokens[clause.first : clause.last]
    start, end = (span[0].start, span[-1].end) if span else (0, 0)
    if clause.subject:
        start = min(start, tokens[clause.subject.first].start)
        span = tokens[min(clause.first, clause.subject.first) : clause.last]
    words = frozenset(t.lower for t in span)
    details = frozenset(f.kind for f in reading.figures if start <= f.start < end)
    lists, after = lexicon().lists, _deed_after(tokens, clause)
    announced = clause.lemma in ("announce", "accept") and after in lists["announced_nouns"]
    if (clause.lemma in lists["light_verbs"] or announced) and after in table.nouns:
        return table.nouns[after][0], after, True
    if _is_no_deed(tokens, clause):
        return None, "", False
    if told := told_in_words(tokens, clause):
        kinds = [kind for kind in (*table.verbs.get(told, []), *table.nouns.get(told, [])) if not kind.needs]
        return kinds[0] if kinds else table.other, told, False
    if clause.lemma == "become" and _is_first(tokens, clause) and "milestone" in table.by_name:
        return table.by_name["milestone"], clause.lemma, False
    noun = subject_noun(tokens, clause)
    if clause.lemma in lexicon().lists["occurring_verbs"] and noun in table.nouns:
        return table.nouns[noun][0], noun, True
    if clause.lemma in lexicon().lists["toll_verbs"] | lexicon().lists["shaking_verbs"] and noun in table.nouns:
        return table.nouns[noun][0], noun, False
    kind = _of_match(table.of_verb(clause, tokens, words, details), clause.lemma, words, details, table)
    if kind and kind.name == STATEMENT and clause.group.passive and noun in lexicon().lists["counted_cases"]:
        return table.by_name.get("health", table.other), clause.lemma, False
    if kind and not (kind.name == STATEMENT and clause.form is Form.PROGRESSIVE):
        return kind, clause.lemma, False
    if _finds(reading, clause) and "science" in table.by_name:
        return table.by_name["science"], clause.lemma, False
    scheduled = clause.form is Form.PRESENT and clause.lemma in lexicon().lists["scheduled_verbs"]
    if (clause.lemma in lexicon().lists["stative"] and not scheduled) or clause.form is Form.PROGRESSIVE:
        return None, "", False
    return table.other, clause.lemma, False


def _of_match(
    kind: Kind | None, lemma: str, words: frozenset[str], details: frozenset[str], table: KindTable
) -> Kind | None:
    """The kind of a verb of war or sport by what it is told of: "defeated Essen in the final", "won the election".

    A verb of money is of none where no sum or count is told ("raised the alarm", "ordered three days of mourning").
    """
    lists = lexicon().lists
    if kind is not None and kind.name == "deal" and lemma in lists["money_verbs"] and not {"money", "count"} & details:
        others = (k for k in table.verbs.get(lemma, []) if k is not kind and _met(k, words, details))
        return next(others, table.other)
    war = kind is not None and kind.name == "conflict"
    if war and (words & lists["of_matches"] or any(map(_SCORE.fullmatch, words))):
        return table.by_name.get("sport", kind)
    if lemma == "fire" and words & lists["fired_things"]:
        return table.by_name.get("conflict", kind)
    if kind is not None and kind.name == "sport" and words & lists["of_elections"]:
        return table.by_name.get("people", kind)
    idle = kind is not None and kind.name == "sport" and lemma == "draw" and not words & lists["of_matches"]
    # "Promoted education", not somebody.
    people = lists["offices"] | lists["titles"] | lists["person_nouns"] | {"him", "her"}
    idle = idle or (kind is not None and kind.name == "people" and lemma == "promote" and not words & people)
    return table.other if idle else kind


def _finds(reading: SentenceReading, clause: Clause) -> bool:
    """Whether a study or the like finds something ("A study published on Monday found that …")."""
    index = reading.clauses.index(clause)
    told = any(c.governor == index and c.role is Role.CONTENT for c in reading.clauses)
    words = lexicon().lists
    return told and clause.lemma in words["finding_verbs"] and subject_noun(reading.tokens, clause) in words["studies"]


def _is_no_deed(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a verb only tells what somebody had or had been ("had previously held a post")."""
    noun = noun_after(tokens, clause)
    held = (clause.lemma == "hold" and noun in lexicon().lists["held_states"]) or (clause.lemma, noun) == (
        "mark",
        "time",
    )
    after = [t.lower for t in tokens[clause.group.last : clause.last]]
    if clause.lemma == "rise" and {"fame", "prominence"} & set(after[:4]):
        return True
    if clause.lemma in ("fight", "battle") and lexicon().lists["illnesses"] & set(after[:4]):
        return True
    if clause.lemma == "travel" and after and progressive_form(after[0]) in lexicon().lists["bases"]:
        return True  # "Travelled selling socks"
    if clause.form is Form.PERFECT and "previously" in after:
        return True
    if clause.form is Form.PARTICIPLE and clause.lemma in ("dub", "call", "title", "nickname"):
        return True  # "the issue, dubbed Antennagate by the media"
    before = {t.lower for t in tokens[max(0, clause.group.first - 1) : clause.group.last]}
    return held or (clause.form is Form.PLUPERFECT and bool(before & {"previously", "once", "long", "always"}))


def _is_first(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether what somebody became is the first, or another of a rank."""
    after = [t.lower for t in tokens[clause.group.last : clause.group.last + 2]]
    return after[:1] == ["the"] and after[1:] in (["first"], ["second"], ["youngest"], ["oldest"], ["fastest"])


def _deed_after(tokens: Sequence[Token], clause: Clause) -> str:
    """The noun of what somebody makes or suffers, which of "a coup attempt" is the coup."""
    noun = noun_after(tokens, clause)
    own = [t.lower for t in tokens[clause.group.last : clause.last]]
    at = own.index(noun) if noun in ("attempt", "bid") and noun in own else 0
    return noun_base(own[at - 1]) if at else noun


def topic_words(tokens: Sequence[Token]) -> frozenset[str]:
    """The content lemmas of some tokens: nouns, names, verbs and numbers, without the words that tie them."""
    skipped = (
        Tag.DETERMINER, Tag.PREPOSITION, Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.PRONOUN, Tag.TO,
        Tag.MODAL, Tag.BE, Tag.HAVE, Tag.DO, Tag.ADVERB, Tag.POSSESSIVE, Tag.COMMA, Tag.STOP, Tag.OTHER, Tag.TIME,
    )  # fmt: skip
    return frozenset(content_lemma(t.lower) for t in tokens if t.tag not in skipped and len(t.lower) > 1)
