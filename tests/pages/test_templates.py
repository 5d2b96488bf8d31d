"""What the theme's templates write when the site is built, because it needs the site's own address."""

import re
from pathlib import Path

from tests.pages.sample import TIMELINE

ADDRESS = "http://127.0.0.1:8000/"


def test_the_site_has_the_text_with_links_that_hold_anywhere(site: Path) -> None:
    text = (site / "data" / "timeline.md").read_text("utf-8")
    links = re.findall(r"\]\(<(.*?)>\)", text)
    assert text.startswith("# DeepSeek, January 2025\n")
    assert text.rstrip().endswith("some day from 24 to 26 January 2025")
    assert all(link.startswith((f"{ADDRESS}events/", "https://")) for link in links)
    assert sum(link.endswith("/") and "/events/" in link for link in links) == len(TIMELINE.events)
