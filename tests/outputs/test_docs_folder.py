"""What is written to `docs/`, and what is never touched."""

import errno
import json
import os
from pathlib import Path

import pytest

from generator.errors import BadInput
from generator.model import Page
from generator.outputs import docs_folder
from generator.outputs.docs_folder import MANIFEST, apply, plan, stale_paths

PAGES = [Page("index.md", "Home"), Page("events/one/index.md", "One"), Page("data/timeline.json", "{}")]


def write(pages: list[Page], docs: Path) -> list[str]:
    """Plan and apply, and give the paths that were touched."""
    planned = plan(pages, docs)
    apply(planned)
    return list(stale_paths(planned))


def files(docs: Path) -> dict[str, str]:
    return {
        file.relative_to(docs).as_posix(): file.read_text("utf-8") for file in sorted(docs.rglob("*")) if file.is_file()
    }


def problems(pages: list[Page], docs: Path) -> list[str]:
    with pytest.raises(BadInput) as caught:
        plan(pages, docs)
    return [str(problem) for problem in caught.value.problems]


def test_pages_are_written_with_a_manifest_that_lists_them(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    write(PAGES, docs)
    found = files(docs)
    assert json.loads(found.pop(MANIFEST))["files"] == ["data/timeline.json", "events/one/index.md", "index.md"]
    assert found == {page.path: page.text for page in PAGES}
    assert not (tmp_path / ".cache/writing").exists()


def test_a_second_run_touches_no_file(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    write(PAGES, docs)
    before = {file: file.stat().st_mtime_ns for file in docs.rglob("*")}
    assert plan(PAGES, docs).empty
    assert write(PAGES[::-1], docs) == []
    assert {file: file.stat().st_mtime_ns for file in docs.rglob("*")} == before


def test_only_what_changed_is_written_and_only_our_own_files_are_removed(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "events").mkdir(parents=True)
    (docs / "events/mine.md").write_text("By hand")
    (docs / "about.md").write_text("By hand")
    write(PAGES, docs)
    touched = write([Page("index.md", "New home"), PAGES[2]], docs)
    assert touched == [MANIFEST, "events/one/index.md", "index.md"]
    assert set(files(docs)) == {"about.md", "events/mine.md", "index.md", "data/timeline.json", MANIFEST}
    assert not (docs / "events/one").exists()


def test_folders_that_are_left_empty_go(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    write(PAGES, docs)
    write(PAGES[:1], docs)
    assert sorted(path.name for path in docs.iterdir()) == ["data", "index.md"]


def test_a_handwritten_page_in_the_way_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("By hand")
    (docs / "events").write_text("A file")
    (docs / "data/timeline.json").mkdir(parents=True)
    before = sorted(docs.rglob("*"))
    assert problems(PAGES, docs) == [
        "docs/data/timeline.json: a folder stands where a generated page belongs; rename it",
        "docs/events/one/index.md: events is a file, and a generated page needs a folder of that name",
        "docs/index.md: a handwritten file stands where a generated page belongs; rename it, or remove it to have it "
        "made",
    ]
    assert sorted(docs.rglob("*")) == before


def test_a_file_that_already_holds_the_page_is_ours(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    write(PAGES, docs)
    (docs / MANIFEST).unlink()
    assert write(PAGES, docs) == [MANIFEST]


def test_a_link_out_of_docs_is_not_written_through(tmp_path: Path) -> None:
    docs, elsewhere = tmp_path / "docs", tmp_path / "elsewhere"
    docs.mkdir()
    elsewhere.mkdir()
    (docs / "events").symlink_to(elsewhere)
    assert problems(PAGES, docs) == [
        "docs/events/one/index.md: a link leads out of docs/, and a generated page would be written there"
    ]


@pytest.mark.parametrize("path", ["../x.md", "/etc/x", "a/../../x", "", "a\\b", "a\0b"])
def test_a_page_outside_docs_cannot_be_planned(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="outside docs/"):
        plan([Page(path, "x")], tmp_path / "docs")


DAMAGED = [
    ("{", "docs/data/manifest.json: is damaged; restore it from version control"),
    ("[]", "docs/data/manifest.json: is damaged; restore it from version control"),
    ('{"version": 9, "files": []}', "docs/data/manifest.json: is of version 9, and this program reads 1"),
    ('{"version": 1, "files": ["../x"]}', "docs/data/manifest.json: lists a file outside docs/: ../x"),
    ('{"version": 1, "files": ["/etc/passwd"]}', "docs/data/manifest.json: lists a file outside docs/: /etc/passwd"),
]


@pytest.mark.parametrize(("text", "problem"), DAMAGED)
def test_a_damaged_manifest_is_refused_and_removes_nothing(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "docs/data").mkdir(parents=True)
    (tmp_path / "docs" / MANIFEST).write_text(text)
    assert problems(PAGES, tmp_path / "docs") == [problem]


NEW = [Page("index.md", "New"), Page("a.md", "A"), Page("b/c.md", "C"), Page("data/timeline.json", "{}")]


@pytest.mark.parametrize("moves", range(1, 6))
def test_the_next_run_repairs_what_a_killed_run_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    docs = tmp_path / "docs"
    write(PAGES, docs)
    left = moves
    real = docs_folder._move

    def killed(source: Path, target: Path) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise KeyboardInterrupt
        real(source, target)

    monkeypatch.setattr(docs_folder, "_move", killed)
    with pytest.raises(KeyboardInterrupt):
        write(NEW, docs)
    monkeypatch.undo()
    write(NEW, docs)
    found = files(docs)
    assert json.loads(found.pop(MANIFEST))["files"] == sorted(page.path for page in NEW)
    assert found == {page.path: page.text for page in NEW}


def test_a_full_disk_changes_nothing_and_is_a_problem_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = tmp_path / "docs"
    write(PAGES, docs)
    before = files(docs)

    def full(file: Path, _text: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))

    monkeypatch.setattr(docs_folder, "_write", full)
    with pytest.raises(BadInput, match="cannot be written: No space left on device"):
        write(NEW, docs)
    assert files(docs) == before


def test_hostile_text_is_written_as_it_is(tmp_path: Path) -> None:
    text = "<script>\u202e\x1b{{ 7*7 }}\r\n"
    write([Page("x.md", text)], tmp_path / "docs")
    assert (tmp_path / "docs/x.md").read_bytes() == text.encode()
