"""One listing a kind of event."""

from collections.abc import Iterable

from generator.model import Page, Timeline
from generator.pages.catalogue import make_catalogue
from generator.pages.explore import filter_link
from generator.pages.markdown import element, escape, heading, make_page
from generator.pages.overview import draw_small
from generator.pages.parts import list_on, make_parts, tell
from generator.pages.places import kind_page
from generator.pages.words import count_words
from generator.settings import Settings


def kind_pages(timeline: Timeline, settings: Settings) -> Iterable[Page]:
    """The listing of each kind that has events, at `kinds/<name>/`."""
    catalogue = make_catalogue(timeline, settings)
    for name, events in catalogue.by_kind.items():
        here, label = kind_page(name), catalogue.kind(name).label
        blocks = [
            heading(1, escape(label)),
            element("p", escape("Kind of event"), css="dl-byline"),
            element("p", escape(f"{count_words(len(events), 'event')}, in order of time."), css="dl-lede"),
            filter_link(here, events, "kind", name),
            draw_small(events, here, catalogue),
            *tell(here, events, list_on(catalogue)),
        ]
        yield make_page(here, label, blocks, description=f"{label}: events of {timeline.title}.", searchable=False)
        yield from make_parts(here, label, events, list_on(catalogue))
