"""What a sentence takes over from those before it: whom "he" and "the company" mean, and which happening goes on."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from generator.events.agreement import is_plural
from generator.events.entities import Entities
from generator.events.happenings import STATEMENT
from generator.events.moments import CAUSES
from generator.events.phrases import is_pronoun, phrase_words
from generator.events.sessions import period_after, session_after
from generator.language.clauses import Clause, Role
from generator.language.lexicon import lexicon
from generator.language.reading import SentenceReading
from generator.language.subjects import Phrase
from generator.language.tokens import Tag
from generator.model import EntityKind, Mention, Name, Precision, ResolvedTime, When

_COMPANY = re.compile(
    r"^(?:company|firm|startup|start-up|carmaker|automaker|airline|manufacturer|bank|corporation|retailer)"
    r"((?:[’']s .*)?)$"
)
# A sentence may go on about one that stands so many sentences before.
REACH = 2
# What an article tells in so many sentences is what it opens with.
_OPENING = 3
# A paragraph of no more sentences hands its persons and things on to the next.
_SHORT_PARAGRAPH = 3


@dataclass(frozen=True, slots=True)
class Story:
    """What is known of a paragraph when its next sentence begins.

    The mentions of the last sentence that had any, the last thing that was a subject or was done something to, the
    last subject that can be "the company", the last person, and the last subject that is many. `latest` is what the
    sentence before dated last, `remark` the last remark that was dated, `session` the day of trading that the article
    reports, `period` the month or quarter of which it gives sales, `cause` the disaster or the like that it opens with;
    `sentences` counts those of the paragraph; `bodies` are the names of the article so far that end with what they are
    ("Harland Bank"), `entry` the day that a paragraph opens with as its heading.
    """

    paragraph: int = -1
    mentions: tuple[Mention, ...] = ()
    thing: str | None = None
    maker: str | None = None
    person: str | None = None
    people: str | None = None
    latest: Mention | None = None
    remark: Mention | None = None
    session: ResolvedTime | None = None
    period: ResolvedTime | None = None
    sentences: int = 0
    bodies: tuple[str, ...] = ()
    cause: Mention | None = None
    entry: ResolvedTime | None = None


def next_paragraph(story: Story, paragraph: int) -> Story:
    """The story as a new paragraph begins: whom it is about goes on after a short one, times do not."""
    if story.sentences > _SHORT_PARAGRAPH:
        own = Story(paragraph, session=story.session, period=story.period, bodies=story.bodies)
        return replace(own, latest=story.latest, remark=story.remark, cause=story.cause)
    return replace(story, paragraph=paragraph, mentions=(), sentences=0, entry=None)


def within(story: Story, sentence: SentenceReading, phrase: Phrase, article: str, entities: Entities) -> Story:
    """The story as a phrase inside a sentence finds it: who was named or told of before it there comes first."""
    start = sentence.tokens[phrase.first].start
    people = {
        entities.of(article, n.text): n.text
        for n in sentence.names
        if n.end <= start and _is_person(n, article, entities)
    }
    before = [c for c in sentence.clauses if c.subject and c.subject.last <= phrase.first]
    for clause in before:
        story = replace(story, people=_many(sentence, clause.subject) or story.people)
    story = replace(story, thing=_thing_within(sentence, before, start, story.thing, people.values()))
    if any(_is_of_somebody(sentence, clause.subject) for clause in before):
        return replace(story, person=None)
    return replace(story, person=next(iter(people.values())) if len(people) == 1 else None) if people else story


def _thing_within(
    sentence: SentenceReading, before: Sequence[Clause], start: int, thing: str | None, people: Collection[str]
) -> str | None:
    """What "it" at an offset means after other clauses of its sentence: the one name that they are told of, no person.

    None where they are told of more, or of what has no name; `thing` where they are told of nothing but `people`.
    """
    told = [phrase_words(sentence.tokens, c.subject) for c in before if c.subject and c.role is not Role.RELATIVE]
    things = [words for words in told if words and words not in people and not is_pronoun(words)]
    if not things:
        return thing
    one = len(set(things)) == 1 and any(n.text == things[0] for n in sentence.names)
    # "Boeing has had orders for the 777 since it was announced": either.
    after = sentence.tokens[before[-1].group.last - 1].end
    others = [n for n in sentence.names if after <= n.start < start and n.kind is not EntityKind.PLACE]
    return things[0] if one and all(n.text in people for n in others) else None


def _is_of_somebody(sentence: SentenceReading, phrase: Phrase | None) -> bool:
    """Whether a subject is a person without a name, whoever else it names ("a juror in Alex Murdaugh's trial")."""
    own = sentence.tokens[phrase.first : phrase.last] if phrase else []
    head = next((k for k, t in enumerate(own) if k and t.tag is Tag.PREPOSITION), len(own)) - 1
    if head < 0 or own[0].lower not in ("a", "an", "one", "another"):
        return False
    lists = lexicon().lists
    return own[head].lower in lists["person_nouns"] | lists["offices"] | lists["titles"] | lists["anybody"]


def _many(sentence: SentenceReading, phrase: Phrase | None) -> str | None:
    """A subject with a name of which "they" may be said, in words; None if it is one, or itself a pronoun."""
    if phrase is None:
        return None
    words, (start, end) = phrase_words(sentence.tokens, phrase), offsets(sentence, phrase)
    named = [n.text for n in sentence.names if start <= n.start < end]
    return words if named and not is_pronoun(words) and is_plural(words, named) else None


def told_by(story: Story, sentence: SentenceReading, clause: Clause) -> Story | None:
    """The story as what somebody says finds it: "he" and "it" are who says so ("Jobs said that his company …")."""
    # "BioNTech said it aims to start trials": who starts them is who aims to.
    while clause.role is Role.INFINITIVE and clause.governor is not None:
        clause = sentence.clauses[clause.governor]
    above = sentence.clauses[clause.governor] if clause.governor is not None else None
    if clause.role is not Role.CONTENT or above is None or above.subject is None:
        return None
    start, end = offsets(sentence, above.subject)
    named = [n for n in sentence.names if start <= n.start < end]
    if len(named) != 1 or named[0].end != end:
        return None
    name = named[0]
    if name.kind is EntityKind.PERSON:
        return replace(story, person=name.text)
    return replace(story, person=name.text, thing=name.text, maker=name.text)


def antecedent_of(story: Story, pronoun: str) -> str | None:
    """The name that a pronoun stands for, or None if the story does not tell."""
    first, _, rest = pronoun.partition(" ")
    word = first.lower()
    if rest.startswith("and ") or (rest and word in ("he", "she", "they")):
        return None  # "They say Rui Costa …"
    if word in ("he", "she", "his", "her"):
        name = story.person if _may_be(story.person, woman=word in ("she", "her")) else None
    elif word == "they":
        name = story.people
    else:
        name = story.thing if word in ("it", "its") else None
    if name is None or not rest:
        return name
    return f"{name} {rest}" if rest.split()[-1] in lexicon().lists["held_nouns"] else f"{name}’s {rest}"


def _may_be(name: str | None, *, woman: bool) -> bool:
    """Whether "she", or else "he", may be said of somebody of that name."""
    first = name.split()[0].lower() if name else ""
    lists = lexicon().lists
    if first in lists["women"]:
        return woman
    told = first in lists["men"] or (first in lists["first_names"] and len((name or "").split()) > 1)
    return not woman or not told or first in lists["either_sex"]


def own_name(sentence: SentenceReading, phrase: Phrase) -> str | None:
    """The name that a subject ends with though it opens with a pronoun ("its rival Borea"), or None."""
    start, end = offsets(sentence, phrase)
    own = sentence.tokens[phrase.first : phrase.last]
    if any(t.tag is Tag.PREPOSITION for t in own):
        return None
    return next((n.text for n in sentence.names if start < n.start and n.end == end), None)


def is_company(subject: str) -> bool:
    """Whether a subject is "the company" or the like."""
    return _COMPANY.match(subject) is not None


def with_company(story: Story, sentence: SentenceReading, phrase: Phrase, subject: str) -> str:
    """The subject with "the company" as its name, where only one can be meant: in the sentence, else in the story."""
    if body := _body(story, sentence, phrase, subject):
        return body
    match = _COMPANY.match(subject)
    if not match:
        return subject
    start = sentence.tokens[phrase.first].start
    before = [n.text for n in sentence.names if n.start < start and n.kind is EntityKind.ORGANISATION]
    named = dict.fromkeys(before or ([story.maker] if story.maker else []))
    return f"{next(iter(named))}{match[1]}" if len(named) == 1 else subject


def company_before(story: Story, sentence: SentenceReading, offset: int) -> str | None:
    """The company that "the company" after an offset means, where only one can be: in the sentence, else the story."""
    bodies = (EntityKind.ORGANISATION, EntityKind.OTHER)
    before = [n.text for n in sentence.names if n.end <= offset and n.kind in bodies]
    named = dict.fromkeys(before or ([story.maker] if story.maker else []))
    return next(iter(named)) if len(named) == 1 else None


def _body(story: Story, sentence: SentenceReading, phrase: Phrase, subject: str) -> str | None:
    """The one name before of which "the bank" is the last word ("Harland Bank")."""
    definite = sentence.tokens[phrase.first].lower == "the"
    lists = lexicon().lists
    if not definite or subject not in lists["organisation_words"] or subject in lists["many_alike"]:
        return None
    start = sentence.tokens[phrase.first].start
    before = [*story.bodies, *(n.text for n in sentence.names if n.end <= start)]
    named = {name for name in before if " " in name and name.split()[-1].lower() == subject}
    return next(iter(named)) if len(named) == 1 else None


def after_sentence(
    story: Story,
    article: str,
    sentence: SentenceReading,
    found: Sequence[Mention],
    times: Sequence[ResolvedTime],
    entities: Entities,
    publication: When,
) -> Story:
    """The story as it stands after a sentence in which `found` were mentioned and `times` were named."""
    person = _person(story, sentence, article, entities)
    thing, maker = _subjects(story, sentence, article, entities)
    told = tuple(m for m in found if not m.weak)
    return replace(
        story,
        mentions=told or story.mentions,
        thing=thing,
        maker=maker,
        person=person,
        people=_they(story, sentence),
        latest=next((m for m in reversed(told) if m.own_time), None),
        remark=next((m for m in reversed(told) if m.kind == STATEMENT and m.time), story.remark),
        session=session_after(story.session, sentence, told, times),
        period=period_after(story.period, sentence, times, publication),
        bodies=(*story.bodies, *_bodies(story, sentence)),
        cause=story.cause or next((m for m in told if m.kind in CAUSES and m.time and m.position < _OPENING), None),
        sentences=story.sentences + 1,
        entry=story.entry or (_entry(sentence, times) if not story.sentences else None),
    )


def _entry(sentence: SentenceReading, times: Sequence[ResolvedTime]) -> ResolvedTime | None:
    """The day that opens a paragraph as its heading ("Oct. 6, 1923: First football game.")."""
    opening = sentence.tokens[:2]
    if len(opening) < 2 or opening[0].tag is not Tag.TIME or opening[1].text != ":":
        return None
    own = next((t for t in times if t.expression.start == opening[0].start), None)
    return own if own and own.when and own.when.precision is Precision.DAY else None


def _bodies(story: Story, sentence: SentenceReading) -> list[str]:
    """The names of a sentence, new to the story, whose last word says what they are."""
    words = lexicon().lists["organisation_words"]
    named = dict.fromkeys(n.text for n in sentence.names if n.text.split()[-1].lower() in words)
    return [name for name in named if name not in story.bodies]


def _person(story: Story, sentence: SentenceReading, article: str, entities: Entities) -> str | None:
    """Whom "he" and "she" mean after a sentence: the one person that it names, if its subject is no other."""
    named = {entities.of(article, n.text): n.text for n in sentence.names if _is_person(n, article, entities)}
    if len(named) > 1:
        return None
    main = next((c for c in sentence.clauses if c.role is Role.MAIN and c.subject), None)
    if main and main.subject:
        start, end = offsets(sentence, main.subject)
        kinds = (EntityKind.PERSON, EntityKind.OTHER)
        subjects = [n for n in sentence.names if start <= n.start < end and n.kind in kinds]
        own = sentence.tokens[main.subject.first : main.subject.last]
        lists = lexicon().lists
        if not subjects and any(t.lower in lists["offices"] or t.lower in lists["person_nouns"] for t in own):
            return None
        others = [n.text for n in subjects if entities.of(article, n.text) not in named]
        if others:
            return others[0] if not named and _may_be_person(others[0]) else None
    return _titled(sentence, next(iter(named.values()))) if named else story.person


def _titled(sentence: SentenceReading, name: str) -> str:
    """A surname with the title before it that tells whether "she" may be said of it ("Lord Brackley")."""
    tokens, lists = sentence.tokens, lexicon().lists
    start = next((n.start for n in sentence.names if n.text == name), -1)
    before = next((i for i, t in enumerate(tokens) if t.start == start), 0) - 1
    title = tokens[before - 1] if before > 0 and tokens[before].text == "." else tokens[max(before, 0)]
    told = before >= 0 and " " not in name and title.lower in lists["men"] | lists["women"]
    return f"{title.text} {name}" if told and title.lower in lists["titles"] else name


def _they(story: Story, sentence: SentenceReading) -> str | None:
    """Whom "they" means after a sentence: its subject if that is many; nobody, if it is somebody else."""
    main = next((c for c in sentence.clauses if c.role is Role.MAIN and c.subject), None)
    if main is None or main.subject is None:
        return story.people
    if is_pronoun(phrase_words(sentence.tokens, main.subject)):
        return story.people
    return _many(sentence, main.subject)


def _may_be_person(name: str) -> bool:
    """Whether a name of unknown kind is like that of a person: two or three words, none of which means something."""
    words, lists = name.lower().split(), lexicon().lists
    meant = ("adjectives", "bases", "common_nouns", "nationalities", "organisation_words", "places")
    return len(words) in (2, 3) and not any(word in lists[known] for word in words for known in meant)


def _is_person(name: Name, article: str, entities: Entities) -> bool:
    return name.kind is EntityKind.PERSON or entities.is_person(article, name.text)


def _is_somebody(name: Name, article: str, entities: Entities) -> bool:
    """Whether a name is of a person where it stands, or the surname of one named elsewhere."""
    surname = " " not in name.text and entities.is_person(article, name.text)
    return name.kind is EntityKind.PERSON or surname


def _subjects(
    story: Story, sentence: SentenceReading, article: str, entities: Entities
) -> tuple[str | None, str | None]:
    """What "it" and "the company" mean after a sentence: its subject, or if that is a person what follows the verb."""
    main = next((c for c in sentence.clauses if c.role is Role.MAIN and c.subject), None)
    if main is None or main.subject is None:
        return story.thing, story.maker
    words = phrase_words(sentence.tokens, main.subject)
    if is_pronoun(words):
        return story.thing, story.maker
    start, end = offsets(sentence, main.subject)
    kinds = {n.kind for n in sentence.names if start <= n.start < end}
    if any(_is_somebody(n, article, entities) for n in sentence.names if start <= n.start < end):
        after = [n.text for n in _objects(sentence, main) if not _is_somebody(n, article, entities)]
        return (after[0] if after else None), story.maker
    own = sentence.tokens[main.subject.first : main.subject.last]
    named = own[-1].tag is Tag.NAME and not any(t.tag is Tag.PREPOSITION for t in own)
    thing = words if named else None
    return thing, None if kinds & {EntityKind.PRODUCT, EntityKind.PLACE} else thing


def _objects(sentence: SentenceReading, clause: Clause) -> list[Name]:
    """The names that something is done to: those between a verb and the first preposition after it."""
    tokens, last = sentence.tokens, clause.group.last
    while last < clause.last and tokens[last].tag is not Tag.PREPOSITION:
        last += 1
    if last == clause.group.last:
        return []
    start, end = tokens[clause.group.last].start, tokens[last - 1].end
    return [n for n in sentence.names if start <= n.start < end]


def offsets(sentence: SentenceReading, phrase: Phrase) -> tuple[int, int]:
    """Where a phrase begins and ends in the article."""
    return sentence.tokens[phrase.first].start, sentence.tokens[phrase.last - 1].end
