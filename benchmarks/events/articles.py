"""News of a JSON Lines file as the articles of a corpus, in memory or as a project folder."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from generator.articles.corpus import with_ids
from generator.articles.marked_text import read_marked_text
from generator.model import Article
from generator.text import slug

_FIELDS = {"title": "title", "url": "url", "publisher": "publisher", "published": "published"}


def read_news(path: Path) -> tuple[Article, ...]:
    """The articles of a file whose lines hold `id`, `title`, `url`, `published` and `text`, sorted by path."""
    return articles_of(read_entries(path))


def read_entries(path: Path) -> list[Mapping[str, str]]:
    """The lines of such a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def articles_of(entries: Sequence[Mapping[str, str]]) -> tuple[Article, ...]:
    """The articles that a reader of corpus files makes of such entries."""
    files = sorted(_file(entry) for entry in entries)
    return with_ids([read_marked_text(f"corpus/{name}", text.encode()) for name, text in files])


def write_project(entries: Sequence[Mapping[str, str]], folder: Path) -> None:
    """A project folder with these entries as its corpus and nothing else set."""
    for name in ("corpus", "site_config"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text("site_name: Timeline\n", encoding="utf-8")
    for name, text in map(_file, entries):
        (folder / "corpus" / name).write_text(text, encoding="utf-8")


def _file(entry: Mapping[str, str]) -> tuple[str, str]:
    """The name and the text of an entry's corpus file: its metadata as front matter, then its text."""
    own = [f"{key}: {json.dumps(entry[field], ensure_ascii=False)}" for key, field in _FIELDS.items() if field in entry]
    text = "\n".join(["---", *own, "---", entry["text"], ""])
    suffix = sha256(entry["id"].encode()).hexdigest()[:4]
    return f"{slug(entry['title'], 60)}-{suffix}.md", text
