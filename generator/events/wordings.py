"""What a mention tells, as a headline: by its kind's template if the details for it are found, else by its clause."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from string import Formatter

from generator.events.agreement import BOUNDS, present_tense
from generator.events.happenings import STATEMENT
from generator.events.people import without_title
from generator.events.phrases import is_named_last, without_description
from generator.language.lexicon import lexicon, participle_form, past_form, present_form
from generator.model import Entity, EntityKind, Mention, Modality
from generator.settings import Kind

# "The last time the Dow rises", "the deal the bank signed": a clause of its own within the subject.
_INNER_CLAUSE = re.compile(r"(?P<before>\b[a-z]+) (?:the|his|her|its|their) ")
_SUM = re.compile(r"(?:US|A|C|NZ)?[$€£¥][\d.,]+ ?(?:[mb]n?|million|billion|trillion)?")
# "Fell ten percent before rallying": what was won or lost did not last.
_REVERSED = re.compile(
    r"^(?!.*\b(?:while|whereas|but)\b.* before).*\bbefore (?:[a-z]+ly )?"
    r"(?:rally|recover|rebound|fall|dropp|slipp|slid|trimm|par|eras|giv|los|climb|ris|bounc|retreat)[a-z]*ing\b"
)
_ONLY = re.compile(r"\b((?:ris|fall|drop|gain|los|climb|slip|declin|grow)(?:es?|s)?) only (?=[$€£¥]?\d)")
_WORD = re.compile(r"[A-Za-z]+")
# After one of these a figure is of something else: "rose $5, having risen 23 percent this year".
_OTHERS_FIGURE = re.compile(
    r"\b(?:having|after(?!.hours)|since|while|when|who|which|that|compared|below|above|of)\b|\bwith [A-Z].* [a-z]+ing\b"
)
# Plans that the infinitive alone tells: the date is that of what is prepared.
_NOT_SHOWN = ("schedule", "set", "slate", "due", "expect", "prepare")
# Marks that stand apart in a text that was taken to pieces: "Qantas ' jets", "¥ 1 trillion".
_LOOSE_MARKS = (
    (re.compile(r"(?<=s) ([’'])(?= |$)"), r"\1"),
    (re.compile(r"([$€£¥]) (?=\d)"), r"\1"),
    (re.compile(r"\b([A-Z][a-z]+) - (?=[A-Z][a-z]+\b)"), r"\1-"),
    (re.compile(r"\b(points|percent|%) or [-–](?=\d)"), r"\1 or "),
)
# What a firm's name carries in law ("Dollar Tree Inc."); of "Tiffany & Co." it is part of the name.
_IN_LAW = re.compile(r"(?<=[A-Za-z\d)]),? (?:Inc|Corp|Ltd|LLC|PLC|plc|Pty|GmbH|(?<!& )Co)\b\.?(?=$|[ ,;’'])")
_OF_PLACE = re.compile(r"\b(?:the|its|their) (?:country|nation|state|region|province|city|town|island)[’']s ")
_TO_PLACE = re.compile(
    r"(?:^| )(?:to|in|across|throughout|around) the (?:country|nation|region|province|city|town|island)$"
    r"|(?:^| )of the (?:[A-Z][a-z]+ )?(?:country|nation)$"
    r"|(?:^| )(?:at|in|by|to) the same [a-z]+$|(?:^| )at the (?:event|conference|ceremony|time|scene)$"
    r"|(?:^| )on the day$"
)
_TO_COME = re.compile(r"\b(?:will|would|can|could|may|might|shall|should|must)\b")
# "20 to 25 percent of its workers", of which a subject may have only "25 percent of its workers".
_RANGE = re.compile(r"[\d.,]+(?:%| percent)? ?(?:to|or|and|-|–) $")
# A name after a place that a comma ties to what was before: "Plant of Dearborn, Michigan | Ford's stock".
_ITEM = re.compile(r"[A-Z]\w+, $")
_WHOLE = re.compile(r"^(?:The|An?) (?P<head>[a-z]+) of (?:the|an?|its|their) [^,]*, $")
_TOWN = re.compile(r"\bthe (?:[a-z]+ )?(?:capital|city|town|village|port)\b")
# "The very beginning of the financial year" does nothing.
_PART_OF_TIME = re.compile(r"\b(?:beginning|start|end|rest|half|course) of the (?:[a-z]+ )?(?:year|month|week|decade)$")
# "Opens a plant here", "in the neighbouring Ayacucho region".
_HERE = re.compile(
    r" here\b|(?:the )?neighbou?ring (?:state|country|province|county|town|city|village) of (?=[A-Z])"
    r"|(?<=the )neighbou?ring (?=[A-Z])|(?<=the )nearby (?=[A-Z])"
)
# "Sentenced | for her murder | to life in prison".
_FOR_HIS = re.compile(r"^for (?:his|her|their) [a-z]+ (?=(?:to|in|by) )")
_WILL = re.compile(r"(?P<who>(?:(?! that ).)+?) (?:will|is to|are to) (?P<does>(?!not |have |no )[a-z]+.*)")
_IS_DONE_TO = re.compile(r"\b(?:is|are|was|were|been|be) (?:[a-z]+ly )?([a-z]+) to\b")
# "A list of 789 dealerships that it was closing" is closing them when it is told.
_WAS_DOING = re.compile(r"\b(?P<who>that (?:it|he|she|they)) (?P<was>was|were) (?=[a-z]+ing\b)")
_OF_NAME = re.compile(r"^(?P<what>[a-z]+(?: [a-z]+)?) of (?P<name>[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*)*)$")


def wordings_of(mention: Mention, names: Mapping[str, Entity], kind: Kind | None) -> Iterator[str]:
    """The headlines that a mention gives, the best first; whether they can stand alone is another question."""
    if _is_reduced(mention) or (mention.kind == "market" and _REVERSED.search(mention.clause)):
        return
    if mention.passive and _is_said(mention):
        said = (mention.object or "").removeprefix("that ")
        # What is to come is only announced; what has happened has happened.
        if planned := _WILL.fullmatch(said):
            yield _capital(f"{planned['who']} to {planned['does']}")
        yield f"It is {mention.verb} that {said}" if _TO_COME.search(said) else _capital(said)
        return
    subjects = _subjects(mention, names)
    for subject in (_with_capital(subject, mention.clause) for subject in subjects):
        # A name alone is one; what only lost its description is as many as before.
        told = mention if subjects[0].startswith(subject) or " and " in subject else replace(mention, plural=False)
        if kind and "respectively" not in mention.clause:
            yield from _from_templates(told, subject, kind)
        if mention.kind == STATEMENT and not mention.passive:
            yield from _remark(told, subject)
        elif clause := _clause(told, subject):
            yield _capital(clause)


def _with_capital(subject: str, clause: str) -> str:
    """A subject with the name of a capital or town that a comma gives it ("north of the capital, | Bangui, |")."""
    found = _TOWN.search(subject)
    named = found and re.search(rf"{re.escape(found[0])}, (?P<name>[A-Z]\w+(?: [A-Z]\w+)*),", clause)
    return f"{subject[: found.start()]}{named['name']}{subject[found.end() :]}" if found and named else subject


def _is_said(mention: Mention) -> bool:
    """Whether "it was announced that …": what was announced is the headline."""
    return mention.trigger in lexicon().lists["speech"] and (mention.object or "").startswith("that ")


def _is_reduced(mention: Mention) -> bool:
    """Whether what seems its verb only describes the noun before it: "figures released by the ministry"."""
    by = re.match(r"by (?:the |an? |its |their |[A-Z])", mention.object or "")
    return by is not None and not mention.passive and mention.modality is Modality.HAPPENED and not mention.by_noun


def _offered(mention: Mention) -> str:
    """What stands between a verb and the infinitive that says what it is for: "proposed | a plan | to ease lending"."""
    stem = re.escape((mention.governor or "")[:-1])
    found = re.search(rf"\b{stem}\w* (?P<between>.*?)\bto (?:[a-z]+ly )?{re.escape(mention.verb)}\b", mention.clause)
    if not mention.governor or found is None:
        return ""
    between = found["between"]
    if mention.time:
        time = re.escape(mention.time.expression.text)
        between = re.sub(rf"(?:\b(?:late|early|on|in|at|by|last) )*\b{time}", "", between)
    words = between.replace(",", " ").split()
    return " ".join(words) if len(words) > 1 else ""


def _subjects(mention: Mention, names: Mapping[str, Entity]) -> list[str]:
    """The subject as it stands, and shorter: the name alone."""
    unnamed = lexicon().lists["unnamed_subjects"]
    if not mention.subject or mention.subject.startswith(("according ", "According ")) or _is_inner(mention):
        return []
    if (
        _PART_OF_TIME.search(mention.subject)
        or mention.subject.lower() in unnamed
        or _is_half(mention.subject, mention.clause)
        or _is_one_of_a_people(mention.subject)
    ):
        return []
    subject = _IN_LAW.sub("", _without_place(mention.subject, mention.clause))
    tied = lexicon().lists["prepositions"] | lexicon().lists["conjunctions"] | {"to", "both", "all", "half"}
    if any(found["before"] not in tied for found in _INNER_CLAUSE.finditer(subject)):
        return []
    doer = names.get(mention.doer or "")
    if doer and without_title(subject) in doer.aliases and len(without_title(subject)) < len(doer.name):
        # "Halden" says enough of Halden Marine, "the National Bank" not of which.
        firm = doer.name.startswith(f"{subject} ") and doer.name.split()[-1].lower() in lexicon().lists["firm_words"]
        subject = subject if firm else doer.name
    if (match := _OF_NAME.match(subject)) and mention.kind == "market":
        subject = f"{match['name']} {match['what']}"
    if doer is None and (both := _names_alone(subject, mention, names)):
        return [subject, both]
    if doer is None or doer.name == subject or not is_named_last(subject, doer.name):
        head = without_description(subject)
        return [subject, head] if head != subject else [subject]
    if subject.split()[0].lower() in unnamed - {"first", "second", "last"}:
        return [doer.name]  # "company CEO Steve Jobs": of a company that was named before
    bare = not any(part in lexicon().lists["prepositions"] for part in subject.split())
    return [subject, doer.name] if doer.kind is EntityKind.PERSON or bare else [subject]


def _names_alone(subject: str, mention: Mention, names: Mapping[str, Entity]) -> str:
    """Two people without their offices ("Minister Rui Costa and Mayor Ana Prado"); empty where there are not two."""
    first, joined, second = subject.partition(" and ")
    people = [names[e].name for e in mention.entities if names[e].kind is EntityKind.PERSON]
    told = [next((name for name in people if half.endswith(f" {name}")), "") for half in (first, second)]
    return " and ".join(told) if joined and all(told) else ""


def _is_inner(mention: Mention) -> bool:
    """Whether a subject only names somebody within the true one: "the trial of the chief, | Rui Costa, | opened"."""
    found = _WHOLE.match(mention.clause.partition(mention.subject or "")[0])
    lists = lexicon().lists
    people = lists["offices"] | lists["titles"] | lists["person_nouns"]
    return found is not None and found["head"] not in people and mention.verb not in lists["speech"]


def _is_one_of_a_people(subject: str) -> bool:
    """Whether a subject is only "Sunni", "Democrat" or "national", which says of what somebody or something is."""
    lists, word = lexicon().lists, subject.lower()
    if word in lists["adjectives"] or word in lists["nationalities"]:
        return True
    return f"{word}s" in lists["plural_names"] | lists["nationalities"]


def _is_half(subject: str, clause: str) -> bool:
    """Whether a subject says a number or a measure without what it is of: "value against the dollar"."""
    if _SUM.fullmatch(subject):
        return True  # "The record was the £38m | paid for him"
    before, found, _ = clause.partition(subject)
    first, *others = subject.split()
    bare = bool(others) and others[0] in lexicon().lists["prepositions"] - {"of", "for", "per"}
    if not others and first.lower() in lexicon().lists["owned_measures"]:
        return True
    measure = bare and first.lower() in lexicon().lists["measures"]
    return measure or bool(found and subject[:1].isdigit() and _RANGE.search(before))


def _without_place(subject: str, clause: str) -> str:
    """A subject without the place at its start that belongs to what was said before: "in Dearborn, Michigan | Ford"."""
    place, _, rest = subject.partition(" ")
    before, found, _ = clause.partition(subject)
    other = rest[:1].isupper() and rest.split()[0].endswith(("’s", "'s"))
    stray = found and place.lower() in lexicon().lists["places"] and _ITEM.search(before)
    return rest if stray and other else subject


def _from_templates(mention: Mention, subject: str, kind: Kind) -> Iterator[str]:
    told = [f for f in mention.figures if f.kind != "percent" or _is_measure(mention, f.text)]
    figures = {f.kind: f.text for f in reversed(told)}
    slots = {"subject": subject, "verb": present_tense(mention.verb, mention.plural), "object": mention.object or ""}
    # "Closed down 17 percent" says more than "closes 17 percent" would.
    directed = mention.verb in ("close", "open", "end", "finish", "trade")
    if mention.modality is not Modality.HAPPENED or mention.passive or directed:
        return
    for template in kind.headlines:
        wanted = [name for _, name, _, _ in Formatter().parse(template) if name]
        if all({**slots, **figures}.get(name) for name in wanted):
            yield _capital(template.format(**slots, **figures))


def _is_measure(mention: Mention, percent: str) -> bool:
    """Whether a percentage says by how much, and is no level ("to 11.3%", "from 5.8%") and of no other deed."""
    before, found, after = mention.clause.partition(percent)
    if not found or any(f"{word} {percent}" in mention.clause for word in ("to", "from")):
        return False
    if percent.endswith("point") and re.match(r" to \d", after):
        return False  # "Rose by half a point to 2.5%" says more.
    verbs = [word.end() for word in _WORD.finditer(before) if _lemma(word[0].lower()) == mention.verb]
    if not verbs:
        # "Shares that had lost 11% rose": a figure before the verb is not its own.
        return mention.by_noun or not _OTHERS_FIGURE.search(before)
    return not _OTHERS_FIGURE.search(before[verbs[0] :])


def _lemma(word: str) -> str | None:
    past = past_form(word)
    return past.lemma if past else present_form(word) or word


def _clause(mention: Mention, subject: str) -> str:
    """The clause as a headline; empty where its verb needs an object that is not there."""
    rest = _told_alone((mention.object or "").removeprefix("that "))
    if (
        _is_unsaid(mention, rest)
        or _is_untold(mention, rest)
        or ((mention.object or "").startswith("that ") and mention.verb in lexicon().lists["thing_speech"])
    ):
        return ""
    lists = lexicon().lists
    whole = mention.by_noun or mention.verb in lists["complete_verbs"]
    if not rest and not mention.passive and not mention.bare and not whole:
        return ""
    loses = not mention.passive and mention.verb in lists["transitive"] and not (mention.by_noun and not rest)
    if loses and (not rest or (rest.split()[0] in lists["prepositions"] and not BOUNDS.match(rest))):
        return ""  # "The volume produced from its player" is no deed, "34 others injured" not theirs
    if not rest and mention.passive and not mention.bare and mention.trigger in lists["accusing"]:
        return ""
    # "Asks for a vote" says what; "writes to the company" does not.
    tied = bool(rest) and rest.split()[0] in lists["prepositions"] - {"for", "off"} and not BOUNDS.match(rest)
    if tied and mention.verb in lists["speech"] and mention.trigger in lists["speech"]:
        return ""
    if mention.modality is Modality.PLANNED:
        return f"{subject} {_plan(mention, subject)} {rest}".strip()
    if mention.modality is Modality.PREDICTED:
        return f"{subject} expected to {_base(mention)} {rest}".strip()
    if mention.governor in lexicon().lists["resolving"] | {"begin", "start"}:
        verb = present_tense(mention.governor or "", mention.plural)
        return " ".join(filter(None, (subject, verb, _offered(mention), "to", _base(mention), rest)))
    if mention.trigger == "concede defeat" and not rest:
        rest = "defeat"
    hedge = "reportedly " if mention.modality is Modality.CLAIMED else ""
    verb = mention.verb if mention.passive else present_tense(mention.verb, mention.plural)
    if mention.passive and not rest:
        verb = f"{present_tense('be', mention.plural)} {verb}"
    return f"{subject} {hedge}{verb} {rest}".strip()


def _is_unsaid(mention: Mention, rest: str) -> bool:
    """Whether a headline would not tell what was said, or as what: "makes a statement", "describes the deal"."""
    lists = lexicon().lists
    words = rest.lower().split()
    if mention.by_noun and mention.kind == STATEMENT:
        return not any(word in ("on", "about", "against") for word in words)
    if mention.verb in lists["as_verbs"] and not mention.passive:
        return "as" not in words
    if mention.verb in lists["addressed_speech"] and not mention.passive:
        return not any(word in ("to", "of", "that", "about", "against", "not") for word in words[1:])
    if mention.verb in lists["written_speech"]:
        return not words or words[0] in lists["prepositions"] | {"to"}
    # "Calls the software “the most advanced in the world”" says nothing without the quotation.
    quoted = any(mark in mention.clause for mark in '“"')
    if mention.verb in ("call", "label", "dub", "brand") and quoted and not any(mark in rest for mark in '“"'):
        return True
    # "Calls for his extradition": not his own.
    if mention.verb == "call" and re.match(r"(?:for|on) (?:his|her|their) ", rest):
        return True
    if mention.verb in ("deny", "reject", "dismiss") and len(words) == 1 and words[0] in lists["bare_objects"]:
        return True
    # "Orders 55" does not say what of.
    counts = bool(re.fullmatch(r"\d{1,3}", words[-1])) if words else False
    return counts and len(words) == 1 and mention.kind not in ("market", "sport", "milestone", "statement")


def _is_untold(mention: Mention, rest: str) -> bool:
    """Whether a verb lacks whom or what it is done to: "joins on loan", "Fiat increases to 57%"."""
    lists = lexicon().lists
    words = rest.lower().split()
    first = words[0] if words else ""
    if mention.passive:
        return mention.verb == "sworn" and first != "in"
    if not words and _needs_more(mention):
        return True
    if mention.verb == "join" and first in lists["prepositions"] - {"in"}:
        return True
    if mention.verb in lists["reciprocal_verbs"] and not mention.plural:
        return not words or (first == "together") or (first == "to" and mention.verb == "merge")
    if mention.verb in ("begin", "start", "resume", "continue") and len(words) == 1:
        return first in lists["unsaid_works"]
    # A name is not what grows: "Fiat, with 46 percent, is expected to increase to 57%".
    named = mention.doer is not None and all(word[:1].isupper() for word in (mention.subject or "").split())
    grows = mention.verb in ("increase", "decrease", "reduce", "raise", "lower") and mention.kind != "market"
    return named and grows and bool(re.match(r"(?:to|by|from) [$€£¥]?(?:US\$)?\d", rest))


def _needs_more(mention: Mention) -> bool:
    """Whether a verb alone leaves out where, whom or what: "arrives", "rules", "meets" of one, "wins" of a contract."""
    alone = mention.modality is Modality.HAPPENED and not mention.plural
    unsaid = (mention.verb == "meet" and alone) or (mention.verb == "win" and mention.kind == "deal")
    return unsaid or lexicon().has("untold_alone", mention.verb)


def _base(mention: Mention) -> str:
    return f"be {mention.verb}" if mention.passive else mention.verb


def _plan(mention: Mention, subject: str) -> str:
    words = lexicon().lists
    if mention.governor in words["planning"] and mention.governor not in _NOT_SHOWN and not _is_meant(mention):
        return f"{present_tense(mention.governor or '', mention.plural)} to {_base(mention)}"
    return f"to {_base(mention)}"


def _is_meant(mention: Mention) -> bool:
    """Whether a plan is others' for its subject: "the service is intended to launch"."""
    forms = (participle_form(found[1]) for found in _IS_DONE_TO.finditer(mention.clause))
    return any(form is not None and form.lemma == mention.governor for form in forms)


