"""RSS and Atom, fetched: the addresses of their entries."""

import io
import re

from generator.articles.web_page import WEB_IS_MISSING, joined_address
from generator.errors import BadInput, Problem
from generator.fetching import Fetched
from generator.text import one_line
from generator.yaml_lines import is_address

FEED = re.compile(rb"<(?:\w+:)?(rss|feed|RDF|html)[\s>]", re.IGNORECASE)
ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
FAR_ENOUGH = 4096


def is_feed(data: bytes) -> bool:
    """Whether the first element that tells is one of RSS or Atom, and not of HTML."""
    found = FEED.search(data[:FAR_ENOUGH])
    return found is not None and found[1].lower() != b"html"


def read_feed(shown: str, fetched: Fetched) -> tuple[str, ...]:
    """The web addresses of a feed's entries, each once, in the feed's order.

    Raises BadInput if it can be read by no means; a feed that is only badly written is read as far as it can be. One
    that defines entities of its own is refused: a few lines of them can stand for gigabytes.
    """
    try:
        import feedparser
    except ImportError as error:
        raise BadInput([Problem(shown, None, WEB_IS_MISSING)]) from error
    if ENTITY.search(fetched.data):
        raise BadInput([Problem(shown, None, "the feed defines entities of its own, which are not read here")])
    try:
        # As a stream: what feedparser is given as bytes it tries as the name of a file first.
        found = feedparser.parse(io.BytesIO(fetched.data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # feedparser does not say what it raises, and one feed must not end a run.
        raise BadInput([Problem(shown, None, f"cannot be read as a feed: {one_line(str(error))[:200]}")]) from error
    links = (joined_address(fetched.address, one_line(str(entry.get("link") or ""))) for entry in found.entries)
    addresses = tuple(dict.fromkeys(link for link in links if is_address(link)))
    if not addresses and found.get("bozo"):
        reason = one_line(str(found.get("bozo_exception")))[:200]
        raise BadInput([Problem(shown, None, f"cannot be read as a feed: {reason}")])
    return addresses
