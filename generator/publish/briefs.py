"""Sets briefs as PDF of one page with Typst; results are cached by content, so that none is set twice."""

import hashlib
import json
import re
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any
from unicodedata import normalize

from generator.fingerprint import kept_or_made
from generator.pages import TYPEFACES, Brief

_FOLDER = "templates/brief"
"""The template, inside the project."""
_STANDARD = "ua-1"
"""PDF/UA-1: tagged for access. Typst refuses what would break it."""
_UNSET = re.compile(
    r"[^ -~\xa0-\u024f\u1e00-\u1eff\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2039\u203a\u20ac\u2212]"
)
"""What the typefaces lack, which would be an error: all but Latin letters, punctuation, the euro and the minus sign."""


def brief_pdf(brief: Brief, root: Path, kept: Path) -> bytes:
    """Return the brief as PDF/UA of exactly one A4 page, the same bytes each time.

    `root` is the folder of the project, `kept` the cache of drawings. The key of the cache is a hash of everything that
    the page depends on: the brief, the template, the typefaces and Typst.
    """
    written = _UNSET.sub("?", normalize("NFC", json.dumps(asdict(brief), ensure_ascii=False)))
    key = hashlib.sha256(f"{written} {_versions(root)}".encode()).hexdigest()[:32]
    return kept_or_made(kept / f"{key}.pdf", lambda: _set(written, root))


def _set(written: str, root: Path) -> bytes:
    inputs = {"brief": written}
    return bytes(_compiler(root).compile(format="pdf", sys_inputs=inputs, pdf_standards=_STANDARD, timestamp=0))


@cache
def _versions(root: Path) -> str:
    files = [*sorted((root / _FOLDER).iterdir()), *sorted((root / TYPEFACES).iterdir())]
    digest = hashlib.sha256(b"\n".join(file.read_bytes() for file in files)).hexdigest()
    return f"{version('typst')} {digest}"


@cache
def _compiler(root: Path) -> Any:
    """Typst with our typefaces, then its own for what these lack; none of the machine."""
    import typst

    folder = root / _FOLDER
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(root / TYPEFACES)])
    return typst.Compiler(str(folder / "brief.typ"), root=str(folder), font_paths=fonts)
