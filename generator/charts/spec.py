"""Vega-Lite specifications of charts, made with Altair, in the placeholder colours of `svg`."""

from datetime import date
from textwrap import wrap
from typing import Any

import altair as alt

from generator.charts.data import NARROW_PX, Colours, GridPlot, MapPlot, Plot, SeriesPlot, SeriesPoint, StripPlot
from generator.charts.spec_map import LAND, SIDES, map_chart
from generator.charts.spec_strip import TEXT_PX, strip_chart
from generator.charts.spec_strip_layout import milliseconds

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
_GRID_PADDING = {"top": 14, "right": 14, "bottom": 4}
"""A drawing is as large as its text in Liberation Sans: headings of columns in a wider typeface end in this. Names of
rows do so at the left of the wide variant; in the narrow one they are above their cells.
"""


def spec_of(plot: Plot, width: int, colours: Colours, land: dict[str, Any]) -> dict[str, Any]:
    """Return the Vega-Lite specification of a plot.

    `width` is the approximate total width in pixels, `colours` the CSS colours by name, `land` the TopoJSON of maps.
    """
    if isinstance(plot, StripPlot):
        return _strip(plot, width, colours)
    chart = _styled(_chart(plot, width, colours), colours)
    spec: dict[str, Any] = chart.to_dict(validate=False)
    for layer in spec.get("layer", []):
        if layer.get("data", {}).get("name") == LAND:
            # Inserted after Altair, which would copy and validate every coordinate.
            layer["data"] = {"values": land, "format": {"type": "topojson", "feature": "countries"}}
    if isinstance(plot, GridPlot):
        spec["padding"] = {**_GRID_PADDING, "left": 4 if width <= NARROW_PX else 16}
    if isinstance(plot, SeriesPlot):
        thousands, decimal = plot.separators
        number = {"decimal": decimal, "thousands": thousands, "grouping": [3], "currency": ["", ""]}
        spec["config"]["locale"] = {"number": number}
    return spec


def _chart(plot: SeriesPlot | GridPlot | MapPlot, width: int, colours: Colours) -> alt.LayerChart:
    if isinstance(plot, SeriesPlot):
        return _series(plot, width, colours)
    if isinstance(plot, GridPlot):
        return _grid(plot, width, colours)
    return map_chart(plot, width, colours)


def _strip(plot: StripPlot, width: int, colours: Colours) -> dict[str, Any]:
    """The strip has its own margins, and its rows are put in after Altair, which would copy each."""
    chart, rows = strip_chart(plot, width, colours)
    spec: dict[str, Any] = chart.to_dict(validate=False)
    spec |= {"datasets": rows, "padding": 0, "background": "transparent"}
    spec["config"] = {"font": FONT, "view": {"stroke": None}}
    return spec


def _styled(chart: alt.LayerChart, colours: Colours) -> alt.LayerChart:
    styled: alt.LayerChart = (
        chart.properties(padding=4, background="transparent")
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_axis(
            labelFontSize=TEXT_PX,
            titleFontSize=TEXT_PX,
            titleFontWeight="normal",
            labelColor=colours["muted"],
            titleColor=colours["muted"],
            gridColor=colours["grid"],
            domainColor=colours["grid"],
            tickColor=colours["grid"],
        )
    )
    return styled


def _series(plot: SeriesPlot, width: int, colours: Colours) -> alt.LayerChart:
    """Values at the middle of their periods, joined by a line where the periods are adjacent."""
    rows = [
        {"x": _middle(p.begin, p.end), "y": p.value, "t": p.shown, "run": p.run, "mark": p.mark, "side": _side(p, plot)}
        for p in plot.points
    ]
    top = max(point.value for point in plot.points) * 1.15 or 1
    times = [milliseconds(point.begin) for point in plot.points] + [milliseconds(point.end) for point in plot.points]
    x = alt.X("x:T", title=None, scale=alt.Scale(domain=[min(times), max(times)]), axis=_year_axis(plot))
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, top]), axis=alt.Axis(title=plot.y_title, tickCount=4))

    def marked(*names: str) -> alt.Chart:
        return alt.Chart(alt.Data(values=[row for row in rows if row["mark"] in names]))

    hollow = {"filled": False, "fill": colours["paper"], "strokeWidth": 2, "opacity": 1}
    return alt.layer(
        marked("current").mark_line(strokeWidth=2, color=colours["line"]).encode(x=x, y=y, detail="run:N"),
        marked("current").mark_point(size=70, filled=True, opacity=1, color=colours["line"]).encode(x=x, y=y),
        marked("restated").mark_point(size=70, color=colours["line"], **hollow).encode(x=x, y=y),
        marked("target").mark_tick(thickness=3, size=34, color=colours["moved"]).encode(x=x, y=y),
        marked("forecast").mark_point(size=70, shape="diamond", color=colours["moved"], **hollow).encode(x=x, y=y),
        *(
            alt.Chart(alt.Data(values=[row for row in rows if row["side"] == side]))
            .mark_text(fontSize=TEXT_PX, color=colours["ink"], **SIDES[side])
            .encode(x=x, y=y, text="t:N")
            for side in SIDES
            if any(row["side"] == side for row in rows)
        ),
    ).properties(width=width - 90, height=220)


