"""What MkDocs says of settings, and what fails in a hook or template, is told at its line, without a traceback."""

from pathlib import Path

import pytest

from generator.diagnostics import InvalidData, UnreadData
from generator.pages.workspace import Workspace
from generator.publish.build import open_in_order
from generator.publish.mkdocs.contents import contents_of
from generator.publish.mkdocs.runs import build_with_mkdocs, further_problems
from generator.publish.result import BuildFailed
from tests.support.small import SMALL, Files, lay_out_project

WRITTEN = (SMALL / "mkdocs.yml").read_text("utf-8")


def project(folder: Path, old: str, new: str, files: Files) -> Path:
    """The small archive with something else in its settings, and some files."""
    assert old in WRITTEN
    return lay_out_project(folder, {"mkdocs.yml": WRITTEN.replace(old, new), **files})


@pytest.mark.parametrize(
    ("new", "files", "says"),
    [
        pytest.param(
            "markdown_extensions: [attr_list, tabels]",
            {},
            "mkdocs.yml:7:34: markdown_extensions: Failed to load extension 'tabels'. ModuleNotFoundError: No module "
            "named 'tabels'",
            id="an extension that is not installed",
        ),
        pytest.param(
            "markdown_extensions: [attr_list, toc: {permalinkk: true}]",
            {},
            "mkdocs.yml:7:34: markdown_extensions: Failed to load extension 'toc'. KeyError: 'permalinkk'",
            id="an option that an extension does not have",
        ),
        pytest.param("extra_css: own.css", {}, "mkdocs.yml:7:1: extra_css: Expected type", id="a text for a list"),
        pytest.param(
            "hooks: [no.py]",
            {},
            "mkdocs.yml:7:9: hooks: The path 'no.py' isn't an existing file.",
            id="a hook that is not there",
        ),
        pytest.param(
            "watch: [nothing]",
            {},
            "mkdocs.yml:7:9: watch: The path 'nothing' isn't an existing file or directory.",
            id="nothing to watch",
        ),
        pytest.param(
            "hooks: [hooks/bad.py]",
            {"hooks/bad.py": "import os\n\nimport nothing_at_all\n"},
            "hooks/bad.py:3:1: ModuleNotFoundError: No module named 'nothing_at_all'",
            id="a hook that cannot be loaded",
        ),
        pytest.param(
            "hooks: [hooks/bad.py]",
            {"hooks/bad.py": "def on_config(config)\n    pass\n"},
            "hooks/bad.py:1:1: SyntaxError: expected ':' (bad.py, line 1)",
            id="a hook that is no Python",
        ),
    ],
)
def test_what_mkdocs_finds_wrong_is_told_at_its_line(tmp_path: Path, new: str, files: Files, says: str) -> None:
    root = project(tmp_path, "markdown_extensions: [attr_list, tables]", new, files)
    found = list(further_problems((), root))

    assert [str(diagnostic).splitlines()[0].startswith(says) for diagnostic in found] == [True], found
    assert found[0].hint


def test_all_that_is_wrong_in_data_settings_and_extensions_is_told_at_once(tmp_path: Path) -> None:
    new = "markdown_extensions: [tabels]\nnav: []\nwatch: [nothing]"
    root = project(tmp_path, "markdown_extensions: [attr_list, tables]", new, {"data/places.yaml": "- id: [x\n"})
    with pytest.raises(UnreadData) as refused:
        open_in_order(root)

    assert [diagnostic.location.file for diagnostic in refused.value.diagnostics] == ["data/places.yaml"] + [
        "mkdocs.yml"
    ] * 3


def test_a_setting_that_was_refused_is_not_told_again_by_mkdocs(tmp_path: Path) -> None:
    root = project(tmp_path, "docs_dir: content", "docs_dir: docs", {})
    with pytest.raises(InvalidData) as refused:
        open_in_order(root)

    assert len(refused.value.diagnostics) == 1


def test_settings_that_are_no_yaml_are_told_once(tmp_path: Path) -> None:
    root = project(tmp_path, "theme:\n", "theme:\n\tx: 1\n", {})
    with pytest.raises(InvalidData) as refused:
        open_in_order(root)

    assert [str(diagnostic.location) for diagnostic in refused.value.diagnostics] == ["mkdocs.yml:4:1"]


@pytest.mark.parametrize(
    ("new", "files", "says"),
    [
        pytest.param(
            "strict: true\nhooks: [hooks/bad.py]",
            {"hooks/bad.py": "def on_page_markdown(markdown, **_):\n    return markdown.titel()\n"},
            "hooks/bad.py:2:1: AttributeError: 'str' object has no attribute 'titel'",
            id="a hook that fails",
        ),
        pytest.param(
            "strict: true",
            {"overrides/main.html": '{% extends "base.html" %}\n{% block footer %}\n{{ no.such }}{% endblock %}'},
            "overrides/main.html:3:1: UndefinedError: 'no' is undefined",
            id="a template that names what is not there",
        ),
        pytest.param(
            "strict: true",
            {"overrides/main.html": '{% extends "base.html" %}\n{% block footer %}\n'},
            "overrides/main.html:2:1: TemplateSyntaxError: Unexpected end of template.",
            id="a template that is not closed",
        ),
    ],
)
def test_what_fails_in_a_hook_or_a_template_is_told_at_its_line(
    tmp_path: Path, new: str, files: Files, says: str
) -> None:
    (tmp_path / "overrides").mkdir()
    root = project(tmp_path, "strict: true", new, files)
    settings = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("font: false", "font: false\n  custom_dir: overrides"), "utf-8")
    workspace = open_in_order(root)
    with pytest.raises(InvalidData) as refused:
        build_first(workspace, root / "volume")

    assert str(refused.value).startswith(says)


def build_first(workspace: Workspace, folder: Path) -> None:
    """Builds the first volume."""
    address = workspace.addresses[0]
    build_with_mkdocs(workspace, address, folder, contents_of(workspace.volume(address)))


def test_a_warning_of_mkdocs_stops_the_build(tmp_path: Path) -> None:
    root = project(tmp_path, "strict: true", "strict: true\nvalidation: {links: {unrecognized_links: warn}}", {})
    workspace = open_in_order(root)
    with pytest.raises(BuildFailed, match="unrecognized relative link"):
        build_first(workspace, root / "volume")
