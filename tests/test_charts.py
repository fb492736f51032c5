"""What a figure shows, says and lists, all from the same values."""

from dataclasses import replace
from typing import Any

import pytest

from generator.charts import Figure, indicator_figure, map_figure, promises_figure
from generator.editions import Edition, editions_of
from generator.plots import Cell, MapPoint, SeriesPoint
from generator.words import Words
from generator.yaml_lines import read_yaml
from tests.described import TEXT, archive_of
from tests.small import ROOT

PHRASES: Any = read_yaml((ROOT / "data/words/en.yaml").read_text("utf-8"), "en").value
OURS = {
    "units": {"posts": {"one": " post", "other": " posts"}},
    "due": {"moved": "{first}, now {latest}", "done": "{due}; done {done}"},
    "restated": "since restated",
    "basis": {"computed": "computed"},
    "source_kind": {"letter": "Letter"},
    "state": {"open": "open", "done": "done", "dropped": "dropped", "overdue": "overdue", "undated": "no date"},
    "chart": {
        **PHRASES["chart"],
        "promises_sentence": {"one": "{n} promise.", "other": "{n} promises."},
        "none_moved": "None moved.",
        "moved_sentence": {"one": "One moved: {title} ({slip}).", "other": "{n} moved, most: {title} ({slip})."},
        "series_sentence": "{title}: {first} ({first_period}), then {last} ({last_period}).",
        "grid_sentence": "{title}, {period}: at most {largest}, {row}, {column}.",
        "map_done": "Done: {places}.",
        "map_open": "Ahead: {places}.",
    },
}
WORDS = Words("en", {**PHRASES, **OURS})
"""The project's phrases, but for those that these tests read: an editor may reword them any day."""

LETTERS = [
    {"id": "first", "kind": "letter", "published": "2020-10-15", "passages": "1"},
    {"id": "second", "kind": "letter", "published": "2024-06-24", "passages": "1"},
]


def editions(described: dict[str, Any] | None = None, **theme: Any) -> tuple[Edition, ...]:
    return editions_of(archive_of({"sources": LETTERS, "themes": {"bridges": theme}, **(described or {})}))


def named(name: str) -> dict[str, str]:
    return {"nl": name, "en": name}


def milestone(id: str, *reports: dict[str, str], **more: Any) -> dict[str, Any]:
    return {"id": id, "title": named(id.capitalize()), "reports": list(reports), **more}


def report(source: str, says: str, **more: str) -> dict[str, str]:
    return {"cites": f"{source}#p-1", "says": says, **more}


def promises(*milestones: dict[str, Any]) -> Figure | None:
    edition = editions(milestones=list(milestones))[-1]
    return promises_figure(edition.milestones, edition, WORDS, "promises")


LATE = milestone("lock", report("first", "announced", due="2022"), report("second", "under-way", due="2025"))
EARLY = milestone("quay", report("first", "announced", due="2026"), report("second", "under-way", due="2025-Q1"))
KEPT = milestone("ferry", report("first", "announced", due="mid-2024"))
DONE = milestone("bridge", report("first", "announced", due="2023"), report("second", "done", done="2023-05"))
UNDATED = milestone("tunnel", report("first", "announced"))


@pytest.mark.parametrize(
    "milestones",
    [
        pytest.param([], id="without milestones"),
        pytest.param([UNDATED], id="without a promise"),
        pytest.param([KEPT], id="of a single dot"),
        pytest.param([KEPT, {**KEPT, "id": "pontoon"}], id="of two promises that are one dot"),
    ],
)
def test_no_chart_is_made_of_promises(milestones):
    assert promises(*milestones) is None


@pytest.mark.parametrize(
    ("milestones", "sentence"),
    [
        pytest.param([KEPT, DONE], "2 promises. None moved.", id="that none moved"),
        pytest.param([DONE, UNDATED], "1 promise. None moved.", id="only of what has a date"),
        pytest.param([LATE, KEPT], "2 promises. One moved: Lock (+1,096 days).", id="which one moved, and how far"),
        pytest.param([EARLY, LATE], "2 promises. 2 moved, most: Lock (+1,096 days).", id="which of two moved most"),
        pytest.param([EARLY, DONE], "2 promises. One moved: Quay (−640 days).", id="that a date was brought forward"),
    ],
)
def test_a_chart_of_promises_says_in_words(milestones, sentence):
    assert promises(*milestones).description == sentence


def test_a_chart_of_promises_lists_the_furthest_end_first():
    assert promises(DONE, UNDATED, EARLY, LATE, KEPT).rows == (
        ("1", "Lock", "2022", "2025", "+1,096 days", "open"),
        ("2", "Quay", "2026", "first quarter of 2025", "−640 days", "open"),
        ("3", "Ferry", "mid-2024", "mid-2024", "–", "open"),
        ("4", "Bridge", "2023", "2023", "–", "done"),
    )


