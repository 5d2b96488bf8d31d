"""What a run did, as an editor wants to read it: events added, changed and lost, and what needs a human look."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.dates.when import parse_edtf
from generator.errors import Problem
from generator.events.questions import Question, addressless, find_questions
from generator.history import ChangeKind, History, Record, Status
from generator.model import Modality, Timeline
from generator.pages.changes import change_words, date_words
from generator.pages.markdown import visible

WORD_WIDTH = 9
MOST_REVIEWS, MOST_FATES = 20, 50
"""So many questions, and so many events of each fate, are listed one by one."""
LOST = {ChangeKind.MERGED, ChangeKind.WITHDRAWN}
FATES = ("added", "changed", "lost")


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one event: `word` is one of FATES; `details` say what changed, or where it went, and why."""

    word: str
    when: str
    headline: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did.

    `totals` counts what there is; `fates` are in order of time within each word; `questions` are heaviest first;
    `addressless` counts the events of each article without address; `notices` are of decisions; `left_out` is bad
    input without which the run went on.
    """

    totals: str
    fates: tuple[Fate, ...]
    questions: tuple[Question, ...]
    addressless: Mapping[str, int]
    notices: tuple[str, ...]
    left_out: tuple[Problem, ...] = ()


def report_of(timeline: Timeline, before: History, left_out: Sequence[Problem] = ()) -> Report:
    """What a run made of the history before it."""
    return Report(
        _totals(timeline),
        tuple(_fates(before, timeline.history)),
        find_questions(timeline),
        addressless(timeline),
        timeline.notices,
        tuple(left_out),
    )


def report_lines(report: Report) -> tuple[str, ...]:
    """The report for a terminal: totals, what became of events, what to look at, notices, what was left out."""
    lines = [("", report.totals)]
    for word in FATES:
        fates = [fate for fate in report.fates if fate.word == word]
        for fate in fates[:MOST_FATES]:
            details = f" ({'; '.join(fate.details)})" if fate.details else ""
            lines.append((word, f"{fate.when}: {fate.headline}{details}"))
        if len(fates) > MOST_FATES:
            lines.append((word, counted(len(fates) - MOST_FATES, "more event")))
    lines += (("review", text) for text in review_words(report))
    if report.questions:
        lines.append(("review", "'dateline review' tells what you can decide"))
    lines += (("note", text) for text in report.notices)
    lines += (("left out", str(problem)) for problem in report.left_out)
    return tuple(f"{word:<{WORD_WIDTH}} {visible(text)}" if word else visible(text) for word, text in lines)


def review_words(report: Report) -> Iterable[str]:
    """A line for each of the heaviest questions, and one for all that is slight."""
    grave = [question for question in report.questions if not question.slight]
    for question in grave[:MOST_REVIEWS]:
        yield f"{question.about}: {'; '.join(question.reasons)} [{question.name}]"
    if len(grave) > MOST_REVIEWS:
        yield f"{len(grave) - MOST_REVIEWS} more"
    if slight := len(report.questions) - len(grave):
        yield f"{counted(slight, 'event')} that no source dates outright"
    if report.addressless:
        yield f"{counted(len(report.addressless), 'article')} of which no address is known"


def _totals(timeline: Timeline) -> str:
    modalities = Counter(event.modality for event in timeline.events)
    rest = ", ".join(f"{count} {name}" for name, count in sorted(modalities.items()) if name is not Modality.HAPPENED)
    disputes = len(timeline.disagreements) + sum(len(event.disagreements) for event in timeline.events)
    return (
        f"{counted(len(timeline.articles), 'article')}, {counted(len(timeline.events), 'event')}"
        f"{f' ({rest})' if rest else ''}, {counted(disputes, 'disagreement')}"
    )


def _fates(before: History, after: History) -> Iterable[Fate]:
    """What became of each record that this run added, changed or lost, in that order and then by time."""
    old = {record.id: record for record in before.records}
    found = []
    for record in after.records:
        earlier = old.get(record.id)
        if earlier is None and record.status is Status.LIVE:
            decided = (change for change in record.log if change.what is ChangeKind.DECIDED)
            found.append((record, _fate("added", record, tuple(map(change_words, decided)))))
        elif earlier is not None and (news := record.log[len(earlier.log) :]):
            word = "lost" if any(change.what in LOST for change in news) else "changed"
            found.append((record, _fate(word, record, tuple(map(change_words, news)))))
    return [fate for _, fate in sorted(found, key=lambda pair: (FATES.index(pair[1].word), _when_order(pair[0])))]


def _fate(word: str, record: Record, details: tuple[str, ...]) -> Fate:
    return Fate(word, date_words(record.when), record.headline, details)


def counted(number: int, noun: str) -> str:
    """ "1 event", "2 events"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _when_order(record: Record) -> tuple[str, str]:
    when = parse_edtf(record.when) if record.when else None
    day = when and (when.earliest or when.latest)
    return (day.isoformat() if day else "9999", record.id)
