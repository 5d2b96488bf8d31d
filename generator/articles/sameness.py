"""Whether an article is one that the corpus holds: by its address, in whatever dress, or by its text."""

from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

from generator.model import Article

TRACKING = ("utm_",)
TRACKING_NAMES = {"fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid"}
"""What mailings and social networks hang on addresses; it tells who led a reader to a page, not which page."""


def bare_address(url: str) -> str:
    """What tells an address from another: without scheme, `www.`, fragment, tracking parameters and a last slash.

    An address that cannot be taken apart is its own.
    """
    try:
        parts = urlsplit(url)
        port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    except ValueError:
        return url
    host = (parts.hostname or "").removeprefix("www.")
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name.lower() not in TRACKING_NAMES and not name.lower().startswith(TRACKING)
    ]
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{host}{port}{parts.path.rstrip('/')}{query}"


class Known:
    """What the corpus holds, by address and by text; grows as articles are added."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._addresses: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        for article in articles:
            self.add(article)

    def add(self, article: Article) -> None:
        """Remember an article and its copies by its path."""
        for url in _addresses(article):
            self._addresses.setdefault(bare_address(url), article.path)
        if text := _bare_text(article):
            self._texts.setdefault(text, article.path)

    def path_of(self, article: Article) -> str | None:
        """The path of the article that has one of the same addresses or the same text."""
        found = (self.path_at(url) for url in (article.url, article.archive_url) if url)
        return next((path for path in found if path), None) or self._texts.get(_bare_text(article))

    def path_at(self, url: str) -> str | None:
        """The path of the article with that address."""
        return self._addresses.get(bare_address(url))


def _addresses(article: Article) -> Iterator[str]:
    yield from (url for url in (article.url, article.archive_url, *(copy.url for copy in article.copies)) if url)


def _bare_text(article: Article) -> str:
    return " ".join(article.text.split())
