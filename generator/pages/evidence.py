"""What the sources of an event say: their sentences, and what their words for the time were taken to mean."""

from collections.abc import Sequence
from typing import Final

from generator.model import Article, ResolvedTime, Source
from generator.pages.catalogue import Catalogue
from generator.pages.markdown import Html, block, element, escape, join, link, outside_link, web_address
from generator.pages.moments import show_time
from generator.pages.places import href, source_page
from generator.pages.words import count_words

_NO_ADDRESS: Final = "Original address not known"
_NOT_SEARCHED: Final = {"data-search-exclude": "true"}
_NOT_QUOTED: Final = "Not quoted here, so that quotations from this article stay short."


def show_article(article: str, sources: Sequence[Source], here: str, catalogue: Catalogue) -> Html:
    """What one article says of an event: its sentences, who published it and when, and the ways to read it."""
    known, page = catalogue.articles[article], href(here, source_page(article))
    lines = [show_quote(source) for source in sources if source.quote]
    if not lines:
        lines = [element("p", escape(_NOT_QUOTED), css="dl-no-quote")]
    credit = [element("span", escape(name)) for name in (known.publisher, known.author) if name]
    credit.append(element("span", Html("published "), show_time(catalogue.publication(article).when, catalogue)))
    ways = [*_originals(known, sources), link("About this source", page)]
    if known.copies:
        copies = count_words(len(known.copies), "copy", "copies")
        ways.append(element("span", escape(f"Also published in {copies}, counted once")))
    if original := next((source.copy_of for source in sources if source.copy_of), None):
        named = link(catalogue.title(original), href(here, source_page(original)))
        ways.append(element("span", Html("Near-copy of "), named, Html(", not counted")))
    return block(
        "li",
        *lines,
        element("p", element("cite", link(catalogue.title(article), page)), attributes=_NOT_SEARCHED, css="dl-cite"),
        element("p", join(credit, " "), attributes=_NOT_SEARCHED, css="dl-credit"),
        element("p", join(ways, " "), attributes=_NOT_SEARCHED, css="dl-ways"),
    )


def _originals(article: Article, sources: Sequence[Source]) -> list[Html]:
    """Where to read the article itself, as far as its quotes do not lead there already."""
    ways = []
    if not any(source.quote and web_address(source.link) for source in sources):
        address = next((source.link for source in sources if web_address(source.link)), article.url)
        known = web_address(address) is not None
        ways.append(outside_link(escape("Original"), address) if known else element("span", escape(_NO_ADDRESS)))
    if web_address(article.archive_url):
        ways.append(outside_link(escape("Archived copy"), article.archive_url))
    return ways


def show_quote(source: Source) -> Html:
    """The sentence as a blockquote that links to where it stands, with the words that name the time marked."""
    if not source.quote:
        return Html("")
    address = web_address(source.link)
    before, after = Html("… " if source.cut_before else ""), Html(" …" if source.cut_after else "")
    parts = [element("p", before, _marked(source.quote, source.time), after, attributes={"dir": "auto"})]
    if address:
        parts.append(
            element(
                "p",
                outside_link(escape("Read it in the original"), source.link),
                attributes=_NOT_SEARCHED,
                css="dl-original",
            )
        )
    return element("blockquote", *parts, attributes={"cite": address}, css="dl-quote")


def _marked(quote: str, time: ResolvedTime | None) -> Html:
    before, words, after = quote.partition(time.expression.text) if time and time.expression.text else (quote, "", "")
    if not words:
        return escape(quote)
    spaces = [" " if before.endswith(" ") else "", " " if after.startswith(" ") else ""]
    return Html(f"{escape(before)}{spaces[0]}{element('mark', escape(words))}{spaces[1]}{escape(after)}")


def show_reading(source: Source, time: ResolvedTime, catalogue: Catalogue) -> Html:
    """What the words of one source that name the time were taken to mean, as a list item."""
    who = catalogue.articles[source.article].publisher or catalogue.title(source.article)
    parts = [element("strong", escape(who)), Html(": "), escape(time.reason)]
    if time.expression.text not in time.reason:
        parts[2:2] = [element("q", escape(time.expression.text)), Html(": ")]
    return element("li", *parts)
