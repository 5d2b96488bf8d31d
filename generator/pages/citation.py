"""How to cite an event: what it is called, when it was, and when this site added and last changed it.

The address is missing here, because only the build knows it; the theme's `page.html` puts it at the end.
"""

import re
from collections.abc import Mapping
from typing import Final

from generator.dates.when import day
from generator.model import Event
from generator.pages.catalogue import Catalogue
from generator.pages.markdown import visible

_KEY: Final = re.compile(r"[^A-Za-z0-9]+")
_SPECIAL: Final[Mapping[int, str]] = str.maketrans(
    {
        **{character: f"\\{character}" for character in "{}$&#_%"},
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
    }
)
"""Characters that mean something to TeX, and how it writes them."""


def cite_event(event: Event, catalogue: Catalogue) -> dict[str, object]:
    """The citation as plain `text` and as the lines of `bibtex`, each without the address and what closes it."""
    return {"text": _plain(event, catalogue), "bibtex": _bibtex(event, catalogue)}


def _plain(event: Event, catalogue: Catalogue) -> str:
    told = f"{catalogue.timeline.title}: “{event.headline}”, {catalogue.words(event.when)}."
    return visible(" ".join(part for part in (told, _published(event, catalogue)) if part))


def _published(event: Event, catalogue: Catalogue) -> str:
    record = catalogue.records.get(event.id)
    if record is None:
        return ""
    added = f"Added {catalogue.words(day(record.added))}"
    return (
        f"{added}." if record.added == record.changed else f"{added}, changed {catalogue.words(day(record.changed))}."
    )


def _bibtex(event: Event, catalogue: Catalogue) -> list[str]:
    record = catalogue.records.get(event.id)
    fields = {
        "title": f"{{{_tex(event.headline)}}}",
        "author": f"{{{_tex(catalogue.timeline.title)}}}",
        "note": _tex(f"Event: {catalogue.words(event.when)}. {_published(event, catalogue)}"),
    }
    if record is not None:
        fields |= {"year": str(record.changed.year), "date": record.changed.isoformat()}
    lines = [f"{name} = {{{value}}}," for name, value in fields.items()]
    return [f"@misc{{{_KEY.sub('-', event.id).strip('-') or 'event'},", *lines]


def _tex(words: str) -> str:
    return visible(words).translate(_SPECIAL)
