"""Times get the date that the words support, as wide as their anchor makes them, and never a guess."""

import re
from datetime import date, timedelta

import pytest
from edtf import parse_edtf as parse_with_library
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.dates.meaning import Bound, Cycle, Ends, Fiscal, Meaning, Named, Nth, PartOf, Range, Shift
from generator.dates.periods import Unit
from generator.dates.resolve import needs_publication, publication_window, resolve_times
from generator.dates.rules import default_rules
from generator.dates.tag import tag_times
from generator.dates.when import contains, day, parse_edtf, span, to_edtf
from generator.model import UNKNOWN_WHEN, ResolvedTime, When

RULES = default_rules()


def resolved(text: str, published: str | None, date_order: str | None = None) -> tuple[ResolvedTime, ...]:
    publication = parse_edtf(published) if published else UNKNOWN_WHEN
    return resolve_times(text, tag_times(text, RULES), publication, date_order)


def edtf(time: ResolvedTime) -> str | None:
    return to_edtf(time.when) if time.when else None


ANCHORED = [
    ("earlier this month", "2025-01-28", "2025-01"),
    ("on Monday", "2025-01-28", "2025-01-27"),
    ("on Monday", "2025-01-29", "2025-01-27"),
    ("on Monday", "2025-01-27", "2025-01-27"),
    ("last week", "2025-01-29", "[2025-01-20..2025-01-26]"),
    ("last week", "[2025-01-27..2025-01-31]", "[2025-01-20..2025-01-26]"),
    ("last week", "[2025-01-24..2025-01-31]", "[2025-01-13..2025-01-26]"),
    ("earlier this week", None, None),
    ("earlier this week", "[2025-01-24..]", "[2025-01-20..]"),
    ("earlier this week", "[..2025-01-24]", "[..2025-01-26]"),
    ("earlier this week", "[2025-01-24..2025-01-26]", "[2025-01-20..2025-01-26]"),
    ("yesterday", "[2025-01-24..2025-01-26]", "[2025-01-23..2025-01-25]"),
    ("on Monday", "[2025-01-24..2025-01-26]", "2025-01-20"),
    ("in January", "[2025-01-24..]", "[2025-01-01..]"),
    ("by the end of 2025", None, "[..2025-12-31]"),
    ("by the end of 2025", "2025-01-28", "[2025-01-28..2025-12-31]"),
    ("by the end of 2020", "2025-01-28", "[..2020-12-31]"),
    ("over the next four years", "2025-01-29", "2025-01-29~/2029-01-29~"),
    ("over the next four years", None, None),
    ("over the last three years", "2025-01-28", "2022-01-28~/2025-01-28~"),
    ("this year", "2025-01-29", "2025"),
    ("since 2023", None, "[2023-01-01..]"),
    ("since 2023", "2025-01-29", "[2023-01-01..2025-01-29]"),
    ("after Monday", "2025-01-29", "[2025-01-27..]"),
    ("in recent days", "2025-01-28", None),
    ("a year-old start-up", "2025-01-29", None),
    ("in 2023", None, "2023"),
    ("Markets closed lower. On Friday, the board will meet.", "2025-01-28", "2025-01-31"),
    ("The board will cut jobs, it said on Friday.", "2025-01-28", "2025-01-24"),
    ("The plant will close, officials confirmed Tuesday.", "2025-01-29", "2025-01-28"),
    ("Officials confirmed that the plant will close Tuesday.", "2025-01-29", "2025-02-04"),
    ("fiscal 2025", None, "[2024-02-01..2026-11-30]"),
    ("from Monday to Wednesday", "2025-01-31", "2025-01-27/2025-01-29"),
    ("Shops were closed on Easter Monday.", "2025-02-10", "2024-04-01"),
    ("Shops will be closed on Easter Monday.", "2025-02-10", "2025-04-21"),
    ("before Easter Monday", "2025-04-10", "[2025-04-10..2025-04-20]"),
    ("It happened on Christmas, police said.", "2025-11-20", "2025-12-25"),
    ("Police said it happened on Christmas.", "2025-11-20", "2024-12-25"),
    ("during Hanukkah", "2024-12-28", "[2024-12-25..2025-01-02]"),
    ("after Eid al-Adha", "2024-07-01", "[2024-06-15..]"),
    ("shares fell overnight", "[2025-01-24..2025-01-26]", "[2025-01-23..2025-01-26]"),
]


