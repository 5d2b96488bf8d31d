"""MEANTIME: the program's merging of marked event words against the corpus's clusters, and the days it gives them."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.events.cat import Document, Marked, read_documents, targets
from benchmarks.events.coreference import Agreement, Clusters
from benchmarks.events.places import Place, Read, date_of, own_times, place_of, read_document
from benchmarks.events.sample import timeline_of
from generator.dates.rules import Rules
from generator.dates.when import day
from generator.events.bounds import bound_by_publication
from generator.events.entities import Entities, join_names, names_in
from generator.events.happenings import KindTable, topic_words
from generator.events.merge import merge_mentions
from generator.events.phrases import phrase_words
from generator.language.forms import Form
from generator.language.lexicon import content_lemma, noun_base
from generator.language.subjects import Phrase
from generator.language.tokens import Token
from generator.model import Article, Basis, Clue, Mention, Modality, Precision, Publication, ResolvedTime, When
from generator.settings_files import general_kinds

Node = tuple[str, str]
_TO_COME = (Form.FUTURE, Form.CONDITIONAL, Form.INFINITIVE)
_ENDINGS = ("ation", "ment", "tion", "sion", "ance", "ing", "al", "er", "or", "ion", "y", "e")


@dataclass(frozen=True, slots=True)
class Word:
    """A marked event word: its document and id there, where it stands, its stem, its gold event and day."""

    node: Node
    read: Read
    place: Place
    marked: Marked
    stem: str
    event: Hashable
    day: date | None


def read_words(folder: Path, instances: Path, rules: Rules) -> tuple[Word, ...]:
    """The event words below a folder of CAT files; days are those of the corpus's list of instances."""
    days = _days(instances)
    documents = (d for part in sorted(folder.iterdir()) if part.is_dir() for d in read_documents(part))
    return tuple(word for document in documents for word in _words(document, days, rules))


def _days(instances: Path) -> Mapping[str, date]:
    """The day of each event of the list that is anchored to one."""
    rows = (line.split("\t") for line in instances.read_text(encoding="utf-8").splitlines())
    times = {row[0]: row[7] for row in rows if len(row) > 7 and row[1] == "EVENT"}
    return {name: date.fromisoformat(time) for name, time in times.items() if len(time) == 10 and time[-2:].isdigit()}


def _words(document: Document, days: Mapping[str, date], rules: Rules) -> Iterator[Word]:
    events = {event.get("m_id", ""): event.get("instance_id") for event in document.markables.iter("EVENT")}
    refers = {source: target for source, target in targets(document, "REFERS_TO") if target in events}
    read = read_document(document, rules)
    for marked in document.marked:
        place = place_of(read, marked.words[0])
        target = refers.get(marked.id)
        if place and target is not None:
            name = events[target]
            stem = _stem(place.sentence.tokens[place.token].lower)
            found = days.get(name) if name else None
            yield Word((document.id, marked.id), read, place, marked, stem, name or (document.id, target), found)


def _stem(word: str) -> str:
    """What "announce", "announced" and "announcement" have in common."""
    lemma = noun_base(content_lemma(word))
    ending = next((e for e in _ENDINGS if lemma.endswith(e) and len(lemma) - len(e) > 3), "")
    return lemma.removesuffix(ending)


def gold_clusters(words: Iterable[Word]) -> Clusters:
    """The words by the event that the corpus gives them."""
    return _grouped((word.event, word.node) for word in words)


def same_stem_same_day(words: Iterable[Word]) -> Clusters:
    """The baseline: words of one stem whose sentences name one day, or whose articles are of one day."""
    return _grouped(((word.stem, _plain_day(word)), word.node) for word in words)


def _plain_day(word: Word) -> date:
    span = word.place.sentence.sentence
    at = word.marked.words[0].start
    inside = (t for t in word.read.times if span.start <= t.expression.start < span.end)
    days = [(abs(t.expression.start - at), t.when) for t in inside if t.when and t.when.precision is Precision.DAY]
    near = min(days, key=lambda pair: pair[0], default=None)
    return near[1].earliest or word.read.document.published if near else word.read.document.published


def merged(words: Sequence[Word]) -> Clusters:
    """The program's merge of a mention for each word; of one event those of one stem are one.

    The program joins sentences that report a happening, while the corpus tells the words of one sentence apart.
    """
    mentions, publications = _mentions(words)
    return _grouped((key, word.node) for key, word in zip(_merged(words, mentions, publications), words, strict=True))


def merged_and_repeated(words: Sequence[Word]) -> Clusters:
    """The same, and within an article also the words of one stem and one day, titles among them.

    What the program holds of remarks and moves of a market stands: they are one only by one speaker, of one share.
    """
    mentions, publications = _mentions(words)
    within = [_within(word, mention) for word, mention in zip(words, mentions, strict=True)]
    across = _merged(words, mentions, publications)
    first: dict[Hashable, int] = {}
    parent = list(range(len(words)))
    for number in range(len(words)):
        for key in (within[number], across[number]):
            _join(parent, first.setdefault(key, number), number)
    return _grouped((_root(parent, number), word.node) for number, word in enumerate(words))


def _within(word: Word, mention: Mention) -> Hashable:
    """What the words of one event have in common within an article."""
    whose = mention.doer or word.node if mention.kind in ("statement", "market") else None
    return word.node[0], word.stem, date_of(word.read, word.place), whose


def _merged(
    words: Sequence[Word], mentions: Sequence[Mention], publications: Mapping[str, Publication]
) -> list[Hashable]:
    """For each word the event that the program joins it to, and its stem."""
    events = merge_mentions(mentions, publications)
    number = {(m.article, m.start, m.core): n for n, event in enumerate(events) for m in event.mentions}
    return [(number[m.article, m.start, m.core], word.stem) for m, word in zip(mentions, words, strict=True)]


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        number = parent[number]
    return number


