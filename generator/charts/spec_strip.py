"""The evolution strip: a row for each milestone on one axis of time, with its marks, dates and words."""

from datetime import date
from textwrap import wrap
from typing import Any

import altair as alt

from generator.charts.data import NARROW_PX, Colours, StripGroup, StripPlot
from generator.charts.spec_strip_layout import (
    DAY,
    FATES,
    LINE_PX,
    NARROW,
    WIDE,
    Frame,
    Placed,
    document_heads,
    laid_out,
    milliseconds,
    moved_apart,
    per_day,
)

TEXT_PX = 12
"""Of labels in every chart."""
SMALL_PX = 11
MARK_AREA = 90
HALF = "M0,-1A1,1,0,0,1,0,1Z"
MINUS = "M-0.55,0L0.55,0"
HALF_SQUARE = "M-1,-1L1,-1L-1,1Z"
_SQUARES: dict[str, dict[str, Any]] = {
    "done": {"color": "done", "fill": "done"},
    "part": {"color": "done"},
    "past": {"color": "moved", "fill": "moved"},
    "gone": {"color": "moved", "strokeDash": [2, 2]},
    "ahead": {"color": "line"},
    "dropped": {"color": "muted"},
}
"""How the promises of a theme look by fate; the colours are names of colours."""

_CHARACTER_PX = 7.2
"""How wide a character of the smallest text is at most, on average, in any usual typeface."""

Rows = list[dict[str, Any]]


def strip_chart(plot: StripPlot, width: int, colours: Colours) -> tuple[alt.LayerChart, dict[str, Rows]]:
    """Return the chart and its rows by name of the data, which are put in after Altair.

    `width` is `NARROW_PX` or more, `colours` are CSS colours by name.
    """
    frame = NARROW if width <= NARROW_PX else WIDE
    placed, heads, height = laid_out(plot, frame)
    first, last = (milliseconds(day) for day in (plot.begin, plot.end))
    x = alt.X("x:T", axis=None, scale=alt.Scale(domain=[first, last], range=[frame.left, frame.right]))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, height], range=[0, height], nice=False))
    layers = _Layers(x, y, height)
    _background(layers, placed, plot, frame, colours)
    _headings(layers, heads, frame, colours)
    _lines(layers, placed, plot, colours)
    _bands(layers, placed, plot, frame, colours)
    _marks(layers, placed, plot, frame, colours)
    _dots(layers, placed, plot, frame, colours)
    _texts(layers, placed, frame, colours)
    chart = alt.layer(*layers.charts).properties(width=frame.width, height=height)
    return chart, layers.rows


class _Layers:
    """The layers of a drawing in order, and the rows of each; a layer without rows is left out."""

    def __init__(self, x: alt.X, y: alt.Y, height: int) -> None:
        self.x, self.y, self.height = x, y, height
        self.charts: list[alt.Chart] = []
        self.rows: dict[str, Rows] = {}

    def add(
        self, mark: dict[str, Any], rows: Rows, *channels: str, at: int | None = None, to: int | None = None
    ) -> None:
        """Add a mark for each row. The channels are fields of the rows beside `x` and `y`; `at` and `to` are fixed."""
        if not rows:
            return
        name = f"d{len(self.charts)}"
        places = [alt.XValue(at) if at is not None else self.x, *([alt.X2Value(to)] if to is not None else [])]
        chart = alt.Chart(alt.NamedData(name), mark=mark).encode(*places, self.y, *(_CHANNELS[c]() for c in channels))
        self.charts.append(chart)
        self.rows[name] = rows


_CHANNELS = {
    "x2": lambda: alt.X2("x2"),
    "y2": lambda: alt.Y2("y2"),
    "text": lambda: alt.Text("t:N"),
    "colour": lambda: alt.Color("c:N", scale=None, legend=None),
}


def _background(layers: _Layers, placed: list[Placed], plot: StripPlot, frame: Frame, colours: Colours) -> None:
    """Years, the days of the documents, and the spans of which no document was read."""
    extents = [{"y": 40, "y2": layers.height - 18}]
    if frame.narrow:  # behind the marks only: lines through the text between them would make it hard to read
        extents = [{"y": at.middle - 11, "y2": at.middle + 11} for at in placed]
    times = [(milliseconds(span.begin), milliseconds(span.end)) for span in plot.unread]
    spans: Rows = [{"x": begin, "x2": end, **extent} for begin, end in times for extent in extents]
    layers.add({"type": "rect", "color": colours["land"], "opacity": 0.42}, spans, "x2", "y2")
    years = range(date.fromisoformat(plot.begin).year, date.fromisoformat(plot.end).year + 1)
    starts: Rows = [{"x": milliseconds(f"{year}-01-01"), **extent} for year in years for extent in extents]
    layers.add({"type": "rule", "color": colours["grid"]}, starts, "y2")
    days: Rows = [{"x": milliseconds(source.day), **extent} for source in plot.sources for extent in extents]
    layers.add({"type": "rule", "color": colours["muted"], "opacity": 0.6}, days, "y2")
    named = years[:: 2 if frame.narrow else 1]
    place = 10 if frame.narrow else layers.height - 4
    names: Rows = [{"x": milliseconds(f"{year}-07-01"), "y": place, "t": str(year)} for year in named]
    layers.add(_text(_small(frame), colours["muted"], align="center"), names, "text")
    if not frame.narrow:
        _annotations(layers, plot, frame, colours)


