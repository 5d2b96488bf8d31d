"""Whether a headline has a phrase that says nothing without what was told before it, or cut off after it."""

import re

from generator.language.lexicon import lexicon, noun_base

# "The (new) airliner", "the device's": one of a kind, if it is the head of its phrase and nothing after it says which.
_IDLE = "|".join(sorted(lexicon().lists["telling_nothing"]))
_THE_ONE = re.compile(
    rf"\b[Tt]he (?:(?:{_IDLE}) )*(?P<noun>[a-z]+(?:-[a-z]+)?)"
    r"(?:$|[,;:]|[’']s?(?!\w)| (?P<next>[a-z]+)(?P<name> (?:the )?[A-Z])?)"
)
# What may follow a noun that is the head of its phrase without saying which is meant.
_NOT_WHICH = frozenset({"a", "an", "the", "is", "are", "was", "were", "has", "have", "will", "and", "or", "his", "her"})
_SAYS_WHERE = frozenset({"in", "at", "near", "off", "outside", "across", "along"})
_SAYS_WHICH = frozenset({"of", "on", "for", "between", "like", "against", "over"})
# A sum or share with "the" that nothing after it describes: "some of the $700 billion", "the six percent of Fiat".
_THE_SUM = re.compile(
    r"\b[Tt]he (?:(?:US|A|C|NZ)?[$€£¥][\d.,]+(?: (?:million|billion|trillion))?|[\d.,]+ (?:million|billion|trillion))"
    r"(?:$| (?:in|on|at|for|from|by|with|to)\b)"
    r"|\b[Tt]he (?:[\d.,]+|[a-z]+)(?:%| (?:percent|per cent)) of\b"
)
# "The rest (of the week)", "after taking (off)", "10 copies that".
_WANTS_MORE = re.compile(
    r"\b(?:the|a) (?:rest|remainder|majority|lack|wake|eve|brink|verge|height|form|case|kind|sort|type|number|series)$"
    r"|\b(?:after|before|by|while|when|for|without) (?:taking|making|giving|getting|setting|putting|having|being|"
    r"bringing|saying|telling|seeking|holding|using|becoming|going|coming|doing|finding|failing|trying)$"
    r"|\bas part$|\b(?:thus|so) far$|\b(?:town|city|village|port|province|island|district) of [a-z]+\b"
    r"|\bthere (?:is|are|was|were|has been|have been|had been) (?:an?|some|many|several|[\d.,]+)(?: [a-z]+){1,3}$"
    r"|\bannounces the \w+(?: \w+){0,3} will (?:occur|happen|begin|start|continue)$| -[a-z]"
    # "Compatible" with what.
    r"|(?<!-)\b(?:compatible|comparable|equivalent|corresponding)\b(?! (?:with|to)\b)"
)
# "Reports a 49% decline": in what.
_CHANGE = re.compile(
    r"\b(?:reports?|posts?|announces?|records?|sees?|suffers?) an? (?:[a-z]+ )?[\d.,]+(?:%| (?:percent|per cent)) "
    r"(?P<noun>[a-z]+)$"
)
_OF_WHAT = re.compile(
    r"\b(?:sales|profits?|revenues?|earnings|output|production|exports?|imports?|shares?|income|index)\b"
)
_PLACES = "country|city|town|village|region|area|island|nation|province|capital|territory|district"
_THERE = re.compile(
    rf"\b(?:to|in|into|from|enters?|reach(?:es)?|hits?|leads?|rules?) the (?:{_PLACES})$"
    r"|\b(?:of|in|to|across) the (?:north|south|east|west)$"
)
# Several that were counted before: "the two countries".
_COUNTED = re.compile(r"\bthe (?:two|three|four|five|six) [a-z]+(?=$| (?:to|in|at|on|by|from|will|agree|meet|sign)\b)")
# "Last fatal crash happens" tells of another; "men's race" does not say which.
_OF_OTHERS = re.compile(
    r"(?:^|: )(?:[Ll]ast|[Pp]revious) .* (?:happens?|occurs?|takes? place)\b"
    r"|^(?:First|Last|Part) of the (?:new )?[a-z]+ (?!of\b)"
    r"|^(?:Wom|M)en[’']s (?:race|final|title|event|match) "
)
# Participles by which somebody has another do something, in a pattern.
HAVING_DONE = "|".join(sorted(lexicon().lists["having_done"]))
# Nothing tells who or what is meant: "says it was the right thing", "of the same design", "two people die".
_SAYS_NOTHING = re.compile(
    r"^(?:[A-Z][\w ]+: )?[Nn]umber of (?:people|deaths|cases|victims) [a-z]+s?\b|"
    r"\bsays? it (?:is|was|has been) (?:[a-z]+ly )?(?:the|an?|not)\b|\bthe same [a-z]+\b|\b(?:here|neighbou?ring)\b"
    r"|^[A-Z][a-z]+ by [A-Z]|(?<![$€£¥\d.,])[\d.,]+ (?:million|billion|trillion)$"
    rf"|\b(?:{HAVING_DONE}"
    r"|to (?:urge|ask|order|force|allow|persuade)) "
    r"(?!(?:.* )?(?:to|for)\b)[^,]*$|\bin what\b"
    r"|\bbetween (?!.* and\b)[^,]*$"
    r"|\b(?:against|over|of|to) (?:its|his|her|their) (?:initial|earlier|previous) "
    r"|\b(?:has|have) (?:an?|the|no) (?:right|chance|duty|obligation|power|reason|need)$"
    r"|\b(?:between|by|of) the two$|\b(?:asked to report|agrees? to settle|only)$"
    r"|^(?:[A-Z][\w ]+: )?(?:\w+|[\d,]+) (?:people|men|women|children) (?:die|are killed|are injured)$"
    r"|\bsays? (?:\w+|[\d,]+) (?:people|men|women|children) (?:died|were (?:killed|injured))$"
    r"|\b(?:from|under) consideration$|^(?:Two|Three|Four|Five) (?:[a-z]+ )*(?:indexes|indices|markets) [a-z]+$"
    r"|\bat (?:its|their) (?:lowest|highest) (?:levels?|points?|values?|prices?)$"
    r"|^(?:French|English|Irish|Dutch)?(?:wo)?man [a-z]+s\b|^(?:Briton|Spaniard|Swede|Dane|Pole|Finn|Turk)s? [a-z]+s?\b"
)
_PEOPLES = r"(?:UK|US|U\.S\.|EU|[A-Z][a-z]+(?:an|ish|ese))"
# "His title role" is in a film that is named elsewhere, "the UK trial" is one of some vaccine.
_OF_ELSEWHERE = re.compile(
    r"\b(?:his|her|their) (?:title |lead |leading |starring |main )?roles?$"
    r"|\b(?:the|The) (?:virus|disease)\b(?! (?:of|that|called|known))|\b(?:wins?|loses?) (?:the )?nomination$"
    r"|\b(?:beats?|misses|exceeds?|tops?) (?:predictions|expectations|forecasts|estimates)$|\bhit hard$"
    r"|\bof the (?:injured|wounded|victims|dead|survivors|suspects|men|women|children)\b(?! (?:of|in|from)\b)"
    r"|^(?:The )?(?:[Tt]wo|[Bb]oth|[Tt]hree) (?:sides|parties|countries|nations|governments|teams)\b"
    r"|\b(?:off|shows?|express(?:es)?|attracts?|draws?) interest$"
    r"|^(?:[A-Z][\w ]+: )?(?:[Ff]ire|[Bb]laze|[Ff]lood|[Qq]uake|[Ss]torm|[Ee]xplosion)s? .*\bits\b"
    r"|\b(?:its|their) latest (?:addition|iteration|version|model|product|offering)s?\b(?!,)"
    r"|[’']s (?:newest|latest) [a-z ]+(?:$| (?:makes|is|to|goes|enters|lands|flies|takes) )"
    r"|\badditional [a-z]+(?: to come)?$|\bmore (?:will|would|to) (?:follow|come)\b"
    r"|(?:[Pp]ress conference|[Rr]eview|[Vv]isit|[Bb]riefing|[Ee]vent) (?:is |to be )?held(?: (?:by|in) [A-Z][\w ]+)?$"
    r"|\b(?:reports?|posts?) an? (?:quarterly|annual|yearly|net|adjusted) (?:[a-z]+ )?(?:profit|loss)$"
    r"|\beach (?:crime|charge|count|case|offence)\b|\bbodies (?:are|is) (?:recovered|found)$"
    rf"|\b[Tt]he {_PEOPLES} (?:trial|study|case|attack|incident|accident|crash|deal|plan)(?:$| (?!of|on|into|for|in))"
)
# "Announces any plans" was denied, unless something in the headline denies it.
_ANY = re.compile(r"\bany\b")
_ANY_MEANT = re.compile(
    r"\b(?:den(?:y|ies)|without|not|no|refus\w+|reject\w*|rules? out|ban|bans|bar|bars|prohibit\w*|forbid\w*|stops?"
    r"|prevent\w*|than|if|whether|avoid\w*|against|(?:for|of|in|at|to|under|from|with|by) any)\b"
)
# What goes on about the noun before it: "offer | to resign", "people | infected with", "a measure | that will …".
_TIED = re.compile(
    r" (?:to (?!the\b|a\b|an\b|its\b)[a-z]+\b|that (?:is|are|was|were|will|would|he|she|it|they|has|have|had)\b"
    r"|(?:being|infected|accused|suspected|charged|needed|required|meant|designed|intended|aimed) )"
)
_ASIDE_THEN = re.compile(r" [—–] [^—–]+ [—–] (?:to|as)\b")
_NUMBERED = re.compile(r"\b(?P<noun>[A-Z][a-z]+) (?:\d+|[IVX]+|[A-Z])\b")


