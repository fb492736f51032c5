"""A drawing with its caption says by itself what it shows, and nothing of it stands outside."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from generator.charts.data import Plot
from generator.charts.files.captioned import Caption, captioned
from generator.charts.svg import drawing
from tests.support.plots import BARS, GRID, MAP, SERIES, STRIP
from tests.support.small import ROOT

CAPTION = Caption(
    "A title of some length that may need more than a line in a narrow drawing",
    "What it shows. Unit: checks.",
    (
        "Sources: letter 24 Jun 2024; report May 2026",
        "Atlas, edition of 11 June 2026. CC BY 4.0.",
        "https://example.org/",
    ),
)
PLOTS = [pytest.param(p, id=name) for name, p in
         {"series": SERIES, "strip": STRIP, "table": GRID, "map": MAP, "bars": BARS}.items()]  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of finished drawings that the tests of this module share."""
    return tmp_path_factory.mktemp("drawings")


def alone(plot: Plot, kept: Path, narrow: bool = False, caption: Caption = CAPTION) -> str:
    drawn = drawing(plot, "key", "Title", "What it shows.", narrow, ROOT / "templates" / "map", kept)
    return captioned(drawn, caption)


def lines(svg: str) -> list[str]:
    return ["".join(element.itertext()) for element in ET.fromstring(svg).iter() if element.tag.endswith("}text")]


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize("plot", PLOTS)
def test_all_of_the_caption_stands_in_it_as_text(plot: Plot, narrow: bool, kept: Path) -> None:
    said = " ".join(lines(alone(plot, kept, narrow)))

    assert [part for part in (CAPTION.title, CAPTION.text, *CAPTION.foot) if part not in said] == []


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize("plot", PLOTS)
def test_the_drawing_lies_inside_the_paper_and_below_the_text_above_it(plot: Plot, narrow: bool, kept: Path) -> None:
    inner = drawing(plot, "key", "Title", "What it shows.", narrow, ROOT / "templates" / "map", kept)
    root = ET.fromstring(alone(plot, kept, narrow))
    width, height = (float(side) for side in re.findall(r'viewBox="0 0 (\S+) (\S+)"', inner)[0])
    moved = next(e for e in root if e.tag.endswith("}g"))
    left, top = (float(at) for at in re.findall(r"[\d.]+", moved.attrib["transform"]))
    texts = [float(e.attrib["y"]) for e in root if e.tag.endswith("}text")]
    above, below = [y for y in texts if y < top], [y for y in texts if y > top]

    assert left >= 16
    assert left + width + 16 <= float(root.attrib["width"])
    assert (max(above) + 4 <= top, min(below) - 11 >= top + height) == (True, True)
    assert max(below) + 8 <= float(root.attrib["height"])
    assert root.attrib["viewBox"] == f"0 0 {root.attrib['width']} {root.attrib['height']}"


@pytest.mark.parametrize("plot", PLOTS)
def test_it_needs_no_style_sheet(plot: Plot, kept: Path) -> None:
    svg = alone(plot, kept)

    assert (svg.count("var("), svg.count("class="), svg.count("<style")) == (0, 0, 0)
    assert ET.fromstring(svg)[2].attrib["fill"] == "#fbfaf6"


def test_a_caption_that_looks_like_markup_is_a_caption(kept: Path) -> None:
    hostile = Caption("<b>&amp;</b></text>", "]]> & <script>", ("a </svg> b",))

    said = " ".join(lines(alone(SERIES, kept, caption=hostile)))

    assert [part for part in (hostile.title, hostile.text, *hostile.foot) if part not in said] == []


def test_a_word_without_end_does_not_hang_or_get_lost(kept: Path) -> None:
    word = "https://example.org/" + "a" * 400

    assert word in "".join(lines(alone(SERIES, kept, narrow=True, caption=Caption(word, "", ()))))
