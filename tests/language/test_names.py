"""Names of an article and the offices that it gives them."""

import pytest

from generator.dates.rules import default_rules
from generator.dates.tag import tag_times
from generator.language.names import plain_name
from generator.language.reading import read_text

# Text, and the names in it with the first letter of their kind: person, organisation, pRoduct, pLace, other.
NAMED = {
    "Microsoft CEO Satya Nadella met Jane Doe in Paris.": "Microsoft/o, Satya Nadella/p, Jane Doe/p, Paris/l",
    "The Bank of Norden and the University of Bergen merged.": "Bank of Norden/o, University of Bergen/o",
    "He met Ursula von der Leyen in New York on Monday.": "Ursula von der Leyen/p, New York/l",
    "The new DeepSeek-V3 model runs on the H100 chip.": "DeepSeek-V3/r, H100/r",
    "A spokesman of Danube Airlines spoke.": "Danube Airlines/o",
    "It rained. Then the sun came out. However, it was cold.": "",
    "The AI of the CEO costs more than a PC.": "",
    "French troops met a Republican senator.": "",
    "They crossed the Danube River near the Fulda Bridge.": "Danube River/l, Fulda Bridge/l",
    "Shares of Nvidia fell. Nvidia said nothing.": "Nvidia/?, Nvidia/?",
    "Sen. Ann Boyd spoke to Mayor Weber.": "Ann Boyd/p, Weber/p",
    "He reads the Harbour Post and the Eastern Herald.": "Harbour Post/o, Eastern Herald/?",
    "In January and on Monday the Earth turned.": "",
    "It happened in Washington, D.C. in the U.S.": "Washington/l, D.C./?, U.S./l",
    "The Mira 3 and the Mira 4 are phones.": "Mira 3/?, Mira 4/?",
    "Chief Executive Officer Maria Lund left.": "Maria Lund/p",
}  # fmt: skip
LETTERS = {"p": "person", "o": "organisation", "r": "product", "l": "place"}


@pytest.mark.parametrize(("text", "expected"), NAMED.items(), ids=NAMED.keys())
def test_names_are_found_whole_and_without_what_names_nobody(text: str, expected: str) -> None:
    found = [name for s in read_text("a", text, tag_times(text, default_rules())).sentences for name in s.names]
    wanted = [entry.rsplit("/", 1) for entry in expected.split(", ") if entry]
    assert [name.text for name in found] == [name for name, _ in wanted]
    assert [name.kind for name, (_, kind) in zip(found, wanted, strict=True) if kind in LETTERS] == [
        LETTERS[kind] for _, kind in wanted if kind in LETTERS
    ]
    assert all(text[name.start : name.end] == name.text for name in found)


PLAIN = [
    ("Widget Inc.", "Widget"),
    ("Widget Inc", "Widget"),
    ("Vesta Motors", "Vesta Motors"),
    ("U.S.", "U.S."),
    ("Nutbolt GmbH", "Nutbolt"),
]


@pytest.mark.parametrize(("text", "name"), PLAIN)
def test_a_company_is_named_without_its_suffix(text: str, name: str) -> None:
    assert plain_name(text) == name


OFFICES = {
    "Microsoft CEO Satya Nadella spoke.": ["Satya Nadella, CEO, Microsoft"],
    "He says Microsoft chief executive Satya Nadella spoke.": ["Satya Nadella, CEO, Microsoft"],
    "Microsoft's CEO Satya Nadella spoke.": ["Satya Nadella, CEO, Microsoft"],
    "Alexandr Wang, CEO of Scale AI, spoke.": ["Alexandr Wang, CEO, Scale AI"],
    "Alexandr Wang, the chairman of Scale AI, spoke.": ["Alexandr Wang, chairman, Scale AI"],
    "He met former Microsoft CEO Bill Gates.": [],
    "Former Microsoft CEO Bill Gates spoke.": [],
    "President Donald Trump of the United States spoke.": [],
    "Bill Gates, former CEO of Microsoft, spoke.": [],
    "Microsoft's then CEO Bill Gates spoke.": [],
    "Microsoft CEO Nadella spoke.": [],
    "Microsoft and Satya Nadella spoke.": [],
}


@pytest.mark.parametrize(("text", "expected"), OFFICES.items(), ids=OFFICES.keys())
def test_who_holds_an_office_is_read_and_former_holders_are_left_out(text: str, expected: list[str]) -> None:
    found = [office for s in read_text("a", text, ()).sentences for office in s.offices]
    assert [f"{o.person}, {o.office}, {o.organisation}" for o in found] == expected
