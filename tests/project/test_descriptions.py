"""What catalogues and citing tools read of the project: well formed, true, and the same everywhere."""

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.settings import read_site
from generator.text import LANGUAGES
from tests.support.small import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NAME = read_site(ROOT).name
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
PUBLICCODE = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
REQUIRED = (
    "publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus", "softwareType",
    "description/en/shortDescription", "description/en/longDescription", "description/en/features",
    "description/nl/shortDescription", "legal/license", "maintenance/type", "maintenance/contacts",
    "localisation/localisationReady", "localisation/availableLanguages",
)  # fmt: skip
"""What publiccode.yml 0.4 requires of a project that a community maintains, as paths."""
OPTIONAL = {
    "intendedAudience/scope", "legal/mainCopyrightOwner", "description/en/localisedName",
    "description/nl/localisedName", "description/nl/longDescription", "description/nl/features",
}  # fmt: skip


def paths(record: dict[str, Any], prefix: str = "") -> Iterator[str]:
    for key, value in record.items():
        yield from paths(value, f"{prefix}{key}/") if isinstance(value, dict) else [f"{prefix}{key}"]


def validated(file: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("check-jsonschema")), "--builtin-schema"]
    return subprocess.run([*command, "vendor.citation-file-format", str(file)], capture_output=True, text=True)


def test_the_citation_is_well_formed():
    assert validated(ROOT / "CITATION.cff").returncode == 0


@pytest.mark.parametrize(
    ("right", "wrong"), [("authors:", "author:"), ("license: EUPL-1.2", "license: EUPL 1.2"), ("type: data", "type: x")]
)
def test_a_citation_that_tools_cannot_read_is_found(tmp_path, right, wrong):
    text = (ROOT / "CITATION.cff").read_text("utf-8").replace(right, wrong, 1)
    (tmp_path / "CITATION.cff").write_text(text, "utf-8")

    assert validated(tmp_path / "CITATION.cff").returncode != 0


def test_the_catalogue_entry_lacks_only_what_is_not_known_yet():
    present = set(paths(PUBLICCODE))

    assert [path for path in REQUIRED if path not in present] == ["url", "maintenance/contacts"]
    assert present - {*REQUIRED} == OPTIONAL


@pytest.mark.parametrize("language", sorted(PUBLICCODE["description"]))
def test_descriptions_have_the_length_that_catalogues_take(language):
    description = PUBLICCODE["description"][language]

    assert len(description["shortDescription"]) <= 150
    assert 150 <= len(description["longDescription"]) <= 10_000
    assert max(map(len, description["features"])) <= 100


def test_name_languages_and_licence_are_the_same_everywhere():
    names = {language: texts["localisedName"] for language, texts in PUBLICCODE["description"].items()}

    assert names == {language: NAME[language] for language in LANGUAGES}
    assert PUBLICCODE["localisation"]["availableLanguages"] == sorted(LANGUAGES)
    assert {PUBLICCODE["name"], CITATION["title"]} == {NAME["en"]}
    assert {PUBLICCODE["legal"]["license"], CITATION["license"]} == {PROJECT["license"]}
    assert {PUBLICCODE["legal"]["mainCopyrightOwner"], *(author["name"] for author in CITATION["authors"])} == {
        author["name"] for author in PROJECT["authors"]
    }


def test_no_version_stands_beside_that_of_pyproject():
    assert {"version", "date-released"} & {*CITATION} == {"softwareVersion", "releaseDate"} & {*PUBLICCODE} == set()
