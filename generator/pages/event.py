"""One page an event: when and how that was worked out, each source, what they disagree on, who and what it involves."""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from generator.dates.when import day, to_edtf
from generator.events.ranking import is_doubtful
from generator.model import Event, Modality, Page, Ruling, Timeline
from generator.pages.catalogue import Catalogue, independent, make_catalogue, reporting
from generator.pages.citation import cite_event
from generator.pages.claims import show_disagreement
from generator.pages.evidence import show_article, show_reading
from generator.pages.linked_data import describe_event
from generator.pages.markdown import (
    Html,
    block,
    element,
    escape,
    heading,
    join,
    link,
    make_page,
    outside_link,
    visible,
    web_address,
)
from generator.pages.moments import kind_style, shape, show_time
from generator.pages.places import METHOD, entity_page, event_page, href, kind_page
from generator.pages.words import ENTITY_KIND, MODALITY, MODALITY_SENTENCE, as_sentence, count_words, precision_words
from generator.settings import Settings

_MAIL: Final = re.compile(r"mailto:[\w.+-]+@[\w.-]+")


def event_pages(timeline: Timeline, settings: Settings) -> Iterable[Page]:
    """The page of each event, at `events/<id>/`."""
    catalogue = make_catalogue(timeline, settings)
    for event in timeline.events:
        yield make_page(
            event_page(event.id),
            event.headline,
            _blocks(event, catalogue),
            description=_description(event, catalogue),
            linked_data=describe_event(event, catalogue),
            for_theme={"citation": cite_event(event, catalogue)},
        )


def _description(event: Event, catalogue: Catalogue) -> str:
    when = catalogue.words(event.when)
    sources = count_words(len(independent(event)), "source")
    return f"{when[:1].upper()}{when[1:]}. Reported by {sources}. {catalogue.timeline.title}."


def _blocks(event: Event, catalogue: Catalogue) -> Iterable[Html]:
    here = event_page(event.id)
    yield heading(1, escape(event.headline))
    yield _byline(event, here, catalogue)
    yield _when(event, here, catalogue)
    yield from _sources(event, here, catalogue)
    yield from _disagreements(event, here, catalogue)
    yield from _involved(event, here, catalogue)
    yield from _review(event)
    yield from _rulings(event, catalogue)
    yield _made_by(event, catalogue)
    yield _neighbours(event, here, catalogue)


def _byline(event: Event, here: str, catalogue: Catalogue) -> Html:
    kind = catalogue.kind(event.kind)
    parts = [link(kind.label, href(here, kind_page(event.kind)), "dl-kind")]
    if event.modality is not Modality.HAPPENED:
        parts.append(element("span", escape(MODALITY[event.modality]), css="dl-modality"))
    if event.disagreements:
        parts.append(link("Sources disagree", "#where-the-sources-disagree", "dl-dispute"))
    if is_doubtful(event):
        parts.append(link("Needs review", "#what-a-person-should-still-check", "dl-doubt"))
    made = "Machine-made, then edited" if event.decided else "Machine-made"
    parts.append(link(made, href(here, METHOD), "dl-made"))
    attributes = {"style": kind_style(kind.colour), "data-search-exclude": "true"}
    return element("p", join(parts, " "), css=f"dl-byline dl-{event.modality}", attributes=attributes)


def _when(event: Event, here: str, catalogue: Catalogue) -> Html:
    time = element("p", show_time(event.when, catalogue), css=f"dl-date dl-{shape(event.when)}")
    precision = element("p", escape(f"{precision_words(event.when)}."), css="dl-precision")
    parts = [time, precision]
    if event.modality is not Modality.HAPPENED:
        parts.append(element("p", escape(MODALITY_SENTENCE[event.modality]), css="dl-modality-note"))
    parts.append(_worked_out(event, here, catalogue))
    return block("div", *parts, css=f"dl-when-box dl-{event.modality}")


def _worked_out(event: Event, here: str, catalogue: Catalogue) -> Html:
    method = link("How dates are worked out", href(here, METHOD))
    parts = [
        element("summary", escape("How this date was worked out")),
        element("p", escape(as_sentence(event.reason))),
    ]
    readings = [show_reading(source, source.time, catalogue) for source in event.sources if source.time]
    if readings:
        parts.append(block("ul", *dict.fromkeys(readings), css="dl-readings"))
    edtf = to_edtf(event.when)
    if edtf:
        parts.append(element("p", Html("For machines (EDTF): "), element("code", escape(edtf))))
    attributes = {"data-search-exclude": "true"}
    return block("details", *parts, element("p", method), css="dl-reason", attributes=attributes)


