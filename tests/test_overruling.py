"""Each form of decision, all the way: it wins, survives a second run and a grown corpus, and shows its reason."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from generator.articles.corpus import read_articles
from generator.dates.rules import default_rules
from generator.dates.when import to_edtf
from generator.decision_forms import read_decisions
from generator.errors import Problem
from generator.history import History, Record
from generator.model import Event, Timeline
from generator.outputs.former_addresses import former_pages
from generator.pages.places import event_page
from generator.pipeline import make_pages, make_timeline
from generator.settings import Settings
from generator.settings_files import general_kinds

KINDS = general_kinds()
FIRST, LATER, LAST = date(2025, 3, 1), date(2025, 4, 1), date(2025, 5, 1)
PAPER = """---
title: A paper
url: https://a.example/paper
published: 2025-01-28
---
Oracle bought Acme for $3 billion on 24 January 2025.

Intel closed its plant in Oslo on 20 January 2025.

The strike in Bergen, it said, had not helped; Volvo sacked 500 workers last week.
"""
REVIEW = """---
title: A review
url: https://b.example/review
---
Oracle bought Acme for $5 billion on 24 January 2025.

Nokia shares fell 12% on Tuesday.
"""
GROWTH = """---
title: A later paper
url: https://c.example/later
published: 2025-02-03
---
Oracle bought Acme for $3 billion on 24 January 2025.

