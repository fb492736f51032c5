"""How far each source has been read: its passages cited, out of scope or open, and which of its numbers are carried."""

from collections.abc import Callable

import pytest

from generator.archive.archive import Archive
from generator.checks.coverage import Checked, Coverage, checked_in, coverage_of
from generator.editions.edition import Account
from generator.editions.history import Editions
from tests.checks.test_observations import FIRST, value, waiting
from tests.support.small import SMALL, Files

LETTER, REPORT, LATEST = "brief-2021-03-10", "verslag-2022", "brief-2023-06-20"
STATEMENTS = "data/themes/ferries/statements.yaml"
INDICATORS = "data/themes/ferries/indicators.yaml"
NO_RECORDS: Files = {"data/themes/ferries/indicators.yaml": None, "data/glossary.yaml": None}
"""Without these no record cites the table of safety checks."""
Covered = Callable[[Files], dict[str, Coverage]]


@pytest.fixture
def by_edition(archive_from: Callable[[Files], Archive]) -> Callable[[Files], list[dict[str, Coverage]]]:
    """For each edition of the small archive with these files: by source, how far it is read."""

    def read(files: Files) -> list[dict[str, Coverage]]:
        archive = archive_from(files)
        return [{c.source: c for c in coverage_of(archive, edition)} for edition in Editions(archive)]

    return read


@pytest.fixture
def covered(by_edition: Callable[[Files], list[dict[str, Coverage]]]) -> Covered:
    """The same in the newest edition."""
    return lambda files: by_edition(files)[-1]


def with_number(number: str) -> Files:
    """The index of the latest letter, with the number in the one passage that nothing cites yet."""
    file = f"data/passages/{LATEST}.yaml"
    before, numbers, after = (SMALL / file).read_text("utf-8").rpartition("numbers: []")
    assert numbers
    return {file: f'{before}numbers: ["{number}"]{after}'}


def statement(nl: str, en: str, *cites: str) -> Files:
    written = f'- {{id: s, when: 2022, kind: context, text: {{nl: "{nl}", en: "{en}"}}, cites: [{", ".join(cites)}]}}\n'
    return {STATEMENTS: (SMALL / STATEMENTS).read_text("utf-8") + "\n" + written}


def test_each_source_that_is_held_is_told_whole(covered: Covered) -> None:
    assert list(covered({}).values()) == [
        Coverage(LETTER, Account(7, 4, 3), (), {"ferries": 1, "locks": 3}, 2, {}),
        Coverage(REPORT, Account(7, 7, 0), (), {"ferries": 3, "locks": 4}, 9, {}),
        Coverage(LATEST, Account(7, 4, 2), ("vooruitblik-1",), {"ferries": 2, "locks": 2}, 1, {}),
    ]


def test_a_source_is_complete_when_nothing_in_it_is_open(covered: Covered) -> None:
    assert {id: entry.account.is_complete for id, entry in covered({}).items()} == {
        LETTER: True,
        REPORT: True,
        LATEST: False,
    }


@pytest.mark.parametrize("files", [{}, NO_RECORDS, {STATEMENTS: None}])
def test_every_passage_is_cited_or_out_of_scope_or_open(covered: Covered, files: Files) -> None:
    for entry in covered(files).values():
        assert entry.account.accounted + len(entry.open) == entry.account.passages
        assert entry.account.is_complete == (not entry.open)


def test_a_passage_that_nothing_cites_any_more_is_open(covered: Covered) -> None:
    entry = covered({"data/themes/ferries/milestones.yaml": None, STATEMENTS: None})[LATEST]

    assert entry == Coverage(LATEST, Account(7, 2, 2), ("veren-1", "veren-2", "vooruitblik-1"), {"locks": 2}, 1, {})


def test_a_term_explains_a_word_and_does_not_read_the_passage(covered: Covered) -> None:
    entry = covered({INDICATORS: None})[REPORT]

    assert entry.open == ("veren-3",)
    assert entry.uncarried == {"veren-3": ("12", "7", "3", "0")}


def test_a_passage_out_of_scope_is_not_open_and_its_numbers_do_not_count(covered: Covered) -> None:
    file = f"data/sources/{REPORT}.yaml"
    out = (SMALL / file).read_text("utf-8") + "out_of_scope:\n  - {passage: veren-3, why: a table}\n"
    entry = covered({**NO_RECORDS, file: out})[REPORT]

    assert entry == Coverage(REPORT, Account(7, 6, 1), (), {"ferries": 2, "locks": 4}, 5, {})


def test_a_theme_counts_a_passage_once_however_many_of_its_records_cite_it(covered: Covered) -> None:
    entry = covered(statement("Nieuws.", "News.", f"{LATEST}#veren-1"))[LATEST]

    assert entry == Coverage(LATEST, Account(7, 4, 2), ("vooruitblik-1",), {"ferries": 2, "locks": 2}, 1, {})


