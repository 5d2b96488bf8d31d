"""How well clusters of mentions agree with gold clusters: MUC, B³ and CEAF, and their mean, the CoNLL score.

The measures are those of the CoNLL-2012 task (Pradhan et al. 2014): MUC counts links (Vilain et al. 1995), B³ looks
at each mention (Bagga and Baldwin 1998), CEAFe pairs off whole clusters (Luo 2005). Both sides hold the same mentions.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

Clusters = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision and recall of one measure."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Coreference:
    """The three measures, and their mean F1."""

    muc: Agreement
    b_cubed: Agreement
    ceaf: Agreement

    @property
    def conll(self) -> float:
        """The mean of the three F1 scores."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf.f1) / 3


def compare_clusters(gold: Clusters, system: Clusters) -> Coreference:
    """How well the system's clusters agree with the gold's."""
    return Coreference(
        Agreement(_muc(system, gold), _muc(gold, system)),
        Agreement(_b_cubed(system, gold), _b_cubed(gold, system)),
        _ceaf(gold, system),
    )


def _owners(clusters: Clusters) -> Mapping[Hashable, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def _muc(these: Clusters, others: Clusters) -> float:
    """The share of links within these clusters that the others have too."""
    owner = _owners(others)
    links = sum(len(cluster) - 1 for cluster in these)
    kept = sum(len(cluster) - len({owner[mention] for mention in cluster}) for cluster in these)
    return kept / links if links else 0.0


def _b_cubed(these: Clusters, others: Clusters) -> float:
    """The mean over mentions of the share of its cluster here that shares its cluster there."""
    owner = _owners(others)
    total = sum(len(cluster) for cluster in these)
    parts = (count**2 / len(cluster) for cluster in these for count in Counter(owner[m] for m in cluster).values())
    return sum(parts) / total if total else 0.0


def _ceaf(gold: Clusters, system: Clusters) -> Agreement:
    """The clusters paired off one to one so that what the pairs share is greatest."""
    owner = _owners(system)
    alike: dict[int, dict[int, float]] = {}
    for number, cluster in enumerate(gold):
        shared = Counter(owner[mention] for mention in cluster)
        alike[number] = {s: 2 * n / (len(cluster) + len(system[s])) for s, n in shared.items()}
    best = sum(_best_pairs(part) for part in _parts(alike))
    return Agreement(best / len(system), best / len(gold))


def _parts(alike: Mapping[int, Mapping[int, float]]) -> list[dict[int, Mapping[int, float]]]:
    """The clusters in groups that share no mention, which can be paired off apart."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, others in alike.items():
        for other in others:
            holders[other].append(number)
    parts = []
    left = set(alike)
    while left:
        waiting, part = [min(left)], set[int]()
        while waiting:
            number = waiting.pop()
            if number not in part:
                part.add(number)
                waiting += [n for other in alike[number] for n in holders[other]]
        left -= part
        parts.append({number: alike[number] for number in sorted(part)})
    return parts


def _best_pairs(alike: Mapping[int, Mapping[int, float]]) -> float:
    """The greatest sum of likeness over pairs, each cluster in one (Kuhn 1955, by shortest augmenting paths)."""
    columns = sorted({other for others in alike.values() for other in others})
    rows = [[-others.get(column, 0.0) for column in columns] for others in alike.values()]
    if len(rows) > len(columns):
        rows = [list(row) for row in zip(*rows, strict=True)]
    width = len(rows[0])
    row_price, column_price = [0.0] * (len(rows) + 1), [0.0] * (width + 1)
    row_of, way = [0] * (width + 1), [0] * (width + 1)
    for number in range(1, len(rows) + 1):
        _augment(rows, number, row_price, column_price, row_of, way)
    return -sum(rows[row_of[column] - 1][column - 1] for column in range(1, width + 1) if row_of[column])


def _augment(
    rows: Sequence[Sequence[float]],
    number: int,
    row_price: list[float],
    column_price: list[float],
    row_of: list[int],
    way: list[int],
) -> None:
    """Give row `number` a column, moving others where that is cheaper; column 0 stands for none."""
    width = len(column_price) - 1
    row_of[0], column = number, 0
    least, used = [float("inf")] * (width + 1), [False] * (width + 1)
    while row_of[column]:
        used[column] = True
        row, step, following = row_of[column], float("inf"), 0
        for other in range(1, width + 1):
            if used[other]:
                continue
            cost = rows[row - 1][other - 1] - row_price[row] - column_price[other]
            if cost < least[other]:
                least[other], way[other] = cost, column
            if least[other] < step:
                step, following = least[other], other
        for other in range(width + 1):
            if used[other]:
                row_price[row_of[other]] += step
                column_price[other] -= step
            else:
                least[other] -= step
        column = following
    while column:
        row_of[column] = row_of[way[column]]
        column = way[column]
