"""How an event or an article came out as it did, in plain words: the text of `dateline explain`."""

import difflib
from collections.abc import Iterable, Sequence

from generator.dates.when import to_edtf, to_words
from generator.history import History, Record
from generator.model import Article, Disagreement, Event, Mention, Omission, Timeline, When
from generator.outputs.run_report import counted
from generator.pages.markdown import visible
from generator.text import one_line

LONGEST_QUOTE = 240


def explain(timeline: Timeline, history: History, name: str) -> str | None:
    """The reasoning behind the event or article of that id (an article's path will do), or None if there is none.

    Of an event that is no longer shown it tells what became of it and when.
    """
    for event in timeline.events:
        if event.id == name:
            return _plain(_event_lines(timeline, event))
    for article in timeline.articles:
        if name in (article.id, article.path):
            return _plain(_article_lines(timeline, article))
    for record in history.records:
        if record.id == name:
            return _plain(_former_lines(record))
    return None


def _plain(lines: Iterable[str]) -> str:
    """The lines with their indentation, and in them nothing that plays tricks on a terminal."""
    return "\n".join(line[: len(line) - len(line.lstrip(" "))] + visible(line) for line in lines)


def nearest_names(timeline: Timeline, name: str) -> Sequence[str]:
    """Up to three ids of events and articles that look like the one asked for, or that hold it."""
    ids = [*(event.id for event in timeline.events), *(article.id for article in timeline.articles)]
    holding = [found for found in ids if name.lower() in found][:3]
    return holding or difflib.get_close_matches(name, ids, n=3, cutoff=0.4)


def _event_lines(timeline: Timeline, event: Event) -> Iterable[str]:
    texts = {article.id: article.text for article in timeline.articles}
    yield from (event.headline, f"  event {event.id}", f"  kind {event.kind}, {event.modality}")
    yield ""
    yield f"When: {_dated(event.when)}"
    yield f"  {event.reason}"
    yield ""
    yield f"Reported by {counted(len(event.mentions), 'sentence')}:"
    for mention in event.mentions:
        yield from _mention_lines(mention, texts.get(mention.article, ""))
    yield from _disagreement_lines(event.disagreements)
    if event.review:
        yield from ("", "A human should look, because:", *(f"  - {doubt}" for doubt in event.review))
    if event.rulings:
        yield from ("", "Decisions:", *(f"  - {ruling.what}: {ruling.reason}" for ruling in event.rulings))
    places = [(mention.article, mention.start, mention.end) for mention in event.mentions]
    near = [found for found in timeline.omissions if any(_touches(found, place) for place in places)]
    yield from _omission_lines(near, texts)


def _mention_lines(mention: Mention, text: str) -> Iterable[str]:
    yield f"  - {mention.article}, characters {mention.start} to {mention.end}:"
    yield f"      “{_shown(text[mention.start : mention.end])}”"
    trigger = f"“{mention.trigger}” reports a happening of the kind {mention.kind}" if mention.trigger else mention.kind
    yield f"      {trigger}; {mention.modality}"
    yield f"      {_dated(mention.when)}: {mention.reason}"
    if mention.time is not None:
        found = mention.time.expression
        yield f"      “{one_line(found.text)}” by the rule “{found.rule}”, TIMEX3 {mention.time.timex3}"


def _disagreement_lines(disagreements: Sequence[Disagreement]) -> Iterable[str]:
    for disagreement in disagreements:
        yield from ("", f"The sources disagree about {disagreement.about}:")
        for claim in disagreement.claims:
            yield f"  - {claim.value} (“{_shown(claim.words)}”): {', '.join(claim.articles)}"
        if disagreement.settled:
            yield f"  settled: {disagreement.settled}"


def _article_lines(timeline: Timeline, article: Article) -> Iterable[str]:
    yield from (article.title, f"  article {article.id}, {article.path}", "")
    publication = timeline.publications.get(article.id)
    if publication is None:
        yield "Published: date unknown"
    else:
        yield f"Published: {_dated(publication.when)}, basis {publication.basis}"
        yield f"  {publication.reason}"
        for rejected in publication.rejected:
            yield f"  not {rejected.value} ({rejected.basis}): {rejected.reason}"
    for copy in article.copies:
        yield f"Copy: {copy.path}"
    yield from (f"Note: {note}" for note in article.notes)
    yield ""
    reported = [event for event in timeline.events if any(mention.article == article.id for mention in event.mentions)]
    yield f"Reports {counted(len(reported), 'event')}{':' if reported else ''}"
    yield from (f"  - {to_words(event.when)}: {event.headline} [{event.id}]" for event in reported)
    facts = [found for found in timeline.disagreements if any(article.id in claim.articles for claim in found.claims)]
    yield from _disagreement_lines(facts)
    texts = {article.id: article.text}
    yield from _omission_lines([found for found in timeline.omissions if found.article == article.id], texts)


def _former_lines(record: Record) -> Iterable[str]:
    yield from (record.headline, f"  event {record.id}, no longer shown: {record.status}", "")
    for change in record.log:
        what = " ".join(part for part in (change.what, change.old and f"from {change.old}", change.new) if part)
        yield f"  - {change.on}: {what}{f': {change.why}' if change.why else ''}"


def _omission_lines(omissions: Sequence[Omission], texts: dict[str, str]) -> Iterable[str]:
    if omissions:
        yield from ("", "Left out:")
    for omission in omissions:
        words = _shown(texts.get(omission.article, "")[omission.start : omission.end])
        yield f"  - {omission.stage}: {omission.reason}: “{words}”"


def _touches(omission: Omission, place: tuple[str, int, int]) -> bool:
    article, start, end = place
    return omission.article == article and omission.start < end and start < omission.end


def _dated(when: When) -> str:
    edtf = to_edtf(when)
    return f"{to_words(when)} ({edtf})" if edtf else to_words(when)


def _shown(text: str) -> str:
    words = one_line(text)
    return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rpartition(" ")[0] + " …"