@pytest.mark.parametrize(("text", "published", "expected"), ANCHORED)
def test_a_time_is_as_wide_as_its_words_and_its_anchor_make_it(
    text: str, published: str | None, expected: str | None
) -> None:
    assert edtf(resolved(text, published)[0]) == expected


STORIES = [
    ("On 28 April 1945 he fled. Two days later she died.", "1945-04-30"),
    ("In May 1940 it fell. The following year brought more.", "1941"),
    ("In June 1944 they landed. That summer was long.", "1944-22"),
    ("On 3 August 1914 war came. Later that year it spread.", "1914"),
    ("On 11 May 1865 he rode. The same day she wrote.", "1865-05-11"),
    ("On 14 April 1865 he was shot. Early the next morning he died.", "1865-04-15"),
    ("On 14 April 1865 he was shot. The previous evening he sang.", "1865-04-13"),
    (
        "In 1933 he came; then 1936, 1938, 1939, 1940, 1942. In 1941 it had widened: on June 22, they came.",
        "1941-06-22",
    ),
]


@pytest.mark.parametrize(("text", "last"), STORIES)
def test_a_story_counts_from_the_time_mentioned_last(text: str, last: str) -> None:
    assert edtf(resolved(text, None)[-1]) == last


NUMERIC = [
    ("on 7/8/07", None, "[2007-07-08..2007-08-07]"),
    ("on 7/8/07", "mdy", "2007-07-08"),
    ("on 7/8/07", "dmy", "2007-08-07"),
    ("on 7/8/07, not on July 4, 2007", None, "2007-07-08"),
    ("on 7/8/07, not on 4 July 2007", None, "2007-08-07"),
    ("on 7/8/07, not on 25/12/2006", None, "2007-08-07"),
    ("on 25/12/2006", "mdy", "2006-12-25"),
]


@pytest.mark.parametrize(("text", "order", "expected"), NUMERIC)
def test_a_date_in_numerals_follows_the_site_or_the_texts_other_dates_or_stays_both(
    text: str, order: str | None, expected: str
) -> None:
    assert edtf(resolved(text, "2007-08-20", order)[0]) == expected


WINDOWS = [
    ("earlier this week", "[2025-01-20..2025-01-26]", "[2025-01-20..2025-01-26]"),
    ("last week", "[2025-01-20..2025-01-26]", "[2025-01-27..2025-02-02]"),
    ("last week", "2025-01-21", "[2025-01-27..2025-02-02]"),
    ("yesterday", "2025-01-21", "2025-01-22"),
    ("on Monday", "2025-01-20", "[2025-01-20..2025-01-26]"),
    ("this year", "2025-01-21", "2025"),
    ("earlier this month", "2025-01", "2025-01"),
    ("last week", "[2025-01-24..]", "[2025-01-27..]"),
    ("January 24, 2025", "2025-01-24", None),
    ("two weeks", "2025-01-24", None),
    ("over the next four years", "2025-01-24", None),
    ("on Monday", "2025-01-21", None),
]


@pytest.mark.parametrize(("text", "known", "window"), WINDOWS)
def test_an_event_known_otherwise_bounds_the_publication(text: str, known: str, window: str | None) -> None:
    expression = tag_times(text, RULES)[0]
    found = publication_window(expression, parse_edtf(known))
    assert (to_edtf(found) if found else None) == window


