"""Amounts in words and digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.figures import find_figures, stated_value

# Text; then kind, unit, low and high of each figure in it; - is an open side.
FIGURES = {
    "paid $500 million": "money USD 500e6 500e6",
    "paid $500 billion and €3.2bn": "money USD 500e9 500e9; money EUR 3.2e9 3.2e9",
    "lost $3 million and 5 percent of it": "money USD 3e6 3e6; percent % 5 5",
    "between 3 and 5 percent": "percent % 3 5",
    "paid US$12m for it": "money USD 12e6 12e6",
    "paid £1.5 million": "money GBP 1.5e6 1.5e6",
    "paid HK$40 million": "money HKD 40e6 40e6",
    "paid 300 million euros": "money EUR 300e6 300e6",
    "paid ¥2 trillion": "money JPY 2e12 2e12",
    "up to $500 billion": "money USD - 500e9",
    "as much as $65 billion": "money USD - 65e9",
    "more than $3 billion": "money USD 3e9 -",
    "at least 12 people": "count people 12 -",
    "just under $6 million": "money USD 5.4e6 6e6",
    "nearly 5,000 workers": "count worker 4500 5000",
    "about 200 houses": "count house 180 220",
    "fell 17%": "percent % 17 17",
    "fell 3.1 percent": "percent % 3.1 3.1",
    "rose 8 per cent": "percent % 8 8",
    "rose by half a point to 3.5 percentage points": "percent % 0.5 0.5;percent % 3.5 3.5",
    "cut by 25 basis points": "percent % 0.25 0.25",
    "3 to 5 percent": "percent % 3 5",
    "3-5 percent": "percent % 3 5",
    "$2 to $3 million": "money USD 2e6 3e6",
    "twelve people died": "count people 12 12",
    "Twelve passengers": "count passenger 12 12",
    "two dozen people": "count people 24 24",
    "1.3 million chips": "count chip 1.3e6 1.3e6",
    "1,247 cases": "count case 1247 1247",
    "30 new cases": "count case 30 30",
    "in 2025 people": "",
    "in 1998 cars": "",
    "the Boeing 747 landed": "",
    "version 3.5 of it": "",
    "chapter 12": "",
    "for 5 years": "",
    "at 10 o'clock": "",
    "A4 papers": "",
    "2-1 victory": "",
}


@pytest.mark.parametrize(("text", "expected"), FIGURES.items(), ids=FIGURES.keys())
def test_an_amount_is_read_with_its_unit_scale_and_bounds(text: str, expected: str) -> None:
    found = find_figures(text)
    assert [(f.kind, f.unit) for f in found] == [tuple(e.split()[:2]) for e in expected.split(";") if e]
    sides = [side for e in expected.split(";") if e for side in e.split()[2:]]
    assert [b for f in found for b in (f.low, f.high)] == [
        None if side == "-" else pytest.approx(float(side)) for side in sides
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [("up to $500 billion", 500e9), ("more than $3 billion", 3e9), ("12 people", 12), ("3 to 5 percent", 5)],
)
def test_the_value_stated_is_the_maximum_of_up_to_and_the_minimum_of_more_than(text: str, value: float) -> None:
    assert stated_value(find_figures(text)[0]) == value


PIECES = st.sampled_from(
    ["$", "€", "5", "1,234", "3.5", " ", "-", "to", "million", "bn", "%", "per cent", "people", "up to", "twelve",
     "dozen", "hundred", ",", ".", "US$", "9" * 400, "1,000,000,000", "euros", "０", "²", "٣"]
)  # fmt: skip


@given(st.integers(0, 10_000), st.lists(PIECES, max_size=30).map(" ".join))
def test_figures_are_slices_in_order_with_bounds_in_order(offset: int, text: str) -> None:
    position = offset
    for figure in find_figures(text, offset):
        assert position <= figure.start < figure.end
        assert text[figure.start - offset : figure.end - offset] == figure.text
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        position = figure.end
