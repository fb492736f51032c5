"""What a series with figures from outside shows: who gives each value, where it breaks, and no more than that."""

from typing import Any

import pytest

from generator.charts.build import Chart
from generator.charts.data import BarsPlot
from generator.charts.figures import figures_chart, kinds_of, lettered, years_of
from generator.model.locale import Locale
from generator.model.settings import Dimension
from tests.support.described import COUNTED, TEXT
from tests.support.outside import AGENCY, REGISTRY, broken, known_series, told
from tests.support.phrases import WORDS

UNITS = {"units": {**WORDS.phrases["units"], "posts": {"one": " post", "other": " posts"}}}
LOCALE = Locale("en", {**WORDS.phrases, **UNITS})
DIMENSIONS = {written["id"]: Dimension.model_validate(written) for written in COUNTED}
YEARS = (2018, 2024)


def chart(*observations: dict[str, Any], **more: Any) -> Chart | None:
    return figures_chart(known_series(*observations, **more), YEARS, DIMENSIONS, LOCALE)


def plot(*observations: dict[str, Any], **more: Any) -> BarsPlot:
    drawn = chart(*observations, **more)
    assert drawn and isinstance(drawn.plot, BarsPlot)
    return drawn.plot


def title(*observations: dict[str, Any], **more: Any) -> str:
    drawn = chart(*observations, **more)
    assert drawn
    return drawn.title


def change(*observations: dict[str, Any], **more: Any) -> str:
    """What is said of the largest change; empty if nothing is."""
    drawn = chart(*observations, **more)
    assert drawn
    return next((s for s in drawn.description.split(". ") if "largest change" in s), "")


def test_each_value_is_marked_by_who_gives_it():
    bars = plot(told("2020", "3"), told("2021", "4", AGENCY), told("2022", "5", "second")).bars

    assert [bar.standing for bar in bars] == ["relayed", "official", "parliament"]


def test_a_period_without_a_value_is_a_gap():
    bars = plot(told("2019", "3"), told("2022", "5")).bars

    assert [(bar.begin, bar.end) for bar in bars] == [("2019-01-01", "2019-12-31"), ("2022-01-01", "2022-12-31")]


def test_a_value_that_was_given_again_is_one_bar_and_both_stand_in_the_table():
    drawn = chart(told("2019", "3"), told("2020", "5", AGENCY), told("2020", "6", REGISTRY))

    assert drawn and isinstance(drawn.plot, BarsPlot)
    assert [(bar.shown, bar.standing) for bar in drawn.plot.bars] == [("3", "relayed"), ("6", "official")]
    assert [row[1].split(" (")[0] for row in drawn.rows] == ["3 posts", "5 posts", "6 posts"]


@pytest.mark.parametrize(
    ("observations", "more"),
    [
        pytest.param([told("2020", "3")], {}, id="one period"),
        pytest.param([told("2020", "3", AGENCY), told("2020", "4", REGISTRY)], {}, id="two vintages of one period"),
        pytest.param(
            [told("2020", "3", of={"body": "all"}), told("2021", "3", of={"body": "all"})],
            {"breakdown": ["body"]},
            id="a breakdown",
        ),
    ],
)
def test_what_is_no_series_has_no_chart(observations, more):
    assert chart(*observations, **more) is None


def test_a_break_is_drawn_half_way_between_the_values_beside_it_and_lettered_oldest_first():
    observations = [told("2019", "3"), told("2020", "4"), told("2022", "5"), told("2023", "6")]
    drawn = plot(*observations, breaks=[broken("2020"), broken("2021-07")])

    assert drawn.breaks == (("2019-12-31", "a"), ("2021-07-02", "b"))


def test_the_letters_of_the_drawing_are_those_of_the_breaks():
    one = known_series(told("2019", "3"), told("2020", "4"), told("2022", "5"), breaks=[broken("2020"), broken("2022")])

    assert [(letter, broken.since.text) for letter, broken in lettered(one)] == [("a", "2020"), ("b", "2022")]


def test_a_title_tells_the_first_and_the_last_value_if_one_definition_carries_both():
    told_of = [told("2020", "3"), told("2021", "9", AGENCY), told("2022", "1", qualifier="more-than")]

    assert title(*told_of) == LOCALE.say(
        "series.title",
        title="Posts",
        first="3 posts",
        first_period="2020",
        last="more than 1 post",
        last_period="2022",
    )


def test_a_title_across_a_break_tells_no_values():
    assert title(told("2020", "3"), told("2021", "9"), breaks=[broken("2021")]) == "Posts"


@pytest.mark.parametrize(
    ("values", "breaks", "phrase"),
    [
        pytest.param(["10", "12", "6"], [], ("fall", 50, "2021", "2022"), id="the largest, here a fall"),
        pytest.param(["10", "15", "12"], [], ("rise", 50, "2020", "2021"), id="the largest, here a rise"),
        pytest.param(["10", "12", "6"], ["2022"], ("rise", 20, "2020", "2021"), id="never one across a break"),
        pytest.param(["10", "12", "6"], ["2022-07"], ("rise", 20, "2020", "2021"), id="nor to one that it divides"),
        pytest.param(["10", "12", "6"], ["2020"], ("fall", 50, "2021", "2022"), id="a break before both is no matter"),
        pytest.param(["10", "12", "6"], ["2021", "2022"], None, id="with a break between all there is none"),
        pytest.param(["10", "10", "10"], [], None, id="what does not change has none"),
        pytest.param(["1000", "1001", "1002"], [], None, id="nor what changes by less than half a per cent"),
        pytest.param(["0", "12", "6"], [], ("fall", 50, "2021", "2022"), id="nothing has no share"),
    ],
)
def test_the_largest_change_is_told_where_values_can_be_compared(values, breaks, phrase):
    observations = [told(str(2020 + n), value) for n, value in enumerate(values)]
    said = change(*observations, breaks=[broken(since) for since in breaks])

    assert said == (_told(*phrase) if phrase else "")


