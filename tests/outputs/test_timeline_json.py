"""`timeline.json` and its schema."""

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from generator.dates.meaning import NoTime
from generator.model import (
    Basis,
    Claim,
    Copy,
    Disagreement,
    Entity,
    EntityKind,
    Omission,
    Precision,
    Publication,
    Rejection,
    ResolvedTime,
    Ruling,
    Source,
    TimeExpression,
    Timeline,
    TimexType,
)
from generator.outputs.timeline_json import timeline_json, timeline_schema
from generator.settings import Settings
from tests.making import DAY, article, event, mention, when

A = replace(article("a", "Nvidia fell 17% on Monday."), url="https://a.example/x", copies=(Copy("corpus/b.md"),))
TIME = ResolvedTime(
    TimeExpression(19, 25, "Monday", TimexType.DATE, NoTime(), "<weekday>"),
    when("2025-01-27"),
    "2025-01-27",
    "r",
    False,
)
EVENT = replace(
    event(mention(A, "Nvidia fell 17% on Monday."), name="nvidia-falls-1a2b", headline="Nvidia falls"),
    sources=(Source("a", 0, 26, "Nvidia fell 17% on Monday.", "https://a.example/x#:~:text=Nvidia", TIME),
             Source("a", 0, 6, None, None)),
    entities=("nvidia",),
    disagreements=(Disagreement("amount", (Claim("1", "one", ("a",)), Claim("2", "two", ("a",), outlier=True))),),
    review=("look",),
    rulings=(Ruling("dated", "so it is", "Ann", DAY, "https://a.example/"),),
)  # fmt: skip
TIMELINE = Timeline(
    title="T",
    articles=(A, article("undated")),
    publications={
        "a": Publication(when("2025-01-28"), Basis.HEADER, "its header", (Rejection("2001-02-25", Basis.HEADER, "no"),))
    },
    events=(EVENT, replace(EVENT, id="other-1", when=when(None), sources=(), rulings=())),
    entities=(Entity("nvidia", "Nvidia", EntityKind.ORGANISATION, ("Nvidia Corp",)),),
    disagreements=(
        Disagreement("CEO", (Claim("1", "one", ("a",)), Claim("2", "two", ("a",))), "1", "https://x.example"),
    ),
    omissions=(Omission("a", 0, 6, "mentions", "no verb"),),
)


def data(timeline: Timeline = TIMELINE) -> Any:
    return json.loads(timeline_json(timeline, Settings()).text)


SCHEMA = json.loads(timeline_schema(TIMELINE, Settings()).text)


def test_the_timeline_is_what_its_schema_says() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(data())


def test_an_empty_timeline_is_what_the_schema_says() -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(data(Timeline("T", (), {}, (), ())))


def properties(schema: Any) -> set[str]:
    """Every property that a schema names, with those of what it refers to."""
    found: set[str] = set()
    if isinstance(schema, dict):
        found |= set(schema.get("properties", ()))
        found |= {name for part in schema.values() for name in properties(part)}
    return found | ({name for part in schema for name in properties(part)} if isinstance(schema, list) else set())


def keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for part in value.values() for key in keys(part)}
    return {key for part in value for key in keys(part)} if isinstance(value, list) else set()


def test_the_schema_names_every_field_and_no_other() -> None:
    assert properties(SCHEMA) == keys(data())


WRONG = [
    ("version", 2),
    ("events.0.id", "Nvidia falls"),
    ("events.0.url", "/events/x/"),
    ("events.0.when.precision", "hour"),
    ("events.0.when.earliest", "27 January"),
    ("events.0.modality", "true"),
    ("events.0.sources.0.start", -1),
    ("events.0.sources.0.link", "javascript:alert(1)"),
    ("events.0.disagreements.0.claims", []),
    ("articles.0.sha256", "0"),
    ("articles.0.url", "javascript:alert(1)"),
    ("articles.0.path", "/home/me/x.md"),
    ("articles.0.publication.basis", "guessed"),
    ("entities.0.kind", "company"),
]


@pytest.mark.parametrize(("path", "value"), WRONG)
def test_the_schema_refuses_what_may_not_be(path: str, value: Any) -> None:
    changed = data()
    *steps, last = path.split(".")
    place = changed
    for step in steps:
        place = place[int(step) if step.isdigit() else step]
    place[last] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(changed)


CONTRACT = {
    "": ["version", "title", "articles", "entities", "events", "disagreements", "omissions"],
    "articles.0": ["id", "title", "url", "archive_url", "publisher", "author", "path", "sha256", "copies",
                   "publication"],
    "articles.0.copies.0": ["path", "url", "publisher"],
    "articles.0.publication": ["edtf", "earliest", "latest", "basis", "reason", "rejected"],
    "articles.0.publication.rejected.0": ["value", "basis", "reason"],
    "entities.0": ["id", "name", "kind", "aliases"],
    "events.0": ["id", "url", "headline", "kind", "when", "modality", "entities", "weight", "sources",
                 "disagreements", "review", "decided"],
    "events.0.when": ["edtf", "earliest", "latest", "precision", "approximate", "words", "reason"],
    "events.0.sources.0": ["article", "quote", "start", "end", "link", "time"],
    "events.0.sources.0.time": ["text", "start", "end", "timex3", "rule"],
    "events.0.disagreements.0": ["about", "claims"],
    "events.0.disagreements.0.claims.0": ["value", "words", "articles"],
    "disagreements.0": ["about", "claims"],
    "omissions.0": ["article", "start", "end", "stage", "reason"],
}  # fmt: skip


@pytest.mark.parametrize(("path", "fields"), CONTRACT.items())
def test_the_fields_that_the_contract_names_are_there(path: str, fields: list[str]) -> None:
    place = data()
    for step in path.split(".") if path else []:
        place = place[int(step) if step.isdigit() else step]
    assert set(fields) <= set(place)


def test_an_event_is_dated_in_edtf_bounds_and_words() -> None:
    dated, undated = (found["when"] for found in data()["events"])
    assert dated == {
        "edtf": "2025-01-27",
        "earliest": "2025-01-27",
        "latest": "2025-01-27",
        "precision": Precision.DAY,
        "approximate": False,
        "lasted": False,
        "words": "27 January 2025",
        "reason": "as written",
    }
    assert (undated["edtf"], undated["earliest"], undated["latest"], undated["precision"]) == (
        None,
        None,
        None,
        Precision.UNKNOWN,
    )


def test_each_source_says_which_words_gave_the_time_or_that_none_did() -> None:
    first, second = data()["events"][0]["sources"]
    assert first["time"] == {"text": "Monday", "start": 19, "end": 25, "timex3": "2025-01-27", "rule": "<weekday>"}
    assert set(second["time"].values()) == {None}


def test_an_article_of_which_nothing_is_known_is_not_dated() -> None:
    assert data()["articles"][1]["publication"]["basis"] == "unknown"
