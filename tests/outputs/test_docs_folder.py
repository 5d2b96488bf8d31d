"""What is written to `docs/`, and what is never touched."""

import ctypes
import errno
import json
import os
from itertools import count
from pathlib import Path

import pytest

from generator.errors import BadInput
from generator.model import Page
from generator.outputs import docs_folder
from generator.outputs.docs_folder import MANIFEST, apply, plan, stale_paths
from generator.outputs.tree_swap import exchange
from tests.faults import FAILED, killed_at, without_space_from

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


def test_nothing_is_removed_where_a_linked_cache_leads(tmp_path: Path) -> None:
    (tmp_path / "elsewhere/writing").mkdir(parents=True)
    (tmp_path / "elsewhere/writing/novel.txt").write_text("mine")
    (tmp_path / ".cache").symlink_to("elsewhere")
    with pytest.raises(BadInput, match=r"\.cache: is a link"):
        write(PAGES, tmp_path / "docs")
    assert (tmp_path / "elsewhere/writing/novel.txt").read_text() == "mine"
    assert not (tmp_path / "docs").exists()


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


@pytest.mark.parametrize("place", ["elsewhere", "docs/elsewhere"])
def test_no_page_is_written_through_a_link(tmp_path: Path, place: str) -> None:
    docs, elsewhere = tmp_path / "docs", tmp_path / place
    docs.mkdir()
    elsewhere.mkdir()
    (docs / "events").symlink_to(elsewhere)
    assert problems(PAGES, docs) == [
        "docs/events/one/index.md: a link stands for one of its folders, and a generated page is written into docs/ "
        "alone"
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


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A `docs/` that holds the old pages, a handwritten one and a link."""
    docs = tmp_path / "docs"
    write(PAGES, docs)
    (docs / "about.md").write_text("By hand")
    (docs / "here.md").symlink_to("about.md")
    return docs


def new_run(docs: Path) -> int:
    write(NEW, docs)
    return 0


def state_after(pages: list[Page], docs: Path) -> dict[str, str]:
    """What `docs/` holds once these pages are written."""
    kept = {"about.md": "By hand", "here.md": "By hand"}
    listing = json.dumps(sorted(page.path for page in pages))
    return {**kept, **{page.path: page.text for page in pages}, MANIFEST: listing}


def state(docs: Path) -> dict[str, str]:
    found = files(docs)
    return {**found, MANIFEST: json.dumps(json.loads(found[MANIFEST])["files"])}


def test_killed_at_any_moment_a_run_leaves_the_old_state_or_the_new_and_the_next_repairs_it(old: Path) -> None:
    before, after = state_after(PAGES, old), state_after(NEW, old)
    ends = []
    for moment in count():
        if not killed_at(moment, lambda: new_run(old)):
            break
        ends.append(state(old) == after)
        assert state(old) == (after if ends[-1] else before)
        write(NEW, old)
        assert state(old) == after
        assert not (old.parent / ".cache/writing").exists()
        write(PAGES, old)
    assert ends == sorted(ends)
    assert ends.count(False) > 10
    assert ends.count(True) > 3


def test_on_a_disk_that_fills_up_at_any_moment_nothing_changes_or_all_is_done(old: Path) -> None:
    codes = []
    for moment in count():
        codes.append(without_space_from(moment, lambda: told_in_words(old)))
        assert state(old) == state_after(PAGES if codes[-1] else NEW, old)
        if not codes[-1]:
            break
    assert set(codes[:-1]) == {2}
    assert len(codes) > 10


def told_in_words(docs: Path) -> int:
    """The exit code of a run; one that fails without saying that there is no space fails the test."""
    try:
        return new_run(docs)
    except BadInput as bad:
        return 2 if "cannot be written: No space left on device" in str(bad) else FAILED


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_docs_folder_that_may_not_be_written_is_left_as_it_is_and_said_so(
    old: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    class NotAllowed:
        """A C library whose call fails, as it does for whoever is not root."""

        @staticmethod
        def renameat2(*_arguments: object) -> int:
            ctypes.set_errno(code)
            return -1

    monkeypatch.setattr(ctypes, "CDLL", lambda *_names, **_options: NotAllowed)
    with pytest.raises(BadInput) as caught:
        write(NEW, old)
    assert str(caught.value) == f"{old}: cannot be written: {os.strerror(code)}"
    assert state(old) == state_after(PAGES, old)


def test_a_docs_folder_on_another_disk_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "docs").symlink_to("elsewhere")
    real = Path.replace

    def across(source: Path, target: Path) -> Path:
        if ".cache" in source.parts:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(source))
        return real(source, target)

    monkeypatch.setattr(Path, "replace", across)
    write(PAGES, tmp_path / "docs")
    write(NEW, tmp_path / "docs")
    found = files(tmp_path / "docs")
    assert json.loads(found.pop(MANIFEST))["files"] == sorted(page.path for page in NEW)
    assert found == {page.path: page.text for page in NEW}


def test_folders_keep_their_rights_and_what_a_killed_run_left_is_removed_whatever_its_rights(old: Path) -> None:
    (old / "events/one").chmod(0o555)
    (old / "data").chmod(0o750)
    left = old.parent / ".cache/writing/docs/left"
    left.mkdir(parents=True)
    (left / "x").touch()
    left.chmod(0o555)
    write([*PAGES, Page("events/one/more.md", "More")], old)
    rights = {folder: (old / folder).stat().st_mode & 0o777 for folder in ("events/one", "data", "events")}
    assert rights["events/one"] == 0o555
    assert rights["data"] == 0o750
    assert not (old.parent / ".cache/writing").exists()


def test_what_others_save_while_a_run_is_under_way_is_kept(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(new: Path, docs: Path) -> bool:
        (docs / "notes/mine.md").parent.mkdir()
        (docs / "notes/mine.md").write_text("Added meanwhile")
        (docs / "saved.md").write_text("Saved meanwhile")
        (docs / "saved.md").replace(docs / "about.md")
        return exchange(new, docs)

    monkeypatch.setattr(docs_folder, "exchange", late)
    write(NEW, old)
    assert files(old)["notes/mine.md"] == "Added meanwhile"
    assert files(old)["about.md"] == "Saved meanwhile"
    assert {page.path: page.text for page in NEW}.items() <= files(old).items()


@pytest.mark.parametrize("moves", range(1, 6))
def test_where_folders_cannot_change_places_the_next_run_repairs_what_a_killed_run_left(
    old: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    left = moves
    real = docs_folder._move

    def killed(source: Path, target: Path) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise KeyboardInterrupt
        real(source, target)

    monkeypatch.setattr(docs_folder, "exchange", lambda new, docs: False)
    monkeypatch.setattr(docs_folder, "_move", killed)
    with pytest.raises(KeyboardInterrupt):
        write(NEW, old)
    monkeypatch.setattr(docs_folder, "_move", real)
    write(NEW, old)
    assert state(old) == state_after(NEW, old)


def test_a_folder_that_is_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "docs").symlink_to("elsewhere")
    write(PAGES, tmp_path / "docs")
    assert (tmp_path / "docs").is_symlink()
    assert (tmp_path / "elsewhere/index.md").read_text() == "Home"


def test_hostile_text_is_written_as_it_is(tmp_path: Path) -> None:
    text = "<script>\u202e\x1b{{ 7*7 }}\r\n"
    write([Page("x.md", text)], tmp_path / "docs")
    assert (tmp_path / "docs/x.md").read_bytes() == text.encode()
