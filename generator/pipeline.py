"""The whole program on one page: articles in, a timeline and its pages out.

Every stage is a pure function of values; files are read before and written after. The publication of an article
bounds the events that it reports, and an event that several articles report bounds the publication of those that are
not dated: so the reports are merged twice, first by what each article says of itself, then with what the articles say
of each other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.articles.publication import date_publications
from generator.dates.resolve import resolve_times
from generator.dates.rules import Rules
from generator.dates.tag import tag_times
from generator.events.anchors import all_believed, narrow_publications
from generator.events.chronicle import record_events
from generator.events.decisions import apply_decisions, decided_publications
from generator.events.disagreements import find_disagreements, find_fact_disagreements
from generator.events.entities import Entities, join_names
from generator.events.happenings import KindTable
from generator.events.headlines import word_headlines
from generator.events.identity import name_events
from generator.events.idle_decisions import needless_datings, needless_reviews, unmatched_notices
from generator.events.mentions import find_mentions
from generator.events.merge import drop_weak, event_of, merge_mentions
from generator.events.quotes import choose_quotes
from generator.events.ranking import rank_events
from generator.events.regroup import regroup_events
from generator.history import History
from generator.language.reading import Reading, read_text
from generator.model import Article, Event, Mention, Omission, Page, Publication, TimeExpression, Timeline
from generator.pages import PAGES
from generator.settings import Settings

Publications = Mapping[str, Publication]


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article with all that can be said of it alone: its time expressions and the reading of its sentences."""

    article: Article
    times: tuple[TimeExpression, ...]
    reading: Reading


def make_timeline(
    articles: Sequence[Article], rules: Rules, settings: Settings, history: History, stamp: date
) -> Timeline:
    """The timeline that the articles give, with `history` and what this run, of day `stamp`, adds to it."""
    read = [read_article(article, rules) for article in articles]
    entities = join_names([r.reading for r in read], settings.entities)
    publications = _publications(read, entities, settings)
    mentions, dropped = _mentions(read, publications, entities, settings)
    events, passing = drop_weak(merge_mentions(mentions, publications))
    found, unworded = word_headlines(events, entities.all, settings.kinds)
    return _publish(read, entities, publications, found, (*dropped, *passing, *unworded), settings, history, stamp)


def make_pages(timeline: Timeline, settings: Settings) -> tuple[Page, ...]:
    """Every page of the site but the handwritten ones."""
    return tuple(page for pages in PAGES for page in pages(timeline, settings))


def read_article(article: Article, rules: Rules) -> ReadArticle:
    """What the text of an article says of itself, without any date: the same for ever for the same text."""
    times = tag_times(article.text, rules)
    return ReadArticle(article, times, read_text(article.id, article.text, times))


def _publications(read: Sequence[ReadArticle], entities: Entities, settings: Settings) -> Publications:
    """When each article was published: by decision, else by its own evidence, then by the other articles'."""
    decided = decided_publications(settings.decisions)
    alone = {**date_publications([r.article for r in read]), **decided}
    for _ in range(2):
        # Rejecting a false date frees an article to be dated by others, which takes a second look.
        if all_believed(alone):
            break
        mentions, _ = _mentions(read, alone, entities, settings)
        alone = {**narrow_publications(alone, merge_mentions(mentions, alone)), **decided}
    return {r.article.id: alone[r.article.id] for r in read}


def _mentions(
    read: Sequence[ReadArticle], publications: Publications, entities: Entities, settings: Settings
) -> tuple[list[Mention], list[Omission]]:
    table = KindTable(settings.kinds)
    mentions: list[Mention] = []
    omissions: list[Omission] = []
    for r in read:
        publication = publications[r.article.id]
        times = resolve_times(r.article.text, r.times, publication.when, settings.site.date_order)
        found, dropped = find_mentions(r.reading, times, publication, entities, table)
        mentions += found
        omissions += dropped
    return mentions, omissions


def _publish(
    read: Sequence[ReadArticle],
    entities: Entities,
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

    def remake(mentions: Sequence[Mention]) -> Event:
        made, _ = word_headlines([event_of(tuple(mentions), publications)], entities.all, settings.kinds)
        return made[0] if made else event_of(tuple(mentions), publications)

    named = name_events(found, texts, history)
    regrouped = regroup_events(named, settings.decisions, list(articles.values()), remake)
    events = name_events(regrouped.events, texts, history, by_decision=True)
    events = find_disagreements(events, publications, settings.kinds)
    offices = [office for r in read for sentence in r.reading.sentences for office in sentence.offices]
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
        *needless_reviews(settings.decisions, shown, articles, publications),
        *needless_datings(settings.decisions, _own_dates(articles, settings)),
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


def _own_dates(articles: Mapping[str, Article], settings: Settings) -> Publications:
    """When the articles that an editor dated say of themselves that they were published."""
    dated = decided_publications(settings.decisions)
    return date_publications([article for name, article in articles.items() if name in dated])
