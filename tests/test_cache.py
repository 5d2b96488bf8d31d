"""What is remembered from run to run makes a run faster, and never changes what it gives."""

import os
import pickle
import shutil
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from generator import cache
from generator.cache import FILE, FOLDER, Cache, own_key
from generator.language.reading import Reading, read_text
from generator.model import TimeExpression
from generator.project import Run, open_project, run_project

STAMP = date(2025, 2, 1)
DEEPSEEK = Path(__file__).parent / "stories" / "deepseek" / "corpus"
KEY = b"k" * 32


class Trap:
    """Leaves a file behind when it is read from a pickle."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str, int]]:
        return os.open, (str(self.file), os.O_CREAT)


def never() -> str:
    raise AssertionError("made anew what was remembered")


@pytest.fixture(autouse=True)
def user(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a user who has not run the program before."""
    folder = tmp_path_factory.mktemp("user")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(DEEPSEEK, tmp_path / "corpus")
    (tmp_path / "mkdocs.yml").write_text("site_name: Timeline\n", "utf-8")
    return tmp_path


def run_and_save(project: Path) -> Run:
    run = run_project(open_project(project), STAMP)
    run.cache.save()
    return run


def pages(run: Run) -> dict[str, str]:
    return {page.path: page.text for page in run.plan.write}


def stored(project: Path) -> Path:
    return project / FOLDER / FILE


def count_readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles whose text is read from now on, as they are read."""
    read = []

    def counted(article: str, text: str, expressions: Sequence[TimeExpression]) -> Reading:
        read.append(article)
        return read_text(article, text, expressions)

    monkeypatch.setattr("generator.pipeline.read_text", counted)
    return read


def test_a_second_run_reads_no_text_and_gives_the_same_bytes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run_and_save(project)
    read = count_readings(monkeypatch)
    assert pages(run_and_save(project)) == pages(first)
    assert read == []


def test_one_new_article_is_the_only_one_whose_names_are_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_and_save(project)
    (project / "corpus/new.md").write_text("Zorblax bought Quuxly for $3 billion on 3 January 2025.\n", "utf-8")
    read = count_readings(monkeypatch)
    grown = run_and_save(project)
    assert read == ["new"]
    shutil.rmtree(project / FOLDER)
    assert pages(run_and_save(project)) == pages(grown)


@pytest.mark.parametrize("at", [0, 31, 32, 40, -1])
def test_a_damaged_cache_is_made_anew(project: Path, at: int) -> None:
    first = run_and_save(project)
    sound = stored(project).read_bytes()
    damaged = bytearray(sound)
    damaged[at] ^= 1
    stored(project).write_bytes(damaged)
    assert pages(run_and_save(project)) == pages(first)
    assert stored(project).read_bytes() == sound


@pytest.mark.parametrize("length", [0, 1, 32, 33, 5000])
def test_a_truncated_cache_is_made_anew(project: Path, length: int) -> None:
    first = run_and_save(project)
    sound = stored(project).read_bytes()
    stored(project).write_bytes(sound[:length])
    assert pages(run_and_save(project)) == pages(first)
    assert stored(project).read_bytes() == sound


def test_what_a_strangers_cache_holds_is_neither_run_nor_believed(project: Path, tmp_path: Path) -> None:
    first, trap = run_and_save(project), tmp_path / "trapped"
    names = pickle.loads(stored(project).read_bytes()[cache.SEAL :])
    hostile = pickle.dumps(dict.fromkeys(names, pickle.dumps(Trap(trap))))
    for data in (hostile, pickle.dumps(Trap(trap))):
        for seal in (cache._seal(data, KEY), b"\0" * cache.SEAL, stored(project).read_bytes()[: cache.SEAL]):
            stored(project).write_bytes(seal + data)
            assert pages(run_and_save(project)) == pages(first)
    assert not trap.exists()


def test_the_trap_of_that_test_would_snap(tmp_path: Path) -> None:
    os.close(pickle.loads(pickle.dumps(Trap(tmp_path / "trapped"))))
    assert (tmp_path / "trapped").exists()


def test_nothing_is_remembered_from_another_program_or_other_rules(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_and_save(project)
    read = count_readings(monkeypatch)
    monkeypatch.setattr(cache, "program_digest", lambda: b"another")
    run_and_save(project)
    assert len(read) == len(list(DEEPSEEK.iterdir()))
    read.clear()
    (project / "site_config").mkdir()
    rule = '- name: two sols ago\n  match: "two sols ago"\n  means: {shift: {unit: day, count: -2}}\n'
    (project / "site_config/dates.yml").write_text(f"rules:\n{'  '.join(('', *rule.splitlines(True)))}", "utf-8")
    run_and_save(project)
    assert len(read) == len(list(DEEPSEEK.iterdir()))


def test_every_source_file_counts_as_the_program() -> None:
    files = {file.name for file in cache._program_files()}
    assert {"cache.py", "pipeline.py", "english.yml", "kinds.yml"} <= files


def test_only_what_a_run_used_is_kept(tmp_path: Path) -> None:
    first = Cache(tmp_path, KEY)
    assert first(("a",), lambda: "old") == "old"
    first.save()
    second = Cache(tmp_path, KEY)
    assert second(("b",), lambda: "new") == "new"
    second.save()
    third = Cache(tmp_path, KEY)
    assert third(("b",), never) == "new"
    assert third(("a",), lambda: "again") == "again"


def test_inputs_are_kept_apart(tmp_path: Path) -> None:
    cached = Cache(tmp_path, KEY)
    inputs = [("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), ("\ud800",)]
    for each in inputs:
        cached(each, partial(" + ".join, each))
    assert [cached(each, never) for each in inputs] == [" + ".join(each) for each in inputs]


def test_where_nothing_can_be_kept_a_run_goes_on_without(project: Path) -> None:
    (project / FOLDER).write_text("a file where the folder would be", "utf-8")
    first = run_and_save(project)
    assert pages(run_and_save(project)) == pages(first)


def test_nothing_is_written_through_a_link(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (project / FOLDER).symlink_to(elsewhere)
    run_and_save(project)
    assert list(elsewhere.iterdir()) == []


def test_a_key_is_made_once_and_kept_to_oneself(user: Path) -> None:
    key = own_key()
    assert key is not None
    assert own_key() == key
    assert (user / "dateline/key").stat().st_mode & 0o077 == 0


def test_a_key_that_is_cut_short_is_replaced(user: Path) -> None:
    own_key()
    (user / "dateline/key").write_bytes(b"short")
    assert own_key() is None
    assert own_key() is not None


def test_without_a_place_for_a_key_nothing_is_remembered(
    user: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (user / "dateline").write_text("a file where the folder would be", "utf-8")
    assert own_key() is None
    run_and_save(project)
    assert not (project / FOLDER).exists()
