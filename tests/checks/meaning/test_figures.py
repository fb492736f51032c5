"""What a record says of a figure and its passages do not; whole records are in tests/cases/refused/."""

import pytest

from generator.archive import citing, entries
from generator.checks.meaning.figures import FiguresSaid
from generator.diagnostics import Rule
from tests.support.small import SMALL

LOCKS = "data/themes/locks/"


def rules_in(archive) -> list[Rule]:
    said = FiguresSaid(archive)
    return [finding.diagnostic.rule for entry in citing(entries(archive)) for finding in said.findings(entry)]


@pytest.fixture
def rules_of(archive_from):
    def found(nl: str, en: str, cites: str) -> list[Rule]:
        text = f'{{nl: "{nl}", en: "{en}"}}'
        written = f"- {{id: s, when: 2022, kind: context, text: {text}, cites: [{cites}]}}\n"
        return rules_in(archive_from({f"{LOCKS}statements.yaml": written}))

    return found


@pytest.mark.parametrize(
    ("nl", "en", "rules"),
    [
        pytest.param("Het duurde 3,9 uur.", "It took 3.9 hours.", [], id="as in the passage"),
        pytest.param("Het was 3,9 kg.", "It was 3.9 kg.", [Rule.UNIT_OF_PASSAGE] * 2, id="another unit"),
        pytest.param("Het duurde ruim 3,9 uur.", "It took over 3.9 hours.", [Rule.HEDGE_OF_PASSAGE] * 2, id="a hedge"),
        pytest.param("Het duurde 4 uur.", "It took 4 hours.", [], id="a limit may be a number"),
        pytest.param("Het duurde bijna 4 uur.", "It took almost 4 hours.", [Rule.HEDGE_OF_PASSAGE] * 2, id="no limit"),
    ],
)
def test_a_figure_of_a_text_is_said_as_in_its_passage(rules_of, nl, en, rules):
    assert rules_of(nl, en, "verslag-2022#sluizen-3") == rules


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("qualifier: at-least", "qualifier: less-than", [Rule.HEDGE_OF_PASSAGE]),
        ("qualifier: at-least, ", "", [Rule.HEDGE_OF_PASSAGE]),
        ("unit: hours", "unit: kilograms", [Rule.UNIT_OF_PASSAGE] * 4),
        ("qualifier: about, cites: krant", "cites: krant", []),
    ],
)
def test_a_value_has_the_unit_and_the_hedge_of_its_passage(archive_from, old, new, rules):
    written = (SMALL / LOCKS / "indicators.yaml").read_text("utf-8")

    assert old in written
    assert rules_in(archive_from({f"{LOCKS}indicators.yaml": written.replace(old, new)})) == rules


def test_a_tension_tells_both_sides(small_archive):
    assert rules_in(small_archive) == []
