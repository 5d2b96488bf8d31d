"""Times that date nothing in the writer's own clauses: in quotations and brackets, of nouns, of comparisons."""

import re
from collections.abc import Sequence

from generator.language.clauses import Role
from generator.language.lexicon import lexicon, past_form
from generator.language.reading import SentenceReading
from generator.language.tokens import Tag, Token

_DAY_WORD = re.compile(r"day\b|night|morning|evening|^[a-z]+ \d{1,2}\b|^\d{1,2} [a-z]")
_NAMES_A_DAY = re.compile(r"day\b|night|morning|evening|\d")
# Before a noun with a time these make that the time of the noun; "of 12 January" can be nothing else after more words.
_AFTERMATH = ("after", "before", "following", "despite", "since")
_LINKS = (*_AFTERMATH, "of", "from", "over", "about")
_YEAR = re.compile(r"[12]\d\d\d")
_ORDINAL = re.compile(r"st|nd|rd|th|['’]")
_NOUN_PHRASE = (Tag.NOUN, Tag.DETERMINER, Tag.NUMBER, Tag.NAME, Tag.POSSESSIVE)
_LEADS = (("ahead", "of"), ("prior", "to"), ("leadup", "to"), ("up", "to"), ("run-up", "to"), ("lead-up", "to"))
_PLACED = ("in", "at", "during", "on", "by")


def aside_times(reading: SentenceReading) -> set[int]:
    """Where the tokens stand that date nothing in the writer's own clauses: quotations, brackets, "since …"."""
    tokens = reading.tokens
    found: set[int] = set()
    depth = 0
    source = _end_of_source(tokens)
    for i, token in enumerate(tokens):
        depth += (token.text in "([") - (token.text in ")]")
        titled = token.text == "Today" and i > 0 and tokens[i - 1].tag not in (Tag.STOP, Tag.OTHER, Tag.COMMA)
        if (
            titled
            or i < source
            or token.quoted
            or depth > 0
            or (token.tag is Tag.TIME and any(dates_aside(tokens, i) for dates_aside in _ASIDES))
        ):
            found.add(token.start)
    return found | _of_unread(reading)


def _end_of_source(tokens: Sequence[Token]) -> int:
    """Where the source ends that opens a sentence, whose day is its own ("According to a report on Wednesday, …")."""
    if [t.lower for t in tokens[:2]] != ["according", "to"]:
        return 0
    return next((i for i, t in enumerate(tokens) if t.tag is Tag.COMMA and tokens[i - 1].tag is not Tag.TIME), 0)


def _of_unread(reading: SentenceReading) -> set[int]:
    """The times of relative clauses whose verb was not found ("iAd, which goes live on 1 July")."""
    tokens = reading.tokens
    opened = {c.first for c in reading.clauses if c.role is Role.RELATIVE}
    found: set[int] = set()
    for i, token in enumerate(tokens):
        if token.lower not in ("which", "who") or not i or tokens[i - 1].tag is not Tag.COMMA or i in opened:
            continue
        end = next((k for k in range(i, len(tokens)) if tokens[k].tag in (Tag.COMMA, Tag.STOP)), len(tokens))
        if not any(i < c.group.first < end for c in reading.clauses):
            found |= {t.start for t in tokens[i:end]}
    return found


def _result(tokens: Sequence[Token], i: int) -> bool:
    """Whether a time stands in what came of the deed, too coarse to be its day ("…, leading to losses in 2009")."""
    opens = next((k for k in range(i - 1, 0, -1) if tokens[k].tag is Tag.COMMA), 0)
    if not opens or _NAMES_A_DAY.search(tokens[i].lower):
        return False
    return opens + 1 < i and tokens[opens + 1].tag is Tag.PROGRESSIVE


def _compares(tokens: Sequence[Token], i: int) -> bool:
    """Whether a time only says what something is compared with ("than last year", "from a year earlier")."""
    before = tokens[i - 1].lower if i else ""
    words = tokens[i].lower
    if "same" in words.split():
        # "In the same period a year earlier, the bank had gained $704 million" dates the gain.
        return i > 1 or before != "in" or tokens[min(i + 1, len(tokens) - 1)].tag is not Tag.COMMA
    if before in ("since", "than", "versus") or words.startswith("since "):
        return True
    if i > 1 and before in ("to", "with") and tokens[i - 2].lower == "compared":
        return True
    return _is_changed_from(tokens, i) or (
        before in ("from", "with", "over", "to", "on") and words.endswith((" earlier", " ago", " before"))
    )


