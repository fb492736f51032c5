"""Programs that are no browser show a drawing as its picture shows it: resvg, and librsvg where it is installed."""

import io
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import resvg_py
from PIL import Image, ImageChops, ImageStat

from generator.charts.data import Plot
from generator.charts.files.captioned import Caption
from generator.charts.files.picture import picture
from generator.charts.svg import COLOURS
from tests.charts.files.test_captioned import CAPTION, alone
from tests.charts.files.test_picture import CONFIGURATION, TYPEFACES
from tests.support.plots import BARS, CLOSE_UP, GRID, MAP, SERIES, STRIP

KINDS = {"series": SERIES, "strip": STRIP, "bars": BARS, "table": GRID, "map": MAP, "close-up": CLOSE_UP}
CELL_PX = 16
"""Side of the squares that are compared: letters and lines may be smoothed differently inside one."""
MOST_OF_A_CELL, MOST_ON_AVERAGE = 12, 1.5
"""By how much two squares, and two pictures, may differ, of 255; a picture has few colours, each off by one."""
Shown = Callable[[str], bytes]
"""A program: SVG → PNG of twice its size."""


def by_resvg(svg: str) -> bytes:
    return resvg_py.svg_to_bytes(
        svg_string=svg, zoom=2, skip_system_fonts=True, font_dirs=[str(TYPEFACES)], sans_serif_family="Source Sans 3"
    )


def by_librsvg(svg: str, folder: Path) -> bytes:
    """With the typeface of pictures as the only one of the machine."""
    faces = folder / "faces"
    faces.mkdir(exist_ok=True)
    for file in TYPEFACES.glob("source-sans-*.ttf"):
        (faces / file.name).unlink(missing_ok=True)
        (faces / file.name).symlink_to(file)
    configured = folder / "fonts.conf"
    configured.write_text(CONFIGURATION.format(folder=faces), "utf-8")
    return subprocess.run(
        ["rsvg-convert", "--zoom", "2"],
        input=svg.encode(), env={**os.environ, "FONTCONFIG_FILE": str(configured)}, capture_output=True, check=True,
    ).stdout  # fmt: skip


@pytest.fixture(params=["resvg", "librsvg"])
def shown(request: pytest.FixtureRequest, tmp_path: Path) -> Shown:
    if request.param == "resvg":
        return by_resvg
    if not shutil.which("rsvg-convert"):
        pytest.skip("librsvg is not here")
    return lambda svg: by_librsvg(svg, tmp_path)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("drawings")


def squares(png: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(png)).convert("RGBA")
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image).convert("RGB").reduce(CELL_PX)


def differs(shown: bytes, expected: bytes) -> bool:
    """Whether a reader would see two pictures: of other sizes, or with a part that is missing, moved or recoloured."""
    one, other = squares(shown), squares(expected)
    if one.size != other.size:
        return True
    apart = ImageStat.Stat(ImageChops.difference(one, other))
    worst = max(high for _, high in apart.extrema)
    return worst > MOST_OF_A_CELL or max(apart.mean) > MOST_ON_AVERAGE


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize("plot", KINDS.values(), ids=KINDS)
def test_a_drawing_looks_like_its_picture(plot: Plot, narrow: bool, shown: Shown, kept: Path) -> None:
    svg = alone(plot, kept, narrow)
    is_other = differs(shown(svg), picture(svg, TYPEFACES, kept))

    assert not is_other


@pytest.mark.parametrize("name", ["paper", "line", "muted", "done"])
def test_a_colour_that_only_a_page_knows_is_seen_to_be_missing(name: str, shown: Shown, kept: Path) -> None:
    svg = alone({"done": MAP}.get(name, BARS), kept)
    of_a_page = svg.replace(f'"{COLOURS[name]}"', f'"var(--chart-{name})"')

    is_other = differs(shown(of_a_page), picture(svg, TYPEFACES, kept))

    assert of_a_page != svg
    assert is_other


@pytest.mark.parametrize(
    "less",
    [
        pytest.param(replace(CAPTION, title=""), id="its title"),
        pytest.param(replace(CAPTION, text=""), id="what it shows"),
        pytest.param(replace(CAPTION, foot=CAPTION.foot[:-1]), id="a line of the foot"),
    ],
)
def test_a_caption_that_lacks_a_part_is_seen(less: Caption, shown: Shown, kept: Path) -> None:
    whole = picture(alone(SERIES, kept), TYPEFACES, kept)
    is_other = differs(shown(alone(SERIES, kept, caption=less)), whole)

    assert is_other


def test_text_that_is_not_drawn_is_seen(shown: Shown, kept: Path) -> None:
    svg = alone(SERIES, kept)
    told = CAPTION.foot[-1]

    is_other = differs(shown(svg.replace(f">{told}<", "><")), picture(svg, TYPEFACES, kept))

    assert svg.count(f">{told}<") == 1
    assert is_other


def test_a_blank_sheet_is_seen(shown: Shown, kept: Path) -> None:
    svg = alone(GRID, kept)
    blank = svg[: svg.index("</desc>") + len("</desc>")] + "</svg>"
    is_other = differs(shown(blank), picture(svg, TYPEFACES, kept))

    assert is_other
