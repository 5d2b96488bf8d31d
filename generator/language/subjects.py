"""The noun phrase that a verb has for its subject, found from the tokens around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.language.forms import CLAUSE_OPENERS, PLURAL_VERBS
from generator.language.lexicon import lexicon, noun_base, past_form
from generator.language.tokens import Tag, Token

_PHRASE = {
    Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.DETERMINER, Tag.POSSESSIVE, Tag.BASE, Tag.PRESENT, Tag.TIME,
    Tag.PAST, Tag.PROGRESSIVE, Tag.PRONOUN, Tag.OTHER, Tag.ADVERB,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of tokens, half open, by index into the sentence's tokens."""

    first: int
    last: int


def subject_before(
    tokens: Sequence[Token], before: int, floor: int, verbs: Sequence[int] = ()
) -> tuple[Phrase | None, int]:
    """The noun phrase that ends just before a verb, over adverbs and one insertion between commas; where it begins.

    Of "OpenAI's largest investor, Microsoft, is …" the name is the subject, which begins with "OpenAI's". `verbs` are
    where the verb groups of the sentence's own clauses before it end: no subject reaches back over one.
    """
    last = _before_aside(tokens, _before_adverbs(tokens, before, floor), floor)
    if last > floor and tokens[last - 1].text in "—–":
        # "The army — whose chief is here — | entered"
        dash = next((i for i in range(last - 2, 0, -1) if tokens[i].text == tokens[last - 1].text), 0)
        aside = phrase_before(tokens, dash, 0) if dash else None
        if aside:
            return aside, aside.first
    if last > floor and tokens[last - 1].text == ")":
        last = next((i for i in range(last - 1, floor, -1) if tokens[i].text == "("), last)
    if (listing := _listing(tokens, last - 1, floor)) is not None:
        whole = phrase_before(tokens, listing, floor)
        return whole, whole.first if whole else before
    if last > floor and tokens[last - 1].tag is Tag.COMMA:
        opening = _insertion(tokens, last - 1)
        if opening is None:
            return None, before
        inner = Phrase(opening + 1, last - 1)
        if inner.first < inner.last and tokens[inner.first].tag is Tag.CONJUNCTION:
            return None, before
        base = max((end for end in verbs if end < opening), default=0)
        outer = _before_insertion(tokens, opening, base)
        tied = outer is not None and floor > 0 and tokens[outer.first - 1].tag in (Tag.PREPOSITION, Tag.TO)
        if outer and (tied or _opens_list_aside(tokens, outer)):
            return None, before  # "The three, who had moved to | Utah, a state, | sued"
        where = " ".join(t.lower for t in tokens[inner.first : inner.last]) in lexicon().lists["places"]
        # "The capital, Merov, | fell", but "police in the capital, Merov, | arrested".
        town = outer is not None and tokens[outer.last - 1].lower in lexicon().lists["town_nouns"]
        where = where or (outer is not None and town and outer.last - outer.first > 2)
        if outer and _names_it(tokens, inner) and not _is_name(tokens, outer) and not where:
            return inner, outer.first
        return outer, outer.first if outer else before
    phrase = _after_opening(tokens, _own_half(tokens, phrase_before(tokens, last, floor), floor))
    if phrase and floor == 0:
        phrase = _over_list(tokens, phrase)
    return phrase, phrase.first if phrase else before


def _listing(tokens: Sequence[Token], comma: int, floor: int) -> int | None:
    """Where a list of examples opens that a comma closes ("ten airlines | including Halden Air, Orbita and Tarn,")."""
    if comma <= floor or tokens[comma].tag is not Tag.COMMA:
        return None
    of_list = (Tag.NAME, Tag.NOUN, Tag.COMMA, Tag.CONJUNCTION, Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER)
    first = comma - 1
    while first > floor and tokens[first].tag in of_list and tokens[first].lower != "including":
        first -= 1
    if tokens[first].lower != "including":
        return None
    return first - 1 if tokens[first - 1].tag is Tag.COMMA else first


