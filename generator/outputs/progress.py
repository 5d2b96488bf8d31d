"""How far a long run is, on one line of a terminal that goes away when the run ends."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TextIO, TypeVar

from generator.pipeline import Remember

Value = TypeVar("Value")
Tell = Callable[[str], None]

# A run that is shorter than this says nothing, and a longer one no more often than one can read.
PATIENCE, PAUSE = 1.0, 0.1
STAGES = {"names": "Reading articles", "mentions": "Finding events"}


def tell_nothing(_words: str) -> None:
    """For a run that nobody watches."""


@contextmanager
def progress_line(stream: TextIO, now: Callable[[], float] = monotonic) -> Iterator[Tell]:
    """What shows words in place of those before on `stream`, if that is a terminal, else nothing."""
    if not stream.isatty():
        yield tell_nothing
        return
    width, due = 0, now() + PATIENCE

    def tell(words: str) -> None:
        nonlocal width, due
        if now() >= due:
            stream.write(f"\r{words:<{width}}")
            stream.flush()
            width, due = len(words), now() + PAUSE

    try:
        yield tell
    finally:
        stream.write("\r" + " " * width + "\r" if width else "")
        stream.flush()


def telling(remember: Remember, articles: int, tell: Tell) -> Remember:
    """The same `remember`, which tells of each article that it is asked for."""
    asked: Counter[str] = Counter()

    def told(inputs: Sequence[str], make: Callable[[], Value], /) -> Value:
        stage = inputs[0]
        tell(f"{STAGES[stage]}: {asked[stage] % articles + 1:,} of {articles:,}")
        asked[stage] += 1
        return remember(inputs, make)

    return told
