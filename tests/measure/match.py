"""How well a letter is matched with what was known before it: `make bench-match SOURCES=folder`, leave one letter out.

The truth is what was entered: a passage is about a record if an entry of it cites the passage. Counted are the records
that other documents know: `before` those published before the letter, `others` all others. Weights and thresholds are
fitted to the other letters each time (with --fit to all of them, to be copied to weights.toml), so that no letter has a
part in its own result. Nothing but the records, the indexes of passages and the text of the letter itself is read.
"""

import math
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from generator.archive.archive import Archive, read_archive
from generator.documents.ingest import Ingestion
from generator.documents.matching.items import Work
from generator.documents.matching.known import known_before
from generator.documents.matching.likeness import Likeness
from generator.documents.matching.measures import Measuring
from generator.documents.matching.scope import out_of_scope
from generator.documents.matching.scores import WEIGHTS, AllWeights, Pairs, Scores, Weights
from generator.documents.matching.work import Matcher
from generator.documents.verify import read_again
from generator.model.citation import Citation
from generator.model.period import parse_period
from tests.support.small import ROOT

WAYS = {"before": None, "others": parse_period("2099-12-31")}
"""What is known of the records; the day before which it was published, or None for that of the letter."""
STAGES: dict[str, tuple[str, Callable[[Matcher], Pairs]]] = {
    "themes": ("themes", lambda matcher: matcher.measuring.themes.pairs),
    "milestones": ("milestones", lambda matcher: matcher.milestones_measured),
    "milestones_in_context": ("milestones", lambda matcher: matcher.milestones_compared),
    "themes_in_context": ("themes", lambda matcher: matcher.themes_compared),
}
"""What is fitted, in turn: the kind of record, and what is measured with the weights that were fitted before."""
AIMS = {"themes": 0.75, "milestones": 0.60}
"""The share of what is offered that is to be right: of the other letters the lowest threshold with which it is."""
RIDGE = 1e-5
STEPS = 25
CONVERGED = 1e-4
Pair = tuple[str, str]
Rows = list[tuple[dict[str, float], bool]]


@dataclass(frozen=True)
class Left:
    """One letter that is left out of what is known, with what was entered of it."""

    archive: Archive
    document: Ingestion
    way: str

    @cached_property
    def measuring(self) -> Measuring:
        published = WAYS[self.way] or self.document.published
        return Measuring(Likeness(known_before(self.archive, self.document.source, published), self.document))

    @cached_property
    def passages(self) -> tuple[str, ...]:
        """The ids of those that are read, in reading order."""
        scope = out_of_scope(self.document.passages)
        return tuple(passage.id for passage in self.document.passages if passage.id not in scope)

    @cached_property
    def cited(self) -> dict[str, set[Pair]]:
        """The pairs of a passage and a known record that were entered, by kind."""
        known = self.measuring.likeness.known
        ids = {"milestones": {m.id for _, m in known.milestones}, "indicators": {i.id for _, i in known.indicators}}
        found: dict[str, set[Pair]] = {"milestones": set(), "indicators": set(), "themes": set()}
        for kind, theme, id, cites in entered(self.archive):
            passages = {citation.passage for citation in cites if citation.source == self.document.source}
            found["themes"] |= {(passage, theme) for passage in passages if theme in known.themes}
            if kind in ids and id in ids[kind]:
                found[kind] |= {(passage, id) for passage in passages}
        return found

    def rows(self, stage: str, weights: AllWeights) -> Rows:
        """The measures of every pair at a stage, and whether it was entered."""
        kind, measured = STAGES[stage]
        pairs = measured(Matcher(self.measuring, weights))
        return [
            (dict(measures), (id, record) in self.cited[kind])
            for id in self.passages
            for record, measures in pairs[id].items()
        ]


def entered(archive: Archive) -> Iterator[tuple[str, str, str, tuple[Citation, ...]]]:
    """Kind, theme, id and citations of everything that was entered."""
    for theme in archive.themes.values():
        yield from (("statements", theme.id, record.id, record.cites) for record in theme.statements)
        yield from (("standings", theme.id, "", record.cites) for record in theme.text.standings)
        for milestone in theme.milestones:
            yield from (("milestones", theme.id, milestone.id, report.cites) for report in milestone.reports)
        for indicator in theme.indicators:
            yield from (("indicators", theme.id, indicator.id, value.cites) for value in indicator.observations)


