"""How short a subject may be in a headline."""

import pytest

from generator.events.phrases import without_description

SUBJECTS = {
    "European Vega rocket carrying a satellite for the United Arab Emirates": "European Vega rocket",
    "Orion capsule carrying four astronauts": "Orion capsule",
    "people living in tents": "people living in tents",
}


# A caption that runs into its sentence: the aeroplane has won no orders.
CAPTION = "American Airlines 777 landing at Heathrow airport Boeing"


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_loses_what_describes_it_where_a_name_is_left(subject: str) -> None:
    assert without_description(subject) == SUBJECTS[subject]


def test_nothing_is_left_out_where_another_name_may_be_the_true_subject() -> None:
    assert without_description(CAPTION) == CAPTION
