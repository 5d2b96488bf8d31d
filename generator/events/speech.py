"""What somebody said, for the mentions that are remarks."""

from collections.abc import Iterator

from generator.events.happenings import STATEMENT, Happening, KindTable
from generator.events.phrases import PREDICATE_LENGTH, end_of_predicate, is_bare, is_plural, predicate_words
from generator.language.clauses import Clause, Role
from generator.language.lexicon import lexicon
from generator.language.names import written
from generator.language.reading import SentenceReading
from generator.language.subjects import Phrase
from generator.language.tokens import Tag
from generator.model import Modality

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
            last = i + 2
            while last < len(tokens) and tokens[last].tag in (Tag.NAME, Tag.NOUN, Tag.DETERMINER, Tag.POSSESSIVE):
                last += 1
            if last > i + 2 and any(t.tag is Tag.NAME for t in tokens[i + 2 : last]):
                yield Happening(main, kind, "say", Modality.HAPPENED, speaker=Phrase(i + 2, last), attributed=True)
            return


def content_words(sentence: SentenceReading, happening: Happening) -> str:
    """What is said or announced, as "that …"; empty where it is not said in a clause of the writer's own words."""
    clause = sentence.clauses[happening.clause]
    if clause.lemma not in lexicon().lists["speech"] and not happening.attributed:
        return ""
    if happening.attributed:
        return _told(sentence, clause)
    for other in sentence.clauses:
        if (
            other.governor == happening.clause
            and other.role is Role.CONTENT
            and not sentence.tokens[other.first].quoted
        ):
            return _told(sentence, other)
    return ""


def _told(sentence: SentenceReading, clause: Clause) -> str:
    """A clause as the object of "says": its subject, its verb and as much of the rest as fits."""
    tokens = sentence.tokens
    if clause.subject is None:
        return ""
    subject = written(tokens[clause.subject.first : clause.subject.last])
    if tokens[clause.subject.first].tag is not Tag.NAME:
        subject = subject[:1].lower() + subject[1:]
    if tokens[clause.subject.first].lower in ("how", "what", "why"):
        return ""
    words = [t.text for t in tokens[clause.group.first : clause.group.last]]
    many = is_plural(subject, [n.text for n in sentence.names]) or subject.lower() in (
        "they",
        "we",
        "you",
        "i",
        "there",
    )
    shifted = "have" if words[0] == "had" and many else _SHIFTED.get(words[0], words[0])
    verb = " ".join([shifted, *words[1:]])
    room = PREDICATE_LENGTH + 12 - len(subject) - len(verb)
    rest = predicate_words(tokens, clause, end_of_predicate(sentence, clause), room) if room > 8 else ""
    if not rest and not is_bare(sentence, clause):
        return ""
    return f"that {subject} {verb} {rest}".strip()
