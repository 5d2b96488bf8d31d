"""A sentence into tokens, each tagged with the little of its part of speech that its form and neighbours give away."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from generator.language.lexicon import Lexicon, lexicon, past_form, present_form, progressive_form

_TOKEN = re.compile(
    r"(?<=\w)['’]s\b"  # after a span that was understood before: "Sunday's"
    r"|[A-Za-zÀ-ɏ](?:\.[A-Za-z])+\.?"  # U.S., a.m.
    r"|[A-Z]{1,4}&[A-Z]{1,4}\b(?:['’]s\b)?"  # AT&T
    r"|[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9]*(?:[-'’][A-Za-zÀ-ɏ0-9]+)*(?:(?<=s)['’](?![A-Za-z0-9]))?"
    r"|\d+-to-\d+"  # a 3-to-2 vote
    r"|\d+(?:[.,]\d+)*(?:-[A-Za-z]+)+"  # 410-point
    r"|[$€£¥]?\d+(?:[.,:]\d+)*(?:[-–]\d+(?:[.,]\d+)*)?%?|\S"
)
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$|(?<=s)['’]$")
_QUOTES = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|(?<![\w’'])‘[^‘]{4,}?’(?!\w)")
_CLOSED_SPEECH = re.compile(r"[,.?!][”\"’]$")
_INNER_CAPITAL = re.compile(r"^[a-z]+[A-Z]")
_VERSION = re.compile(r"^[a-z]{1,3}\d+\w*$")
# A quotation of so few words is a name or a term rather than speech.
_TERM_WORDS = 4
# After an article it is one up to so many, if nobody speaks in it.
_LONGEST_TERM = 10
_ARTICLE = re.compile(r"\b(?:the|an?|its|their|his|her) $", re.IGNORECASE)
_SPEAKS = re.compile(
    r"\b(?:I|we|you|he|she|it|they|is|are|was|were|be|will|would|has|have|had|can|could|do|did|not|let|who)\b"
)


class Tag(StrEnum):
    """What a token can be; TIME is a span that the caller has already understood."""

    NAME = "U"
    NOUN = "N"
    NUMBER = "#"
    TIME = "T"
    DETERMINER = "D"
    PREPOSITION = "P"
    CONJUNCTION = "C"
    SUBORDINATOR = "S"
    RELATIVE = "W"
    PRONOUN = "R"
    TO = "t"
    MODAL = "M"
    BE = "B"
    HAVE = "H"
    DO = "O"
    PAST = "V"
    PROGRESSIVE = "G"
    PRESENT = "Z"
    BASE = "I"
    ADVERB = "A"
    POSSESSIVE = "'"
    COMMA = ","
    STOP = ";"
    OTHER = "x"


AUXILIARY = frozenset({Tag.MODAL, Tag.HAVE, Tag.BE, Tag.DO})


@dataclass(slots=True, eq=False)
class Token:
    """A word or mark, its place in the article, its tag, and whether it stands inside somebody's quoted speech."""

    start: int
    end: int
    text: str
    lower: str
    tag: Tag
    quoted: bool = False


_CLOSED: tuple[tuple[str, Tag], ...] = (
    ("be", Tag.BE),
    ("have", Tag.HAVE),
    ("do", Tag.DO),
    ("modals", Tag.MODAL),
    ("relatives", Tag.RELATIVE),
    ("determiners", Tag.DETERMINER),
    ("pronouns", Tag.PRONOUN),
    ("conjunctions", Tag.CONJUNCTION),
    ("subordinators", Tag.SUBORDINATOR),
    ("adverbs", Tag.ADVERB),
    ("hedges", Tag.ADVERB),
    ("prepositions", Tag.PREPOSITION),
)


def _closed_class(words: Lexicon) -> dict[str, Tag]:
    table: dict[str, Tag] = {}
    for name, tag in _CLOSED:
        for word in sorted(words.lists[name]):
            table.setdefault(word, tag)
    table["to"] = Tag.TO
    return table


_TABLE: dict[str, Tag] = {}


@lru_cache(maxsize=100_000)
def _word_tag(text: str, lower: str, first: bool) -> Tag:
    if not _TABLE:
        _TABLE.update(_closed_class(lexicon()))
    closed = _TABLE.get(lower)
    if lower == "that" and first and text[0].isupper():
        return Tag.DETERMINER
    if closed and (first or text[0].islower()) and not _is_acronym(text):
        return closed
    if lower.endswith(
        ("-related", "-based", "-focused", "-led", "-owned", "-backed", "-made", "-style", "-born", "-wide")
    ):
        return Tag.NOUN
    going = progressive_form(lower)
    verb = past_form(lower) or going in lexicon().lists["bases"]
    if text[0].isupper() and not (first and verb):
        named = not closed or closed is Tag.MODAL or lower in ("us",) or text.isupper()
        return Tag.NAME if named or closed is None else closed
    if _VERSION.match(text) or _INNER_CAPITAL.search(text):
        return Tag.NAME
    if past_form(lower):
        return Tag.PAST
    if going:
        return Tag.PROGRESSIVE
    if lower in lexicon().lists["bases"]:
        return Tag.BASE
    if present_form(lower):
        return Tag.PRESENT
    if lower.endswith("ly") and lower not in lexicon().lists["not_adverbs"]:
        return Tag.ADVERB
    return Tag.NOUN