Ericsson opened a plant in Lund on 1 February 2025.
"""
WHY = "we rang & asked"


@dataclass(frozen=True, slots=True)
class Case:
    """A decision with the ids of events in braces, the event that shows it, and what must then hold of that."""

    name: str
    rules: str
    shown_by: str | None
    field: str
    value: object


CASES = [
    Case("hide", "{{event: {intel}, hide: true, reason: {why}}}", None, "intel", None),
    Case(
        "headline",
        "{{event: {intel}, headline: A plant is shut, reason: {why}}}",
        "intel",
        "headline",
        "A plant is shut",
    ),
    Case("kind", "{{event: {intel}, kind: market, reason: {why}}}", "intel", "kind", "market"),
    Case("modality", "{{event: {intel}, modality: claimed, reason: {why}}}", "intel", "modality", "claimed"),
    Case("when", '{{event: {intel}, when: "2025-01-21", reason: {why}}}', "intel", "edtf", "2025-01-21"),
    Case(
        "quote",
        "{{event: {intel}, quote: {{article: paper, text: Intel closed its plant}}, reason: {why}}}",
        "intel",
        "quotes",
        ["Intel closed its plant"],
    ),
    Case("merge", "{{merge: [{intel}, {nokia}], reason: {why}}}", "intel", "articles", ["paper", "review"]),
    Case("split", "{{split: {oracle}, apart: [review], reason: {why}}}", "oracle", "without", "review"),
    Case(
        "article",
        '{{article: review, published: "2025-01-29", reason: {why}}}',
        "nokia",
        "edtf",
        "2025-01-28",
    ),
    Case(
        "settle",
        "{{disagreement: {{event: {oracle}, about: amount}}, settled: $3 billion, reason: {why}}}",
        "oracle",
        "settled",
        ["$3 billion"],
    ),
    Case("reviewed", "{{event: {oracle}, reviewed: true, reason: {why}}}", "oracle", "review", ()),
]
ADDED = (
    "{{add: {{headline: A strike hits Bergen, when: 2025-01, kind: other, "
    "sources: [{{article: paper, quote: The strike in Bergen}}]}}, reason: {why}}}"
)


def run(texts: Mapping[str, str], rules: str, history: History, stamp: date, folder: Path) -> Timeline:
    (folder / "corpus").mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"corpus/{name}.md").write_text(text, "utf-8")
    problems: list[Problem] = []
    decisions = read_decisions(f"- {rules}" if rules else "", "decisions.yml", [kind.name for kind in KINDS], problems)
    assert not problems
    settings = Settings(kinds=KINDS, decisions=decisions)
    return make_timeline(read_articles(folder, settings), default_rules(), settings, history, stamp)


def ids(timeline: Timeline) -> dict[str, str]:
    """The id of each event by its first word, and the reason as YAML."""
    return {event.headline.split()[0].lower(): event.id for event in timeline.events}


def held(event: Event, field: str) -> object:
    match field:
        case "edtf":
            return to_edtf(event.when)
        case "quotes":
            return [source.quote for source in event.sources]
        case "articles":
            return sorted({source.article for source in event.sources})
        case "settled":
            return [found.settled for found in event.disagreements]
    return getattr(event, field)


def page_of(name: str, timeline: Timeline) -> str:
    pages = (*make_pages(timeline, Settings(kinds=KINDS)), *former_pages(timeline.history))
    return next(page.text for page in pages if page.path == event_page(name))


def record(name: str, timeline: Timeline) -> Record:
    return next(found for found in timeline.history.records if found.id == name)


def runs(rules: str, folder: Path) -> tuple[dict[str, str], list[Timeline]]:
    """A run without the decision, one with it, a second one, and one of a grown corpus; and the ids of the first."""
    texts = {"paper": PAPER, "review": REVIEW}
    plain = run(texts, "", History(), FIRST, folder)
    names = ids(plain)
    rules = rules.format(**names, why=WHY)
    first = run(texts, rules, plain.history, LATER, folder)
    second = run(texts, rules, first.history, LAST, folder)
    grown = run({**texts, "later": GROWTH}, rules, second.history, LAST, folder)
    assert second == first
    assert "ericsson" in ids(grown)
    return names, [first, second, grown]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_decision_wins_stays_and_is_shown_with_its_reason(case: Case, tmp_path: Path) -> None:
    names, after = runs(case.rules, tmp_path)
    for timeline in after:
        assert timeline.notices == ()
        events = {event.id: event for event in timeline.events}
        name = names[case.shown_by or case.field]
        if case.shown_by is None:
            assert name not in events
        elif case.field == "without":
            assert case.value not in {source.article for source in events[name].sources}
        else:
            assert held(events[name], case.field) == case.value
            assert events[name].decided
        assert "we rang &#38; asked" in page_of(name, timeline)
        assert [change.on for change in record(name, timeline).log if change.why and WHY in change.why] == [LATER]


def test_what_the_cases_decide_is_not_so_without_them(tmp_path: Path) -> None:
    timeline = run({"paper": PAPER, "review": REVIEW}, "", History(), FIRST, tmp_path)
    events = {name: next(e for e in timeline.events if e.id == found) for name, found in ids(timeline).items()}
    for case in CASES:
        if case.shown_by and case.field != "without":
            assert held(events[case.shown_by], case.field) != case.value
    assert "review" in {source.article for source in events["oracle"].sources}


def test_an_added_event_keeps_its_address_and_says_why_it_was_added(tmp_path: Path) -> None:
    names, after = runs(ADDED, tmp_path)
    added = [next(event for event in timeline.events if event.headline == "A strike hits Bergen") for timeline in after]
    assert len({event.id for event in added}) == 1
    assert added[0].id not in names.values()
    for event, timeline in zip(added, after, strict=True):
        assert [source.quote for source in event.sources] == ["The strike in Bergen"]
        assert "we rang &#38; asked" in page_of(event.id, timeline)
        assert [change.on for change in record(event.id, timeline).log if change.why == WHY] == [LATER]


def test_what_is_split_off_has_an_address_of_its_own_that_stays(tmp_path: Path) -> None:
    names, after = runs(next(case.rules for case in CASES if case.name == "split"), tmp_path)
    apart = [[event.id for event in timeline.events if event.id not in names.values()] for timeline in after]
    assert len(apart[0]) == 1
    assert all(set(apart[0]) <= set(found) for found in apart)


def test_a_decision_that_is_taken_back_leaves_no_address_broken(tmp_path: Path) -> None:
    texts = {"paper": PAPER, "review": REVIEW}
    for rules in (*(case.rules for case in CASES), ADDED):
        plain = run(texts, "", History(), FIRST, tmp_path)
        ruled = run(texts, rules.format(**ids(plain), why=WHY), plain.history, LATER, tmp_path)
        again = run(texts, "", ruled.history, LAST, tmp_path)
        assert [replace(event, id="") for event in again.events] == [replace(event, id="") for event in plain.events]
        published = {event.id for timeline in (plain, ruled, again) for event in timeline.events}
        assert published <= {found.id for found in again.history.records}
