"""Every figure of a claim is looked up in the passages that it cites; one that is not there is told at its place."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.archive.archive import Archive
from generator.archive.yaml_loader import read_yaml
from generator.checks.claims import Claim
from generator.checks.fact_check import FactChecker, figures_stand_in_passages, languages_agree
from generator.diagnostics.diagnostic import Diagnostic, Location
from generator.diagnostics.rules import Rule
from generator.model.period import parse_period
from generator.model.records import Indicator
from generator.model.types import Bilingual
from tests.support.claimed import archive, checker, claim, dutch, what
from tests.support.described import TEXT


def told(text: str, *cites: str, **passages: dict[str, Any]) -> list[str]:
    """The figures of a Dutch text that are missing in the passages, as they are told."""
    diagnostics = what(checker(**passages).missing(claim(dutch(text), *cites)))
    return [diagnostic.partition(" in text of ")[0] for diagnostic in diagnostics]


@pytest.mark.parametrize(
    ("value", "part", "says"),
    [
        pytest.param(Decimal("4.50"), "value", ["'4.50' in value of the lock is not in letter#p-1"], id="a value"),
        pytest.param(parse_period("2021"), "due", ["'2021' in due of the lock is not in letter#p-1"], id="a date"),
        pytest.param("PT acht", "abbreviation", ["'acht' (8) in abbreviation of the lock is not in letter#p-1"],
                     id="a text in one language, the first"),
        pytest.param(Bilingual(nl="8 sluizen, 9 veren", en="8 locks, 9 ferries"), "text",
                     ["'8' in text of the lock is not in letter#p-1", "'8' in text of the lock is not in letter#p-1"],
                     id="a text in both, once for each"),
        pytest.param(Decimal("9"), "value", [], id="but nothing that stands there"),
    ],
)  # fmt: skip
def test_what_does_not_stand_in_the_passage_is_told(value: Any, part: str, says: list[str]) -> None:
    assert what(checker(letter_1={"numbers": ("9",)}).missing(claim(value, "letter#p-1", part=part))) == says


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param("Van 28.000 naar 1,5 miljoen", ["'28.000'", "'1,5 miljoen' (1500000)"],
                     id="with how it was read, where that does not go without saying"),
        pytest.param("Een derde: 33% in 1,5 uur", ["'derde' (3)", "'33%'", "'1,5'"], id="with its sign"),
        pytest.param("Op 4 mei jl., medio 2021.", ["'medio 2021' (mid-2021)"], id="a date in the form of the data"),
        pytest.param("Op 2021-05-05", ["'2021-05-05'"], id="unless that is how it is written"),
        pytest.param("Eén sluis, de eerste van beide", [], id="a word mostly not meant as a number needs no evidence"),
        pytest.param("Artikel 8, lid 2", [], id="nor does what only looks like a figure"),
        pytest.param("De e\u0301e\u0301n 28", ["'28'"], id="accents apart move nothing"),
    ],
)  # fmt: skip
def test_a_figure_is_told_as_it_is_written(text: str, missing: list[str]) -> None:
    assert told(text, "letter#p-1") == missing


@pytest.mark.parametrize(
    ("cites", "day"),
    [
        pytest.param(["letter#p-1"], "2022-05-05", id="the one that is cited"),
        pytest.param(["report#p-1", "letter#p-1"], "2024-05-05", id="the newest of two"),
        pytest.param([], "2024-05-05", id="of all, where none is cited"),
    ],
)
def test_a_date_without_a_year_is_meant_in_the_year_of_its_source(cites: list[str], day: str) -> None:
    (diagnostic,) = checker().missing(claim(dutch("Op 5 mei"), *cites))

    assert diagnostic.message.startswith(f"'5 mei' ({day})")


def test_passages_that_are_cited_together_are_evidence_together() -> None:
    passages: dict[str, Any] = {"letter_1": {"numbers": ("8",)}, "report_1": {"numbers": ("9",), "dates": ("2021-05",)}}

    assert told("8 of 9, 2021", "letter#p-1", "report#p-1", **passages) == []
    assert told("8 of 9", "letter#p-1", **passages) == ["'9'"]
    assert what(checker(**passages).missing(claim(dutch("7"), "letter#p-1", "report#p-1", "letter#p-1"))) == [
        "'7' in text of the lock is not in letter#p-1 or report#p-1"
    ]


@pytest.mark.parametrize(
    ("part", "is_told"),
    [("due", True), ("done", True), ("when", False), ("period", False)],
    ids=["what is due", "what was done", "but not when a statement was", "nor what a value is about"],
)
def test_a_promise_does_not_rest_on_the_day_of_publication(part: str, is_told: bool) -> None:
    for date in ("2022-05-04", "2022"):
        diagnostics = list(checker().missing(claim(parse_period(date), "letter#p-1", part=part)))

        assert bool(diagnostics) is is_told


@pytest.mark.parametrize("cited", ["letter#p-9", "nowhere#p-1"])
def test_nothing_is_asked_of_a_claim_whose_passage_cannot_be_looked_up(cited: str) -> None:
    claimed = claim(dutch("8 sluizen"), "letter#p-1", cited)

    assert what(checker().missing(claimed)) == []
    assert what(checker().disagreements(claimed)) == ["'8' of the lock is in 'nl', not in 'en'"]


@pytest.mark.parametrize(
    ("value", "part", "says"),
    [
        pytest.param(Decimal("99999"), "value", ["'99999' in value"], id="no value"),
        pytest.param(parse_period("2020"), "period", ["'2020' in period"], id="no date"),
        pytest.param(parse_period("2021-01-02"), "when", ["'2021-01-02' in when"], id="none sharper than its own"),
        pytest.param(dutch("Van 8 sluizen in 2020"), "text", ["'8' in text", "'2020' in text"], id="and no figure"),
        pytest.param(parse_period("2021-01"), "done", [], id="but that it is there, by its day"),
        pytest.param(dutch("Rapport 4B uit 2021, nr. 12"), "text", [], id="its title and its number"),
        pytest.param(dutch("Er is één rapport."), "text", [], id="and what has no figure"),
    ],
)  # fmt: skip
def test_a_source_that_was_not_read_proves_that_it_exists_and_nothing_more(
    value: Any, part: str, says: list[str]
) -> None:
    diagnostics = list(checker().missing(claim(value, "elsewhere#p-1", part=part)))

    assert what(diagnostics) == [f"{said} of the lock is not in elsewhere#p-1, which was not read" for said in says]
    assert {diagnostic.rule for diagnostic in diagnostics} <= {Rule.EXISTENCE_ONLY}


def titled(nl: str, en: str) -> Claim:
    """The title of an indicator."""
    return replace(claim(Bilingual(nl=nl, en=en), "letter#p-1", part="title"), record=Indicator.model_construct())


@pytest.mark.parametrize(
    ("nl", "en", "says"),
    [
        pytest.param("Boten, eerste halfjaar", "Boats, first half of the year", [], id="half of each year"),
        pytest.param("Boten in het eerste kwartaal", "Boats in the first quarter", [], id="or a quarter"),
        pytest.param("Boten in de eerste zes maanden van het jaar", "Boats in the first six months", [],
                     id="or months"),
        pytest.param("Boten, eerste halfjaar van 2021", "Boats, first half of 2021", ["2021-H1", "2021-H1"],
                     id="but not of one year"),
        pytest.param("De eerste helft van 12 boten", "The first half of 12 boats", ["'12'", "'12'"],
                     id="nor of a number"),
    ],
)  # fmt: skip
def test_a_part_of_each_year_in_the_title_of_an_indicator_is_no_date(nl: str, en: str, says: list[str]) -> None:
    claimed = titled(nl, en)
    found = what(checker().missing(claimed))

    assert [said in message for said, message in zip(says, found, strict=True)] == [True] * len(says)
    assert what(checker().disagreements(claimed)) == []


def test_a_part_of_a_year_in_any_other_text_is_a_date() -> None:
    assert told("Boten in het eerste kwartaal", "letter#p-1") == ["'eerste kwartaal' (2022-Q1)"]


def test_beside_a_source_that_was_not_read_one_that_was_proves_the_figure() -> None:
    known = checker(letter_1={"numbers": ("8",)})

    assert what(known.missing(claim(dutch("8 sluizen"), "letter#p-1", "elsewhere#p-1"))) == []
    assert what(known.missing(claim(dutch("9 sluizen"), "letter#p-1", "elsewhere#p-1"))) == [
        "'9' in text of the lock is not in letter#p-1 or elsewhere#p-1; elsewhere was not read"
    ]


def test_a_formula_has_no_number_of_a_source_that_was_not_read() -> None:
    formula = claim("9 / 11", "elsewhere#p-1", part="formula", formula_of=Decimal("0.82"))

    assert what(checker().missing(formula)) == [
        f"'{number}' in formula of the lock is not in elsewhere#p-1, which was not read" for number in (9, 11)
    ]


def test_what_cites_no_source_shows_in_every_edition_and_names_no_figure() -> None:
    diagnostics = list(checker().missing(claim(Bilingual(nl="Hoe was 2021?", en="What of it?"), part="question")))

    assert diagnostics == [
        Diagnostic(
            Location("", 1, 1),
            "'2021' is in question of the lock, which cites no source",
            "It is shown in every edition: remove the figure or date.",
            rule=Rule.TIMELESS,
        )
    ]


@pytest.mark.parametrize(
    ("value", "said", "hint"),
    [
        pytest.param(dutch("1"), {"numbers": ("28000", "0.50", "7"), "dates": ("2021-05", "2021")},
                     "That passage has 28.000; 0,50; 7; 2021-05; 2021.", id="numbers as the source prints them"),
        pytest.param(Decimal("1"), {"numbers": ("28000", "0.50")}, "That passage has 28000; 0.50.",
                     id="for a value as they are written in the data"),
        pytest.param(dutch("1"), {"numbers": tuple(map(str, range(20, 30)))},
                     "That passage has 20; 21; 22; 23; 24; 25; 26; 27; 28; 29.", id="up to ten"),
        pytest.param(dutch("1"), {"numbers": tuple(map(str, range(20, 30))), "dates": ("2021", "2022")},
                     "That passage has 20; 21; 22; 23; 24; 25; 26; 27; 28; 29 and 2 more.", id="and how many more"),
        pytest.param(dutch("1"), {}, "That passage has no figures: remove it, or cite a passage that has it.",
                     id="or none"),
    ],
)  # fmt: skip
def test_the_hint_names_the_figures_of_the_passage(value: Any, said: dict[str, Any], hint: str) -> None:
    diagnostics = checker(letter_1=said).missing(claim(value, "letter#p-1"))

    assert [diagnostic.hint for diagnostic in diagnostics] == [hint]


def test_the_hint_names_those_of_all_passages_once() -> None:
    passages: dict[str, Any] = {"letter_1": {"numbers": ("8", "9")}, "letter_2": {"numbers": ("9",)}}
    (diagnostic,) = checker(**passages).missing(claim(dutch("1"), "letter#p-1", "letter#p-2", "letter#p-1"))

    assert diagnostic.hint == "Those passages have 8; 9."


def with_formula(formula: str, value: str, *numbers: str) -> list[str]:
    formula_claim = claim(formula, "letter#p-1", part="formula", formula_of=Decimal(value))
    return what(checker(letter_1={"numbers": numbers}).missing(formula_claim))


@pytest.mark.parametrize(
    ("formula", "value", "says"),
    [
        pytest.param("9 / 11 * 100", "82", [], id="a hundred is not asked for"),
        pytest.param("9 / 11 * 100", "81.8", [], id="nor are decimals that the result has"),
        pytest.param("9 / 11", "0.83", ["'9 / 11' is 0.8181818181818181818181818182, not 0.83"],
                     id="but it must come to the value"),
        pytest.param("9 / 12", "0.75", ["'12' in formula of the lock is not in letter#p-1"],
                     id="of numbers that stand in the passage"),
        pytest.param("9 + 2", "11", ["'2' in formula of the lock is not in letter#p-1"], id="even if the result does"),
        pytest.param("4 - 3", "1", [], id="of which one may be negative"),
        pytest.param("9 / (11 - 11)", "0", ["formula: '9 / (11 - 11)' divides by zero"], id="and have a result"),
    ],
)  # fmt: skip
def test_a_formula_is_of_numbers_in_the_passage(formula: str, value: str, says: list[str]) -> None:
    assert with_formula(formula, value, "9", "11", "4", "-3") == says


def test_a_computed_value_counts_where_all_passages_that_it_rests_on_are_cited() -> None:
    observation = {"period": "2021", "value": "22", "basis": "computed", "formula": "12 + 7 + 3"}
    observation |= {"cites": ["letter#p-1", "letter#p-2"]}
    written = {"id": "checks", "title": TEXT, "unit": "posts", "definition": TEXT, "observations": [observation]}
    whole = archive()
    locks = replace(whole.themes["locks"], indicators=(Indicator.model_validate(written),))
    known = FactChecker(replace(whole, themes={"locks": locks}))

    assert what(known.missing(claim(dutch("22 keer"), "letter#p-2", "letter#p-1"))) == []
    assert what(known.missing(claim(dutch("22 keer"), "report#p-1", "letter#p-2", "letter#p-1"))) == []
    assert len(what(known.missing(claim(dutch("22 keer"), "letter#p-1")))) == 1


def test_a_problem_stands_at_the_text_in_its_language() -> None:
    written = read_yaml("text: {nl: 8 sluizen, en: 9 locks}", "data/file.yaml")
    claimed = claim(Bilingual(nl="8 sluizen", en="9 locks"), "letter#p-1")
    claimed.record.locate(written.written())

    assert [diagnostic.location.column for diagnostic in checker().missing(claimed)] == [12, 27]


@pytest.mark.parametrize(
    ("value", "more", "numbers", "count"),
    [
        pytest.param(Decimal("4.5"), {}, {"4.5"}, 1, id="of a value it is the value"),
        pytest.param(Decimal("4.5"), {"power": 6}, {"4500000"}, 1, id="written out, if its unit has a scale"),
        pytest.param("12 - 1.5", {"formula_of": Decimal("10.5")}, {"12", "1.5", "10.5"}, 2,
                     id="of a formula each, and its value"),
        pytest.param(Bilingual(nl="Eén sluis, 28.000 keer", en="One lock, 28,000 times"), {}, {"1", "28000"}, 2,
                     id="of a text each, soft words too, though they are not looked up"),
        pytest.param(parse_period("2021"), {}, set(), 1, id="of a date none"),
    ],
)  # fmt: skip
def test_the_numbers_of_a_claim_are_known_and_counted(
    value: Any, more: dict[str, Any], numbers: set[str], count: int
) -> None:
    claimed = claim(value, "letter#p-1", **more)

    assert checker().numbers(claimed) == set(map(Decimal, numbers))
    assert checker().count(claimed) == count


def test_the_rules_ask_every_claim_of_the_archive(small_archive: Archive) -> None:
    bare = {
        source: {id: passage.model_copy(update={"numbers": (), "dates": ()}) for id, passage in index.items()}
        for source, index in small_archive.passages.items()
    }
    files = {
        diagnostic.location.file for diagnostic in figures_stand_in_passages(replace(small_archive, passages=bare))
    }

    assert {file for file in files if "locks" in file} == {
        f"data/themes/locks/{name}.yaml" for name in ("theme", "statements", "indicators", "milestones")
    }
    assert list(languages_agree(small_archive)) == []
