"""Hedges and units of titles, contradictions and values, against the very passages."""

from tests.support.small import SMALL

INDICATORS, MILESTONES = "data/themes/locks/indicators.yaml", "data/themes/locks/milestones.yaml"


def changed(file: str, before: str, after: str) -> dict[str, str]:
    text = (SMALL / file).read_text("utf-8")
    assert before in text
    return {file: text.replace(before, after, 1)}


def test_a_title_keeps_the_hedge_of_its_passage(told):
    files = changed(
        INDICATORS,
        '{nl: "Wachttijd bij de sluizen", en: "Waiting time at the locks"}',
        '{nl: "Wachttijd van ruim 4,50 uur", en: "Waiting time of more than 4.50 hours"}',
    )

    found = [message for rule, message in told(files) if rule == "figure-not-read"]
    assert found[0] == "title of indicator 'waiting-time' has 4.50 with over, and its passages with none in 'nl'"


def test_a_title_keeps_the_unit_of_its_passage(told):
    files = changed(
        INDICATORS,
        '{nl: "Wachttijd bij de sluizen", en: "Waiting time at the locks"}',
        '{nl: "Wachttijd van 4,50 dagen", en: "Waiting time of 4.50 hours"}',
    )

    rules = [message for rule, message in told(files) if rule == "figure-not-read"]
    assert "title of indicator 'waiting-time' has 4.50 as days, and its passages as hours in 'nl'" in rules


def test_a_value_has_the_very_hedge_of_its_passage(told):
    files = changed(INDICATORS, "qualifier: at-least", "qualifier: about")

    assert [rule for rule, _ in told(files)] == ["figure-not-read"]


def test_a_value_is_one_of_the_figures_in_its_unit(told):
    right = changed(INDICATORS, "cites: brief-2021-03-10#sluizen-2}", f"cites: [{', '.join(BOTH)}]}}")
    wrong = {INDICATORS: right[INDICATORS].replace("value: 4.50", "value: 2", 1)}

    assert told(right) == []
    assert [message for _, message in told(wrong)] == [
        "an observation of 'waiting-time' is in hours, and its passages give other figures in hours, not 2"
    ]


BOTH = ("brief-2021-03-10#sluizen-1", "brief-2021-03-10#sluizen-2")
"""Two locks are in the one, 4.50 hours in the other."""


def test_what_the_small_archive_says_is_what_its_passages_say(told):
    assert told({}) == []
