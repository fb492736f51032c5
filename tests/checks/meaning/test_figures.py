"""What a record says of a figure and its passages do not; whole records are in tests/cases/refused/."""

import pytest

from generator.archive import entries
from generator.checks.claims import claims_of
from generator.checks.meaning.figures import FiguresSaid
from generator.diagnostics import Rule
from tests.support.small import SMALL

LOCKS = "data/themes/locks/"


def rules_in(archive) -> list[Rule]:
    said = FiguresSaid(archive)
    of_texts = [found.rule for claim in claims_of(archive) for found in said.of_claim(claim)]
    return of_texts + [found.diagnostic.rule for entry in entries(archive) for found in said.of_value(entry)]


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
        ("qualifier: about, cites: krant", "cites: krant", [Rule.HEDGE_OF_PASSAGE]),
    ],
)
def test_a_value_has_the_unit_and_the_hedge_of_its_passage(archive_from, old, new, rules):
    written = (SMALL / LOCKS / "indicators.yaml").read_text("utf-8")

    assert old in written
    assert rules_in(archive_from({f"{LOCKS}indicators.yaml": written.replace(old, new)})) == rules


@pytest.mark.parametrize(
    ("nl", "en", "rules"),
    [
        pytest.param("12 trainingen", "12 trainings", [], id="what is counted there"),
        pytest.param("12 sluiswachters", "12 lock keepers", [], id="a thing that is not known"),
        pytest.param("12 keer een training", "A training 12 times", [], id="how often it was"),
        pytest.param("12 controles", "12 checks", [Rule.UNIT_OF_PASSAGE] * 2, id="another thing"),
        pytest.param("Ten minste negen; het waren er 9.", "At least nine; 9 were held.", [], id="said again"),
        pytest.param("De twee soorten.", "The two kinds.", [], id="a pair"),
    ],
)
def test_what_a_figure_counts_is_that_of_its_passage(rules_of, nl, en, rules):
    assert rules_of(nl, en, "verslag-2022#mensen-1") == rules


def test_a_definition_is_compared_as_well(archive_from):
    written = (SMALL / LOCKS / "indicators.yaml").read_text("utf-8")
    changed = written.replace("op een schutting wacht", "op een schutting wacht (in 2021 4,20 kg)")

    assert rules_in(
        archive_from(
            {
                f"{LOCKS}indicators.yaml": changed.replace(
                    "4.50, cites: brief-2021-03-10#sluizen-2", "4.20, cites: verslag-2022#sluizen-3"
                )
            }
        )
    ) == [Rule.UNIT_OF_PASSAGE]


def test_of_a_tension_both_sides_are_compared_but_not_whether_it_rose(archive_from):
    def found(nl: str) -> list[Rule]:
        text = f'{{nl: "{nl}", en: "One source."}}'
        cites = "[krant-2022#aanhef-1, verslag-2022#sluizen-3]"
        tension = f"- {{id: t, kind: wording, themes: [locks], text: {text}, cites: {cites}}}\n"
        return rules_in(archive_from({"data/tensions.yaml": tension}))

    assert found("Het was 3,9 uur; de krant noemt circa 9.000 schepen, een daling.") == []
    assert found("Het was 3,9 kg.") == [Rule.UNIT_OF_PASSAGE]


def test_a_tension_tells_both_sides(small_archive):
    assert rules_in(small_archive) == []
