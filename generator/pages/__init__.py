"""A Timeline enters, Pages leave: one page type a file, in the table PAGES; all escaping is in `markdown.py`."""

from collections.abc import Callable, Iterable
from typing import Final

from generator.model import Page, Timeline
from generator.pages.changes import change_pages
from generator.pages.disagreements import disagreement_pages
from generator.pages.entity import entity_list, entity_pages
from generator.pages.event import event_pages
from generator.pages.explore import explore_pages
from generator.pages.home import home_page
from generator.pages.kind import kind_pages
from generator.pages.listings import listing_pages
from generator.pages.paper import paper_pages
from generator.pages.source import source_list, source_pages
from generator.settings import Settings

PageType = Callable[[Timeline, Settings], Iterable[Page]]

PAGES: Final[tuple[PageType, ...]] = (
    home_page,
    listing_pages,
    explore_pages,
    event_pages,
    source_list,
    source_pages,
    entity_list,
    entity_pages,
    kind_pages,
    disagreement_pages,
    change_pages,
    paper_pages,
)
