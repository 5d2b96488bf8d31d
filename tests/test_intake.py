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
