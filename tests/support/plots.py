"""One invented plot of each kind, with everything that a chart of that kind can show."""

from dataclasses import replace

from generator.charts.data import Cell, GridPlot, MapPlot, MapPoint, SeriesPlot, SeriesPoint, TrendLine, TrendPlot

SERIES = SeriesPlot(
    points=(
        SeriesPoint("2023-01-01", "2023-12-31", "2023", 1094.0, "1.094", 0, "current"),
        SeriesPoint("2024-01-01", "2024-12-31", "2024", 28000.0, "28.000", 0, "current"),
        SeriesPoint("2024-01-01", "2024-12-31", "2024", 27500.0, "27.500", 0, "restated"),
        SeriesPoint("2024-01-01", "2024-12-31", "2024", 30000.0, "gepland 30.000", 0, "target"),
        SeriesPoint("2026-01-01", "2026-06-30", "2026-H1", 12000.0, "12.000", 1, "current"),
        SeriesPoint("2027-01-01", "2027-12-31", "2027", 31000.0, "verwacht 31.000", 1, "forecast"),
    ),
    y_title="controles",
    separators=(".", ","),
)
TREND = TrendPlot(
    lines=(
        TrendLine(
            title=("Sluis bij Oosterdam",),
            due="medio 2022",
            number=1,
            points=(("2021-03-10", "2022-08-31"), ("2023-02-28", "2023-03-31")),
            done=None,
            moved=True,
        ),
        TrendLine(
            title=("Sluis bij Westhaven,", "met brug"),
            due="2022; gereed 2022",
            number=2,
            points=(("2021-03-10", "2022-12-31"),),
            done=("2023-02-28", "2022-11-15"),
            moved=False,
        ),
        TrendLine(
            title=("Veer naar Noordeiland",),
            due="eind 2024",
            number=3,
            points=(("2021-03-10", "2024-12-31"),),
            done=None,
            moved=False,
            silent_from="2021-03-10",
        ),
        TrendLine(
            title=("Brug over de Oude Vaart",),
            due="2025",
            number=4,
            points=(("2021-03-10", "2025-12-31"),),
            done=None,
            moved=False,
            dropped="2023-02-28",
        ),
        *(
            TrendLine(
                title=(title, "met wachtruimte"),
                due="begin 2022",
                number=number,
                points=(("2021-03-10", "2022-01-31"),),
                done=None,
                moved=False,
            )
            for number, title in ((5, "Pont over de Nieuwe Vaart"), (6, "Pont over de Zijl"))
        ),
    ),
    sources=("2021-03-10", "2023-02-28"),
    as_of="2023-06-20",
    today_label="vandaag",
    x_title="verschenen",
    y_title="beloofd",
)
GRID = GridPlot(("Zomer", "Winter"), ("Veerboot", "Pont"), (Cell("Zomer", "Veerboot", 12.0, "12"),))
CROWDED = replace(
    TREND,
    lines=tuple(
        replace(TREND.lines[0], title=(f"Sluis {n}",), number=n, points=(("2021-03-10", "2023-12-31"),), moved=False)
        for n in range(1, 30)
    )
    + TREND.lines[:2],
    several="{n} toezeggingen",
)
"""More lines than can all be named."""
MAP = MapPlot((MapPoint(52.1, 5.9, "Oosterdam", "done"), MapPoint(-12.05, -77.04, "Zuiderkade", "open")))
CLOSE_UP = MapPlot(
    (
        MapPoint(52.1, 5.9, "Oosterdam", "named"),
        MapPoint(52.11, 5.95, "Westhaven", "named"),
        MapPoint(51.2, 4.4, "Zuiderkade", "cluster"),
    ),
    close=True,
)
