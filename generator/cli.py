"""The `dateline` command: what can be asked of the program; the work is done elsewhere.

Exit codes: 0 done, 1 something to look at, 2 bad input (each problem on a line, with its file and line).
"""

import gc
import os
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial, wraps
from pathlib import Path
from typing import ParamSpec

import click

from generator.articles import READERS
from generator.dates.rules import Rules
from generator.errors import BadInput, Problem
from generator.model import UNKNOWN_WHEN, When
from generator.outputs.tagged_text import marked_text, tag_lines, times_of
from generator.settings_files import date_rules
from generator.stated_dates import read_when

Parameters = ParamSpec("Parameters")

FINDINGS, BAD_INPUT = 1, 2
# Values refer to each other without circles; to look for some at Python's usual rate costs a tenth of a run.
COLLECTED_AFTER = 200_000


def _ends_well(command: Callable[Parameters, None]) -> Callable[Parameters, None]:
    """Let a command end with a line for each problem, and exit code 2, on bad input."""

    @wraps(command)
    def wrapped(*args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except BadInput as bad:
            _complain(bad)
            sys.exit(BAD_INPUT)

    return wrapped


def _complain(bad: BadInput) -> None:
    """Print each problem on a line, with nothing in it that plays tricks on a terminal."""
    from generator.pages.markdown import visible

    for problem in bad.problems:
        click.echo(visible(str(problem)), err=True)


def _keep_folder(context: click.Context, _parameter: click.Parameter, folder: Path | None) -> None:
    """Remember the project folder of -C, which may stand before or after the command's name."""
    if folder is not None:
        context.obj = folder


in_folder = click.option(
    "-C",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    expose_value=False,
    callback=_keep_folder,
    help="Work on the project in DIR, not in the current folder.",
)


keep_going = click.option(
    "--keep-going", is_flag=True, help="Leave out what is bad input, list it, and exit 1; without, refuse all with 2."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "obj": Path()})
@in_folder
@click.version_option(package_name="dateline")
def main() -> None:
    """Turn a folder of news articles into a timeline site in which every entry can be checked."""
    gc.set_threshold(COLLECTED_AFTER)


@main.command()
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if docs/ is not what the corpus gives.")
@click.option(
    "--summary",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="FILE",
    help="Write what changed as Markdown, for the comment on a pull request.",
)
@keep_going
@in_folder
@click.pass_obj
@_ends_well
def generate(folder: Path, check: bool, summary: Path | None, keep_going: bool) -> None:
    """Make docs/ from the articles in corpus/, and say what changed and what needs a look."""
    from generator.generation import compare_docs, generate_docs

    run = compare_docs if check else generate_docs
    if not run(folder, _stamp(), keep_going=keep_going, report=summary):
        sys.exit(FINDINGS)


@main.command()
@keep_going
@in_folder
@click.pass_obj
@_ends_well
def build(folder: Path, keep_going: bool) -> None:
    """Generate, then build the site into site/, where every warning is an error."""
    from generator.generation import generate_docs
    from generator.outputs.live_site import build_site

    whole = generate_docs(folder, _stamp(), keep_going=keep_going)
    if build_site(folder) or not whole:
        sys.exit(FINDINGS)


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.", metavar="HOST:PORT")
@in_folder
@click.pass_obj
@_ends_well
def serve(folder: Path, address: str) -> None:
    """Generate, show the site in the browser, and make it anew when corpus/ or site_config/ changes."""
    from generator.generation import generate_docs
    from generator.outputs.live_site import serve_site
    from generator.project import open_project

    generate_docs(folder, _stamp())
    corpus = open_project(folder).settings.site.corpus
    sys.exit(serve_site(folder, address, (folder / corpus, folder / "site_config"), partial(_regenerate, folder)))


@main.command()
@click.argument("sources", nargs=-1, metavar="[FILE, URL or FEED]...")
@click.option("--feeds", is_flag=True, help="Take every new entry of the feeds of site_config/feeds.yml.")
@click.option("--allow-private", is_flag=True, help="Fetch also from this machine and from private networks.")
@in_folder
@click.pass_obj
@_ends_well
def add(folder: Path, sources: tuple[str, ...], feeds: bool, allow_private: bool) -> None:
    """Bring articles into the corpus: saved or fetched web pages, new entries of feeds, Markdown, text."""
    from generator.fetching import Fetcher
    from generator.intake import Fate, Intake
    from generator.outputs.lock import only_run
    from generator.pages.markdown import visible

    if not sources and not feeds:
        raise click.UsageError("name a file, a web address or a feed, or use --feeds")
    fates = set()
    with only_run(folder, partial(click.echo, err=True)):
        intake = Intake(folder, _stamp(), Fetcher(allow_private=allow_private))
        for outcome in intake.add((*sources, *(feed.url for feed in intake.feeds if feeds))):
            click.echo(visible(str(outcome)), err=outcome.fate is Fate.REFUSED)
            fates.add(outcome.fate)
    if Fate.REFUSED in fates:
        sys.exit(BAD_INPUT if fates == {Fate.REFUSED} else FINDINGS)


