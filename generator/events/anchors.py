"""What articles say of each other's publication: an event that one dates bounds another that reports it undated.

An estimate never feeds on itself: what an article is dated by comes from articles that are dated without it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from generator.dates.resolve import publication_window
from generator.dates.when import after, intersection, to_edtf, to_words
from generator.events.settling import settle
from generator.model import (
    UNKNOWN_WHEN,
    Basis,
    Event,
    Mention,
    Modality,
    Precision,
    Publication,
    Rejection,
    When,
)

_FIRM = (Basis.STATED, Basis.HTML, Basis.HEADER, Basis.URL)
# A day read from a first line or an address may be wrong; what an editor or a page's metadata states is believed.
_DOUBTED = (Basis.HEADER, Basis.URL)


def all_believed(publications: Mapping[str, Publication]) -> bool:
    """Whether no publication is left for other articles to date or to refute."""
    return all(p.basis in _FIRM and p.basis not in _DOUBTED for p in publications.values())


def narrow_publications(publications: Mapping[str, Publication], events: Sequence[Event]) -> dict[str, Publication]:
    """The publications again, with what the events tell: impossible dates rejected, undated articles bounded.

    `events` were merged from mentions that were dated with `publications`.
    """
    checked = _reject_impossible(publications, events)
    narrowed = dict(checked)
    for article in sorted(checked):
        if checked[article].basis in (Basis.UNKNOWN, Basis.INFERRED):
            narrowed[article] = _inferred(article, checked[article], checked, events)
    return narrowed


def _reports(article: str, events: Sequence[Event]) -> list[tuple[Event, Mention]]:
    return [(e, m) for e in events for m in e.mentions if m.article == article and m.modality is Modality.HAPPENED]


def _reject_impossible(publications: Mapping[str, Publication], events: Sequence[Event]) -> dict[str, Publication]:
    """Reject a doubtful date if the article reports, as done, what firm sources or its own words place later."""
    checked = dict(publications)
    for event in events:
        for article in sorted({m.article for m in event.mentions}):
            publication = publications.get(article)
            if publication is None or publication.basis not in _DOUBTED:
                continue
            own = [m for m in event.mentions if m.article == article]
            told = next((m.hint for m in own if m.hint and m.hint.absolute and m.hint.when), None)
            known = told.when if told else _known_without(article, event, publications)
            if known and known.earliest and publication.when.latest and publication.when.latest < known.earliest:
                by = "its own words" if told else "others"
                checked[article] = _rejected(publication, own[0], by, known)
    return checked


def _rejected(publication: Publication, deed: Mention, by: str, known: When) -> Publication:
    reason = f"the article reports as done what {by} date to {to_words(known)}: “{_short(deed.clause)}”"
    value = to_edtf(publication.when) or to_words(publication.when)
    rejection = Rejection(value, publication.basis, reason)
    return Publication(
        UNKNOWN_WHEN, Basis.UNKNOWN, "what it was dated by cannot be right", (*publication.rejected, rejection)
    )


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


def _known_without(article: str, event: Event, publications: Mapping[str, Publication]) -> When | None:
    """When the event was by the word of other articles that are firmly dated; None where they give no time."""
    others = tuple(
        m
        for m in event.mentions
        if m.article != article
        and m.time
        and m.modality is Modality.HAPPENED
        and (m.time.absolute or publications[m.article].basis in _FIRM)
    )
    if not others:
        return None
    when, _ = settle(others, publications)
    return when if when.earliest else None


def _inferred(
    article: str, publication: Publication, publications: Mapping[str, Publication], events: Sequence[Event]
) -> Publication:
    """The publication of an undated article between what it reports as done and what its relative times allow."""
    floor: tuple[date, str] | None = None
    window: When | None = None
    because = ""
    for event, mention in _reports(article, events):
        if mention.own_time and mention.time and mention.time.absolute and mention.when.earliest:
            floor = _later(floor, mention.when.earliest, f"it reports what happened on {to_words(mention.when)}")
        known = _known_without(article, event, publications)
        if known is None:
            continue
        own = mention.time if mention.own_time else mention.hint
        allowed = publication_window(own.expression, known) if own and not own.absolute else None
        joined = intersection(window, allowed) if window and allowed else allowed
        if own and joined:
            window = joined
            because = f"it says “{own.expression.text}” of what others date to {to_words(known)}"
        if known.earliest and known.precision is Precision.DAY:
            floor = _later(floor, known.earliest, f"it reports what others date {to_words(known)}")
    return _between(publication, floor, window, because)


def _later(floor: tuple[date, str] | None, on: date, reason: str) -> tuple[date, str]:
    return (on, reason) if floor is None or on > floor[0] else floor


def _between(
    publication: Publication, floor: tuple[date, str] | None, window: When | None, because: str
) -> Publication:
    when = after(floor[0]) if floor else None
    if window:
        when = intersection(when, window) if when else window
    if when is None:
        return publication
    reasons = [floor[1]] if floor else []
    reasons += [because] if window else []
    return replace(publication, when=when, basis=Basis.INFERRED, reason="; ".join(reasons))
