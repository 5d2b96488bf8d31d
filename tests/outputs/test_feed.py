"""What the feeds tell, and how feedparser and json read `feed.xml` and `feed.json` as their templates write them."""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

import feedparser
import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from generator.history import Change, ChangeKind, History, Record, Status
from generator.model import Timeline
from generator.outputs.data_page import data_page
from generator.outputs.feed import LENGTH, feed
from generator.pages.markdown import visible
from generator.settings import Settings
from tests.outputs.seeds import ROOT, STAMP, recorded, seeds, worded
from tests.pages.sample import EVENTS, SETTINGS, TIMELINE

ADDRESS = "https://example.org/some/where/"
LATER = STAMP + timedelta(days=40)
NONE = Timeline("Nothing", (), {}, (), ())
TEMPLATES = jinja2.Environment(loader=jinja2.FileSystemLoader(ROOT / "site_config" / "theme"))


def written(name: str, timeline: Timeline, settings: Settings = SETTINGS, address: str | None = ADDRESS) -> str:
    """A template's output, as MkDocs gives it the page of formats and the address of the site."""
    _, matter = get_data(data_page(timeline, settings).text)
    page = {"src_uri": "data.md", "page": {"meta": matter}}
    return TEMPLATES.get_template(name).render(pages=[page], config={"site_url": address})


def atom(timeline: Timeline, settings: Settings = SETTINGS) -> Any:
    """The Atom feed as feedparser reads it, which must find nothing to complain of."""
    text = written("feed.xml", timeline, settings)
    ElementTree.fromstring(text)
    found = feedparser.parse(text.encode(), sanitize_html=False)
    assert not found.bozo, found.bozo_exception
    return found


def both(timeline: Timeline, settings: Settings = SETTINGS) -> tuple[Any, Any]:
    return atom(timeline, settings), json.loads(written("feed.json", timeline, settings))


def told(timeline: Timeline) -> list[Any]:
    entries = feed(timeline, SETTINGS)["entries"]
    assert isinstance(entries, list)
    return entries


def with_record(record: Record) -> Timeline:
    """The sample with that record for its event."""
    kept = (other for other in TIMELINE.history.records if other.id != record.id)
    return replace(TIMELINE, history=History((*kept, record)))


FIRST = TIMELINE.history.records[0]


@pytest.mark.parametrize(("timeline", "settings"), [seeds(), (TIMELINE, SETTINGS)], ids=["seeds", "sample"])
def test_both_feeds_tell_of_each_event_with_its_absolute_address(timeline: Timeline, settings: Settings) -> None:
    read, data = both(timeline, settings)
    addresses = {f"{ADDRESS}events/{event.id}/" for event in timeline.events}
    assert len(addresses) <= LENGTH, "the sample is small enough to be told whole"
    assert {entry.link for entry in read.entries} == {item["url"] for item in data["items"]} == addresses
    assert [entry.id for entry in read.entries] == [item["id"] for item in data["items"]]
    assert [entry.title for entry in read.entries] == [item["title"] for item in data["items"]]
    assert [entry.content[0].value for entry in read.entries] == [item["content_text"] for item in data["items"]]
    assert {content.type for entry in read.entries for content in entry.content} == {"text/plain"}
    assert read.feed.title == data["title"] == visible(timeline.title)


def test_the_feeds_say_where_they_and_the_site_are() -> None:
    read, data = both(TIMELINE)
    links = {link["rel"]: link["href"] for link in read.feed.links}
    assert links == {"self": f"{ADDRESS}feed.xml", "alternate": ADDRESS}
    assert (data["version"], data["feed_url"], data["home_page_url"]) == (
        "https://jsonfeed.org/version/1.1",
        f"{ADDRESS}feed.json",
        ADDRESS,
    )


def test_a_site_without_an_address_has_feeds_with_relative_ones() -> None:
    assert "events/stargate-5e6f/" in written("feed.xml", TIMELINE, address=None)
    assert "None" not in written("feed.xml", TIMELINE, address=None) + written("feed.json", TIMELINE, address=None)


def test_where_nothing_was_published_the_feeds_are_empty_and_valid() -> None:
    read, data = both(NONE, Settings())
    assert (read.entries, data["items"], read.version) == ([], [], "atom10")


def test_an_entry_has_the_same_id_wherever_the_site_is_and_whatever_gets_better() -> None:
    here = json.loads(written("feed.json", TIMELINE))
    there = json.loads(written("feed.json", TIMELINE, address="https://elsewhere.example/"))
    better = recorded(*(replace(event, headline="Better", when=EVENTS[0].when) for event in EVENTS))
    ids = {item["id"] for item in here["items"]}
    assert [item["id"] for item in there["items"]] == [item["id"] for item in here["items"]]
    assert {entry["id"] for entry in told(better)} == ids
    assert all(name.startswith("urn:uuid:") for name in ids)


def test_what_was_changed_last_comes_first_and_says_what_was_changed() -> None:
    change = Change(LATER, ChangeKind.DATED, "2025-01-24", FIRST.when, "the report was corrected")
    record = replace(FIRST, changed=LATER, log=(*FIRST.log, change))
    newest = told(with_record(record))[0]
    assert newest["path"] == f"events/{FIRST.id}/"
    assert newest["updated"] == f"{LATER.isoformat()}T00:00:00Z"
    assert newest["published"] == f"{FIRST.added.isoformat()}T00:00:00Z"
    assert (
        "Changed on 11 February 2026: date was 24 January 2025, because: the report was corrected." in newest["lines"]
    )


@pytest.mark.parametrize(
    ("status", "title"),
    [(Status.WITHDRAWN, "Withdrawn: It was said"), (Status.MERGED, "Now part of another event: It was said")],
)
def test_what_is_no_longer_shown_is_told_to_those_who_read_of_it(status: Status, title: str) -> None:
    gone = Record("gone-1a2b", (), "deal", "It was said", None, STAMP, LATER, status, "stargate-5e6f", "off topic")
    assert (told(with_record(gone))[0]["title"], told(with_record(gone))[0]["lines"][0]) == (
        title,
        "No longer shown: off topic.",
    )
    never_shown = replace(gone, added=LATER)
    assert title not in [entry["title"] for entry in told(with_record(never_shown))]


def test_the_feeds_are_bounded() -> None:
    events = [replace(EVENTS[0], id=f"event-{number}") for number in range(LENGTH + 5)]
    assert len(told(recorded(*events))) == LENGTH


def test_an_event_that_did_not_happen_says_so_in_its_title() -> None:
    assert "Planned: Meta to deploy 1.3 million GPUs" in [entry["title"] for entry in told(TIMELINE)]


@given(st.text(min_size=1) | st.sampled_from(["]]>", "&lt;", "</title>", "{{ 7*7 }}", "\x00\x0b\x1f\ufffe\ud800"]))
def test_every_text_comes_back_from_both_feeds_as_it_is_seen(words: str) -> None:
    read, data = both(worded(words), SETTINGS)
    assert data["title"] == visible(words)
    assert [item["title"] for item in data["items"]] == [visible(words)]
    assert f"“{visible(words)}”" in data["items"][0]["content_text"] or not visible(words)
    assert [" ".join(entry.title.split()) for entry in read.entries] == [" ".join(visible(words).split())]


def test_the_history_gives_the_days_and_no_clock_does() -> None:
    assert {entry["updated"] for entry in told(TIMELINE)} == {"2025-03-01T00:00:00Z"}
    assert feed(TIMELINE, SETTINGS)["updated"] == "2025-03-01T00:00:00Z"
    assert date(2025, 3, 1) != STAMP
