"""A value that differs from an earlier one says why, and what is no plain count says what it is."""

from collections.abc import Callable, Iterator

import pytest

from generator.archive.archive import Archive
from generator.charts.build import indicator_chart
from generator.checks.observations import (
    a_source_gives_one_value,
    breakdowns_are_whole,
    differences_are_explained,
    observations_say_what_they_are,
)
from generator.diagnostics.diagnostic import Diagnostic
from generator.editions.vintages import KnownIndicator, known_indicator
from generator.model.locale import Locale
from tests.support.small import Files

ArchiveFrom = Callable[[Files], Archive]

FILE = "data/themes/locks/indicators.yaml"
FIRST, SECOND, THIRD = "brief-2021-03-10#sluizen-2", "verslag-2022#sluizen-3", "brief-2023-06-20#sluizen-2"
WAITING = """\
- id: waiting-time
  title: {nl: "Wachttijd", en: "Waiting time"}
  unit: hours
  definition: {nl: "Gemiddeld.", en: "On average."}
"""


def waiting(archive_from: ArchiveFrom, *observations: str, breakdown: str = "") -> Archive:
    """The small archive, in which the waiting time has these observations."""
    lines = [f"  breakdown: [{breakdown}]"] if breakdown else []
    lines += ["  observations:", *(f"    - {{{observation}}}" for observation in observations)]
    return archive_from({FILE: WAITING + "\n".join(lines) + "\n"})


def said(diagnostics: Iterator[Diagnostic]) -> list[str]:
    return [
        diagnostic.message
        for diagnostic in diagnostics
        if "waiting-time" in diagnostic.message or "period" in diagnostic.message
    ]


def value(number: str, cites: str, period: str = "2020", more: str = "") -> str:
    return f"period: {period}, value: {number}, cites: {cites}" + (f", {more}" if more else "")


REVISED = "because: revision"
UNEXPLAINED = "'waiting-time' is {} for {}, but {} says {}"
NEEDLESS = "an observation of 'waiting-time' has `because`, but no earlier source gives another value"
FOR_AN_OUTCOME = (
    "an observation of 'waiting-time' has `because`, but the value before it was a forecast, of which it is the outcome"
)


@pytest.mark.parametrize(
    ("observations", "diagnostics"),
    [
        pytest.param([value("4", FIRST), value("4", SECOND)], [], id="the same value needs no reason"),
        pytest.param([value("4", FIRST), value("4.0", SECOND)], [], id="nor does the same value with more decimals"),
        pytest.param([value("4", FIRST), value("5", SECOND, "2021")], [], id="nor that of another period"),
        pytest.param(
            [value("4", FIRST), value("5", SECOND)],
            [UNEXPLAINED.format(5, 2020, "brief-2021-03-10", 4)],
            id="another value for the same period needs one",
        ),
        pytest.param(
            [value("5", SECOND), value("4", FIRST)],
            [UNEXPLAINED.format(5, 2020, "brief-2021-03-10", 4)],
            id="it is the later source that must explain, wherever it is written",
        ),
        pytest.param(
            [value("4", FIRST), value("5", SECOND, more=REVISED), value("4", THIRD)],
            [UNEXPLAINED.format(4, 2020, "verslag-2022", 5)],
            id="going back to the first value needs one too",
        ),
        pytest.param(
            [value("4", FIRST), value("5", SECOND, more=REVISED), value("5", THIRD)],
            [],
            id="saying the new value once more needs none",
        ),
        pytest.param(
            [value("4", FIRST), value("5", SECOND, more=REVISED), value("5", THIRD, more=REVISED)],
            [NEEDLESS],
            id="and may not give one",
        ),
        pytest.param([value("4", FIRST, more=REVISED)], [NEEDLESS], id="nor may a first value"),
        pytest.param([value("4", FIRST, "2022"), value("5", SECOND, "2022")], [], id="an outcome needs none"),
        pytest.param(
            [value("4", FIRST, "2022"), value("5", SECOND, "2022", "because: definition")],
            [FOR_AN_OUTCOME],
            id="and may not give one, for a forecast was not wrong",
        ),
        pytest.param(
            [value("4", FIRST, "2030"), value("5", SECOND, "2030")],
            [UNEXPLAINED.format(5, 2030, "brief-2021-03-10", 4)],
            id="another forecast needs one",
        ),
        pytest.param(
            [value("4", FIRST, "2022"), value("5", SECOND, "2022"), value("6", THIRD, "2022")],
            [UNEXPLAINED.format(6, 2022, "verslag-2022", 5)],
            id="what corrects an outcome needs one",
        ),
    ],
)
def test_only_what_differs_from_an_earlier_count_or_forecast_says_why(archive_from, observations, diagnostics):
    archive = waiting(archive_from, *observations)

    assert said(differences_are_explained(archive)) == diagnostics


@pytest.mark.parametrize("because", ["revision", "definition", "our-error"])
def test_each_reason_is_enough(archive_from, because):
    archive = waiting(archive_from, value("4", FIRST), value("5", SECOND, more=f"because: {because}"))

    assert said(differences_are_explained(archive)) == []


def test_the_values_of_two_categories_do_not_differ_from_each_other(archive_from):
    ferry, pontoon = "of: {vessel: ferry}", "of: {vessel: pontoon}"
    archive = waiting(archive_from, value("4", FIRST, more=ferry), value("5", SECOND, more=pontoon), breakdown="vessel")

    assert said(differences_are_explained(archive)) == []


