"""Days and months as locales write them; British ones as `to_words` always did."""

from datetime import date

import pytest

from generator.dates.locales import known_locale, month_name, wording_of
from generator.dates.when import after, before, day, month, span, to_words, week_of, year
from generator.model import When

DAY = date(2025, 1, 27)
SPAN = span(date(2025, 1, 20), date(2025, 1, 26), lasted=True)


@pytest.mark.parametrize(
    ("locale", "when", "words"),
    [
        ("en-GB", day(DAY), "27 January 2025"),
        ("en-GB", SPAN, "from 20 to 26 January 2025"),
        ("en-US", day(DAY), "January 27, 2025"),
        ("en-US", week_of(DAY), "some day in the week of January 27, 2025"),
        ("en-US", before(DAY), "by January 27, 2025"),
        ("en-US", SPAN, "from January 20, 2025 to January 26, 2025"),
        ("en-US", span(date(2025, 1, 1), date(2025, 2, 28), lasted=True), "from January 2025 to February 2025"),
        ("en-US", year(2025), "2025"),
        ("de", after(DAY), "on or after 27. Januar 2025"),
        ("fr-CA", month(2025, 8), "août 2025"),
    ],
)
def test_a_locale_writes_days_and_months_and_english_stays_around_them(locale: str, when: When, words: str) -> None:
    assert to_words(when, wording_of(locale)) == words


@pytest.mark.parametrize(("locale", "name"), [("en-GB", "March"), ("de", "März"), ("pt-BR", "Março")])
def test_a_month_alone_is_named_as_in_a_heading(locale: str, name: str) -> None:
    assert month_name(3, locale) == name


@pytest.mark.parametrize(
    ("name", "known"),
    [("en-GB", True), ("de", True), ("zh-Hans-CN", True), ("xx", False), ("", False)],
)
def test_a_locale_is_known_or_not(name: str, known: bool) -> None:
    assert known_locale(name) == known
