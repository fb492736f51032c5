"""Every figure of a claim is looked up in the passages that it cites; one that is not there is told at its place."""

from collections.abc import Iterable
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
from generator.model.types import Bilingual, parse_citation
from tests.support.described import TEXT, archive_of

DESCRIBED: dict[str, Any] = {
    "sources": [
        {"id": "letter", "kind": "letter", "published": "2022-05-04", "passages": "2"},
        {"id": "report", "kind": "annual-report", "published": "2024-06", "covers": "2023", "passages": "1"},
        {"id": "elsewhere", "kind": "external", "published": "2021-01"},
    ],
    "themes": {"locks": {}},
}


def archive(**passages: dict[str, Any]) -> Archive:
    """An archive of which some passages say something: `letter_1` is letter#p-1."""
    whole = archive_of(DESCRIBED)
    indexes = {id: dict(index) for id, index in whole.passages.items()}
    for name, said in passages.items():
        source, _, number = name.partition("_")
        indexes[source][f"p-{number}"] = indexes[source][f"p-{number}"].model_copy(update=said)
    return replace(whole, passages=indexes)


def checker(**passages: dict[str, Any]) -> FactChecker:
    return FactChecker(archive(**passages))


def claim(value: Any, *cites: str, part: str = "text", **more: Any) -> Claim:
    return Claim("the lock", value, tuple(map(parse_citation, cites)), Bilingual.model_validate(TEXT), part, **more)


def what(diagnostics: Iterable[Diagnostic]) -> list[str]:
    return [diagnostic.message for diagnostic in diagnostics]


def dutch(text: str) -> Bilingual:
    return Bilingual(nl=text, en="Text")


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


@pytest.mark.parametrize("cited", ["elsewhere#p-1", "letter#p-9", "nowhere#p-1"])
def test_nothing_is_asked_of_a_claim_whose_passage_cannot_be_looked_up(cited: str) -> None:
    claimed = claim(dutch("8 sluizen"), "letter#p-1", cited)

    assert what(checker().missing(claimed)) == []
    assert what(checker().disagreements(claimed)) == ["'8' of the lock is in 'nl', not in 'en'"]


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
        pytest.param("9 / (11 - 11)", "0", ["formula: '9 / (11 - 11)' divides by zero"], id="and have a result"),
    ],
)  # fmt: skip
def test_a_formula_is_of_numbers_in_the_passage(formula: str, value: str, says: list[str]) -> None:
    assert with_formula(formula, value, "9", "11") == says


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


@pytest.mark.parametrize(
    ("nl", "en", "says"),
    [
        pytest.param("28.000 sluizen in mei 2021, 1,5 uur", "In May 2021 1.5 hours for 28,000 locks", [],
                     id="in any order and form"),
        pytest.param("anderhalf uur", "1.5 hours", [], id="in words or digits"),
        pytest.param("één sluis, de eerste", "a lock", [], id="words that are mostly not meant as numbers apart"),
        pytest.param("8 sluizen", "9 locks", ["'8' of the lock is in 'nl', not in 'en'",
                                              "'9' of the lock is in 'en', not in 'nl'"], id="not another"),
        pytest.param("mei 2021", "2021", ["'mei 2021' (2021-05) of the lock is in 'nl', not in 'en'",
                                          "'2021' of the lock is in 'en', not in 'nl'"], id="nor a sharper date"),
        pytest.param("7 sluizen", "locks", [], id="what is not in the passage is told already"),
    ],
)  # fmt: skip
def test_both_languages_carry_the_same_figures(nl: str, en: str, says: list[str]) -> None:
    known = checker(letter_1={"numbers": ("28000", "1.5", "8", "9"), "dates": ("2021-05",)})
    diagnostics = list(known.disagreements(claim(Bilingual(nl=nl, en=en), "letter#p-1")))

    assert what(diagnostics) == says
    assert {diagnostic.hint for diagnostic in diagnostics} <= {
        f"Both languages must have the same figures: write it in {language!r} too, or remove it here."
        for language in ("nl", "en")
    }


def test_texts_that_rest_on_no_passage_or_source_carry_the_same_figures_too() -> None:
    known = FactChecker(replace(archive(), sources={}))

    assert what(known.disagreements(claim(dutch("8 sluizen")))) == ["'8' of the lock is in 'nl', not in 'en'"]


@pytest.mark.parametrize("value", ["8 sluizen", Decimal(8), parse_period("2021")])
def test_what_is_written_once_cannot_disagree(value: Any) -> None:
    assert list(checker().disagreements(claim(value, "letter#p-1"))) == []


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
