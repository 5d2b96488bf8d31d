"""What changed: every event that this site added, corrected or withdrew, newest first, by day, from the history."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from generator.dates.locales import wording_of
from generator.dates.when import BRITISH, Wording, day, parse_edtf, to_words
from generator.history import Change, ChangeKind, Record, Status
from generator.model import Page, Timeline
from generator.pages.catalogue import Catalogue, make_catalogue
from generator.pages.markdown import Html, block, element, escape, heading, join, link, make_page
from generator.pages.moments import kind_style, show_time
from generator.pages.places import CHANGES, DATA, changes_page, event_page, href
from generator.pages.words import as_sentence, count_words
from generator.settings import Settings

TITLE: Final = "What changed"
RECENT: Final = 200
"""So many pieces of news stand on the first page; older ones stand by year."""
A_DAY: Final = 50
"""So many pieces of news of one day are told one by one: a first run adds everything on one day."""

_LABELS: Final[Mapping[ChangeKind, str]] = {
    ChangeKind.WITHDRAWN: "Withdrawn",
    ChangeKind.MERGED: "Merged",
    ChangeKind.DECIDED: "Corrected by an editor",
    ChangeKind.DATED: "Re-dated",
    ChangeKind.REWORDED: "Reworded",
    ChangeKind.RESTORED: "Restored",
    ChangeKind.ADDED: "Added",
    ChangeKind.SORTED: "Other kind",
    ChangeKind.SOURCED: "Other sources",
}
"""What each change is called, the gravest first."""
_GRAVEST: Final = tuple(_LABELS)


@dataclass(frozen=True, slots=True)
class News:
    """What became of one event on one day: its record as it stands now, and that day's changes, the gravest first."""

    on: date
    record: Record
    changes: tuple[Change, ...]
    weight: float


def change_pages(timeline: Timeline, settings: Settings) -> Iterable[Page]:
    """The newest changes at `changes/`; where they are many, also one page a year at `changes/<year>/`."""
    catalogue = make_catalogue(timeline, settings)
    news = find_news(timeline)
    lede = (
        "What this site added, corrected and withdrew, and why. Every event keeps its address whatever happens to it."
    )
    blocks = [heading(1, escape(TITLE)), element("p", escape(lede), css="dl-lede")]
    blocks += list(_days(news[:RECENT], CHANGES, catalogue)) or [escape("Nothing has been published yet.")]
    if len(news) > RECENT:
        years = [year for year, _ in groupby(news, key=lambda one: one.on.year)]
        links = [link(str(year), href(CHANGES, changes_page(year))) for year in years]
        blocks.append(element("p", Html("All changes of "), join(links, ", "), css="dl-more"))
        for year, of_year in groupby(news, key=lambda one: one.on.year):
            here = changes_page(year)
            title = f"{TITLE} in {year}"
            yield make_page(
                here, title, [heading(1, escape(title)), *_days(tuple(of_year), here, catalogue)], searchable=False
            )
    yield make_page(CHANGES, TITLE, blocks, description=lede, searchable=False)


def find_news(timeline: Timeline) -> tuple[News, ...]:
    """All that a reader was ever told, newest day first; within a day the gravest first, then the heaviest event.

    An event that went on the very day on which it came was never seen, so it is no news.
    """
    weights = {event.id: event.weight for event in timeline.events}
    found = []
    for record in timeline.history.records:
        if record.status is not Status.LIVE and record.added == record.changed:
            continue
        for on, changes in groupby(record.log, key=lambda change: change.on):
            ordered = tuple(sorted(_told(changes), key=lambda change: _GRAVEST.index(change.what)))
            found.append(News(on, record, ordered, weights.get(record.id, 0.0)))
    return tuple(sorted(found, key=_order))


def _told(changes: Iterable[Change]) -> Sequence[Change]:
    """Of an event that is new, only that, and what an editor decided: it had no other date or headline before."""
    given = list(changes)
    if all(change.what is not ChangeKind.ADDED for change in given):
        return given
    return [change for change in given if change.what in {ChangeKind.ADDED, ChangeKind.DECIDED}]


def _order(news: News) -> tuple[int, int, float, str]:
    return -news.on.toordinal(), _GRAVEST.index(news.changes[0].what), -news.weight, news.record.id


