"""Corpus files enter, Articles leave: one reader a format, in the table READERS."""

from collections.abc import Callable, Mapping

from generator.articles.marked_text import read_marked_text
from generator.articles.web_page import read_web_page
from generator.model import Article

Reader = Callable[[str, bytes], Article]
"""A corpus file's path, as messages name it, and its bytes become an Article without id; raises BadInput."""

READERS: Mapping[str, Reader] = {
    ".md": read_marked_text,
    ".txt": read_marked_text,
    ".html": read_web_page,
    ".htm": read_web_page,
}
"""Which reader takes a file, by its suffix in lower case; files with another suffix are left alone."""
