"""`data/timeline.json`, what the site publishes for machines, and its JSON Schema beside it."""

import json
from importlib import resources
from typing import Any

from generator.dates.when import to_edtf, to_words
from generator.model import (
    UNKNOWN_WHEN,
    Article,
    Basis,
    Disagreement,
    Entity,
    Event,
    Omission,
    Page,
    Publication,
    ResolvedTime,
    Ruling,
    Source,
    Timeline,
    When,
)
from generator.settings import Settings

VERSION = 1
NOT_DATED = Publication(UNKNOWN_WHEN, Basis.UNKNOWN, "nothing tells when it was published")


def timeline_json(timeline: Timeline, settings: Settings) -> Page:
    """The whole timeline as one JSON document; the order of keys and of entries never depends on the run."""
    data = {
        "version": VERSION,
        "title": timeline.title,
        "description": settings.site.description,
        "articles": [
            _article(article, timeline.publications.get(article.id, NOT_DATED)) for article in timeline.articles
        ],
        "entities": list(map(_entity, timeline.entities)),
        "events": list(map(_event, timeline.events)),
        "disagreements": list(map(_disagreement, timeline.disagreements)),
        "omissions": list(map(_omission, timeline.omissions)),
    }
    return Page("data/timeline.json", json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def timeline_schema(_timeline: Timeline, _settings: Settings) -> Page:
    """The JSON Schema of `timeline.json`, as it ships with the program."""
    return Page(
        "data/timeline.schema.json", resources.files(__package__).joinpath("timeline.schema.json").read_text("utf-8")
    )


def _article(article: Article, publication: Publication) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "archive_url": article.archive_url,
        "publisher": article.publisher,
        "author": article.author,
        "syndicated_from": article.syndicated_from,
        "license": article.license,
        "accessed": article.accessed.isoformat() if article.accessed else None,
        "path": article.path,
        "sha256": article.sha256,
        "copies": [{"path": copy.path, "url": copy.url, "publisher": copy.publisher} for copy in article.copies],
        "publication": {
            **_bounds(publication.when),
            "basis": publication.basis,
            "reason": publication.reason,
            "rejected": [
                {"value": rejection.value, "basis": rejection.basis, "reason": rejection.reason}
                for rejection in publication.rejected
            ],
        },
    }


def _bounds(when: When) -> dict[str, Any]:
    return {
        "edtf": to_edtf(when),
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "link": entity.link,
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "url": f"events/{event.id}/",
        "headline": event.headline,
        "kind": event.kind,
        "when": {
            **_bounds(event.when),
            "precision": event.when.precision,
            "approximate": event.when.approximate,
            "lasted": event.when.lasted,
            "words": to_words(event.when),
            "reason": event.reason,
        },
        "modality": event.modality,
        "entities": list(event.entities),
        "weight": round(event.weight, 4),
        "sources": list(map(_source, event.sources)),
        "disagreements": list(map(_disagreement, event.disagreements)),
        "review": list(event.review),
        "decided": event.decided,
        "rulings": list(map(_ruling, event.rulings)),
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "article": source.article,
        "quote": source.quote,
        "start": source.start,
        "end": source.end,
        "link": source.link,
        "time": _time(source.time),
        "copy_of": source.copy_of,
    }


def _time(time: ResolvedTime | None) -> dict[str, Any]:
    if time is None:
        return dict.fromkeys(("text", "start", "end", "timex3", "rule"))
    found = time.expression
    return {
        "text": found.text,
        "start": found.start,
        "end": found.end,
        "timex3": time.timex3,
        "rule": found.rule,
    }


def _ruling(ruling: Ruling) -> dict[str, Any]:
    return {
        "what": ruling.what,
        "reason": ruling.reason,
        "by": ruling.by,
        "on": ruling.on.isoformat() if ruling.on else None,
        "link": ruling.link,
    }


def _disagreement(disagreement: Disagreement) -> dict[str, Any]:
    return {
        "about": disagreement.about,
        "claims": [
            {"value": claim.value, "words": claim.words, "articles": list(claim.articles), "outlier": claim.outlier}
            for claim in disagreement.claims
        ],
        "settled": disagreement.settled,
        "link": disagreement.link,
        "why": disagreement.why,
    }


def _omission(omission: Omission) -> dict[str, Any]:
    return {
        "article": omission.article,
        "start": omission.start,
        "end": omission.end,
        "stage": omission.stage,
        "reason": omission.reason,
    }
