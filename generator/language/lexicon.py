"""The word lists of `english.yml`, and the base forms of verbs."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from babel import Locale

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What a word can be as a form of a verb: its lemma, and whether it reads as past tense or as participle."""

    lemma: str
    is_past: bool
    is_participle: bool


DeedWords = tuple[tuple[str, ...], str, frozenset[str]]
"""The words after a verb, the deed that it reports with them, and of what alone it does so (of anything if empty)."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists by name, each lower case; `forms` maps irregular past forms to what they can be.

    `synonyms` maps a form of a name, lower case, to the name that is printed; `deeds` a word that reports a happening
    to the first words of the lines of those that report the same one; `things` a noun to the first of those that name
    the same thing; `deed_words` a verb to what it reports with the words after it.
    """

    lists: dict[str, frozenset[str]]
    forms: dict[str, VerbForm]
    synonyms: dict[str, str]
    deeds: dict[str, frozenset[str]]
    things: dict[str, str]
    deed_words: dict[str, tuple[DeedWords, ...]]

    def has(self, name: str, word: str) -> bool:
        """Whether `word` (lower case) stands in the list `name`."""
        return word in self.lists[name]


def _irregular_forms(table: str) -> dict[str, VerbForm]:
    forms: dict[str, VerbForm] = {}
    for line in table.strip().splitlines():
        base, past, participle = line.split()
        pasts, participles = past.split("/"), participle.split("/")
        for word in dict.fromkeys([*pasts, *participles]):
            forms.setdefault(word, VerbForm(base, word in pasts, word in participles))
    return forms


@cache
def lexicon() -> Lexicon:
    """The lexicon of English, read once."""
    text = (files("generator.language") / "english.yml").read_text(encoding="utf-8")
    tables: dict[str, str] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    forms = _irregular_forms(tables["irregular"])
    lined = ("irregular", "synonyms", "deeds", "things", "long_places", "deed_words")
    lists = {name: frozenset(words.split()) for name, words in tables.items() if name not in lined}
    lists["countries"] = _countries()
    lists["places"] |= lists["countries"] | {line.strip().lower() for line in tables["long_places"].splitlines()}
    bases = {line.split()[0] for line in tables["irregular"].strip().splitlines()}
    lists["bases"] = lists["verbs"] | bases | lists["speech"] | lists["stative"]
    deeds, things = _lines(tables["deeds"]), _firsts(tables["things"])
    words = _deed_words(tables["deed_words"])
    return Lexicon(lists, forms, _synonyms(tables["synonyms"]), deeds, things, words)


def _countries() -> frozenset[str]:
    """The names of all countries and territories, as Unicode's CLDR has them."""
    known = Locale("en").territories
    nowhere = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
    return frozenset(name.lower() for code, name in known.items() if code.isalpha() and code not in nowhere)


def _firsts(table: str) -> dict[str, str]:
    """Each word of a table to the first of its line."""
    return {word: line.split()[0] for line in table.strip().splitlines() for word in line.split()}


def _lines(table: str) -> dict[str, frozenset[str]]:
    """Each word of a table to the first words of the lines that it stands in."""
    found: dict[str, set[str]] = {}
    for line in table.strip().splitlines():
        for word in line.split():
            found.setdefault(word, set()).add(line.split()[0])
    return {word: frozenset(firsts) for word, firsts in found.items()}


def _deed_words(table: str) -> dict[str, tuple[DeedWords, ...]]:
    found: dict[str, list[DeedWords]] = {}
    for line in table.strip().splitlines():
        deed, _, told = line.partition(" = ")
        words, _, subjects = told.partition(" : ")
        verb, *after = words.split()
        found.setdefault(verb, []).append((tuple(after), deed.strip(), frozenset(subjects.split())))
    return {verb: tuple(rows) for verb, rows in found.items()}


def _synonyms(table: str) -> dict[str, str]:
    pairs = (line.split(" = ") for line in table.strip().splitlines())
    return {form.strip().lower(): name for name, forms in pairs for form in [name, *forms.split(",")]}


def _strip_doubling(stem: str) -> str:
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeioulsz"
    return stem[:-1] if doubled else stem


@cache
def regular_base(stem: str) -> str:
    """The base form of a regular verb from what stands before -ed or -ing ("releas" -> "release").

    The lexicon decides; for a verb that it does not have, spelling does (Porter's observation that stems in c, g, s,
    v, z or u and stems in -at want their e back).
    """
    bases = lexicon().lists["bases"]
    for candidate in (stem + "e", stem, _strip_doubling(stem), stem[:-1] if stem[-2:-1] == stem[-1:] else stem):
        if candidate in bases:
            return candidate
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 3 and stem[-1] == "l" and stem[-2] in "bcdfgkptz":
        return stem + "e"  # "rumbled", "tackled"
    undoubled = _strip_doubling(stem)
    if undoubled != stem:
        return undoubled
    if stem[-1:] in "cgvzu" or (stem[-1:] == "s" and stem[-2:] != "ss") or (stem[-2:] == "at" and stem[-3:-2] != "e"):
        return stem + "e"
    return stem


@cache
def past_form(word: str) -> VerbForm | None:
    """What a lower-case word can be as a past tense or a past participle; None if it can be neither."""
    known = lexicon()
    if word in known.forms:
        return known.forms[word]
    return None if word in known.lists["not_verbs"] else participle_form(word)


@cache
def participle_form(word: str) -> VerbForm | None:
    """As past_form, for a word that an auxiliary precedes: "is expected", though "the expected rise" is no verb."""
    if word in lexicon().forms:
        return lexicon().forms[word]
    if word.startswith(("co-", "re-")):
        return participle_form(word[3:])  # "co-founded", "re-entered"
    if not word.endswith("ed") or len(word) < 4 or "-" in word:
        return None
    if word in ("died", "lied", "tied", "vied"):
        return VerbForm(word[:-1], is_past=True, is_participle=True)
    if not _VOWELS & set(word[:-2]) and "y" not in word:
        return None
    lemma = word[:-3] + "y" if word.endswith("ied") and len(word) > 4 else regular_base(word[:-2])
    if word.startswith("un") and lemma not in lexicon().lists["bases"]:
        return None  # "unexplored" says what was not done
    return VerbForm(lemma, is_past=True, is_participle=True)


@cache
def progressive_form(word: str) -> str | None:
    """The lemma of a lower-case word in -ing that can be a verb; None if it cannot."""
    if not word.endswith("ing") or len(word) < 5 or word in lexicon().lists["not_verbs"]:
        return None
    return word[:-4] + "ie" if word in ("dying", "lying", "tying", "vying") else regular_base(word[:-3])


@cache
def present_form(word: str) -> str | None:
    """The lemma of a lower-case word that can be the third person present of a verb that the lexicon has."""
    bases = lexicon().lists["bases"]
    if not word.endswith("s") or word.endswith("ss"):
        return None
    candidates = [word[:-1]]
    if word.endswith("ies"):
        candidates.insert(0, word[:-3] + "y")
    elif word.endswith("es"):
        candidates.append(word[:-2])
    return next((base for base in candidates if base in bases), None)


@cache
def noun_base(word: str) -> str:
    """The singular of a lower-case noun, by spelling alone: for comparing words, not for print."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@cache
def content_lemma(word: str) -> str:
    """One form for the words that belong together ("announced", "announces", "announcing"), for comparing texts."""
    if word in lexicon().forms:
        return lexicon().forms[word].lemma
    if word in lexicon().lists["bases"]:
        return word
    past = past_form(word)
    if past:
        return past.lemma
    return progressive_form(word) or present_form(word) or noun_base(word)
