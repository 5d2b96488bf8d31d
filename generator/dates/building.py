"""From what a rule says that it means to a function that makes the meaning of a match.

    {shift: {unit: unit, count: -number}}

The one key names the meaning; each field holds a constant, the label of a slot (with - for its negative), or another
meaning. A slot that did not match leaves the field out, and so does a meaning that cannot be made without it.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from inspect import Parameter, signature

from generator.dates.calendar_words import CALENDAR
from generator.dates.meaning import (
    About,
    Anchor,
    Bound,
    Choice,
    Cycle,
    DayCode,
    DayPart,
    Fiscal,
    Fixed,
    Meaning,
    Named,
    NoTime,
    Nth,
    Part,
    PartOf,
    Range,
    Shift,
    Side,
    Stretch,
    Tense,
    Vague,
)
from generator.dates.periods import Unit

Bindings = Mapping[str, object]
Build = Callable[[Bindings], Meaning | None]
MEANINGS: dict[str, Callable[..., Meaning | None]] = {
    "fixed": Fixed,
    "shift": Shift,
    "named": Named,
    "nth": Nth,
    "part": PartOf,
    "about": About,
    "bound": Bound,
    "range": Range,
    "fiscal": Fiscal,
    "daypart": DayPart,
    "stretch": Stretch,
    "vague": Vague,
    **CALENDAR,
}
FIELDS = {name: tuple(signature(make).parameters) for name, make in MEANINGS.items()}
ENUMS: dict[str, type[StrEnum]] = {
    "unit": Unit,
    "anchor": Anchor,
    "cycle": Cycle,
    "choice": Choice,
    "part": Part,
    "side": Side,
    "tense": Tense,
    "code": DayCode,
}


class BadMeaning(ValueError):
    """A meaning that cannot be made, with what is wrong in words."""


def builder(means: object, labels: frozenset[str]) -> Build:
    """The function that makes this meaning from the values of a match; raises BadMeaning.

    The function gives None where the values make no meaning (30 February).
    """
    if means == "not a time":
        return lambda bindings: NoTime()
    if isinstance(means, str) and means in labels:
        return lambda bindings: _meaning(bindings.get(means))
    if not isinstance(means, Mapping) or len(means) != 1:
        raise BadMeaning("'means' is one meaning with its fields, a slot's label, or 'not a time'")
    ((name, given),) = means.items()
    make = MEANINGS.get(name)
    if not make or not isinstance(given, Mapping):
        raise BadMeaning(f"no meaning is called {name!r}; there are {', '.join(MEANINGS)}")
    known = FIELDS[name]
    for key in given:
        if key not in known:
            raise BadMeaning(f"{name!r} has no field {key!r}; it has {', '.join(known)}")
    for key, parameter in signature(make).parameters.items():
        if parameter.default is Parameter.empty and key not in given:
            raise BadMeaning(f"{name!r} needs a field {key!r}")
    parts = {key: _field(key, value, labels) for key, value in given.items()}
    needed = frozenset(k for k, p in signature(make).parameters.items() if p.default is Parameter.empty)
    return lambda bindings: _made(make, parts, needed, bindings)


def _made(
    make: Callable[..., Meaning | None],
    parts: Mapping[str, Callable[[Bindings], object]],
    needed: frozenset[str],
    bindings: Bindings,
) -> Meaning | None:
    values = {key: value for key, part in parts.items() if (value := part(bindings)) is not None}
    return make(**values) if needed <= values.keys() else None


def needed_slots(means: object, labels: frozenset[str]) -> frozenset[str]:
    """The labels of the slots without which the meaning cannot be made."""
    if isinstance(means, str):
        return frozenset({means} & labels)
    if not isinstance(means, Mapping):
        return frozenset()
    needed: frozenset[str] = frozenset()
    for name, given in means.items():
        for key, parameter in signature(MEANINGS[name]).parameters.items():
            if parameter.default is Parameter.empty and key in given:
                value = given[key]
                constant = key in ENUMS and isinstance(value, str) and value in ENUMS[key]._value2member_map_
                value = value.removeprefix("-") if isinstance(value, str) else value
                needed |= frozenset() if constant else needed_slots(value, labels)
    return needed


def _field(key: str, value: object, labels: frozenset[str]) -> Callable[[Bindings], object]:
    if isinstance(value, Mapping):
        return builder(value, labels)
    if isinstance(value, str):
        if key in ENUMS and value in ENUMS[key]._value2member_map_:
            constant = ENUMS[key](value)
            return lambda bindings: constant
        label, sign = (value[1:], -1) if value.startswith("-") else (value, 1)
        if label in labels:
            return lambda bindings: _converted(key, bindings.get(label), sign)
        known = f" nor one of {', '.join(ENUMS[key])}" if key in ENUMS else ""
        raise BadMeaning(f"{value!r} is no slot of 'match'{known}")
    return lambda bindings: value


def _converted(key: str, value: object, sign: int) -> object:
    if key in ENUMS and isinstance(value, str):
        return ENUMS[key](value)
    return sign * value if isinstance(value, int | float) else value


def _meaning(value: object) -> Meaning | None:
    return value if isinstance(value, Meaning) else None
