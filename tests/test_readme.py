"""What README.md shows is what the program reads."""

import re
from pathlib import Path

from generator.articles.front_matter import KEYS
from generator.articles.marked_text import read_marked_text
from generator.decision_forms import read_decisions
from generator.errors import Problem
from generator.settings import EditEvent

HERE = Path(__file__).parents[1]
README = (HERE / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_the_front_matter_that_it_shows_is_read_with_every_key() -> None:
    article = read_marked_text("corpus/x.md", BLOCKS[0].encode())
    assert all(f"{key}:" in BLOCKS[0] for key in KEYS)
    assert article.title == "Why DeepSeek could mark a turning point for Silicon Valley on AI"
    assert article.clues[0].day.isoformat() == "2025-01-29"


def test_the_decision_that_it_shows_is_read() -> None:
    problems: list[Problem] = []
    (decision,) = read_decisions(BLOCKS[1], "README.md", [], problems)
    assert not problems
    assert isinstance(decision.form, EditEvent)


def test_every_file_that_it_links_to_or_names_is_there() -> None:
    linked = re.findall(r"\]\(([^):#]+)\)", README)
    named = re.findall(r"`((?:site_config|docs(?!/data)|\.github)/[\w./-]+\.\w+)`", README)
    missing = [path for path in {*linked, *named} if not (HERE / path).exists()]
    assert not missing
