"""Feasts by the moon, held against days that newspapers of the time named."""

from datetime import date

import pytest

from generator.dates.moon_days import (
    FEAST_LASTS,
    diwali,
    hanukkah,
    islamic_feasts,
    lunar_new_year,
    passover,
    rosh_hashanah,
    yom_kippur,
)


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


@pytest.mark.parametrize("day", ["1990-04-10", "2020-04-09", "2023-04-06", "2024-04-23", "2025-04-13"])
def test_passover_begins_on_its_day(day: str) -> None:
    on = date.fromisoformat(day)
    assert passover(on.year) == on


@pytest.mark.parametrize("day", ["2016-12-25", "2021-11-29", "2023-12-08", "2024-12-26", "2025-12-15"])
def test_hanukkah_begins_on_its_day(day: str) -> None:
    on = date.fromisoformat(day)
    assert hanukkah(on.year) == on


SIGHTED = [
    ("ramadan", "1990-03-28"),
    ("eid al-fitr", "2013-08-08"),
    ("eid al-fitr", "2020-05-24"),
    ("eid al-fitr", "2024-04-10"),
    ("eid al-fitr", "2025-03-30"),
    ("eid al-adha", "2001-03-05"),
    ("eid al-adha", "2023-06-28"),
    ("eid al-adha", "2024-06-16"),
    ("ashura", "2023-07-28"),
]


@pytest.mark.parametrize(("name", "day"), SIGHTED)
def test_a_feast_that_waits_for_the_moon_lies_within_the_days_that_are_given_for_it(name: str, day: str) -> None:
    on = date.fromisoformat(day)
    before, after = FEAST_LASTS[name]
    nearest = min(islamic_feasts(name, on), key=lambda feast: abs(feast - on))
    assert -before <= (on - nearest).days <= after


@pytest.mark.parametrize("day", ["2001-11-14", "2012-11-13", "2020-11-14", "2022-10-24", "2023-11-12", "2025-10-20"])
def test_diwali_lies_within_the_days_that_are_given_for_it(day: str) -> None:
    on = date.fromisoformat(day)
    computed = diwali(on.year)
    assert computed is not None
    assert -FEAST_LASTS["diwali"][0] <= (on - computed).days <= FEAST_LASTS["diwali"][1]
