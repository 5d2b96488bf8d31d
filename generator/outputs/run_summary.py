"""What a run did, as Markdown for the comment on a pull request; whatever the texts hold is only text in it."""

from collections.abc import Iterable

from generator.outputs.run_report import FATES, MOST_FATES, Fate, Report, counted, review_words
from generator.pages.markdown import Html, escape_comment

LONGEST, ROOM = 500, 60_000
"""Characters of a headline or reason, and of it all: GitHub refuses a comment of more than 65,536."""
HEADINGS = {"added": "Added", "changed": "Changed", "lost": "No longer shown"}


def summary(report: Report) -> str:
    """The Markdown of a report: a heading, totals, and a list for each thing that there is anything to say of."""
    counts = ", ".join(f"{sum(fate.word == word for fate in report.fates)} {word}" for word in FATES)
    blocks = [f"## Timeline: {counts}", escape_comment(report.totals)]
    for word in FATES:
        blocks += _list(HEADINGS[word], list(_fates([fate for fate in report.fates if fate.word == word])))
    blocks += _list("To look at", [f"- {_text(words)}" for words in review_words(report)])
    blocks += _list("Decisions", [f"- {_text(words)}" for words in report.notices])
    blocks += _list("Left out", [f"- {_text(str(problem))}" for problem in report.left_out])
    return _fitting("\n\n".join(blocks) + "\n")


def _fitting(text: str) -> str:
    """The text, or as many of its lines as there is room for."""
    if len(text) <= ROOM:
        return text
    return text[:ROOM].rpartition("\n")[0] + "\n- and more than there is room for here\n"


def _list(heading: str, lines: list[str]) -> Iterable[str]:
    if lines:
        yield f"### {heading}"
        yield "\n".join(lines)


def _fates(fates: list[Fate]) -> Iterable[str]:
    for fate in fates[:MOST_FATES]:
        yield f"- {_text(fate.when)}: **{_text(fate.headline)}**"
        yield from (f"  - {_text(detail)}" for detail in fate.details)
    if len(fates) > MOST_FATES:
        yield f"- {counted(len(fates) - MOST_FATES, 'more event')}"


def _text(words: str) -> Html:
    return escape_comment(words if len(words) <= LONGEST else f"{words[:LONGEST]} …")
