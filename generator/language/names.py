"""Names in an article, found without a list of them: runs of capitalised words, with the kind that context suggests."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.language.lexicon import Lexicon, lexicon, past_form
from generator.language.tokens import Tag, Token
from generator.model import EntityKind, Name, Office

_MODEL_NUMBER = re.compile(r"^(?:[A-Za-z]{1,4}-?\d[\w.-]*|\d+[A-Za-z]+|[A-Z]\d+)$")
_CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
_NUMBERED = re.compile(r"^[A-Z]?\d[\w-]*$")
_SUFFIXES = re.compile(
    r"\s+(?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|[Pp]lc|PLC|LLC|AG|SA|NV|SE|N\.V|S\.A|GmbH)\.?$"
)
# Between a person and an organisation stand at most so many characters of an office.
_OFFICE_REACH = 60
# A run of capitalised words is looked at no further than so many: longer ones are headlines or lists.
_RUN = 30
_FOREIGN_AND = frozenset(["i", "y", "und", "et"])
_BODIES = frozenset(
    ["council", "commission", "committee", "ministry", "department", "board", "authority", "association"]
)
# A name longer than this is a headline or a list, not a name.
_LONGEST = 7


def find_names(sentences: Sequence[Sequence[Token]]) -> tuple[Name, ...]:
    """The names of an article, given its sentences as tokens, in order.

    A word that is capitalised only because it opens a sentence counts when the article capitalises it elsewhere too.
    """
    seen = Counter(
        t.text for tokens in sentences for i, t in enumerate(tokens) if t.tag is Tag.NAME and not _opens(tokens, i)
    )
    return tuple(name for tokens in sentences for name in _names(tokens, seen))


def written(tokens: Sequence[Token]) -> str:
    """The words of some tokens with a space where the text has a gap."""
    pieces = [t.text if i == 0 or tokens[i - 1].end == t.start else " " + t.text for i, t in enumerate(tokens)]
    return "".join(pieces)


def _opens(tokens: Sequence[Token], i: int) -> bool:
    if i > 1 and tokens[i - 1].text == "." and tokens[i - 2].lower in lexicon().lists["titles"]:
        return False
    return i == 0 or tokens[i - 1].text in ("“", '"', "‘", ":", "”", ".")


def _names(tokens: Sequence[Token], seen: Counter[str]) -> Iterator[Name]:
    words = lexicon()
    i = 0
    while i < len(tokens):
        if not _begins(tokens, i, seen, words):
            i += 1
            continue
        if _is_apart(tokens, i, words):
            yield Name(tokens[i].start, tokens[i].end, tokens[i].text, EntityKind.PLACE)
            i += 1
        last = _extend(tokens, i, words)
        for first, end in _pieces(tokens, i, last, words):
            if end - first <= _LONGEST:
                text = written(tokens[first:end])
                yield Name(tokens[first].start, tokens[end - 1].end, text, _kind(tokens, first, end, words))
        i = last


def _is_apart(tokens: Sequence[Token], i: int, words: Lexicon) -> bool:
    """Whether a place only stands before somebody's name ("Senator from Vermont | Bernie Sanders")."""
    named = tokens[i : i + 3]
    if i and tokens[i - 1].lower == "on" and tokens[i].lower in words.lists["channels"]:
        return len(named) == 3 and named[1].tag is Tag.NAME and named[2].tag is Tag.PAST  # "On Twitter | West accused"
    whole = (
        len(named) == 3 and all(t.tag is Tag.NAME for t in named) and i > 0 and tokens[i - 1].lower in ("from", "of")
    )
    return whole and named[0].lower in words.lists["places"] and named[1].lower in words.lists["first_names"]


def _begins(tokens: Sequence[Token], i: int, seen: Counter[str], words: Lexicon) -> bool:
    token = tokens[i]
    if token.tag is not Tag.NAME:
        return False
    if not _opens(tokens, i):
        return True
    following = tokens[i + 1].tag is Tag.NAME if i + 1 < len(tokens) else False
    heads = token.lower in words.lists["organisation_words"] and i + 2 < len(tokens) and tokens[i + 1].lower == "of"
    linked = i + 2 < len(tokens) and tokens[i + 1].text in _FOREIGN_AND  # "Prawo i Lewica"
    following = following or ((heads or linked) and tokens[i + 2].tag is Tag.NAME)
    known = token.lower in words.lists["places"] or token.lower in words.lists["first_names"]
    shaped = bool(_CAMEL.search(token.text)) or token.text.isupper()
    return bool(seen[token.text]) or following or known or shaped or _acts(tokens, i, words)


