"""A table of two dimensions: in each cell the value, and below it a bar of that length on one scale for all."""

from textwrap import wrap

import altair as alt

from generator.charts.data import NARROW_PX, WIDEST, Colours, GridPlot
from generator.charts.spec.layers import TEXT, TEXT_PX, X2, Rows, Spec, composed, encoded, layer

_PADDING = {"top": 14, "right": 14, "bottom": 4}
"""A drawing is as large as its text in Liberation Sans: headings of columns in a wider typeface end in this. Names of
rows do so at the left of the wide variant; in the narrow one they are above their cells.
"""


def grid(plot: GridPlot, width: int, colours: Colours) -> Spec:
    """Return the specification; `width` is in pixels, `colours` are CSS colours by name.

    The name of a row is at its left; in the narrow variant above it, so that the cells have the whole width.
    """
    narrow = width <= NARROW_PX
    plot_width = width - (42 if narrow else 124)
    row_height, name, value, bar = (54, 0.2, 0.52, 0.76) if narrow else (36, 0.36, 0.36, 0.72)
    values = [{"x": x, "y": y + value, "t": shown} for x, y, _, shown in _cells(plot)]
    bars = [{"x": x, "x2": x + length, "y": y + bar} for x, y, length, _ in _cells(plot) if length > 0]
    names: Rows = [{"y": i + name, "t": text} for i, text in enumerate(plot.rows)]
    text = {"type": "text", "fontSize": TEXT_PX, "color": colours["ink"]}
    placing = {"align": "left", "fontStyle": "italic"} if narrow else {"align": "right", "dx": -10}
    layers = [
        layer({"type": "rule", "strokeWidth": 6, "color": colours["line"]}, bars, X2),
        layer({**text, "align": "left"}, values, TEXT),
        layer({**text, **placing}, names, TEXT, encoded(x=alt.XValue(0))),
        _heads(plot, None if narrow else plot_width / len(plot.columns), colours),
    ]
    shared = encoded(
        x=alt.X(field="x", type="quantitative", axis=None, scale=alt.Scale(domain=[0, len(plot.columns)], nice=False)),
        y=alt.Y(
            field="y",
            type="quantitative",
            axis=None,
            scale=alt.Scale(domain=[0, len(plot.rows)], reverse=True, nice=False),
        ),
    )
    padding = {**_PADDING, "left": 4 if narrow else 16}
    return composed(layers, shared, plot_width, row_height * len(plot.rows), padding=padding)


def _cells(plot: GridPlot) -> list[tuple[int, int, float, str]]:
    """Column, row, length of the bar in widths of a column, and text of each cell."""
    largest = max((cell.value for cell in plot.cells), default=0) or 1
    return [
        (plot.columns.index(cell.column), plot.rows.index(cell.row), 0.88 * cell.value / largest, cell.shown)
        for cell in plot.cells
    ]


def _heads(plot: GridPlot, room: float | None, colours: Colours) -> Spec:
    """Column headings above the cells: wrapped to the pixels that a column has; rotated where it has too few."""
    fit = room and int(room / (TEXT_PX * WIDEST))
    texts = [wrap(name.replace("/", "/ "), fit) if fit else [name] for name in plot.columns]
    heads: Rows = [{"x": i, "t": text} for i, text in enumerate(texts)]
    text = {"type": "text", "align": "left", "fontSize": TEXT_PX, "color": colours["muted"]}
    if not fit:
        return layer({**text, "angle": 310, "dx": 4, "dy": 4}, heads, TEXT, encoded(y=alt.YValue(-8)))
    above = encoded(y=alt.YValue(-8 - 14 * max(map(len, texts))))
    return layer({**text, "baseline": "top", "lineHeight": 14}, heads, TEXT, above)
