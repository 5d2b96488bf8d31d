"""Which articles are one source: those that tell a happening in mostly the same words have them from one pen."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from generator.model import Mention

_WORD = re.compile(r"\w+")
# Runs of so many words are compared (shingles, Broder 1997); with fewer runs two reports may be the same by chance.
_RUN = 4
_FEWEST = 6
_COPIED = 0.6


def sources_of(mentions: Sequence[Mention]) -> Mapping[str, str]:
    """For each article with a mention the article that stands for its source: itself, or the first that it copies."""
    clauses: dict[str, list[str]] = defaultdict(list)
    for mention in mentions:
        clauses[mention.article].append(mention.clause)
    if len(clauses) == 1:
        return {article: article for article in clauses}
    sizes: dict[str, int] = {}
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for article in sorted(clauses):
        runs = _runs(clauses[article])
        shared = Counter(holder for run in runs for holder in holders[run])
        alike = [h for h, n in shared.items() if n >= max(_FEWEST, _COPIED * min(len(runs), sizes[h]))]
        found[article] = min(alike, default=article)
        if not alike:
            sizes[article] = len(runs)
            for run in runs:
                holders[run].append(article)
    return found


def _runs(clauses: Sequence[str]) -> set[tuple[str, ...]]:
    words = [_WORD.findall(clause.lower()) for clause in clauses]
    return {tuple(told[i : i + _RUN]) for told in words for i in range(len(told) - _RUN + 1)}
