"""Whether what a clause tells happened, is planned, predicted or only claimed, by its verb and by what governs it."""

from collections.abc import Sequence

from generator.language.clauses import Clause, Role
from generator.language.forms import Form
from generator.language.lexicon import lexicon
from generator.language.reading import SentenceReading
from generator.language.tokens import Tag, Token
from generator.model import Modality

# How many words may follow "it said" at a sentence's end.
_TAIL = 4
_PAST = (Form.PAST, Form.PERFECT, Form.PLUPERFECT, Form.PARTICIPLE)


def modality_of(reading: SentenceReading, index: int, clause: Clause) -> tuple[Modality | None, int | None]:
    """How far a clause's happening is a fact by its form and by what governs it; None where it is no happening."""
    tokens, clauses = reading.tokens, reading.clauses
    above = clauses[clause.governor] if clause.governor is not None else None
    if clause.form is Form.INFINITIVE:
        return _of_infinitive(tokens, clause, above)
    if clause.form is Form.FUTURE:
        if above is not None and above.form is Form.INFINITIVE and above.governor is not None:
            # "Is expected to report that it will beat last year's profit".
            above = clauses[above.governor]
        foreseen = above is not None and clause.role is Role.CONTENT and above.lemma in lexicon().lists["predicting"]
        return (Modality.PREDICTED, clause.governor) if foreseen else (Modality.PLANNED, None)
    if clause.form is Form.PROGRESSIVE_BARE:
        hedged = _hedged(tokens, clause)
        return (Modality.CLAIMED if hedged else Modality.HAPPENED), None
    if clause.form is Form.PRESENT and clause.lemma in lexicon().lists["scheduled_verbs"]:
        return Modality.PLANNED, None
    if clause.form is Form.CONDITIONAL:
        # "Said she would visit the town on Friday".
        told = above is not None and clause.role is Role.CONTENT and above.lemma in lexicon().lists["speech"]
        would = tokens[clause.group.first].lower in ("would", "'d", "’d")
        return (Modality.PLANNED if told and would else None), None
    if clause.form not in (*_PAST, Form.PROGRESSIVE):
        return None, None
    # "It should be mentioned that" is the writer's own word.
    others = above is not None and not (above.group.passive and above.form is Form.CONDITIONAL)
    if above and others and clause.role is Role.CONTENT and _says(above):
        # "Said it is cutting jobs" is what the remark says of its speaker, and no more.
        claimed = above.lemma in lexicon().lists["claiming"] or above.lemma in lexicon().lists["predicting"]
        return (None, None) if speaks_of_itself(tokens, clause) and not claimed else (Modality.CLAIMED, clause.governor)
    if clause.form is Form.PROGRESSIVE:
        own = clause.role in (Role.MAIN, Role.COORDINATE)
        return ((Modality.HAPPENED if announcement(clauses, index) else Modality.PLANNED) if own else None), None
    claimed = _hedged(tokens, clause) or _only_claimed(clauses, clause)
    return (Modality.CLAIMED if claimed else Modality.HAPPENED), None


def announcement(clauses: Sequence[Clause], index: int) -> int | None:
    """The clause at a sentence's end that says by whom its first is told ("Vesta is recalling pumps, it said")."""
    last = len(clauses) - 1
    tells = last > index and clauses[last].role is Role.MAIN and clauses[last].lemma in lexicon().lists["speech"]
    # "The app will be sold in May; Apple announced no new hardware" says another thing.
    tells = tells and clauses[last].last - clauses[last].group.last <= _TAIL
    return last if tells and clauses[last].form is Form.PAST and clauses[index].role is Role.MAIN else None


def announced(clauses: Sequence[Clause], index: int) -> Clause | None:
    """What a clause at a sentence's end tells of what is or will be ("Vesta will build a plant, it said Monday")."""
    told = announcement(clauses, 0) == index
    return clauses[0] if told and clauses[0].form in (Form.FUTURE, Form.PRESENT, Form.CONDITIONAL) else None


