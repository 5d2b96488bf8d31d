"""Reading the folder of articles."""

import os
import random
from pathlib import Path

import pytest

from generator.articles.corpus import join_copies, other_files, read_articles, with_ids
from generator.errors import BadInput
from generator.settings import Publisher, Settings, Site

DEEPSEEK = Path(__file__).parents[1] / "stories" / "deepseek"


def project(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


def problems_of(root: Path, settings: Settings | None = None) -> list[str]:
    with pytest.raises(BadInput) as caught:
        read_articles(root, settings or Settings())
    return [str(problem) for problem in caught.value.problems]


def test_the_five_seeds_have_the_titles_and_clues_that_are_known_of_them() -> None:
    articles = {article.id: article for article in read_articles(DEEPSEEK, Settings())}
    seeds = {
        "cnn-why-deepseek-could-mark-a-turning-point": (
            "Why DeepSeek could mark a turning point for Silicon Valley on AI",
            ["2025-01-29"],
        ),
        "coai-tech-leaders-respond-to-deepseek": ("Tech leaders respond to the rapid rise of DeepSeek", []),
        "deepseek-v3-challenges-us-tech-giants": ("Chinese AI startup DeepSeek is making significant waves in…", []),
        "deepseeks-meteoric-rise": (
            "DeepSeek’s Meteoric Rise Shakes the Foundations of Global AI Dominance",
            ["2025-01-28"],
        ),
        "soylentnews-tech-ceos-respond-to-deepseek": (
            "Some American tech CEOs are clambering to respond before…",
            ["2001-02-25"],
        ),
    }
    for name, (title, days) in seeds.items():
        assert (articles[name].title, [clue.day.isoformat() for clue in articles[name].clues]) == (title, days)


def test_files_are_read_in_the_order_of_their_paths_and_others_left_alone(tmp_path: Path) -> None:
    files = {"corpus/b.md": "B", "corpus/2025/a.TXT": "A", "corpus/.hidden.md": "H", "corpus/.git/x.md": "H"}
    project(tmp_path, {**files, "corpus/picture.png": "P"})
    articles = read_articles(tmp_path, Settings())
    assert [article.path for article in articles] == ["corpus/2025/a.TXT", "corpus/b.md"]
    assert other_files(tmp_path, Settings()) == ("corpus/picture.png",)


def test_every_problem_of_every_file_is_found_at_once(tmp_path: Path) -> None:
    project(tmp_path, {"corpus/a.md": "---\nfoo: 1\n---\n", "corpus/c.md": "fine", "outside.md": "x"})
    (tmp_path / "corpus/b.md").mkdir()
    (tmp_path / "corpus/d.md").write_bytes(b"\xff")
    (tmp_path / "corpus/e.md").symlink_to(tmp_path / "outside.md")
    (tmp_path / "corpus/f.md").symlink_to("nowhere.md")
    (tmp_path / "corpus/g").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "corpus/h.md")
    assert [line.split(";")[0] for line in problems_of(tmp_path)] == [
        "corpus/a.md:2: unknown key 'foo'",
        "corpus/b.md: it is a folder, though its name ends as an article's does (.md)",
        "corpus/d.md:1: not UTF-8: the byte 0xff cannot be read",
        "corpus/e.md: it is a link that leads out of the corpus",
        "corpus/f.md: it is a link that leads nowhere",
        "corpus/g: it is a link that leads out of the corpus",
        "corpus/h.md: it is not a file",
    ]


def test_a_link_within_the_corpus_is_a_copy(tmp_path: Path) -> None:
    project(tmp_path, {"corpus/a.md": "Same."})
    (tmp_path / "corpus/b.md").symlink_to("a.md")
    (article,) = read_articles(tmp_path, Settings())
    assert [copy.path for copy in article.copies] == ["corpus/b.md"]


def test_a_link_to_a_folder_within_the_corpus_is_refused(tmp_path: Path) -> None:
    project(tmp_path, {"corpus/x/a.md": "Same."})
    (tmp_path / "corpus/y").symlink_to("x")
    assert problems_of(tmp_path) == ["corpus/y: it is a link to a folder"]


@pytest.mark.parametrize(("name", "shown"), [(b"caf\xe9.md", "caf\\udce9.md"), (b"a\x1b[2J\nb.md", "a\\x1b[2J\\nb.md")])
def test_a_file_whose_name_cannot_be_shown_is_refused(tmp_path: Path, name: bytes, shown: str) -> None:
    project(tmp_path, {"corpus/a.md": "x"})
    (tmp_path / "corpus" / os.fsdecode(name)).write_text("x")
    assert problems_of(tmp_path) == [f"corpus/{shown}: its name is not UTF-8, or holds a control character; rename it"]


HOSTS = [
    ("https://edition.cnn.com/x", "CNN"),
    ("https://WWW.CNN.com:443/x", "CNN"),
    ("https://notcnn.com/x", None),
    ("https://[bad/x", None),
]


