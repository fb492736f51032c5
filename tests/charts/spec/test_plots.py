"""Each kind of chart has the specification and the drawing that were reviewed.

After a change that is meant, `python -m tests.charts.spec.test_plots` writes the references; look at each of them.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import altair as alt
import pytest

from generator.charts.data import NARROW_PX, WIDE_PX, Plot
from generator.charts.spec.plots import spec_of
from generator.charts.svg import COLOURS, drawing
from tests.support.plots import BARS, CLOSE_UP, GRID, MAP, SERIES, STRIP
from tests.support.small import ROOT

REFERENCE = Path(__file__).with_name("reference")
MAPS = ROOT / "templates" / "map"
OUTLINES = Path(__file__).with_name("outlines")
"""Of three invented countries: those of the world would be most of each reference."""
PLOTS: dict[str, Plot] = {
    "bars": BARS, "series": SERIES, "strip": STRIP, "table": GRID, "map": MAP, "close-up": CLOSE_UP,
}  # fmt: skip
WIDTHS = {"wide": WIDE_PX, "narrow": NARROW_PX}


def written_spec(kind: str, width: str) -> str:
    return json.dumps(spec_of(PLOTS[kind], WIDTHS[width], COLOURS, OUTLINES), ensure_ascii=False, indent=1) + "\n"


def drawn(kind: str, kept: Path) -> str:
    return drawing(PLOTS[kind], kind, "Title", "What it shows.", False, MAPS, kept).replace("><", ">\n<") + "\n"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", PLOTS)
def test_a_chart_has_the_specification_that_was_reviewed(kind: str, width: str) -> None:
    reviewed = (REFERENCE / f"{kind}-{width}.json").read_text("utf-8")

    assert written_spec(kind, width) == reviewed


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", PLOTS)
def test_a_specification_is_one_of_vega_lite(kind: str, width: str) -> None:
    """What is composed of dictionaries was not looked at by Altair."""
    spec = spec_of(PLOTS[kind], WIDTHS[width], COLOURS, OUTLINES)

    assert alt.LayerChart.from_dict(spec).to_dict()["layer"]


@pytest.mark.parametrize("kind", PLOTS)
def test_a_chart_is_drawn_as_it_was_reviewed(kind: str, tmp_path: Path) -> None:
    reviewed = (REFERENCE / f"{kind}.svg").read_text("utf-8")

    assert drawn(kind, tmp_path) == reviewed


def write_references() -> None:
    """Writes every reference as the charts are now."""
    REFERENCE.mkdir(exist_ok=True)
    for kind in PLOTS:
        for width in WIDTHS:
            (REFERENCE / f"{kind}-{width}.json").write_text(written_spec(kind, width), "utf-8")
        with TemporaryDirectory() as kept:
            (REFERENCE / f"{kind}.svg").write_text(drawn(kind, Path(kept)), "utf-8")


if __name__ == "__main__":
    write_references()