def test_two_values_of_one_source_are_one_mistake_and_not_two(archive_from):
    archive = waiting(archive_from, value("4", FIRST), value("5", FIRST))
    diagnostics = said(a_source_gives_one_value(archive)) + said(differences_are_explained(archive))

    assert diagnostics == ["brief-2021-03-10 gives 'waiting-time' a second value for 2020"]


NOTE = 'note: {nl: "Een raming.", en: "An estimate."}'


@pytest.mark.parametrize(
    ("observation", "diagnostics"),
    [
        pytest.param(value("4", FIRST), [], id="a plain value says nothing"),
        pytest.param(
            value("4", FIRST, more="basis: read-from-chart"),
            ["an observation of 'waiting-time' is read from a chart, but has no `note`"],
            id="what is read from a chart says how",
        ),
        pytest.param(value("4", FIRST, more=f"basis: read-from-chart, {NOTE}"), [], id="in a note"),
        pytest.param(
            value("4", FIRST, "2021"),
            ["the period '2021' had not ended when brief-2021-03-10 was published"],
            id="what was told before its period ended says what it is",
        ),
        pytest.param(value("4", FIRST, "2021", NOTE), [], id="in a note too"),
        pytest.param(
            value("4", FIRST, "2021", "basis: read-from-chart"),
            [
                "the period '2021' had not ended when brief-2021-03-10 was published",
                "an observation of 'waiting-time' is read from a chart, but has no `note`",
            ],
            id="a forecast read from a chart lacks both at once",
        ),
        pytest.param(value("4", FIRST, "2021-02"), [], id="a month is over before the letter of the next"),
        pytest.param(value("4", FIRST, "2021-03-10"), [], id="a day is over on the day the letter comes out"),
        pytest.param(
            value("4", FIRST, more="formula: 2 + 2"),
            ["an observation of 'waiting-time' is stated but has a formula"],
            id="what is stated has no formula",
        ),
        pytest.param(
            value("4", FIRST, more=f"basis: read-from-chart, formula: 2 + 2, {NOTE}"),
            ["an observation of 'waiting-time' is read-from-chart but has a formula"],
            id="nor has what is read from a chart",
        ),
    ],
)
def test_an_observation_says_what_it_is(archive_from, observation, diagnostics):
    archive = waiting(archive_from, observation)

    assert said(observations_say_what_they_are(archive)) == diagnostics


@pytest.mark.parametrize(
    ("breakdown", "of", "diagnostics"),
    [
        pytest.param("vessel", "of: {vessel: ferry}", 0, id="one category for its dimension"),
        pytest.param("vessel", "", 1, id="no category for its dimension"),
        pytest.param("", "of: {vessel: ferry}", 1, id="a category without a dimension"),
        pytest.param("vessel, season", "of: {vessel: ferry}", 1, id="one category for two dimensions"),
    ],
)
def test_an_observation_names_one_category_for_each_dimension_and_no_other(archive_from, breakdown, of, diagnostics):
    archive = waiting(archive_from, value("4", FIRST, more=of), breakdown=breakdown)

    assert len(said(breakdowns_are_whole(archive))) == diagnostics


def known(archive: Archive) -> KnownIndicator:
    indicator = known_indicator(archive.themes["locks"].indicators[0], "locks", archive.sources)
    assert indicator is not None
    return indicator


COUNTED_OTHERWISE = (value("4", FIRST), value("5", SECOND, "2021"), value("3", THIRD, "2021", "because: definition"))


def test_an_edition_keeps_both_values_where_the_definition_changed_and_the_reason(archive_from):
    indicator = known(waiting(archive_from, *COUNTED_OTHERWISE))
    told = [
        (str(o.record.value), o.record.because and o.record.because.value, o.restates and str(o.restates.value))
        for o in indicator.observations
    ]

    assert told == [("4", None, None), ("5", None, None), ("3", "definition", "5")]


@pytest.mark.parametrize(
    ("observations", "marks"),
    [
        pytest.param(
            COUNTED_OTHERWISE,
            [("2020", 0, "current"), ("2021", 1, "current"), ("2021", 0, "restated")],
            id="a line breaks where the definition changed",
        ),
        pytest.param(
            (*COUNTED_OTHERWISE[:2], value("3", THIRD, "2021", REVISED)),
            [("2020", 0, "current"), ("2021", 0, "current"), ("2021", 0, "restated")],
            id="a line goes on where a value was revised",
        ),
        pytest.param(
            (value("4", FIRST), value("5", FIRST, "2021", NOTE), value("3", SECOND, "2021")),
            [("2020", 0, "current"), ("2021", 0, "current"), ("2021", 0, "forecast")],
            id="a forecast is next to its outcome",
        ),
        pytest.param(
            (
                value("4", FIRST),
                value("5", FIRST, "2021", NOTE),
                value("3", SECOND, "2021"),
                value("2", THIRD, "2021", REVISED),
            ),
            [("2020", 0, "current"), ("2021", 0, "current"), ("2021", 0, "restated"), ("2021", 0, "forecast")],
            id="a forecast still stands there when its outcome is restated",
        ),
    ],
)
def test_a_chart_draws_every_vintage_and_no_line_between_two_definitions(archive_from, observations, marks):
    archive = waiting(archive_from, *observations)
    figure = indicator_chart(known(archive), {}, Locale("en", archive.words["en"]), "waiting-time")

    assert [(point.label, point.run, point.mark) for point in figure.plot.points] == marks
