"""The reader of `.html`: the article of a web page as a browser saves it; what surrounds it is left behind.

Main text, title, publisher and author are what trafilatura finds (the optional part `web`). The date is read in
`page_dates.py`, since a date that is guessed is worse than none.
"""

import logging
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urljoin, urlsplit

from generator.articles.page_dates import page_clues
from generator.articles.titles import title_of
from generator.errors import BadInput, Problem
from generator.model import Article
from generator.text import clean_text, one_line
from generator.yaml_lines import is_address

WEB_IS_MISSING = (
    "web pages are read by the optional part 'web', which is not installed; "
    "install it: .venv/bin/pip install -c constraints.txt -e '.[web]'"
)
BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
TAG = re.compile(rb"<[a-zA-Z!?]")
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
HEAD_BYTES = 4096
"""How far into a page its encoding may be named; the HTML standard has 1024, and some pages need more."""
# As browsers do (Encoding Standard, 4.2): what says Latin-1 is read as the larger set of Windows.
LATIN_1 = {"iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii"}
SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)", re.IGNORECASE)
ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d+[a-z_]*/(https?:/{1,2}\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a page is, and where an archive keeps it, each as far as known."""

    url: str | None
    archive_url: str | None


def read_web_page(path: str, data: bytes, address: str | None = None, charset: str | None = None) -> Article:
    """The article on the page that the bytes of a `.html` file hold; its id is left empty.

    `address` is where the page was fetched from, and `charset` the encoding that came with it. Raises BadInput if it
    is no web page, or if what reads web pages is not installed.
    """
    html, trafilatura = _libraries(path)
    source = _decode(path, data, charset)
    try:
        tree = _parse(html, source)
        clues = page_clues(tree)
        found = trafilatura.bare_extraction(
            _parse(html, source), url=address, with_metadata=True, include_comments=False, include_tables=False,
            date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2199-12-31"},
        )  # fmt: skip
    except Exception as error:  # The libraries do not say what they raise, and one page must not end a run.
        raise BadInput([Problem(path, None, f"cannot be read as a web page: {one_line(str(error))[:200]}")]) from error
    stated_title = one_line((found and found.title) or "")
    text = _paragraphs((found and found.text) or "", stated_title)
    addresses = _addresses(tree, source, address)
    return Article(
        id="",
        path=path,
        sha256=sha256(data).hexdigest(),
        text=text,
        title=stated_title or title_of(text, path),
        url=addresses.url,
        archive_url=addresses.archive_url,
        publisher=_publisher(found and found.sitename),
        author=(found and one_line((found.author or "").replace("; ", ", "))) or None,
        clues=clues,
        notes=() if text else ("no article was found on this page",),
    )


def _libraries(path: str) -> tuple[Any, Any]:
    try:
        import trafilatura
        from lxml import html
    except ImportError as error:
        raise BadInput([Problem(path, None, WEB_IS_MISSING)]) from error
    for name in ("trafilatura", "htmldate"):
        # They tell of every page without a text; the command does so itself, in its own words.
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return html, trafilatura


def _parse(html: Any, source: str) -> Any:
    return html.document_fromstring(source.encode(), parser=html.HTMLParser(encoding="utf-8"))


def _decode(path: str, data: bytes, charset: str | None) -> str:
    """The page as text: UTF-8 if it can be that, else as the server or the page says, else as old Western pages are."""
    named = next((name for mark, name in BYTE_ORDER_MARKS.items() if data.startswith(mark)), None)
    if named is None and (b"\0" in data or TAG.search(data) is None):
        raise BadInput([Problem(path, None, "not a web page: it holds no HTML")])
    declared = CHARSET.search(data[:HEAD_BYTES])
    for name in (named, "utf-8", charset, declared and declared[1].decode("ascii", "replace")):
        try:
            if name:
                return data.decode("cp1252" if name.lower() in LATIN_1 else name)
        except (UnicodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def _paragraphs(found: str, title: str) -> str:
    """The text, a blank line between its paragraphs, without its headline, which stands among the metadata."""
    lines = [line.strip() for line in clean_text(found).split("\n") if line.strip()]
    return "\n\n".join(lines[1:] if lines and one_line(lines[0]) == title else lines)


def _addresses(tree: Any, source: str, address: str | None) -> Addresses:
    """The page's canonical address, or that from which it came; the original's, where an archive holds the page.

    A canonical address that leads to the front page of a site is a slip of its makers, and is not taken.
    """
    saved = SAVED_FROM.search(source[:HEAD_BYTES])
    came_from = address or (saved[1] if saved and is_address(saved[1]) else None)
    named = (*tree.xpath("//link[@rel='canonical']/@href"), *tree.xpath("//meta[@property='og:url']/@content"))
    whole = (joined_address(came_from, one_line(str(one))) for one in named)
    candidates = [one for one in whole if is_address(one) and urlsplit(one).path.strip("/")]
    archived = next((one for one in (came_from, *candidates) if one and ARCHIVED.match(one)), None)
    originals = [_original(one) for one in (*candidates, came_from) if one]
    return Addresses(originals[0] if originals else None, archived)


def joined_address(base: str | None, address: str) -> str:
    """The address as seen from the page at `base`; empty if it cannot be one."""
    try:
        whole = urljoin(base or "", address)
        return whole if urlsplit(whole).hostname else ""
    except ValueError:
        return ""


def _original(address: str) -> str:
    """The address that an archive's address holds, else the address itself."""
    found = ARCHIVED.match(address)
    return re.sub(r"(?i)^(https?):/{1,2}", r"\1://", found[1]) if found else address


def _publisher(name: str | None) -> str | None:
    """The name of a site; where only its host is known, `publishers.yml` tells the name."""
    plain = one_line(name or "")
    return None if not plain or re.fullmatch(r"[\w-]+(\.[\w-]+)+", plain) else plain