def _is_acronym(text: str) -> bool:
    """Whether a word in capitals is the name of a body, not the pronoun that it spells ("the WHO", "the US")."""
    return len(text) > 1 and text.isupper() and text.lower() in lexicon().lists["acronyms"]


def _mark_tag(text: str) -> Tag:
    if text == ",":
        return Tag.COMMA
    if text in ("'s", "’s"):
        return Tag.POSSESSIVE
    return Tag.STOP if text in ";:—–-()[]…" else Tag.OTHER


def _number_tag(text: str) -> Tag:
    """A figure, a word made with one ("410-point"), or the sign of a currency alone."""
    if text[0].isdigit() and text[-1].isalpha():
        return Tag.NOUN
    return Tag.NUMBER if len(text) > 1 or text.isdigit() else Tag.OTHER


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """The spans of a sentence that are somebody's speech rather than the writer's; short terms do not count."""
    return [
        m.span()
        for m in _QUOTES.finditer(text)
        if (len(m.group().split()) > _TERM_WORDS and not _is_term(text, m)) or _CLOSED_SPEECH.search(m.group())
    ]


def _is_term(text: str, quotation: re.Match[str]) -> bool:
    """Whether a quotation is a noun after its article ("tests of the “safety and strength of the vaccine”")."""
    own = quotation.group().split()
    return _ARTICLE.search(text, 0, quotation.start()) is not None and not (
        len(own) > _LONGEST_TERM or _SPEAKS.search(quotation.group())
    )


def tokenise(text: str, offset: int, protected: Sequence[tuple[int, int, Tag]] = ()) -> list[Token]:
    """The tokens of one sentence that begins at `offset` of its article.

    `protected` spans (article offsets, in order, apart from each other) become one token each: dates and amounts hold
    commas and words that would mislead.
    """
    quotes = quoted_spans(text)
    tokens: list[Token] = []
    position = 0
    for start, end, tag in [*protected, (offset + len(text), offset + len(text), Tag.OTHER)]:
        _scan(text, position, start - offset, offset, tokens)
        if end > start:
            piece = text[start - offset : end - offset]
            tokens.append(Token(start, end, piece, piece.lower(), tag))
        position = end - offset
    _mark_quoted(tokens, quotes, offset)
    _join_titles(text, tokens, quotes, offset)
    for token, after in pairwise(tokens):
        if token.lower == "provided" and (after.lower == "that" or after.tag is Tag.PRONOUN):
            token.tag = Tag.SUBORDINATOR  # "Provided he has finished the work"
    return tokens


def _join_titles(text: str, tokens: Sequence[Token], quotes: Sequence[tuple[int, int]], offset: int) -> None:
    """Mark a colon within a short title in quotation marks as part of it ("Blue Rain: Phase Two")."""
    for title in _QUOTES.finditer(text) if ":" in text else ():
        if title.span() in quotes:
            continue
        for token in tokens:
            if token.text == ":" and title.start() < token.start - offset < title.end():
                token.tag = Tag.OTHER


def _mark_quoted(tokens: Sequence[Token], quotes: Sequence[tuple[int, int]], offset: int) -> None:
    k = 0
    for token in tokens:
        start = token.start - offset
        while k < len(quotes) and quotes[k][1] <= start:
            k += 1
        token.quoted = k < len(quotes) and quotes[k][0] <= start


def _scan(text: str, left: int, right: int, offset: int, tokens: list[Token]) -> None:
    for match in _TOKEN.finditer(text, left, right):
        piece = match.group()
        start = offset + match.start()
        if not piece[0].isalpha():
            tag = (
                Tag.NOUN
                if piece[-1].isalpha() and piece[0].isdigit()
                else Tag.NUMBER
                if piece[0].isdigit() or (piece[0] in "$€£¥" and len(piece) > 1)
                else _mark_tag(piece)
            )
            tokens.append(Token(start, start + len(piece), piece, piece, tag))
            continue
        possessive = _POSSESSIVE.search(piece) if "'" in piece or "’" in piece else None
        if possessive and piece[: possessive.start()].lower() in lexicon().lists["possessive_names"]:
            possessive = None  # "Moody's" is a name
        word = piece[: possessive.start()] if possessive else piece
        lower = word.lower()
        if lower.endswith(("n't", "n’t")) and len(lower) > 3:
            lower = lower.replace("’", "'")[:-3]
        first = not tokens or tokens[-1].text in '“"‘:' or tokens[-1].text == "”"
        tokens.append(Token(start, start + len(word), word, lower, _word_tag(word, lower, first)))
        if possessive:
            mark = possessive.group()
            is_verb = lower in ("it", "he", "she", "that", "there", "what", "who")
            tag = Tag.BE if is_verb else Tag.POSSESSIVE
            tokens.append(Token(start + len(word), start + len(piece), mark, mark, tag))
