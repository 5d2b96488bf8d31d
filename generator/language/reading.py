"""All that the language stage says of one text, made once an article and handed on."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.dates.meaning import Length
from generator.language.clauses import Clause, find_clauses
from generator.language.figures import find_figures
from generator.language.names import find_names, find_offices
from generator.language.sentences import split_sentences
from generator.language.tokens import Tag, Token, tokenise
from generator.model import Figure, Name, Office, Sentence, TimeExpression, TimexType

# What nobody ended with a full stop in so many characters is a table or a list, and is not read.
LONGEST_SENTENCE = 1500


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """One sentence with its tokens, clauses, names and figures; headings carry no clauses, one too long nothing."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    names: tuple[Name, ...]
    figures: tuple[Figure, ...]
    offices: tuple[Office, ...]

    def text_of(self, start: int, end: int) -> str:
        """The words between two offsets of the article that lie in this sentence."""
        return self.sentence.text[start - self.sentence.start : end - self.sentence.start]


@dataclass(frozen=True, slots=True)
class Reading:
    """The sentences of one article, read."""

    article: str
    sentences: tuple[SentenceReading, ...]


def read_text(article: str, text: str, expressions: Sequence[TimeExpression]) -> Reading:
    """Read the text of an article; time expressions are protected, so that "24 January" counts nothing."""
    sentences = split_sentences(text)
    spans = _shared_out(sentences, expressions)
    tokens = [
        tokenise(s.text, s.start, own) if len(s.text) <= LONGEST_SENTENCE else []
        for s, own in zip(sentences, spans, strict=True)
    ]
    names = find_names(tokens)
    found: list[SentenceReading] = []
    k = 0
    for sentence, own, spans_here in zip(sentences, tokens, spans, strict=True):
        first = k
        while k < len(names) and names[k].start < sentence.end:
            k += 1
        here = names[first:k]
        clauses = () if sentence.is_heading else find_clauses(own)
        figures = tuple(
            f
            for f in (find_figures(sentence.text, sentence.start) if own else ())
            if not any(f.start < end and start < f.end for start, end, _ in spans_here)
        )
        offices = () if sentence.is_heading or not own else find_offices(sentence.text, sentence.start, article, here)
        found.append(SentenceReading(sentence, tuple(own), clauses, here, figures, offices))
    return Reading(article, tuple(found))


def _shared_out(
    sentences: Sequence[Sentence], expressions: Sequence[TimeExpression]
) -> list[list[tuple[int, int, Tag]]]:
    """The spans of the time expressions that lie wholly within each sentence."""
    shared: list[list[tuple[int, int, Tag]]] = []
    k = 0
    for sentence in sentences:
        while k < len(expressions) and expressions[k].start < sentence.start:
            k += 1
        own = []
        while k < len(expressions) and expressions[k].end <= sentence.end:
            # "Ten years in prison" and "annual inflation" are what happened, not when.
            bare = isinstance(expressions[k].meaning, Length) or expressions[k].type is TimexType.SET
            tag = Tag.NUMBER if bare else Tag.TIME
            own.append((expressions[k].start, expressions[k].end, tag))
            k += 1
        shared.append(own)
    return shared