def test_what_a_story_says_will_happen_counts_from_its_publication() -> None:
    text = "Born in 1951, she came in 1970, 1975, 1978, 1981, 1984 and 1990. She will receive the prize on 3 May."
    assert edtf(resolved(text, "2025-04-06")[-1]) == "2025-05-03"
    assert edtf(resolved(text, None)[-1]) is None


def test_reasons_are_phrases_that_a_reader_understands() -> None:
    text = "On 28 April 1945 he fled. Two days later she died. It was reported last week."
    reasons = [t.reason for t in resolved(text, "2025-01-29")]
    assert reasons == [
        '"28 April 1945", as written',
        '"Two days later", counted from 28 April 1945, mentioned before',
        '"last week" in an article published on 29 January 2025',
    ]
    assert resolved("last week", None)[0].reason == '"last week" in an article whose publication date is not known'
    assert [t.absolute for t in resolved(text, "2025-01-29")] == [True, False, False]


RANGES = [
    ("Jan. 20–24, and between March and May", "2025-01-28", "2025-01-20/2025-01-24"),
    ("from 20 to 24 January", "2025-01-28", "2025-01-20/2025-01-24"),
    ("between March and May", "2025-01-28", "2025-03-01/2025-05-31"),
    ("between March and May", "2025-04-10", "2025-03-01/2025-05-31"),
    ("from January to September", "1989-11-02", "1989-01-01/1989-09-30"),
    ("from Oct. 30 to Nov. 2", "2025-08-01", "2025-10-30/2025-11-02"),
    ("from Jan. 20 to Oct. 24", "2025-11-28", "2025-01-20/2025-10-24"),
    ("Dec. 28 - Jan. 3", "2025-01-28", "2024-12-28/2025-01-03"),
    ("Nov. 30 to Dec. 2, 2023", "2025-01-28", "2023-11-30/2023-12-02"),
    ("Monday through Friday", "2025-01-29", "2025-01-27/2025-01-31"),
    ("Saturday to Tuesday", "2025-01-26", "2025-01-25/2025-01-28"),
    ("June–August", "2025-01-28", "2024-06-01/2024-08-31"),
    ("from late May to early June", "2025-01-28", "2024-05-21/2024-06-10"),
    ("from March to May 2024", "2025-01-28", "2024-03-01/2024-05-31"),
    ("from December to February 2024", "2025-01-28", "2023-12-01/2024-02-29"),
    ("from October 2023 to March", "2025-01-28", "2023-10-01/2024-03-31"),
    ("from 2019 to May", "2025-06-28", "2019-01-01/2025-05-31"),
    ("from Monday to Friday of last week", "2025-01-28", "2025-01-20/2025-01-24"),
    ("from 24 January to the 28th.", "2025-01-28", "2025-01-24/2025-01-28"),
    ("from Friday night to Sunday morning", "2025-01-28", "2025-01-24/2025-01-26"),
    ("5-7 p.m.", "2025-01-28", "2025-01-28"),
    ("from 10 p.m. to 5 a.m.", "2025-01-28", "2025-01-28/2025-01-29"),
    ("from 10 p.m. Friday to 5 a.m.", "2025-01-28", "2025-01-24/2025-01-25"),
    ("from 10 p.m. to 5 a.m. Saturday", "2025-01-28", "2025-01-24/2025-01-25"),
    ("the 1990s to the 2010s", None, "1990-01-01/2019-12-31"),
    ("the 18th and 19th centuries", None, "1700-01-01/1899-12-31"),
    ("Q1-Q3 2024", None, "2024-01-01/2024-09-30"),
    ("between now and May", "2025-01-28", "[2025-01-28..2025-05-31]"),
    ("It will run from Sept. 3 to Oct. 5.", "2025-10-28", "2026-09-03/2026-10-05"),
    ("between March and May", "[2025-01-24..]", "[2025-03-01..]"),
]


