"""The `dateline` command, on small projects and on ours."""

import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.settings_files import read_settings
from tests.faults import FAILED, killed_at, without_space_from

HERE = Path(__file__).parents[1]
PATIENCE = 120
"""Seconds after which a server that hangs is ended, so that its test fails and no run waits for ever."""

FELL = """---
title: Nvidia loses a sixth
url: https://a.example/nvidia
publisher: The Example
published: 2025-01-28
---
The share price of Nvidia fell 17% on Monday. Oracle bought SoftBank for $3 billion on January 24, 2025.
"""


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin, env={"SOURCE_DATE_EPOCH": "1738368000"})


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one article and our look of the site."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus/nvidia.md").write_text(FELL, "utf-8")
    (tmp_path / "docs").mkdir()
    for name in ("about.md", "method.md"):
        shutil.copy(HERE / "docs" / name, tmp_path / "docs")
    shutil.copy(HERE / "mkdocs.yml", tmp_path)
    shutil.copytree(HERE / "site_config/theme", tmp_path / "site_config/theme")
    shutil.copy(HERE / "site_config/site.yml", tmp_path / "site_config")
    return tmp_path


def generate(project: Path) -> Result:
    return run("-C", str(project), "generate")


def contents(project: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in sorted((project / "docs").rglob("*")) if file.is_file()}


def timeline(project: Path) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads((project / "docs/data/timeline.json").read_text("utf-8"))
    return found


def test_generating_tells_what_was_added_and_a_second_run_changes_nothing(project: Path) -> None:
    first = generate(project)
    assert (first.exit_code, first.stderr) == (0, "")
    assert re.search(r"^added     27 January 2025: Nvidia", first.stdout, re.MULTILINE)
    before = contents(project)
    second = generate(project)
    assert "added" not in second.stdout
    assert "docs/: 0 files written" in second.stdout
    assert contents(project) == before


def test_from_scratch_the_same_corpus_gives_the_same_bytes(project: Path) -> None:
    generate(project)
    before = contents(project)
    shutil.rmtree(project / "docs/data")
    shutil.rmtree(project / "docs/events")
    generate(project)
    assert contents(project) == before


@pytest.mark.parametrize("surroundings", [{"PYTHONHASHSEED": "7"}, {"TZ": "Asia/Tokyo", "LC_ALL": "C"}])
def test_neither_the_seed_of_hashes_nor_locale_nor_zone_changes_a_byte(
    project: Path, surroundings: dict[str, str]
) -> None:
    generate(project)
    command = [sys.executable, "-m", "generator", "-C", str(project), "generate", "--check"]
    assert subprocess.run(command, cwd=HERE, env={**os.environ, **surroundings}, check=False).returncode == 0


def test_checking_what_was_generated_writes_nothing_and_fails_when_stale(project: Path) -> None:
    before = contents(project)
    stale = run("generate", "--check", "-C", str(project))
    assert (stale.exit_code, contents(project)) == (1, before)
    assert "docs/index.md: not what the corpus gives\n" in stale.stdout
    generate(project)
    assert run("generate", "--check", "-C", str(project)).exit_code == 0


def test_handwritten_pages_are_never_touched(project: Path) -> None:
    mine = project / "docs/events/mine.md"
    mine.parent.mkdir()
    mine.write_text("By hand", "utf-8")
    generate(project)
    (project / "corpus/nvidia.md").unlink()
    lost = generate(project)
    assert re.search(r"^lost      27 January 2025: Nvidia", lost.stdout, re.MULTILINE)
    assert mine.read_text("utf-8") == "By hand"


def test_every_address_ever_published_still_says_something(project: Path) -> None:
    generate(project)
    pages = [page for page in contents(project) if "/events/" in page]
    assert pages
    (project / "corpus/nvidia.md").write_text("Nothing of note.", "utf-8")
    generate(project)
    assert set(pages) <= set(contents(project))
    assert timeline(project)["events"] == []


