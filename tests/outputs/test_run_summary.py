"""The summary of a run for the comment on a pull request."""

import re
from dataclasses import replace

import markdown  # type: ignore[import-untyped]
import pytest

from generator.errors import Problem
from generator.events.questions import Question
from generator.outputs.run_report import Fate, Report
from generator.outputs.run_summary import summary
from generator.pages.markdown import visible
from tests.pages.reading import read
from tests.pages.sample import HOSTILE

REPORT = Report(
    "5 articles, 3 events, 0 disagreements",
    (
        Fate("added", "27 January 2025", "Nvidia falls"),
        Fate("changed", "2025", "It rose", ("date was January 2025, because: the ministry said so", "kind was other")),
        Fate("lost", "date unknown", "Gone", ("off topic",)),
    ),
    (Question("one", "2025: It rose", ("sources disagree about the amount",), 1.0, (), ()),),
    {"corpus/a.md": 2},
    ("site_config/decisions.yml:3: needless",),
    (Problem("corpus/x.md", 3, "'published' is not a date"),),
)
MARKDOWN = """## Timeline: 1 added, 1 changed, 1 lost

5 articles, 3 events, 0 disagreements

### Added

- 27 January 2025: **Nvidia falls**

### Changed

- 2025: **It rose**
  - date was January 2025, because: the ministry said so
  - kind was other

### No longer shown

- date unknown: **Gone**
  - off topic

### To look at

- 2025: It rose: sources disagree about the amount &#91;one&#93;
- 1 article of which no address is known

### Decisions

- site&#95;config/decisions.yml:3: needless

### Left out

- corpus/x.md:3: 'published' is not a date
"""
TRAPS = [
    HOSTILE,
    "@octocat/team and a@b.example",
    "#12 GH-12 octo/cat#12 gh-3",
    "http://a.example HTTPS://b.example www.c.example ftp://d.example",
    "![x](http://a.example/x.png) <img src=x> [a](javascript:alert(1)) <!-- x -->",
    "- [ ] task\n\n# heading\n```\ncode",
    "| a | b |\n|---|---|",
    "1. one",
    ":tada: \u202e \x00 \u2028",
]


def hostile(words: str) -> Report:
    return Report(
        words,
        tuple(Fate(word, words, words, (words,)) for word in ("added", "changed", "lost")),
        (Question(words, words, (words,), 1.0, (), ()),),
        {},
        (words,),
        (Problem(words, 1, words),),
    )


def test_it_says_what_was_added_changed_and_lost_and_what_to_look_at() -> None:
    assert summary(REPORT) == MARKDOWN


def test_a_run_that_changed_nothing_is_told_in_two_lines() -> None:
    nothing = Report("0 articles, 0 events, 0 disagreements", (), (), {}, ())
    assert summary(nothing) == "## Timeline: 0 added, 0 changed, 0 lost\n\n0 articles, 0 events, 0 disagreements\n"


@pytest.mark.parametrize("words", TRAPS)
def test_whatever_the_texts_hold_is_only_text(words: str) -> None:
    made = summary(hostile(words))
    plain, trapped = (read(markdown.markdown(summary(hostile(text)))) for text in ("harmless", words))
    assert [name for name, _ in trapped.elements] == [name for name, _ in plain.elements]
    assert "".join(visible(words).split())[:20] in "".join(trapped.text.replace("\u2060", "").split())
    assert not re.search(r"[@]\w|&#35;\w|\bgh-\d|://|www\.\w|[<`|!]\[|<", made, re.IGNORECASE)


def test_it_fits_into_a_comment_and_long_texts_are_cut() -> None:
    long = replace(hostile("x&" * 400), fates=tuple(Fate("added", "2025", "<" * 900) for _ in range(99)))
    made = summary(long)
    assert len(made) <= 65_536
    assert made.endswith("\n- and more than there is room for here\n")
    assert "x&#38;x" in made