def _told(kind: str, percent: int, before: str, after: str) -> str:
    return LOCALE.say(f"series.{kind}", percent=percent, before=before, after=after).rstrip(".")


@pytest.mark.parametrize(
    ("qualifier", "is_told"),
    [("about", True), ("more-than", False), ("at-least", False), ("less-than", False)],
)
def test_no_change_is_worked_out_of_a_bound(qualifier, is_told):
    assert bool(change(told("2020", "10"), told("2021", "5", qualifier=qualifier))) is is_told
    assert bool(change(told("2020", "10", qualifier=qualifier), told("2021", "5"))) is is_told


@pytest.mark.parametrize(
    ("largest", "shown", "unit"),
    [
        pytest.param("9999", "9,999", "series.unit", id="in full below ten thousand"),
        pytest.param("10000", "10.0", "series.thousand", id="in thousands from there"),
        pytest.param("9999999", "10,000.0", "series.thousand", id="up to ten million"),
        pytest.param("10000000", "10.0", "series.million", id="in millions from there"),
    ],
)
def test_a_number_is_scaled_so_that_it_fits_above_its_bar(largest, shown, unit):
    drawn = plot(told("2020", "5"), told("2021", largest))

    assert (drawn.bars[1].shown, drawn.unit) == (shown, LOCALE.say(unit, unit="posts"))
    assert drawn.bars[1].value == float(largest)


@pytest.mark.parametrize(
    ("qualifier", "shown"),
    [
        pytest.param("about", "~12.4", id="about"),
        pytest.param("more-than", ">12.3", id="more than: rounded down, for it may be no more than that"),
        pytest.param("at-least", "12.3+", id="at least: likewise"),
        pytest.param("less-than", "<12.4", id="less than: rounded up"),
    ],
)
def test_a_hedge_stands_before_the_number_and_still_holds_when_it_is_rounded(qualifier, shown):
    rounded = {"about": "12360", "less-than": "12340"}.get(qualifier, "12360")
    bars = plot(told("2020", "5"), told("2021", rounded, qualifier=qualifier)).bars

    assert [bar.shown for bar in bars] == ["0.0", shown]


def test_a_number_in_full_keeps_its_decimals():
    assert [bar.shown for bar in plot(told("2020", "70.60"), told("2021", "4")).bars] == ["70.60", "4"]


def test_all_series_of_a_theme_share_one_axis():
    early, late = known_series(told("2018", "3"), told("2020", "4")), known_series(told("2021", "3"))

    assert years_of([early, late], 2024) == years_of([late, early], 2024) == (2018, 2024)
    assert (plot(told("2020", "3"), told("2021", "3")).begin, plot(told("2020", "3"), told("2021", "3")).end) == YEARS


def test_the_axis_reaches_as_far_as_what_is_expected():
    assert years_of([known_series(told("2020", "3"), told("2025", "4", note=TEXT))], 2024) == (2020, 2025)


def test_a_drawing_names_the_standings_that_occur_weightiest_first():
    given_again = known_series(told("2020", "3", "second"), told("2021", "4"), told("2021", "4", "second"))
    drawn = plot(told("2020", "3"), told("2021", "4", "second"))

    assert kinds_of(given_again) == ("parliament",)
    assert drawn.legend == tuple((of, LOCALE.say(f"series.{of}")) for of in ("parliament", "relayed"))


def test_what_was_given_before_its_period_had_ended_is_marked_and_the_drawing_says_what_the_mark_means():
    drawn = plot(told("2020", "3"), told("2024", "9", note=TEXT))

    assert [bar.is_forecast for bar in drawn.bars] == [False, True]
    assert drawn.legend == (
        ("relayed", LOCALE.say("series.relayed")),
        ("forecast", LOCALE.say("series.forecast")),
    )


def test_no_kind_is_named_that_is_not_drawn():
    counted, expected = known_series(told("2020", "3", AGENCY)), known_series(told("2024", "9", note=TEXT))

    assert kinds_of(counted) == ("official",)
    assert kinds_of(counted, expected) == ("official", "relayed", "forecast")


@pytest.mark.parametrize(
    ("last", "said"),
    [
        pytest.param("second", LOCALE.say("series.outside", n=1, of=2), id="some"),
        pytest.param(AGENCY, LOCALE.say("series.all_outside"), id="all"),
    ],
)
def test_a_description_tells_who_counts_and_how_many_values_are_from_outside(last, said):
    drawn = chart(told("2020", "3"), told("2021", "4", last))

    assert drawn
    assert drawn.description.startswith("In posts. " + LOCALE.say("series.counted", body="Text", area="Text"))
    assert drawn.description.endswith(said)