def test_a_line_joins_the_day_a_source_spoke_to_the_last_day_that_it_promised():
    lines = {line.title[0]: (line.due, line.points, line.done, line.moved) for line in promises(LATE, DONE).plot.lines}

    assert lines == {
        "Lock": ("2022, now 2025", (("2020-10-15", "2022-12-31"), ("2024-06-24", "2025-12-31")), None, True),
        "Bridge": ("2023; done May 2023", (("2020-10-15", "2023-12-31"),), ("2024-06-24", "2023-05-31"), False),
    }


def test_a_chart_of_an_older_edition_ends_on_its_day():
    earlier, _ = editions(milestones=[LATE, KEPT])
    plot = promises_figure(earlier.milestones, earlier, WORDS, "promises").plot

    assert (plot.as_of, plot.sources, [line.points for line in plot.lines]) == (
        "2020-10-15",
        ("2020-10-15",),
        [(("2020-10-15", "2024-08-31"),), (("2020-10-15", "2022-12-31"),)],
    )


def value(period: str, value: str, source: str = "second", **more: Any) -> dict[str, Any]:
    return {"period": period, "value": value, "cites": f"{source}#p-1", **more}


def series(*observations: dict[str, Any], words: Words = WORDS) -> Figure | None:
    record = {"id": "posts", "title": named("Posts"), "unit": "posts", "definition": TEXT}
    edition = editions(indicators=[{**record, "observations": list(observations)}])[-1]
    return indicator_figure(edition.indicators[0], {}, words, "posts")


def marks(figure: Figure | None) -> list[tuple[str, str, int, str]]:
    return [(point.label, point.shown, point.run, point.mark) for point in figure.plot.points]


def test_one_value_needs_no_chart():
    assert series(value("2023", "3")) is None


def test_two_vintages_of_one_period_need_no_chart():
    assert series(value("2019", "3", "first"), value("2019", "4")) is None


@pytest.mark.parametrize(
    ("periods", "runs"),
    [
        pytest.param(["2021", "2022", "2023"], [0, 0, 0], id="years that touch are one run"),
        pytest.param(["2020", "2022", "2023"], [0, 1, 1], id="a missing year starts a new run"),
        pytest.param(["2019", "2021", "2023"], [0, 1, 2], id="every gap starts a new run"),
        pytest.param(["2022-Q4", "2023-Q1"], [0, 0], id="quarters touch across a year"),
        pytest.param(["2022", "2023-02"], [0, 1], id="a month without a value is a gap"),
        pytest.param(["2023", "2023-Q4"], [0, 1], id="a part of a year does not follow that year"),
    ],
)
def test_a_gap_is_never_bridged_by_a_line(periods, runs):
    figure = series(*(value(period, "3") for period in periods))

    assert [point.run for point in figure.plot.points] == runs


def test_a_point_spans_its_period():
    figure = series(value("2022-Q4", "1200"), value("2023", "3.50"))

    assert figure.plot.points == (
        SeriesPoint("2022-10-01", "2022-12-31", "fourth quarter of 2022", 1200.0, "1,200", 0, "current"),
        SeriesPoint("2023-01-01", "2023-12-31", "2023", 3.5, "3.50", 0, "current"),
    )


def test_a_restated_value_stays_beside_the_current_one():
    figure = series(value("2019", "3", "first"), value("2019", "4"), value("2020", "5"))

    assert marks(figure) == [
        ("2019", "4", 0, "current"),
        ("2020", "5", 0, "current"),
        ("2019", "3", 0, "restated"),
    ]


def test_a_repeated_value_is_drawn_once():
    figure = series(value("2019", "3", "first"), value("2019", "3"), value("2020", "5"))

    assert marks(figure) == [("2019", "3", 0, "current"), ("2020", "5", 0, "current")]


def test_what_was_planned_is_a_mark_of_its_own():
    figure = series(value("2022", "3"), value("2023", "9", target="1200"))

    assert marks(figure)[2:] == [("2023", f"{WORDS.say('column.target')} 1,200", 0, "target")]


def test_the_table_tells_hedge_formula_plan_correction_and_source():
    figure = series(
        value("2019", "3", "first"),
        value("2019", "1200", qualifier="more-than", target="1300"),
        value("2020", "1", basis="computed", formula="3 - 2"),
    )

    assert figure.rows == (
        ("2019", "3 posts (since restated)", "–", "Letter 15 Oct 2020"),
        ("2019", "more than 1,200 posts", "1,300", "Letter 24 Jun 2024"),
        ("2020", "1 post (computed: 3 - 2)", "–", "Letter 24 Jun 2024"),
    )


