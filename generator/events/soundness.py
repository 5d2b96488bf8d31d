"""Whether a headline can stand alone in a list: whole, and clear to one who has read nothing before it."""

import re
from collections.abc import Mapping, Sequence

from generator.events.agreement import BOUNDS, head_of
from generator.events.moments import CAUSES
from generator.events.phrases import is_pronoun
from generator.events.predicates import HEADLINE_LENGTH
from generator.language.lexicon import lexicon, noun_base, past_form, present_form, progressive_form
from generator.model import Entity, EntityKind, Mention

SHORTEST = 12
_DANGLING = re.compile(
    # What is like or beyond something that was told of before.
    r"[’']s? (?:company|firm)\b|\b(?:[Ss]imilar|[Dd]ifferent|[Ll]atter|[Aa]nother)\b|\ba further\b|"
    r"\b(?:I|we|We|you|our|my|us|me|this|these|those)\b|\bboth\b(?! (?:directions|houses|chambers|hands|legs|ends)\b)"
    r"|\bthe (?:company|firm|measures?|move|proposition)\b"
    r"|\bthe [$€£¥]?[\d.,]+ (?:million|billion|trillion)(?: [a-z]+)*$"
    r"|\binvolvement$|\b(?:confirms?|denies|reveals?|announces?|welcomes?|disputes?|questions?) the [a-z]+$"
    # "The Charlotte, North Carolina-based bank".
    r"|^[\w ]+-based (?:bank|company|firm|group|airline|carmaker|start-?up) "
    r"|\bthe (?:development|news)\b|\bthe (?:agreement|events)\b(?! (?:of|between|with|on|to|for)\b)"
    # Who says something of it tells no more of what it is: "says the surgery has gone well".
    r"|\b(?:says?|admits?|announces?|warns?|claims?|adds?|denies|reveals?|confirms?) the (?:[a-z-]+ )?"
    r"(?!economy|world|government|country)[a-z-]+ (?:has|have|had|is|are|was|were|will|would|could|can|may|might"
    r"|[a-z]+ed)\b"
    r"|^\w+ time [A-Z]|\b(?:hits?|strikes?|rocks?) the (?:country|city|town|village|region|area|island|capital|nation)$"
)
# The noun that "the" or "a" says nothing more of: "rejects the new proposal", "outlines a plan".
_THE = re.compile(
    r"(?<!percent of )(?<!per cent of )(?<!% of )\bthe (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+)"
    r"(?:$|[’']s? | as | at the )"
)
_IDLE = "|".join(sorted(lexicon().lists["telling_nothing"]))
_A = re.compile(rf"\ban? (?:(?:{_IDLE}|definitive|formal|preliminary|tentative) )*(?P<noun>[a-z]+)$")
# Function words that never follow each other: something between them was lost.
_BROKEN = re.compile(
    r"\b(?:the|an?|of|in|on|at|by|for|with|and|to) (?:the )?(?:to|of|at|by|and|or|with|is|was|were|are|has|have)\b"
    r"|’s? ’s"
)
# "Eric Schmidt: “We must build”"; the marks do not count for its length.
_QUOTED = re.compile(r"(?P<who>[^:“”]{3,}): “(?P<words>[^“”]+)”")
_MARKS = re.compile(r"[“”:]")
_UNCLEAR = re.compile(
    r"\b(?:it|its|this|that|these|those|they|them|their|he|she|him|his|her)\b|^(?:But|And|So)\b", re.I
)
# A pronoun that is no subject of a verb after it names nobody.
_LOOSE_PRONOUN = re.compile(r"\b(?:it|they|he|she|him|them)\b(?: (?P<verb>[a-z]+))?|\bher(?:$|[,.] )|^[’'](?:s\b)?")
_HANGING_END = re.compile(
    r"\b(?:at the same time|some time|respectively|as much|by doing so|late|since|(?:to|in|on) each other"
    r"|(?<!to )(?:any|every|some)one|saying|adding|arguing|(?:a|an|the) [A-Z]\.[A-Z]\."
    r"|(?<!year )(?<!years )(?<!month )(?<!months )(?<!week )(?<!weeks )early"
    r"|(?:announces?|says?|will)\b.* to be \w+"
    r"|(?:thousands|millions|billions) of dollars|there"
    r"|(?<!within )(?<!than )(?<!for )(?<!over )a (?:year|month|week|day|decade)"
    r"|(?<!give )(?<!gives )way|to (?:lows|highs)|(?:\w+) times|in (?:response|return|addition|particular))$"
)
_ANNOUNCED = re.compile(r"It is [a-z]+ that [A-Z\d]")
_OTHERS = re.compile(
    r"^(?:(?:The|Two|Three|Four|Five|Several|Some|Many|All) )?(?:[Oo]thers?|[Aa]nother)\b"
    r"|^Both (?!of|the|[A-Z])"
    r"|^(?:Either|Neither|None|Most|Each|One (?:out )?of|One in)\b|^[\d.,]+ (?:at|in|of|for|from) "
)


