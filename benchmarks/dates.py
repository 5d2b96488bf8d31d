"""How well and how fast times are found, beside other taggers, with TempEval-3's measures.

    python -m benchmarks.dates GOLD.jsonl... [--with dateparser,recognizers] [--rounds 3] [--errors]

A gold file holds one JSON object a line: {"id", "published", "text", "expressions": [{"start", "end", "type",
"value"}]}. Every tagger runs in a process of its own on the same texts; start-up is not counted in KB/s. The other
taggers are the extra `benchmark` of this package and are asked for by name.
"""

import argparse
import json
import resource
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Any

Expression = dict[str, Any]
Document = dict[str, Any]
Tagger = Callable[[str, str | None], list[Expression]]


def dateline() -> Tagger:
    from generator.dates.resolve import resolve_times
    from generator.dates.rules import default_rules
    from generator.dates.tag import tag_times
    from generator.dates.when import parse_edtf
    from generator.model import UNKNOWN_WHEN

    rules = default_rules()

    def tag(text: str, published: str | None) -> list[Expression]:
        publication = parse_edtf(published) if published else UNKNOWN_WHEN
        return [
            {"start": t.expression.start, "end": t.expression.end, "type": str(t.expression.type), "value": t.timex3}
            for t in resolve_times(text, tag_times(text, rules), publication)
        ]

    return tag


def dateparser() -> Tagger:
    """Gives words and a moment, no offsets and no types: the words are looked up in the text, in order."""
    from dateparser.search import search_dates  # type: ignore[import, unused-ignore]

    def tag(text: str, published: str | None) -> list[Expression]:
        base = datetime.fromisoformat(published) if published else datetime(2000, 1, 1)
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        found, at = [], 0
        for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                found.append({"start": start, "end": at, "type": "DATE", "value": moment.date().isoformat()})
        return found

    return tag


def recognizers() -> Tagger:
    """Microsoft's recognizers-text-date-time; its "datetimeV2.x" types are TIMEX3's under other names."""
    from recognizers_date_time import Culture, recognize_datetime  # type: ignore[import, unused-ignore]

    types = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME", "timerange": "TIME"}

    def tag(text: str, published: str | None) -> list[Expression]:
        base = datetime.fromisoformat(published) if published else datetime(2000, 1, 1)
        found = []
        for result in recognize_datetime(text, Culture.English, reference=base):
            kind = result.type_name.rpartition(".")[2]
            values = (result.resolution or {}).get("values") or [{}]
            timex = values[0].get("timex", "")
            past = values[0].get("value") if timex.startswith("XXXX") and kind == "date" else None
            span = {"start": result.start, "end": result.end + 1}
            found.append({**span, "type": types.get(kind, "DATE"), "value": past or timex})
        return found

    return tag


TAGGERS: dict[str, Callable[[], Tagger]] = {
    "dateline": dateline,
    "dateparser": dateparser,
    "recognizers": recognizers,
}


@dataclass(frozen=True, slots=True)
class Run:
    """What one tagger gave for one file, its best speed in KB/s, and its process's peak memory in MB."""

    found: list[list[Expression]]
    speed: float
    memory: float


def run(name: str, documents: Sequence[Document], rounds: int) -> Run:
    tag = TAGGERS[name]()
    size = sum(len(d["text"].encode()) for d in documents)
    best, found = float("inf"), []
    for _ in range(rounds):
        start = time.process_time()
        found = [tag(d["text"], d.get("published")) for d in documents]
        best = min(best, time.process_time() - start)
    return Run(found, size / best / 1000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def pairs(gold: Sequence[Expression], found: Sequence[Expression]) -> list[tuple[Expression, Expression]]:
    """Expressions that overlap, one to one, largest overlap first."""
    overlaps = sorted(
        (-(min(g["end"], f["end"]) - max(g["start"], f["start"])), abs(g["start"] - f["start"]), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if min(g["end"], f["end"]) > max(g["start"], f["start"])
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    paired = []
    for _, _, i, j in overlaps:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            paired.append((gold[i], found[j]))
    return paired


def scores(documents: Sequence[Document], found: Sequence[Sequence[Expression]]) -> dict[str, float]:
    """Relaxed, strict, value and type F1, micro-averaged."""
    counts = dict.fromkeys(("relaxed", "strict", "value", "type"), 0)
    total = sum(len(d["expressions"]) for d in documents) + sum(len(f) for f in found)
    for document, expressions in zip(documents, found, strict=True):
        text = document["text"]
        for gold, own in pairs(document["expressions"], expressions):
            counts["relaxed"] += 1
            counts["strict"] += text[gold["start"] : gold["end"]].strip() == text[own["start"] : own["end"]].strip()
            counts["value"] += gold["value"] == own["value"]
            counts["type"] += gold["type"] == own["type"]
    return {name: 2 * n / total if total else 0.0 for name, n in counts.items()}


def errors(documents: Sequence[Document], found: Sequence[Sequence[Expression]]) -> Iterable[str]:
    """One line for each miss, each expression too many and each wrong value."""
    for document, expressions in zip(documents, found, strict=True):
        text = document["text"]
        paired = pairs(document["expressions"], expressions)
        for gold, own in paired:
            if gold["value"] != own["value"]:
                words = text[gold["start"] : gold["end"]]
                yield f"value\t{document['id']}\t{words!r}\t{gold['value']}\t{own['value']}"
        for gold in document["expressions"]:
            if all(gold is not g for g, _ in paired):
                yield f"missed\t{document['id']}\t{text[gold['start'] : gold['end']]!r}\t{gold['value']}"
        for own in expressions:
            if all(own is not o for _, o in paired):
                yield f"spurious\t{document['id']}\t{text[own['start'] : own['end']]!r}\t{own['value']}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--with", dest="peers", default="", help="comma-separated: dateparser, recognizers")
    parser.add_argument("--rounds", type=int, default=1, help="take the fastest of so many")
    parser.add_argument("--errors", action="store_true", help="print our every error")
    options = parser.parse_args()
    print("| texts | tagger | relaxed | strict | value | type | KB/s | MB |\n|---|---|---|---|---|---|---|---|")
    for path in options.gold:
        documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for name in ("dateline", *filter(None, options.peers.split(","))):
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
                result = process.submit(run, name, documents, options.rounds).result()
            f1 = " | ".join(f"{score:.3f}" for score in scores(documents, result.found).values())
            print(f"| {path.stem} | {name} | {f1} | {result.speed:.0f} | {result.memory:.0f} |", flush=True)
            if options.errors and name == "dateline":
                print(*errors(documents, result.found), sep="\n")


if __name__ == "__main__":
    main()
