"""What stands at an address whose event is no longer shown."""

import re
from datetime import date

from generator.history import History, Record, Status
from generator.model import Entity, EntityKind, Timeline
from generator.outputs.former_addresses import former_listings, former_pages

DAY, GONE = date(2025, 2, 1), date(2025, 3, 1)
HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) {{ 7*7 }}"


def record(name: str, status: Status, into: str | None = None, why: str | None = None, headline: str = "") -> Record:
    return Record(name, (), "other", headline or name.capitalize(), "2025-01-27", DAY, GONE, status, into, why)


HISTORY = History(
    (
        record("live", Status.LIVE, headline="Nvidia falls"),
        record("moved", Status.MERGED, into="live"),
        record("withdrawn", Status.WITHDRAWN, why="an editor's decision: off topic"),
    )
)
PAGES = {page.path: page.text for page in former_pages(HISTORY)}


def test_only_events_that_are_not_shown_have_such_a_page() -> None:
    assert list(PAGES) == ["events/moved.md", "events/withdrawn.md"]


def test_the_page_of_a_merged_event_leads_to_the_one_that_took_it_in() -> None:
    assert 'href="../live/"' in PAGES["events/moved.md"]
    assert "Nvidia falls</a>" in PAGES["events/moved.md"]


def test_the_page_of_a_withdrawn_event_says_since_when_and_why() -> None:
    assert "no longer in the timeline, since 1 March 2025. The reason: an editor&#39;s decision: off topic." in (
        PAGES["events/withdrawn.md"].replace("'", "&#39;")
    )
    assert "27 January 2025" in PAGES["events/withdrawn.md"]


def test_other_pages_that_are_made_no_more_lead_to_their_list_or_to_the_name_that_took_theirs() -> None:
    trump = Entity("donald-trump", "Donald Trump", EntityKind.PERSON, ("Trump",))
    paths = ("entities/trump.md", "entities/x.md", "kinds/deal.md", "months/2025-01.md", "sources/a.md", "undated.md")
    timeline = Timeline("T", (), {}, (), (trump,), history=History(pages=(*paths, "index.md")))
    pages = {page.path: page.text for page in former_listings(timeline, {"index.md", "entities/index.md"})}
    assert tuple(pages) == paths
    leads = {path: re.findall('href="([^"]*)"', text) for path, text in pages.items()}
    assert leads == {
        "entities/trump.md": ["../donald-trump/"],
        "entities/x.md": ["../"],
        "kinds/deal.md": ["../../"],
        "months/2025-01.md": ["../../years/"],
        "sources/a.md": ["../"],
        "undated.md": ["../years/"],
    }


def test_such_pages_are_not_found_by_searching() -> None:
    assert all("search: {exclude: true}" in text for text in PAGES.values())


def test_hostile_words_come_out_inert() -> None:
    (page,) = former_pages(History((record("x", Status.WITHDRAWN, why=HOSTILE, headline=HOSTILE),)))
    assert not any(words in page.text for words in ("<script", "](java", "{{"))