def _sources(event: Event, here: str, catalogue: Catalogue) -> Iterable[Html]:
    yield heading(2, escape(f"Reported by {count_words(len(independent(event)), 'source')}"))
    items = []
    for article in reporting(event):
        sources = [source for source in event.sources if source.article == article]
        items.append(show_article(article, sources, here, catalogue))
    if items:
        yield block("ol", *items, css="dl-sources")


def _disagreements(event: Event, here: str, catalogue: Catalogue) -> Iterable[Html]:
    if event.disagreements:
        yield heading(2, escape("Where the sources disagree"))
        yield from (show_disagreement(one, here, catalogue) for one in event.disagreements)


def _involved(event: Event, here: str, catalogue: Catalogue) -> Iterable[Html]:
    if not event.entities:
        return
    yield heading(2, escape("Who and what is involved"), searchable=False)
    items = []
    for entity in event.entities:
        known = catalogue.entities.get(entity)
        if known is None:
            items.append(element("li", escape(entity)))
            continue
        kind = element("span", escape(ENTITY_KIND[known.kind][0]), css="dl-entity-kind")
        items.append(element("li", link(known.name, href(here, entity_page(entity))), Html(" "), kind))
    yield block("ul", *items, css="dl-entities")


def _review(event: Event) -> Iterable[Html]:
    if event.review:
        yield heading(2, escape("What a person should still check"), searchable=False)
        yield block("ul", *(element("li", escape(as_sentence(note))) for note in event.review), css="dl-review")


def _rulings(event: Event, catalogue: Catalogue) -> Iterable[Html]:
    if event.rulings:
        yield heading(2, escape("What an editor changed"))
        yield block("ul", *(_ruling(ruling, catalogue) for ruling in event.rulings), css="dl-rulings")


def _ruling(ruling: Ruling, catalogue: Catalogue) -> Html:
    parts = [element("strong", escape(ruling.what)), Html(" "), escape(ruling.reason)]
    signed = [escape(ruling.by)] if ruling.by else []
    if ruling.on:
        signed.append(show_time(day(ruling.on), catalogue))
    if ruling.link:
        signed.append(outside_link(escape("outside source"), ruling.link))
    return element("li", *parts, Html(f' <span class="dl-signed">({join(signed, ", ")})</span>' if signed else ""))


def _made_by(event: Event, catalogue: Catalogue) -> Html:
    what = "grouping" if event.decided else "headline, date and grouping"
    words = f"Machine-made: a program worked out the {what} from the sentences quoted above"
    tail = ", and an editor changed what is listed." if event.decided else ". It can be wrong; the sources decide."
    report = _report_address(event, catalogue.settings.site.report_url)
    parts = [escape(words + tail)]
    if report:
        parts += [Html(" "), element("a", escape("Report an error"), attributes={"href": report})]
    return element("p", *parts, css="dl-machine", attributes={"data-search-exclude": "true"})


def _report_address(event: Event, address: str | None) -> str | None:
    """The editor's address for reports, with the event named in it; None if there is none or it may not be linked."""
    if not address:
        return None
    named = quote(f"Error in: {visible(event.headline)} ({event.id})")
    if _MAIL.fullmatch(address):
        return f"{address}?subject={named}"
    linked = web_address(address)
    return linked and f"{linked}{'&' if '?' in linked else '?'}title={named}"


def _neighbours(event: Event, here: str, catalogue: Catalogue) -> Html:
    links = []
    for label, rel, other in zip(("Before", "After"), ("prev", "next"), catalogue.neighbours[event.id], strict=True):
        if other is not None:
            words = [
                element("span", escape(label), css="dl-way"),
                show_time(other.when, catalogue),
                element("span", escape(other.headline), attributes={"dir": "auto"}, css="dl-headline"),
            ]
            links.append(
                element("a", join(words, " "), attributes={"href": href(here, event_page(other.id)), "rel": rel})
            )
    attributes = {"aria-label": "Events before and after", "data-search-exclude": "true"}
    return block("nav", *links, css="dl-neighbours", attributes=attributes)
