"""Scores from 0 to 1: a logistic function of a few measures, whose weights were fitted to what people entered."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from generator.text import table_in, typed

Measures = Mapping[str, float]
"""What is measured of a pair, by name."""


@dataclass(frozen=True)
class Weights:
    """How much each measure counts."""

    bias: float
    threshold: float
    """The score from which something counts as a match."""
    of: Mapping[str, float]


@dataclass(frozen=True)
class AllWeights:
    """Everything in weights.toml."""

    milestones: Weights
    themes: Weights


def _read() -> AllWeights:
    file = "generator/documents/matching/weights.toml"
    table = table_in("generator.documents.matching", "weights.toml")
    return AllWeights(**{name: typed(part, Weights, file) for name, part in table.items()})


WEIGHTS = _read()


def score(weights: Weights, measures: Measures) -> float:
    """The probability, as far as the weights know, that the pair belongs together."""
    total = weights.bias + sum(weight * measures[name] for name, weight in weights.of.items())
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, total))))