def test_bad_input_is_named_with_file_and_line_and_nothing_is_written(project: Path) -> None:
    (project / "corpus/b.md").write_text("---\npublished: 2025-13-01\n---\n", "utf-8")
    (project / "site_config/site.yml").write_text("titel: x", "utf-8")
    before = contents(project)
    for command in ("generate", "build", "serve", "check"):
        bad = run("-C", str(project), command)
        assert bad.exit_code == 2
        assert bad.stderr.splitlines() == [
            "corpus/b.md:2: 'published' is not a date: \"2025-13-01\"",
            "site_config/site.yml:1: unknown key 'titel'; did you mean 'title'?",
        ]
    assert contents(project) == before


def test_a_decision_on_what_never_was_is_named_with_all_else_that_is_wrong(project: Path) -> None:
    decision = "- {event: none, hide: true, reason: r}\n- {article: nil, published: 2025, reason: r}\n"
    (project / "site_config/decisions.yml").write_text(decision, "utf-8")
    (project / "corpus/b.md").write_text("---\nfoo: 1\n---\n", "utf-8")
    without_history = generate(project)
    assert [line.split(":")[0] for line in without_history.stderr.splitlines()] == ["corpus/b.md"]
    (project / "corpus/b.md").unlink()
    (project / "site_config/decisions.yml").unlink()
    generate(project)
    (project / "site_config/decisions.yml").write_text(decision, "utf-8")
    (project / "corpus/b.md").write_text("---\nfoo: 1\n---\n", "utf-8")
    bad = generate(project)
    assert bad.exit_code == 2
    assert [line.split(";")[0].split(",")[0] for line in bad.stderr.splitlines()] == [
        "corpus/b.md:2: unknown key 'foo'",
        "site_config/decisions.yml:1: there is no event 'none'",
        "site_config/decisions.yml:2: there is no article 'nil'",
    ]


def test_to_keep_going_builds_the_rest_and_lists_what_was_left_out(project: Path) -> None:
    (project / "corpus/b.md").write_text("---\npublished: 2025-13-01\n---\n", "utf-8")
    (project / "corpus/c.md").write_bytes(b"\xff")
    (project / "corpus/d.md").mkdir()
    (project / "corpus/e.md").symlink_to("/etc/hostname")
    (project / "site_config/site.yml").write_text("titel: x\ntitle: Mine\nquotes: {quote_words: -1}\n", "utf-8")
    (project / "site_config/entities.yml").write_text("- {name: Nvidia, kind: firm}\n- {name: Oracle}\n", "utf-8")
    (project / "site_config/kinds.yml").write_text("- name: [", "utf-8")
    (project / "site_config/dates.yml").write_text("rules: 1", "utf-8")
    (project / "site_config/decisions.yml").write_text(
        "- {event: e, hide: true}\n- {event: f, hide: true, reason: r}\n"
    )
    made = run("-C", str(project), "generate", "--keep-going", "--summary", str(project / "summary.md"))
    assert made.exit_code == 1
    left_out = [line.removeprefix("left out  ") for line in made.stdout.splitlines() if line.startswith("left out  ")]
    assert [line.split(";")[0] for line in left_out] == [
        "corpus/b.md:2: 'published' is not a date: \"2025-13-01\"",
        "corpus/c.md:1: not UTF-8: the byte 0xff cannot be read",
        "corpus/d.md: it is a folder, though its name ends as an article's does (.md)",
        "corpus/e.md: it is a link that leads out of the corpus",
        "site_config/dates.yml:1: 'rules' must be a list",
        "site_config/decisions.yml:1: 'reason' is missing",
        "site_config/decisions.yml:2: there is no event 'f', and never was",
        "site_config/entities.yml:1: 'kind' is \"firm\", which is none of person, organisation, product, place, other",
        "site_config/kinds.yml:1: not YAML: expected the node content, but found '<stream end>'",
        "site_config/site.yml:1: unknown key 'titel'",
        "site_config/site.yml:3: 'quote_words' is not a whole number from 1 to 10000: \"-1\"",
    ]
    assert [found["headline"] for found in timeline(project)["events"]]
    assert json.loads((project / "docs/data/timeline.json").read_text("utf-8"))["title"] == "Mine"
    assert "### Left out" in (project / "summary.md").read_text("utf-8")


