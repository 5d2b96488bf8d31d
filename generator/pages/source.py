"""One page a source: what it is, how it was dated and what was rejected, the events it reports; never its full text."""

from collections import Counter
from collections.abc import Iterable

from generator.dates.when import day
from generator.model import Article, Copy, Event, Page, Publication, Timeline
from generator.pages.catalogue import Catalogue, make_catalogue
from generator.pages.evidence import show_quote
from generator.pages.markdown import Html, block, element, escape, heading, join, link, make_page, outside_link
from generator.pages.moments import kind_style, shape, show_time
from generator.pages.overview import draw_small
from generator.pages.places import SOURCES, event_page, href, source_page
from generator.pages.words import BASIS, as_sentence, count_words
from generator.settings import Settings


def source_pages(timeline: Timeline, settings: Settings) -> Iterable[Page]:
    """The page of each article, at `sources/<id>/`."""
    catalogue = make_catalogue(timeline, settings)
    for article in timeline.articles:
        title = catalogue.title(article.id)
        description = f"How “{title}” was dated, and the events that it reports."
        blocks = _blocks(article, catalogue)
        yield make_page(source_page(article.id), title, blocks, description=description, searchable=False)


def source_list(timeline: Timeline, settings: Settings) -> Iterable[Page]:
    """The list of all sources, newest publication first and those of unknown date last."""
    catalogue = make_catalogue(timeline, settings)
    blocks = [heading(1, escape("Sources"))]
    if timeline.articles:
        blocks.append(element("p", escape(_list_sentence(len(timeline.articles))), css="dl-lede"))
        ordered = sorted(timeline.articles, key=lambda one: _newest(catalogue.publication(one.id)), reverse=True)
        blocks.append(block("ol", *(_list_item(article, catalogue) for article in ordered), css="dl-source-list"))
    else:
        blocks.append(escape("There are no articles in the corpus yet."))
    yield make_page(SOURCES, "Sources", blocks, description="The articles behind this timeline.", searchable=False)


def _list_sentence(number: int) -> str:
    sources = "One article" if number == 1 else f"{number} articles"
    return f"{sources}, newest first. Their texts are not republished: each page leads to the original."


def _newest(publication: Publication) -> str:
    return str(publication.when.latest or publication.when.earliest or "")


def _list_item(article: Article, catalogue: Catalogue) -> Html:
    title = link(catalogue.title(article.id), href(SOURCES, source_page(article.id)))
    facts = [element("span", escape(name)) for name in (article.publisher, article.author) if name]
    facts.append(show_time(catalogue.publication(article.id).when, catalogue))
    facts.append(element("span", escape(count_words(len(catalogue.by_article.get(article.id, ())), "event"))))
    return block("li", element("p", title, css="dl-headline"), element("p", join(facts, " "), css="dl-facts"))


def _blocks(article: Article, catalogue: Catalogue) -> Iterable[Html]:
    yield heading(1, escape(catalogue.title(article.id)))
    yield element("p", escape("Source"), css="dl-byline")
    yield _metadata(article, catalogue)
    yield from _publication(catalogue.publication(article.id), catalogue)
    if article.copies:
        yield heading(2, escape("Copies of the same text"))
        yield element("p", escape("Copies count as one source."))
        yield block("ul", *map(_copy, article.copies))
    yield heading(2, escape("Events it reports"))
    here = source_page(article.id)
    events = catalogue.by_article.get(article.id, ())
    if events:
        yield draw_small(events, here, catalogue)
        yield block("ol", *(_event(event, article, here, catalogue) for event in events), css="dl-rail dl-reported")
    else:
        yield escape("None of its sentences was taken to report an event.")
    yield from _omissions(article, catalogue)


def _metadata(article: Article, catalogue: Catalogue) -> Html:
    rows: list[tuple[str, Html]] = []
    named = (("Publisher", article.publisher), ("Author", article.author), ("From", article.syndicated_from))
    for name, value in named:
        if value:
            rows.append((name, escape(value)))
    if article.url:
        rows.append(("Original", outside_link(escape(article.url), article.url)))
    else:
        rows.append(("Original", escape("Address not known")))
    if article.archive_url:
        rows.append(("Archived copy", outside_link(escape(article.archive_url), article.archive_url)))
    if article.license:
        rows.append(("Licence", escape(article.license)))
    if article.accessed:
        rows.append(("Read on", show_time(day(article.accessed), catalogue)))
    rows.append(("File", element("code", escape(article.path))))
    cells = [block("div", element("dt", escape(name)), element("dd", value)) for name, value in rows]
    return block("dl", *cells, css="dl-metadata")


def _publication(publication: Publication, catalogue: Catalogue) -> Iterable[Html]:
    yield heading(2, escape("When it was published"))
    yield block(
        "div",
        element("p", show_time(publication.when, catalogue), css=f"dl-date dl-{shape(publication.when)}"),
        element("p", escape(f"The date is {BASIS[publication.basis]}. {as_sentence(publication.reason)}")),
        css="dl-when-box",
    )
    if publication.rejected:
        yield heading(3, escape("Dates that were rejected"))
        items = []
        for one in publication.rejected:
            value = element("s", escape(one.value))
            items.append(element("li", join([value, escape(f"({BASIS[one.basis]}):"), escape(one.reason)], " ")))
        yield block("ul", *items, css="dl-rejected")


def _copy(copy: Copy) -> Html:
    parts = [escape(copy.publisher)] if copy.publisher else []
    if copy.url:
        parts.append(outside_link(escape(copy.url), copy.url))
    parts.append(element("code", escape(copy.path)))
    return element("li", join(parts, ", "))


def _event(event: Event, article: Article, here: str, catalogue: Catalogue) -> Html:
    headline = link(event.headline, href(here, event_page(event.id)))
    quotes = [show_quote(source) for source in event.sources if source.article == article.id and source.quote]
    entry = [
        element("p", show_time(event.when, catalogue), css="dl-when"),
        element("p", headline, css="dl-headline"),
        *quotes,
    ]
    style = kind_style(catalogue.kind(event.kind).colour)
    return block("li", *entry, css=f"dl-moment dl-{shape(event.when)} dl-{event.modality}", attributes={"style": style})


def _omissions(article: Article, catalogue: Catalogue) -> Iterable[Html]:
    reasons = Counter(omission.reason for omission in catalogue.omissions.get(article.id, ()))
    if reasons:
        total = sum(reasons.values())
        yield heading(2, escape("What was left out"))
        verb = "was" if total == 1 else "were"
        yield escape(f"{count_words(total, 'passage')} of this text {verb} read and not used:")
        ordered = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
        yield block("ul", *(element("li", escape(f"{reason} ({number})")) for reason, number in ordered))