# "The street" to its end, if nothing after it says which.
_DEFINITE = re.compile(
    r"\bthe (?:[a-z-]+ ){0,3}?[a-z-]+(?=$| (?:in|on|at|to|from|by|with|for|after|before|over|into)\b)"
)
# By somebody: not by dawn.
_BY = re.compile(r" by (?!(?:nightfall|night|dawn|dusk|noon|midnight|then|now|morning|evening|early|late|\d)\b)")
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
# "Talks between their union and …": whose, nothing before it says.
_THEIRS = re.compile(r"^[^A-Z]*.[^A-Z]*(?<!and )\b(?:their|its)\b")
_OF_BODY = re.compile(r"\b(?:of|in|at) the (?P<noun>[a-z]+)$")
_HIS = re.compile(r"\b(?:his|her)\b")
# "The Prime Minister" is some state's.
_OFFICE = re.compile(r"(?<= )the (?:Prime Minister|President|Premier|Chancellor|King|Queen|Governor|Mayor)(?= |$)")
# What strikes a whole country, in one word.
_STRIKING = frozenset(
    ["flooding", "floods", "landslides", "earthquakes", "wildfires", "storms", "rain", "rains", "snow"]
)
_OF_MANY = frozenset({"index", "companies", "week", "day", "month", "year", "weekend", "motions"})
_OF_ALL = frozenset({"world", "worldwide", "global", "nations", "countries"})
_RANKS = frozenset({"first", "second", "third", "last", "most", "only", "same"})
_UNIQUE = frozenset({"sea", "world", "internet", "ground", "air", "sun", "moon", "economy", "public", "streets"})


def is_good(headline: str, least: int = 3) -> bool:
    """Whether a headline of at least so many words can stand alone in a list."""
    if quoted := _QUOTED.fullmatch(headline):
        return len(_MARKS.sub("", headline)) <= HEADLINE_LENGTH and _is_clear_quotation(quoted["words"])
    words = headline.split()
    if not SHORTEST <= len(headline) <= HEADLINE_LENGTH or len(words) < least:
        return False
    lists = lexicon().lists
    if _BROKEN.search(headline) or (words[-1].lower() in lists["unfinished"] and not _begins(words)):
        return False
    if words[0].lower() in lists["first_names"] - lists["places"] and words[1].islower():
        return False
    gerund = words[0].endswith("ing") and progressive_form(words[0].lower()) in lists["bases"]
    gerund = gerund and words[0].lower() not in lists["attacks_in_ing"]
    if gerund or (is_pronoun(headline) and not _ANNOUNCED.match(headline)) or _opens_loosely(headline):
        return False
    if _HANGING_END.search(headline) or _OTHERS.match(headline) or _has_loose_pronoun(headline):
        return False
    before = any(noun_base(found["noun"]) in lists["told_before"] for found in _THE.finditer(headline))
    unsaid = any(found["noun"] in lists["said_by_others"] for found in _A.finditer(headline))
    return not (before or unsaid or _DANGLING.search(headline)) and headline.count("“") == headline.count("”")


def _begins(words: Sequence[str]) -> bool:
    """Whether something begins that needs no object ("Linda Torres’s trial to begin")."""
    nouns = lexicon().lists["begun_nouns"]
    return words[-1] in ("begin", "begins") and any(noun_base(word) in nouns for word in words[1:-1])


def _is_clear_quotation(words: str) -> bool:
    """Whether a quotation tells something without what was said before it."""
    unclear = _UNCLEAR.search(words) or _HANGING_END.search(words) or _opens_loosely(words)
    return len(words.split()) > 3 and not unclear


