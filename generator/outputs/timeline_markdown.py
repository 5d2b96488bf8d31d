"""`data/timeline.md`: the whole timeline as one Markdown text, to read, to print or to hand to another program.

MkDocs makes a page of it; the theme's template of the same name puts the text itself beside that page.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from generator.model import Page, Timeline
from generator.outputs.plain_events import PlainEvent, PlainSource, plain_events
from generator.pages.catalogue import listed_on
from generator.pages.markdown import Html, escape, heading, join, make_page, markdown_link
from generator.pages.places import event_page
from generator.pages.words import count_words
from generator.settings import Settings

PATH: Final = "data/timeline.md"
_UP: Final = "../"
"""From `data/` to the folder of all pages; the template puts the site's address in its place."""


def timeline_markdown(timeline: Timeline, settings: Settings) -> Page:
    """Every event in order, a heading a year, with its quotes and sources; plain Markdown without HTML."""
    events = plain_events(timeline, settings)
    counted = f"{count_words(len(events), 'event')} from {count_words(len(timeline.articles), 'article')}"
    blocks = [heading(1, escape(timeline.title)), escape(settings.site.description), escape(f"{counted}. {_MADE_BY}")]
    for year, group in groupby(events, key=_year):
        blocks.append(heading(2, escape(year)))
        blocks += [block for plain in group for block in _event(plain)]
    return make_page(PATH, timeline.title, blocks, description="Everything on one page.", searchable=False)


_MADE_BY: Final = "Headlines, dates and grouping are machine-made; the quoted sources decide."


def _year(plain: PlainEvent) -> str:
    day = listed_on(plain.event.when)
    return str(day.year) if day else "Without a date"


def _event(plain: PlainEvent) -> Iterable[Html]:
    headline = markdown_link(escape(plain.headline), _UP + event_page(plain.event.id))
    yield join([Html(f"**{escape(plain.when)}**"), headline, escape(f"({plain.kind})")], " ")
    yield from map(_source, plain.sources)
    yield from (escape(f"Sources disagree. {words}") for words in plain.disagreements)


def _source(source: PlainSource) -> Html:
    credit = markdown_link(escape(source.credit), source.link) if source.link else escape(source.credit)
    quote = Html(f"> “{escape(source.quote)}”\n>\n") if source.quote else Html("")
    return join([quote, Html(f"> — {credit}")])
