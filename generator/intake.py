"""Articles brought into the corpus: each source read, told from what is there, and written as a file of its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from itertools import count
from pathlib import Path

from generator.articles import READERS
from generator.articles.corpus import read_articles
from generator.articles.marked_text import read_marked_text
from generator.articles.sameness import Known
from generator.articles.writing import to_marked_text
from generator.errors import BadInput, Problem
from generator.model import Article
from generator.outputs.whole_file import put_in_place
from generator.settings_files import read_settings
from generator.text import slug

LONGEST_NAME = 60
PAGES = (".html", ".htm")


class Fate(StrEnum):
    """What became of a source."""

    ADDED = "added as"
    THERE = "already there as"
    REFUSED = "refused:"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: the corpus file that holds it now, or why it was refused."""

    source: str
    fate: Fate
    detail: str

    def __str__(self) -> str:
        return f"{self.source}: {self.fate} {self.detail}"


class Intake:
    """The corpus of the project at `root`, to which articles are added that it does not hold.

    `stamp` is the day of access. The caller keeps other runs out of the project meanwhile. Raises BadInput if the
    settings cannot be read; articles of the corpus that are bad input are left aside, for a run to name.
    """

    def __init__(self, root: Path, stamp: date) -> None:
        settings = read_settings(root)
        self._shown, self._folder, self._stamp = settings.site.corpus, root / settings.site.corpus, stamp
        self._known = Known(read_articles(root, settings, []) if self._folder.is_dir() else ())

    def add_files(self, files: Iterable[Path]) -> Iterable[Outcome]:
        """Take files of any format that the corpus may hold, and tell of each."""
        for file in files:
            yield self._tell(str(file), partial(self._take_file, file))

    def _tell(self, source: str, take: Callable[[], tuple[Fate, str]]) -> Outcome:
        try:
            return Outcome(source, *take())
        except BadInput as bad:
            prefix = f"{source}: "
            reasons = [str(problem).removeprefix(prefix) for problem in bad.problems]
            return Outcome(source, Fate.REFUSED, "; ".join(reasons))

    def _take_file(self, file: Path) -> tuple[Fate, str]:
        """A web page is written anew as an article; a text is taken over byte by byte, since its words are its own."""
        suffix = file.suffix.lower()
        if (reader := READERS.get(suffix)) is None:
            raise _refusal(file, f"no reader takes this format; known are {', '.join(READERS)}")
        try:
            data = file.read_bytes()
        except OSError as error:
            raise _refusal(file, f"cannot be read: {error.strerror}") from error
        article = reader(str(file), data)
        return self.keep(article, None if suffix in PAGES else data, ".md" if suffix in PAGES else suffix)

    def keep(self, article: Article, data: bytes | None = None, suffix: str = ".md") -> tuple[Fate, str]:
        """Write an article into the corpus unless it is there: `data` as they are, else what its reader found."""
        if not article.text.strip():
            raise _refusal(article.path, "; ".join(article.notes) or "it holds no text")
        if path := self._known.path_of(article):
            return Fate.THERE, path
        name = self._free_name(article.title, suffix)
        shown = f"{self._shown}/{name}"
        if data is None:
            data = to_marked_text(article, self._stamp).encode()
            read_marked_text(article.path, data)  # What a run would refuse is refused now.
        put_in_place(self._folder / name, data, shown)
        self._known.add(replace(article, path=shown))
        return Fate.ADDED, shown

    def _free_name(self, title: str, suffix: str) -> str:
        """A file name made from the title, which no file of the corpus has, whatever the case of its letters."""
        stem = slug(title, LONGEST_NAME) or "article"
        taken = {path.name.lower() for path in self._folder.iterdir()} if self._folder.is_dir() else set()
        names = (f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}" for number in count(1))
        return next(name for name in names if name not in taken)


def _refusal(source: object, message: str) -> BadInput:
    return BadInput([Problem(str(source), None, message)])
