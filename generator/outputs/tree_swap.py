"""A folder replaced by a new state of itself in one step, so that nobody ever sees half of each.

The new state is built beside the folder: what stays is hard-linked into it, so that it costs no space and an editor
who saves a file meanwhile saves it in both. Then the two change places, which Linux does in one system call. Where
that cannot be done (another system, a folder that is a link or a mount point, one layer of a container), `exchange`
says so, and the caller has to do with less.
"""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

_AT_CWD, _EXCHANGE = -100, 2
"""Of Linux' `renameat2(2)`: paths count from the current folder; the two names change places."""

_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.EBUSY, errno.EOPNOTSUPP}
"""What `renameat2` says where there is no such call or it cannot serve these folders."""

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
            continue
        seen[path] = _state(Path(entry.path))
        if path not in leave_out:
            _link(Path(entry.path), target)
    return seen


def keep_rights(folder: Path, new: Path) -> None:
    """Give the folders of the new state the rights of the old one's; done last, since they may forbid all else."""
    for path, entry in list(_entries(folder, ""))[::-1]:
        if entry.is_dir(follow_symlinks=False) and (new / path).is_dir():
            shutil.copymode(entry.path, new / path)
    if folder.is_dir():
        shutil.copymode(folder, new)


def discard(folder: Path) -> None:
    """Remove a folder with all that is in it, whatever the rights of the folders in it say."""
    with suppress(OSError):
        folder.chmod(0o700)
        for _, entry in _entries(folder, ""):
            if entry.is_dir(follow_symlinks=False):
                Path(entry.path).chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)


def exchange(new: Path, folder: Path) -> bool:
    """Let the two change places in one step, or move `new` to where nothing is; False, and nothing done, if neither.

    Raises OSError where it could be done and may not: then files that are moved one by one would stop half-way.
    """
    if folder.is_symlink():
        return False
    if not folder.exists():
        new.rename(folder)
        return True
    if sys.platform != "linux":
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if rename(_AT_CWD, os.fsencode(new), _AT_CWD, os.fsencode(folder), _EXCHANGE) == 0:
        return True
    if (code := ctypes.get_errno()) in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(folder))


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
