"""Everything on which sources disagree, on one page."""

from collections.abc import Iterable, Sequence

from generator.model import Event, Page, Timeline
from generator.pages.catalogue import Catalogue, make_catalogue
from generator.pages.claims import show_disagreement
from generator.pages.markdown import Html, element, escape, heading, link, make_page
from generator.pages.moments import show_time
from generator.pages.overview import draw_small
from generator.pages.parts import make_parts, tell
from generator.pages.places import DISAGREEMENTS, event_page, href
from generator.settings import Settings

TITLE = "Where sources disagree"


def disagreement_pages(timeline: Timeline, settings: Settings) -> Iterable[Page]:
    """All disagreements: facts that belong to no event first, then event by event; many have a page a year."""
    catalogue = make_catalogue(timeline, settings)

    def show(events: Sequence[Event], here: str) -> Iterable[Html]:
        return (part for event in events for part in _event(event, here, catalogue))

    blocks = [heading(1, escape(TITLE))]
    disputed = [event for event in timeline.events if event.disagreements]
    if disputed or timeline.disagreements:
        lede = "Claims that cannot all be true, side by side, with who makes them. The machine takes no side."
        blocks.append(element("p", escape(lede), css="dl-lede"))
    else:
        blocks.append(escape("No disagreement has been found."))
    if timeline.disagreements:
        blocks.append(heading(2, escape("Facts")))
        blocks += [show_disagreement(one, DISAGREEMENTS, catalogue) for one in timeline.disagreements]
    if disputed:
        blocks.append(heading(2, escape("Events")))
        blocks.append(draw_small(disputed, DISAGREEMENTS, catalogue))
        blocks += tell(DISAGREEMENTS, disputed, show)
        yield from make_parts(DISAGREEMENTS, TITLE, disputed, show)
    yield make_page(DISAGREEMENTS, TITLE, blocks, description="Claims of the sources that cannot all be true.")


def _event(event: Event, here: str, catalogue: Catalogue) -> Iterable[Html]:
    yield heading(3, link(event.headline, href(here, event_page(event.id))))
    yield element("p", show_time(event.when, catalogue), css="dl-when")
    yield from (show_disagreement(one, here, catalogue) for one in event.disagreements)
