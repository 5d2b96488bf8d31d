"""What a run says that it did."""

from dataclasses import replace
from datetime import date

from generator.history import Change, ChangeKind, History, Record, Status
from generator.model import Disagreement, Modality, Timeline
from generator.outputs.run_report import report_lines
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


def test_the_first_line_counts_what_there_is() -> None:
    planned = replace(NVIDIA, id="p", modality=Modality.PLANNED)
    disputed = replace(NVIDIA, disagreements=(Disagreement("amount", ()),))
    timeline = Timeline("T", (A,), {}, (disputed, planned), (), disagreements=(Disagreement("CEO", ()),))
    assert report_lines(timeline, history(), history())[0] == "1 article, 2 events (1 planned), 2 disagreements"
    assert report_lines(EMPTY, history(), history()) == ("0 articles, 0 events, 0 disagreements",)


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
    assert report_lines(EMPTY, before, after)[1:] == (
        "added     2023: Six",
        "added     2025: Five",
        "changed   27 January 2025: One (date was January 2025, because: the ministry said so; "
        "articles that report it: 2, which were 1)",
        "lost      27 January 2025: Two (now part of one: its reports are now part of that event)",
        "lost      date unknown: Three (off topic)",
    )


def test_a_run_that_changes_nothing_says_nothing_of_events() -> None:
    same = history(record("one"))
    assert len(report_lines(EMPTY, same, same)) == 1


def test_events_in_doubt_are_listed_heaviest_first_and_not_without_end() -> None:
    doubtful = [replace(NVIDIA, id=f"e{n:02}", weight=float(n), review=("look", "look again")) for n in range(23)]
    lines = report_lines(replace(EMPTY, events=(NVIDIA, *doubtful)), history(), history())[1:]
    assert lines[0] == "review    27 January 2025: Nvidia falls: look; look again [e22]"
    assert len(lines) == 21
    assert lines[-1] == "review    3 more events; data/timeline.json lists every doubt"


def test_notices_come_last() -> None:
    lines = report_lines(replace(EMPTY, notices=("site_config/decisions.yml:3: needless",)), history(), history())
    assert lines[-1] == "note      site_config/decisions.yml:3: needless"
