"""A sentence into tokens and their tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.tokens import Tag, quoted_spans, tokenise

TAGGED = [
    ("Nvidia fell on Monday.", "Nvidia/U fell/V on/P Monday/T ./x"),
    ("The company has been sold.", "The/D company/N has/H been/B sold/V ./x"),
    ("He said that it would fall", "He/R said/V that/W it/R would/M fall/I"),
    ("Meta plans to build a bridge", "Meta/U plans/Z to/t build/I a/D bridge/N"),
    ("Nvidia's rivals won", "Nvidia/U 's/' rivals/N won/V"),
    ("Reuters’ editors won", "Reuters/U ’/' editors/N won/V"),
    ("It's over", "It/R 's/B over/P"),
    ("They didn't go", "They/R didn't/O go/I"),
    ("U.S. airlines lost 2.5%, and rivals won", "U.S./U airlines/N lost/V 2.5%/# ,/, and/C rivals/N won/V"),
    ("She paid $3.5 million for DeepSeek-V3", "She/R paid/V $3.5/# million/N for/P DeepSeek-V3/U"),
    ("the family left; friends cheered", "the/D family/N left/V ;/; friends/N cheered/V"),
    (
        "the state-owned airline and its so-called rival",
        "the/D state-owned/N airline/N and/C its/D so-called/N rival/N",
    ),
]


@pytest.mark.parametrize(("text", "tagged"), TAGGED)
def test_a_word_is_tagged_by_its_form_and_place(text: str, tagged: str) -> None:
    protected = [(text.index(day), text.index(day) + len(day), Tag.TIME) for day in ("Monday",) if day in text]
    assert " ".join(f"{token.text}/{token.tag.value}" for token in tokenise(text, 0, protected)) == tagged


QUOTED = [
    ("“They fired three hundred people,” said Weber.", ["“They fired three hundred people,”"]),
    ("Weber said: “We are going home now.”", ["“We are going home now.”"]),
    ('He called it "a very great day for us all" again.', ['"a very great day for us all"']),
    ("Its “war rooms” are busy.", []),
    ("He was “good for” 80 billion.", []),
    ("“Go home,” he said.", ["“Go home,”"]),
    ("It’s the dogs’ and the cats’ day in the town’s park.", []),
    ("‘We shall not go there again,’ he said.", ["‘We shall not go there again,’"]),
    ("He said “we are going home and will stay there", ["“we are going home and will stay there"]),
]


@pytest.mark.parametrize(("text", "spans"), QUOTED)
def test_speech_is_told_from_terms_in_quotation_marks(text: str, spans: list[str]) -> None:
    assert [text[a:b] for a, b in quoted_spans(text)] == spans
    quoted = {token.text for token in tokenise(text, 0) if token.quoted}
    assert quoted == {token.text for span in spans for token in tokenise(span, 0)}


def test_a_protected_span_is_one_token_whatever_it_holds() -> None:
    text = "On Jan. 24, 2025, it fell."
    found = tokenise(text, 100, [(103, 116, Tag.TIME)])
    assert [(t.start, t.text, t.tag) for t in found][1] == (103, "Jan. 24, 2025", Tag.TIME)
    assert [t.text for t in found] == ["On", "Jan. 24, 2025", ",", "it", "fell", "."]


@given(st.text(max_size=200), st.integers(min_value=0, max_value=1_000_000))
def test_tokens_are_slices_in_order_and_no_mark_is_lost(text: str, offset: int) -> None:
    found = tokenise(text, offset)
    position = offset
    for token in found:
        assert position <= token.start < token.end
        assert text[token.start - offset : token.end - offset] == token.text
        position = token.end
    assert "".join(t.text for t in found) == "".join(text.split())


@given(
    st.lists(st.sampled_from(["“We fell,” said Lund. ", "he said ", '"', "‘", "’", "word "]), max_size=40).map("".join)
)
def test_a_token_counts_as_quoted_where_it_begins_in_a_quoted_span(text: str) -> None:
    spans = quoted_spans(text)
    for token in tokenise(text, 0):
        assert token.quoted == any(left <= token.start < right for left, right in spans)
