"""`python -m benchmarks.events`: each measure is a command, which takes the folders and files of its data."""

from collections.abc import Callable
from pathlib import Path

import click

from benchmarks.events.awareness import Score
from benchmarks.events.sample import write_sample
from benchmarks.events.timeline_task import Corpus, Timelines, read_corpora
from benchmarks.events.timelines import baseline, of_marked_events, of_raw_text, score_corpus
from generator.dates.rules import Rules, default_rules

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def measures() -> None:
    """How well events are found, dated, merged and worded, and how fast."""


@measures.command()
@click.argument("news", type=FILE)
@click.argument("output", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--count", default=100, show_default=True)
@click.option("--seed", default=1, show_default=True)
def sample(news: Path, output: Path, count: int, seed: int) -> None:
    """Draw events of the timeline of NEWS by a seed, and write them to OUTPUT to be judged by a person."""
    total = write_sample(news, count, seed, output)
    click.echo(f"{min(count, total)} of {total} events written to {output}")


@measures.command()
@click.argument("data", type=FOLDER)
def timelines(data: Path) -> None:
    """Score timelines of SemEval-2015 Task 4, whose corpora lie in DATA, as the task does (micro F1)."""
    runs: dict[str, tuple[str, Callable[[Corpus, Rules], Timelines]]] = {
        "gold against itself": ("B", lambda corpus, _: corpus.gold),
        "Track B, baseline": ("B", baseline),
        "Track B": ("B", of_marked_events),
        "Track A": ("A", of_raw_text),
    }
    for name, (track, run) in runs.items():
        whole = Score()
        for corpus in read_corpora(data, track):
            score = score_corpus(corpus, run(corpus, default_rules()))
            whole += score
            _show(f"{name}, {corpus.name}", score)
        _show(f"{name}, all", whole)


def _show(name: str, score: Score) -> None:
    click.echo(f"{name:32} P {score.precision:.4f}  R {score.recall:.4f}  F1 {score.f1:.4f}")


if __name__ == "__main__":
    measures()