def _before_adverbs(tokens: Sequence[Token], last: int, floor: int) -> int:
    """Where a subject ends before the adverbs of its verb, and before a quotation mark behind a comma."""
    while last > floor and tokens[last - 1].tag is Tag.ADVERB:
        last -= 1
    quoted = last - 1 > floor and tokens[last - 1].text in '"”' and tokens[last - 2].tag is Tag.COMMA
    return last - 1 if quoted else last  # "Known for “The River,” | has died"


def _before_insertion(tokens: Sequence[Token], opening: int, base: int) -> Phrase | None:
    """The noun phrase before a comma, over what stands between it and another ("Ana Prado, from Lund, | Sweden, …")."""
    outer = _own_half(tokens, _over_age(tokens, phrase_before(tokens, opening, base)), base)
    comma = outer.first - 2 if outer else 0
    if outer and comma > base and tokens[comma].tag is Tag.COMMA and tokens[comma + 1].lower in ("from", "of"):
        return phrase_before(tokens, comma, base)
    if outer and comma + 1 > base and "year-old" in tokens[outer.first].lower:
        return phrase_before(tokens, comma + 1, base)  # "Ana Prado, 33-year-old of Lund, Sweden,"
    if outer and comma > base and tokens[comma + 1].tag is Tag.COMMA and tokens[comma].tag is Tag.NAME:
        own = tokens[outer.first : outer.last]
        placed = " ".join(t.lower for t in own) in lexicon().lists["places"]
        explains = own[0].tag is Tag.DETERMINER and _is_somebody_of(own)
        if placed or explains:  # "Police in Merov, Ohio, in the west,", "Ana Prado, the mayor of Seoul, South Korea,"
            return phrase_before(tokens, comma + 1, base)
    return outer


def _is_somebody_of(own: Sequence[Token]) -> bool:
    """Whether a phrase tells who somebody is by an office ("the mayor of Seoul")."""
    head = next((k for k, t in enumerate(own) if t.tag is Tag.PREPOSITION), len(own)) - 1
    return head > 0 and _is_somebody(own[head].lower)


