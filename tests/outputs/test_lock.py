"""Two runs at once in one project folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.errors import BadInput
from generator.outputs.lock import only_run

HERE = Path(__file__).parents[2]
SECOND = """
import sys
from pathlib import Path
from generator.outputs.lock import only_run

with only_run(Path(sys.argv[1]), print):
    print((Path(sys.argv[1]) / "left").read_text())
"""


def test_a_second_run_says_that_it_waits_and_sees_what_the_first_one_left(tmp_path: Path) -> None:
    with only_run(tmp_path, pytest.fail):
        command = [sys.executable, "-u", "-c", SECOND, str(tmp_path)]
        second = subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE, text=True)
        assert second.stdout is not None
        assert second.stdout.readline() == "Another run is at work on this project; this one waits for it to end.\n"
        (tmp_path / "left").write_text("by the first")
    said, _ = second.communicate()
    assert (said, second.returncode) == ("by the first\n", 0)


def test_a_run_leaves_nothing_behind_and_the_next_need_not_wait(tmp_path: Path) -> None:
    for _ in range(2):
        with only_run(tmp_path, pytest.fail):
            pass
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_opened_is_a_problem_in_words(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read: No such file"), only_run(tmp_path / "none", pytest.fail):
        pass
