"""Decisions written as lines of YAML and read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.decision_forms import read_decisions
from generator.decision_lines import decision_line
from generator.errors import Problem
from generator.model import Modality
from generator.settings import (
    AddEvent,
    DateArticle,
    DecisionForm,
    EditEvent,
    HideEvent,
    MarkReviewed,
    MergeEvents,
    SettleDisagreement,
    SplitEvent,
)
from generator.text import one_line
from tests.making import when

KINDS = ("other", "market")
HOSTILE = [
    *["- {a: b}", "a: b", "#", "'", '"', "}", "]", "null", "true", "2025-01-01", "&a", "*a", "!!str x", "%TAG", "---"],
    *[
        "| x",
        "> x",
        "? x",
        "@x",
        "`x`",
        "\\",
        "\u202e",
        "\u2028",
        "\x85",
        "\x00",
        "\ufeff",
        "é",
        "😀",
        "{{ 7*7 }}",
        ",",
    ],
]
TEXTS = (
    st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
    .map(one_line)
    .filter(bool)
)
DATES = st.sampled_from(
    ["2025-01-21", "2025-01", "2025", "[2025-01-20..2025-01-26]", "[..2025-01-28]", "2025-01~", "2025-01-20/2025-01-24"]
).map(when)
FORMS: st.SearchStrategy[DecisionForm] = st.one_of(
    st.builds(HideEvent, TEXTS),
    st.builds(MarkReviewed, TEXTS),
    st.lists(TEXTS, min_size=2, max_size=3, unique=True).map(lambda names: MergeEvents(tuple(names))),
    st.builds(SplitEvent, TEXTS, st.lists(TEXTS, min_size=1, max_size=3).map(tuple)),
    st.builds(DateArticle, TEXTS, DATES),
    st.builds(SettleDisagreement, st.none() | TEXTS, TEXTS, TEXTS),
    st.builds(
        EditEvent,
        event=TEXTS,
        headline=TEXTS,
        kind=st.none() | st.sampled_from(KINDS),
        modality=st.none() | st.sampled_from(Modality),
        when=st.none() | DATES,
        quote=st.none() | st.tuples(TEXTS, TEXTS),
    ),
    st.builds(
        AddEvent,
        TEXTS,
        DATES,
        st.sampled_from(KINDS),
        st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=2).map(tuple),
    ),
)


@given(FORMS, TEXTS, st.none() | TEXTS)
def test_whatever_a_decision_holds_its_line_is_read_as_the_same_decision(
    form: DecisionForm, reason: str, by: str | None
) -> None:
    line, problems = decision_line(form, reason, by), list[Problem]()
    assert "\n" not in line
    (found,) = read_decisions(f"# a comment\n{line}\n", "x", KINDS, problems)
    assert not problems
    assert (found.form, found.reason, found.by, found.line) == (form, reason, by, 2)


@pytest.mark.parametrize(
    ("form", "asks"),
    [
        (EditEvent("e", when=when("2025")), "when"),
        (EditEvent("e", headline="H"), "headline"),
        (DateArticle("a", when("2025")), "published"),
    ],
)
def test_a_line_that_is_pasted_without_what_it_asks_for_is_refused(form: DecisionForm, asks: str) -> None:
    problems: list[Problem] = []
    read_decisions(decision_line(form, "r", asks=asks), "x", KINDS, problems)
    assert [str(problem) for problem in problems] == [f"x:1: '{asks}' is empty"]


def test_what_cannot_be_seen_is_written_so_that_it_can() -> None:
    assert decision_line(HideEvent("e"), "a\u202eb é") == '- {event: e, hide: true, reason: "a\\u202Eb \\xE9"}'
    assert decision_line(HideEvent("e"), "é") == "- {event: e, hide: true, reason: é}"
