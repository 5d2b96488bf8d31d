"""Reading one `.md` or `.txt` file."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles import READERS
from generator.articles.marked_text import read_marked_text
from generator.dates.when import to_edtf
from generator.errors import BadInput

READ = [
    ("Plain.", "Plain.", 1, []),
    ("", "", 1, []),
    ("\ufeffAfter a byte order mark.", "After a byte order mark.", 1, []),
    ("One.\r\nTwo.\rThree.", "One.\nTwo.\nThree.", 1, []),
    ("e\u0301", "é", 1, []),
    ("a\x1bb\x07c\x85d\te", "a b c d\te", 1, []),
    ("---\ntitle: T\n---\nText.", "Text.", 4, []),
    ("---\r\ntitle: T\r\n---\r\nText.", "Text.", 4, []),
    ("---\n---\nText.", "Text.", 3, []),
    ("---\ntitle: T\n---\n\nText.", "\nText.", 4, []),
    (" date 2025-01-28 Text.", "Text.", 1, [("header", "2025-01-28")]),
    ("date 2025-01-28\nText.", "\nText.", 1, [("header", "2025-01-28")]),
    (
        "---\npublished: 2025-01-29\n---\n date 2001-02-25 T",
        "T",
        4,
        [("stated", "2025-01-29"), ("header", "2001-02-25")],
    ),
    ("---\npublished: 2025-01\n---\nText.", "Text.", 4, [("stated", "2025-01")]),
    ("---\npublished: 2025\n---\nText.", "Text.", 4, [("stated", "2025")]),
    ("---\npublished: 2025-01-29T23:30:00-05:00\n---\nText.", "Text.", 4, [("stated", "2025-01-29")]),
    ("---\npublished: 2025-01-29 23:30\n---\nText.", "Text.", 4, [("stated", "2025-01-29")]),
    ("---\npublished:\ntitle: ''\n---\nText.", "Text.", 5, []),
    ("The date 2025-01-28 is no header.", "The date 2025-01-28 is no header.", 1, []),
    ("date 2025-01-281 is no header.", "date 2025-01-281 is no header.", 1, []),
]


@pytest.mark.parametrize(("raw", "text", "line", "clues"), READ)
def test_text_and_clues_are_what_is_left_of_a_file(
    raw: str, text: str, line: int, clues: list[tuple[str, str]]
) -> None:
    article = read_marked_text("corpus/x.md", raw.encode())
    found = [(clue.basis, to_edtf(clue.when) if clue.when else clue.day.isoformat()) for clue in article.clues]
    assert (article.text, article.text_line, found) == (text, line, clues)


def test_every_key_of_the_front_matter_is_kept() -> None:
    keys = {
        "title": "A title: with a colon",
        "url": "https://a.example/x?y=1",
        "archive_url": "https://web.archive.org/web/1/https://a.example/x",
        "publisher": "A & B",
        "author": "Ann O'Nym",
        "syndicated_from": "CNN",
        "license": "CC BY 4.0",
        "accessed": "2025-02-03",
    }
    front = "\n".join(f'{key}: "{value}"' for key, value in keys.items())
    article = read_marked_text("corpus/x.md", f"---\n{front}\n---\nText.".encode())
    assert {key: str(getattr(article, key)) for key in keys} == keys
    assert article.accessed == date(2025, 2, 3)


REFUSED = [
    (b"a\nb\0c", ["corpus/x.md:2: not a text: it holds a NUL byte"]),
    (b"a\n\ncaf\xe9", ["corpus/x.md:3: not UTF-8: the byte 0xe9 cannot be read; save the file as UTF-8"]),
    (
        b"---\ntitle: T\nText.",
        ["corpus/x.md:1: the front matter that begins here has no end: a line with --- alone is missing"],
    ),
    (b"---\npublished: 2025-13-01\n---\nT", ["corpus/x.md:2: 'published' is not a date: \"2025-13-01\""]),
    (b"---\npublished: 2025-02-30\n---\nT", ["corpus/x.md:2: 'published' is not a date: \"2025-02-30\""]),
    (b"---\npublished: 2025-00\n---\nT", ["corpus/x.md:2: 'published' is not a date: \"2025-00\""]),
    (b"---\npublished: 0000\n---\nT", ["corpus/x.md:2: 'published' is not a date: \"0000\""]),
    (
        b"---\npublished: 9999-12-31\n---\nT",
        ["corpus/x.md:2: 'published' is no time in which newspapers are printed: \"9999-12-31\""],
    ),
    (b"---\npublished: last week\n---\nT", ["corpus/x.md:2: 'published' is not a date: \"last week\""]),
    (
        b"---\npublished: '[..2025-01-28]'\n---\nT",
        ["corpus/x.md:2: 'published' must have a first and a last day it may mean: \"[..2025-01-28]\""],
    ),
    (b"---\naccessed: 2025-01\n---\nT", ["corpus/x.md:2: 'accessed' must be a day: \"2025-01\""]),
    (b"---\npublsihed: 2025-01-01\n---\nT", ["corpus/x.md:2: unknown key 'publsihed'; did you mean 'published'?"]),
    (b"---\nauthors: A\n---\nT", ["corpus/x.md:2: unknown key 'authors'; did you mean 'author'?"]),
    (b"---\ntitle: A\ntitle: B\n---\nT", ["corpus/x.md:3: 'title' is given twice"]),
    (
        b"---\ntitle: [A, B]\n---\nT",
        [
            "corpus/x.md:2: 'title' must be a single value and is a list; put quotes round "
            "text that contains braces or brackets"
        ],
    ),
    (b"---\n- title\n---\nT", ["corpus/x.md:2: expected keys and values, found a list"]),
    (b"---\nurl: a: b\n---\nT", ["corpus/x.md:2: not YAML: mapping values are not allowed here"]),
    (b"---\nurl: &a x\ntitle: *a\n---\nT", ["corpus/x.md:3: not YAML: aliases (*name) are not read here"]),
    (
        b"---\npublished: 2025-02-01\naccessed: 2025-01-31\n---\nT",
        ["corpus/x.md:2: 'published' (2025-02-01) is after 'accessed' (2025-01-31)"],
    ),
    (b"---\ntitle: T\n---\n\n date 2025-13-45 T", ['corpus/x.md:5: the date header is not a date: "2025-13-45"']),
    (
        b"---\naccessed: never\nfoo: 1\n---\n date 2025-02-30 T",
        [
            "corpus/x.md:2: 'accessed' is not a date: \"never\"",
            "corpus/x.md:3: unknown key 'foo'; known are title, url, archive_url, publisher, author, published, "
            "published_basis, syndicated_from, accessed, license",
            'corpus/x.md:5: the date header is not a date: "2025-02-30"',
        ],
    ),
]


@pytest.mark.parametrize(("raw", "problems"), REFUSED)
def test_a_broken_file_is_refused_with_every_problem_and_its_line(raw: bytes, problems: list[str]) -> None:
    with pytest.raises(BadInput) as caught:
        read_marked_text("corpus/x.md", raw)
    assert str(caught.value).split("\n") == problems


@pytest.mark.parametrize("depth", [100, 100_000])
def test_deeply_nested_front_matter_is_refused_and_kills_nothing(depth: int) -> None:
    with pytest.raises(BadInput):
        read_marked_text("corpus/x.md", b"---\ntitle: " + b"[" * depth + b"\n---\nT")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "https://a b", "//x", "https://<b>", "x"]
)
def test_an_address_that_is_none_is_left_out_and_noted(address: str) -> None:
    article = read_marked_text("corpus/x.md", f"---\nurl: '{address}'\n---\nText.".encode())
    assert article.url is None
    assert article.notes == (f"its 'url' was left out, because it is not a web address: \"{address}\"",)


def test_an_address_may_hold_quotation_marks_as_real_ones_do() -> None:
    address = 'http://en.wikinews.org/wiki/Boeing_787_"Dreamliner"_makes_maiden_flight'
    assert read_marked_text("corpus/x.md", f"---\nurl: '{address}'\n---\nText.".encode()).url == address


def test_a_header_of_a_time_without_newspapers_is_left_out_and_noted() -> None:
    article = read_marked_text("corpus/x.md", b" date 0001-01-01 Text.")
    assert (article.text, article.clues) == ("Text.", ())
    assert article.notes == ("its date header was left out, because no newspaper is of that time: 0001-01-01",)


def test_a_file_without_text_is_an_article_that_says_so() -> None:
    assert read_marked_text("corpus/no-text.md", b"---\npublished: 2025-01-01\n---\n").notes == ("it holds no text",)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_without_a_nul_is_read_or_refused_in_words(text: str) -> None:
    article = None
    with suppress(BadInput):
        article = READERS[".txt"]("corpus/x.txt", text.encode())
    assert article is None or (article.title.strip() and "\r" not in article.text)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Ghent siege: the gunman's end", "Ghent siege: the gunman's end"),
        ("title:  'One: two'", "One: two"),
        ("title: Vote: 52% to 48 # by noon", None),
        ("title: One:two", "One:two"),
    ],
)
def test_a_title_with_a_colon_needs_no_quotes(line: str, title: str | None) -> None:
    text = f"---\n{line}\n---\nT".encode()
    if title is None:
        with pytest.raises(BadInput):
            read_marked_text("corpus/x.md", text)
    else:
        assert read_marked_text("corpus/x.md", text).title == title
