"""`dateline add`: files brought into the corpus, each once."""

from html import escape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.articles.corpus import read_articles
from generator.articles.marked_text import read_marked_text
from generator.cli import main
from generator.model import Basis
from generator.settings import Settings
from tests.web_server import Reply, serving

NEWS = Path(__file__).parent / "articles/pages/news.html"
WRITTEN = "chip-maker-falls-17-in-a-day.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "site_config").mkdir(parents=True)
    return folder


def add(project: Path, *sources: object) -> Result:
    command = ["-C", str(project), "add", *map(str, sources)]
    return CliRunner().invoke(main, command, env={"SOURCE_DATE_EPOCH": "1738368000"})


def names(project: Path) -> list[str]:
    return sorted(path.name for path in (project / "corpus").glob("*")) if (project / "corpus").exists() else []


def test_a_saved_page_becomes_an_article_with_its_metadata(project: Path) -> None:
    done = add(project, NEWS)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == f"{NEWS}: added as corpus/{WRITTEN}\n"
    text = (project / "corpus" / WRITTEN).read_text("utf-8")
    assert text.startswith(
        "---\ntitle: Chip maker falls 17% in a day\nurl: https://www.courier.example/business/chip-maker-falls\n"
        "publisher: The Courier\nauthor: Ada Clark\n"
        "published: 2025-01-28\npublished_basis: html\naccessed: 2025-02-01\n---\n"
    )
    (article,) = read_articles(project, Settings())
    assert [clue.basis for clue in article.clues] == [Basis.HTML]


def test_a_saved_page_in_the_corpus_is_read_as_the_article_made_of_it_is(project: Path) -> None:
    add(project, NEWS)
    (project / "corpus/page.html").write_bytes(NEWS.read_bytes())
    (article,) = read_articles(project, Settings())
    assert len(article.copies) == 1


def test_what_is_there_is_not_added_again(project: Path, tmp_path: Path) -> None:
    add(project, NEWS)
    other = tmp_path / "same-address.html"
    other.write_text(NEWS.read_text("utf-8").replace("Shares of", "Stocks of"), "utf-8")
    text = tmp_path / "same-text.txt"
    text.write_text(read_articles(project, Settings())[0].text.replace("\n", "\n\n"), "utf-8")
    done = add(project, NEWS, other, text)
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [f"{one}: already there as corpus/{WRITTEN}" for one in (NEWS, other, text)]
    assert names(project) == [WRITTEN]


