"""A project in which every text that comes from outside is hostile, and its twin in which the same places hold words.

Titles, texts, addresses, names, publishers, authors, licences, file names, settings and decisions hold each of the
TRAPS in turn. What is built from it must differ from what is built from the twin in its text alone.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from generator.decision_lines import decision_line
from generator.model import Timeline
from generator.outputs.docs_folder import apply
from generator.project import open_project, run_project
from generator.settings import (
    AddEvent,
    DecisionForm,
    EditEvent,
    HideEvent,
    MarkReviewed,
    MergeEvents,
    SettleDisagreement,
)
from tests.making import when

HERE = Path(__file__).parents[1]
STAMP = date(2025, 3, 1)
SUM = "50337"
"""What a template engine would make of the sum in the traps."""
OWNED = "document.title='owned';alert(1)"

TRAPS = (
    f"<script>{OWNED}</script>",
    f"</title></script><script>{OWNED}</script>",
    f"<img src=x onerror={OWNED}>",
    f"<svg/onload={OWNED}>",
    f'"><a href="javascript:{OWNED}" onmouseover="{OWNED}">x</a>',
    "<iframe src=http://tracker.example/frame></iframe>",
    f"[x](javascript:{OWNED})",
    "![x](http://tracker.example/pixel.png)",
    "[x]: http://tracker.example/ 'y'",
    "<http://tracker.example/auto> http://tracker.example/bare",
    "{{ 7191*7 }} {% include 'mkdocs.yml' %}",
    "{% raw %} {# gone #} ${7191*7} #{7191*7} <%= 7191*7 %>",
    '--8<-- "mkdocs.yml"',
    "| a | b |",
    "`code` ``more``",
    "::: generator.model",
    "!!! danger",
    "??? note",
    "[TOC]",
    "word[^1] [^1]: foot",
    "*[HTML]: expanded",
    "# heading {#id .class onclick=alert(1)}",
    "{: onclick=alert(1) }",
    "--- --- title: owned ---",
    "*bold* **bold** __init__ ~~gone~~ ^^up^^ ==mark== $x$",
    "<!-- hidden --> <![CDATA[ x ]]> <?php echo 1 ?>",
    "&lt;script&gt; &amp;amp; &#60;b&#62; &notanentity;",
    "a \u202egnirts desrever\u202c b \u2066isolated\u2069",
    "line\u2028separator\u2029paragraph\u0085next",
    "bell\u0007 escape\u001b[31m c1\u009b31m delete\u007f",
    "=cmd|' /C calc'!A0 =HYPERLINK(1)",
    "+1+cmd -1+cmd @SUM(1)",
    "zero\u200bwidth \ufeffmark \U000e0041tag \ufffe",
    "BEGIN:VEVENT\\nEND:VCALENDAR;x,y:z",
    "]]> --> */ ' OR 1=1 ; DROP TABLE events",
    "x" * 300,
    "Zalgo z\u0335\u0322\u0321a\u0334\u0328l\u0337 \U0001f469\u200d\U0001f680 العربية 東京",
)
"""One trap each; a NUL cannot be in an article, where it is refused, and is in the titles."""

Words = Callable[[int], str]


def write_hostile_project(root: Path, *, hostile: bool = True) -> Path:
    """Make the project at `root`, or its harmless twin, with its pages generated, and give the folder back."""
    words: Words = (lambda number: TRAPS[number % len(TRAPS)]) if hostile else (lambda number: f"word{number}")
    (root / "corpus").mkdir(parents=True)
    for number in range(len(TRAPS)):
        (root / "corpus" / _file_name(words(number), number)).write_text(_article(words, number), "utf-8")
    shutil.copytree(HERE / "site_config/theme", root / "site_config/theme")
    shutil.copy(HERE / "mkdocs.yml", root)
    (root / "docs").mkdir()
    for name in ("about.md", "method.md"):
        shutil.copy(HERE / "docs" / name, root / "docs")
    for name, data in _settings(words).items():
        (root / "site_config" / name).write_text(json.dumps(data), "utf-8")
    first = run_project(open_project(root), STAMP)
    apply(first.plan)
    decisions = _decisions(words, first.timeline)
    lines = (decision_line(form, words(number), by=words(number + 1)) for number, form in enumerate(decisions))
    (root / "site_config/decisions.yml").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    apply(run_project(open_project(root), STAMP).plan)
    return root


def build_hostile_site(root: Path, *, hostile: bool = True) -> Path:
    """The folder of the site that is built of the project at `root`, which is made; no warning is let pass."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    project = write_hostile_project(root, hostile=hostile)
    built = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return project / "site"


def _file_name(words: str, number: int) -> str:
    """A name as hostile as a file system takes it: no slash, no control, 255 bytes."""
    plain = "".join(letter for letter in words if letter.isprintable() and letter != "/")
    return f"{number:02} {plain[:50]}.md"


def _article(words: Words, number: int) -> str:
    """An article about five events, three of them with the trap in the sentence that reports them."""
    trap, day = words(number), number % 27 + 1
    front = {
        "title": f"{trap}\0 {number}",
        "url": f"https://news{number}.example/a?q={trap.replace(' ', '_')}#{number}",
        "archive_url": f"http://archive.example/{number}/\"onclick='alert(1)'",
        "publisher": trap,
        "author": words(number + 1),
        "syndicated_from": words(number + 2),
        "license": words(number + 3),
        "published": "2025-02-01",
    }
    head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items())
    return (
        f"---\n{head}---\n"
        f"Nvidia bought {trap} for ${number + 2} billion on {day} January 2025.\n\n"
        f"“{trap}”, said Ann Lund of Microsoft{number} on {day} January 2025.\n\n"
        f"{trap}\n\nMicrosoft{number} launched {trap} in Oslo on {day} January 2025; {trap}\n\n"
        f"The Trap{number % 5} plant in Bergen closed on {day} January 2025.\n\n"
        f"Oracle bought Acme for ${number % 2 + 3} billion on 24 January 2025.\n"
    )


def _settings(words: Words) -> Mapping[str, object]:
    """JSON is YAML: every trap is written so that it is one text."""
    numbers = range(len(TRAPS))
    return {
        "site.yml": {
            "title": " ".join(map(words, range(0, len(TRAPS), 3))),
            "description": " ".join(map(words, numbers)),
            "report_url": f"https://report.example/?x={words(4).replace(' ', '_')}",
        },
        "kinds.yml": [
            {"name": "deal", "label": words(0)},
            {"name": "launch", "label": words(10)},
            {"name": "halt", "label": words(2)},
        ],
        "entities.yml": [
            {"name": f"{words(n)} {n}", "kind": "organisation", "aliases": [f"Microsoft{n}", words(n + 1)]}
            for n in numbers
        ],
        "publishers.yml": [{"name": f"{words(n)} {n}", "hosts": [f"news{n}.example"]} for n in numbers],
    }


def _decisions(words: Words, timeline: Timeline) -> list[DecisionForm]:
    """Decisions of most forms: each trap is the headline of an event, most of them of one that is added."""
    *edited, looked, hidden, taking, taken = [event.id for event in timeline.events]
    forms: list[DecisionForm] = [EditEvent(event, headline=words(number)) for number, event in enumerate(edited)]
    forms += [MarkReviewed(looked), HideEvent(hidden), MergeEvents((taking, taken))]
    forms += [SettleDisagreement(None, words(0), words(1))]
    return forms + [
        AddEvent(f"{words(number)} {number}", when("2025-01"), "deal", ((article.id, "Nvidia bought"),))
        for number, article in enumerate(timeline.articles)
    ]