def _side(point: SeriesPoint, plot: SeriesPlot) -> str:
    """Return the side of the label: above a current mark, below if another mark is above it, right of other marks."""
    if point.mark != "current":
        return "right"
    others = (other for other in plot.points if other.mark != "current" and other.begin == point.begin)
    return "below" if any(other.value > point.value for other in others) else "above"


def _year_axis(plot: SeriesPlot) -> alt.Axis:
    years = {date.fromisoformat(day).year for point in plot.points for day in (point.begin, point.end)}
    middles = [_middle(f"{year}-01-01", f"{year}-12-31") for year in range(min(years), max(years) + 1)]
    return alt.Axis(values=middles, format="%Y", grid=False, ticks=False)


def _grid(plot: GridPlot, width: int, colours: Colours) -> alt.LayerChart:
    """In each cell the value and below it a bar of that length; all bars share one scale.

    The name of a row is at its left; in the narrow variant above it, so that the cells have the whole width.
    """
    narrow = width <= NARROW_PX
    row_height, name, value, bar = (54, 0.2, 0.52, 0.76) if narrow else (36, 0.36, 0.36, 0.72)
    largest = max((cell.value for cell in plot.cells), default=0) or 1
    rows = [
        {
            "x": plot.columns.index(cell.column),
            "x2": plot.columns.index(cell.column) + 0.88 * cell.value / largest,
            "y": plot.rows.index(cell.row) + value,
            "b": plot.rows.index(cell.row) + bar,
            "t": cell.shown,
        }
        for cell in plot.cells
    ]
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, len(plot.columns)], nice=False))
    scale = alt.Scale(domain=[0, len(plot.rows)], reverse=True, nice=False)
    y = alt.Y("y:Q", axis=None, scale=scale)
    base = alt.Chart(alt.Data(values=rows))
    names = alt.Chart(alt.Data(values=[{"y": i + name, "t": text} for i, text in enumerate(plot.rows)]))
    placing = {"align": "left", "fontStyle": "italic"} if narrow else {"align": "right", "dx": -10}
    bars = base.mark_rule(strokeWidth=6, color=colours["line"]).encode(
        x=x, x2="x2:Q", y=alt.Y("b:Q", axis=None, scale=scale)
    )
    return alt.layer(
        bars.transform_filter("datum.x2 > datum.x"),
        base.mark_text(align="left", fontSize=TEXT_PX, color=colours["ink"]).encode(x=x, y=y, text="t:N"),
        names.mark_text(fontSize=TEXT_PX, color=colours["ink"], **placing).encode(x=alt.value(0), y=y, text="t:N"),
        _heads(plot, narrow, x, colours),
    ).properties(width=width - (42 if narrow else 124), height=row_height * len(plot.rows))


def _heads(plot: GridPlot, narrow: bool, x: alt.X, colours: Colours) -> alt.Chart:
    """Column headings above the cells: rotated in the narrow variant, otherwise wrapped."""
    texts = [[name] if narrow else wrap(name.replace("/", "/ "), 16) for name in plot.columns]
    heads = [{"x": i, "t": text} for i, text in enumerate(texts)]
    base = alt.Chart(alt.Data(values=heads))
    if narrow:
        slanted = base.mark_text(align="left", angle=310, dx=4, dy=4, fontSize=TEXT_PX, color=colours["muted"])
        return slanted.encode(x=x, y=alt.value(-8), text="t:N")
    tallest = max(map(len, texts))
    return base.mark_text(align="left", baseline="top", fontSize=TEXT_PX, lineHeight=14, color=colours["muted"]).encode(
        x=x, y=alt.value(-8 - 14 * tallest), text="t:N"
    )


def _middle(begin: str, end: str) -> int:
    return (milliseconds(begin) + milliseconds(end)) // 2
