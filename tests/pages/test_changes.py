"""What changed: which news is told, in which order and words, and how much of it at once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.history import Change, ChangeKind, History, Record, Status
from generator.pages.changes import A_DAY, RECENT, change_pages, find_news
from generator.pages.home import home_page

from .reading import read
from .sample import EVENTS, SETTINGS, TIMELINE

FIRST, LATER = date(2025, 3, 1), date(2025, 3, 9)
ADDED = Change(FIRST, ChangeKind.ADDED)


def _record(name: str, *log: Change, status: Status = Status.LIVE, into: str | None = None) -> Record:
    changed = max((change.on for change in log), default=FIRST)
    return Record(name, (), "market", f"Headline of {name}", "2025-01-27", FIRST, changed, status, into, log=log)


def _pages(*records: Record) -> dict[str, str]:
    timeline = replace(TIMELINE, history=History(records))
    made = (*change_pages(timeline, SETTINGS), *home_page(timeline, SETTINGS))
    return {page.path: read(page.text).text for page in made}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change(LATER, ChangeKind.DATED, "2025-01", "2025-01-27"), "Re-dated Headline of a 27 January 2025 Date was"),
        (
            Change(LATER, ChangeKind.REWORDED, "<b>Old", "New"),
            "Reworded Headline of a 27 January 2025 Headline was “<b>",
        ),
        (Change(LATER, ChangeKind.DECIDED, "when", "date set", "the court's own record"), "Corrected by an editor"),
        (Change(LATER, ChangeKind.DECIDED, "when", "date set", "the record says so"), "Date set, because: the record"),
        (Change(LATER, ChangeKind.SOURCED, "1", "2"), "Articles that report it: 2, which were 1."),
    ],
)
def test_a_change_is_told_in_words_with_what_was_before(change: Change, said: str) -> None:
    pages = _pages(_record("a", ADDED, change))
    assert said in pages["changes/index.md"]
    assert said in pages["index.md"]


def test_a_former_date_is_told_as_the_site_writes_dates() -> None:
    german = replace(SETTINGS, site=replace(SETTINGS.site, locale="de"))
    record = _record("a", ADDED, Change(LATER, ChangeKind.DATED, "2025-01-26", "2025-01-27"))
    [page] = change_pages(replace(TIMELINE, history=History((record,))), german)
    assert "Date was 26. Januar 2025." in read(page.text).text


def test_what_was_withdrawn_or_merged_says_why_and_where_it_went() -> None:
    gone = _record(
        "a", ADDED, Change(LATER, ChangeKind.WITHDRAWN, why="no article reports it"), status=Status.WITHDRAWN
    )
    into = EVENTS[0]
    merged = Change(LATER, ChangeKind.MERGED, new=into.id, why="the same happening")
    page = _pages(gone, _record("b", ADDED, merged, status=Status.MERGED, into=into.id))["changes/index.md"]
    assert "Withdrawn Headline of a 27 January 2025 No article reports it." in page
    assert f"Merged Headline of b 27 January 2025 Now part of: {into.headline} (the same happening)" in page


def test_news_is_told_by_day_newest_first_and_the_gravest_of_a_day_first() -> None:
    dated, reworded = Change(LATER, ChangeKind.DATED, "2025"), Change(LATER, ChangeKind.REWORDED, "Old")
    records = (_record("a", ADDED), _record("b", ADDED, reworded), _record("c", ADDED, dated, reworded))
    found = find_news(replace(TIMELINE, history=History(records)))
    assert [(news.on, news.record.id) for news in found] == [
        (LATER, "c"),
        (LATER, "b"),
        *((FIRST, name) for name in "abc"),
    ]


def test_what_was_added_is_one_line_and_a_list_below_what_was_corrected() -> None:
    dated = Change(LATER, ChangeKind.DATED, "2025")
    new = [_record(f"new{number}", Change(LATER, ChangeKind.ADDED)) for number in range(3)]
    page = _pages(*new, _record("old", ADDED, dated))["changes/index.md"]
    date = "27 January 2025"
    added = " ".join(f"Headline of new{number} {date}" for number in range(3))
    assert f"Re-dated Headline of old {date} Date was 2025. 3 events added {added}" in page


def test_what_no_reader_ever_saw_is_no_news() -> None:
    gone = _record("a", ADDED, Change(FIRST, ChangeKind.WITHDRAWN, why="hidden"), status=Status.WITHDRAWN)
    assert find_news(replace(TIMELINE, history=History((gone,)))) == ()


def test_a_site_that_was_never_changed_says_since_when_it_stands() -> None:
    assert (
        "2 events, published on 1 March 2025 and unchanged since."
        in _pages(_record("a", ADDED), _record("b", ADDED))["index.md"]
    )


def test_a_long_history_stands_by_year_and_a_full_day_is_cut() -> None:
    daily = [
        _record(f"e{number}", Change(FIRST + timedelta(days=number), ChangeKind.ADDED))
        for number in range(RECENT + 150)
    ]
    pages = _pages(*daily, *(_record(f"f{number}", ADDED) for number in range(A_DAY + 4)))
    assert {"changes/index.md", "changes/2025.md", "changes/2026.md"} <= set(pages)
    assert pages["changes/index.md"].count("1 event added Headline") == RECENT
    assert "and 5 events more, all in the history: Data and feeds" in pages["changes/2025.md"]
