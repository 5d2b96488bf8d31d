"""The site's own wording of what the model says in one word."""

from collections.abc import Mapping
from typing import Final

from generator.model import Basis, EntityKind, Modality, Precision, When

MODALITY: Final[Mapping[Modality, str]] = {
    Modality.HAPPENED: "Happened",
    Modality.PLANNED: "Planned",
    Modality.PREDICTED: "Predicted",
    Modality.CLAIMED: "Claimed",
}

MODALITY_SENTENCE: Final[Mapping[Modality, str]] = {
    Modality.HAPPENED: "Reported as having happened.",
    Modality.PLANNED: "Reported as a plan. These sources do not say whether it came about.",
    Modality.PREDICTED: "Reported as a prediction. These sources do not say whether it came true.",
    Modality.CLAIMED: "Reported as a claim. The sources say who makes it, not that it is so.",
}

PRECISION: Final[Mapping[Precision, str]] = {
    Precision.DAY: "Known to the day",
    Precision.WEEK: "Known to the week",
    Precision.MONTH: "Known to the month",
    Precision.QUARTER: "Known to the quarter",
    Precision.SEASON: "Known to the season",
    Precision.HALF: "Known to the half-year",
    Precision.YEAR: "Known to the year",
    Precision.DECADE: "Known to the decade",
    Precision.CENTURY: "Known to the century",
    Precision.RANGE: "Known to lie between two dates",
    Precision.BEFORE: "Only the latest possible date is known",
    Precision.AFTER: "Only the earliest possible date is known",
    Precision.UNKNOWN: "No source says when",
}

BASIS: Final[Mapping[Basis, str]] = {
    Basis.STATED: "stated by the editor",
    Basis.HTML: "given by the web page itself",
    Basis.HEADER: "given by the text’s first line",
    Basis.URL: "read from the address",
    Basis.INFERRED: "inferred from the text and from other sources",
    Basis.UNKNOWN: "not known",
}

ENTITY_KIND: Final[Mapping[EntityKind, tuple[str, str]]] = {
    EntityKind.PERSON: ("Person", "People"),
    EntityKind.ORGANISATION: ("Organisation", "Organisations"),
    EntityKind.PRODUCT: ("Product", "Products"),
    EntityKind.PLACE: ("Place", "Places"),
    EntityKind.OTHER: ("Other", "Other"),
}

ABOUT: Final[Mapping[str, str]] = {
    "when": "When it happened",
    "date": "When it happened",
    "money": "How much money",
    "amount": "How much money",
    "percent": "How many per cent",
    "count": "How many",
    "place": "Where it happened",
}


def precision_words(when: When) -> str:
    """How finely a time is known, in words."""
    if when.lasted:
        return "Lasted over this time"
    words = PRECISION[when.precision]
    return f"{words}, approximately" if when.approximate else words


def about_words(about: str) -> str:
    """What a disagreement is about: the wording of a known field, or the fact as it is named."""
    return ABOUT.get(about) or about[:1].upper() + about[1:]


def as_sentence(words: str) -> str:
    """A reason of the machine as a sentence: with a capital letter and a full stop."""
    ended = words.endswith((".", "!", "?", "…", ".”", '."'))
    return words[:1].upper() + words[1:] + ("" if ended or not words else ".")


def count_words(number: int, one: str, many: str = "") -> str:
    """`1 source`, `2,000 sources`, `no sources`."""
    return f"{f'{number:,}' if number else 'no'} {one if number == 1 else many or one + 's'}"
