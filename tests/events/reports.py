"""Mentions and publications for the tests of events, made from a few words."""

from datetime import date
from typing import Any

from generator.dates.resolve import resolve_times
from generator.dates.rules import default_rules
from generator.dates.tag import tag_times
from generator.events.happenings import topic_words
from generator.language.figures import find_figures
from generator.language.tokens import tokenise
from generator.model import Basis, Mention, Modality, Publication, ResolvedTime
from tests.making import when


def published(edtf: str | None, basis: Basis = Basis.STATED) -> Publication:
    """A publication with that date and basis."""
    return Publication(when(edtf), basis if edtf else Basis.UNKNOWN, "as written")


def time_in(text: str, publication: Publication) -> ResolvedTime | None:
    """The first time that a text names, seen from a publication."""
    found = resolve_times(text, tag_times(text, default_rules()), publication.when)
    return found[0] if found else None


def report(article: str, clause: str, publication: Publication | None = None, **fields: Any) -> Mention:
    """A mention in an article whose clause is `clause`, with its figures, words and time; `fields` replace the rest."""
    source = publication or published(None)
    time = time_in(clause, source)
    dated = time if time and time.when else None
    given: dict[str, Any] = {
        "article": article,
        "start": 0,
        "end": len(clause),
        "position": 0,
        "kind": "disaster",
        "trigger": "strike",
        "subject": None,
        "object": None,
        "clause": clause,
        "entities": (),
        "figures": find_figures(clause),
        "words": topic_words(tokenise(clause, 0)),
        "modality": Modality.HAPPENED,
        "when": dated.when if dated else when(None),
        "reason": f'"{dated.expression.text}"' if dated else "no source gives a date",
        "time": dated,
        "own_time": dated is not None,
        "hint": None if dated else time,
        **fields,
    }
    return Mention(**given)


def day(text: str) -> date:
    """A day from its ISO form."""
    return date.fromisoformat(text)
