"""What earlier runs made of the same inputs, kept in `.cache/` below the project folder.

The cache is a pickle, which must not be read from strangers: whoever writes one can run what they like, and can make
a timeline say what they like. So it is sealed with a key that is made once for each user and lies outside of every
project. Only what this user's own runs wrote is ever read; a cache that came with a repository, is damaged, or is from
another machine is made anew. What is kept is found by a hash of the program and of all inputs, so nothing in it is ever
out of date. A run keeps what it used, and no more.
"""

import os
import pickle
import platform
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path
from secrets import token_bytes
from typing import TypeVar, cast

import dateutil  # type: ignore[import, unused-ignore]
import yaml

Value = TypeVar("Value")

FOLDER = ".cache"
FILE = "remembered"
SEAL = KEY = 32


class Cache:
    """What was made before, as a `Remember` of the pipeline; without a key it remembers nothing."""

    def __init__(self, root: Path, key: bytes | None) -> None:
        self._folder = root / FOLDER
        self._key = key if key is not None and not self._folder.is_symlink() else None
        self._program = program_digest() if self._key else b""
        self._kept = self._load() if self._key else {}
        self._used: dict[bytes, bytes] = {}

    def __call__(self, inputs: Sequence[str], make: Callable[[], Value], /) -> Value:
        """What `make` gives, made now if no run has made it of these inputs."""
        if self._key is None:
            return make()
        name = self._name(inputs)
        known = self._used.get(name) or self._kept.get(name)
        if known is not None:
            self._used[name] = known
            return cast(Value, pickle.loads(known))
        value = make()
        self._used[name] = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        return value

    def save(self) -> None:
        """Keep what this run used; where that cannot be written, the next run makes it again."""
        if self._key is None or self._used.keys() == self._kept.keys():
            return
        data = pickle.dumps(self._used, pickle.HIGHEST_PROTOCOL)
        new = self._folder / f"{FILE}.new"
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            new.write_bytes(_seal(data, self._key) + data)
            new.replace(self._folder / FILE)

    def _name(self, inputs: Sequence[str]) -> bytes:
        digest = blake2b(self._program, digest_size=32)
        for text in inputs:
            data = text.encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(8, "big"))
            digest.update(data)
        return digest.digest()

    def _load(self) -> dict[bytes, bytes]:
        try:
            sealed = (self._folder / FILE).read_bytes()
        except OSError:
            return {}
        seal, data = sealed[:SEAL], memoryview(sealed)[SEAL:]
        if self._key is None or not compare_digest(seal, _seal(data, self._key)):
            return {}
        return cast(dict[bytes, bytes], pickle.loads(data))


def _seal(data: bytes | memoryview, key: bytes) -> bytes:
    return blake2b(data, key=key, digest_size=SEAL).digest()


def own_key() -> bytes | None:
    """This user's key, made if there is none yet; None where it cannot be kept to oneself.

    It lies in the user's own cache folder: to lose it costs one run's time.
    """
    try:
        return _key_in(_user_folder() / "dateline")
    except (OSError, RuntimeError):
        return None


def _user_folder() -> Path:
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".cache"


def _key_in(folder: Path) -> bytes | None:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "key"
    with suppress(FileExistsError), os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as new:
        new.write(token_bytes(KEY))
    key = file.read_bytes()
    if len(key) == KEY:
        return key
    file.unlink()  # Left half written by a run that was killed; the next one makes another.
    return None


@cache
def program_digest() -> bytes:
    """A hash of this program, its rules and word lists, and of whatever else it reads and reckons with."""
    digest = blake2b(f"{platform.python_version()} {dateutil.__version__} {yaml.__version__}".encode(), digest_size=32)
    for file in _program_files():
        data = file.read_bytes()
        digest.update(f"\n{file.name} {len(data)}\n".encode())
        digest.update(data)
    return digest.digest()


def _program_files() -> Iterator[Path]:
    package = Path(__file__).parent
    return (file for file in sorted(package.rglob("*")) if file.suffix in {".py", ".yml"})
