"""An event as schema.org describes it, for JSON-LD: what happened, who reports it in which words, who claims what."""

from collections.abc import Mapping
from typing import Final

from generator.model import Disagreement, EntityKind, Event
from generator.pages.catalogue import Catalogue, reporting
from generator.pages.markdown import web_address
from generator.pages.moments import machine_time
from generator.pages.words import about_words

JsonObject = dict[str, object]

_ENTITY_TYPE: Final[Mapping[EntityKind, str]] = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.PRODUCT: "Product",
    EntityKind.PLACE: "Place",
    EntityKind.OTHER: "Thing",
}


def describe_event(event: Event, catalogue: Catalogue) -> JsonObject:
    """The event as a schema.org Event, without its address, which is known only where the site is built."""
    described: JsonObject = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.headline,
        "description": f"{event.headline}: {catalogue.words(event.when)}.",
        **_dates(event),
    }
    known = [catalogue.entities[entity] for entity in event.entities if entity in catalogue.entities]
    about = [{"@type": _ENTITY_TYPE[entity.kind], "name": entity.name} for entity in known]
    if about:
        described["about"] = about
    subject_of = [_article(article, event, catalogue) for article in reporting(event)]
    subject_of += [claim for one in event.disagreements for claim in _claims(one, catalogue)]
    described["subjectOf"] = subject_of
    return described


def _dates(event: Event) -> JsonObject:
    """`startDate` for a day, month or year, both ends for a span that lasted; never anything finer than is known."""
    when = event.when
    if when.lasted and when.earliest and when.latest and not when.approximate:
        return {"startDate": when.earliest.isoformat(), "endDate": when.latest.isoformat()}
    value = machine_time(when)
    return {} if value is None or "W" in value else {"startDate": value}


def _article(article: str, event: Event, catalogue: Catalogue) -> JsonObject:
    known = catalogue.articles[article]
    described: JsonObject = {"@type": "NewsArticle", "headline": catalogue.title(article)}
    url = web_address(known.url)
    if url:
        described["url"] = url
    if known.publisher:
        described["publisher"] = {"@type": "Organization", "name": known.publisher}
    if known.author:
        described["author"] = {"@type": "Person", "name": known.author}
    published = machine_time(catalogue.publication(article).when)
    if published and "W" not in published:
        described["datePublished"] = published
    quotes = [source.quote for source in event.sources if source.article == article and source.quote]
    if quotes:
        described["hasPart"] = [{"@type": "Quotation", "text": quote} for quote in quotes]
    return described


def _claims(disagreement: Disagreement, catalogue: Catalogue) -> list[JsonObject]:
    return [
        {
            "@type": "Claim",
            "about": {"@type": "Thing", "name": about_words(disagreement.about)},
            "text": claim.value,
            "appearance": [
                {"@type": "NewsArticle", "headline": catalogue.title(article)} for article in claim.articles
            ],
        }
        for claim in disagreement.claims
    ]
