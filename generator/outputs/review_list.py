"""The text of `dateline review`: each question with its reasons, the words of the sources and the lines to paste."""

from collections.abc import Iterable, Mapping, Sequence

from generator.decision_lines import decision_line
from generator.events.questions import Answer, Question
from generator.pages.markdown import visible
from generator.text import one_line

LONGEST_QUOTE = 240
HOW = (
    "Paste a line into site_config/decisions.yml and say why in your own words, or let it be written there:",
    "  dateline review --write NAME:NUMBER [--value VALUE] [--reason WHY]",
    "'dateline review NAME' shows one event or article, in doubt or not.",
)


def review_lines(questions: Sequence[Question], addressless: Mapping[str, int]) -> Iterable[str]:
    """The whole list: what to decide, then what is slight, then the articles that lack an address."""
    grave = [question for question in questions if not question.slight]
    slight = [question for question in questions if question.slight]
    if not questions and not addressless:
        yield "Nothing needs a look."
        return
    if grave:
        yield f"{len(grave)} to look at, heaviest first."
    for question in grave:
        yield from ("", *question_lines(question))
    if slight:
        yield from ("", f"{len(slight)} that no source dates outright. Nothing need be done, unless you know when:")
        yield from (f"  {question.name}  {visible(question.about)}" for question in slight)
    if addressless:
        yield from ("", "No address is known of these articles. If you know one, put 'url:' on top of the file:")
        yield from (f"  {visible(path)}  ({count} of its events are shown)" for path, count in addressless.items())
    if questions:
        yield from ("", *HOW)


def question_lines(question: Question) -> Iterable[str]:
    """One question: its name, what it is about, why, the quotes, and each answer with its YAML."""
    yield question.name
    yield f"  {visible(question.about)}"
    yield from (f"  why: {visible(reason)}" for reason in question.reasons)
    yield from (f"  {article}: “{_shown(words)}”" for article, words in question.quotes)
    for number, answer in enumerate(question.answers, start=1):
        yield f"  {number:>2}. {visible(answer.words)}{_asked(answer)}"
        yield f"      {decision_line(answer.form, answer.reason, asks=answer.asks)}"


def _asked(answer: Answer) -> str:
    return f"; give the {'headline' if answer.asks == 'headline' else 'date'}" if answer.asks else ""


def _shown(words: str) -> str:
    line = visible(one_line(words))
    return line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE].rpartition(" ")[0] + " …"
