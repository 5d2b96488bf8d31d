"""The data of SemEval-2015 Task 4: the corpora with their target entities and gold timelines."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.events.awareness import Entry
from benchmarks.events.cat import Document, read_documents, read_timeml
from generator.text import slug

Timelines = Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """One of the task's corpora; `track` says whether its documents have the event words marked ("B") or not."""

    name: str
    track: str
    documents: tuple[Document, ...]
    gold: Timelines


def read_corpora(folder: Path, track: str) -> tuple[Corpus, ...]:
    """The corpora below a folder with the documents of one track."""
    found = sorted(path for path in folder.glob("corpus_*") if path.is_dir())
    return tuple(
        Corpus(path.name, track, read_documents(path / f"corpus_track{track}_CAT"), _gold(path)) for path in found
    )


def read_trial(documents: Path, timelines: Path) -> Corpus:
    """The task's trial data, in whose documents every event word is marked, whomever it is of."""
    return Corpus("trial", "B", read_timeml(documents), _timelines(timelines, {}))


def _gold(corpus: Path) -> Timelines:
    """The gold timelines by the names that the list of targets has."""
    listed = (corpus / f"list_target_entities_{corpus.name}.txt").read_text(encoding="utf-8").splitlines()
    return _timelines(corpus / "TimeLines_Gold_Standard", {slug(name, 80): name.strip() for name in listed})


def _timelines(folder: Path, names: Mapping[str, str]) -> Timelines:
    """The timelines of a folder by entity; one that is there under two names counts once."""
    timelines = {}
    for path in sorted(folder.glob("*.txt")):
        entity, *lines = path.read_text(encoding="utf-8").splitlines()
        name = names.get(slug(path.stem.replace("_", " "), 80), entity.strip())
        timelines[name] = tuple(_entries(lines))
    return timelines


def _entries(lines: Iterable[str]) -> Iterable[Entry]:
    for line in sorted(filter(str.strip, lines), key=_natural):
        order, date, *mentions = line.rstrip().split("\t")
        if mentions:
            yield Entry(int(order), date, tuple(mentions))


def _natural(line: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", line)]
