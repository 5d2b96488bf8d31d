"""Headlines in the machine's own wording: subject, verb in the present tense, object, and the figure that matters."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.events.disagreements import agree, aspect_of
from generator.events.hanging import HAVING_DONE, is_cut_within, is_hanging
from generator.events.moments import CAUSES
from generator.events.people import Roles, in_full, with_role
from generator.events.predicates import HEADLINE_LENGTH
from generator.events.soundness import (
    is_clear,
    is_good,
    is_named,
    is_of_all,
    is_part_of_whole,
    is_vague,
    opens_with_name,
)
from generator.events.wordings import wordings_of
from generator.language.figures import stated_value
from generator.language.lexicon import lexicon, noun_base
from generator.model import Entity, EntityKind, Event, Figure, Mention, Modality, Omission
from generator.settings import Kind

LONGEST = HEADLINE_LENGTH
STAGE = "headlines"
NO_HEADLINE = "no good headline can be made of it"
_RELATIVE = re.compile(r", (?:which|who)\b[^,]*$")
_LAST = re.compile(
    r" (?:for|after|amid|(?<!turn )(?<!hand )(?<!take )over|following|in what"
    rf"|{HAVING_DONE}) "
)
_AFTERMATH = re.compile(r" (?:after|amid|following) ")
_FOR = re.compile(r" for ")
_SAYS_HE = re.compile(r" (?:says?|announces?|adds?|denies|confirms?) (?:he|she) ")
_BESIDE = re.compile(r"\b(?:after|showing|when|while|as|because|and (?:had|has|have|was|were|is|also|then|later)) ")
# "A $20-billion deal".
_HYPHEN = re.compile(r"(?<=\d)-(?=[a-z])")
_IN_PLACE = re.compile(r"\b[Ii]n [A-Z]")
_OPENING_PLACE = re.compile(r"(?:[Ii]n|[Nn]ear|Outside) (?:[a-z]+ )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")
_TELLS_TOLL = re.compile(r"\b(?:kill|die|dead|death|perish|suffocat|injur|wound|toll|surviv)")
_THE_COUNTRY = re.compile(r"\bthe (?:country|nation)\b(?!-| (?:of|that|where|which|with)\b)")
# Who governs some state, in front of a name.
_OF_STATE = re.compile(r"(?:Prime Minister|Premier|President|Chancellor|(?:Finance|Foreign|Health) Minister) [A-Z]")
# Within a day of trading.
_INTRADAY = re.compile(
    r"\b(?:[Aa]s of|by|at) (?P<hour>\d{1,2}[:.]\d\d(?: ?(?:[ap]\.?m\.?|UTC|GMT|EST|EDT|BST|CET)\b)+)"
    r"|\b(?P<part>in (?:early|midday|morning|afternoon|after-hours) trading)\b",
    re.IGNORECASE,
)
_FIGURED = ("launch", "deal", "building", "results", "founding")


def word_headlines(
    events: Sequence[Event],
    entities: Sequence[Entity],
    kinds: Sequence[Kind],
    topics: Mapping[str, Entity],
    roles: Roles,
) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """The events with their headlines, and those for which no good one can be made.

    `topics` are what the articles are about, by the article's id, `roles` what they say that their people are.
    """
    names = {entity.id: entity for entity in entities}
    table = {kind.name: kind for kind in kinds}
    spread = Counter(e for e, _ in {(e, m.article) for event in events for m in event.mentions for e in m.entities})
    worded, unworded = [], []
    for event in events:
        headline = word_headline(event, names, table, spread, topics, roles)
        if headline:
            worded.append(replace(event, headline=headline))
        else:
            unworded.append(event)
    return tuple(worded), tuple(unworded)


def withheld_mentions(events: Sequence[Event]) -> tuple[Omission, ...]:
    """An omission for each mention of the events without a headline."""
    return tuple(Omission(m.article, m.start, m.end, STAGE, NO_HEADLINE) for event in events for m in event.mentions)


def word_headline(
    event: Event,
    names: Mapping[str, Entity],
    kinds: Mapping[str, Kind],
    spread: Counter[str],
    topics: Mapping[str, Entity],
    roles: Roles,
) -> str | None:
    """The best headline that the mentions of an event give; None if none is good.

    Best is one from a source that dates the event, that names who and what most mentions name, whose figures are not
    an outlier's, and that is short.
    """
    told = _Told(
        shared=Counter(e for e, _ in {(e, m.article) for m in event.mentions for e in m.entities}),
        themes=Counter(theme for theme, _ in {(m.theme, m.article) for m in event.mentions if m.theme}),
        doers=Counter(doer for doer, _ in {(m.doer, m.article) for m in event.mentions if m.doer}),
        figures=tuple((f, m.article) for m in event.mentions for f in m.figures),
        spread=spread,
    )
    best: tuple[float, str] | None = None
    for mention in event.mentions:
        if _is_only_place(mention, names) or mention.goes_on or (mention.weak and event.mentions[0] is not mention):
            continue
        headline = next(_sound(mention, names, kinds.get(mention.kind), topics.get(mention.article)), None)
        if headline is None:
            continue
        headline = with_role(headline, mention, names, roles)
        score = told.score(headline, mention, names, event.modality)
        if best is None or score > best[0] + 1e-9:
            best = (score, headline)
    if best is None:
        return None
    figure = _telling_figure(event)
    return _with_figure(best[1], figure) if figure else _with_toll(best[1], event)


def _is_only_place(mention: Mention, names: Mapping[str, Entity]) -> bool:
    """Whether a place stands for its market: "Australia drops 8.4%" means its shares."""
    doer = names.get(mention.doer or "")
    return (
        mention.kind == "market" and doer is not None and doer.kind is EntityKind.PLACE and mention.subject == doer.name
    )


def _sound(mention: Mention, names: Mapping[str, Entity], kind: Kind | None, topic: Entity | None) -> Iterator[str]:
    """The wordings of a mention that can stand alone, the best first.

    One that names nobody opens with what its article is about ("Ghana: new president to be sworn in").
    """
    forms = [form for e in mention.entities for form in (names[e].name, *names[e].aliases)]
    persons = (EntityKind.PERSON, EntityKind.OTHER)
    people = [f for e in mention.entities if names[e].kind in persons for f in (names[e].name, *names[e].aliases)]
    here = [names[e] for e in mention.entities if names[e].kind is EntityKind.PLACE]
    places = tuple(form for place in here for form in (place.name, *place.aliases))
    part = is_part_of_whole(mention, names)
    whose = topic is not None and topic.kind is not EntityKind.PLACE and part
    body = names.get(mention.doer or "")
    for words in wordings_of(mention, names, kind):
        words = _with_country(words, topic)
        if _SAYS_HE.search(words) and (_is_body(body) or (mention.subject or "").split()[-1].islower()):
            continue  # "The administration says he will drop it"
        known = mention.doer or is_named(words, forms) or opens_with_name(mention) or is_of_all(words, mention.kind)
        known = known and not (whose and topic and topic.name not in words)
        others = (names[e] for e in mention.entities if names[e].kind is not EntityKind.PLACE)
        if (
            part
            and topic is None
            and all(e.kind is EntityKind.OTHER and e.name in (mention.subject or "") for e in others)
        ):
            continue  # "Atlanta plants to be closed": nothing tells whose.
        about = None if known else _only_place(mention, names) or _topic_of(mention, topic, names)
        about = about or _whose_body(body, words, mention, names, topic)
        if not known and (about is None or not is_good(words, least=2)):
            continue
        headline = _fitted(f"{about}: {_inner(words, forms)}") if about else words
        headline = in_full(headline, mention, names, topic) or ""
        if not headline:
            continue
        subject = mention.subject or ""
        if is_hanging(headline, subject, places):
            # "Sues Norland | over the shelling"
            headline = headline[: max((found.start() for found in _LAST.finditer(headline)), default=0)]
        elif not is_good(headline):
            headline = _without_end(headline, mention)
        if not headline or is_hanging(headline, subject, places) or _is_cut_to_verb(headline, words, mention):
            continue
        if is_cut_within(headline, mention.clause):
            continue
        headline = _with_hour(headline, mention)
        if is_good(headline) and is_clear(mention, headline, [*forms, about or ""], people):
            yield headline


def _without_end(headline: str, mention: Mention) -> str:
    """A headline without what it says at its end of what came before, or of what its verb does not need.

    "Tightens its laws | after the murder", "declares an emergency | for both fires".
    """
    if aftermath := list(_AFTERMATH.finditer(headline)):
        return headline[: aftermath[-1].start()]
    lists = lexicon().lists
    needs = {*lists["needs_for"], *lists["reasoned_verbs"], *lists["speech"]} - {"declare"}
    if (
        mention.verb in needs
        or mention.passive
        or len(headline) > LONGEST
        or not (ends := list(_FOR.finditer(headline)))
    ):
        return headline
    shorter = headline[: ends[-1].start()]
    bare = lists["bare_nouns"] | lists["said_by_others"] | lists["effort_nouns"]
    return headline if noun_base(shorter.split()[-1]) in bare else shorter


def _with_country(words: str, topic: Entity | None) -> str:
    """A wording with the country that its article is about in place of "the country"."""
    about = topic is not None and topic.kind is EntityKind.PLACE and topic.name.lower() in lexicon().lists["countries"]
    if topic is None or not about or topic.name in words:
        return words
    return _THE_COUNTRY.sub(topic.name, words)


def _with_hour(headline: str, mention: Mention) -> str:
    """A headline of a move that was only one of an hour of trading with that hour ("falls 3.16% by 16:08 UTC")."""
    found = _INTRADAY.search(mention.clause) if mention.kind == "market" else None
    if found is None:
        return headline
    when = f"by {found['hour']}" if found["hour"] else found["part"]
    longer = f"{headline} {when}"
    return longer if len(longer) <= LONGEST and when not in headline else headline


def _is_cut_to_verb(headline: str, words: str, mention: Mention) -> bool:
    """Whether what was cut leaves only who did it and the verb ("Amnesty calls | for an inquiry")."""
    return len(headline) < len(words) and headline.split()[-1] in (
        mention.verb,
        f"{mention.verb}s",
        f"{mention.verb}es",
    )


def _whose_body(
    body: Entity | None, words: str, mention: Mention, names: Mapping[str, Entity], topic: Entity | None
) -> str | None:
    """What a headline must open with that names only a body which every state has, or something of its topic.

    "Puerto Rico: Senate to meet", "Bahamas: Prime Minister Rui Costa urges …", "Orbita: data recorder found in Lund".
    """
    if topic is None or topic.name in words or any(form in words for form in topic.aliases):
        return None
    subject = mention.subject or ""
    elsewhere = [names[e] for e in mention.entities if names[e].kind is EntityKind.PLACE and e != topic.id]
    if topic.kind is EntityKind.PLACE:
        general = body is not None and body.name.lower() in lexicon().lists["state_bodies"]
        heads = (
            _OF_STATE.match(words) is not None and not elsewhere and topic.name.lower() in lexicon().lists["countries"]
        )
        return topic.name if general or heads else None
    thing = (
        mention.definite
        and mention.kind not in CAUSES
        and subject.replace(" ", "").isalpha()
        and subject.islower()
        and mention.kind != "market"
    )
    return topic.name if thing and body is None and not is_vague(mention) else None


def _is_body(entity: Entity | None) -> bool:
    return entity is not None and entity.kind in (EntityKind.ORGANISATION, EntityKind.PLACE)


def _inner(words: str, names: Sequence[str]) -> str:
    """Words as they stand behind a colon: with a small letter, unless they open with a name."""
    first, lists = re.sub(r"[’']s?$", "", words.split()[0]), lexicon().lists
    named = any(first in name.split() for name in names) or first.lower() in lists["places"] | lists["nationalities"]
    plain = not named and not _OF_STATE.match(words) and not words[1:2].isupper()
    return f"{words[:1].lower()}{words[1:]}" if plain else words


def _fitted(headline: str) -> str:
    """A headline without the phrases at its end that say why or after what, as far as it is too long."""
    while len(headline) > LONGEST and (ends := [found.start() for found in _LAST.finditer(headline)]):
        headline = headline[: ends[-1]]
    return headline


def _topic_of(mention: Mention, topic: Entity | None, names: Mapping[str, Entity]) -> str | None:
    """The name of what an article is about, unless the mention could still be of one of many.

    What befell many is told of a place: nobody knows it by a person whom its article names.
    """
    if topic is None:
        return None
    elsewhere = any(names[e].kind is EntityKind.PLACE and e != topic.id for e in mention.entities)
    if topic.kind is EntityKind.PLACE and elsewhere and _IN_PLACE.search(mention.clause):
        return None  # "In Iowa and New Hampshire" tells nothing of Nevada.
    if mention.kind in CAUSES:
        return topic.name if topic.kind in (EntityKind.PLACE, EntityKind.OTHER) else None
    return None if is_vague(mention) else topic.name


def _only_place(mention: Mention, names: Mapping[str, Entity]) -> str | None:
    """The one place that a mention names, if its words say that it happened there."""
    opening = _OPENING_PLACE.match(mention.clause)
    opened = [names[e] for e in mention.entities if opening and opening[1] in (names[e].name, *names[e].aliases)]
    if opened and opened[0].kind in (EntityKind.PLACE, EntityKind.OTHER):
        return opened[0].name  # "In Merov the police arrested two builders"
    if mention.kind not in CAUSES and not mention.own_time:
        return None
    there = [names[e] for e in mention.entities if _happened_in(mention, names[e])]
    # "In Paris, France".
    there = [p for p in there if not any(f"{other.name}, {p.name}" in mention.clause for other in there)]
    return there[0].name if len(there) == 1 else None


def _happened_in(mention: Mention, entity: Entity) -> bool:
    """Whether the words of a mention put it in a place, known as one or called one ("in the town of Lund")."""
    if entity.kind not in (EntityKind.PLACE, EntityKind.OTHER):
        return False
    forms = "|".join(re.escape(form) for form in (entity.name, *entity.aliases))
    if re.search(rf"\b(?:city|town|village|port|suburb|district) of (?:{forms})\b", mention.clause):
        return True
    verbs = "|hit|struck|rocked|shook" if mention.kind in CAUSES else ""
    there = re.search(rf"\b(?:in|near|at|off|outside{verbs}) (?:[a-z]+ )?(?:{forms})\b", mention.clause)
    return entity.kind is EntityKind.PLACE and there is not None


@dataclass(frozen=True, slots=True)
class _Told:
    """What the mentions of an event tell together: how many articles name whom, as doer or otherwise, and figures.

    `spread` counts for each entity the articles of the corpus that name it.
    """

    shared: Counter[str]
    themes: Counter[str]
    doers: Counter[str]
    figures: Sequence[tuple[Figure, str]]
    spread: Counter[str]

    def score(self, headline: str, mention: Mention, names: Mapping[str, Entity], modality: Modality) -> float:
        """How well a headline tells the event of a modality of which one mention gives it."""
        named = [e for e in mention.entities if any(form in headline for form in (names[e].name, *names[e].aliases))]
        weights = sorted((self.shared[e] / (1 + 0.3 * self.spread[e]) for e in named), reverse=True)[:2]
        score = sum(weights) - (1.0 if mention.modality is not modality else 0.0)
        score += (0.6 if mention.own_time else 0.0) + (0.4 if mention.object else 0.0)
        score += 0.5 * (self.doers[mention.doer] - 1) if mention.doer else 0.0
        score += 0.8 if mention.theme and self.themes[mention.theme] > 1 else 0.0
        # What struck tells more than whom it killed.
        score -= 0.8 if mention.trigger != mention.verb and mention.verb in lexicon().lists["toll_verbs"] else 0.0
        told = [f for f in mention.figures if f.text in headline]
        score += 0.3 if any(f.kind != "count" for f in told) else 0.0
        score -= sum(1.0 for f in told if self._is_outlier(f))
        return score - 0.015 * len(headline)

    def _is_outlier(self, figure: Figure) -> bool:
        """Whether more articles give another figure of the same than one that agrees with it."""
        alike = [(f, a) for f, a in self.figures if (f.kind, f.unit) == (figure.kind, figure.unit)]
        with_it = {article for f, article in alike if agree(f, figure)}
        return len({article for _, article in alike} - with_it) > len(with_it)


def _telling_figure(event: Event) -> Figure | None:
    """The amount of money that most articles give, if the event's kind turns on it."""
    if event.kind not in _FIGURED:
        return None
    told = [(f, m) for m in event.mentions for f in m.figures if f.kind == "money" and not _is_aside(f, m)]
    amounts = [(f.text.lower(), m.article) for f, m in told]
    if not amounts:
        return None
    counts = Counter(text for text, _ in set(amounts))
    if len(counts) > 1 and len({article for _, article in amounts}) == 1:
        return None  # "up to $60 billion, up to $40 billion": none of them is the event's
    top = min(counts, key=lambda text: (-counts[text], -len(text), text))
    return next(f for f, _ in told if f.text.lower() == top)


