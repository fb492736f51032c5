"""The style sheet of a folder of finished pages: one for all, made of what they use and named by its content."""

import hashlib
import re
import shutil
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from generator.fingerprint import files_in
from generator.publish.style.markup_names import names_in, words_of
from generator.publish.style.stylesheet import purged

SHEET = "assets/atlas.css"
"""Where pages look for the sheet, from the root of the site, until it has its name."""
OURS = "templates/theme/assets/atlas.css"
_MATERIAL = "templates/assets/stylesheets"
_FONTS = "templates/fonts"
_LINK = re.compile(rb"assets/atlas(?:\.[0-9a-f]{8})?\.css")
_HEAD = 16_384
"""How many bytes of a page are looked at first for its link to the sheet."""
_SEARCHED = ("search.js", "-stemmer.js")
"""How the names of scripts end that put nothing on a page: what search reads."""


def sheets_of(root: Path) -> dict[str, str]:
    """The style sheets that a page is drawn with by their names, in order: those of Material, and ours after them."""
    folder = files("material").joinpath(_MATERIAL)
    found = sorted((file.name, file) for file in folder.iterdir() if file.name.endswith(".min.css"))
    ordered = sorted(found, key=lambda entry: not entry[0].startswith("main."))
    return {**{name: file.read_text("utf-8") for name, file in ordered}, OURS: (root / OURS).read_text("utf-8")}


def write_style_sheet(folder: Path, root: Path, known: Mapping[str, Iterable[str]] = MappingProxyType({})) -> None:
    """Writes the sheet of all pages in `folder` and its typefaces into its assets/, and has every page link to it.

    `known` has for pages, by their paths, what `styled_names` gave of them: these are not read. A page that links to
    the sheet already stays the file that it is; another is replaced, for it may be linked to from elsewhere. Raises
    InvalidData where a sheet of the project is not CSS.
    """
    paths = sorted(path for path, _ in files_in(folder))
    pages = [path for path in paths if path.endswith(".html")]
    scripts = [path for path in paths if path.endswith((".js", ".mjs")) and not path.endswith(_SEARCHED)]
    used = names_in(
        (_read(folder / path) for path in pages if path not in known),
        (_read(folder / path) for path in scripts),
        (_read(folder / path) for path in paths if path.endswith(".css")),
        chain.from_iterable(known.values()),
    )
    sheet = purged(sheets_of(root), used)
    name = f"assets/atlas.{hashlib.sha256(sheet.encode()).hexdigest()[:8]}.css"
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(sheet, "utf-8")
    shutil.copytree(root / _FONTS, folder / "assets/fonts", dirs_exist_ok=True)
    for page in pages:
        _link(folder / page, name.encode())


def styled_names(pages: Iterable[Path], root: Path) -> tuple[str, ...]:
    """Return what occurs in HTML pages and may be named in the sheets of the project, sorted."""
    used = names_in(map(_read, pages))
    return tuple(sorted(name for name in used.selectors | used.properties if _words(root).issuperset(words_of(name))))


@cache
def _words(root: Path) -> frozenset[str]:
    """Every word in the sheets: what selects something is made of them."""
    return frozenset(word for sheet in sheets_of(root).values() for word in words_of(sheet))


def _link(page: Path, name: bytes) -> None:
    """Has the page link to the sheet of that name; the link is in its head."""
    with page.open("rb") as file:
        found = _LINK.search(file.read(_HEAD))
    if not found or found[0] != name:
        written = page.read_bytes()
        linked = _LINK.sub(name, written, count=1)
        if linked != written:
            page.unlink()
            page.write_bytes(linked)


def _read(file: Path) -> str:
    return file.read_text("utf-8", errors="replace")
