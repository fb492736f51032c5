"""mkdocs.yml is read as MkDocs reads it, as far as the atlas looks at it, with the place of everything."""

from pathlib import Path

import pytest

from generator.diagnostics import InvalidData
from generator.settings import Settings, read_settings


def settings(folder: Path, text: str) -> Settings:
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    return read_settings(folder)


@pytest.mark.parametrize(
    ("written", "url"),
    [
        pytest.param("!ENV SITE_URL", "https://example.org/", id="a variable that is set"),
        pytest.param("!ENV NOT_SET", None, id="one that is not"),
        pytest.param("!ENV [NOT_SET, SITE_URL, https://else.example/]", "https://example.org/", id="the first that is"),
        pytest.param("!ENV [NOT_SET, https://else.example/]", "https://else.example/", id="or else the last entry"),
    ],
)
def test_a_variable_of_the_environment_is_filled_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, url: str | None
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/")

    assert settings(tmp_path, f"site_url: {written}\n").values["site_url"] == url


def test_a_function_for_a_markdown_extension_can_be_named(tmp_path: Path) -> None:
    function = "!!python/name:material.extensions.emoji.twemoji"
    read = settings(tmp_path, f"markdown_extensions:\n  - pymdownx.emoji: {{emoji_index: {function} }}\n")

    assert read.document.tags == {("markdown_extensions", 0, "pymdownx.emoji", "emoji_index"): function}


@pytest.mark.parametrize(
    ("written", "plugins", "options"),
    [
        pytest.param("[atlas]", {"atlas": ("plugins", 0)}, {}, id="a list of names"),
        pytest.param(
            "\n  - search\n  - atlas: {edition: '2021'}",
            {"search": ("plugins", 0), "atlas": ("plugins", 1, "atlas")},
            {"edition": "2021"},
            id="a list, with options",
        ),
        pytest.param(
            "\n  atlas: {edition: '2021'}", {"atlas": ("plugins", "atlas")}, {"edition": "2021"}, id="keys with options"
        ),
        pytest.param("atlas", {}, {}, id="something else"),
    ],
)
def test_plugins_are_read_however_they_are_written(
    tmp_path: Path, written: str, plugins: object, options: object
) -> None:
    read = settings(tmp_path, f"plugins: {written}\n")

    assert (read.plugins, read.options) == (plugins, options)


@pytest.mark.parametrize(
    ("written", "language"),
    [
        pytest.param("theme: {name: material, language: nl}", "nl", id="as written"),
        pytest.param("theme: {name: material}", "en", id="that of Material"),
        pytest.param("theme: material", "en", id="that of Material, where the theme is a name"),
    ],
)
def test_the_language_of_the_file_is_that_of_the_theme(tmp_path: Path, written: str, language: str) -> None:
    assert settings(tmp_path, written).language == language


def test_the_files_that_it_names_outside_of_content_are_known(tmp_path: Path) -> None:
    written = (
        "theme: {name: material, custom_dir: overrides}\nhooks: [hooks/a.py]\nwatch: [notes]\nextra_css: [a.css]\n"
    )

    assert settings(tmp_path, written).named_files == ("overrides", "hooks/a.py", "notes")


@pytest.mark.parametrize(
    ("written", "says"),
    [
        pytest.param(None, "mkdocs.yml:1:1: the file is missing", id="no file"),
        pytest.param("- a\n", "mkdocs.yml:1:1: the file must hold settings: keys with values", id="a list"),
        pytest.param("theme:\n\tname: material\n", "mkdocs.yml:2:1: this line is indented with a tab", id="a tab"),
        pytest.param("a: 1\na: 2\n", "mkdocs.yml:2:1: the key 'a' is repeated; it first occurs on line 1", id="twice"),
        pytest.param("a: !!map {}\n", "mkdocs.yml:1:4: the tag !!map is not allowed", id="a tag that nothing needs"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_place(tmp_path: Path, written: str | None, says: str) -> None:
    with pytest.raises(InvalidData) as refused:
        settings(tmp_path, written) if written else read_settings(tmp_path)

    assert str(refused.value).startswith(says)
    assert refused.value.diagnostics[0].hint
