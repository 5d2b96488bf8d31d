"""What holds for every format."""

import pytest

from generator.model import Timeline
from generator.outputs import OUTPUTS
from generator.settings import Settings
from tests.outputs.seeds import seeds
from tests.pages.sample import SETTINGS, TIMELINE

EMPTY = Timeline("Nothing", (), {}, (), ()), Settings()


@pytest.mark.parametrize(
    ("timeline", "settings"), [seeds(), (TIMELINE, SETTINGS), EMPTY], ids=["seeds", "sample", "empty"]
)
def test_the_same_timeline_gives_the_same_bytes_and_each_output_its_own_path(
    timeline: Timeline, settings: Settings
) -> None:
    pages = [output(timeline, settings) for output in OUTPUTS]
    assert pages == [output(timeline, settings) for output in OUTPUTS]
    assert len({page.path for page in pages}) == len(OUTPUTS)
