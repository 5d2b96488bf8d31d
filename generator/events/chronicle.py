"""The history brought up to date after a run: what was added, re-dated, reworded, merged or withdrawn, and when."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.dates.when import to_edtf
from generator.events.identity import Texts, fingerprints
from generator.history import Change, ChangeKind, Fingerprint, History, Record, Status
from generator.model import Event, Ruling

FIELDS = {ChangeKind.DATED: "when", ChangeKind.REWORDED: "headline", ChangeKind.SORTED: "kind"}
"""Which field of an event a change of the log tells of."""
PUBLISHED = "publication"
"""What a ruling is about that says when an article was published, from which the event's date counts."""


@dataclass(frozen=True, slots=True)
class Gone:
    """What a decision did with an event that is not shown: made it part of another (`into`) or hid it."""

    into: str | None
    why: str


def record_events(
    history: History,
    found: Sequence[Event],
    shown: Sequence[Event],
    gone: Mapping[str, Gone],
    texts: Texts,
    stamp: date,
) -> History:
    """The history after a run in which the machine found `found` and, after all decisions, `shown` was published.

    All events have ids. A record keeps the sources that the machine found, so that decisions match again next time;
    an unchanged event keeps its stamps. No id is ever dropped.
    """
    prints = {event.id: fingerprints(event, texts) for event in (*shown, *found)}
    machine_made = {event.id for event in found}
    old = {record.id: record for record in history.records}
    live = {
        event.id: _live(old.get(event.id), event, prints[event.id], event.id not in machine_made, stamp)
        for event in shown
    }
    hidden = [_first(event, prints[event.id], stamp) for event in found if event.id not in live and event.id not in old]
    absent = [
        replace(record, sources=prints.get(record.id, record.sources))
        for record in (*old.values(), *hidden)
        if record.id not in live
    ]
    holders = _holders(shown, texts)
    fates = {record.id: _fate(record, gone, holders, machine_made, texts) for record in absent}
    records = (*live.values(), *(_absent(record, _end(record.id, fates), stamp) for record in absent))
    return replace(history, records=tuple(sorted(records, key=lambda record: record.id)))


def _first(event: Event, prints: tuple[Fingerprint, ...], stamp: date) -> Record:
    """The record of an event that has none yet."""
    log = (Change(stamp, ChangeKind.ADDED),)
    return Record(event.id, prints, event.kind, event.headline, to_edtf(event.when), stamp, stamp, log=log)


def _live(old: Record | None, event: Event, prints: tuple[Fingerprint, ...], by_decision: bool, stamp: date) -> Record:
    """The record of an event that is shown."""
    if old is None:
        first = _first(event, prints, stamp)
        return replace(first, by_decision=by_decision, log=(*first.log, *_decided(first.log, event.rulings, stamp)))
    new = replace(
        old,
        sources=prints,
        kind=event.kind,
        headline=event.headline,
        when=to_edtf(event.when),
        status=Status.LIVE,
        into=None,
        why=None,
    )
    reasons = {ruling.about: ruling.reason for ruling in event.rulings}
    changed = tuple(_changes(old, new, {"when": reasons.get(PUBLISHED), **reasons}, stamp))
    changes = (*changed, *_decided((*old.log, *changed), event.rulings, stamp))
    return replace(new, changed=stamp, log=old.log + changes) if changes else new


def _decided(log: Sequence[Change], rulings: Iterable[Ruling], stamp: date) -> Iterable[Change]:
    """What editors decided on an event and the log does not tell yet, each once for its field and reason."""
    told = {(FIELDS.get(change.what, change.old), change.why) for change in log}
    for ruling in rulings:
        field = "when" if ruling.about == PUBLISHED else ruling.about
        if (field, ruling.reason) not in told:
            told.add((field, ruling.reason))
            yield Change(stamp, ChangeKind.DECIDED, field, ruling.what, ruling.reason)


def _changes(old: Record, new: Record, reasons: Mapping[str, str | None], stamp: date) -> Iterable[Change]:
    """What differs between two records of a shown event, with the editor's reason where a decision gave the value."""
    if old.status is not Status.LIVE:
        yield Change(stamp, ChangeKind.RESTORED, old.status)
    if old.when != new.when:
        yield Change(stamp, ChangeKind.DATED, old.when, new.when, reasons.get("when"))
    if old.headline != new.headline:
        yield Change(stamp, ChangeKind.REWORDED, old.headline, new.headline, reasons.get("headline"))
    if old.kind != new.kind:
        yield Change(stamp, ChangeKind.SORTED, old.kind, new.kind, reasons.get("kind"))
    before, after = ({print_.article for print_ in record.sources} for record in (old, new))
    if before != after:
        yield Change(stamp, ChangeKind.SOURCED, str(len(before)), str(len(after)))


def _holders(shown: Sequence[Event], texts: Texts) -> dict[Fingerprint, list[str]]:
    """Which shown events hold each fingerprint."""
    holders: dict[Fingerprint, list[str]] = {}
    for event in shown:
        for print_ in fingerprints(event, texts):
            holders.setdefault(print_, []).append(event.id)
    return holders


def _fate(
    record: Record,
    gone: Mapping[str, Gone],
    holders: Mapping[Fingerprint, Sequence[str]],
    machine_made: set[str],
    texts: Texts,
) -> Gone:
    """What has become of a record's event that is not shown."""
    if record.id in gone:
        return gone[record.id]
    shared = Counter(name for print_ in record.sources for name in holders.get(print_, ()))
    if shared:
        into = min(shared, key=lambda name: (-shared[name], name))
        return Gone(into, "its reports are now part of that event")
    if record.into:
        return Gone(record.into, record.why or "its reports are now part of that event")
    if record.by_decision:
        return Gone(None, "the decision that made it is no longer there, or no longer matches")
    if record.id in machine_made or any(print_.article in texts for print_ in record.sources):
        return Gone(None, "its sentences are no longer read as an event of its own")
    return Gone(None, "the articles that reported it are no longer in the corpus")


def _end(name: str, fates: Mapping[str, Gone]) -> Gone:
    """Where the chain of fates from an id ends: in a shown event, or in the reason of a withdrawal."""
    fate, seen = fates[name], set[str]()
    while fate.into and fate.into in fates:
        if fate.into in seen:
            return Gone(None, fate.why)
        seen.add(fate.into)
        fate = fates[fate.into]
    return fate


def _absent(record: Record, fate: Gone, stamp: date) -> Record:
    """The record of an event that is not shown."""
    status = Status.MERGED if fate.into else Status.WITHDRAWN
    new = replace(record, status=status, into=fate.into, why=fate.why)
    if (status, fate.into) == (record.status, record.into):
        return new
    what = ChangeKind.MERGED if fate.into else ChangeKind.WITHDRAWN
    change = Change(stamp, what, new=fate.into, why=fate.why)
    return replace(new, changed=stamp, log=(*record.log, change))
