"""Times as HTML: never finer than what is known."""

from dataclasses import replace
from datetime import date

import pytest

from generator.dates.when import after, before, day, month, span, week_of, year
from generator.model import UNKNOWN_WHEN, Precision, When
from generator.pages.catalogue import make_catalogue
from generator.pages.moments import kind_style, machine_time, show_time

from .sample import SETTINGS, TIMELINE

DAY = date(2025, 1, 27)


@pytest.mark.parametrize(
    ("when", "value"),
    [
        (day(DAY), "2025-01-27"),
        (week_of(DAY), "2025-W05"),
        (week_of(date(2024, 12, 31)), "2025-W01"),
        (month(2025, 1), "2025-01"),
        (year(2023), "2023"),
        (year(98), "0098"),
        (span(date(2025, 1, 24), date(2025, 1, 26), lasted=False), "2025-01"),
        (span(date(2025, 1, 24), date(2025, 2, 2), lasted=True), "2025"),
        (span(date(2024, 12, 24), date(2025, 1, 2), lasted=True), None),
        (When(date(1990, 1, 1), date(1999, 12, 31), Precision.DECADE), None),
        (replace(year(1990), approximate=True), None),
        (before(DAY), None),
        (after(DAY), None),
        (UNKNOWN_WHEN, None),
    ],
)
def test_the_machine_value_of_a_time_holds_the_whole_of_it(when: When, value: str | None) -> None:
    assert machine_time(when) == value


@pytest.mark.parametrize(
    ("when", "html"),
    [
        (day(DAY), '<time datetime="2025-01-27">27 January 2025</time>'),
        (
            before(DAY),
            '<span data-edtf="&#91;..2025-01-27&#93;">by <time datetime="2025-01-27">27 January 2025</time></span>',
        ),
        (UNKNOWN_WHEN, "<span>date unknown</span>"),
    ],
)
def test_a_bound_is_not_given_to_machines_as_the_day(when: When, html: str) -> None:
    assert show_time(when, make_catalogue(TIMELINE, SETTINGS)) == html


def test_a_site_s_locale_writes_the_days_and_keeps_what_machines_read() -> None:
    american = replace(SETTINGS, site=replace(SETTINGS.site, locale="en-US"))
    html = show_time(before(DAY), make_catalogue(TIMELINE, american))
    assert html == show_time(before(DAY), make_catalogue(TIMELINE, SETTINGS)).replace("27 January", "January 27,")


@pytest.mark.parametrize(
    ("colour", "style"),
    [("#a1b2c3", "--kind:#a1b2c3"), ("teal", "--kind:teal"), ("", None), ("red;background:url(//x)", None)],
)
def test_only_a_plain_colour_reaches_the_stylesheet(colour: str, style: str | None) -> None:
    assert kind_style(colour) == style
