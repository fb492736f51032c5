"""The typefaces in which the tests print, from tests/fonts/: each has the widths of one that offices use."""

import base64
from functools import cache

from tests.support.small import ROOT

FONTS = ROOT / "tests" / "fonts"
FACES = ("Arimo", "Tinos", "DejaVu Sans", "Carlito", "Roboto Condensed")
"""With the widths of Arial, of Times New Roman, of Verdana, of Calibri; and one that is narrow."""
STYLES = {"400-normal": "", "700-normal": "font-weight: bold;", "400-italic": "font-style: italic;"}
"""What a file of a face ends in, and what CSS calls it."""


@cache
def font_face(face: str) -> str:
    """The rules of CSS that bring a face with its bold and its italic, the files inside them."""
    return "\n".join(_rule(face, file, style) for file, style in STYLES.items())


def _rule(face: str, file: str, style: str) -> str:
    font = (FONTS / f"{face.lower().replace(' ', '-')}-{file}.ttf").read_bytes()
    source = f"url(data:font/ttf;base64,{base64.b64encode(font).decode()})"
    return f'@font-face {{ font-family: "{face}"; {style} src: {source} }}'
