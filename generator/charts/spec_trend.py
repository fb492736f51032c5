"""The milestone trend chart: one stepped line per milestone, its label at the end, a diagonal for today."""

from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import wrap
from typing import Any

import altair as alt

from generator.charts.data import NARROW_PX, TrendLine, TrendPlot

TEXT_PX = 12
LINE_PX = 15
GAP_PX = 7
LEADER_PX = 30

Colours = dict[str, str]
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class _Frame:
    """The axes of one chart in days and its size in pixels."""

    begin: date
    as_of: date
    low: date
    high: date
    width: int
    height: int
    narrow: bool
    titles: tuple[str, str]

    @property
    def x(self) -> alt.X:
        scale = alt.Scale(domain=[_instant(self.begin), _instant(self.as_of)])
        return alt.X("x:T", scale=scale, axis=_years(self.titles[0], self.begin, self.as_of))

    @property
    def y(self) -> alt.Y:
        return self.y_of("y")

    def y_of(self, field: str) -> alt.Y:
        """The y axis for another field than `y`."""
        scale = alt.Scale(domain=[_instant(self.low), _instant(self.high)])
        return alt.Y(f"{field}:T", scale=scale, axis=_years(self.titles[1], self.low, self.high))

    def pixel(self, day: str) -> float:
        """Return the distance of an ISO day from the top, in pixels."""
        return self.height * (self.high - date.fromisoformat(day)).days / (self.high - self.low).days

    def time(self, pixel: float) -> int:
        """Return the instant, in milliseconds since 1970, at that distance in pixels from the top."""
        return round(_instant(self.high) - pixel / self.height * (_instant(self.high) - _instant(self.low)))


def trend_chart(plot: TrendPlot, width: int, colours: Colours) -> alt.LayerChart:
    """Return the chart, `width` pixels wide including labels; in the narrow variant numbers replace the labels.

    `colours` are CSS colours by name.
    """
    frame = _frame(plot, width)
    layers = [
        _rules(plot, frame, colours),
        *_today(plot, frame, colours),
        *_steps(plot, frame, colours),
        _dots(plot, frame, colours),
        _done(plot, frame, colours),
        *_labels(plot, frame, colours),
    ]
    return alt.layer(*layers).properties(width=frame.width, height=frame.height)


