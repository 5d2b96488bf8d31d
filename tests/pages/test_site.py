"""The sample timeline, really built by MkDocs, and looked at page by page."""

import json
import posixpath
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.pages.markdown import visible
from generator.pages.places import event_page

from .reading import Reading
from .sample import ARTICLES, CONTROL, EVENTS, HOSTILE


def _target(page: str, address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    path = unquote(parts.path)
    if not path:
        return page, unquote(parts.fragment)
    there = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    if path.endswith(("/", ".")):
        there = posixpath.normpath(posixpath.join(there, "index.html"))
    return there, unquote(parts.fragment)


def test_every_internal_link_and_anchor_leads_somewhere(site: Path, readings: Mapping[str, Reading]) -> None:
    broken = []
    for page, reading in readings.items():
        if page == "404.html":
            continue
        for address in reading.values("href", "src"):
            if urlsplit(address).scheme or address.startswith("//"):
                continue
            there, anchor = _target(page, address)
            ids = readings[there].ids if there in readings else []
            if not (site / there).is_file() or (anchor and anchor not in [*ids, "__search", "__drawer"]):
                broken.append((page, address))
    assert not broken


def test_every_event_is_reached_from_the_home_page(readings: Mapping[str, Reading]) -> None:
    seen, queue = {"index.html"}, ["index.html"]
    while queue:
        page = queue.pop()
        for address in readings[page].values("href"):
            there, _ = _target(page, address)
            if not urlsplit(address).scheme and there in readings and there not in seen:
                seen.add(there)
                queue.append(there)
    expected = {event_page(event.id).removesuffix(".md") + "/index.html" for event in EVENTS}
    assert expected <= seen


def test_no_page_asks_another_site_for_anything(readings: Mapping[str, Reading]) -> None:
    asked = []
    for page, reading in readings.items():
        for tag, attributes in reading.elements:
            wanted = attributes.get("src") or (attributes.get("href") if tag == "link" else None)
            if wanted and urlsplit(wanted).netloc not in {"", "127.0.0.1:8000"}:
                asked.append((page, tag, wanted))
    assert not asked


def test_no_page_holds_a_script_handler_image_or_comment_from_an_article(readings: Mapping[str, Reading]) -> None:
    found = []
    for page, reading in readings.items():
        for tag, attributes in reading.elements:
            handlers = [name for name in attributes if name.startswith("on")]
            script = any(value.strip().lower().startswith(("javascript:", "data:")) for value in attributes.values())
            if handlers or script or tag in {"img", "iframe", "object", "embed", "base", "!--"}:
                found.append((page, tag, attributes))
    assert not found


def test_scripts_are_the_same_on_every_page_but_explore(readings: Mapping[str, Reading]) -> None:
    counts, own = set(), set()
    for page, reading in readings.items():
        scripts = [attributes for tag, attributes in reading.elements if tag == "script"]
        own |= {page for script in scripts if script.get("src", "").endswith("assets/explore/page.js")}
        counts.add(sum(script.get("type") != "application/ld+json" for script in scripts) - (page in own))
    assert len(counts) == 1
    assert own == {"explore/index.html"}


def test_hostile_text_is_shown_as_it_stands(readings: Mapping[str, Reading]) -> None:
    text = readings["events/hostile-9e0f/index.html"].text
    assert text.count(visible(HOSTILE)) >= 8
    assert visible(CONTROL) in text


def test_a_headline_is_one_heading_of_the_first_rank(readings: Mapping[str, Reading]) -> None:
    for page, reading in readings.items():
        if page != "404.html":
            assert sum(tag == "h1" for tag, _ in reading.elements) == 1, page


def test_no_id_stands_twice_on_a_page(readings: Mapping[str, Reading]) -> None:
    for page, reading in readings.items():
        assert [id for id, number in Counter(reading.ids).items() if number > 1] == [], page


def test_no_full_text_of_an_article_is_published(readings: Mapping[str, Reading]) -> None:
    for reading in readings.values():
        assert ARTICLES[0].text not in reading.text


def test_the_search_index_holds_events_and_no_listings(site: Path) -> None:
    docs = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    folders = {entry["location"].partition("/")[0] for entry in docs}
    assert "events" in folders
    assert not folders & {"years", "months", "kinds", "sources", "undated", "explore", "data"}
    of_events = "".join(entry["text"] for entry in docs if entry["location"].startswith("events/"))
    assert "fell 17%" in of_events
    assert not [words for words in ("About this source", "No source dates it", "Machine-made") if words in of_events]


def test_the_search_dialog_has_a_name(readings: Mapping[str, Reading]) -> None:
    dialogs = [attributes for _, attributes in readings["index.html"].elements if attributes.get("role") == "dialog"]
    assert [dialog["aria-label"] for dialog in dialogs] == ["Search"]
