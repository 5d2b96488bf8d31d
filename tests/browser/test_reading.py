"""The sample site as readers see it: on phones and desktops, dark, without JavaScript, served below a sub-path."""

import pytest

from tests.browser.chromium import Chromium

PAGES = (
    "",
    "explore/",
    "years/",
    "years/2025/",
    "months/2025-01/",
    "undated/",
    "events/stargate-5e6f/",
    "events/hostile-9e0f/",
    "events/control-1a1a/",
    "events/arabic-2b2b/",
    "sources/",
    "sources/soylent-reactions/",
    "sources/readme_/",
    "entities/",
    "entities/hostile/",
    "kinds/hostile/",
    "disagreements/",
    "changes/",
    "paper/",
    "data/",
    "data/timeline/",
    "method/",
    "about/",
)
PHONE, SMALL_PHONE, NARROW, DESKTOP = (390, 844), (360, 640), (320, 640), (1280, 900)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("size", [NARROW, DESKTOP], ids=["narrow", "desktop"])
def test_nothing_scrolls_sideways(browser: Chromium, origin: str, size: tuple[int, int], page: str) -> None:
    browser.view(*size)
    browser.open(origin + page)
    assert browser.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("size", [NARROW, DESKTOP], ids=["narrow", "desktop"])
def test_text_twice_as_large_scrolls_nothing_sideways(
    browser: Chromium, origin: str, size: tuple[int, int], page: str
) -> None:
    browser.view(*size)
    browser.open(origin + page)
    browser.evaluate("document.documentElement.style.fontSize = '250%'")  # The theme's own is 125 %.
    assert browser.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("page", PAGES)
def test_no_script_fails_and_none_comes_from_an_article(browser: Chromium, origin: str, page: str) -> None:
    browser.view(*DESKTOP)
    browser.open(origin + page)
    browser.evaluate("new Promise(done => setTimeout(done, 50))")
    assert not browser.seen("Runtime.exceptionThrown")
    assert not browser.seen("Page.javascriptDialogOpening")


@pytest.mark.parametrize("page", PAGES)
def test_every_request_stays_on_the_site_and_is_answered(browser: Chromium, origin: str, page: str) -> None:
    browser.view(*DESKTOP)
    browser.open(origin + page)
    asked = [event["request"]["url"] for event in browser.seen("Network.requestWillBeSent")]
    assert [url for url in asked if not url.startswith((origin, "data:"))] == []
    assert [event["response"]["url"] for event in browser.seen("Network.responseReceived") if _failed(event)] == []


def _failed(event: dict[str, dict[str, int]]) -> bool:
    return event["response"]["status"] >= 400


@pytest.mark.parametrize("page", PAGES)
def test_headings_dates_and_headlines_are_seen_without_javascript(browser: Chromium, origin: str, page: str) -> None:
    browser.view(*PHONE, script=False)
    browser.open(origin + page)
    unseen = "[...document.querySelectorAll('h1, .dl-when, .dl-headline')].filter(e => !e.checkVisibility()).length"
    assert browser.evaluate(unseen) == 0


@pytest.mark.parametrize(("size", "headlines"), [(PHONE, 3), (SMALL_PHONE, 1)], ids=["phone", "small phone"])
def test_the_first_phone_screen_shows_dates_and_headlines(
    browser: Chromium, origin: str, size: tuple[int, int], headlines: int
) -> None:
    browser.view(*size)
    browser.open(origin)
    for shown in (".dl-rail .dl-when", ".dl-rail .dl-headline"):
        bottoms = f"[...document.querySelectorAll('{shown}')].map(e => e.getBoundingClientRect().bottom)"
        assert sum(bottom < size[1] for bottom in browser.evaluate(bottoms)) >= headlines


def test_on_a_phone_the_overview_stands_between_the_first_headlines_and_the_others(
    browser: Chromium, origin: str
) -> None:
    browser.view(*PHONE)
    browser.open(origin)
    drawn = (
        "[...document.querySelectorAll('.dl-rail, .dl-drawing')].filter(e => e.checkVisibility()).map(e => e.className)"
    )
    assert browser.evaluate(drawn)[:3] == ["dl-rail", "dl-drawing dl-narrow", "dl-rail"]


