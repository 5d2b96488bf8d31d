"""Disagreements: each claim beside the others, with its words and who says so."""

from generator.model import Claim, Disagreement
from generator.pages.catalogue import Catalogue
from generator.pages.markdown import Html, block, element, escape, join, link, outside_link
from generator.pages.places import href, source_page
from generator.pages.words import about_words


def show_disagreement(disagreement: Disagreement, here: str, catalogue: Catalogue) -> Html:
    """The claims of one disagreement side by side, and what an editor settled, if anything."""
    parts = [
        element("p", escape(about_words(disagreement.about)), css="dl-about"),
        block("ul", *(_claim(claim, here, catalogue) for claim in disagreement.claims), css="dl-claims"),
    ]
    if disagreement.settled is not None:
        value = element("strong", escape(disagreement.settled))
        why = escape(f". {disagreement.why}" if disagreement.why else "")
        parts.append(element("p", Html("Settled by an editor: "), value, why, _outside(disagreement), css="dl-settled"))
    return block("div", *parts, css="dl-disagreement")


def _outside(disagreement: Disagreement) -> Html:
    if disagreement.link is None:
        return Html("")
    return Html(f" ({outside_link(escape('outside source'), disagreement.link)})")


def _claim(claim: Claim, here: str, catalogue: Catalogue) -> Html:
    parts = [element("p", escape(claim.value), css="dl-value", attributes={"dir": "auto"})]
    if claim.words != claim.value:
        quotes = [element("q", escape(words), attributes={"dir": "auto"}) for words in claim.words.split(" / ")]
        parts.append(element("p", join(quotes, ", "), css="dl-words"))
    says = [_who(article, here, catalogue) for article in claim.articles]
    parts.append(block("ul", *says, css="dl-says"))
    if claim.outlier:
        parts.append(element("p", escape("Does not fit what the others say"), css="dl-outlier-note"))
    return block("li", *parts, css="dl-claim dl-outlier" if claim.outlier else "dl-claim")


def _who(article: str, here: str, catalogue: Catalogue) -> Html:
    name = catalogue.articles[article].publisher or catalogue.title(article)
    return element("li", link(name, href(here, source_page(article))))