def _is_changed_from(tokens: Sequence[Token], i: int) -> bool:
    """Whether a figure is told beside that of another time ("up from 14% a year ago", "54 points from Friday")."""
    start = next((k for k in range(i - 1, max(-1, i - 6), -1) if tokens[k].lower in ("from", ",")), 0)
    if tokens[start].lower != "from":
        return False
    if any(t.tag is Tag.PREPOSITION and t.lower != "of" for t in tokens[start + 1 : i]):
        return False
    return any(lexicon().has("changes", t.lower) or t.text.endswith("%") for t in tokens[max(0, start - 4) : start])


def _of_a_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether a time dates a noun and not the verb: "their autumn meetings", "the quake of 12 January"."""
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and after.tag is Tag.POSSESSIVE:
        # "After Friday's losses"; but who was killed "in Friday's attack" was killed on Friday.
        if before is None or before.tag not in (Tag.PREPOSITION, Tag.TO):
            return False
        return before.lower not in _PLACED or _is_in_aftermath(tokens, i - 1)
    # "Reported third-quarter sales" is no report of that quarter.
    model = before is not None and before.lower in ("his", "her", "their", "its") and _YEAR.fullmatch(tokens[i].text)
    if model and after is not None and after.tag is Tag.NAME:
        return True  # "When her 2019 Levant caught fire"
    owned = "-" in tokens[i].text or (before is not None and before.tag in (Tag.DETERMINER, Tag.POSSESSIVE))
    if owned and after is not None and after.tag is Tag.NOUN and not _NAMES_A_DAY.search(tokens[i].lower):
        return True
    if tokens[i].lower.startswith("the ") and after is not None and after.tag in (Tag.NOUN, Tag.BASE):
        return before is not None and before.lower in _AFTERMATH  # "Before the summer break"
    year = _YEAR.fullmatch(tokens[i].text) and i > 1 and tokens[i - 2].lower not in _PLACED
    won = past_form(tokens[i - 2].lower) if i > 1 else None
    if year and after is not None and won is not None and won.lemma in ("win", "lose"):
        return not lexicon().has("of_elections", after.lower)  # "Won the 2016 | election"
    if owned and year and after is not None and after.tag in (Tag.NOUN, Tag.NAME):
        return True  # "The 2009 novel", though not "in the 2008 election"
    named = before is not None and before.lower == "of"
    k = end = i - 2 if named else i - 1
    while k >= 0 and tokens[k].tag in (Tag.NOUN, Tag.DETERMINER, Tag.NUMBER, Tag.NAME, Tag.POSSESSIVE):
        k -= 1
    nouns = (Tag.NOUN, Tag.NAME) if named else (Tag.NOUN,)  # "Of the Office Act of 1867"
    noun = any(t.tag in nouns for t in tokens[k + 1 : end + 1])
    # "Since the 2008 crisis", "after the January 12 quake".
    noun = noun or (k < end and after is not None and after.tag in (Tag.NOUN, Tag.NAME))
    return noun and k >= 0 and tokens[k].lower in (_LINKS if named else _AFTERMATH)


def _is_in_aftermath(tokens: Sequence[Token], placed: int) -> bool:
    """Whether what happened "in" or "at" something did so before ("after her victory | in Sunday's election")."""
    k = placed - 1
    while k > 0 and (tokens[k].tag in _NOUN_PHRASE or tokens[k].lower in ("his", "her", "its", "their")):
        k -= 1
    return 0 <= k < placed - 1 and tokens[k].lower in _AFTERMATH


def _for_a_year(tokens: Sequence[Token], i: int) -> bool:
    """Whether a year only says for which of several something is done ("renamed for the 2008 model year")."""
    if i < 2 or i + 1 >= len(tokens) or not _YEAR.fullmatch(tokens[i].text):
        return False
    return (
        tokens[i - 1].tag is Tag.DETERMINER
        and tokens[i - 2].lower == "for"
        and tokens[i + 1].tag in (Tag.NOUN, Tag.NAME)
    )


def _leads_up_to(tokens: Sequence[Token], i: int) -> bool:
    """Whether a time is of what a deed only comes before ("ahead of the vote on Sunday")."""
    k = i - 2 if i > 1 and tokens[i - 1].lower in ("on", "in") else i - 1
    while k > 0 and (tokens[k].tag in _NOUN_PHRASE or _ORDINAL.fullmatch(tokens[k].text)):
        k -= 1
    if k < 1 or k == i - 1:
        return False
    return (tokens[k - 1].lower, tokens[k].lower) in _LEADS


def _of_opening(tokens: Sequence[Token], i: int) -> bool:
    """Whether a time is of the participle that opens a sentence ("Born in Oxford in 1942, Hawking studied …").

    So is that since which something went on ("Beginning in 2010 and continuing for seven years, he …").
    """
    if tokens[0].lower in ("beginning", "starting") and not _DAY_WORD.search(tokens[i].lower):
        return i < 4
    if tokens[0].tag is not Tag.PAST:
        return False
    comma = next((k for k, token in enumerate(tokens) if token.tag is Tag.COMMA), 0)
    return i < comma


def _of_what_is_called(tokens: Sequence[Token], i: int) -> bool:
    """Whether a day is that of what has been called for it ("has convened a meeting of the cabinet on Monday")."""
    k = i - 2 if i > 1 and tokens[i - 1].lower in ("on", "for") else 0
    while k > 0 and (tokens[k].tag in _NOUN_PHRASE or tokens[k].lower == "of"):
        k -= 1
    if k < 1 or tokens[k].tag is not Tag.PAST or tokens[k - 1].lower not in ("has", "have"):
        return False
    form = past_form(tokens[k].lower)
    return form is not None and lexicon().has("convening", form.lemma)


def _of_the_charge(tokens: Sequence[Token], i: int) -> bool:
    """Whether a date stands before the deed of which somebody is accused ("pleaded guilty in the May 4 robbery")."""
    k = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].tag is Tag.COMMA)
    nouns = (Tag.NOUN, Tag.PROGRESSIVE, Tag.BASE)
    noun = k < len(tokens) and tokens[k].tag in nouns and i > 1 and tokens[i - 1].tag is Tag.DETERMINER
    if not noun or tokens[i - 2].lower not in ("in", "of", "over", "for", "with"):
        return False
    forms = (past_form(t.lower) for t in tokens[:i] if t.tag is Tag.PAST)
    return any(form is not None and lexicon().has("charging", form.lemma) for form in forms)


def _as_first_told(tokens: Sequence[Token], i: int) -> bool:
    """Whether a time is one that no longer holds ("originally due later this year, will be delayed until 2007")."""
    for token in reversed(tokens[max(0, i - 6) : i]):
        if token.tag in (Tag.COMMA, Tag.STOP):
            return False
        if token.lower in ("originally", "initially"):
            return True
    return False


def _of_what_was_overcome(tokens: Sequence[Token], i: int) -> bool:
    """Whether a day is of what a sentence opens with ("Despite signs of recovery on Sunday, he died on Monday")."""
    if tokens[0].lower not in _AFTERMATH:
        return False
    comma = next((k for k, token in enumerate(tokens) if token.tag is Tag.COMMA), 0)
    verbs = any(t.tag in (Tag.PAST, Tag.BE, Tag.HAVE) for t in tokens[:comma])
    other = any(t.tag is Tag.TIME and _NAMES_A_DAY.search(t.lower) for t in tokens[comma:])
    return i < comma and not verbs and (other or tokens[0].lower == "despite")


def _of_companion(tokens: Sequence[Token], i: int) -> bool:
    """Whether a time is of what somebody else did ("declared …, with Ana Prado following suit yesterday")."""
    comma = next((k for k in range(i - 1, 0, -1) if tokens[k].tag is Tag.COMMA), 0)
    if not comma or tokens[comma + 1].lower != "with":
        return False
    doing = (k for k in range(comma + 3, i) if tokens[k].lower.endswith("ing"))
    return any(tokens[k - 1].tag in (Tag.NOUN, Tag.NAME) for k in doing)


def _takes_effect(tokens: Sequence[Token], i: int) -> bool:
    """Whether a time is that from which something holds ("issued an order, effective Sunday")."""
    return i > 0 and tokens[i - 1].lower == "effective"


_ASIDES = (
    _of_what_was_overcome,
    _of_companion,
    _takes_effect,
    _as_first_told,
    _compares,
    _of_a_noun,
    _result,
    _for_a_year,
    _leads_up_to,
    _of_opening,
    _of_what_is_called,
    _of_the_charge,
)