def _opens_loosely(headline: str) -> bool:
    """Whether it opens with a preposition, other than one that bounds a number ("At least 14 …")."""
    first = headline.split()[0].lower()
    return first in lexicon().lists["prepositions"] and not BOUNDS.match(headline)


def _has_loose_pronoun(headline: str) -> bool:
    """Whether it has a pronoun for which nothing stands: "suspends it", though not "says it will close"."""
    auxiliary = [lexicon().lists[name] for name in ("modals", "have", "be", "do")]
    for found in _LOOSE_PRONOUN.finditer(headline):
        verb = found["verb"] or ""
        if not found[0][:1].isalpha() or found[0].split()[0] in ("him", "them", "her"):
            return True
        if not any(verb in words for words in auxiliary) and past_form(verb) is None and present_form(verb) is None:
            return True
    return False


def is_clear(mention: Mention, headline: str, names: Sequence[str], people: Sequence[str] = ()) -> bool:
    """Whether a reader knows who and what a headline means.

    `names` are the forms of the names in its sentence, `people` those that may be people's.

    A headline without any name is clear only if it speaks of nothing that was told of before ("evacuate the street")
    and leaves nobody out ("14 plants are closed").
    """
    named = is_named(headline, names)
    loose = _THEIRS.search(mention.subject or "")
    if loose or _points_back(mention, named) or _of_somebody_else(headline, people) or _of_a_body(mention):
        return False
    if named:
        return True
    left_out = mention.passive and not _BY.search(headline) and not _is_new(mention, headline)
    return not left_out and not any(_is_known(found[0]) for found in _DEFINITE.finditer(headline))


def is_named(headline: str, names: Sequence[str]) -> bool:
    """Whether a headline names somebody or something; `names` are the forms of the names in its sentence."""
    first, *others = _OFFICE.sub("", headline).split()
    lists = lexicon().lists
    # "Danish parliament" is known, "Italian company" is any.
    some = lists["unnamed_subjects"] | lists["company_nouns"]
    national = first.lower() in lists["nationalities"] and others[:1] and not some & set(others[:4])
    # "IT worker" is any.
    plain = first.lower() in lists["common_capitals"] and first.isupper()
    cased = any(map(_is_cased, ("" if plain else first[1:], *others))) or bool(national)
    return cased or any(_POSSESSIVE.sub("", first).rstrip(":") in name.split() for name in names)


def opens_with_name(mention: Mention) -> bool:
    """Whether a subject is one word with a capital, and in the singular, which without an article is a name's."""
    subject = mention.subject or ""
    return subject[:1].isupper() and " " not in subject and not mention.plural


def is_part_of_whole(mention: Mention, names: Mapping[str, Entity]) -> bool:
    """Whether a subject is somebody's plants or employees, and nothing in it says whose ("Atlanta plants")."""
    subject = mention.subject or ""
    words = subject.split()
    head = noun_base(head_of(subject).split()[-1].lower()) if words else ""
    owners = [names[e] for e in mention.entities if names[e].kind is not EntityKind.PLACE]
    owned = any(form in subject for entity in owners for form in (entity.name, *entity.aliases))
    return head in lexicon().lists["parts_of_a_whole"] and not owned and not _POSSESSIVE.search(words[0])


def _of_a_body(mention: Mention) -> bool:
    """Whether a subject is of "the bloc" or "the company", which only the article names."""
    found = _OF_BODY.search(mention.subject or "")
    bodies = lexicon().lists["unnamed_subjects"] | lexicon().lists["company_nouns"] | {"bloc", "party", "union", "body"}
    if found is None or mention.kind == "market":
        return False
    known = lexicon().lists["known_alone"] | _UNIQUE
    return found["noun"] in bodies or (mention.definite and found["noun"] not in known)


def is_of_all(headline: str, kind: str) -> bool:
    """Whether a headline without a known name is of the whole world, of what all of it trades, or of some owner's."""
    words = set(headline.lower().split())
    if kind != "market":
        return bool(_OF_ALL & words)
    owner, lists = headline.split()[0], lexicon().lists
    somebody = lists["company_nouns"] | lists["unnamed_subjects"]
    owned = _POSSESSIVE.search(owner) and _POSSESSIVE.sub("", owner).lower() not in somebody
    return bool(owned or _OF_ALL & words or lists["world_markets"] & words)


