"""What a reader does on the page Explore: on the sample, and on a site of many events."""

import shutil
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.pages.catalogue import make_catalogue
from generator.pages.explore_data import PIECE, explore_data
from generator.pages.markdown import visible
from tests.browser.chromium import Chromium
from tests.browser.many import many_events
from tests.pages.sample import HOSTILE, SETTINGS, TIMELINE

DESKTOP, PHONE = (1280, 900), (390, 844)
MANY = PIECE * 2 + 200
FOUND = "document.querySelector('.dl-found')?.textContent"
HEADLINES = "[...document.querySelectorAll('.dl-results .dl-headline')].map(e => e.textContent)"


@pytest.fixture(scope="module")
def many(served: tuple[Path, str]) -> str:
    """The address of the sample site with the Explore data of many events."""
    root, address = served
    shutil.copytree(root / "some" / "where", root / "many")
    shutil.rmtree(root / "many" / "data" / "explore")
    for page in explore_data(make_catalogue(many_events(MANY), SETTINGS)):
        file = root / "many" / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.text, "utf-8")
    return f"{address}many/"


def explore(browser: Chromium, site: str, query: str = "", size: tuple[int, int] = DESKTOP) -> None:
    browser.view(*size)
    browser.open(f"{site}explore/{query}")
    wait(browser, f"{FOUND} && document.querySelector('.dl-results .dl-headline, .dl-chips button')")


def wait(browser: Chromium, condition: str) -> Any:
    """Wait until a condition holds on the page; it fails if that takes half a minute."""
    return browser.evaluate(
        "new Promise((done, fail) => { const end = Date.now() + 30000; const look = () => { const found = "
        f"{condition}; found ? done(!!found) : Date.now() > end ? fail(new Error('waited in vain')) : "
        "setTimeout(look, 10) }; look() })"
    )


def tick(browser: Chromium, label: str) -> None:
    """Tick the option of this label as a reader does, and wait until the address says so."""
    before = browser.evaluate("location.href")
    browser.evaluate(
        "[...document.querySelectorAll('.dl-options label')]"
        f".find(e => e.querySelector('.dl-option').textContent === {label!r}).click()"
    )
    wait(browser, f"location.href !== {before!r}")


def found(browser: Chromium, number: int, of: int = len(TIMELINE.events)) -> None:
    words = f"{of:,} events" if number == of else f"{number:,} of {of:,} events"
    wait(browser, f"{FOUND} === {words!r} && {HEADLINES}.length === {min(number, 40)}")


def query(browser: Chromium) -> dict[str, list[str]]:
    return parse_qs(urlsplit(browser.evaluate("location.href")).query)


def counts(browser: Chromium, filter_: str) -> dict[str, str]:
    """The number at each option of a filter."""
    pairs = browser.evaluate(
        "[...document.querySelectorAll('.dl-filter')]"
        f".find(e => e.querySelector('legend').textContent === {filter_!r})"
        ".querySelectorAll('.dl-options label').values().toArray()"
        ".map(e => [e.querySelector('.dl-option').textContent, e.querySelector('.dl-count').textContent])"
    )
    return dict(pairs)


def test_all_events_are_there_at_first(browser: Chromium, origin: str) -> None:
    explore(browser, origin)
    found(browser, 18)
    assert browser.evaluate(HEADLINES)[0] == "Neural networks fall out of fashion"
    assert counts(browser, "Kind")["Statements"] == "6"
    assert counts(browser, "How exactly dated") == {
        "To the day": "6",
        "To the week": "1",
        "To the month": "1",
        "Less exactly": "5",
        "Only by or after a day": "4",
        "No date": "1",
    }


def test_filters_hold_all_at_once_and_each_counts_what_the_others_leave(browser: Chromium, origin: str) -> None:
    explore(browser, origin)
    tick(browser, "Deals")
    found(browser, 4)
    assert counts(browser, "Kind")["Statements"] == "6", "another kind would be found beside the one that is chosen"
    assert counts(browser, "Happened or not") == {"Happened": "3", "Planned": "1", "Predicted": "0", "Claimed": "0"}
    tick(browser, "Planned")
    found(browser, 1)
    assert browser.evaluate(HEADLINES) == ["Meta to deploy 1.3 million GPUs"]
    assert counts(browser, "Kind")["Statements"] == "0"
    assert query(browser) == {"kind": ["deal"], "said": ["planned"]}


