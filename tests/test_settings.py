"""Reading `site_config/`."""

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from generator.dates.when import to_edtf
from generator.decision_forms import FORMS, SHARED
from generator.errors import BadInput
from generator.model import EntityKind, Modality
from generator.settings import (
    AddEvent,
    DateArticle,
    EditEvent,
    Feed,
    HideEvent,
    Kind,
    KnownEntity,
    MarkReviewed,
    MergeEvents,
    Publisher,
    QuoteLimits,
    Settings,
    SettleDisagreement,
    Site,
    SplitEvent,
)
from generator.settings_files import general_kinds, read_settings

HERE = Path(__file__).parents[1]


def names(settings: type) -> set[str]:
    """The keys of a file, which are the fields of what is read from it."""
    return {field.name for field in fields(settings)}


def read(root: Path, files: Mapping[str, str]) -> Settings:
    (root / "site_config").mkdir(exist_ok=True)
    for name, text in files.items():
        (root / "site_config" / name).write_text(text, "utf-8")
    return read_settings(root)


def test_a_project_without_settings_has_the_defaults_and_the_general_kinds(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings(kinds=general_kinds())


def test_a_file_of_comments_alone_sets_nothing(tmp_path: Path) -> None:
    names = ("site.yml", "kinds.yml", "entities.yml", "publishers.yml", "feeds.yml", "decisions.yml")
    assert read(tmp_path, dict.fromkeys(names, "# nothing\n")) == Settings(kinds=general_kinds())


def test_the_site_is_named_and_described_and_its_limits_set(tmp_path: Path) -> None:
    text = """
        title: 2025
        description: >
          Two
          lines
        corpus: ../articles/
        date_order: mdy
        report_url: mailto:desk@example.org
        locale: pt-BR
        quotes: {quote_words: 20, article_share: 0.25}
    """
    site = read(tmp_path, {"site.yml": text}).site
    assert (site.title, site.description, site.corpus, site.date_order) == ("2025", "Two lines", "../articles", "mdy")
    assert (site.report_url, site.locale) == ("mailto:desk@example.org", "pt-BR")
    assert site.quotes == QuoteLimits(quote_words=20, article_words=300, article_share=0.25, shortest=8)


def test_a_kind_is_added_or_changes_the_keys_that_it_gives(tmp_path: Path) -> None:
    general = general_kinds()[0]
    text = f"""
        - {{name: {general.name}, colour: "#123456"}}
        - {{name: chip-exports, verbs: [restrict, ban], needs: [count], disagree: []}}
    """
    kinds = {kind.name: kind for kind in read(tmp_path, {"kinds.yml": text}).kinds}
    assert (kinds[general.name].colour, kinds[general.name].verbs) == ("#123456", general.verbs)
    assert kinds["chip-exports"] == Kind(
        "chip-exports", "Chip exports", "#546e7a", verbs=("restrict", "ban"), needs=("count",), disagree=()
    )
    assert list(kinds)[: len(general_kinds())] == [kind.name for kind in general_kinds()]


def test_names_and_publishers_are_read(tmp_path: Path) -> None:
    entities = "- {name: Meta, kind: organisation, aliases: Facebook, link: 'https://about.meta.com/'}\n- name: X\n"
    publishers = "- {name: CNN, hosts: [CNN.com, edition.cnn.com]}"
    settings = read(tmp_path, {"entities.yml": entities, "publishers.yml": publishers})
    assert settings.entities == (
        KnownEntity("Meta", EntityKind.ORGANISATION, ("Facebook",), "https://about.meta.com/"),
        KnownEntity("X", EntityKind.OTHER),
    )
    assert settings.publishers == (Publisher("CNN", ("cnn.com", "edition.cnn.com")),)


DECISIONS = [
    ("{event: e, hide: true, reason: r}", [HideEvent("e")]),
    ("{event: e, reviewed: true, reason: r}", [MarkReviewed("e")]),
    (
        "{event: e, headline: H, kind: other, modality: planned, quote: {article: a, text: T  t}, reason: r}",
        [EditEvent("e", "H", "other", Modality.PLANNED, ("a", "T t"))],
    ),
    ("{event: e, headline: H, reviewed: true, reason: r}", [EditEvent("e", "H"), MarkReviewed("e")]),
    ("{merge: [a, b, a], reason: r}", [MergeEvents(("a", "b"))]),
    ("{split: e, apart: [a], reason: r}", [SplitEvent("e", ("a",))]),
    ("{split: e, apart: a, reason: r}", [SplitEvent("e", ("a",))]),
    (
        "{disagreement: {event: e, about: amount}, settled: $500 billion, reason: r}",
        [SettleDisagreement("e", "amount", "$500 billion")],
    ),
    (
        "{disagreement: {about: CEO of Microsoft}, settled: Satya Nadella, reason: r}",
        [SettleDisagreement(None, "CEO of Microsoft", "Satya Nadella")],
    ),
]


@pytest.mark.parametrize(("text", "forms"), DECISIONS)
def test_each_form_of_decision_is_read(tmp_path: Path, text: str, forms: list[object]) -> None:
    decisions = read(tmp_path, {"decisions.yml": f"# first\n- {text}"}).decisions
    assert [decision.form for decision in decisions] == forms
    assert {(decision.line, decision.reason) for decision in decisions} == {(2, "r")}


@pytest.mark.parametrize("edtf", ["2025-01-21", "2025-01", "2025", "[2025-01-20..2025-01-26]", "[..2025-01-28]"])
def test_dates_of_decisions_are_edtf(tmp_path: Path, edtf: str) -> None:
    text = f"""
        - {{event: e, when: "{edtf}", reason: r}}
        - {{article: a, published: "{edtf}", reason: r}}
        - {{add: {{headline: H, when: "{edtf}", kind: other, sources: [{{article: a, quote: Q}}]}}, reason: r}}
    """
    edit, dating, added = (decision.form for decision in read(tmp_path, {"decisions.yml": text}).decisions)
    assert isinstance(edit, EditEvent)
    assert isinstance(dating, DateArticle)
    assert isinstance(added, AddEvent)
    assert added.sources == (("a", "Q"),)
    assert edit.when == dating.published == added.when
    assert to_edtf(added.when) == edtf


def test_a_decision_says_who_made_it_and_when_and_what_it_rests_on(tmp_path: Path) -> None:
    text = "- {event: e, hide: true, reason: r, by: Ann, on: 2025-02-03, link: 'https://a.example/'}"
    (decision,) = read(tmp_path, {"decisions.yml": text}).decisions
    assert (decision.by, decision.on, decision.link) == ("Ann", date(2025, 2, 3), "https://a.example/")


REFUSED = yaml.safe_load((Path(__file__).parent / "refused_settings.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", REFUSED, ids=[case["name"] for case in REFUSED])
def test_broken_settings_are_refused_with_every_problem_and_its_line(tmp_path: Path, case: dict[str, str]) -> None:
    with pytest.raises(BadInput) as caught:
        read(tmp_path, {case["file"]: case["text"]})
    assert str(caught.value).split("\n") == [f"site_config/{problem}" for problem in case["problems"]]


def test_the_problems_of_all_files_are_found_at_once(tmp_path: Path) -> None:
    (tmp_path / "site_config").mkdir()
    (tmp_path / "site_config/publishers.yml").write_bytes(b"- name: Caf\xe9")
    (tmp_path / "site_config/entities.yml").mkdir()
    with pytest.raises(BadInput) as caught:
        read(tmp_path, {"site.yml": "titel: T", "decisions.yml": "- 1", "kinds.yaml": "[]"})
    assert [str(problem) for problem in caught.value.problems] == [
        "site_config/decisions.yml:1: expected keys and values, found a single value",
        "site_config/entities.yml: cannot be read: Is a directory",
        "site_config/kinds.yaml: this file is not read; did you mean kinds.yml?",
        "site_config/publishers.yml:1: not UTF-8; save the file as UTF-8",
        "site_config/site.yml:1: unknown key 'titel'; did you mean 'title'?",
    ]


def test_the_examples_in_our_own_decisions_file_are_read(tmp_path: Path) -> None:
    lines = (HERE / "site_config/decisions.yml").read_text("utf-8").splitlines()
    begin = lines.index("# Leave an event out:")
    examples = [line[4:] for line in lines[begin:] if line.startswith("#   ")]
    forms = {type(decision.form) for decision in read(tmp_path, {"decisions.yml": "\n".join(examples)}).decisions}
    assert forms == {
        HideEvent,
        EditEvent,
        MergeEvents,
        SplitEvent,
        AddEvent,
        DateArticle,
        SettleDisagreement,
        MarkReviewed,
    }


def test_a_file_that_is_not_read_is_named_with_the_nearest_that_is(tmp_path: Path) -> None:
    for name in ("decision.yml", "zzz.yml", "notes.txt"):
        (tmp_path / "site_config").mkdir(exist_ok=True)
        (tmp_path / "site_config" / name).write_text("")
    with pytest.raises(BadInput) as caught:
        read_settings(tmp_path)
    assert [str(problem).partition("; ")[2][:35] for problem in caught.value.problems] == [
        "did you mean decisions.yml?",
        "those that are: dates.yml, decision",
    ]


DOCUMENTED = {
    "site.yml": {*names(Site), *names(QuoteLimits)},
    "kinds.yml": names(Kind),
    "entities.yml": names(KnownEntity),
    "publishers.yml": names(Publisher),
    "feeds.yml": names(Feed),
    "decisions.yml": {*SHARED, *(key for keys, _ in FORMS.values() for key in keys)},
}


@pytest.mark.parametrize("file", DOCUMENTED)
def test_every_key_of_a_file_is_explained_where_it_stands(file: str) -> None:
    lines = [line.strip() for line in (HERE / "site_config" / file).read_text("utf-8").splitlines()]
    below_a_comment = [line for before, line in pairwise(lines) if before.startswith("#")]
    explained = " ".join(line for line in lines if line.startswith("#")) + " ".join(below_a_comment)
    for key in DOCUMENTED[file]:
        assert re.search(rf"\b{key}\b", explained), key


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "a: &a [*a]", "? {a: b}\n: c", "- - - -", "!!python/object/apply:os.system [x]"]
)
@pytest.mark.parametrize("name", ["site.yml", "kinds.yml", "decisions.yml"])
def test_hostile_yaml_is_refused_and_runs_nothing(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(BadInput):
        read(tmp_path, {name: text})
