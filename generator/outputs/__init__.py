"""A Timeline and Pages enter, files are written: `docs/`, its history, and the formats in the table OUTPUTS."""

from collections.abc import Callable, Sequence

from generator.model import Page, Timeline
from generator.outputs.timeline_json import timeline_json, timeline_schema
from generator.settings import Settings

Output = Callable[[Timeline, Settings], Page]

OUTPUTS: Sequence[Output] = (timeline_json, timeline_schema)
"""What is written beside the pages: one function, one file below `docs/`."""
