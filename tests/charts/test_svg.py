"""Plots become SVG that can stand in any page: named, unique, themed by CSS, and the same every time."""

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from generator.charts.data import MapPlot, MapPoint, Plot, SeriesPlot
from generator.charts.svg import COLOURS, drawing, size_of
from tests.support.plots import GRID, MAP, SERIES, STRIP
from tests.support.small import ROOT

MAPS = ROOT / "templates" / "map"
PLOTS = [
    pytest.param(SERIES, id="of a series"),
    pytest.param(STRIP, id="of promises"),
    pytest.param(GRID, id="of a table"),
    pytest.param(MAP, id="of a map"),
]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of finished drawings that the tests of this module share."""
    return tmp_path_factory.mktemp("drawings")


def draw(plot: Plot, kept: Path, key: str = "bridge", narrow: bool = False, title: str = "Title") -> str:
    return drawing(plot, key, title, "What it shows.", narrow, MAPS, kept)


def texts(svg: str) -> list[str]:
    return ["".join(element.itertext()) for element in ET.fromstring(svg).iter() if element.tag.endswith("}text")]


def ids(svg: str) -> list[str]:
    return [element.attrib["id"] for element in ET.fromstring(svg).iter() if "id" in element.attrib]


@pytest.mark.parametrize(
    ("plot", "words"),
    [
        pytest.param(SERIES, {"1.094", "28.000", "27.500", "gepland 30.000", "controles"}, id="of a series"),
        pytest.param(
            STRIP, {"Sluis bij Oosterdam", "eerste kwartaal van 2024", "Jaarrapportage", "2023"}, id="of promises"
        ),
        pytest.param(GRID, {"Zomer", "Winter", "Veerboot", "Pont", "12"}, id="of a table"),
        pytest.param(MAP, {"Oosterdam", "Zuiderkade"}, id="of a map"),
    ],
)
def test_text_in_a_drawing_is_text_as_it_was_given(plot, words, kept):
    drawn = " ".join(texts(draw(plot, kept)))

    assert {word for word in words if word not in drawn} == set()


@pytest.mark.parametrize(
    ("separators", "thousands"),
    [
        pytest.param((".", ","), "10.000", id="with points in Dutch"),
        pytest.param((",", "."), "10,000", id="with commas in English"),
    ],
)
def test_thousands_on_an_axis_are_separated(separators, thousands, kept):
    plot = SeriesPlot(SERIES.points, SERIES.y_title, separators)

    assert thousands in texts(draw(plot, kept))


@pytest.mark.parametrize(
    "label",
    [
        pytest.param("3.14159 and 1.200.000", id="digits after a point"),
        pytest.param('id="a" url(#a)', id="an id"),
        pytest.param(f'"{COLOURS["ink"]}"', id="a colour"),
        pytest.param('a role="graphics-symbol" aria-label="b"', id="an attribute"),
        pytest.param("</text></svg><script>alert(1)</script>", id="a tag"),
        pytest.param("&amp; &lt;b&gt;", id="an entity"),
    ],
)
def test_a_label_that_looks_like_markup_is_still_a_label(label, kept):
    plot = MapPlot((MapPoint(52.1, 5.9, label, "done"),))

    assert texts(draw(plot, kept)) == [label]


def test_the_size_of_a_drawing_is_that_of_its_box():
    assert size_of('<svg viewBox="0 0 760.5 90" width="9"><svg viewBox="0 0 1 1"/></svg>') == (760.5, 90)


@pytest.mark.parametrize("plot", PLOTS)
def test_every_id_in_a_drawing_starts_with_its_key(plot, kept):
    found = ids(draw(plot, kept, key="bridge-promises"))

    assert [id for id in found if not id.startswith("bridge-promises-")] == []


@pytest.mark.parametrize("plot", PLOTS)
def test_every_id_that_a_drawing_points_at_is_its_own(plot, kept):
    svg = draw(plot, kept)
    named = re.findall(r"url\(#([^)]+)\)|href=\"#([^\"]+)\"", svg)
    labels = ET.fromstring(svg).attrib["aria-labelledby"].split()

    assert {*labels, *(a or b for a, b in named)} <= set(ids(svg))


@pytest.mark.parametrize("plot", PLOTS)
def test_two_drawings_on_one_page_share_no_id(plot, kept):
    page = ids(draw(plot, kept, key="one")) + ids(draw(plot, kept, key="one-narrow", narrow=True))
    page += ids(draw(plot, kept, key="two"))

    assert sorted(set(page)) == sorted(page)


@pytest.mark.parametrize("plot", PLOTS)
def test_every_colour_is_one_that_pages_paint_over(plot, kept):
    painted = re.findall(r'\b(fill|stroke|[a-z-]*color)="([^"]+)"', draw(plot, kept))
    sheet = (ROOT / "templates" / "theme" / "assets" / "atlas.css").read_text("utf-8")
    rule = '.chart svg [{0}="{1}"] {{ {0}: var(--chart-{2}); }}'
    names = {colour: name for name, colour in COLOURS.items()}

    assert [told for told in painted if told[1] != "none" and rule.format(*told, names.get(told[1])) not in sheet] == []


@pytest.mark.parametrize("plot", PLOTS)
def test_a_drawing_has_a_name_and_a_description(plot, kept):
    root = ET.fromstring(draw(plot, kept, key="bridge", title="The bridge"))
    told = [(element.attrib["id"], element.text) for element in root[:2]]

    assert (root.attrib["role"], root.attrib["aria-labelledby"], told) == (
        "img",
        "bridge-title bridge-desc",
        [("bridge-title", "The bridge"), ("bridge-desc", "What it shows.")],
    )


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("</svg><script>alert(1)</script>", id="a tag that closes the drawing"),
        pytest.param("</title><script>alert(1)</script>", id="a tag that closes the title"),
        pytest.param("R&D &lt;b&gt;", id="an entity"),
        pytest.param(r"\1 \g<0> \n", id="what looks like a group of a pattern"),
    ],
)
def test_a_hostile_title_stays_a_title(title, kept):
    root = ET.fromstring(draw(SERIES, kept, title=title))

    assert (root[0].text, [e.tag for e in root.iter() if e.tag.endswith("script")]) == (title, [])


@pytest.mark.parametrize("narrow", [pytest.param(False, id="wide"), pytest.param(True, id="narrow")])
@pytest.mark.parametrize("plot", PLOTS)
def test_no_text_is_smaller_than_11_pixels(plot, narrow, kept):
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)px"', draw(plot, kept, narrow=narrow))]

    assert [size for size in sizes if size < 11] == []


@pytest.mark.parametrize("plot", PLOTS)
def test_a_drawing_refers_to_nothing_outside_itself(plot, kept):
    elsewhere = re.findall(
        r'(?:href|src)="(?!#)[^"]*"|url\((?!#)[^)]*\)|@import|<script|<image|\bon\w+=', draw(plot, kept)
    )

    assert elsewhere == []


@pytest.mark.parametrize("plot", PLOTS)
def test_a_drawing_has_no_size_of_its_own(plot, kept):
    root = ET.fromstring(draw(plot, kept))

    assert root.attrib.keys() == {"viewBox", "font-family", "role", "aria-labelledby"}


@pytest.mark.parametrize("plot", PLOTS)
def test_a_kept_drawing_is_the_drawing(plot, kept, tmp_path):
    cold, warm, elsewhere = draw(plot, tmp_path), draw(plot, tmp_path), draw(plot, kept)

    assert (warm, elsewhere) == (cold, cold)


def test_a_drawing_does_not_depend_on_what_was_drawn_before(tmp_path):
    draw(SERIES, tmp_path / "after")
    after = draw(MAP, tmp_path / "after")
    code = "from tests.charts.test_svg import *; print(draw(MAP, Path(sys.argv[1])), end='')"

    assert fresh_process(code, tmp_path / "alone") == after


def test_a_kept_drawing_needs_no_drawing_library(tmp_path):
    draw(SERIES, tmp_path)
    libraries = "{'altair', 'vl_convert'} & {*sys.modules}"
    code = f"from tests.charts.test_svg import *; draw(SERIES, Path(sys.argv[1])); print({libraries})"

    assert fresh_process(code, tmp_path) == "set()\n"


def fresh_process(code: str, kept: Path) -> str:
    """What the code prints in a Python process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code, str(kept)], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout


