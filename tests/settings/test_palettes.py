"""A palette can name colours and schemes of one's own; what is refused is in tests/cases/mkdocs_refused.yaml."""

from pathlib import Path

import pytest

from generator.diagnostics import InvalidData
from generator.settings import palettes_in, read_site
from tests.support.small import SMALL

WRITTEN = (SMALL / "mkdocs.yml").read_text("utf-8")


def read(folder: Path, palette: str, sheet: str) -> None:
    (folder / "content").mkdir()
    (folder / "content/own.css").write_text(sheet, "utf-8")
    theme = f"  font: false\n  palette: {palette}\n"
    (folder / "mkdocs.yml").write_text(f"{WRITTEN.replace('  font: false', theme)}extra_css: [own.css]\n", "utf-8")
    read_site(folder)


@pytest.mark.parametrize("selector", ["[data-md-color-scheme=dusk]", '[data-md-color-scheme="dusk"]'])
def test_a_scheme_of_ones_own_is_one_that_a_style_sheet_has_a_rule_for(tmp_path: Path, selector: str) -> None:
    read(tmp_path, "{scheme: dusk, primary: custom}", f"{selector} {{ --md-primary-fg-color: #404 }}")


def test_a_scheme_that_no_style_sheet_has_a_rule_for_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match="scheme: 'dusk' is not one of the words for it"):
        read(tmp_path, "{scheme: dusk}", "[data-md-color-scheme=dawn] { --md-primary-fg-color: #404 }")


@pytest.mark.parametrize("colour", ["deep purple", "deep-purple"])
def test_a_colour_of_two_words_can_be_written_in_either_way(tmp_path: Path, colour: str) -> None:
    read(tmp_path, f"{{primary: {colour}}}", "")


def test_one_palette_or_a_list_are_read_alike() -> None:
    one = {"primary": "teal"}

    assert palettes_in(one) == ((("theme", "palette"), one),)
    assert palettes_in([one]) == ((("theme", "palette", 0), one),)
    assert palettes_in("teal") == ()
