"""One When from the times that the mentions of an event give: the reading that the weightiest sources agree on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.dates.when import before, contains, intersection, overlaps, to_words
from generator.events.bounds import bound_by_publication
from generator.events.independence import sources_of
from generator.model import UNKNOWN_WHEN, Basis, Mention, Modality, Precision, Publication, When

# How firmly an article's own date stands decides between sources that exclude each other; one that names its day in
# full needs no publication date.
_FIRMNESS = {
    Basis.STATED: 4.0, Basis.HTML: 3.5, Basis.HEADER: 3.0, Basis.URL: 2.0, Basis.INFERRED: 1.0, Basis.UNKNOWN: 0.5,
}  # fmt: skip
_ABSOLUTE = 4.0


@dataclass(frozen=True, slots=True)
class Reading:
    """A time that a source gives for an event, with its weight and its words; articles with one `source` are one."""

    mention: Mention
    when: When
    weight: float
    source: str


def settle(group: Sequence[Mention], publications: Mapping[str, Publication]) -> tuple[When, str]:
    """The When of an event and how it was worked out.

    Times that sources give outright come first: of those that exclude each other the heaviest set that can all hold
    wins, and narrows. Where none is given the earliest report bounds the event.
    """
    readings = readings_of(group, publications)
    if not readings:
        return _bounds(group, publications)
    agreed = agreeing(readings)
    when = agreed[0].when
    for reading in agreed[1:]:
        when = intersection(when, reading.when) or when
    bounded = _by_reports(when, group, publications)
    return bounded, _reason(agreed, readings, bounded)


def readings_of(group: Sequence[Mention], publications: Mapping[str, Publication]) -> list[Reading]:
    """The times that the mentions give, one for each article and time, finest and heaviest first."""
    readings: dict[tuple[str, When], Reading] = {}
    sources = sources_of(group)
    for mention in group:
        if mention.time is None or mention.when.precision is Precision.UNKNOWN:
            continue
        basis = publications[mention.article].basis if mention.article in publications else Basis.UNKNOWN
        weight = _ABSOLUTE if mention.time.absolute else _FIRMNESS[basis]
        weight += 0.2 if mention.own_time else 0.0
        reading = Reading(mention, mention.when, weight, sources[mention.article])
        known = readings.get((mention.article, mention.when))
        if known is None or known.weight < weight:
            readings[mention.article, mention.when] = reading
    return sorted(readings.values(), key=lambda r: (-r.weight, _span(r.when), r.mention.article, r.mention.start))


def agreeing(readings: Sequence[Reading]) -> list[Reading]:
    """The heaviest set of readings that can all hold, narrowest first; on a tie that of the earlier days."""
    best: tuple[float, list[Reading]] = (0.0, [])
    for centre in readings:
        chosen: list[Reading] = [centre]
        when = centre.when
        for other in readings:
            narrower = intersection(when, other.when) if other is not centre else None
            if narrower:
                when = narrower
                chosen.append(other)
        heaviest: dict[str, float] = {}
        for reading in chosen:
            heaviest[reading.source] = max(reading.weight, heaviest.get(reading.source, 0.0))
        weight = sum(heaviest.values())
        if weight > best[0] + 1e-9:
            best = (weight, chosen)
    return sorted(best[1], key=lambda r: (_span(r.when), -r.weight, r.mention.article, r.mention.start))


def _span(when: When) -> int:
    return (when.latest - when.earliest).days if when.latest and when.earliest else 10**6


def _by_reports(when: When, group: Sequence[Mention], publications: Mapping[str, Publication]) -> When:
    """Close an open end by the first report; whole units keep their name."""
    if when.latest is not None or group[0].modality in (Modality.PLANNED, Modality.PREDICTED):
        return when
    latest = [p.when.latest for m in group if (p := publications.get(m.article)) and p.when.latest]
    return (intersection(when, before(min(latest))) or when) if latest else when


def _bounds(group: Sequence[Mention], publications: Mapping[str, Publication]) -> tuple[When, str]:
    """What the publications alone say: by the first report of a deed, after the last report of a plan."""
    found = [bound_by_publication(m.modality, publications[m.article]) for m in group if m.article in publications]
    known = [(when, reason) for when, reason in found if when.precision is not Precision.UNKNOWN]
    if not known:
        return found[0] if found else (UNKNOWN_WHEN, "no source gives a date")
    when, reason = known[0]
    for other, why in known[1:]:
        if contains(when, other) and not contains(other, when):
            when, reason = other, why
    return when, reason


def _reason(agreed: Sequence[Reading], readings: Sequence[Reading], when: When) -> str:
    first = agreed[0].mention.reason
    also = [r for r in agreed[1:] if r.mention.article != agreed[0].mention.article]
    against = [r for r in readings if not overlaps(r.when, when)]
    parts = [first]
    if also:
        parts.append("it fits " + " and ".join(r.mention.reason for r in also[:2]))
    if against:
        parts.append(f"against {against[0].mention.reason}, which gives {to_words(against[0].when)}")
    return "; ".join(parts)
