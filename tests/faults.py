"""What goes wrong at the nth operation on files: in a child process, which is killed there or finds the disk full.

Python tells of each operation just before it is done (an audit event), so that every point of a run can be tried.
"""

import errno
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

WRITES = {"os.link", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.utime", "os.chmod", "os.symlink"}
CALLS_OF_C = {"ctypes.dlopen", "ctypes.dlsym"}
TAKES_SPACE = {"open", "os.link", "os.mkdir", "os.rename", "os.symlink"}
FINISHED, FAILED = 0, 3

Work = Callable[[], int]


def killed_at(number: int, work: Work) -> bool:
    """Do the work in a child that dies before its operation of that number; whether it came that far."""
    return _in_child(work, number, _die, WRITES | CALLS_OF_C | {"open"}) == -signal.SIGKILL


def without_space_from(number: int, work: Work) -> int:
    """Do the work in a child for which the disk is full from that operation on; its exit code."""
    return _in_child(work, number, _no_space, TAKES_SPACE)


def _in_child(work: Work, number: int, fault: Callable[[Any], None], events: set[str]) -> int:
    child = os.fork()
    if not child:
        _install(number, fault, events)
        code = FAILED
        try:
            code = work()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _install(number: int, fault: Callable[[Any], None], events: set[str]) -> None:
    seen = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal seen
        if event in events and (event != "open" or _writes(arguments)):
            seen += 1
            if seen > number:
                fault(arguments[0])

    sys.addaudithook(hook)


def _writes(arguments: tuple[Any, ...]) -> bool:
    """Whether a file is opened to be written; a number is a file that is open already."""
    return not isinstance(arguments[0], int) and bool(arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _die(_path: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _no_space(path: Any) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