def fitted(lefts: Sequence[Left]) -> AllWeights:
    """The weights fitted to some letters, stage by stage, and the thresholds that reach what is aimed at with them."""
    weights = WEIGHTS
    for stage in STAGES:
        rows = [row for left in lefts for row in left.rows(stage, weights)]
        weights = replace(weights, **{stage: _fitted(rows, getattr(weights, stage))})
    least = {}
    for kind, aim in AIMS.items():
        scores = [(left, getattr(Matcher(left.measuring, weights), kind)) for left in lefts if left.way == "others"]
        least[kind] = _threshold([pair for left, of in scores for pair in _judged(left, of, kind)], aim)
    return replace(weights, thresholds=replace(weights.thresholds, **least))


def _judged(left: Left, scores: Scores, kind: str) -> Iterator[tuple[float, bool]]:
    for id in left.passages:
        yield from ((value, (id, record) in left.cited[kind]) for record, value in scores[id].items())


def _threshold(scores: Iterable[tuple[float, bool]], aim: float) -> float:
    """The lowest score from which the share that is right is the aim; 1 if there is none."""
    least, right = 1.0, 0
    for count, (value, is_right) in enumerate(sorted(scores, reverse=True), 1):
        right += is_right
        if right >= aim * count:
            least = value
    return least


def _fitted(rows: Rows, first: Weights) -> Weights:
    """The weights under which what was entered is likeliest, by Newton's method with a slight ridge."""
    names = list(rows[0][0])
    table = [([measures[name] for name in names] + [1.0], float(is_true)) for measures, is_true in rows]
    weights = [*(first.of.get(name, 0.0) for name in names), first.bias]
    for _ in range(STEPS):
        before, weights = weights, _step(table, weights)
        if max(abs(new - old) for new, old in zip(weights, before, strict=True)) < CONVERGED:
            break
    return Weights(weights[-1], dict(zip(names, weights, strict=False)))


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


def found_in(work: Work, kind: str) -> set[Pair]:
    """What is proposed of a letter."""
    if kind == "themes":
        return {(item.passage.id, match.theme) for item in work.items for match in item.themes}
    if kind == "milestones":
        return {(item.passage.id, match.milestone.id) for item in work.items for match in item.milestones}
    return {(item.passage.id, match.indicator.id) for item in work.items for match in item.indicators}


def letters(sources: Path) -> tuple[Archive, list[Ingestion]]:
    """The archive, and each document of it that was read whole and is in the folder."""
    archive = read_archive(ROOT)
    whole = [source.id for source in archive.sources.values() if source.is_whole and source.has_passages]
    return archive, [read for id in whole if isinstance(read := read_again(archive, id, sources), Ingestion)]


def line(name: str, counts: Iterable[tuple[int, int, int]]) -> str:
    right, found, cited = (sum(column) for column in zip(*counts, strict=True))
    precision, recall = (f"{right / whole:.2f}" if whole else "  – " for whole in (found, cited))
    return f"{name:42} {precision:>9} {recall:>7} {right:6} {found:6} {cited:6}"


def main(sources: Path, *, fit: bool) -> None:
    archive, read = letters(sources)
    every = {way: [Left(archive, document, way) for document in read] for way in WAYS}
    if fit:
        print(fitted([left for lefts in every.values() for left in lefts]))
        return
    without = {
        one.source: fitted([left for lefts in every.values() for left in lefts if left.document is not one])
        for one in read
    }
    works = {
        (way, left.document.source): Matcher(left.measuring, without[left.document.source]).work()
        for way, lefts in every.items()
        for left in lefts
    }
    print(f"{'':42} precision  recall  right  found entered")
    for kind in ("milestones", "themes", "indicators"):
        for way, lefts in every.items():
            counts = []
            for left in lefts:
                found = found_in(works[way, left.document.source], kind)
                counts.append(rates(found, left.cited[kind]))
                print(line(f"{way}, {kind}: {left.document.source}", counts[-1:]))
            print(line(f"{way}, {kind}", counts), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), fit="--fit" in sys.argv)
