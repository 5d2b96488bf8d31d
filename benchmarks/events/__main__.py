"""`python -m benchmarks.events`: each measure is a command, which takes the folders and files of its data."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from benchmarks.events.articles import articles_of, read_entries
from benchmarks.events.awareness import Score
from benchmarks.events.coreference import compare_clusters
from benchmarks.events.heaviest import date_f1, publication_days, told_days, weighed_days
from benchmarks.events.meantime import (
    days_published,
    days_told,
    gold_clusters,
    merged,
    merged_and_repeated,
    read_words,
    same_stem_same_day,
)
from benchmarks.events.sample import timeline_of, write_sample
from benchmarks.events.speed import Pace, bare_process, regenerate, run_apart, run_here, whole_process
from benchmarks.events.timeline_task import Corpus, Timelines, read_corpora, read_trial
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


Run = Callable[[Corpus, Rules], Timelines]
_TRIAL: dict[str, Run] = {
    "baseline": baseline,
    "Track B": partial(of_marked_events, each=False),
    "Track A": of_raw_text,
}
_TASK: dict[str, tuple[str, Run]] = {
    "gold against itself": ("B", lambda corpus, _: corpus.gold),
    "Track B, baseline": ("B", baseline),
    "Track B, any word": ("B", partial(of_marked_events, each=False)),
    "Track B": ("B", of_marked_events),
    "Track A": ("A", of_raw_text),
}


@measures.command()
@click.argument("data", type=FOLDER)
@click.option("--trial", type=(FOLDER, FOLDER), help="The folders of the trial data's documents and timelines.")
def timelines(data: Path, trial: tuple[Path, Path] | None) -> None:
    """Score timelines of SemEval-2015 Task 4, whose corpora lie in DATA, as the task does (micro F1)."""
    for name, (track, run) in _TASK.items():
        whole = Score()
        for corpus in read_corpora(data, track):
            score = score_corpus(corpus, run(corpus, default_rules()))
            whole += score
            _show(f"{name}, {corpus.name}", score)
        _show(f"{name}, all", whole)
    if trial:
        corpus = read_trial(*trial)
        for name, run in _TRIAL.items():
            _show(f"trial, {name}", score_corpus(corpus, run(corpus, default_rules())))


@measures.command()
@click.argument("documents", type=FOLDER)
@click.argument("instances", type=FILE)
def clusters(documents: Path, instances: Path) -> None:
    """Score the merge against MEANTIME: CAT files below DOCUMENTS, the list of its events in INSTANCES."""
    words = read_words(documents, instances, default_rules())
    gold = gold_clusters(words)
    runs = {
        "every word alone": [frozenset([word.node]) for word in words],
        "same stem, same day": same_stem_same_day(words),
        "merge": merged(words),
        "merge, repeated words": merged_and_repeated(words),
    }
    click.echo(f"{len(words)} words, {len(gold)} events")
    for name, found in runs.items():
        score = compare_clusters(gold, found)
        measured = {"MUC": score.muc, "B3": score.b_cubed, "CEAFe": score.ceaf}
        parts = (f"{part} {m.precision:.3f} {m.recall:.3f} {m.f1:.3f}" for part, m in measured.items())
        click.echo(f"{name:24} {'  '.join(parts)}  CoNLL {score.conll:.4f}")
    days = {
        "day of the clause": days_told(words, with_news=False),
        "else of the news": days_told(words, with_news=True),
        "day as published": days_published(words),
    }
    for name, told in days.items():
        click.echo(f"{name:24} P {told.precision:.4f}  R {told.recall:.4f}  F1 {told.f1:.4f}")


@measures.command()
@click.argument("data", type=FOLDER)
@click.argument("news", type=FILE)
@click.option("--least", default=4, show_default=True, help="Words that the gold has for a day that counts.")
def days(data: Path, news: Path, least: int) -> None:
    """Hold the heaviest days of NEWS against those of which the timelines of SemEval-2015 Task 4 in DATA tell most."""
    entries = read_entries(news)
    for corpus in read_corpora(data, "A"):
        names = {document.id for document in corpus.documents}
        timeline = timeline_of(articles_of([entry for entry in entries if entry["id"] in names]))
        gold = told_days(corpus, least)
        runs = {
            "weights": weighed_days(timeline, lambda event: event.weight),
            "each event 1": weighed_days(timeline, lambda _: 1.0),
            "publications": publication_days(timeline),
        }
        scores = "  ".join(f"{name} {date_f1(gold, found):.3f}" for name, found in runs.items())
        known = len(weighed_days(timeline, lambda _: 1.0))
        click.echo(f"{corpus.name}: {len(gold)} days in the gold, {known} in the timeline; Date-F1: {scores}")


@measures.command()
@click.argument("news", type=FILE)
@click.option("--sizes", default="1000,2000,4000", show_default=True)
@click.option("--again", default=2000, show_default=True, help="Of how many articles to time a second and a third run.")
def speed(news: Path, sizes: str, again: int) -> None:
    """Time the articles of NEWS as a corpus, larger corpora made from them, and runs on what is there already."""
    real = read_entries(news)
    click.echo(f"{len(real)} articles, whole process:       {min(whole_process(real) for _ in range(3)):.2f} s")
    click.echo(f"{len(real)} articles, without page writing: {min(bare_process(real) for _ in range(3)):.2f} s")
    first: Pace | None = None
    for size in map(int, sizes.split(",")):
        run = run_apart(news, size)
        first = first or run
        dearer = first.rate / run.rate
        click.echo(
            f"{run.articles} articles: {run.seconds:.1f} s, {run.rate:.0f} a second, {run.megabytes:.0f} MB, "
            f"{run.events} events; an article costs {dearer:.2f} times that of the first size"
        )
    runs = regenerate(real, again)
    click.echo(f"{again} articles, whole process, first run:  {runs.first:.1f} s")
    for name, seconds in (("nothing changed", runs.unchanged), ("one new article", runs.one_new)):
        click.echo(f"{again} articles, whole process, {name}: {seconds:.1f} s, {seconds / runs.first:.2f} of the first")


@measures.command(hidden=True)
@click.argument("news", type=FILE)
@click.argument("count", type=int)
def one_run(news: Path, count: int) -> None:
    """One run in a process of its own."""
    click.echo(run_here(read_entries(news), count))


def _show(name: str, score: Score) -> None:
    click.echo(f"{name:32} P {score.precision:.4f}  R {score.recall:.4f}  F1 {score.f1:.4f}")


if __name__ == "__main__":
    measures()
