"""Figures in the same order in both languages, and years where years belong."""

import re

import pytest

from generator.checks.claims import claims_of
from generator.checks.sense.order import in_other_order, is_year_of_a_name, years_as_counts
from tests.checks.reading.conftest import statement


@pytest.fixture
def found(archive_from):
    """How many problems each of the two rules finds in a statement with these texts."""

    def counted(nl: str, en: str) -> tuple[int, int]:
        archive = archive_from(statement(nl, en, "verslag-2022#sluizen-3"))
        claims = [claim for claim in claims_of(archive) if claim.name == "statement 's'"]
        return tuple(sum(len(list(rule(claim))) for claim in claims) for rule in (in_other_order, years_as_counts))

    return counted


@pytest.mark.parametrize(
    ("nl", "en", "problems"),
    [
        ("Van 3 naar 4 uur.", "From 3 to 4 hours.", (0, 0)),
        ("Van 3 naar 4 uur.", "From 4 to 3 hours.", (1, 0)),
        ("In 2021 waren er 3, in 2022 4.", "There were 3 in 2021, and 4 in 2022.", (0, 0)),
        ("In 2021 waren er 3, in 2022 4.", "In 2022 there were 3, and in 2021 4.", (1, 0)),
        ("Op 1 mei 2022 begonnen er 3.", "On 1 May 2022 3 began.", (0, 0)),
        ("Er waren er 3 op 1 mei.", "On 1 May there were 3.", (0, 0)),
        ("In 3 zijn alle 2021 schepen gezien.", "In 2021 all 3 ships were seen.", (0, 1)),
        ("In meer dan 2021 voeren er 3.", "3 sailed in 2021.", (0, 1)),
        ("Bijna 2021 kg.", "Almost 2021 kg.", (0, 0)),
        ("Ruim 2000 containers.", "More than 2000 containers.", (0, 0)),
    ],
)
def test_figures_and_years_are_in_place(found, nl, en, problems):
    assert found(nl, en) == problems


@pytest.mark.parametrize(
    ("text", "is_name"), [("In de Visie 2035 staat het.", True), ("Dat was in 2035.", False), ("In mei 2035.", False)]
)
def test_a_year_after_a_name_is_part_of_it(text, is_name):
    year = re.search(r"\d{4}", text)

    assert year
    assert is_year_of_a_name(text, year) is is_name