def test_a_passage_that_two_themes_cite_counts_for_both_and_is_one_passage(covered: Covered) -> None:
    entry = covered(statement("Nieuws.", "News.", f"{LATEST}#sluizen-1"))[LATEST]

    assert entry == Coverage(LATEST, Account(7, 4, 2), ("vooruitblik-1",), {"ferries": 3, "locks": 2}, 1, {})


def test_a_contradiction_on_a_theme_that_nothing_else_mentions_reads_its_passages(covered: Covered) -> None:
    text = 'text: {nl: "Twee lezingen.", en: "Two readings."}'
    cites = f"cites: [{REPORT}#veren-1, {LATEST}#vooruitblik-1]"
    tension = f"- {{id: t, kind: contradiction, themes: [bridges], {text}, {cites}}}\n"
    theme = "title: {nl: A, en: B}\nquestion: {nl: A, en: B}\nterms: [brug]\n"
    entry = covered({"data/themes/bridges/theme.yaml": theme, "data/tensions.yaml": tension})[LATEST]

    assert entry == Coverage(LATEST, Account(7, 5, 2), (), {"bridges": 1, "ferries": 2, "locks": 2}, 1, {})


def test_both_sides_of_a_contradiction_are_cited(covered: Covered) -> None:
    text = 'text: {nl: "Twee lezingen.", en: "Two readings."}'
    cites = f"cites: [{REPORT}#veren-1, {LATEST}#vooruitblik-1]"
    tension = f"- {{id: t, kind: contradiction, themes: [ferries], {text}, {cites}}}\n"
    entry = covered({"data/tensions.yaml": tension})[LATEST]

    assert entry == Coverage(LATEST, Account(7, 5, 2), (), {"ferries": 3, "locks": 2}, 1, {})


@pytest.mark.parametrize(
    ("number", "nl", "en"),
    [
        pytest.param("28000", "Er waren 28.000 schepen.", "There were ships.", id="in Dutch"),
        pytest.param("28000", "Er waren schepen.", "There were 28,000 ships.", id="in English"),
        pytest.param("28000", "Er waren 28 duizend schepen.", "There were ships.", id="with its scale in words"),
        pytest.param("12", "Er waren twaalf schepen.", "There were ships.", id="in Dutch words"),
        pytest.param("12", "Er waren schepen.", "There were twelve ships.", id="in English words"),
        pytest.param("1", "Er was één schip.", "There was a ship.", id="in a word that is mostly no number"),
        pytest.param("4.50", "Het duurde 4,5 uur.", "It took long.", id="with other decimals"),
        pytest.param("18100000", "Het kostte 18,1 miljoen.", "It cost money.", id="at a larger scale"),
    ],
)
def test_a_number_is_carried_if_a_record_that_cites_its_passage_tells_it(
    covered: Covered, number: str, nl: str, en: str
) -> None:
    entry = covered({**with_number(number), **statement(nl, en, f"{LATEST}#vooruitblik-1")})[LATEST]

    assert (entry.numbers, entry.carried, entry.uncarried) == (2, 2, {})


@pytest.mark.parametrize(
    ("number", "nl", "cites"),
    [
        pytest.param("28000", "Er waren veel schepen.", "vooruitblik-1", id="no number is told"),
        pytest.param("28000", "Er waren 28.500 schepen.", "vooruitblik-1", id="another number is told"),
        pytest.param("28000", "Er waren 280.000 schepen.", "vooruitblik-1", id="or ten times as much"),
        pytest.param("18.1", "Het kostte 18,1 miljoen.", "vooruitblik-1", id="or a million times as much"),
        pytest.param("28000", "Er waren 28.000 schepen.", "veren-1", id="the record cites another passage"),
        pytest.param("2022", "Het was in 2022.", "vooruitblik-1", id="a year is told and the number is none"),
    ],
)
def test_a_number_is_not_carried(covered: Covered, number: str, nl: str, cites: str) -> None:
    entry = covered({**with_number(number), **statement(nl, "There were ships.", f"{LATEST}#{cites}")})[LATEST]

    assert (entry.numbers, entry.carried, entry.uncarried) == (2, 1, {"vooruitblik-1": (number,)})


