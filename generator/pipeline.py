"""The whole program on one page: articles in, a timeline and its pages out.

Every stage is a pure function of values; files are read before and written after. The publication of an article
bounds the events that it reports, and an event that several articles report bounds the publication of those that are
not dated: so the reports are merged twice, first by what each article says of itself, then with what the articles say
of each other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from typing import Protocol, TypeVar

from generator.articles.publication import date_publications
from generator.dates.resolve import resolve_times
from generator.dates.rules import Rules
from generator.dates.tag import tag_times
from generator.errors import Problem
from generator.events.anchors import all_believed, narrow_publications
from generator.events.chronicle import record_events
from generator.events.decisions import apply_decisions, decided_publications
from generator.events.denials import with_negations
from generator.events.disagreements import find_disagreements, find_fact_disagreements
from generator.events.entities import Entities, Named, join_names, names_in
from generator.events.happenings import KindTable
from generator.events.headlines import withheld_mentions, word_headlines
from generator.events.identity import name_events
from generator.events.idle_decisions import needless_datings, needless_reviews, unmatched_notices
from generator.events.mentions import find_mentions
from generator.events.merge import drop_weak, event_of, merge_mentions
from generator.events.people import Roles, roles_of
from generator.events.quotes import choose_quotes
from generator.events.ranking import rank_events, rank_withheld
from generator.events.regroup import regroup_events
from generator.events.topics import topics_of
from generator.history import History
from generator.language.reading import Reading, read_text
from generator.model import Article, Entity, Event, Mention, Omission, Page, Publication, TimeExpression, Timeline
from generator.pages import PAGES
from generator.settings import Settings

Publications = Mapping[str, Publication]
Value = TypeVar("Value")


class Remember(Protocol):
    """Gives what `make` makes of `inputs`, or what it made of the very same inputs before.

    `inputs` spell out everything that the value depends on, the program apart.
    """

    def __call__(self, inputs: Sequence[str], make: Callable[[], Value], /) -> Value:
        """The value; the inputs are compared as they stand."""
        ...


def make_always(_inputs: Sequence[str], make: Callable[[], Value], /) -> Value:
    """Remembers nothing."""
    return make()


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article with all that can be said of it alone: its time expressions and the reading of its sentences."""

    article: Article
    times: tuple[TimeExpression, ...]
    reading: Reading


@dataclass(frozen=True, slots=True)
class _Read:
    """An article with the names in it; `whole` reads it, which need not be done where its mentions are remembered."""

    article: Article
    named: Named
    whole: Callable[[], ReadArticle]


def make_timeline(
    articles: Sequence[Article],
    rules: Rules,
    settings: Settings,
    history: History,
    stamp: date,
    remember: Remember = make_always,
) -> Timeline:
    """The timeline that the articles give, with `history` and what this run, of day `stamp`, adds to it."""
    read = [_read(article, rules, remember) for article in articles]
    entities = join_names([r.named for r in read], settings.entities)
    mentions_of = partial(_mentions, read, entities, settings, rules, remember)
    publications = _publications([r.article for r in read], mentions_of, entities, settings)
    mentions, dropped = mentions_of(publications)
    events, passing = drop_weak(merge_mentions(mentions, publications, entities.named()))
    topics = topics_of([(r.article, r.named) for r in read], entities)
    roles = roles_of([r.named for r in read], entities, publications)
    found, unworded = word_headlines(events, entities.all, settings.kinds, topics, roles)
    omissions = (*dropped, *passing, *withheld_mentions(unworded))
    timeline = _publish(read, entities, topics, roles, publications, found, omissions, settings, history, stamp)
    return replace(timeline, withheld=rank_withheld(unworded, publications))


def make_pages(timeline: Timeline, settings: Settings) -> tuple[Page, ...]:
    """Every page of the site but the handwritten ones."""
    return tuple(page for pages in PAGES for page in pages(timeline, settings))


def read_article(article: Article, rules: Rules) -> ReadArticle:
    """What the text of an article says of itself, without any date: the same for ever for the same text."""
    times = tag_times(article.text, rules)
    return ReadArticle(article, times, read_text(article.id, article.text, times))


def _read(article: Article, rules: Rules, remember: Remember) -> _Read:
    whole = cache(partial(read_article, article, rules))
    inputs = ("names", rules.file.digest, article.id, article.text)
    return _Read(article, remember(inputs, lambda: names_in(whole().reading)), whole)


