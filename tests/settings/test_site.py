"""What mkdocs.yml says of the site, in every language."""

from pathlib import Path

import pytest

from generator.settings import Site, read_site
from tests.support.small import SITE, SMALL

WRITTEN = (SMALL / "mkdocs.yml").read_text("utf-8")


def site(folder: Path, added: str, written: str = WRITTEN) -> Site:
    (folder / "content").mkdir(exist_ok=True)
    (folder / "content/icon.svg").write_text("<svg/>", "utf-8")
    (folder / "mkdocs.yml").write_text(written + added, "utf-8")
    return read_site(folder)


def test_a_name_stands_in_the_language_of_the_file_and_is_translated_into_the_others() -> None:
    assert (SITE.language, SITE.name.nl, SITE.name.en) == (
        "nl",
        "Atlas van de Waterdienst",
        "Atlas of the Waterway Service",
    )


def test_the_file_can_be_written_in_another_language(tmp_path: Path) -> None:
    read = site(tmp_path, "", WRITTEN.replace("language: nl", "language: en").replace("        en:", "        nl:"))

    assert (read.language, read.name.en, read.name.nl) == (
        "en",
        "Atlas van de Waterdienst",
        "Atlas of the Waterway Service",
    )


def test_without_further_settings_nothing_more_is_known_of_the_site() -> None:
    assert (SITE.copyright, SITE.address, SITE.edit, SITE.icon) == (None, None, None, "assets/atlas-icon.svg")


def test_a_copyright_that_is_not_translated_stands_in_every_language(tmp_path: Path) -> None:
    read = site(tmp_path, 'copyright: "&copy; 2026"\n').copyright

    assert read is not None
    assert (read.nl, read.en) == ("&copy; 2026", "&copy; 2026")


@pytest.mark.parametrize("written", ["https://example.org/atlas", "https://example.org/atlas/"])
def test_the_address_ends_in_a_slash(tmp_path: Path, written: str) -> None:
    assert site(tmp_path, f"site_url: {written}\n").address == "https://example.org/atlas/"


def test_the_icon_is_the_favicon_of_the_theme(tmp_path: Path) -> None:
    read = site(tmp_path, "", WRITTEN.replace("  font: false\n", "  font: false\n  favicon: icon.svg\n"))

    assert read.icon == "icon.svg"


@pytest.mark.parametrize(
    ("repository", "edit", "base"),
    [
        pytest.param("https://github.com/agency/atlas", None, None, id="a repository alone does not say where"),
        pytest.param(
            "https://github.com/agency/atlas",
            "edit/main/content/",
            "https://github.com/agency/atlas/edit/main/",
            id="as MkDocs puts them together, less content/",
        ),
        pytest.param(
            "https://code.example.org/agency/atlas/",
            "_edit/main/content",
            "https://code.example.org/agency/atlas/_edit/main/",
            id="with and without a slash",
        ),
        pytest.param(
            "https://example.org/atlas",
            "?at=root/content/",
            "https://example.org/atlas?at=root/",
            id="an address with a query",
        ),
        pytest.param(
            None, "https://example.org/edit/content/", "https://example.org/edit/", id="a whole address needs no other"
        ),
    ],
)
def test_files_are_edited_where_repository_and_edit_address_say(
    tmp_path: Path, repository: str | None, edit: str | None, base: str | None
) -> None:
    lines = {"repo_url": repository, "edit_uri": edit}
    read = site(tmp_path, "".join(f"{name}: {value}\n" for name, value in lines.items() if value))

    assert read.edit == base
