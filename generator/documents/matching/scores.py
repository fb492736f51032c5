"""Scores from 0 to 1: a logistic function of a few measures, whose weights were fitted to what people entered.

A pair is scored twice: by itself, and then by its score beside those of the other pairs of its passage and of the
document.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.text import table_in, typed

Measures = Mapping[str, float]
"""What is measured of a pair, by name."""
Pairs = Mapping[str, Mapping[str, Measures]]
"""Measures by the id of a passage and that of a record."""
Scores = Mapping[str, Mapping[str, float]]
"""By the id of a passage and that of a milestone or theme."""
_FARTHEST = 6.0
"""How far from even a chance is taken to be at most, as the logarithm of its odds."""


@dataclass(frozen=True)
class Weights:
    """How much each measure counts."""

    bias: float
    of: Mapping[str, float]


@dataclass(frozen=True)
class Thresholds:
    """The score from which something is offered as a match, by kind."""

    themes: float
    milestones: float
    indicators: float


@dataclass(frozen=True)
class AllWeights:
    """Everything in weights.toml: of each kind for a pair by itself, and for one in its context."""

    thresholds: Thresholds
    themes: Weights
    milestones: Weights
    milestones_in_context: Weights
    themes_in_context: Weights


def _read() -> AllWeights:
    file = "generator/documents/matching/weights.toml"
    table = table_in("generator.documents.matching", "weights.toml")
    thresholds = typed(table.pop("thresholds"), Thresholds, file)
    weights = {name: typed(part, Weights, file) for name, part in table.items()}
    return typed({"thresholds": thresholds, **weights}, AllWeights, file)


WEIGHTS = _read()


def score(weights: Weights, measures: Measures) -> float:
    """The probability, as far as the weights know, that the pair belongs together."""
    total = weights.bias + sum(weight * measures[name] for name, weight in weights.of.items())
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, total))))


def scored(weights: Weights, pairs: Pairs) -> Scores:
    """The score of every pair."""
    return {id: {other: score(weights, measures) for other, measures in of.items()} for id, of in pairs.items()}


def beside_others(scores: Scores) -> Pairs:
    """Of each pair its score, the highest of the passage with another record, and of the record with another passage.

    All as the logarithm of their odds.
    """
    odds = {id: {record: _odds(value) for record, value in of.items()} for id, of in scores.items()}
    of_record: defaultdict[str, list[float]] = defaultdict(list)
    for of in odds.values():
        for record, value in of.items():
            of_record[record].append(value)
    most = {record: sorted(values)[-2:] for record, values in of_record.items()}
    return {id: dict(_beside(of, most)) for id, of in odds.items()}


def _beside(of: Mapping[str, float], most: Mapping[str, list[float]]) -> Iterator[tuple[str, Measures]]:
    highest = sorted(of.values())[-2:]
    for record, value in of.items():
        yield record, {"own": value, "beside": _other(highest, value), "elsewhere": _other(most[record], value)}


def _other(highest: list[float], own: float) -> float:
    """The highest but for one that is the pair's own, of the two highest."""
    if len(highest) < 2:
        return -_FARTHEST
    return highest[0] if highest[1] == own else highest[1]


def _odds(chance: float) -> float:
    return max(-_FARTHEST, min(_FARTHEST, math.log((chance + 1e-9) / (1 - chance + 1e-9))))


def around(scores: Scores, section: Mapping[str, str], opening: str) -> Scores:
    """The mean of the scores, as the logarithm of their odds, of the other passages under the same heading.

    `section` has the heading of each passage, in the order of the document; under no heading, which is `opening`, the
    neighbours count instead. The passage itself counts where there are no others.
    """
    ids = list(section)
    under: defaultdict[str, list[str]] = defaultdict(list)
    for id in ids:
        under[section[id]].append(id)
    found = {}
    for place, id in enumerate(ids):
        near = [*ids[max(0, place - 1) : place], *ids[place + 1 : place + 2]]
        others = [other for other in (near if section[id] == opening else under[section[id]]) if other != id] or [id]
        found[id] = {
            record: sum(_odds(scores[other][record]) for other in others) / len(others) for record in scores[id]
        }
    return found