@pytest.mark.parametrize("damage", ["docs/data/history.json", "docs/data/manifest.json", "corpus"])
def test_without_what_keeps_addresses_whole_no_run_keeps_going(project: Path, damage: str) -> None:
    generate(project)
    if damage == "corpus":
        shutil.rmtree(project / damage)
        (project / damage).write_text("x")
    else:
        (project / damage).write_text("{")
    before = contents(project)
    assert run("-C", str(project), "generate", "--keep-going").exit_code == 2
    assert contents(project) == before


def test_a_run_that_leaves_nothing_out_keeps_going_like_any_other(project: Path) -> None:
    assert run("-C", str(project), "generate", "--keep-going").exit_code == 0


def test_the_summary_tells_what_a_run_changed(project: Path) -> None:
    summary = project / "summary.md"
    generate(project)
    (project / "corpus/nvidia.md").write_text(FELL.replace("24, 2025", "23, 2025"), "utf-8")
    for arguments in (["--check"], []):
        run("-C", str(project), "generate", *arguments, "--summary", str(summary))
        assert re.search(r"^- 23 January 2025: \*\*Oracle .*\*\*\n  - date was 24 January", summary.read_text(), re.M)
    nowhere = run("-C", str(project), "generate", "--summary", str(project / "none/x.md"))
    assert (nowhere.exit_code, "cannot be written" in nowhere.stderr) == (2, True)


def test_a_decision_on_what_never_was_is_bad_input_and_nothing_is_written(project: Path) -> None:
    generate(project)
    event = str(timeline(project)["events"][0]["id"])
    (project / "site_config/decisions.yml").write_text(f"\n- {{event: {event}x, hide: true, reason: r}}", "utf-8")
    before = contents(project)
    for command in ("generate", "build", "check", "explain"):
        bad = run("-C", str(project), command, *([event] if command == "explain" else []))
        problem = f"site_config/decisions.yml:2: there is no event '{event}x', and never was; did you mean '{event}'?\n"
        assert (bad.exit_code, bad.stderr) == (2, problem)
    assert contents(project) == before


def test_a_decision_on_an_event_that_was_is_told_and_stops_nothing(project: Path) -> None:
    generate(project)
    event = str(timeline(project)["events"][0]["id"])
    (project / "site_config/decisions.yml").write_text(f"- {{event: {event}, headline: H, reason: r}}", "utf-8")
    (project / "corpus/nvidia.md").unlink()
    later = generate(project)
    assert later.exit_code == 0
    assert f"note      site_config/decisions.yml:1: event '{event}' is not in the timeline now" in later.stdout


def test_a_handwritten_page_in_the_way_is_named(project: Path) -> None:
    (project / "docs/index.md").write_text("By hand", "utf-8")
    bad = generate(project)
    assert (bad.exit_code, bad.stderr.partition(": ")[0]) == (2, "docs/index.md")


def test_a_project_without_articles_is_a_site_that_builds(project: Path) -> None:
    (project / "corpus/nvidia.md").unlink()
    assert run("-C", str(project), "build").exit_code == 0
    assert (project / "site/index.html").exists()


def test_building_makes_the_site_with_its_data(project: Path) -> None:
    assert run("-C", str(project), "build").exit_code == 0
    assert json.loads((project / "site/data/timeline.json").read_text("utf-8"))["version"] == 1
    for event in timeline(project)["events"]:
        assert (project / "site" / str(event["url"]) / "index.html").exists()


def test_a_warning_of_the_site_engine_fails_the_build(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "docs/mine.md").write_text("[nowhere](nowhere.md)", "utf-8")
    assert run("-C", str(project), "build").exit_code == 1
    assert "nowhere.md" in capfd.readouterr().err


def test_checking_a_sound_project_finds_nothing_but_warns_of_publishing_articles(project: Path) -> None:
    sound = run("check", "-C", str(project))
    assert sound.exit_code == 0
    assert "a public repository publishes them" in sound.stdout
    assert "No problems." in sound.stdout


