"""A site built from hostile articles, settings and decisions, beside its harmless twin: only the text differs."""

import csv
import json
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from generator.events.questions import addressless, find_questions
from generator.outputs.explanation import explain
from generator.outputs.review_list import review_lines
from generator.outputs.run_report import report_lines, report_of
from generator.outputs.run_summary import summary
from generator.pages.markdown import visible
from generator.project import open_project, run_project
from generator.text import one_line
from tests.hostile import STAMP, SUM, TRAPS, build_hostile_site
from tests.pages.reading import Reading, read

HOLD_ADDRESSES = ("href", "src", "action", "formaction", "poster", "data", "xlink:href", "srcset")
FOREIGN = ("archive.example", "report.example", *(f"news{number}.example" for number in range(len(TRAPS))))
"""Hosts to which a page may link, since articles and settings give them as addresses; the browser asks none of them."""
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


@pytest.fixture(scope="session")
def readings(hostile_project: Path) -> Mapping[str, Reading]:
    """Every page of the hostile site, by its address."""
    return read_all(hostile_project / "site")


@pytest.fixture(scope="session")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Reading]:
    """Every page of the twin."""
    return read_all(build_hostile_site(tmp_path_factory.mktemp("harmless") / "project", hostile=False))


def read_all(site: Path) -> dict[str, Reading]:
    return {str(path.relative_to(site)): read(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}


def elements(pages: Mapping[str, Reading]) -> set[tuple[str, str, tuple[str, ...]]]:
    """What elements there are, by their names, classes and the names of their attributes; no text counts."""
    return {
        (name, attributes.get("class", ""), tuple(sorted(attributes)))
        for page in pages.values()
        for name, attributes in page.elements
    }


def test_hostile_texts_make_no_element_and_no_attribute_that_harmless_ones_do_not(
    readings: Mapping[str, Reading], harmless: Mapping[str, Reading]
) -> None:
    known = elements(harmless)
    names, attributes = {name for name, _, _ in known}, {one for _, _, found in known for one in found}
    new = elements(readings) - known
    # A quote that is cut, say, is an element of ours that only some texts give.
    assert [found for found in new if not found[1].startswith("dl-")] == []
    assert {name for name, _, _ in new} <= names
    assert {one for _, _, found in new for one in found} <= attributes


def test_every_script_and_style_is_the_themes_own(
    readings: Mapping[str, Reading], harmless: Mapping[str, Reading], hostile_project: Path
) -> None:
    def scripts(pages: Mapping[str, Reading]) -> set[str]:
        return {Path(a["src"]).name for page in pages.values() for name, a in page.elements if "src" in a}

    assert scripts(readings) == scripts(harmless)
    for path in (hostile_project / "site").rglob("*.html"):
        for start, body in re.findall(r"<script([^>]*)>(.*?)</script>", path.read_text("utf-8"), re.DOTALL):
            if "ld+json" in start or "application/json" in start:
                json.loads(body)
            else:
                assert "alert" not in body


def test_every_address_leads_into_the_site_or_where_an_article_or_setting_says(readings: Mapping[str, Reading]) -> None:
    for name, page in readings.items():
        for address in page.values(*HOLD_ADDRESSES):
            parts = urlsplit(address)
            assert parts.scheme in ("", "http", "https", "webcal"), f"{name}: {address}"
            if parts.hostname:
                own = parts.hostname == "127.0.0.1" or parts.hostname.endswith(("squidfunk.github.io", "mkdocs.org"))
                assert own or parts.hostname in FOREIGN, f"{name}: {address}"


def test_no_template_evaluates_and_no_file_is_taken_in(hostile_project: Path) -> None:
    for path in (hostile_project / "site").rglob("*"):
        if path.suffix in (".html", ".json", ".xml", ".md", ".csv", ".ics"):
            text = path.read_text("utf-8")
            assert SUM not in text, path
            assert "custom_dir" not in text, path


@pytest.mark.parametrize("number", range(len(TRAPS)))
def test_each_trap_is_shown_as_it_stands(readings: Mapping[str, Reading], number: int) -> None:
    shown = visible(f"{one_line(TRAPS[number])} {number}")
    assert any(shown in page.text for name, page in readings.items() if name.startswith("events/"))


def test_what_cannot_be_seen_or_turns_text_round_is_on_no_page(hostile_project: Path) -> None:
    for path in (hostile_project / "site").rglob("*.html"):
        assert not re.search(
            "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", path.read_text("utf-8")
        )


def test_what_machines_read_is_well_formed(hostile_project: Path) -> None:
    site = hostile_project / "site"
    for path in site.rglob("*.json"):
        json.loads(path.read_text("utf-8"))
    for path in site.rglob("*.xml"):
        ElementTree.parse(path)
    data = json.loads((site / "data/timeline.json").read_text("utf-8"))
    assert {f"{one_line(trap)} {n}" for n, trap in enumerate(TRAPS)} <= {event["headline"] for event in data["events"]}


def test_a_calendar_holds_no_entry_that_a_text_made(hostile_project: Path) -> None:
    lines = (hostile_project / "site/timeline.ics").read_bytes().decode().split("\r\n")
    counts = {word: sum(line.startswith(word) for line in lines) for word in ("BEGIN:VEVENT", "END:VEVENT", "UID:")}
    assert len(set(counts.values())) == 1
    assert [lines.count(line) for line in ("BEGIN:VCALENDAR", "END:VCALENDAR")] == [1, 1]


def test_no_cell_of_a_table_is_a_formula(hostile_project: Path) -> None:
    for path in (hostile_project / "site").rglob("*.csv"):
        rows = list(csv.reader(path.read_text("utf-8-sig").splitlines(keepends=True)))
        assert len(rows) > len(TRAPS)
        assert len({len(row) for row in rows}) == 1
        assert [cell for row in rows for cell in row if cell.startswith(tuple("=+-@\t\r"))] == []


def test_what_is_printed_plays_no_trick_on_a_terminal(hostile_project: Path) -> None:
    run = run_project(open_project(hostile_project), STAMP)
    report = report_of(run.timeline, run.timeline.history)
    explained = [str(explain(run.timeline, run.timeline.history, event.id)) for event in run.timeline.events]
    questions = find_questions(run.timeline)
    listed = review_lines(questions, addressless(run.timeline))
    for text in (*report_lines(report), summary(report), *explained, *listed):
        assert not UNSEEN.search(text)


def test_a_second_run_over_hostile_texts_changes_nothing(hostile_project: Path) -> None:
    assert run_project(open_project(hostile_project), STAMP).plan.empty
