"""How long a large site takes to generate and build, and how much its readers load.

    python -m benchmarks.site FOLDER [--events 2000] [--gate]

The site is made from the articles of `examples/wikinews/`, each told again of other people and other days until there
are as many events as wanted, and stays in FOLDER/site. Seconds are those of the wall clock.
"""

import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import click

from benchmarks.events.articles import write_project
from benchmarks.events.many import make_entries
from generator.articles.corpus import read_articles
from generator.settings_files import read_settings

TEMPLATE = Path(__file__).parents[1]
EXAMPLE = TEMPLATE / "examples" / "wikinews"
KILOBYTE, MEGABYTE = 1024, 1024 * 1024
MOST_TRIES = 5


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure, its unit, what it should not exceed, and what it must not: seconds differ between machines."""

    name: str
    value: float
    unit: str
    aim: float
    limit: float


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--events", default=2000, show_default=True, help="How many events the site has at least.")
@click.option("--gate", is_flag=True, help="Exit 1 if a figure exceeds its limit.")
def main(folder: Path, events: int, gate: bool) -> None:
    """Make a site of so many events in FOLDER, and say what it took and what it weighs."""
    count, generating = _generate_enough(folder, events)
    click.echo(f"{len(_entries())} articles told again to {count}, {_event_count(folder)} events")
    building = _seconds_of(
        folder, "mkdocs", "build", "--strict", "--quiet", "--config-file", str(folder / "mkdocs.yml")
    )
    over = False
    for measure in _measures(folder, generating, building):
        over |= measure.value > measure.limit
        click.echo(
            f"{measure.name:36} {measure.value:8.1f} {measure.unit} (aim {measure.aim:g}, limit {measure.limit:g})"
        )
    if over and gate:
        sys.exit(1)


def _generate_enough(folder: Path, events: int) -> tuple[int, float]:
    """Make the project with enough articles for the events; their number, and the seconds of the last generation."""
    real = _entries()
    count = len(real)
    for _ in range(MOST_TRIES):
        if folder.exists():
            shutil.rmtree(folder)
        write_project(make_entries(real, count), folder)
        _dress(folder)
        seconds = _seconds_of(folder, "generator", "-C", str(folder), "generate")
        found = _event_count(folder)
        if found >= events:
            return count, seconds
        count = max(count + 1, count * events * 51 // (50 * max(found, 1)))
    raise click.ClickException(f"{count} articles give only {found} events")


def _dress(folder: Path) -> None:
    """Give a project the template's look and its handwritten pages."""
    shutil.copy(TEMPLATE / "mkdocs.yml", folder)
    shutil.copytree(TEMPLATE / "site_config" / "theme", folder / "site_config" / "theme")
    ours = set(json.loads((TEMPLATE / "docs/data/manifest.json").read_text("utf-8"))["files"])
    for page in (TEMPLATE / "docs").rglob("*.md"):
        below = page.relative_to(TEMPLATE / "docs")
        if below.as_posix() not in ours:
            (folder / "docs" / below).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(page, folder / "docs" / below)


def _entries() -> list[Mapping[str, str]]:
    articles = read_articles(EXAMPLE, read_settings(EXAMPLE))
    published = {article.id: article.clues[0].day.isoformat() for article in articles}
    return [
        {"id": one.id, "title": one.title, "text": one.text, "published": published[one.id], "publisher": "Wikinews"}
        for one in articles
    ]


def _seconds_of(folder: Path, module: str, *arguments: str) -> float:
    start = perf_counter()
    done = subprocess.run([sys.executable, "-m", module, *arguments], cwd=TEMPLATE, capture_output=True, text=True)
    if done.returncode:
        raise click.ClickException(f"{module} failed in {folder}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return perf_counter() - start


def _event_count(folder: Path) -> int:
    return len(json.loads((folder / "docs/data/timeline.json").read_text("utf-8"))["events"])


def _measures(folder: Path, generating: float, building: float) -> Iterator[Measure]:
    site = folder / "site"
    yield Measure("generating", generating, "s", 60, 120)
    yield Measure("generating and building", generating + building, "s", 60, 120)
    yield Measure(
        "the site's files", sum(f.stat().st_size for f in site.rglob("*") if f.is_file()) / MEGABYTE, "MB", 100, 100
    )
    yield Measure("search index, gzipped", _zipped(site / "search/search_index.json") / MEGABYTE, "MB", 1.5, 1.5)
    own = [site / "index.html", *(site / "assets").glob("*.css"), *(site / "assets").glob("*.js")]
    yield Measure("home and our own files, gzipped", sum(map(_zipped, own)) / KILOBYTE, "KB", 150, 150)


def _zipped(file: Path) -> int:
    return len(gzip.compress(file.read_bytes()))


if __name__ == "__main__":
    main()
