"""What the theme's templates write when the site is built, because it needs the site's own address."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import feedparser

from generator.dates.when import day, to_words

from .building import ADDRESS
from .reading import Reading, read
from .sample import ADDED, TIMELINE


def test_the_site_has_the_markdown_with_links_that_hold_anywhere(site: Path) -> None:
    text = (site / "data" / "timeline.md").read_text("utf-8")
    links = re.findall(r"\]\(<(.*?)>\)", text)
    assert text.startswith("# DeepSeek, January 2025\n")
    assert text.rstrip().endswith("some day from 24 to 26 January 2025")
    assert all(link.startswith((f"{ADDRESS}events/", "https://")) for link in links)
    assert sum(link.endswith("/") and link.startswith(ADDRESS) for link in links) == len(TIMELINE.events)


def test_the_feeds_lead_to_pages_of_the_site(site: Path) -> None:
    atom = feedparser.parse((site / "feed.xml").read_bytes())
    items = json.loads((site / "feed.json").read_text("utf-8"))["items"]
    links = [entry.link for entry in atom.entries]
    assert len(links) == len(TIMELINE.events)
    assert links == [item["url"] for item in items]
    assert all((site / link.removeprefix(ADDRESS) / "index.html").is_file() for link in links)


def test_every_page_names_both_feeds_and_no_site_of_another_language(
    site: Path, readings: Mapping[str, Reading]
) -> None:
    for page, reading in readings.items():
        named = [attributes for _, attributes in reading.elements if "alternate" in attributes.get("rel", "").split()]
        assert all(link["rel"] != "alternate" for link in named), "Material fetches a sitemap for such a link"
        assert [link["type"] for link in named] == ["application/atom+xml", "application/feed+json"], page
        there = [link["href"].removeprefix("/some/where") for link in named]
        assert all((site / page).parent.joinpath(address.lstrip("/")).is_file() for address in there), page


def test_the_code_to_copy_names_the_site_s_own_pages(readings: Mapping[str, Reading]) -> None:
    codes = re.findall(r"<iframe.*?</iframe>", readings["data/index.html"].text)
    frames = [attributes for code in codes for _, attributes in read(code).elements]
    assert [frame["src"].partition("events/")[0] for frame in frames] == [f"{ADDRESS}#embedded", ADDRESS]
    assert all(frame["src"].endswith("#embedded") and frame["title"] for frame in frames)
    assert all(set(frame) == {"src", "title", "width", "height", "style", "loading"} for frame in frames)


def test_an_event_is_cited_with_its_own_address_in_plain_text_and_in_bibtex(site: Path) -> None:
    page = site / "events" / "nvidia-falls-9c0d" / "index.html"
    plain, bibtex = re.findall(r'class="dl-citation"[^>]*>(.*?)</p(?:re)?>', page.read_text("utf-8"), re.DOTALL)
    address = f"{ADDRESS}events/nvidia-falls-9c0d/"
    told = "Nvidia shares fall 17 %, the Nasdaq more than 3 %"
    assert plain == f"{TIMELINE.title}: “{told}”, 27 January 2025. Added {to_words(day(ADDED))}. {address}"
    assert bibtex.startswith(
        "@misc{nvidia-falls-9c0d,\n  title = {{Nvidia shares fall 17 \\%, the Nasdaq more than 3 \\%}},\n"
    )
    assert bibtex.endswith(f"  date = {{{ADDED.isoformat()}}},\n  url = {{{address}}},\n}}")
