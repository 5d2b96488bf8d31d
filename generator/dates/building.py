"""From what a rule says that it means to a function that makes the meaning of a match.

    {shift: {unit: unit, count: -number}}

The one key names the meaning; each field holds a constant, the label of a slot (with - for its negative), or another
meaning. A slot that did not match leaves the field out.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum

from generator.dates.meaning import (
    Anchor,
    Bound,
    Choice,
    Cycle,
    Fixed,
    Length,
    Meaning,
    Named,
    NoTime,
    Part,
    PartOf,
    Shift,
    Side,
    Stretch,
    Tense,
    Vague,
)
from generator.dates.periods import Unit, day_in_month

Bindings = Mapping[str, object]
Build = Callable[[Bindings], Meaning | None]
MEANINGS: dict[str, Callable[..., Meaning | None]] = {
    "fixed": Fixed,
    "shift": Shift,
    "named": Named,
    "part": PartOf,
    "bound": Bound,
    "length": Length,
    "stretch": Stretch,
    "vague": Vague,
}
ENUMS: dict[str, type[StrEnum]] = {
    "unit": Unit,
    "anchor": Anchor,
    "cycle": Cycle,
    "choice": Choice,
    "part": Part,
    "side": Side,
    "tense": Tense,
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
    make = MEANINGS.get(name) or CALENDAR.get(name)
    if not make or not isinstance(given, Mapping):
        raise BadMeaning(f"no meaning is called {name!r}; there are {', '.join([*MEANINGS, *CALENDAR])}")
    known = FIELDS[name]
    for key in given:
        if key not in known:
            raise BadMeaning(f"{name!r} has no field {key!r}; it has {', '.join(known)}")
    parts = {key: _field(key, value, labels) for key, value in given.items()}
    return lambda bindings: _made(make, parts, bindings)


def _made(
    make: Callable[..., Meaning | None], parts: Mapping[str, Callable[[Bindings], object]], bindings: Bindings
) -> Meaning | None:
    values = {key: part(bindings) for key, part in parts.items()}
    return make(**{key: value for key, value in values.items() if value is not None})


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


def _date(year: int | None = None, month: int | None = None, day: int | None = None) -> Meaning | None:
    """A day or month of a year, or the nearest such day or month if no year is given; None for 30 February."""
    if month is None or not 1 <= month <= 12:
        return None
    if day is None:
        return Named(Cycle.MONTH, month) if year is None else Fixed(Unit.MONTH, year * 12 + month - 1)
    if year is None:
        return Named(Cycle.MONTH_DAY, month * 100 + day) if day_in_month(2000, month, day) else None
    on = day_in_month(year, month, day)
    return Fixed(Unit.DAY, on.toordinal()) if on else None


CALENDAR: dict[str, Callable[..., Meaning | None]] = {"date": _date}
FIELDS = {name: tuple(f.name for f in fields(make)) for name, make in MEANINGS.items()}  # type: ignore[arg-type]
FIELDS["date"] = ("year", "month", "day")
