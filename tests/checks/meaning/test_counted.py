"""What an indicator counts: it or its passages say so, and no number of a passage is two of its values."""

import pytest

from generator.checks.meaning.counted import taken_twice, unit_is_of_another
from generator.checks.meaning.passages import Passages
from generator.diagnostics import Rule
from tests.support.small import SMALL

FILES = {name: f"data/themes/{name}/indicators.yaml" for name in ("ferries", "locks")}


@pytest.fixture
def rules_of(archive_from):
    """The rules that find something in the indicators of a theme once one text of its file is another."""

    def found(theme: str, old: str, new: str) -> list[Rule]:
        written = (SMALL / FILES[theme]).read_text("utf-8")
        assert old in written
        archive = archive_from({FILES[theme]: written.replace(old, new, 1)})
        passages = Passages(archive)
        return [
            diagnostic.rule
            for indicator in archive.themes[theme].indicators
            for diagnostic in (*unit_is_of_another(archive, passages, indicator), *taken_twice(archive, indicator))
        ]

    return found


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        pytest.param("unit: hours", "unit: hours", [], id="a unit of the passages"),
        pytest.param("unit: trainings", "unit: trainings", [], id="a word of its title"),
        pytest.param("unit: trainings", "unit: cigarettes", [Rule.UNIT_OF_PASSAGE], id="of what nothing speaks"),
        pytest.param("unit: trainings", "unit: million-euros", [Rule.UNIT_OF_PASSAGE], id="a measure"),
        pytest.param('definition: {nl: "Hoeveel schepen', 'definition: {nl: "Hoeveel boten', [], id="in one language"),
    ],
)
def test_an_indicator_is_counted_in_what_it_or_its_passages_speak_of(rules_of, old, new, rules):
    assert rules_of("locks", old, new) == rules


def test_what_is_only_computed_may_have_a_unit_of_its_own(rules_of):
    assert rules_of("ferries", "22, basis: computed", "22, basis: computed") == []


@pytest.mark.parametrize(
    ("theme", "old", "new", "rules"),
    [
        pytest.param("ferries", "value: 7", "value: 3", [Rule.TAKEN_TWICE], id="a number of another cell"),
        pytest.param("locks", "value: 4.20", "value: 4", [Rule.TAKEN_TWICE], id="a target"),
        pytest.param("locks", "value: 4.20", "value: 5", [], id="a number that is not there is told elsewhere"),
    ],
)
def test_a_number_of_a_passage_is_taken_once(rules_of, theme, old, new, rules):
    assert rules_of(theme, old, new) == rules
