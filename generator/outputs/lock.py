"""One run at a time in a project folder: a second one says that it waits, and does."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import BadInput, Problem

try:
    import fcntl
except ImportError:  # Windows has no such locks; two runs at once are the user's own care there.
    fcntl = None  # type: ignore[assignment]


@contextmanager
def only_run(root: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Keep every other run out of the project at `root` while this one reads, works and writes.

    The lock is on the folder itself, leaves nothing behind, and ends with the process that holds it, however that
    ends. `say` is called once if another run is under way. Raises BadInput if the folder cannot be opened.
    """
    if fcntl is None:
        yield
        return
    try:
        folder = os.open(root, os.O_RDONLY)
    except OSError as error:
        raise BadInput([Problem(str(root), None, f"cannot be read: {error.strerror}")]) from error
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another run is at work on this project; this one waits for it to end.")
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
