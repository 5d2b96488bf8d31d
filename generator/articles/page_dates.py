"""The publication date of a web page, where the page itself states it: each place with the words found there.

Nothing is inferred from copyright lines, from addresses (`publication.py` reads those), from changes of the page or
from today's date; a date in digits alone that could be read two ways is no date.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.articles.front_matter import is_of_newspapers
from generator.model import Basis, Clue, When
from generator.stated_dates import read_when
from generator.text import one_line

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
_SPELT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?P<year>\d{{4}})(?!\d)",
        rf"(?<![a-z]){_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})(?!\d)",
    )
)
_ISO = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
ARTICLE_TYPES = ("Article", "Posting", "Report")
"""How the types of schema.org end that are articles: NewsArticle, BlogPosting, LiveBlogPosting, Report."""
META_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "dc.date.issued", "dcterms.issued", "publication_date", "publish-date", "pubdate",
    "dc.date", "date",
)  # fmt: skip
"""Names of `meta` for the day of publication (Open Graph, schema.org, Dublin Core, others), the clearest first."""
SURROUNDINGS = ("nav", "aside", "footer", "figure", "form")
MARKED = re.compile(r"date|publish|posted|byline|timestamp", re.IGNORECASE)
CHANGED = re.compile(r"updat|modif|last edit|copyright|©", re.IGNORECASE)
LONGEST_LINE = 120


def page_clues(tree: Any) -> tuple[Clue, ...]:
    """The days of publication that a parsed page states, the firmest first, each day once.

    Its data for machines comes first (JSON-LD, then `meta`); what it shows its readers is asked only where there is
    none, and only if all of that names one day.
    """
    clues = [*_linked_data(tree), *_meta(tree)] or [*_times(tree)] or [*_lines(tree)]
    first: dict[object, Clue] = {}
    for clue in clues:
        first.setdefault(clue.day, clue)
    return tuple(first.values())


def _clue(place: str, words: str) -> Clue | None:
    when = read_day(words)
    if when is None or when.earliest is None:
        return None
    return Clue(Basis.HTML, when.earliest, f'{place} "{one_line(words)[:LONGEST_LINE]}"', when)


def read_day(words: str) -> When | None:
    """The date that a piece of a page states: in ISO's form, or with its month in words; None if none or several."""
    text = one_line(words)[:1000]
    try:
        when = read_when(text)
        bounded = when.earliest and when.latest and is_of_newspapers(when.earliest) and is_of_newspapers(when.latest)
        return when if bounded else None
    except ValueError:
        pass
    spelt = [match for pattern in _SPELT for match in pattern.finditer(text)]
    written = {f"{m['year']}-{MONTHS.index(m['month'].lower()) + 1:02}-{int(m['day']):02}" for m in spelt}
    written |= set(_ISO.findall(text))
    if len(written) != 1:
        return None
    try:
        when = read_when(written.pop())
    except ValueError:
        return None
    return when if when.earliest and is_of_newspapers(when.earliest) else None


def _linked_data(tree: Any) -> Iterable[Clue]:
    """What the page's own article states as `datePublished`; nothing, if it lists articles of several days."""
    found = []
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(str(script), strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            words = thing.get("datePublished")
            clue = _clue("the page's data say it was published", words) if isinstance(words, str) else None
            if clue and _is_article(thing):
                found.append(clue)
    return _of_one_day(found)


def _things(data: object) -> Iterator[Mapping[str, object]]:
    for thing in data if isinstance(data, list) else [data]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (one for one in (graph if isinstance(graph, list) else ()) if isinstance(one, dict))


def _is_article(thing: Mapping[str, object]) -> bool:
    types = thing.get("@type")
    return any(
        isinstance(one, str) and one.endswith(ARTICLE_TYPES) for one in (types if isinstance(types, list) else [types])
    )


def _meta(tree: Any) -> Iterator[Clue]:
    stated: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        stated.setdefault(name.lower(), element.get("content"))
    for name in META_NAMES:
        if name in stated and (clue := _clue(f"the page's '{name}' is", stated[name])):
            yield clue


def _times(tree: Any) -> Iterable[Clue]:
    """What `time` elements beside the text state; those that are marked as the publication go before others."""
    marked: list[Clue] = []
    plain: list[Clue] = []
    for element in _own(tree, "//time[@datetime]"):
        marks = " ".join(element.get(name) or "" for name in ("class", "itemprop", "id"))
        clue = _clue("the page is marked with the time", element.get("datetime"))
        if clue is None or CHANGED.search(f"{marks} {_words(element.getparent())[:LONGEST_LINE]}"):
            continue
        is_publication = element.get("pubdate") is not None or "publish" in marks.lower()
        (marked if is_publication else plain).append(clue)
    return _of_one_day(marked or plain)


def _lines(tree: Any) -> Iterable[Clue]:
    """What short lines that are marked as dates or bylines show to readers."""
    clues = []
    for element in _own(tree, "//body//*[@class or @id or @itemprop]"):
        marks = " ".join(element.get(name) or "" for name in ("class", "itemprop", "id"))
        words = _words(element) if MARKED.search(marks) else ""
        if words and len(words) <= LONGEST_LINE and not CHANGED.search(f"{marks} {words}"):
            clue = _clue("the page shows", words)
            clues += [clue] if clue else []
    return _of_one_day(clues)


def _own(tree: Any, path: str) -> Iterator[Any]:
    """The elements of a path that are not in what surrounds an article."""
    for element in tree.xpath(path):
        if not any(one.tag in SURROUNDINGS for one in element.iterancestors()):
            yield element


def _words(element: Any) -> str:
    return one_line(" ".join(str(text) for text in element.itertext())) if element is not None else ""


def _of_one_day(clues: list[Clue]) -> list[Clue]:
    return clues[:1] if len({clue.day for clue in clues}) == 1 else []