def _publications(
    articles: Sequence[Article],
    mentions_of: Callable[[Publications], tuple[Sequence[Mention], Sequence[Omission]]],
    entities: Entities,
    settings: Settings,
) -> Publications:
    """When each article was published: by decision, else by its own evidence, then by the other articles'."""
    decided = decided_publications(settings.decisions)
    alone = {**date_publications(articles), **decided}
    for _ in range(2):
        # Rejecting a false date frees an article to be dated by others, which takes a second look.
        if all_believed(alone):
            break
        mentions, _ = mentions_of(alone)
        alone = {**narrow_publications(alone, merge_mentions(mentions, alone, entities.named())), **decided}
    return {article.id: alone[article.id] for article in articles}


def _mentions(
    read: Sequence[_Read],
    entities: Entities,
    settings: Settings,
    rules: Rules,
    remember: Remember,
    publications: Publications,
) -> tuple[list[Mention], list[Omission]]:
    table = KindTable(settings.kinds)
    general = ("mentions", rules.file.digest, repr(settings.kinds), repr(settings.site.date_order))
    mentions: list[Mention] = []
    omissions: list[Omission] = []
    for r in read:
        article, publication = r.article, publications[r.article.id]
        own = (article.id, article.text, repr(publication), entities.answers(article.id))
        find = partial(_mentions_in, r.whole, publication, entities, table, settings.site.date_order)
        found, dropped = remember((*general, *own), find)
        mentions += found
        omissions += dropped
    return mentions, omissions


def _mentions_in(
    whole: Callable[[], ReadArticle],
    publication: Publication,
    entities: Entities,
    table: KindTable,
    date_order: str | None,
) -> tuple[tuple[Mention, ...], tuple[Omission, ...]]:
    read = whole()
    times = resolve_times(read.article.text, read.times, publication.when, date_order)
    return find_mentions(read.reading, times, publication, entities, table)


def _publish(
    read: Sequence[_Read],
    entities: Entities,
    topics: Mapping[str, Entity],
    roles: Roles,
    publications: Publications,
    found: Sequence[Event],
    omissions: Sequence[Omission],
    settings: Settings,
    history: History,
    stamp: date,
) -> Timeline:
    """Name the events, let the editors rule, and say what is left in doubt."""
    articles = {r.article.id: r.article for r in read}
    texts = {article.id: article.text for article in articles.values()}

    named = name_events(found, texts, history)
    remake = partial(_remake, publications, entities, topics, roles, settings)
    regrouped = regroup_events(named, settings.decisions, list(articles.values()), remake)
    events = name_events(regrouped.events, texts, history, by_decision=True)
    events = find_disagreements(events, publications, settings.kinds)
    events = with_negations(events, omissions, texts, entities.all)
    offices = [office for r in read for office in r.named.offices]
    facts = find_fact_disagreements(offices, entities, publications)
    ruled = apply_decisions(events, facts, settings.decisions, list(articles.values()))
    ranked = rank_events(ruled.events, articles, publications)
    shown = choose_quotes(ranked, articles, settings.site.quotes)
    named_in = {entity for event in shown for entity in event.entities}
    after = record_events(history, named, shown, {**regrouped.gone, **ruled.gone}, texts, stamp)
    notices = (
        *regrouped.notices,
        *ruled.notices,
        *unmatched_notices((*regrouped.unmatched, *ruled.unmatched), after),
        *_needless(settings, shown, articles, publications),
    )
    return Timeline(
        title=settings.site.title,
        articles=tuple(articles.values()),
        publications=publications,
        events=shown,
        entities=tuple(entity for entity in entities.all if entity.id in named_in),
        disagreements=ruled.disagreements,
        omissions=tuple(sorted(omissions, key=lambda o: (o.article, o.start, o.end, o.stage, o.reason))),
        notices=tuple(map(str, sorted(notices, key=lambda found: found.line or 0))),
        history=after,
    )


def _remake(
    publications: Publications,
    entities: Entities,
    topics: Mapping[str, Entity],
    roles: Roles,
    settings: Settings,
    mentions: Sequence[Mention],
) -> Event:
    """The event that mentions report which an editor put together, worded if it can be."""
    event = event_of(tuple(mentions), publications)
    worded, _ = word_headlines([event], entities.all, settings.kinds, topics, roles)
    return next(iter(worded), event)


def _needless(
    settings: Settings, shown: Sequence[Event], articles: Mapping[str, Article], publications: Publications
) -> Iterator[Problem]:
    """The decisions that say what the machine says of its own."""
    yield from needless_reviews(settings.decisions, shown, articles, publications)
    dated = decided_publications(settings.decisions)
    own = date_publications([article for name, article in articles.items() if name in dated])
    yield from needless_datings(settings.decisions, own)
