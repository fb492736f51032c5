"""An indicator over time: values at the middle of their periods, joined by a line where the periods are adjacent."""

from datetime import date

import altair as alt

from generator.charts.data import Colours, SeriesPlot, SeriesPoint
from generator.charts.spec.layers import SIDES, TEXT, TEXT_PX, Rows, Spec, composed, encoded, layer
from generator.charts.spec.strip_layout import milliseconds


def series(plot: SeriesPlot, width: int, colours: Colours) -> Spec:
    """Return the specification; `width` is in pixels, `colours` are CSS colours by name."""
    rows = [
        {"x": _middle(p.begin, p.end), "y": p.value, "t": p.shown, "run": p.run, "mark": p.mark, "side": _side(p, plot)}
        for p in plot.points
    ]

    def marked(name: str) -> Rows:
        return [row for row in rows if row["mark"] == name]

    point = {"type": "point", "size": 70}
    hollow = {**point, "filled": False, "fill": colours["paper"], "strokeWidth": 2, "opacity": 1}
    line, moved = colours["line"], colours["moved"]
    runs = encoded(detail=alt.Detail(field="run", type="nominal"))
    layers = [
        layer({"type": "line", "strokeWidth": 2, "color": line}, marked("current"), runs),
        layer({**point, "filled": True, "opacity": 1, "color": line}, marked("current")),
        layer({**hollow, "color": line}, marked("restated")),
        layer({"type": "tick", "thickness": 3, "size": 34, "color": moved}, marked("target")),
        layer({**hollow, "shape": "diamond", "color": moved}, marked("forecast")),
    ]
    for side, placing in SIDES.items():
        labels = [row for row in rows if row["side"] == side]
        if labels:
            layers.append(
                layer({"type": "text", "fontSize": TEXT_PX, "color": colours["ink"], **placing}, labels, TEXT)
            )
    thousands, decimal = plot.separators
    number = {"decimal": decimal, "thousands": thousands, "grouping": [3], "currency": ["", ""]}
    config = {"axis": _axes(colours), "locale": {"number": number}}
    return composed(layers, _scales(plot), width - 90, 220, padding=4, config=config)


def _axes(colours: Colours) -> Spec:
    """How axes look."""
    text = {"labelColor": colours["muted"], "titleColor": colours["muted"], "titleFontWeight": "normal"}
    lines = {f"{part}Color": colours["grid"] for part in ("grid", "domain", "tick")}
    return {**text, **lines, "labelFontSize": TEXT_PX, "titleFontSize": TEXT_PX}


def _scales(plot: SeriesPlot) -> Spec:
    """Time with the years below it, and the values from zero."""
    top = max(point.value for point in plot.points) * 1.15 or 1
    times = [milliseconds(day) for point in plot.points for day in (point.begin, point.end)]
    time = alt.Scale(domain=[min(times), max(times)])
    values = alt.Axis(title=plot.y_title, tickCount=4)
    return encoded(
        x=alt.X(field="x", type="temporal", title=None, scale=time, axis=_year_axis(plot)),
        y=alt.Y(field="y", type="quantitative", scale=alt.Scale(domain=[0, top]), axis=values),
    )


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


def _middle(begin: str, end: str) -> int:
    return (milliseconds(begin) + milliseconds(end)) // 2
