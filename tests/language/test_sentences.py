"""A text into sentences, headings and list items."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.sentences import split_sentences

CUT = {
    "two sentences": ["Rain fell.", "It stopped."],
    "a question and a cry": ["Did it rain?", "It did!", "Nobody minded."],
    "a title before a name": ["Dr. Weber met Mrs. Lund in St. Gallen.", "They talked."],
    "initials": ["J. R. R. Tolkien wrote it.", "G. W. Bush read it."],
    "an abbreviation inside": ["The U.S. economy grew by approx. 2 percent, i.e. less than in Jan. 2024.", "So what?"],
    "an abbreviation that ends a sentence": ["He flew to the U.S.", "The visit was short."],
    "a company's suffix inside": ["Widget Inc. bought Nutbolt Corp. for $3 million.", "Nobody knew."],
    "a company's suffix at the end": ["It was bought by Widget Inc.", "The price is not known."],
    "a time of day": ["It began at 3 p.m. and ended at 5 p.m.", "The hall was empty."],
    "a decimal number and an amount": ["Prices rose 2.5 percent to $3.75 in March.", "Wages fell."],
    "a number with No.": ["It is the No. 2 carmaker.", "No. 1 is Vesta."],
    "an ellipsis inside a sentence": ["He waited … and waited.", "Nothing came."],
    "a quotation that ends with its sentence": ["“We are ready.”", "She left."],
    "a quotation inside a sentence": ["“We are ready,” she said.", "He was not."],
    "a straight quotation mark after the stop": ['He said "we are ready."', "She left."],
    "a bracket after the stop": ["It rained (it often does).", "Then the sun came out."],
    "a sentence that opens with a quotation mark": ["It was over.", "“Go home,” he said."],
    "a sentence that opens with a digit": ["It was over.", "400 people went home."],
    "a web address": ["See example.org for more.", "Or call."],
    "letters of other alphabets": ["Über Österreich fiel Regen.", "Éric a dit non."],
}  # fmt: skip


@pytest.mark.parametrize("expected", CUT.values(), ids=CUT.keys())
def test_a_sentence_ends_where_a_reader_ends_it(expected: list[str]) -> None:
    assert [sentence.text for sentence in split_sentences(" ".join(expected))] == expected


BLOCKS = [
    ("Rain in Bergen\nRain fell on Monday.", [("Rain in Bergen", True), ("Rain fell on Monday.", False)]),
    ("Rain fell on Monday.\n\nSun on Tuesday\n", [("Rain fell on Monday.", False), ("Sun on Tuesday", True)]),
    ("- Rain fell.\n* Snow fell.\n1. It fell.", [("Rain fell.", False), ("Snow fell.", False), ("It fell.", False)]),
    ("• Weather: Rain fell on Monday.", [("Rain fell on Monday.", False)]),
    ("What happened: Rain fell on Monday.", [("Rain fell on Monday.", False)]),
    ("Rain fell; it was Monday.", [("Rain fell; it was Monday.", False)]),
    ("", []),
    (" \n\t\n ", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BLOCKS)
def test_headings_list_items_and_labels_are_told_from_sentences(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(sentence.text, sentence.is_heading) for sentence in split_sentences(text)] == expected


WRAPPED = """The council of Bergen met on Monday evening to talk about the
old harbour, which has been closed to ships since the spring of
last year. It decided nothing.

On Tuesday the mayor said that a second meeting would follow in
the autumn. He did not name a day."""


def test_lines_that_a_mailer_wrapped_are_joined_to_sentences() -> None:
    assert [(s.paragraph, len(s.text.split()), s.is_heading) for s in split_sentences(WRAPPED)] == [
        (0, 26, False),
        (0, 3, False),
        (1, 14, False),
        (1, 6, False),
    ]


def test_each_line_is_a_paragraph_of_its_own_where_lines_are_not_wrapped() -> None:
    found = split_sentences("Rain fell. It was cold.\nSnow fell.\n\nHail fell.")
    assert [(s.paragraph, s.text) for s in found] == [
        (0, "Rain fell."),
        (0, "It was cold."),
        (1, "Snow fell."),
        (2, "Hail fell."),
    ]


PIECES = st.sampled_from([
    "Rain fell", ".", "!", "?", "…", " ", "\n", "\n\n", "Dr.", "U.S.", "J.", "“", "”", '"', "(", ")", "- ", "• ", "1. ",
    "Label: ", "é", "東京", "\u00a0", "\u2028", "\u200b", "<b>", "3.5", "a" * 60, "😀", "İ",
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=60).map("".join))


@given(TEXTS)
def test_sentences_are_slices_of_the_text_in_order_without_overlap(text: str) -> None:
    found = split_sentences(text)
    for sentence in found:
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.text == sentence.text.strip()
        assert sentence.text
    for first, second in pairwise(found):
        assert first.end <= second.start
        assert first.paragraph <= second.paragraph


@given(st.text(alphabet="Rain.!?…“” \n\t", max_size=300))
def test_no_character_but_white_space_is_left_out_of_a_text_without_labels_and_markers(text: str) -> None:
    assert [c for s in split_sentences(text) for c in s.text if not c.isspace()] == list("".join(text.split()))


class Watched(str):
    """A text that counts the characters that slices of it copy."""

    __slots__ = ()
    copied = 0

    def __getitem__(self, key: object) -> str:
        piece = str.__getitem__(self, key)  # type: ignore[index]
        Watched.copied += len(piece)
        return piece


@pytest.mark.parametrize("unit", ["Rain fell in Bergen. ", "word ", "a", "Dr. ", "? ", "“Rain.” "])
def test_the_work_on_one_unbroken_line_grows_no_faster_than_the_line(unit: str) -> None:
    copied = []
    for size in (250_000, 500_000, 1_000_000):
        Watched.copied = 0
        split_sentences(Watched(unit * (size // len(unit))))
        copied.append(Watched.copied)
    assert all(later <= 2.5 * earlier for earlier, later in pairwise(copied)), copied


def test_a_line_of_dots_ends_a_sentence_once() -> None:
    text = "Rain fell " + "." * 5_000 + " 12\nSnow fell."
    assert [sentence.text for sentence in split_sentences(text)][-1] == "Snow fell."
