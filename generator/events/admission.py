"""Whether what looks like a happening is worth a mention; if not, why not, in words."""

from collections.abc import Sequence

from generator.events.happenings import NEGATED, OTHER, STATEMENT, Happening
from generator.events.modality import announced, announcement, speaks_of_itself
from generator.events.moments import CAUSES, OF_MANY, why_no_moment
from generator.events.phrases import is_bare, is_existential, is_pronoun
from generator.events.sessions import why_no_move
from generator.language.clauses import Clause, Role
from generator.language.forms import Form
from generator.language.lexicon import lexicon, noun_base
from generator.language.reading import SentenceReading
from generator.language.tokens import Tag, Token
from generator.model import Modality, Precision, ResolvedTime

UNKIND = "no known kind of event, and no date"
IN_PASSING = "mentioned in passing, without a date"
NAMELESS = "no date and no name"
# What is left out for one of these reasons is a source all the same if another article dates the event.
WEAK = frozenset({UNKIND, IN_PASSING, NAMELESS, OF_MANY})
_NOBODY = frozenset(
    ["somebody", "someone", "anybody", "anyone", "everybody", "everyone", "nobody", "something", "either"]
)


def why_not(
    sentence: SentenceReading,
    happening: Happening,
    subject: str | None,
    resolved: bool,
    times: Sequence[ResolvedTime],
    *,
    leads: bool = False,
) -> str | None:
    """Why a happening is no mention, or None if it is one.

    One that `leads` the article is its news, and may name only where or whom it struck.

    What a source dates is worth more than what it leaves undated: an undated happening needs somebody or something
    with a name that did it, and a kind; an undated remark needs a public place, an office or strong words.
    """
    clause = sentence.clauses[happening.clause]
    if subject is None:
        return "it is not said who or what did it"
    if reason := _why_empty(sentence, happening, clause, subject, times):
        return reason
    named = resolved or _is_named(sentence, happening, clause) or _strikes_a_name(sentence, happening, clause)
    if happening.kind.name == STATEMENT:
        return _why_no_statement(sentence, happening, clause, named, bool(times))
    if happening.modality is Modality.HAPPENED or (happening.modality is Modality.PLANNED and times):
        if happening.kind.name == OTHER and not times:
            return UNKIND
        if not times and _goes_on(sentence, clause):
            return IN_PASSING
        told = clause.role is Role.MAIN and happening.modality is Modality.HAPPENED
        told = told or named or _tells_of_one(sentence, clause)
        if happening.kind.name == OTHER and not told and not _to_the_day(times):
            return "no known kind of event, no name, and no day"
        because = sentence.tokens[clause.first].lower == "because"
        named = named or (leads and _tells_of_one(sentence, clause))
        return _why_no_deed(happening, clause, subject, named, bool(times), because)
    return _why_no_plan(sentence, happening, clause, named, bool(times), leads)