def _acts(tokens: Sequence[Token], i: int, words: Lexicon) -> bool:
    """Whether the one capitalised word of an opening is a name: no known noun, before a verb or its shares."""
    word = tokens[i].lower
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is", "as", "os"))
    plural = plural or word.endswith(("men", "people"))
    if (
        after is None
        or plural
        or len(word) < 3
        or word.endswith(("able", "ible"))
        or any(word in members for members in words.lists.values())
    ):
        return False
    if after.lower in words.lists["held_nouns"]:
        return True
    return after.tag in (Tag.PAST, Tag.HAVE, Tag.BE, Tag.MODAL, Tag.POSSESSIVE)


def _extend(tokens: Sequence[Token], first: int, words: Lexicon) -> int:
    """Where the run of capitalised words that begins at `first` ends, "of" and the like inside it included."""
    last = first + 1
    while last < len(tokens) and last - first < _RUN:
        token = tokens[last]
        if token.tag is Tag.NAME or (
            token.tag is Tag.NUMBER
            and _NUMBERED.match(token.text)
            and token.text.isdigit()
            and len(token.text) < 4
            and not (last + 1 < len(tokens) and tokens[last + 1].lower in words.lists["of_matches"])
        ):
            last += 1
        elif _is_initial(tokens, last, first):
            last += 2
        elif token.text == "-" or (token.lower in words.lists["name_links"] and not token.text[0].isupper()):
            link = last + 1
            while link < len(tokens) and tokens[link].lower in words.lists["particles"] and tokens[link].text.islower():
                link += 1
            joins = token.lower == "and" and _is_one_body(tokens, first, link, words)
            if link >= len(tokens) or tokens[link].tag is not Tag.NAME:
                break
            if token.lower in ("and", "for", "to") and not joins:
                break
            if token.lower in ("of", "the") and tokens[last - 1].lower not in _of_heads(words):
                break
            last = link + 1
        else:
            break
    return last


def _is_one_body(tokens: Sequence[Token], first: int, link: int, words: Lexicon) -> bool:
    """Whether "and" stands within the name of one body ("the World Travel and Tourism Council")."""
    end = link
    while end < len(tokens) and tokens[end].tag is Tag.NAME:
        end += 1
    own = tokens[first : link - 1]
    bodies = words.lists["organisation_words"]
    whole = first > 0 and tokens[first - 1].lower == "the" and end > link and tokens[end - 1].lower in _BODIES
    return whole and not any(t.lower in bodies | words.lists["places"] for t in own)


def _is_initial(tokens: Sequence[Token], stop: int, first: int) -> bool:
    """Whether a full stop ends an initial within a name ("Robert F. Kennedy")."""
    if tokens[stop].text != "." or stop - first < 1 or stop + 1 >= len(tokens):
        return False
    initial, after = tokens[stop - 1], tokens[stop + 1]
    adjacent = initial.end == tokens[stop].start and after.start == tokens[stop].end + 1
    return len(initial.text) == 1 and initial.text.isupper() and after.tag is Tag.NAME and adjacent and stop - first > 1


def _of_heads(words: Lexicon) -> frozenset[str]:
    return (
        words.lists["organisation_words"]
        | words.lists["place_words"]
        | frozenset({"states", "republic", "kingdom", "gulf"})
    )


def _pieces(tokens: Sequence[Token], first: int, last: int, words: Lexicon) -> Iterator[tuple[int, int]]:
    """A run cut at titles and offices ("OpenAI CEO Sam Altman"), without what names nobody at its edges."""
    start = first
    for i in range(first, last + 1):
        office = i < last and _is_office(tokens, i, first, last, words)
        if i < last and not office:
            continue
        left, right = _trim(tokens, start, i, words)
        if left < right:
            yield left, right
        start = i + 1