def test_two_unlike_plots_are_kept_apart(tmp_path):
    draw(SERIES, tmp_path)
    draw(SERIES, tmp_path, narrow=True)
    draw(SeriesPlot(SERIES.points[:1], SERIES.y_title, SERIES.separators), tmp_path)

    assert len(list(tmp_path.glob("*.svg"))) == 3


def test_the_title_of_a_drawing_is_not_part_of_what_is_kept(tmp_path):
    first, second = draw(SERIES, tmp_path, title="One"), draw(SERIES, tmp_path, title="Two")

    assert (second, len(list(tmp_path.iterdir()))) == (first.replace(">One<", ">Two<"), 1)


def test_outlines_of_countries_are_in_whole_pixels_and_marks_are_not(kept):
    outlines = re.findall(r' d="([^"]{200,})"', draw(MAP, kept))
    crosses = [d for d in re.findall(r' d="([^"]*)"', draw(STRIP, kept)) if d.count("L") == 11]

    assert len(outlines) > 50
    assert [d[:40] for d in outlines if "." in d] == []
    assert [d for d in crosses if "." not in d] == []
    assert crosses != []


ZONE = """
import vl_convert
from generator.charts.svg import _drawn
from tests.support.plots import SERIES
from tests.support.small import ROOT
_drawn(SERIES, False, ROOT / "templates" / "map")
hour = {"calculate": "timeFormat(toDate('2024-01-01'), '%Y-%m-%d %H:%M')", "as": "hour"}
text = {"mark": "text", "encoding": {"text": {"field": "hour"}}}
print(vl_convert.vegalite_to_svg({"data": {"values": [{}]}, "transform": [hour], **text}))
"""


def test_a_day_is_drawn_as_that_day_whatever_the_time_zone_of_the_machine():
    """On the west coast of America a day of Greenwich begins on the evening before."""
    elsewhere = {**os.environ, "TZ": "America/Los_Angeles", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", ZONE]
    drawn = subprocess.run(command, cwd=ROOT, env=elsewhere, check=True, capture_output=True, text=True).stdout

    assert "2024-01-01 00:00" in drawn
