"""A text with its time expressions marked, for people and as JSON lines: the output of `dateline tag`."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from generator.dates.resolve import resolve_times
from generator.dates.rules import Rules
from generator.dates.tag import tag_no_times, tag_times
from generator.dates.when import to_edtf, to_words
from generator.errors import Problem
from generator.model import UNKNOWN_WHEN, ResolvedTime, When
from generator.stated_dates import read_when

OPEN, CLOSE = "⟦", "⟧"


def times_of(text: str, published: When, rules: Rules) -> tuple[ResolvedTime, ...]:
    """The time expressions of a text that was published then, resolved."""
    return resolve_times(text, tag_times(text, rules), published)


def marked_text(text: str, published: When, times: Iterable[ResolvedTime], rules: Rules) -> str:
    """The text with ⟦each expression⟧ and a number behind it, and below a line for each number.

    What only looks like a time is listed last, with the rule that says so.
    """
    known = published.earliest or published.latest
    head = f"Published: {to_words(published)}" if known else "Published: date unknown; state it with --published DATE"
    pieces, lines, at = [], [], 0
    for number, time in enumerate(times, start=1):
        found = time.expression
        pieces += [text[at : found.start], OPEN, text[found.start : found.end], f"{CLOSE}{number}"]
        at = found.end
        edtf = to_edtf(time.when) if time.when else None
        means = f"{found.type} {time.timex3}, {edtf or 'no date'}"
        lines.append(f"{number:>4}  {_on_one_line(found.text)}: {means}, by “{found.rule}”")
    for none in tag_no_times(text, rules):
        lines.append(f"   –  {_on_one_line(text[none.start : none.end])}: no time, by “{none.rule}”")
    return "\n".join([head, "", "".join([*pieces, text[at:]]).rstrip("\n"), "", *lines, ""])


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def tag_lines(lines: Iterable[bytes], rules: Rules, report: Callable[[Problem], None]) -> Iterator[str]:
    """For each JSON line with an article, one with its expressions, in order and one at a time.

    A line that cannot be read is given to `report`, with its number, and gives none. Nothing is kept between lines.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            article = json.loads(line)
            text, published = _text_of(article), _published(article)
        except (ValueError, RecursionError) as error:
            report(Problem("standard input", number, _complaint(error)))
            continue
        expressions = [_entry(time) for time in times_of(text, published, rules)]
        yield json.dumps({"id": article.get("id"), "expressions": expressions}) + "\n"


def _text_of(article: Any) -> str:
    if not isinstance(article, dict) or not isinstance(article.get("text"), str):
        raise ValueError("it must be an object with a 'text'")
    return str(article["text"])


def _published(article: dict[str, Any]) -> When:
    published = article.get("published")
    if published is None:
        return UNKNOWN_WHEN
    try:
        return read_when(str(published))
    except ValueError as error:
        raise ValueError(f"'published' is not a date: \"{published}\"") from error


def _complaint(error: ValueError | RecursionError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "not UTF-8"
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg} at character {error.pos + 1}"
    return str(error) if isinstance(error, ValueError) else "not JSON that can be read: it is nested too deeply"


def _entry(time: ResolvedTime) -> dict[str, Any]:
    found = time.expression
    return {
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "type": found.type,
        "value": time.timex3,
        "edtf": to_edtf(time.when) if time.when else None,
        "rule": found.rule,
    }