def _is_office(tokens: Sequence[Token], i: int, first: int, last: int, words: Lexicon) -> bool:
    lower = tokens[i].lower.rstrip(".")
    if i + 1 < last and tokens[i + 1].lower in words.lists["organisation_words"]:
        return False
    if lower in ("chief", "deputy", "vice", "prime", "officer", "operating", "financial", "product", "scientist"):
        return last - first > 1
    return lower in words.lists["offices"] or lower in words.lists["titles"]


def _trim(tokens: Sequence[Token], left: int, right: int, words: Lexicon) -> tuple[int, int]:
    empty = words.lists["common_capitals"] | words.lists["nationalities"]
    shorthand = ("u.s", "us", "u.k", "uk", "eu", "u.s.", "u.k.")
    while left < right and (
        (tokens[left].lower in empty and right - left == 1)
        or (tokens[left].lower in words.lists["nationalities"] and not _joined_name(tokens, left, right, words))
        or (tokens[left].lower in shorthand and right - left > 1)
        or (tokens[left].lower in words.lists["former"] and right - left > 1)
        or tokens[left].tag is not Tag.NAME
    ):
        left += 1
    while right > left and (tokens[right - 1].tag is not Tag.NAME and not _NUMBERED.match(tokens[right - 1].text)):
        right -= 1
    if right - left == 1 and (tokens[left].lower in empty or (len(tokens[left].text) < 2 and tokens[left].text != "X")):
        return left, left
    return left, right


def _joined_name(tokens: Sequence[Token], left: int, right: int, words: Lexicon) -> bool:
    """Whether a nationality is part of the name that it opens ("British Airways", "Republican Party")."""
    return right - left > 1 and tokens[right - 1].lower in words.lists["organisation_words"]


def _kind(tokens: Sequence[Token], first: int, last: int, words: Lexicon) -> EntityKind:
    lowers = [t.lower.rstrip(".") for t in tokens[first:last]]
    before = tokens[first - 1] if first else None
    if any(_MODEL_NUMBER.match(t.text) for t in tokens[first:last]):
        return EntityKind.PRODUCT
    if " ".join(lowers) in (
        "united states",
        "united kingdom",
        "white house",
        "new york",
        "hong kong",
        "silicon valley",
    ):
        return EntityKind.PLACE
    if lowers[-1] in words.lists["organisation_words"] or (
        lowers[0] in words.lists["organisation_words"] and len(lowers) > 1 and lowers[1] == "of"
    ):
        return EntityKind.ORGANISATION
    if " ".join(lowers) in words.lists["places"] or lowers[-1] in words.lists["place_words"]:
        return EntityKind.PLACE
    if lowers[0] in words.lists["first_names"] and last - first > 1:
        return EntityKind.PERSON
    if before and before.lower in words.lists["person_nouns"] and last - first > 1:
        return EntityKind.PERSON
    if (
        before
        and before.lower.rstrip(".") in words.lists["titles"] | words.lists["offices"]
        and before.tag is not Tag.PREPOSITION
    ):
        return EntityKind.PERSON
    if last < len(tokens) and _is_company(tokens, last, words):
        return EntityKind.ORGANISATION
    told = last - first in (2, 3) and last < len(tokens)
    if told and (_speaks(tokens, last, words) or _is_described(tokens, last, words)):
        return EntityKind.PERSON
    after = tokens[last].lower if last < len(tokens) else ""
    if after in words.lists["offices"] or after in ("shares", "stock", "executives", "chief", "employees", "workers"):
        return EntityKind.ORGANISATION
    if after in words.lists["product_words"]:
        return EntityKind.PRODUCT
    return EntityKind.OTHER


def _is_company(tokens: Sequence[Token], i: int, words: Lexicon) -> bool:
    """Whether a comma and "the Danish maker" follows."""
    if tokens[i].tag is not Tag.COMMA or i + 2 >= len(tokens) or tokens[i + 1].tag is not Tag.DETERMINER:
        return False
    described = tokens[i + 2 : i + 6]
    end = next((k for k, t in enumerate(described) if t.tag not in (Tag.NAME, Tag.NOUN, Tag.BASE)), len(described))
    return end > 0 and described[end - 1].lower in words.lists["company_nouns"]