def test_a_repeated_value_is_not_called_restated():
    figure = series(value("2019", "3", "first"), value("2019", "3"), value("2020", "5"))

    assert [row[1] for row in figure.rows] == ["3 posts", "3 posts", "5 posts"]


def test_a_series_says_where_it_began_and_where_it_is():
    figure = series(value("2019", "3", "first"), value("2019", "4"), value("2021", "7"), value("2023", "1200"))

    assert figure.description == "Posts: 4 posts (2019), then 1,200 posts (2023)."


def test_the_same_chart_is_told_in_dutch_with_dutch_numbers():
    figure = series(value("2022", "1200.5"), value("2023", "3"), words=replace(WORDS, language="nl"))

    assert (figure.plot.points[0].shown, figure.plot.separators) == ("1.200,5", (".", ","))


PORTS = [
    {
        "id": "port",
        "title": named("Port"),
        "values": [{"id": p, "title": named(p.title())} for p in ("north", "south")],
    },
    {"id": "kind", "title": named("Kind"), "values": [{"id": k, "title": named(k.title())} for k in ("post", "tower")]},
]


def grid(*breakdown: str, observations: list[dict[str, Any]]) -> Figure | None:
    record = {"id": "posts", "title": named("Posts"), "unit": "posts", "definition": TEXT, "breakdown": list(breakdown)}
    archive = archive_of(
        {
            "sources": LETTERS,
            "themes": {"bridges": {"indicators": [{**record, "observations": observations}]}},
            "categories": PORTS,
        }
    )
    return indicator_figure(editions_of(archive)[-1].indicators[0], archive.dimensions, WORDS, "posts")


def cell(port: str, kind: str, number: str, period: str = "2023") -> dict[str, Any]:
    return value(period, number, of={"port": port, "kind": kind})


def test_a_table_of_two_dimensions_keeps_the_order_of_its_categories():
    figure = grid("port", "kind", observations=[cell("south", "tower", "7"), cell("north", "post", "1200")])

    assert (figure.columns, figure.rows) == (("Port", "Post", "Tower"), (("North", "1,200", ""), ("South", "", "7")))


def test_a_table_says_where_its_largest_value_is():
    figure = grid("port", "kind", observations=[cell("south", "tower", "7"), cell("north", "post", "1200")])

    assert figure.description == "Posts, 2023: at most 1,200 posts, North, Post."


def test_a_table_shows_its_last_period_alone():
    figure = grid("port", "kind", observations=[cell("north", "post", "9", "2022"), cell("north", "post", "7")])

    assert (figure.title, figure.plot.cells) == ("Posts, 2023", (Cell("North", "Post", 7.0, "7"),))


def test_a_breakdown_of_one_dimension_has_no_chart():
    observations = [value("2023", "7", of={"port": "north"}), value("2024-Q1", "8", of={"port": "north"})]

    assert grid("port", observations=observations) is None


PLACES = [
    {"id": "oosterdam", "name": named("Oosterdam"), "kind": "city", "lat": "52.10", "lon": "5.90"},
    {"id": "westhaven", "name": named("Westhaven"), "kind": "port", "lat": "51.90", "lon": "-4.10"},
]


def maps(*milestones: dict[str, Any], **theme: Any) -> list[Figure | None]:
    """The theme's map in each edition."""
    known = editions({"places": PLACES}, milestones=list(milestones), **theme)
    return [map_figure(edition.themes["bridges"], edition, WORDS, "map") for edition in known]


TITLED = {"map": {"title": named("Where bridges are")}}
OPEN_EAST = milestone("east", report("second", "announced"), places=["oosterdam"])
DONE_WEST = milestone("west", report("second", "done", done="2023"), places=["westhaven"])


def test_a_map_tells_what_is_there_and_what_is_ahead():
    figure = maps(OPEN_EAST, DONE_WEST, **TITLED)[-1]

    assert (figure.title, figure.description, figure.plot.points, figure.rows) == (
        "Where bridges are",
        "Done: Westhaven. Ahead: Oosterdam.",
        (MapPoint(52.1, 5.9, "Oosterdam", "open"), MapPoint(51.9, -4.1, "Westhaven", "done")),
        (("Oosterdam", "East", "no date"), ("Westhaven", "West", "done")),
    )


@pytest.mark.parametrize(
    ("milestones", "theme"),
    [
        pytest.param([OPEN_EAST], {}, id="for a theme that asks for none"),
        pytest.param([UNDATED], TITLED, id="of milestones without places"),
    ],
)
def test_no_map_is_drawn(milestones, theme):
    assert maps(*milestones, **theme) == [None, None]


def test_a_map_and_its_title_appear_with_the_first_place_that_is_known():
    assert [figure and figure.title for figure in maps(OPEN_EAST, **TITLED)] == [None, "Where bridges are"]
