"""Times as HTML, and the list of events by time that most pages share."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from generator.dates.when import day, to_edtf
from generator.events.ranking import is_doubtful
from generator.model import Event, Modality, Precision, When
from generator.pages.catalogue import Catalogue, independent, listed_on
from generator.pages.markdown import Html, block, element, escape, join, link
from generator.pages.places import event_page, href, kind_page
from generator.pages.words import MODALITY, count_words

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,30}")


def show_time(when: When, catalogue: Catalogue, css: str = "") -> Html:
    """The time in words, with a `<time>` element round what HTML has a true value for.

    Of "by 28 January 2025" that is the day, not the whole; of a time that is approximate or spans years it is nothing.
    """
    words, value = catalogue.words(when), machine_time(when)
    edtf = {"data-edtf": to_edtf(when) if to_edtf(when) != value else None}  # HTML and EDTF write a day alike.
    if value is not None:
        return element("time", escape(words), attributes={"datetime": value, **edtf}, css=css)
    bound = _bound(when)
    if bound and words.endswith(catalogue.words(bound)):
        before = words.removesuffix(catalogue.words(bound))
        return element("span", Html(f"{escape(before)} "), show_time(bound, catalogue), attributes=edtf, css=css)
    return element("span", escape(words), attributes=edtf, css=css)


def _bound(when: When) -> When | None:
    only = when.latest if when.precision is Precision.BEFORE else when.earliest
    return day(only) if only and when.precision in {Precision.BEFORE, Precision.AFTER} else None


def machine_time(when: When) -> str | None:
    """The value of `datetime`: the day, ISO week, month or year that holds the whole of a time, never a finer one.

    None where the time has an open end, is approximate or spans years: HTML has no value for that.
    """
    first, last = when.earliest, when.latest
    if first is None or last is None or when.approximate:
        return None
    if first == last:
        return first.isoformat()
    if when.precision is Precision.WEEK and first.isocalendar()[:2] == last.isocalendar()[:2]:
        year, week, _ = first.isocalendar()
        return f"{year:04d}-W{week:02d}"
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return first.isoformat()[:4] if first.year == last.year else None


def kind_colour(colour: str) -> str | None:
    """The colour of a kind, or None where it is not plainly a CSS colour."""
    return colour if _COLOUR.fullmatch(colour) else None


def kind_style(colour: str) -> str | None:
    """The style that hands a kind's colour to the stylesheet, or None where it is not plainly a CSS colour."""
    return f"--kind:{colour}" if kind_colour(colour) else None


def shape(when: When) -> str:
    """How finely a time is known, as the class by which rail and overview draw it: day, week, span, bound, none."""
    if when.precision in {Precision.DAY, Precision.WEEK}:
        return str(when.precision)
    if when.precision in {Precision.BEFORE, Precision.AFTER}:
        return f"bound dl-{when.precision}"
    return "none" if when.precision is Precision.UNKNOWN else "span"


def list_events(events: Sequence[Event], here: str, catalogue: Catalogue, *, quotes: bool = False) -> Html:
    """Events along a time rail, in the order given; neighbours that share their time stand under it together.

    With `quotes`, each shows the first sentence that reports it. `here` is the page that the list stands on.
    """
    moments = []
    for when, group in groupby(events, key=lambda event: event.when):
        entries = [_entry(event, here, catalogue, quotes) for event in group]
        time = element("p", show_time(when, catalogue), css="dl-when")
        moments.append(block("li", time, block("ul", *entries, css="dl-entries"), css=f"dl-moment dl-{shape(when)}"))
    return block("ol", *moments, css="dl-rail", attributes={"data-search-exclude": "true"})


def _entry(event: Event, here: str, catalogue: Catalogue, quotes: bool) -> Html:
    headline = link(event.headline, href(here, event_page(event.id)))
    parts = [element("p", headline, css="dl-headline")]
    if quotes and event.sources and event.sources[0].quote:
        quote = element("q", escape(event.sources[0].quote), attributes={"dir": "auto"})
        parts.append(element("p", quote, css="dl-standfirst"))
    parts.append(_facts(event, here, catalogue))
    style = kind_style(catalogue.kind(event.kind).colour)
    return block("li", *parts, css=f"dl-entry dl-{event.modality}", attributes={"style": style})


def _facts(event: Event, here: str, catalogue: Catalogue) -> Html:
    """The line below a headline: kind, what is not certain about it, how many report it."""
    kind = catalogue.kind(event.kind)
    facts = [link(kind.label, href(here, kind_page(event.kind)), "dl-kind")]
    if event.modality is not Modality.HAPPENED:
        facts.append(element("span", escape(MODALITY[event.modality]), css="dl-modality"))
    facts.append(element("span", escape(count_words(len(independent(event)), "source"))))
    if event.disagreements:
        facts.append(element("span", escape("Sources disagree"), css="dl-dispute"))
    if is_doubtful(event):
        facts.append(element("span", escape("Needs review"), css="dl-doubt"))
    if event.decided:
        facts.append(element("span", escape("Edited"), css="dl-edited"))
    return element("p", join(facts, " "), css="dl-facts")


def newest_first(events: Iterable[Event]) -> list[Event]:
    """The events that have a date, latest first."""
    dated = [event for event in events if listed_on(event.when)]
    return sorted(dated, key=lambda event: (str(listed_on(event.when)), event.id), reverse=True)
