"""The evolution strip: a row for each milestone on one axis of time, with its marks, dates and words."""

from collections.abc import Iterator
from datetime import date
from textwrap import wrap
from typing import Any

import altair as alt

from generator.charts.data import NARROW_PX, Colours, StripGroup, StripPlot
from generator.charts.spec.layers import COLOUR, TEXT, TEXT_PX, X2, Y2, Rows, Spec, composed, encoded, layer
from generator.charts.spec.strip_layout import (
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

LEFT = encoded(x=alt.XValue(0))
"""Texts and rules at the left edge, outside the axis of time."""
_CHARACTER_PX = 7.2
"""How wide a character of the smallest text is at most, on average, in any usual typeface."""


def strip(plot: StripPlot, width: int, colours: Colours) -> Spec:
    """Return the specification; a layer without rows is left out, and the margins are its own.

    `width` is `NARROW_PX` or more, `colours` are CSS colours by name.
    """
    frame = NARROW if width <= NARROW_PX else WIDE
    placed, heads, height = laid_out(plot, frame)
    layers = [
        *_background(placed, plot, frame, height, colours),
        *_headings(heads, frame, colours),
        *_lines(placed, plot, colours),
        *_bands(placed, plot, frame, colours),
        *_marks(placed, plot, frame, colours),
        *_dots(placed, plot, frame, colours),
        *_texts(placed, frame, colours),
    ]
    shown = [part for part in layers if part["data"]["values"]]
    return composed(shown, _scales(plot, frame, height), frame.width, height, padding=0)


def _scales(plot: StripPlot, frame: Frame, height: int) -> Spec:
    """Days between the edges of the axis, and pixels from the top."""
    days, pixels = [milliseconds(plot.begin), milliseconds(plot.end)], [0, height]
    x = alt.Scale(domain=days, range=[frame.left, frame.right], nice=False, zero=False)
    y = alt.Scale(domain=pixels, range=pixels, nice=False)
    return encoded(
        x=alt.X(field="x", type="quantitative", axis=None, scale=x),
        y=alt.Y(field="y", type="quantitative", axis=None, scale=y),
    )


def _background(placed: list[Placed], plot: StripPlot, frame: Frame, height: int, colours: Colours) -> Iterator[Spec]:
    """Years, the days of the documents, and the spans of which no document was read."""
    extents = [{"y": 40, "y2": height - 18}]
    if frame.narrow:  # behind the marks only: lines through the text between them would make it hard to read
        extents = [{"y": at.middle - 11, "y2": at.middle + 11} for at in placed]
    times = [(milliseconds(span.begin), milliseconds(span.end)) for span in plot.unread]
    spans: Rows = [{"x": begin, "x2": end, **extent} for begin, end in times for extent in extents]
    yield layer({"type": "rect", "color": colours["land"], "opacity": 0.42}, spans, X2, Y2)
    years = range(date.fromisoformat(plot.begin).year, date.fromisoformat(plot.end).year + 1)
    starts: Rows = [{"x": milliseconds(f"{year}-01-01"), **extent} for year in years for extent in extents]
    yield layer({"type": "rule", "color": colours["grid"]}, starts, Y2)
    days: Rows = [{"x": milliseconds(source.day), **extent} for source in plot.sources for extent in extents]
    yield layer({"type": "rule", "color": colours["muted"], "opacity": 0.6}, days, Y2)
    named = years[:: 2 if frame.narrow else 1]
    place = 10 if frame.narrow else height - 4
    names: Rows = [{"x": milliseconds(f"{year}-07-01"), "y": place, "t": str(year)} for year in named]
    yield layer(_text(_small(frame), colours["muted"], align="center"), names, TEXT)
    if not frame.narrow:
        yield from _annotations(plot, frame, height, colours)


def _annotations(plot: StripPlot, frame: Frame, height: int, colours: Colours) -> Iterator[Spec]:
    """The names of the documents at the top, and at the bottom what was not read."""
    heads: Rows = [{"x": milliseconds(day), "y": 6, "t": list(lines)} for day, lines in document_heads(plot, frame)]
    look = {"align": "center", "baseline": "top", "lineHeight": 14}
    yield layer(_text(SMALL_PX, colours["ink"], **look), heads, TEXT)
    texts: Rows = []
    for span in plot.unread:
        begin, end = milliseconds(span.begin), milliseconds(span.end)
        lines = wrap(span.label, round((end - begin) / DAY * per_day(plot, frame) / _CHARACTER_PX))
        texts.append({"x": (begin + end) // 2, "y": height - 22, "t": lines})
        texts[-1]["y"] -= 13 * (len(lines) - 1)
    look = {"align": "center", "baseline": "bottom", "lineHeight": 13, "fontStyle": "italic"}
    yield layer(_text(SMALL_PX, colours["muted"], **look), texts, TEXT)


def _headings(heads: list[tuple[StripGroup, int]], frame: Frame, colours: Colours) -> Iterator[Spec]:
    rows: Rows = [
        {"y": top + 16, "t": f"{group.title} · {len(group.rows)}", "c": colours[FATES[group.fate]]}
        for group, top in heads
    ]
    yield layer(_text(13, "", fontWeight="bold", baseline="bottom"), rows, TEXT, COLOUR, LEFT)
    rules: Rows = [{"y": top + 20} for _, top in heads]
    yield layer({"type": "rule", "color": colours["grid"]}, rules, LEFT, encoded(x2=alt.X2Value(frame.width)))


def _lines(placed: list[Placed], plot: StripPlot, colours: Colours) -> Iterator[Spec]:
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
    yield layer(mark, [row for row in plain if row["x"] < row["x2"]], X2, COLOUR)
    yield layer({**mark, "strokeWidth": 3}, [row for row in past if row["x"] < row["x2"]], X2, COLOUR)
    yield layer({**mark, "strokeDash": [2, 4]}, dots, X2, COLOUR)


def _bands(placed: list[Placed], plot: StripPlot, frame: Frame, colours: Colours) -> Iterator[Spec]:
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
    yield layer({"type": "rect", "opacity": 0.22}, bands, X2, Y2, COLOUR)
    yield layer({"type": "rule", "strokeWidth": 2.4}, ends, Y2, COLOUR)
    yield layer({"type": "rule", "strokeWidth": 2}, moves, X2, COLOUR)
    heads = [{**row, "x": row["x2"]} for row in moves]
    yield layer({"type": "point", "shape": "triangle-right", "filled": True, "opacity": 1, "size": 60}, heads, COLOUR)
    for is_right, align in ((False, "left"), (True, "right")):
        rows = [row for row in words if row["right"] is is_right]
        yield layer(
            _text(SMALL_PX, "", align=align, dx=4 if align == "left" else -4, baseline="bottom"), rows, TEXT, COLOUR
        )


def _marks(placed: list[Placed], plot: StripPlot, frame: Frame, colours: Colours) -> Iterator[Spec]:
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
        yield layer(ring, by_kind.get(says, []), COLOUR)
    yield layer({**full, "shape": HALF}, by_kind.get("under-way", []), COLOUR)
    yield layer({**point, "shape": MINUS}, by_kind.get("stalled", []), COLOUR)
    yield layer(full, by_kind.get("done", []), COLOUR)
    yield layer(full, by_kind.get("mentioned", []), COLOUR)
    yield layer({**point, "shape": "cross", "filled": True}, by_kind.get("dropped", []), COLOUR)
    yield layer({**full, "shape": "diamond", "size": 60}, by_kind.get("day", []), COLOUR)


def _dots(placed: list[Placed], plot: StripPlot, frame: Frame, colours: Colours) -> Iterator[Spec]:
    """A square for each promise of a theme, as squares look on pages: full, half, dashed or open."""
    by_fate: dict[str, Rows] = {}
    for at in placed:
        days = (min(day, plot.end) for day, _ in at.row.dots)
        for x, (_, fate) in zip(moved_apart(days, plot, frame), at.row.dots, strict=True):
            by_fate.setdefault(fate, []).append({"x": x, "y": at.middle})
    square = {"type": "point", "shape": "square", "size": 72, "opacity": 1, "strokeWidth": 1.6}
    for fate, look in _SQUARES.items():
        shown = {name: colours[value] if isinstance(value, str) else value for name, value in look.items()}
        yield layer({**square, "filled": False, "fill": colours["paper"], **shown}, by_fate.get(fate, []))
    yield layer({**square, "shape": HALF_SQUARE, "filled": True, "color": colours["done"]}, by_fate.get("part", []))


def _texts(placed: list[Placed], frame: Frame, colours: Colours) -> Iterator[Spec]:
    labels: Rows = [{"y": at.top, "t": wrap(at.row.label, frame.label_characters)} for at in placed]
    text = _text(TEXT_PX if frame.narrow else 13, colours["ink"], baseline="top", lineHeight=LINE_PX)
    yield layer(text, labels, TEXT, LEFT)
    words: Rows = [
        {"y": at.words, "t": wrap(at.row.words, frame.words_characters), "c": colours[at.colour]} for at in placed
    ]
    text = _text(TEXT_PX, "", baseline="top", lineHeight=LINE_PX)
    yield layer(text, words, TEXT, COLOUR, encoded(x=alt.XValue(0 if frame.narrow else frame.right + 18)))


def _small(frame: Frame) -> int:
    """A phone shows the drawing a little smaller than it is: what is smallest elsewhere is not there."""
    return TEXT_PX if frame.narrow else SMALL_PX


def _text(size: int, colour: str, **look: Any) -> dict[str, Any]:
    return {"type": "text", "fontSize": size, "align": "left", **({"color": colour} if colour else {}), **look}
