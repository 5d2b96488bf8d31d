"""MkDocs run as a program of its own: the site built, or served and kept up to date while its inputs change."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import FrameType
from typing import NoReturn

PAUSE = 0.5
"""Seconds between two looks at the inputs."""

Stamps = Mapping[Path, tuple[int, int]]


def build_site(root: Path) -> int:
    """Build `site/` with every warning an error; gives MkDocs' exit code."""
    return subprocess.run(_mkdocs(root, "build", "--strict"), env=_environment(), check=False).returncode


def serve_site(root: Path, address: str, inputs: Iterable[Path], regenerate: Callable[[], None]) -> int:
    """Serve the site at `address` and call `regenerate` after each change of an input, until interrupted.

    `regenerate` writes only what changed, and MkDocs watches `docs/` itself, so nothing goes round in circles. Gives
    MkDocs' exit code if it ends of its own accord.
    """
    signal.signal(signal.SIGTERM, _end)
    folders = tuple(inputs)
    seen = stamps(folders)
    with subprocess.Popen(_mkdocs(root, "serve", "--dev-addr", address), env=_environment()) as server:
        try:
            while server.poll() is None:
                time.sleep(PAUSE)
                now = stamps(folders)
                if now != seen:
                    seen = now
                    regenerate()
        except KeyboardInterrupt:
            return 0
        finally:
            server.terminate()
        return server.returncode


def stamps(inputs: Iterable[Path]) -> Stamps:
    """The time of change, in nanoseconds, and the size of every file below the given folders."""
    return {file: (status.st_mtime_ns, status.st_size) for folder in inputs for file, status in _files(folder)}


def _files(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path))
            else:
                yield Path(entry.path), entry.stat()
        except OSError:
            continue


def _mkdocs(root: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *arguments, "--config-file", str(root / "mkdocs.yml")]


def _environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
