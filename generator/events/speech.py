"""What somebody said, for the mentions that are remarks."""

import re
from collections.abc import Iterator

from generator.events.agreement import is_plural, present_tense
from generator.events.happenings import STATEMENT, Happening, KindTable
from generator.events.modality import announced
from generator.events.phrases import end_of_predicate, is_bare
from generator.events.predicates import predicate_words
from generator.language.clauses import Clause, Role
from generator.language.forms import Form
from generator.language.lexicon import lexicon, past_form
from generator.language.names import written
from generator.language.reading import SentenceReading, read_text
from generator.language.subjects import Phrase
from generator.language.tokens import Tag
from generator.model import EntityKind, Modality

# A quotation before who says it, from its beginning or, if that is in a sentence before, from that of the sentence.
_QUOTED = re.compile(r"(?:[^“”\"]*[“\"])?(?P<words>[^“”\"]+)[”\"]")
_THEIR_OWN = re.compile(r"\btheir own\b")
_UNTOLD = frozenset({"it", "this", "that", "these", "those", "they", "he", "she", "there", "you"})
# What was said in the past is told in the present: "said it would close" becomes "says it will close".
_SHIFTED = {"would": "will", "had": "has"}


def attributed(sentence: SentenceReading, table: KindTable) -> Iterator[Happening]:
    """The remark in "…, according to Microsoft CEO Satya Nadella, …", said of the sentence's first main clause."""
    tokens = sentence.tokens
    kind = table.by_name.get(STATEMENT)
    main = next((i for i, c in enumerate(sentence.clauses) if c.role is Role.MAIN and c.subject), None)
    if kind is None or main is None:
        return
    for i in range(len(tokens) - 2):
        if tokens[i].lower == "according" and tokens[i + 1].lower == "to" and not tokens[i].quoted:
            last = max((k for k in _ends_of_names(sentence, i + 2)), default=i + 2)
            while last < len(tokens) and tokens[last].tag in (Tag.NAME, Tag.NOUN, Tag.DETERMINER, Tag.POSSESSIVE):
                last += 1
            opens = i == 0 and last < len(tokens) and tokens[last].tag is not Tag.COMMA
            end = tokens[last - 1].end
            person = any(n.kind is EntityKind.PERSON and tokens[i].start < n.start < end for n in sentence.names)
            if _is_state(sentence.clauses[main]) and not person:
                return
            if not opens and last > i + 2 and any(t.tag is Tag.NAME for t in tokens[i + 2 : last]):
                yield Happening(main, kind, "say", Modality.HAPPENED, speaker=Phrase(i + 2, last), attributed=True)
            return


def _is_state(clause: Clause) -> bool:
    """Whether a clause tells how things are ("Tourism is critical to Darva's economy, according to …")."""
    return clause.form is Form.PRESENT and clause.lemma == "be" and not clause.group.passive


def _ends_of_names(sentence: SentenceReading, first: int) -> Iterator[int]:
    """Where a name ends that begins at a token or after its article ("the Office for National Statistics")."""
    tokens = sentence.tokens
    starts = {t.start for t in tokens[first : first + 2]}
    for name in sentence.names:
        if name.start in starts:
            yield next(k for k, t in enumerate(tokens, start=1) if t.end >= name.end)


def content_words(sentence: SentenceReading, happening: Happening, longest: int, speaker: str | None = None) -> str:
    """What is said or announced, as "that …"; empty where it is not said in a clause of the writer's own words.

    `longest` is how many characters a headline has left for it; who says of itself what it will do is "it".
    """
    clause = sentence.clauses[happening.clause]
    lists = lexicon().lists
    says = (
        clause.lemma in lists["speech"]
        or clause.lemma == "rule"
        or (clause.lemma in lists["finding_verbs"] and happening.kind.name == "science")
    )
    if (not says or clause.lemma in lists["as_verbs"]) and not happening.attributed:
        return ""
    if happening.attributed:
        return _fitted(sentence, clause, longest)
    if (told := announced(sentence.clauses, happening.clause)) and told.subject:
        own = written(sentence.tokens[told.subject.first : told.subject.last])
        first = sentence.tokens[clause.subject.first] if clause.subject else None
        called = first.lower if first and first.tag is Tag.PRONOUN else "it" if first and first.lower == "the" else None
        return _fitted(sentence, told, longest, called if speaker and own.endswith(speaker) else None)
    for other in sentence.clauses:
        if (
            other.governor == happening.clause
            and other.role is Role.CONTENT
            and not sentence.tokens[other.first].quoted
            and sentence.tokens[other.first - 1].tag is not Tag.PROGRESSIVE  # "reported …, claiming that …"
        ):
            return _fitted(sentence, other, longest)
    if clause.lemma not in lists["written_speech"]:
        return ""
    # In place of "writes" a colon introduces it.
    return quotation(sentence, clause, longest + len(f"{clause.lemma}s "))


