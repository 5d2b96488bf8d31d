"""Whether a headline is whole and can stand alone."""

import pytest

from generator.events.soundness import is_good

GOOD = [
    "Nvidia shares fall 17%",
    "Ada Holm promises elections within a year",
    "Ada Holm wins 81 percent of the votes",
    "Ada Holm says she will not give way",
    "Trump announces Stargate, up to $500 billion",
    "Lena Holm dies in Malmo",
]
BAD = [
    "",
    "Falls",
    "He opens a plant in Mobile",
    "It falls 17% after all",
    "This opens a plant in Mobile",
    "Airbus opens our plant in Mobile",
    "Airbus opens a “plant in Mobile",
    "Airbus says we open a plant",
    "Airbus " + "opens a plant and " * 6,
    "’s memo marks the third time",
    "In containers Halden ships vaccines",
    "G7 nations meet in Washington at the same time",
    "Merval index drops by nearly as much",
    "Gizmodo publishes details of it online",
    "Analysts say the tools will get",
]


@pytest.mark.parametrize("headline", GOOD)
def test_a_headline_that_stands_alone_is_good(headline: str) -> None:
    assert is_good(headline)


@pytest.mark.parametrize("headline", BAD)
def test_a_headline_that_dangles_or_runs_on_is_not(headline: str) -> None:
    assert not is_good(headline)