def test_two_options_of_one_filter_add_up(browser: Chromium, origin: str) -> None:
    explore(browser, origin, "?kind=market&kind=launch")
    found(browser, 6)


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("?words=STARGATE", 2),
        ("?words=nvidia+17", 1),
        ("?words=white+house", 1),
        ("?words=nobody", 0),
        ("?from=2025-01-27&to=2025-01-27", 5),
        ("?to=1995-01-01", 1),
        ("?entity=donald-trump", 1),
        ("?source=SoylentNews", 2),
        ("?mark=dispute", 2),
        ("?dated=bound&kind=deal", 2),
        ("?kind=unheard-of&from=yesterday", 18),
    ],
)
def test_an_address_says_what_is_chosen(browser: Chromium, origin: str, asked: str, number: int) -> None:
    explore(browser, origin, asked)
    found(browser, number)


def test_the_way_back_leads_through_what_was_chosen(browser: Chromium, origin: str) -> None:
    explore(browser, origin)
    tick(browser, "Deals")
    found(browser, 4)
    tick(browser, "Planned")
    found(browser, 1)
    browser.evaluate("history.back()")
    found(browser, 4)
    assert counts(browser, "Kind")["Deals"] == "4"
    browser.evaluate("history.back()")
    found(browser, 18)
    assert browser.evaluate("document.querySelectorAll('.dl-options input:checked').length") == 0


def test_words_are_looked_for_as_they_are_typed(browser: Chromium, origin: str) -> None:
    explore(browser, origin)
    browser.evaluate("document.querySelector('#dl-words').focus()")
    steps = browser.evaluate("history.length")
    for letter in "r1 ":
        browser.call("Input.dispatchKeyEvent", type="keyDown", text=letter)
        browser.call("Input.dispatchKeyEvent", type="keyUp")
    found(browser, 2)
    assert query(browser) == {"words": ["r1"]}
    assert browser.evaluate("history.length") == steps
    assert browser.evaluate("document.activeElement.id") == "dl-words"


def test_what_is_chosen_is_told_and_can_be_taken_back(browser: Chromium, origin: str) -> None:
    explore(browser, origin, "?kind=deal&words=meta&order=newest")
    chips = "[...document.querySelectorAll('.dl-chips button')]"
    assert browser.evaluate(f"{chips}.map(e => e.textContent)") == ["Kind: Deals", "Words: meta", "All filters"]
    browser.evaluate(f"{chips}.find(e => e.textContent === 'Words: meta').click()")
    found(browser, 4)
    assert browser.evaluate("document.querySelector('#dl-words').value") == ""
    assert browser.evaluate("document.activeElement.textContent") == "Kind: Deals"
    browser.evaluate(f"{chips}[0].click()")
    found(browser, 18)
    assert browser.evaluate("document.querySelector('.dl-chips').checkVisibility()") is False


def test_newest_first_leaves_what_has_no_date_at_the_end(browser: Chromium, origin: str) -> None:
    explore(browser, origin, "?order=newest")
    headlines = browser.evaluate(HEADLINES)
    assert (headlines[0], headlines[-1]) == ("Meta to deploy 1.3 million GPUs", "# Someone invents the abacus")


def test_a_result_says_what_every_listing_says(browser: Chromium, origin: str) -> None:
    explore(browser, origin, "?words=trump+announces")
    text = browser.evaluate("document.querySelector('.dl-results .dl-moment').innerText.split(/\\s+/).join(' ')")
    assert text == (
        "Some day in the week of 20 January 2025 Trump announces Stargate with OpenAI, Oracle and SoftBank "
        "Deals 3 sources Sources disagree Needs review Edited"
    )
    links = browser.evaluate("[...document.querySelectorAll('.dl-results .dl-moment a')].map(e => e.href)")
    assert links == [f"{origin}events/stargate-5e6f/", f"{origin}kinds/deal/"]


def test_hostile_text_is_only_text(browser: Chromium, origin: str) -> None:
    explore(browser, origin, "?kind=hostile")
    found(browser, 1)
    assert browser.evaluate(HEADLINES) == [visible(HOSTILE)]
    assert visible(HOSTILE) in counts(browser, "Who and what")
    assert browser.evaluate("document.querySelectorAll('#dl-explore :is(script, img, iframe)').length") == 0
    assert not browser.seen("Page.javascriptDialogOpening")
    assert not browser.seen("Runtime.exceptionThrown")


def test_everything_that_can_be_used_has_a_name_and_is_reached_by_keys(browser: Chromium, origin: str) -> None:
    explore(browser, origin)
    unnamed = browser.evaluate(
        "[...document.querySelectorAll('#dl-explore :is(input, select, button, summary)')]"
        ".filter(e => !(e.labels?.length || e.ariaLabel || e.textContent)).map(e => e.outerHTML)"
    )
    assert unnamed == []
    assert browser.evaluate("document.querySelectorAll('#dl-explore [tabindex]').length") == 0
    assert browser.evaluate("document.querySelector('.dl-found').role") == "status"