def _goes_on(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether a clause tells what was under way ("was lifting sanctions")."""
    return clause.form is Form.PAST and sentence.tokens[clause.group.verb].tag is Tag.PROGRESSIVE


def _why_empty(
    sentence: SentenceReading, happening: Happening, clause: Clause, subject: str, times: Sequence[ResolvedTime]
) -> str | None:
    """Why a clause tells no happening of its own, whatever its kind."""
    following = sentence.tokens[clause.group.last : clause.group.last + 1]
    reflexive = following and following[0].lower in ("itself", "themselves", "himself", "herself")
    if reflexive and clause.lemma not in lexicon().lists["done_to_oneself"]:
        return "done to itself, which is a manner of speaking"
    if reason := why_no_move(sentence, clause, happening.kind.name):
        return reason
    if _is_object_told(sentence, clause) or _is_of_what_there_is(sentence, clause):
        return "only says which thing is meant"
    if reason := why_no_moment(sentence, happening, clause):
        return reason
    if clause.form is Form.PARTICIPLE and clause.lemma == "claim":
        return "only says who says so"
    if _only_published(sentence, clause, subject):
        return "only says where it was published"
    if is_pronoun(subject):
        return "it is not clear whom a pronoun means"
    if _is_denied(sentence, happening, clause, subject):
        return NEGATED
    if _only_reports(sentence, happening, clause, subject, times):
        return "only says who reports it"
    if clause.role is Role.INSERTED and noun_base(subject.split()[-1].lower()) == clause.lemma:
        return "only says which thing is meant"  # "In a press release released earlier today"
    if subject.split()[0].lower() in _NOBODY:
        return "done by nobody in particular"
    return None


def _only_published(sentence: SentenceReading, clause: Clause, subject: str) -> bool:
    """Whether a participle says where a study appeared ("In findings published in Lund, researchers said …")."""
    if clause.lemma not in lexicon().lists["staged_verbs"]:
        return False
    before = sentence.tokens[clause.subject.first - 1].lower if clause.subject and clause.subject.first else ""
    if clause.role is Role.INSERTED and before in ("in", "at", "during") and clause.subject:
        return True  # "Rejected the change in a referendum held on Friday"
    opening = clause.subject is not None and clause.subject.first == 1 and clause.subject.last == clause.group.first
    reduced = opening and sentence.tokens[0].lower in ("in", "with", "from", "by")
    return reduced or (clause.role is Role.INSERTED and _of_study(subject))


def _is_denied(sentence: SentenceReading, happening: Happening, clause: Clause, subject: str) -> bool:
    """Whether a negation stands not at the verb but with its subject or its object ("Not even one candidate ran")."""
    tokens = sentence.tokens
    following = tokens[clause.group.last].lower if clause.group.last < len(tokens) else ""
    opening = clause.subject.first if clause.subject else 0
    while opening and tokens[opening - 1].tag is Tag.ADVERB:
        opening -= 1
        if lexicon().has("negations", tokens[opening].lower):
            return True
    # Of a deed "any" is said where a negation was not seen.
    nothing = clause.lemma in ("announce", "introduce", "launch", "unveil") and following == "no"
    nothing = nothing or (following == "any" and happening.modality is Modality.HAPPENED)
    return nothing or subject.split()[0].lower() in ("no", "none", "neither", "not", "nobody")


def _only_reports(
    sentence: SentenceReading, happening: Happening, clause: Clause, subject: str, times: Sequence[ResolvedTime]
) -> bool:
    """Whether a clause only says by whom something is told ("…, officials said", "Reuters reported", "was quoted")."""
    reports = happening.clause and is_bare(sentence, clause) and clause.lemma in lexicon().lists["speech"]
    if reports and not (times and announced(sentence.clauses, happening.clause)):
        return True
    named = {word.lower() for word in subject.split()}
    agency = len(subject.split()) < 4 and bool(named & lexicon().lists["news_agencies"])
    if agency and clause.lemma in lexicon().lists["relaying"]:
        return True
    return clause.group.passive and clause.lemma in ("quote", "cite")


def _of_study(subject: str) -> bool:
    return any(word.lower() in lexicon().lists["studies"] for word in subject.split()[:2])


def _is_object_told(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether a relative clause has lost its object to the noun before ("the loan that it offered to banks")."""
    if clause.role is not Role.RELATIVE or clause.subject is None or clause.group.passive:
        return False
    opens = sentence.tokens[clause.first].lower
    return clause.subject.first >= clause.first and opens not in ("where", "when", "whose")


def _is_of_what_there_is(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether a participle tells of what another clause says there is ("there were two million copies sold")."""
    return any(c.last == clause.group.first and is_existential(sentence.tokens, c) for c in sentence.clauses)


def _to_the_day(times: Sequence[ResolvedTime]) -> bool:
    return any(time.when and time.when.precision is Precision.DAY for time in times)


def _why_no_plan(
    sentence: SentenceReading, happening: Happening, clause: Clause, named: bool, dated: bool, leads: bool
) -> str | None:
    """Why what has not happened, or may not have, is no mention."""
    above = sentence.clauses[happening.governor].lemma if happening.governor is not None else None
    reported = above is None or above in lexicon().lists["claiming"]
    hedged = happening.modality is Modality.CLAIMED and reported
    leading = leads and happening.modality is Modality.PLANNED
    details = dated or hedged or leading or _has_figure(sentence, clause)
    # "The government plans to lift the ban, officials said".
    told = leading and above is not None and announcement(sentence.clauses, happening.governor or 0) is not None
    if happening.kind.name == OTHER and not (named and (dated or told)):
        return "nothing known of what kind it would be"
    if not details or not (named or (dated and _has_figure(sentence, clause))):
        return "a plan, forecast or claim without a name, or without a date or figure"
    return None


def _why_no_deed(
    happening: Happening, clause: Clause, subject: str, named: bool, dated: bool, because: bool
) -> str | None:
    if dated:
        return None
    if clause.role in (Role.RELATIVE, Role.INSERTED, Role.INFINITIVE) and happening.governor is None:
        return IN_PASSING
    if clause.role is Role.ADVERBIAL and because:
        return IN_PASSING
    if not named:
        return NAMELESS
    opening = [*subject.lower().split(), ""]
    # "All 12 boys" are some in particular.
    counted = opening[0] == "all" and opening[1].isdigit()
    if opening[0] in lexicon().lists["generic_subjects"] and not counted:
        return OF_MANY
    return None


def is_earlier(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether a clause tells what came before its sentence's own deed ("resigned | after his party was beaten")."""
    opening = sentence.tokens[clause.first].lower
    return clause.role is Role.ADVERBIAL and opening in ("after", "before", "because", "since", "until")


def _why_no_statement(
    sentence: SentenceReading, happening: Happening, clause: Clause, named: bool, dated: bool
) -> str | None:
    """A remark is an event if it is dated, made in public, strongly worded or made by somebody in office."""
    if happening.modality is not Modality.HAPPENED:
        return "a remark that is only expected or claimed"
    if not named:
        return "a remark of nobody with a name"
    if dated:
        return None
    words = lexicon().lists
    own = sentence.tokens[clause.first : clause.last]
    public = any(t.lower in words["channels"] and i and own[i - 1].tag is not Tag.POSSESSIVE for i, t in enumerate(own))
    if (public and _in_public(own)) or (clause.lemma == "tell" and _tells_a_name(own)):
        return None
    in_office = _in_office(sentence, happening, clause)
    if _counts_its_own(sentence, happening):
        return None
    strong = clause.lemma in words["strong_speech"]
    weighty = clause.lemma not in words["plain_speech"] or bool(sentence.figures) or happening.speaker is not None
    if strong or (in_office and weighty):
        return None
    return "a remark without a date, not made in public"


def _counts_its_own(sentence: SentenceReading, happening: Happening) -> bool:
    """Whether somebody gives a figure of what he did himself ("said it had lost $5 billion")."""
    told = (c for c in sentence.clauses if c.governor == happening.clause and c.role is Role.CONTENT)
    return any(speaks_of_itself(sentence.tokens, c) and _has_figure(sentence, c) for c in told)


def _in_public(own: Sequence[Token]) -> bool:
    channels = lexicon().lists["channels"]
    places = [i for i, t in enumerate(own) if t.lower in channels]
    return any(any(t.lower in ("on", "in", "at", "during", "via") for t in own[max(0, i - 4) : i]) for i in places)


def _tells_a_name(own: Sequence[Token]) -> bool:
    told = next((i for i, t in enumerate(own) if t.lower in ("told", "tell", "tells")), None)
    return told is not None and any(t.tag is Tag.NAME for t in own[told + 1 : told + 4])


def _in_office(sentence: SentenceReading, happening: Happening, clause: Clause) -> bool:
    phrase = happening.speaker or clause.subject
    if phrase is None:
        return False
    words = lexicon().lists
    span = sentence.tokens[phrase.first : clause.group.first if not happening.speaker else phrase.last]
    return any(t.lower.rstrip(".") in words["offices"] or t.lower.rstrip(".") in words["titles"] for t in span)


def _is_named(sentence: SentenceReading, happening: Happening, clause: Clause) -> bool:
    phrase = happening.speaker or clause.subject
    if phrase is None:
        return False
    start, end = sentence.tokens[phrase.first].start, sentence.tokens[phrase.last - 1].end
    own = [t.lower for t in sentence.tokens[phrase.first : phrase.last]]
    lists = lexicon().lists
    bodies = lists["state_bodies"] | lists["offices"] | {"police", "military"}
    # "The Indian government", "British police".
    national = any(word in lists["nationalities"] for word in own[:2]) and own[-1] in bodies
    return national or any(start <= name.start < end for name in sentence.names)


def _tells_of_one(sentence: SentenceReading, clause: Clause) -> bool:
    """Whether a clause introduces what it tells of, and names where or whom ("a show was held at the Tate")."""
    if clause.role not in (Role.MAIN, Role.COORDINATE, Role.CONTENT):
        return False
    first = clause.subject.first if clause.subject else 0
    if first and sentence.tokens[first - 1].tag is Tag.COMMA:
        return False  # "Selene, a probe built in Osaka, landed"
    start, end = sentence.tokens[clause.first].start, sentence.tokens[clause.last - 1].end
    introduced = clause.subject is not None and sentence.tokens[clause.subject.first].lower in ("a", "an")
    return introduced and any(start <= name.start < end for name in sentence.names)


def _strikes_a_name(sentence: SentenceReading, happening: Happening, clause: Clause) -> bool:
    """Whether a disaster or a verdict is told by whom or where it struck ("an earthquake hit Lombok")."""
    start, end = sentence.tokens[clause.group.verb].end, sentence.tokens[min(clause.last, len(sentence.tokens)) - 1].end
    struck = any(start <= name.start < end for name in sentence.names)
    verdict = happening.kind.name == "justice" and clause.lemma in lexicon().lists["accusing"]
    told = happening.modality in (Modality.HAPPENED, Modality.CLAIMED)
    return struck and (verdict or happening.kind.name in CAUSES) and told


def _has_figure(sentence: SentenceReading, clause: Clause) -> bool:
    start = sentence.tokens[clause.first].start
    end = sentence.tokens[min(clause.last, len(sentence.tokens)) - 1].end
    return any(start <= figure.start < end for figure in sentence.figures)