@pytest.mark.parametrize("size", [NARROW, (700, 900), DESKTOP], ids=["narrow", "middle", "desktop"])
def test_no_words_of_the_overview_lie_on_others(browser: Chromium, origin: str, size: tuple[int, int]) -> None:
    browser.view(*size)
    browser.open(origin)
    boxes = browser.evaluate(
        "[...document.querySelectorAll('.dl-drawing text')].filter(e => e.checkVisibility())"
        ".map(e => [e.textContent, ...['left', 'right', 'top', 'bottom'].map(s => e.getBoundingClientRect()[s])])"
    )
    assert len(boxes) > 5
    for number, (words, left, right, top, bottom) in enumerate(boxes):
        for other, other_left, other_right, other_top, other_bottom in boxes[number + 1 :]:
            apart = right <= other_left or other_right <= left or bottom <= other_top + 3 or other_bottom <= top + 3
            assert apart, f"“{words}” lies on “{other}”"


def test_paper_has_the_chronology_and_its_sources_with_their_addresses_and_nothing_of_the_frame(
    browser: Chromium, origin: str
) -> None:
    browser.view(*DESKTOP, dark=True)
    browser.open(f"{origin}paper/")
    browser.call("Emulation.setEmulatedMedia", media="print")
    shown = "[...document.querySelectorAll({!r})].filter(e => e.checkVisibility()).map(e => e.textContent)"
    assert browser.evaluate(shown.format(".md-header, .md-tabs, .md-footer, .md-skip, button")) == []
    numbers = browser.evaluate("[...document.querySelectorAll('.dl-notes a')].map(a => a.hash)")
    notes = browser.evaluate("[...document.querySelectorAll('.dl-footnotes > li')].map(e => '#' + e.id)")
    assert set(numbers) == set(notes)
    addresses = browser.evaluate(shown.format(".dl-footnotes .dl-address"))
    assert len(addresses) == len(notes)
    assert all(address.startswith("http") or address == "address not known" for address in addresses)
    assert browser.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert browser.call("Page.printToPDF")["data"]


def test_dark_and_light_follow_the_reader(browser: Chromium, origin: str) -> None:
    colours = []
    for dark in (False, True):
        browser.view(*DESKTOP, dark=dark)
        browser.open(origin)
        colours.append(browser.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert colours == ["rgb(253, 252, 249)", "rgb(21, 23, 26)"]


@pytest.mark.parametrize(("page", "told"), [("", ".dl-overview"), ("events/stargate-5e6f/", "h1")])
def test_an_embedded_page_shows_what_it_tells_and_no_frame_of_its_own(
    browser: Chromium, origin: str, page: str, told: str
) -> None:
    browser.view(*PHONE, script=False)
    browser.open("about:blank")
    browser.open(f"{origin}{page}#embedded")
    shown = "!!document.querySelector({!r})?.checkVisibility()"
    assert [browser.evaluate(shown.format(name)) for name in (told, ".dl-embedded a")] == [True, True]
    assert [browser.evaluate(shown.format(name)) for name in (".md-header", ".md-footer", ".dl-rail")] == [False] * 3
    browser.open("about:blank")
    browser.open(origin + page)
    assert [browser.evaluate(shown.format(name)) for name in (".dl-embedded", ".md-header")] == [False, True]


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_on_a_phone_a_button_opens_the_menu_wherever_the_reader_is(
    browser: Chromium, origin: str, script: bool
) -> None:
    browser.view(*PHONE, script=script)
    browser.open(f"{origin}events/stargate-5e6f/")
    if script:  # Without, no timer runs, and Material hides nothing on scrolling.
        browser.evaluate("new Promise(done => { scrollTo(0, 500); setTimeout(done, 200) })")
    links = "[...document.querySelectorAll('.md-tabs a')].filter(e => e.checkVisibility({opacityProperty: true}))"
    assert browser.evaluate(f"{links}.length") == 0
    browser.evaluate("document.querySelector('header label[for=__drawer]').click()")
    assert browser.evaluate(f"{links}.length") == browser.evaluate("document.querySelectorAll('.md-tabs a').length") > 5
    reached = "document.elementFromPoint(30, 40).closest('a')?.textContent.trim()"
    assert browser.evaluate(reached) == "Home"


def test_links_lead_out_of_another_page_s_frame(browser: Chromium, origin: str) -> None:
    browser.view(*DESKTOP)
    browser.open(f"{origin}about/")
    target = browser.evaluate(
        "new Promise(done => { const frame = document.createElement('iframe'); frame.src = '../#embedded';"
        " frame.onload = () => done(frame.contentDocument.querySelector('base').target); document.body.append(frame) })"
    )
    assert target == "_top"
    assert browser.evaluate("document.querySelector('base')") is None
