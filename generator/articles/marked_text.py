"""The reader of `.md` and `.txt`: a text, below YAML front matter or not, with a date header or not."""

import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from generator.articles.front_matter import Metadata, is_of_newspapers, read_metadata
from generator.articles.titles import title_of
from generator.errors import BadInput, Problem
from generator.model import Article, Basis, Clue
from generator.text import clean_text

FENCE = "---"
HEADER = re.compile(r"\s*date (\d{4}-\d{2}-\d{2})(?: |\t|(?=\n)|\Z)")


@dataclass(frozen=True, slots=True)
class Parts:
    """A file taken apart: the YAML between its fences (None without fences), the rest, and the line it begins on."""

    yaml: str | None
    rest: str
    rest_line: int


@dataclass(frozen=True, slots=True)
class Header:
    """What a date header gives: its clue, if it is one, the text without it, and why it was left out."""

    clues: tuple[Clue, ...]
    text: str
    notes: tuple[str, ...] = ()


def read_marked_text(path: str, data: bytes) -> Article:
    """The article that the bytes of a `.md` or `.txt` file hold; its id is left empty. Raises BadInput."""
    problems: list[Problem] = []
    parts = _take_apart(_decode(path, data), path, problems)
    metadata = read_metadata(parts.yaml or "", path, problems)
    header = _take_header_off(parts, path, problems)
    text, notes = header.text, (*metadata.notes, *header.notes)
    if problems:
        raise BadInput(problems)
    title = metadata.title or title_of(text, path)
    return Article(
        id="",
        path=path,
        sha256=sha256(data).hexdigest(),
        text=text,
        title=title,
        url=metadata.url,
        archive_url=metadata.archive_url,
        publisher=metadata.publisher,
        author=metadata.author,
        syndicated_from=metadata.syndicated_from,
        license=metadata.license,
        accessed=metadata.accessed,
        clues=(*_stated(metadata), *header.clues),
        text_line=parts.rest_line + parts.rest[: len(parts.rest) - len(text)].count("\n"),
        notes=notes if text.strip() else (*notes, "it holds no text"),
    )


def _decode(path: str, data: bytes) -> str:
    """The file as text, a byte order mark taken off."""
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise BadInput([Problem(path, line, "not a text: it holds a NUL byte")])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8: the byte 0x{error.object[error.start]:02x} cannot be read; save the file as UTF-8"
        raise BadInput([Problem(path, line, message)]) from error


def _take_apart(raw: str, path: str, problems: list[Problem]) -> Parts:
    """Front matter begins on the first line and ends with the next line that is a fence."""
    text = clean_text(raw)
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return Parts(None, text, 1)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return Parts("\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2)
    problems.append(Problem(path, 1, "the front matter that begins here has no end: a line with --- alone is missing"))
    return Parts(None, "", 1)


def _take_header_off(parts: Parts, path: str, problems: list[Problem]) -> Header:
    """A ` date YYYY-MM-DD ` at the very start, as a clue, and the text after it and one blank."""
    match = HEADER.match(parts.rest)
    if match is None:
        return Header((), parts.rest)
    text = parts.rest[match.end() :]
    try:
        day = date.fromisoformat(match[1])
    except ValueError:
        line = parts.rest_line + parts.rest.count("\n", 0, match.start(1))
        problems.append(Problem(path, line, f'the date header is not a date: "{match[1]}"'))
        return Header((), text)
    if not is_of_newspapers(day):
        return Header((), text, (f"its date header was left out, because no newspaper is of that time: {match[1]}",))
    return Header((Clue(Basis.HEADER, day, f"date {match[1]}"),), text)


def _stated(metadata: Metadata) -> tuple[Clue, ...]:
    """The clue of a `published`; `day` is the first that it may mean, `when` all of it."""
    when = metadata.published
    if when is None or when.earliest is None:
        return ()
    return (Clue(metadata.published_basis, when.earliest, metadata.published_words, when),)
