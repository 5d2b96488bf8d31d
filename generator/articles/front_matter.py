"""The front matter of an article: its keys, which are all optional, and what they must hold."""

import re
from dataclasses import dataclass, fields
from datetime import date

from generator.errors import Problem
from generator.model import Basis, Precision, When
from generator.yaml_lines import Fields, is_address, read_mapping

FIRST_YEAR, LAST_YEAR = 1605, 2199
BASES = (Basis.STATED, Basis.HTML)
"""What `published_basis` can say; the other bases are found, never written down."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What front matter says of an article; `published_words` is `published` as it stands there.

    `notes` tell what was left out and why: an address that is none is not worth refusing a file for, but no page may
    link to it.
    """

    title: str | None = None
    url: str | None = None
    archive_url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: When | None = None
    published_basis: Basis = Basis.STATED
    syndicated_from: str | None = None
    accessed: date | None = None
    license: str | None = None
    published_words: str = ""
    notes: tuple[str, ...] = ()


# What is not in quotes and could be nothing but words: no other YAML has a colon and a space there.
_COLON = re.compile(
    r"^(?P<key>(?:title|publisher|author|syndicated_from|license):) +"
    r"(?P<words>[^\s\"'|>\[{&*!%@`#][^\n#]*: [^\n#]*?) *$",
    re.MULTILINE,
)
KEYS = tuple(field.name for field in fields(Metadata) if field.name not in ("published_words", "notes"))


def read_metadata(text: str, path: str, problems: list[Problem]) -> Metadata:
    """The metadata in the YAML between the fences of a file, whose first line is the file's second."""
    found = read_mapping(_COLON.sub(_quoted, text), path, problems, first_line=2)
    if found is None:
        return Metadata()
    found.only(KEYS)
    url, url_notes = _address(found, "url")
    archive_url, archive_notes = _address(found, "archive_url")
    published, accessed = _published(found), _day(found, "accessed")
    if published and accessed and published.earliest and published.earliest > accessed:
        message = f"'published' ({found.text('published')}) is after 'accessed' ({accessed})"
        found.report(message, found.line_of("published"))
    return Metadata(
        title=found.text("title"),
        url=url,
        archive_url=archive_url,
        publisher=found.text("publisher"),
        author=found.text("author"),
        published=published,
        published_basis=_basis(found),
        syndicated_from=found.text("syndicated_from"),
        accessed=accessed,
        license=found.text("license"),
        published_words=found.text("published") or "",
        notes=url_notes + archive_notes,
    )


def _quoted(line: re.Match[str]) -> str:
    """The line of a text with a colon in it, in quotes, as YAML wants it ("title: Ghent siege: gunman shot")."""
    words = line["words"].replace("'", "''")
    return f"{line['key']} '{words}'"


def _address(found: Fields, key: str) -> tuple[str | None, tuple[str, ...]]:
    text = found.text(key)
    if text is None or is_address(text):
        return text, ()
    return None, (f"its '{key}' was left out, because it is not a web address: \"{text}\"",)


def _published(found: Fields) -> When | None:
    """The day, month or year of `published`, or a range of days with two ends."""
    when = found.when("published")
    if when is None:
        return None
    if when.earliest is None or when.latest is None:
        message = f"'published' must have a first and a last day it may mean: \"{found.text('published')}\""
    elif not (is_of_newspapers(when.earliest) and is_of_newspapers(when.latest)):
        message = f"'published' is no time in which newspapers are printed: \"{found.text('published')}\""
    else:
        return when
    found.report(message, found.line_of("published"))
    return None


def _basis(found: Fields) -> Basis:
    """What `published` rests on: the editor's word, or what a page said from which the article was taken."""
    basis = found.choice("published_basis", Basis)
    if basis is None or basis in BASES:
        return basis or Basis.STATED
    found.report(f"'published_basis' can be {' or '.join(BASES)}, not {basis}", found.line_of("published_basis"))
    return Basis.STATED


def is_of_newspapers(day: date) -> bool:
    """Whether a day can be one of publication: the first newspaper was printed in 1605, and ours not after 2199."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def _day(found: Fields, key: str) -> date | None:
    when = found.when(key)
    if when is None or (when.precision is Precision.DAY and not when.approximate):
        return when.earliest if when else None
    found.report(f"'{key}' must be a day: \"{found.text(key)}\"", found.line_of(key))
    return None
