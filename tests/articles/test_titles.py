"""Titles of articles that state none."""

import pytest

from generator.articles.titles import title_of

LONG = "Some American tech CEOs are clambering to respond before clients switch to cheaper offerings, it is said."

TITLES = [
    ("Why it matters\nSilicon Valley is worried.", "Why it matters"),
    ("\n\n  Why it   matters \n\nText.", "Why it matters"),
    ("# Why it matters\nText.", "Why it matters"),
    ("Will it matter?\nText.", "Will it matter?"),
    ("“It matters.”\nText.", "“It matters.”"),
    ("It matters.\nText.", "It matters."),
    ("Only one line", "Only one line"),
    (f"{LONG}\nText.", "Some American tech CEOs are clambering to respond before…"),
    (f"- {LONG}\n- Second", "- Some American tech CEOs are clambering to respond before…"),
    ("x" * 200, "x" * 60 + "…"),
    ("", "no text"),
    (" \n\t\n", "no text"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_the_title_is_a_heading_or_the_first_words(text: str, title: str) -> None:
    assert title_of(text, "corpus/no-text.md") == title


def test_a_title_is_never_empty() -> None:
    assert title_of("", "corpus/-.md") == "Untitled"