def is_vague(mention: Mention) -> bool:
    """Whether the subject could be one of many, even where it is known what the article is about ("car company")."""
    words, lists = (mention.subject or "").lower().split(), lexicon().lists
    ends = (i for i, word in enumerate(words) if i and (word in lists["prepositions"] or word.endswith("ing")))
    head = words[: next(ends, len(words))]
    if not head or head[-1] in lists["unnamed_subjects"] | lists["company_nouns"] | _OF_MANY:
        return True
    known = lists["known_alone"] | lists["known_in_place"] | _STRIKING
    return words[0] == "first" or (len(words) == 1 and words[0] not in known)


def _is_new(mention: Mention, headline: str) -> bool:
    """Whether the source itself speaks of somebody whom it has not named, and says enough of what befell them.

    "A heart surgeon was cleared of the manslaughter of two patients" tells strangers what happened.
    """
    told = re.search(rf"\ban? {re.escape(mention.subject or '')}\b", mention.clause, re.IGNORECASE)
    return told is not None and len(headline.split()) > 5


def names_nobody(headline: str, entities: Sequence[str]) -> bool:
    """Whether a headline names none of the entities, which are given by their ids, nor anything else by a name."""
    first, *others = headline.split()
    plain = _POSSESSIVE.sub("", first).lower()
    return not any(map(_is_cased, (first[1:], *others))) and not any(plain in name.split("-") for name in entities)


def _is_cased(word: str) -> bool:
    return any(character.isupper() for character in word)


def _of_somebody_else(headline: str, people: Sequence[str]) -> bool:
    """Whether "his" or "her" stands where nobody is named before: "Supreme Court rejects his appeal"."""
    found = _HIS.search(headline)
    if found is None:
        return False
    before = headline[: found.start()]
    nouns = lexicon().lists["person_nouns"] | lexicon().lists["offices"] | lexicon().lists["titles"]
    named = any(form.split()[-1] in before for form in people)
    lists = lexicon().lists
    men = lists["first_names"] - lists["women"]
    other = (men if found[0].lower() == "her" else lists["women"]) - lists["either_sex"]
    firsts = {form.split()[0].lower() for form in people if " " in form and form in before}
    if firsts and all(first in other for first in firsts):
        return True
    return not named and not any(word.strip(",").lower() in nouns for word in before.split())


def _is_known(phrase: str) -> bool:
    """Whether a phrase with "the" can only mean what was told of before."""
    words = phrase.split()[1:]
    known = lexicon().lists["known_alone"] | _UNIQUE
    # "The manslaughter of two patients" is said here, whatever came before.
    ranked = "of" in words or any(word.endswith("est") or word in _RANKS for word in words)
    return not ranked and not any(word in known for word in words)


def _points_back(mention: Mention, named: bool) -> bool:
    """Whether the source says "the team" of one that it named before, and the headline could be of any."""
    subject = mention.subject or ""
    if not mention.definite or any(c.isupper() or c.isdigit() for c in subject):
        return False
    lists, words = lexicon().lists, subject.lower().split()
    # "The four rail unions" says which; "the unions" does not.
    if _POSSESSIVE.search(words[0]) and _POSSESSIVE.sub("", words[0]) not in lists["known_alone"]:
        return True  # "The cathedral's statues"
    described = len(words) > 2 and "of" not in words and not _POSSESSIVE.search(words[0])
    bodies = lists["organisation_words"] | lists["offices"] | lists["titles"] | lists["person_nouns"]
    if len(words) == 2 and words[0] in lists["told_before_first"] and words[1] not in bodies | lists["known_in_place"]:
        return True
    known = (
        described
        or words[-1] in lists["known_alone"] | lists["known_in_place"]
        or "-".join(words[-2:]) in lists["known_in_two_words"]
    )
    # What surpasses a rival whom it names, on a day of its own, is told although its own name is not in the sentence;
    # so is the disaster of a place on its day.
    tells = mention.own_time and (mention.kind == "milestone" or mention.kind in CAUSES)
    return not known and (not named or (len(subject.split()) == 1 and not tells))
