"""Layers are composed without a copy of their rows, and a channel of a layer's own comes before the shared one."""

import altair as alt

from generator.charts.spec.layers import COLOUR, FONT, TEXT, composed, encoded, layer

ROWS = [{"x": 1, "y": 2, "t": "one", "c": "#5470a8"}]
SHARED = encoded(x=alt.X(field="x", type="quantitative"), y=alt.Y(field="y", type="quantitative"))


def test_channels_are_written_by_altair_and_rows_are_those_given() -> None:
    drawn = layer({"type": "text"}, ROWS, TEXT, COLOUR)

    assert drawn["data"]["values"] is ROWS
    assert drawn["encoding"] == {
        "text": {"field": "t", "type": "nominal"},
        "color": {"field": "c", "type": "nominal", "scale": None, "legend": None},
    }


def test_of_two_channels_of_one_name_the_later_counts() -> None:
    assert layer({"type": "text"}, ROWS, TEXT, encoded(text=alt.TextValue("two")))["encoding"] == {
        "text": {"value": "two"}
    }


def test_a_drawing_has_its_layers_in_their_order_on_the_channels_that_they_share() -> None:
    below, above = layer({"type": "rule"}, ROWS), layer({"type": "text"}, ROWS, TEXT)
    drawn = composed([below, above], SHARED, 700, 200, padding=4)

    assert (drawn["layer"], drawn["encoding"], drawn["padding"]) == ([below, above], SHARED, 4)
    assert alt.LayerChart.from_dict(drawn).width == 700


def test_what_a_drawing_configures_is_added_to_what_all_have() -> None:
    config = composed([], SHARED, 700, 200, config={"axis": {"grid": False}})["config"]

    assert (config["axis"], config["font"]) == ({"grid": False}, FONT)
