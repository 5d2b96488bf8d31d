"""A site of hostile articles in a browser: no script of theirs runs, and nothing is asked of another host."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import Chromium
from tests.browser.serving import serve
from tests.hostile import OWNED

HERE = "http://127.0.0.1:"
HALF = 3
"""So many of the first and of the last pages of each folder are looked at."""


@pytest.fixture(scope="module")
def hostile_site(hostile_project: Path) -> Iterator[str]:
    """The address of the site of hostile texts."""
    with serve(hostile_project / "site") as address:
        yield address


def some_pages(site: Path) -> list[str]:
    """Every page at the top, and the first and last of every folder, by their addresses below the site."""
    folders: dict[Path, list[str]] = {}
    for page in sorted(site.rglob("*.html")):
        folders.setdefault(page.parent.parent, []).append(page.relative_to(site).as_posix())
    top = folders.pop(site)
    return top + [page for pages in folders.values() for page in (*pages[:HALF], *pages[-HALF:])]


def complaints(browser: Chromium) -> list[str]:
    """What was asked of another host than this machine, and what ran, since the page was opened."""
    asked = [event["request"]["url"] for event in browser.seen("Network.requestWillBeSent")]
    ran = [*browser.seen("Page.javascriptDialogOpening"), *browser.seen("Runtime.exceptionThrown")]
    owned = ["it ran"] if browser.evaluate("document.title") == "owned" else []
    return [url for url in asked if not url.startswith((HERE, "data:", "blob:"))] + list(map(str, ran)) + owned


def test_the_traps_would_be_noticed(browser: Chromium, tmp_path: Path) -> None:
    script = OWNED.partition(";")[0]
    (tmp_path / "index.html").write_text(f"<img src=http://tracker.invalid/x><script>{script}</script>", "utf-8")
    with serve(tmp_path) as address:
        browser.open(address)
        assert complaints(browser) == ["http://tracker.invalid/x", "it ran"]


def test_no_script_runs_and_nothing_foreign_is_asked_for(
    browser: Chromium, hostile_site: str, hostile_project: Path
) -> None:
    pages = some_pages(hostile_project / "site")
    assert len(pages) > 20
    for page in pages:
        browser.open(hostile_site + page)
        browser.evaluate("new Promise(done => setTimeout(done, 20))")
        assert complaints(browser) == [], page


@pytest.mark.parametrize("asked", ["alert", "script", "onerror", "tracker", "owned", "49"])
def test_what_a_search_finds_is_text(browser: Chromium, hostile_site: str, asked: str) -> None:
    browser.open(f"{hostile_site}?q={asked}")
    found = "document.querySelectorAll('.md-search-result__item').length"
    look = f"const look = () => ({found} || n++ > 60) ? done({found}) : setTimeout(look, 50); look()"
    results = browser.evaluate(f"new Promise(done => {{ let n = 0; {look} }})")
    assert results or asked == "49"
    inside = "[...document.querySelectorAll('.md-search-result__list *')].map(e => e.tagName.toLowerCase())"
    assert {"script", "img", "iframe", "a"} & set(browser.evaluate(inside)) <= {"a"}
    assert complaints(browser) == []
