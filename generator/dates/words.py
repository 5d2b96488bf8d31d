"""The table of words: lists that hold pattern and value together, read at a place in a text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.dates.phrases import word_openings, words_pattern

Value = int | float | str | None
NUMERAL = "digits"
DETERMINERS = ("the", "a", "an", "this", "that", "these", "those", "each", "every")


@dataclass(frozen=True, slots=True)
class WordList:
    """One list of the table: `pattern` finds its longest word at a place, `values` tells what that word stands for.

    Entries between slashes are patterns of numerals and stand for the number written.
    """

    kind: str
    pattern: re.Pattern[str]
    values: Mapping[str, Value]
    first: frozenset[str]
    openings: frozenset[str]

    def read(self, text: str, at: int) -> tuple[int, Value] | None:
        """The end and the value of the word of this list that begins there, or None."""
        match = self.pattern.match(text, at)
        if not match:
            return None
        written = match[0]
        if match.lastgroup:
            return match.end(), _number(written)
        return match.end(), self.values[normal(written)]


def normal(written: str) -> str:
    """The form of a word under which the table keeps it."""
    return " ".join(re.sub(" ?[-\u2010\u2011\u2013\u2014] ?", "-", written.replace("\u2019", "'").lower()).split())


def word_list(kind: str, entries: Mapping[str, Value]) -> WordList:
    """A list of the table from its entries ("Jan. | January": 1); raises re.error for a bad pattern of numerals."""
    words: dict[str, Value] = {}
    numerals: list[str] = []
    for key, value in entries.items():
        for spelling in (s.strip() for s in key.split(" | ")):
            if spelling.startswith("/") and spelling.endswith("/"):
                numerals.append(spelling[1:-1])
            else:
                words[spelling] = value
    parts = [words_pattern(words) + r"(?!\w)"] if words else []
    parts += [f"(?P<{NUMERAL}>(?:{'|'.join(numerals)}))(?!\\d)"] if numerals else []
    first = {first_key(word) for word in words} | ({"0"} if numerals else set())
    openings = {opening for word in words for opening in word_openings(word)}
    openings |= set("0123456789") if numerals else set()
    values = {normal(w): v for w, v in words.items()}
    return WordList(kind, re.compile("|".join(parts)), values, frozenset(first), frozenset(openings))


def first_key(word: str) -> str:
    """Under which key rules that begin with the word are filed: what its first word that is no determiner begins with.

    A word's own letters, "0" for a numeral, or a mark.
    """
    words = word.lower().split()
    first = next((w for w in words if w not in DETERMINERS), words[0])
    match = re.match(r"[^\W\d_]+(?:\.[^\W\d_]+)*", first)
    return match[0] if match else "0" if first[0].isdigit() else first[0]


def combined(left: Iterable[tuple[str, Value]], right: Iterable[tuple[str, Value]], joint: str) -> dict[str, Value]:
    """Every word of one list before every word of another, with the sum of their values ("twenty-five": 25)."""
    pairs = [(a, b) for a in left for b in right]
    return {f"{a}{joint}{b}": x + y for (a, x), (b, y) in pairs if isinstance(x, int) and isinstance(y, int)}


def _number(written: str) -> int | float:
    plain = "".join(c for c in written if c.isdigit() or c == ".").rstrip(".")
    return float(plain) if "." in plain else int(plain)
