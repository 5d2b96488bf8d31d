"""Articles, metadata, settings and rulings that nobody wrote, all the way to what is written and printed."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.articles import READERS
from generator.dates.rules import default_rules
from generator.decision_forms import read_decisions
from generator.decision_lines import decision_line
from generator.errors import BadInput, Problem
from generator.events.idle_decisions import unknown_names
from generator.events.questions import find_questions
from generator.history import History
from generator.model import Article, Copy, EntityKind, Timeline
from generator.outputs.explanation import explain
from generator.outputs.run_report import report_lines, report_of
from generator.outputs.run_summary import summary
from generator.pipeline import make_timeline
from generator.project import all_pages
from generator.settings import Decision, Kind, KnownEntity, QuoteLimits, Settings, Site
from generator.settings_files import general_kinds, read_settings
from generator.text import one_line
from tests.hostile import TRAPS
from tests.test_pipeline import articles
from tests.test_stories import STAMP

FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
KINDS = general_kinds()
WORDS = st.one_of(st.sampled_from(TRAPS), st.text(st.characters(exclude_categories=["Cs"]), max_size=12)).map(one_line)
NAMES = WORDS.filter(bool)
ADDRESSES = st.none() | NAMES.map(lambda words: f"https://a.example/{words.replace(' ', '')}")


@st.composite
def described_articles(draw: st.DrawFn) -> Article:
    """An article with whatever metadata an editor or a web page may give."""
    copies = st.lists(st.builds(Copy, NAMES.map(lambda words: f"corpus/{words}"), ADDRESSES, WORDS), max_size=2)
    return replace(
        draw(articles()),
        title=draw(NAMES),
        url=draw(ADDRESSES),
        archive_url=draw(ADDRESSES),
        publisher=draw(st.none() | NAMES),
        author=draw(st.none() | NAMES),
        syndicated_from=draw(st.none() | NAMES),
        license=draw(st.none() | NAMES),
        copies=tuple(draw(copies)),
    )


@st.composite
def any_settings(draw: st.DrawFn) -> Settings:
    """Settings as their reader lets them pass."""
    site = Site(
        title=draw(NAMES),
        description=draw(WORDS),
        date_order=draw(st.sampled_from([None, "dmy", "mdy"])),
        report_url=draw(ADDRESSES),
        quotes=QuoteLimits(
            draw(st.integers(1, 60)), draw(st.integers(0, 400)), draw(st.floats(0, 1)), draw(st.integers(1, 20))
        ),
    )
    kind = st.builds(Kind, NAMES, NAMES, st.just("#1a2b3c"), st.just(("buy", "fall")), st.just(("plant",)))
    known = st.builds(
        KnownEntity, NAMES | st.just("Nvidia"), st.sampled_from(EntityKind), st.lists(NAMES, max_size=2).map(tuple)
    )
    return Settings(
        site=site,
        kinds=(*KINDS, *draw(st.lists(kind, max_size=1))),
        entities=tuple(draw(st.lists(known, max_size=3, unique_by=lambda entity: entity.name))),
    )


CORPUS = st.lists(described_articles(), max_size=3, unique_by=lambda article: article.id)


def run(corpus: Sequence[Article], chosen: Settings, history: History | None = None) -> Timeline:
    return make_timeline(corpus, default_rules(), chosen, history or History(), STAMP)


@FEW
@given(CORPUS, any_settings())
def test_whatever_comes_in_all_files_can_be_written_and_a_second_run_changes_none(
    corpus: list[Article], chosen: Settings
) -> None:
    first = run(corpus, chosen)
    pages = all_pages(first, chosen)
    assert len({page.path for page in pages}) == len(pages)
    for page in pages:
        page.text.encode()
        if page.path.endswith(".json"):
            json.loads(page.text)
        if page.path.endswith(".md"):
            _, _, body = page.text.removeprefix("---\n").partition("\n---\n")
            assert "<script" not in body.lower(), page.path
            assert "{{" not in body, page.path
    assert run(corpus, chosen, first.history) == first


@FEW
@given(CORPUS, any_settings())
def test_whatever_is_reported_is_one_line_each_and_can_be_printed(corpus: list[Article], chosen: Settings) -> None:
    timeline = run(corpus, chosen)
    report = report_of(timeline, History())
    explained = [str(explain(timeline, timeline.history, event.id)) for event in timeline.events]
    for line in (*report_lines(report), *"\n".join((summary(report), *explained)).split("\n")):
        assert line.isprintable() or all(ord(letter) >= 0xA0 for letter in line if not letter.isprintable())
        assert len(line.splitlines()) <= 1


@FEW
@given(CORPUS, any_settings(), st.data())
def test_whatever_is_ruled_is_read_and_honoured(corpus: list[Article], chosen: Settings, data: st.DataObject) -> None:
    timeline = run(corpus, chosen)
    answers = [answer for question in find_questions(timeline) for answer in question.answers if answer.asks is None]
    if not answers:
        return
    ruled = data.draw(st.lists(st.sampled_from(answers), min_size=1, max_size=3, unique_by=id))
    lines = "\n".join(decision_line(answer.form, answer.reason) for answer in ruled)
    problems: list[Problem] = []
    decisions: Sequence[Decision] = read_decisions(lines, "x", [kind.name for kind in chosen.kinds], problems)
    assert (problems, [decision.form for decision in decisions]) == ([], [answer.form for answer in ruled])
    after = run(corpus, replace(chosen, decisions=tuple(decisions)), timeline.history)
    assert unknown_names(decisions, after.history, corpus) == ()
    assert run(corpus, replace(chosen, decisions=tuple(decisions)), after.history) == after
    assert {record.id for record in timeline.history.records} <= {record.id for record in after.history.records}


PIECES = [
    *["- ", "  ", "\n", ": ", "{", "}", "[", "]", ", ", "'", '"', "|", ">", "#", "&a ", "*a", "!!x ", "---\n", "? "],
    *["event", "merge", "split", "apart", "add", "article", "published", "when", "headline", "kind", "reason", "name"],
    *["title", "quotes", "quote_words", "sources", "disagreement", "about", "true", "2025-01", "[..2025]", "null", "~"],
    *["\ud800", "\x00", "\u2028", "é", "1e9"],
]
YAML = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@given(st.sampled_from(["site.yml", "kinds.yml", "entities.yml", "publishers.yml", "decisions.yml"]), YAML)
def test_whatever_a_file_of_settings_holds_is_read_or_refused_with_its_line(name: str, text: str) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "site_config").mkdir()
        (Path(folder) / "site_config" / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        left_out: list[Problem] = []
        read_settings(Path(folder), left_out)
        assert all(problem.path == f"site_config/{name}" and problem.line for problem in left_out)


@given(st.sampled_from([".md", ".txt"]), YAML.map(lambda text: text.encode("utf-8", "ignore")) | st.binary(max_size=60))
def test_whatever_a_file_of_the_corpus_holds_is_read_or_refused(suffix: str, data: bytes) -> None:
    found: Article | BadInput
    try:
        found = READERS[suffix](f"corpus/x{suffix}", b"---\n" + data + b"\n---\n" + data)
    except BadInput as bad:
        found = bad
    if isinstance(found, BadInput):
        assert {(problem.path, bool(problem.line)) for problem in found.problems} == {(f"corpus/x{suffix}", True)}
    else:
        found.text.encode()
        assert found.title
