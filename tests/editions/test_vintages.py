"""The vintages of a value: which is current, which restates which, and which is the outcome of a forecast."""

from collections.abc import Iterable

import pytest

from generator.editions.vintages import KnownIndicator, is_forecast, known_indicator
from generator.model.records import Indicator, Observation
from generator.model.source import Source
from tests.support.described import TEXT

DAYS = {"early": "2022-06-01", "first": "2023-06-01", "second": "2024-06-01", "third": "2025-06-01"}


def source(id: str) -> Source:
    written = {"id": id, "kind": "letter", "published": DAYS[id], "title": TEXT, "sender": TEXT}
    return Source.model_validate(written)


def value(source: str, value: str, period: str = "2022", **more: object) -> dict[str, object]:
    return {"period": period, "value": value, "cites": f"{source}#p-1", **more}


def known(*observations: dict[str, object], sources: Iterable[str] = DAYS) -> KnownIndicator | None:
    """The indicator as known from those sources."""
    written = {"id": "posts", "title": TEXT, "unit": "posts", "definition": TEXT, "observations": observations}
    return known_indicator(Indicator.model_validate(written), "bridges", {id: source(id) for id in sources})


def marks(indicator: KnownIndicator | None) -> list[tuple[str, str]]:
    """Each value with what it is among the vintages of its cell."""
    assert indicator
    return [
        (
            str(o.record.value),
            " ".join(
                word
                for word, holds in (
                    ("current", o.current),
                    ("restated", o.restated),
                    (f"restates {o.restates and o.restates.value}", o.restates),
                    (f"outcome of {o.outcome_of and o.outcome_of.value}", o.outcome_of),
                )
                if holds
            ),
        )
        for o in indicator.observations
    ]


@pytest.mark.parametrize(
    ("observations", "expected"),
    [
        pytest.param([value("first", "9")], [("9", "current")], id="a value that is given once is current"),
        pytest.param(
            [value("first", "9"), value("second", "8")], [("9", "restated"), ("8", "current restates 9")],
            id="another value for the same period restates the one before",
        ),
        pytest.param(
            [value("first", "9"), value("second", "9")], [("9", ""), ("9", "current")],
            id="the same value again only takes its place",
        ),
        pytest.param(
            [value("first", "9"), value("second", "8"), value("third", "9")],
            [("9", "restated"), ("8", "restated restates 9"), ("9", "current restates 8")],
            id="a value that comes back restates the one between",
        ),
        pytest.param(
            [value("early", "9"), value("first", "8")], [("9", ""), ("8", "current outcome of 9")],
            id="what is measured is the outcome of a forecast and restates nothing",
        ),
        pytest.param(
            [value("early", "9", "2024"), value("first", "8", "2024")],
            [("9", "restated"), ("8", "current restates 9")],
            id="another forecast restates the forecast",
        ),
        pytest.param(
            [value("first", "9", of={"kind": "a"}), value("second", "8", of={"kind": "b"})],
            [("9", "current"), ("8", "current")],
            id="another category is another cell",
        ),
    ],
)  # fmt: skip
def test_vintages_of_a_cell(observations: list[dict[str, object]], expected: list[tuple[str, str]]) -> None:
    assert marks(known(*observations)) == expected


def test_vintages_follow_publication_however_they_are_written() -> None:
    assert marks(known(value("second", "8"), value("first", "9"))) == [("9", "restated"), ("8", "current restates 9")]


def test_a_source_that_is_not_known_yet_changes_nothing() -> None:
    early = known(value("first", "9"), value("second", "8"), sources=["early", "first"])

    assert marks(early) == [("9", "current")]
    assert early and [str(o.value) for o in early.record.observations] == ["9"]


def test_an_indicator_of_which_no_known_source_gives_a_value_is_not_known() -> None:
    assert known(value("first", "9"), sources=["early"]) is None


def test_observations_stand_by_period_and_the_current_ones_are_one_for_each() -> None:
    indicator = known(value("second", "7", "2023"), value("second", "8"), value("first", "9"))

    assert [o for o, _ in marks(indicator)] == ["9", "8", "7"]
    assert indicator and [str(o.record.value) for o in indicator.current] == ["8", "7"]


@pytest.mark.parametrize(
    ("period", "forecast"),
    [
        ("2022-H1", True),
        ("2022-06-01", False),
        ("2022-06-02", True),
        ("2021", False),
        pytest.param("2021-12/2022-06", False, id="an interval up to the month of the source was counted"),
        pytest.param("2021-12/2022-07", True, id="an interval up to a later month was not over"),
        pytest.param("2021/2022", True, id="nor was one up to the year of the source"),
    ],
)
def test_a_value_is_a_forecast_until_the_last_day_of_its_period(period: str, forecast: bool) -> None:
    observation = Observation.model_validate(value("early", "9", period))

    assert is_forecast(observation, source("early")) is forecast


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        pytest.param(("first", "second", "third"), [("9", "7")], id="the first and the last of three"),
        pytest.param(("first", "second"), [("9", "8")], id="as an earlier edition had them"),
        pytest.param(("first",), [], id="none as long as there is but one"),
    ],
)
def test_of_a_value_that_was_given_again_the_first_and_the_last_are_told(sources, expected):
    told = [value("third", "7"), value("first", "9"), value("second", "8"), value("first", "1", "2021")]
    indicator = known(*told, sources=sources)

    assert indicator
    assert [(str(first.record.value), str(last.record.value)) for first, last in indicator.given_again] == expected
