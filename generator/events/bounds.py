"""What bounds the time of a happening that no time of its own dates, and the open ends of one that has one."""

from generator.dates.when import after, before, intersection, to_words
from generator.model import UNKNOWN_WHEN, Modality, Precision, Publication, ResolvedTime, When


def bound_by_publication(modality: Modality, publication: Publication) -> tuple[When, str]:
    """What the publication alone says of an event's time, and why."""
    when = publication.when
    if modality in (Modality.HAPPENED, Modality.CLAIMED) and when.latest:
        return before(
            when.latest
        ), f"no source gives a date; it was reported in the past tense in an article published {_said(when)}"
    if modality in (Modality.PLANNED, Modality.PREDICTED) and when.earliest:
        return after(
            when.earliest
        ), f"no source gives a date; it was still to come in an article published {_said(when)}"
    return UNKNOWN_WHEN, "no source gives a date, and it is not known when the article was published"


def bound_by_time(later: ResolvedTime) -> tuple[When, str]:
    """What a later deed says of the time of one that came before it, and why."""
    assert later.when is not None  # as `overtaken_by` has it
    assert later.when.latest is not None
    return before(later.when.latest), f"{later.reason}, by when it had happened"


def _said(when: When) -> str:
    words = to_words(when)
    return f"on {words}" if when.precision is Precision.DAY else words


def bounded(when: When, modality: Modality, publication: When) -> When:
    """A time no wider than the publication allows: "this year" in a report of what happened ended with the report.

    Whole units keep their name (R1 came out in January 2025, not by 28 January); only open ends are closed.
    """
    if modality in (Modality.HAPPENED, Modality.CLAIMED) and when.latest is None and publication.latest:
        return intersection(when, before(publication.latest)) or when
    return when