def is_hanging(headline: str, subject: str = "", places: tuple[str, ...] = ()) -> bool:
    """Whether something in a headline with a subject is said only elsewhere; `places` may be what "the country" is."""
    if _SAYS_NOTHING.search(headline) or _COUNTED.search(headline) or _OF_OTHERS.search(headline):
        return True
    if _THE_SUM.search(headline) or _WANTS_MORE.search(headline) or _is_change_of_nothing(headline):
        return True
    if _OF_ELSEWHERE.search(headline) or (_ANY.search(headline) and not _ANY_MEANT.search(headline)):
        return True
    there = _THERE.search(headline)
    if there and not any(place in headline[: there.start()] for place in places):
        return True
    if _is_work_of_nobody(headline, subject):
        return True
    return _means_one_told_before(headline) or _means_one_told_before(subject) or _is_part_of_nothing(headline)


def is_cut_within(headline: str, clause: str) -> bool:
    """Whether what the source says next belongs to the last noun of a headline ("declines the offer | to resign").

    So it does over an aside between dashes ("declares the outbreak — of a virus — | to be a pandemic").
    """
    last = headline.split()[-2:]
    if len(last) < 2:
        return False
    _, found, after = clause.partition(f"{last[0]} {last[1]}")
    if not found or not after.startswith(" "):
        return False
    if _ASIDE_THEN.match(after):
        return True
    described = last[0].islower() and lexicon().has("effort_nouns", last[-1]) and last[0] not in ("the", "a", "an")
    noun = last[-1].isalpha() and last[-1].islower() and not described
    return noun and _TIED.match(after) is not None


