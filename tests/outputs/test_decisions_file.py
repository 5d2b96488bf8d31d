"""A decision appended to the file of an editor."""

from itertools import count
from pathlib import Path

import pytest

from generator.errors import BadInput
from generator.outputs.decisions_file import append_decision
from tests.faults import FAILED, FINISHED, killed_at, without_space_from

LINE = "- {event: e, hide: true, reason: 'r: #1'}"
OTHER = "- {event: f, hide: true, reason: r}"


def project(root: Path, text: str | None) -> Path:
    (root / "site_config").mkdir()
    if text is not None:
        (root / "site_config/decisions.yml").write_bytes(text.encode())
    return root / "site_config/decisions.yml"


KEPT = [
    (None, f"{LINE}\n", 1),
    ("", f"{LINE}\n", 1),
    ("# mine\n", f"# mine\n{LINE}\n", 2),
    (f"# mine\n{OTHER}  # because\n\n# end", f"# mine\n{OTHER}  # because\n\n# end\n{LINE}\n", 5),
    (f"{OTHER}\r\n", f"{OTHER}\r\n{LINE}\r\n", 2),
    (f"  {OTHER}\n", f"  {OTHER}\n  {LINE}\n", 2),
    (f"\ufeff{OTHER}\n", f"\ufeff{OTHER}\n{LINE}\n", 2),
    (
        "- event: f\n  hide: true\n  reason: |\n    r\n    s",
        "- event: f\n  hide: true\n  reason: |\n    r\n    s\n" + LINE + "\n",
        6,
    ),
]


@pytest.mark.parametrize(("old", "new", "line"), KEPT)
def test_what_stands_in_the_file_stays_letter_for_letter(tmp_path: Path, old: str | None, new: str, line: int) -> None:
    file = project(tmp_path, old)
    assert append_decision(tmp_path, LINE, ["other"]) == line
    assert file.read_bytes() == new.encode()
    assert [found.name for found in file.parent.iterdir()] == ["decisions.yml"]


@pytest.mark.parametrize(
    "old",
    ["[]\n", f"[{OTHER[2:]}]\n", f"{OTHER}\n...\n", "- {event: f\n", "a: b\n", "- {event: f, hide: true}\n", "\tx"],
)
def test_a_file_in_which_the_entry_would_not_be_one_more_is_left_alone(tmp_path: Path, old: str) -> None:
    file = project(tmp_path, old)
    with pytest.raises(BadInput, match=r"site_config/decisions\.yml:\d"):
        append_decision(tmp_path, LINE, ["other"])
    assert file.read_text("utf-8") == old


def test_a_line_that_is_no_decision_is_refused(tmp_path: Path) -> None:
    file = project(tmp_path, f"{OTHER}\n")
    with pytest.raises(BadInput, match="'when' is not a date"):
        append_decision(tmp_path, "- {event: e, when: soon, reason: r}", ["other"])
    assert file.read_text("utf-8") == f"{OTHER}\n"


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    project(tmp_path, None).write_bytes(b"\xff")
    with pytest.raises(BadInput, match="cannot be read"):
        append_decision(tmp_path, LINE, ["other"])


def test_a_link_stays_one_and_its_file_keeps_its_rights(tmp_path: Path) -> None:
    file = project(tmp_path, None)
    (tmp_path / "real.yml").write_text(f"{OTHER}\n")
    (tmp_path / "real.yml").chmod(0o640)
    file.symlink_to(tmp_path / "real.yml")
    append_decision(tmp_path, LINE, ["other"])
    assert file.is_symlink()
    assert (tmp_path / "real.yml").read_text() == f"{OTHER}\n{LINE}\n"
    assert (tmp_path / "real.yml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("fault", [killed_at, without_space_from])
def test_killed_at_any_moment_or_on_a_full_disk_the_file_is_the_old_or_the_new(tmp_path: Path, fault: object) -> None:
    file = project(tmp_path, f"{OTHER}\n")

    def work() -> int:
        try:
            append_decision(tmp_path, LINE, ["other"])
        except BadInput as bad:
            return 2 if "cannot be written: No space left on device" in str(bad) else FAILED
        return FINISHED

    states = []
    for moment in count():
        file.write_text(f"{OTHER}\n")
        ended = fault(moment, work)  # type: ignore[operator]
        states.append(file.read_text())
        assert ended != FAILED
        if not ended:
            break
    assert set(states[:-1]) <= {f"{OTHER}\n", f"{OTHER}\n{LINE}\n"}
    assert len(states) > 2
    assert states[-1] == f"{OTHER}\n{LINE}\n"