@pytest.mark.parametrize(("url", "name"), HOSTS)
def test_an_article_that_names_no_publisher_has_the_one_whose_host_it_has(
    tmp_path: Path, url: str, name: str | None
) -> None:
    own = "---\npublisher: Own\nurl: https://cnn.com/\n---\nA"
    project(tmp_path, {"corpus/a.md": own, "corpus/b.md": f"---\nurl: '{url}'\n---\nB", "corpus/c.md": "C"})
    settings = Settings(publishers=(Publisher("CNN", ("www.cnn.com", "edition.cnn.com")),))
    assert [article.publisher for article in read_articles(tmp_path, settings)] == ["Own", name, None]


def test_the_same_text_in_several_files_is_one_article_with_copies(tmp_path: Path) -> None:
    front = "---\nurl: https://b.example/\npublisher: B\n---\n"
    project(
        tmp_path,
        {"corpus/d.md": f"{front}Same.\n", "corpus/e.txt": "Same.", "corpus/a.md": "Same.\n", "corpus/c.md": "O"},
    )
    first, second = read_articles(tmp_path, Settings())
    assert (first.path, second.path, first.publisher) == ("corpus/c.md", "corpus/d.md", None)
    assert [(copy.path, copy.url, copy.publisher) for copy in second.copies] == [
        ("corpus/a.md", None, None),
        ("corpus/e.txt", None, None),
    ]


def test_of_copies_the_one_that_says_it_was_published_first_is_the_article(tmp_path: Path) -> None:
    files = {"a": "", "b": "published: 2025-01-30", "c": "published: 2025-01-29", "d": "published: 2025-02"}
    project(tmp_path, {f"corpus/{name}.md": f"---\n{front}\n---\nSame." for name, front in files.items()})
    (article,) = read_articles(tmp_path, Settings())
    assert (article.id, [copy.path for copy in article.copies]) == ("c", ["corpus/a.md", "corpus/b.md", "corpus/d.md"])


def test_files_without_text_are_no_copies_of_each_other(tmp_path: Path) -> None:
    project(tmp_path, {"corpus/a.md": "", "corpus/b.md": "\n"})
    assert [article.copies for article in read_articles(tmp_path, Settings())] == [(), ()]


def test_ids_are_slugs_of_the_names_and_never_the_same(tmp_path: Path) -> None:
    names = ["Café au lait!.md", "新\u3000闻.md", "x.md", "x.txt", "y/x.md", "深度求索.md", "---.md"]
    project(tmp_path, {f"corpus/{name}": name for name in names})
    ids = {article.path: article.id for article in read_articles(tmp_path, Settings())}
    assert ids["corpus/Café au lait!.md"] == "cafe-au-lait"
    assert ids["corpus/x.md"] == "x"
    assert len(set(ids.values())) == len(names)
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for name in ids.values())


def test_the_order_in_which_files_are_found_does_not_matter() -> None:
    articles = list(read_articles(DEEPSEEK, Settings()))
    expected = with_ids(join_copies(articles))
    for seed in range(5):
        random.Random(seed).shuffle(articles)
        assert with_ids(join_copies(articles)) == expected


@pytest.mark.parametrize("corpus", ["corpus", "../elsewhere"])
def test_the_path_of_an_article_tells_nothing_of_the_machine(tmp_path: Path, corpus: str) -> None:
    root = project(tmp_path, {"here/site_config/site.yml": "", f"here/{corpus}/a.md": "A"}) / "here"
    (article,) = read_articles(root, Settings(site=Site(corpus=corpus)))
    assert article.path == "corpus/a.md"


def test_a_project_without_articles_has_none_and_another_folder_is_no_project(tmp_path: Path) -> None:
    project(tmp_path, {"site_config/site.yml": ""})
    assert read_articles(tmp_path, Settings()) == ()
    (tmp_path / "corpus").mkdir()
    assert read_articles(tmp_path, Settings()) == ()
    (tmp_path / "other").mkdir()
    assert problems_of(tmp_path / "other") == ["corpus: there is no such folder; put articles in it, a file each"]


def test_ten_megabytes_and_one_unbroken_line_are_read(tmp_path: Path) -> None:
    project(tmp_path, {"corpus/large.md": "Word. " * 1_700_000, "corpus/line.md": "x" * 1_000_000})
    large, line = read_articles(tmp_path, Settings())
    assert len(large.text) == 6 * 1_700_000
    assert line.title == "x" * 60 + "…"


def test_the_parts_of_a_saved_page_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "corpus/page_files").mkdir(parents=True)
    (tmp_path / "corpus/other_files").mkdir()
    (tmp_path / "corpus/page.md").write_text("The page.", "utf-8")
    (tmp_path / "corpus/page_files/frame.md").write_text("An advertisement.", "utf-8")
    (tmp_path / "corpus/other_files/x.md").write_text("An article.", "utf-8")
    articles = read_articles(tmp_path, Settings())
    assert [article.path for article in articles] == ["corpus/other_files/x.md", "corpus/page.md"]
