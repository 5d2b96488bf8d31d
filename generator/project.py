"""A project folder and one run over it: everything read, the pipeline run, and the plan of what to write."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from generator.articles.corpus import other_files, read_articles
from generator.cache import Cache, own_key
from generator.dates.rules import Rules, default_rules
from generator.errors import BadInput, Problem, in_order
from generator.events.idle_decisions import unknown_names
from generator.history import History, with_published
from generator.model import Article, Page, Timeline
from generator.outputs import OUTPUTS
from generator.outputs.docs_folder import Plan, plan
from generator.outputs.former_addresses import former_listings, former_pages
from generator.outputs.history import history_page, read_history
from generator.outputs.progress import Tell, tell_nothing, telling
from generator.pages.places import EVENTS
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
    """What stands in a project folder; `left_out` is the bad input without which it is to go on."""

    root: Path
    settings: Settings
    articles: tuple[Article, ...]
    history: History
    rules: Rules
    left_out: tuple[Problem, ...] = ()
    keep_going: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """What a run made of a project; nothing is written until its plan is applied and its cache saved."""

    project: Project
    timeline: Timeline
    plan: Plan
    cache: Cache
    left_out: tuple[Problem, ...] = ()


def open_project(root: Path, *, keep_going: bool = False) -> Project:
    """The project at `root`, read whole; raises BadInput with every problem of settings, corpus and history.

    To keep going is to leave out articles, entries and files of settings that are bad. A history that cannot be read
    is always refused, since without it addresses would break; so is a project without its folder of articles.
    """
    problems: list[Problem] = []
    left_out: list[Problem] = []
    settings = _read(lambda: read_settings(root, left_out), problems) or Settings()
    history = _read(lambda: read_history(root / "docs"), problems)
    known = history.articles if history else {}
    articles = _read(lambda: read_articles(root, settings, left_out, known), problems)
    rules = _read(lambda: date_rules(root), left_out) or default_rules()
    if problems or articles is None or history is None:
        raise BadInput([*problems, *left_out])
    project = Project(root, settings, articles, history, rules, tuple(left_out), keep_going)
    if left_out and not keep_going:
        raise BadInput([*left_out, *_unknown_besides(project)])
    return project


def _unknown_besides(project: Project) -> tuple[Problem, ...]:
    """The decisions on what never was, where something else is wrong too; only a history tells what there was then."""
    if not project.history.records:
        return ()
    timeline = make_timeline(project.articles, project.rules, project.settings, project.history, date.min)
    return unknown_names(project.settings.decisions, timeline.history, project.articles)


def run_project(project: Project, stamp: date, tell: Tell = tell_nothing) -> Run:
    """The timeline of a project and the plan for `docs/`, where new and changed events bear the stamp.

    `tell` hears how far the run is. Raises BadInput for a decision on an event or article that never was, which takes
    a run to tell.
    """
    cache = Cache(project.root, own_key())
    remember = telling(cache, len(project.articles), tell)
    timeline = make_timeline(project.articles, project.rules, project.settings, project.history, stamp, remember)
    unknown = unknown_names(project.settings.decisions, timeline.history, project.articles)
    if unknown and not project.keep_going:
        raise BadInput(unknown)
    tell(f"Making the pages of {len(timeline.events):,} events")
    planned = plan(all_pages(timeline, project.settings), project.root / "docs")
    return Run(project, timeline, planned, cache, in_order((*project.left_out, *unknown)))


def all_pages(timeline: Timeline, settings: Settings) -> tuple[Page, ...]:
    """Everything that is written to `docs/`."""
    made = (*make_pages(timeline, settings), *(output(timeline, settings) for output in OUTPUTS))
    paths = {page.path for page in made}
    former = (*former_pages(timeline.history), *former_listings(timeline, paths))
    kept = (path for path in paths if path.endswith(".md") and not path.startswith(EVENTS))
    articles = {article.path: article.id for article in timeline.articles}
    return (*made, *former, history_page(with_published(timeline.history, kept, articles)))


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