def speaks_of_itself(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether what is said is of who says it ("said it had lost $5 billion", "said that its sales rose")."""
    first = tokens[clause.subject.first].lower if clause.subject else ""
    return first in ("it", "they", "he", "she", "we", "i", "its", "their")


def _only_claimed(clauses: Sequence[Clause], clause: Clause) -> bool:
    """Whether the sentence ends by leaving it to somebody ("…, its ministry claimed")."""
    last = clauses[-1]
    return last is not clause and last.role is Role.MAIN and last.lemma in ("claim", "allege", "contend")


def _of_infinitive(tokens: Sequence[Token], clause: Clause, above: Clause | None) -> tuple[Modality | None, int | None]:
    words = lexicon().lists
    if above is None or above.group.negated or above.form is Form.PLUPERFECT:
        return None, None
    if tokens[clause.group.first + 1].tag is Tag.HAVE:
        # "Was reported to have killed", "is believed to have fled"
        told = above.group.passive and (_says(above) or above.lemma in words["predicting"])
        return (Modality.CLAIMED, clause.governor) if told else (None, None)
    others = clause.subject != above.subject
    if above.lemma in words["predicting"] and above.form is Form.PAST and _but_then(tokens, clause):
        return None, None  # "Was expected to resign on Monday but vowed to stay"
    if above.lemma in words["predicting"] and (above.group.passive or others or above.lemma not in words["planning"]):
        return Modality.PREDICTED, clause.governor
    if above.lemma in words["resolving"] and above.form in _PAST and not above.group.passive:
        return Modality.HAPPENED, clause.governor
    if above.lemma in words["planning"] and above.form not in (Form.CONDITIONAL, Form.INFINITIVE):
        return Modality.PLANNED, clause.governor
    if _is_due(tokens, above, clause, "due"):
        return Modality.PLANNED, None
    if _is_due(tokens, above, clause, "likely") and above.group.last < clause.group.first:
        return Modality.PREDICTED, None
    goes = above.lemma in lexicon().lists["going_verbs"] and above.form in _PAST
    between = tokens[above.group.last : clause.group.first]
    if goes and not any(t.lower == "with" or t.tag is Tag.PROGRESSIVE for t in between):
        return Modality.HAPPENED, clause.governor
    return None, None


def _but_then(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether what was expected is followed by what came instead."""
    return any(t.lower in ("but", "instead") for t in tokens[clause.group.last : clause.last + 1])


def _is_due(tokens: Sequence[Token], above: Clause, clause: Clause, how: str) -> bool:
    """Whether something "is to" happen or "is due to", which is no plan where the plan itself is the subject.

    `how` is the word that may stand between, "due" or "likely".
    """
    if above.lemma != "be" or above.form is not Form.PRESENT or above.subject is None:
        return False
    if any(t.lower in lexicon().lists["effort_nouns"] for t in tokens[above.subject.first : above.subject.last]):
        return False
    return all(t.lower == how for t in tokens[above.group.last : clause.group.first])


def _says(clause: Clause) -> bool:
    words = lexicon().lists
    return clause.lemma in words["speech"] or clause.lemma in words["claiming"] or clause.lemma in words["predicting"]


def _hedged(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a word in the clause leaves it to others ("reportedly", "according to reports")."""
    hedges = lexicon().lists["hedges"]
    # "Made landfall, killing at least 20 and leaving reportedly thousands stranded": the landfall is no report, nor
    # is the death of who "died on Monday, reportedly of the flu".
    pairs = range(clause.group.last, clause.last - 1)
    aside = (i for i in pairs if tokens[i].tag is Tag.COMMA and _opens_aside(tokens, i + 1))
    span = tokens[clause.first : next(aside, clause.last)]
    if _of_unnamed(tokens, clause):
        return True
    if any(t.lower in hedges for t in span) or any(
        t.lower in hedges for t in tokens[max(0, clause.group.first - 2) : clause.group.first]
    ):
        return True
    heads = [t.lower for t in tokens[:3]]
    return heads[:2] == ["according", "to"] and lexicon().has("unnamed_sources", heads[-1])


def _opens_aside(tokens: Sequence[Token], i: int) -> bool:
    """Whether what follows a comma is an aside, which has a hedge of its own ("reportedly due to", "killing")."""
    hedges = lexicon().has("hedges", tokens[i].lower)
    own = hedges and i + 1 < len(tokens) and tokens[i + 1].tag not in (Tag.COMMA, Tag.STOP, Tag.OTHER)
    return own or tokens[i].tag is Tag.PROGRESSIVE


def _of_unnamed(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a clause ends by leaving it to people without a name ("…, according to the people")."""
    own = range(clause.group.last, clause.last - 2)
    said = next((i for i in own if [t.lower for t in tokens[i : i + 2]] == ["according", "to"]), None)
    if said is None:
        return False
    light = (Tag.DETERMINER, Tag.NUMBER, Tag.NOUN, Tag.ADVERB)
    end = said + 2
    while end < clause.last and tokens[end].tag in light:
        end += 1
    return any(lexicon().has("unnamed_sources", t.lower) for t in tokens[said + 2 : end])
