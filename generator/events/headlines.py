"""Headlines in the machine's own wording: subject, verb in the present tense, object, and the figure that matters."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from string import Formatter

from generator.events.agreement import BOUNDS, present_tense
from generator.events.happenings import STATEMENT
from generator.events.phrases import is_named_last, is_pronoun
from generator.events.predicates import HEADLINE_LENGTH
from generator.language.lexicon import lexicon, past_form, present_form, progressive_form
from generator.model import Entity, EntityKind, Event, Figure, Mention, Modality, Omission
from generator.settings import Kind

LONGEST = HEADLINE_LENGTH
SHORTEST = 12
STAGE = "headlines"
_DANGLING = re.compile(
    r"\b(?:I|we|We|you|our|my|us|me|this|these|those|both)\b|\bthe (?:company|firm|measures?|move|proposition)\b"
    r"|\bthe (?:development|news)\b|\bthe (?:agreement|events)\b(?! (?:of|between|with|on|to|for)\b)"
    # A thing that was told of before, at the end: "rejects the proposal".
    r"|\bthe (?:proposal|decision|announcement|accusations?|allegations?|claims?|offer|request|picture|matter|issue"
    r"|situation|family|couple|pair|suspects?|victims?|two companies|two sides|new products?|charges?|action|takeover"
    r"|agreement|incident|same)$"
    r"|\bthe (?:prize|choice|award|area|vote|results?|crowd)$|^\w+ time [A-Z]"
    r"|\b(?:hits?|strikes?|rocks?) the (?:country|city|town|village|region|area|island|capital|nation)$"
)
# Function words that never follow each other: something between them was lost.
_BROKEN = re.compile(
    r"\b(?:the|an?|of|in|on|at|by|for|with|and|to) (?:the )?(?:to|of|at|by|and|or|with|is|was|were|are|has|have)\b"
    r"|’s? ’s"
)
# A pronoun that is no subject of a verb after it names nobody.
_LOOSE_PRONOUN = re.compile(r"\b(?:it|they|he|she|him|them)\b(?: (?P<verb>[a-z]+))?|\bher(?:$|[,.] )|^[’'](?:s\b)?")
_HANGING_END = re.compile(r"\b(?:at the same time|respectively|as much|by doing so|(?:to|in|on) each other)$")
# "The last time the Dow rises", "the deal the bank signed": a clause of its own within the subject.
_INNER_CLAUSE = re.compile(r"(?P<before>\b[a-z]+) (?:the|his|her|its|their) ")
_OTHERS = re.compile(
    r"^(?:(?:The|Two|Three|Four|Five|Several|Some|Many|All) )?(?:[Oo]thers?|[Aa]nother)\b"
    r"|^(?:Each|One (?:out )?of|One in)\b|^[\d.,]+ (?:at|in|of|for|from) "
)
# Marks that stand apart in a text that was taken to pieces: "Qantas ' jets", "¥ 1 trillion".
_LOOSE_MARKS = ((re.compile(r"(?<=s) ([’'])(?= |$)"), r"\1"), (re.compile(r"([$€£¥]) (?=\d)"), r"\1"))
_OF_NAME = re.compile(r"^(?P<what>[a-z]+(?: [a-z]+)?) of (?P<name>[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*)*)$")
_FIGURED = ("launch", "deal", "building", "results", "founding")


def word_headlines(
    events: Sequence[Event], entities: Sequence[Entity], kinds: Sequence[Kind]
) -> tuple[tuple[Event, ...], tuple[Omission, ...]]:
    """The events with their headlines, and an omission for each event for which no good one can be made."""
    names = {entity.id: entity for entity in entities}
    table = {kind.name: kind for kind in kinds}
    spread = Counter(e for e, _ in {(e, m.article) for event in events for m in event.mentions for e in m.entities})
    worded, omitted = [], []
    for event in events:
        headline = word_headline(event, names, table, spread)
        if headline:
            worded.append(replace(event, headline=headline))
        else:
            omitted += [
                Omission(m.article, m.start, m.end, STAGE, "no good headline can be made of it") for m in event.mentions
            ]
    return tuple(worded), tuple(omitted)


def word_headline(
    event: Event, names: Mapping[str, Entity], kinds: Mapping[str, Kind], spread: Counter[str]
) -> str | None:
    """The best headline that the mentions of an event give; None if none is good.

    Best is one from a source that dates the event, that names who and what most mentions name, and that is short.
    """
    shared = Counter(e for e, _ in {(e, m.article) for m in event.mentions for e in m.entities})
    themes = Counter(theme for theme, _ in {(m.theme, m.article) for m in event.mentions if m.theme})
    doers = Counter(doer for doer, _ in {(m.doer, m.article) for m in event.mentions})
    best: tuple[float, str] | None = None
    for mention in event.mentions:
        doer = names.get(mention.doer or "")
        if (
            mention.kind == "market"
            and doer is not None
            and doer.kind is EntityKind.PLACE
            and mention.subject == doer.name
        ):
            continue  # "Australia drops 8.4%" means its shares
        if mention.goes_on or (mention.weak and event.mentions[0] is not mention):
            continue
        for headline in _candidates(mention, event, names, kinds.get(mention.kind)):
            if not is_good(headline) or _points_back(mention, mention.subject or "", headline):
                continue
            score = _score(headline, mention, names, shared, spread)
            score += 0.5 * (doers[mention.doer] - 1) if mention.doer else 0.0
            score += 0.8 if mention.theme and themes[mention.theme] > 1 else 0.0
            if best is None or score > best[0] + 1e-9:
                best = (score, headline)
            break
    if best is None:
        return None
    figure = _telling_figure(event)
    return _with_figure(best[1], figure) if figure else best[1]


def is_good(headline: str) -> bool:
    """Whether a headline can stand alone in a list."""
    words = headline.split()
    if not SHORTEST <= len(headline) <= LONGEST or len(words) < 3:
        return False
    if _BROKEN.search(headline) or words[-1].lower() in lexicon().lists["unfinished"]:
        return False
    lists = lexicon().lists
    if words[0].lower() in lists["first_names"] - lists["places"] and words[1].islower():
        return False
    gerund = words[0].endswith("ing") and progressive_form(words[0].lower()) in lexicon().lists["bases"]
    if gerund or is_pronoun(headline) or _opens_loosely(headline):
        return False
    if _HANGING_END.search(headline) or _OTHERS.match(headline) or _has_loose_pronoun(headline):
        return False
    return not _DANGLING.search(headline) and headline.count("“") == headline.count("”")


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


def _points_back(mention: Mention, subject: str, headline: str) -> bool:
    """Whether the source says "the team" of one that it named before, and the headline could be of any."""
    if any(c.isupper() or c.isdigit() for c in subject):
        return False
    if not re.search(rf"\b(?:the|its|their|his|her) (?:\d{{4}} )?{re.escape(subject)}", mention.clause, re.IGNORECASE):
        return False
    known = subject.split()[-1].lower() in lexicon().lists["known_alone"]
    named = any(word[:1].isupper() or word[:1].isdigit() for word in headline.split()[1:])
    # What surpasses a rival whom it names, on a day of its own, is told although its own name is not in the sentence.
    tells = mention.kind == "milestone" and mention.own_time
    return not known and (not named or (len(subject.split()) == 1 and not tells))


def _score(
    headline: str, mention: Mention, names: Mapping[str, Entity], shared: Counter[str], spread: Counter[str]
) -> float:
    told = [e for e in mention.entities if any(form in headline for form in (names[e].name, *names[e].aliases))]
    weights = sorted((shared[e] / (1 + 0.3 * spread[e]) for e in told), reverse=True)[:2]
    return sum(weights) + (0.6 if mention.own_time else 0.0) + (0.4 if mention.object else 0.0) - 0.015 * len(headline)


def _candidates(mention: Mention, event: Event, names: Mapping[str, Entity], kind: Kind | None) -> Iterator[str]:
    for number, subject in enumerate(_subjects(mention, names)):
        told = mention if number == 0 else replace(mention, plural=False)
        if kind and "respectively" not in mention.clause:
            yield from _from_templates(told, subject, kind)
        if mention.kind == STATEMENT and not mention.passive:
            yield from _remark(told, subject)
        elif clause := _clause(told, subject):
            yield _capital(clause)


def _subjects(mention: Mention, names: Mapping[str, Entity]) -> list[str]:
    """The subject as it stands, and shorter: the name alone."""
    if not mention.subject or mention.subject.lower() in lexicon().lists["unnamed_subjects"]:
        return []
    subject = mention.subject
    tied = lexicon().lists["prepositions"] | lexicon().lists["conjunctions"] | {"to", "both", "all", "half"}
    if any(found["before"] not in tied for found in _INNER_CLAUSE.finditer(subject)):
        return []
    doer = names.get(mention.doer or "")
    if doer and subject in doer.aliases and len(subject) < len(doer.name):
        subject = doer.name
    if (match := _OF_NAME.match(subject)) and mention.kind == "market":
        subject = f"{match['name']} {match['what']}"
    alone = doer is not None and doer.name != subject and is_named_last(subject, doer.name)
    person = doer is not None and doer.kind is EntityKind.PERSON
    bare = not any(part in lexicon().lists["prepositions"] for part in subject.split())
    return [subject, doer.name] if doer and alone and (person or bare) else [subject]


def _from_templates(mention: Mention, subject: str, kind: Kind) -> Iterator[str]:
    figures = {f.kind: f.text for f in reversed(mention.figures)}
    slots = {"subject": subject, "verb": _verb(mention, subject), "object": mention.object or "", **figures}
    # "Closed down 17 percent" says more than "closes 17 percent" would.
    directed = mention.verb in ("close", "open", "end", "finish", "trade")
    # "Falls to 11.3%" is another thing than "falls 11.3%".
    reached = "percent" in figures and f"to {figures['percent']}" in (mention.object or "")
    if mention.modality is not Modality.HAPPENED or mention.passive or directed or reached:
        return
    for template in kind.headlines:
        wanted = [name for _, name, _, _ in Formatter().parse(template) if name]
        if all(slots.get(name) for name in wanted):
            yield _capital(template.format(**slots))


def _verb(mention: Mention, subject: str) -> str:
    return present_tense(mention.verb, mention.plural)


def _clause(mention: Mention, subject: str) -> str:
    """The clause as a headline; empty where its verb needs an object that is not there."""
    rest = (mention.object or "").removeprefix("that ")
    if _is_unsaid(mention, rest):
        return ""
    if not rest and not mention.passive and not mention.bare:
        return ""
    lists = lexicon().lists
    if rest and mention.verb in lists["speech"] and rest.split()[0] in lists["prepositions"]:
        return ""
    if mention.modality is Modality.PLANNED:
        return f"{subject} {_plan(mention, subject)} {rest}".strip()
    if mention.modality is Modality.PREDICTED:
        return f"{subject} expected to {_base(mention)} {rest}".strip()
    if mention.governor in lexicon().lists["resolving"] | {"begin", "start"}:
        return f"{subject} {present_tense(mention.governor or '', mention.plural)} to {_base(mention)} {rest}".strip()
    hedge = "reportedly " if mention.modality is Modality.CLAIMED else ""
    verb = mention.verb if mention.passive else _verb(mention, subject)
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
        # "Writes in a Washington Post op-ed" tells at least where it can be read.
        where = words[:1] == ["in"] and any(word[:1].isupper() for word in rest.split()[1:])
        return not words or (not where and words[0] in lists["prepositions"] | {"to"})
    # "Calls for his extradition": not his own.
    if mention.verb == "call" and re.match(r"(?:for|on) (?:his|her|their) ", rest):
        return True
    if mention.verb in ("deny", "reject", "dismiss") and len(words) == 1 and words[0] in lists["bare_objects"]:
        return True
    # "Orders 55" does not say what of.
    counts = bool(re.fullmatch(r"\d{1,3}", words[-1])) if words else False
    return counts and len(words) == 1 and mention.kind not in ("market", "sport", "milestone", "statement")


def _base(mention: Mention) -> str:
    return f"be {mention.verb}" if mention.passive else mention.verb


def _plan(mention: Mention, subject: str) -> str:
    words = lexicon().lists
    if mention.governor in words["planning"] and mention.governor not in ("schedule", "set", "slate", "due", "expect"):
        return f"{present_tense(mention.governor or '', mention.plural)} to {_base(mention)}"
    return f"to {_base(mention)}"


def _remark(mention: Mention, subject: str) -> Iterator[str]:
    """A remark: what is said, or how somebody or something is called."""
    plural = mention.plural
    told = mention.object or ""
    if not told.startswith("that ") and _is_unsaid(mention, told):
        return
    if told.startswith("that "):
        verb = mention.verb if mention.verb in lexicon().lists["clause_speech"] else "say"
        yield _capital(f"{subject} {present_tense(verb, plural)} {told.removeprefix('that ')}")
    elif told and mention.verb not in lexicon().lists["content_speech"]:
        yield _capital(f"{subject} {present_tense(mention.verb, plural)} {told}")


def _telling_figure(event: Event) -> Figure | None:
    """The amount of money that most articles give, if the event's kind turns on it."""
    if event.kind not in _FIGURED:
        return None
    amounts = [(f.text.lower(), m.article) for m in event.mentions for f in m.figures if f.kind == "money"]
    if not amounts:
        return None
    counts = Counter(text for text, _ in set(amounts))
    if len(counts) > 1 and len({article for _, article in amounts}) == 1:
        return None  # "up to $60 billion, up to $40 billion": none of them is the event's
    top = min(counts, key=lambda text: (-counts[text], -len(text), text))
    figures = (f for m in event.mentions for f in m.figures if f.kind == "money" and f.text.lower() == top)
    return next(figures)


def _with_figure(headline: str, figure: Figure) -> str:
    longer = f"{headline}, {figure.text}"
    told = any(character.isdigit() for character in headline) or "$" in headline
    return headline if told or len(longer) > LONGEST else longer


def _capital(text: str) -> str:
    """The text with its marks closed up and a capital, unless it begins with a name that has its own ("iPhone")."""
    for pattern, closed in _LOOSE_MARKS:
        text = pattern.sub(closed, text)
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]
