"""How long the program takes and how much memory it needs, each run in a process of its own.

Seconds are of the processor, so that what else the machine does counts little; the program uses one core.
"""

import gc
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import process_time

from benchmarks.events.articles import articles_of, write_project
from benchmarks.events.many import Entry, make_entries
from benchmarks.events.sample import timeline_of
from generator.cli import COLLECTED_AFTER

_MEGABYTE = 1024


@dataclass(frozen=True, slots=True)
class Pace:
    """A run over so many articles: its seconds, the process's peak memory in megabytes, and the events it gave."""

    articles: int
    seconds: float
    megabytes: float
    events: int

    @property
    def rate(self) -> float:
        """Articles a second."""
        return self.articles / self.seconds


def whole_process(entries: Sequence[Entry]) -> float:
    """The seconds of `dateline generate` on a new project of these articles, start-up and page writing included."""
    with tempfile.TemporaryDirectory() as folder:
        write_project(entries, Path(folder))
        return _seconds_of([sys.executable, "-m", "generator", "-C", folder, "generate"])


@dataclass(frozen=True, slots=True)
class Regenerated:
    """The seconds of `dateline generate` on a new project, on the same once more, and with one more article."""

    first: float
    unchanged: float
    one_new: float


def regenerate(real: Sequence[Entry], count: int) -> Regenerated:
    """Three runs on a project of so many articles made from the real ones."""
    *most, new = make_entries(real, count + 1)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "generator", "-C", folder, "generate"]
        write_project(most, Path(folder))
        first, unchanged = _seconds_of(command), _seconds_of(command)
        write_project([new], Path(folder))
        return Regenerated(first, unchanged, _seconds_of(command))


def bare_process(entries: Sequence[Entry]) -> float:
    """The seconds of a process that reads the same project and makes its timeline, but writes no page."""
    program = (
        "import sys; from datetime import date; from pathlib import Path; from generator.project import open_project;"
        "from generator.pipeline import make_timeline; from generator.dates.rules import default_rules;"
        "p = open_project(Path(sys.argv[1]));"
        "make_timeline(p.articles, default_rules(), p.settings, p.history, date(2000, 1, 1))"
    )
    with tempfile.TemporaryDirectory() as folder:
        write_project(entries, Path(folder))
        return _seconds_of([sys.executable, "-c", program, folder])


def _seconds_of(command: Sequence[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run_apart(news: Path, count: int) -> Pace:
    """`run_here` in a process of its own, whose memory is the run's alone."""
    command = [sys.executable, "-m", "benchmarks.events", "one-run", str(news), str(count)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Pace(**json.loads(done.stdout))


def run_here(real: Sequence[Entry], count: int) -> str:
    """Make a timeline of so many articles made from the real ones; the Pace as JSON."""
    gc.set_threshold(COLLECTED_AFTER)  # as the command does
    articles = articles_of(make_entries(real, count))
    start = process_time()
    timeline = timeline_of(articles)
    seconds = process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE
    return json.dumps(asdict(Pace(len(articles), seconds, peak, len(timeline.events))))
