"""What a run says that it did."""

from dataclasses import replace
from datetime import date

from generator.errors import Problem
from generator.events.questions import Question
from generator.history import Change, ChangeKind, History, Record, Status
from generator.model import Disagreement, Modality, Timeline
from generator.outputs.run_report import Fate, Report, report_lines, report_of
from tests.making import article, event, mention

FIRST, LATER = date(2025, 2, 1), date(2025, 3, 1)
ADDED = Change(FIRST, ChangeKind.ADDED)
A = article("a", "Nvidia fell 17%.")
NVIDIA = event(mention(A, "Nvidia fell 17%."), name="nvidia", headline="Nvidia falls")
EMPTY = Timeline("T", (), {}, (), ())


def record(name: str, *changes: Change, when: str | None = "2025-01-27", status: Status = Status.LIVE) -> Record:
    log = (ADDED, *changes)
    return Record(name, (), "other", name.capitalize(), when, FIRST, log[-1].on, status, log=log)


def history(*records: Record) -> History:
    return History(records)


def lines(timeline: Timeline, before: History, after: History) -> tuple[str, ...]:
    return report_lines(report_of(replace(timeline, history=after), before))


def test_the_first_line_counts_what_there_is() -> None:
    planned = replace(NVIDIA, id="p", modality=Modality.PLANNED)
    disputed = replace(NVIDIA, disagreements=(Disagreement("amount", ()),))
    timeline = Timeline("T", (A,), {}, (disputed, planned), (), disagreements=(Disagreement("CEO", ()),))
    assert lines(timeline, history(), history())[0] == "1 article, 2 events (1 planned), 2 disagreements"
    assert lines(EMPTY, history(), history()) == ("0 articles, 0 events, 0 disagreements",)


def test_added_changed_and_lost_events_are_listed_in_order_of_time() -> None:
    dated = Change(LATER, ChangeKind.DATED, "2025-01", "2025-01-27", "the ministry said so")
    merged = Change(LATER, ChangeKind.MERGED, new="one", why="its reports are now part of that event")
    withdrawn = Change(LATER, ChangeKind.WITHDRAWN, why="off topic")
    before = history(*map(record, ("one", "two", "three", "four")))
    after = history(
        record("one", dated, Change(LATER, ChangeKind.SOURCED, "1", "2")),
        record("two", merged, status=Status.MERGED),
        record("three", withdrawn, when=None, status=Status.WITHDRAWN),
        record("four"),
        record("five", when="2025"),
        record("six", when="2023"),
        record("hidden", withdrawn, status=Status.WITHDRAWN),
    )
    assert lines(EMPTY, before, after)[1:] == (
        "added     2023: Six",
        "added     2025: Five",
        "changed   27 January 2025: One (date was January 2025, because: the ministry said so; "
        "articles that report it: 2, which were 1)",
        "lost      27 January 2025: Two (now part of one: its reports are now part of that event)",
        "lost      date unknown: Three (off topic)",
    )


def test_a_run_that_changes_nothing_says_nothing_of_events() -> None:
    same = history(record("one"))
    assert len(lines(EMPTY, same, same)) == 1


def question(number: int, *, slight: bool = False) -> Question:
    return Question(f"e{number:02}", f"2025: It {number}", ("look", "look again"), 1.0, (), (), slight)


def test_questions_are_listed_not_without_end_and_slight_ones_only_counted() -> None:
    questions = (*map(question, range(23)), question(90, slight=True))
    found = report_lines(Report("totals", (), questions, {"corpus/a.md": 2}, ()))
    assert found[:2] == ("totals", "review    2025: It 0: look; look again [e00]")
    assert found[20:] == (
        "review    2025: It 19: look; look again [e19]",
        "review    3 more",
        "review    1 event that no source dates outright",
        "review    1 article of which no address is known",
        "review    'dateline review' tells what you can decide",
    )


def test_of_many_events_only_the_first_are_listed() -> None:
    found = report_lines(Report("totals", tuple(Fate("added", "2025", str(n)) for n in range(53)), (), {}, ()))
    assert found[-2:] == ("added     2025: 49", "added     3 more events")


def test_an_added_event_says_what_an_editor_decided_on_it() -> None:
    made = record("made", Change(FIRST, ChangeKind.DECIDED, "headline", "added by an editor", "we saw it"))
    assert lines(EMPTY, history(), history(made))[1:] == (
        "added     27 January 2025: Made (added by an editor, because: we saw it)",
    )


def test_what_was_left_out_is_listed_last_and_nothing_can_play_with_the_terminal() -> None:
    fate = Fate("added", "2025", "A \x1b[31m\u202eheadline\u2028two")
    problem = Problem("corpus/x.md", 3, "'published' is not a date")
    found = report_lines(Report("totals", (fate,), (), {}, ("a note",), (problem,)))
    assert found == (
        "totals",
        "added     2025: A \ufffd[31mheadline two",
        "note      a note",
        "left out  corpus/x.md:3: 'published' is not a date",
    )


def test_notices_come_last() -> None:
    found = lines(replace(EMPTY, notices=("site_config/decisions.yml:3: needless",)), history(), history())
    assert found[-1] == "note      site_config/decisions.yml:3: needless"
