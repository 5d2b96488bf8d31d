"""One page a person, organisation, product or place, and the list of them all."""

from collections.abc import Iterable

from generator.model import Entity, EntityKind, Page, Timeline
from generator.pages.catalogue import Catalogue, make_catalogue
from generator.pages.explore import filter_link
from generator.pages.markdown import Html, block, element, escape, heading, link, make_page, outside_link, web_address
from generator.pages.overview import draw_small
from generator.pages.parts import list_on, make_parts, tell
from generator.pages.places import ENTITIES, entity_page, href
from generator.pages.words import ENTITY_KIND, count_words
from generator.settings import Settings


def entity_pages(timeline: Timeline, settings: Settings) -> Iterable[Page]:
    """The page of each entity, at `entities/<id>/`: its names and its own timeline, if long by year."""
    catalogue = make_catalogue(timeline, settings)
    for entity in timeline.entities:
        here, events = entity_page(entity.id), catalogue.by_entity.get(entity.id, ())
        description = f"{entity.name} in {count_words(len(events), 'event')} of {timeline.title}."
        yield make_page(here, entity.name, _blocks(entity, catalogue), description=description)
        yield from make_parts(here, entity.name, events, list_on(catalogue))


def entity_list(timeline: Timeline, settings: Settings) -> Iterable[Page]:
    """The list of all entities by kind, those with the most events first."""
    catalogue = make_catalogue(timeline, settings)
    blocks = [heading(1, escape("Who and what"))]
    for kind in EntityKind:
        entities = [entity for entity in timeline.entities if entity.kind is kind]
        if entities:
            entities.sort(key=lambda entity: (-len(catalogue.by_entity.get(entity.id, ())), entity.name, entity.id))
            blocks.append(heading(2, escape(ENTITY_KIND[kind][1])))
            blocks.append(block("ul", *(_item(entity, catalogue) for entity in entities), css="dl-entities"))
    if len(blocks) == 1:
        blocks.append(escape("No names have been found yet."))
    yield make_page(ENTITIES, "Who and what", blocks, description="Everyone and everything involved.", searchable=False)


def _item(entity: Entity, catalogue: Catalogue) -> Html:
    number = len(catalogue.by_entity.get(entity.id, ()))
    count = element("span", escape(count_words(number, "event")), css="dl-entity-kind")
    return element("li", link(entity.name, href(ENTITIES, entity_page(entity.id))), Html(" "), count)


def _blocks(entity: Entity, catalogue: Catalogue) -> Iterable[Html]:
    yield heading(1, escape(entity.name))
    yield element("p", escape(ENTITY_KIND[entity.kind][0]), css="dl-byline")
    if entity.aliases:
        yield element("p", escape("Also written as " + ", ".join(entity.aliases) + "."), css="dl-lede")
    if web_address(entity.link):
        yield element("p", outside_link(escape("Read about it elsewhere"), entity.link))
    events = catalogue.by_entity.get(entity.id, ())
    if events:
        yield filter_link(entity_page(entity.id), events, "entity", entity.id)
        yield draw_small(events, entity_page(entity.id), catalogue)
        yield from tell(entity_page(entity.id), events, list_on(catalogue))
    else:
        yield escape("No event of this timeline involves it.")