def _join(parent: list[int], one: int, other: int) -> None:
    parent[max(_root(parent, one), _root(parent, other))] = min(_root(parent, one), _root(parent, other))


def _grouped(pairs: Iterable[tuple[Hashable, Node]]) -> Clusters:
    groups: dict[Hashable, set[Node]] = defaultdict(set)
    for key, node in pairs:
        groups[key].add(node)
    return [frozenset(group) for group in groups.values()]


def _mentions(words: Sequence[Word]) -> tuple[list[Mention], Mapping[str, Publication]]:
    reads = {word.read.document.id: word.read for word in words}
    entities = join_names([names_in(read.reading) for read in reads.values()])
    table = KindTable(general_kinds())
    publications = {
        name: Publication(day(read.document.published), Basis.STATED, "stated") for name, read in reads.items()
    }
    return [_mention(word, entities, table, publications) for word in words], publications


def _mention(word: Word, entities: Entities, table: KindTable, publications: Mapping[str, Publication]) -> Mention:
    """A marked word as the program would keep it: its clause's names, figures, words and time."""
    place, article, sentence = word.place, word.read.document.id, word.place.sentence
    tokens, subject = _clause_of(place)
    start, end = tokens[0].start, tokens[-1].end
    names = [(n.start, entities.of(article, n.text)) for n in sentence.names if start <= n.start < end]
    told_to = sentence.tokens[subject.last - 1].end if subject else start
    trigger = content_lemma(sentence.tokens[place.token].lower)
    modality, when, reason, time = _time_of(word, publications[article])
    return Mention(
        article=article,
        start=sentence.sentence.start,
        end=sentence.sentence.end,
        core=word.marked.words[0].start,
        position=place.position,
        kind=_kind(trigger, table),
        trigger=trigger,
        subject=phrase_words(sentence.tokens, subject) or None if subject else None,
        object=None,
        clause=sentence.text_of(start, end),
        entities=tuple(dict.fromkeys(name for _, name in names if name)),
        figures=tuple(f for f in sentence.figures if start <= f.start < end),
        words=topic_words(tokens),
        modality=modality,
        when=when,
        reason=reason,
        time=time,
        own_time=time is not None,
        by_noun=not place.is_verb,
        doer=next((name for at, name in names if at < told_to), None),
        theme=next((name for at, name in names if at >= told_to), None),
    )


def _clause_of(place: Place) -> tuple[Sequence[Token], Phrase | None]:
    """The tokens of the clause that holds a word, or of the whole sentence, and the clause's subject."""
    tokens = place.sentence.tokens
    if place.clause is None:
        return tokens, None
    clause = place.clauses[place.clause]
    first = min(clause.first, clause.subject.first) if clause.subject else clause.first
    return tokens[first : max(clause.last, first + 1)], clause.subject


def _time_of(word: Word, publication: Publication) -> tuple[Modality, When, str, ResolvedTime | None]:
    """Whether a word tells a deed or a plan, and when: by its clause, else the day of the news or a bound."""
    place = word.place
    to_come = place.clause is not None and place.clauses[place.clause].form in _TO_COME
    modality = Modality.PLANNED if to_come else Modality.HAPPENED
    for time in own_times(word.read, place):
        if time.when:
            return modality, time.when, time.reason, time
    if to_come:
        return modality, *bound_by_publication(modality, publication), None
    return modality, day(word.read.news), "the day of the news", None


def _kind(trigger: str, table: KindTable) -> str:
    kinds = table.verbs.get(trigger) or table.nouns.get(noun_base(trigger)) or [table.other]
    return kinds[0].name


def days_told(words: Sequence[Word], *, with_news: bool) -> Agreement:
    """How often a word of an event of one day is given that day; `with_news` gives what has no time the news's day.

    Precision is over the words that are given a day, recall over all whose event has one.
    """
    given = right = wanted = 0
    for word in words:
        if word.day is None:
            continue
        wanted += 1
        times = [t for t in own_times(word.read, word.place) if t.when and t.when.precision is Precision.DAY]
        found = times[0].when.earliest if times and times[0].when else None
        if found is None and with_news and not own_times(word.read, word.place):
            found = word.read.news
        given += found is not None
        right += found == word.day
    return Agreement(right / given if given else 0.0, right / wanted if wanted else 0.0)


def days_published(words: Sequence[Word]) -> Agreement:
    """The same for the events that the whole program publishes: a word is told by the mention of its clause's verb.

    What is published with bounds, a week or a month, or not at all, counts as not given a day.
    """
    documents = {word.read.document.id: word.read.document for word in words}
    timeline = timeline_of([_article(document) for document in documents.values()])
    told: dict[tuple[str, int, str], set[date]] = defaultdict(set)
    for event in timeline.events:
        if event.when.precision is Precision.DAY and event.when.earliest:
            for mention in event.mentions:
                told[mention.article, mention.start, _stem(mention.trigger)].add(event.when.earliest)
    dated = [word for word in words if word.day]
    found = [(word.day, told.get((word.node[0], word.place.sentence.sentence.start, word.stem))) for word in dated]
    given = [days for _, days in found if days]
    right = sum(bool(days and day in days) for day, days in found)
    return Agreement(right / len(given) if given else 0.0, right / len(found) if found else 0.0)


def _article(document: Document) -> Article:
    title = document.text.partition("\n")[0]
    stated = Clue(Basis.STATED, document.published, "published")
    path = f"corpus/{document.id}.md"
    return Article(document.id, path, "0" * 64, document.text, title, clues=(stated,))