def _is_described(tokens: Sequence[Token], i: int, words: Lexicon) -> bool:
    """Whether a comma and what only people are follows: an age, "who", "the British novelist"."""
    if tokens[i].tag is not Tag.COMMA or i + 2 >= len(tokens):
        return False
    after = tokens[i + 1]
    if after.lower in ("who", "whom"):
        return True
    if after.tag is Tag.NUMBER:
        return after.text.isdigit() and 15 < int(after.text) < 110 and tokens[i + 2].tag is Tag.COMMA
    if after.tag is not Tag.DETERMINER:
        return False
    described = tokens[i + 2 : i + 6]
    end = next((k for k, t in enumerate(described) if t.tag not in (Tag.NAME, Tag.NOUN, Tag.BASE)), len(described))
    return end > 0 and described[end - 1].lower in words.lists["person_nouns"]


def _speaks(tokens: Sequence[Token], i: int, words: Lexicon) -> bool:
    """Whether what follows is done or suffered by people alone: said, resigned, was arrested."""
    if tokens[i].tag is Tag.BE and i + 1 < len(tokens):
        i += 1
    form = past_form(tokens[i].lower)
    return bool(form and form.lemma in words.lists["speech"] | words.lists["personal_verbs"])


def plain_name(text: str) -> str:
    """A name without its company suffix and trailing full stop: "Airbus S.A." and "Airbus" are one."""
    return _SUFFIXES.sub("", text).rstrip(".") if not re.search(r"\.\w\.$", text) else text


_OFFICE = (
    r"(?P<office>[Cc]o-founder|[Ff]ounder|[Cc]hair(?:man|woman|person)|(?:[Vv]ice )?[Pp]resident|C[EFOT]O"
    r"|[Cc]hief executive(?: officer)?|[Cc]hief (?:financial|operating) officer|[Cc]hief(?: [A-Z]\w+)? [Ss]cientist"
    r"|Chief [A-Z]\w+ Officer|[Mm]anaging [Dd]irector|[Pp]rime [Mm]inister|[Ff](?:inance|oreign) [Mm]inister"
    r"|[Cc]hancellor|[Gg]overnor|[Mm]ayor)"
)
_FORMER = r"(?P<former>(?:[Ff]ormer|[Ll]ate|[Tt]hen|[Ee]x|[Oo]utgoing|[Ii]nterim|[Aa]cting)[ -])?"
_BETWEEN = re.compile(rf"^(?:['’]s)? {_FORMER}{_OFFICE} $")
_AFTER_PERSON = re.compile(rf"^, (?:the )?{_FORMER}{_OFFICE} (?:of|at) (?:the )?$")
_POSSESSED = re.compile(rf"^['’]s {_FORMER}{_OFFICE}\b")
_WAS = re.compile(r"\b(?:[Ff]ormer|[Ee]x|[Ll]ate|[Tt]hen)[- ](?:the )?$")


def find_offices(text: str, offset: int, article: str, names: Sequence[Name]) -> tuple[Office, ...]:
    """The roles that a sentence gives people by name; former, late and acting holders are left out.

    `names` are those of this sentence, in order. Forms read: "Microsoft CEO Satya Nadella", "Microsoft's CEO, …",
    "Alexandr Wang, CEO of Scale AI" and "Yann LeCun, Meta's chief AI scientist".
    """
    found = []
    for left, right in pairwise(names):
        if right.start - left.end > _OFFICE_REACH:
            continue
        between = text[left.end - offset : right.start - offset]
        after = text[right.end - offset : right.end - offset + _OFFICE_REACH]
        if match := _BETWEEN.match(between):
            person, organisation, start = right, left, left.start - offset
        elif (match := _AFTER_PERSON.match(between)) or (between == ", " and (match := _POSSESSED.match(after))):
            person, organisation, start = left, right, left.start - offset
        else:
            continue
        if match["former"] or _WAS.search(text[max(0, start - _OFFICE_REACH) : start]) or len(person.text.split()) < 2:
            continue
        if person.kind in (EntityKind.PLACE, EntityKind.PRODUCT):
            continue
        office = re.sub(r"^chief executive(?: officer)?$", "CEO", match["office"], flags=re.IGNORECASE)
        found.append(Office(article, left.start, right.end, person.text, office, organisation.text))
    return tuple(found)
