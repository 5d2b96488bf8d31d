"""What a run did, as an editor wants to read it: events added, changed and lost, and what needs a human look."""

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.dates.when import parse_edtf, to_words
from generator.history import Change, ChangeKind, History, Record, Status
from generator.model import Event, Modality, Timeline

WORD_WIDTH = 9
MOST_REVIEWS = 20
LOST = {ChangeKind.MERGED, ChangeKind.WITHDRAWN}


def report_lines(timeline: Timeline, before: History, after: History) -> tuple[str, ...]:
    """The report of a run: a line of totals, then what became of events, then what to look at, then notices."""
    return (
        _totals(timeline),
        *_fates(before, after),
        *_reviews(timeline.events),
        *(f"{'note':<{WORD_WIDTH}} {text}" for text in timeline.notices),
    )


def _totals(timeline: Timeline) -> str:
    modalities = Counter(event.modality for event in timeline.events)
    rest = ", ".join(f"{count} {name}" for name, count in sorted(modalities.items()) if name is not Modality.HAPPENED)
    disputes = len(timeline.disagreements) + sum(len(event.disagreements) for event in timeline.events)
    return (
        f"{counted(len(timeline.articles), 'article')}, {counted(len(timeline.events), 'event')}"
        f"{f' ({rest})' if rest else ''}, {counted(disputes, 'disagreement')}"
    )


def _fates(before: History, after: History) -> Iterable[str]:
    """A line for each record that this run added, changed or lost, in that order and then by time."""
    old = {record.id: record for record in before.records}
    lines = []
    for record in after.records:
        earlier = old.get(record.id)
        if earlier is None and record.status is Status.LIVE:
            lines.append((0, record, _line("added", record)))
        elif earlier is not None and (news := record.log[len(earlier.log) :]):
            lost = any(change.what in LOST for change in news)
            text = "; ".join(map(change_words, news))
            lines.append((2 if lost else 1, record, _line("lost" if lost else "changed", record, text)))
    return [line for _, _, line in sorted(lines, key=lambda entry: (entry[0], _when_order(entry[1])))]


def _line(word: str, record: Record, more: str = "") -> str:
    return f"{word:<{WORD_WIDTH}} {_date(record.when)}: {record.headline}{f' ({more})' if more else ''}"


def change_words(change: Change) -> str:
    """What a change was, as a clause: "date was 27 January 2025, because: ..."."""
    why = f", because: {change.why}" if change.why else ""
    match change.what:
        case ChangeKind.DATED:
            return f"date was {_date(change.old)}{why}"
        case ChangeKind.REWORDED:
            return f"headline was “{change.old}”{why}"
        case ChangeKind.SORTED:
            return f"kind was {change.old}{why}"
        case ChangeKind.SOURCED:
            return f"articles that report it: {change.new}, which were {change.old}"
        case ChangeKind.MERGED:
            return f"now part of {change.new}: {change.why}"
        case ChangeKind.WITHDRAWN:
            return change.why or "withdrawn"
        case ChangeKind.DECIDED:
            return f"{change.new}{why}"
    return "back again" if change.what is ChangeKind.RESTORED else "new"


def _reviews(events: Sequence[Event]) -> Iterable[str]:
    """A line for each of the heaviest events in doubt, with its doubts and id, and how many more there are."""
    doubtful = sorted((event for event in events if event.review), key=lambda event: (-event.weight, event.id))
    for event in doubtful[:MOST_REVIEWS]:
        what = f"{to_words(event.when)}: {event.headline}: {'; '.join(event.review)}"
        yield f"{'review':<{WORD_WIDTH}} {what} [{event.id}]"
    if len(doubtful) > MOST_REVIEWS:
        rest = counted(len(doubtful) - MOST_REVIEWS, "more event")
        yield f"{'review':<{WORD_WIDTH}} {rest}; data/timeline.json lists every doubt"


def counted(number: int, noun: str) -> str:
    """ "1 event", "2 events"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _date(edtf: str | None) -> str:
    return to_words(parse_edtf(edtf)) if edtf else "date unknown"


def _when_order(record: Record) -> tuple[str, str]:
    when = parse_edtf(record.when) if record.when else None
    day = when and (when.earliest or when.latest)
    return (day.isoformat() if day else "9999", record.id)
