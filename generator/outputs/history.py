"""`docs/data/history.json` <-> History: what was published under each id, kept from one run to the next."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.errors import BadInput, Problem
from generator.history import Change, ChangeKind, Fingerprint, History, Record, Status
from generator.model import Page

PATH = "data/history.json"
VERSION = 1
PAGE = re.compile(r"(?:[\w-][\w.-]*/)*[\w-][\w.-]*\.md")
ARTICLE = re.compile(r"[a-z0-9][a-z0-9-]*")


def read_history(docs: Path) -> History:
    """The history kept in a `docs/` folder, empty if there is none; raises BadInput if it is damaged."""
    shown = f"{docs.name}/{PATH}"
    try:
        text = (docs / PATH).read_text("utf-8")
    except FileNotFoundError:
        return History()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput([Problem(shown, None, f"cannot be read ({error}); restore it from version control")]) from error
    return parse_history(text, shown)


def parse_history(text: str, shown: str) -> History:
    """The history in the text of the file that messages name `shown`."""
    try:
        data = json.loads(text)
        if data["version"] != VERSION:
            message = f"is of version {data['version']}, and this program reads {VERSION}"
            raise BadInput([Problem(shown, None, message)])
        pages, articles = data.get("pages", []), data.get("articles", {})
        if not all(map(PAGE.fullmatch, pages)) or not all(map(ARTICLE.fullmatch, articles.values())):
            raise ValueError("it names what is no page or article")
        records = sorted(map(_record, data["events"]), key=lambda record: record.id)
        return History(tuple(records), tuple(sorted(pages)), dict(sorted(articles.items())))
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        message = f"is damaged ({type(error).__name__}: {error}); restore it from version control"
        raise BadInput([Problem(shown, None, message)]) from error


def history_page(history: History) -> Page:
    """The history as the file that keeps it: an entry for each id ever published, then the other pages and articles."""
    data = {
        "version": VERSION,
        "events": [_entry(record) for record in history.records],
        "pages": history.pages,
        "articles": history.articles,
    }
    return Page(PATH, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _entry(record: Record) -> dict[str, Any]:
    return {
        "id": record.id,
        "headline": record.headline,
        "kind": record.kind,
        "when": record.when,
        "added": record.added.isoformat(),
        "changed": record.changed.isoformat(),
        "status": record.status,
        "into": record.into,
        "why": record.why,
        "by_decision": record.by_decision,
        "sources": [f"{print_.article} {print_.sentence}" for print_ in record.sources],
        "log": [_change_entry(change) for change in record.log],
    }


def _change_entry(change: Change) -> dict[str, str]:
    given = {"on": change.on.isoformat(), "what": change.what, "old": change.old, "new": change.new, "why": change.why}
    return {key: value for key, value in given.items() if value is not None}


def _record(entry: Mapping[str, Any]) -> Record:
    return Record(
        id=str(entry["id"]),
        sources=tuple(sorted(Fingerprint(*source.split(" ")) for source in entry["sources"])),
        kind=str(entry["kind"]),
        headline=str(entry["headline"]),
        when=entry["when"],
        added=date.fromisoformat(entry["added"]),
        changed=date.fromisoformat(entry["changed"]),
        status=Status(entry["status"]),
        into=entry["into"],
        why=entry["why"],
        by_decision=bool(entry["by_decision"]),
        log=tuple(map(_change, entry["log"])),
    )


def _change(entry: Mapping[str, Any]) -> Change:
    return Change(
        date.fromisoformat(entry["on"]),
        ChangeKind(entry["what"]),
        entry.get("old"),
        entry.get("new"),
        entry.get("why"),
    )
