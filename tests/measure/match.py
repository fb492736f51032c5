"""How well a letter is matched with what was known before it: `make bench-match SOURCES=folder`, leave one letter out.

The truth is what was entered: a passage is about a record if an entry of it cites the passage. Counted are the records
that other documents know: `before` those published before the letter, `others` all others. The weights are fitted to
the other letters each time (with --fit to all of them, to be copied to weights.toml), so that no letter has a part in
its own result. Nothing but the records, the indexes of passages and the text of the letter itself is read.
"""

import math
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.archive.archive import Archive, read_archive
from generator.documents.ingest import Ingestion
from generator.documents.matching.known import known_before
from generator.documents.matching.scores import WEIGHTS, Weights, score
from generator.documents.matching.work import Matcher
from generator.documents.verify import read_again
from generator.model.citation import Citation
from generator.model.period import parse_period
from tests.support.small import ROOT

WAYS = {"before": None, "others": parse_period("2099-12-31")}
"""What is known of the records; the day before which it was published, or None for that of the letter."""
RIDGE = 1e-5
STEPS = 25
Pair = tuple[str, str]
Rows = list[tuple[dict[str, float], bool]]


@dataclass(frozen=True)
class Left:
    """One letter that is left out of what is known, with what was entered of it."""

    archive: Archive
    document: Ingestion
    way: str

    @cached_property
    def matcher(self) -> Matcher:
        published = WAYS[self.way] or self.document.published
        return Matcher(known_before(self.archive, self.document.source, published), self.document)

    @cached_property
    def cited(self) -> dict[str, set[Pair]]:
        """The pairs of a passage and a known record that were entered, by kind."""
        known = self.matcher.known
        ids = {"milestones": {m.id for _, m in known.milestones}, "indicators": {i.id for _, i in known.indicators}}
        found: dict[str, set[Pair]] = {"milestones": set(), "indicators": set(), "themes": set()}
        for kind, theme, id, cites in entered(self.archive):
            passages = {citation.passage for citation in cites if citation.source == self.document.source}
            found["themes"] |= {(passage, theme) for passage in passages if theme in known.themes}
            if kind in ids and id in ids[kind]:
                found[kind] |= {(passage, id) for passage in passages}
        return found

    def rows(self, kind: str) -> Rows:
        """The measures of every pair, and whether it was entered."""
        measures = getattr(self.matcher.measuring, kind)
        promised = self.matcher.promised if kind == "themes" else {}
        more = {id: {theme: {"promise": best} for theme, best in of.items()} for id, of in promised.items()}
        names = getattr(WEIGHTS, kind).of
        found = []
        for passage, of in measures.items():
            for id, measured in of.items():
                whole = {**measured, **more.get(passage, {}).get(id, {})}
                found.append(({name: whole.get(name, 0.0) for name in names}, (passage, id) in self.cited[kind]))
        return found


def entered(archive: Archive) -> Iterator[tuple[str, str, str, tuple[Citation, ...]]]:
    """Kind, theme, id and citations of everything that was entered."""
    for theme in archive.themes.values():
        yield from (("statements", theme.id, record.id, record.cites) for record in theme.statements)
        yield from (("standings", theme.id, "", record.cites) for record in theme.text.standings)
        for milestone in theme.milestones:
            yield from (("milestones", theme.id, milestone.id, report.cites) for report in milestone.reports)
        for indicator in theme.indicators:
            yield from (("indicators", theme.id, indicator.id, value.cites) for value in indicator.observations)


def fitted(rows: Rows, threshold: float) -> Weights:
    """The weights under which what was entered is likeliest, by Newton's method with a slight ridge."""
    names = list(rows[0][0])
    table = [([measures[name] for name in names] + [1.0], float(is_true)) for measures, is_true in rows]
    weights = [0.0] * (len(names) + 1)
    for _ in range(STEPS):
        weights = _step(table, weights)
    return Weights(weights[-1], threshold, dict(zip(names, weights, strict=False)))


