"""Whether a subject is one or several, and its verb in the present tense of headlines."""

import re
from collections.abc import Sequence

from generator.language.lexicon import lexicon, progressive_form

# What keeps a number from being exact.
BOUNDS = re.compile(
    r"^(?:at (?:least|most)|(?:more|fewer|less) than|up to|about|nearly|almost|around|over|roughly|under) ", re.I
)
# Stands for a name while the number of a subject is looked at.
_NAME = "Name"


def is_plural(words: str, names: Sequence[str]) -> bool:
    """Whether a subject takes the plural verb: joined by "and", or a common noun in the plural.

    `names` are the names in it: "General Motors" is one, "Engineers of Orbita" are several.
    """
    words = BOUNDS.sub("", words)
    # "Standard and Poor's 500 index" is one index.
    if owned := re.match(r"\w+ and \w+[’']s (?P<rest>.+)", words):
        words = owned["rest"].split()[-1]
    counted = _counted(words)
    if counted is not None:
        return counted
    titled = words.split()
    plural_name = titled[-1:] and _are_people(titled[-1].lower()) and titled[-2:-1] != ["of"]
    bodies = lexicon().lists["organisation_words"]
    held = titled[:1] and titled[0].lower() in lexicon().lists["held_nouns"]
    before_of = titled[titled.index("of") - 1].lower() if "of" in titled[1:] else ""
    one_body = (
        len(titled) > 1 and not held and not plural_name and (titled[-1].lower() in bodies or before_of in bodies)
    )
    repeated = "and" in titled and titled.count(titled[-1]) > 1  # "Essen District Hospital and Bonn Hospital"
    if (
        one_body
        and not repeated
        and " and the " not in words
        and all(w[0].isupper() or w in ("and", "of", "for") for w in titled)
    ):
        return False
    for name in sorted(names, key=len, reverse=True):
        words = words.replace(name, _NAME)
    parts = [part for part in words.split() if part not in ("worldwide", "alike", "abroad", "overseas")]
    ends = lexicon().lists["prepositions"] | {"worth"}
    many = ("s", "men", "people")
    going = {i for i, part in enumerate(parts) if i and part.endswith("ing") and parts[i - 1].endswith(many)}
    if "of" in parts and parts[parts.index("of") - 1] == _NAME and [*parts[-2:]] == ["and", _NAME]:
        return True  # "Elizabeth Warner of Massachusetts and Michael Bloom"
    cut = (i for i, part in enumerate(parts) if i and (part in ends or i in going or _describes(part)))
    head = parts[: next(cut, len(parts))]
    if "and" in head:
        # "Actor and singer Paul Verne" is one person, "the King and the Queen" are two.
        beside = head[head.index("and") + 1 :][:1]
        titles = head[-1] == _NAME and head.count(_NAME) == 1 and beside[0] not in ("the", "a", "an", _NAME)
        return not (titles or _is_one_office(head))
    if head and head[-1] == _NAME and plural_name:
        return True
    word = head[-1].lower() if head else ""
    plain = word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s"))
    return plain or word.endswith("men") or word in ("police", "people", "children")


def _are_people(word: str) -> bool:
    """Whether a word names many: "Democrats", "Nigerians"."""
    lists = lexicon().lists
    return word in lists["plural_names"] or (word.endswith("ns") and word[:-1] in lists["nationalities"])


def _is_one_office(head: Sequence[str]) -> bool:
    """Whether "and" joins what an office is for: "AU trade and industry commissioner Name"."""
    at = head.index("and")
    lists = lexicon().lists
    offices = lists["offices"] | lists["titles"] | lists["person_nouns"]
    beside = head[at - 1] if at else ""
    held = any(part in offices for part in head[at + 1 :])
    return head[-1] == _NAME and held and beside.islower() and beside not in offices and not beside.endswith("s")


def head_of(words: str) -> str:
    """A noun phrase without what describes it: "troops loyal" of "troops loyal to the president"."""
    parts = words.split()
    ends = (i for i, part in enumerate(parts) if i and part.lower() in lexicon().lists["prepositions"])
    return " ".join(parts[: next(ends, len(parts))])


def _counted(words: str) -> bool | None:
    """Whether a subject that a number opens is several ("Two Labour MPs"); None where none does."""
    parts = words.split()
    if len(parts) < 2:
        return None
    if parts[0].lower() in lexicon().lists["several"]:
        return True
    if not re.fullmatch(r"[\d.,]+%?", parts[0]):
        return None
    if parts[0].endswith("%") or parts[1] in ("percent", "%"):
        rest = parts[2:] if parts[0].endswith("%") else parts[3:]
        return is_plural(" ".join(rest), []) if "of" in parts[1:3] and rest else None
    head = head_of(words).split()[-1]
    return parts[0] != "1" and (
        head.endswith(("s", "men")) or parts[-1].endswith("s") or "people" in parts or "million" in parts
    )


def _describes(word: str) -> bool:
    """Whether a word in -ing says more of the noun before it ("a plane carrying 212 people")."""
    return word.islower() and progressive_form(word) in lexicon().lists["bases"]


def present_tense(lemma: str, plural: bool) -> str:
    """A verb in the present tense of headlines."""
    if lemma == "be":
        return "are" if plural else "is"
    if plural:
        return lemma
    irregular = {"have": "has", "do": "does", "go": "goes"}
    if lemma in irregular:
        return irregular[lemma]
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"
