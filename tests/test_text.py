"""Text as the program keeps it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import clean_text, one_line, slug

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


@given(st.text(st.characters()))
def test_cleaning_twice_changes_nothing_and_what_is_clean_can_be_written(raw: str) -> None:
    cleaned = clean_text(raw)
    assert clean_text(cleaned) == cleaned
    assert cleaned.encode().decode() == cleaned
    assert len(one_line(raw).splitlines()) <= 1
    assert slug(raw).encode("ascii").decode() == slug(raw)
