"""The history as a file."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BadInput
from generator.history import Change, ChangeKind, Fingerprint, History, Record, Status
from generator.outputs.history import PATH, history_page, parse_history, read_history

NAMES = st.text("ab-", min_size=1, max_size=4)
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)
CHANGES = st.builds(
    Change, st.dates(), st.sampled_from(ChangeKind), st.none() | TEXTS, st.none() | TEXTS, st.none() | TEXTS
)
PRINTS = st.builds(Fingerprint, NAMES, st.text("0f", min_size=1, max_size=3))
RECORDS = st.builds(
    Record,
    id=NAMES,
    sources=st.lists(PRINTS, unique=True, max_size=3).map(lambda prints: tuple(sorted(prints))),
    kind=NAMES,
    headline=TEXTS,
    when=st.none() | TEXTS,
    added=st.dates(),
    changed=st.dates(),
    status=st.sampled_from(Status),
    into=st.none() | NAMES,
    why=st.none() | TEXTS,
    by_decision=st.booleans(),
    log=st.lists(CHANGES, max_size=3).map(tuple),
)
PAGES = st.lists(st.sampled_from(["undated.md", "entities/x-1.md", "months/2025-01.md", "a/b/c_.md"]), unique=True)
HISTORIES = st.builds(
    History,
    st.lists(RECORDS, max_size=4, unique_by=lambda record: record.id).map(
        lambda records: tuple(sorted(records, key=lambda record: record.id))
    ),
    PAGES.map(lambda paths: tuple(sorted(paths))),
    st.dictionaries(TEXTS, st.sampled_from(["a", "b-1", "2025"])),
)


def write(docs: Path, text: str) -> Path:
    (docs / PATH).parent.mkdir(parents=True, exist_ok=True)
    (docs / PATH).write_text(text, "utf-8")
    return docs


@given(HISTORIES)
def test_what_is_written_is_read_again(history: History) -> None:
    assert parse_history(history_page(history).text, "history") == history


def test_without_a_file_nothing_was_ever_published(tmp_path: Path) -> None:
    assert read_history(tmp_path / "docs") == History()


def test_a_history_from_before_pages_and_articles_were_kept_is_read() -> None:
    assert parse_history('{"version": 1, "events": []}', "history") == History()


def test_each_entry_can_be_read_by_a_person() -> None:
    day = date(2025, 2, 1)
    record = Record(
        "one-1a2b",
        (Fingerprint("a", "0" * 16),),
        "market",
        "One",
        "2025-01",
        day,
        day,
        log=(Change(day, ChangeKind.ADDED),),
    )
    (entry,) = json.loads(history_page(History((record,))).text)["events"]
    assert entry == {
        "id": "one-1a2b",
        "headline": "One",
        "kind": "market",
        "when": "2025-01",
        "added": "2025-02-01",
        "changed": "2025-02-01",
        "status": "live",
        "into": None,
        "why": None,
        "by_decision": False,
        "sources": ["a " + "0" * 16],
        "log": [{"on": "2025-02-01", "what": "added"}],
    }


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"version": 2, "events": []}', '{"version": 1}', '{"version": 1, "events": [{}]}',
     '{"version": 1, "events": {"a": 1}}', "[" * 100_000, '{"version": 1, "events": [], "pages": ["../x.md"]}',
     '{"version": 1, "events": [], "pages": ["/x.md"]}', '{"version": 1, "events": [], "pages": ["x/../y.md"]}',
     '{"version": 1, "events": [], "pages": [1]}', '{"version": 1, "events": [], "articles": {"a": "../b"}}'],
)  # fmt: skip
def test_a_damaged_history_is_refused_and_never_taken_for_an_empty_one(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadInput, match=r"docs/data/history\.json: "):
        read_history(write(tmp_path / "docs", text))
