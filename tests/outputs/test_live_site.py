"""Watching the inputs while a site is served."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from generator.outputs.live_site import serve_site, stamps


def test_every_file_at_any_depth_is_watched_and_missing_folders_are_empty(tmp_path: Path) -> None:
    (tmp_path / "corpus/2025").mkdir(parents=True)
    (tmp_path / "corpus/2025/a.md").write_text("A")
    (tmp_path / "corpus/gone.md").symlink_to("nowhere")
    assert set(stamps([tmp_path / "corpus", tmp_path / "site_config"])) == {tmp_path / "corpus/2025/a.md"}


CHANGES = ["added", "changed", "removed", "renamed"]


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_added_changed_removed_or_renamed_is_noticed(tmp_path: Path, change: str) -> None:
    file = tmp_path / "a.md"
    file.write_text("A")
    before = stamps([tmp_path])
    assert stamps([tmp_path]) == before
    match change:
        case "added":
            (tmp_path / "b.md").write_text("B")
        case "changed":
            file.write_text("B")
            os.utime(file, ns=(0, 0))
        case "removed":
            file.unlink()
        case "renamed":
            file.rename(tmp_path / "c.md")
    assert stamps([tmp_path]) != before


class Server:
    """Stands in for MkDocs: it runs for some looks at the inputs, then ends."""

    def __init__(self, looks: int) -> None:
        self.looks, self.returncode, self.terminated = looks, 0, False

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def poll(self) -> int | None:
        self.looks -= 1
        return None if self.looks >= 0 else self.returncode

    def terminate(self) -> None:
        self.terminated = True


def test_a_change_of_the_inputs_regenerates_once_and_writing_docs_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "docs").mkdir()
    server = Server(5)
    looks: list[int] = []
    runs: list[int] = []

    def pause(_: float) -> None:
        looks.append(len(looks))
        if len(looks) == 2:
            (tmp_path / "corpus/a.md").write_text("A")

    def regenerate() -> None:
        runs.append(len(looks))
        (tmp_path / "docs/index.md").write_text("Home")

    monkeypatch.setattr(time, "sleep", pause)
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: server)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    assert serve_site(tmp_path, "127.0.0.1:0", [tmp_path / "corpus"], regenerate) == 0
    assert runs == [2]
    assert server.terminated
