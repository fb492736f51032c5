"""A score is a chance: between 0 and 1, higher where a measure that counts is higher."""

from generator.documents.matching.scores import WEIGHTS, Weights, score


def test_a_score_is_a_logistic_function_of_the_measures() -> None:
    weights = Weights(-1, 0.5, {"title": 2.0, "ended": -1.0})

    assert score(weights, {"title": 0.5, "ended": 0, "more": 9}) == 0.5
    assert score(weights, {"title": 1, "ended": 0}) > 0.5 > score(weights, {"title": 0.5, "ended": 1})
    assert 0 <= score(weights, {"title": -1e9, "ended": 0}) < score(weights, {"title": 1e9, "ended": 0}) <= 1


def test_more_of_a_title_counts_for_it() -> None:
    assert WEIGHTS.milestones.of["title"] > 0
    assert WEIGHTS.themes.of["term"] > 0
