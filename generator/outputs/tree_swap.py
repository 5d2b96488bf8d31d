"""A folder replaced by a new state of itself in one step, so that nobody ever sees half of each.

The new state is built beside the folder: what stays is hard-linked into it, so that it costs no space and an editor
who saves a file meanwhile saves it in both. Then the two change places, which Linux does in one system call. Where
that cannot be done (another system, a folder that is a link or a mount point, one layer of a container), `exchange`
says so, and the caller has to do with less.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

_AT_CWD, _EXCHANGE = -100, 2
"""Of Linux' `renameat2(2)`: paths count from the current folder; the two names change places."""

Seen = Mapping[str, tuple[int, int, int]]
"""Each file of a folder as it was taken over: its inode, time of change in nanoseconds, and size."""


def take_over(folder: Path, new: Path, leave_out: Collection[str]) -> Seen:
    """Link every file below `folder` into `new`, but for those to leave out, and tell how each was found."""
    seen = {}
    new.mkdir(parents=True)
    for path, entry in _entries(folder, ""):
        target = new / path
        if entry.is_dir(follow_symlinks=False):
            target.mkdir()
            shutil.copystat(entry.path, target)
            continue
        seen[path] = _state(Path(entry.path))
        if path not in leave_out:
            _link(Path(entry.path), target)
    if folder.is_dir():
        shutil.copystat(folder, new)
    return seen


def exchange(new: Path, folder: Path) -> bool:
    """Let the two change places in one step, or move `new` to where nothing is; False, and nothing done, if neither."""
    if folder.is_symlink():
        return False
    if not folder.exists():
        try:
            new.rename(folder)
        except OSError:
            return False
        return True
    if sys.platform != "linux":
        return False
    try:
        rename = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError):
        return False
    return bool(rename(_AT_CWD, os.fsencode(new), _AT_CWD, os.fsencode(folder), _EXCHANGE) == 0)


def bring_back(old: Path, folder: Path, seen: Seen, ours: Collection[str]) -> None:
    """Move into `folder` what others saved in its old state after it was taken over; `ours` stays as we made it."""
    for path, entry in list(_entries(old, "")):
        if not entry.is_dir(follow_symlinks=False) and path not in ours and seen.get(path) != _state(Path(entry.path)):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            Path(entry.path).replace(folder / path)


def _entries(folder: Path, below: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below a folder with its path from there in POSIX form, each folder before what is in it."""
    if not folder.is_dir():
        return
    for entry in sorted(os.scandir(folder), key=lambda found: found.name):
        yield below + entry.name, entry
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(Path(entry.path), f"{below}{entry.name}/")


def _link(source: Path, target: Path) -> None:
    """A second name for a file, or a copy where the file system has no such thing."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _state(file: Path) -> tuple[int, int, int]:
    status = file.lstat()
    return status.st_ino, status.st_mtime_ns, status.st_size
