"""An article as a `.md` file of the corpus: what its reader found, in the keys of front matter."""

from datetime import date

import yaml

from generator.articles.marked_text import FENCE
from generator.dates.when import to_edtf
from generator.model import Article, Basis


def to_marked_text(article: Article, accessed: date) -> str:
    """The text of a file from which `read_marked_text` reads the same title, addresses, names, date and text.

    The firmest clue alone is written, with its basis unless an editor stated it.
    """
    clue = article.clues[0] if article.clues else None
    keys = {
        "title": article.title,
        "url": article.url,
        "archive_url": article.archive_url,
        "publisher": article.publisher,
        "author": article.author,
        "published": _published(article),
        "published_basis": clue.basis.value if clue and clue.basis is not Basis.STATED else None,
        "accessed": accessed,
    }
    given = {key: value for key, value in keys.items() if value is not None}
    front = yaml.safe_dump(given, allow_unicode=True, sort_keys=False, width=10**6)
    return f"{FENCE}\n{front}{FENCE}\n{article.text}\n"


def _published(article: Article) -> date | str | None:
    if not article.clues:
        return None
    clue = article.clues[0]
    edtf = to_edtf(clue.when) if clue.when else None
    return clue.day if edtf is None or edtf == clue.day.isoformat() else edtf
