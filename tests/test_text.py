"""Text as the program keeps it."""

from unicodedata import combining

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import MOST_MARKS, clean_text, one_line, slug

CLEANED = [
    ("a\r\nb\rc", "a\nb\nc"),
    ("e\u0301", "é"),
    ("a\x00b\x1bc\x85d\x7fe", "a b c d e"),
    ("\ud83d\ude00", "😀"),
    ("a\ud83d", "a\ufffd"),
    ("\ude00\ud83d", "\ufffd\ufffd"),
    ("a\tb\n", "a\tb\n"),
]


@pytest.mark.parametrize(("raw", "cleaned"), CLEANED)
def test_text_is_cleaned_of_what_no_file_can_hold(raw: str, cleaned: str) -> None:
    assert clean_text(raw) == cleaned


# U+0344 is taken apart into two marks; U+FB2C is a letter that leaves two marks behind.
MARKS = st.sampled_from("e\ufb2c\u0301\u0323\u0344\u034f\u0f73\u05bc") | st.characters()


@given(st.text(MARKS, max_size=200) | st.text(st.sampled_from("\u0301\u0323\u0344"), min_size=29, max_size=200))
def test_no_letter_keeps_more_marks_than_are_quick_to_sort(raw: str) -> None:
    cleaned = clean_text(raw)
    assert clean_text(cleaned) == cleaned
    runs = "".join("m" if combining(character) else " " for character in cleaned).split()
    assert all(len(run) <= MOST_MARKS for run in runs)


def test_a_megabyte_of_marks_on_one_letter_is_cleaned() -> None:
    marks = "\u0301\u0323" * 500_000
    assert clean_text("a" + marks).count("\u0301") >= 499_999


@given(st.text(st.characters()))
def test_cleaning_twice_changes_nothing_and_what_is_clean_can_be_written(raw: str) -> None:
    cleaned = clean_text(raw)
    assert clean_text(cleaned) == cleaned
    assert cleaned.encode().decode() == cleaned
    assert len(one_line(raw).splitlines()) <= 1
    assert slug(raw).encode("ascii").decode() == slug(raw)