def test_a_corpus_outside_the_project_is_not_warned_of(project: Path) -> None:
    inside = project / "here"
    (inside / "site_config").mkdir(parents=True)
    (inside / "site_config/site.yml").write_text("corpus: ../corpus", "utf-8")
    assert "publishes" not in run("check", "-C", str(inside)).stdout


def test_checking_names_what_an_editor_should_know(project: Path) -> None:
    (project / "corpus/picture.png").write_text("x", "utf-8")
    (project / "corpus/empty.md").write_text("---\nurl: javascript:alert(1)\n---\n", "utf-8")
    generate(project)
    event = timeline(project)["events"][0]["id"]
    (project / "site_config/decisions.yml").write_text(f"- {{event: {event}, reviewed: true, reason: r}}", "utf-8")
    (project / "mkdocs.yml").write_text("site_url: !ENV [X, Y]\nsite_name: Other", "utf-8")
    found = run("check", "-C", str(project))
    assert found.stdout.splitlines()[:5] == [
        "corpus/empty.md: its 'url' was left out, because it is not a web address: \"javascript:alert(1)\"",
        "corpus/empty.md: it holds no text",
        "corpus/picture.png: no reader takes this format",
        f"mkdocs.yml:2: 'site_name' is not the title of site_config/site.yml, \"{read_settings(HERE).site.title}\"",
        f"site_config/decisions.yml:1: needless: nothing is in doubt about '{event}'",
    ]
    assert found.exit_code == 1


def test_an_event_and_an_article_are_explained_and_an_unknown_name_is_not(project: Path) -> None:
    generate(project)
    event = str(timeline(project)["events"][-1]["id"])
    assert "Monday" in run("explain", "-C", str(project), event).stdout
    assert "Published: 28 January 2025" in run("explain", "-C", str(project), "nvidia").stdout
    unknown = run("explain", "-C", str(project), "nvidi")
    assert unknown.exit_code == 2
    assert "did you mean" in unknown.stderr


def test_a_decision_survives_and_a_hidden_event_says_why(project: Path) -> None:
    generate(project)
    events = {str(event["id"]): event for event in timeline(project)["events"]}
    hidden, dated = sorted(events)[:2]
    (project / "site_config/decisions.yml").write_text(
        f"- {{event: {hidden}, hide: true, reason: off topic}}\n"
        f"- {{event: {dated}, when: '2025-01', reason: the day is in dispute}}\n",
        "utf-8",
    )
    for _ in range(2):
        assert generate(project).exit_code == 0
        (left,) = timeline(project)["events"]
        assert (left["id"], left["decided"]) == (dated, True)
        assert isinstance(left["when"], dict)
        assert left["when"]["edtf"] == "2025-01"
    assert "off topic" in (project / f"docs/events/{hidden}.md").read_text("utf-8")


@pytest.mark.parametrize("chance", range(12))
def test_a_run_killed_anywhere_leaves_the_old_site_or_the_new_and_the_next_run_makes_the_new(
    project: Path, chance: int
) -> None:
    generate(project)
    before = contents(project)
    (project / "corpus/late.md").write_text(FELL.replace("17%", "71%").replace("Nvidia", "Micron"), "utf-8")
    killed_at(random.Random(chance).randrange(110), lambda: generate(project).exit_code)
    left = contents(project)
    generate(project)
    after = contents(project)
    assert before != after
    assert left in (before, after)


OTHER_VIEW = """---
title: Another view
url: https://b.example/nvidia
publisher: The Other
published: 2025-01-28
---
Oracle bought SoftBank for $5 billion on January 24, 2025.
"""


@pytest.fixture
def disputed(project: Path) -> Path:
    """A project in which two articles disagree about an amount, and another has no date."""
    (project / "corpus/other.md").write_text(OTHER_VIEW, "utf-8")
    (project / "corpus/undated.md").write_text("Intel closed its plant in Oslo yesterday.", "utf-8")
    (project / "site_config/decisions.yml").write_text("# mine\n", "utf-8")
    generate(project)
    return project


def decided(project: Path) -> str:
    return (project / "site_config/decisions.yml").read_text("utf-8")


def oracle(project: Path) -> dict[str, object]:
    return next(event for event in timeline(project)["events"] if str(event["headline"]).startswith("Oracle"))


