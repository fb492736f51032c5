"""A series as bars over time: filled, half filled or outlined by who gives the figure, with a line where it breaks.

What was given before its period had ended is dashed and pale.
"""

from datetime import date

import altair as alt

from generator.charts.data import NARROW_PX, Bar, BarsPlot, Colours
from generator.charts.spec.layers import TEXT, TEXT_PX, X2, Y2, Spec, composed, encoded, layer
from generator.charts.spec.strip_layout import milliseconds

_HEIGHT, _HEIGHT_NARROW = 260, 96
_HALF_YEAR_DAYS = 180
_MARGIN = 0.14
"""The share of its period that stays free on each side of a bar; one of less than half a year fills its period."""
_LEGEND_STEP = 240
"""Pixels from one entry of the legend to the next."""
_LEGEND_ROW = 3
"""Entries in a row of it."""
_KEYS = {"parliament": 1.0, "official": 0.5, "relayed": 0.0, "forecast": 0.0}
"""How much of a bar is filled, from the left."""
_DASHED = {"strokeDash": [4, 3]}


def bars(plot: BarsPlot, width: int, colours: Colours) -> Spec:
    """Return the specification; `width` is in pixels, `colours` are CSS colours by name."""
    narrow = width <= NARROW_PX
    rows = [_row(bar) for bar in plot.bars]
    muted = colours["muted"]
    text = {"type": "text", "fontSize": TEXT_PX, "color": colours["ink"]}
    broken = [{"x": milliseconds(day), "t": letter} for day, letter in plot.breaks]
    dashed = {"type": "rule", "strokeDash": [3, 3], "color": muted}
    layers = [*_told(rows, colours), layer({**text, "dy": -8}, [_middle(row) for row in rows], TEXT)]
    unit = encoded(x=alt.XValue(value=0), y=alt.YValue(value=0))
    above = -40 if broken else -26
    layers.append(layer({**text, "align": "left", "color": muted, "dy": above}, [{"t": plot.unit}], TEXT, unit))
    if broken:
        top = encoded(y=alt.YValue(value=-14), y2=alt.Y2Value(value="height"))
        layers.append(layer(dashed, broken, top))
        layers.append(layer({**text, "color": muted, "dy": -22}, broken, TEXT, encoded(y=alt.YValue(value=0))))
    more = {"padding": {"top": 14, "left": 8, "right": 8, "bottom": 6}}
    if not narrow:
        layers += _legend(plot, colours)
    height = _HEIGHT_NARROW if narrow else _HEIGHT
    return composed(layers, _scales(plot, colours), width - 16, height, config={}, **more)


def _row(bar: Bar) -> Spec:
    """The bar within its period, and how much of it is filled."""
    begin, end = date.fromisoformat(bar.begin), date.fromisoformat(bar.end)
    first, last = milliseconds(bar.begin), milliseconds(bar.end)
    free = _MARGIN * (last - first) if (end - begin).days >= _HALF_YEAR_DAYS else 0.0
    shape = {"x": first + free, "x2": last - free, "y": bar.value, "y2": 0, "t": bar.shown}
    return {**shape, "full": _KEYS[bar.standing], "ahead": bar.is_forecast}


def _middle(row: Spec) -> Spec:
    """The place of its number."""
    return {**row, "x": (row["x"] + row["x2"]) / 2}


def _told(rows: list[Spec], colours: Colours) -> list[Spec]:
    """The bars themselves: what had happened, and, if there is any, what was expected."""
    line, layers = colours["line"], []
    for ahead, fill, dash in ((False, line, {}), (True, colours["grid"], _DASHED)):
        some = [row for row in rows if row["ahead"] is ahead]
        filled = [{**row, "x2": row["x"] + row["full"] * (row["x2"] - row["x"])} for row in some if row["full"]]
        outline = {"type": "rect", "filled": False, "stroke": line, "strokeWidth": 1.5, **dash}
        if some or not ahead:
            layers += [layer({"type": "rect", "fill": fill}, filled, X2, Y2), layer(outline, some, X2, Y2)]
    return layers


def _legend(plot: BarsPlot, colours: Colours) -> list[Spec]:
    """Under the axis: each kind of bar with what it means."""
    box = {"type": "rect", "fill": colours["paper"], "stroke": colours["line"], "strokeWidth": 1.5}
    word = {"type": "text", "align": "left", "baseline": "middle", "fontSize": TEXT_PX, "color": colours["muted"]}
    layers = []
    for number, (of, meaning) in enumerate(plot.legend):
        left, below = number % _LEGEND_ROW * _LEGEND_STEP, _HEIGHT + 46 + 20 * (number // _LEGEND_ROW)
        full = _KEYS[of]
        place = encoded(
            x=alt.XValue(value=left),
            x2=alt.X2Value(value=left + 14),
            y=alt.YValue(value=below - 10),
            y2=alt.Y2Value(value=below),
        )
        part = place | encoded(x2=alt.X2Value(value=left + 14 * full))
        at = encoded(x=alt.XValue(value=left + 20), y=alt.YValue(value=below - 5))
        layers.append(layer({**box, **_DASHED} if of == "forecast" else box, [{}], place))
        layers += [layer({"type": "rect", "fill": colours["line"]}, [{}], part)] if full else []
        layers.append(layer(word, [{"t": meaning}], TEXT, at))
    return layers


def _scales(plot: BarsPlot, colours: Colours) -> Spec:
    """Time with the years below it, and the values from zero without an axis: each bar bears its own."""
    top = max(bar.value for bar in plot.bars) or 1
    time = alt.Scale(domain=[milliseconds(f"{plot.begin}-01-01"), milliseconds(f"{plot.end}-12-31")])
    middles = [milliseconds(f"{year}-07-02") for year in range(plot.begin, plot.end + 1)]
    years = alt.Axis(
        values=middles,
        format="%Y",
        grid=False,
        ticks=False,
        labelColor=colours["muted"],
        labelFontSize=TEXT_PX,
        domainColor=colours["muted"],
    )
    return encoded(
        x=alt.X(field="x", type="temporal", title=None, scale=time, axis=years),
        y=alt.Y(field="y", type="quantitative", scale=alt.Scale(domain=[0, top]), axis=None),
    )
