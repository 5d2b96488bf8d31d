"""Many articles made from a few real ones: the same news of other people and places, on other days."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import partial

from generator.dates.rules import default_rules
from generator.dates.tag import tag_times
from generator.language.reading import read_text

Entry = Mapping[str, str]
_FULL_DATE = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
                        r" \d{1,2}, \d{4}\b")  # fmt: skip
_SYLLABLES = re.findall("..", "babebibobukakekolalelomamimonanenorarerosasesotatetovavevozazezo")
# The share of names that each round changes; the others go on being in the news.
_CHANGED = 0.5
_APART = 37


def make_entries(real: Sequence[Entry], count: int, seed: int = 1) -> list[Entry]:
    """So many articles in rounds of the real ones; from the second round on names and days differ."""
    words = sorted({word for entry in real for word in _name_words(entry["text"])})
    made: list[Entry] = []
    for number in range(-(-count // len(real))):
        made += _round(real, words, number, seed) if number else list(real)
    return made[:count]


def _name_words(text: str) -> Iterator[str]:
    """The words of the names that a text holds."""
    for sentence in read_text("", text, tag_times(text, default_rules())).sentences:
        for name in sentence.names:
            yield from re.findall(r"\b[A-Z][a-z]{3,}\b", name.text)


def _round(real: Sequence[Entry], words: Sequence[str], number: int, seed: int) -> Iterator[Entry]:
    chance = random.Random(f"{seed} {number}")
    names = {word: _name(chance) for word in words if chance.random() < _CHANGED}
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b")
    for entry in real:
        days = timedelta(days=_APART * number + chance.randrange(20))
        changed = {key: pattern.sub(lambda m: names[m.group()], entry[key]) for key in ("title", "text")}
        yield {
            "id": f"{entry['id']}-{number}",
            "title": changed["title"],
            "text": _FULL_DATE.sub(partial(_later, days), changed["text"]),
            "published": (date.fromisoformat(entry["published"]) + days).isoformat(),
        }


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(3)).capitalize()


def _later(days: timedelta, found: re.Match[str]) -> str:
    """A date written out in full, so many days later."""
    try:
        moved = datetime.strptime(found.group(), "%B %d, %Y") + days
    except ValueError:
        return found.group()
    return f"{moved:%B} {moved.day}, {moved.year}"