def quotation(sentence: SentenceReading, clause: Clause, longest: int) -> str:
    """What is quoted before who says it, in its marks: whole or its main clause; empty if it has none that fits."""
    spoken = _QUOTED.match(sentence.sentence.text)
    subject = clause.subject
    if spoken is None or subject is None:
        return ""
    quoted = spoken["words"].strip().rstrip(",.;")
    if sentence.tokens[subject.first].start < sentence.sentence.start + spoken.end():
        return ""
    # With its full stop, so that it is not taken for a heading.
    first, *others = read_text("", f"{quoted}.", ()).sentences
    main = next((c for c in first.clauses if c.role is Role.MAIN and c.subject), None)
    if others or main is None or main.subject is None or first.tokens[main.subject.first].lower in _UNTOLD:
        return ""
    fitting = (words for words in (quoted, quoted[first.tokens[main.subject.first].start :]) if len(words) <= longest)
    return next((f"“{words[:1].upper()}{words[1:]}”" for words in fitting), "")


def _fitted(sentence: SentenceReading, clause: Clause, longest: int, called: str | None = None) -> str:
    """A clause told in so many characters, without its subject's article if need be; that may be `called` "it"."""
    subject = clause.subject
    if subject is None:
        return ""
    told = _told(sentence, clause, subject, longest, called)
    if told or sentence.tokens[subject.first].lower not in ("the", "a", "an"):
        return told
    return _told(sentence, clause, Phrase(subject.first + 1, subject.last), longest)


def _told(sentence: SentenceReading, clause: Clause, phrase: Phrase, longest: int, called: str | None = None) -> str:
    """A clause as the object of "says": its subject, its verb and as much of the rest as fits."""
    tokens = sentence.tokens
    subject = called or written(tokens[phrase.first : phrase.last])
    # "Boeing's capsule": a name, though it ends like a verb.
    owns = tokens[phrase.first].text.endswith("ing") and tokens[phrase.first + 1].tag is Tag.POSSESSIVE
    if not owns and not any(n.start <= tokens[phrase.first].start < n.end for n in sentence.names):
        subject = subject[:1].lower() + subject[1:]
    if tokens[phrase.first].lower in ("how", "what", "why"):
        return ""
    words = [t.text for t in tokens[clause.group.first : clause.group.last]]
    many = is_plural(subject, [n.text for n in sentence.names]) or subject.lower() in (
        "they",
        "we",
        "you",
        "i",
        "there",
    )
    if len(words) > 1 and words[0] in ("was", "were") and words[-1].endswith("ing"):
        words[0] = "are" if words[0] == "were" else "is"
    if len(words) == 1 and clause.lemma in lexicon().lists["held_in_mind"]:
        words = [present_tense(clause.lemma, many)]  # "Said it expected a loss"
    after = tokens[clause.group.last] if clause.group.last < len(tokens) else None
    if words in (["was"], ["were"]) and after is not None and after.text in '“"':
        words = ["are" if words == ["were"] else "is"]  # "Said it was “cooperating fully”"
    aims = clause.group.last < len(tokens) - 1 and tokens[clause.group.last].tag is Tag.TO
    if words == ["was"] and aims and tokens[clause.group.last + 1].tag is Tag.BASE:
        words = ["is"]  # "Said his aim was to stay"
    # "Said it would be closing plants" is that it will close them.
    if (
        len(words) == 3
        and words[:2] in (["would", "be"], ["will", "be"])
        and words[2].endswith("ing")
        and clause.lemma != "will"
    ):
        words = ["will", clause.lemma]
    shifted = "have" if words[0] == "had" and many else _SHIFTED.get(words[0], words[0])
    verb = " ".join([shifted, *words[1:]])
    room = longest - len(f"{subject} {verb} ")
    rest = predicate_words(tokens, clause, end_of_predicate(sentence, clause), room) if room > 8 else ""
    if not rest and not is_bare(sentence, clause):
        return ""
    if subject == "there" and words[-1] == "been" and rest and past_form(rest.split()[-1]):
        return f"that {rest}"  # "Announced there had been ten copies sold"
    if subject == "it":
        rest = _THEIR_OWN.sub("its own", rest)
    return f"that {subject} {verb} {rest}".strip()
