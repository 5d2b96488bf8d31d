"""Web pages as browsers save them: the article in them, and the day that they themselves state."""

import sys
from datetime import date
from pathlib import Path

import pytest

from generator.articles.web_page import read_web_page
from generator.errors import BadInput
from generator.model import Article, Basis

NEWS = (Path(__file__).parent / "pages/news.html").read_bytes()
SENTENCES = (
    "Shares of Nvidia fell 17% on Monday, the largest loss of value in a day that any company has had, as investors "
    "asked how much computing power the next language models will need.",
    "The company said in a statement that demand for its processors had not changed, and that it would report its "
    "results for the quarter as planned in the last week of February.",
    "Analysts at two banks cut their targets for the share price, while a third kept its own and called the fall a "
    "misunderstanding of what cheaper models mean for the whole industry.",
)
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(head: str = "", byline: str = "", after: str = "") -> bytes:
    return (
        f"<!DOCTYPE html><html><head><title>Chip maker falls</title>{head}</head><body><nav>Home World</nav>"
        f"<main><article><h1>Chip maker falls</h1>{byline}{BODY}</article></main>{after}</body></html>"
    ).encode()


def read(data: bytes, address: str | None = None) -> Article:
    return read_web_page("corpus/x.html", data, address)


def test_the_article_of_a_saved_page_is_found_and_nothing_round_it() -> None:
    article = read(NEWS)
    assert article.title == "Chip maker falls 17% in a day"
    assert (article.publisher, article.author) == ("The Courier", "Ada Clark")
    assert article.url == "https://www.courier.example/business/chip-maker-falls"
    assert len(article.text.split("\n\n")) >= 4
    for sentence in ("Shares of Nvidia fell 17% on Monday, the largest", "to report to Congress before the summer."):
        assert sentence in article.text
    for around in ("842 partners", "Sport", "Ten shares to watch", "Copyright", "owned"):
        assert around not in article.text
    (clue,) = article.clues
    assert (clue.basis, clue.day) == (Basis.HTML, date(2025, 1, 28))
    assert "2025-01-28T07:30:00-05:00" in clue.words


LD = '<script type="application/ld+json">{}</script>'
STATED = {
    "meta": page('<meta property="article:published_time" content="2025-01-28T23:30:00-05:00">'),
    "Dublin Core": page('<meta name="DC.date.issued" content="2025-01-28">'),
    "the month in words": page('<meta name="pubdate" content="Tue, 28 Jan 2025 10:00:00 GMT">'),
    "JSON-LD in a list": page(LD.format('[{"@type": ["NewsArticle"], "datePublished": "2025-01-28"}]')),
    "the article alone, not the page": page(
        LD.format('[{"@type": "WebSite", "datePublished": "2001-01-01"}, {"@type": "BlogPosting", '
                  '"datePublished": "2025-01-28T00:00:00Z"}]')
    ),
    "time": page(byline='<p>Published <time datetime="2025-01-28T10:00">yesterday</time></p>'),
    "time of publication and of change": page(
        byline='<p><time itemprop="datePublished" datetime="2025-01-28">28.1.</time></p>'
        '<p>Updated <time datetime="2025-02-09">9.2.</time></p>'
    ),
    "a line for readers": page(byline='<p class="post-date">Posted on January 28th, 2025 at 9:40 am</p>'),
}  # fmt: skip


@pytest.mark.parametrize("data", STATED.values(), ids=STATED)
def test_the_day_is_the_one_that_the_page_states(data: bytes) -> None:
    assert [(clue.basis, clue.day) for clue in read(data).clues] == [(Basis.HTML, date(2025, 1, 28))]


UNSTATED = {
    "nothing": page(),
    "a copyright line": page(after='<footer><p class="date">Copyright 28 January 2025</p></footer>'),
    "a copyright line without a footer": page(after='<p class="date">© 28 January 2025 The Courier</p>'),
    "the day of a change": page('<meta property="article:modified_time" content="2025-01-28">'),
    "a time in the side column": page(after='<aside><time datetime="2025-01-28">Tuesday</time></aside>'),
    "two times": page(byline='<time datetime="2025-01-28">a</time><time datetime="2025-01-29">b</time>'),
    "digits that could be two days": page(byline='<p class="date">3/4/2025</p>'),
    "a month that does not exist": page('<meta name="date" content="2025-13-01">'),
    "a year before newspapers": page('<meta name="date" content="0001-01-01T00:00:00Z">'),
    "a list of articles": page(
        LD.format('[{"@type": "Article", "datePublished": "2025-01-28"}, '
                  '{"@type": "Article", "datePublished": "2025-01-29"}]')
    ),
    "broken JSON-LD": page(LD.format('{"@type": "Article", "datePublished": ')),
    "the day of an event in the text": page(after="<p>It opened on January 28, 2025.</p>"),
}  # fmt: skip