def test_two_files_of_one_call_are_told_apart(project: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(f"---\ntitle: One title\n---\nThe text of {name}.\n", "utf-8")
    done = add(project, tmp_path / "a.md", tmp_path / "b.md", tmp_path / "a.md")
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["added", "added", "already"]
    assert names(project) == ["one-title-2.md", "one-title.md"]


def test_a_text_is_taken_over_byte_by_byte(project: Path, tmp_path: Path) -> None:
    raw = b" date 2025-01-28 The share price fell.\r\n"
    (tmp_path / "x.txt").write_bytes(raw)
    add(project, tmp_path / "x.txt")
    (name,) = names(project)
    assert (project / "corpus" / name).read_bytes() == raw


def test_what_is_refused_is_named_and_the_rest_is_added(project: Path, tmp_path: Path) -> None:
    files = {
        "broken.md": b"---\npublished: 2025-13-01\nfoo: x\n---\nText.",
        "picture.png": b"\x89PNG",
        "binary.txt": b"a\0b",
        "nothing.html": b"<html><body></body></html>",
        "empty.md": b"",
        "future.html": NEWS.read_bytes().replace(b"2025-01-28", b"2025-03-28"),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    done = add(project, *(tmp_path / name for name in files), tmp_path / "missing.md", NEWS)
    assert done.exit_code == 1
    assert names(project) == [WRITTEN]
    reasons = done.stderr.splitlines()
    assert len(reasons) == 7
    assert all(": refused: " in line for line in reasons)
    assert "'published' is not a date" in reasons[0]
    assert "unknown key 'foo'" in reasons[0]
    assert "is after 'accessed'" in reasons[5]
    assert add(project, tmp_path / "binary.txt").exit_code == 2


HOSTILE = (
    "<script>alert(1)</script>",
    "../../etc/passwd",
    '"; rm -rf / #',
    "--- | `x` {{ 7*7 }}",
    "‮evil",
    "con: - [x]",
    "",
)


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_gives_a_plain_name_and_is_read_back_as_it_was(
    project: Path, tmp_path: Path, title: str
) -> None:
    saved = tmp_path / "page.html"
    saved.write_text(NEWS.read_text("utf-8").replace("Chip maker falls 17% in a day", escape(title)), "utf-8")
    done = add(project, saved)
    assert done.exit_code == 0
    (name,) = names(project)
    assert name.removesuffix(".md").replace("-", "").isalnum()
    written = read_marked_text("x.md", (project / "corpus" / name).read_bytes())
    assert written.title
    assert title.split("</")[0].removeprefix("<script>").lstrip("\u202e") in written.title
    assert written.url == "https://www.courier.example/business/chip-maker-falls"


def test_a_full_disk_leaves_nothing_half_written(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.outputs.whole_file.os.fsync", fail)
    done = add(project, NEWS)
    assert (done.exit_code, names(project)) == (2, [])
    assert "cannot be written: No space left on device" in done.stderr


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>/</link>
<item><title>One</title><link>/one</link></item>
<item><title>Gone</title><link>/gone?utm_source=rss</link></item>
<item><title>Report</title><link>/report.pdf</link></item>
<item><title>Script</title><link>javascript:alert(1)</link></item>
<item><title>Two &amp; {extra}</title><link>/two</link></item>
<item><title>One again</title><link>/one#top</link></item>
</channel></rss>"""


def page(title: str) -> Reply:
    news = NEWS.read_text("utf-8").replace("https://www.courier.example/business/chip-maker-falls", "")
    return Reply(news.replace("Chip maker falls 17% in a day", title).replace("Nvidia", title).encode())


def feed(extra: str = "") -> dict[str, Reply]:
    """A site with a feed of six entries, of which three lead to pages."""
    return {
        "/feed": Reply(FEED.format(extra=extra).encode(), headers={"Content-Type": "application/rss+xml"}),
        "/one": page("One"),
        "/two": page("Two"),
        "/report.pdf": Reply(b"%PDF-1.7", headers={"Content-Type": "application/pdf"}),
    }


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.fetching.Fetcher._wait_for_turn", lambda *_: None)


def test_a_page_is_fetched_only_from_outside_unless_told_so(project: Path) -> None:
    with serving({"/one": page("One")}) as site:
        refused = add(project, f"{site.address}/one")
        assert (refused.exit_code, names(project)) == (2, [])
        assert "private network" in refused.stderr
        assert site.paths == []
        done = add(project, "--allow-private", f"{site.address}/one")
        assert (done.exit_code, done.stderr) == (0, "")
        (article,) = read_articles(project, Settings())
        assert (article.title, article.url) == ("One", f"{site.address}/one")
        again = add(project, "--allow-private", f"{site.address}/one/?utm_source=x#y")
    assert again.stdout == f"{site.address}/one/?utm_source=x#y: already there as corpus/one.md\n"
    assert site.paths == ["/robots.txt", "/one"]


def test_every_new_entry_of_a_feed_is_added_and_one_that_cannot_be_had_is_said(project: Path) -> None:
    with serving(feed()) as site:
        done = add(project, "--allow-private", f"{site.address}/feed")
        again = add(project, "--allow-private", f"{site.address}/feed")
    assert done.exit_code == 1
    assert names(project) == ["one.md", "two.md"]
    assert done.stderr.splitlines() == [
        f"{site.address}/gone?utm_source=rss: refused: the server answered 404 Not Found",
        f"{site.address}/report.pdf: refused: it is application/pdf, neither a web page nor a feed",
    ]
    assert [line.rpartition(": ")[2] for line in again.stdout.splitlines()] == [
        "already there as corpus/one.md", "already there as corpus/two.md", "already there as corpus/one.md",
    ]  # fmt: skip
    assert names(project) == ["one.md", "two.md"]


def test_a_feed_of_bad_xml_is_read_as_far_as_it_can_be(project: Path) -> None:
    with serving(feed("&nbsp; & <b>")) as site:
        add(project, "--allow-private", f"{site.address}/feed")
    assert names(project) == ["one.md", "two.md"]


BAD_FEEDS = {
    "entities that swell": (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel></channel></rss>',
        "entities of its own",
    ),
    "no feed at all": ("<rss <<<", "cannot be read as a feed"),
}


@pytest.mark.parametrize(("xml", "reason"), BAD_FEEDS.values(), ids=BAD_FEEDS)
def test_a_feed_that_cannot_be_read_is_refused(project: Path, xml: str, reason: str) -> None:
    with serving({"/feed": Reply(xml.encode(), headers={"Content-Type": "text/xml"})}) as site:
        done = add(project, "--allow-private", f"{site.address}/feed")
    assert (done.exit_code, names(project)) == (2, [])
    assert reason in done.stderr


def test_the_feeds_of_the_settings_are_taken_when_asked_for(project: Path) -> None:
    with serving(feed()) as site:
        (project / "site_config/feeds.yml").write_text(f"- {{name: T, url: '{site.address}/feed'}}\n", "utf-8")
        assert add(project, "--feeds", "--allow-private").exit_code == 1
    assert names(project) == ["one.md", "two.md"]


def test_without_anything_to_add_the_command_says_what_it_takes(project: Path) -> None:
    done = add(project)
    assert done.exit_code == 2
    assert "--feeds" in done.stderr


def test_a_project_without_feeds_has_nothing_to_add(project: Path) -> None:
    assert add(project, "--feeds").exit_code == 0
