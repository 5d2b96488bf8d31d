"""What an event's page says to machines."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, Graph, namespace

from generator.pages.catalogue import reporting
from generator.pages.markdown import visible
from generator.pages.places import event_page

from .building import ADDRESS
from .sample import EVENTS, HOSTILE

SCHEMA = "https://schema.org/"
VOCABULARY = set(map(str, dir(namespace.SDO)))
"""Every type and property of schema.org, as rdflib has them."""
JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def _described(site: Path, event: str) -> dict[str, Any]:
    [found] = JSON_LD.findall((site / "events" / event / "index.html").read_text(encoding="utf-8"))
    described: dict[str, Any] = json.loads(found)
    return described


@pytest.mark.parametrize(
    ("event", "dates"),
    [
        ("nvidia-falls-9c0d", {"startDate": "2025-01-27"}),
        ("r1-released-3c4d", {"startDate": "2025-01"}),
        ("deepseek-founded-1a2b", {"startDate": "2023"}),
        ("four-years-5a6b", {"startDate": "2025-01-20", "endDate": "2029-01-19"}),
        ("stargate-5e6f", {}),
        ("wake-up-call-5c6d", {}),
        ("control-1a1a", {}),
        ("undated-3c3c", {}),
    ],
)
def test_a_date_is_never_finer_than_what_is_known(site: Path, event: str, dates: dict[str, str]) -> None:
    described = _described(site, event)
    assert {key: value for key, value in described.items() if key.endswith("Date")} == dates


def test_an_event_names_its_address_its_reports_and_what_is_claimed(site: Path) -> None:
    described = _described(site, "stargate-5e6f")
    assert described["@type"] == "Event"
    assert described["url"] == f"{ADDRESS}events/stargate-5e6f/"
    assert described["about"][0] == {"@type": "Person", "name": "Donald Trump"}
    article = described["subjectOf"][0]
    assert (article["@type"], article["datePublished"]) == ("NewsArticle", "2025-02-01")
    assert [part["@type"] for part in article["hasPart"]] == ["Quotation", "Quotation"]
    claims = [one["text"] for one in described["subjectOf"] if one["@type"] == "Claim"]
    assert claims[:2] == ["$500 billion", "$500 million"]


def _graph(page: Path) -> Graph:
    """The page's JSON-LD as rdflib reads it; schema.org's own context, which is on the web, is told in one line."""
    [found] = JSON_LD.findall(page.read_text(encoding="utf-8"))
    described = json.loads(found)
    assert described["@context"] == "https://schema.org"
    return Graph().parse(
        data=json.dumps({**described, "@context": {"@vocab": SCHEMA, "url": {"@type": "@id"}}}), format="json-ld"
    )


def test_every_event_is_read_by_a_parser_of_json_ld_and_in_words_of_schema_org_alone(site: Path) -> None:
    schema = namespace.SDO
    for event in EVENTS:
        graph = _graph(site / event_page(event.id).removesuffix(".md") / "index.html")
        words = {*graph.predicates(), *graph.objects(None, RDF.type)} - {RDF.type}
        assert set(map(str, words)) - VOCABULARY == set()
        [subject] = graph.subjects(RDF.type, schema.Event)
        told = [kind for one in graph.objects(subject, schema.subjectOf) for kind in graph.objects(one, RDF.type)]
        assert told.count(schema.Claim) == sum(len(one.claims) for one in event.disagreements)
        assert told.count(schema.NewsArticle) == len(reporting(event))
        assert set(graph.subjects(RDF.type, schema.Quotation)) == set(graph.objects(None, schema.hasPart))


def test_the_vocabulary_holds_words_of_schema_org_and_no_others() -> None:
    assert f"{SCHEMA}subjectOf" in VOCABULARY
    assert f"{SCHEMA}subjectMatterOf" not in VOCABULARY


def test_hostile_text_stays_text(site: Path) -> None:
    assert _described(site, "hostile-9e0f")["name"] == visible(HOSTILE)