def test_a_phone_shows_the_first_result_and_keeps_the_filters_folded(browser: Chromium, origin: str) -> None:
    explore(browser, origin, size=PHONE)
    found(browser, 18)
    assert browser.evaluate("document.querySelector('.dl-filter').checkVisibility()") is False
    assert browser.evaluate("document.querySelector('.dl-results .dl-headline').getBoundingClientRect().bottom") < 844
    browser.evaluate("document.querySelector('.dl-filters summary').click()")
    assert browser.evaluate("document.querySelector('.dl-filter').checkVisibility()") is True
    assert browser.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_without_javascript_the_listings_are_named(browser: Chromium, origin: str) -> None:
    browser.view(*DESKTOP, script=False)
    browser.open(f"{origin}explore/")
    links = browser.evaluate("[...document.querySelectorAll('article p:not(.dl-embedded) a')].map(e => e.href)")
    assert links == [f"{origin}{page}/" for page in ("years", "entities", "sources", "disagreements")]
    assert "needs JavaScript" in browser.evaluate("document.querySelector('noscript').innerText")


def test_data_that_cannot_be_had_is_told(browser: Chromium, origin: str) -> None:
    browser.call("Network.setBlockedURLs", urls=["*/data/explore/*"])
    browser.view(*DESKTOP)
    browser.open(f"{origin}explore/")
    try:
        wait(
            browser, "document.querySelector('#dl-explore [role=status]')?.textContent.includes('could not be loaded')"
        )
    finally:
        browser.call("Network.setBlockedURLs", urls=[])


def test_a_site_that_was_built_anew_shows_no_headline_with_another_s_date(
    browser: Chromium, served: tuple[Path, str], many: str
) -> None:
    explore(browser, many)
    found(browser, MANY, MANY)
    file = served[0] / "many" / "data" / "explore" / "headlines-2.json"
    text = file.read_text("utf-8")
    file.write_text(text.replace('"edition":"', '"edition":"0'), "utf-8")
    browser.evaluate(
        "const order = document.querySelector('#dl-order'); order.value = 'newest'; "
        "order.dispatchEvent(new Event('change'))"
    )
    try:
        wait(browser, f"{FOUND}.startsWith('The timeline was changed while you were reading')")
    finally:
        file.write_text(text, "utf-8")


def pieces(browser: Chromium) -> set[str]:
    asked = [event["request"]["url"] for event in browser.seen("Network.requestWillBeSent")]
    return {url.partition("/data/explore/")[2].partition("?")[0] for url in asked if "/data/explore/" in url}


def test_only_the_headlines_that_are_to_be_seen_are_fetched(browser: Chromium, many: str) -> None:
    explore(browser, many)
    found(browser, MANY, MANY)
    assert pieces(browser) == {"index.json", "headlines-0.json"}
    explore(browser, many, "?order=newest")
    found(browser, MANY, MANY)
    assert pieces(browser) == {"index.json", "headlines-2.json"}
    assert browser.evaluate(HEADLINES)[0].startswith(f"Event {MANY - 2} of many")


def test_more_are_drawn_when_they_are_asked_for_and_the_keyboard_goes_on_there(browser: Chromium, many: str) -> None:
    explore(browser, many)
    found(browser, MANY, MANY)
    browser.evaluate("document.querySelector('.dl-more-button').click()")
    wait(browser, f"{HEADLINES}.length >= 80")
    assert browser.evaluate("document.activeElement.textContent").startswith("Event 40 of many")


def test_reading_on_draws_more(browser: Chromium, many: str) -> None:
    explore(browser, many)
    found(browser, MANY, MANY)
    # What is drawn first may still grow below a reader who is at its end.
    wait(browser, f"(scrollTo(0, document.documentElement.scrollHeight), {HEADLINES}.length >= 80)")


def test_of_many_names_the_most_frequent_are_offered_and_any_can_be_found(browser: Chromium, many: str) -> None:
    explore(browser, many)
    found(browser, MANY, MANY)
    assert len(counts(browser, "Who and what")) == 8
    finder = "document.querySelector('.dl-filter [type=search]')"
    browser.evaluate(f"{finder}.value = 'name 77'; {finder}.dispatchEvent(new Event('input'))")
    assert list(counts(browser, "Who and what")) == ["Name 77"]
    tick(browser, "Name 77")
    expected = [event for event in many_events(MANY).events if "name-77" in event.entities]
    found(browser, len(expected), MANY)
    assert query(browser) == {"entity": ["name-77"]}