@main.command()
@in_folder
@click.pass_obj
@_ends_well
def check(folder: Path) -> None:
    """Name every problem of corpus and configuration, with file and line."""
    from generator.pages.markdown import visible
    from generator.project import PUBLIC_CORPUS, findings, open_project, publishes_corpus, run_project

    project = open_project(folder)
    found = findings(project, run_project(project, _stamp()).timeline)
    for line in found:
        click.echo(visible(line))
    if publishes_corpus(project):
        click.echo(f"Note: {PUBLIC_CORPUS}")
    if found:
        sys.exit(FINDINGS)
    click.echo("No problems.")


@main.command()
@click.argument("name", metavar="EVENT|ARTICLE")
@in_folder
@click.pass_obj
@_ends_well
def explain(folder: Path, name: str) -> None:
    """Tell how the dates, sources, disagreements and omissions of an event or article came about."""
    from generator.outputs import explanation
    from generator.project import open_project, run_project

    run = run_project(open_project(folder), _stamp())
    text = explanation.explain(run.timeline, run.timeline.history, name)
    if text is None:
        near = explanation.nearest_names(run.timeline, name)
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        raise click.UsageError(f"there is no event or article '{name}'{hint}")
    click.echo(text)


@main.command()
@click.argument("name", required=False, metavar="[EVENT|ARTICLE]")
@click.option(
    "--write",
    is_flag=False,
    flag_value="",
    metavar="[NAME:NUMBER]",
    help="Append the ruling of that number to decisions.yml; without NAME:NUMBER, ask about one after another.",
)
@click.option("--value", help="The date or headline, for a ruling that needs one.")
@click.option("--reason", help="Why you rule so; readers see it. Left out: what the ruling's line says.")
@click.option("--by", help="Who rules; readers see it.")
@in_folder
@click.pass_obj
@_ends_well
def review(
    folder: Path, name: str | None, write: str | None, value: str | None, reason: str | None, by: str | None
) -> None:
    """List what needs a human look, heaviest first, with the line to paste for each likely ruling."""
    from generator.review import Reviewer

    try:
        reviewer = Reviewer(folder, _stamp(), by)
        if write is None:
            reviewer.show(name)
        elif write:
            reviewer.write(write, value, reason)
        else:
            reviewer.ask(name)
    except LookupError as error:
        raise click.UsageError(str(error.args[0])) from error


@main.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--published", metavar="DATE", help="When the text was published, such as 2025-01-28 or 2025-01.")
@click.option(
    "--jsonl", is_flag=True, help='Read {"id","published","text"} a line from standard input; write JSON lines.'
)
@in_folder
@click.pass_obj
@_ends_well
def tag(folder: Path, files: tuple[Path, ...], published: str | None, jsonl: bool) -> None:
    """Show the time expressions of texts: FILES, or standard input."""
    rules = date_rules(folder)
    if jsonl and (files or published):
        raise click.UsageError("--jsonl reads standard input, and each line says when its text was published")
    if jsonl:
        _tag_stream(rules)
        return
    stated = _published(published)
    for file in files or (None,):
        text, when = _text_to_tag(file)
        click.echo(marked_text(text, stated or when, times_of(text, stated or when, rules), rules))


def _tag_stream(rules: Rules) -> None:
    """Tag JSON lines one at a time; a bad one is named at once and makes the exit code 2 at the end."""
    bad_lines = 0

    def report(problem: Problem) -> None:
        nonlocal bad_lines
        bad_lines += 1
        click.echo(str(problem), err=True)

    for line in tag_lines(sys.stdin.buffer, rules, report):
        sys.stdout.write(line)
        sys.stdout.flush()
    if bad_lines:
        sys.exit(BAD_INPUT)


def _regenerate(folder: Path) -> None:
    """Generate while the site is served: whatever goes wrong is printed, and serving goes on."""
    from generator.generation import generate_docs

    try:
        generate_docs(folder, _stamp())
    except BadInput as bad:
        _complain(bad)
    except Exception:
        click.echo(traceback.format_exc(), err=True)


def _stamp() -> date:
    """The day that new and changed events bear: of SOURCE_DATE_EPOCH (in UTC) if set, else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise click.UsageError(f"SOURCE_DATE_EPOCH is not a number of seconds: {epoch}") from error


def _published(text: str | None) -> When | None:
    try:
        return read_when(text) if text else None
    except ValueError as error:
        raise click.UsageError(f"--published is not a date: {text}") from error


def _text_to_tag(file: Path | None) -> tuple[str, When]:
    """A file's text, or standard input's, and when it says that it was published."""
    path = "standard input" if file is None else str(file)
    reader = READERS.get(file.suffix.lower() if file else ".txt", READERS[".txt"])
    article = reader(path, sys.stdin.buffer.read() if file is None else file.read_bytes())
    stated = [clue.when for clue in article.clues if clue.when]
    return article.text, stated[0] if stated else UNKNOWN_WHEN
