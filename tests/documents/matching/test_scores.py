"""A score is a chance: between 0 and 1, higher where a measure that counts is higher."""

import math

from generator.documents.matching.scores import WEIGHTS, Weights, around, beside_others, score, scored


def test_a_score_is_a_logistic_function_of_the_measures() -> None:
    weights = Weights(-1, {"title": 2.0, "ended": -1.0})

    assert score(weights, {"title": 0.5, "ended": 0, "more": 9}) == 0.5
    assert score(weights, {"title": 1, "ended": 0}) > 0.5 > score(weights, {"title": 0.5, "ended": 1})
    assert 0 <= score(weights, {"title": -1e9, "ended": 0}) < score(weights, {"title": 1e9, "ended": 0}) <= 1
    assert scored(weights, {"a-1": {"x": {"title": 0.5, "ended": 0}}}) == {"a-1": {"x": 0.5}}


def test_more_of_a_title_and_more_terms_count_for_it() -> None:
    assert WEIGHTS.milestones.of["pieces"] > 0
    assert WEIGHTS.themes.of["terms"] > 0
    assert WEIGHTS.themes_in_context.of["own"] > 0 > WEIGHTS.themes_in_context.of["beside"]


def test_a_score_is_compared_with_the_others_of_its_passage_and_of_its_record() -> None:
    pairs = beside_others({"a-1": {"x": 0.5, "y": 0.75}, "a-2": {"x": 0.25}})
    three = math.log(3)

    assert {(id, record): tuple(round(value / three, 6) for value in measures.values())
            for id, of in pairs.items() for record, measures in of.items()} == {
        ("a-1", "x"): (0, 1, -1),
        ("a-1", "y"): (1, 0, round(-6 / three, 6)),
        ("a-2", "x"): (-1, round(-6 / three, 6), 0),
    }  # fmt: skip


def test_around_a_passage_are_those_under_its_heading_or_its_neighbours_where_there_is_none() -> None:
    scores = {"o-1": {"x": 0.75}, "o-2": {"x": 0.5}, "o-3": {"x": 0.25}, "s-1": {"x": 0.75}, "s-2": {"x": 0.25}}
    near = around(scores, {id: "opening" if id.startswith("o") else "Sluizen" for id in scores}, "opening")

    assert {id: round(of["x"] / math.log(3), 6) for id, of in near.items()} == {
        "o-1": 0, "o-2": 0, "o-3": 0.5, "s-1": -1, "s-2": 1,
    }  # fmt: skip
    assert around({"s-1": {"x": 0.75}}, {"s-1": "Sluizen"}, "opening")["s-1"]["x"] > 0
