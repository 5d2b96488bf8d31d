"""The simple present, told from the nouns of the same form by what stands around it."""

from collections.abc import Sequence

from generator.language.forms import Form, Group
from generator.language.lexicon import lexicon, noun_base, past_form, present_form
from generator.language.tokens import AUXILIARY, Tag, Token

_NOUNS = (Tag.NAME, Tag.NOUN, Tag.BASE, Tag.PRESENT)
_AFTER_PRESENT = {
    Tag.TO, Tag.DETERMINER, Tag.NAME, Tag.ADVERB, Tag.RELATIVE, Tag.PREPOSITION, Tag.NUMBER, Tag.PRONOUN,
    Tag.NOUN, Tag.TIME,
}  # fmt: skip


def present_at(tokens: Sequence[Token], i: int, before: Sequence[Group]) -> Group | None:
    """A simple present, where neighbours rule out the noun of the same form."""
    token = tokens[i]
    at = i - 2 if i > 1 and tokens[i - 1].tag is Tag.ADVERB else i - 1
    previous = tokens[at] if at >= 0 else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if previous is None or after is None or _is_compound(tokens, at, i, before):
        return None
    joined = previous.tag is Tag.CONJUNCTION and after.tag in (Tag.NUMBER, Tag.DETERMINER) and bool(before)
    related = previous.tag in (Tag.PRONOUN, Tag.RELATIVE)
    many = previous.lower.endswith("s") and not previous.lower.endswith("ss")
    many = many or previous.lower in ("police", "people", "women", "men", "children")
    singular = related or joined or previous.tag is Tag.NAME or (previous.tag is Tag.NOUN and not many)
    # "Analysts predict that", "Police say the girl"
    governs = after.tag in (Tag.RELATIVE, Tag.TO) or token.lower == "say"
    opens = i == 1 and previous.tag is Tag.NAME and governs
    plural = ((previous.tag is Tag.NOUN or opens) and many) or previous.tag is Tag.RELATIVE
    if token.tag is Tag.PRESENT and singular:
        lemma = present_form(token.lower)
        taking = lemma in _governing() and any(t.tag is Tag.TO for t in tokens[i + 2 : i + 6])
        if lemma and (after.tag is not Tag.NOUN or related or taking):
            return Group(i, i + 1, i, lemma, Form.PRESENT)
    if token.tag is Tag.BASE and plural and after.tag is not Tag.NOUN:
        return Group(i, i + 1, i, token.lower, Form.PRESENT)
    return None


def _is_compound(tokens: Sequence[Token], at: int, i: int, before: Sequence[Group]) -> bool:
    """Whether a word in -s or like a base form is a noun: after a number or adjective, or where a verb is there."""
    previous, after = tokens[at], tokens[i + 1]
    if after.tag not in _AFTER_PRESENT or _verb_follows(tokens, i + 1) or _verb_to_come(tokens, i):
        return True
    if after.lower in ("that", "which") and not _takes_that(tokens[i].lower):
        return True  # "Faulty ignition switches that were replaced"
    if after.lower == "of" and previous.lower == "that" and not lexicon().has("verbs_with_of", tokens[i].lower):
        return True  # "Said that | tests of the vaccine will begin"
    if previous.lower in lexicon().lists["adjectives"] or (at and tokens[at - 1].tag is Tag.NUMBER):
        return True
    if i == 1 and previous.tag is Tag.NAME and _is_common(previous.lower):
        return True
    if after.tag is Tag.NAME and _titles(tokens, i):
        return True
    told = bool(before) and before[-1].lemma in lexicon().lists["speech"]
    return not told and _open_clause(before, tokens, i)


def _titles(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word stands before the name of the one who does something ("rights | advocate | Ana Prado died")."""
    end = i + 1
    while end < len(tokens) and tokens[end].tag is Tag.NAME:
        end += 1
    known = any(tokens[i].lower in lexicon().lists[name] for name in ("person_nouns", "anybody", "offices", "titles"))
    return known and end < len(tokens) and tokens[end].tag in (Tag.PAST, *AUXILIARY)


def _verb_to_come(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun and its preposition have their verb further on ("Aer Lingus shares on the exchange fell")."""
    if tokens[i + 1].tag is not Tag.PREPOSITION:
        return False
    stops = (Tag.COMMA, Tag.STOP, Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.PRONOUN, Tag.TO, *AUXILIARY)
    verb = next((k for k in range(i + 2, len(tokens)) if tokens[k].tag in (Tag.PAST, *stops)), None)
    if verb is None or tokens[verb].tag is not Tag.PAST or tokens[verb - 1].tag not in _NOUNS:
        return False
    form = past_form(tokens[verb].lower)
    return form is not None and not form.is_participle


def _takes_that(word: str) -> bool:
    """Whether a verb may have a clause with "that" for its object ("says that", "shows that")."""
    lists, lemma = lexicon().lists, present_form(word) or word
    taking = (
        "speech",
        "claiming",
        "predicting",
        "planning",
        "finding_verbs",
        "stative",
        "content_speech",
        "clause_speech",
    )
    return any(lemma in lists[name] for name in taking)


def _is_common(word: str) -> bool:
    """Whether the capitalised word that opens a sentence is an everyday one ("Stock markets fell")."""
    lists = lexicon().lists
    known = lists["bases"] | lists["common_nouns"]
    return word.endswith(("al", "ic", "ous", "ive", "ed")) or word in known or noun_base(word) in lists["bases"]


def _governing() -> frozenset[str]:
    return lexicon().lists["planning"] | lexicon().lists["predicting"]


def _verb_follows(tokens: Sequence[Token], i: int) -> bool:
    """Whether only adverbs stand between `i` and another verb."""
    while i < len(tokens) and tokens[i].tag is Tag.ADVERB:
        i += 1
    return i < len(tokens) and tokens[i].tag in (Tag.PAST, *AUXILIARY)


def _open_clause(before: Sequence[Group], tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb stands before `i` with nothing in between that could open a new clause."""
    if not before:
        return False
    breaks = (Tag.COMMA, Tag.STOP, Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.RELATIVE)
    return not any(t.tag in breaks for t in tokens[before[-1].last : i])