def _frame(plot: TrendPlot, width: int) -> _Frame:
    narrow = width <= NARROW_PX
    as_of = date.fromisoformat(plot.as_of)
    promised = [date.fromisoformat(day) for line in plot.lines for _, day in _path(line)]
    spoken = min(date.fromisoformat(line.points[0][0]) for line in plot.lines)
    low, high = min([*promised, as_of]), max([*promised, as_of])
    margin = timedelta(days=max(45, (high - low).days // 14))
    labels = _grouped(plot, narrow, {"done": "", "moved": "", "line": ""})
    needed = sum(label.height + GAP_PX for label in labels) + 20
    height = max(230 if narrow else 300, needed)
    titles = plot.x_title, plot.y_title
    begin = spoken - timedelta(days=max(60, (as_of - spoken).days // 12))
    return _Frame(begin, as_of, low - margin, high + margin, width - (128 if narrow else 370), height, narrow, titles)


def _path(line: TrendLine) -> tuple[tuple[str, str], ...]:
    return (*line.points, line.done) if line.done else line.points


def _colour(line: TrendLine, colours: Colours) -> str:
    return colours["done" if line.done else "moved" if line.moved else "line"]


def _rules(plot: TrendPlot, frame: _Frame, colours: Colours) -> alt.Chart:
    """A thin vertical line for every day on which a source was published."""
    days: Rows = [{"x": milliseconds(day)} for day in plot.sources if day >= str(frame.begin)]
    return alt.Chart(alt.Data(values=days)).mark_rule(strokeWidth=1, color=colours["grid"]).encode(x=frame.x)


def _steps(plot: TrendPlot, frame: _Frame, colours: Colours) -> tuple[alt.Chart, ...]:
    """A due date is valid until a source gives another; the first one continues as a dashed line if it moved.

    The line ends where a milestone is done or dropped, otherwise at the day of the edition; it fades after the last
    source that mentions the milestone if later ones do not.
    """
    spoken: Rows = []
    silent: Rows = []
    first: Rows = []
    for line in plot.lines:
        last = line.points[-1][1]
        end = line.done[0] if line.done else line.dropped or line.silent_from or plot.as_of
        look = {"n": line.number, "c": _colour(line, colours)}
        spoken += [{"x": milliseconds(x), "y": milliseconds(y), **look} for x, y in (*line.points, (end, last))]
        moved = next((x for x, y in line.points if y != line.points[0][1]), None)
        if moved:
            first += [{"x": milliseconds(x), "y": milliseconds(line.points[0][1]), **look} for x in (moved, end)]
        if line.silent_from and not line.dropped:
            silent += [{"x": milliseconds(x), "y": milliseconds(last), **look} for x in (line.silent_from, plot.as_of)]

    def drawn(rows: Rows, **look: object) -> alt.Chart:
        mark = alt.Chart(alt.Data(values=rows)).mark_line(interpolate="step-after", strokeWidth=2, **look)
        return mark.encode(x=frame.x, y=frame.y, detail="n:N", color=alt.Color("c:N", scale=None))

    faded = drawn(silent, strokeDash=[2, 5], opacity=0.55) if silent else None
    kept = drawn(first, strokeDash=[5, 4], opacity=0.7) if first else None
    return tuple(layer for layer in (kept, drawn(spoken), faded) if layer is not None)


def _dots(plot: TrendPlot, frame: _Frame, colours: Colours) -> alt.Chart:
    rows: Rows = [
        {"x": milliseconds(x), "y": milliseconds(y), "c": _colour(line, colours)}
        for line in plot.lines
        for x, y in line.points
    ]
    hollow = {"filled": False, "fill": colours["paper"], "opacity": 1, "strokeWidth": 2}
    mark = alt.Chart(alt.Data(values=rows)).mark_point(size=44, **hollow)
    return mark.encode(x=frame.x, y=frame.y, color=alt.Color("c:N", scale=None))


def _done(plot: TrendPlot, frame: _Frame, colours: Colours) -> alt.Chart:
    rows: Rows = [
        {"x": milliseconds(line.done[0]), "y": milliseconds(line.done[1])} for line in plot.lines if line.done
    ]
    mark = alt.Chart(alt.Data(values=rows))
    return mark.mark_point(size=90, filled=True, opacity=1, shape="diamond", color=colours["done"]).encode(
        x=frame.x, y=frame.y
    )


def _today(plot: TrendPlot, frame: _Frame, colours: Colours) -> tuple[alt.Chart, ...]:
    """The diagonal on which the due date is the day of publication. Dates below it have passed."""
    first, last = max(frame.begin, frame.low), min(frame.as_of, frame.high)
    ends: Rows = [{"x": _instant(day), "y": _instant(day)} for day in (first, last)]
    line = alt.Chart(alt.Data(values=ends)).mark_line(strokeDash=[2, 4], strokeWidth=1.2, color=colours["muted"])
    diagonal = line.encode(x=frame.x, y=frame.y)
    if frame.narrow:
        return (diagonal,)
    third = _instant(first + (last - first) / 3)
    words: Rows = [{"x": third, "y": third, "t": plot.today_label}]
    begins = frame.width * (first + (last - first) / 3 - frame.begin).days / (frame.as_of - frame.begin).days
    fits = begins + 8 + 6 * len(plot.today_label) <= frame.width
    label = alt.Chart(alt.Data(values=words)).mark_text(
        align="left" if fits else "right",
        baseline="top" if fits else "bottom",
        dx=8 if fits else -8,
        dy=4 if fits else -6,
        fontSize=11,
        fontStyle="italic",
        color=colours["muted"],
    )
    return diagonal, label.encode(x=frame.x, y=frame.y, text="t:N")


@dataclass(frozen=True)
class _Label:
    """The label of the lines that end on the same day with the same due date in words."""

    day: str
    text: tuple[str, ...]
    colour: str

    @property
    def height(self) -> int:
        return LINE_PX * len(self.text)


def _labels(plot: TrendPlot, frame: _Frame, colours: Colours) -> tuple[alt.Chart, ...]:
    """The labels, each connected to its lines by a thin line; labels that would overlap are moved apart."""
    labels = _grouped(plot, frame.narrow, colours)
    rows: Rows = []
    for label, top in zip(labels, _tops(labels, frame), strict=True):
        middle = frame.time(top + LINE_PX / 2)
        rows.append(
            {"y": frame.time(top), "from": milliseconds(label.day), "to": middle, "t": label.text, "c": label.colour}
        )
    base = alt.Chart(alt.Data(values=rows))
    leaders = base.mark_rule(strokeWidth=1, color=colours["muted"], opacity=0.5).encode(
        x=alt.value(frame.width + 6), x2=alt.value(frame.width + LEADER_PX), y=frame.y_of("from"), y2=alt.Y2("to:T")
    )
    texts = base.mark_text(align="left", baseline="top", dx=LEADER_PX + 4, fontSize=TEXT_PX, lineHeight=LINE_PX).encode(
        x=alt.value(frame.width), y=frame.y, text="t:N", color=alt.Color("c:N", scale=None)
    )
    return leaders, texts


def _grouped(plot: TrendPlot, narrow: bool, colours: Colours) -> list[_Label]:
    """One label per end day, due date and colour: the due date, then the titles; if narrow, their numbers.

    In a crowded chart only lines that moved and lines with a due date of their own are labelled by title; the others
    are counted, and left out if they are done: the table has them all.
    """
    groups: dict[tuple[str, str, str], list[TrendLine]] = {}
    for line in plot.lines:
        if not plot.is_crowded or not line.done or line.moved:
            groups.setdefault((_path(line)[-1][1], line.due, _colour(line, colours)), []).append(line)
    labels = []
    for (day, due, colour), members in groups.items():
        if plot.is_crowded and len(members) > 1 and not any(line.moved for line in members):
            count = plot.several.replace("{n}", str(len(members)))
            labels.append(_Label(day, (str(len(members)),) if narrow else (f"{due}: {count}",), colour))
            continue
        numbers = ", ".join(str(line.number) for line in members)
        titles = [text for line in members for text in _hung(line.title, len(members) > 1)]
        labels.append(_Label(day, tuple(wrap(numbers, 9)) if narrow else (due, *titles), colour))
    return labels


def _hung(title: tuple[str, ...], listed: bool) -> list[str]:
    """Return the lines of a title; in a list with a dash before the first and the others indented."""
    first, rest = ("– ", "\u00a0\u00a0\u00a0") if listed else ("", "")
    return [first + title[0], *(rest + line for line in title[1:])]


def _tops(labels: list[_Label], frame: _Frame) -> list[float]:
    """Return the top of each label, in pixels from the top of the frame; labels keep the order of the line ends."""
    tops = [frame.pixel(label.day) - LINE_PX / 2 for label in labels]
    order = sorted(range(len(labels)), key=lambda i: (tops[i], i))
    edge = -LINE_PX / 2
    for i in order:
        tops[i] = max(tops[i], edge)
        edge = tops[i] + labels[i].height + GAP_PX
    edge = frame.height + LINE_PX
    for i in reversed(order):
        tops[i] = min(tops[i], edge - labels[i].height)
        edge = tops[i] - GAP_PX
    return tops


def _years(title: str, first: date, last: date) -> alt.Axis:
    years = [
        _instant(date(year, 1, 1)) for year in range(first.year, last.year + 2) if first <= date(year, 1, 1) <= last
    ]
    if len(years) < 2:
        return alt.Axis(title=title, format="%m-%Y", tickCount=3)
    return alt.Axis(title=title, values=years, format="%Y")


def milliseconds(day: str) -> int:
    """Return the start of an ISO day in milliseconds since 1970, the time of Vega."""
    return (date.fromisoformat(day) - date(1970, 1, 1)).days * 86_400_000


def _instant(day: date) -> int:
    return milliseconds(str(day))
