"""Articles brought into the corpus: each source read, told from what is there, and written as a file of its own."""

from collections.abc import Callable, Iterable, Iterator
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
from generator.articles.web_page import read_web_page
from generator.articles.writing import to_marked_text
from generator.errors import BadInput, Problem
from generator.fetching import Fetched, Fetcher
from generator.model import Article
from generator.outputs.whole_file import put_in_place
from generator.settings_files import read_settings
from generator.text import slug
from generator.web_feed import is_feed, read_feed
from generator.yaml_lines import is_address

LONGEST_NAME = 60
PAGES = (".html", ".htm")
PAGE_TYPES = ("text/html", "application/xhtml+xml")


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

    `stamp` is the day of access, and `fetcher` fetches what is on the web. The caller keeps
    other runs out of the project meanwhile. Raises BadInput if the settings cannot be read; articles of the corpus that
    are bad input are left aside, for a run to name.
    """

    def __init__(self, root: Path, stamp: date, fetcher: Fetcher) -> None:
        settings = read_settings(root)
        self.feeds, self._fetcher = settings.feeds, fetcher
        self._shown, self._folder, self._stamp = settings.site.corpus, root / settings.site.corpus, stamp
        self._known = Known(read_articles(root, settings, []) if self._folder.is_dir() else ())

    def add(self, sources: Iterable[str]) -> Iterator[Outcome]:
        """Take files of any format that the corpus may hold, web pages, and every new entry of feeds; tell of each."""
        for source in sources:
            if not is_address(source):
                yield self._tell(source, partial(self._take_file, Path(source)))
            elif path := self._known.path_at(source):
                yield Outcome(source, Fate.THERE, path)
            else:
                yield from self._add_address(source)

    def _add_address(self, url: str) -> Iterator[Outcome]:
        """Take a page, or the pages of a feed's entries that are new; a feed within a feed is none."""
        try:
            fetched = self._fetcher.fetch(url)
            links = read_feed(url, fetched) if is_feed(fetched.data) else None
        except BadInput as bad:
            yield _refused(url, bad)
            return
        if links is None:
            yield self._tell(url, partial(self._take_page, url, fetched))
            return
        for link in links:
            path = self._known.path_at(link)
            yield Outcome(link, Fate.THERE, path) if path else self._tell(link, partial(self._fetch_page, link))

    def _fetch_page(self, url: str) -> tuple[Fate, str]:
        return self._take_page(url, self._fetcher.fetch(url))

    def _take_page(self, url: str, fetched: Fetched) -> tuple[Fate, str]:
        if fetched.media_type not in PAGE_TYPES:
            raise _refusal(url, f"it is {fetched.media_type}, neither a web page nor a feed")
        return self.keep(read_web_page(url, fetched.data, fetched.address, fetched.charset))

    def _tell(self, source: str, take: Callable[[], tuple[Fate, str]]) -> Outcome:
        try:
            return Outcome(source, *take())
        except BadInput as bad:
            return _refused(source, bad)

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


def _refused(source: str, bad: BadInput) -> Outcome:
    prefix = f"{source}: "
    return Outcome(source, Fate.REFUSED, "; ".join(str(problem).removeprefix(prefix) for problem in bad.problems))


def _refusal(source: object, message: str) -> BadInput:
    return BadInput([Problem(str(source), None, message)])
