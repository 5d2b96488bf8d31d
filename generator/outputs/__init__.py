"""A Timeline and Pages enter, files are written: `docs/`, its history, and the formats in the table OUTPUTS."""

from collections.abc import Callable, Sequence

from generator.model import Page, Timeline
from generator.outputs.calendar_ics import calendar_ics
from generator.outputs.data_page import data_page
from generator.outputs.timeline_csv import timeline_csv
from generator.outputs.timeline_json import timeline_json, timeline_schema
from generator.outputs.timeline_markdown import timeline_markdown
from generator.outputs.timelinejs import timelinejs
from generator.settings import Settings

Output = Callable[[Timeline, Settings], Page]

OUTPUTS: Sequence[Output] = (
    timeline_json,
    timeline_schema,
    timeline_csv,
    timeline_markdown,
    timelinejs,
    calendar_ics,
    data_page,
)
"""What is written beside the pages: one function, one file below `docs/`."""
