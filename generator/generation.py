"""One run as the command tells it: `docs/` made from the corpus, or compared with it, and what that changed."""

import sys
from datetime import date
from functools import partial
from pathlib import Path

import click

from generator.errors import BadInput, Problem
from generator.outputs.docs_folder import apply, stale_paths
from generator.outputs.lock import only_run
from generator.outputs.progress import progress_line
from generator.outputs.run_report import counted, report_lines, report_of
from generator.outputs.run_summary import summary
from generator.project import Run, open_project, run_project


def generate_docs(folder: Path, stamp: date, *, keep_going: bool = False, report: Path | None = None) -> bool:
    """Make `docs/` and print what that did; gives whether nothing had to be left out.

    `report` is the file that takes what changed as Markdown. Raises BadInput before anything is written.
    """
    with only_run(folder, partial(click.echo, err=True)), progress_line(sys.stderr) as tell:
        run = run_project(open_project(folder, keep_going=keep_going), stamp, tell)
        tell(f"Writing {len(run.plan.write):,} files")
        apply(run.plan)
        run.cache.save()
    for line in report_lines(report_of(run.timeline, run.project.history, run.left_out)):
        click.echo(line)
    removed = f", {len(run.plan.remove)} removed" if run.plan.remove else ""
    click.echo(f"docs/: {counted(len(run.plan.write), 'file')} written{removed}")
    _write_report(run, report)
    return not run.left_out


def compare_docs(folder: Path, stamp: date, *, keep_going: bool = False, report: Path | None = None) -> bool:
    """Print where `docs/` is not what the corpus gives, and what was left out; gives whether there is neither.

    Nothing is written but the file `report`. Raises BadInput.
    """
    with only_run(folder, partial(click.echo, err=True)):
        run = run_project(open_project(folder, keep_going=keep_going), stamp)
    _write_report(run, report)
    for path in stale_paths(run.plan):
        click.echo(f"docs/{path}: not what the corpus gives")
    for problem in run.left_out:
        click.echo(f"left out: {problem}")
    if not run.plan.empty:
        click.echo("Run 'dateline generate' and commit docs/.")
    if not run.plan.empty or run.left_out:
        return False
    click.echo("docs/ is what the corpus gives.")
    return True


def _write_report(run: Run, file: Path | None) -> None:
    if file is None:
        return
    try:
        file.write_text(summary(report_of(run.timeline, run.project.history, run.left_out)), "utf-8")
    except OSError as error:
        raise BadInput([Problem(str(file), None, f"cannot be written: {error.strerror}")]) from error
