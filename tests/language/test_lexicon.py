"""Forms of verbs and nouns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.lexicon import (
    content_lemma,
    lexicon,
    noun_base,
    participle_form,
    past_form,
    present_form,
    progressive_form,
)

# base, past, -ing, third person
VERBS = """\
    announce announced announcing announces
    agree agreed agreeing agrees
    appeal appealed appealing appeals
    ban banned banning bans
    begin began beginning begins
    benefit benefited benefiting benefits
    bomb bombed bombing bombs
    build built building builds
    carry carried carrying carries
    close closed closing closes
    cut cut cutting cuts
    debut debuted debuting debuts
    deny denied denying denies
    die died dying dies
    drop dropped dropping drops
    exceed exceeded exceeding exceeds
    fall fell falling falls
    fire fired firing fires
    flee fled fleeing flees
    found founded founding founds
    kill killed killing kills
    lay laid laying lays
    launch launched launching launches
    lose lost losing loses
    merge merged merging merges
    offer offered offering offers
    pass passed passing passes
    plan planned planning plans
    prefer preferred preferring prefers
    pursue pursued pursuing pursues
    quit quit quitting quits
    raise raised raising raises
    release released releasing releases
    resign resigned resigning resigns
    rise rose rising rises
    seize seized seizing seizes
    shed shed shedding sheds
    strike struck striking strikes
    sue sued suing sues
    travel travelled travelling travels
    veto vetoed vetoing vetoes
    win won winning wins
"""
FORMS = [tuple(line.split()) for line in VERBS.splitlines()]


@pytest.mark.parametrize(("base", "past"), [(base, past) for base, past, _, _ in FORMS])
def test_the_past_of_a_verb_gives_its_base(base: str, past: str) -> None:
    form = participle_form(past)
    assert form is not None
    assert form.lemma == base


@pytest.mark.parametrize(("base", "going"), [(base, going) for base, _, going, _ in FORMS if going != "building"])
def test_the_progressive_of_a_verb_gives_its_base(base: str, going: str) -> None:
    assert progressive_form(going) == base


@pytest.mark.parametrize(("base", "third"), [(base, third) for base, _, _, third in FORMS])
def test_the_third_person_of_a_verb_gives_its_base(base: str, third: str) -> None:
    assert present_form(third) == base


@pytest.mark.parametrize(
    "word", ["united", "unprecedented", "so-called", "hundred", "speed", "bread", "ed", "sky", "was2"]
)
def test_a_word_that_only_looks_like_a_past_is_none(word: str) -> None:
    assert past_form(word) is None


@pytest.mark.parametrize("word", ["morning", "building", "meeting", "during", "thing", "king", "beijing", "ing"])
def test_a_word_that_only_looks_like_a_progressive_is_none(word: str) -> None:
    assert progressive_form(word) is None


@pytest.mark.parametrize(
    ("word", "is_past", "is_participle"),
    [
        ("began", True, False),
        ("begun", False, True),
        ("sold", True, True),
        ("fell", True, False),
        ("named", True, True),
    ],
)
def test_a_past_is_told_from_a_participle(word: str, is_past: bool, is_participle: bool) -> None:
    form = past_form(word)
    assert form is not None
    assert (form.is_past, form.is_participle) == (is_past, is_participle)


NOUNS = [
    ("companies", "company"),
    ("churches", "church"),
    ("taxes", "tax"),
    ("losses", "loss"),
    ("shares", "share"),
    ("crisis", "crisis"),
    ("virus", "virus"),
    ("gas", "gas"),
    ("people", "people"),
]


@pytest.mark.parametrize(("word", "base"), NOUNS)
def test_a_noun_is_compared_in_its_singular(word: str, base: str) -> None:
    assert noun_base(word) == base


@pytest.mark.parametrize(
    "family",
    [
        "announce announced announces announcing",
        "rise rose risen rises",
        "fall fell fallen falls",
        "die dying died",
        "tie tied tying",
        "company companies",
        "sue sued suing",
    ],
)
def test_words_that_belong_together_have_one_content_lemma(family: str) -> None:
    assert len({content_lemma(word) for word in family.split()}) == 1


def test_every_irregular_form_leads_to_a_base_that_is_known() -> None:
    words = lexicon()
    assert {form.lemma for form in words.forms.values()} <= words.lists["bases"]


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz-éß", max_size=14))
def test_any_word_at_all_has_a_lemma(word: str) -> None:
    assert isinstance(content_lemma(word), str)
    assert progressive_form(word) != ""
