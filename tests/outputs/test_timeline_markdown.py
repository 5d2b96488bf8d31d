"""`data/timeline.md`, read by Python-Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown  # type: ignore[import-untyped]

from generator.model import Timeline
from generator.outputs.timeline_markdown import timeline_markdown
from generator.pages.markdown import visible
from generator.settings import Settings
from tests.outputs.seeds import seeds, worded
from tests.pages.reading import Reading, read
from tests.pages.sample import SETTINGS, TIMELINE

WRITTEN = {"h1", "h2", "p", "strong", "a", "blockquote"}


def reading(timeline: Timeline, settings: Settings = SETTINGS) -> Reading:
    _, _, body = timeline_markdown(timeline, settings).text.split("---\n", 2)
    return read(markdown(body, extensions=["attr_list"]))


@pytest.mark.parametrize(("timeline", "settings"), [seeds(), (TIMELINE, SETTINGS)], ids=["seeds", "sample"])
def test_every_event_is_told_with_its_time_and_quotes(timeline: Timeline, settings: Settings) -> None:
    found = reading(timeline, settings)
    assert {tag for tag, _ in found.elements} == WRITTEN
    for event in timeline.events:
        assert visible(event.headline) in found.text
        assert all(visible(source.quote) in found.text for source in event.sources if source.quote)
    assert len([link for link in found.values("href") if link.startswith("../events/")]) == len(timeline.events)


TRICKS = st.sampled_from(["](<../events/x.md>)", "</p>", "  \n# x\n"])


@given(st.text(st.characters(codec="utf-8"), min_size=1) | TRICKS)
def test_every_text_is_only_text(words: str) -> None:
    found = reading(worded(words))
    assert {tag for tag, _ in found.elements} <= WRITTEN
    assert [link for link in found.values("href") if link.startswith("../")] == ["../events/hostile-9e0f.md"]
    assert " ".join(visible(words).split()) in found.text
