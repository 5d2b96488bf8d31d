"""`site_config/decisions.yml` with one decision more: what stands there stays, letter for letter."""

from collections.abc import Sequence
from pathlib import Path

from generator.decision_forms import read_decisions
from generator.errors import BadInput, Problem
from generator.events.regroup import DECISIONS_PATH
from generator.outputs.whole_file import put_in_place
from generator.settings import Decision

NOT_APPENDED = "the file does not end as a list whose entries begin with '- ', so nothing was written; add yourself: "


def append_decision(root: Path, line: str, kinds: Sequence[str]) -> int:
    """Write an entry of one line behind the others, and give the number of its line.

    The file is replaced in one step. Raises BadInput, and writes nothing, if the entry is none, if the file is broken,
    or if it is of a form in which the entry would not be read as one more.
    """
    file = (root / DECISIONS_PATH).resolve()
    try:
        raw = file.read_bytes() if file.exists() else b""
        old = raw.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput([Problem(DECISIONS_PATH, None, f"cannot be read: {error}")]) from error
    (wanted,) = _read(line, kinds)
    new, number = _appended(old, line)
    before = _read(old, kinds)
    problems: list[Problem] = []
    after = read_decisions(new, DECISIONS_PATH, kinds, problems)
    added = after[-1:] if after else ()
    if problems or after[:-1] != before or [_bare(one) for one in added] != [_bare(wanted)]:
        raise BadInput([Problem(DECISIONS_PATH, number, NOT_APPENDED + line)])
    put_in_place(file, new.encode(), DECISIONS_PATH)
    return number


def _read(text: str, kinds: Sequence[str]) -> tuple[Decision, ...]:
    problems: list[Problem] = []
    decisions = read_decisions(text.removeprefix("\ufeff"), DECISIONS_PATH, kinds, problems)
    if problems:
        raise BadInput(problems)
    return decisions


def _appended(old: str, line: str) -> tuple[str, int]:
    """The text with the line behind it, indented as its other entries are, and the line's number."""
    end = "\r\n" if "\r\n" in old else "\n"
    whole = old if not old or old.endswith("\n") else old + end
    entries = [text for text in whole.splitlines() if text.lstrip().startswith("- ")]
    indent = entries[0][: len(entries[0]) - len(entries[0].lstrip())] if entries else ""
    return f"{whole}{indent}{line}{end}", whole.count("\n") + 1


def _bare(decision: Decision) -> tuple[object, ...]:
    return decision.form, decision.reason, decision.by, decision.on, decision.link