def _annotations(layers: _Layers, plot: StripPlot, frame: Frame, colours: Colours) -> None:
    """The names of the documents at the top, and at the bottom what was not read."""
    heads: Rows = [{"x": milliseconds(day), "y": 6, "t": list(lines)} for day, lines in document_heads(plot, frame)]
    look = {"align": "center", "baseline": "top", "lineHeight": 14}
    layers.add(_text(SMALL_PX, colours["ink"], **look), heads, "text")
    texts: Rows = []
    for span in plot.unread:
        begin, end = milliseconds(span.begin), milliseconds(span.end)
        lines = wrap(span.label, round((end - begin) / DAY * per_day(plot, frame) / _CHARACTER_PX))
        texts.append({"x": (begin + end) // 2, "y": layers.height - 22, "t": lines})
        texts[-1]["y"] -= 13 * (len(lines) - 1)
    look = {"align": "center", "baseline": "bottom", "lineHeight": 13, "fontStyle": "italic"}
    layers.add(_text(SMALL_PX, colours["muted"], **look), texts, "text")


def _headings(layers: _Layers, heads: list[tuple[StripGroup, int]], frame: Frame, colours: Colours) -> None:
    rows: Rows = [
        {"y": top + 16, "t": f"{group.title} · {len(group.rows)}", "c": colours[FATES[group.fate]]}
        for group, top in heads
    ]
    layers.add(_text(13, "", fontWeight="bold", baseline="bottom"), rows, "text", "colour", at=0)
    rules: Rows = [{"y": top + 20} for _, top in heads]
    layers.add({"type": "rule", "color": colours["grid"]}, rules, at=0, to=frame.width)


def _lines(layers: _Layers, placed: list[Placed], plot: StripPlot, colours: Colours) -> None:
    """A line from the first to the last document that mentions it, thick once its date has passed; then dots."""
    plain: Rows = []
    past: Rows = []
    dots: Rows = []
    for at in (at for at in placed if at.row.marks):
        row = at.row
        begin, end = row.marks[0][0], row.marks[-1][0]
        due = row.bands[-1].end if row.bands else None
        look = {"y": at.middle, "c": colours[at.colour]}
        turn = min(max(due, begin), end) if due and row.is_past else end
        plain.append({"x": milliseconds(begin), "x2": milliseconds(turn), **look})
        past.append({"x": milliseconds(turn), "x2": milliseconds(end), **look})
        if row.is_absent:
            dots.append({"x": milliseconds(end), "x2": milliseconds(plot.as_of), **look})
    mark = {"type": "rule", "strokeWidth": 1.6}
    layers.add(mark, [row for row in plain if row["x"] < row["x2"]], "x2", "colour")
    layers.add({**mark, "strokeWidth": 3}, [row for row in past if row["x"] < row["x2"]], "x2", "colour")
    layers.add({**mark, "strokeDash": [2, 4]}, dots, "x2", "colour")


def _bands(layers: _Layers, placed: list[Placed], plot: StripPlot, frame: Frame, colours: Colours) -> None:
    """The interval of each promised date, its last day as a bar, its words above; an arrow where it moved."""
    bands: Rows = []
    ends: Rows = []
    words: Rows = []
    moves: Rows = []
    for at in placed:
        for band in at.row.bands:
            start, end = milliseconds(max(band.begin, plot.begin)), milliseconds(band.end)
            bands.append({"x": start, "x2": end, "y": at.middle - 8, "y2": at.middle + 8, "c": colours[at.colour]})
            ends.append({"x": end, "y": at.middle - 8, "y2": at.middle + 8, "c": colours[at.colour]})
        for before, after in zip(at.row.bands, at.row.bands[1:], strict=False):
            moves.append(
                {"x": milliseconds(before.end), "x2": milliseconds(after.end), "y": at.middle, "c": colours["moved"]}
            )
        if at.row.bands and not frame.narrow:
            last = at.row.bands[-1]
            right = milliseconds(last.end) > (milliseconds(plot.begin) + 3 * milliseconds(plot.end)) // 4
            words.append(
                {
                    "x": milliseconds(last.end),
                    "y": at.middle - 9,
                    "t": last.label,
                    "c": colours[at.colour],
                    "right": right,
                }
            )
    layers.add({"type": "rect", "opacity": 0.22}, bands, "x2", "y2", "colour")
    layers.add({"type": "rule", "strokeWidth": 2.4}, ends, "y2", "colour")
    layers.add({"type": "rule", "strokeWidth": 2}, moves, "x2", "colour")
    heads = [{**row, "x": row["x2"]} for row in moves]
    layers.add({"type": "point", "shape": "triangle-right", "filled": True, "opacity": 1, "size": 60}, heads, "colour")
    for is_right, align in ((False, "left"), (True, "right")):
        rows = [row for row in words if row["right"] is is_right]
        layers.add(
            _text(SMALL_PX, "", align=align, dx=4 if align == "left" else -4, baseline="bottom"), rows, "text", "colour"
        )


def _marks(layers: _Layers, placed: list[Placed], plot: StripPlot, frame: Frame, colours: Colours) -> None:
    """Where a document mentions it: open announced, half under way, with a bar stalled, full done, a cross dropped."""
    by_kind: dict[str, Rows] = {}
    for at in placed:
        for x, (_, says) in zip(moved_apart((day for day, _ in at.row.marks), plot, frame), at.row.marks, strict=True):
            colour = colours["done" if says == "done" else "moved" if says in ("stalled", "dropped") else "line"]
            by_kind.setdefault(says, []).append({"x": x, "y": at.middle, "c": colour})
        if at.row.done:
            row = {"x": milliseconds(at.row.done), "y": at.middle, "c": colours["done"]}
            by_kind.setdefault("day", []).append(row)
    point = {"type": "point", "size": MARK_AREA, "opacity": 1, "strokeWidth": 2}
    ring = {**point, "filled": False, "fill": colours["paper"]}
    full = {**point, "filled": True}
    for says in ("announced", "under-way", "stalled", "planned"):
        layers.add(ring, by_kind.get(says, []), "colour")
    layers.add({**full, "shape": HALF}, by_kind.get("under-way", []), "colour")
    layers.add({**point, "shape": MINUS}, by_kind.get("stalled", []), "colour")
    layers.add(full, by_kind.get("done", []), "colour")
    layers.add(full, by_kind.get("mentioned", []), "colour")
    layers.add({**point, "shape": "cross", "filled": True}, by_kind.get("dropped", []), "colour")
    layers.add({**full, "shape": "diamond", "size": 60}, by_kind.get("day", []), "colour")


def _dots(layers: _Layers, placed: list[Placed], plot: StripPlot, frame: Frame, colours: Colours) -> None:
    """A square for each promise of a theme, as squares look on pages: full, half, dashed or open."""
    by_fate: dict[str, Rows] = {}
    for at in placed:
        days = (min(day, plot.end) for day, _ in at.row.dots)
        for x, (_, fate) in zip(moved_apart(days, plot, frame), at.row.dots, strict=True):
            by_fate.setdefault(fate, []).append({"x": x, "y": at.middle})
    square = {"type": "point", "shape": "square", "size": 72, "opacity": 1, "strokeWidth": 1.6}
    for fate, look in _SQUARES.items():
        shown = {name: colours[value] if isinstance(value, str) else value for name, value in look.items()}
        layers.add({**square, "filled": False, "fill": colours["paper"], **shown}, by_fate.get(fate, []))
    layers.add({**square, "shape": HALF_SQUARE, "filled": True, "color": colours["done"]}, by_fate.get("part", []))


def _texts(layers: _Layers, placed: list[Placed], frame: Frame, colours: Colours) -> None:
    labels: Rows = [{"y": at.top, "t": wrap(at.row.label, frame.label_characters)} for at in placed]
    text = _text(TEXT_PX if frame.narrow else 13, colours["ink"], baseline="top", lineHeight=LINE_PX)
    layers.add(text, labels, "text", at=0)
    words: Rows = [
        {"y": at.words, "t": wrap(at.row.words, frame.words_characters), "c": colours[at.colour]} for at in placed
    ]
    text = _text(TEXT_PX, "", baseline="top", lineHeight=LINE_PX)
    layers.add(text, words, "text", "colour", at=0 if frame.narrow else frame.right + 18)


def _small(frame: Frame) -> int:
    """A phone shows the drawing a little smaller than it is: what is smallest elsewhere is not there."""
    return TEXT_PX if frame.narrow else SMALL_PX


def _text(size: int, colour: str, **look: Any) -> dict[str, Any]:
    return {"type": "text", "fontSize": size, "align": "left", **({"color": colour} if colour else {}), **look}
