"""Pictures of drawings: as large as they must be, with ink where the drawing has some, and alike on every machine."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageFont

from generator.charts.data import FONT, Plot
from generator.charts.files.picture import picture
from tests.charts.files.test_captioned import PLOTS, alone
from tests.support.plots import SERIES
from tests.support.small import ROOT

TYPEFACES = ROOT / "templates" / "typefaces"
CONFIGURATION = """\
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


def ink(png: bytes) -> float:
    """The part of the pixels that is not paper."""
    pixels = Image.open(io.BytesIO(png)).convert("L")
    return sum(pixels.histogram()[:200]) / (pixels.width * pixels.height)


@pytest.mark.parametrize("plot", PLOTS)
def test_a_picture_is_twice_as_large_as_the_drawing_and_not_blank(plot: Plot, tmp_path: Path) -> None:
    svg = alone(plot, tmp_path)
    png = picture(svg, TYPEFACES, tmp_path)
    width, height = Image.open(io.BytesIO(png)).size

    assert f'width="{width / 2:g}" height="{height / 2:g}"' in svg
    assert 0.005 < ink(png) < 0.5


def test_the_letters_are_drawn(tmp_path: Path) -> None:
    """A typeface that is not found leaves no trace and raises nothing."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40" font-family="{FONT}">{{}}</svg>'
    paper = '<rect width="300" height="40" fill="#fbfaf6"/>'
    text = '<text x="9" y="30" font-size="30" font-weight="{0}" fill="#16213e">Gereed 1.094 €</text>'
    blank, plain, bold = (
        ink(picture(svg.format(paper + part), TYPEFACES, tmp_path)) for part in ("", text.format(400), text.format(600))
    )

    assert blank == 0
    assert 0.05 < plain < bold


@pytest.mark.parametrize("line", ['x="40" width="1" height="40"', 'y="20" width="300" height="1"'])
def test_the_thinnest_line_keeps_its_colour(line: str, tmp_path: Path) -> None:
    """The colours of a picture are chosen from a part of its pixels, and this line is the only one of its colour."""
    paper = '<rect width="300" height="40" fill="#fbfaf6"/><rect width="90" height="9" fill="#16213e"/>'
    size = 'width="300" height="40"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{paper}<rect {line} fill="#b4500b"/></svg>'
    pixels = Image.open(io.BytesIO(picture(svg, TYPEFACES, tmp_path))).convert("RGB")

    found = [colour for _, colour in pixels.getcolors() or []]
    assert min(max(abs(a - b) for a, b in zip(c, (0xB4, 0x50, 0x0B), strict=True)) for c in found) < 4


@pytest.mark.parametrize("family", ["dejavu-sans", "arimo"])
def test_a_picture_is_the_same_whatever_typefaces_a_machine_has(family: str, tmp_path: Path) -> None:
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    for file in (ROOT / "tests" / "fonts").glob(f"{family}-*.ttf"):
        (fonts / file.name).symlink_to(file)
    (tmp_path / "fonts.conf").write_text(CONFIGURATION.format(folder=fonts), "utf-8")
    svg = tmp_path / "drawing.svg"
    svg.write_text(alone(SERIES, tmp_path), "utf-8")
    code = (
        "import sys; from pathlib import Path; from generator.charts.files.picture import picture;"
        "svg, faces, kept = map(Path, sys.argv[1:]); drawn = picture(svg.read_text('utf-8'), faces, kept);"
        "sys.stdout.buffer.write(drawn)"
    )
    drawn = subprocess.run(
        [sys.executable, "-c", code, str(svg), str(TYPEFACES), str(tmp_path / "elsewhere")],
        cwd=ROOT, env={**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}, capture_output=True, check=True,
    ).stdout  # fmt: skip

    assert drawn == picture(svg.read_text("utf-8"), TYPEFACES, tmp_path)


def test_with_other_typefaces_it_is_drawn_again(tmp_path: Path) -> None:
    svg, faces = alone(SERIES, tmp_path), tmp_path / "faces"
    faces.mkdir()
    (faces / "source-sans-400.ttf").symlink_to(TYPEFACES / "source-sans-400.ttf")
    for folder in (TYPEFACES, faces, faces):
        picture(svg, folder, tmp_path / "kept")

    assert len(list((tmp_path / "kept").iterdir())) == 2


@pytest.mark.parametrize("face", ["source-sans-400", "source-sans-600"])
def test_every_letter_that_a_drawing_may_have_is_in_the_typeface(face: str) -> None:
    """A label with a letter that is not there is drawn in whatever typeface a machine has, all of it."""
    font = ImageFont.truetype(TYPEFACES / f"{face}.ttf", 40)
    written = "".join(file.read_text("utf-8") for file in (ROOT / "data").rglob("*.yaml")) + "¼½¾¶"
    unknown = bytes(font.getmask("\ufffe"))

    assert sorted(letter for letter in set(written) if letter > " " and bytes(font.getmask(letter)) == unknown) == []


def test_what_was_drawn_once_is_not_drawn_again(tmp_path: Path) -> None:
    svg = alone(SERIES, tmp_path)
    first = picture(svg, TYPEFACES, tmp_path / "kept")
    made = {file: file.stat().st_mtime_ns for file in (tmp_path / "kept").iterdir()}

    assert picture(svg, TYPEFACES, tmp_path / "kept") == first
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "kept").iterdir()} == made
