"""Terms, units, owners and what reports say have a word in the passages."""

import pytest

from tests.checks.reading.test_figures import INDICATORS, MILESTONES, changed

GLOSSARY = "data/glossary.yaml"


@pytest.mark.parametrize(
    ("file", "before", "after", "message"),
    [
        (
            GLOSSARY,
            '{nl: "Schutting", en: "Lockage"}',
            '{nl: "Vuurtoren", en: "Lighthouse"}',
            "term 'lockage' is in none of the passages that it cites",
        ),
        (
            INDICATORS,
            "unit: hours",
            "unit: trainings",
            "indicator 'waiting-time' is in 'trainings', for which neither it nor its passages have a word",
        ),
        (INDICATORS, "unit: hours", "unit: vessels", None),
        (
            MILESTONES,
            "owed_by: customs",
            "owed_by: eu",
            "milestone 'lock-oosterdam' is owed by 'eu', whom neither it nor its passages name",
        ),
        (
            MILESTONES,
            "says: under-way",
            "says: dropped",
            "a report of milestone 'lock-oosterdam' says 'dropped', and its passages have no word for that",
        ),
        (MILESTONES, "owed_by: customs", "owed_by: state-secretary", None),
    ],
)
def test_a_key_that_no_passage_has_a_word_for_is_reported(told, file, before, after, message):
    found = [what for rule, what in told(changed(file, before, after)) if rule == "not-named"]

    assert found == ([message] if message else [])
