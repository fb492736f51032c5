"""One invented plot of each kind, with everything that a chart of that kind can show."""

from generator.charts.data import (
    Bar,
    BarsPlot,
    Cell,
    GridPlot,
    MapPlot,
    MapPoint,
    SeriesPlot,
    SeriesPoint,
    StripBand,
    StripGroup,
    StripPlot,
    StripRow,
    StripSource,
    StripSpan,
)

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
STRIP = StripPlot(
    groups=(
        StripGroup(
            "Datum verstreken, niet meer genoemd",
            "gone",
            (
                StripRow(
                    label="Veer naar Noordeiland",
                    words="5 maanden na de eerste datum; niet meer genoemd sinds 10 mrt 2021",
                    id="ferry",
                    marks=(("2021-03-10", "announced"),),
                    bands=(StripBand("2022-01-01", "2022-12-31", "2022"),),
                    is_past=True,
                    is_absent=True,
                ),
            ),
        ),
        StripGroup(
            "Gereed gemeld",
            "done",
            (
                StripRow(
                    label="Sluis bij Westhaven, met brug",
                    words="gereed op 15 november 2022",
                    id="westhaven",
                    marks=(("2021-03-10", "under-way"), ("2023-02-28", "done")),
                    bands=(StripBand("2022-01-01", "2022-12-31", "2022"),),
                    done="2022-11-15",
                ),
            ),
        ),
        StripGroup(
            "Datum nog niet verstreken",
            "ahead",
            (
                StripRow(
                    label="Sluis bij Oosterdam",
                    words="datum: eerste kwartaal van 2024; 1¼ jaar later dan eerst",
                    id="oosterdam",
                    marks=(("2021-03-10", "announced"), ("2023-02-28", "stalled"), ("2023-03-10", "under-way")),
                    bands=(
                        StripBand("2022-05-01", "2022-08-31", "medio 2022"),
                        StripBand("2024-01-01", "2024-03-31", "eerste kwartaal van 2024"),
                    ),
                ),
            ),
        ),
        StripGroup(
            "Geschrapt",
            "dropped",
            (StripRow("Brug over de Oude Vaart", "geschrapt, 28 feb 2023", "vaart", (("2023-02-28", "dropped"),)),),
        ),
    ),
    sources=(
        StripSource("2021-03-10", "Brief", "mrt", "2021"),
        StripSource("2023-02-28", "Jaarrapportage", "feb", "2023"),
        StripSource("2023-03-10", "Brief", "mrt", "2023"),
    ),
    unread=(StripSpan("2021-03-30", "2023-02-08", "uit deze jaren is niets gelezen; 12 stukken zijn bekend"),),
    begin="2021-01-01",
    end="2024-12-31",
    as_of="2023-06-20",
)
BARS = BarsPlot(
    bars=(
        Bar("2019-01-01", "2019-12-31", 12.0, "12", "parliament"),
        Bar("2020-01-01", "2020-12-31", 30.5, "~30,5", "relayed"),
        Bar("2022-01-01", "2022-12-31", 24.0, ">24", "official"),
        Bar("2023-01-01", "2023-03-31", 6.0, "6", "relayed"),
        Bar("2024-01-01", "2024-12-31", 28.0, "28", "parliament", is_forecast=True),
    ),
    breaks=(("2021-07-02", "a"),),
    unit="in duizendtallen schepen",
    begin=2018,
    end=2024,
    legend=(
        ("parliament", "in een stuk aan de Kamer"),
        ("official", "erbuiten: door de instantie zelf"),
        ("relayed", "erbuiten: door anderen doorgegeven"),
        ("forecast", "verwacht: genoemd voordat de periode voorbij was"),
    ),
)
GRID = GridPlot(("Zomer", "Winter"), ("Veerboot", "Pont"), (Cell("Zomer", "Veerboot", 12.0, "12"),))
MAP = MapPlot((MapPoint(52.1, 5.9, "Oosterdam", "done"), MapPoint(-12.05, -77.04, "Zuiderkade", "open")))
CLOSE_UP = MapPlot(
    (
        MapPoint(52.1, 5.9, "Oosterdam", "named"),
        MapPoint(52.11, 5.95, "Westhaven", "named"),
        MapPoint(51.2, 4.4, "Zuiderkade", "cluster"),
    ),
    close=True,
)
