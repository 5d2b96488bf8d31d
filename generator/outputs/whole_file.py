"""A file outside `docs/` that is written whole or not at all."""

import os
import shutil
from pathlib import Path

from generator.errors import BadInput, Problem


def put_in_place(file: Path, data: bytes, shown: str) -> None:
    """Put a new state of a file in the place of the old one, which stays until the new one is on the disk.

    `shown` is the file's name in messages. Raises BadInput if it cannot be written.
    """
    beside = file.with_name(f".{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        if file.exists():
            shutil.copymode(file, beside)
        beside.replace(file)
    except OSError as error:
        raise BadInput([Problem(shown, None, f"cannot be written: {error.strerror}")]) from error
    finally:
        beside.unlink(missing_ok=True)
