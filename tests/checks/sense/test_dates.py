"""A statement is of its own time, and only a plan is of a time to come."""

import pytest

from generator.checks.sense.dates import not_yet, of_another_year


def written(when: str, kind: str, nl: str) -> dict[str, str]:
    text = f'{{nl: "{nl}", en: "{nl}"}}'
    record = f"- {{id: s, when: {when}, kind: {kind}, text: {text}, cites: [verslag-2022#sluizen-1]}}\n"
    return {"data/themes/locks/statements.yaml": record}


@pytest.mark.parametrize(
    ("when", "text", "is_another"),
    [
        ("2022", "In 2022 was het zo.", False),
        ("2022", "Toen, in 2021, was het zo.", True),
        ("2021/2022", "In 2022 was het zo.", False),
        ("2022", "Het was zo.", False),
        ("2022", "De Visie 2035 zegt het.", False),
    ],
)
def test_a_statement_names_a_year_of_its_time(archive_from, when, text, is_another):
    (statement,) = archive_from(written(when, "context", text)).themes["locks"].statements

    assert bool(list(of_another_year(statement))) is is_another


@pytest.mark.parametrize(
    ("when", "kind", "is_wrong"),
    [("2024", "result", True), ("2024", "setback", True), ("2024", "plan", False), ("2022", "result", False)],
)
def test_only_a_plan_is_of_a_time_after_its_sources(archive_from, when, kind, is_wrong):
    archive = archive_from(written(when, kind, "Het is zo."))
    (statement,) = archive.themes["locks"].statements

    assert bool(list(not_yet(archive, statement))) is is_wrong
