"""Feasts by the moon, held against days that newspapers of the time named."""

from datetime import date

import pytest

from generator.dates.moon_days import lunar_new_year, rosh_hashanah, yom_kippur


@pytest.mark.parametrize(
    "day",
    ["1949-01-29", "1985-02-20", "1989-02-06", "2000-02-05", "2008-02-07", "2020-01-25", "2024-02-10", "2025-01-29"],
)
def test_the_lunar_new_year_falls_on_its_day(day: str) -> None:
    on = date.fromisoformat(day)
    assert lunar_new_year(on.year) == on


@pytest.mark.parametrize("day", ["1973-10-06", "2001-09-27", "2013-09-14", "2023-09-25", "2024-10-12"])
def test_yom_kippur_falls_on_its_day(day: str) -> None:
    on = date.fromisoformat(day)
    assert yom_kippur(on.year) == on


def test_the_hebrew_year_never_begins_on_a_sunday_wednesday_or_friday() -> None:
    days = [rosh_hashanah(year) for year in range(1583, 2600)]
    assert {day.isoweekday() for day in days if day} == {1, 2, 4, 6}


def test_years_beyond_the_tables_have_no_day() -> None:
    assert [lunar_new_year(1899), lunar_new_year(2100), rosh_hashanah(1500), yom_kippur(9999)] == [None] * 4
