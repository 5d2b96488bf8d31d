"""Pages at the addresses of events that are no longer shown: each leads to what took it in, or says why it went."""

from collections.abc import Iterable, Mapping

from generator.dates.when import day, parse_edtf, to_words
from generator.history import History, Record, Status
from generator.model import Page
from generator.pages.markdown import Html, element, escape, heading, join, link, make_page
from generator.pages.places import event_page, href


def former_pages(history: History) -> Iterable[Page]:
    """A page for each id that was published once and is not now, out of the search index, sorted by id."""
    live = {record.id: record for record in history.records if record.status is Status.LIVE}
    for record in history.records:
        if record.status is not Status.LIVE:
            yield _former_page(record, live)


def _former_page(record: Record, live: Mapping[str, Record]) -> Page:
    here = event_page(record.id)
    date = to_words(parse_edtf(record.when)) if record.when else "date unknown"
    blocks = [
        element("p", escape("Withdrawn" if record.status is Status.WITHDRAWN else "Moved"), css="dl-kicker"),
        heading(1, escape(record.headline)),
        element("p", escape(f"Last shown here: {date}."), css="dl-lede"),
        element("p", _fate(record, live, here)),
    ]
    return make_page(here, record.headline, blocks, searchable=False)


def _fate(record: Record, live: Mapping[str, Record], here: str) -> Html:
    if record.into is not None and record.into in live:
        taken_in_by = link(live[record.into].headline, href(here, event_page(record.into)))
        why = escape(f"The reason: {record.why}." if record.why else "")
        return join((escape("This event is now told as part of another:"), taken_in_by, why), " ")
    since = to_words(day(record.changed))
    return escape(
        f"This event is no longer in the timeline, since {since}. The reason: {record.why or 'not recorded'}."
    )
