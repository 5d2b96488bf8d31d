"""What was published under each id, and when it changed: the values of `docs/data/history.json`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """What has become of a published event."""

    LIVE = "live"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


class ChangeKind(StrEnum):
    """What happened to a published event."""

    ADDED = "added"
    DATED = "dated"
    REWORDED = "reworded"
    SORTED = "sorted"
    SOURCED = "sourced"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, order=True)
class Fingerprint:
    """A sentence that reports an event: the id of its article and 16 hexadecimal digits of its text's SHA-256."""

    article: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Change:
    """One entry in an event's log; `old` and `new` are EDTF, headlines, kinds, numbers of articles or ids.

    Of a decision `old` is the field that it is about, `new` what it did, in words, and `why` the editor's reason.
    """

    on: date
    what: ChangeKind
    old: str | None = None
    new: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What was last published under one id, sources sorted, the log oldest first.

    `into` is the id that a merged event leads to and `why` the reason of a withdrawal, in words. `by_decision` marks an
    event that an editor added or split off: the machine must not take its id for one that it found itself.
    """

    id: str
    sources: tuple[Fingerprint, ...]
    kind: str
    headline: str
    when: str | None
    added: date
    changed: date
    status: Status = Status.LIVE
    into: str | None = None
    why: str | None = None
    by_decision: bool = False
    log: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """What was ever published: a record for every id of an event, sorted by id, and what else has an address.

    `pages` are the paths of all other pages, sorted; `articles` gives the id of each article by its path.
    """

    records: tuple[Record, ...] = field(default=())
    pages: tuple[str, ...] = ()
    articles: Mapping[str, str] = field(default_factory=dict)


def with_published(history: History, pages: Iterable[str], articles: Mapping[str, str]) -> History:
    """The history with what is published now added to what was."""
    every = {**history.articles, **articles}
    return replace(history, pages=tuple(sorted({*history.pages, *pages})), articles=dict(sorted(every.items())))