def test_every_line_that_a_review_prints_can_be_pasted_and_is_honoured(disputed: Path) -> None:
    listed = run("-C", str(disputed), "review").stdout
    for line in re.findall(r"^ +(- \{.*\})$", listed, re.MULTILINE):
        (disputed / "site_config/decisions.yml").write_text(line.replace("''", '"2025-01-22"'), "utf-8")
        made = generate(disputed)
        assert (made.exit_code, made.stderr) == (0, "")
        assert "note " not in made.stdout


def test_a_ruling_that_is_written_is_appended_and_honoured(disputed: Path) -> None:
    event = str(oracle(disputed)["id"])
    listed = run("-C", str(disputed), "review").stdout
    assert re.search(
        rf"^{event}\n  24 January 2025: Oracle .*\n  why: sources disagree about the amount$", listed, re.M
    )
    written = run("review", "-C", str(disputed), "--write", f"{event}:2", "--reason", "I rang: #2", "--by", "Ann")
    assert written.exit_code == 0
    assert written.stdout.startswith("site_config/decisions.yml:2: - {disagreement: {event: ")
    assert decided(disputed).startswith("# mine\n- {disagreement: ")
    generate(disputed)
    ((dispute,), (ruling,)) = oracle(disputed)["disagreements"], oracle(disputed)["rulings"]  # type: ignore[misc]
    assert dispute["settled"] == "5 billion USD"  # type: ignore[has-type]
    assert (ruling["reason"], ruling["by"]) == ("I rang: #2", "Ann")  # type: ignore[has-type]
    assert f"\n{event}\n" not in run("-C", str(disputed), "review").stdout


def test_a_ruling_that_needs_a_value_takes_it(disputed: Path) -> None:
    for value, code in (("2025-01-27", 0), ("soon", 2), ("", 2)):
        (disputed / "site_config/decisions.yml").write_text("", "utf-8")
        written = run("review", "-C", str(disputed), "--write", "undated:1", "--value", value)
        assert written.exit_code == code
        assert ("published: '2025-01-27'" in decided(disputed)) == (code == 0)
    assert "needs a date" in written.stderr


@pytest.mark.parametrize("chosen", ["none:1", "undated:99", "undated:x", "undated", ":"])
def test_a_ruling_that_there_is_not_is_refused_in_words(disputed: Path, chosen: str) -> None:
    wrong = run("review", "-C", str(disputed), "--write", chosen)
    assert wrong.exit_code == 2
    assert re.search("there is no event or article|has the rulings 1 to|give NAME:NUMBER", wrong.stderr)
    assert decided(disputed) == "# mine\n"


def test_an_editor_is_asked_about_one_thing_after_another(disputed: Path) -> None:
    answers = "\n".join(["", "99", "1", "soon", "my reason", "1", "2025-01-27", "it says so", "q"])
    asked = run("review", "-C", str(disputed), "--write", stdin=f"{answers}\n")
    assert asked.exit_code == 0
    assert "There are the rulings 1 to" in asked.stdout
    assert "not a date in EDTF" in asked.stdout
    assert decided(disputed) == "# mine\n- {article: undated, published: '2025-01-27', reason: it says so}\n"


def test_a_review_of_a_sound_project_has_nothing_to_say(project: Path) -> None:
    (project / "corpus/nvidia.md").unlink()
    assert run("review", "-C", str(project)).stdout == "Nothing needs a look.\n"


@pytest.mark.parametrize("moment", range(0, 100, 12))
def test_a_run_on_a_disk_that_fills_up_says_so_and_changes_nothing_or_does_it_all(project: Path, moment: int) -> None:
    generate(project)
    before = contents(project)
    (project / "corpus/late.md").write_text(FELL.replace("17%", "71%").replace("Nvidia", "Micron"), "utf-8")

    def work() -> int:
        made = generate(project)
        return made.exit_code if "No space left on device" in made.stderr or made.exit_code == 0 else FAILED

    code, left = without_space_from(moment, work), contents(project)
    generate(project)
    assert (code, left) in ((2, before), (0, contents(project)))