@pytest.mark.parametrize(("text", "published", "expected"), RANGES)
def test_the_ends_of_a_range_are_dated_together(text: str, published: str | None, expected: str) -> None:
    times = resolved(text, published)
    assert edtf(times[0]) == expected
    assert edtf(times[1 if len(times) > 1 else 0]) == expected


PUBLISHED = st.dates(date(1990, 1, 1), date(2040, 12, 31)).map(day)
WEEKDAYS = st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
MONTHS = st.sampled_from(["January", "Feb.", "March", "April", "May", "June", "Aug.", "October", "December"])
MONTH_DAYS = st.tuples(MONTHS, st.integers(1, 28)).map(lambda p: f"{p[0]} {p[1]}")
MONTH_PARTS = st.tuples(st.sampled_from(["early", "mid", "late"]), MONTHS).map(" ".join)
ENDS = st.one_of(
    st.tuples(WEEKDAYS, WEEKDAYS),
    st.tuples(MONTHS, MONTHS),
    st.tuples(MONTH_DAYS, MONTH_DAYS),
    st.tuples(MONTH_PARTS, MONTH_PARTS).filter(lambda p: p[0].split()[1] != p[1].split()[1]),
)


@given(ENDS, st.sampled_from(["from {} to {}", "between {} and {}", "It will run from {} until {}."]), st.data())
@settings(max_examples=300, deadline=None)
def test_a_range_never_ends_before_it_begins(ends: tuple[str, str], words: str, data: st.DataObject) -> None:
    start, end = resolved(words.format(*ends), data.draw(PUBLISHED.map(lambda w: str(w.earliest))))
    first, last = interval_of(start.timex3), interval_of(end.timex3)
    assert first is not None
    assert last is not None
    assert first.earliest is not None
    assert last.earliest is not None
    assert first.earliest <= last.earliest
    assert start.when == end.when
    assert start.when is not None
    assert start.when.earliest is not None
    assert start.when.latest is not None
    assert first.earliest <= start.when.earliest <= start.when.latest


EXAMPLES = [e for e in RULES.examples if e.found]
MOVING = [
    "yesterday",
    "last week",
    "on Monday",
    "next Friday",
    "two weeks ago",
    "this morning",
    "the weekend",
    "tonight",
    "from Monday to Wednesday",
    "Friday through Tuesday",
    "from yesterday to Friday",
    "from Friday night to Sunday morning",
]


def own_of(meaning: Meaning) -> Meaning:
    """What an expression means by itself: of a range, its own end."""
    return (meaning.start if meaning.first else meaning.end) if isinstance(meaning, Ends) else meaning


CODES = {"Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41, "SP": 21, "SU": 22, "FA": 23, "WI": 24}


def interval_of(timex3: str) -> When | None:
    """The interval of a TIMEX3 value that is a period of the calendar, or None."""
    value = timex3.partition("T")[0]
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return span(monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6), lasted=False)
    if match := re.fullmatch(r"(\d{4})-(\w\w)", value):
        value = f"{match[1]}-{CODES.get(match[2], match[2])}"
    elif re.fullmatch(r"\d{2,3}", value):
        value = value.ljust(4, "X")
    try:
        return parse_edtf(value)
    except ValueError:
        return None


@given(st.sampled_from(EXAMPLES), PUBLISHED)
@settings(max_examples=300, deadline=None)
def test_a_when_contains_what_its_timex3_value_says_and_its_edtf_can_be_read(example: object, published: When) -> None:
    text = getattr(example, "text")  # noqa: B009
    for time in resolve_times(text, tag_times(text, RULES), published):
        if time.when is None:
            continue
        written = to_edtf(time.when)
        assert written is not None
        assert str(parse_with_library(written))
        value = interval_of(time.timex3)
        if value and not isinstance(own_of(time.expression.meaning), Bound | PartOf):
            assert contains(time.when, value), (time.timex3, written)


