"""The folder of articles: walked in order, each file read by its format's reader, same texts joined, ids given."""

import os
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from generator.articles import READERS
from generator.articles.front_matter import BASES
from generator.errors import BadInput, Problem, keep_or_raise
from generator.model import Article, Copy
from generator.settings import Publisher, Settings
from generator.text import slug

PUBLIC_NAME = "corpus"
"""What `Article.path` begins with, wherever the folder is: an absolute path would tell readers about a machine."""

PAGE_PARTS = "_files"
"""How a folder's name ends in which a browser puts the pictures and frames of the page that it saves beside it."""


def read_articles(
    root: Path,
    settings: Settings,
    left_out: list[Problem] | None = None,
    known: Mapping[str, str] | None = None,
) -> tuple[Article, ...]:
    """Every article below the corpus folder of the project at `root`, sorted by path.

    Names that begin with a dot are left alone, and so are the parts of a saved page (`x_files/` beside `x.html`) and
    files of a format that no reader takes (`other_files`). Of
    files with the same text one is the article and the others are its copies (`join_copies`). Raises BadInput with
    all problems of all files; with `left_out` they are added there instead, and the articles are those without one.
    `known` are the ids of articles that were published, by path (`with_ids`).
    """
    problems: list[Problem] = []
    articles = []
    for relative in _files(root, settings.site.corpus, problems):
        if (reader := READERS.get(relative.suffix.lower())) is None:
            continue
        shown = f"{settings.site.corpus}/{relative}"
        try:
            data = (root / settings.site.corpus / relative).read_bytes()
            articles.append(replace(reader(shown, data), path=f"{PUBLIC_NAME}/{relative}"))
        except BadInput as bad:
            problems.extend(bad.problems)
        except OSError as error:
            problems.append(Problem(shown, None, f"cannot be read: {error.strerror}"))
    keep_or_raise(problems, left_out if (root / settings.site.corpus).is_dir() else None)
    return with_ids(join_copies(named_publishers(articles, settings.publishers)), known)


def other_files(root: Path, settings: Settings) -> tuple[str, ...]:
    """The files of the corpus folder that no reader takes, as paths below the project."""
    found = _files(root, settings.site.corpus, [])
    return tuple(f"{settings.site.corpus}/{path}" for path in found if path.suffix.lower() not in READERS)


def named_publishers(articles: Sequence[Article], publishers: Sequence[Publisher]) -> tuple[Article, ...]:
    """The articles, those that name no publisher given the one whose host their address has."""
    by_host = {host.removeprefix("www."): publisher.name for publisher in publishers for host in publisher.hosts}
    return tuple(
        article if article.publisher else replace(article, publisher=by_host.get(_host(article.url)))
        for article in articles
    )


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def join_copies(articles: Sequence[Article]) -> tuple[Article, ...]:
    """One article for each text, sorted by path, with its other files as copies; an empty text is a copy of nothing.

    The article is the file that says it was published first, since its "yesterday" is the one that the text means;
    then one with an address; then the first by path.
    """
    groups: dict[tuple[str, str], list[Article]] = {}
    for article in sorted(articles, key=_originality):
        text = article.text.strip()
        groups.setdefault((text, "" if text else article.path), []).append(article)
    joined = (
        replace(
            first, copies=tuple(Copy(other.path, other.url, other.publisher) for other in sorted(others, key=_path))
        )
        for first, *others in groups.values()
    )
    return tuple(sorted(joined, key=_path))


def _path(article: Article) -> str:
    return article.path


def _originality(article: Article) -> tuple[date, bool, str]:
    stated = [clue.day for clue in article.clues if clue.basis in BASES]
    return min(stated, default=date.max), article.url is None, article.path


def with_ids(articles: Sequence[Article], known: Mapping[str, str] | None = None) -> tuple[Article, ...]:
    """The articles with ids: the slug of the file's name, with four letters of its path's hash where one is taken.

    `known` are the ids that were published, by path: an article keeps its own, or that of its copy, and no other
    article is given one.
    """
    known = known or {}
    kept = _kept_ids(articles, known)
    taken = set(known.values())
    named = []
    for article in articles:
        if article.path in kept:
            named.append(replace(article, id=kept[article.path]))
            continue
        path_hash = sha256(article.path.encode()).hexdigest()
        plain = slug(PurePosixPath(article.path).stem) or f"article-{path_hash[:8]}"
        name = plain if plain not in taken else f"{plain}-{path_hash[:4]}"
        while name in taken:
            path_hash = sha256(path_hash.encode()).hexdigest()
            name = f"{plain}-{path_hash[:8]}"
        taken.add(name)
        named.append(replace(article, id=name))
    return tuple(named)


def _kept_ids(articles: Sequence[Article], known: Mapping[str, str]) -> dict[str, str]:
    """The published id of each article by its path; of two that could claim one the file that bore it has it."""
    kept = {article.path: known[article.path] for article in articles if article.path in known}
    given = set(kept.values())
    for article in articles:
        borne = [known[copy.path] for copy in article.copies if copy.path in known]
        free = [name for name in borne if name not in given]
        if article.path not in kept and free:
            kept[article.path] = free[0]
            given.add(free[0])
    return kept


def _files(root: Path, shown: str, problems: list[Problem]) -> Iterator[PurePosixPath]:
    """The paths of the files of the corpus folder, relative to it and sorted; what is no plain file is a problem.

    A project may have no such folder, since git keeps no empty one; without `site_config/` it is no project.
    """
    folder = root / shown
    if not folder.is_dir():
        if folder.exists() or not (root / "site_config").is_dir():
            problems.append(Problem(shown, None, "there is no such folder; put articles in it, a file each"))
        return
    yield from sorted(_walk(folder, folder.resolve(), shown, PurePosixPath(), problems), key=str)


def _walk(
    folder: Path, home: Path, shown: str, below: PurePosixPath, problems: list[Problem]
) -> Iterator[PurePosixPath]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(Problem(f"{shown}/{below}", None, f"cannot be read: {error.strerror}"))
        return
    beside = {f"{stem}{PAGE_PARTS}" for stem, suffix in map(os.path.splitext, (one.name for one in entries)) if suffix}
    for entry in entries:
        if entry.name.startswith(".") or (entry.name in beside and entry.is_dir()):
            continue
        path = below / entry.name
        if complaint := _complaint(entry, home):
            problems.append(Problem(f"{shown}/{_printable(path)}", None, complaint))
        elif entry.is_dir():
            yield from _walk(Path(entry.path), home, shown, path, problems)
        else:
            yield path


def _complaint(entry: os.DirEntry[str], home: Path) -> str | None:
    """Why this entry of the corpus cannot be taken, or None."""
    if _printable(PurePosixPath(entry.name)) != entry.name:
        return "its name is not UTF-8, or holds a control character; rename it"
    if entry.is_symlink():
        target = Path(entry.path).resolve()
        if not target.is_relative_to(home):
            return "it is a link that leads out of the corpus"
        if not target.is_file():
            return "it is a link to a folder" if target.is_dir() else "it is a link that leads nowhere"
        return None
    if entry.is_dir():
        suffix = PurePosixPath(entry.name).suffix.lower()
        return f"it is a folder, though its name ends as an article's does ({suffix})" if suffix in READERS else None
    return None if entry.is_file() else "it is not a file"


def _printable(path: PurePosixPath) -> str:
    """The path with control characters and bytes that are not UTF-8 written as escapes."""
    plain = str(path).encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(ascii(letter)[1:-1] if unicodedata.category(letter) == "Cc" else letter for letter in plain)