@pytest.mark.parametrize(
    ("section", "told", "uncarried"),
    [
        pytest.param("Opbrengst (x € 1 mln.)", "18,1 miljoen", {}, id="by its scale"),
        pytest.param("Opbrengst (x € 1 mln.)", "18,1", {}, id="or as printed"),
        pytest.param("Opbrengst (x € 1 mln.)", "18,1 duizend", {"vooruitblik-1": ("18.1",)}, id="not by another scale"),
        pytest.param("Opbrengst (x € 1 mln.)", "1 miljoen", {"vooruitblik-1": ("18.1",)}, id="nor by the scale alone"),
        pytest.param("Opbrengst", "18,1 miljoen", {"vooruitblik-1": ("18.1",)}, id="nor by one that is not named"),
    ],
)
def test_a_number_in_a_table_is_carried_by_the_scale_that_its_heading_names(
    covered: Covered, section: str, told: str, uncarried: dict[str, tuple[str, ...]]
) -> None:
    ((file, index),) = with_number("18.1").items()
    index = (index or "").replace('section: "Vooruitblik"', f'section: "{section}"')
    text = statement(f"Er kwam {told} euro binnen.", "It brought in money.", f"{LATEST}#vooruitblik-1")

    assert covered({file: index, **text})[LATEST].uncarried == uncarried


@pytest.mark.parametrize(
    ("unit", "observation"),
    [
        pytest.param("ships", "value: 28000", id="as a value"),
        pytest.param("thousand-ships", "value: 28", id="as a value whose unit is larger"),
        pytest.param("ships", "value: 3, target: 28000", id="as a target"),
        pytest.param("ships", "value: 29000, basis: computed, formula: 28000 + 1000", id="in a formula"),
        pytest.param("ships", "value: 28000, basis: computed, formula: 14000 * 2", id="as what a formula comes to"),
        pytest.param("ships", 'value: 3, note: {nl: "Van 28.000.", en: "Of 28,000."}', id="in a note"),
    ],
)
def test_a_number_is_carried_by_an_indicator(covered: Covered, unit: str, observation: str) -> None:
    written = (
        f"- id: ships\n  title: {{nl: A, en: B}}\n  unit: {unit}\n  definition: {{nl: A, en: B}}\n"
        f"  observations:\n    - {{period: 2022, {observation}, cites: {LATEST}#vooruitblik-1}}\n"
    )
    indicators = (SMALL / INDICATORS).read_text("utf-8") + "\n" + written
    entry = covered({**with_number("28000"), INDICATORS: indicators})[LATEST]

    assert (entry.numbers, entry.carried, entry.uncarried) == (2, 2, {})


def test_a_number_is_carried_by_a_term_that_explains_it(covered: Covered) -> None:
    text = 'text: {nl: "Een vloot van 28.000.", en: "A fleet of 28,000."}'
    term = f"- {{id: fleet, term: {{nl: Vloot, en: Fleet}}, {text}, cites: [{LATEST}#vooruitblik-1]}}\n"
    entry = covered({**with_number("28000"), "data/glossary.yaml": term})[LATEST]

    assert (entry.open, entry.uncarried) == (("vooruitblik-1",), {})


def test_an_edition_knows_only_the_sources_that_had_been_published(
    by_edition: Callable[[Files], list[dict[str, Coverage]]],
) -> None:
    editions = by_edition({})

    assert [list(edition) for edition in editions] == [[LETTER], [LETTER, REPORT], [LETTER, REPORT, LATEST]]
    assert editions[0][LETTER] == editions[2][LETTER]


def test_what_rests_on_a_later_source_too_does_not_count_in_an_earlier_edition(
    by_edition: Callable[[Files], list[dict[str, Coverage]]],
) -> None:
    file, hash = f"data/passages/{LETTER}.yaml", "839bb3aa21a7f2b9"
    index = (SMALL / file).read_text("utf-8")
    index = index.replace(f'"{hash}", numbers: []', f'"{hash}", numbers: ["40"]')
    plans = statement("Er zijn 40 plannen.", "There are 40 plans.", f"{LETTER}#sluizen-3", f"{REPORT}#veren-1")
    then, now, _ = (edition[LETTER] for edition in by_edition({file: index, **plans}))

    assert (then.uncarried, then.by_theme) == ({"sluizen-3": ("40",)}, {"ferries": 1, "locks": 3})
    assert (now.uncarried, now.by_theme) == ({}, {"ferries": 2, "locks": 3})


def test_the_figures_that_were_looked_up_are_counted_in_each_language_and_each_edition(small_archive: Archive) -> None:
    first, second, third = (checked_in(small_archive, edition) for edition in Editions(small_archive))

    assert first == Checked(figures=20, computed=0)
    assert (second.computed, third.computed) == (1, 1)
    assert first.figures < second.figures < third.figures


@pytest.mark.parametrize(
    ("cites", "counted"),
    [
        pytest.param("krant-2022#aanhef-1", 57, id="from outside"),
        pytest.param(FIRST, 59, id="told to parliament: a value and its period"),
    ],
)
def test_figures_from_outside_are_not_among_those_that_are_counted(archive_from, cites, counted):
    archive = waiting(archive_from, value("5", FIRST), value("4", cites, "2021"))
    editions = Editions(archive)

    assert checked_in(archive, editions[-1]).figures == counted