def counts_in_weeks(meaning: Meaning | None) -> bool:
    """Whether a meaning counts days, weeks or weekdays from the publication and nothing else."""
    if isinstance(meaning, Ends | Range):
        return counts_in_weeks(meaning.start) and counts_in_weeks(meaning.end)
    inner = getattr(meaning, "of", None) or getattr(meaning, "by", None)
    if isinstance(meaning, Nth | Fiscal | Bound) or (isinstance(meaning, Shift) and inner is not None):
        return False
    if inner is not None:
        return counts_in_weeks(inner)
    if isinstance(meaning, Shift):
        return meaning.unit in (Unit.DAY, Unit.NIGHT, Unit.WEEK, Unit.WEEKEND, Unit.FORTNIGHT)
    return isinstance(meaning, Named) and meaning.cycle is Cycle.WEEKDAY


RELATIVE = [e for e in EXAMPLES for m in tag_times(e.text, RULES)[:1] if needs_publication(m.meaning)]


@given(st.sampled_from([*MOVING, *(e.text for e in RELATIVE)]), PUBLISHED)
@settings(max_examples=400, deadline=None)
def test_moving_the_publication_by_a_week_moves_what_is_relative_to_it_by_a_week(text: str, published: When) -> None:
    """What counts in days and weeks moves by a week; what counts in months or years never moves back."""
    assert published.earliest
    later = day(published.earliest + timedelta(days=7))
    expressions = tag_times(text, RULES)
    before, after = (resolve_times(text, expressions, when) for when in (published, later))
    for one, moved in zip(before, after, strict=True):
        if one.when is None or one.when.earliest is None:
            assert text not in MOVING
            continue
        assert moved.when
        if moved.when.earliest is None:
            # "Ready before June 1" lies ahead of its article until that day, and behind it from then on.
            assert isinstance(one.expression.meaning, Bound)
            assert moved.when.latest == one.when.latest
            continue
        if counts_in_weeks(one.expression.meaning):
            assert moved.when.earliest == one.when.earliest + timedelta(days=7)
        else:
            assert moved.when.earliest >= one.when.earliest


def test_the_texts_that_move_hold_what_counts_in_weeks_and_what_does_not() -> None:
    in_weeks = {counts_in_weeks(tag_times(e.text, RULES)[0].meaning) for e in RELATIVE}
    assert in_weeks == {True, False}
    assert all(counts_in_weeks(tag_times(text, RULES)[0].meaning) for text in MOVING)


@given(st.sampled_from(EXAMPLES), PUBLISHED, st.integers(0, 60))
@settings(max_examples=300, deadline=None)
def test_a_wider_anchor_never_excludes_what_a_day_of_it_gives(example: object, published: When, width: int) -> None:
    text = getattr(example, "text")  # noqa: B009
    expressions = tag_times(text, RULES)
    assert published.earliest
    wide = When(
        published.earliest, published.earliest + timedelta(days=width), parse_edtf("[2025-01-24..2025-01-26]").precision
    )
    for exact, loose in zip(
        resolve_times(text, expressions, published), resolve_times(text, expressions, wide), strict=True
    ):
        if exact.when and loose.when:
            assert contains(loose.when, exact.when)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("LONDON, 28 May (Agency) - It opened on 3/4/2025.", "2025-04-03"),
        ("LONDON (Agency) - It opened on 3/4/2025.", "2025-04-03"),
        ("NEW YORK (Agency) - It opened on 3/4/2025.", "2025-03-04"),
        ("TOPEKA, Kan. (Agency) - It opened on 3/4/2025.", "2025-03-04"),
        ("It opened on 3/4/2025.", "[2025-03-04..2025-04-03]"),
    ],
)
def test_a_date_in_numerals_is_read_as_is_usual_at_the_place_of_the_dateline(text: str, edtf: str) -> None:
    times = resolve_times(text, tag_times(text, default_rules()), day(date(2025, 5, 29)))
    found = next(t for t in times if t.expression.text == "3/4/2025")
    assert found.when is not None
    assert to_edtf(found.when) == edtf
