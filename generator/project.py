"""A project folder and one run over it: everything read, the pipeline run, and the plan of what to write."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from generator.articles.corpus import other_files, read_articles
from generator.dates.rules import Rules
from generator.errors import BadInput, Problem
from generator.events.idle_decisions import unknown_names
from generator.history import History
from generator.model import Article, Page, Timeline
from generator.outputs import OUTPUTS
from generator.outputs.docs_folder import Plan, plan
from generator.outputs.former_addresses import former_pages
from generator.outputs.history import history_page, read_history
from generator.pipeline import make_pages, make_timeline
from generator.settings import Settings
from generator.settings_files import date_rules, read_settings
from generator.yaml_lines import read_mapping

Value = TypeVar("Value")

PUBLIC_CORPUS = (
    "corpus/ holds whole articles, and a public repository publishes them. Unless you may, keep the repository "
    "private, keep only texts that you may publish, or let 'corpus' in site_config/site.yml name a folder outside the "
    "repository and commit docs/ alone."
)


@dataclass(frozen=True, slots=True)
class Project:
    """What stands in a project folder."""

    root: Path
    settings: Settings
    articles: tuple[Article, ...]
    history: History
    rules: Rules


@dataclass(frozen=True, slots=True)
class Run:
    """What a run made of a project; nothing is written until its plan is applied."""

    project: Project
    timeline: Timeline
    plan: Plan


def open_project(root: Path) -> Project:
    """The project at `root`, read whole; raises BadInput with every problem of settings, corpus and history."""
    problems: list[Problem] = []
    settings = _read(lambda: read_settings(root), problems) or Settings()
    articles = _read(lambda: read_articles(root, settings), problems)
    history = _read(lambda: read_history(root / "docs"), problems)
    rules = _read(lambda: date_rules(root), problems)
    if problems or articles is None or history is None or rules is None:
        raise BadInput(problems)
    return Project(root, settings, articles, history, rules)


def run_project(project: Project, stamp: date) -> Run:
    """The timeline of a project and the plan for `docs/`, where new and changed events bear the stamp.

    Raises BadInput for a decision on an event or article that never was, which takes a run to tell.
    """
    timeline = make_timeline(project.articles, project.rules, project.settings, project.history, stamp)
    unknown = unknown_names(project.settings.decisions, timeline.history, project.articles)
    if unknown:
        raise BadInput(unknown)
    return Run(project, timeline, plan(all_pages(timeline, project.settings), project.root / "docs"))


def all_pages(timeline: Timeline, settings: Settings) -> tuple[Page, ...]:
    """Everything that is written to `docs/`."""
    outputs = (output(timeline, settings) for output in OUTPUTS)
    former = former_pages(timeline.history)
    return (*make_pages(timeline, settings), *outputs, *former, history_page(timeline.history))


def findings(project: Project, timeline: Timeline) -> tuple[str, ...]:
    """What is not wrong enough to stop a run, but that an editor should know."""
    notes = [f"{article.path}: {note}" for article in project.articles for note in article.notes]
    others = [f"{path}: no reader takes this format" for path in other_files(project.root, project.settings)]
    return (*notes, *others, *_differing_title(project), *timeline.notices)


def _differing_title(project: Project) -> Iterable[str]:
    """MkDocs reads its own name of the site, which must be that of the timeline."""
    try:
        text = (project.root / "mkdocs.yml").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        yield "mkdocs.yml: cannot be read, and the site is built with it"
        return
    found, title = read_mapping(text, "mkdocs.yml", []), project.settings.site.title
    if found is not None and found.text("site_name") != title:
        place = f"mkdocs.yml:{found.line_of('site_name')}"
        yield f"{place}: 'site_name' is not the title of site_config/site.yml, \"{title}\""


def publishes_corpus(project: Project) -> bool:
    """Whether there are articles inside the project folder, which a public repository would publish."""
    folder = (project.root / project.settings.site.corpus).resolve()
    return bool(project.articles) and folder.is_relative_to(project.root.resolve())


def _read(read: Callable[[], Value], problems: list[Problem]) -> Value | None:
    try:
        return read()
    except BadInput as bad:
        problems.extend(bad.problems)
        return None