def _remark(mention: Mention, subject: str) -> Iterator[str]:
    """A remark: what is said, or how somebody or something is called."""
    plural = mention.plural
    told = _told_alone(mention.object or "")
    if not told.startswith("that ") and _is_unsaid(mention, told):
        return
    if told.startswith("“") and told.endswith("”") and mention.own_time:
        yield _capital(f"{subject}: {told}")
    elif told.startswith("that "):
        verb = mention.verb if mention.verb in lexicon().lists["clause_speech"] else "say"
        yield _capital(f"{subject} {present_tense(verb, plural)} {told.removeprefix('that ')}")
    elif told and mention.verb not in lexicon().lists["content_speech"] and not _is_only_where(mention, told):
        yield _capital(f"{subject} {present_tense(mention.verb, plural)} {told}")


def _is_only_where(mention: Mention, told: str) -> bool:
    """Whether of a remark only its place or time is told ("remarks in a press release")."""
    plain = mention.verb in lexicon().lists["plain_speech"]
    return plain and told.split()[0] in ("in", "at", "during", "after", "before", "from", "to")


def _told_alone(words: str) -> str:
    """What is said without what only the article tells ("wins the country's election", "sent doses to the country")."""
    return _FOR_HIS.sub("", _HERE.sub("", _TO_PLACE.sub("", _OF_PLACE.sub("", words))))


def _capital(text: str) -> str:
    """The text with its marks closed up and a capital, unless it begins with a name that has its own ("iPhone")."""
    text = _ONLY.sub(r"\1 ", _IN_LAW.sub("", text))
    text = _WAS_DOING.sub(lambda found: f"{found['who']} {'is' if found['was'] == 'was' else 'are'} ", text)
    for pattern, closed in _LOOSE_MARKS:
        text = pattern.sub(closed, text)
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]
