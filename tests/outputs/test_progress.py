"""The line that says how far a run is."""

from io import StringIO
from itertools import count

from generator.outputs.progress import progress_line, tell_nothing, telling
from generator.pipeline import make_always


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_how_far_a_run_is_and_is_left_clean() -> None:
    terminal = Terminal()
    with progress_line(terminal, iter(count()).__next__) as tell:
        tell("Reading articles: 10 of 10")
        tell("Making pages")
    shown, blank, rest = terminal.getvalue().rsplit("\r", 2)
    assert shown.split("\r") == ["", "Reading articles: 10 of 10", f"{'Making pages':<26}"]
    assert (blank.strip(), rest) == ("", "")


def test_a_short_run_says_nothing() -> None:
    terminal = Terminal()
    with progress_line(terminal, lambda: 0.0) as tell:
        tell("Making pages")
    assert terminal.getvalue() == ""


def test_what_is_no_terminal_gets_no_line() -> None:
    with progress_line(StringIO()) as tell:
        assert tell is tell_nothing


def test_each_article_is_told_of_in_each_stage_and_each_pass() -> None:
    told: list[str] = []
    remember = telling(make_always, 2, told.append)
    for stage in ("names", "names", "mentions", "mentions", "mentions"):
        assert remember((stage, "text"), lambda: "made") == "made"
    assert told == [
        "Reading articles: 1 of 2",
        "Reading articles: 2 of 2",
        "Finding events: 1 of 2",
        "Finding events: 2 of 2",
        "Finding events: 1 of 2",
    ]