def _days(news: Sequence[News], here: str, catalogue: Catalogue) -> Iterable[Html]:
    """Each day: first what changed, one by one, then what was added, which may be a whole timeline, in short."""
    for on, of_day in groupby(news, key=lambda one: one.on):
        told = tuple(of_day)
        changed = [one for one in told if not _is_new(one)]
        added = [one for one in told if _is_new(one)]
        yield heading(2, show_time(day(on), catalogue))
        if changed:
            yield list_news(changed[:A_DAY], here, catalogue)
        if added:
            yield element("p", escape(f"{count_words(len(added), 'event')} added"), css="dl-added")
            yield _additions(added[: max(0, A_DAY - len(changed))], here, catalogue)
        if len(told) > A_DAY:
            words = f"and {count_words(len(told) - A_DAY, 'event')} more, all in the history:"
            yield element("p", escape(words), Html(" "), link("Data and feeds", href(here, DATA)), css="dl-more")


def _is_new(news: News) -> bool:
    return all(change.what is ChangeKind.ADDED for change in news.changes)


def _additions(news: Iterable[News], here: str, catalogue: Catalogue) -> Html:
    """Events that were added, a line each, by their headlines and dates as they are now."""
    items = []
    for one in news:
        headline = element("span", link(one.record.headline, href(here, event_page(one.record.id))), css="dl-headline")
        style = kind_style(catalogue.kind(one.record.kind).colour)
        parts = [headline, Html(" "), element("span", _time(one.record, catalogue), css="dl-then")]
        items.append(element("li", *parts, attributes={"style": style}))
    return block("ul", *items, css="dl-additions") if items else Html("")


def _time(record: Record, catalogue: Catalogue) -> Html:
    return show_time(parse_edtf(record.when), catalogue) if record.when else escape("date unknown")


def list_news(news: Iterable[News], here: str, catalogue: Catalogue) -> Html:
    """News as a list: what happened to the event, its headline and date as they are now, and each change in words."""
    items = [_item(one, here, catalogue) for one in news]
    return block("ul", *items, css="dl-news", attributes={"data-search-exclude": "true"})


def _item(news: News, here: str, catalogue: Catalogue) -> Html:
    record, gravest = news.record, news.changes[0].what
    labels = join([element("span", escape(_LABELS[change.what])) for change in _apart(news.changes)], " ")
    parts = [
        element("p", labels, css="dl-change"),
        element("p", link(record.headline, href(here, event_page(record.id))), css="dl-headline"),
        element("p", _time(record, catalogue), css="dl-then"),
    ]
    said = [_words(change, record, here, catalogue) for change in news.changes]
    parts += [element("p", words, css="dl-changed") for words in said if words]
    style = kind_style(catalogue.kind(record.kind).colour)
    return block("li", *parts, css=f"dl-entry dl-is-{gravest}", attributes={"style": style})


def _apart(changes: Sequence[Change]) -> Iterable[Change]:
    """One change of each kind."""
    return {change.what: change for change in reversed(changes)}.values()


def _words(change: Change, record: Record, here: str, catalogue: Catalogue) -> Html:
    """What a change was, as a sentence; nothing of one that its label tells whole."""
    if change.what in {ChangeKind.ADDED, ChangeKind.RESTORED}:
        return Html("")
    if change.what is ChangeKind.MERGED and record.into is not None:
        told = link(catalogue.headline(record.into), href(here, event_page(record.into)))
        return join((escape("Now part of:"), told, escape(f"({change.why})" if change.why else "")), " ")
    return escape(as_sentence(change_words(change, wording_of(catalogue.settings.site.locale))))


def change_words(change: Change, wording: Wording = BRITISH) -> str:
    """What a change was, as a clause: "date was 27 January 2025, because: ..."; data files say it in British dates."""
    why = f", because: {change.why}" if change.why else ""
    match change.what:
        case ChangeKind.DATED:
            return f"date was {date_words(change.old, wording)}{why}"
        case ChangeKind.REWORDED:
            return f"headline was “{change.old}”{why}"
        case ChangeKind.SORTED:
            return f"kind was {change.old}{why}"
        case ChangeKind.SOURCED:
            return f"articles that report it: {change.new}, which were {change.old}"
        case ChangeKind.MERGED:
            return f"now part of {change.new}: {change.why}"
        case ChangeKind.WITHDRAWN:
            return change.why or "withdrawn"
        case ChangeKind.DECIDED:
            return f"{change.new}{why}"
    return "back again" if change.what is ChangeKind.RESTORED else "new"


def date_words(edtf: str | None, wording: Wording = BRITISH) -> str:
    """A time of the history in words."""
    return to_words(parse_edtf(edtf), wording) if edtf else "date unknown"
