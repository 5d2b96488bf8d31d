"""The small language in which a rule says what it matches, and its translation to regular expressions.

    last {unit}              words and slots; a blank is any gap between two words, a line end included
    {month} {day}[, {year}]  square brackets: may be missing
    (last|past) {n:number}   alternatives; `n` is the slot's label where a kind occurs twice
    {number}-{unit}          a hyphen is any hyphen or dash
    {weekday}_{month}        an underscore is a gap on the same line

A slot's kind is a list of the table of words, or a group of other rules.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

GAP = r"(?:[ \t\xa0\u2009\u202f]{1,4}(?:\n[ \t]{0,16})?|\n[ \t]{0,16})"
SAME_LINE = r"[ \t\xa0]{1,4}"
HYPHEN = r" ?[-\u2010\u2011\u2013\u2014] ?"
APOSTROPHE = "['\u2019`]"
LEXEME = re.compile(
    r"(?P<slot>\{(?:\w+:)?\w+\})|(?P<gap>\s+)|(?P<word>[^\W\d_]+(?:\.[^\W\d_]+)*|\d+)|(?P<mark>.)", re.DOTALL
)


class BadPhrase(ValueError):
    """A phrase that cannot be read, with what is wrong in words."""


@dataclass(frozen=True, slots=True)
class Text:
    """A word, a gap or a punctuation mark."""

    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a word of a list or for a rule of a group."""

    label: str
    kind: str


Item = Text | Slot
Phrase = tuple[Item, ...]


def read_phrase(source: str) -> tuple[Phrase, ...]:
    """Every plain sequence of words and slots that the phrase stands for, longest first.

    Brackets and alternatives are multiplied out, which keeps matching simple; raises BadPhrase.
    """
    lexemes = list(LEXEME.finditer(source))
    phrases, end = _alternatives(lexemes, 0)
    if end < len(lexemes):
        raise BadPhrase(f"unexpected {lexemes[end][0]!r}")
    return tuple(sorted({_trimmed(p) for p in phrases}, key=lambda p: (-len(p), [str(i) for i in p])))


def _alternatives(lexemes: list[re.Match[str]], at: int) -> tuple[list[Phrase], int]:
    choices, at = _sequence(lexemes, at)
    while at < len(lexemes) and lexemes[at][0] == "|":
        more, at = _sequence(lexemes, at + 1)
        choices = choices + more
    return choices, at


def _sequence(lexemes: list[re.Match[str]], at: int) -> tuple[list[Phrase], int]:
    parts: list[list[Phrase]] = []
    while at < len(lexemes) and lexemes[at][0] not in "|)]":
        text = lexemes[at][0]
        if text in "([":
            choices, at = _alternatives(lexemes, at + 1)
            closing = ")" if text == "(" else "]"
            if at >= len(lexemes) or lexemes[at][0] != closing:
                raise BadPhrase(f"{text!r} is not closed by {closing!r}")
            parts.append(choices if text == "(" else [*choices, ()])
        else:
            parts.append([(_item(lexemes[at]),)])
        at += 1
    return [tuple(i for part in combination for i in part) for combination in product(*parts)], at


def _item(lexeme: re.Match[str]) -> Item:
    if lexeme.lastgroup == "slot":
        label, _, kind = lexeme[0][1:-1].rpartition(":")
        return Slot(label or kind, kind)
    return Text(" " if lexeme.lastgroup == "gap" else lexeme[0])


def _trimmed(phrase: Phrase) -> Phrase:
    items = [i for n, i in enumerate(phrase) if i != Text(" ") or (n and phrase[n - 1] != Text(" "))]
    while items and items[-1] == Text(" "):
        items.pop()
    return tuple(items)


def spellings(word: str) -> Iterator[str]:
    """The ways in which a word of the table may be written: a capital letter in it is asked for, a small one is not."""
    yield word
    if word[:1].islower():
        yield word[0].upper() + word[1:]
        if word.title() != word[0].upper() + word[1:]:
            yield word.title()
    if len(word.strip(".")) > 1 and word.upper() != word:
        yield word.upper()


def words_pattern(words: Mapping[str, object] | tuple[str, ...]) -> str:
    """A regular expression for any of the words, longest first, that decides by one character at a time."""
    return _pattern_of(tuple(words))


def as_written(words: Iterable[str]) -> str:
    """The same for words that are written in just these letters."""
    return _branches(sorted(set(words)))


@cache
def _pattern_of(words: tuple[str, ...]) -> str:
    return _branches(sorted({s for word in words for s in spellings(word)}))


def _branches(texts: list[str]) -> str:
    by_first: dict[str, list[str]] = {}
    for text in texts:
        by_first.setdefault(text[:1], []).append(text[1:])
    ends_here = by_first.pop("", None) is not None
    branches = [_character(c) + (_branches(rest) if rest != [""] else "") for c, rest in by_first.items()]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and not ends_here else f"(?:{'|'.join(branches)})"
    return body + "?" if ends_here else body


def _character(c: str) -> str:
    return {" ": GAP, "-": HYPHEN, "'": APOSTROPHE}.get(c) or re.escape(c)


MARK_PATTERNS = {" ": GAP, "_": SAME_LINE, "-": HYPHEN, "'": APOSTROPHE, ",": " ?,"}
BLANKS = " \t\xa0\u2009\u202f"
MARK_OPENINGS = {
    " ": BLANKS + "\n",
    "_": BLANKS,
    "-": " -\u2010\u2011\u2013\u2014",
    "'": "'\u2019`",
    ",": " ,",
}


@cache
def mark(text: str) -> re.Pattern[str]:
    """The pattern of a gap or a punctuation mark of a phrase."""
    return re.compile(MARK_PATTERNS.get(text) or re.escape(text))


def word_openings(word: str) -> frozenset[str]:
    """The first two characters of a word as it may be written."""
    return frozenset(spelling[:2] for spelling in spellings(word))


def mark_openings(text: str) -> frozenset[str]:
    """The characters that a gap or a punctuation mark may begin with."""
    return frozenset(MARK_OPENINGS.get(text, text))


def text_pattern(item: Text) -> str:
    """A regular expression for a plain item of a phrase."""
    return words_pattern((item.text,)) if item.text[0].isalnum() else mark(item.text).pattern
