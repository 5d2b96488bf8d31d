"""All that is said of one text."""

from generator.dates.rules import default_rules
from generator.dates.tag import tag_times
from generator.language.reading import LONGEST_SENTENCE, read_text
from generator.language.tokens import Tag

TEXT = "News of the day\nNvidia fell 17% on Jan. 27, 2025. Halden CEO Maria Lund left."


def test_a_text_is_read_sentence_by_sentence_with_names_figures_and_offices() -> None:
    heading, fall, farewell = read_text("a", TEXT, tag_times(TEXT, default_rules())).sentences
    assert (heading.sentence.is_heading, heading.clauses) == (True, ())
    assert [c.lemma for c in fall.clauses] == ["fall"]
    assert [f.text for f in fall.figures] == ["17%"]
    assert [n.text for n in farewell.names] == ["Halden", "Maria Lund"]
    assert [(o.person, o.office, o.organisation) for o in farewell.offices] == [("Maria Lund", "CEO", "Halden")]


def test_a_date_is_one_token_and_counts_nothing() -> None:
    fall = read_text("a", TEXT, tag_times(TEXT, default_rules())).sentences[1]
    assert [t.text for t in fall.tokens if t.tag is Tag.TIME] == ["Jan. 27, 2025"]
    assert len(fall.figures) == 1


def test_words_are_found_again_by_their_offsets() -> None:
    farewell = read_text("a", TEXT, ()).sentences[-1]
    name = farewell.names[-1]
    assert farewell.text_of(name.start, name.end) == TEXT[name.start : name.end] == "Maria Lund"


def test_what_runs_on_without_end_is_not_read() -> None:
    text = "Nvidia said that " * (LONGEST_SENTENCE // 10) + "it fell. Nvidia fell."
    long, short = read_text("a", text, ()).sentences
    assert (long.tokens, long.clauses, long.names, long.figures) == ((), (), (), ())
    assert [c.lemma for c in short.clauses] == ["fall"]