def _over_list(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """The subject that a list of things describes: "protesters wearing masks, gloves, and | helmets | gathered"."""
    if phrase.first < 3 or [t.tag for t in tokens[phrase.first - 2 : phrase.first]] != [Tag.COMMA, Tag.CONJUNCTION]:
        return phrase
    does = next((i for i in range(1, phrase.first) if tokens[i].tag is Tag.PROGRESSIVE), None)
    whole = phrase_before(tokens, does, 0) if does and tokens[does - 1].tag in (Tag.NOUN, Tag.NAME) else None
    return Phrase(whole.first, phrase.last) if whole else phrase


def _before_aside(tokens: Sequence[Token], last: int, floor: int) -> int:
    """Where a subject ends before a time or place that no comma closes: "Prado, of Lund, | on Tuesday | admitted".

    So of "the Parliament of New South Wales (NSW), | Australia | voted".
    """
    if last - 2 <= floor:
        return last
    if tokens[last - 1].tag is Tag.TIME and tokens[last - 2].tag is Tag.PREPOSITION:
        return last - 2 if tokens[last - 3].tag is Tag.COMMA else last
    placed = tokens[last - 2].tag is Tag.COMMA and tokens[last - 3].text == ")"
    return last - 2 if placed and tokens[last - 1].lower in lexicon().lists["places"] else last


def _after_opening(tokens: Sequence[Token], phrase: Phrase | None) -> Phrase | None:
    """The name that follows what opens a sentence without a comma ("In addition to the inspections | Costa")."""
    if phrase is None or not 0 < phrase.first < 3 or tokens[0].tag is not Tag.PREPOSITION:
        return phrase
    name = phrase.last
    while name > phrase.first and tokens[name - 1].tag is Tag.NAME:
        name -= 1
    if not phrase.first < name < phrase.last or tokens[name - 1].tag not in (Tag.NOUN, Tag.PRESENT):
        return phrase
    lists = lexicon().lists
    described = tokens[name - 1].lower in lists["titles"] | lists["offices"] | lists["company_nouns"]
    return phrase if described or _is_somebody(tokens[name - 1].lower) else Phrase(name, phrase.last)


def _opens_list_aside(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a list seems to begin with what explains its first name ("Holm, | the envoy to Darva, and Tim Ray,")."""
    own = tokens[phrase.first : phrase.last]
    explains = own[0].tag is Tag.DETERMINER and any(t.tag is Tag.COMMA for t in own)
    before = tokens[max(0, phrase.first - 2) : phrase.first]
    return explains and [t.tag for t in before] == [Tag.NAME, Tag.COMMA]


def _over_age(tokens: Sequence[Token], phrase: Phrase | None) -> Phrase | None:
    """The name before an age that stands alone between commas ("Salas, 68, who …")."""
    if phrase is None or phrase.last - phrase.first > 1 or tokens[phrase.first].tag is not Tag.NUMBER:
        return phrase
    comma = phrase.first - 1
    if comma < 1 or tokens[comma].tag is not Tag.COMMA or tokens[comma - 1].tag is not Tag.NAME:
        return phrase
    return phrase_before(tokens, comma, 0)


def _own_half(tokens: Sequence[Token], phrase: Phrase | None, floor: int) -> Phrase | None:
    """What follows "and" where what stands before it is the object of the verb before ("cut jobs and shares fell")."""
    if phrase is None or floor == 0 or tokens[floor].tag is Tag.RELATIVE:
        return phrase
    tied = tokens[phrase.first - 1].tag is Tag.PREPOSITION  # "resigned as | the governor and Ana Prado | was sworn in"
    if phrase.first > floor + 1 and not tied:
        return phrase
    opener = tokens[phrase.first - 1].lower
    opened = opener in CLAUSE_OPENERS and (opener != "as" or phrase.first - 1 != floor)  # "Resigned as | the mayor"
    if opened or tokens[phrase.first - 1].tag is Tag.CONJUNCTION:
        return phrase
    joins = [i for i in range(phrase.first, phrase.last) if tokens[i].tag is Tag.CONJUNCTION]
    if not joins:
        return phrase
    half = Phrase(joins[-1] + 1, phrase.last)
    verb = tokens[phrase.last].lower if phrase.last < len(tokens) else ""
    both = verb in PLURAL_VERBS and tokens[joins[-1] - 1].tag is Tag.NAME and _is_name(tokens, half)
    return phrase if both else half  # "Letters sent to Costa and Ana Prado | were found"


def _is_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return all(tokens[i].tag is Tag.NAME for i in range(phrase.first, phrase.last))


def _names_it(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether what stands between commas is only a name, over its article ("the index, | the FTSE 100, | fell")."""
    first = phrase.first + (tokens[phrase.first].lower == "the")
    own = tokens[first : phrase.last]
    return bool(own) and own[0].tag is Tag.NAME and all(t.tag in (Tag.NAME, Tag.NUMBER) for t in own)


def _insertion(tokens: Sequence[Token], comma: int) -> int | None:
    """The comma that opens what the comma at `comma` closes; None if nothing stands before it."""
    for i in range(comma - 1, 0, -1):
        if tokens[i].tag is Tag.COMMA:
            return i
        if tokens[i].tag is Tag.STOP:
            return None
    return None


def phrase_before(tokens: Sequence[Token], last: int, floor: int) -> Phrase | None:
    """The noun phrase that ends at `last`, back to the boundary of its clause, lists of names included."""
    i = last - 1
    if i >= floor and tokens[i].lower in ("he", "she", "it", "they", "we", "i", "you"):
        return Phrase(i, last)
    while i >= floor:
        tag = tokens[i].tag
        if tag is Tag.CONJUNCTION and i > floor and i < last - 1 and tokens[i - 1].lower in ("he", "she", "they", "it"):
            return Phrase(i - 1, last)  # "He and his mother"
        if _ends_before(tokens, i, last):
            break
        if tokens[i].text == ")" and i > floor + 2 and tokens[i - 2].text == "(" and tokens[i - 1].tag is Tag.NAME:
            i -= 3  # "African Union (AU) member states"
        elif tag in _PHRASE or _bounds(tokens, i, floor):
            i -= 1
        elif (
            tag is Tag.PREPOSITION
            and (tokens[i].lower not in CLAUSE_OPENERS or _ranks(tokens, i, floor))
            and i > floor
            and i < last - 1
        ):
            if tokens[i - 1].tag in (Tag.COMMA, Tag.STOP, Tag.CONJUNCTION, Tag.RELATIVE):
                break
            i -= 1
        elif _joins(tokens, i, last, floor) or (i > floor and _goes_to(tokens, i)):
            i -= 1
        else:
            break
    first = i + 1
    while (
        first < last
        and tokens[first].tag in (Tag.ADVERB, Tag.OTHER, Tag.TIME, Tag.CONJUNCTION)
        and tokens[first].text not in '$"“'
    ):
        first += 1
    # "Refused to turn | over documents": the particle is the verb's.
    first += first == floor > 0 and tokens[first].lower in ("over", "up", "down", "out", "off", "away")
    return Phrase(first, last) if first < last else None


def _ends_before(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a token is of what stands before a noun phrase that goes on to `last`: speech, "since", another noun."""
    opens = tokens[i].text in '“"' and i + 1 < last and not tokens[i + 1].quoted and tokens[i + 1].tag is Tag.NAME
    closes_speech = tokens[i].text in '“”"' and i < last - 1 and tokens[i - 1].tag is Tag.COMMA
    if tokens[i].quoted or (closes_speech and not opens):
        return True
    if i + 1 >= last:
        return False
    if tokens[i].lower == "since" and tokens[i + 1].tag not in (Tag.TIME, Tag.NUMBER):
        return True
    # "The way | the government had handled it", "told Reuters | the man"
    noun = tokens[i].tag in (Tag.NOUN, Tag.NAME, Tag.BASE) and tokens[i].lower not in ("half", "such", "all")
    return noun and tokens[i + 1].tag is Tag.DETERMINER


def _ranks(tokens: Sequence[Token], i: int, floor: int) -> bool:
    """Whether "as" only says what somebody is, in a clause that another word opens ("after his choice | as mayor")."""
    openers = ("after", "before", "since", "until", "because")
    return tokens[i].lower == "as" and any(t.lower in openers for t in tokens[floor:i])


def _bounds(tokens: Sequence[Token], than: int, floor: int) -> bool:
    """Whether "than" only bounds a number ("more than 1,130 people")."""
    if tokens[than].lower != "than" or than <= floor or than + 1 >= len(tokens):
        return False
    if tokens[than + 1].lower in ("a", "half") and than + 2 < len(tokens):
        counted = tokens[than + 2].lower in ("a", "million", "thousand", "hundred", "dozen", "billion")
        return tokens[than - 1].lower in ("more", "fewer", "less") and counted
    return tokens[than - 1].lower in ("more", "fewer", "less") and tokens[than + 1].tag is Tag.NUMBER


def _goes_to(tokens: Sequence[Token], to: int) -> bool:
    """Whether "to" stands between two nouns ("improvements to the browser")."""
    if tokens[to].tag is not Tag.TO:
        return False
    owned = tokens[to - 1].tag is Tag.BASE and to > 1 and tokens[to - 2].tag is Tag.POSSESSIVE  # "Verne's visit to"
    doing = tokens[to - 1].tag is Tag.PROGRESSIVE and to > 1 and tokens[to - 2].tag is Tag.NOUN  # "A ship heading to"
    if tokens[to - 1].tag is Tag.PAST and to > 1 and tokens[to - 2].tag is Tag.NOUN:
        return True  # "Letters addressed to the senator", "the package offered to the boss"
    named = tokens[to - 1].tag is Tag.NAME and to > 1 and tokens[to - 2].lower == "from"  # "From Smolensk to Kaluga"
    # "The deployment of police to Haiti"
    plain = tokens[to - 1].tag is Tag.BASE and to > 1 and tokens[to - 2].tag in (Tag.PREPOSITION, Tag.DETERMINER)
    return (tokens[to - 1].tag is Tag.NOUN or owned or plain or doing or named or to == 1) and tokens[to + 1].tag in (
        Tag.DETERMINER,
        Tag.NAME,
    )


def _joins(tokens: Sequence[Token], i: int, last: int, floor: int) -> bool:
    """Whether the comma or "and" at `i` joins members of one list of names or nouns."""
    before, after = i - 1, i + 1
    if tokens[i].tag not in (Tag.CONJUNCTION, Tag.COMMA) or tokens[i].lower in ("but", "yet", "so"):
        return False
    if tokens[i].tag is Tag.COMMA and after < last and tokens[after].tag is Tag.CONJUNCTION:
        after += 1
    if before < floor or after >= last:
        return False
    if tokens[i].tag is Tag.CONJUNCTION and tokens[before].tag is Tag.COMMA:
        before -= 1
    pair = tokens[before].tag, tokens[after].tag
    if tokens[i].tag is Tag.COMMA:
        if pair[1] is Tag.DETERMINER and after + 1 < last:
            pair = pair[0], tokens[after + 1].tag
        more = any(tokens[k].tag is Tag.CONJUNCTION for k in range(i, last))
        return more and (pair == (Tag.NAME, Tag.NAME) or (pair == (Tag.NOUN, Tag.NOUN) and _opens_list(tokens, before)))
    # A verb's base form stands for a noun in "train drivers" and "Washington state".
    if pair[1] is Tag.BASE and after + 1 < last and tokens[after + 1].tag is Tag.NOUN:
        pair = pair[0], Tag.NOUN
    if pair[0] is Tag.BASE and before > floor and tokens[before - 1].tag in (Tag.NAME, Tag.DETERMINER, Tag.PREPOSITION):
        pair = Tag.NOUN, pair[1]
    return pair[0] in (Tag.NAME, Tag.NOUN) and pair[1] in (Tag.NAME, Tag.NOUN, Tag.DETERMINER)


def _opens_list(tokens: Sequence[Token], last: int) -> bool:
    """Whether what ends at `last` begins the sentence without a preposition ("Half a million teachers, …")."""
    return all(t.tag in (Tag.NOUN, Tag.NUMBER, Tag.DETERMINER, Tag.NAME, Tag.COMMA) for t in tokens[: last + 1])


def antecedent(tokens: Sequence[Token], relative: int, floor: int) -> Phrase | None:
    """The noun phrase that a relative clause is about: the one before its pronoun."""
    last = relative - 1 if relative > 0 and tokens[relative - 1].tag is Tag.COMMA else relative
    if relative > 1 and tokens[relative - 1].text in "—–":
        # "Two hostages — an American and a Swede — who were held"
        last = next((i for i in range(relative - 2, floor, -1) if tokens[i].text in "—–"), last)
    phrase = _over_age(tokens, phrase_before(tokens, last, floor)) if last > floor else None
    if phrase and tokens[relative].lower == "who":
        # "The resignation of Paul Venn, who quit": who is no resignation.
        # So of "a summit with the President of Darva, who fell ill".
        back = range(phrase.last - 1, phrase.first, -1)
        ties = [i for i in back if tokens[i].tag is Tag.PREPOSITION]
        deeds = (i for i in ties if tokens[i - 1].tag is not Tag.NAME and not _is_somebody(tokens[i - 1].lower))
        # "Was the brother of Rui Costa, who had been killed"
        told = phrase.first > 0 and tokens[phrase.first - 1].tag is Tag.BE and tokens[relative - 1].tag is Tag.COMMA
        kin = ties[0] if told and ties and tokens[phrase.last - 1].tag is Tag.NAME else phrase.first - 1
        phrase = Phrase(next(deeds, kin) + 1, phrase.last)
    if phrase and tokens[relative].lower in ("that", "which") and _is_wrecked(tokens, relative):
        # "Recorders from the turboprop that crashed": what crashed is the last thing named.
        inside = range(phrase.last - 2, phrase.first, -1)
        tied = next((i for i in inside if tokens[i].tag in (Tag.PREPOSITION, Tag.TO)), phrase.first - 1)
        phrase = Phrase(tied + 1, phrase.last)
    elif phrase and tokens[relative].lower in ("that", "which"):
        # "The owner of a ferry that sank": the ferry did.
        own = range(phrase.last - 2, phrase.first, -1)
        ties = [i for i in own if tokens[i].tag in (Tag.PREPOSITION, Tag.TO)]
        people = bool(ties) and _is_somebody(tokens[ties[-1] - 1].lower)
        known = ("a", "an", "his", "her", "its", "their")
        # "The deployment of police to Haiti, which": not Haiti.
        near = tokens[relative - 1].tag is not Tag.COMMA
        tie = next(
            (i for i in ties if tokens[i + 1].lower in known or people or (near and tokens[i].tag is Tag.TO)), None
        )
        phrase = Phrase(tie + 1, phrase.last) if tie is not None else phrase
    if phrase and tokens[relative].lower == "which" and tokens[phrase.first].tag is Tag.PROGRESSIVE:
        # "Taking cash from Harlan Builders, which won": what won is the last thing named.
        own = range(phrase.last - 1, phrase.first, -1)
        tie = next((i for i in own if tokens[i].tag is Tag.PREPOSITION), phrase.first)
        phrase = Phrase(tie + 1, phrase.last)
    if phrase and phrase.first and tokens[phrase.first - 1].tag is Tag.COMMA:
        # ", replacing Maurizio Sarri, who left": it was Sarri who left.
        opens = tokens[phrase.first].tag is Tag.PROGRESSIVE and phrase.last - phrase.first > 1
        if opens:
            return Phrase(phrase.first + 1, phrase.last)
        return _explained(tokens, phrase) if tokens[relative].lower != "which" else _last_named(tokens, phrase)
    return phrase


def _is_wrecked(tokens: Sequence[Token], relative: int) -> bool:
    """Whether what follows "that" befalls vehicles and buildings ("that crashed")."""
    form = past_form(tokens[relative + 1].lower) if relative + 1 < len(tokens) else None
    return form is not None and form.lemma in lexicon().lists["wreck_verbs"]


def _is_somebody(noun: str) -> bool:
    """Whether a noun is of people, of whom news says "who" ("the crew of the flight that crashed")."""
    lists = lexicon().lists
    return noun_base(noun) in lists["person_nouns"] | lists["anybody"] | lists["offices"]


def _last_named(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """What "which" takes up of "the chief of General Motors", where nobody but the firm is a thing."""
    of = next((i for i in range(phrase.last - 1, phrase.first, -1) if tokens[i].tag is Tag.PREPOSITION), None)
    if of is None:
        return _explained(tokens, phrase)
    return Phrase(of + 1, phrase.last) if _is_name(tokens, Phrase(of + 1, phrase.last)) else phrase


def _explained(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """The name that a phrase only explains ("Linda Torres, 54, | a Democrat | who was elected"), else the phrase."""
    if tokens[phrase.first].lower not in ("a", "an", "the"):
        return phrase
    comma = phrase.first - 1
    if comma > 1 and tokens[comma - 1].tag in (Tag.NUMBER, Tag.TIME) and tokens[comma - 2].tag is Tag.COMMA:
        comma -= 2
    name = phrase_before(tokens, comma, 0) if comma > 0 and tokens[comma - 1].tag is Tag.NAME else None
    return name if name and _is_name(tokens, name) else phrase


def phrase_after(tokens: Sequence[Token], first: int) -> Phrase | None:
    """The noun phrase that begins at `first`, for a subject that follows its verb."""
    last = first
    while last < len(tokens) and (tokens[last].tag in _PHRASE - {Tag.TIME} or tokens[last].lower == "of"):
        last += 1
    return Phrase(first, last) if last > first else None
