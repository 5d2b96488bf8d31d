"""Where each page stands, and how one page leads to another."""

import re
from functools import cache
from itertools import takewhile
from typing import Final
from urllib.parse import quote

HOME: Final = "index.md"
BY_DATE: Final = "years/index.md"
UNDATED: Final = "undated.md"
DISAGREEMENTS: Final = "disagreements.md"
SOURCES: Final = "sources/index.md"
ENTITIES: Final = "entities/index.md"
METHOD: Final = "method.md"
DATA: Final = "data.md"
EXPLORE: Final = "explore.md"
CHANGES: Final = "changes/index.md"
PAPER: Final = "paper/index.md"
EVENTS: Final = "events/"

_UNSAFE: Final = re.compile(r"[^\w.-]+")


def event_page(event: str) -> str:
    """The page of the event with this id."""
    return f"{EVENTS}{_file(event)}.md"


def source_page(article: str) -> str:
    """The page of the article with this id."""
    return f"sources/{_file(article)}.md"


def entity_page(entity: str) -> str:
    """The page of the entity with this id."""
    return f"entities/{_file(entity)}.md"


def kind_page(kind: str) -> str:
    """The listing of the kind of this name."""
    return f"kinds/{_file(kind)}.md"


def year_page(year: int) -> str:
    """The listing of a year."""
    return f"years/{year:04d}.md"


def month_page(year: int, month: int) -> str:
    """The listing of a month."""
    return f"months/{year:04d}-{month:02d}.md"


def part_page(whole: str, part: str) -> str:
    """The page of a part, such as a year, of what is too long for the page `whole`."""
    return f"{whole.removesuffix('.md')}/{part}.md"


def changes_page(year: int) -> str:
    """What changed in a year."""
    return f"changes/{year:04d}.md"


def paper_page(part: str) -> str:
    """The chronology for paper of a year, or of what has no date."""
    return f"paper/{part}.md"


def href(here: str, there: str, anchor: str = "") -> str:
    """The relative address by which the built page `here` reaches `there`; both are paths of Markdown files."""
    start, end = _folders(here), _folders(there)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(start, end, strict=False)))
    way = "".join(f"{step}/" for step in (*[".."] * (len(start) - shared), *end[shared:]))
    return quote(way or "./") + (f"#{anchor}" if anchor else "")


@cache
def _folders(path: str) -> list[str]:
    """The folders, from the outermost, in which the built page of a Markdown file stands."""
    steps = path.removesuffix(".md").split("/")
    return steps[:-1] if steps[-1] == "index" else steps


def _file(name: str) -> str:
    """The name as a file name; MkDocs gives `index` and `readme` the address of their folder, so these are changed."""
    safe = _UNSAFE.sub("-", name).strip(".-") or "-"
    return f"{safe}_" if safe.lower() in {"index", "readme"} else safe
