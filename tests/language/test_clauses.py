"""A sentence into its clauses: who, which verb, how it stands in the sentence, and its tense or mood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.rules import default_rules
from generator.dates.tag import tag_times
from generator.language.clauses import Clause, find_clauses
from generator.language.names import written
from generator.language.tokens import Tag, Token, tokenise

# Sentence, and for each clause: subject, lemma, role, form; "be" or "not" behind for passive and negated.
READ = {
    "Three sailors, who had moved to Utah, a state, sued.": [
        "Three sailors | move | relative | pluperfect",
        "Three sailors | sue | coordinate | past",
    ],
    "She led the largest protest ever held in Lund.": [
        "She | lead | main | past",
        "the largest protest | hold | inserted | participle be",
    ],
    "The Hang Seng, which was one of the markets that was positive yesterday, fell 7%.": [
        "The Hang Seng | be | relative | past",
        "one of the markets | be | relative | past",
        "The Hang Seng | fall | main | past",
    ],
    "They sought the dropping of charges against protesters who were arrested.": [
        "They | seek | main | past",
        "protesters | arrest | relative | past be",
    ],
    "John Holm, first elected to Congress in 1964, was born in Lund.": [
        "John Holm | elect | inserted | participle be",
        "John Holm | bear | main | past be",
    ],
    "Rui Costa entered politics when elected in 2001.": [
        "Rui Costa | enter | main | past",
        "Rui Costa | elect | adverbial | past be",
    ],
    "Rui Costa resigned as the mayor of Darva and Ana Prado was sworn in.": [
        "Rui Costa | resign | main | past",
        "Ana Prado | swear | main | past be",
    ],
    "Prosecutors showed the film when officers found and freed her.": [
        "Prosecutors | show | main | past",
        "officers | find | adverbial | past",
        "officers | free | coordinate | past",
    ],
    "“It is alive,” added Lopes, who led the research published in May.": [
        "Lopes | add | main | past",
        "Lopes | lead | relative | past",
        "the research | publish | inserted | participle be",
    ],
    "Rui Costa reported losses in Darva, where 166 homes were damaged or destroyed.": [
        "Rui Costa | report | main | past",
        "166 homes | damage | relative | past be",
        "166 homes | destroy | coordinate | past be",
    ],
    "He and his mother were killed.": ["He and his mother | kill | main | past be"],
    "A spokesman told Agence Presse the driver had fled.": [
        "A spokesman | tell | main | past",
        "the driver | flee | content | pluperfect",
    ],
    "He found records that showed a bomber had sunk the boat.": [
        "He | find | main | past",
        "records | show | relative | past",
        "a bomber | sink | main | pluperfect",
    ],
    "The quake struck, said the state news agency.": [
        "The quake | strike | main | past",
        "the state news agency. | say | main | past",
    ],
    "The minister is likely to resign.": [
        "The minister | be | main | present",
        "The minister | resign | infinitive | infinitive",
    ],
    "Nvidia fell on Monday.": ["Nvidia | fall | main | past"],
    "The company has been sold.": ["The company | sell | main | perfect be"],
    "Airbus will not build the plane.": ["Airbus | build | main | future not"],
    "Meta launched an app and sold a firm.": [
        "Meta | launch | main | past",
        "Meta | sell | coordinate | past",
    ],
    "The firm said that it would close a plant.": [
        "The firm | say | main | past",
        "it | close | content | conditional",
    ],
    "The firm said it had closed a plant.": [
        "The firm | say | main | past",
        "it | close | content | pluperfect",
    ],
    "The app, which was launched in May, overtook Chirp.": [
        "The app | launch | relative | past be",
        "The app | overtake | main | past",
    ],
    "Nvidia plans to build a plant.": [
        "Nvidia | plan | main | present",
        "Nvidia | build | infinitive | infinitive",
    ],
    "Airbus is expected to deliver the jet in June.": [
        "Airbus | expect | main | present be",
        "Airbus | deliver | infinitive | infinitive",
    ],
    "After the quake struck, the army sent doctors.": [
        "the quake | strike | adverbial | past",
        "the army | send | main | past",
    ],
    "Salas, 68, who has ruled since 2008, conceded defeat.": [
        "Salas | rule | relative | perfect",
        "Salas | concede | main | past",
    ],
    "Carmona scored in a final but Rolfo, who joined in 2021, hit the winner.": [
        "Carmona | score | main | past",
        "Rolfo | join | relative | past",
        "Rolfo | hit | main | past",
    ],
    "The union struck after talks over pay and job cuts collapsed.": [
        "The union | strike | main | past",
        "talks over pay and job cuts | collapse | adverbial | past",
    ],
    "The WHO said that 12 people died.": [
        "The WHO | say | main | past",
        "12 people | die | content | past",
    ],
    "A concert that was to be held nearby was cancelled.": [
        "A concert | be | relative | past",
        "A concert | hold | infinitive | infinitive be",
        "A concert | cancel | main | past be",
    ],
    "The bridge fell, and more than 1,130 people died.": [
        "The bridge | fall | main | past",
        "more than 1,130 people | die | main | past",
    ],
    "Schools in Portland, Oregon, closed.": ["Schools in Portland | close | main | past"],
    "The bridge was destroyed by soldiers.": ["The bridge | destroy | main | past be"],
    "Vesta, Kessler and Solvano merged.": ["Vesta, Kessler and Solvano | merge | main | past"],
    "The minister did not resign.": ["The minister | resign | main | past not"],
    "He denied that he had taken bribes.": [
        "He | deny | main | past",
        "he | take | content | pluperfect",
    ],
    "Its largest investor, Danube Bank, sold its shares.": ["Danube Bank | sell | main | past"],
    "The earthquake that struck Lombok killed 27 people.": [
        "The earthquake | strike | relative | past",
        "The earthquake | kill | main | past",
    ],
    "If Lisbon closed the bridge, ferries would sail.": [
        "Lisbon | close | adverbial | past",
        "ferries | sail | main | conditional",
    ],
    "The court ordered the firm to pay.": [
        "The court | order | main | past",
        "The court | pay | infinitive | infinitive",
    ],
    "Rain.": [],
    "A sunny day in the park of Bergen.": [],
}


def tokens_of(text: str) -> list[Token]:
    return tokenise(text, 0, [(t.start, t.end, Tag.TIME) for t in tag_times(text, default_rules())])


def shown(tokens: list[Token], clause: Clause) -> str:
    subject = written(tokens[clause.subject.first : clause.subject.last]) if clause.subject else "-"
    marks = " be" * clause.group.passive + " not" * clause.group.negated
    return f"{subject} | {clause.lemma} | {clause.role} | {clause.form}{marks}"


@pytest.mark.parametrize(("text", "expected"), READ.items(), ids=READ.keys())
def test_each_verb_has_its_subject_its_place_and_its_tense(text: str, expected: list[str]) -> None:
    tokens = tokens_of(text)
    assert [shown(tokens, clause) for clause in find_clauses(tokens)] == expected


VOCABULARY = """
Nvidia fell the to be was not would have said that which who and , “ ” ; - Monday 5 % by with starting sold its he if
after as of in company companies plans build Bank 's
"""
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_clauses_lie_in_their_sentence_with_governors_before_them(text: str) -> None:
    tokens = tokens_of(text)
    clauses = find_clauses(tokens)
    for number, clause in enumerate(clauses):
        assert 0 <= clause.first <= clause.group.verb < clause.group.last <= clause.last <= len(tokens)
        assert not tokens[clause.group.verb].quoted
        assert clause.governor is None or 0 <= clause.governor < number
        if clause.subject:
            assert 0 <= clause.subject.first < clause.subject.last <= len(tokens)