def _is_work_of_nobody(headline: str, subject: str) -> bool:
    """Whether it does not say of whom or of what: "talks break down", "construction to start"."""
    words = [] if "’s" in subject or "'s" in subject else subject.lower().split()
    nameless = 0 < len(words) < 3 and noun_base(words[-1]) in lexicon().lists["nameless_doings"]
    return nameless and len(headline.split()) < 6 and not re.search(r"[A-Z\d:]", headline[1:])


def _is_change_of_nothing(headline: str) -> bool:
    change = _CHANGE.search(headline)
    return change is not None and change["noun"] in lexicon().lists["changes"] and not _OF_WHAT.search(headline)


def _means_one_told_before(headline: str) -> bool:
    """Whether "the airliner" is one of which the headline says nothing before."""
    lists = lexicon().lists
    follows = _NOT_WHICH | lists["prepositions"] | lists["be"] | lists["modals"]
    for found in _THE_ONE.finditer(headline):
        noun, following = noun_base(found["noun"]), found["next"]
        if following and (
            following not in follows or following in _SAYS_WHICH or (found["name"] and following in _SAYS_WHERE)
        ):
            continue
        said = re.search(rf"\b{noun}", headline[: found.start()], re.IGNORECASE)
        if noun in lists["single_things"] and not said:
            return True
    return False


def _is_part_of_nothing(headline: str) -> bool:
    """Whether its only name is that of a part: "Terminal 3 to open"."""
    parts = [
        found for found in _NUMBERED.finditer(headline) if found["noun"].lower() in lexicon().lists["numbered_parts"]
    ]
    rest = headline
    for found in parts:
        rest = rest.replace(found[0], "")
    rest = rest if parts and parts[0].start() == 0 else rest[1:]
    return bool(parts) and not re.search(r"(?<![\w$€£])[A-Z][a-z]|[A-Z]{2,}(?!\d)(?![A-Z]*[\d$])", rest)
