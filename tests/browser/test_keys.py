"""What a reader does with keys, and copies with a click."""

import contextlib
import json
import time

import pytest

from tests.browser.chromium import Chromium

DESKTOP = (1280, 900)
STARGATE = "events/stargate-5e6f/"
FOCUSED = "document.activeElement.textContent"
SOON = "new Promise(done => setTimeout(done, 300))"
PATIENCE = 100
"""How often, a tenth of a second apart, a test looks for what a key brings about."""


def _press(browser: Chromium, key: str) -> None:
    """A key goes down and up; a single letter is typed too."""
    text = {"text": key} if len(key) == 1 else {}
    browser.call("Input.dispatchKeyEvent", type="keyDown", key=key, **text)
    browser.call("Input.dispatchKeyEvent", type="keyUp", key=key)


def _open(browser: Chromium, address: str) -> None:
    browser.view(*DESKTOP)
    browser.open(address)
    browser.evaluate(SOON)


def _open_and_leave(browser: Chromium, address: str, key: str) -> str:
    """Where a key leads from a page."""
    _open(browser, address)
    _press(browser, key)
    _wait_until(browser, f"location.href !== {json.dumps(address)} && document.readyState === 'complete'")
    return str(browser.evaluate("location.pathname"))


def _wait_until(browser: Chromium, condition: str) -> None:
    """Look until a condition holds; while a page gives way to the next, the browser answers nothing."""
    for _ in range(PATIENCE):
        with contextlib.suppress(AssertionError):
            if browser.evaluate(condition):
                return
        time.sleep(0.1)
    pytest.fail(f"never held: {condition}")


@pytest.mark.parametrize("page", ["", "years/2025/", "months/2025-01/", "entities/deepseek/", "changes/"])
def test_j_and_k_go_along_the_headlines(browser: Chromium, origin: str, page: str) -> None:
    _open(browser, origin + page)
    headlines = browser.evaluate("[...document.querySelectorAll('.md-content .dl-headline a')].map(a => a.textContent)")
    seen = []
    for key in "jjk":
        _press(browser, key)
        seen.append(browser.evaluate(FOCUSED))
    expected = headlines[:2] if len(headlines) > 1 else headlines * 2
    assert seen == [*expected, headlines[0]]


@pytest.mark.parametrize(("forward", "back"), [("j", "k"), ("ArrowRight", "ArrowLeft")])
def test_on_an_event_s_page_the_same_keys_lead_to_its_neighbours(
    browser: Chromium, origin: str, forward: str, back: str
) -> None:
    start = "/some/where/" + STARGATE
    after = _open_and_leave(browser, origin + STARGATE, forward)
    assert after.startswith("/some/where/events/")
    assert after != start
    assert _open_and_leave(browser, origin + after.removeprefix("/some/where/"), back) == start


def test_a_slash_searches_and_keys_are_only_letters_there(browser: Chromium, origin: str) -> None:
    _open(browser, origin)
    _press(browser, "/")
    _wait_until(browser, "document.activeElement.className.startsWith('md-search__input')")
    _press(browser, "j")
    assert browser.evaluate("document.activeElement.className").startswith("md-search__input")


def test_a_question_mark_lists_the_keys_which_can_be_turned_off(browser: Chromium, origin: str) -> None:
    _open(browser, origin)
    _press(browser, "?")
    assert browser.evaluate("document.querySelector('.dl-help').open")
    browser.evaluate("document.querySelector('.dl-help input').click()")
    browser.evaluate("document.querySelector('.dl-help button').click()")
    try:
        _press(browser, "j")
        assert not browser.evaluate("document.activeElement.matches('.dl-headline a')")
    finally:
        browser.evaluate("localStorage.clear()")


def test_an_event_s_address_and_citation_are_copied(browser: Chromium, origin: str) -> None:
    _open(browser, origin + STARGATE)
    browser.evaluate("navigator.clipboard.writeText = async words => { (window.copied ??= []).push(words) }")
    browser.evaluate("document.querySelectorAll('.dl-copy:not(.dl-keys)').forEach(button => button.click())")
    address, plain, bibtex = browser.evaluate("window.copied")
    assert address.endswith("/some/where/" + STARGATE)
    assert plain.endswith(address)
    assert bibtex.startswith("@misc{")
    assert browser.evaluate("document.querySelector('.dl-copied').textContent") == "Copied"
