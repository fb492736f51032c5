"""Our templates lie over those of Material, block by block; what a project puts into its own folder lies over both."""

from pathlib import Path

import pytest
from jinja2 import Environment
from mkdocs.theme import Theme

from generator.publish.mkdocs.theme import OMITTED, OURS, icons_are_there, layer, material_templates, theme_folders
from generator.settings import read_settings
from tests.support.small import ROOT, SMALL

MATERIAL = material_templates()


@pytest.mark.parametrize("markup", OMITTED)
def test_what_is_left_out_stands_in_the_base_template_of_material(markup: str) -> None:
    """If this fails, Material changed: look at what its base template has outside of blocks."""
    assert markup in (MATERIAL / "base.html").read_text("utf-8")


@pytest.mark.parametrize("first", [[], ["/project/overrides"]], ids=["without a custom folder", "with one"])
def test_our_templates_are_found_before_those_of_material_and_after_those_of_the_project(first: list[str]) -> None:
    folders = theme_folders(Path("/project"), [*first, str(MATERIAL), "/mkdocs"])

    assert folders == ([*first, f"/project/{OURS}"], [str(MATERIAL), "/mkdocs"])


def environment(*folders: Path) -> Environment:
    """That of MkDocs for Material, with the folders before its own, as the plugin lays our templates over it."""
    theme = Theme(name="material")
    theirs = [*theme.dirs]
    theme.dirs[:] = map(str, folders)
    made = theme.get_env()
    layer(made, theirs)
    return made


def test_a_template_can_extend_the_one_of_material_that_has_the_same_name(tmp_path: Path) -> None:
    written = '{% extends "material/base.html" %}{% block footer %}ours{% endblock %}'
    (tmp_path / "base.html").write_text(written, "utf-8")

    assert list(environment(tmp_path).get_template("base.html").blocks) == ["footer"]


def test_every_block_that_material_documents_can_be_overridden() -> None:
    templates = environment(ROOT / OURS)
    theirs = templates.get_template("material/base.html").blocks.keys()

    assert templates.get_template("base.html").blocks.keys() <= theirs
    assert {"announce", "content", "extrahead", "footer", "header", "scripts", "styles"} <= theirs


@pytest.mark.parametrize(
    ("theme", "added", "says"),
    [
        pytest.param(
            "icon: {logo: material/anchorr}", "", "7:16: Material has no icon 'material/anchorr'", id="a logo"
        ),
        pytest.param("icon: {admonition: {note: x}}", "", "7:29: Material has no icon 'x'", id="of an admonition"),
        pytest.param("palette: [{toggle: {icon: y, name: z}}]", "", "7:29: Material has no icon 'y'", id="of a toggle"),
        pytest.param(
            "icon: {}", "extra: {social: [{icon: a/b}]}", "18:25: Material has no icon 'a/b'", id="of a profile"
        ),
    ],
)
def test_an_icon_that_does_not_exist_is_told_at_its_place(tmp_path: Path, theme: str, added: str, says: str) -> None:
    written = (SMALL / "mkdocs.yml").read_text("utf-8").replace("  font: false\n", f"  font: false\n  {theme}\n")
    (tmp_path / "mkdocs.yml").write_text(f"{written}{added}\n", "utf-8")
    found = list(icons_are_there(read_settings(tmp_path), [str(MATERIAL)]))

    assert [str(diagnostic).splitlines()[0] for diagnostic in found] == [f"mkdocs.yml:{says}"]


def test_an_icon_of_the_project_is_one_too(tmp_path: Path) -> None:
    (tmp_path / ".icons").mkdir()
    (tmp_path / ".icons/ferry.svg").write_text("<svg/>", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("theme: {name: material, icon: {logo: ferry}}\n", "utf-8")

    assert list(icons_are_there(read_settings(tmp_path), [str(tmp_path)])) == []
