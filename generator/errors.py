"""Problems, with their place in a file, as a person wants to read them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the input: `corpus/x.md:3: 'published' is not a date: "2025-13-01"`."""

    path: str
    line: int | None
    message: str

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.message}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file and line, each once."""
    return tuple(sorted(set(problems), key=lambda found: (found.path, found.line or 0, found.message)))


class BadInput(Exception):
    """Raised at the edges with all problems at once, before anything is written; exit code 2."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))


def keep_or_raise(problems: Iterable[Problem], left_out: list[Problem] | None) -> None:
    """Add the problems to what is left out of a run, or raise BadInput if there are any and nothing may be left out."""
    found = tuple(problems)
    if left_out is not None:
        left_out += found
    elif found:
        raise BadInput(found)
