"""What people write becomes frozen records: strict about keys, exact about values, one default each."""

from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from pydantic import ValidationError

from generator.model import enums as kinds
from generator.model import records
from generator.model.citation import Citation
from generator.model.enums import Basis, Says
from generator.model.milestone import Milestone, Report
from generator.model.period import parse_period
from generator.model.records import Bilingual, Indicator, Observation, Record, Statement

PIER = {"nl": "Er is een nieuwe steiger.", "en": "There is a new pier."}
MODELS = [model for model in vars(records).values() if isinstance(model, type) and issubclass(model, Record)]
KINDS = [
    kind for kind in vars(kinds).values() if isinstance(kind, type) and issubclass(kind, Enum) and kind is not Enum
]


def test_a_statement_holds_what_was_written() -> None:
    statement = Statement.model_validate(
        {"id": "new-pier", "when": "2022-Q3", "kind": "result", "text": PIER, "cites": ["verslag-2022#veren-1"]}
    )

    assert statement == Statement.model_construct(
        id="new-pier",
        when=parse_period("2022-Q3"),
        kind=kinds.StatementKind.RESULT,
        text=Bilingual.model_construct(**PIER),
        places=(),
        cites=(Citation("verslag-2022", "veren-1"),),
    )


def test_one_citation_may_stand_without_brackets() -> None:
    report = Report.model_validate({"cites": "verslag-2022#veren-1", "says": "stalled"})

    assert report.cites == (Citation("verslag-2022", "veren-1"),)


def test_a_report_says_only_what_was_written() -> None:
    report = Report.model_validate({"cites": "verslag-2022#veren-1", "says": "stalled"})

    assert (report.says, report.due, report.done, report.recalled, report.reason) == (
        Says.STALLED, None, None, False, None,
    )  # fmt: skip


def test_a_value_keeps_its_decimals_and_is_stated_unless_it_says_computed() -> None:
    observation = Observation.model_validate({"period": "2022", "value": "1.20", "cites": "verslag-2022#veren-1"})

    assert (str(observation.value), observation.basis) == ("1.20", Basis.STATED)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(12, id="a number of YAML's own guessing"),
        pytest.param(True, id="a switch of YAML's own guessing"),
        pytest.param(["2022"], id="a list"),
        pytest.param({"a": "b"}, id="keys with values"),
        pytest.param(None, id="nothing"),
        pytest.param(Decimal("12"), id="a number that was read elsewhere"),
    ],
)
@pytest.mark.parametrize("key", ["period", "value"])
def test_a_scalar_is_read_from_text_and_from_nothing_else(key: str, written: object) -> None:
    observation: dict[str, Any] = {"period": "2022", "value": "12", "cites": "verslag-2022#veren-1", key: written}

    with pytest.raises(ValidationError, match="needs a"):
        Observation.model_validate(observation)


@pytest.mark.parametrize("empty", [{"cites": []}, {"observations": []}, {"reports": []}], ids=str)
def test_what_needs_an_entry_is_not_empty(empty: dict[str, list[Any]]) -> None:
    model = {"cites": Statement, "observations": Indicator, "reports": Milestone}[next(iter(empty))]

    with pytest.raises(ValidationError, match="at least 1 item"):
        model.model_validate(empty)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_no_record_takes_a_key_that_it_does_not_know(model: type[Record]) -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        model.model_validate({"colour": "blue"})


def test_a_record_does_not_change_after_it_is_made() -> None:
    text = Bilingual.model_validate(PIER)

    with pytest.raises(ValidationError, match="frozen"):
        text.nl = "Er is geen steiger."


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_closed_word_is_written_in_lower_case_with_hyphens(kind: type[Enum]) -> None:
    assert [member.value for member in kind] == [member.name.lower().replace("_", "-") for member in kind]