@pytest.mark.parametrize("data", UNSTATED.values(), ids=UNSTATED)
def test_no_day_is_guessed(data: bytes) -> None:
    assert read(data).clues == ()


def test_a_month_is_not_made_a_day() -> None:
    (clue,) = read(page('<meta name="date" content="2025-01">')).clues
    assert clue.when is not None
    assert (clue.when.earliest, clue.when.latest) == (date(2025, 1, 1), date(2025, 1, 31))


def test_what_a_page_states_twice_and_differently_is_kept_in_order() -> None:
    head = '<meta property="article:published_time" content="2025-01-28"><meta name="date" content="2025-02-03">'
    assert [clue.day for clue in read(page(head)).clues] == [date(2025, 1, 28), date(2025, 2, 3)]


ADDRESSES = {
    "canonical": ('<link rel="canonical" href="https://a.example/x">', None, "https://a.example/x", None),
    "relative": ('<link rel="canonical" href="/x">', "https://a.example/y?z", "https://a.example/x", None),
    "the front page": (
        '<link rel="canonical" href="https://a.example/">', "https://a.example/y", "https://a.example/y", None
    ),
    "a script": ('<link rel="canonical" href="javascript:alert(1)">', "https://a.example/y", "https://a.example/y", None
    ),
    "an archive": (
        "",
        "https://web.archive.org/web/20250129102030/https://a.example/x",
        "https://a.example/x",
        "https://web.archive.org/web/20250129102030/https://a.example/x",
    ),
    "none": ("", None, None, None),
}  # fmt: skip


@pytest.mark.parametrize(("head", "address", "url", "archive_url"), ADDRESSES.values(), ids=ADDRESSES)
def test_the_address_is_the_canonical_one(
    head: str, address: str | None, url: str | None, archive_url: str | None
) -> None:
    article = read(page(head), address)
    assert (article.url, article.archive_url) == (url, archive_url)


def test_a_publisher_of_which_only_the_host_is_known_is_left_to_the_list_of_publishers() -> None:
    assert read(page(), "https://a.example/x").publisher is None


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (page('<meta charset="iso-8859-1">').replace(b"Nvidia", b"N\xe9vidia \x93x\x94"), None),
        (page().replace(b"Nvidia", b"N\xe9vidia \x93x\x94"), "windows-1252"),
        (page().replace(b"Nvidia", "Névidia “x”".encode()), "latin-1"),
        (page().decode().replace("Nvidia", "Névidia “x”").encode("utf-16"), None),
        (page('<meta charset="no-such-thing">').replace(b"Nvidia", b"N\xe9vidia \x93x\x94"), None),
    ],
)
def test_the_encoding_is_the_one_in_which_the_page_is(data: bytes, charset: str | None) -> None:
    assert "Shares of Névidia “x” fell" in read_web_page("corpus/x.html", data, None, charset).text


def test_a_hostile_title_stays_one_line_of_text() -> None:
    data = page().replace(b"Chip maker falls", b"&lt;script&gt;alert(1)&lt;/script&gt;\n---\nurl: x {{ 7*7 }}")
    assert "\n" not in read(data).title
    assert "{{ 7*7 }}" in read(data).title


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 of no use", b"\x00\x01<p>", b"<", b"<!-- -->"])
def test_what_is_no_web_page_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput, match=r"^corpus/x\.html: "):
        read(data)


def test_a_page_without_an_article_says_so() -> None:
    assert read(b"<html><head><title>Empty</title></head><body></body></html>").notes == (
        "no article was found on this page",
    )


def test_without_the_optional_part_a_page_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(BadInput, match="optional part 'web'"):
        read(NEWS)
