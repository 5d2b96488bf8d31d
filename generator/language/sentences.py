"""Text into sentences: headings, list items, quotes, abbreviations and hard-wrapped lines understood."""

import re
from collections.abc import Iterator
from statistics import median

from generator.language.lexicon import lexicon
from generator.model import Sentence

_BULLET = re.compile(r"\s*(?:[-*•–·▪◦‣]|\d{1,2}[.)])\s+")
_LABEL = re.compile(r"[A-Z][^.:;!?“\"\n]{2,60}:\s+(?=[A-Z“\"])")
# "ROME, Jan 31 (Agency) - ": where and when a report was written is no part of its first sentence.
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’/-]{2,30}(?:, [A-Z][\w. ]{1,20})?(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
    r"(?:,? \d{4})?)?(?: ?\((?:AP|Reuters|AFP|UPI|CNN|Xinhua)\) ?(?:--|[-–—]+)?"
    r"|(?: ?\([^)\n]{2,30}\))? ?(?:--|[-–—]+)) ?(?=[\"“‘A-Z])"
)
_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9À-Þ]|\s*$)")
_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z.]*|\d+)$")
_WORD_AFTER = re.compile(r"\s+[\"“‘'(\[]*([A-Za-z']+)")
_TERMINAL = re.compile(r"[.!?…][\"”’')\]]*\s*$")
_BROKEN = re.compile(r"[a-z0-9][.!?] ")
# Lists that a converter put into one line keep their asterisks.
_LINE = re.compile(r"\n| \* ")
_GAP = re.compile(r"\s*")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
# Lines of a text that was wrapped by hand or by a mailer are about this long.
_WRAPPED = range(50, 101)


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences, headings and list items of a text, in order, without overlap and without outer white space.

    The label of a list item ("The breakthrough explained: DeepSeek has…") and a dateline are left out.
    """
    found: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        bullet = _BULLET.match(text, start, end)
        start = bullet.end() if bullet else start
        dateline = _DATELINE.match(text, start, end)
        start = dateline.end() if dateline else start
        label = _LABEL.match(text, start, end)
        if label and len(label.group().split()) <= 6:
            start = label.end()
        heading = not bullet and not label and _is_heading(text[start:end])
        for left, right in [(start, end)] if heading else _cut(text, start, end):
            found.append(Sentence(left, right, text[left:right], number, heading))
    return tuple(found)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The blocks of a text: its lines, or what stands between blank lines where the lines are wrapped."""
    lines = [line for line in text.split("\n") if line.strip()]
    inner = [len(line) for line in lines if not _TERMINAL.search(line)]
    wrapped = len(lines) > 3 and len(inner) * 2 > len(lines) and int(median(inner)) in _WRAPPED
    breaks = _BLANK_LINE if wrapped else _LINE
    position = 0
    for match in [*breaks.finditer(text), None]:
        end = match.start() if match else len(text)
        block = text[position:end]
        if block.strip():
            yield position + len(block) - len(block.lstrip()), position + len(block.rstrip())
        position = match.end() if match else end


def _is_heading(block: str) -> bool:
    """Whether a block reads as a heading: short, of one piece, and not closed as a sentence is."""
    if _BROKEN.search(block):
        return False
    return len(block) <= 160 and len(block.split()) <= 20 and not _TERMINAL.search(block) and not block.endswith(":")


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    left = start
    for match in _END.finditer(text, start, end):
        if match.end() >= end or not _ends_sentence(text, left, match.start(), match.end(), end):
            continue
        yield left, match.end()
        gap = _GAP.match(text, match.end(), end)
        left = gap.end() if gap else match.end()
    if left < end:
        yield left, end


def _ends_sentence(text: str, left: int, stop: int, after: int, end: int) -> bool:
    """Whether the full stop at `stop` closes a sentence rather than an abbreviation or an initial."""
    if text[stop] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(left, stop - 24), stop)
    if not before or text[stop:after].strip("."):
        return True
    word = before.group().lower()
    following = _WORD_AFTER.match(text, after, end)
    opens = following is not None and lexicon().has("sentence_openers", following.group(1).lower())
    if word in ("a.m", "p.m"):
        return following is not None and not lexicon().has("after_hours", following.group(1).lower())
    if lexicon().has("abbreviations_that_may_end", word):
        return opens
    plain = "abbreviations" if text[before.start()].isupper() else "small_abbreviations"
    if lexicon().has(plain, word):
        return False
    if text[max(left, stop - 4) : stop] == "on X":
        return True
    initials = all(len(part) == 1 for part in word.split("."))
    return not (initials and word[0].isalpha() and text[before.start()].isupper())
