"""What somebody announces of himself: "said it was recalling 12,000 cars" is a recall, "said it would buy" a deal."""

from dataclasses import replace

from generator.events.drafts import Draft
from generator.events.happenings import OTHER, STATEMENT, Happening, KindTable, kind_of_clause
from generator.events.modality import speaks_of_itself
from generator.language.clauses import Clause, Role
from generator.language.forms import Form
from generator.language.reading import SentenceReading
from generator.language.tokens import Tag
from generator.model import Modality

_PLANNED = (Form.FUTURE, Form.CONDITIONAL)
_TELL_NO_DEED = frozenset({OTHER, STATEMENT})


def with_deed(sentence: SentenceReading, draft: Draft, table: KindTable) -> Draft:
    """The draft of a remark as one of the deed that it announces; any other draft as it is.

    What somebody is doing or has agreed to do is done when he says so. What a body will do is only announced: its
    remark keeps its own words, and is of the deed's kind.
    """
    said = draft.happening
    announces = draft.clause.lemma in ("announce", "say", "confirm") and not draft.clause.group.passive
    if not announces or said.attributed or said.modality is not Modality.HAPPENED:
        return draft
    index = _told_of_itself(sentence, said.clause)
    if index is None:
        return draft
    told = sentence.clauses[index]
    doing = sentence.tokens[told.group.verb].tag is Tag.PROGRESSIVE
    if doing and told.form in (Form.PROGRESSIVE, Form.PAST):
        return _as_deed(sentence, draft, table, index, None)
    agreed = _agreed(sentence, index)
    if agreed is not None:
        return _as_deed(sentence, draft, table, agreed, index)
    body = sentence.tokens[told.subject.first].lower in ("it", "they") if told.subject else False
    if told.form in _PLANNED and draft.times and body:
        kind, trigger, _ = kind_of_clause(sentence, told, table)
        if kind is not None and kind.name not in _TELL_NO_DEED:
            return replace(draft, happening=replace(said, kind=kind, trigger=trigger), deed=told)
    return draft


def _told_of_itself(sentence: SentenceReading, above: int) -> int | None:
    """The clause in which a speaker tells what he himself does or will do; None if there is none, or it is denied."""
    for index, clause in enumerate(sentence.clauses):
        told = clause.governor == above and clause.role is Role.CONTENT and not sentence.tokens[clause.first].quoted
        if told:
            return index if speaks_of_itself(sentence.tokens, clause) and not clause.group.negated else None
    return None


def _agreed(sentence: SentenceReading, index: int) -> int | None:
    """The clause of what somebody has agreed to do ("said it had agreed | to buy Halden")."""
    if sentence.clauses[index].lemma != "agree" or sentence.clauses[index].form in _PLANNED:
        return None
    clauses = enumerate(sentence.clauses)
    return next((i for i, c in clauses if c.governor == index and c.role is Role.INFINITIVE), None)


def _as_deed(sentence: SentenceReading, draft: Draft, table: KindTable, index: int, governor: int | None) -> Draft:
    clause: Clause = sentence.clauses[index]
    kind, trigger, by_noun = kind_of_clause(sentence, clause, table)
    own = sentence.tokens[clause.subject.first].lower if clause.subject else ""
    if kind is None or kind.name in _TELL_NO_DEED or clause.group.passive or own in ("its", "their", "his", "her"):
        return draft
    happening = Happening(index, kind, trigger, Modality.HAPPENED, governor, by_noun)
    return replace(draft, happening=happening, clause=clause)
