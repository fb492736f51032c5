"""What every drawing is composed of: layers of marks with their rows, on channels that they share.

Altair writes what a channel encodes. Marks, rows and their composition are plain dictionaries: Altair would copy
every row at every step, which takes ten times as long as all else. A test holds the whole against Altair's schema.
"""

from typing import Any

import altair as alt

from generator.charts.data import FONT

TEXT_PX = 12
"""Of labels in every chart."""

Spec = dict[str, Any]
"""A part of a specification."""
Rows = list[dict[str, Any]]


SIDES: dict[str, dict[str, Any]] = {
    "right": {"align": "left", "dx": 9},
    "left": {"align": "right", "dx": -9},
    "above": {"align": "center", "dy": -13},
    "below": {"align": "center", "dy": 14},
    "above-right": {"align": "left", "dx": 6, "dy": -11},
    "below-right": {"align": "left", "dx": 6, "dy": 12},
    "above-left": {"align": "right", "dx": -6, "dy": -11},
    "below-left": {"align": "right", "dx": -6, "dy": 12},
}
"""Where a label may stand beside its point."""


def encoded(**channels: alt.SchemaBase) -> Spec:
    """Return what each channel encodes, in the words of Vega-Lite."""
    return {name: channel.to_dict(validate=False) for name, channel in channels.items()}


X2 = encoded(x2=alt.X2(field="x2"))
Y2 = encoded(y2=alt.Y2(field="y2"))
TEXT = encoded(text=alt.Text(field="t", type="nominal"))
COLOUR = encoded(color=alt.Color(field="c", type="nominal", scale=None, legend=None))
"""Channels of fields that have the same name in the rows of every layer."""


def layer(mark: Spec, rows: Rows, *channels: Spec, **more: Any) -> Spec:
    """Return a layer with a mark for each row; `channels` are those that it does not share with the others."""
    encoding = {name: encodes for channel in channels for name, encodes in channel.items()}
    return {"data": {"values": rows}, "mark": mark, "encoding": encoding, **more}


def composed(layers: list[Spec], shared: Spec, width: int, height: int, **more: Any) -> Spec:
    """Return the specification of a drawing with these layers, the first one below; `shared` are their channels.

    `width` and `height` are those of the plot without its padding, in pixels; `more` are further properties, such as
    `padding`. In `config`, which may be among them, is what differs from every other drawing.
    """
    config = {"aria": False, "font": FONT, "view": {"stroke": None}, **more.pop("config", {})}
    return {
        "$schema": alt.SCHEMA_URL,
        "background": "transparent",
        "config": config,
        "width": width,
        "height": height,
        "encoding": shared,
        "layer": layers,
        **more,
    }
