"""From a text to its time expressions; publication dates play no part here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.dates.matching import Found, Reader
from generator.dates.meaning import (
    About,
    Bound,
    Choice,
    Clock,
    Cycle,
    DayPart,
    Ends,
    Meaning,
    Named,
    NoTime,
    PartOf,
    Range,
    Side,
)
from generator.dates.ranges import joined
from generator.dates.rules import Rules
from generator.dates.timex3 import type_of
from generator.model import TimeExpression, TimexType

CUE_REACH = 60
# What stands between "will" and "closed" in "will be closed".
BE = re.compile(r"\s\w{2,3}\s")
OPENING = 14
CLAUSE_ENDS = '.;:!?"\u201c\u201d\n'


def tag_times(text: str, rules: Rules) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, sorted and without overlaps.

    At each place the longest match wins, then the order of the rules; a rule that means "not a time" wins in silence.
    """
    return tag_with(Reader(text, rules.lists, rules.trees), rules)


def tag_with(reader: Reader, rules: Rules) -> tuple[TimeExpression, ...]:
    """The same with a reader that was made for the text, which counts the steps."""
    return tuple(e for start, found in _matches(reader, rules) for e in _expressions(reader, start, found, rules))


@dataclass(frozen=True, slots=True)
class NoTimeThere:
    """Words that look like a time and are none: where they are, and the rule that tells."""

    start: int
    end: int
    rule: str


def tag_no_times(text: str, rules: Rules) -> tuple[NoTimeThere, ...]:
    """What looks like a time in a text and is none, by the rules that mean "not a time"."""
    matches = _matches(Reader(text, rules.lists, rules.trees), rules)
    return tuple(NoTimeThere(start, m.end, m.rule.name) for start, m in matches if isinstance(m.meaning, NoTime))


def _matches(reader: Reader, rules: Rules) -> Iterator[tuple[int, Found]]:
    """The best match at each place that no match before it covers, with where it begins."""
    at = 0
    while candidate := rules.candidates.search(reader.text, at):
        at = candidate.end()
        reader.forget()
        for start in dict.fromkeys((candidate.start(), candidate.start("key"))):
            best = next(reader.found(rules.tree, start), None)
            if best:
                yield start, best
                at = max(at, best.end)
                break


def _expressions(reader: Reader, start: int, found: Found, rules: Rules) -> Iterator[TimeExpression]:
    """What a match gives: nothing, one expression, or the two ends of a range."""
    text, meaning = reader.text, found.meaning
    if isinstance(meaning, NoTime):
        return
    spans = found.marks or ((start, found.end),)
    direction = _direction(text, meaning, spans[0][0], spans[-1][1], rules)
    meaning = _directed(meaning, direction) if direction else meaning
    for own, (a, b) in zip(_parts(meaning, len(spans)), spans, strict=True):
        if not found.marks or not _is_no_time(reader, a, b, rules):
            yield TimeExpression(a, b, text[a:b], TimexType(type_of(own)), own, found.rule.name)


def _parts(meaning: Meaning, count: int) -> tuple[Meaning, ...]:
    """The meaning of each of so many expressions: of a range that is marked in two, each end."""
    if not isinstance(meaning, Range):
        return (meaning,) * count
    ends = joined(meaning.start, meaning.end)
    if ends is None:
        return (meaning.start, meaning.end) if count > 1 else (meaning,)
    return (Ends(*ends, True), Ends(*ends, False)) if count > 1 else (Range(*ends),)


def _is_no_time(reader: Reader, start: int, end: int, rules: Rules) -> bool:
    """Whether the words that a rule marks are themselves no time: "since the September 11 attacks"."""
    best = next(reader.found(rules.tree, start), None)
    return best is not None and isinstance(best.meaning, NoTime) and best.end >= end


def _direction(text: str, meaning: Meaning, start: int, end: int, rules: Rules) -> Choice | None:
    """Which way a bare name lies, if something tells.

    The last cue before it in its clause decides: a word of the list `promise` points to what is still to come, one of
    the list `forward` ahead of the time that the text tells of, and one of the list `report` (what was said
    or done) nowhere. Where the
    expression opens the clause ("On Friday, the board will meet"), the first cue behind it does.
    A deadline that does not open its clause lies ahead. A feast of which something was said or done is not the one that
    is weeks ahead.
    """
    side = meaning.side if isinstance(meaning, Bound) else None
    if side is Side.SINCE or not rules.cues:
        return Choice.BEHIND if side else None
    earliest = max(0, start - CUE_REACH)
    clause = max(earliest, *(text.rfind(mark, earliest, start) + 1 for mark in CLAUSE_ENDS))
    last = None
    for cue in rules.cues.finditer(text, clause, start):
        if not (last and last.lastgroup != "report" and BE.fullmatch(text, last.end(), cue.start())):
            last = cue
    opens = start - clause <= OPENING
    if last is None and opens:
        ends = [text.find(mark, end, end + CUE_REACH) for mark in CLAUSE_ENDS]
        last = rules.cues.search(text, end, min((at for at in ends if at >= 0), default=end + CUE_REACH))
    if last is not None and last.lastgroup == "promise":
        return Choice.COMING
    if last is not None and last.lastgroup == "report" and side is None:
        return Choice.TOLD
    ahead = last is not None and last.lastgroup == "forward"
    deadline = side in (Side.UNTIL, Side.BEFORE)
    return Choice.AHEAD if ahead or (deadline and not opens) else None


def _directed(meaning: Meaning, choice: Choice) -> Meaning:
    """The same with bare names read as the ones ahead or behind."""
    match meaning:
        case Named(cycle, choice=Choice.NEAREST, of=None):
            told = choice is Choice.TOLD and cycle is not Cycle.HOLIDAY
            return meaning if told else replace(meaning, choice=choice)
        case PartOf() | About() | Bound() | Clock() | DayPart() | Named() if meaning.of is not None:
            return replace(meaning, of=_directed(meaning.of, choice))
        case Range(start, end):
            return Range(_directed(start, choice), _directed(end, choice))
    return meaning
