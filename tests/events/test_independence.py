"""Which articles are one source."""

from generator.events.independence import sources_of
from tests.events.reports import published, report

DATED = published("2025-01-29")
WIRE = "A ferry with 212 passengers sank off Naxos on Monday after it hit a reef in a storm"
EDITED = "A ferry with 212 passengers sank off Naxos on Monday after it struck a reef in a storm, police said"
OWN = "Fishermen saved all 212 people from a ferry that ran onto a reef and went down near Naxos on Monday"


def test_a_slightly_edited_copy_is_the_source_that_it_copies() -> None:
    mentions = [report("b", EDITED, DATED), report("a", WIRE, DATED), report("c", OWN, DATED)]
    assert sources_of(mentions) == {"a": "a", "b": "a", "c": "c"}


def test_short_reports_in_the_same_words_may_be_of_two_writers() -> None:
    assert set(sources_of([report(a, "Nvidia fell 17% on Monday", DATED) for a in "ab"]).values()) == {"a", "b"}
