"""`data/timeline.csv`: one row an event, for spreadsheets and statistics (RFC 4180, in UTF-8)."""

import csv
import io
import re
from collections.abc import Iterable
from typing import Final

from generator.dates.when import to_edtf
from generator.model import Page, Timeline
from generator.outputs.plain_events import PlainEvent, plain_events
from generator.pages.catalogue import reporting
from generator.pages.markdown import visible
from generator.settings import Settings

PATH: Final = "data/timeline.csv"
_FORMULA: Final = re.compile(r"[=+\-@＝＋－＠]")
"""What a spreadsheet takes for the start of a formula (OWASP, CSV injection); tabs and line ends are gone by then."""

Row = dict[str, str | int | float]


def timeline_csv(timeline: Timeline, settings: Settings) -> Page:
    """The events as a table; lists in a cell are joined by " | ", and no text from outside can be a formula."""
    rows = list(map(_row, plain_events(timeline, settings)))
    table = io.StringIO()
    writer = csv.DictWriter(table, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return Page(PATH, table.getvalue())


COLUMNS: Final = (
    *("id", "page", "headline", "kind", "modality", "when", "edtf", "earliest", "latest", "precision", "approximate"),
    *("lasted", "weight", "names", "reports", "quotes", "sources", "links", "disagreements", "review", "decided"),
    *("added", "changed"),
)


def _row(plain: PlainEvent) -> Row:
    event, when = plain.event, plain.event.when
    return {
        "id": event.id,
        "page": f"events/{event.id}/",
        "headline": visible(event.headline),
        "kind": plain.kind,
        "modality": event.modality,
        "when": plain.when,
        "edtf": to_edtf(when) or "",
        "earliest": when.earliest.isoformat() if when.earliest else "",
        "latest": when.latest.isoformat() if when.latest else "",
        "precision": when.precision,
        "approximate": _yes(when.approximate),
        "lasted": _yes(when.lasted),
        "weight": round(event.weight, 4),
        "names": _list(plain.names),
        "reports": len(reporting(event)),
        "quotes": _list(source.quote for source in plain.sources if source.quote),
        "sources": _list(dict.fromkeys(source.credit for source in plain.sources)),
        "links": _list(dict.fromkeys(source.link for source in plain.sources if source.link)),
        "disagreements": _list(plain.disagreements),
        "review": _list(map(visible, event.review)),
        "decided": _yes(event.decided),
        "added": plain.record.added.isoformat(),
        "changed": plain.record.changed.isoformat(),
    }


def _yes(so: bool) -> str:
    return "yes" if so else "no"


def _list(values: Iterable[str]) -> str:
    return " | ".join(values)


def _cell(value: str | int | float) -> str | int | float:
    """The value, with an apostrophe before what a spreadsheet would calculate: it then shows the text as it is."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
