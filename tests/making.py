"""Values for tests, made with as few words as the test needs."""

from dataclasses import replace
from datetime import date

from generator.dates.when import parse_edtf
from generator.model import UNKNOWN_WHEN, Article, Event, Mention, Modality, When

DAY = date(2025, 2, 1)


def article(name: str, text: str = "") -> Article:
    """An article with that id and text."""
    return Article(id=name, path=f"corpus/{name}.md", sha256="0" * 64, text=text, title=name.capitalize())


def when(edtf: str | None) -> When:
    """The When that an EDTF string stands for."""
    return parse_edtf(edtf) if edtf else UNKNOWN_WHEN


def mention(source: Article, words: str, kind: str = "other") -> Mention:
    """A mention whose sentence is where those words stand in the article."""
    start = source.text.index(words)
    return Mention(
        article=source.id,
        start=start,
        end=start + len(words),
        position=start,
        kind=kind,
        trigger="say",
        subject=None,
        object=None,
        clause=words,
        entities=(),
        figures=(),
        words=frozenset(),
        modality=Modality.HAPPENED,
        when=UNKNOWN_WHEN,
        reason="as written",
    )


def event(*mentions: Mention, headline: str = "It happened", name: str = "", edtf: str | None = "2025-01-27") -> Event:
    """An event with these mentions."""
    made = Event(
        id=name,
        headline=headline,
        kind=mentions[0].kind if mentions else "other",
        when=when(edtf),
        reason="as written",
        modality=Modality.HAPPENED,
        entities=(),
        mentions=mentions,
    )
    return replace(made, weight=float(len(mentions)))