def _with_toll(headline: str, event: Event) -> str:
    """A headline of a disaster or the like with how many it killed, or else injured, as most of its articles say.

    Of counts that as many give the highest is the last, as tolls rise.
    """
    if event.kind not in CAUSES or event.modality is not Modality.HAPPENED or _TELLS_TOLL.search(headline):
        return headline
    for aspect, doing in (("killed", "killing"), ("injured", "injuring")):
        told = [(f, m.article) for m in event.mentions for f in m.figures if aspect_of(m, f) == aspect and _counts(f)]
        if told:
            support = {f.text: len({a for g, a in told if agree(f, g)}) for f, _ in told}
            figure = max((f for f, _ in told), key=lambda f: (support[f.text], stated_value(f), f.text))
            longer = f"{headline}, {doing} {figure.text[:1].lower()}{figure.text[1:]}"
            return longer if len(longer) <= LONGEST else headline
    return headline


def _counts(figure: Figure) -> bool:
    """Whether a figure counts people, and more than one."""
    people = lexicon().lists["person_nouns"] | {"people", "person", "worker", "employee", "civilian", "passenger"}
    return figure.kind == "count" and figure.unit in people and stated_value(figure) > 1


def _is_aside(figure: Figure, mention: Mention) -> bool:
    """Whether an amount is of another deed: "Delphi, which put $8 million into Parcello, sold its stake".

    So it is behind what only came before or with the deed: "resigned after police took away $130,000".
    """
    before, _, after = mention.clause.partition(figure.text)
    return (bool(_RELATIVE.search(before)) and "," in after) or _BESIDE.search(before) is not None


def _with_figure(headline: str, figure: Figure) -> str:
    longer = f"{headline}, {_HYPHEN.sub(' ', figure.text)}"
    told = any(character.isdigit() for character in headline) or "$" in headline
    return headline if told or len(longer) > LONGEST else longer
