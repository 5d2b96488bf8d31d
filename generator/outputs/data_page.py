"""`data.md`: every format of the timeline and what each is for; it also hands the feeds' entries to their templates."""

from collections.abc import Iterable
from typing import Final

from generator.model import Page, Timeline
from generator.outputs.feed import feed
from generator.pages.markdown import Html, block, element, escape, heading, link, make_page
from generator.pages.places import DATA
from generator.settings import Settings

_FORMATS: Final = (
    (
        "To follow",
        (
            (
                "../feed.xml",
                "Atom feed",
                "For feed readers: what was added to this timeline or changed in it, newest first.",
            ),
            ("../feed.json", "JSON Feed", "The same in JSON, for readers and scripts that prefer it."),
            (
                "../timeline.ics",
                "Calendar",
                "For calendars, which can subscribe to its address: what happened or is planned on a known day. What "
                "is known less exactly is left out, because a calendar cannot say so.",
            ),
        ),
    ),
    (
        "To work with",
        (
            ("timeline.csv", "Table (CSV)", "For spreadsheets and statistics: one row an event."),
            (
                "timeline.json",
                "Everything (JSON)",
                "For programs: events, articles, names, disagreements, each quote and its place in the text, and what "
                "was left out and why.",
            ),
            ("timeline.schema.json", "Schema", "What each field of that file means."),
            ("history.json", "History (JSON)", "When each event was added, changed or withdrawn, and why."),
        ),
    ),
    (
        "To show elsewhere",
        (
            ("timeline.md", "Markdown", "The whole timeline as one text, to quote, print or hand to another program."),
            ("timeline/", "One page", "That text as a page."),
            (
                "timelinejs.json",
                "TimelineJS",
                "For a slide show made with TimelineJS by Knight Lab. Events without any date are left out, because "
                "TimelineJS needs one.",
            ),
        ),
    ),
)


def data_page(timeline: Timeline, settings: Settings) -> Page:
    """The page `data.md`; the theme's template `data.html` adds how to embed pages of this site elsewhere."""
    return make_page(
        DATA,
        "Data and feeds",
        _blocks(),
        description="The timeline for feed readers, calendars, spreadsheets and programs.",
        searchable=False,
        for_theme={"template": "data.html", "feed": feed(timeline, settings)},
    )


def _blocks() -> Iterable[Html]:
    yield heading(1, escape("Data and feeds"))
    yield element(
        "p", escape("All that the pages say, for other programs. Each file is made with the site."), css="dl-lede"
    )
    for title, formats in _FORMATS:
        yield heading(2, escape(title))
        yield block("ul", *(_format(*told) for told in formats), css="dl-formats")


def _format(address: str, name: str, use: str) -> Html:
    return element("li", element("p", link(name, address), css="dl-headline"), element("p", escape(use)))
