"""From a text to its time expressions; publication dates play no part here."""

from generator.dates.matching import Found, Reader
from generator.dates.meaning import Length, Meaning, NoTime, Stretch
from generator.dates.rules import Rules
from generator.dates.words import first_key
from generator.model import TimeExpression, TimexType


def tag_times(text: str, rules: Rules) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, sorted and without overlaps.

    At each place the longest match wins, then the order of the rules; a rule that means "not a time" wins in silence.
    """
    return tag_with(Reader(text, rules.lists, rules.trees), rules)


def tag_with(reader: Reader, rules: Rules) -> tuple[TimeExpression, ...]:
    """The same with a reader that was made for the text, which counts the steps."""
    found, at = [], 0
    while candidate := rules.candidates.search(reader.text, at):
        at = candidate.end()
        tree = rules.beginnings[first_key(candidate["key"])]
        for start in dict.fromkeys((candidate.start(), candidate.start("key"))):
            best = next(reader.found(tree, start), None)
            if best:
                at = max(at, best.end)
                if not isinstance(best.meaning, NoTime):
                    found.append(_expression(reader.text, start, best))
                break
    return tuple(found)


def _expression(text: str, start: int, found: Found) -> TimeExpression:
    words = text[start : found.end]
    return TimeExpression(start, found.end, words, type_of(found.meaning), found.meaning, found.rule.name)


def type_of(meaning: Meaning) -> TimexType:
    """The TIMEX3 type of a meaning."""
    return TimexType.DURATION if isinstance(meaning, Length | Stretch) else TimexType.DATE