def test_new_events_bear_the_day_of_source_date_epoch(project: Path) -> None:
    generate(project)
    history = json.loads((project / "docs/data/history.json").read_text("utf-8"))
    assert {event["added"] for event in history["events"]} == {"2025-02-01"}
    wrong = CliRunner().invoke(main, ["-C", str(project), "generate"], env={"SOURCE_DATE_EPOCH": "soon"})
    assert wrong.exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "head"),
    [
        ([], "Published: 28 January 2025"),
        (["--published", "2025-02"], "Published: February 2025"),
    ],
)
def test_a_file_is_tagged_as_of_the_day_it_states_or_the_one_given(
    project: Path, arguments: list[str], head: str
) -> None:
    tagged = run("tag", str(project / "corpus/nvidia.md"), *arguments)
    assert tagged.stdout.splitlines()[0] == head
    assert "⟦Monday⟧1" in tagged.stdout


def test_standard_input_is_tagged_as_text_or_as_json_lines() -> None:
    assert "⟦Monday⟧1" in run("tag", stdin="He left on Monday.").stdout
    lines = run("tag", "--jsonl", stdin='{"id": 1, "published": "2025-01-28", "text": "He left on Monday."}\n')
    (expression,) = json.loads(lines.stdout)["expressions"]
    assert expression["edtf"] == "2025-01-27"
    broken = run("tag", "--jsonl", stdin="x\n")
    assert (broken.exit_code, broken.stdout) == (2, "")
    assert broken.stderr.startswith("standard input:1: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["tag", "--published", "soon"],
        ["tag", "--jsonl", "--published", "2025"],
        ["-C", "nowhere", "generate"],
        ["explain"],
        ["no-such-command"],
    ],
)
def test_a_wrong_call_is_answered_with_how_to_call(arguments: list[str]) -> None:
    wrong = run(*arguments)
    assert wrong.exit_code == 2
    assert "Usage" in wrong.stderr


def test_a_folder_that_is_no_project_is_refused(tmp_path: Path) -> None:
    assert run("-C", str(tmp_path), "generate").exit_code == 2
    assert not (tmp_path / "docs").exists()


def test_every_command_says_what_it_does_and_stands_in_the_readme() -> None:
    readme = (HERE / "README.md").read_text("utf-8")
    for name, command in main.commands.items():
        assert command.help
        assert f"`dateline {name}" in readme


@pytest.fixture
def server(project: Path) -> Iterator[tuple[str, IO[str]]]:
    """The address at which `dateline serve` shows the project, and what it says."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "generator", "-C", str(project), "serve", "--address", address]
    with subprocess.Popen(
        command, cwd=HERE, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, start_new_session=True
    ) as process:
        assert process.stderr is not None
        # What is waited for may never be said; then the end of all that could say it ends the wait.
        patience = threading.Timer(PATIENCE, os.killpg, (process.pid, signal.SIGKILL))
        patience.start()
        wait_for(process.stderr, "Serving on")
        yield f"http://{address}/", process.stderr
        process.send_signal(signal.SIGTERM)
        process.stderr.read()
        assert process.wait() == 0
        patience.cancel()


def wait_for(said: IO[str], words: str) -> None:
    """Read on until the words are said, or nothing more is."""
    for line in said:
        if words in line:
            return
    pytest.fail(f"it ended without saying: {words}")


def test_a_served_site_is_made_anew_and_outlives_bad_input(project: Path, server: tuple[str, IO[str]]) -> None:
    address, said = server
    with urllib.request.urlopen(address) as page:
        assert b"Nvidia" in page.read()
    (project / "corpus/bad.md").write_text("---\npublished: never\n---\n", "utf-8")
    wait_for(said, "corpus/bad.md:2: 'published' is not a date")
    (project / "corpus/late.md").write_text(FELL.replace("17%", "71%").replace("Nvidia", "Micron"), "utf-8")
    (project / "corpus/bad.md").unlink()
    wait_for(said, "Detected file changes")
    # "Documentation built in 0.2 seconds" is left out by MkDocs' log if the first build took as long.
    wait_for(said, "Reloading browsers")
    assert "Micron" in (project / "docs/data/history.json").read_text("utf-8")