def _step(table: Sequence[tuple[list[float], float]], weights: list[float]) -> list[float]:
    size = len(weights)
    slope = [RIDGE * weight * len(table) for weight in weights]
    bend = [[RIDGE * len(table) * (i == j) for j in range(size)] for i in range(size)]
    for values, truth in table:
        total = sum(weight * value for weight, value in zip(weights, values, strict=True))
        chance = 1 / (1 + math.exp(-max(-50.0, min(50.0, total))))
        for i, value in enumerate(values):
            if value:
                slope[i] += (chance - truth) * value
                part = chance * (1 - chance) * value
                for j in range(i + 1):
                    bend[i][j] += part * values[j]
    whole = [[bend[max(i, j)][min(i, j)] for j in range(size)] for i in range(size)]
    return [weight - by for weight, by in zip(weights, _solved(whole, slope), strict=True)]


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i, _ in enumerate(rows):
        best = max(range(i, len(rows)), key=lambda at: abs(rows[at][i]))
        rows[i], rows[best] = rows[best], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for j, row in enumerate(rows):
            if j != i:
                rows[j] = [value - row[i] * own for value, own in zip(row, rows[i], strict=True)]
    return [row[-1] for row in rows]


def rates(found: set[Pair], cited: set[Pair]) -> tuple[int, int, int]:
    """How many were found rightly, found, and entered."""
    return len(found & cited), len(found), len(cited)


def found_by(left: Left, kind: str, weights: Weights | None) -> set[Pair]:
    """What is proposed of a letter; with other weights than those of the program where some are given."""
    if kind == "indicators":
        items = left.matcher.work().items
        return {(item.passage.id, match.indicator.id) for item in items for match in item.indicators}
    weights = weights or getattr(WEIGHTS, kind)
    pairs = [(p, id) for p, of in getattr(left.matcher.measuring, kind).items() for id in of]
    rows = left.rows(kind)
    return {pair for pair, (row, _) in zip(pairs, rows, strict=True) if score(weights, row) >= weights.threshold}


def letters(sources: Path) -> tuple[Archive, list[Ingestion]]:
    """The archive, and each document of it that was read whole and is in the folder."""
    archive = read_archive(ROOT)
    whole = [source.id for source in archive.sources.values() if source.is_whole and source.has_passages]
    return archive, [read for id in whole if isinstance(read := read_again(archive, id, sources), Ingestion)]


def line(name: str, counts: Iterable[tuple[int, int, int]]) -> str:
    right, found, cited = (sum(column) for column in zip(*counts, strict=True))
    precision, recall = (f"{right / whole:.2f}" if whole else "  – " for whole in (found, cited))
    return f"{name:42} {precision:>9} {recall:>7} {right:6} {found:6} {cited:6}"


def _fitted_without(left_out: str, rows: Mapping[str, Rows], kind: str) -> Weights:
    """The weights fitted to all letters but one."""
    others = [row for id, of in rows.items() if id != left_out for row in of]
    return fitted(others, getattr(WEIGHTS, kind).threshold)


def main(sources: Path, *, fit: bool) -> None:
    archive, read = letters(sources)
    every = {way: [Left(archive, document, way) for document in read] for way in WAYS}
    if fit:
        for kind in ("milestones", "themes"):
            rows = [row for left in every["others"] for row in left.rows(kind)]
            print(kind, fitted(rows, getattr(WEIGHTS, kind).threshold))
        return
    print(f"{'':42} precision  recall  right  found entered")
    for kind in ("milestones", "themes", "indicators"):
        rows = {left.document.source: left.rows(kind) for left in every["others"]} if kind != "indicators" else {}
        weights = {id: _fitted_without(id, rows, kind) for id in rows}
        for way, lefts in every.items():
            counts = []
            for left in lefts:
                found = found_by(left, kind, weights.get(left.document.source))
                counts.append(rates(found, left.cited[kind]))
                print(line(f"{way}, {kind}: {left.document.source}", counts[-1:]))
            print(line(f"{way}, {kind}", counts), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), fit="--fit" in sys.argv)
