"""How prominent an event is, and why a human should look at it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import log2

from generator.dates.when import overlaps
from generator.events.happenings import STATEMENT
from generator.events.independence import sources_of
from generator.events.near_duplicates import near_duplicates
from generator.events.soundness import names_nobody
from generator.model import Article, Basis, Event, Modality, Precision, Publication, When

NO_ADDRESS = "no address is known of"
NO_DATE = "no date and no bound is known"
ONLY_BOUNDS = "no source dates it; only bounds are known"
CARRIED = "its date is taken from another sentence"
INFERRED = "a source's own publication date is inferred"
HEARSAY = "a single source tells it, and only as somebody's claim"
NAMELESS = "its headline names nobody, and may not be clear without the article"
NEAR = "it may be one with"
MISFIT = "a source gives a time that does not fit the others"
# After so many days an event is no news any more, and after so many more it is background of other stories.
_NEWS = 3
_HISTORY = 400
_UNDATED = (Precision.UNKNOWN, Precision.BEFORE, Precision.AFTER)


def rank_events(
    events: Sequence[Event], articles: Mapping[str, Article], publications: Mapping[str, Publication]
) -> tuple[Event, ...]:
    """The events in order of time, with their weights and what needs review: nothing once an editor has looked."""
    weighed = [replace(event, weight=weight_of(event, publications)) for event in events]
    near = near_duplicates([event for event in weighed if not _ruled(event, "review")])
    headlines = {event.id: event.headline for event in weighed}
    ranked = []
    for event in weighed:
        doubts = () if _ruled(event, "review") else doubts_of(event, articles, publications)
        others = near.get(event.id, ())
        alike = (f"{NEAR} “{headlines[other]}”" for other in others)
        ranked.append(replace(event, near=others, review=(*doubts, *alike)))
    return tuple(sorted(ranked, key=in_order))


def rank_withheld(events: Sequence[Event], publications: Mapping[str, Publication]) -> tuple[Event, ...]:
    """The events that are not published, heaviest first."""
    weighed = (replace(event, weight=weight_of(event, publications)) for event in events)
    return tuple(sorted(weighed, key=lambda event: (-event.weight, event.mentions[0].article, event.mentions[0].start)))


def is_doubtful(event: Event) -> bool:
    """Whether the event itself is in doubt, and not only an article's address unknown."""
    return any(not note.startswith(NO_ADDRESS) for note in event.review)


def in_order(event: Event) -> tuple[bool, str, str, float, str]:
    """Sorts events by time, undated ones last, heavier ones first within a day."""
    first = event.when.earliest or event.when.latest
    last = event.when.latest or event.when.earliest
    return first is None, str(first), str(last), -event.weight, event.id


def weight_of(event: Event, publications: Mapping[str, Publication]) -> float:
    """How prominent an event is: what each source gives it, and up to 1 for its details.

    A source gives 1, up to 1 more for an early place, 1 if it dates the event itself, and up to 2 if it does so when
    the day is no news any more: what later reports refer back to is what mattered, the more the later (Kessler et al.
    2012; Tran et al. 2015). So the weight grows with the reports, whether or not they could be joined into one event.
    A source counts once however often it mentions the event and however many articles copy it. Remarks, plans and what
    is undated count for less.
    """
    sources = sources_of(event.mentions)
    first: dict[str, int] = {}
    dated: dict[str, float] = {}
    for mention in event.mentions:
        source = sources[mention.article]
        first[source] = min(mention.position, first.get(source, mention.position))
        if mention.own_time:
            back = _looks_back(event.when, publications[mention.article].when)
            dated[source] = max(1.0 + back, dated.get(source, 0.0))
    place = sum(1 / (1 + 0.25 * position) for position in first.values())
    detail = min(1.0, 0.4 * len({(f.kind, f.text) for m in event.mentions for f in m.figures}))
    weight = len(first) + place + sum(dated.values()) + detail
    if event.kind == STATEMENT:
        weight *= 0.6
    if event.when.precision in _UNDATED:
        weight *= 0.7
    if event.modality is not Modality.HAPPENED:
        weight *= 0.9
    return round(weight, 2)


def _looks_back(when: When, publication: When) -> float:
    """How far an article that names a day looks back on it, from 0 for news to 2; nothing for what is history."""
    if when.precision is not Precision.DAY or when.latest is None or publication.earliest is None:
        return 0.0
    days = (publication.earliest - when.latest).days
    return min(2.0, log2(days / _NEWS)) if _NEWS < days <= _HISTORY else 0.0


def doubts_of(event: Event, articles: Mapping[str, Article], publications: Mapping[str, Publication]) -> Iterator[str]:
    """Why a human should look at an event, whoever has looked; nothing about its date once an editor has given it."""
    if not _ruled(event, "when"):
        yield from _doubts_of_date(event, publications)
    if event.modality is Modality.CLAIMED and len(set(sources_of(event.mentions).values())) == 1:
        yield HEARSAY
    if not _ruled(event, "headline") and names_nobody(event.headline, event.entities):
        yield NAMELESS
    for article in sorted({m.article for m in event.mentions}):
        if not articles[article].url:
            yield f"{NO_ADDRESS} “{articles[article].title}”"
    for disagreement in event.disagreements:
        if disagreement.settled is None and not (disagreement.about == "date" and _ruled(event, "when")):
            about = disagreement.about
            yield f"sources disagree about {about if about.startswith('whether') else f'the {about}'}"


def _doubts_of_date(event: Event, publications: Mapping[str, Publication]) -> Iterator[str]:
    if event.when.precision is Precision.UNKNOWN:
        yield NO_DATE
    elif event.when.precision in _UNDATED and not any(m.time for m in event.mentions):
        yield ONLY_BOUNDS
    elif not any(m.own_time for m in event.mentions):
        yield CARRIED
    if any(m.time and not m.time.absolute and publications[m.article].basis is Basis.INFERRED for m in event.mentions):
        yield INFERRED
    told = any(disagreement.about == "date" for disagreement in event.disagreements)
    if not told and any(m.time and not overlaps(m.when, event.when) for m in event.mentions):
        yield MISFIT


def _ruled(event: Event, about: str) -> bool:
    return any(ruling.about == about for ruling in event.rulings)
